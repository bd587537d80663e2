"""Between which two sides the arms of a clause move: their owner may give or get them, or nobody does."""

from __future__ import annotations

from dataclasses import replace

from etl.link.discourse.meant import home_side
from etl.link.discourse.memory import Lead, Memory, Referent
from etl.link.discourse.referents import Identity
from etl.link.discourse.sides import others_get, sides_of, usual_recipients
from etl.link.drafts import Sides, codes_of, same_system
from etl.link.events import DELIVERS, TRANSFER, Actor, Event, Line
from etl.link.items import Item
from etl.link.phrases import any_of
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule, UsedAs


def sides_of_line(
    memory: Memory, event: Event, line: Line, what: Identity, antecedent: Referent | None, lead: Lead | None
) -> tuple[Sides, Sides | None]:
    """The sides of an item as clause, list and document name them, and those it moves between; None where nowhere."""
    sides = Sides(event.suppliers, event.recipients)
    if event.seized:
        return sides, sides
    owner = _holder_of(event, what, antecedent) or _keeper_of(memory, event, line.item, what)
    countries = (owner,) if owner is not None else what.system.countries if what.system else ()
    sides = sides_of(memory, event, line.item, countries, lead)
    return sides, _between(memory, event, line, what, sides)


def _holder_of(event: Event, what: Identity, antecedent: Referent | None) -> str | None:
    """Who has the arms that words point back to, and gives them; nobody where he is told to have bought such.

    "Morocco flies 23 F-16s, the survivors of 24 bought in 2008" are no arms of Morocco's that somebody bought.
    """
    owner = antecedent.owner if antecedent is not None and what.resolved else None
    buyers = codes_of(event.recipients)
    return None if event.buys and not event.suppliers and (not buyers or owner in buyers) else owner


def _keeper_of(memory: Memory, event: Event, item: Item, what: Identity) -> str | None:
    """Who has the arms that some of go to another, where nobody was told to get them: "Eight of them go to Kyiv"."""
    goals = [a for a in event.recipients if a.rule is Rule.STATED]
    goes = bool(event.names & {"deliver", "arrive"}) and not event.names & {"acquire", "receive"}
    if not (item.of_reference and item.elliptic and goes and goals) or event.suppliers:
        return None
    if any(same_system(row.designation, what.designation) for draft in memory.drafts for row in draft.rows):
        return None
    home = home_side(memory)
    return home if home not in codes_of(goals) else None


def let_owner_have(event: Event, item: Item, what: Identity) -> None:
    """Let who owns arms that are there, and others make, have got them: "Hungary's two machines are in service"."""
    owner = item.named_owner
    comes = event.names & TRANSFER == {"arrive"}
    if not comes or owner is None or not what.resolved:
        return
    told = codes_of(a for a in (*event.suppliers, *event.recipients) if a.rule is not Rule.INHERITED)
    if what.system is not None and owner.code not in what.system.countries and told <= {owner.code}:
        event.recipients, event.suppliers = [Actor(owner.code, owner.start, owner.end, Rule.STATED)], []


def give_owner(memory: Memory, event: Event, item: Item) -> None:
    """Let a bare number with "its" that comes go to whom the text speaks of: "Its 24 are to be handed over by 2025"."""
    owner = memory.subject
    comes = event.names & DELIVERS and not event.names & {"acquire", "supply", "receive"}
    if owner is None or not (item.elliptic and item.possessive and comes) or event.recipients or event.suppliers:
        return
    if owner.company is None and len(owner.code) == 3 and event.subject is None:
        event.recipients = [replace(owner, rule=Rule.RESOLVED)]


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
