"""Whether a date is that of a deal, by the noun or verb beside it, or of words and signings only."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.events.types import DELIVERS, Event
from etl.link.years import is_by_now
from etl.recognise.cues import words
from etl.recognise.mentions import When

SPANS = frozenset({"by", "until", "from", "between", "over", "within"})
"""Relations of a date that tells of a time over which, or by the end of which, something happens."""


def of_a_decision(event: Event, chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a date is when arms that come were decided on: "six are going to Kyiv, the cabinet decided on Friday"."""
    decided = i > 1 and chunks[i - 1].text in words("grammar", "promises") and chunks[i - 2].kind in (K.HOME, K.PARTY)
    return decided and bool(event.names & DELIVERS)


def of_deal_noun(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date is a deal's by the words beside it: "a contract of 2018", "a 2018 order", "dating from 2018"."""
    dealing = [f for f in clause.frames if f.nominal and f.entry.lemma not in words("nominal", "deliver")]
    if any(f.at == i + 1 for f in dealing) and i and chunks[i - 1].kind in (K.DET, K.GEN, K.PREP):
        return True
    nouns = [f for f in dealing if f.at < i]
    at = i - 1
    if at > 0 and chunks[at].text == "back":
        at -= 1
    if chunks[at].text in words("dating", "verbs"):
        known = words("deal_nouns", "ordered", "agreed")
        return bool(nouns) or any(c.text in known for c in chunks[:at])
    if at > 0 and chunks[at].text == "of":
        at -= 1 + (chunks[at - 1].kind is K.COMMA)
        ordinal = at > 0 and chunks[at - 1].text == "the" and chunks[at].text in words("anchors", "of_several")
        return ordinal or any(f.at == at for f in nouns)
    return _lies_back(chunks[i]) and any(f.at == at for f in nouns)


def behind_option(clause: Clause, i: int) -> bool:
    """Whether a dated deal is the one that an option stands in: "exercised an option in the contract of 2021"."""
    nouns = [f for f in clause.frames if f.nominal and f.at < i]
    return len(nouns) > 1 and nouns[-2].names_option


def _lies_back(date: Chunk) -> bool:
    """Whether a date after a deal noun is that of the deal by its preposition: "its order from 2019"."""
    return date.text.startswith("from ")


def names_lot(noun: Frame) -> bool:
    """Whether a noun only parts a delivery: "in three lots"."""
    return noun.nominal and noun.entry.stage is None and noun.entry.lemma in words("shares", "groups", "lots")


def of_saying(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date is that of words: "said on Wednesday it would donate", "told reporters last week that"."""
    return any(
        c.kind is K.WORD and c.text in words("grammar", "speech") for c in chunks[max(clause.start, i - 2) : i]
    ) and any(f.at > i for f in clause.frames)


def of_signing(chunks: Sequence[Chunk], frame: Frame, when: When, i: int) -> bool:
    """Whether a date is only that of a signing to come: "to be signed within two months", "will sign in June"."""
    signs = frame.name == "agree" and not frame.nominal
    to_come = when.relation in ("within", "before", "by") or frame.to_come
    return to_come and signs and not any(c.kind is K.ITEM for c in chunks[frame.at : i])


def _of_a_deal(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether a relative clause describes a deal: "the package, which was presented in January"."""
    described = chunks[clause.antecedent].text if clause.antecedent is not None else ""
    return described in words("deal_nouns", "ordered", "agreed")


def of_agreement(chunks: Sequence[Chunk], clause: Clause, frame: Frame, when: When, i: int) -> bool:
    """Whether a date is a deal's by its place: "the contract came into force in 2020", "the 2020 contract"."""
    before = [f for f in clause.frames if f.at < i]
    begun = [f for f in before[:-1] if f.nominal and f.at == frame.at - 1]
    if (
        when.relation not in SPANS
        and frame.name == "arrive"
        and begun
        and begun[0].entry.lemma not in words("nominal", "deliver")
        and not names_lot(begun[0])
    ):
        return True
    nouns = [f for f in before[:-1] if f.nominal and f.entry.lemma not in words("nominal", "deliver")]
    shown = frame.entry.lemma in words("lemmas", "presenting") and frame.entry.arrangement is None
    if shown and clause.relative and not frame.nominal and _of_a_deal(chunks, clause):
        return when.relation not in SPANS
    if nouns and frame.entry.lemma in words("dating", "made") and frame.entry.form == "past":
        return when.relation not in SPANS
    if nouns and frame.name == "price" and frame.entry.form == "past":
        return when.relation not in SPANS
    return frame.name == "deal" and i == frame.at - 1


def is_order_from(frame: Frame, when: When, future: bool, published: str | None) -> bool:
    """Whether a past date with "from" is that of a deal told by a noun: "an order for 33 from 2013"."""
    past = is_by_now(when, published)
    return (
        past
        and not future
        and when.relation == "from"
        and frame.nominal
        and frame.name == "deal"
        and (frame.entry.lemma not in words("nominal", "deliver"))
    )
