"""Watches once, as the program does, taken for dead after so many seconds of silence: for tests that kill it.

Call: watching.py SILENCE LEDGER SOURCE...
"""

import sys

from served import HOST
from tallywire import watch
from tallywire.collect.fetch.manners import Manners
from tallywire.ledger import watches


def main() -> None:
    watches.SILENCE, watch.BEAT = float(sys.argv[1]), 0.1
    manners = Manners(private=(HOST,), pause=0.02, wait=0.01)
    done = watch.watch(sys.argv[3:], sys.argv[2], manners=manners, course=watch.Course(every=60, once=True))
    print(done.read.captures)  # noqa: T201  the test counts them


if __name__ == "__main__":
    main()
