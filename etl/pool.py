"""The same work on many items in several processes, with the results in the order of the items."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this are done before a second process is up.
_FEW = 8
_CHUNK = 16
_HEAVY = 4_000_000  # bytes that a chunk carries at most, so that what waits stays small
_WAITING = 4  # chunks a worker
_LONGEST = 900.0  # seconds for one item; the longest readable text takes a third of it


class Ended(Enum):
    """Why a process gave no result."""

    DIED = auto()
    TOO_LONG = auto()


@dataclass(frozen=True, slots=True)
class Ready(Generic[Result]):
    """An item whose result is known without work."""

    result: Result


@dataclass(frozen=True, slots=True)
class _Chunk(Generic[Item, Result]):
    """Adjoining items, and the work on those that need it."""

    items: Sequence[Item | Ready[Result]]
    future: Future[list[Result]] | None

    @property
    def open(self) -> list[Item]:
        return [item for item in self.items if not isinstance(item, Ready)]


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(
    work: Callable[[Item], Result],
    items: Iterable[Item | Ready[Result]],
    *,
    workers: int,
    crashed: Callable[[Item, Ended], Result],
    weight: Callable[[Item], int] = lambda item: 0,
    longest: float = _LONGEST,
    elsewhere: bool = False,
) -> Iterator[Result]:
    """``work`` of each item, in the order of the items, in ``workers`` processes (in this one where there are few items
    or but one worker, unless it is to be done ``elsewhere``).

    Items are asked for as they are needed, a few chunks ahead of the results; ``weight`` is how many bytes one carries.
    ``work`` and what it takes and gives have to be picklable; what it raises is raised here. An item on which a process
    dies (out of memory, a fault in a library), or that takes ``longest`` seconds, gives ``crashed`` of it, and the rest
    goes on.
    """
    first = list(islice(coming := iter(items), _FEW))
    if not elsewhere and (workers <= 1 or len(first) < _FEW):
        for item in chain(first, coming):
            yield item.result if isinstance(item, Ready) else work(item)
        return
    chunks: Iterator[list[Item | Ready[Result]]] = _chunks(chain(first, coming), weight)
    yield from _Pool(work, workers, crashed, longest).run(chunks)


class _Pool(Generic[Item, Result]):
    """Workers and the chunks that they are at."""

    def __init__(
        self,
        work: Callable[[Item], Result],
        workers: int,
        crashed: Callable[[Item, Ended], Result],
        longest: float,
    ) -> None:
        self._work, self._workers, self._crashed, self._longest = work, workers, crashed, longest
        self._executor = _executor(workers)
        self._waiting: deque[_Chunk[Item, Result]] = deque()

    def run(self, chunks: Iterator[Sequence[Item | Ready[Result]]]) -> Iterator[Result]:
        """The results of all chunks, in order."""
        try:
            while True:
                for items in islice(chunks, max(0, self._workers * _WAITING - len(self._waiting))):
                    self._waiting.append(self._begun(items))
                if not self._waiting:
                    return
                yield from self._results(self._waiting.popleft())
        finally:
            # A build that is stopped does not wait for work whose results nobody takes.
            _kill(self._executor) if self._waiting else self._executor.shutdown(wait=True)

    def _begun(self, items: Sequence[Item | Ready[Result]]) -> _Chunk[Item, Result]:
        todo = [item for item in items if not isinstance(item, Ready)]
        return _Chunk(items, _submitted(self._executor, self._work, todo) if todo else None)

    def _results(self, chunk: _Chunk[Item, Result]) -> Iterator[Result]:
        done = iter(self._done(chunk))
        for item in chunk.items:
            yield item.result if isinstance(item, Ready) else next(done)

    def _done(self, chunk: _Chunk[Item, Result]) -> list[Result]:
        if chunk.future is None:
            return []
        try:
            return chunk.future.result(timeout=self._longest * len(chunk.items))
        except (BrokenProcessPool, TimeoutError):
            _kill(self._executor)
        found = [self._alone(item) for item in chunk.open]
        self._executor = _executor(self._workers)
        self._waiting = deque(self._begun(later.items) for later in self._waiting)
        return found

    def _alone(self, item: Item) -> Result:
        """The work on one item in a process of its own."""
        executor = _executor(1)
        try:
            return executor.submit(self._work, item).result(timeout=self._longest)
        except BrokenProcessPool:
            return self._crashed(item, Ended.DIED)
        except TimeoutError:
            return self._crashed(item, Ended.TOO_LONG)
        finally:
            _kill(executor)


def _chunks(
    items: Iterator[Item | Ready[Result]], weight: Callable[[Item], int]
) -> Iterator[list[Item | Ready[Result]]]:
    """Items in chunks, small ones first, so that all workers soon have work."""
    size, carried = 1, 0
    chunk: list[Item | Ready[Result]] = []
    for item in items:
        chunk.append(item)
        carried += 0 if isinstance(item, Ready) else weight(item)
        if len(chunk) >= size or carried >= _HEAVY:
            yield chunk
            chunk, carried, size = [], 0, min(_CHUNK, 2 * size)
    if chunk:
        yield chunk


def _submitted(
    executor: ProcessPoolExecutor, work: Callable[[Item], Result], chunk: Sequence[Item]
) -> Future[list[Result]]:
    try:
        return executor.submit(_all, work, chunk)
    except BrokenProcessPool as error:
        future: Future[list[Result]] = Future()
        future.set_exception(error)
        return future


def _all(work: Callable[[Item], Result], chunk: Sequence[Item]) -> list[Result]:
    return [work(item) for item in chunk]


def _executor(workers: int) -> ProcessPoolExecutor:
    # A forked worker has the tables of the lexicon from its parent and needs no guard in the user's own script.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method), initializer=_begin)


def _kill(executor: ProcessPoolExecutor) -> None:
    """Ends the workers at once, whatever they are at."""
    for process in list((executor._processes or {}).values()):
        with contextlib.suppress(OSError, ValueError):
            process.kill()
    executor.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Makes this worker end when its parent is gone, so that a killed build leaves no process behind.

    A user who stops a build stops its parent, which ends the workers. What a worker has from its parent is never
    garbage: a collector that does not look at it leaves its memory shared.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
