"""A first look at all events of a document: who gives and who gets in it, before anything is read closely."""

from __future__ import annotations

from collections import Counter

from etl.link.discourse.actors import heading_countries
from etl.link.discourse.memory import Memory
from etl.link.discourse.seizures import find_way
from etl.link.drafts import OPEN
from etl.link.events import TRANSFER, Event

_MAIN_VOTES, _MAIN_SHARE = 4, 0.55
"""From how many votes, and which share of all, a country is the one that a document's transfers go to."""

_SEVERAL, _GIVERS = 3, 2
"""From how many givers a country is the one that a text on aid is about, and from how many the one it names most is."""

_HEADS = 3
"""How many countries head paragraphs of a text that goes from one to the next."""

_NAMED, _TIMES = 3, 1.5
"""How often that one is named, and how many times as often as any other that gives nothing."""


def survey(memory: Memory, all_events: list[list[Event]]) -> None:
    """Learn from a first look at all events who receives and who gives in this document."""
    for found in all_events:
        for event in found:
            if event.negative is not None or not event.names & TRANSFER:
                continue
            for actor in event.recipients:
                if actor.code not in OPEN:
                    memory.recipients_seen[actor.code] += 2 if actor.to_whom else 1
                    memory.given_to[actor.code] += actor.to_whom
            for actor in event.suppliers:
                if actor.code not in OPEN:
                    memory.suppliers_seen[actor.code] += 1
    find_way(memory, all_events)
    memory.main_recipient = _main(memory.recipients_seen)
    memory.by_country = memory.beneficiary is None and _lists_countries(memory)
    if memory.beneficiary is None and memory.on_aid and not memory.by_country:
        memory.beneficiary = _helped(all_events) or _helped_reader(memory) or _most_named(memory)
    state = memory.publisher if memory.official else None
    memory.main_giver = memory.main_giver or state or _main(memory.suppliers_seen)


def _main(seen: Counter[str]) -> str | None:
    """The country that stands out among those seen on one side, None where none does."""
    best = seen.most_common(1)
    stands_out = best and best[0][1] >= _MAIN_VOTES and best[0][1] >= _MAIN_SHARE * sum(seen.values())
    return best[0][0] if stands_out else None


def _lists_countries(memory: Memory) -> bool:
    """Whether a text goes from country to country, each at the head of a paragraph, so that it is about no single one.

    Where one that heads none gets what all others give, it is about that one.
    """
    heads = {code for n in range(len(memory.blocks)) for code in heading_countries(memory, n)[:1]}
    return len(heads) >= _HEADS and memory.main_recipient in (None, *heads)


def _helped_reader(memory: Memory) -> str | None:
    """The country of a paper that tells its readers who gives to them; None where that country gives itself."""
    home = memory.publisher
    return home if home is not None and not memory.official and not memory.suppliers_seen[home] else None


def _helped(all_events: list[list[Event]]) -> str | None:
    """The country that several others give to, where a text on aid is about one such; else None."""
    givers: dict[str, set[str]] = {}
    for event in (e for found in all_events for e in found):
        if event.negative is None and event.names & TRANSFER:
            for actor in event.recipients:
                if len(actor.code) == 3 and actor.code not in OPEN:
                    givers.setdefault(actor.code, set()).update(a.code for a in event.suppliers)
    ranked = sorted(givers, key=lambda code: (-len(givers[code]), code))
    if not ranked or len(givers[ranked[0]]) < _SEVERAL:
        return None
    return ranked[0] if all(len(givers[code]) <= 1 for code in ranked[1:]) else None


def _most_named(memory: Memory) -> str | None:
    """The country that gets most, or is named most, of those that give nothing, where several give; else None."""
    if len(memory.suppliers_seen) < _GIVERS:
        return None
    named = Counter(
        p.code
        for p in memory.mentions.parties
        if p.form not in ("organisation", "group")
        and memory.suppliers_seen[p.code] <= min(1, memory.recipients_seen[p.code])
    )
    best = named.most_common(2)
    if memory.main_recipient is not None and memory.main_recipient in named:
        return memory.main_recipient
    others = [code for code, n in memory.given_to.items() if n and best and code != best[0][0]]
    if len(others) > 1:
        return None
    stands_out = best and best[0][1] >= _NAMED and all(best[0][1] >= _TIMES * n for _, n in best[1:])
    return best[0][0] if stands_out else None
