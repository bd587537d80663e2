"""Speed of a build that adds one document to a dataset of many, each of which reports a deal.

    .venv/bin/python benchmarks/increment.py [N] [--check]      100,000 documents by default

``consolidation.sql`` says what is reported; the documents are lists of cells that an extractor of this file reads, so
that making the first dataset does not take an hour. Builds are those of ``--no-downloads --no-site``: the CSV file, the
workbook and the pages are written anew as a whole, which takes longer than all else. Prints the seconds of the first
build, of two to which nothing was added, and of one that adds a document, each in a process of its own from its start
to its end. Exit status 1 where adding one to 100,000 takes more than 3 seconds, or where its bytes are not those of a
full build.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from etl.documents import Document
    from etl.extraction import Extraction

_NUMBER, _SECONDS = 100_000, 3.0
_DEAL = ("stage", "arrangement", "agreed", "value_amount", "value_currency", "value_bound", "value_usd")
_ITEM = (
    "supplier", "recipient", "maker", "designation", "weapon", "category", "quantity", "quantity_bound",
    "quantity_unit", "delivery_from", "delivery_to", "stage",
)  # fmt: skip
# A row is a document: its head, its deal and the items of it as lines of cells.
_ASKED = """
    select
        d.deal_id, documents.publisher, documents.published,
        concat_ws('|', 'deal', {deal}) as deal,
        string_agg(concat_ws('|', 'item', {item}), chr(10) order by t.transfer_id) as items
    from reported_deals d
    join reported_transfers t using (deal_id)
    join documents on documents.document_id = d.document_id
    group by all
    order by d.deal_id
"""


def write_documents(folder: Path, number: int) -> None:
    """Writes ``number`` documents of one reported deal each, a thousand to a folder, the same ones each time."""
    import duckdb
    from consolidation import make

    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "made.duckdb"
        make(number, path)
        cells = {
            "deal": ", ".join(f"coalesce(d.{name}::varchar, '')" for name in _DEAL),
            "item": ", ".join(f"coalesce(t.{name}::varchar, '')" for name in _ITEM),
        }
        with duckdb.connect(str(path)) as connection:
            _name_countries(connection)
            rows = connection.execute(_ASKED.format(**cells)).fetchall()
    for place, (deal_id, publisher, published, deal, items) in enumerate(rows[:number]):
        part = folder / f"{place // 1000:03}"
        part.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {deal_id}\npublisher: {publisher}\npublished: {published}\n---\n\n"
        (part / f"{deal_id}.txt").write_text(f"{head}{deal}\n{items}\n", encoding="utf-8")


def _name_countries(connection: duckdb.DuckDBPyConnection) -> None:
    """Puts countries of the world in the place of made-up ones, which the checks of a build would refuse."""
    from schemas.codes import country_codes

    connection.execute(
        "create temp table codes as select unnest($1) as code, generate_subscripts($1, 1) as place",
        [sorted(country_codes())],
    )
    for role in ("supplier", "recipient"):
        connection.execute(
            f"update reported_transfers set {role} = codes.code from codes,"
            f" (select {role} as made, row_number() over (order by {role}) as place from reported_transfers"
            f" where {role} is not null group by {role}) m where m.made = {role} and m.place = codes.place"
        )


def extract(document: Document) -> Extraction:
    """The deal that a document of ``write_documents`` has."""
    from etl.extraction import Deal, Extraction, PartyInRole, Transfer
    from schemas.vocabulary import Role

    lines = [line for line in document.text.splitlines() if line.startswith(("deal|", "item|"))]
    deal, cells, start = _cells(document.text, lines[0], _DEAL)
    transfers = []
    for line in lines[1:]:
        item, of_item, at = _cells(document.text, line, _ITEM)
        parties = tuple(
            PartyInRole(role, item[role.value], None) for role in (Role.SUPPLIER, Role.RECIPIENT) if item[role.value]
        )
        words = {"evidence": line, "start": at, "end": at + len(line), "confidence": 0.9}
        empty = {"via": None, "quantity_high": None, "delivered": None}
        transfers.append(Transfer(**item, **empty, **words, parties=parties, cells=of_item))
    words = {"evidence": lines[0], "start": start, "end": start + len(lines[0]), "confidence": 0.9}
    usd = "stated" if deal["value_usd"] else None
    made = Deal(
        part_of=None, **deal, value_high=None, value_usd_basis=usd, **words, transfers=tuple(transfers), cells=cells
    )
    return Extraction((made,), ())


extract.version = "cells"  # type: ignore[attr-defined]

_NUMBERS = frozenset({"value_amount", "value_usd", "quantity"})
_YEARS = frozenset({"delivery_from", "delivery_to"})


def _cells(text: str, line: str, names: tuple[str, ...]):
    from etl.extraction import Evidence
    from schemas.vocabulary import Rule

    start = text.index(line)
    at = start + len("deal|")
    values, evidence = {}, []
    for name, word in zip(names, line.split("|")[1:], strict=True):
        value: object = word or None
        if word:
            value = Decimal(word) if name in _NUMBERS else int(word) if name in _YEARS else word
            evidence.append(Evidence(name, at, at + len(word), word, Rule.STATED))
        values[name] = value
        at += len(word) + 1
    return values, tuple(evidence), start


def build_once(documents: Path, output: Path) -> None:
    """A build in this process."""
    import etl

    etl.build([documents], output, extractor=extract, downloads=False, site=False)


def timed(documents: Path, output: Path) -> tuple[float, float]:
    """Seconds of a build in a process of its own, from its start to its end, and those of all processors."""
    before, busy = time.perf_counter(), _busy()
    subprocess.run([sys.executable, __file__, "--build", str(documents), str(output)], check=True)
    return time.perf_counter() - before, _busy() - busy


def _busy() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def same(one: Path, other: Path) -> bool:
    """Whether two datasets have the same bytes."""
    return all(path.read_bytes() == (other / path.name).read_bytes() for path in one.iterdir())


def measure(folder: Path, number: int, check: bool) -> bool:
    """Prints a row for each build; gives whether all is well."""
    documents, output = folder / "documents", folder / "dataset"
    write_documents(documents, number)
    print("| build of | seconds | of all processors |\n|---|---|---|")

    def told(what: str) -> float:
        seconds, busy = timed(documents, output)
        print(f"| {what} | {seconds:.1f} | {busy:.1f} |", flush=True)
        return seconds

    told(f"{number:,} documents")
    # What was written just now is hashed once more: the file system's clock could not tell a change from it.
    told("the same")
    told("the same again")
    some = next(path for path in sorted(documents.rglob("*.txt")) if "|exact|" in path.read_text(encoding="utf-8"))
    text = some.read_text(encoding="utf-8").replace("|exact|", "|about|")
    some.with_name("added.txt").write_text(text, encoding="utf-8")
    seconds = told("one document more")
    well = number < _NUMBER or seconds <= _SECONDS
    if check:
        timed(documents, folder / "whole")
        print(f"The bytes are {'' if same(output, folder / 'whole') else 'not '}those of a full build.")
        well = well and same(output, folder / "whole")
    return well


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=_NUMBER, metavar="N", help="documents")
    parser.add_argument("--check", action="store_true", help="compare the bytes with those of a full build")
    parser.add_argument("--build", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        build_once(*given.build)
        return
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(not measure(Path(temporary), given.number, given.check))


if __name__ == "__main__":
    main()
