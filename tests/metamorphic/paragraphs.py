"""Paragraphs added or moved: what tells of no transfer changes nothing, a story of its own adds only its own rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from etl.documents import Block, BlockKind
from etl.link import extract_document
from etl.link.firms import without_portraits
from etl.link.genres import genre_of
from etl.link.worlds import worlds
from etl.read import read_text
from etl.recognise.text import recognise
from tests.metamorphic.cells import rows_of
from tests.metamorphic.edits import Variant, picked
from tests.metamorphic.originals import Original

_HERE = Path(__file__).parent
_POINTING = re.compile(
    r"(?:The|This|That|These|Those|It|Its|He|She|His|Her|They|Their|Such|Both|All|Some|Others?|Another|One|Two|Neither"
    r"|Under|Of|Among|In return|As part|But|And|Yet|So|Still|Then|Also|Instead|Most|Each|A second|A third|A further"
    r"|More|Further|Meanwhile|Earlier|Later|Now|Here|There|Who|What|Why|Which)\b"
)
"""Words with which a paragraph may point back to the one before it."""


@cache
def paragraphs_of(name: str) -> tuple[str, ...]:
    """The paragraphs of a file of this folder."""
    return tuple((_HERE / name).read_text(encoding="utf-8").strip().split("\n\n"))


def distractors(original: Original) -> Iterator[Variant]:
    """The document with a paragraph on something else after its lead, in its middle and at its end."""
    strangers = [p for p in paragraphs_of("distractors.txt") if _strange(original, p)]
    for where, at in _places(original):
        number = len(where)
        paragraph = picked(strangers, original.draw, original.name, where, number)[0]
        told = paragraphs_of("distractors.txt").index(paragraph) + 1
        yield Variant(f"{where}, {told}", _inserted(original.text, at, paragraph), original.rows)


def stories(original: Original) -> Iterator[Variant]:
    """The document with one story of another country added at its end, and with two in either order."""
    if genre_of(original.text) != "plain" or original.document.published is None or _ends_in_portrait(original):
        return
    found = [p for p in picked(paragraphs_of("stories.txt"), original.draw, original.name) if _strange(original, p)][:2]
    if len(found) < 2:
        return
    end = len(original.text.rstrip())
    head = original.text[: _head(original)]
    own = [rows_of(extract_document(read_text(f"{head}{story}\n"))) for story in found]
    told = [paragraphs_of("stories.txt").index(story) + 1 for story in found]
    yield Variant(f"{told[0]}", _inserted(original.text, end, found[0]), original.rows + own[0])
    for a, b in ((0, 1), (1, 0)):
        text = _inserted(original.text, end, f"{found[a]}\n\n{found[b]}")
        yield Variant(f"{told[a]} and {told[b]}", text, original.rows + own[0] + own[1])


def order(original: Original) -> Iterator[Variant]:
    """The document with the items of its lists, or the stories that it consists of, in the opposite order."""
    blocks = original.document.blocks
    for lead, group in groupby(range(len(blocks)), lambda n: blocks[n].lead if _is_item(blocks[n]) else -1):
        items = list(group)
        spans = [(blocks[n].start, blocks[n].end) for n in items]
        if lead != -1 and len(items) > 1 and not any(_POINTING.match(original.text, s) for s, _ in spans):
            yield Variant(f"list at {items[0]}", _reversed(original.text, spans), original.rows)
    told = _stories_of(original)
    if len(told) > 1:
        yield Variant("stories", _reversed(original.text, told), original.rows)


def _stories_of(original: Original) -> list[tuple[int, int]]:
    """The spans of the stories of a round-up, or of the notices of a list of contracts."""
    blocks = original.document.blocks
    read = [n for n, b in enumerate(blocks) if b.kind not in (BlockKind.TITLE, BlockKind.CAPTION)]
    if genre_of(original.text) == "contracts":
        told = [[n] for n in read if blocks[n].kind is BlockKind.PARAGRAPH]
    else:
        told = worlds(original.document, read, original.mentions.parties)
    return [(blocks[story[0]].start, blocks[story[-1]].end) for story in told] if len(told) > 1 else []


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


def _reversed(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with what stands in the spans in the opposite order, and what stands between them as it was."""
    words = [text[start:end] for start, end in spans][::-1]
    between = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    inside = "".join(word + gap for word, gap in zip(words, [*between, ""], strict=True))
    return text[: spans[0][0]] + inside + text[spans[-1][1] :]


def _places(original: Original) -> list[tuple[str, int]]:
    """Where a paragraph can be put in: before paragraphs that do not point back, and at the end."""
    blocks = [b for b in original.document.blocks if b.kind is not BlockKind.TITLE]
    starts = [
        block.start
        for before, block in pairwise(blocks)
        if before.kind is block.kind is BlockKind.PARAGRAPH
        and not _POINTING.match(original.text, block.start)
        and original.text[before.end : block.start].strip(" \t") == "\n\n"
        and original.text[before.end - 1] != ":"
    ]
    found = [("after the lead", starts[0])] if starts else []
    if len(starts) > 1:
        found.append(("in the middle", starts[len(starts) // 2]))
    return [*found, ("at the end", len(original.text.rstrip()))]


def _inserted(text: str, at: int, paragraph: str) -> str:
    if at == len(text.rstrip()):
        return f"{text.rstrip()}\n\n{paragraph}\n"
    return f"{text[:at]}{paragraph}\n\n{text[at:]}"


def _head(original: Original) -> int:
    """Where the front matter ends; 0 without one."""
    match = re.match(r"---\n.*?\n---\n", original.text, re.DOTALL)
    return match.end() if match else 0


def _ends_in_portrait(original: Original) -> bool:
    """Whether a text ends with what a firm says of itself in every release, under which nothing more is told."""
    blocks = original.document.blocks
    body = [(n, b.start, b.end) for n, b in enumerate(blocks) if b.kind is not BlockKind.TITLE]
    return without_portraits(original.text, blocks, body)[-1:] != body[-1:]


def _strange(original: Original, paragraph: str) -> bool:
    """Whether a paragraph names no country, firm or system that the document names, and no year later than it."""
    published = original.document.published or "1000"
    known = all(year <= published[:4] for year in re.findall(r"\b(?:19|20)\d\d\b", paragraph))
    return known and not _named(original.text) & _named(paragraph)


@cache
def _named(text: str) -> frozenset[str]:
    mentions = recognise(text)
    firms = {word for c in mentions.companies for word in c.name.split()}
    firms |= {word for s in mentions.systems for word in (s.maker or "").split()}
    return frozenset({p.code for p in mentions.parties} | {s.designation for s in mentions.systems} | firms)
