"""The dataset whose pages the tests open: the seeds, and documents that try to get at the reader."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import etl
from etl.documents import Document
from etl.extraction import Extraction, PartyInRole
from etl.link import extract_document
from schemas.vocabulary import Role
from tests import fake

ROOT = Path(__file__).resolve().parents[3]

# What would run, load or break out if any page wrote a text as markup. `hacked` is asked for by the tests.
SCRIPT = "<script>hacked=1</script>"
IMAGE = "\"'><img src=x onerror=hacked=2>"
FORMULA = '=cmd("/c calc")!A1'
# Turns the letters after it around; nothing on the page may be turned around but the text itself.
TURNED = "\u202egnp.rab\u202c"
ADDRESS = "javascript:hacked=3"
END = "');hacked=4;//\\');hacked=5;//\u2028</script><!--"
TITLES = (f"Hostile {SCRIPT}", f"Hostile {IMAGE}", f"Hostile {END}")


def extract(document: Document) -> Extraction:
    """As the project's own, but of a hostile document one deal a sentence with hostile cells."""
    if not (document.title or "").startswith("Hostile"):
        return extract_document(document)
    found = fake.extract(document)
    return replace(found, deals=tuple(replace(deal, transfers=(_hostile(deal.transfers[0]),)) for deal in found.deals))


def _hostile(transfer: fake.Transfer) -> fake.Transfer:
    return replace(
        transfer,
        designation=IMAGE if transfer.recipient == "MNG" else FORMULA,
        weapon=SCRIPT if transfer.recipient == "MNG" else TURNED,
        maker=END,
        parties=(*transfer.parties, PartyInRole(Role.MAKER, None, END)),
    )


def build(folder: Path) -> Path:
    """The dataset, and its pages in ``site``. Workers of a run of tests that ask for the same folder build it once."""
    output = folder / "output"
    try:
        folder.mkdir()
    except FileExistsError:
        return _awaited(output)
    documents = folder / "documents"
    documents.mkdir()
    for title, text in zip(TITLES, _texts(), strict=True):
        head = {"title": title, "publisher": IMAGE, "url": ADDRESS, "published": "2024-05-02"}
        lines = "".join(f"{name}: {json.dumps(value)}\n" for name, value in head.items())
        path = documents / f"it's &amp; #{len(text)} %41.txt"
        path.write_text(f"---\n{lines}---\n\n{text}\n", encoding="utf-8")
    (documents / "empty.txt").write_bytes(b"")
    made = folder / "made"
    etl.build([ROOT / "seeds", documents], made, extractor=extract, workers=min(2, os.cpu_count() or 1))
    made.rename(output)
    return output


def _texts() -> list[str]:
    around = f"{SCRIPT} {IMAGE}\n\n{FORMULA} {TURNED} {END} "
    first, second = fake.sentence(17, "X1", "MNG", 4321), fake.sentence(12, "X2", "FJI", 987)
    return [around + first, around + second + " 𝔊𝔯𝔬ß " + second, "𝔊𝔯𝔬ß " + around]


def _awaited(output: Path) -> Path:
    for _ in range(3000):
        if output.exists():
            return output
        time.sleep(0.1)
    raise TimeoutError(f"Another worker was to build {output} and did not.")
