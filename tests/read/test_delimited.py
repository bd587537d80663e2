"""Tables as text: delimiters, quotes, encodings, broken rows, and that a table of any length is read as it comes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Container, Options, Source, Unreadable, read_bytes
from etl.read.delimited import read_delimited
from tests.read import story
from tests.read.endless import Endless
from tests.read.told_rows import body, rows_told, story_told

NAMES = ("headline", "body", "date", "source", "url", "lang")
STORY = (story.TITLE, body(), story.PUBLISHED, story.PUBLISHER, story.URL, story.LANGUAGE)


def written(rows: list[tuple[str, ...]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


def read(raw: bytes | str, name: str = "a.csv", **columns: str) -> list[Document | Unreadable]:
    return list(read_bytes(raw.encode() if isinstance(raw, str) else raw, name, Options(columns)))


def texts(raw: bytes | str, name: str = "a.csv", **columns: str) -> list[str]:
    return [found.text if isinstance(found, Document) else found.problem for found in read(raw, name, **columns)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_the_story_is_the_same(delimiter: str, encoding: str) -> None:
    raw = written([NAMES, STORY], delimiter).encode(encoding)
    (found,) = read(raw, "a.tsv" if delimiter == "\t" else "a.csv")
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.title, found.published, found.publisher) == (story.TITLE, story.PUBLISHED, story.PUBLISHER)
    assert (found.url, found.language, found.path) == (
        story.URL,
        story.LANGUAGE,
        "a.csv#1".replace("csv", "tsv" if delimiter == "\t" else "csv"),
    )


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("sep=;\ntitle;text\nA;b, c\n", ["A\n\nb, c"]),
        ("exported on Monday\n\ntitle,text\nA,b\n", ["A\n\nb"]),
        ("title,text\nA,b\n\n,\nC,d\n", ["A\n\nb", "C\n\nd"]),
        ("title,text\rA,b\rC,d\r", ["A\n\nb", "C\n\nd"]),
        ('text,title\n"He said ""no"" twice",A\n', ['A\n\nHe said "no" twice']),
        ('text,title\n"He said \\"no\\" twice, aloud",A\n', ['A\n\nHe said "no" twice, aloud']),
        ('text,title\nA 5" gun came,A\nA 3" gun came,B\n', ['A\n\nA 5" gun came', 'B\n\nA 3" gun came']),
        ('text,title\n"An open quote,A\nTwo came,B\n"Three, no less",C\n',
         ['A\n\n"An open quote', "B\n\nTwo came", "C\n\nThree, no less"]),
        ("title,text\nA,two came, so they say, on Monday\n", ["A\n\ntwo came, so they say, on Monday"]),
        ("title,text,text\nA,first,second\nB,,second\n", ["A\n\nfirst", "B\n\nsecond"]),
        ("title,text\nA,b\0c\n", ["A\n\nbc"]),
        ("HD,LP,TD\nA,First.,Second.\nB,First.,First. Second.\n", ["A\n\nFirst.\n\nSecond.", "B\n\nFirst. Second."]),
        ("title,text\nA,one\\n\\nTwo\n", ["A\n\none\n\nTwo"]),
        ("title,text\nA &amp; B,one &#8211; two\n", ["A & B\n\none – two"]),
    ],
)  # fmt: skip
def test_tables_as_people_have_them(table: str, told: list[str]) -> None:
    assert texts(table) == told


@pytest.mark.parametrize(
    ("table", "number", "said"),
    [
        ("title,text\nA,\nB,c\n", 1, 'Row 1 has no text in its column "text"'),
        ("title,text\nB,c\nA,nan\n", 2, "Row 2 has no text"),
        ("title,text\nB,c\nA\n", 2, "Row 2 has no text"),
        ("text,title,url\nb,A,u,v\nc,D,u\n", 1, 'Row 1 has 4 cells where the header has 3; put cells'),
    ],
)  # fmt: skip
def test_a_row_without_text_is_counted_and_costs_no_other(table: str, number: int, said: str) -> None:
    found = read(table)
    lost = [one for one in found if isinstance(one, Unreadable)]
    assert [one.path for one in lost] == [f"a.csv#{number}"]
    assert said in lost[0].problem
    assert len(found) == 2


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "no document"),
        (b"title,text\n", "no document"),
        (b"year,orders\n2020,5\n", "its columns are: year, orders"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"Recipient,Supplier,Weapon description\nPoland,Korea,howitzer\n", "no column of texts"),
    ],
)
def test_a_table_without_articles_is_said_once(raw: bytes, said: str) -> None:
    (found,) = read(raw)
    assert isinstance(found, Unreadable)
    assert said in found.problem


def test_the_user_names_the_columns() -> None:
    assert texts("no,words\n1,Two came.\n", text="words") == ["Two came."]
    (found,) = read("no,words\n1,Two came.\n", text="wards")
    assert isinstance(found, Unreadable)
    assert 'no column "wards"' in found.problem


def test_days_and_months_are_told_apart_by_the_whole_column() -> None:
    found = read("title,text,date\nA,b,13/04/2024\nC,d,03/04/2024\n")
    assert [one.published for one in found if isinstance(one, Document)] == ["2024-04-13", "2024-04-03"]


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "cp1250"])
def test_old_code_pages(encoding: str) -> None:
    words = {
        "cp1252": "Le Québec a livré vingt véhicules blindés à l’armée – l’État l’a confirmé. ",
        "cp1251": "Министерство обороны сообщило о поставке двенадцати истребителей в следующем году. ",
        "cp1250": "Řecko převzalo čtyři houfnice a příští rok dostane další děla od českého výrobce. ",
    }[encoding]
    (found,) = texts(f"title,text\nA,{words * 5}\n".encode(encoding))
    assert words.strip() in found


def test_a_stray_old_byte_in_utf8_is_read_as_windows() -> None:
    raw = "title,text\nA,Kraków\nB,".encode() + b"\x80 5m\n"
    assert texts(raw) == ["A\n\nKraków", "B\n\n€ 5m"]


def endless_rows() -> Iterator[bytes]:
    yield b"title,text\n"
    while True:
        yield b'"Boats","' + b"Two boats came.\n" * 60 + b'"\n'


def test_a_table_of_any_length_is_read_as_it_comes() -> None:
    endless = Endless(endless_rows())
    found = list(islice(read_delimited(Container("a.csv", io.BufferedReader(endless))), 5000))
    taken = sum(len(one.raw) for one in found if isinstance(one, Source))
    assert len(found) == 5000
    assert endless.given - taken < 3_000_000


def test_an_open_quote_swallows_no_table() -> None:
    def rows() -> Iterator[bytes]:
        yield b'title,text\n"Open,b\n'
        while True:
            yield b"Boats,Two boats came.\n"

    endless = Endless(rows())
    found = list(islice(read_delimited(Container("a.csv", io.BufferedReader(endless))), 200))
    assert len(found) == 200
    assert all(isinstance(one, Source) for one in found)


def test_a_line_without_end_is_bounded() -> None:
    def line() -> Iterator[bytes]:
        yield b"title,text\nA,"
        for _ in range(120):
            yield b"words " * 100_000
        yield b"\nB,c\n"

    found = list(read_delimited(Container("a.csv", io.BufferedReader(Endless(line())))))
    assert isinstance(found[-1], Source)
    assert found[-1].raw == b"c"


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=60)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), st.sampled_from([",", ";", "\t", "|"]))
def test_every_row_written_comes_back(rows: list[tuple[str, str]], delimiter: str) -> None:
    found = read(written([("title", "text"), *rows], delimiter, csv.QUOTE_ALL))
    assert [one.path for one in found] == [f"a.csv#{number}" for number in range(1, len(rows) + 1)]


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_no_bytes_raise(raw: bytes) -> None:
    assert all(isinstance(one, Document | Unreadable) for one in read(b"title,text\n" + raw))


def test_no_cut_raises() -> None:
    raw = written([NAMES, (*STORY[:1], 'Two\ncame, "so" they say.', *STORY[2:])]).encode("utf-16")
    for end in range(len(raw)):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))
