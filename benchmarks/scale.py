"""What a build on workers of dask takes, beside one by the processes of this machine, as the archive grows.

    python benchmarks/scale.py [--documents N ...] [--runs ENGINE:WORKERS ...] [--short] [--file-rows N] [--keep FOLDER]

Writes an archive of news (``archive_texts.py``) as Parquet files of ``--file-rows`` articles each and builds it by each
engine with each number of workers, as in ``--runs dask:1 dask:2 processes:2``, each in a process of its own. Tells for
each run seconds of the clock and of processors, how many of the latter went to reading, which more machines share, and
how many to what the machine of the build does alone (taking rows in, consolidating, publishing), and the most memory
that all processes held. With ``--short`` texts are items of 40 to 120 words.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from archive_texts import SHORT, STORY, archive
from bench import Peak


@dataclass(frozen=True, slots=True)
class Taken:
    """What a build took: seconds of the clock and of processors; ``reading`` are those until the last document was
    read, ``alone`` those of the processors of the process that builds."""

    documents: int
    words: int
    clock: float
    reading: float
    processor: float
    alone: float

    def line(self, name: str, memory: int) -> str:
        """The figures as a row of a table, with the bytes that all processes held at once."""
        shared = self.processor - self.alone
        return (
            f"| {name} | {self.documents:,} | {self.clock:.1f} | {self.documents / self.clock:.0f}"
            f" | {self.words / self.clock:,.0f} | {self.processor:.1f} | {shared:.1f} | {self.alone:.1f}"
            f" | {1000 * self.processor / self.documents:.1f} | {memory / 1e6:,.0f} |"
        )


_HEAD = (
    "| run | documents | clock, s | documents/s | words/s | processors, s | of it shared | alone | ms a document | MB |"
)


def write_parquet_archive(folder: Path, number: int, rows: int, short: bool) -> int:
    """Writes an archive as Parquet files of so many articles; gives its words."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir(parents=True)
    texts = archive(number, SHORT if short else STORY)
    words = 0
    for place, first in enumerate(range(0, number, rows)):
        some = list(islice(texts, rows))
        words += sum(len(text.split()) for text in some)
        numbers = range(first, first + len(some))
        table = {
            "title": [f"Story {at}" for at in numbers],
            "publisher": ["The Archive"] * len(some),
            "published": [f"20{at % 20 + 5:02}-{at % 12 + 1:02}-{at % 28 + 1:02}" for at in numbers],
            "text": some,
        }
        # Made-up texts repeat sentences and would be packed to a tenth: uncompressed they are as large as real ones.
        pq.write_table(pa.table(table), folder / f"articles-{place:05}.parquet", compression="none")
    return words


def build(folder: Path, output: Path, engine: str, workers: int, words: int) -> Taken:
    """Builds an archive in this process and those that it starts."""
    import etl

    read = start = time.perf_counter()

    def told(_: object) -> None:
        nonlocal read
        read = time.perf_counter()

    result = etl.build([folder], output, engine=engine, workers=workers, full=True, progress=told)
    clock = time.perf_counter() - start
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    alone = own.ru_utime + own.ru_stime
    processor = alone + others.ru_utime + others.ru_stime
    return Taken(result.documents, words, clock, read - start, processor, alone)


def main() -> int:
    """Runs the benchmark and gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument("--runs", nargs="+", default=["processes:1", "processes:2", "dask:1", "dask:2"])
    parser.add_argument("--file-rows", type=int, default=250)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--keep", type=Path, help="keep archives and output in this folder")
    parser.add_argument("--one", nargs=5, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        folder, output, engine, workers, words = args.one
        print(json.dumps(asdict(build(Path(folder), Path(output), engine, int(workers), int(words)))))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        _run(args, args.keep or Path(temporary))
    return 0


def _run(args: argparse.Namespace, place: Path) -> None:
    print(_HEAD, "|---" * 10 + "|", sep="\n", flush=True)
    for number in args.documents:
        folder = place / f"archive-{number}"
        words = write_parquet_archive(folder, number, args.file_rows, args.short)
        for run in args.runs:
            engine, _, workers = run.partition(":")
            one = [str(folder), str(place / f"output-{number}-{engine}-{workers}"), engine, workers, str(words)]
            # Memory is looked at from here: to look takes time of its own.
            with Peak() as peak:
                command = [sys.executable, __file__, "--one", *one]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
            taken = Taken(**json.loads(done.stdout.splitlines()[-1]))
            print(taken.line(f"{engine}, {workers}", peak.bytes), f" reading {taken.reading:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
