"""PDFs read in a process of their own, so that a harmful one costs neither the build's memory nor its time.

PDFium is a library in C: a page whose drawing calls itself ten times over keeps it busy for years, and no limit of
Python's reaches it. The process is kept for the next PDF, and ended where a page takes too long.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from etl.documents import BlockKind, Document
from etl.read.compose import Part, compose
from etl.read.source import Known, Source, Unreadable

LONGEST_PAGE = 30.0  # seconds without a page done; a newspaper's page takes a tenth of one
LONGEST = 600.0  # seconds for all pages; the most that are read take a third of it
MOST_MEMORY = 2_000_000_000  # bytes of the process; a report of a thousand pages takes a tenth of it
_DOCUMENTS = 500  # after which the process is ended, with what memory it has not given back
_PROGRESS, _DONE = b".", b"="
_BROKE_DOWN = "The PDF could not be read to its end, because it is damaged or made to do harm; print it into a new PDF."
_TOO_LONG = "A page of the PDF takes longer to read than any page should; print the PDF into a new one."


@dataclass(slots=True)
class _Reader:
    """The process, with the process that it belongs to (a fork must not talk to its parent's) and its documents."""

    process: subprocess.Popen[bytes]
    owner: int
    documents: int = 0


_lock = threading.Lock()
_reader: _Reader | None = None


def read_pdf(source: Source) -> Document | Unreadable:
    """The document in a PDF, or why there is none."""
    with _lock:
        answer = _asked(source.raw)
    problem = answer.get("problem")
    if problem is not None:
        return Unreadable(source.path, source.sha256, 0, str(problem))
    parts = [
        Part(BlockKind(kind), words, level, table, header) for kind, words, level, table, header in answer["parts"]
    ]
    document = compose(parts, source, Known(title=answer["title"], published=answer["published"]))
    return document if isinstance(document, Unreadable) else replace(document, unread=answer["unread"])


def _asked(raw: bytes) -> dict[str, Any]:
    """The answer of the process to a PDF."""
    global _reader
    reader = _running()
    reader.documents += 1
    watch = _Watch(reader.process)
    try:
        assert reader.process.stdin is not None and reader.process.stdout is not None
        send(reader.process.stdin, raw)
        while (sign := reader.process.stdout.read(1)) == _PROGRESS:
            watch.page_done()
        if sign == _DONE:
            found: dict[str, Any] = json.loads(receive(reader.process.stdout))
            return found
    except (OSError, ValueError):
        pass
    finally:
        watch.end()
    _end()
    return {"problem": _TOO_LONG if watch.over else _BROKE_DOWN}


def _running() -> _Reader:
    global _reader
    if _reader is not None and (_reader.owner != os.getpid() or _reader.process.poll() is not None):
        _reader = None
    if _reader is not None and _reader.documents >= _DOCUMENTS:
        _end()
    if _reader is None:
        command = [sys.executable, "-P", "-c", "from etl.read.pdf.serving import serve; serve()"]
        places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": places},
        )
        _reader = _Reader(process, os.getpid())
    return _reader


@atexit.register
def _end() -> None:
    """Ends the process, if it is this one's."""
    global _reader
    if _reader is not None and _reader.owner == os.getpid():
        _reader.process.kill()
        _reader.process.communicate()
    _reader = None


class _Watch:
    """Ends a process that is too long at a page, or at all of them; ``over`` tells that it has."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.over = False
        self._process = process
        self._begun = self._last = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def page_done(self) -> None:
        """Says that the process is at work."""
        self._last = time.monotonic()

    def end(self) -> None:
        """No longer watches."""
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.2):
            now = time.monotonic()
            if now - self._last > LONGEST_PAGE or now - self._begun > LONGEST:
                self.over = True
                self._process.kill()
                return


def send(stream: IO[bytes], content: bytes) -> None:
    """Writes ``content`` so that ``receive`` gives it at the other end."""
    stream.write(len(content).to_bytes(8, "little"))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """What the other end sent. Raises ``EOFError`` where it is gone."""
    length = stream.read(8)
    content = stream.read(int.from_bytes(length, "little")) if len(length) == 8 else b""
    if len(length) < 8 or len(content) < int.from_bytes(length, "little"):
        raise EOFError("the other process has ended")
    return content
