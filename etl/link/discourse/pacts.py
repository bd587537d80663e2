"""Deals of which one sentence tells the date and later ones the contents: "They signed in May. Under the deal ..."."""

from __future__ import annotations

from itertools import pairwise

from etl.documents import BlockKind
from etl.link.chunks import Chunk, K
from etl.link.discourse.anchors import tells_contents
from etl.link.discourse.memory import Memory, Pact
from etl.link.drafts import Draft, Sides, codes_of
from etl.link.events import Event
from etl.link.found import Found, spans_of
from etl.link.phrases import any_of
from etl.link.years import agreed_date
from etl.recognise.cues import Cue, CueEntry, words
from etl.recognise.mentions import Company, Party
from schemas.vocabulary import Rule, Stage

_AGREED = frozenset({Stage.AGREED, Stage.ORDERED})
_BEGUN = frozenset({Stage.DELIVERED, Stage.DELIVERING})
_NEAR, _NEAR_SEVERAL = 1, 2
"""Blocks from the date of a deal to its contents, and from that of several deals to theirs."""

_OPENING = 4
"""Chunks from the start of a sentence among which the words stand that turn to one of several deals."""

_GAP = 3
"""Characters between two sentences of which one follows the other at once."""


def note_pact(memory: Memory, event: Event) -> None:
    """Keep the date of a deal whose contents its clause does not tell."""
    if not event.agreed or agreed_date(event.agreed[0]) is None or event.negative is not None or event.other:
        return
    signed = any(f.name == "agree" and f.passive for f in event.frames) and event.stage in _BEGUN
    if not (event.stage in _AGREED or signed) or not (_names_deal(event) or "agree" in event.names):
        return
    stage = event.found_stage if event.stage in _AGREED else None
    stage = stage or Found(Stage.ORDERED, spans_of(event.found_stage))
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
        stage,
        event.framework,
        event.counts_deals or _names_several(event),
        turns_to_another(event),
    )


def _names_deal(event: Event) -> bool:
    """Whether a clause has a noun for an agreement: "a contract", and not "a delivery" or "an offer"."""
    nouns = words("deal_nouns", "ordered", "agreed")
    return any(f.nominal and f.entry.lemma in nouns for f in event.frames)


def _names_several(event: Event) -> bool:
    """Whether a sentence tells of more than one agreement: "eight agreements", "contracts signed on 26 August"."""
    nouns = words("deal_nouns", "ordered", "agreed")
    told = [c for c in event.sentence.chunks if isinstance(c.ref, Cue) and c.text.endswith("s")]
    return any(r.form == "noun" and r.lemma in nouns and r.lemma != c.text for c in told for r in _readings(c))


def _readings(chunk: Chunk) -> tuple[CueEntry, ...]:
    return chunk.ref.readings if isinstance(chunk.ref, Cue) else ()


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
    if pact.found_stage.value is not Stage.AGREED or pact.several:
        return
    for stages in (draft.found_stages, *(row.found_stages for row in draft.rows)):
        if {s.value for s in stages} <= {Stage.PROPOSED, Stage.ORDERED}:
            stages[:] = [pact.found_stage]


def date_at_once(memory: Memory, draft: Draft, event: Event) -> None:
    """Give a bargain struck "at the same ceremony" the date of the deal told right before it."""
    own = any(agreed_date(w) is not None for w in event.agreed)
    if draft.agreed_value is not None or own or event.stage not in _AGREED:
        return
    if any_of("dating", "at_once").search(memory.text, event.sentence.start, event.sentence.end) is None:
        return
    dated = [
        d.agreed
        for d in memory.drafts
        if d.agreed is not None and memory.apart(event.sentence.block, d.block) <= _NEAR_SEVERAL
    ]
    near = (
        [memory.pact]
        if memory.pact is not None and memory.apart(event.sentence.block, memory.pact.block) <= _NEAR
        else []
    )
    told = [w for w in (*dated, *(pact.when for pact in near)) if w.start < event.sentence.start]
    if told:
        last = max(told, key=lambda w: w.start)
        draft.agreed, draft.agreed_value = last, agreed_date(last)


def _answers(memory: Memory, pact: Pact, event: Event, between: Sides) -> bool:
    """Whether a clause tells contents of a deal whose date was told before."""
    if event.agreed or event.other or event.sentence.end <= pact.end or _is_far(memory, pact, event):
        return False
    stated = {a.code for a in (*between.suppliers, *between.recipients) if a.rule is Rule.STATED and a.code}
    both = len(pact.codes) > 1 and not pact.several
    if both and stated and stated.isdisjoint(pact.codes):
        return False
    if codes_of(between.recipients) and pact.codes and codes_of(between.recipients).isdisjoint(pact.codes):
        return False
    if pact.several and (enumerates(event) or memory.blocks[event.sentence.block].kind is BlockKind.LIST_ITEM):
        return True
    if tells_contents(event):
        return True
    goes_on = not pact.several and not stated and bool(pact.codes) and event.sentence.start - pact.end <= _GAP
    return goes_on and not event.deal_noun and event.stage in (None, *_AGREED)


def _is_far(memory: Memory, pact: Pact, event: Event) -> bool:
    """Whether a clause stands too far from the date for it to be that of its deal; a list is where its lead-in is."""
    block = memory.blocks[event.sentence.block]
    at = block.lead if block.kind is BlockKind.LIST_ITEM and block.lead is not None else event.sentence.block
    return memory.apart(at, pact.block) > (_NEAR_SEVERAL if pact.several else _NEAR)


def enumerates(event: Event) -> bool:
    """Whether a clause begins with one of several deals: "the first is for", "under the second", "the larger one"."""
    opening = [c for c in event.sentence.chunks if c.kind not in (K.STOP, K.COMMA, K.CONJ)][:_OPENING]
    for pointing, named in pairwise(opening):
        if pointing.text in ("the", "a") and not words("anchors", "of_several").isdisjoint(named.text.split()):
            return True
        if pointing.kind not in (K.PREP, K.DET, K.WORD):
            return False
    return False
