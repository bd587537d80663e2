"""What the command prints of a run: how it goes for who watches, what came of it for all."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from etl.fetch.journal import LIST
from etl.fetch.types import FetchResult, Line, Outcome
from etl.printing import console, grid

# More addresses than this are no longer for people; all are in the list.
_MOST_ROWS = 20
_TOLD = {
    Outcome.KEPT: "kept",
    Outcome.RENEWED: "renewed",
    Outcome.UNCHANGED: "unchanged",
    Outcome.THERE: "there already and not asked again",
    Outcome.FORBIDDEN: "forbidden",
    Outcome.FAILED: "failed",
}


def print_fetch(result: FetchResult, into: Path) -> None:
    """The counts of a run, and the addresses of which no page came with the reason."""
    out = console()
    counts = [f"{result.count(outcome)} {told}" for outcome, told in _TOLD.items() if result.count(outcome)]
    missed = [line for line in result.lines if line.outcome in (Outcome.FORBIDDEN, Outcome.FAILED)]
    if missed:
        rows = [(line.outcome.value, line.url, line.why) for line in missed[:_MOST_ROWS]]
        out.print(grid(("outcome", "address", "why"), rows))
        if len(missed) > _MOST_ROWS:
            out.print(f"... and {len(missed) - _MOST_ROWS} more.")
    if result.before:
        out.print(f"Went on with a fetch that was stopped; done before: {result.before}.")
    out.print(f"Pages: {', '.join(counts) or 'none'}.")
    if result.count(Outcome.THERE):
        out.print("Their servers gave nothing by which to ask whether they changed. --again fetches them anew.")
    for note in result.notes:
        out.print(note, soft_wrap=True)
    out.print(f"What came of each address: {into / LIST}", soft_wrap=True)
    if result.pages:
        out.print(f"Read them with: arms-transfers build {into}", soft_wrap=True)


def print_dry(result: FetchResult) -> None:
    """What a run would ask for, an address a line, and what it would not with the reason."""
    out = console()
    for line in result.lines:
        if line.outcome is Outcome.WANTED:
            out.print(line.url, soft_wrap=True)
    told = [line for line in result.lines if line.outcome is not Outcome.WANTED]
    if told:
        out.print(grid(("outcome", "address", "why"), [(line.outcome.value, line.url, line.why) for line in told]))
    out.print(f"Nothing was kept. Would be asked for: {result.count(Outcome.WANTED)}.")
    for note in result.notes:
        out.print(note, soft_wrap=True)


def print_json(result: FetchResult, stream: TextIO) -> None:
    """All lines of a run as a JSON array of objects."""
    json.dump([asdict(line) for line in result.lines], stream, indent=1)
    stream.write("\n")


@contextlib.contextmanager
def progress() -> Iterator[Callable[[Line, int], None] | None]:
    """What to call with each line, so that a terminal shows how far the run is; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console(sys.stderr), transient=True) as shown:
        task = shown.add_task("", total=None)

        def say(line: Line, left: int) -> None:
            done = shown.tasks[0].completed + 1
            shown.update(task, completed=done, total=done + left, description=f"{line.outcome.value} {line.url[:100]}")

        yield say
