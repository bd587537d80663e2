"""A queue for each host, of which the host comes first that may be asked first, so that no host is waited for while
another may be asked."""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable

from etl.fetch.address import Address
from etl.fetch.types import Entry


class Turns:
    """Addresses that wait. ``turn`` says from when on (seconds) a host may be asked."""

    def __init__(self, turn: Callable[[str], float]) -> None:
        self._turn = turn
        self._queues: dict[str, deque[tuple[Address, Entry]]] = {}
        self._hosts: list[tuple[float, int, str]] = []
        self._order = itertools.count()
        self._waiting = 0

    def __len__(self) -> int:
        return self._waiting

    def add(self, address: Address, entry: Entry) -> None:
        """Puts an address at the end of its host's queue."""
        self._waiting += 1
        if address.host in self._queues:
            self._queues[address.host].append((address, entry))
            return
        self._queues[address.host] = deque([(address, entry)])
        heapq.heappush(self._hosts, (self._turn(address.host), next(self._order), address.host))

    def next(self) -> tuple[Address, Entry] | None:
        """The address to ask now, None where none waits."""
        while self._hosts:
            at, _, host = heapq.heappop(self._hosts)
            queue = self._queues[host]
            if not queue:
                del self._queues[host]
                continue
            now = self._turn(host)
            if now > at:
                # The host was asked since, or asked for more distance.
                heapq.heappush(self._hosts, (now, next(self._order), host))
                continue
            heapq.heappush(self._hosts, (at, next(self._order), host))
            self._waiting -= 1
            return queue.popleft()
        return None
