"""In a document on aid: what a clause only brings, lists, buys or pays for is given to the one that is helped."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from etl.link.chunks import K
from etl.link.discourse.memory import Lead, Memory
from etl.link.drafts import codes_of
from etl.link.events import TRANSFER, Actor, Event
from etl.link.found import Found, lent_by
from etl.link.phrases import any_of
from etl.recognise.cues import words
from etl.recognise.mentions import Money
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs


def _harms(memory: Memory, event: Event) -> bool:
    """Whether arms are used against somebody: "had dropped more than 10,000 glide bombs"."""
    if event.names & TRANSFER or not event.lines:
        return False
    return bool(any_of("beneficiary", "harm").search(memory.text, event.sentence.start, event.lines[0].item.start))


def _buys_itself(memory: Memory, event: Event) -> bool:
    """Whether a giver's own paper tells of a purchase, for nobody named: the giver replaces what it gave."""
    if not memory.official or memory.publisher in (None, memory.beneficiary) or event.recipients or event.vague:
        return False
    main = next((f for f in event.frames if not f.nominal), None)
    return main is not None and main.name == "acquire" and (not main.passive or main.entry.form == "phrase")


def _bought_to_give(event: Event, lead: Lead, helped: str) -> bool:
    """Let an item of a list of aid that only tells where its arms were bought be given: "radars, bought in Oslo"."""
    bought = [f for f in event.frames if f.name == "acquire"]
    givers = [a for a in lead.suppliers if a.code != helped]
    if not bought or not all(f.passive for f in bought) or event.recipients or not (lead.transfer and givers):
        return False
    if helped not in codes_of(lead.recipients):
        return False
    event.suppliers, event.recipients = givers, list(lead.recipients)
    terms = lent_by(lead.found_arrangement) if lead.arrangement is Arrangement.AID else None
    event.found_arrangement = terms or Found(Arrangement.AID)
    event.found_stage, event.agreed = lent_by(lead.found_stage), []
    for line in event.lines:
        line.found_stage = event.found_stage
    return True


_SUM = 3
"""Chunks after a verb of paying among which the sum stands."""


def _puts_money(event: Event) -> bool:
    """Whether a state gives a sum for a kind of arms, in a text on aid: "put 150 million euros into air defence"."""
    putting = [f for f in event.frames if f.entry.lemma in words("lemmas", "putting")]
    goods = event.lines[0].item if event.lines else None
    if len(putting) != len(event.frames) or not putting or goods is None or goods.counted or putting[0].passive:
        return False
    after = [c for c in event.sentence.chunks if putting[0].chunk.end <= c.start < goods.start]
    amount = next((c.ref for c in after[:_SUM] if isinstance(c.ref, Money)), None)
    if amount is None or goods.category is None or after[-1].kind is not K.PREP:
        return False
    event.values, event.lines = [amount], event.lines[:1]
    return True


def _buys_at_home(event: Event) -> bool:
    """Whether a state buys from its own industry, which in a text on aid it does in order to give."""
    texts = [c.text for c in event.sentence.chunks[event.begin :]]
    own = next((n for n, text in enumerate(texts) if text == "own" and n > 1 and texts[n - 2] == "from"), None)
    return event.buys and own is not None and texts[own + 1 : own + 2] != [] and texts[own + 1] in _industry()


@cache
def _industry() -> frozenset[str]:
    return words("company_nouns", "words") | words("company_nouns", "industry")


def _gives(event: Event, helped: str) -> bool:
    """Let the state that is the subject of a clause give what it tells of to the one that is helped."""
    subject, at = event.subject, event.sentence.start
    if subject is None or len(subject.code) != 3 or subject.code == helped:
        return False
    event.suppliers = [replace(subject, rule=Rule.STATED)]
    event.recipients = [Actor(helped, at, at, Rule.INHERITED)]
    event.found_arrangement, event.negative = Found(Arrangement.AID), None
    event.found_stage = Found(Stage.AGREED, tuple((f.chunk.start, f.chunk.end) for f in event.frames[:1]))
    for line in event.lines:
        line.found_stage, line.frame = event.found_stage, None
    return True


def as_help(memory: Memory, event: Event, lead: Lead | None) -> bool:
    """In a document on aid, a country that brings, lists or speaks of arms gives them to the one that is helped."""
    helped = memory.beneficiary
    assert helped is not None
    if _puts_money(event) or _buys_at_home(event):
        return _gives(event, helped)
    if event.negative in (UsedAs.INVENTORY, UsedAs.LOSS, UsedAs.BUDGET) or event.names & {"lose", "cancel"}:
        return False
    if lead is not None and _bought_to_give(event, lead, helped):
        return True
    if _harms(memory, event) or ((event.buys or event.names_purchase) and event.arrangement is not Arrangement.AID):
        return False
    at = event.sentence.start
    if _buys_itself(memory, event):
        event.recipients = [Actor(memory.publisher or "", at, at, Rule.INHERITED)]
        return False
    givers = [a for a in event.suppliers if a.code != helped]
    subject = event.subject
    if (
        not givers
        and subject is not None
        and len(subject.code) == 3
        and subject.code != helped
        and not event.recipients
    ):
        givers = [Actor(subject.code, subject.start, subject.end, Rule.STATED)]
    if not givers or (event.recipients and not event.vague):
        return False
    event.suppliers = givers
    event.recipients = [Actor(helped, at, at, Rule.INHERITED)]
    event.found_arrangement = event.found_arrangement or Found(Arrangement.AID)
    event.negative = None
    if event.stage is None and (event.frames or event.lines or event.values):
        event.found_stage = lent_by(lead.found_stage) if lead is not None else None
        event.found_stage = event.found_stage or Found(Stage.AGREED)
    for line in event.lines:
        line.found_stage = line.found_stage or event.found_stage
    return True
