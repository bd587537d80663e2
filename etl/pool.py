"""The same work on many items in several processes, with the results in the order of the items."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this are done before a second process is up.
_FEW = 8
_CHUNK = 16


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    workers: int,
    crashed: Callable[[Item], Result],
) -> Iterator[Result]:
    """``work`` of each item, in the order of the items, in ``workers`` processes (in this one where there are few).

    ``work`` and what it takes and gives have to be picklable; what it raises is raised here. An item on which a process
    dies (out of memory, a fault in a library) gives ``crashed(item)``, and the rest goes on.
    """
    if workers <= 1 or len(items) < _FEW:
        yield from map(work, items)
        return
    size = max(1, min(_CHUNK, len(items) // (workers * 4)))
    chunks = deque(items[at : at + size] for at in range(0, len(items), size))
    # A window of chunks, so that results do not pile up where this process is the slower one.
    waiting: deque[tuple[Sequence[Item], Future[list[Result]]]] = deque()
    executor = _executor(workers)
    try:
        while chunks or waiting:
            while chunks and len(waiting) < workers * 4:
                chunk = chunks.popleft()
                waiting.append((chunk, _submitted(executor, work, chunk)))
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                executor.shutdown(wait=False)
                chunks.extendleft(reversed([later for later, _ in waiting]))
                waiting.clear()
                results = [_alone(work, item, crashed) for item in chunk]
                executor = _executor(workers)
            yield from results
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


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


def _alone(work: Callable[[Item], Result], item: Item, crashed: Callable[[Item], Result]) -> Result:
    """``work`` of one item in a process of its own."""
    with _executor(1) as executor:
        try:
            return executor.submit(work, item).result()
        except BrokenProcessPool:
            return crashed(item)


def _executor(workers: int) -> ProcessPoolExecutor:
    # A forked worker has the tables of the lexicon from its parent and needs no guard in the user's own script.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method), initializer=_begin)


def _begin() -> None:
    """Makes this worker end when its parent is gone, so that a killed build leaves no process behind.

    What it has from its parent is never garbage: a collector that does not look at it leaves its memory shared.
    """
    gc.freeze()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
