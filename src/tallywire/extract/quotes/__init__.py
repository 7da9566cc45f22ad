"""Who said what, in all of a text: `marks` finds what stands in quotation marks, `indirect` what verbs of saying hold."""

from tallywire.extract.quotes.marks import Quotations, quotations
from tallywire.extract.quotes.read import quotes

__all__ = ["Quotations", "quotations", "quotes"]
