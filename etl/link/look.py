"""The first look at a document: what is recognised in it, and its sentences, unless it can tell of no transfer.

What a row needs is asked for in the order of what it costs to know: names that no reading can do without, then the
sentences that may tell of arms or of a package, read each by itself. Source: the conditions of ``discourse``, each in
its widest form, so that a document is left only where reading it whole finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from etl.documents import BlockKind, Document
from etl.gate import Sign, signs
from etl.link import items
from etl.link.chunks import Sentence, sentences
from etl.link.eras import in_their_time
from etl.link.events import Event, events
from etl.link.firms import issuer, with_pointers, without_portraits
from etl.link.genres import genre_of
from etl.link.parts import whole_at
from etl.link.prospects import may_tell
from etl.link.sentence_spans import sentence_spans
from etl.link.tables import header
from etl.link.telegrams import LONGEST, SHARE
from etl.link.topic import publisher_country
from etl.recognise.mentions import Money
from etl.recognise.systems import find_kinds, in_context
from etl.recognise.text import Mentions, recognise, recognise_figures
from etl.recognise.unknown_systems import find_unknown
from schemas.vocabulary import UsedAs

_READ = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.HEADING)

Body = list[tuple[int, int, int]]
"""Index, start and end of each block that is read."""


@dataclass(frozen=True, slots=True)
class Look:
    """A document with its mentions and sentences; where it ``tells`` nothing only its figures are there."""

    document: Document
    mentions: Mentions
    body: Body
    cut: list[Sentence]
    tells: bool
    _events: dict[int, list[Event]] = field(default_factory=dict)

    def read(self, n: int) -> list[Event]:
        """The events of the sentence at an index, as it reads by itself; the same ones each time."""
        if n not in self._events:
            told = self.cut[n]
            built = Sentence(told.block, told.start, told.end, items.build(self.document.text, told.chunks))
            self._events[n] = events(self.document.text, built, self.document.published)
        return self._events[n]

    def uses(self) -> dict[int, UsedAs]:
        """What the counts of arms are by the clauses read so far, by the start of each, where nothing has moved."""
        told = [
            (line.item.count, event.negative)
            for n in sorted(self._events)
            for event in self._events[n]
            for line in event.lines
        ]
        return {count.start: negative or UsedAs.UNKNOWN for count, negative in reversed(told) if count is not None}


def look_at(document: Document, gated: bool = True) -> Look:
    """What there is to link in a document whose text runs; all that it has where it is not ``gated``."""
    text, published = document.text, document.published
    home, body = (
        publisher_country(document.publisher),
        without_portraits(document.text, document.blocks, _body(document)),
    )
    found = signs(text) if gated else Sign.ARMS
    if not found & Sign.ARMS:
        figures = recognise_figures(text, published, home)
        if not _names_more(document, body, found, figures):
            return Look(document, in_their_time(text, body, figures, published), body, [], False)
    mentions = with_pointers(text, document.blocks, recognise(text, published, home), issuer(document.publisher))
    mentions = in_their_time(text, body, mentions, published)
    look = Look(document, mentions, body, sentences(text, body, mentions), True)
    return look if not gated or may_tell(look) else replace(look, tells=False)


def _body(document: Document) -> Body:
    """The blocks that are read; all of them where none is prose."""
    body = [(n, b.start, b.end) for n, b in enumerate(document.blocks) if b.kind in _READ]
    return body or [(n, b.start, b.end) for n, b in enumerate(document.blocks)]


def _names_more(document: Document, body: Body, found: Sign, figures: Mentions) -> bool:
    """Whether a text that names no kind of arms may have rows all the same."""
    text = document.text
    return (
        _sums_of_deals(text, body, found, figures.money)
        or (bool(found & Sign.GIFT and figures.counts) and whole_at(text, 0, len(text)) is not None)
        or _names_systems(text, found, figures)
        or (bool(found & Sign.POINTER) and _may_be_terse(body))
        or genre_of(text) != "plain"
        or any(b.kind is BlockKind.TABLE_ROW and header(text, b) is not None for b in document.blocks)
    )


def _names_systems(text: str, found: Sign, figures: Mentions) -> bool:
    """Whether a text names a system, one of the lexicon or one that its shape shows to be one."""
    kinds = find_kinds(text) if found & (Sign.POINTER | Sign.SYSTEM) else []
    if found & Sign.SYSTEM and in_context(text, kinds):
        return True
    counted = [count.end for count in figures.counts]
    return bool(find_unknown(text, kinds, [*figures.money, *figures.dates], counted))


def _may_be_terse(body: Body) -> bool:
    """Whether enough blocks are so short that the document may be one of telegrams."""
    short = [end - start <= LONGEST for _, start, end in body]
    return sum(short) >= SHARE * len(short)


def _sums_of_deals(text: str, body: Body, found: Sign, money: Iterable[Money]) -> bool:
    """Whether a sum may be that of a package, which is told beside a noun for a deal, of a gift anywhere."""
    starts = [m.start for m in money]
    if not starts or not found & (Sign.DEAL | Sign.GIFT):
        return False
    if found & Sign.GIFT:
        return True
    for _, start, end in body:
        for begin, stop in sentence_spans(text, start, end):
            if any(begin <= at < stop for at in starts) and signs(text[begin:stop]) & Sign.DEAL:
                return True
    return False
