"""The parties that one clause of a sentence leaves to another, and the countries that head a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.link.chunks import K
from etl.link.clauses import is_order
from etl.link.discourse.meant import same_buyers, same_sellers, whom_meant
from etl.link.discourse.memory import Memory
from etl.link.discourse.quotes import resolve_we
from etl.link.discourse.relatives import passed_on
from etl.link.drafts import codes_of
from etl.link.events import TRANSFER, Actor, Event
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Party
from schemas.vocabulary import Rule

TOLD = 0.9
"""Weight from which a party is told to receive; below it the words only name the other side of a bargain."""

_ENDS_HEAD = re.compile(r"[.:]|\s*(?:\n|$)|\s+[-\u2013\u2014]{1,2}\s")
"""What ends the words that head a paragraph; a dash after a town in capitals is a dateline's."""

_HEAD = 60
"""Characters within which the countries stand that head a paragraph."""

_CALLED = 12
"""Chunks from the start of a sentence within which somebody is called a customer."""

_FROM = 3.0
"""Weight from which a seller is named by "from"."""

_JOURNEY = 5
"""Chunks after a verb of going within which its goal stands."""


def share_parties(memory: Memory, found: list[Event]) -> None:
    """Let the clauses of a sentence complete each other's parties."""
    before: list[Actor] = memory.focus.recipients if memory.focus and memory.focus_block == memory.block else []
    said = False
    resolve_we(memory, found)
    for n, event in enumerate(found):
        speaker = _speaker(found[n - 1]) if n else None
        if speaker is not None:
            event.suppliers, event.recipients = (
                [replace(speaker, weight=a.weight) if a.code == "HOME" else a for a in side]
                for side in (event.suppliers, event.recipients)
            )
        event.suppliers = whom_meant(memory, same_sellers(memory, event.suppliers, found[:n]))
        if speaker is not None and _is_told_abroad(event, speaker):
            event.recipients = [speaker]
        meant = _object_meant(memory, event, found[:n])
        by_firm = meant is None and memory.subject is not None and memory.subject.company is not None
        gets = [meant if a.code == "PRON" and meant and not _is_subject(event, a) else a for a in event.recipients]
        gets = [a for a in gets if not (by_firm and a.code == "PRON")]
        event.recipients = same_buyers(memory, gets, before) or whom_meant(memory, gets)
        if _is_unknown_speaker(memory, event, gets):
            event.recipients, event.vague = [], True
        before = event.recipients or before
        event.via = whom_meant(memory, event.via)
        if event.subject is not None and not (event.relative and said):
            resolved = whom_meant(memory, [event.subject])
            if resolved:
                memory.subject, said = resolved[0], True
    _opens_with_customer(memory, found)
    _complete_each_other(memory, [e for e in found if e.names & TRANSFER and e.negative is None])


def _complete_each_other(memory: Memory, transfers: list[Event]) -> None:
    """Give each clause that tells of a transfer the sides that it leaves open and another of them has."""
    for n, event in enumerate(transfers):
        if not event.recipients and n and event.suppliers and _answers(memory, event):
            event.recipients = [a for a in transfers[n - 1].suppliers if all(a.code != s.code for s in event.suppliers)]
        for other in reversed(transfers[:n]):
            _complete(memory, event, other)
        for other in transfers[n + 1 :]:
            _share_goal(event, other)
            if not event.lines or other.lines or "cancel" in event.names - other.names:
                continue
            _complete(memory, event, other)


def _is_subject(event: Event, actor: Actor) -> bool:
    """Whether a pronoun is the subject of a clause, and so no object: "It sent 28 tanks and will receive 35 trucks"."""
    return event.subject is not None and event.subject.start == actor.start


def _is_told_abroad(event: Event, speaker: Actor) -> bool:
    """Whether somebody tells of arms got from abroad, and of no other who got them: "said that five were bought"."""
    got = any(f.name in ("acquire", "receive") and f.passive for f in event.frames)
    sellers = {a.code for a in event.suppliers if a.rule is Rule.STATED}
    return got and not event.recipients and bool(sellers) and speaker.code not in sellers


def _share_goal(event: Event, other: Event) -> None:
    """Let a clause have the goal of the one after it that says its verb again: "Oslo gave 14 and Riga 13 to Kyiv"."""
    said_again = other.verb is not None and other.verb.chunk.start == other.verb.chunk.end
    if said_again and event.lines and not event.recipients:
        event.recipients = [replace(a, rule=Rule.INHERITED) for a in other.recipients if a.to_whom]


def _is_unknown_speaker(memory: Memory, event: Event, gets: list[Actor]) -> bool:
    """Whether "we" or "our navy" gets arms from a named seller, and only that seller's country could be meant by it."""
    sellers = {a.code for a in event.suppliers if a.rule is Rule.STATED and a.weight >= _FROM}
    if not sellers or not gets or not codes_of(event.recipients) <= sellers:
        return False
    speaking = words("company_nouns", "speaking")
    return all(a.code == "HOME" or memory.text[a.start : a.end].lower() in speaking for a in gets)


def _opens_with_customer(memory: Memory, found: list[Event]) -> None:
    """Let what a sentence tells go to whom it calls the customer: "Poland is the main customer: two deals ..."."""
    first = found[0] if found else None
    if first is None or first.frames or memory.subject is None or first.subject is None or memory.subject.company:
        return
    head = first.sentence.chunks[:_CALLED]
    if any(c.text in words("vague", "buyers") for c in head) and len(memory.subject.code) == 3:
        memory.block_recipients = [replace(memory.subject, rule=Rule.INHERITED)]


