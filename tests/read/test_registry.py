"""Files: what each gives, and that none raises."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Unreadable, read_path
from etl.read.registry import LARGEST, format_of

BODY = b"---\ntitle: Two boats\n---\nThe navy took over two boats on Monday.\n"


def only(path: Path) -> Document | Unreadable:
    (found,) = read_path(path)
    return found


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.unheard"])
def test_a_text_of_any_name_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BODY)
    found = only(path)
    assert isinstance(found, Document)
    assert (found.title, found.path, found.sha256) == ("Two boats", str(path), hashlib.sha256(BODY).hexdigest())


@pytest.mark.parametrize(
    ("raw", "characters", "said"),
    [
        (b"", 0, "empty"),
        (b" \n\t\r\n", 4, "blank"),
        (b"---\ntitle: Two boats\n---\n\n", 26, "front matter"),
        (b"\x00\x01\x02\x03" * 50, 0, "binary"),
        (b"%PDF-1.4", 0, "PDF"),
    ],
)
def test_unreadable_with_a_sentence(tmp_path: Path, raw: bytes, characters: int, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    found = only(path)
    assert isinstance(found, Unreadable)
    assert (found.path, found.characters) == (str(path), characters)
    assert said in found.problem
    assert found.problem.endswith(".")


def test_missing_file(tmp_path: Path) -> None:
    found = only(tmp_path / "none.txt")
    assert isinstance(found, Unreadable)
    assert "no file" in found.problem


def test_directory(tmp_path: Path) -> None:
    assert isinstance(only(tmp_path), Unreadable)


def test_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    found = only(path)
    assert isinstance(found, Unreadable)
    assert "20 MB" in found.problem


def test_name_chooses_where_content_does_not() -> None:
    file = io.BytesIO(b"# Two boats")
    kind = format_of(file, "a.MD")
    assert kind is not None
    assert (kind.name, file.tell()) == ("markdown", 0)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_bytes_raise(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(raw)
    for found in read_path(path):
        assert isinstance(found, Document | Unreadable)
