"""Letters as words are compared: lower case, one kind of digit, apostrophe and of each letter written in two ways.

Texts and word lists go through the same fold, so a word list may be written as its language writes it. The length
stays: offsets in the folded text are offsets in the text.
"""

from __future__ import annotations

import re

# Vowel signs of Hebrew and Arabic, which most texts leave out, and the stroke that draws a word wide.
SIGNS = "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
_SIGN = re.compile(SIGNS)
_SIGNED = re.compile(SIGNS + "|[א-ת]")
_SAME = tuple(
    zip(
        "’ʼ׳״־"  # apostrophes, Hebrew geresh, gershayim and hyphen
        "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫"  # the digits of Arabic and Persian, their marks of thousands and decimals
        "،؛؟٪"
        "أإآٱىیةکھ"  # letters that texts of one language write in two ways
        "\u200c",  # Persian joins the parts of a word by it, or by a space, or by nothing
        "''" + "'\"-" + "01234567890123456789,." + ",;?%" + "اااايي" + "هكه" + " ",
        strict=True,
    )
)


def fold(text: str) -> str:
    """The text in letters that can be compared, its length kept."""
    if text.isascii():
        return text.lower()
    text = text.replace("İ", "i").replace("ı", "i")  # Turkish
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when they are lowered
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for letter, same in _SAME:  # looking for each of them takes a tenth of the time of looking each letter up
        if letter in lowered:
            lowered = lowered.replace(letter, same)
    return lowered


def has_signs(text: str) -> bool:
    """Whether a text has vowel signs, or Hebrew letters, whose abbreviations have a mark inside."""
    return _SIGNED.search(text) is not None


def signless(word: str) -> str:
    """A word without its vowel signs."""
    return _SIGN.sub("", word)
