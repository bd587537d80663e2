"""The process that reads PDFs: what it is sent, and what it answers."""

from __future__ import annotations

import gc
import json
import sys
from contextlib import suppress
from typing import Any

from etl.read.pdf.isolated import MOST_MEMORY, receive, send
from etl.read.pdf.reading import BROKEN, Hopeless, read


def serve() -> None:
    """Answers PDFs on standard input on standard output until the other end is gone: a dot a page, then the answer."""
    _limit_memory()
    # Words and lines are many and hold no circles, so that looking for those costs a third of the time.
    gc.disable()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            answer = _answer(receive(sys.stdin.buffer))
            sys.stdout.buffer.write(b"=")
            send(sys.stdout.buffer, json.dumps(answer).encode())
            gc.collect()


def _answer(raw: bytes) -> dict[str, Any]:
    try:
        found = read(raw, _page_done)
    except Hopeless as fault:
        return {"problem": str(fault)}
    except (MemoryError, RecursionError):
        return {"problem": BROKEN}
    parts = [(part.kind.value, part.words, part.level, part.table, part.header) for part in found.parts]
    return {
        "problem": None,
        "parts": parts,
        "title": found.title,
        "published": found.published,
        "unread": found.unread,
    }


def _page_done() -> None:
    sys.stdout.buffer.write(b".")
    sys.stdout.buffer.flush()


def _limit_memory() -> None:
    """Where the system has such limits: PDFium breaks down rather than take all memory."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
