"""Templates of pages, kept as files beside the modules that fill them. What they are given is written as text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def templates(package: str, *folders: str) -> Environment:
    """The templates in a folder of a package: those of the page, and those that they are made of."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = files(package).joinpath(*folders)
    environment = Environment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["count"] = lambda number: f"{number:,}"
    environment.filters["plain"] = lambda word: word.replace("_", " ")
    return environment
