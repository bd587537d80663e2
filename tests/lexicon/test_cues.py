"""The table of cues keeps to its own rules: no section that no code reads, no word twice under a key."""

from __future__ import annotations

from pathlib import Path

import pytest

import etl
from etl.recognise.cues import table

CODE = "\n".join(p.read_text(encoding="utf-8") for p in sorted(Path(etl.__file__).parent.rglob("*.py")))
LISTS = [
    (section, key, value)
    for section, keys in table().items()
    if isinstance(keys, dict)
    for key, value in keys.items()
    if isinstance(value, list)
]


@pytest.mark.parametrize("section", sorted(table()))
def test_every_section_is_read(section: str) -> None:
    assert f'"{section}"' in CODE or f"'{section}'" in CODE


@pytest.mark.parametrize(("section", "key", "words"), LISTS, ids=[f"{s}.{k}" for s, k, _ in LISTS])
def test_no_word_stands_twice_under_a_key(section: str, key: str, words: list[str]) -> None:
    assert len(words) == len(set(words))
