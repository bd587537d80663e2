"""From an item in a clause to a row of a deal, a part of an earlier row, or a figure that moved to nobody."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.actors import home_side
from etl.link.discourse.all_of_them import date_all
from etl.link.discourse.deals import (
    absorb,
    deal_for,
    fill,
    goes_further,
    lent_stage,
    merge,
    option_deal,
    told_before,
)
from etl.link.discourse.deliveries import all_later, date_row, last_too, take_part
from etl.link.discourse.firsts import first_lot
from etl.link.discourse.leads import opens_with_sum
from etl.link.discourse.memory import Lead, Memory, Referent
from etl.link.discourse.openings import new_row
from etl.link.discourse.options import is_open, is_taken_up
from etl.link.discourse.pacts import date_at_once, date_by_pact
from etl.link.discourse.referents import Identity, antecedent_of, heads_paragraph, identity, owner_of, remember
from etl.link.discourse.relatives import set_beside
from etl.link.discourse.seizures import is_own_find
from etl.link.discourse.shares import part_named
from etl.link.discourse.sides import others_get, sides_of, usual_recipients
from etl.link.discourse.told_later import take_news
from etl.link.discourse.worth import NAMED_BUYER, only_follows, only_pays, worth_a_row
from etl.link.drafts import Draft, Row, Sides, cell, codes_of, same_system
from etl.link.events import DELIVERS, TRANSFER, Actor, Event, Line
from etl.link.found import Found, phrases, spans_of
from etl.link.items import Item
from etl.link.phrases import any_of
from etl.link.totals import adds_up
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs

_MENTIONED, _CANCELLED, _AWAITED, _MOVED = -1.6, 0.0, 1.0, 2.0
"""How likely later words mean what was only mentioned, what was cancelled, what somebody has a part of or waits for a
part of, and what moved."""

_HELD = 1.5
"""Weight from which somebody is told to hold arms, and not only to be where they are."""


def take_line(memory: Memory, event: Event, line: Line, lead: Lead | None, transfer: bool, made: list[Draft]) -> None:
    """Take in one item of a clause; ``transfer`` tells whether the clause, or what introduces it, moves anything."""
    line = _out_of_own(event, line)
    item = line.item
    antecedent = antecedent_of(memory, event, item)
    _give_owner(memory, event, item)
    counted = memory.deals_counted
    if item.elliptic and counted is not None and (antecedent is None or antecedent.block <= counted):
        return
    what = identity(item, None if is_own_find(event, item) else antecedent)
    _let_owner_have(event, item, what)
    if only_pays(memory, event, line):
        memory.note_use(item, UsedAs.UNKNOWN)
        return
    arrived = item.part is not None and "own" in event.names and what.system is not None
    used = arrived or (transfer and event.negative is None and not _stays(event, line) and not _visits(event, item))
    told = used or heads_paragraph(memory, event)
    only_news = event.names == {"arrive"} and item.definite and item.count is None
    awaited = item.system is not None and item.part is not None
    mentioned = _AWAITED if awaited else _MENTIONED
    weight = mentioned if not told else _CANCELLED if line.stage is Stage.CANCELLED or only_news else _MOVED
    if not item.named:
        remember(memory, event, what, weight, None if used else owner_of(memory, event, item))
    if date_all(memory, event, line):
        return
    if not used:
        memory.note_use(item, event.negative or UsedAs.UNKNOWN)
        kept = event.negative in (None, UsedAs.INVENTORY) or _lemma(line) in words("lemmas", "grounding")
        memory.mentioned = line if item.count is not None and kept else None
        return
    if line.replaces is not None and _restate_figure(memory, line, what):
        return
    stated = any(a.rule is not Rule.INHERITED for a in event.recipients)
    if antecedent is not None and what.resolved and antecedent.domestic and not stated:
        memory.note_use(item, UsedAs.DOMESTIC)
        return
    if take_part(memory, event, line, what) or take_news(memory, event, line, what):
        return
    owner = _holder_of(event, what, antecedent) or _keeper(memory, event, item, what)
    countries = (owner,) if owner is not None else what.system.countries if what.system else ()
    sides = Sides(event.suppliers, event.recipients)
    between: Sides | None = sides
    if not event.seized:
        sides = sides_of(memory, event, item, countries, lead)
        between = _between(memory, event, line, what, sides)
    sums = opens_with_sum(memory, event) or item.definite or item.of_reference
    name = what.designation if item.of_reference else None
    if between is not None and sums and adds_up(memory.drafts, item, between, name):
        memory.note_use(item, UsedAs.UNKNOWN)
        return
    if between is not None:
        _take_row(memory, event, line, what, between, lead, made)
        return
    if sides.overlap() and memory.named:
        memory.named[-1].domestic = True
    if item.count is not None and not item.elliptic and item.system is None and memory.genre == "plain":
        memory.awaiting = (line, event.sentence.block)


def _holder_of(event: Event, what: Identity, antecedent: Referent | None) -> str | None:
    """Who has the arms that words point back to, and gives them; nobody where he is told to have bought such.

    "Morocco flies 23 F-16s, the survivors of 24 bought in 2008" are no arms of Morocco's that somebody bought.
    """
    owner = antecedent.owner if antecedent is not None and what.resolved else None
    buyers = codes_of(event.recipients)
    return None if event.buys and not event.suppliers and (not buyers or owner in buyers) else owner


def _keeper(memory: Memory, event: Event, item: Item, what: Identity) -> str | None:
    """Who has the arms that some of go to another, where nobody was told to get them: "Eight of them go to Kyiv"."""
    goals = [a for a in event.recipients if a.rule is Rule.STATED]
    goes = bool(event.names & {"deliver", "arrive"}) and not event.names & {"acquire", "receive"}
    if not (item.of_reference and item.elliptic and goes and goals) or event.suppliers:
        return None
    if any(same_system(row.designation, what.designation) for draft in memory.drafts for row in draft.rows):
        return None
    home = home_side(memory)
    return home if home not in codes_of(goals) else None


def _let_owner_have(event: Event, item: Item, what: Identity) -> None:
    """Let who owns arms that are there, and others make, have got them: "Hungary's two machines are in service"."""
    owner = item.origin
    comes = event.names & TRANSFER == {"arrive"}
    if not comes or owner is None or owner.form not in ("name", "capital") or not what.resolved:
        return
    told = codes_of(a for a in (*event.suppliers, *event.recipients) if a.rule is not Rule.INHERITED)
    if what.system is not None and owner.code not in what.system.countries and told <= {owner.code}:
        event.recipients, event.suppliers = [Actor(owner.code, owner.start, owner.end, Rule.STATED)], []


def _give_owner(memory: Memory, event: Event, item: Item) -> None:
    """Let a bare number with "its" that comes go to whom the text speaks of: "Its 24 are to be handed over by 2025"."""
    owner = memory.subject
    comes = event.names & DELIVERS and not event.names & {"acquire", "supply", "receive"}
    if owner is None or not (item.elliptic and item.possessive and comes) or event.recipients or event.suppliers:
        return
    if owner.company is None and len(owner.code) == 3 and event.subject is None:
        event.recipients = [replace(owner, rule=Rule.RESOLVED)]


def _none_of(event: Event, line: Line) -> bool:
    """Whether no part of an item moves: "is not transferring any of its 18 howitzers"."""
    assert line.frame is not None
    chunks = event.sentence.chunks[line.frame.at : line.frame.at + 4]
    return any(c.text == "any" and c.start < line.item.start for c in chunks)


def _stays(event: Event, line: Line) -> bool:
    """Whether the verb of an item itself moves nothing: it is owned, lost, paid for, or made for nobody named."""
    if line.frame is None:
        return False
    if "negated" in line.frame.effects and _none_of(event, line):
        return True
    if line.frame.name == "make":
        moves = event.names & {"acquire", "supply", "deliver", "award"}
        return not moves and all(a.weight < NAMED_BUYER for a in event.recipients)
    return line.frame.name in ("own", "lose", "spend")


def _visits(event: Event, item: Item) -> bool:
    """Whether a ship by its name only sails or is sent somewhere: nobody is said to buy, sell, lend or get it."""
    return item.named and event.names <= DELIVERS and all(a.rule is not Rule.STATED for a in event.recipients)


def _between(memory: Memory, event: Event, line: Line, what: Identity, found: Sides) -> Sides | None:
    """The two sides of an item, one country on both set right; none where it stays at home or nobody is known."""
    item = line.item
    suppliers, recipients = found
    maker = what.system.countries[0] if what.system and len(what.system.countries) == 1 else None
    same = found.overlap()
    unstated = all(a.rule is not Rule.STATED for a in recipients)
    all_stated = all(a.rule is Rule.STATED for a in recipients)
    if same and maker is not None and maker not in same and all(a.rule is Rule.KNOWN for a in suppliers):
        suppliers = [Actor(maker, item.start, item.end, Rule.KNOWN)]
    elif same and _replaces(memory, event):
        memory.note_use(item, UsedAs.DOMESTIC)
        return None
    elif same and memory.beneficiary not in (None, *same) and event.names & {"acquire", "supply", "deliver"}:
        assert memory.beneficiary is not None
        recipients = [Actor(memory.beneficiary, item.start, item.end, Rule.INHERITED)]
    elif (
        same
        and event.names & {"supply", "deliver"}
        and (unstated or (event.built_for and not all_stated and not _for_home(found)))
    ):
        recipients = usual_recipients(memory, item, codes_of(suppliers), True)
    elif same:
        memory.note_use(item, UsedAs.DOMESTIC)
        return None
    unsaid = all(a.rule is Rule.INHERITED or (a.rule is Rule.KNOWN and a.company) for a in event.suppliers)
    own_make = maker in codes_of(recipients) and unsaid and not item.origin
    named = [a for a in event.recipients if a.to_whom and a.rule is Rule.STATED]
    own_make = own_make or (event.built_for and bool(named) and codes_of(named) == {maker} and unsaid)
    own_make = own_make and not (event.suppliers and event.arrangement is Arrangement.LICENCE)
    told = item.count is not None or what.system is not None
    known = bool(suppliers) and told and others_get(memory, suppliers)
    nobody = not recipients and not event.vague and not known
    if own_make or nobody:
        memory.note_use(item, UsedAs.DOMESTIC)
        return None
    suppliers = suppliers or _known_sellers(memory, what, recipients)
    got = words("lemmas", "receiving")
    taken_in = line.frame is not None and line.frame.name == "receive" and line.frame.entry.lemma not in got
    unstated = all(a.rule is not Rule.STATED for a in recipients)
    if not suppliers and (event.built_for or (what.system is None and (taken_in or unstated))):
        return None
    return Sides(suppliers, recipients)


def _for_home(found: Sides) -> bool:
    """Whether arms are said to be for the country that makes them: "20 of which will be built for the air force"."""
    return any(a.to_whom and a.rule is Rule.STATED and a.code in found.overlap() for a in found.recipients)


def _replaces(memory: Memory, event: Event) -> bool:
    """Whether what is bought only fills a giver's own stocks again: "to replace those given away"."""
    told = memory.text[event.sentence.start : event.sentence.end]
    return bool(any_of("home", "own_needs").search(told))


