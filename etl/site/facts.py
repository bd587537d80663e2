"""What the pages say of the dataset as a whole: how much there is, what failed or was refused, how to cite it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from etl.publish.about import Versions, about, citation
from etl.publish.tables import country_names
from etl.queries import queries_of

query = queries_of(__package__)

_BINS = 10
_FAILED_LISTED = 50


@dataclass(frozen=True, slots=True)
class Facts:
    """A dataset as a whole.

    ``totals`` is the row of ``totals.sql``. ``outcomes`` are documents by outcome, ``failed`` the first of those that
    could not be read, or in part, with the reason, ``refused`` rows of ``refused.sql``, ``filled`` cells with how many
    line items have them, ``confidence`` line items by tenths of confidence, ``extractors`` what read the documents,
    ``parties`` the names of all suppliers, recipients and countries of passage by code or name.
    """

    versions: Versions
    shards: Mapping[str, int]
    totals: Mapping[str, Any]
    outcomes: list[tuple[str, int]]
    failed: list[tuple[str, str]]
    refused: list[tuple[str, str, int, str]]
    filled: list[tuple[str, int]]
    confidence: list[int]
    extractors: list[str]
    parties: Mapping[str, str]

    @property
    def for_pages(self) -> dict[str, Any]:
        """What scripts on all pages need, as JSON can hold it."""
        return {
            "title": about()["title"],
            "citation": citation(self.versions),
            "version": self.versions.data,
            "shards": dict(self.shards),
            "totals": dict(self.totals),
            "parties": dict(self.parties),
            "words": words(),
        }


@cache
def words() -> dict[str, dict[str, str]]:
    """What the pages say of the closed vocabularies (``words.toml``)."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def facts(connection: duckdb.DuckDBPyConnection, versions: Versions, shards: Mapping[str, int]) -> Facts:
    """The facts of the dataset that ``connection`` has open; ``shards`` says how many files there are of a kind."""

    def rows(sql: str) -> list[Any]:
        return connection.execute(sql).fetchall()

    totals = connection.execute(query("totals"))
    named = dict(zip([column[0] for column in totals.description or ()], totals.fetchall()[0], strict=True))
    binned = dict(
        rows(f"select least(floor(confidence * {_BINS})::integer, {_BINS - 1}), count(*) from transfers group by 1")
    )
    failed = f"{query('unread')} limit {_FAILED_LISTED}"
    extractors = "select distinct split_part(extractor, '-', 1) from documents where extractor is not null order by 1"
    names = country_names()
    codes = "select distinct coalesce(code, name) from parties where role <> 'maker' order by 1"
    return Facts(
        versions,
        shards,
        named,
        rows("select outcome, count(*) from documents group by 1 order by 2 desc, 1"),
        rows(failed),
        rows(query("refused")),
        rows(query("filled")),
        [binned.get(number, 0) for number in range(_BINS)],
        [row[0] for row in rows(extractors)],
        {code: names.get(code, code) for (code,) in rows(codes)},
    )
