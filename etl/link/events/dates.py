"""Which date is that of the agreement and which that of a delivery, by the frame that a date belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.events.awaited import (
    is_awaited,
    is_bracketed,
    is_carried_out,
    lists_deliveries,
    of_a_term,
    of_ones,
)
from etl.link.events.elsewhere import ends_loan, had_by_then, is_elsewhere, is_of_noun
from etl.link.events.schedules import as_moved, calls_off, is_given_up, is_missed, was_to_be
from etl.link.events.types import DELIVERS, Event
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import When
from schemas.vocabulary import Stage

_AGREES = frozenset({"acquire", "award", "win", "agree", "deal"})
_LEADS_TO_DELIVERY = frozenset({"supply", "make", "acquire", "deal", "cover", "win", "award", "agree"})
_SPANS = frozenset({"by", "until", "from", "between", "over", "within"})


def file_date(event: Event, clause: Clause, i: int, published: str | None) -> None:
    """File the date at chunk ``i`` under agreement or delivery; a date without a frame is left to the discourse."""
    chunks = event.sentence.chunks
    if is_given_up(chunks, clause, i) or was_to_be(chunks, clause, i, published):
        return
    when = as_moved(chunks, clause, i)
    if _of_a_decision(event, chunks, i):
        return
    if _of_deal_noun(chunks, clause, i):
        if not _behind_option(clause, i):
            event.agreed.append(when)
        return
    if is_of_noun(chunks, clause, i):
        return
    if when.relation == "over" and is_carried_out(chunks[clause.start : i]):
        event.deliveries.append(when)
        return
    if when.relation == "over" and of_a_term(event, chunks, clause, i):
        return
    frame = _frame_of(clause, i)
    bracketed = is_bracketed(chunks, i) and lists_deliveries(event)
    if bracketed or is_awaited(chunks[clause.start : i]):
        when = when if bracketed else _coming(when)
        event.deliveries.append(when)
        if frame is not None:
            _own_delivery(event, when)
    elif frame is not None:
        _file_by_frame(event, clause, i, when, frame, published)
    elif of_ones(chunks, clause, i):
        when = _coming(when)
        event.deliveries.append(when)
        _own_delivery(event, when)
    else:
        event.loose.append(when)


def _of_a_decision(event: Event, chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a date is when arms that come were decided on: "six are going to Kyiv, the cabinet decided on Friday"."""
    decided = i > 1 and chunks[i - 1].text in words("grammar", "promises") and chunks[i - 2].kind in (K.HOME, K.PARTY)
    return decided and bool(event.names & DELIVERS)


def _frame_of(clause: Clause, i: int) -> Frame | None:
    """The frame that the date at chunk ``i`` belongs to: the last before it, else the first after it."""
    before = [f for f in clause.frames if f.at < i]
    if len(before) > 1 and before[-2].name in DELIVERS and _is_lot(before[-1]):
        return before[-2]  # "were transferred in three lots in 2017"
    return before[-1] if before else next((f for f in clause.frames if f.at > i and not _only_helps(f)), None)


def _only_helps(frame: Frame) -> bool:
    """Whether a phrase only tells that what its next verb says is to come: "next year Oman is due to receive three"."""
    return frame.name == "price" and frame.entry.form == "phrase" and "future" in frame.effects


def _file_by_frame(event: Event, clause: Clause, i: int, when: When, frame: Frame, published: str | None) -> None:
    """File a date by what its frame says."""
    chunks = event.sentence.chunks
    before = [f for f in clause.frames if f.at < i]
    after = [f for f in clause.frames if f.at > i]
    if (frame.nominal and calls_off(before)) or ends_loan(frame, when) or is_elsewhere(chunks, clause, frame, i):
        return
    if frame.entry.lemma in words("lemmas", "milestones") and "future" not in frame.effects:
        return
    if _of_saying(chunks, clause, i):
        ahead = after[0].effects & {"future", "agreed"} if after else frozenset()
        if ahead:
            event.agreed.append(when)
        return
    if not frame.nominal and when.ahead and not frame.effects & {"future", "proposed"}:
        before_it = chunks[max(clause.start, frame.at - 3) : frame.at]
        attached = frame.entry.form == "ing" and any(c.text == "with" for c in before_it)
        attached = attached and not any(isinstance(c.ref, Item) and c.ref.is_last for c in before_it[-1:])
        scheduled = frame.name in DELIVERS and (frame.entry.form in ("base", "third") or attached)
        when = replace(when, value=when.ahead, ahead=None) if scheduled else replace(when, ahead=None)
    signing = before[-2] if len(before) > 1 and frame.nominal and frame.name == "deal" else frame
    if _of_signing(chunks, signing, when, i) or is_missed(chunks, clause, frame, i):
        return
    if _of_agreement(chunks, clause, frame, when, i) or _is_order_from(frame, when, event.future, published):
        event.agreed.append(when)
    elif _of_delivery(frame, when, event.future, published):
        event.deliveries.append(when)
        _own_delivery(event, when)
    elif frame.name in _AGREES or (frame.name == "supply" and frame.entry.stage is not None):
        if not when.surface.lower().startswith("since") or frame.entry.lemma in words("dating", "standing"):
            event.agreed.append(when)
    elif frame.name == "supply" and _is_won(before, frame, when, published):
        event.agreed.append(when)
    elif frame.name == "supply":
        event.deliveries.append(when)


