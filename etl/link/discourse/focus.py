"""Clauses that tell more of the deal told last: what else it holds, when its arms were bought."""

from __future__ import annotations

from etl.link.chunks import K
from etl.link.discourse.anchors import it_covers
from etl.link.discourse.memory import Memory
from etl.link.discourse.pacts import enumerates
from etl.link.drafts import codes_of
from etl.link.events import Event
from etl.recognise.cues import Cue, words


def tells_of_focus(memory: Memory, event: Event) -> bool:
    """Whether what a clause tells is of the deal told last, so that its arms join that."""
    return _is_of_focus(memory, event) or _dates_focus(memory, event)


def _is_of_focus(memory: Memory, event: Event) -> bool:
    """Whether a clause tells what else the deal told last holds: "The deal, worth 2.5 billion, also covers shells"."""
    deal, nouns = memory.focus, [f for f in event.frames if f.nominal]
    if (
        deal is None
        or deal.listed
        or memory.genre != "plain"
        or memory.apart(event.sentence.block, memory.focus_block) > 1
    ):
        return False
    if "cover" not in event.names or event.other or event.framework or enumerates(event):
        return False
    if event.values and deal.values:
        return False
    if memory.pact is not None and memory.pact.another and memory.pact.draft is None:
        return False
    noun = nouns[0].at if nouns else _shared_noun(event)
    before = event.sentence.chunks[max(0, noun - 2) : noun] if noun is not None else []
    pointed = any(c.text in words("items", "pointing") for c in before) or (noun is None and it_covers(event))
    sides = codes_of([*event.suppliers, *event.recipients])
    return pointed and sides <= deal.side_codes()


def _shared_noun(event: Event) -> int | None:
    """The deal noun that a clause shares with the one before: "The purchase, which costs 2 billion, also includes"."""
    start, end = event.opening
    if any(f.name == "cover" and f.entry.form == "ing" for f in event.frames):
        return None  # "rooted in a framework agreement, allowing Warsaw to buy 288"
    told = [(n, c.ref) for n, c in enumerate(event.sentence.chunks) if start <= c.start < end]
    nouns = [n for n, cue in told if isinstance(cue, Cue) and any(r.form == "noun" for r in cue.readings)]
    return nouns[0] if len(nouns) == 1 else None


def _dates_focus(memory: Memory, event: Event) -> bool:
    """Whether a clause tells when the arms told last were bought: "They were ordered in 2018 along with 44 tanks"."""
    deal, chunks = memory.focus, event.sentence.chunks
    if deal is None or deal.agreed_value is not None or not event.agreed or event.other or not event.lines:
        return False
    verb = next((f for f in event.frames if f.name == "acquire" and not f.nominal), None)
    if verb is None or not verb.passive or memory.apart(event.sentence.block, memory.focus_block) > 1 or deal.listed:
        return False
    before = chunks[: verb.at]
    told = bool(before) and before[0].kind is K.PRON and before[0].text in words("grammar", "the_arms")
    alone = told and all(c.kind in (K.PRON, K.AUX, K.WORD) for c in before)
    return alone and all(line.item.start > verb.chunk.end for line in event.lines)