def _known_sellers(memory: Memory, what: Identity, recipients: list[Actor]) -> list[Actor]:
    """Who sold the same system to the same country in an earlier deal."""
    codes = codes_of(recipients)
    for draft in reversed(memory.drafts):
        if codes & draft.recipient_codes() and any(same_system(r.designation, what.designation) for r in draft.rows):
            return [replace(a, rule=Rule.INHERITED) for a in draft.suppliers]
    return []


def _take_row(
    memory: Memory, event: Event, line: Line, what: Identity, between: Sides, lead: Lead | None, made: list[Draft]
) -> None:
    """Merge an item into the row that told of it before, or give it a row of its own in the deal it belongs to."""
    row = new_row(memory.text, event, line, what)
    lent = lent_stage(lead, event)
    if lent is not None and (not row.stages or goes_further(lent, event)):
        row.found_stages.append(lent)
    _take_awaiting(memory, event, row)
    before = told_before(memory, row, between, event, lead)
    part_told = before is not None and line.item.part is not None
    if event.names <= DELIVERS and not part_told and only_follows(memory, event, row):
        memory.note_use(line.item, UsedAs.DELIVERED)
        return
    if before is not None:
        draft, old = first_lot(memory, event, *before) if line.item.count is None else before
        merge(draft, old, row, event, line)
        row = old
    else:
        allowed = "approve" in event.names and any(a.rule is Rule.STATED for a in event.suppliers)
        told = between if lead is not None or allowed else Sides(event.suppliers, event.recipients)
        in_place = event.only_there and not made and row.item.part is None and not _in_the_hands_of(event)
        if in_place or not worth_a_row(memory, event, row, told):
            memory.note_use(line.item, UsedAs.INVENTORY)
            return
        if is_open(event, line, row):
            optional = Found(Stage.PROPOSED, spans_of(line.found_stage), why="an option that is not taken up")
            event = replace(event, values=[], agreed=[], deliveries=[], found_stage=optional)
            row.found_stages = [optional]
            line = replace(line, deliveries=[])
            draft = option_deal(memory, event, between, made)
        else:
            draft = deal_for(memory, event, between, lead, made)
            draft.option = draft.option or (is_taken_up(event) and not draft.rows)
        draft.rows.append(row)
        absorb(memory, draft, row, between, event)
        fill(memory, draft, event, between, lead)
        date_by_pact(memory, draft, event)
        date_at_once(memory, draft, event)
    date_row(memory, draft, row, event, line)
    part = line.item.part
    ahead = "future" in line.frame.effects if line.frame is not None and not line.frame.nominal else event.future
    whens = line.deliveries or event.deliveries
    ahead = ahead or _lemma(line) in words("lemmas", "waiting") or all_later(memory, whens)
    taken = line.frame is not None and line.frame.perfect
    taken = taken and (line.stage is Stage.DELIVERED or _lemma(line) in words("lemmas", "vague_future"))
    if part is not None and (taken or event.names & (DELIVERS | {"own"})) and not ahead:
        last = part_named(line.item) == "last" or last_too(memory, event, line.item, row.quantity)
        row.delivered = row.quantity if last else part.amount
        spans = phrases([*spans_of(line.found_stage or event.found_stage), (part.start, part.end)])
        come = Found(Stage.DELIVERED if last else Stage.DELIVERING, spans)
        row.found_stages = [come]
        if not last:
            draft.found_stages = [come if s.value is Stage.DELIVERED else s for s in draft.found_stages]
        row.cells.append(cell("delivered", part.start, part.end, memory.text, Rule.STATED))
    elif part is not None and event.names & DELIVERS and part_named(line.item) == "last" and part != line.item.count:
        row.found_stages = [
            Found(Stage.DELIVERING, ((part.start, part.end),), Rule.RESOLVED, "only the last are to come")
        ]
    if not (made[:-1] and set_beside(event.sentence, row.item)):
        memory.attend(draft, row, event.sentence.block)


