"""One count, one word: deaths in the headline, casualties in the caption, liquidated at the source."""

from build import GENERAL_STAFF, figure, series
from cases import Marked, case, codes, fit, match
from tallywire.claims.finding import Finding
from tallywire.verify.words_stay_the_same import check

OVER = {"modifier": "at_least", "value": 4000}


def within(found: list[Finding]) -> list[Finding]:
    return [one for one in found if not one.series]


def test_deaths_casualties_and_died_are_three_words_for_one_count() -> None:
    text = Marked("headline: ⟦Over 4,000⟧ {Deaths}\ncaption: ⟦over 4,000⟧ {casualties}\nbody: ⟦4,560⟧ soldiers {died}")
    said = case(
        text.figure(0, **OVER), text.figure(1, **OVER, kind="casualties"), text.figure(2, value=4560), text=text.text
    )
    (found,) = check(said)
    assert (found.code, found.severity, found.sure) == ("term_changed", "notice", "disputed")
    assert '"Deaths" in the headline, "casualties" in the caption and "died" in the body' in found.says
    assert found.figures == ("f0", "f1", "f2")


def test_dead_and_killed_are_one_word() -> None:
    text = Marked("headline: ⟦12⟧ {dead}\nbody: ⟦12⟧ were {killed}")
    assert list(check(case(text.figure(0), text.figure(1)))) == []


def test_liquidated_and_killed_are_two() -> None:
    text = Marked("headline: ⟦12⟧ {dead}\nbody: ⟦12⟧ were {liquidated}")
    assert codes(tuple(check(case(text.figure(0), text.figure(1))))) == [("term_changed", "notice")]


def test_the_same_number_of_dead_and_wounded_is_no_change_of_word() -> None:
    text = Marked("headline: ⟦12⟧ {killed}\nbody: ⟦12⟧ were {wounded}")
    assert list(check(case(text.figure(0), text.figure(1, kind="wounded")))) == []


def test_two_counts_in_one_sentence_are_two_counts() -> None:
    text = Marked("body: ⟦30⟧ {casualties}, ⟦30⟧ dead")
    assert list(check(case(text.figure(0, kind="casualties", value=30), text.figure(1, value=30)))) == []


def test_a_far_larger_number_is_another_count() -> None:
    text = Marked("headline: ⟦Over 4,000⟧ {dead}\nbody: ⟦80,000⟧ {casualties}")
    assert list(check(case(text.figure(0, **OVER), text.figure(1, kind="casualties", value=80000)))) == []


def test_the_source_s_own_word_is_set_beside_the_text_s() -> None:
    text = Marked("body: ⟦4,560⟧ soldiers {died}")
    week = text.figure(0, value=4560)
    said = case(week, text=text.text, series=(series([1, 2]),), fits=(fit("f0", 4560, match(4560)),))
    (found,) = check(said)
    assert found.code == "term_changed"
    assert (
        'the word of the General Staff of the Armed Forces of Ukraine is "liquidated"; this text says "died"'
        in found.says
    )


def test_what_the_general_staff_counts_is_disputed_and_no_side_is_taken() -> None:
    text = Marked("body: ⟦710⟧ were {liquidated}")
    (found,) = check(case(text.figure(0, value=710, source=GENERAL_STAFF), text=text.text))
    assert (found.code, found.sure) == ("definition_disputed", "disputed")
    assert "none is taken for the right one" in found.says
    assert found.definition is not None
    records = found.definition.splitlines()
    assert len(records) >= 3
    assert all(": " in record and record.endswith("]") for record in records)


def test_tanks_are_not_asked_what_liquidated_means() -> None:
    tanks = figure(what="tank", kind="destroyed", source=GENERAL_STAFF)
    assert list(check(case(tanks))) == []
