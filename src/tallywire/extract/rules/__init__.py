"""Shapes of sentences, one file each: `read(sentence)` proposes numbers with their words of harm."""
