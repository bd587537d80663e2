"""What a page says of itself: title, publisher, date, address and language, the surest saying first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from etl.lexicon.load import rows
from etl.read.html.dates import of_address, of_times, sound
from etl.read.html.json_ld import Described, described
from etl.read.html.marks import words
from etl.read.html.titles import LONGEST, Site, headlines, title_of

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)")
_SAVED_HEAD = 4000
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*\Z")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says of itself; None where it says nothing. ``dates`` are dates of publication, the surest first;
    ``changed`` is when it was last changed, ``dated`` what its address says."""

    title: str | None
    publisher: str | None
    dates: tuple[str, ...]
    changed: str | None
    dated: str | None
    url: str | None
    language: str | None
    body: str | None
    video: bool


def metadata_of(root: HtmlElement, markup: str, address: str | None = None) -> Stated:
    """What a page says of itself; ``address`` is where it was saved from, if that is known from elsewhere."""
    said = _said(root)
    shown = _title_tag(root)
    first, second = headlines(root, "h1"), headlines(root, "h2")
    told = described(root, tuple(filter(None, (*said.get("title", ()), shown, *first, *second))))
    url = _url(root, markup, said, told, address)
    publisher = told.publisher or _first(said, "publisher") or told.site
    times, changed = of_times(root)
    stated = (told.published, *said.get("published", ()), times, told.page_published)
    dates = tuple(dict.fromkeys(filter(None, map(sound, stated))))
    changes = (told.modified, *said.get("modified", ()), changed)
    title, name = title_of((told.headline, *said.get("title", ())), shown, first, second, Site.of(publisher, url))
    return Stated(
        title=title,
        publisher=publisher or name,
        dates=dates,
        changed=next(filter(None, map(sound, changes)), None),
        dated=of_address(url),
        url=url,
        language=_language(root, said, told),
        body=told.body,
        video=told.video,
    )


@cache
def _fields() -> dict[str, tuple[str, int]]:
    """Names of metadata to what they say and their rank."""
    return {row["name"]: (row["field"], rank) for rank, row in enumerate(rows("page_metadata"))}


def _said(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    """What the meta elements of a page say, by what it is, the surest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for element in root.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            known = _fields().get((element.get(attribute) or "").strip().lower())
            if content and known:
                found.setdefault(known[0], []).append((known[1], content))
    return {
        field: tuple(content for _, content in sorted(said, key=lambda one: one[0])) for field, said in found.items()
    }


def _first(said: dict[str, tuple[str, ...]], field: str) -> str | None:
    return next(iter(said.get(field, ())), None)


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _title_tag(root: HtmlElement) -> str | None:
    found = root.find(".//head/title")
    found = root.find(".//title") if found is None else found
    words = _words(found) if found is not None else ""
    return words if 0 < len(words) <= LONGEST else None


def _url(
    root: HtmlElement, markup: str, said: dict[str, tuple[str, ...]], told: Described, address: str | None
) -> str | None:
    saved = _SAVED_FROM.search(markup, 0, _SAVED_HEAD)
    came = address or (saved and (saved[1] or saved[2])) or None
    canonical = next(
        (one.get("href") for one in root.iter("link") if (one.get("rel") or "").lower() == "canonical"), None
    )
    base = next((one.get("href") for one in root.iter("base") if one.get("href")), None)
    found = []
    for stated in (canonical, _first(said, "url"), told.url, came):
        if stated and (whole := _absolute(stated, base or came or _first(said, "url"))):
            found.append(whole)
    # Some sites state their front page as the address of every page.
    return next((one for one in found if urlsplit(one).path.strip("/")), found[0] if found else None)


def _kept_in_archive(url: str) -> str:
    """The page's own address where an archive's address holds it."""
    inner = url.find("http", 1) if any(place in url for place in words("archive")) else -1
    return url[inner:] if inner > 0 else url


def _absolute(stated: str, base: str | None) -> str | None:
    try:
        whole = _kept_in_archive(urljoin(base or "", stated.strip()))
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"]", whole) else None


def _language(root: HtmlElement, said: dict[str, tuple[str, ...]], told: Described) -> str | None:
    stated = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"),
        told.language,
        *said.get("language", ()),
    )
    for one in stated:
        found = _LANGUAGE.match((one or "").strip().replace("_", "-"))
        if found:
            return found[1].lower()
    return None
