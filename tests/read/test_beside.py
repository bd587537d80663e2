"""What files of metadata say of the documents beside them, and that a broken one costs no document."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.read.beside import Beside, beside
from etl.read.source import NOTHING, Known

KNOWN = Known("Boats come", "Press Office", "2024-06-22", "https://x.example/1", "en")
YAML = (
    "title: Boats come\npublisher: Press Office\npublished: 22 June 2024\nurl: https://x.example/1\nlanguage: English\n"
)


def made(folder: Path, **files: str | bytes) -> Beside:
    """What is known in a folder of these files; ``__`` in a name stands for a dot, ``___`` for a slash."""
    names = []
    for name, content in files.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        names.append(path.relative_to(folder).as_posix())
    return beside(folder, names)


@pytest.mark.parametrize("suffix", ["meta__yaml", "meta__yml"])
def test_a_file_beside_a_document(tmp_path: Path, suffix: str) -> None:
    found = made(tmp_path, a__html="x", **{f"a__html__{suffix}": YAML + "status: 200\nretrieved: 2024-07-01\n"})
    assert found.known("a.html") == KNOWN
    assert found.is_metadata(f"a.html.{suffix.replace('__', '.')}")
    assert not found.is_metadata("a.html")
    assert found.problems == ()


@pytest.mark.parametrize(
    "table",
    [
        "file,title,publisher,published,url,language\na.html,Boats come,Press Office,2024-06-22,https://x.example/1,en\n",
        "Path;Headline;Source;Date;Link;Lang\r\n./A.HTML;Boats come;Press Office;22.06.2024;https://x.example/1;eng\r\n",
        "name\tlang\tdate\ttitle\toutlet\turl\na.html\tEN\t20240622\tBoats come\tPress Office\thttps://x.example/1\n",
    ],
)
def test_a_list_of_documents(tmp_path: Path, table: str) -> None:
    found = made(tmp_path, a__html="x", documents__csv=table)
    assert found.known("a.html") == KNOWN
    assert found.metadata == {"documents.csv"}


def test_the_nearer_file_wins(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        documents__csv="file,title,publisher,url\nsub/a.txt,Outer,Outer Office,outer\n",
        sub___documents__csv="file,title,publisher\na.txt,Inner,Inner Office\nsub/a.txt,No,No\n",
        sub___a__txt="x",
        sub___a__txt__meta__yaml="title: Own\n",
    )
    assert found.known("sub/a.txt") == Known("Own", "Inner Office")
    assert [problem.said for problem in found.problems] == ["It names a file that is not there: sub/a.txt."]


def test_days_and_months_are_told_apart_by_the_whole_list(tmp_path: Path) -> None:
    found = made(tmp_path, a="x", b="x", documents__csv="file,date\na,03/04/2024\nb,13/04/2024\n")
    assert found.known("a").published == "2024-04-03"


@pytest.mark.parametrize(
    "table",
    ["title,text\nA,Two came.\n", "file,title\nother.txt,A\n", "", "file\n", "a.txt\n"],
)
def test_a_table_that_names_no_file_that_is_there_is_a_table(tmp_path: Path, table: str) -> None:
    found = made(tmp_path, a__txt="x", documents__csv=table)
    assert not found.is_metadata("documents.csv")
    assert found.problems == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("title: Minister: we buy", "It is no YAML"),
        ("- a\n- b\n", "It has no keys"),
        ("", "It has no keys"),
        (b"\x00\x01\x02\x03" * 30, "binary"),
        ("x" * 100_001, "larger than 100 kB"),
        ("&a [*a, *a]", "It is no YAML"),
        ("[" * 5000, "It is no YAML"),
    ],
)
def test_a_malformed_file_is_named_and_is_no_document(tmp_path: Path, content: str | bytes, said: str) -> None:
    found = made(tmp_path, a__txt="x", a__txt__meta__yaml=content)
    assert found.known("a.txt") == NOTHING
    assert found.is_metadata("a.txt.meta.yaml")
    (problem,) = found.problems
    assert problem.name == "a.txt.meta.yaml"
    assert said in problem.said
    assert problem.said.endswith(".")


def test_a_file_beside_nothing_is_named(tmp_path: Path) -> None:
    found = made(tmp_path, b__txt="x", a__txt__meta__yaml=YAML)
    assert "no a.txt beside it" in found.problems[0].said


def test_a_row_that_is_broken_costs_no_other(tmp_path: Path) -> None:
    found = made(tmp_path, a="x", b="x", documents__csv="file,title\na,A,more,cells\nb,B\n")
    assert found.known("b").title == "B"
    assert "Row 1 has 4 cells" in found.problems[0].said


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    found = beside(tmp_path, ["a.txt", "a.txt.meta.yaml", "documents.csv"])
    assert len(found.problems) == 2


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.binary(max_size=200))
def test_no_bytes_raise(tmp_path: Path, own: bytes, table: bytes) -> None:
    made(tmp_path, a="x", a__meta__yaml=own, documents__csv=b"file,title,date\na,b,c\n" + table).known("a")


def test_no_cut_raises(tmp_path: Path) -> None:
    for end in range(len(YAML)):
        made(tmp_path, a="x", a__meta__yaml=YAML[:end]).known("a")
