"""A small dataset, built once for all tests of what is published of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import etl
from tests import fake


def build(folder: Path, name: str = "out", **options: bool) -> Path:
    """A dataset of three documents that two publishers put out, one with a part of a deal."""
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    front = "---\ntitle: '=1+1'\npublisher: {}\npublished: 2024-05-02\n---\n\n"
    first = f"{fake.sentence(672, value=9000)} {fake.sentence()} Part of the first."
    (documents / "a.txt").write_text(front.format("Gun Gazette") + first)
    (documents / "b.txt").write_text(front.format("Arms Almanac") + fake.sentence(12, "K2", "NOR", 900))
    (documents / "c.txt").write_bytes(b"")
    etl.build([documents], folder / name, extractor=fake.extract, workers=1, **options)
    return folder / name


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("published"))
