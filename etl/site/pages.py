"""The pages themselves: templates with what all datasets share, and facts on this one. Scripts fill in the rest."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from etl.publish.about import about, citation, sha256
from etl.site.facts import Facts, words
from etl.site.templates import templates

PAGES = ("index", "transfers", "deal", "documents", "document", "countries", "country", "method")
_DIGITS = 12


def write_pages(facts: Facts, site: Path, beside: Set[str]) -> None:
    """Writes all pages; ``beside`` has the names of the files that the folder of the dataset holds."""
    environment = templates("etl.site", "pages")
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
