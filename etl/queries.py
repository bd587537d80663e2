"""Queries kept as files of SQL beside the modules that ask them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files


def queries_of(package: str | None) -> Callable[[str], str]:
    """What gives the text of ``<name>.sql`` in a package, which a module gives as its own ``__package__``."""

    @cache
    def query(name: str) -> str:
        return files(package or "").joinpath(f"{name}.sql").read_text(encoding="utf-8")

    return query