def _lemma(line: Line) -> str:
    """The base form of the verb or noun that governs a line, empty where nothing does."""
    return line.frame.entry.lemma if line.frame is not None else ""


def _out_of_own(event: Event, line: Line) -> Line:
    """What a state gives out of all that it has is only that: "has given Kyiv 49 of its 59 tanks" are 49."""
    item = line.item
    gives = bool(event.names & {"supply", "deliver"}) and not event.buys
    if item.part is None or not item.possessive or not gives or _is_pledged(item):
        return line
    if not any(a.company is None and a.rule in (Rule.STATED, Rule.RESOLVED) for a in event.suppliers):
        return line
    return replace(line, item=replace(item, count=item.part, part=None))


def _is_pledged(item: Item) -> bool:
    """Whether what is given of a state's arms is a part of what it promised: "the first of its four promised tanks"."""
    assert item.part is not None
    said = item.surface.lower().split()
    return item.part.surface.lower() in words("ordinals", "first", "words") or any(
        word in words("items", "pledged") for word in said
    )


def _in_the_hands_of(event: Event) -> bool:
    """Whether a clause says whose arms were and whose they are: "former Dutch jets are in Peruvian service"."""
    held = any(a.rule is Rule.STATED and a.weight >= _HELD for a in event.recipients)
    return held and any(a.rule is Rule.STATED for a in event.suppliers)


