"""The command ``show``."""

from __future__ import annotations

from typing import Annotated

import typer

from etl.commands.answers import DATABASE, Database, fail
from etl.commands.as_json import AsJson, print_json


def show(
    row_id: Annotated[
        str, typer.Argument(metavar="ID", help="transfer_id or deal_id: T-..., D-..., or that of a report.")
    ],
    database: Database = DATABASE,
    as_json: AsJson = False,
) -> None:
    """Show a row and what it rests on.

    Of a consolidated transfer or deal: how its reports stand to each cell, each report with its sentence, cells that
    differ marked, and the corrections of it. Of a reported transfer or deal: for each of its cells the sentence it
    came from, the words marked.
    """
    from etl.ask import QueryError, find_reported
    from etl.printing import print_reported
    from etl.show import find_consolidated
    from etl.show.locate import is_consolidated
    from etl.show.printing import print_consolidated

    try:
        if is_consolidated(row_id):
            (print_json if as_json else print_consolidated)(find_consolidated(database, row_id))
        else:
            (print_json if as_json else print_reported)(find_reported(database, row_id))
    except QueryError as error:
        fail(error)
