"""What is wanted of what feeds and sitemaps list."""

from __future__ import annotations

from datetime import date

import pytest

from etl.fetch.address import read_address
from etl.fetch.types import Entry, Settings
from etl.fetch.wanted import Wanted

_A, _B = "https://example.org/news/a", "https://example.org/sport/b"


def _among(*entries: Entry, **chosen: object) -> list[str]:
    return [entry.url for entry in Wanted(Settings(**chosen)).among(entries)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "changed", "wanted"),
    [
        (None, None, True),
        ("2024-06-22", None, True),
        ("2024-06-21", None, False),
        ("2024-06-21", "2024-06-23", True),
        (None, "2024-06-21", False),
    ],
)
def test_since(published: str | None, changed: str | None, wanted: bool) -> None:
    entry = Entry(_A, published=published, changed=changed)
    assert _among(entry, since=date(2024, 6, 22)) == [_A] * wanted


@pytest.mark.parametrize(
    ("match", "skip", "wanted"),
    [
        ((), (), [_A, _B]),
        (("*/news/*",), (), [_A]),
        (("*/news/*", "*/sport/*"), (), [_A, _B]),
        ((), ("*/sport/*",), [_A]),
        (("*/news/*",), ("*/a",), []),
        (("*/NEWS/*",), (), []),
    ],
)
def test_match_and_skip(match: tuple[str, ...], skip: tuple[str, ...], wanted: list[str]) -> None:
    assert _among(Entry(_A), Entry(_B), match=match, skip=skip) == wanted


def test_the_sitemaps_of_an_index_need_only_be_new_enough() -> None:
    entry = Entry("https://example.org/map.xml", listing=True, changed="2024-06-21")
    assert _among(entry, match=("*/news/*",)) == [entry.url]
    assert _among(entry, since=date(2024, 6, 22)) == []


def test_each_address_once() -> None:
    wanted = Wanted(Settings())
    address = read_address(_A)
    assert [wanted.take(address, Entry(_A)), wanted.take(address, Entry(_A, named=True))] == [True, False]


def test_the_limit_counts_pages() -> None:
    wanted = Wanted(Settings(limit=2))
    taken = [
        wanted.take(read_address(f"https://example.org/{name}"), Entry(name, listing=name == "map"))
        for name in ("a", "map", "b", "c")
    ]
    assert (taken, wanted.left_out, wanted.is_full()) == ([True, True, True, False], 1, True)


def test_without_a_limit_there_is_none() -> None:
    wanted = Wanted(Settings())
    wanted.count()
    assert not wanted.is_full()