def _take_awaiting(memory: Memory, event: Event, row: Row) -> None:
    """Give named arms the count told just before: "18 guns are expected. The Boran guns were ordered in April"."""
    line, block = memory.awaiting or (None, 0)
    item = line.item if line is not None else None
    if line is None or item is None or item.count is None or row.quantity is not None or not row.item.definite:
        return
    if (
        row.item.system is None
        or item.category not in (None, row.category)
        or memory.apart(event.sentence.block, block) > 1
    ):
        return
    row.quantity, row.high, row.bound, row.unit = item.count.amount, item.count.high, item.count.bound, item.unit
    row.cells.append(cell("quantity", item.count.start, item.count.end, memory.text, Rule.RESOLVED))
    row.found_stages += [line.found_stage] if line.found_stage is not None else []
    memory.awaiting = None


def _restate_figure(memory: Memory, line: Line, what: Identity) -> bool:
    """Give an earlier row the figure that replaces its own ("cut from 26 to 12"); false where there is none."""
    old, count = line.replaces, line.item.count
    assert old is not None and count is not None
    for draft in reversed(memory.drafts):
        for row in draft.rows:
            if row.quantity == old.amount and (
                what.designation is None or same_system(what.designation, row.designation)
            ):
                row.restate(count, memory.text)
                return True
    return False
