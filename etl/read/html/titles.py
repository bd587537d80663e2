"""The headline of a page out of what names it: its title without the site's name, or the headline that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from etl.read.html.marks import named

LONGEST = 500  # characters of a title; more is no title
_PARTING = re.compile(r"\s+[|–—·•»«:>›-]\s+|\s*\|\s*|\s+::\s+|:\s+|\s*»\s*")
_MOST_HEADLINES = 20
_LOGO_ABOVE = 3  # boxes round a headline of which one may say that it is the site's name


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of a site: its name, and the letters and digits of its host."""

    name: str | None
    host: str

    @staticmethod
    def of(name: str | None, url: str | None) -> Site:
        """The site with this name, that the address is of."""
        return Site(name, _letters(urlsplit(url).hostname or "") if url else "")

    def is_named(self, words: str) -> bool:
        """Whether words hold the site's name, or are letters of its host."""
        letters = _letters(words)
        return bool(self.name and key(self.name) in key(words)) or (len(letters) > 3 and letters in self.host)


def headlines(root: HtmlElement, tag: str) -> list[str]:
    """The first headlines of a page of this rank, without the site's name where its box says that it is that."""
    found = []
    for element in root.iter(tag):
        words = " ".join("".join(element.itertext()).split())
        if 0 < len(words) <= LONGEST and not _is_logo(element):
            found.append(words)
        if len(found) == _MOST_HEADLINES:
            break
    return found


def _is_logo(element: HtmlElement) -> bool:
    box = element
    for _ in range(_LOGO_ABOVE):
        if box is None or box.tag in ("body", "main", "article"):
            return False
        if named(box, "logo"):
            return True
        box = box.getparent()
    return False


def title_of(
    stated: Iterable[str | None], shown: str | None, first: Sequence[str], second: Sequence[str], site: Site
) -> tuple[str | None, str | None]:
    """The title, and the name of the site where only the page's title tells it; None where nothing does.

    ``stated`` is what metadata calls the page, the surest first, ``shown`` its title element, ``first`` and ``second``
    its headlines of the first and second rank. A headline is taken if metadata or title say nearly the same: it is what
    readers saw.
    """
    name = None
    lines = [one for one in (*first, *second) if not site.name or key(one) != key(site.name)]
    if shown is not None:
        shown, name = _parted(shown, site, lines)
        if (
            name is None
            and len(first) == 1
            and first[0] in lines
            and site.is_named(shown)
            and len(shown) < len(first[0])
        ):
            shown = None
    told = next((one for one in stated if one and len(one) <= LONGEST), None)
    if told is not None:
        told = _parted(told, site if site.name else Site(name, site.host), lines)[0]
    alike = next((one for one in lines if any(other and _alike(one, other) for other in (told, shown))), None)
    alone = first[0] if len(first) == 1 else second[0] if not first and len(second) == 1 else None
    return alike or told or shown or alone, name


def _parted(title: str, site: Site, lines: Sequence[str]) -> tuple[str, str | None]:
    """A title without what names the site before or after it, and that name.

    It names the site if it is the publisher, or the address has its letters, or the rest is a headline on the page.
    """
    keys = {key(one) for one in lines}
    for cut in _PARTING.finditer(title):
        for head, name, at in (
            (title[: cut.start()], title[cut.end() :], -1),
            (title[cut.end() :], title[: cut.start()], 0),
        ):
            named_so = site.is_named(name) and len(name) < len(head) + 20
            if head and name and (key(head) in keys or (named_so and cut[0] != ": ")):
                return head.strip(), None if cut[0] == ": " else _PARTING.split(name.strip())[at]
    return title, None


def key(words: str) -> str:
    """Words without case, marks and spaces beside each other, to be compared."""
    return re.sub(r"\W+", " ", words).strip().casefold()


def _letters(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.lower())


def _alike(one: str, other: str) -> bool:
    words, others = set(key(one).split()), set(key(other).split())
    return 3 * len(words & others) >= 2 * max(1, min(len(words), len(others)))