def _is_won(before: Sequence[Frame], frame: Frame, when: When, published: str | None) -> bool:
    """Whether a past date is that of the deal to supply: "won a contract to equip Oman with 13 radars in 2022"."""
    past = bool(published and when.value and when.value[:7] <= published[:7])
    return past and "future" in frame.effects and any(f.name in ("win", "award", "agree") for f in before)


def settle_dates(event: Event, clause: Clause, published: str | None) -> None:
    """Set right the dates of agreement of a clause once all are filed.

    The date of a deal noun comes before that of a verb, which is one of handing over: "sold 40 in 1983 under an
    agreement of 1978". Two dates of one lot tell of two agreements, and none is the date of both.
    """
    if not event.agreed:
        return
    chunks = event.sentence.chunks
    at = {c.start: n for n, c in enumerate(chunks)}
    event.agreed = _beside_verb(clause, at, event.agreed) or event.agreed
    past = [w for w in event.agreed if not published or not w.value or w.value[:7] <= published[:7]]
    event.agreed = past or event.agreed
    nouns = {f.at for f in clause.frames if f.nominal}
    named = [w for w in event.agreed if _of_deal_noun(chunks, clause, at[w.start]) or at[w.start] + 1 in nouns]
    others = [w for w in event.agreed if w not in named]
    if named and others and _bought_under_framework(clause):
        event.agreed = others
    elif named and others:
        if event.names & {"supply"}:
            event.deliveries += others
        event.agreed = [*named, *others]
    event.agreed = [w for n, w in enumerate(event.agreed) if not n or not _leads_on(chunks, at[w.start], clause)]
    if len(event.lines) < 2 and any(_joined(chunks, at[a.start], at[b.start]) for a, b in pairwise(event.agreed)):
        event.agreed = []


def _beside_verb(clause: Clause, at: dict[int, int], agreed: Sequence[When]) -> list[When]:
    """The date right after the verb of a deal, where others stand before it: "on Monday the 12 ordered in 2018"."""
    verbs = {f.at for f in clause.frames if not f.nominal and f.name in _AGREES}
    beside = [w for w in agreed if at[w.start] - 1 in verbs]
    return beside if beside and any(at[w.start] < min(verbs) for w in agreed) else []


def _bought_under_framework(clause: Clause) -> bool:
    """Whether arms are bought under a framework, whose date is not the purchase's: "under a 2018 framework bought"."""
    frameworks = words("deal_nouns", "framework")
    under = any(f.nominal and f.entry.lemma in frameworks and clause.preps.get(f.at) == "under" for f in clause.frames)
    return under and any(f.name == "acquire" and f.entry.stage is Stage.ORDERED for f in clause.frames)


def _leads_on(chunks: Sequence[Chunk], at: int, clause: Clause) -> bool:
    """Whether a date is that of the arms after it, which the clause leaves out: "and, in 1952, another thirty"."""
    goods = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind is K.COMMA)
    ahead = clause.stop <= goods < len(chunks) and chunks[goods].kind is K.ITEM
    return ahead and chunks[at - 1].kind in (K.CONJ, K.COMMA)


def _joined(chunks: Sequence[Chunk], first: int, second: int) -> bool:
    """Whether two dates stand together, joined by "and"."""
    between = chunks[first + 1 : second]
    return bool(between) and all(c.kind in (K.CONJ, K.COMMA, K.PREP) for c in between)


