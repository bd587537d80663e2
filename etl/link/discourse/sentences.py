"""From sentence to sentence: what each adds to what a document has told so far."""

from __future__ import annotations

from dataclasses import replace

from etl.documents import BlockKind
from etl.link.chunks import K
from etl.link.discourse.actors import bought_abroad, heading_countries, share_parties
from etl.link.discourse.announced import gather
from etl.link.discourse.cuts import apply_cut, smaller_number, take_tally
from etl.link.discourse.fragments import answer_when, go_on, keep_last
from etl.link.discourse.leads import (
    is_question,
    label_stage,
    lend,
    take_default,
    take_heading,
)
from etl.link.discourse.memory import Lead, Memory
from etl.link.discourse.multiples import count_multiples
from etl.link.discourse.notices import enter_passage
from etl.link.discourse.one_clause import take_clause
from etl.link.discourse.options import is_taken_up, take_priced
from etl.link.discourse.packages import open_whole, share_package, under_framework
from etl.link.discourse.portions import share_out, take_out_of
from etl.link.discourse.regroup import (
    about_whole,
    buy_instead,
    date_by_terms,
    hand_over,
    join_contract,
    stay_at_home,
    without_unproven,
)
from etl.link.discourse.relatives import attach_pronouns, attach_relatives
from etl.link.discourse.seizures import take_seizure
from etl.link.discourse.strays import turns_away
from etl.link.drafts import Draft, codes_of
from etl.link.events import TRANSFER, Actor, Event
from etl.link.parts import is_package, marks_part, whole_at
from etl.link.totals import without_doubles
from etl.recognise.cues import words
from etl.recognise.mentions import Party
from schemas.vocabulary import Rule, UsedAs


def sentence(memory: Memory, found: list[Event]) -> None:
    """Take in the events of one sentence."""
    block = found[0].sentence.block if found else memory.block
    lost, found = [e for e in found if e.lost], [e for e in found if not e.lost]
    if block != memory.block:
        _enter(memory, block)
    if memory.genre == "notice" and found:
        enter_passage(memory, found)
    take_default(memory, found)
    found = without_unproven(memory.text, found)
    go_on(memory, found)
    answer_when(memory, found)
    count_multiples(memory, found)
    take_out_of(found)
    _find_parties(memory, found)
    _note_count_of_deals(memory, found, block)
    memory.negative_sentence = any(e.negative in (UsedAs.INVENTORY, UsedAs.LOSS) and e.lines for e in found)
    take_tally(memory, found)
    smaller = smaller_number(memory, found)
    buy_instead(found)
    hand_over(found)
    gather(found)
    start, end = (found[0].sentence.start, found[0].sentence.end) if found else (0, 0)
    is_part = marks_part(memory.text, start, end)
    if not is_part and any(e.framework for e in found):
        under_framework(found)
    join_contract(found)
    date_by_terms(found)
    without_doubles(found)
    share_out(found)
    take_priced(memory, found)
    made: list[Draft] = []
    whole = whole_at(memory.text, start, end) if memory.genre == "plain" else None
    _take_events(memory, found, made, whole)
    if smaller is not None:
        apply_cut(memory, smaller, block)
    for draft in made:
        draft.marked_part = draft.marked_part or is_part
    if len(made) == 1 and made[0].told_by in found and any(is_taken_up(e) for e in found):
        made[0].option = True
    sides = memory.focus.side_codes() if memory.focus is not None else frozenset()
    _take_lost(memory, lost, found)
    keep_last(memory, found)
    memory.away = not made and turns_away(memory.blocks[block], found, memory.away, sides)
    _leave(memory, block, found, made)


def _note_count_of_deals(memory: Memory, found: list[Event], block: int) -> None:
    """Keep where deals were counted last, for a paragraph: a bare number near it may count deals and no arms."""
    if any(e.counts_deals for e in found):
        memory.deals_counted = block
    elif memory.deals_counted is not None and memory.apart(block, memory.deals_counted) > 1:
        memory.deals_counted = None


def _find_parties(memory: Memory, found: list[Event]) -> None:
    """Complete the sides of a sentence's clauses by one another and by what its paragraph speaks of."""
    attach_relatives(found)
    attach_pronouns(found, memory.mentioned)
    memory.mentioned = None
    _take_place(memory, found)
    share_parties(memory, found)
    bought_abroad(memory, found)
    stay_at_home(memory.text, found)
    take_seizure(memory, found)
    _speaks_of(memory, found)


def _take_events(memory: Memory, found: list[Event], made: list[Draft], whole: int | None) -> None:
    """Take in the clauses of a sentence; those after ``whole``, where the words for a larger deal stand, tell of it."""
    later: list[Event] = []
    rest: list[Event] = []
    if whole is not None:
        found, later, rest = about_whole(memory.text, found, whole)
    for event in found:
        take_clause(memory, event, made)
    if whole is not None and is_package(memory.text, whole):
        share_package(memory, later, made)
    if whole is None or not open_whole(memory, later, made, whole):
        rest = [*later, *rest]
    for event in rest:
        take_clause(memory, event, made)


