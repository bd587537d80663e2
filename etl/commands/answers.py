"""What the commands share: an answer is written, or the command ends with a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from etl.commands.status import Status, status_of

if TYPE_CHECKING:
    from etl.ask import Answer

OUTPUT = Path("output")
DATABASE = OUTPUT / "arms_transfers.duckdb"
Database = Annotated[
    Path, typer.Option("--database", "-d", help="The dataset to ask: its DuckDB file, or the folder that holds it.")
]
AnswerFile = Annotated[
    Path | None, typer.Option("--output", "-o", help="File for the answer instead of standard output.")
]


def stop(sentence: str, status: Status = Status.FAILED) -> NoReturn:
    """Ends the command with a sentence on standard error and an exit status."""
    from etl.terminal import harmless

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    words = harmless(sentence)
    typer.echo(words if plain else typer.style(words, fg=typer.colors.RED), err=True)
    raise typer.Exit(status)


def fail(error: Exception) -> NoReturn:
    """Ends the command with the sentence of an error."""
    stop(str(error), status_of(error))


def choose(form: str, forms: tuple[str, ...]) -> None:
    """Ends the command where a format is none of those that it has."""
    if form not in forms:
        stop(f"There is no format {form}. Choose one of {', '.join(forms)}.", Status.USAGE)


def write(answer: Answer, form: str, output: Path | None) -> None:
    """Writes an answer in a format to a file, or to standard output where none is named."""
    from etl.printing import print_answer

    if form == "parquet" and output is not None:
        _writing(output, lambda: answer.write_parquet(output))
    else:
        write_text(lambda stream: print_answer(answer, form, stream), output)


def write_text(printing: Callable[[TextIO], None], output: Path | None) -> None:
    """Prints into a file, or to standard output where none is named."""
    if output is None:
        printing(sys.stdout)
        return

    def into_file() -> None:
        with output.open("w", encoding="utf-8", newline="") as stream:
            printing(stream)

    _writing(output, into_file)


def _writing(output: Path, writes: Callable[[], None]) -> None:
    try:
        writes()
    except OSError as error:
        stop(f"{output} cannot be written: {error.strerror}.")
