"""One request after another to each host, with a pause between them, while other hosts are asked."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict


class Pace:
    """Gives each host its turns, in the order they were asked for."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._free: dict[str, float] = {}
        self._busy: dict[str, float] = {}
        self._queues: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def turn(self, host: str, delay: float = 0.0) -> None:
        """Wait until the host may be asked; `delay` is what its robots.txt wants between two requests."""
        async with self._queues[host]:
            while (left := max(self._free.get(host, 0.0) - time.monotonic(), self.held(host))) > 0:
                await asyncio.sleep(left)
            self._free[host] = time.monotonic() + max(self._pause, delay)

    def hold(self, host: str, seconds: float) -> None:
        """Ask this host nothing for so long: it has said that it is busy."""
        self._busy[host] = max(self._busy.get(host, 0.0), time.monotonic() + seconds)

    def held(self, host: str) -> float:
        """For how many seconds more this host is to be left alone."""
        return max(0.0, self._busy.get(host, 0.0) - time.monotonic())
