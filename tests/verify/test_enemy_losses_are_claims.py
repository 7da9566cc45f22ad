"""Who speaks of whose losses: a party about its enemy, about itself, or somebody else."""

import pytest

from build import GENERAL_STAFF, figure
from cases import case
from tallywire.claims.figure import Figure, Ref, Side, Source
from tallywire.verify.enemy_losses_are_claims import check

UKRAINE = Side("Ukraine", "UKR")
MOSCOW = Source("Ministry of Defence of Russia", "RUS-MOD", "military", True)
STAFF = (Ref(GENERAL_STAFF.name, GENERAL_STAFF.id),)

CASES = [
    (figure(source=GENERAL_STAFF), True),
    (figure(source=MOSCOW, side=UKRAINE), True),
    (figure(derived_from=STAFF), True),
    (figure(source=MOSCOW), False),
    (figure(source=GENERAL_STAFF, side=UKRAINE), False),
    (figure(source=Source("United Nations", "UN", "un", False)), False),
    (figure(source=GENERAL_STAFF, side=None), False),
    (figure(source=MOSCOW, side=Side("civilians of Kherson")), False),
    (figure(), False),
    (figure(source=GENERAL_STAFF, segment="comment"), False),
]


@pytest.mark.parametrize(("said", "is_told"), CASES)
def test_party(said: Figure, is_told: bool) -> None:
    assert [one.code for one in check(case(said))] == (["party_about_enemy"] if is_told else [])


def test_one_sentence_for_all_figures_of_a_party() -> None:
    (found,) = check(case(figure(id="a", source=GENERAL_STAFF), figure(id="b", source=GENERAL_STAFF)))
    assert found.figures == ("a", "b")
    assert found.says == (
        "Two figures of Russia's losses rest on the word of the General Staff of the Armed Forces of Ukraine, "
        "a party to the war; nothing in this text verifies them independently."
    )
