"""Evidence for who gives and who receives by what stands under a preposition: "from", "to", "for", "by", "with"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame, is_order
from etl.link.events.kept import has_hold, withholds
from etl.link.events.roles import Votes, actors
from etl.link.events.types import BUYS, GIVES, TRANSFER
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Company, Party
from schemas.vocabulary import Arrangement, Rule

SIDES = (K.PARTY, K.COMPANY, K.HOME, K.PRON)
TAKES_PARTY = frozenset({"supply", "deliver", "arrive"})
_MOVES_NOTHING = frozenset({"own", "lose", "spend"})
_STOCKS = 3.4
"""Weight of the vote for who gives out of its own stocks: more than that of who made the arms."""

_DESIGN = 3.2
"""Weight of the vote for who gives by whose design arms are made."""

_TRADES = frozenset({"acquire", "supply"})


def giving_nouns() -> frozenset[str]:
    """Deal nouns by which the owner gives: "sale", "delivery"."""
    return words("nominal", "supply", "deliver")


@cache
def buying_nouns() -> frozenset[str]:
    """Deal nouns by which the owner buys, requests to a government aside."""
    return words("nominal", "acquire") - words("nominal", "asked")


def is_adjective(chunk: Chunk) -> bool:
    """Whether a chunk is a nationality before a noun: "the Polish order"."""
    return isinstance(chunk.ref, Party) and chunk.ref.form == "adjective"


def _is_people(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a nationality stands for its country, without a noun after it: "sold by the Dutch to Chile"."""
    after = chunks[i + 1].kind if i + 1 < len(chunks) else K.STOP
    return chunks[i - 1].text == "the" and after in (K.PREP, K.STOP, K.COMMA, K.DATE, K.AUX, K.CONJ)


def oblique_votes(chunks: Sequence[Chunk], clause: Clause, votes: Votes) -> None:
    """The parties and firms under a preposition."""
    names = {f.name for f in clause.frames}
    for i, prep in clause.preps.items():
        chunk = chunks[i]
        if _votes_by_phrase(chunks, clause, i, prep, votes):
            continue
        adjective = is_adjective(chunk) and not (prep != "from" and _is_people(chunks, i))
        if chunk.kind not in SIDES or adjective or _only_owns(chunks, i):
            continue
        verbs = [f for f in clause.frames if f.at < i and not f.nominal]
        if verbs and verbs[-1].name in _MOVES_NOTHING:
            continue
        company = isinstance(chunk.ref, Company)
        if prep == "from" and (_from_another(verbs) or _from_rival(chunks, clause, i)):
            continue
        comes = bool(verbs) and verbs[-1].name == "agree" and verbs[-1].entry.lemma in words("lemmas", "comes_about")
        if prep == "from" and (not company or names & {"win", "agree"}) and (comes or _order_from(chunks, i)):
            votes.recipient += actors(chunk, 3.2)
            continue
        held = any(withholds(f) for f in verbs[-1:])
        if prep == "from":
            (votes.recipient if "win" in names or held else votes.supplier).extend(actors(chunk, 3.2))
        elif prep == "to" and verbs and verbs[-1].name == "acquire" and verbs[-1].chunk.text.endswith(" to"):
            votes.supplier += actors(chunk, 3.2)
        elif prep in ("to", "towards") or (prep == "into" and verbs and verbs[-1].name == "deliver"):
            if not _thanked(chunks, clause, i):
                _goal_votes(chunk, clause, names, votes)
        elif prep == "on" and verbs and verbs[-1].entry.lemma in words("lemmas", "offloading"):
            _goal_votes(chunk, clause, names, votes)
        elif prep == "for" and not company:
            meant = any(c.text in words("destined", "words") for c in chunks[max(clause.start, i - 3) : i])
            votes.recipient += [replace(a, to_whom=True) for a in actors(chunk, 3.6 if meant else 2.2)]
        elif prep == "by":
            _agent_votes(chunk, [f for f in clause.frames if f.passive and f.at < i], votes)
            _doer_votes(chunk, [f for f in clause.frames if f.at < i], votes)
        elif prep == "with" and (chunk.kind is not K.PRON or not names.isdisjoint({"agree", "award"})):
            joint = any(c.text in words("joint", "words") for c in chunks[max(clause.start, i - 4) : i])
            bought = any(f.name == "acquire" and f.passive for f in verbs)
            _partner_votes(chunk, joint, bought, names, votes)
        elif prep in ("via", "through"):
            if chunk.kind is K.PARTY and not names.isdisjoint(GIVES | {"arrive"}):
                votes.via += actors(chunk)
        elif prep in ("in", "at") and chunk.kind is K.PARTY:
            _place_votes(chunk, clause, i, prep, verbs[-1] if verbs else None, votes)


