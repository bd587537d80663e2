"""The pages of a dataset: whether all of them are there, with the data that they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from etl.doctor.types import AGAIN, Problem
from etl.site import SITE
from etl.site.files import data_path, read_data
from etl.site.pages import PAGES
from etl.site.shards import Shards


def pages_there(folder: Path) -> Iterator[Problem]:
    """Pages and data files that are missing, where a build made pages.

    The texts of documents may have been taken out before the pages were published.
    """
    site = folder / SITE
    if site.is_dir():
        for path in _needed(site):
            if not path.is_file():
                yield Problem(str(path.relative_to(folder)), "It is not there.", AGAIN.format(output=folder))


def _needed(site: Path) -> Iterator[Path]:
    yield from (site / f"{name}.html" for name in PAGES)
    yield from (data_path(site, name) for name in ("site", "transfers", "documents"))
    if data_path(site, "site").is_file():
        for kind, number in read_data(data_path(site, "site"))["shards"].items():
            shards = Shards(number)
            yield from (data_path(site, f"{kind}/{shards.name(place)}") for place in range(number))
