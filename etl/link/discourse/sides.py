"""Who gives and who gets an item, where its clause says it, says it in part, or leaves it to the document."""

from __future__ import annotations

from etl.link.discourse.memory import Lead, Memory
from etl.link.drafts import codes_of, same_system
from etl.link.events import Actor, Event
from etl.link.items import Item
from etl.recognise.cues import table, words
from schemas.vocabulary import Arrangement, Rule

_SURE = 2.4
"""Weight from which a vote for a role rests on a verb's own place or on "from" and "to" rather than on nearness."""


def sides(
    memory: Memory, event: Event, item: Item, countries: tuple[str, ...], lead: Lead | None
) -> tuple[list[Actor], list[Actor]]:
    suppliers, recipients = list(event.suppliers), list(event.recipients)
    if len(countries) == 1 and event.arrangement is not Arrangement.AID:
        suppliers, recipients = _from_origin(countries[0], suppliers, recipients, item)
    if lead is not None:
        bought = lead.arrangement is Arrangement.AID and event.names & {"acquire"} and lead.suppliers
        suppliers = lead.suppliers if bought else suppliers or lead.suppliers
        recipients = lead.recipients if bought and lead.recipients else recipients or lead.recipients
    codes = codes_of(suppliers)
    gives = event.arrangement is Arrangement.AID or bool(event.names & {"supply", "deliver"})
    if not codes and len(countries) == 1 and not gives:
        codes = frozenset(countries)
    if not recipients and not event.vague:
        recipients = usual_recipients(memory, item, codes, event.arrangement is Arrangement.AID, gives)
    codes = codes_of(recipients)
    if not suppliers:
        aid = event.arrangement is Arrangement.AID
        selling = (
            memory.publisher is not None
            and memory.publisher not in codes
            and bool(event.lines)
            and any(f.entry.lemma in words("publisher", "sells") for f in event.frames)
        )
        holder = _holder(memory, item, codes) if aid else None
        told = _told_seller(memory, item, codes)
        if told is not None:
            suppliers = [Actor(told, item.start, item.end, Rule.INHERITED)]
        elif selling and memory.publisher is not None:
            suppliers = [Actor(memory.publisher, item.start, item.end, Rule.INHERITED)]
        elif holder is not None:
            suppliers = [Actor(holder, item.start, item.end, Rule.INHERITED)]
        elif len(countries) == 1 and not aid and countries[0] not in codes:
            suppliers = [Actor(countries[0], item.start, item.end, Rule.KNOWN)]
        elif item.system is None or any(a.code in countries for a in memory.block_suppliers):
            suppliers = [
                Actor(a.code, a.start, a.end, Rule.INHERITED) for a in memory.block_suppliers if a.code not in codes
            ]
        if not suppliers and event.arrangement is Arrangement.AID and memory.topic and memory.topic not in codes:
            suppliers = [Actor(memory.topic, item.start, item.end, Rule.INHERITED)]
    return suppliers, recipients


def origins(memory: Memory, countries: tuple[str, ...]) -> tuple[str, ...]:
    """A system's countries, by their older names where the text uses those and not the newer ones."""
    named = {p.code for p in memory.mentions.parties}
    older: dict[str, str] = table()["predecessors"]
    return tuple(older[c] if c in older and older[c] in named and c not in named else c for c in countries)


def _told_seller(memory: Memory, item: Item, recipients: frozenset[str]) -> str | None:
    """Who sold the like in the same paragraph, where the text said so."""
    focus, row = memory.focus, memory.focus_row
    if focus is None or row is None or memory.focus_block != memory.block or len(focus.suppliers) != 1:
        return None
    seller = focus.suppliers[0]
    like = (item.system is not None and same_system(item.designation, row.designation)) or (
        item.system is None and item.category in (None, row.category)
    )
    return seller.code if seller.rule is Rule.STATED and like and seller.code not in recipients else None