def _votes_by_phrase(chunks: Sequence[Chunk], clause: Clause, i: int, prep: str, votes: Votes) -> bool:
    """Whether a party is on a side by the phrase that it stands in: "out of Dutch stocks", "in Polish service"."""
    chunk = chunks[i]
    if chunk.kind in SIDES and prep in words("arrangements", "out_of") and _has_stocks(chunks, i):
        votes.supplier += actors(chunk, _STOCKS)
    elif prep == "in" and is_adjective(chunk) and _holds(chunks, i):
        votes.recipient += actors(chunk, 1.5)
    elif chunk.kind in SIDES and drawn_by(chunks, clause, i):
        votes.supplier += actors(chunk, _DESIGN)
    elif prep == "off" and chunk.kind in SIDES and any(f.name in BUYS and f.at < i for f in clause.frames):
        votes.supplier += actors(chunk, 3.2)
    elif chunk.kind in SIDES and has_hold(chunks, i, prep):
        votes.recipient += actors(chunk, 3.0)
    elif prep == "of" and (chunks[i - 2].text in words("arrangements", "courtesy") or _is_gift_of(chunks, i)):
        votes.supplier += actors(chunk, _STOCKS)
    else:
        return False
    return True


def _place_votes(chunk: Chunk, clause: Clause, i: int, prep: str, last: Frame | None, votes: Votes) -> None:
    """The side of a country as a place: where it is bought or built, or where it comes; ``last`` is the verb before."""
    ordered = [f for f in clause.frames if (f.name == "acquire") is f.passive and f.name in _TRADES]
    ahead = [f for f in ordered if f.at > i]
    if prep == "in" and ahead and i <= clause.start + 2:
        votes.recipient += actors(chunk, 0.9)
    elif last is not None and (_bought_in(last, prep, i) or _built_in(last)):
        votes.supplier += actors(chunk, 0.9)
    elif any(f.name == "arrive" for f in clause.frames):
        votes.recipient += actors(chunk, 0.9)


def _bought_in(verb: Frame, prep: str, i: int) -> bool:
    """Whether the country at chunk ``i`` is where arms are bought: "were ordered in Spain"."""
    return prep == "in" and verb.name == "acquire" and verb.passive and verb.at >= i - 3


def _built_in(verb: Frame) -> bool:
    """Whether a verb says that arms for another are in building, whose place is told: "built at Vigo in Spain"."""
    return verb.name in ("supply", "acquire") and verb.entry.lemma in words("lemmas", "building")


