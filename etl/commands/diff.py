"""The command ``diff``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.answers import AnswerFile, choose, fail, write, write_text

_FORMATS = ("table", "csv", "json", "html")


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A dataset: its DuckDB file, or its folder.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The dataset to compare with it.")],
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv, json or html (a page).")] = "table",
    output: AnswerFile = None,
) -> None:
    """Tell what changed between two datasets: deals, transfers and documents, cell by cell.

    A row is the same where it rests on the same reports, whatever its identifier; a document where its bytes or else
    its path is. Rows added, removed and changed are counted for all tables. The page (html) also quotes the reports
    behind each change. docs/diff.md has an example.
    """
    from etl.ask import QueryError
    from etl.diff import diff as run
    from etl.diff.page import name_of, page
    from etl.diff.printing import print_difference

    choose(form, _FORMATS)
    try:
        found = run(old, new, reports=form == "html")
    except QueryError as error:
        fail(error)
    if form == "table":
        write_text(lambda stream: print_difference(found, stream), output)
    elif form == "html":
        content = page(found, name_of(old), name_of(new))
        write_text(lambda stream: print(content, end="", file=stream), output)
    else:
        write(found.changes, form, output)
