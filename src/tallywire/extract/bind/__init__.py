"""The document pass, the same for every language: who said it, whose loss, when, where, part of what."""
