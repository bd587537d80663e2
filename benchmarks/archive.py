"""Speed on an archive of news of which nine texts in ten tell of no transfer, beside quantulum3 and spaCy.

    python benchmarks/archive.py [--documents N] [--sample N] [--others PYTHON] [--large N] [--keep FOLDER]

Each reader reads the same ``--sample`` texts on one core, one after the other in one run; then the archive is built on
one core and on two. ``--others`` is the Python of the environment that has the other two (``make bench-archive`` makes
it). ``--large`` builds an archive of so many short texts as well and tells the memory that it took. Processor seconds
are told beside those of the clock, because other work on the machine takes only the latter. Exit status 1 where we are
not five times as fast as quantulum3 and twice as fast as spaCy.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from archive_texts import SHORT, STORY, samples, write_archive
from bench import Peak

_READERS = Path(__file__).with_name("rivals.py")
_ROOT = Path(__file__).resolve().parents[1]
_GOALS = {"quantulum3": 5.0, "spacy": 2.0}
"""How many times as fast as each of the others we mean to be, in words a second of one core."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading took: documents, words, seconds of the clock and of the processors."""

    documents: int
    words: int
    wall: float
    processor: float

    @property
    def speed(self) -> float:
        """Words a second of processor time."""
        return self.words / self.processor

    def line(self, name: str) -> str:
        """The figures as a line of a table."""
        return (
            f"{name:<16}{self.documents:>8,} documents {self.words:>11,} words   clock {self.wall:>8.1f} s"
            f"   processor {self.processor:>8.1f} s: {self.documents / self.processor:>7,.1f} documents/s"
            f" {self.speed:>9,.0f} words/s"
        )


def read_by(name: str, python: str, folder: Path, number: int) -> Taken:
    """What one reader takes on one core, in a process of its own."""
    found = subprocess.run(
        [python, str(_READERS), name, str(folder), str(number)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(_ROOT) if name == "ours" else ""},
    )
    return Taken(**json.loads(found.stdout.splitlines()[-1]))


def built(folder: Path, output: Path, words: int, workers: int) -> tuple[Taken, int]:
    """What a build takes in so many processes, and the most memory that all of them hold at once, in bytes."""
    import etl

    before = _processor()
    with Peak() as peak:
        start = time.perf_counter()
        result = etl.build([folder], output, workers=workers, full=True)
        wall = time.perf_counter() - start
    return Taken(result.documents, words, wall, _processor() - before), peak.bytes


def _processor() -> float:
    """Processor seconds of this process and of those that it has started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def passing(part: str, number: int) -> str:
    """How many of the texts of a part without transfers are linked after all."""
    from etl import gate

    texts = samples(part, number)
    return f"{sum(gate.may_hold_transfer(text) for _, text in texts)} of {len(texts)}"


def main() -> int:
    """Runs the benchmark and gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--others", help="the Python of an environment with quantulum3 and spaCy")
    parser.add_argument("--large", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="keep texts and output in this folder")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = args.keep or Path(temporary)
        return _run(args, place)


def _run(args: argparse.Namespace, place: Path) -> int:
    words = write_archive(place / "archive", args.documents, STORY)
    for part in ("ordinary", "martial"):
        print(f"linked after all, of {part} news: {passing(part, 180)}")
    taken: dict[str, Taken] = {}
    for name, python in [("ours", sys.executable), *((name, args.others) for name in _GOALS if args.others)]:
        taken[name] = read_by(name, python, place / "archive", args.sample)
        print(taken[name].line(name), flush=True)
    for workers in (1, 2):
        build, memory = built(place / "archive", place / f"output-{workers}", words, workers)
        print(build.line(f"build, {workers} core{'s' * (workers > 1)}"), f"  memory {memory / 1e6:,.0f} MB")
    if args.large:
        words = write_archive(place / "large", args.large, SHORT)
        build, memory = built(place / "large", place / "output-large", words, 2)
        print(build.line("large, 2 cores"), f"  memory {memory / 1e6:,.0f} MB")
    return int(_behind(taken))


def _behind(taken: dict[str, Taken]) -> bool:
    """Whether a goal is missed; says how many times as fast we are as each of the others."""
    missed = False
    for name in taken.keys() & _GOALS.keys():
        times = taken["ours"].speed / taken[name].speed
        print(f"{times:.1f} times as fast as {name}; the goal is {_GOALS[name]:g}")
        missed = missed or times < _GOALS[name]
    return missed


if __name__ == "__main__":
    sys.exit(main())
