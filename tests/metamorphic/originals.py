"""Documents as the relations take them: text, mentions, blocks and the rows that come out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.documents import Document
from etl.extraction import Extraction
from etl.link import extract_document
from etl.link.topic import publisher_country
from etl.read import read_text
from etl.recognise.text import Mentions, recognise
from tests.metamorphic.cells import Row, rows_of

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {"gold": ROOT / "tests" / "gold", "seeds": ROOT / "seeds", "practice": ROOT / "tests" / "practice"}


@dataclass(frozen=True)
class Original:
    """A document before anything in it is changed, with what is found in it.

    ``draw`` decides which of the possible choices a relation takes: which paragraph, which other country.
    """

    name: str
    draw: int
    text: str
    document: Document
    mentions: Mentions
    found: Extraction
    rows: tuple[Row, ...]

    @property
    def home(self) -> str | None:
        """The country that the publisher's name states."""
        return publisher_country(self.document.publisher)


def names(folder: str) -> list[str]:
    """The names of the documents of a folder, each as ``folder/stem``."""
    return [f"{folder}/{path.stem}" for path in _paths(folder)]


@cache
def original(name: str, draw: int = 0) -> Original:
    """The document of a name that :func:`names` gives."""
    folder, _, stem = name.partition("/")
    (path,) = (path for path in _paths(folder) if path.stem == stem)
    text = path.read_text(encoding="utf-8")
    document = read_text(text)
    found = extract_document(document)
    mentions = recognise(text, document.published, publisher_country(document.publisher))
    return Original(name, draw, text, document, mentions, found, rows_of(found))


def _paths(folder: str) -> Iterator[Path]:
    return (path for path in sorted(FOLDERS[folder].iterdir()) if path.suffix in (".txt", ".md"))
