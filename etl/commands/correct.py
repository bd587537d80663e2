"""The command ``correct``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.commands.answers import DATABASE, Database, fail, stop
from etl.commands.as_json import AsJson, print_json
from etl.commands.status import Status

if TYPE_CHECKING:
    from etl.corrections.types import Correction

_FILE = Path("corrections.csv")


def correct(
    row_id: Annotated[str, typer.Argument(metavar="ID", help="deal_id or transfer_id of a row, or of a report of it.")],
    why: Annotated[str, typer.Option("--why", help="Why the row is wrong; where you have it from.")],
    field: Annotated[str | None, typer.Argument(metavar="[FIELD]", help="The cell to set.")] = None,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]", help="Its new value; '' empties it.")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="Take the row out.")] = False,
    merge: Annotated[
        str | None, typer.Option("--merge", metavar="DEAL_ID", help="Make the deal one with this deal.")
    ] = None,
    part: Annotated[
        list[str] | None,
        typer.Option("--part", metavar="REPORT_ID", help="Make this report of the deal a deal of its own; repeatable."),
    ] = None,
    who: Annotated[str | None, typer.Option("--who", help="Your name; that of your account by default.")] = None,
    when: Annotated[str | None, typer.Option("--when", metavar="DATE", help="The day; today by default.")] = None,
    file: Annotated[Path, typer.Option("--file", "-f", help="The file to add the correction to.")] = _FILE,
    database: Database = DATABASE,
    as_json: AsJson = False,
) -> None:
    """Write a correction of a cell, a row or a deal into corrections.csv, which build --corrections applies.

    The line keeps what the row is today. Where a later build finds it otherwise, the correction is not applied, and the
    build says so. docs/corrections.md has an example.
    """
    from etl.ask import QueryError
    from etl.corrections.file import CorrectionsError, append
    from etl.corrections.propose import Author, propose_drop, propose_merge, propose_part, propose_set

    ways = [field is not None, drop, merge is not None, bool(part)]
    if sum(ways) != 1 or (field is not None) != (value is not None):
        stop("Say one thing: FIELD and VALUE, or --drop, or --merge DEAL_ID, or --part REPORT_ID.", Status.USAGE)
    author = Author(who or _account(), when or _today(), why)
    try:
        if field is not None:
            made = propose_set(database, row_id, field, value or None, author)
        elif drop:
            made = propose_drop(database, row_id, author)
        elif merge is not None:
            made = propose_merge(database, row_id, merge, author)
        else:
            made = propose_part(database, row_id, part or [], author)
        append(file, made)
    except (QueryError, CorrectionsError) as error:
        fail(error)
    if as_json:
        print_json({"file": file, "correction": made})
        return
    typer.echo(_written(made))
    typer.echo(f"It is in {file}. Apply it with: arms-transfers build DOCS... --corrections {file}")


def _written(made: Correction) -> str:
    """What a correction will do."""
    if made.field is not None:
        old, new = ("empty" if told is None else told for told in (made.expect, made.value))
        return f"{made.field} of {made.row_id}: {new}, not {old}."
    told = {"drop": "is taken out", "merge": f"is one with {made.value}", "part": f"loses {made.value}"}
    return f"{made.row_id} {told[made.action]}."


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def _account() -> str:
    """The name of the user's account. Ends the command where there is none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        stop("Say who you are with --who.", Status.USAGE)
