"""Speed and size of the downloads: the seeds' dataset many times over, written as files and examined.

    .venv/bin/python benchmarks/downloads.py [N]      100,000 transfers by default

Prints the seconds of one processor that each kind of file takes, its size, and the seconds of ``doctor``.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import etl
from etl.doctor import examine
from etl.publish import downloads
from etl.store import DATABASE, Dataset
from etl.store.ddl import quoted
from schemas import TABLES

_SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_STEPS = ("write_parquet", "prepare_line_items", "write_csv", "write_workbook", "write_package", "write_page")
_IDENTIFIERS = ("_id", "part_of", "used_by", "duplicate_of")


def fill(dataset: Dataset, made: Path, number: int) -> None:
    """Copies the tables of a dataset until there are ``number`` transfers, with identifiers of their own."""
    connection = dataset.connection
    connection.execute(f"attach '{made}' as seeds (read_only)")
    ((transfers,),) = connection.execute("select count(*) from seeds.transfers").fetchall()
    for table, schema in TABLES.items():
        columns = ", ".join(
            f"{quoted(name)} || '-' || r as {quoted(name)}" if name.endswith(_IDENTIFIERS) else quoted(name)
            for name in schema.columns
        )
        times = -(-number // transfers)
        connection.execute(f"insert into {table} select {columns} from range({times}) r(r), seeds.{table}")
    connection.execute("detach seeds")


def timed(seconds: Counter[str], name: str, step: Callable[..., Any]) -> Callable[..., Any]:
    """The step, its seconds added up under its name."""

    def run(*given: Any) -> Any:
        began = time.process_time()
        try:
            return step(*given)
        finally:
            seconds[name] += time.process_time() - began  # type: ignore[assignment]

    return run


def main(number: int) -> None:
    """Builds, writes, examines, and prints what it took."""
    seconds: Counter[str] = Counter()
    for name in _STEPS:
        setattr(downloads, name, timed(seconds, name, getattr(downloads, name)))
    with tempfile.TemporaryDirectory() as place:
        seeds, output = Path(place) / "seeds", Path(place) / "output"
        etl.build([_SEEDS], seeds)
        seconds.clear()
        output.mkdir()
        with Dataset(output) as dataset:
            fill(dataset, seeds / DATABASE, number)
            dataset.publish()
        problems = timed(seconds, "doctor", examine)(output).problems
        for name, taken in seconds.items():
            print(f"{name:20} {taken:6.1f} s")
        for path in sorted(output.iterdir()):
            print(f"{path.name:26} {path.stat().st_size / 1e6:8.1f} MB")
        print(f"Peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB; problems: {len(problems)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
