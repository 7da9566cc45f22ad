"""What a text is about: conflict, or sport, a film, a flood, an old war."""

from __future__ import annotations

import pytest

from expect import reading

# a text, and the other subject for which its figures are passed over
CASES = [
    ("The army said 12 soldiers were killed in an attack.", None),
    ("12 people were killed.", None),
    ("Police shot dead two protesters after the cup match.", None),
    ("Rebels killed 12 soldiers; the film crew that was with them fled the battle.", None),
    ("The striker killed off the match with two late goals, and the team won the cup; three were hurt.", "sport"),
    ("The coach said three players were hurt in the final match of the season.", "sport"),
    (
        "In the film, the actor plays a killer who has killed 12 people; the director says the plot is invented.",
        "fiction",
    ),
    ("The video game lets a player kill 40 characters; the sequel adds more.", "fiction"),
    ("Floods and landslides killed 12 people after the storm.", "disaster"),
    ("The earthquake killed 1,200 people, and the tsunami that followed 300.", "disaster"),
    ("Historians say the Wehrmacht lost 300,000 men at Stalingrad in 1942 and 1943.", "history"),
]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row[0])
def test_subject(row: tuple[str, str | None]) -> None:
    text, subject = row
    found = reading(text)
    said = [note.message for note in found.notes if note.code == "other_subject"]
    assert (bool(found.figures), bool(said)) == (subject is None, subject is not None)
    assert all(str(subject) in message for message in said)