def _of_deal_noun(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
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


def _behind_option(clause: Clause, i: int) -> bool:
    """Whether a dated deal is the one that an option stands in: "exercised an option in the contract of 2021"."""
    nouns = [f for f in clause.frames if f.nominal and f.at < i]
    return len(nouns) > 1 and nouns[-2].names_option


def _lies_back(date: Chunk) -> bool:
    """Whether a date after a deal noun is that of the deal by its preposition: "its order from 2019"."""
    return date.text.startswith("from ")


def _is_lot(noun: Frame) -> bool:
    """Whether a noun only parts a delivery: "in three lots"."""
    return noun.nominal and noun.entry.stage is None and noun.entry.lemma in words("shares", "groups", "lots")


def _coming(when: When) -> When:
    """A date that leaves its year open, as the coming one."""
    return replace(when, value=when.ahead, ahead=None) if when.ahead else when


def _of_saying(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date is that of words: "said on Wednesday it would donate", "told reporters last week that"."""
    return any(
        c.kind is K.WORD and c.text in words("grammar", "speech") for c in chunks[max(clause.start, i - 2) : i]
    ) and any(f.at > i for f in clause.frames)


def _of_signing(chunks: Sequence[Chunk], frame: Frame, when: When, i: int) -> bool:
    """Whether a date is only that of a signing to come: "to be signed within two months", "will sign in June"."""
    signs = frame.name == "agree" and not frame.nominal
    to_come = when.relation in ("within", "before", "by") or bool(frame.effects & {"future", "proposed"})
    return to_come and signs and not any(c.kind is K.ITEM for c in chunks[frame.at : i])


def _of_a_deal(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether a relative clause describes a deal: "the package, which was presented in January"."""
    described = chunks[clause.antecedent].text if clause.antecedent is not None else ""
    return described in words("deal_nouns", "ordered", "agreed")


def _of_agreement(chunks: Sequence[Chunk], clause: Clause, frame: Frame, when: When, i: int) -> bool:
    """Whether a date is a deal's by its place: "the contract came into force in 2020", "the 2020 contract"."""
    before = [f for f in clause.frames if f.at < i]
    begun = [f for f in before[:-1] if f.nominal and f.at == frame.at - 1]
    if (
        when.relation not in _SPANS
        and frame.name == "arrive"
        and begun
        and begun[0].entry.lemma not in words("nominal", "deliver")
        and not _is_lot(begun[0])
    ):
        return True
    nouns = [f for f in before[:-1] if f.nominal and f.entry.lemma not in words("nominal", "deliver")]
    shown = frame.entry.lemma in words("lemmas", "presenting") and frame.entry.arrangement is None
    if shown and clause.relative and not frame.nominal and _of_a_deal(chunks, clause):
        return when.relation not in _SPANS
    if nouns and frame.entry.lemma in words("dating", "made") and frame.entry.form == "past":
        return when.relation not in _SPANS
    if nouns and frame.name == "price" and frame.entry.form == "past":
        return when.relation not in _SPANS
    return frame.name == "deal" and i == frame.at - 1


def _of_delivery(frame: Frame, when: When, future: bool, published: str | None) -> bool:
    """Whether a date is a delivery's: by the frame, or since it lies ahead of what has been agreed."""
    if frame.nominal and frame.entry.lemma in words("nominal", "deliver"):
        return True
    if frame.name in DELIVERS or (frame.entry.stage is Stage.DELIVERED and not future):
        return True
    if frame.name not in _LEADS_TO_DELIVERY or had_by_then(frame, when):
        return False
    later = bool(published and when.value and when.value[:4] > published[:4])
    past = bool(published and when.value and _is_past(when.value, published))
    past = past or (frame.name in ("award", "agree") and frame.entry.form == "past" and not frame.effects)
    return when.relation in _SPANS or later or (future and not past and when.relation != "on")


def _is_order_from(frame: Frame, when: When, future: bool, published: str | None) -> bool:
    """Whether a past date with "from" is that of a deal told by a noun: "an order for 33 from 2013"."""
    past = bool(published and when.value and when.value[:7] <= published[:7])
    return (
        past
        and not future
        and when.relation == "from"
        and frame.nominal
        and frame.name == "deal"
        and (frame.entry.lemma not in words("nominal", "deliver"))
    )


def _is_past(value: str, published: str) -> bool:
    """Whether a date is over: of a bare year it is not known before the year is."""
    return value[:4] < published[:4] if len(value) == len("2024") else value[:7] <= published[:7]


def _own_delivery(event: Event, when: When) -> None:
    """Give a delivery date to the item right before it, where several items have dates of their own."""
    before = [line for line in event.lines if line.item.start < when.start]
    if before and not (len(before) > 1 and comes_along(event.sentence.chunks, before[-1].item.start)):
        before[-1].deliveries.append(when)


def date_deliveries(event: Event) -> None:
    """Let the dates of a clause that goes on with a verb of delivery be those of the arms right before them."""
    at = {c.start: n for n, c in enumerate(event.sentence.chunks)}
    ends = {at[line.item.start] + 1 for line in event.lines if line.item.start in at}
    beside = [w for w in event.loose if at.get(w.start) in ends]
    event.deliveries += beside
    event.loose = [w for w in event.loose if w not in beside]
    for when in beside:
        _own_delivery(event, when)


def comes_along(chunks: Sequence[Chunk], start: int) -> bool:
    """Whether what begins at ``start`` only comes with other arms: "ordered together with missiles"."""
    before = [c.text for c in chunks if c.start < start][-2:]
    return len(before) == 2 and before[1] == "with" and before[0] in words("accompany", "adverbs")
