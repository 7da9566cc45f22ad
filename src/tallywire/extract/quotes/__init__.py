"""Who said what, in all of a text: in quotation marks (`marks`) and told in other words (`indirect`)."""

from tallywire.extract.quotes.marks import Quotations, quotations
from tallywire.extract.quotes.read import quotes

__all__ = ["Quotations", "quotations", "quotes"]
