"""Keeps the same documents every time it runs: what a bulk reading does to a ledger, for tests that kill it.

Call: bulk.py LEDGER HOW_MANY
"""

import sys

from documents import document
from tallywire.ledger import store


def main() -> None:
    store.BATCH_SECONDS = 0.01  # many batches, so that a fast machine too is killed between two of them
    with store.open(sys.argv[1]) as ledger:
        print("open", flush=True)  # noqa: T201  the test waits for this word
        for number in range(int(sys.argv[2])):
            if number == int(sys.argv[2]) * 4 // 5:
                print("nearly", flush=True)  # noqa: T201  and for this one
            kept = document(f"{number} died, {number + 1} hurt , {number + 2} gone " * 3, address=f"{number}.txt")
            ledger.keep(*kept, recorded="2022-11-14T09:00:00+00:00", version="1")


if __name__ == "__main__":
    main()
