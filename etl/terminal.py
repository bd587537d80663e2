"""What a terminal is given: words of documents, whose control characters would move its cursor, rename it, or worse."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TextIO, cast

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook, RenderResult
from rich.segment import Segment

_INSTEAD = "\ufffd"
# Controls in both halves but tab and newline, and the marks that turn the order of letters round: "gpj.exe" reads
# "exe.jpg" behind one.
_HARMFUL = [*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_TABLE = dict.fromkeys(_HARMFUL, _INSTEAD)


def harmless(words: str) -> str:
    """Words with U+FFFD for each character that a terminal would obey, and for each half of a surrogate pair."""
    return words.translate(_TABLE).encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def console(stream: TextIO, width: int | None) -> Console:
    """A console on a stream, of a width in characters or its terminal's; it prints words as they are, and harmless."""
    made = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    made.push_render_hook(_Harmless())
    return made


class _Harmless(RenderHook):
    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Shown(one) for one in renderables]


@dataclass(frozen=True, slots=True)
class _Shown:
    """Something to be printed, with its words made harmless; what rich itself tells the terminal stays."""

    inside: ConsoleRenderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.inside, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)


def guarded(stream: TextIO) -> TextIO:
    """The stream for what programs read: as it is, but where it is a terminal what is written is made harmless."""
    return cast("TextIO", _Guarded(stream)) if stream.isatty() else stream


class _Guarded(io.TextIOBase):
    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, words: str) -> int:
        self._stream.write(harmless(words))
        return len(words)

    def writelines(self, lines: Iterable[Any]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        self._stream.flush()
