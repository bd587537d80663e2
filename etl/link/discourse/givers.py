"""Who gives where a clause does not say: a holder, a seller told before, the maker, whom a text is about."""

from __future__ import annotations

from etl.link.discourse.memory import Memory
from etl.link.drafts import same_system
from etl.link.events import Actor, Event
from etl.link.items import Item
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement, Rule

_BY_NAME, _OFTEN = ("name", "people", "body"), 3
"""Forms of names of a country that a text is about, and how often it names one only by its capital or what is of it."""


def inherited(code: str, item: Item) -> Actor:
    """A party that an item takes from the document around it."""
    return Actor(code, item.start, item.end, Rule.INHERITED)


def usual_suppliers(
    memory: Memory, event: Event, item: Item, countries: tuple[str, ...], recipients: frozenset[str]
) -> list[Actor]:
    """Who gives where a clause does not say: the first of these who is not on the other side.

    Who got them before and passes them on, who sold the like before, the country whose own paper tells of the sale,
    who holds what is given away, who makes it, who gives in the same paragraph, and the country that a text on aid is
    about.
    """
    aid = event.arrangement is Arrangement.AID
    gives = not event.buys and bool(event.names & {"supply", "deliver", "acquire", "arrive"})
    giver = memory.main_giver if memory.on_aid and (aid or gives) and memory.main_giver not in recipients else None
    passed = _who_passes_on(memory, event, item, recipients)
    code = passed or _told_seller(memory, item, recipients) or giver or _selling_publisher(memory, event, recipients)
    if code is None and aid:
        code = _holder(memory, item, recipients)
    if code is not None:
        return [inherited(code, item)]
    new = event.sentence.has(words("arrangements", "unused"))
    if not new and _from_holder(memory, countries, recipients):
        assert memory.topic is not None
        return [inherited(memory.topic, item)]
    if len(countries) == 1 and not aid and countries[0] not in recipients:
        return [Actor(countries[0], item.start, item.end, Rule.KNOWN)]
    joint = _joint_maker(memory, item, countries, recipients) if not aid else None
    if joint is not None:
        return [inherited(joint, item)]
    if item.system is None or any(a.code in countries for a in memory.block_suppliers):
        near = [Actor(a.code, a.start, a.end, Rule.INHERITED) for a in memory.block_suppliers]
        near = [a for a in near if a.code not in recipients]
        if near:
            return near
    if aid and memory.topic and memory.topic not in recipients:
        return [inherited(memory.topic, item)]
    own = memory.issuer
    if own is not None and own.countries and own.countries[0] not in recipients and not aid:
        return [inherited(own.countries[0], item)]
    return []


def _joint_maker(memory: Memory, item: Item, countries: tuple[str, ...], recipients: frozenset[str]) -> str | None:
    """The one of the makers of a system that its paragraph names before it, or else that the text names at all.

    One that is told to buy more than to give is none.
    """
    if len(countries) < 2 or recipients & set(countries):
        return None
    gives = [code for code in countries if memory.suppliers_seen[code] >= memory.recipients_seen[code]]
    start, named = memory.blocks[memory.block].start, memory.mentions.parties
    near = {p.code for p in named if start <= p.start < item.start}
    for told in (near, {p.code for p in named}):
        makers = [code for code in gives if code in told]
        if makers:
            return makers[0] if len(makers) == 1 else None
    return None


def _from_holder(memory: Memory, countries: tuple[str, ...], recipients: frozenset[str]) -> bool:
    """Whether the country that a text is about sells what another made, which the text does not speak of at all."""
    if not memory.dominant or memory.topic in recipients or len(countries) != 1 or memory.topic in countries:
        return False
    topic = [p for p in memory.mentions.parties if p.code == memory.topic]
    if len(topic) < _OFTEN and all(p.form not in _BY_NAME for p in topic):
        return False
    named = {p.code for p in memory.mentions.parties} | {c for m in memory.mentions.companies for c in m.countries}
    got = memory.recipients_seen[memory.topic or ""]
    return countries[0] not in named and 2 * got < sum(memory.recipients_seen.values())


def _selling_publisher(memory: Memory, event: Event, recipients: frozenset[str]) -> str | None:
    """The country whose own paper tells of a sale that a clause names."""
    if memory.publisher is None or memory.publisher in recipients:
        return None
    sells = words("publisher", "sells")
    return memory.publisher if event.lines and any(f.entry.lemma in sells for f in event.frames) else None


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


def _who_passes_on(memory: Memory, event: Event, item: Item, recipients: frozenset[str]) -> str | None:
    """Who was told to get the arms that go on to another: "Twelve of these were later sold to Romania"."""
    focus, row = memory.focus, memory.focus_row
    goes = bool(event.names & {"supply", "deliver", "arrive"}) and "acquire" not in event.names
    stated = any(a.rule is Rule.STATED for a in event.recipients)
    given = item.elliptic and event.arrangement is Arrangement.AID and not event.suppliers
    if focus is None or row is None or len(focus.recipients) != 1:
        return None
    if not ((item.of_reference or given) and goes and stated):
        return None
    owner = focus.recipients[0].code
    held = item.count is not None and row.quantity is not None and item.count.amount <= row.quantity
    return owner if held and owner not in recipients else None


def _holder(memory: Memory, item: Item, recipients: frozenset[str]) -> str | None:
    """Who holds what is given away: who got it in an earlier sentence, else the country the text is about."""
    for draft in reversed(memory.drafts):
        for row in draft.rows:
            if (
                item.category in (None, row.category)
                and not row.span[0] <= item.start < row.span[1]
                and len(draft.recipients) == 1
                and draft.recipients[0].code not in recipients
                and (item.designation is None or same_system(item.designation, row.designation))
            ):
                return draft.recipients[0].code
    return memory.topic if memory.topic not in recipients else None
