"""Verbs whose object or subject is an order or another paper of a deal: who gets it sells."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.around import is_passive
from etl.link.clauses.types import NOMINAL, Clause
from etl.link.items import Item
from etl.recognise.cues import Cue, words
from schemas.vocabulary import Arrangement


def gives_leave(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether what is given is leave and no arms: "gave clearance for 24 jets", "has given its final consent"."""
    after = [c for c in chunks[i + 1 : i + 6] if c.kind not in (K.DET, K.PRON) and not _is_adjective(c)]
    noun = next((c for c in after[after[:1] != [] and after[0].kind in (K.PARTY, K.HOME) :]), None)
    return noun is not None and noun.text in words("asks", "leave")


def leave_is_given(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether it is leave that is given: "approval has been given for the sale", "permission was granted for 12"."""
    subject = next(
        (c for c in chunks[clause.start : i] if c.kind not in (K.DET, K.PRON) and not _is_adjective(c)), None
    )
    return is_passive(chunks, clause, i) and subject is not None and subject.text in words("asks", "leave")


def gets_leave(chunks: Sequence[Chunk], i: int, frame: str) -> bool:
    """Whether what is got is leave to buy or for a sale: "obtained permission to buy 12 jets", "won approval for"."""
    if frame not in ("receive", "acquire", "win") or not gives_leave(chunks, i):
        return False
    leave = next(n for n in range(i + 1, len(chunks)) if chunks[n].text in words("asks", "leave"))
    return leave + 1 < len(chunks) and chunks[leave + 1].text in ("to", "for")


def _is_adjective(chunk: Chunk) -> bool:
    """Whether a word may describe a noun for leave: "formal", "final"."""
    return chunk.kind is K.WORD and chunk.text not in words("asks", "leave")


def wins_purchase(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether what is won is a purchase, so that the winner buys: "clinched the purchase of 18 helicopters"."""
    noun = next((c for c in chunks[i + 1 : i + 4] if c.kind not in (K.DET, K.WORD)), None)
    return (
        noun is not None
        and isinstance(noun.ref, Cue)
        and any(r.form == "noun" and r.lemma in words("lemmas", "bought") for r in noun.ref.readings)
    )


def accepts_offer(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether an offer is taken up: "has accepted the offer", "the offer was accepted"."""
    near = [*chunks[max(clause.start, i - 4) : i], *chunks[i + 1 : i + 4]]
    offers = words("nominal", "offered") | words("deal_nouns", "papers")
    return any(
        isinstance(c.ref, Cue) and any(r.lemma in offers and r.form == "noun" for r in c.ref.readings) for c in near
    )


def reaches_deal(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether what is reached is a deal and no place: "agreement has been reached", "reached a deal with Chile"."""
    passive = is_passive(chunks, clause, i)
    near = chunks[clause.start : i] if passive else [*chunks[max(clause.start, i - 1) : i], *chunks[i + 1 : i + 4]]
    nouns = [r for c in near if isinstance(c.ref, Cue) for r in c.ref.readings if r.form == "noun"]
    return any(r.stage is not None or r.arrangement is Arrangement.LICENCE for r in nouns)


def hands_paper(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether what is sent is paper and not arms: "sent a letter of intent for four more", "submitted a request"."""
    for chunk in chunks[i + 1 : i + 5]:
        if isinstance(chunk.ref, Item) or chunk.kind in (K.COMMA, K.CONJ, K.DATE):
            return False
        if isinstance(chunk.ref, Cue):
            return any(r.form == "noun" and r.lemma in words("deal_nouns", "papers") for r in chunk.ref.readings)
    return False


def is_given_order(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the subject is given an order, so that it sells: "the yard was given an order for two frigates"."""
    passive = is_passive(chunks, clause, i)
    noun = next((c for c in chunks[i + 1 : i + 4] if c.kind not in (K.DET, K.WORD, K.MONEY)), None)
    return passive and noun is not None and isinstance(noun.ref, Cue) and is_order(noun.ref)


def deal_comes(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether it is a deal that comes, and no arms: "a second order followed", "orders have come from Peru"."""
    first = next((c for c in chunks[clause.start : i] if c.kind is K.CUE or c.kind in NOMINAL), None)
    dated = i + 1 == len(chunks) or chunks[i + 1].kind in (K.DATE, K.COMMA, K.STOP, K.WORD)
    dated = dated or chunks[i + 1].text == "from"
    if not dated or first is None or not isinstance(first.ref, Cue):
        return False
    return is_order(first.ref) or any(r.lemma in words("deal_nouns", "ordered") for r in first.ref.readings)


def gets_order(chunks: Sequence[Chunk], clause: Clause, i: int, frame: str) -> bool:
    """Whether the subject sells: "received an order for 36 howitzers", "Bell secured a contract from Niger"."""
    if frame == "receive" and chunks[i - 1].kind is K.AUX and is_ordered(chunks[clause.start : i]):
        return True
    if frame == "acquire" and not any(c.kind is K.COMPANY for c in chunks[clause.start : i]):
        return False
    for chunk in chunks[i + 1 : min(clause.stop, i + 8)]:
        if chunk.text in words("deal_nouns", "framework"):
            continue
        if isinstance(chunk.ref, Cue):
            return is_order(chunk.ref)
        if chunk.kind not in (K.DET, K.WORD, K.MONEY, K.PARTY, K.COUNT, K.DATE, K.GEN, K.HOME) and chunk.text != "from":
            return False
    return False


def is_ordered(before: Sequence[Chunk]) -> bool:
    """Whether an order is what is received: "An order for 36 howitzers was received from Poland"."""
    first = next((c for c in before if isinstance(c.ref, Cue)), None)
    be = any(c.text in words("grammar", "be") for c in before)
    return be and first is not None and isinstance(first.ref, Cue) and is_order(first.ref)


def order_goes(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a firm gets an order, so that it sells: "The order for 36 howitzers went to Nexter"."""
    goal = next((c for c in chunks[i + 1 : min(clause.stop, i + 3)] if c.kind is not K.DET), None)
    if goal is None or goal.kind not in (K.COMPANY, K.PARTY):
        return False
    return any(isinstance(c.ref, Cue) and is_order(c.ref) for c in chunks[clause.start : i])


def is_order(cue: Cue) -> bool:
    """Whether a cue is a noun for what a firm gets when it sells: "order", "contract"."""
    return any(r.form == "noun" and r.lemma in words("orders", "words") for r in cue.readings)
