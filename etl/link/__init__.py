"""Linking: from a document's mentions to its deals, transfers and figures. Pure: the same text gives the same rows."""

from __future__ import annotations

from itertools import groupby

from etl.documents import BlockKind, Document
from etl.extraction import Extraction
from etl.link import discourse, items
from etl.link.chunks import Sentence, sentences
from etl.link.contracts import Paragraph, draft_of
from etl.link.eras import in_their_time
from etl.link.events import Event, events
from etl.link.figures import figures
from etl.link.firms import issuer, with_pointers
from etl.link.genres import genre_of
from etl.link.parts import link_parts
from etl.link.rows import deals
from etl.link.tables import cells
from etl.link.telegrams import is_telegram
from etl.link.topic import beneficiary, main_system, places, publisher_country, topic_country
from etl.recognise.mentions import Party
from etl.recognise.text import recognise

_READ = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.HEADING)


def extract_document(document: Document) -> Extraction:
    """The deals, transfers and figures that a document states; empty where it states none. Never raises on any text."""
    text = document.text
    home = publisher_country(document.publisher)
    mentions = recognise(text, document.published, home)
    mentions = with_pointers(text, document.blocks, mentions, issuer(document.publisher))
    title_end = max((b.end for b in document.blocks if b.kind is BlockKind.TITLE), default=0)
    body = [(n, b.start, b.end) for n, b in enumerate(document.blocks) if b.kind in _READ]
    if not body:
        body = [(n, b.start, b.end) for n, b in enumerate(document.blocks)]
    mentions = in_their_time(text, body, mentions, document.published)
    start = body[0][1] if body else 0
    parties: list[Party] = mentions.parties
    topic, dominant = topic_country(parties, title_end, start)
    genre = genre_of(text)
    memory = discourse.Memory(
        text,
        document.blocks,
        mentions,
        document.published,
        topic,
        home,
        genre=genre,
        dominant=dominant,
        beneficiary=beneficiary(text, parties, start, home),
        main_system=main_system(mentions.systems),
        title_systems=tuple(s.designation for s in mentions.systems if s.end <= title_end),
        places=places(body, mentions),
    )
    read = [
        events(text, Sentence(s.block, s.start, s.end, items.build(text, s.chunks)), document.published)
        for s in sentences(text, body, mentions)
    ]
    discourse.survey(memory, read)
    if genre == "contracts" and topic is not None:
        _contracts(memory, read, home or topic)
    else:
        tabled: set[int] = set()
        terse = _terse(document, read)
        for group in read:
            block = group[0].sentence.block if group else -1
            row = cells(text, document.blocks, block) if block >= 0 else None
            if row is None:
                if not (terse and block in terse and discourse.telegram(memory, group, block)):
                    discourse.sentence(memory, group)
            elif block not in tabled:
                tabled.add(block)
                told = [e for other in read for e in other if e.sentence.block == block]
                discourse.table_row(memory, row, block, [line.item for e in told for line in e.lines])
    discourse.close_case(memory)
    link_parts(memory.drafts)
    found = deals(text, memory.drafts, mentions.companies)
    return Extraction(found, figures(text, mentions, found, memory.uses))


_TERSE = 0.6
"""Share of a document's blocks from which it is read as telegram lines."""


def _terse(document: Document, read: list[list[Event]]) -> frozenset[int]:
    """The blocks that are telegram lines, where the document consists of such lines; else none."""
    groups: dict[int, list[list[Event]]] = {}
    for group in read:
        if group:
            groups.setdefault(group[0].sentence.block, []).append(group)
    lines = {
        b
        for b, g in groups.items()
        if len(g) == 1 and is_telegram(g[0], document.blocks[b].start, document.blocks[b].end)
    }
    return frozenset(lines) if groups and len(lines) >= _TERSE * len(groups) else frozenset()


def _contracts(memory: discourse.Memory, read: list[list[Event]], home: str) -> None:
    """Read daily contract announcements: each paragraph a contract of its own."""
    for block, groups in groupby(read, key=lambda group: group[0].sentence.block if group else -1):
        paragraph = Paragraph(memory.text, list(groups), home, memory.published)
        if not paragraph.is_contract():
            continue
        made = draft_of(paragraph, block)
        if made is not None:
            discourse.take(memory, *made, paragraph.completion())
