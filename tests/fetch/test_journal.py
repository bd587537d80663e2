"""The list of what came of each address, and runs that were stopped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.fetch.journal import LIST, MARK, Journal, read_lines
from etl.fetch.types import FetchError, Line, Outcome

_FIRST, _SECOND = "2026-11-30T12:00:00Z", "2026-11-30T13:00:00Z"


def _line(url: str, outcome: Outcome = Outcome.KEPT, run: str = _FIRST) -> Line:
    return Line(url, outcome, run=run)


def _stopped(folder: Path, *lines: Line, arguments: tuple[str, ...] = ("a",)) -> None:
    journal = Journal.open(folder, arguments, _FIRST)
    for line in lines:
        journal.add(line)
    journal.close()


def test_a_line_is_on_the_disk_at_once(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, ["a"], _FIRST)
    journal.add(_line("https://a/"))
    assert json.loads((tmp_path / LIST).read_text()) == {
        "url": "https://a/",
        "outcome": "kept",
        "why": "",
        "file": None,
        "status": None,
        "asked": None,
        "run": _FIRST,
    }
    journal.close()


def test_a_run_that_ended_leaves_no_mark(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, ["a"], _FIRST)
    journal.finish()
    journal.close()
    assert [entry.name for entry in tmp_path.iterdir()] == [LIST]
    again = Journal.open(tmp_path, ["a"], _SECOND)
    assert (again.run, again.done) == (_SECOND, frozenset())
    again.close()


def test_a_run_that_was_stopped_is_gone_on_with(tmp_path: Path) -> None:
    _stopped(
        tmp_path,
        _line("old", run="2026-01-01T00:00:00Z"),
        *(_line(outcome.value, outcome) for outcome in Outcome),
    )
    journal = Journal.open(tmp_path, ["a"], _SECOND)
    assert journal.run == _FIRST
    assert journal.done == {"kept", "renewed", "unchanged", "there", "forbidden"}
    journal.close()


def test_a_run_for_something_else_begins_anew(tmp_path: Path) -> None:
    _stopped(tmp_path, _line("https://a/"))
    journal = Journal.open(tmp_path, ["b"], _SECOND)
    assert (journal.run, journal.done) == (_SECOND, frozenset())
    journal.close()


@pytest.mark.parametrize("mark", ["", "{", "[]", "null", '{"run": 1}'])
def test_a_mark_that_is_broken_is_that_of_nothing(tmp_path: Path, mark: str) -> None:
    _stopped(tmp_path)
    (tmp_path / MARK).write_text(mark)
    journal = Journal.open(tmp_path, ["a"], _SECOND)
    assert journal.run == _SECOND
    journal.close()


def test_a_half_line_is_left_out_and_harms_none_after_it(tmp_path: Path) -> None:
    _stopped(tmp_path, _line("https://a/"))
    with (tmp_path / LIST).open("ab") as stream:
        stream.write(b'{"url": "https://b/", "outc')
    journal = Journal.open(tmp_path, ["a"], _SECOND)
    journal.add(_line("https://c/"))
    journal.close()
    assert [line.url for line in read_lines(tmp_path / LIST)] == ["https://a/", "https://c/"]


def test_in_the_end_an_address_has_one_line_the_last(tmp_path: Path) -> None:
    _stopped(tmp_path, _line("https://a/", Outcome.FAILED), _line("https://b/"))
    journal = Journal.open(tmp_path, ["a"], _SECOND)
    journal.add(_line("https://a/"))
    journal.finish()
    journal.close()
    assert [(line.url, line.outcome) for line in read_lines(tmp_path / LIST)] == [
        ("https://a/", Outcome.KEPT),
        ("https://b/", Outcome.KEPT),
    ]


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, ["a"], _FIRST)
    with pytest.raises(FetchError, match="Another fetch is writing into"):
        Journal.open(tmp_path, ["a"], _SECOND)
    journal.close()
    Journal.open(tmp_path, ["a"], _SECOND).close()


@given(st.text(alphabet=st.characters(exclude_categories=())), st.text(alphabet=st.characters(exclude_categories=())))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, url: str, why: str) -> None:
    folder = tmp_path_factory.mktemp("lines")
    line = Line(url, Outcome.FAILED, why, "a/b.html", 404, _FIRST, _FIRST)
    _stopped(folder, line)
    assert read_lines(folder / LIST) == [line]


@given(st.binary())
def test_any_bytes_are_lines_or_none(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.mktemp("lines") / LIST
    path.write_bytes(noise)
    assert all(isinstance(line, Line) for line in read_lines(path))
