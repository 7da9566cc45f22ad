"""What a text is about: conflict, or sport, a film, a flood, an old war.

"The goal that killed off the visitors" and "floods have killed 1,500" are no figures of a conflict. The words of each
subject are counted; another subject has to outweigh conflict clearly before the whole text is passed over.
"""

from __future__ import annotations

from itertools import pairwise

from tallywire.catalog.lexicon import Lexicon

# Another subject must have at least so many different words, and outnumber those of conflict so many times.
_AT_LEAST = 2
_OUTWEIGHS = {"sport": 1.5, "fiction": 1.0, "disaster": 1.0, "history": 0.8}


def other_subject(words: list[str], lexicon: Lexicon) -> str | None:
    """The subject that outweighs conflict in these words, or None."""
    present, subjects = frozenset(words), lexicon.subjects
    conflict = len(present & subjects["conflict"])
    heads = lexicon.subject_heads
    pairs = set() if heads.isdisjoint(present) else {f"{a} {b}" for a, b in pairwise(words) if a in heads}
    for name, share in _OUTWEIGHS.items():
        found = len(present & subjects[name]) + len(pairs & subjects[name])
        if found >= _AT_LEAST and found > conflict * share:
            return name
    return None
