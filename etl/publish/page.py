"""``data-dictionary.html``: every table and column as a page that needs no server and no other file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template

import pandera.pandas as pa
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from etl.store.dictionary import anchor, dictionary

_HEAD = """# Data dictionary

What each table and column means. The same descriptions are in the Parquet files, as comments in
arms_transfers.duckdb, and in datapackage.json.
"""


def write_page(sheets: Mapping[str, pa.DataFrameSchema], path: Path) -> None:
    """Writes the page: the downloads that are no tables (``sheets``), then the tables and views of the dataset."""
    page = files(__package__).joinpath("page.html").read_text(encoding="utf-8")
    body = _html(dictionary(_HEAD, sheets))
    path.write_text(Template(page).substitute(title="Data dictionary", body=body), encoding="utf-8")


class _Renderer(RendererHTML):
    """Headings can be linked to, and wide tables scroll on their own."""

    def heading_open(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        return f'<{tokens[place].tag} id="{anchor(tokens[place + 1].content)}">'

    def table_open(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        return '<div class="wide" tabindex="0"><table>\n'

    def table_close(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType) -> str:
        return '<th scope="col">'


def _html(markdown: str) -> str:
    """Markdown with tables as HTML; HTML in it is shown as text."""
    return str(MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table").render(markdown))
