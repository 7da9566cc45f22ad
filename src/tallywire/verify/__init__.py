"""Checks of a reading: one file a check, named by the sentence that must hold; each says Findings with arithmetic."""
