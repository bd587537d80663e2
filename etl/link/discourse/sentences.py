"""From sentence to sentence: what each adds to what a document has told so far."""

from __future__ import annotations

from dataclasses import replace

from etl.documents import BlockKind
from etl.link.chunks import K
from etl.link.discourse.actors import TOLD, bought_abroad, heading_countries, share_parties
from etl.link.discourse.announced import announces, gather, sides_announced
from etl.link.discourse.attributes import add_attributes
from etl.link.discourse.building import built_abroad, make_to_give
from etl.link.discourse.cuts import apply_cut, smaller_number, take_tally
from etl.link.discourse.deals import describe, package_named
from etl.link.discourse.focus import tells_of_focus
from etl.link.discourse.fragments import answer_when, go_on, keep_last
from etl.link.discourse.leads import (
    answer_to,
    as_help,
    introduction,
    is_question,
    label_stage,
    lend,
    sums_up,
    take_default,
    take_due,
    take_heading,
    take_loose_dates,
)
from etl.link.discourse.lines import take_line
from etl.link.discourse.memory import Announced, Lead, Memory
from etl.link.discourse.multiples import count_multiples
from etl.link.discourse.named_later import name_rows
from etl.link.discourse.notices import as_notice, enter_passage
from etl.link.discourse.onward import take_onward
from etl.link.discourse.options import is_taken_up, take_priced
from etl.link.discourse.packages import open_package, open_whole, share_package, under_framework
from etl.link.discourse.pacts import note_pact, turns_to_another
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
from etl.link.discourse.terms import take_licence
from etl.link.drafts import Draft, codes_of
from etl.link.events import DELIVERS, TRANSFER, Actor, Event
from etl.link.genres import Passage
from etl.link.parts import is_package, marks_part, whole_at
from etl.link.totals import without_doubles
from etl.recognise.cues import words
from etl.recognise.mentions import Party
from schemas.vocabulary import Arrangement, Rule, UsedAs


def sentence(memory: Memory, found: list[Event]) -> None:
    """Take in the events of one sentence."""
    block = found[0].sentence.block if found else memory.block
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
    attach_relatives(found)
    attach_pronouns(found, memory.mentioned)
    memory.mentioned = None
    _take_place(memory, found)
    share_parties(memory, found)
    bought_abroad(memory, found)
    stay_at_home(memory.text, found)
    take_seizure(memory, found)
    _speaks_of(memory, found)
    if any(e.counts_deals for e in found):
        memory.deals_counted = block
    elif memory.deals_counted is not None and memory.apart(block, memory.deals_counted) > 1:
        memory.deals_counted = None
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
    keep_last(memory, found)
    memory.away = not made and turns_away(memory.blocks[block], found, memory.away, sides)
    _leave(memory, block, found, made)


def _take_events(memory: Memory, found: list[Event], made: list[Draft], whole: int | None) -> None:
    """Take in the clauses of a sentence; those after ``whole``, where the words for a larger deal stand, tell of it."""
    later: list[Event] = []
    rest: list[Event] = []
    if whole is not None:
        found, later, rest = about_whole(memory.text, found, whole)
    for event in found:
        _take_event(memory, event, made)
    if whole is not None and is_package(memory.text, whole):
        share_package(memory, later, made)
    if whole is None or not open_whole(memory, later, made, whole):
        rest = [*later, *rest]
    for event in rest:
        _take_event(memory, event, made)


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
    if before is None or not memory.text[before.start : before.end].rstrip().endswith("?"):
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


