"""What the machine of a build does alone once a cluster has read everything, as the number of documents grows.

    python benchmarks/scale_alone.py OUTPUT [--documents N ...] [--keep FOLDER]

``OUTPUT`` is a dataset that ``build --engine dask`` made of a thousand documents or so. Its parts are multiplied, each
copy under identifiers, words and sketches of its own, until there are so many documents; then the steps of a build
that come after reading are taken, but for consolidation, for which ``consolidation.py`` has better made-up reports.
Tells the seconds of processors that each step took, and the most memory.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

import duckdb
from bench import Peak

T = TypeVar("T")

# Identifiers begin with that of their document, which is told from all others by the number of the copy.
_RENAMED = "substr(md5({column}[:16] || '{copy}'), 1, 16) || {column}[17:]"
_IDENTIFIERS = ("document_id", "deal_id", "transfer_id", "row_id", "figure_id", "part_of", "used_by")
_SKETCH = "array_to_string([md5(document_id || '{copy}' || n) for n in range(16)], '')"


def write_copy(parts: Path, number: int, copy: int, place: Path) -> int:
    """Writes what a worker would have left of a partition, as one of its copies; gives its documents."""
    from etl.store.tables import OF_DOCUMENTS
    from schemas import TABLES

    place.mkdir(parents=True)
    for table in OF_DOCUMENTS:
        path = parts / table / f"part-{number:05}.parquet"
        if path.is_file():
            columns = ", ".join(_cell(table, column, copy) for column in TABLES[table].columns)
            duckdb.sql(f"copy (select {columns} from '{path}') to '{place / table}.parquet' (format parquet)")
    told = "select *, md5(document_id) || md5(document_id) as words, document_id as stored"
    duckdb.sql(f"copy ({told} from '{place}/documents.parquet') to '{place}/told.parquet' (format parquet)")
    return int(duckdb.sql(f"select count(*) from '{place}/documents.parquet'").fetchall()[0][0])


def _cell(table: str, column: str, copy: int) -> str:
    if column in _IDENTIFIERS:
        return f"{_RENAMED.format(column=column, copy=copy)} as {column}"
    if table == "texts" and column == "sketch":
        return f"{_SKETCH.format(copy=copy)} as sketch"
    return f'"{column}"'


def steps(places: list[Path], output: Path) -> list[tuple[str, float]]:
    """Takes the steps after reading; gives the seconds of processors of each."""
    from etl.cluster.read import store
    from etl.store import Dataset

    taken: list[tuple[str, float]] = []

    def timed(step: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        taken.append((step, time.process_time() - start))
        return result

    output.mkdir()
    with Dataset(output) as dataset:
        documents, numbers = timed("taking rows in", lambda: store(places, dataset))
        timed("tables and near copies", lambda: (dataset.assemble(documents), dataset.copies()))
        timed("parts", lambda: dataset.write_parts(documents, numbers))
        timed("Parquet of whole tables", lambda: dataset.publish(spreadsheets=False))
    return taken


def main() -> int:
    """Runs the benchmark and gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="keep what is written in this folder")
    args = parser.parse_args()
    partitions = len(list((args.output / "parts" / "documents").iterdir()))
    for number in args.documents:
        with tempfile.TemporaryDirectory() as temporary:
            place = (args.keep or Path(temporary)) / str(number)
            places: list[Path] = []
            documents = 0
            for copy in count():
                for partition in range(partitions):
                    if documents < number:
                        places.append(place / "read" / f"{len(places):05}")
                        documents += write_copy(args.output / "parts", partition, copy, places[-1])
                if documents >= number:
                    break
            with Peak() as peak:
                taken = steps(places, place / "output")
            said = ", ".join(f"{step} {seconds:.1f}" for step, seconds in taken)
            held = sum(path.stat().st_size for path in (place / "output").rglob("*") if path.is_file())
            print(
                f"{documents:,} documents, seconds of processors: {said}; all {sum(s for _, s in taken):.1f};", end=" "
            )
            print(f"{peak.bytes / 1e6:,.0f} MB of memory, {held / 1e6:,.0f} MB of files", flush=True)
            shutil.rmtree(place)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f} MB of this process at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
