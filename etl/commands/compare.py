"""The command ``compare``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.answers import DATABASE, AnswerFile, Database, choose, fail, write, write_text

_FORMATS = ("table", "csv", "json")


def compare(
    register: Annotated[
        Path, typer.Argument(metavar="REGISTER.csv", help="A trade register from SIPRI's Arms Transfers Database.")
    ],
    database: Database = DATABASE,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")] = "table",
    output: AnswerFile = None,
) -> None:
    """Compare the dataset with SIPRI's trade register: deals in both with their differences, only there, only here.

    docs/compare.md says which files are read and how deals are matched.
    """
    from etl.ask import QueryError
    from etl.compare import RegisterError
    from etl.compare import compare as run
    from etl.compare.answer import answer, print_comparison

    choose(form, _FORMATS)
    try:
        comparison = run(register, database)
    except (RegisterError, QueryError) as error:
        fail(error)
    if form == "table":
        write_text(lambda stream: print_comparison(comparison, stream), output)
    else:
        write(answer(comparison), form, output)
