"""How a sentence points back to a deal told before it."""

from __future__ import annotations

from itertools import pairwise

from etl.link.chunks import K
from etl.link.clauses import Frame
from etl.link.events import Event
from etl.link.items import Item
from etl.recognise.cues import words

_REACH = 3
"""Chunks before a deal noun among which the word stands by which it points back, and after "under" the deal."""


def is_anchored(event: Event) -> bool:
    """Whether a sentence points back to what was told: by a pronoun, a deal noun, arms it takes as known."""
    sentence = event.sentence
    if sentence.has(words("anchors", "words")):
        return True
    items = (chunk.ref for chunk in sentence.chunks if chunk.ref is not None)
    if any(isinstance(item, Item) and (item.definite or item.elliptic) for item in items):
        return True
    some, aux = words("presence", "some"), words("grammar", "auxiliaries")
    told = pairwise(sentence.chunks) if sentence.has(some) else ()
    if any(a.text in some and b.text.split()[0] in aux for a, b in told if b.text):
        return True
    return any(points(event, f) for f in event.frames if f.nominal)


def points(event: Event, noun: Frame) -> bool:
    """Whether a deal noun is one told before: "the contract", "its order", "deliveries began"."""
    before = event.sentence.chunks[max(0, noun.at - _REACH) : noun.at]
    pointed = any(c.kind is K.GEN or c.text in words("items", "pointing") for c in before)
    return pointed or noun.entry.lemma in words("nominal", "handing")


def tells_contents(event: Event) -> bool:
    """Whether a clause tells what a deal told before holds.

    "Under it Moscow delivered 26 bombers", "the same agreement gave it boats", "it comprises 30 tanks".
    """
    chunks = event.sentence.chunks
    under = any(a.text == "under" and b.text in words("grammar", "objects") for a, b in pairwise(chunks))
    return under or any(_same_deal(event, f) for f in event.frames if f.nominal) or it_covers(event)


def it_covers(event: Event) -> bool:
    """Whether a pronoun that may stand for a deal is the subject of a verb of containing: "besides, it includes"."""
    covers = next((f for f in event.frames if f.name == "cover" and not f.nominal), None)
    if covers is None:
        return False
    passed = (K.AUX, K.WORD, K.PREP, K.COMMA)
    before = [c for c in event.sentence.chunks[: covers.at] if c.kind not in passed]
    return bool(before) and before[-1].text in words("anchors", "deal")


def _same_deal(event: Event, noun: Frame) -> bool:
    """Whether a noun is a deal told before, no delivery, offer or option: "under the contract", not "the sale of"."""
    known = words("deal_nouns", "ordered", "agreed") | words("anchors", "deal_nouns")
    if noun.entry.lemma not in known:
        return False
    chunks = event.sentence.chunks
    following = chunks[noun.at + 1].text if noun.at + 1 < len(chunks) else ""
    if event.other or following in words("anchors", "own_contents"):
        return False
    return any(c.text in words("anchors", "pointing") for c in chunks[max(0, noun.at - _REACH) : noun.at])