def drawn_by(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether chunk ``i`` names whose design something is made to: "to HD Hyundai's designs", "to a Dutch design"."""
    if clause.preps.get(i) not in ("to", "from") or chunks[i].kind not in (K.PARTY, K.COMPANY):
        return False
    owns = is_adjective(chunks[i]) or (i + 1 < clause.stop and chunks[i + 1].kind is K.GEN)
    others = {code for n in range(clause.start, clause.stop) if n != i for code in _countries(chunks[n])}
    if others & _countries(chunks[i]):
        return False
    after = [c for c in chunks[i + 1 : min(clause.stop, i + 4)] if c.kind is not K.GEN]
    return owns and any(c.text in words("licences", "designs") for c in after[:2])


def _countries(chunk: Chunk) -> frozenset[str]:
    """The countries of a party or of a firm."""
    if isinstance(chunk.ref, Company):
        return frozenset(chunk.ref.countries)
    return frozenset({chunk.ref.code}) if isinstance(chunk.ref, Party) else frozenset()


def _has_stocks(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a party is named as the owner of stocks: "out of Norwegian army stocks", "from Norway's stocks"."""
    after = [c for c in chunks[i + 1 : i + 5] if c.kind is not K.GEN]
    owns = is_adjective(chunks[i]) or (i + 1 < len(chunks) and chunks[i + 1].kind is K.GEN)
    stop = next((n for n, c in enumerate(after) if c.text in words("arrangements", "stocks")), None)
    return owns and stop is not None and all(c.kind in (K.WORD, K.HOME) for c in after[:stop])


def _is_gift_of(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a party is whose gift arms are: "a fourth cutter as a gift of the US Coast Guard"."""
    noun = chunks[i - 2 - (chunks[i - 1].kind is K.DET)]
    gives = isinstance(noun.ref, Cue) and any(r.arrangement is Arrangement.AID for r in noun.ref.readings)
    return chunks[i].kind is K.PARTY and gives


def _holds(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a nationality stands before a noun of having or using: "in Ukrainian hands", "in Peruvian service"."""
    return i + 1 < len(chunks) and chunks[i + 1].text in words("presence", "states")


def _thanked(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether only words go "to" somebody: "conveyed the gratitude of its people to India"."""
    return any(c.text in words("grammar", "addressed") for c in chunks[max(clause.start, i - 7) : i])


def _only_owns(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a party only owns the noun after it ("for Peru's order"), unless that is one of its bodies."""
    if chunks[i].kind is K.HOME or i + 1 >= len(chunks) or chunks[i + 1].kind is not K.GEN:
        return False
    body = chunks[i + 2 : i + 4]
    if body and body[0].kind is K.WORD and body[0].proper:
        return False  # a firm that no table knows: "with Spain's Cardama"
    return not body or not (body[0].kind is K.HOME or (body[0].kind is K.WORD and body[-1].kind is K.HOME))


def _goal_votes(chunk: Chunk, clause: Clause, names: set[str], votes: Votes) -> None:
    """Whom a giving verb or noun gives "to"; a firm that a contract is awarded to sells."""
    gives = not names.isdisjoint(TAKES_PARTY | {"approve"}) or any(
        f.nominal and f.entry.lemma in giving_nouns() for f in clause.frames
    )
    if names.isdisjoint(TRANSFER) or not (gives or names.isdisjoint(BUYS)):
        return
    found = [replace(a, to_whom=True) for a in actors(chunk, 3.0 if gives else 1.5)]
    awarded = "award" in names or any(f.nominal and f.entry.lemma == "award" for f in clause.frames)
    (votes.supplier if isinstance(chunk.ref, Company) and awarded else votes.recipient).extend(found)


def _agent_votes(chunk: Chunk, passives: Sequence[Frame], votes: Votes) -> None:
    """Who does what a passive says: "bought by Peru", "supplied by the yard", "the plan was dropped by Oslo"."""
    if not passives:
        return
    name = passives[-1].name
    if passives[-1].entry.lemma in words("call_off", "own"):
        votes.recipient += actors(chunk, 1.2)
    if name in BUYS or name == "award":
        votes.recipient += actors(chunk, 2.5)
    elif name in GIVES or name == "make" or withholds(passives[-1]):
        votes.supplier += actors(chunk, 2.5)
    elif name == "agree":
        (votes.supplier if isinstance(chunk.ref, Company) else votes.recipient).extend(actors(chunk, 2.0))


def _doer_votes(chunk: Chunk, before: Sequence[Frame], votes: Votes) -> None:
    """Who does what a noun names: "the purchase of 12 jets by Qatar", "a gift of four tanks by Prague".

    Who refuses what another asks for would have sold it: "Chad's request for 12 tanks was turned down by Rome".
    """
    asked = any(f.nominal and f.entry.lemma in words("nominal", "asked") for f in before)
    if asked and before[-1].name == "cancel":
        votes.supplier += actors(chunk, 2.5)
    if not before or not before[-1].nominal or isinstance(chunk.ref, Company):
        return
    noun = before[-1].entry.lemma
    if noun in buying_nouns():
        votes.recipient += actors(chunk, 2.5)
    elif noun in giving_nouns() | words("nominal", "lending"):
        votes.supplier += actors(chunk, 2.5)


def _partner_votes(chunk: Chunk, joint: bool, bought: bool, names: set[str], votes: Votes) -> None:
    """With whom: a partner in giving, or the other side of a deal, which for a country may be either.

    ``bought`` says that the arms are the subject: "three were contracted with Russia".
    """
    if joint:
        votes.supplier += [replace(a, partner=True) for a in actors(chunk, 3.0)]
    elif not names.isdisjoint({"agree", "acquire", "deal", "award"}):
        if isinstance(chunk.ref, Company):
            votes.supplier += actors(chunk, 2.5)
            return
        if bought:
            votes.supplier += actors(chunk, 2.0)
            return
        told = [a for a in votes.recipient if (a.rule is Rule.STATED and len(a.code) == 3) or a.code == "PRON"]
        signs = "agree" in names and bool(told)
        if "acquire" in names or signs or any(a.weight >= 1.0 for a in votes.recipient):
            votes.supplier += actors(chunk, 0.7)
        votes.recipient += actors(chunk, 0.8)


def _from_another(verbs: Sequence[Frame]) -> bool:
    """Whether "from" names who sold it before: "donated a battery purchased from the United States"."""
    return len(verbs) > 1 and verbs[-1].passive and verbs[-1].name == "acquire" and verbs[-2].name in GIVES | {"cover"}


def _from_rival(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether "from" names who lost: "chose the A26 ahead of bids from Germany", "rather than tanks from Spain"."""
    start = next((j for j in range(i, clause.start, -1) if chunks[j].text == "from"), clause.start)
    bid = chunks[start - 1].ref if start > clause.start else None
    offered = isinstance(bid, Cue) and any(r.lemma in words("nominal", "offered") for r in bid.readings)
    offered = offered or (start > clause.start and chunks[start - 1].kind is K.ITEM)
    before = " ".join(c.text for c in chunks[max(clause.start, start - 5) : start - 1] if c.kind is not K.CUE)
    return offered and any(f" {phrase} " in f" {before} " for phrase in words("rivals", "over"))


def _order_from(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether "from" names who ordered: "an order from Brunei", "a contract worth 40 million euros from Oman".

    It names the seller where the buyer owns the order: "Jordan's order from the United States".
    """
    at = i - 1 - (chunks[i - 1].kind is K.DET)
    if chunks[at].text != "from":
        return False
    while at > 1 and (chunks[at - 1].kind is K.MONEY or chunks[at - 1].text in words("orders", "before_sum")):
        at -= 1
    ref = chunks[at - 1].ref if at > 0 else None
    owned = at > 1 and (chunks[at - 2].kind is K.GEN or is_adjective(chunks[at - 2]))
    return isinstance(ref, Cue) and is_order(ref) and not owned
