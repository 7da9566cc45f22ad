"""How a process of ours looks after its memory."""

import gc

# Reading an article makes thousands of small values and hardly a cycle. Python looks for cycles after every 700 new
# ones; at this pace texts are read a quarter faster.
NEW_VALUES = 20_000


def collect_rarely() -> None:
    """Look for garbage less often: for a process that only reads, not for one that others share."""
    gc.set_threshold(NEW_VALUES, 10, 10)
