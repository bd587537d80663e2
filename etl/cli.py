"""The commands. Each one calls the project's own functions and says what came out."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.answers import DATABASE, OUTPUT, AnswerFile, Database, choose, fail, stop, write
from etl.commands.as_json import AsJson, built, print_json
from etl.commands.compare import compare
from etl.commands.completion import answer_the_shell, completion
from etl.commands.correct import correct
from etl.commands.diff import diff
from etl.commands.doctor import doctor
from etl.commands.fetch import fetch
from etl.commands.help import examples, statuses
from etl.commands.serve import serve
from etl.commands.show import show
from etl.commands.status import Status
from etl.engine import Engine

app = typer.Typer(
    name="arms-transfers",
    help="Reads texts on the arms trade and makes a checked dataset of arms transfers.",
    epilog=statuses(),
    no_args_is_help=True,
    # The command completion prints the same, and guesses nothing of the shell that it runs in.
    add_completion=False,
    pretty_exceptions_show_locals=False,
    rich_markup_mode="rich",
)


@app.command(epilog=examples("build"))
def build(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCS...", help="Files, folders (with all that is in them) and globs.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the dataset; replaced whole.")] = OUTPUT,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that extract; as many as there are processors by default.")
    ] = None,
    engine: Annotated[Engine, typer.Option(help="Who reads: processes of this machine, or workers of dask.")] = (
        Engine.PROCESSES
    ),
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="The dask scheduler whose workers read (tcp://10.0.0.1:8786)."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Deals and transfers that are less sure than this go to rejects.")
    ] = 0.0,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", "-c", help="A file of corrections, as correct writes it.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Read documents anew that have not changed, too.")] = False,
    columns: Annotated[
        str | None,
        typer.Option(metavar="text=body,...", help="Which columns of tables of articles hold what."),
    ] = None,
    downloads: Annotated[
        bool, typer.Option("--downloads/--no-downloads", help="Write arms_transfers.csv and arms_transfers.xlsx.")
    ] = True,
    site: Annotated[bool, typer.Option("--site/--no-site", help="Write the pages in the folder site.")] = True,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 where a document failed or a row or correction was refused.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Build a dataset from documents: a DuckDB file, one Parquet file a table, CSV, Excel, pages."""
    from etl.build import build as run
    from etl.cluster.errors import ClusterError
    from etl.corrections.file import CorrectionsError
    from etl.printing_build import print_build, progress_shown
    from etl.sources import SourceError
    from etl.store import OutputError

    _agree(engine, scheduler, workers)
    try:
        with progress_shown() as progress:
            result = run(
                documents,
                output,
                workers=workers,
                min_confidence=min_confidence,
                corrections=corrections,
                full=full,
                downloads=downloads,
                site=site,
                columns=_columns(columns),
                progress=progress,
                engine=engine,
                scheduler=scheduler,
            )
    except KeyboardInterrupt:
        stop("Stopped. What was read so far is kept: the same command goes on from there.", status=Status.STOPPED)
    except (SourceError, CorrectionsError, OutputError, ClusterError) as error:
        fail(error)
    if as_json:
        print_json(built(result))
    else:
        print_build(result)
    if not (result.read or result.foreign):
        stop("None of the documents could be read.")
    if strict and (result.failed or result.rejected):
        stop(f"Documents that failed: {result.failed}. Rows and corrections that were refused: {result.rejected}.")


@app.command(epilog=examples("query"))
def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="A query in DuckDB's SQL. The dataset cannot be changed.")],
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv, json or parquet.")] = "table",
    database: Database = DATABASE,
    output: AnswerFile = None,
) -> None:
    """Ask the dataset in SQL.

    Tables: documents, reported_deals, reported_transfers, evidence, figures, deals, transfers, deliveries, sources,
    parties, rejects. Sums in which nothing counts twice: by_supplier, by_recipient, by_category, by_year_ordered,
    by_year_delivered, deliveries_by_year. "describe transfers" lists a table's columns.
    """
    from etl.ask import FORMATS, QueryError, ask

    choose(form, FORMATS)
    if form == "parquet" and output is None and sys.stdout.isatty():
        stop("Parquet is binary. Name a file for it with --output.", Status.USAGE)
    try:
        answer = ask(database, sql)
    except QueryError as error:
        fail(error)
    write(answer, form, output)


