"""Whom pronouns, "the army", "that country" and "the same customer" mean."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from etl.link.discourse.memory import Memory
from etl.link.drafts import OPEN
from etl.link.events import Actor, Event
from etl.link.phrases import either
from etl.recognise.cues import table, words
from schemas.vocabulary import Rule

_SAME_REACH = 12
"""Characters before a word for a buyer in which "the same" stands."""


def whom_meant(memory: Memory, found: list[Actor]) -> list[Actor]:
    """Actors with the home side and pronouns replaced by whom they mean; unknown ones dropped."""
    out: list[Actor] = []
    for actor in found:
        told = memory.text[actor.start : actor.end].lower()
        speaks = memory.speaker is not None and told in words("publisher", "speaks")
        if actor.code == "PRON" and told in words("interviews", "asked"):
            continue
        if actor.code == "HOME" or (actor.code == "PRON" and speaks):
            code = memory.speaker if speaks else _home_named(memory, told, actor.start)
            rule = Rule.RESOLVED
        elif actor.code == "PRON":
            code = memory.subject.code if memory.subject and memory.subject.code not in OPEN else None
            rule = Rule.RESOLVED
        else:
            code, rule = actor.code or None, actor.rule
        if code and all(a.code != code for a in out):
            out.append(replace(actor, code=code, rule=rule))
    return out


def _home_named(memory: Memory, told: str, at: int) -> str | None:
    """The country that words for the home side mean: who got arms last, who is spoken of last, else the text's own.

    "The emirate" is the last one named before ``at`` that is one.
    """
    if told.startswith("same "):
        return _same(memory)
    if told.startswith("that "):  # "after the case of Chad ... supplied that country with"
        before = [p for p in memory.mentions.parties if p.start < at and len(p.code) == 3]
        if before and _is_doer(memory.text[before[-1].end : at]):
            before.pop()
        return before[-1].code if before else None
    states: dict[str, list[str]] = table()["home"]["states"]
    codes = states.get(told.split()[-1], [])
    named = [p.code for p in memory.mentions.parties if p.start < at and p.code in codes]
    if named:
        return named[-1]
    last = memory.subject.code if memory.subject is not None and told in words("home", "last_named") else ""
    buys = memory.suppliers_seen[last] <= memory.recipients_seen[last]
    return last if buys and len(last) == 3 and last.isupper() else home_side(memory)


_DOER = 30
"""Characters between a country and words for another one among which only its verb stands."""


def _is_doer(between: str) -> bool:
    """Whether only a verb stands between a country and "that country": "Britain sold that country 40 guns"."""
    return len(between) < _DOER and not any(mark in between for mark in ",.;:\n")


def _same(memory: Memory) -> str | None:
    """Who was the last to get anything: "donated two trucks to the same force"."""
    last = memory.focus.recipients if memory.focus is not None else memory.block_recipients
    return last[0].code if last else home_side(memory)


def same_buyers(memory: Memory, found: list[Actor], before: list[Actor]) -> list[Actor]:
    """The buyers told ``before``, where the words point to them: "for the same customer"; else none."""
    for actor in found:
        told = memory.text[max(0, actor.start - _SAME_REACH) : actor.end].lower()
        if actor.code == "HOME" and _same_customer().search(told):
            return [Actor(a.code, actor.start, actor.end, Rule.RESOLVED, a.company, a.weight) for a in before]
    return []


def same_sellers(memory: Memory, found: list[Actor], before: list[Event]) -> list[Actor]:
    """The sellers told last, where words point to them: "three more from the same yard", "from the same country"."""
    out: list[Actor] = []
    for actor in found:
        if actor.code != "HOME" or not memory.text[actor.start : actor.end].lower().startswith("same "):
            out.append(actor)
            continue
        told = next((e.suppliers for e in reversed(before) if e.suppliers), None)
        told = told or (memory.focus.suppliers if memory.focus is not None else memory.block_suppliers)
        out += [Actor(a.code, actor.start, actor.end, Rule.RESOLVED, a.company, actor.weight) for a in told]
    return out


@cache
def _same_customer() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the|that)\s+same\s+(?:{either(words('vague', 'one'))})$")


def home_side(memory: Memory) -> str | None:
    """The country of "the army" here: the topic's, unless the paragraph speaks only of another buyer."""
    if memory.block_home is not None:
        return memory.block_home
    if memory.official and memory.publisher is not None:
        return memory.publisher
    if memory.interviewed is not None:
        return memory.interviewed
    named, sellers = memory.places.get(memory.block, ((), frozenset()))
    if memory.topic in named or memory.dominant:
        return memory.topic
    buyers = [code for code in named if code not in sellers]
    return buyers[0] if buyers else memory.topic
