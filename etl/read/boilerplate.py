"""Lines that belong to the page and not to the report: captions, credits, cookie banners, link lists, menus.

The words are rows of ``lexicon/boilerplate.csv``. Its ``position`` says where they stand: ``start`` or ``end`` of the
line, ``any`` place in it, the ``whole`` line, or a ``cell`` between bars. A whole line of kind ``links`` heads a list
of links.
"""

from __future__ import annotations

import re
from functools import cache

from etl.lexicon.load import rows

_LONGEST = 300  # a longer line is prose that happens to begin with such a word
_CRUMBS = re.compile(r" (?:>|»|›|→) ")
_BARS = re.compile(r"\s*[|·•/]\s*")
_LINKS_TRIMMED = ":.…»> "


@cache
def _words(position: str, kind: str | None = None) -> tuple[str, ...]:
    return tuple(
        row["words"] for row in rows("boilerplate") if row["position"] == position and kind in (None, row["kind"])
    )


def is_boilerplate(line: str) -> bool:
    """Whether a stripped line is a caption, a credit, a banner, a menu or another piece of the page.

    "Photo: a K2 at Gdynia", "Home > News > Defence" and "Terms | Privacy" are; "Photo reconnaissance pods worth
    $20m" and "12 | 24 | 36" are not.
    """
    if len(line) > _LONGEST:
        return False
    plain = line.strip("*_# ").lower()
    return (
        plain.startswith(_words("start"))
        or plain.endswith(_words("end"))
        or plain in _words("whole")
        or any(words in plain for words in _words("any"))
        or _is_crumbs(line)
        or _is_menu(plain)
    )


def opens_links(line: str) -> bool:
    """Whether a stripped line heads a list of links ("READ ALSO", "Related stories:")."""
    return line.strip("*_# ").lower().rstrip(_LINKS_TRIMMED) in _words("whole", "links")


def _is_crumbs(line: str) -> bool:
    return len(_CRUMBS.findall(line)) >= 2 and len(line) <= 160 and not line.endswith(".")


def _is_menu(plain: str) -> bool:
    cells = [cell for cell in _BARS.split(plain) if cell]
    return len(cells) > 1 and 2 * sum(cell in _words("cell") for cell in cells) >= len(cells)