app.command(epilog=examples("show"))(show)
app.command(epilog=examples("correct"))(correct)


@app.command(epilog=examples("parse"))
def parse(
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]", help="The text; standard input where it is left out or -.")
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", help="table or json.")] = "table",
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When it was published, for 'last December' (2024-06-22, 2024-06 or 2024)."),
    ] = None,
) -> None:
    """Read one text and print the transfers that it reports, without storing anything."""
    from etl import extract
    from etl.printing import print_extraction, print_extraction_json

    choose(form, ("table", "json"))
    if published is not None:
        from schemas.codes import is_date

        if not is_date(published):
            stop(f"{published} is no date. Write it as 2024-06-22, 2024-06 or 2024.", Status.USAGE)
    # The tables of the lexicon are made once and live as long as the command: looking for garbage among them would take
    # longer than reading the text.
    gc.disable()
    given = _text(text)
    if note := _note_on_language(given):
        typer.echo(note, err=True)
    extraction = extract(given, published=published)
    if form == "json":
        print_extraction_json(extraction)
    else:
        print_extraction(extraction)


app.command(epilog=examples("compare"))(compare)
app.command(epilog=examples("diff"))(diff)
app.command(epilog=examples("fetch"))(fetch)
app.command(epilog=examples("doctor"))(doctor)
app.command(epilog=examples("serve"))(serve)
app.command(epilog=examples("completion"))(completion)
answer_the_shell()


@app.command(epilog=examples("version"))
def version(as_json: AsJson = False) -> None:
    """Print the version."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        found = installed("arms-transfers")
        print_json({"version": found}) if as_json else typer.echo(f"arms-transfers {found}")
    except PackageNotFoundError:
        stop("arms-transfers is not installed here; run: make setup")


_DOCUMENT_COLUMNS = ("text", "title", "publisher", "published", "url", "language")


def _agree(engine: Engine, scheduler: str | None, workers: int | None) -> None:
    """Ends the command where its options contradict each other."""
    if scheduler is not None and engine is not Engine.DASK:
        stop("--scheduler is for --engine dask; give both, or neither.", Status.USAGE)
    if scheduler is not None and workers is not None:
        stop("--workers starts processes on this machine; those of --scheduler are already there.", Status.USAGE)


def _columns(stated: str | None) -> dict[str, str]:
    """The columns that the user names: ``text=body,published=date``."""
    found = {}
    for pair in (stated or "").split(","):
        what, _, column = (part.strip() for part in pair.partition("="))
        if pair.strip() and (what not in _DOCUMENT_COLUMNS or not column):
            stop(
                f"--columns takes text=body,published=date and the like, not {pair}. There are"
                f" {', '.join(_DOCUMENT_COLUMNS)}.",
                Status.USAGE,
            )
        if column:
            found[what] = column
    return found


def _note_on_language(text: str) -> str | None:
    """A sentence on a text in another language than English, else None."""
    from etl.languages import is_english, language_of, note_on
    from etl.read import read_text

    language = language_of(read_text(text))
    return None if language is None or is_english(language) else note_on(language, figures=False)


def _text(words: list[str] | None) -> str:
    """The text of the command line, or of standard input."""
    if words and words != ["-"]:
        return " ".join(words)
    if sys.stdin.isatty():
        stop("There is no text. Give it as an argument or on standard input.", Status.USAGE)
    return sys.stdin.buffer.read().decode("utf-8", "replace")


if __name__ == "__main__":
    app()
