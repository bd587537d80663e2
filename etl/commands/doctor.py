"""The command ``doctor``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.answers import OUTPUT, fail
from etl.commands.as_json import AsJson, print_json
from etl.commands.status import Status


def doctor(
    output: Annotated[Path, typer.Argument(metavar="[OUTPUT]", help="The folder of a dataset.")] = OUTPUT,
    as_json: AsJson = False,
) -> None:
    """Examine a dataset: whether its files are whole and fit together, and what to do where they do not.

    Files are there and can be read, tables have the columns of the schemas, Parquet has the rows of DuckDB, references
    lead to rows, and the words of every row stand in their text. Nothing is changed. Ends with 1 where something is
    wrong.
    """
    from etl.doctor import examine
    from etl.printing import console
    from etl.sources import SourceError

    try:
        found = examine(output)
    except SourceError as error:
        fail(error)
    if as_json:
        print_json(found)
    else:
        out = console()
        for sentence in (*found.about, *found.notes):
            out.print(sentence, soft_wrap=True)
        for problem in found.problems:
            out.print(f"\n{problem.where}: {problem.what}\n    {problem.todo}", soft_wrap=True)
        if found.problems:
            out.print(f"\nThings that are wrong: {len(found.problems)}.")
        else:
            out.print("Nothing is wrong.")
    if found.problems:
        raise typer.Exit(Status.FAILED)
