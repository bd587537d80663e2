"""Deals of which one sentence tells the date and later ones the contents: "They signed in May. Under the deal ..."."""

from __future__ import annotations

from etl.documents import BlockKind
from etl.link.chunks import K
from etl.link.discourse.anchors import tells_contents
from etl.link.discourse.memory import Memory, Pact
from etl.link.drafts import Draft, Sides, codes_of
from etl.link.events import Event
from etl.link.years import agreed_date
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Party
from schemas.vocabulary import Rule, Stage

_AGREED = frozenset({Stage.AGREED, Stage.ORDERED})
_GAP = 3
"""Characters between two sentences of which one follows the other at once."""


def note_pact(memory: Memory, event: Event) -> None:
    """Keep the date of a deal whose contents its clause does not tell."""
    if not event.agreed or agreed_date(event.agreed[0]) is None or event.negative is not None or event.other:
        return
    if event.stage not in _AGREED or not (_names_deal(event) or "agree" in event.names):
        return
    named = [c.ref for c in event.sentence.chunks]
    codes = {p.code for p in named if isinstance(p, Party)} | {
        c for firm in named if isinstance(firm, Company) for c in firm.countries
    }
    home = memory.block_home or memory.topic
    if home is not None and any(c.kind is K.HOME for c in event.sentence.chunks):
        codes.add(home)
    memory.pact = Pact(
        event.agreed[0],
        event.sentence.block,
        event.sentence.end,
        frozenset(codes),
        event.stage,
        event.framework,
        event.counts_deals,
        turns_to_another(event),
    )


def _names_deal(event: Event) -> bool:
    """Whether a clause has a noun for an agreement: "a contract", and not "a delivery" or "an offer"."""
    nouns = words("deal_nouns", "ordered") | words("deal_nouns", "agreed")
    return any(f.nominal and f.entry.lemma in nouns for f in event.frames)


def turns_to_another(event: Event) -> bool:
    """Whether a clause tells the date of another of several deals: "The second was signed in May 2023"."""
    return "agree" in event.names and bool(event.agreed) and not event.lines and enumerates(event)


def deal_of_pact(memory: Memory, event: Event, between: Sides) -> Draft | None:
    """The deal whose date was told before, where earlier clauses have told contents of it and this one tells more."""
    pact = memory.pact
    if pact is None or pact.draft is None or pact.several or not _answers(memory, pact, event, between):
        return None
    return pact.draft if pact.draft.fits(between) and not (event.values and pact.draft.values) else None


def date_by_pact(memory: Memory, draft: Draft, event: Event) -> None:
    """Give a deal opened by a clause the date, and the stage, of the deal told just before whose contents it tells."""
    pact = memory.pact
    between = Sides(draft.suppliers, draft.recipients)
    if pact is None or draft.agreed_value is not None or not _answers(memory, pact, event, between):
        return
    draft.agreed, draft.agreed_value = pact.when, agreed_date(pact.when)
    draft.framework = draft.framework or pact.framework
    if not pact.several:
        pact.draft = draft
    for stages in (draft.stages, *(row.stages for row in draft.rows)):
        if pact.stage is Stage.AGREED and set(stages) <= {Stage.PROPOSED, Stage.ORDERED}:
            stages[:] = [Stage.AGREED]


def _answers(memory: Memory, pact: Pact, event: Event, between: Sides) -> bool:
    """Whether a clause tells contents of a deal whose date was told before."""
    if event.agreed or event.other or event.sentence.block - pact.block > 1 or event.sentence.end <= pact.end:
        return False
    stated = {a.code for a in (*between.suppliers, *between.recipients) if a.rule is Rule.STATED and a.code}
    if pact.codes and stated and stated.isdisjoint(pact.codes):
        return False
    if codes_of(between.recipients) and pact.codes and codes_of(between.recipients).isdisjoint(pact.codes):
        return False
    if pact.several:
        return enumerates(event) or memory.blocks[event.sentence.block].kind is BlockKind.LIST_ITEM
    if tells_contents(event):
        return True
    goes_on = not stated and bool(pact.codes) and event.sentence.start - pact.end <= _GAP
    return goes_on and not event.deal_noun and event.stage in (None, *_AGREED)


def enumerates(event: Event) -> bool:
    """Whether a clause begins with one of several deals: "the first is for", "the other one buys", "the larger"."""
    opening = [c.text for c in event.sentence.chunks if c.kind not in (K.STOP, K.COMMA, K.CONJ)][:3]
    told = {word for text in opening[1:] for word in text.split()}
    return bool(opening) and opening[0] in ("the", "a") and not told.isdisjoint(words("anchors", "of_several"))
