"""Linking: from a document's mentions to its deals, transfers and figures. Pure: the same text gives the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from etl.documents import BlockKind, Document
from etl.extraction import Deal, Extraction
from etl.link import discourse, licences
from etl.link.bearing import Bears, Told, bears_out
from etl.link.confidence import rated
from etl.link.contracts import Paragraph, draft_of
from etl.link.drafts import Draft
from etl.link.events import Event
from etl.link.figures import figures
from etl.link.firms import issuer
from etl.link.flow import as_written, running
from etl.link.genres import genre_of, is_announcement, on_aid, on_exercise, usual_terms
from etl.link.interviews import interviewed
from etl.link.lent import point_to_names
from etl.link.long_ago import deliver_old_orders, keep_to_schedule
from etl.link.look import look_at
from etl.link.makers import firms_of
from etl.link.parts import link_parts
from etl.link.rows import deals
from etl.link.splits import split_totals
from etl.link.tables import cells
from etl.link.telegrams import SHARE, Wire, wire_of
from etl.link.topic import (
    benefactor,
    beneficiary,
    home_signs,
    main_system,
    places,
    publisher_country,
    speaker,
    speaks_for_state,
    topic_country,
)
from etl.link.worlds import worlds
from etl.recognise.cues import table
from etl.recognise.text import Mentions
from schemas.vocabulary import Arrangement, UsedAs


def extract_document(document: Document, bears: Bears = bears_out, *, gated: bool = True) -> Extraction:
    """The deals, transfers and figures that a document states; empty where it states none. Never raises on any text.

    ``bears`` says how far what is told of a row bears out its stage, which is asked of the rows in their order. A
    document that can tell of no transfer is not linked, which costs no row; with ``gated`` false it is linked as well,
    and only what a count was used for may be told more closely.
    """
    flowing = running(document)
    found = _extracted(flowing, bears, gated)
    return found if flowing.text == document.text else as_written(document.text, found)


def _extracted(document: Document, bears: Bears, gated: bool) -> Extraction:
    """What a document states whose text runs."""
    text = document.text
    look = look_at(document, gated)
    mentions, body, cut = look.mentions, look.body, look.cut
    if not look.tells:
        return Extraction((), figures(text, mentions, (), look.uses()))
    read = [look.read(n) for n in range(len(cut))]
    terse = _terse(document, read)
    drafts: list[Draft] = []
    uses: dict[int, UsedAs] = {}
    usual = Arrangement.SALE
    for memory, blocks in _memories(document, mentions, body):
        _link(memory, document, [group for group in read if group and group[0].sentence.block in blocks], terse)
        discourse.close_case(memory)
        discourse.date_news(memory)
        discourse.date_announcements(memory)
        split_totals(memory.drafts)
        link_parts(memory.drafts)
        deliver_old_orders(memory.drafts, mentions.dates, document.published)
        keep_to_schedule(memory.drafts, document.published)
        drafts += memory.drafts
        uses |= memory.uses
        usual = memory.usual if memory.on_aid else usual
    firms = firms_of(text, issuer(document.publisher), mentions, [s.start for s in cut])
    found = deals(text, drafts, firms, usual, document.published)
    found = rated(found, _borne_out(document, read, drafts, found, bears))
    return Extraction(point_to_names(text, found, mentions.parties), figures(text, mentions, found, uses))


def may_tell_transfer(document: Document) -> bool:
    """Whether a document may state a transfer; false only where :func:`extract_document` finds none."""
    return look_at(running(document)).tells


def _borne_out(
    document: Document, read: list[list[Event]], drafts: Sequence[Draft], found: Sequence[Deal], bears: Bears
) -> list[list[float]]:
    """How far the stage of each transfer of each deal is borne out by all that the document tells."""
    told = Told(document, read)
    kept = [draft for draft in drafts if draft.rows]
    return [
        [bears(told.of(draft, row, deal, t), t.stage) for row, t in zip(draft.rows, deal.transfers, strict=True)]
        for draft, deal in zip(kept, found, strict=True)
    ]


def _memories(
    document: Document, mentions: Mentions, body: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[discourse.Memory, frozenset[int]]]:
    """What is known of a document before its first sentence, and of which blocks; of a round-up one for each story."""
    title_end = max((b.end for b in document.blocks if b.kind is BlockKind.TITLE), default=0)
    start = body[0][1] if body else 0
    home, genre = publisher_country(document.publisher), genre_of(document.text)
    helped = beneficiary(document.text, mentions.parties, start, home)
    found_in, all_blocks = places(body, mentions), [n for n, _, _ in body]
    gifts = genre == "plain" and on_aid(document.text, document.text[:start], helped is not None)
    whole = genre != "plain" or helped is not None or gifts
    for story in [all_blocks] if whole else worlds(document, all_blocks, mentions.parties):
        blocks = frozenset(story)
        parties = mentions.parties
        spans = [(0, len(document.text))]
        if len(story) < len(body):
            spans = [(begin, end) for n, begin, end in body if n in blocks]
            parties = [p for p in parties if any(begin <= p.start < end for begin, end in spans)]
            start = spans[0][0]
        signs = home_signs(mentions, spans, start, document.publisher)
        topic, dominant = topic_country(parties, title_end, start, signs)
        memory = discourse.Memory(
            document.text,
            document.blocks,
            mentions,
            document.published,
            topic,
            home,
            issuer=issuer(document.publisher),
            genre=genre,
            dominant=dominant,
            beneficiary=helped,
            official=speaks_for_state(document.publisher),
            speaker=speaker(document.publisher) if genre == "plain" else None,
            main_giver=benefactor(document.text, parties, start, helped),
            on_aid=gifts,
            usual=usual_terms(document.text, document.text[:start], helped is not None),
            on_exercise=genre == "plain" and on_exercise(document.text, document.text[:start]),
            interviewed=interviewed(document.text, body, parties),
            main_system=main_system(mentions.systems),
            opening=min(blocks, default=0),
            title_systems=tuple(s.designation for s in mentions.systems if s.end <= title_end),
            places=found_in,
        )
        yield memory, blocks


def _link(memory: discourse.Memory, document: Document, read: list[list[Event]], terse: dict[int, Wire]) -> None:
    """Read the sentences of a document, or of one story of it, into the drafts of a memory."""
    discourse.survey(memory, read)
    memory.steps = discourse.steps(document.blocks, read, memory.mentions.companies)
    if memory.genre == "contracts":
        _contracts(memory, read, memory.publisher or table()["contracts"]["country"])
        return
    if memory.genre == "licences" and _licences(memory, read):
        return
    told: dict[int, list[list[Event]]] = {}
    for group in read:
        told.setdefault(group[0].sentence.block, []).append(group)
    for block, groups in told.items():
        _block(memory, document, block, groups, terse.get(block))


def _block(
    memory: discourse.Memory, document: Document, block: int, groups: list[list[Event]], wire: Wire | None
) -> None:
    """Read the sentences of a block into the drafts of a memory, in the form that it has."""
    place = document.blocks[block]
    if memory.genre == "plain" and is_announcement(memory.text[place.start : place.end]):
        _contracts(memory, groups, memory.publisher or table()["contracts"]["country"])
    elif (row := cells(memory.text, document.blocks, block)) is not None:
        items = [line.item for group in groups for event in group for line in event.lines]
        discourse.table_row(memory, row, block, items)
    elif wire is None or not discourse.telegram(memory, wire):
        for group in groups:
            discourse.sentence(memory, group)


_TELLING = 0.4
"""Share of a document's blocks that are telegrams of arms, from which it is read as such."""


