"""Work that is done in a process of its own while this one goes on."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")


@contextlib.contextmanager
def aside(work: Callable[[], Result], wanted: bool = True) -> Iterator[Callable[[], Result]]:
    """Begins ``work`` in another process; gives what waits for its result and returns or raises it, within the block.

    The work is done in this process, when it is asked for, unless that is ``wanted`` and processes can be forked here,
    and where the other one did not come to an end.
    """
    if not wanted or sys.platform != "linux" or multiprocessing.current_process().daemon:
        yield work
        return
    context = multiprocessing.get_context("fork")
    answers, told = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, told), daemon=True)
    process.start()
    told.close()

    def result() -> Result:
        try:
            raised, answer = answers.recv()
        except (EOFError, OSError):
            return work()
        if raised:
            raise answer
        return answer  # type: ignore[no-any-return]

    try:
        yield result
    finally:
        answers.close()
        process.kill()
        process.join()


def _do(work: Callable[[], Result], told: Connection) -> None:
    """Does the work and tells what came of it; what could not be told is done again by who asked."""
    # Who stops a build stops the process that asked, which ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    try:
        answer: tuple[bool, object] = False, work()
    except Exception as error:
        answer = True, error
    with contextlib.suppress(OSError):
        told.send(answer)