def _take_lost(memory: Memory, lost: list[Event], found: list[Event]) -> None:
    """Take in the bids that a sentence says have lost, of which nothing that follows tells more.

    They were made to who chose in their clause, else to who buys in the deal told last.
    """
    before = memory.focus, memory.focus_row, memory.focus_block
    for event in lost:
        choice = next((e for e in found if e.clause == event.clause), None)
        event.recipients = event.recipients or (choice.recipients if choice is not None else [])
        if not event.recipients and memory.focus is not None:
            event.recipients = [replace(a, rule=Rule.INHERITED) for a in memory.focus.recipients]
        if event.lines and event.recipients:
            take_clause(memory, event, [])
        memory.focus, memory.focus_row, memory.focus_block = before


def _enter(memory: Memory, block: int) -> None:
    """Come to another block: its paragraph speaks of the countries that head it, else of none yet."""
    memory.block = block
    memory.away = False
    start = memory.blocks[block].start
    countries = heading_countries(memory, block)
    actors = [Actor(code, start, start, Rule.INHERITED) for code in countries]
    memory.block_home = countries[0] if countries else None
    memory.block_head = memory.block_home if memory.by_country else None
    memory.block_recipients, memory.block_suppliers = actors[:1], actors[1:]
    if memory.blocks[block].kind is BlockKind.PARAGRAPH:
        memory.subject = _asked_of(memory, block)


def _asked_of(memory: Memory, block: int) -> Actor | None:
    """Whom the question before a paragraph is about: the answer's "it"; None where no question stands there."""
    before = memory.blocks[block - 1] if block else None
    if before is None or not is_question(memory, before):
        return None
    named = [p for p in memory.mentions.parties if before.start <= p.start < before.end and len(p.code) == 3]
    return Actor(named[0].code, named[0].start, named[0].end, Rule.RESOLVED) if named else None


def _leave(memory: Memory, block: int, found: list[Event], made: list[Draft]) -> None:
    """Keep what a sentence lends to the list or the section that it may introduce."""
    kind = memory.blocks[block].kind
    lead = memory.leads.setdefault(block, Lead())
    if kind is BlockKind.HEADING:
        take_heading(memory, block, lead)
        for event in found if is_question(memory, memory.blocks[block]) else ():
            lend(lead, event)
        return
    if kind is not BlockKind.LIST_ITEM:
        for event in found:
            lend(lead, event)
    lead.found_stage = label_stage(memory, block) or lead.found_stage
    if made and lead.draft is None:
        lead.draft = made[-1]
    if kind is BlockKind.PARAGRAPH and lead.transfer and (lead.suppliers or lead.recipients):
        if not lead.suppliers and not codes_of(lead.recipients) & codes_of(memory.context.suppliers):
            lead.suppliers = memory.context.suppliers
        memory.context = lead


def _speaks_of(memory: Memory, found: list[Event]) -> None:
    """The country that a paragraph opens with, unless it gives: "Peru keeps up. Its navy ...", "Peru's needs grew"."""
    if memory.block_home is not None or not found or found[0].sentence.start != memory.blocks[memory.block].start:
        return
    chunks, moving = found[0].sentence.chunks, [e for e in found if e.names & TRANSFER]
    owner = chunks[0].ref if len(chunks) > 1 and chunks[1].kind is K.GEN else None
    if isinstance(owner, Party) and len(owner.code) == 3 and not _sells(memory, moving, owner.code):
        memory.block_home = owner.code
        memory.subject = memory.subject or Actor(owner.code, owner.start, owner.end, Rule.RESOLVED)
        return
    for event in found[:2]:
        subject = event.subject
        if subject is None or subject.company is not None or len(subject.code) != 3 or not subject.code.isupper():
            continue
        if not _sells(memory, found, subject.code):
            memory.block_home = subject.code
        return


def _take_place(memory: Memory, found: list[Event]) -> None:
    """Let the bodies of a sentence be of the country that it opens with as a place: "In Lima, the army has ordered"."""
    opening = found[0].sentence.chunks[:3] if found else []
    if len(opening) < 3 or opening[0].text not in words("grammar", "located") or opening[2].kind is not K.COMMA:
        return
    place = opening[1].ref
    if isinstance(place, Party) and len(place.code) == 3 and memory.block_head is None:
        own = any(c.kind is K.HOME for c in found[0].sentence.chunks)
        if own or not _sells(memory, found, place.code):
            memory.block_home = place.code


def _sells(memory: Memory, found: list[Event], code: str) -> bool:
    """Whether a country is one that gives: in these clauses, by the firms and arms of the paragraph, or in the text."""
    here = codes_of(a for e in found for a in e.suppliers) | memory.places.get(memory.block, ((), frozenset()))[1]
    return code in here or memory.suppliers_seen[code] > memory.recipients_seen[code]
