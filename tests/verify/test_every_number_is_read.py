"""Numbers near harm that no rule read are named, those of comments are not."""

from cases import Marked, case
from tallywire.claims.reading import Unread
from tallywire.verify.every_number_is_read import check


def test_an_unread_number_of_the_body_is_named() -> None:
    text = Marked("body: three whole ⟦families⟧ died\ncomment: ⟦9⟧ of them")
    unread = tuple(Unread(at, at + 5, text.text[at : at + 5], "no rule") for at in (0, text.text.index("9")))
    (found,) = check(case(text=text.text, segments=tuple(text.segments), unread=unread))
    assert (found.code, found.severity, found.says) == (
        "unread_number",
        "info",
        '"three" was not read as a figure: no rule.',
    )
