"""The dates of agreement of a clause set right once all are filed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.events.dates import MAKES_DEAL
from etl.link.events.deal_dates import of_deal_noun
from etl.link.events.types import Event
from etl.link.years import is_later
from etl.recognise.cues import words
from etl.recognise.mentions import When
from schemas.vocabulary import Stage


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
    past = [w for w in event.agreed if not is_later(w, published)]
    event.agreed = past
    nouns = {f.at for f in clause.frames if f.nominal}
    named = [w for w in event.agreed if of_deal_noun(chunks, clause, at[w.start]) or at[w.start] + 1 in nouns]
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
    verbs = {f.at for f in clause.frames if not f.nominal and f.name in MAKES_DEAL}
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
