"""Who gives and who gets an item, where its clause says it, says it in part, or leaves it to the document."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.discourse.givers import inherited, usual_suppliers
from etl.link.discourse.memory import Lead, Memory
from etl.link.drafts import Sides, codes_of
from etl.link.eras import predecessor
from etl.link.events import Actor, Event
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule

_SURE = 2.4
"""Weight from which a vote for a role rests on a verb's own place or on "from" and "to" rather than on nearness."""


_STOPS = 1.6
"""Weight of the vote for a seller by a verb that calls a sale off."""


def _approves_purchase(found: Sequence[Actor], origins: tuple[str, ...]) -> bool:
    """Whether those who approve are of none of the countries that a system comes from, so that they buy it."""
    return bool(origins) and all(a.code not in origins and a.weight < _SURE and a.company is None for a in found)


def _signatories(memory: Memory, event: Event, found: list[Actor]) -> Sides:
    """The sides of two states that sign together: the one that the text is about buys, else the first named.

    Whom a government's own paper tells that it signed with, or that it signed a sale with, is the buyer.
    """
    own, at = memory.publisher, event.sentence.start
    sale = any(f.nominal and f.entry.lemma in words("lemmas", "selling") for f in event.frames)
    if memory.official and sale and len(found) == 2 and own in codes_of(found):
        return Sides([a for a in found if a.code == own], [a for a in found if a.code != own])
    if len(found) == 1 and memory.official and own is not None and len(found[0].code) == 3 and own != found[0].code:
        return Sides([Actor(own, at, at, Rule.INHERITED)], found)
    if len(found) != 2 or any(a.weight >= _SURE or len(a.code) != 3 for a in found):
        return Sides([], found)
    buyer = next((a for a in found if a.code == memory.topic), found[0])
    return Sides([a for a in found if a is not buyer], [buyer])


def sides_of(memory: Memory, event: Event, item: Item, countries: tuple[str, ...], lead: Lead | None) -> Sides:
    """The two sides of an item: what its clause says, what introduces it lends, what the document tells otherwise.

    ``countries`` are those that its system comes from.
    """
    suppliers, recipients = list(event.suppliers), list(event.recipients)
    aid = event.arrangement is Arrangement.AID
    origin = countries[0] if len(countries) == 1 else None
    if "approve" in event.names and not recipients and _approves_purchase(suppliers, countries):
        suppliers, recipients = [], suppliers
    if "agree" in event.names and not suppliers and origin not in codes_of(recipients):
        suppliers, recipients = _signatories(memory, event, recipients)
    if "cancel" in event.names and origin not in (None, *codes_of(recipients)) and _only_stop(suppliers):
        suppliers = [Actor(origin or "", item.start, item.end, Rule.KNOWN)]
    if origin is not None and not aid:
        suppliers, recipients = _from_origin(origin, Sides(suppliers, recipients), item, event.built_for)
    if lead is not None:
        gives = lead.arrangement is Arrangement.AID and bool(lead.suppliers)
        bought = gives and event.buys
        made = gives and all(a.rule is Rule.KNOWN for a in suppliers)
        suppliers = lead.suppliers if bought or made else suppliers or lead.suppliers
        recipients = lead.recipients if bought and lead.recipients else recipients or lead.recipients
    if suppliers and all(a.partner for a in suppliers):
        suppliers = [*_joined_giver(memory, item, lead, suppliers, recipients), *suppliers]
    if not recipients and not event.vague:
        gives = aid or bool(event.names & {"supply", "deliver"})
        codes = codes_of(suppliers)
        if not codes and origin is not None and not gives:
            codes = frozenset({origin})
        buyer = _usual_buyer(memory) if event.buys and not aid else None
        known = buyer is not None and buyer not in codes
        same = _same_receivers(memory, item, codes) if (aid or gives) and not event.buys else []
        usual = [inherited(buyer, item)] if known and buyer else usual_recipients(memory, item, codes, aid, gives)
        recipients = same or usual
    if not suppliers:
        suppliers = usual_suppliers(memory, event, item, countries, codes_of(recipients))
    return Sides(suppliers, recipients)


def _only_stop(found: Sequence[Actor]) -> bool:
    """Whether those who would sell are only told to stop a sale: "Washington blocked the sale of 24 Kfirs"."""
    return bool(found) and all(a.weight <= _STOPS and a.company is None and a.rule is Rule.STATED for a in found)


def _same_receivers(memory: Memory, item: Item, suppliers: frozenset[str]) -> list[Actor]:
    """Who gets what another gives of the same: "Norway would donate six jets to Kyiv. Denmark has promised 19"."""
    focus = memory.focus
    if focus is None or not item.elliptic or memory.focus_block != memory.block or not suppliers:
        return []
    codes = focus.recipient_codes()
    if not codes or codes & suppliers or focus.supplier_codes() == suppliers:
        return []
    return [inherited(actor.code, item) for actor in focus.recipients]


def _joined_giver(
    memory: Memory, item: Item, lead: Lead | None, partners: Sequence[Actor], recipients: Sequence[Actor]
) -> list[Actor]:
    """Whom others join in giving where the clause does not say: "a joint project with Denmark"."""
    others = codes_of([*partners, *recipients])
    giver = memory.main_giver or memory.speaker
    known = lead.suppliers if lead is not None else []
    found = [*known, *([inherited(giver, item)] if giver is not None else [])]
    return [a for a in found if a.code not in others][:1]


def _usual_buyer(memory: Memory) -> str | None:
    """Who buys where a clause does not say, in a text on aid: not who is helped, but who gives, or whom it is about."""
    if memory.beneficiary is None:
        return None
    about = memory.block_home or (memory.topic if memory.dominant else None)
    return next((c for c in (memory.main_giver, about) if c not in (None, memory.beneficiary)), None)


