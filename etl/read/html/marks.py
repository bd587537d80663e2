"""The names that pages give to their parts, and words by which a page says why it holds no article.

The names are rows of ``lexicon/page_marks.csv``, compared with the words that classes and identifiers are made of; the
words are rows of ``lexicon/page_words.csv``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from lxml.html import HtmlElement

from etl.lexicon.load import rows

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_BESIDE = re.compile(r"\b(?:has|with|without|no|not)[-_][A-Za-z]+")  # "has-sidebar" names what stands beside
_LONGEST = 300


@cache
def _marks(kind: str) -> frozenset[str]:
    return frozenset(row["name"] for row in rows("page_marks") if row["kind"] == kind)


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of ``page_words.csv`` of a kind, in file order."""
    return tuple(row["words"] for row in rows("page_words") if row["kind"] == kind)


@lru_cache(maxsize=4096)
def _parts(name: str) -> frozenset[str]:
    """The words of a name and pairs of them: "wp-caption-text" has "wp", "caption", "text", "wp-caption" ..."""
    single = [word.lower() for word in _WORDS.findall(_BESIDE.sub("", name))]
    return frozenset((*single, *map("-".join, pairwise(single))))


def named(element: HtmlElement, kind: str) -> bool:
    """Whether a class or the identifier of an element has one of the names of this kind."""
    marks = _marks(kind)
    for attribute in ("class", "id", "role"):
        value = element.get(attribute)
        if value and any(not marks.isdisjoint(_parts(name)) for name in value[:_LONGEST].split()):
            return True
    return False
