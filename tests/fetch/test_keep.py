"""Pages in a folder: whole or not there."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.address import read_address
from etl.fetch.client import Answer
from etl.fetch.feeds import plain
from etl.fetch.keep import META, Meta, find, keep, meta_of, read_meta, write_meta, write_whole
from etl.fetch.types import Entry

_AT = read_address("https://example.org/a")
_META = Meta(
    url=_AT.url,
    final_url=None,
    title="Tanks: 152 K9",
    publisher=None,
    published="2024-06-22",
    language=None,
    retrieved="2026-11-30T12:00:00Z",
    status=200,
    content_type="text/html; charset=utf-8",
    etag='"1"',
    last_modified="Sat, 22 Jun 2024 08:00:00 GMT",
    sha256="",
)


def _meta(body: bytes, kind: str = "text/html", **told: str) -> Meta:
    answer = Answer(_AT, 200, {"content-type": kind} | told, body)
    return meta_of(_AT, Entry(_AT.url), answer, "2026-11-30T12:00:00Z")


def _kept(folder: Path, body: bytes, kind: str = "text/html") -> Path:
    return keep(folder, _AT, _meta(body, kind), body)


def test_a_page_and_what_is_known_of_it_stand_beside_each_other(tmp_path: Path) -> None:
    path = _kept(tmp_path, b"A")
    assert path.read_bytes() == b"A"
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name, path.name + META]
    found = find(tmp_path, _AT)
    assert found is not None and (found.path, found.meta) == (path, _meta(b"A"))


def test_the_meta_file_has_the_keys_of_a_front_matter(tmp_path: Path) -> None:
    meta = replace(_META, publisher="The Desk", language="en")
    known = yaml.safe_load(write_meta(meta))
    assert list(known)[:1] == ["url"]
    assert {key: known[key] for key in ("title", "publisher", "published", "url", "language")} == {
        "title": "Tanks: 152 K9",
        "publisher": "The Desk",
        "published": "2024-06-22",
        "url": "https://example.org/a",
        "language": "en",
    }
    assert "final_url" not in known


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    assert find(tmp_path, _AT) is None


@pytest.mark.parametrize("broken", [b"", b"AB", None])
def test_a_page_of_other_bytes_is_not_found(tmp_path: Path, broken: bytes | None) -> None:
    path = _kept(tmp_path, b"A")
    path.unlink()
    if broken is not None:
        path.write_bytes(broken)
    assert find(tmp_path, _AT) is None


@pytest.mark.parametrize(
    "broken", ["", "url: [", "- a", "url: x", "\x00", write_meta(replace(_META, url="https://b/"))]
)
def test_a_page_whose_meta_file_is_broken_is_not_found(tmp_path: Path, broken: str) -> None:
    path = _kept(tmp_path, b"A")
    path.with_name(path.name + META).write_text(broken, encoding="utf-8")
    assert find(tmp_path, _AT) is None


def test_a_new_page_takes_the_place_of_the_old(tmp_path: Path) -> None:
    _kept(tmp_path, b"A")
    path = _kept(tmp_path, b"B")
    found = find(tmp_path, _AT)
    assert found is not None and found.path.read_bytes() == b"B"
    assert len(list(path.parent.iterdir())) == 2


def test_a_page_of_another_kind_takes_the_place_of_the_old(tmp_path: Path) -> None:
    _kept(tmp_path, b"A")
    path = _kept(tmp_path, b"%PDF-1.7", "application/pdf")
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name, path.name + META]


class _Killed(Exception):
    pass


def _killed_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Lets the process die at the step-th thing that it does to a file."""
    steps = iter(range(100))

    def dying(real: object) -> object:
        def once(*args: object, **named: object) -> object:
            if next(steps) == step:
                raise _Killed
            return real(*args, **named)  # type: ignore[operator]

        return once

    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, dying(getattr(Path, name)))
    monkeypatch.setattr(os, "fsync", dying(os.fsync))