def _holder(memory: Memory, item: Item, recipients: frozenset[str]) -> str | None:
    """Who holds what is given away: who got it in an earlier row, else the country the text is about."""
    for draft in reversed(memory.drafts):
        for row in draft.rows:
            if (
                item.category in (None, row.category)
                and len(draft.recipients) == 1
                and draft.recipients[0].code not in recipients
                and (item.designation is None or same_system(item.designation, row.designation))
            ):
                return draft.recipients[0].code
    return memory.topic if memory.topic not in recipients else None


def usual_recipients(
    memory: Memory, item: Item, suppliers: frozenset[str], aid: bool, gives: bool = False
) -> list[Actor]:
    """Who receives where a clause does not say: the paragraph's recipient, the document's, the country it is about.

    Where something is given and the text has one topic, that comes first: the paragraph may be about the giver.
    """
    if memory.beneficiary is not None and memory.beneficiary not in suppliers:
        return [Actor(memory.beneficiary, item.start, item.end, Rule.INHERITED)]
    near = [a.code for a in memory.block_recipients] or ([memory.block_home] if memory.block_home else [])
    if (
        memory.main_recipient is not None
        and memory.main_recipient not in suppliers
        and (not near or near[0] in suppliers)
    ):
        return [Actor(memory.main_recipient, item.start, item.end, Rule.INHERITED)]
    if (
        gives
        and memory.dominant
        and memory.topic not in suppliers
        and not memory.block_recipients
        and memory.topic is not None
    ):
        return [Actor(memory.topic, item.start, item.end, Rule.INHERITED)]
    given = next((code for code, n in memory.given_to.most_common(3) if code not in suppliers and n > 1), None)
    if memory.topic in suppliers and not near and given is not None:
        return [Actor(given, item.start, item.end, Rule.INHERITED)]
    usual = [code for code, _ in memory.recipients_seen.most_common(2)]
    topic = [code for code in (memory.topic, memory.publisher) if code]
    for group in (usual[:1], topic, near) if aid else (near, topic, usual):
        codes = [code for code in group if code not in suppliers][: None if group is near else 1]
        if codes:
            return [Actor(code, item.start, item.end, Rule.INHERITED) for code in codes]
    return []


def _from_origin(
    country: str, suppliers: list[Actor], recipients: list[Actor], item: Item
) -> tuple[list[Actor], list[Actor]]:
    """Sides by where a system comes from, unless the grammar says otherwise for sure.

    "The initial contract with the Russian side, for 40 Su-30s" and "the ministers of India and France signed for 36
    Rafales" name both countries in places that do not tell who sells; the maker's country does.
    """
    if any(a.weight >= _SURE and a.code != country for a in suppliers) and all(a.code != country for a in recipients):
        return suppliers, recipients
    if any(a.weight >= _SURE and a.code == country for a in recipients):
        return suppliers, recipients
    older: dict[str, str] = table()["predecessors"]
    if any(a.code == older.get(country) for a in suppliers):
        return suppliers, recipients
    others = [a for a in (*recipients, *suppliers) if a.code != country]
    if all(a.code == country for a in suppliers) and all(a.code != country for a in recipients):
        return suppliers, recipients
    named = [a for a in (*suppliers, *recipients) if a.code == country]
    if not named and not suppliers:
        return suppliers, recipients
    seller = named[:1] or [Actor(country, item.start, item.end, Rule.KNOWN)]
    sellers_by_firm = [a for a in suppliers if a.rule is Rule.KNOWN and a.code != country]
    if not named and suppliers and not sellers_by_firm:
        return suppliers, recipients
    buyers = [a for a in recipients if a.code != country] or [a for a in others if a.rule is not Rule.KNOWN]
    return seller, buyers


def package_sides(memory: Memory, event: Event, aid: bool) -> tuple[list[Actor], list[Actor]]:
    """The two sides of an announced package; what an aid clause leaves out is the document's usual recipient."""
    suppliers, recipients = list(event.suppliers), list(event.recipients)
    if aid and suppliers and not recipients and not event.vague:
        usual = [c for c, _ in memory.recipients_seen.most_common(1) if c not in codes_of(suppliers)]
        at = event.sentence.start
        recipients = [Actor(code, at, at, Rule.INHERITED) for code in usual]
    return suppliers, recipients
