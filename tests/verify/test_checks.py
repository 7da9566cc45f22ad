"""Every check of the folder says what must hold, and all of them run over a case."""

from build import GENERAL_STAFF, figure
from cases import Marked, case, codes
from tallywire.verify.checks import checks, findings


def test_a_check_says_in_one_sentence_what_must_hold() -> None:
    assert len(checks()) >= 8
    for module in checks():
        sentence = (module.__doc__ or "").strip()
        assert sentence.endswith("."), module.__name__
        assert "\n" not in sentence, module.__name__


def test_an_article_without_figures_has_no_findings() -> None:
    assert findings(case()) == ()


def test_conflicts_come_first() -> None:
    text = Marked("headline: ⟦12⟧ {killed}\nbody: ⟦9⟧ were {killed}")
    said = findings(case(text.figure(0, value=12), text.figure(1, value=9, source=GENERAL_STAFF), text=text.text))
    assert codes(said)[0] == ("headline_differs", "conflict")
    assert [severity for _, severity in codes(said)[1:]] == ["notice"] * (len(said) - 1)
    assert len(said) > 1


def test_what_stands_in_comments_and_related_stories_takes_no_part() -> None:
    text = Marked("headline: ⟦12⟧ {killed}\ncomment: ⟦5⟧ {died}\nrelated: ⟦440⟧ {killed}")
    own, joke, other = (
        text.figure(index, value=value, source=GENERAL_STAFF) for index, value in enumerate((12, 5, 440))
    )
    assert {one for found in findings(case(own, joke, other, text=text.text)) for one in found.figures} == {own.id}


def test_the_findings_of_a_case_are_the_same_twice() -> None:
    said = case(figure(id="a", segment="headline"), figure(id="b", value=13))
    assert findings(said) == findings(said)
