"""A word of a language with its part in a sentence about harm: one letter a part.

The letters are what shapes are written in (`extract/shape.py`):

    N number        P people         E thing          V harm, past   F harm, present   G harm, -ing
    I victim does   D harm, noun     J harm, state    Z "killing of" x toll            r rises, reaches
    L leaves        S says           y according to   a an           t the             m more
    e each          B be             H have           n not          c and             & with
    f of            o to             p in, by         R who, which   i including       A actor
    X other name    T time           U unit           O decoy        $ money           w any other word
    and , . ; : ( ) " - ? ! ' as they are
"""

from __future__ import annotations

from dataclasses import dataclass

from tallywire.claims.figure import Kind, What

HARM_ROLES = {
    "past": "V", "participle": "V", "present": "F", "gerund": "G", "died": "I", "noun": "D", "pair": "D",
    "adjective": "J", "action": "Z",
}  # fmt: skip
GRAMMAR_PARTS = {
    "be": "B", "have": "H", "definite": "t", "negation": "n", "and": "c", "with": "&", "of": "f", "to": "o",
    "preposition": "p", "relative": "R", "including": "i", "more": "m", "each": "e", "leave": "L", "rise": "r",
    "toll": "x", "sum": "x", "plain": "w",
}  # fmt: skip
# Between the halves of a verb that a clause parts: "nahm ... fest".
APART = " ... "


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of the catalogue. `tag` says more within its part: a hedge's bound, a cue's stance."""

    words: str
    part: str
    tag: str = ""
    kind: Kind | None = None
    what: What | None = None
    value: int = 0
    example: str = ""
    also: tuple[Kind, ...] = ()  # of other things the same word tells another kind: people freed, villages recaptured
