"""What changed between two datasets, as a page."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import etl
from etl.cli import app
from etl.diff import Report, Standing
from etl.diff.page import name_of, page
from etl.store import DATABASE
from tests import fake
from tests.test_diff import build, edited

HOSTILE = "<script>hacked=1</script>\"'><img src=x onerror=hacked=2>"
_ONE = "update transfers set quantity = 1 where designation = 'K9'"
_CELLS = {"td", "th", "h1", "h2", "h3", "h4", "p", "li"}


class _Read(HTMLParser):
    """The words of a page, a cell or paragraph a line, with what its elements and attributes are."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.cells: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "link"):
            self.open.append(tag)
        if tag in _CELLS:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if _CELLS & set(self.open):
            self.cells[-1] += data

    @property
    def words(self) -> list[str]:
        return [" ".join(cell.split()) for cell in self.cells]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("old"), a=fake.sentence(), b=fake.sentence(12, "K2", "NOR", 900))


def shown(old: Path, new: Path) -> _Read:
    return _Read(page(etl.diff(old, new, reports=True), "old", "new"))


def behind(old: Path, new: Path, table: str) -> list[Report]:
    """The reports behind the only row of a table that changed."""
    [reports] = [reports for (name, _), reports in etl.diff(old, new, reports=True).reports.items() if name == table]
    return list(reports)


def test_a_document_that_came_is_why_a_row_was_added(old: Path, tmp_path: Path) -> None:
    came = fake.sentence(7, "T5", "ROU", 400)
    new = build(tmp_path / "new", a=fake.sentence(), b=fake.sentence(12, "K2", "NOR", 900), c=came)
    [report] = behind(old, new, "transfers")
    assert (report.new, report.document, report.standing, report.sentence) == (True, "c.txt", Standing.ABSENT, came)
    words = shown(old, new).words
    assert any(cell.startswith("KOR to ROU: 7 T5 T-") for cell in words)
    assert came in words and "c.txt · document of the new dataset alone" in words
    assert "c.txt · document of the old dataset alone" in shown(new, old).words


def test_a_document_whose_words_changed_is_quoted_before_and_after(old: Path, tmp_path: Path) -> None:
    new = build(tmp_path / "new", a=fake.sentence(160), b=fake.sentence(12, "K2", "NOR", 900))
    before, after = behind(old, new, "transfers")
    assert [(one.new, one.standing, one.sentence) for one in (before, after)] == [
        (False, Standing.CHANGED, fake.sentence(152)),
        (True, Standing.CHANGED, fake.sentence(160)),
    ]
    [said] = [one for one in after.statements if one.field == "quantity"]
    assert (said.value, said.agrees) == ("160", True)
    words = shown(old, new).words
    assert words[words.index("quantity") :][:3] == ["quantity", "152", "160"]
    assert "old: 152 in a.txt" in words and "new: 160 in a.txt" in words
    assert fake.sentence(152) in words and fake.sentence(160) in words


def test_a_document_of_both_is_quoted_once(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "update transfers set quantity = 99999 where designation = 'K9'")
    assert [(one.new, one.standing) for one in behind(old, new, "transfers")] == [
        (False, Standing.SAME),
        (True, Standing.SAME),
    ]
    words = shown(old, new).words
    assert words.count(fake.sentence()) == 1 and "a.txt · document of both datasets" in words
    assert "99,999" in words


def test_a_correction_is_why_a_cell_changed(old: Path, tmp_path: Path) -> None:
    new = edited(
        old,
        tmp_path / "new",
        "update transfers set stage = 'delivered' where designation = 'K9'",
        "insert into sources by name select deal_id, transfer_id, 'stage' as field, 'delivered' as value,"
        " true as agrees, 'Ana' as who, '2026-01-02' as \"when\", 'seen at the port' as why"
        " from transfers where designation = 'K9'",
    )
    [made] = [one for one in behind(old, new, "transfers") if one.who]
    assert (made.new, made.who, made.when, made.why) == (True, "Ana", "2026-01-02", "seen at the port")
    words = shown(old, new).words
    assert "new: delivered by correction of Ana, 2026-01-02: seen at the port" in words
    assert "seen at the port" in words and "Ana, 2026-01-02 · correction in the new dataset" in words


def test_reports_are_told_where_they_are_asked_for(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", _ONE)
    assert etl.diff(old, new).reports == {}
    assert replace(etl.diff(old, new, reports=True), reports={}).counts == etl.diff(old, new).counts


def test_nothing_changed(old: Path) -> None:
    read = shown(old, old)
    assert "Nothing changed." in read.words
    assert "transfers" in read.words and "h3" not in read.tags


def test_what_only_one_dataset_has_is_told(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "create table worlds as select 1 as world")
    assert "Only the new dataset has the table worlds; it is not compared." in shown(old, new).words


def test_what_datasets_hold_is_text(old: Path, tmp_path: Path) -> None:
    text = HOSTILE.replace("'", "''")
    new = edited(
        old,
        tmp_path / "new",
        f"update transfers set designation = '{text}'",
        f"update documents set title = '{text}', publisher = '{text}', path = '{text}'",
        f"update reported_transfers set evidence = '{text}'",
    )
    written = page(etl.diff(old, new, reports=True), HOSTILE, HOSTILE)
    read = _Read(written)
    assert "<script" not in written and "<img" not in written
    assert not read.tags & {"script", "img", "iframe", "object", "form"}
    assert not [name for name in read.attributes if name.startswith("on")]
    assert HOSTILE in read.words and read.open == []


def test_the_page_asks_for_nothing_and_says_nothing_of_the_machine(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "update transfers set quantity = 1")
    written = page(etl.diff(old, new, reports=True), name_of(old), name_of(new / DATABASE))
    assert "default-src 'none'" in written
    assert re.findall(r"""(?:src|href|url|@import)\s*[=(]?\s*["']?([^"'\s)]+)""", written.partition("</style>")[2]) == [
        link for link in re.findall(r'href="([^"]+)"', written.partition("</style>")[2]) if link.startswith("#")
    ]
    assert "url(" not in written and "@import" not in written
    assert str(tmp_path) not in written and "<strong>new</strong>" in written


def test_the_same_difference_gives_the_same_bytes(old: Path, tmp_path: Path) -> None:
    new = build(tmp_path / "new", a=fake.sentence(160), c=fake.sentence(7, "T5", "ROU", 400))
    assert page(etl.diff(old, new, reports=True), "a", "b") == page(etl.diff(old, new, reports=True), "a", "b")


def test_a_long_page_tells_the_first_rows(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["etl.diff.page"], "_MOST_ROWS", 1)
    new = edited(old, tmp_path / "new", "update transfers set quantity = 1")
    words = shown(old, new).words
    assert "The first 1 of 2; arms-transfers diff --format csv gives all." in words
    assert sum(cell.startswith("KOR to") for cell in words) == 1


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["diff", *map(str, words)])


def test_the_command_writes_it(old: Path, tmp_path: Path) -> None:
    new = edited(old, tmp_path / "new", "update transfers set quantity = 1")
    assert run(old, new, "--format", "html").output.startswith("<!doctype html>")
    path = tmp_path / "changes.html"
    said = run(old, new, "-f", "html", "-o", path)
    assert (said.exit_code, said.output) == (0, "")
    assert path.read_text(encoding="utf-8") == page(etl.diff(old, new, reports=True), "output", "new")


def test_a_dataset_of_an_older_version_has_a_page_too(old: Path, tmp_path: Path) -> None:
    older = edited(old, tmp_path / "older", "alter table sources drop column why", _ONE)
    assert {one.why for one in behind(older, old, "transfers")} == {None}
