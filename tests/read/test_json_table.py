"""Articles as JSON, in all the shapes that exports have, of any length, and broken anywhere."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Container, Options, Source, Unreadable, json_table, read_bytes
from etl.read.json_table import flat, read_json
from tests.read import story
from tests.read.endless import Endless
from tests.read.told_rows import body, rows_told, story_told

STORY = {
    "title": story.TITLE,
    "body": body(),
    "publishedAt": f"{story.PUBLISHED}T23:15:00+02:00",
    "source": {"id": None, "name": story.PUBLISHER},
    "url": story.URL,
    "lang": "eng",
}
TWO = [{"title": "A", "text": "b"}, {"title": "C", "text": "d"}]


def read(raw: bytes | str, name: str = "a.json", **columns: str) -> list[Document | Unreadable]:
    return list(read_bytes(raw.encode() if isinstance(raw, str) else raw, name, Options(columns)))


def texts(raw: bytes | str, **columns: str) -> list[str]:
    return [found.text if isinstance(found, Document) else found.problem for found in read(raw, **columns)]


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(STORY) + "\n",
        json.dumps([STORY]),
        json.dumps([STORY], indent=2),
        json.dumps({"status": "ok", "articles": [STORY]}),
        json.dumps({"response": {"facets": [{"count": 1}], "docs": [STORY]}}, indent=1, ensure_ascii=False),
        json.dumps({"a1": STORY}, indent=1),
        json.dumps({"hits": {"hits": [{"_id": "1", "_source": STORY}]}}),
        "\ufeff" + json.dumps(STORY),
        "\n\n" + json.dumps(STORY, ensure_ascii=False),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.unheard"])
def test_the_story_is_the_same(raw: str, name: str) -> None:
    (found,) = read(raw, name)
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.title, found.published, found.publisher) == (story.TITLE, story.PUBLISHED, story.PUBLISHER)
    assert (found.url, found.language, found.path, found.format) == (story.URL, "en", f"{name}#1", "record")


@pytest.mark.parametrize(
    "raw",
    [
        "\n".join(map(json.dumps, TWO)),
        "\r\n\r\n".join(map(json.dumps, TWO)),
        json.dumps(TWO),
        "\n".join(json.dumps(one, indent=1) for one in TWO),
        json.dumps({"one": TWO[0], "two": TWO[1]}),
        json.dumps({"meta": {"n": 2}, "list": TWO}, indent=1),
    ],
)
def test_shapes_of_a_list(raw: str) -> None:
    assert texts(raw) == ["A\n\nb", "C\n\nd"]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ('{"title": "A", "text": ["First.", "Second."]}', ["A\n\nFirst.\n\nSecond."]),
        ('{"title": "A", "text": "x \\ud83d y"}', ["A\n\nx \ufffd y"]),
        ('{"title": "A", "text": "x\\u0000y"}', ["A\n\nx y"]),
        ('{"title": "A", "content": "", "description": "Short."}', ["A\n\nShort."]),
        ('{"title": "A", "text": "b", "comments": [{"text": "Not this."}]}', ["A\n\nb"]),
        ('{\n"title": "A", "text": "b", "comments": [{"text": "Not this."}]}', ["A\n\nb"]),
        ('{"n": 1, "text": NaN}', ['Row 1 has no text in its column "text"; fill the cell or leave the row out.']),
    ],
)
def test_values_as_exports_have_them(raw: str, told: list[str]) -> None:
    assert texts(raw) == told


def test_a_broken_line_costs_no_other() -> None:
    raw = b'{"text": "a"}\n{"text": "b\n[1]\n{"title": "T"}\n{"text": "caf\xe9"}\n'
    found = read(raw, "a.jsonl")
    assert [one.path for one in found] == [f"a.jsonl#{number}" for number in range(1, 6)]
    assert [one.text if isinstance(one, Document) else one.problem for one in found] == [
        "a",
        "Line 2 is no JSON object; it was cut short, or is to be repaired.",
        "Line 3 is no JSON object; it was cut short, or is to be repaired.",
        "Row 4 has no text: it lacks the column for it.",
        "café",
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'{"name": "x", "version": 2}', "its columns are: name, version"),
        (b'[{"name": "x"}]', "its columns are: name"),
        (b'{"type": "FeatureCollection",\n "features": [{"type": "Feature", "id": 7}]}', "its columns are: type, id"),
        (b"[]", "no document"),
        (b"{}", "no column of texts"),
        (b"[1, 2]", "Entry 1 of the list is no object"),
        (b"no json at all", "broken after entry 0"),
        ('{"text": "a"}'.encode("utf-16"), "UTF-8"),
        (b"[" * 100_000, "broken after entry 0"),
        (b'{"a":' * 100_000, "deep in each other"),
    ],
)
def test_a_file_without_articles_is_said_once(raw: bytes, said: str) -> None:
    (found,) = read(raw)
    assert isinstance(found, Unreadable)
    assert said in found.problem


def test_the_user_names_the_text() -> None:
    assert texts('{"words": {"long": "Two came."}}', text="words_long") == ["Two came."]
    assert texts('[{"words": "Two came.", "text": "no"}]', text="words") == ["Two came."]


@pytest.mark.parametrize(
    "entry",
    [
        b'{"text": "b", "score": NaN}',
        b'{"text": "b", "score": [Infinity, -Infinity ,NaN]}',
        b'{"text": "b", "id": ' + b"1" * 3000 + b"}",
        b'{"text": "b", "id": 1e999}',
        b'{"text": "b", "id": "caf\xe9"}',
        b'{"text": "b\n", "id": "a\x01\tb"}',
        b'{"text": "b", "id": "\\ud800"}',
    ],
)
@pytest.mark.parametrize("around", [b"[{}, %s, {}]", b'{"articles": [\n{},\n%s,\n{}]}'])
def test_a_slip_in_a_list_costs_nothing(entry: bytes, around: bytes) -> None:
    raw = around.replace(b"{}", b'{"text": "a - NaN, c"}') % entry
    for at_once in (1, 7, 1 << 18):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(json_table, "_AT_ONCE", at_once)
            assert texts(raw) == ["a - NaN, c", "b", "a - NaN, c"]


def test_a_list_that_breaks_off_keeps_what_came_before() -> None:
    first, last = texts('{"articles": [{"text": "a"}, {"text": "b')
    assert (first, "broken after entry 1" in last) == ("a", True)


def lines() -> Iterator[bytes]:
    while True:
        yield json.dumps({"title": "Boats", "text": "Two boats came.\n" * 60}).encode() + b"\n"


def listed() -> Iterator[bytes]:
    yield b'{"status": "ok", "articles": [\n'
    for line in lines():
        yield line.rstrip() + b",\n"


@pytest.mark.parametrize("pieces", [lines, listed])
def test_a_file_of_any_length_is_read_as_it_comes(pieces: object) -> None:
    endless = Endless(pieces())  # type: ignore[operator]
    found = list(islice(read_json(Container("a.json", io.BufferedReader(endless))), 5000))
    taken = sum(len(one.raw) for one in found if isinstance(one, Source))
    assert len(found) == 5000
    assert endless.given - taken < 2_000_000


def test_an_entry_without_end_is_given_up() -> None:
    def pieces() -> Iterator[bytes]:
        yield b'[{"text": "a"}, {"text": "'
        while True:
            yield b"words " * 100_000

    found = read_json(Container("a.json", io.BufferedReader(Endless(pieces()))))
    assert isinstance(next(found), Source)
    with pytest.raises(OSError, match="longer than 20 MB"):
        next(found)


def test_objects_in_objects_have_joined_names() -> None:
    found = {"a": 1, "source": {"name": "X", "place": {"code": 2}}, "_source": {"title": "T"}, "list": [{"b": 3}]}
    assert flat(found) == (("a", "source_name", "source_place_code", "title", "list"), (1, "X", 2, "T", [{"b": 3}]))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=100)
@given(st.lists(st.dictionaries(st.sampled_from(["text", "title", "date", "url", "x"]), VALUES), max_size=3))
def test_no_values_raise(entries: list[object]) -> None:
    for raw in (json.dumps(entries), "\n".join(map(json.dumps, entries))):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw))


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    for start in (b"", b'[{"text": "a"},', b'{"text": "a"}\n'):
        assert all(isinstance(one, Document | Unreadable) for one in read(start + raw))


@pytest.mark.parametrize("raw", [json.dumps({"n": [1], "articles": TWO}, indent=1), "\n".join(map(json.dumps, TWO))])
def test_no_cut_raises(raw: str) -> None:
    for end in range(len(raw)):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))
