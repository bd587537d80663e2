"""Verbs that mean another thing with what stands around them: who "receives an order" sells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.clauses import around, forces, money, orders
from etl.link.clauses.types import Clause
from etl.recognise.cues import CueEntry, words
from schemas.vocabulary import Arrangement, Stage


def turned(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry:
    """The entry of a verb that means another thing with what stands around it, or else as it is."""
    for turn in (_by_object, _to_giving, _to_deal, _to_paper, _to_news):
        other = turn(chunks, clause, i, entry)
        if other is not None:
            return other
    return entry


def _by_object(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry | None:
    """The entry of a verb that moves no arms, or the other way, because of what stands right after it; else None."""
    following = next((c.kind for c in chunks[i + 1 : i + 3] if c.kind is not K.DET), None)
    if entry.frame == "acquire" and forces.brings_to_land(chunks, i, entry):
        return replace(entry, frame="deliver", stage=Stage.DELIVERED)
    if entry.frame == "acquire" and forces.parts_with(chunks, i):
        return replace(entry, frame="own", stage=None)
    if entry.frame == "acquire" and money.asks_money(chunks, i, entry):
        return replace(entry, frame="spend", stage=None)
    if entry.frame == "deliver" and forces.sends_own(chunks, i):
        return replace(entry, frame="own", stage=None)
    if entry.frame in ("supply", "deliver") and orders.is_given_order(chunks, clause, i):
        return replace(entry, frame="award", stage=Stage.ORDERED, arrangement=None)
    if entry.frame == "arrive" and following is K.MONEY:
        return replace(entry, frame="price", stage=None)
    if entry.lemma in words("lemmas", "comes_to") and following in (K.PARTY, K.HOME):
        return replace(entry, frame="arrive", stage=Stage.DELIVERED)
    return None


def _to_giving(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry | None:
    """The entry of a verb that buys, gives or hands over because of its object or its goal; else None."""
    if entry.lemma in words("lemmas", "joining") and forces.joins_force(chunks, clause, i, entry):
        return replace(entry, stage=Stage.DELIVERED)
    if _hands_over(chunks, clause, i, entry.lemma):
        return replace(entry, frame="deliver", stage=Stage.DELIVERED)
    if entry.frame == "make" and forces.ones_leave(chunks, clause, i, entry):
        return replace(entry, frame="arrive", stage=None)
    if entry.lemma in words("lemmas", "receiving") and around.gets_to(chunks, i):
        return replace(entry, frame="deliver", stage=Stage.DELIVERED)
    if entry.lemma in words("lemmas", "making") and around.makes_available(chunks, clause, i):
        return replace(entry, frame="supply", stage=Stage.AGREED)
    if entry.lemma in words("lemmas", "making") and around.makes_present(chunks, i):
        return replace(entry, frame="supply", stage=Stage.DELIVERED, arrangement=Arrangement.AID)
    if entry.frame == "deliver" and (around.gives_up(chunks, i) or around.gives_plan_up(chunks, i)):
        return replace(entry, frame="cancel", stage=Stage.CANCELLED)
    if entry.frame == "win" and orders.wins_purchase(chunks, i):
        return replace(entry, frame="acquire", stage=Stage.ORDERED)
    if entry.frame in ("receive", "acquire") and orders.gets_order(chunks, clause, i, entry.frame):
        return replace(entry, frame="win", stage=Stage.ORDERED)
    if entry.lemma in words("lemmas", "two_way") and entry.form != "noun" and around.goes_to(chunks, clause, i):
        return replace(entry, frame="supply")
    if entry.lemma in words("presence", "shown") and forces.are_there(chunks, clause, i):
        return replace(entry, lemma="arrive", frame="arrive", stage=Stage.DELIVERED)
    if entry.lemma in words("lemmas", "flown") and around.carries(chunks, clause, i):
        return replace(entry, frame="deliver", stage=Stage.DELIVERED)
    if entry.lemma in words("lemmas", "talks") and around.between_two(chunks[clause.start : i]):
        return replace(entry, frame="agree")
    if entry.frame == "approve" and around.has_it_made(chunks, clause, i):
        return replace(entry, frame="supply", stage=Stage.ORDERED, arrangement=Arrangement.LICENCE)
    if forces.only_gets(chunks, clause, i, entry):
        return replace(entry, frame="receive", form="past", stage=Stage.DELIVERED)
    return None


def _hands_over(chunks: Sequence[Chunk], clause: Clause, i: int, lemma: str) -> bool:
    """Whether a verb hands arms over by what stands after it: "offloaded 12 tanks", "let Chile have 12 tanks"."""
    return (
        (lemma in words("lemmas", "offloading") and around.has_object(chunks, i))
        or (lemma in words("lets", "verbs") and around.lets_have(chunks, i))
        or (lemma in words("lemmas", "placing") and around.puts_into_hands(chunks, clause, i))
        or (lemma in words("lemmas", "pouring") and around.pours_into(chunks, clause, i))
    )


def _to_deal(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry | None:
    """The entry of a verb that makes a deal because of who pays, or because others did so before; else None."""
    if entry.frame == "spend" and entry.lemma == "pay" and any(c.kind is K.PARTY for c in chunks[i + 1 : i + 3]):
        return replace(entry, frame="award", stage=Stage.ORDERED)
    if (entry.frame == "spend" and money.pays_for(chunks, clause, i)) or around.follows_suit(chunks, clause, i, entry):
        return replace(entry, frame="acquire", stage=Stage.ORDERED)
    if around.follows_as_giver(chunks, clause, i, entry):
        return replace(entry, frame="supply", stage=Stage.ORDERED)
    if entry.frame == "make" and entry.form == "past" and around.has_built(chunks, clause, i):
        return replace(entry, frame="acquire", stage=Stage.ORDERED)
    if entry.lemma in words("lemmas", "draws") and around.draws_arms(chunks, i):
        return replace(entry, frame="acquire", stage=Stage.ORDERED)
    if entry.lemma in words("lemmas", "comes_about") and orders.deal_comes(chunks, clause, i):
        return replace(entry, frame="agree", stage=Stage.ORDERED)
    if entry.lemma in words("lemmas", "paid_for") and money.for_money(chunks, clause, i):
        return replace(entry, frame="acquire", stage=Stage.ORDERED)
    if entry.lemma in words("lemmas", "releasing") and money.frees_money(chunks, i):
        return replace(entry, frame="approve", stage=Stage.APPROVED)
    if entry.frame in ("acquire", "receive") and money.is_paid(chunks, clause, i):
        return replace(entry, frame="win", stage=Stage.ORDERED)
    if entry.frame == "supply" and money.gives_money(chunks, i):
        return replace(entry, frame="award", stage=Stage.ORDERED, arrangement=None)
    return None


def _to_paper(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry | None:
    """The entry of a verb that gives words, a price or a look instead of arms; else None."""
    if entry.lemma in words("lemmas", "presenting") and not around.to_somebody(chunks, clause, i):
        return replace(entry, arrangement=None)
    if entry.frame in ("supply", "deliver") and orders.hands_paper(chunks, i):
        return replace(entry, frame="agree", stage=None, arrangement=None)
    if entry.lemma in words("shows", "verbs") and forces.shows_arms(chunks, clause, i):
        return replace(entry, frame="make", stage=None)
    if entry.frame == "supply" and i + 1 < len(chunks) and chunks[i + 1].text in words("grammar", "selves"):
        return replace(entry, arrangement=None)
    if entry.lemma in words("lemmas", "costing") and money.costs_buyer(chunks, clause, i):
        return replace(entry, frame="supply", stage=Stage.ORDERED)
    if entry.frame == "price" and money.prices_own(chunks, clause, i) is not None:
        return replace(entry, frame="award", stage=Stage.ORDERED)
    return None


def _to_news(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry | None:
    """The entry of a verb that tells how a deal stands, or nothing of one; else None."""
    if (entry.frame == "supply" and orders.gives_leave(chunks, i)) or orders.gets_leave(chunks, i, entry.frame):
        return replace(entry, frame="approve", stage=Stage.APPROVED, arrangement=None)
    if entry.frame == "supply" and entry.form == "past" and orders.leave_is_given(chunks, clause, i):
        return replace(entry, frame="approve", stage=Stage.APPROVED, arrangement=None)
    if entry.frame == "arrive" and (around.is_ranked(chunks, i, entry) or forces.leaves_works(chunks, i, entry)):
        return replace(entry, frame="make", stage=None)
    if entry.lemma in words("lemmas", "unfulfilled") and forces.hands_over(chunks, i):
        return replace(entry, frame="price", stage=None)
    if entry.lemma in words("lemmas", "lost_to") and not around.to_rival(chunks, i):
        return replace(entry, frame="lose", stage=None)
    if entry.lemma in words("lemmas", "commissioning") and forces.is_commissioned(chunks, clause, i):
        return replace(entry, frame="arrive", stage=Stage.DELIVERED)
    if entry.lemma in words("lemmas", "commissioning") and forces.puts_into_service(chunks, clause, i, entry):
        return replace(entry, frame="receive", stage=Stage.DELIVERED)
    if entry.lemma in words("lemmas", "accepting") and orders.accepts_offer(chunks, clause, i):
        return replace(entry, frame="agree", stage=Stage.AGREED)
    if entry.lemma in words("lemmas", "reaching") and orders.reaches_deal(chunks, clause, i):
        return replace(entry, frame="agree", stage=Stage.AGREED)
    if entry.frame == "win" and any(c.text in words("rivals", "contests") for c in chunks[i + 1 : i + 5]):
        return replace(entry, stage=Stage.PROPOSED)
    tells = entry.lemma in words("parliament", "tells")
    if tells and not any(c.text in words("parliament", "words") for c in chunks[max(clause.start, i - 3) : i + 5]):
        return replace(entry, frame="price", stage=None)
    return None