def _terse(document: Document, read: list[list[Event]]) -> dict[int, Wire]:
    """The blocks that are telegrams, where the document consists of such; else none."""
    groups: dict[int, list[list[Event]]] = {}
    for group in read:
        if group:
            groups.setdefault(group[0].sentence.block, []).append(group)
    if any(document.text[document.blocks[n].start : document.blocks[n].end].rstrip().endswith("?") for n in groups):
        return {}  # what answers a question is a fragment of a sentence, and no telegram
    wires: dict[int, Wire] = {}
    for n, told in groups.items():
        block = document.blocks[n]
        wire = wire_of(document.text, told, block.start, block.end) if block.kind is not BlockKind.TABLE_ROW else None
        if wire is not None:
            wires[n] = wire
    telling = {n: wire for n, wire in wires.items() if wire.tells}
    enough = len(wires) >= SHARE * len(groups) and len(telling) >= _TELLING * len(groups)
    return telling if enough else {}


def _licences(memory: discourse.Memory, read: list[list[Event]]) -> bool:
    """Read a list of export licences, each block one of its own; false where the document is no such list."""
    blocks = groupby(read, key=lambda group: group[0].sentence.block)
    entries = [(n, licences.Entry(memory.text, list(groups), memory.publisher)) for n, groups in blocks]
    if not licences.is_list([entry for _, entry in entries]):
        return False
    seller = licences.licensor(memory.text, [entry for _, entry in entries], memory.publisher)
    introduced = None
    for block, entry in entries:
        if entry.is_licence():
            discourse.take(memory, *licences.draft_of(entry, block, seller, introduced), entry.work())
        else:
            introduced = licences.stage_in(entry.surface, entry.start) or introduced
    return True


def _contracts(memory: discourse.Memory, read: list[list[Event]], home: str) -> None:
    """Read daily contract announcements: each paragraph a contract of its own."""
    for block, groups in groupby(read, key=lambda group: group[0].sentence.block if group else -1):
        paragraph = Paragraph(memory.text, list(groups), home, memory.published)
        if not paragraph.is_contract():
            continue
        made = draft_of(paragraph, block)
        if made is not None:
            discourse.take(memory, *made, paragraph.completion())
