"""``data-dictionary.html``: every table and column as a page that needs no server and no other file."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import pandera.pandas as pa

from etl.store.dictionary import anchor, dictionary

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_HEAD = """# Data dictionary

What each table and column means. The same descriptions are in the Parquet files, as comments in
arms_transfers.duckdb, and in datapackage.json.
"""


def write_page(sheets: Mapping[str, pa.DataFrameSchema], path: Path) -> None:
    """Writes the page: the downloads that are no tables (``sheets``), then the tables and views of the dataset."""
    page = files(__package__).joinpath("page.html").read_text(encoding="utf-8")
    body = _renderer().render(dictionary(_HEAD, sheets))
    path.write_text(Template(page).substitute(title="Data dictionary", body=body), encoding="utf-8")


def _renderer() -> MarkdownIt:
    """Markdown as pages of this kind have it: headings can be linked to, wide tables scroll on their own."""
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML

    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    assert isinstance(made.renderer, RendererHTML)
    rules = made.renderer.rules
    rules["table_open"] = lambda tokens, place, options, env: '<div class="wide" tabindex="0"><table>\n'
    rules["table_close"] = lambda tokens, place, options, env: "</table></div>\n"
    rules["th_open"] = lambda tokens, place, options, env: '<th scope="col">'
    rules["heading_open"] = lambda tokens, place, options, env: (
        f'<{tokens[place].tag} id="{anchor(tokens[place + 1].content)}">'
    )
    return made