@pytest.mark.parametrize("step", range(5))
def test_wherever_it_is_killed_no_half_page_looks_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    _kept(tmp_path, b"old" * 9)
    with monkeypatch.context() as dying:
        _killed_at(dying, step)
        with pytest.raises(_Killed):
            _kept(tmp_path, b"new" * 9)
    pages = [path for path in tmp_path.rglob("[!.]*") if path.is_file() and not path.name.endswith(META)]
    assert [path.read_bytes() in (b"old" * 9, b"new" * 9) for path in pages] == [True]
    beside = pages[0].with_name(pages[0].name + META)
    told = read_meta(beside.read_text(encoding="utf-8")) if beside.exists() else None
    assert told is None or told.sha256 == _meta(pages[0].read_bytes()).sha256
    _kept(tmp_path, b"new" * 9)
    assert len(list(pages[0].parent.iterdir())) == 2


def test_a_file_that_cannot_be_written_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    write_whole(path, b"old")

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"


# ------------------------------------------------------------------ what is known


def test_what_an_answer_and_an_entry_tell() -> None:
    final = read_address("https://example.org/b")
    headers = {"content-type": "text/html", "etag": 'W/"1"', "last-modified": "Sat, 22 Jun 2024 08:00:00 GMT"}
    entry = Entry(_AT.url, "A", "2024-06-22", "2024-07-01", "The Desk", "en")
    meta = meta_of(_AT, entry, Answer(final, 200, headers, b"A"), "2026-11-30T12:00:00Z")
    assert (meta.url, meta.final_url, meta.source) == (_AT.url, final.url, final.url)
    assert (meta.title, meta.published, meta.publisher, meta.language) == ("A", "2024-06-22", "The Desk", "en")
    assert meta.sha256 == "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd"


def test_what_was_known_before_is_not_forgotten() -> None:
    meta = meta_of(_AT, Entry(_AT.url, publisher="New"), Answer(_AT, 200, {}, b"A"), "2026-11-30T12:00:00Z", _META)
    assert (meta.title, meta.publisher, meta.published, meta.etag) == ("Tanks: 152 K9", "New", "2024-06-22", None)


def test_the_question_whether_a_page_changed() -> None:
    assert _META.conditions() == {
        "If-None-Match": '"1"',
        "If-Modified-Since": "Sat, 22 Jun 2024 08:00:00 GMT",
    }
    assert replace(_META, etag=None, last_modified=None).conditions() == {}


@pytest.mark.parametrize("etag", ["1", '"1', '"a"\r\nX: y', '"\r\n"', '"ż"', '"' + "a" * 2000 + '"', '"a" "b"'])
def test_a_tag_that_is_none_is_not_sent_back(etag: str) -> None:
    assert "If-None-Match" not in replace(_META, etag=etag).conditions()


@pytest.mark.parametrize("stated", ["soon", "", "ż", "Sat, 99 Jun 2024 08:00:00 GMT"])
def test_a_day_that_is_none_is_not_sent_back(stated: str) -> None:
    assert "If-Modified-Since" not in replace(_META, last_modified=stated).conditions()


# As feeds and headers give them, after ``plain``.
_WORDS = st.text().map(plain)
_METAS = st.builds(
    Meta,
    url=st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1),
    final_url=_WORDS,
    title=_WORDS,
    publisher=_WORDS,
    published=_WORDS,
    language=_WORDS,
    retrieved=st.datetimes().map(lambda moment: moment.isoformat()),
    status=st.integers(100, 999),
    content_type=_WORDS,
    etag=_WORDS,
    last_modified=_WORDS,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
)


@given(_METAS)
def test_what_is_written_is_read_back(meta: Meta) -> None:
    assert read_meta(write_meta(meta)) == meta


@given(st.text())
def test_any_text_is_a_meta_file_or_none(words: str) -> None:
    found = read_meta(words)
    assert found is None or read_meta(write_meta(found)) == found
