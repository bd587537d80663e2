"""What a PDF says of itself: its title and the date that stands at its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.read.pdf.joining import heads_on
from etl.read.pdf.rows import lines_of
from etl.read.pdf.stretches import Kind, Stretch
from etl.read.pdf.words import Page
from etl.read.stated import date_among, usable_title

_LARGER = 1.2  # times the size of the text: what may be the title
_HEAD_LINES = 14
_HEAD_STRETCHES = 12


def title_of(stated: str, stretches: Sequence[Stretch], size: float) -> str | None:
    """The title: the one that the file states, where the first page has its words too; else the largest words of the
    first page; else the stated one, where it is more than a file's name."""
    title = usable_title(stated)
    first = [stretch for stretch in stretches if stretch.page == 0]
    words = set(re.findall(r"\w+", " ".join(line.text for stretch in first for line in stretch.lines).casefold()))
    own = re.findall(r"\w+", (title or "").casefold())
    if len(own) > 1 and all(word in words for word in own):
        return title
    heads = [one for one in first[:_HEAD_STRETCHES] if one.kind == Kind.HEADING and one.size > _LARGER * size]
    if heads:
        at = first.index(max(heads, key=lambda stretch: stretch.size))
        following = first[at + 1 : at + 2]
        goes_on = following and following[0].lines[0].text[:1].islower() and heads_on(first[at], following[0])
        return " ".join(line.text for stretch in (first[at], *following * bool(goes_on)) for line in stretch.lines)
    return title if len(own) > 2 else None


def date_of(page: Page, size: float) -> str | None:
    """The date that stands by itself at the head of the first page (ISO 8601), or None. ``size`` is that of most of the
    text: a headline's date is that of an event."""
    lines = lines_of(page.words)[:_HEAD_LINES]
    return date_among(line.text for line in lines if line.size <= _LARGER * size)