def _buying_publisher(memory: Memory) -> str | None:
    """The state whose own paper a document is, unless it is told to give more than to get."""
    own = memory.publisher
    if not memory.official or own is None or memory.suppliers_seen[own] > memory.recipients_seen[own]:
        return None
    return own


def usual_recipients(
    memory: Memory, item: Item, suppliers: frozenset[str], aid: bool, gives: bool = False
) -> list[Actor]:
    """Who receives where a clause does not say: the paragraph's recipient, the document's, the country it is about.

    Where something is given and the text has one topic, that comes first: the paragraph may be about the giver. Empty
    where none of them can be meant: who got most elsewhere in the document is right one time in three.
    """
    if memory.beneficiary is not None and memory.beneficiary not in suppliers:
        return [inherited(memory.beneficiary, item)]
    near = [a.code for a in memory.block_recipients] or ([memory.block_home] if memory.block_home else [])
    if not near and memory.interviewed is not None and memory.interviewed not in suppliers:
        return [inherited(memory.interviewed, item)]
    if memory.block_head is not None and memory.block_head not in suppliers:
        return [inherited(memory.block_head, item)]
    own = _buying_publisher(memory)
    if own is not None and own not in suppliers and (not aid or suppliers) and memory.block_home in (None, own):
        return [inherited(own, item)]
    if (
        memory.main_recipient is not None
        and memory.main_recipient not in suppliers
        and (not near or near[0] in suppliers)
    ):
        return [inherited(memory.main_recipient, item)]
    if (
        gives
        and memory.dominant
        and memory.block_home in (None, memory.topic, *suppliers)
        and memory.topic not in suppliers
        and not memory.block_recipients
        and memory.topic is not None
    ):
        return [inherited(memory.topic, item)]
    goals = [code for code in memory.given_to if code not in suppliers]
    if aid and suppliers and len(goals) == 1 and item.count is not None and not near:
        return [inherited(goals[0], item)]
    given = next((code for code, n in memory.given_to.most_common(3) if code not in suppliers and n > 1), None)
    if memory.topic in suppliers and not near and given is not None:
        return [inherited(given, item)]
    topic = [code for code in (memory.topic, memory.publisher) if code]
    if memory.on_aid or not memory.dominant:
        seen, own = memory.suppliers_seen, None if memory.on_aid else memory.publisher
        topic = [code for code in topic if code == own or seen[code] <= memory.recipients_seen[code]]
    codes = [code for code in near or topic if code not in suppliers]
    return [inherited(code, item) for code in (codes if near else codes[:1])]


def others_get(memory: Memory, suppliers: Sequence[Actor]) -> bool:
    """Whether the document has told who gets arms from somebody, so that a clause that does not say may mean any.

    What the bodies do of the country that the paragraph is about stays at home where nobody else is named.
    """
    own = any(a.rule is Rule.RESOLVED and memory.block_home in (None, a.code) for a in suppliers)
    return not own and any(code not in codes_of(suppliers) for code in memory.recipients_seen)


def _from_origin(country: str, between: Sides, item: Item, built_for: bool) -> Sides:
    """Sides by where a system comes from, unless the grammar says otherwise for sure.

    "The initial contract with the Russian side, for 40 Su-30s" and "the ministers of India and France signed for 36
    Rafales" name both countries in places that do not tell who sells; the maker's country does.
    """
    suppliers, recipients = between
    buys = any(a.code == country for a in recipients)
    sells = any(a.code == country for a in suppliers)
    told = (
        (not buys and any(a.weight >= _SURE and a.code != country for a in suppliers))
        or any((a.weight >= _SURE or (built_for and a.to_whom)) and a.code == country for a in recipients)
        or any(a.code == predecessor(country) for a in suppliers)
    )
    if told or (not buys and all(a.code == country for a in suppliers)):
        return between
    by_firm = any(a.rule is Rule.KNOWN and a.code != country for a in suppliers)
    if not buys and not sells and not by_firm:
        return between
    named = [a for a in (*suppliers, *recipients) if a.code == country]
    seller = named[:1] or [Actor(country, item.start, item.end, Rule.KNOWN)]
    buyers = [a for a in recipients if a.code != country]
    others = [a for a in suppliers if a.code != country and a.rule is not Rule.KNOWN]
    return Sides(seller, buyers or others)


def _is_state(actor: Actor) -> bool:
    return actor.company is None and len(actor.code) == 3 and actor.code.isupper()


def package_sides(memory: Memory, event: Event, aid: bool) -> Sides:
    """The two sides of an announced package; what an aid clause leaves out is the document's usual recipient."""
    suppliers, recipients = list(event.suppliers), list(event.recipients)
    at = event.sentence.start
    subject = event.subject
    if aid and memory.on_aid and not suppliers and subject is not None and _is_state(subject):
        suppliers = [a for a in (subject,) if a.code not in codes_of(recipients) and a.code != memory.beneficiary]
    if aid and memory.on_aid and not suppliers and memory.main_giver not in (None, *codes_of(recipients)):
        suppliers = [Actor(memory.main_giver or "", at, at, Rule.INHERITED)]
    if aid and suppliers and not recipients and not event.vague:
        usual = [c for c, _ in memory.recipients_seen.most_common(1) if c not in codes_of(suppliers)]
        if memory.beneficiary not in (None, *codes_of(suppliers)):
            usual = [memory.beneficiary or ""]
        recipients = [Actor(code, at, at, Rule.INHERITED) for code in usual]
    return Sides(suppliers, recipients)
