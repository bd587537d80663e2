"""Speed and memory of consolidation: synthetic reported deals become deals in the world.

    .venv/bin/python benchmarks/consolidation.py [N...]      10,000, 100,000 and 1,000,000 reported deals by default

``consolidation.sql`` says what is made. Prints for each number the seconds, those of all processors together, the peak
of memory, and how the pairs of reports that came to be one deal agree with the deals they were made of. Exit status 1
where 1,000,000 reported deals take more than 5 minutes or 8 GB, the limits of the project for two processors.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

_NUMBERS = (10_000, 100_000, 1_000_000)
_SECONDS, _BYTES = 300.0, 8e9
_REPORTED = ("documents", "reported_deals", "reported_transfers", "parties", "evidence")

# Of the pairs that are one in the dataset, and of those that are one in the world, those that are one in both.
_AGREE = """
    with
    found as (select distinct deal_id as made, reported_deal_id as deal_id from sources),
    shared as (select made, world.deal, count(*) as n from found join made.world using (deal_id) group by all),
    pairs as (select sum(n * (n - 1) / 2) as n from shared),
    of_made as (select sum(n * (n - 1) / 2) as n from (select sum(n) as n from shared group by made)),
    of_world as (select sum(n * (n - 1) / 2) as n from (select sum(n) as n from shared group by deal))
    select pairs.n / of_made.n, pairs.n / of_world.n from pairs, of_made, of_world
"""


def make(number: int, path: Path) -> None:
    """Writes the reported tables of ``number`` reported deals, and ``world``, which says what they report."""
    from etl.store.ddl import statements
    from schemas import TABLES

    with duckdb.connect(str(path)) as connection:
        for statement in (statement for table in TABLES for statement in statements(table)):
            connection.execute(statement)
        connection.execute(f"create temp macro reports_asked() as {number}")
        connection.execute(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"))
        connection.execute("create table world as select deal_id, deal from deals_told")


def measure(path: Path, folder: Path) -> None:
    """Consolidates the tables in this process and prints a row of the table."""
    from etl.store import Dataset

    with Dataset(folder) as dataset:
        connection = dataset.connection
        connection.execute(f"attach '{path}' as made (read_only)")
        for table in _REPORTED:
            connection.execute(f"insert into {table} from made.{table}")
        before, busy = time.perf_counter(), time.process_time()
        dataset.derive()
        seconds, busy = time.perf_counter() - before, time.process_time() - busy
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        ((reports,),) = connection.execute("select count(*) from reported_deals").fetchall()
        ((deals,),) = connection.execute("select count(*) from deals").fetchall()
        ((precision, recall),) = connection.execute(_AGREE).fetchall()
        connection.execute("detach made")
    cells = (f"{reports:,}", f"{deals:,}", f"{seconds:.1f}", f"{busy:.1f}", f"{peak / 1e9:.2f}")
    print(f"| {' | '.join(cells)} | {precision:.2f} | {recall:.2f} |", flush=True)
    if reports <= 1.1 * _NUMBERS[-1] and (seconds > _SECONDS or peak > _BYTES):
        sys.exit(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", type=int, default=_NUMBERS, metavar="N", help="reported deals")
    parser.add_argument("--measure", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        measure(*given.measure)
        return
    print("| reported deals | deals | seconds | of all processors | GB | precision | recall |", flush=True)
    print("|---|---|---|---|---|---|---|", flush=True)
    failed = False
    for number in given.numbers:
        with tempfile.TemporaryDirectory() as temporary:
            path, folder = Path(temporary) / "made.duckdb", Path(temporary) / "dataset"
            folder.mkdir()
            make(number, path)
            # A process of its own, whose peak of memory is that of this number alone.
            run = subprocess.run([sys.executable, __file__, "--measure", str(path), str(folder)], check=False)
            failed |= run.returncode != 0
    sys.exit(failed)


if __name__ == "__main__":
    main()
