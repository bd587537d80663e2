"""An archive for tests of builds on a cluster, with all that can befall a partition, and what brings it about."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from etl.documents import Document
from etl.extraction import Extraction
from tests import fake

_GERMAN = (
    "Die Bundeswehr bestellt bis 2027 weitere 18 Panzerhaubitzen für 216 Millionen Euro. Das Ministerium teilte mit,"
    " dass der Vertrag im Mai unterzeichnet wurde und die Auslieferung im kommenden Jahr beginnen soll."
)
STORY = " ".join(f"The {number}th sentence of a long story tells of {number} other things." for number in range(30))


def texts(name: str, number: int) -> list[str | None]:
    """Texts of articles: most report a transfer each, some repeat another, here or in another file, and some fail."""
    found: list[str | None] = [f"{name} {at}. {fake.sentence(at + 1, to='NOR')}" for at in range(number)]
    found[3] = found[1]
    found[10] = f"The same everywhere. {fake.sentence(500)}"
    found[11] = f"**The same** everywhere:   {fake.sentence(500)}"
    found[20] = f"{_GERMAN} {name}"
    found[21] = f"{fake.sentence(77)} {STORY} {name}"
    found[30] = None
    found[31] = f"Told to raise, {name}."
    found[40] = "Told to die." if name == "c" else f"Nothing was sold, {name} says."
    found[41] = f"{fake.sentence(9, to='QQQ')} {fake.sentence(8)} {name}"
    return found


def write_table(path: Path, words: list[str | None], group: int = 40, text: str = "text") -> None:
    """A Parquet file of articles in row groups of a size; only its first dates tell that days come before months."""
    dates = ["25/11/2024" if at < 5 else "03/04/2024" for at in range(len(words))]
    titles = [f"Story {at}" for at in range(len(words))]
    pq.write_table(pa.table({"title": titles, "published": dates, text: words}), path, row_group_size=group)


def write_archive(folder: Path) -> None:
    """An archive: Parquet files whole and broken, texts, another table, metadata, and what is no document."""
    folder.mkdir()
    for name in ("a", "c"):
        write_table(folder / f"{name}.parquet", texts(name, 100))
    write_table(folder / "damaged.parquet", texts("damaged", 160))
    raw = bytearray((folder / "damaged.parquet").read_bytes())
    column = pq.ParquetFile(folder / "damaged.parquet").metadata.row_group(2).column(2)
    raw[column.data_page_offset : column.data_page_offset + 40] = bytes(40)
    (folder / "damaged.parquet").write_bytes(raw)
    (folder / "cut-short.parquet").write_bytes((folder / "a.parquet").read_bytes()[:-100])
    write_table(folder / "no-texts.parquet", ["1"] * 90, text="tonnes")
    write_table(folder / "blank.parquet", [None] * 90)
    (folder / "b.txt").write_text(f"a 5. {fake.sentence(6, to='NOR')}")
    (folder / "b.txt.meta.yaml").write_text("publisher: The Archive\n")
    (folder / "d.jsonl").write_text("".join(f'{{"text": "d {at}. {fake.sentence(at + 1)}"}}\n' for at in range(30)))
    for name in ("empty-1.txt", "empty-2.txt"):
        (folder / name).write_bytes(b"")
    (folder / "f.unheard").write_bytes(b"?")
    (folder / "logo.png").write_bytes(b"\x89PNG")


def kill_once(document: Document) -> Extraction:
    """As ``fake.extract``, but the first that reads "kill" ends the process that has it read."""
    if "kill" in document.text:
        try:
            Path(os.environ["KILLED"]).touch(exist_ok=False)
        except FileExistsError:
            return fake.extract(document)
        os.kill(os.getppid(), signal.SIGKILL)
    return fake.extract(document)


def kill(document: Document) -> Extraction:
    """As ``fake.extract``, but "kill" ends the process that has it read."""
    if "kill" in document.text:
        os.kill(os.getppid(), signal.SIGKILL)
    return fake.extract(document)


for _extractor in (kill_once, kill):
    _extractor.version = "kill"  # type: ignore[attr-defined]
