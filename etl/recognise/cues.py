"""Cue words: the verbs and nouns that open, colour or close a transfer, from ``lexicon/cues.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from etl.recognise.mentions import Mention
from etl.recognise.names_index import Index, runs
from schemas.vocabulary import Arrangement, Stage

Frame = Literal[
    "acquire",
    "receive",
    "supply",
    "deliver",
    "award",
    "win",
    "agree",
    "approve",
    "cancel",
    "cover",
    "arrive",
    "price",
    "own",
    "lose",
    "make",
    "spend",
    "deal",
]
Form = Literal["base", "third", "past", "ing", "phrase", "noun"]

_STAGES: dict[str, Stage] = {
    "ordered": Stage.ORDERED,
    "proposed": Stage.PROPOSED,
    "selected": Stage.PROPOSED,
    "delivered": Stage.DELIVERED,
    "aid_agreed": Stage.AGREED,
    "aid_delivered": Stage.DELIVERED,
    "agreed": Stage.AGREED,
    "approved": Stage.APPROVED,
    "cancelled": Stage.CANCELLED,
    "signed": Stage.ORDERED,
}


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What one word of the table says: its frame, the stage of its plain past, the arrangement it implies."""

    lemma: str
    frame: Frame
    form: Form
    stage: Stage | None
    arrangement: Arrangement | None


@dataclass(frozen=True, slots=True)
class Cue(Mention):
    """A cue in a text; ``readings`` are its entries, verb before noun, where the word is both."""

    readings: tuple[CueEntry, ...]


_NOT = re.compile(r"['\u2019]t\b")
"""The end of "won't", which is no form of "win"."""


_COMPOUND = re.compile(r"[a-z]-$")
"""The beginning of a compound that is no cue: "second-hand"."""


@cache
def table() -> dict[str, Any]:
    """The parsed table of cues."""
    return tomllib.loads(files("etl.lexicon").joinpath("cues.toml").read_text(encoding="utf-8"))


def _inflected(word: str) -> dict[str, Form]:
    """A verb's forms by the regular rules of spelling, irregular ones as given after a colon."""
    base, _, irregular = word.partition(":")
    base = base.replace("_", " ")
    forms: dict[str, Form] = {base: "base"}
    head, _, particle = base.partition(" ")
    particle = " " + particle if particle else ""
    third = _third(head)
    forms[third + particle] = "third"
    given = [f for f in irregular.split(",") if f]
    for form in given:
        forms[form] = "ing" if form.endswith("ing") else "third" if form == third else "past"
    if not any(f.endswith("ing") for f in given):
        forms[(head[:-1] if head.endswith("e") and not head.endswith("ee") else head) + "ing" + particle] = "ing"
    if not any(form == "past" for form in forms.values()):
        past = head + "d" if head.endswith("e") else head[:-1] + "ied" if _consonant_y(head) else head + "ed"
        forms[past + particle] = "past"
    return forms


def _third(head: str) -> str:
    if head.endswith(("s", "sh", "ch", "x", "o")):
        return head + "es"
    return head[:-1] + "ies" if _consonant_y(head) else head + "s"


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in "aeiou"


def _verb_entries() -> list[tuple[str, CueEntry]]:
    entries: list[tuple[str, CueEntry]] = []
    for frame, groups in table()["verbs"].items():
        for group, words in groups.items():
            name = group.removeprefix("phrases_").removeprefix("phrases") or "neutral"
            arrangement = next((a for a in (Arrangement.AID, Arrangement.LOAN) if name.startswith(a.value)), None)
            stage = Stage.ORDERED if name == "loan" else _STAGES.get(name.removeprefix("loan_"))
            if isinstance(words, list):
                entries += [(w, CueEntry(w, frame, "phrase", stage, arrangement)) for w in words]
                continue
            for word in words.split():
                lemma = word.partition(":")[0].replace("_", " ")
                entries += [
                    (shape, CueEntry(lemma, frame, form, stage, arrangement))
                    for shape, form in _inflected(word).items()
                ]
    return entries


def _noun_entries() -> list[tuple[str, CueEntry]]:
    nouns = table()["deal_nouns"]
    entries: list[tuple[str, CueEntry]] = []
    for group in ("ordered", "agreed", "neutral", "proposed", "approved", "cancelled", "licence", "loan"):
        arrangement = Arrangement(group) if group in ("licence", "loan") else None
        for noun in nouns[group]:
            aid = Arrangement.AID if noun in nouns["aid"] else None
            entry = CueEntry(noun, "deal", "noun", _STAGES.get(group), arrangement or aid)
            entries += [(noun, entry), (_plural(noun), entry)]
    return entries


def _plural(noun: str) -> str:
    """The plural of a deal noun: "deliveries", and of its head where "of" follows that: "letters of offer"."""
    head, of, rest = noun.partition(" of ")
    return (head[:-1] + "ies" if _consonant_y(head) else head + "s") + of + rest


@cache
def cue_index() -> Index[tuple[CueEntry, ...]]:
    """All cue words and phrases, each with its readings."""
    merged: dict[str, list[CueEntry]] = {}
    for surface, entry in _verb_entries() + _noun_entries():
        readings = merged.setdefault(surface, [])
        if not any(r.frame == entry.frame and r.form == entry.form for r in readings):
            readings.append(entry)
    return Index([(surface, tuple(readings)) for surface, readings in merged.items()], plurals=False)


def find_cues(text: str) -> list[Cue]:
    """The cue words and phrases of a text, longest first at each place, with all their readings."""
    found: list[Cue] = []
    tokens = runs(text)
    index = cue_index()
    begin, count = index.first, len(tokens)
    at = 0
    while at < count:
        if tokens[at].key not in begin:
            at += 1
            continue
        match = index.longest(tokens, at)
        first = tokens[at].start
        if match is None or (first and (text[first - 1].isalnum() or _COMPOUND.search(text, max(0, first - 2), first))):
            at += 1
            continue
        length, readings = match
        start, end = tokens[at].start, tokens[at + length - 1].end
        hyphened = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
        if hyphened or text[end : end + 1].isalnum() or _NOT.match(text, end):
            at += 1
            continue
        found.append(Cue(start, end, text[start:end], readings))
        at += length
    return found


@cache
def words(section: str, *keys: str) -> frozenset[str]:
    """The words that a section of the table lists under one key or several ("grammar", "prepositions"), lower case."""
    return frozenset(w.lower() for key in keys for w in table()[section][key])


@cache
def idioms(lemma: str) -> frozenset[str]:
    """The words after a verb, given by its base form, with which it moves nothing ("take part")."""
    return frozenset(table()["idioms"].get(lemma, ()))


@cache
def modal_effects() -> dict[str, frozenset[str]]:
    """What words around a verb do to its stage: the effects ("proposed", "future", "negated") of each word."""
    effects: dict[str, set[str]] = {}
    for row in table()["modals"]:
        for word in row["words"]:
            effects.setdefault(word, set()).add(row["effect"])
    return {word: frozenset(e) for word, e in effects.items()}
