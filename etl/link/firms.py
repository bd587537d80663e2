"""Firms that a text only points to: "the company", "the Group", and the "we" of a firm's own paper."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from etl.documents import Block, BlockKind
from etl.link.phrases import either
from etl.recognise.cues import words
from etl.recognise.mentions import Company
from etl.recognise.names import find_companies
from etl.recognise.spans import Spans
from etl.recognise.text import Mentions

_QUOTES = re.compile('["\u201c\u201d]')


_HEADING = 70
"""Characters below which a block without a full stop is a heading."""


def issuer(publisher: str | None) -> Company | None:
    """The firm whose own paper a document is, by its publisher's name ("Saab newsroom"), else None."""
    return next(iter(find_companies(publisher or "")), None)


def with_pointers(text: str, blocks: Sequence[Block], mentions: Mentions, own: Company | None) -> Mentions:
    """The mentions, with the words that point to a firm as that firm.

    It is the firm named last in the same block, else ``own``, the document's issuer, else the one named last in the
    block before. "We" is the issuer, outside of quoted speech.
    """
    taken = Spans([*mentions.companies, *mentions.parties])
    found = [c for c in _pointers(text, blocks, mentions.companies, own) if not taken.overlap(c.start, c.end)]
    if not found:
        return mentions
    return replace(mentions, companies=sorted([*mentions.companies, *found], key=lambda c: c.start))


def without_portraits(
    text: str, blocks: Sequence[Block], body: list[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """The blocks ``(index, start, end)`` of a body without the portraits of firms: "About Saab" and what follows it.

    A heading ends a portrait. A body that is nothing else stays as it is.
    """
    kept: list[tuple[int, int, int]] = []
    inside = False
    for n, start, end in body:
        alone = end - start < _HEADING and text[end - 1] not in ".;"
        if alone or blocks[n].kind is BlockKind.HEADING:
            inside = False
        portrait = _portrait().match(text, start, end)
        inside = inside or (portrait is not None and alone)
        if not inside and portrait is None:
            kept.append((n, start, end))
    return kept or body


def _pointers(text: str, blocks: Sequence[Block], named: Sequence[Company], own: Company | None) -> Iterator[Company]:
    starts = [c.start for c in named]
    own = next((c for c in named if own is not None and c.name == own.name), own)
    for n, block in enumerate(blocks):
        since = blocks[n - 1].start if n else block.start
        for match in _pointing().finditer(text, block.start, block.end):
            at = bisect_right(starts, match.start()) - 1
            last = named[at] if at >= 0 and starts[at] >= since else None
            if own is not None and (last is None or last.start < block.start):
                last = own
            if last is not None:
                yield _at(match, last)
        if own is not None:
            found = _speaking().finditer(text, block.start, block.end)
            yield from (_at(match, own) for match in found if not _quoted(text, block, match))


def _at(match: re.Match[str], firm: Company) -> Company:
    return replace(firm, start=match.start(), end=match.end(), surface=match.group(), called=firm.surface)


def _quoted(text: str, block: Block, match: re.Match[str]) -> bool:
    """Whether a quotation is open at a place in its block."""
    return len(_QUOTES.findall(text, block.start, match.start())) % 2 == 1


@cache
def _portrait() -> re.Pattern[str]:
    """A heading over, or the opening of, what a firm says of itself in every release: "About Saab"."""
    about = either(words("company_nouns", "portrait"))
    return re.compile(
        rf"(?i:{about})\s+(?:[A-Z][\w&.-]*|the|[Ee]ditors)(?:\s+[\w&.-]+){{0,6}}\s*(?::|$|\n)", re.MULTILINE
    )


@cache
def _pointing() -> re.Pattern[str]:
    """A pointing word and a noun for a firm, perhaps a town or an owner between them: "the Bremen company"."""
    firms, bare = either(words("company_nouns", "pointed")), either(words("company_nouns", "pointed_bare"))
    between = rf"(?:[A-Z][\w-]+|[\w-]+-(?:{either(words('company_nouns', 'owned'))}))\s+"
    return re.compile(rf"\b(?:[Tt]he|[Tt]his)\s+(?:same\s+)?(?:(?:{between})?(?i:{firms})|(?i:{bare}))(?![-\w])")


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{either(words('company_nouns', 'speaking'))})\b")
