"""Speed and memory of a build: 1,000 documents of about 400 words, put together from seeds/ and tests/gold/.

    python benchmarks/bench.py [--documents N] [--words N] [--keep FOLDER]

Prints documents and words a second, the peak memory of all processes together, and the share of time by stage; exit
status 1 where the limits of the project (60 s and 1.5 GB for 1,000 documents on two processors) are broken.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_ROOT = Path(__file__).resolve().parents[1]
_SECONDS, _BYTES = 60.0, 1.5e9
# Documents on which the stages are timed one by one, in this process.
_SAMPLE = 150
_NUMBER = re.compile(r"(?<![\w.,-])([2-9]|[1-9]\d|[1-9]\d\d)(?![\w.,-])")


def paragraphs() -> list[str]:
    """The paragraphs of the sample documents, front matter left out, in order of file names."""
    found: list[str] = []
    for folder in ("seeds", "tests/gold"):
        for path in sorted((_ROOT / folder).glob("*.txt")) + sorted((_ROOT / folder).glob("*.md")):
            text = path.read_text(encoding="utf-8", errors="replace")
            if text.startswith("---\n") and "\n---\n" in text[4:]:
                text = text[text.index("\n---\n", 4) + 5 :]
            found += [part.strip() for part in text.split("\n\n") if part.strip()]
    return found


def changed(chance: random.Random, part: str) -> str:
    """A paragraph with other small numbers, so that no two documents tell the same."""
    return _NUMBER.sub(lambda found: str(max(2, int(found[1]) + chance.randint(-1, 9))), part)


def write_documents(folder: Path, number: int, words: int) -> int:
    """Writes ``number`` documents of about ``words`` words, the same ones each time; gives the words of all of them."""
    chance = random.Random(1950)
    source = paragraphs()
    total = 0
    for place in range(number):
        parts: list[str] = []
        length = 0
        while length < words:
            part = changed(chance, chance.choice(source))
            parts.append(part)
            length += len(part.split())
        total += length
        published = f"20{place % 20 + 5:02}-{place % 12 + 1:02}-{place % 28 + 1:02}"
        front = f"---\ntitle: Document {place}\npublisher: Bench\npublished: {published}\n---\n\n"
        (folder / f"{place:05}.txt").write_text(front + "\n\n".join(parts) + "\n", encoding="utf-8")
    return total


class Peak:
    """The largest memory that this process and its children hold at once, looked at 10 times a second (Linux).

    What processes share after a fork is counted once: it is the proportional set size that is added up.
    """

    def __init__(self) -> None:
        self.bytes = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.1):
            self.bytes = max(self.bytes, sum(map(_held, _family(os.getpid()))))


def _family(process: int) -> list[int]:
    found = [process]
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            for child in task.read_text().split():
                found += _family(int(child))
        except OSError:
            continue
    return found


def _held(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def shares(folder: Path, output: Path) -> list[tuple[str, float]]:
    """Seconds that each stage takes on a sample of the documents, one after the other in this process."""
    from etl.check import check, misplaced
    from etl.dollars import with_dollars
    from etl.link import extract_document
    from etl.read import read_path
    from etl.recognise.text import recognise
    from etl.rows import Rows, rows_of
    from etl.store import Dataset

    taken: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = work()
        taken[stage] = taken.get(stage, 0.0) + time.perf_counter() - start
        return result

    rows: Rows = {}
    for path in sorted(folder.glob("*.txt"))[:_SAMPLE]:
        for document in timed("read", lambda path=path: list(read_path(path))):
            timed("recognise", lambda document=document: recognise(document.text, document.published))
            extraction = timed("link", lambda document=document: extract_document(document))
            found = timed(
                "check",
                lambda document=document, extraction=extraction: misplaced(
                    rows_of(document, document.sha256[:16], extraction), document.text
                ),
            )
            for table, some in found[0].items():
                rows.setdefault(table, []).extend(some)
    priced = timed("dollars", lambda: with_dollars(rows))
    checked = timed("check", lambda: check(priced))
    output.mkdir()

    def store() -> None:
        with Dataset(output) as dataset:
            dataset.append(checked.frames)
            dataset.assemble(list(checked.frames["documents"]["document_id"]))
            dataset.derive()
            dataset.publish()

    timed("store", store)
    # Linking recognises first; what is over is its own.
    taken["link"] = max(0.0, taken["link"] - taken["recognise"])
    return list(taken.items())


def main() -> int:
    """Runs the benchmark and gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--keep", type=Path, help="keep documents and output in this folder")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = args.keep or Path(temporary)
        folder = place / "documents"
        folder.mkdir(parents=True, exist_ok=True)
        words = write_documents(folder, args.documents, args.words)

        with Peak() as peak:
            start = time.perf_counter()
            import etl

            result = etl.build([folder], place / "output")
            seconds = time.perf_counter() - start
        transfers = result.accepted["reported_transfers"]
        print(f"documents  {result.documents:,}, {words:,} words; {result.failed} failed")
        print(f"rows       {transfers:,} transfers, {result.rejected:,} rows rejected")
        speed = f"{result.documents / seconds:,.0f} documents/s, {words / seconds:,.0f} words/s"
        print(f"time       {seconds:.1f} s: {speed}")
        print(f"memory     {peak.bytes / 1e6:,.0f} MB at most, all processes together")
        print("share of time by stage:")
        stages = shares(folder, place / "stages")
        whole = sum(taken for _, taken in stages)
        for stage, taken in stages:
            each = taken * 1000 / min(_SAMPLE, args.documents)
            print(f"  {stage:<10}{taken / whole:>8.1%}   {each:.1f} ms a document")
    limit = _SECONDS * max(1.0, args.documents / 1000)
    if result.failed:
        print(f"{result.failed} documents failed.", file=sys.stderr)
        return 1
    if seconds > limit or peak.bytes > _BYTES:
        print(f"Over the limit of {limit:.0f} s and {_BYTES / 1e9} GB.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
