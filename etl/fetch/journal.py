"""The list of what came of each address, and the mark of a run that has not ended."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from etl.fetch.keep import write_whole
from etl.fetch.types import FetchError, Line, Outcome
from etl.read.kinds import FETCHED

LIST = FETCHED
MARK = ".fetch.unfinished"
# What a run that goes on need not ask again: a failure may have been that of the moment.
_DONE = frozenset({Outcome.KEPT, Outcome.RENEWED, Outcome.UNCHANGED, Outcome.THERE, Outcome.FORBIDDEN})


@dataclass(slots=True)
class Journal:
    """The journal of a run, open in its folder.

    ``run`` is the moment at which the run began: the one that was stopped, where this one goes on with it. ``done`` has
    the addresses that it had come to an end with.
    """

    run: str
    done: frozenset[str]
    _folder: Path
    _stream: IO[bytes]
    _mark: IO[str]

    @classmethod
    def open(cls, folder: Path, arguments: Iterable[str], now: str) -> Journal:
        """Opens the journal of a folder, which is made where it is not there.

        A run with the same ``arguments`` that was stopped is gone on with. Raises ``FetchError`` where another run is
        writing into the folder, and ``OSError``.
        """
        folder.mkdir(parents=True, exist_ok=True)
        mark = (folder / MARK).open("a+", encoding="utf-8")
        if not _lock(mark):
            mark.close()
            raise FetchError(
                f"Another fetch is writing into {folder}. Wait for it, or name another folder with --into."
            )
        asked = hashlib.sha256("\0".join(arguments).encode("utf-8", "replace")).hexdigest()
        run, done = now, frozenset[str]()
        before = _read_mark(mark)
        if before is not None and before[1] == asked:
            run = before[0]
            done = frozenset(
                line.url for line in read_lines(folder / LIST) if line.run == run and line.outcome in _DONE
            )
        mark.seek(0)
        mark.truncate()
        mark.write(json.dumps({"run": run, "arguments": asked}))
        mark.flush()
        return cls(run, done, folder, _appending(folder / LIST), mark)

    def add(self, line: Line) -> None:
        """Adds a line, at once on the disk. Raises ``OSError``."""
        self._stream.write(_written(line))
        self._stream.flush()

    def finish(self) -> None:
        """Ends the run: one line an address stays, the last one, and the mark goes. Raises ``OSError``."""
        self._stream.flush()
        last = {line.url: line for line in read_lines(self._folder / LIST)}
        write_whole(self._folder / LIST, b"".join(map(_written, last.values())))
        (self._folder / MARK).unlink()

    def close(self) -> None:
        """Closes the files; without ``finish``, the next run with the same arguments goes on with this one."""
        self._stream.close()
        self._mark.close()


def read_lines(path: Path) -> list[Line]:
    """The lines of a ``fetch.jsonl``; those that are none, as a killed run may leave one, are left out."""
    try:
        written = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return []
    found: list[Line] = []
    for words in written:
        with contextlib.suppress(ValueError, TypeError):
            known = json.loads(words)
            found.append(Line(**{**known, "outcome": Outcome(known["outcome"])}))
    return found


def _written(line: Line) -> bytes:
    # Only ASCII: an address as the user wrote it may hold what UTF-8 cannot.
    return (json.dumps(asdict(line)) + "\n").encode("ascii")


def _appending(path: Path) -> IO[bytes]:
    """The list, to add lines to; a half line that a killed run left is ended first."""
    stream = path.open("ab+")
    if stream.tell():
        stream.seek(-1, 2)
        if stream.read(1) != b"\n":
            stream.write(b"\n")
    return stream


def _read_mark(mark: IO[str]) -> tuple[str, str] | None:
    mark.seek(0)
    try:
        known: Any = json.loads(mark.read())
        return str(known["run"]), str(known["arguments"])
    except (ValueError, TypeError, KeyError):
        return None


def _lock(stream: IO[str]) -> bool:
    """Whether no other process has the file; the lock goes with the process, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows has no such locks
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
