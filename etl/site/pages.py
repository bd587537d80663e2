"""The pages themselves: templates with what all datasets share, and facts on this one. Scripts fill in the rest."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from etl.publish.about import about, citation, sha256
from etl.site.facts import Facts, words

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = ("index", "transfers", "deal", "documents", "document", "countries", "country", "method")
_DIGITS = 12


def write_pages(facts: Facts, site: Path, beside: Set[str]) -> None:
    """Writes all pages; ``beside`` has the names of the files that the folder of the dataset holds."""
    environment = _environment()
    given = {
        "facts": facts,
        "totals": facts.totals,
        "about": about(),
        "citation": citation(facts.versions),
        "words": words(),
        "beside": beside,
        # Files of another build are never taken for those of this one, whatever a browser has kept.
        "version": f"{facts.versions.data}-{_assets_version(site)}",
    }
    for name in PAGES:
        page = environment.get_template(f"{name}.html").render(page=name, **given)
        (site / f"{name}.html").write_text(page, encoding="utf-8", newline="\n")


def _assets_version(site: Path) -> str:
    return sha256(site / "assets" / "site.js")[:_DIGITS]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = files(__package__).joinpath("pages")
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
