"""Dates in the metadata, the markup of times and the address of a page."""

from __future__ import annotations

import calendar
import re
from itertools import islice

from lxml.html import HtmlElement

from etl.read.front_matter import iso_date
from etl.read.html.kept import Sides
from etl.read.html.marks import named

_IN_URL = re.compile(
    r"[/=_-](?P<y>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<m>0[1-9]|1[0-2]|[1-9](?=[/_-])|[a-z]{3})(?:(?P=sep)"
    r"(?P<d>0[1-9]|[12]\d|3[01]|[1-9](?=[/_-])))?(?=[/_.?-]|\Z)"
)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_SHORT = 100  # characters of a line that only says who wrote when
_PARAGRAPH = 140
_FEW = 20
_EPOCHS = ("1970-01-01", "1900-01-01", "1899-12-30", "0001-01-01")


def sound(stated: str | None) -> str | None:
    """A stated date as ISO 8601, None for what is no date or the zero of somebody's calendar."""
    found = iso_date(stated)
    return None if found is None or found in _EPOCHS or found < "1500" else found


def of_address(url: str | None) -> str | None:
    """The date in an address such as ".../2024/05/03/title": a day, or a month where it has no day."""
    best = None
    for found in _IN_URL.finditer(url.lower() if url else ""):
        month = found["m"] if found["m"].isdigit() else str(_MONTHS.get(found["m"], ""))
        if not month or (not found["sep"] and not found["d"]):
            continue
        day = sound("-".join(filter(None, (found["y"], month, found["d"]))))
        if day is not None and (best is None or len(day) > len(best)):
            best = day
    return best


def of_times(root: HtmlElement) -> tuple[str | None, str | None]:
    """The dates of publication and of the last change that the markup of times on a page says."""
    published = changed = None
    body = root.find(".//body")
    sides = Sides(root if body is None else body)
    after_headline = root.find(".//h1") is None
    length = 0
    for element in root.iter("h1", "time", "p", "meta", "span", "div", "abbr"):
        if element.tag == "h1":
            after_headline = True
        elif element.tag == "p":
            length += len(element.text or "") > _PARAGRAPH
        stated = element.get("datetime") or element.get("content") if element.tag != "p" else None
        kind = (element.get("itemprop") or "").lower()
        if element.tag not in ("time", "meta") and kind not in ("datepublished", "datemodified"):
            continue
        when = sound(stated or (_first_words(element) if element.tag != "meta" else None))
        if when is None or sides.holds(element):
            continue
        if kind == "datemodified" or named(element, "updated"):
            changed = changed or when
        elif kind == "datepublished" or element.get("pubdate") is not None:
            return when, changed
        elif element.tag == "time" and stated and not published and length < 2 and _heads(element, after_headline):
            published = when
    return published, changed


def _first_words(element: HtmlElement) -> str:
    return " ".join(islice(element.itertext(), _FEW))[:_SHORT]


def _is_short(element: HtmlElement) -> bool:
    """Whether an element has few words; no more of them are looked at than that takes."""
    length = 0
    for words in element.itertext():
        length += len(words.strip())
        if length > _SHORT:
            return False
    return True


def _heads(element: HtmlElement, after_headline: bool) -> bool:
    """Whether a time stands about the headline, and not within a sentence."""
    line = element.getparent()
    return (line is None or _is_short(line)) and (
        after_headline or any(one.tag in ("article", "main") for one in element.iterancestors())
    )
