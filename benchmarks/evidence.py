"""Measures which share of the filled cells has its words in ``evidence``, field by field, for docs/accuracy.md.

    .venv/bin/python benchmarks/evidence.py            print the table
    .venv/bin/python benchmarks/evidence.py --write    put it into docs/accuracy.md

Read are the gold, the practice documents and the seeds. A cell that is filled though no words fill it is one of those
for which ``etl/reasons.py`` has a reason.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scored import PAGE, ROOT, replace_section

from etl.documents import Document
from etl.link import extract_document
from etl.read import read_path
from etl.rows import Rows, rows_of

BEGIN, END = "<!-- evidence: written by benchmarks/evidence.py -->", "<!-- end of evidence -->"
FOLDERS = ("tests/gold", "tests/practice", "seeds")
TABLES = (("reported_deals", "deal_id"), ("reported_transfers", "transfer_id"))
NO_CELLS = frozenset({"deal_id", "transfer_id", "document_id", "evidence", "start", "end", "confidence"})


def documents() -> Iterator[tuple[Path, Document]]:
    """The documents of all folders."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.txt")):
            yield from ((path, document) for document in read_path(path) if isinstance(document, Document))


def filled(rows: Rows) -> Iterator[tuple[str, str, bool]]:
    """The filled cells of a document: the table, the field, and whether words are kept for it."""
    told = {(row["row_id"], row["field"]) for row in rows["evidence"]}
    for table, identifier in TABLES:
        for row in rows[table]:
            for field in row.keys() - NO_CELLS:
                if row[field] is not None:
                    yield table.removeprefix("reported_").removesuffix("s"), field, (row[identifier], field) in told


def main() -> None:
    """Measure and print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    write = parser.parse_args().write
    cells: Counter[tuple[str, str]] = Counter()
    worded: Counter[tuple[str, str]] = Counter()
    for path, document in documents():
        for table, field, told in filled(rows_of(document, path.stem, extract_document(document))):
            cells[table, field] += 1
            worded[table, field] += told
    lines = ["| row | cell | filled | with words |", "|---|---|---|---|"]
    lines += [f"| {key[0]} | {key[1]} | {cells[key]} | {worded[key] / cells[key]:.2f} |" for key in sorted(cells)]
    lines.append(f"| both | all | {cells.total()} | {worded.total() / cells.total():.2f} |")
    section = "\n".join(lines)
    print(section)
    if write:
        replace_section(PAGE, BEGIN, END, section)


if __name__ == "__main__":
    main()