def _visited(found: list[Event]) -> Actor | None:
    """The country to which somebody goes to buy: "General Nasution flew to Moscow", "He then turned to Tripoli"."""
    chunks = found[0].sentence.chunks if found else []
    for at, chunk in enumerate(chunks):
        if chunk.kind is K.ITEM or (isinstance(chunk.ref, Cue) and is_order(chunk.ref)):
            return None
        first, *rest = chunk.text.split() or [""]
        if first not in words("journeys", "verbs"):
            continue
        reach = chunks[at + 1 : at + _JOURNEY]
        to = bool(rest) and rest[-1] == "to"
        for goal in reach:
            if isinstance(goal.ref, Party) and to:
                return Actor(goal.ref.code, goal.start, goal.end, Rule.RESOLVED)
            to = to or goal.text == "to"
            if goal.kind not in (K.WORD, K.PREP, K.DET, K.DATE, K.PARTY):
                break
    return None


def bought_abroad(memory: Memory, found: list[Event]) -> None:
    """Let who went somewhere have bought there, in the same sentence or the next, where no seller is named."""
    here = _visited(found)
    seller = here or memory.visited
    memory.visited = here
    if seller is None:
        return
    for event in found:
        own = event.names & {"acquire", "agree"} and event.negative is None
        if own and not event.suppliers and seller.code not in codes_of(event.recipients):
            event.suppliers = [seller]


def _speaker(before: Event) -> Actor | None:
    """Whose government and army a clause means that somebody's words open: "Rome said that the army would get them"."""
    subject = before.subject
    if subject is None or before.frames or subject.company is not None or len(subject.code) != 3:
        return None
    speech, sentence = words("grammar", "speech"), before.sentence
    spoken = sentence.has(speech) and any(c.text in speech for c in sentence.chunks if c.start > subject.start)
    return replace(subject, rule=Rule.RESOLVED) if spoken and subject.rule is Rule.STATED else None


def _object_meant(memory: Memory, event: Event, before: list[Event]) -> Actor | None:
    """Whom "it" is as the one who gets, after one who gave: "Russia sold Serbia tanks, and China sold it missiles"."""
    if memory.subject is None or not event.suppliers or not before:
        return None
    last = before[-1]
    gave = memory.subject.code in codes_of(last.suppliers) and memory.subject.code not in codes_of(event.suppliers)
    return replace(last.recipients[0], rule=Rule.RESOLVED) if gave and len(last.recipients) == 1 else None


def _answers(memory: Memory, event: Event) -> bool:
    """Whether the words of an event say that it is given in return for the one before."""
    first = min((f.chunk.start for f in event.frames), default=event.sentence.start)
    before = memory.text[event.sentence.start : first].lower()
    return any(w in before for w in words("swap", "words"))


def _complete(memory: Memory, event: Event, other: Event) -> None:
    """Give an event the sides it leaves open as another has them, unless that puts a country on both."""
    if passed_on(event, other, memory.block_head):
        event.suppliers = [replace(a, rule=Rule.INHERITED) for a in other.recipients]
        return
    codes_s = codes_of(event.suppliers)
    codes_r = codes_of(event.recipients)
    rivals = codes_s and other.suppliers and not codes_s & codes_of(other.suppliers)
    if not event.recipients and not rivals and not codes_s & codes_of(other.recipients):
        event.recipients = [
            Actor(a.code, a.start, a.end, Rule.INHERITED, a.company, a.weight)
            for a in other.recipients
            if a.weight >= TOLD
        ]
    if not event.suppliers and not codes_r & codes_of(other.suppliers) and not _made_elsewhere(event, other.suppliers):
        event.suppliers = [Actor(a.code, a.start, a.end, Rule.INHERITED, a.company, a.weight) for a in other.suppliers]


def _made_elsewhere(event: Event, suppliers: list[Actor]) -> bool:
    """Whether all arms of an event come from other countries than those of firms that another clause names."""
    made = [set(line.item.system.countries) for line in event.lines if line.item.system is not None]
    by_firm = bool(suppliers) and all(a.rule is Rule.KNOWN for a in suppliers)
    return by_firm and bool(made) and all(countries and not countries & codes_of(suppliers) for countries in made)


def heading_countries(memory: Memory, block: int) -> tuple[str, ...]:
    """The one or two countries that head a paragraph of a round-up ("EGYPT / UNITED STATES.", "NEPAL."), else none."""
    start = memory.blocks[block].start
    first = [p for p in memory.mentions.parties if start <= p.start < start + _HEAD][:2]
    if not first or first[0].start != start:
        return ()
    between = memory.text[first[0].end : first[1].start].strip() if len(first) == 2 else ""
    if between in ("/", "-", "\u2013", "&") and _ENDS_HEAD.match(memory.text, first[1].end):
        return first[0].code, first[1].code
    stops = memory.text[first[0].end : first[0].end + 1] in (".", ":")
    town = first[0].form in ("capital", "metonym")
    named = first[0].surface.isupper() or first[0].form == "name"
    if stops or (named and not town and _ENDS_HEAD.match(memory.text, first[0].end)):
        return (first[0].code,)
    return ()