def _take_event(memory: Memory, event: Event, made: list[Draft]) -> None:
    """Take in one clause: its items first, else the deal it announces, else what it says of the deal told last."""
    if memory.on_exercise and _takes_part(event):
        event.negative = event.negative or UsedAs.INVENTORY
    built_abroad(memory, event)
    lead = introduction(memory, memory.blocks[event.sentence.block]) or answer_to(memory, event)
    if memory.passage is not None:
        as_notice(memory, event)
        lead = lead if memory.passage is Passage.CONTENTS else None
    helped = memory.beneficiary is not None and as_help(memory, event, lead)
    introduced = lead is not None and lead.transfer and lead.negative is None
    if lead is not None and introduced and lead.arrangement is Arrangement.AID:
        make_to_give(event, lead)
    sold = memory.passage in (Passage.CONTENTS, Passage.ANOTHER_CASE)
    awaited = bool(event.deliveries) and not event.frames
    transfer = helped or introduced or sold or awaited or bool(event.names & TRANSFER)
    if lead is None and tells_of_focus(memory, event) and memory.focus is not None:
        event.suppliers, event.recipients = memory.focus.suppliers, memory.focus.recipients
        describe(memory.focus, event)
        event.values, event.agreed = [], []
        made.append(memory.focus)
    _adds_to_focus(memory, event)
    _goes_on_listing(memory, event)
    name_rows(memory, event)
    if lead is not None and lead.due:
        take_due(memory, event, lead)
    if lead is not None and (event.loose or lead.whens):
        take_loose_dates(event, lead)
    if memory.on_aid and sums_up(memory, event):
        event.values = []
    package = package_named(memory, event, made)
    if package is not None and not (event.suppliers or event.recipients):
        event.suppliers, event.recipients = package.suppliers, package.recipients
    announced = sides_announced(memory, event)
    if announced is not None:
        event.suppliers, event.recipients = announced
    if lead is None and take_onward(memory, event, made):
        return
    take_licence(memory, event)
    for line in event.lines:
        take_line(memory, event, line, lead, transfer, made)
    if (not made or _gives_apart(memory, event, made)) and open_package(memory, event, lead):
        memory.announced = Announced(event, memory.focus)
        return
    if lead is None and announces(memory, event, made):
        note_pact(memory, event)
        memory.announced = Announced(event)
        memory.focus = memory.focus_row = None
        return
    if all(line.item.count is None for line in event.lines):
        if not made:
            note_pact(memory, event)
        if not turns_to_another(event):
            add_attributes(memory, event, made)
    told = [a for a in event.recipients if a.weight >= TOLD and (a.company is None or event.buys)]
    memory.block_recipients = told or memory.block_recipients
    memory.block_suppliers = event.suppliers or memory.block_suppliers


def _adds_to_focus(memory: Memory, event: Event) -> None:
    """Let who adds arms be on the side where the deal told last has it: "Latvia ordered 200. It later added 56"."""
    deal, subject = memory.focus, memory.subject
    adds = any(f.entry.lemma in words("lemmas", "adding") for f in event.frames)
    if not adds or deal is None or subject is None or event.subject is None or event.suppliers or event.recipients:
        return
    if event.stage is None and deal.span[0] == event.sentence.start and deal.found_stages:
        event.found_stage = deal.found_stages[-1]
    if subject.code in deal.recipient_codes():
        event.recipients = [replace(subject, rule=Rule.RESOLVED)]
    elif subject.code in deal.supplier_codes():
        event.suppliers, event.recipients = [replace(subject, rule=Rule.RESOLVED)], list(deal.recipients)


def _goes_on_listing(memory: Memory, event: Event) -> None:
    """Let a sentence that goes on listing tell of what the deal told last holds: "Among these are 82 more guns"."""
    deal = memory.focus
    listing = any(f.entry.lemma in words("lemmas", "listing") for f in event.frames)
    if not listing or deal is None or memory.apart(event.sentence.block, memory.focus_block) > 1:
        return
    if not event.suppliers and not event.recipients:
        event.suppliers, event.recipients = list(deal.suppliers), list(deal.recipients)
    event.found_stage = event.found_stage or (deal.found_stages[-1] if deal.found_stages else None)
    event.found_arrangement = event.found_arrangement or deal.found_arrangement
    for line in event.lines:
        line.found_stage = line.found_stage or event.found_stage


def _takes_part(event: Event) -> bool:
    """Whether a clause of a text on an exercise tells of arms that come to it, or names but one side of a deal."""
    if event.names & TRANSFER <= DELIVERS - {"receive"}:
        return not _handed(event)
    told = [side for side in (event.suppliers, event.recipients) if any(a.rule is not Rule.INHERITED for a in side)]
    return len(told) < 2 and not event.values and not event.names & {"agree", "award", "win"}


def _handed(event: Event) -> bool:
    """Whether arms are handed over to somebody named, and not only sent there: "has handed 12 boats to Ukraine"."""
    goal = any(a.to_whom and a.rule is Rule.STATED for a in event.recipients)
    return goal and any(f.entry.lemma in words("lemmas", "hands_over") for f in event.frames)


def _gives_apart(memory: Memory, event: Event, made: list[Draft]) -> bool:
    """Whether a clause tells of a package of another giver than the clauses before it in its sentence."""
    givers = codes_of(event.suppliers)
    return memory.on_aid and not event.lines and bool(givers) and all(not givers & d.supplier_codes() for d in made)
