"""What stands around a verb and makes it mean another thing: what ``turns`` asks of its objects and its goal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import NOMINAL, Clause
from etl.link.items import Item
from etl.recognise.cues import Cue, CueEntry, words
from etl.recognise.mentions import Party, When
from schemas.vocabulary import Arrangement


def goes_to(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody is named to whom arms go: "leased 14 fighters to Hungary", "were leased to Hungary"."""
    after = chunks[i + 1 : clause.stop]
    goal = next((n for n, c in enumerate(after) if c.text == "to"), None)
    return goal is not None and any(c.kind in (K.PARTY, K.HOME) for c in after[goal + 1 : goal + 3])


def carries(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are flown to somebody: "flew 20 tanks to Somalia"; they may also fly there themselves."""
    arms = any(isinstance(c.ref, Item) for c in chunks[i + 1 : i + 3])
    return arms and goes_to(chunks, clause, i)


def between_two(before: Sequence[Chunk]) -> bool:
    """Whether two countries are the subject together: "Poland and the United States are in talks"."""
    sides = [n for n, c in enumerate(before) if c.kind is K.PARTY]
    return len(sides) == 2 and any(c.text == "and" for c in before[sides[0] : sides[1]])


def has_it_made(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody is allowed to make arms: "licensed Turkey to build 24 helicopters"."""
    after = [c for c in chunks[i + 1 : min(clause.stop, i + 6)] if c.kind is not K.DET]
    if len(after) < 3 or after[0].kind is not K.PARTY or after[1].text != "to":
        return False
    return isinstance(after[2].ref, Cue) and any(r.frame == "make" for r in after[2].ref.readings)


def only_gets(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether somebody got arms, and nothing is said of a price or a deal: "Lima got three Mi-17s in spring"."""
    home = i + 1 < len(chunks) and chunks[i + 1].text == "home"
    did = i > clause.start and chunks[i - 1].text == "did"
    taken = entry.lemma in words("lemmas", "vague_future") and _is_a_part(chunks[i + 1 : i + 3])
    if not (entry.form == "past" or did) or not (entry.lemma in words("lemmas", "receiving") or home or taken):
        return False
    span = chunks[clause.start : clause.stop]
    if any(c.text in words("grammar", "be") for c in chunks[max(clause.start, i - 3) : i]):
        return False
    deal = any(isinstance(c.ref, Cue) and any(r.frame in ("deal", "price") for r in c.ref.readings) for c in span)
    doer = any(c.kind in (K.PARTY, K.HOME, K.PRON) for c in chunks[clause.start : i])
    described = doer and clause.antecedent is not None and isinstance(chunks[clause.antecedent].ref, Item)
    return (
        not deal
        and not any(c.kind is K.MONEY for c in span)
        and (described or any(isinstance(c.ref, Item) for c in chunks[i : clause.stop]))
    )


def gives_leave(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether what is given is leave and no arms: "gave clearance for 24 jets", "has given its final consent"."""
    noun = next((c for c in chunks[i + 1 : i + 5] if c.kind not in (K.DET, K.PRON) and not _is_adjective(c)), None)
    return noun is not None and noun.text in words("asks", "leave")


def _is_adjective(chunk: Chunk) -> bool:
    """Whether a word may describe a noun for leave: "formal", "final"."""
    return chunk.kind is K.WORD and chunk.text not in words("asks", "leave")


def is_ranked(chunks: Sequence[Chunk], i: int, entry: CueEntry) -> bool:
    """Whether who comes is placed in a contest: "came first in the tender", "came second, behind the Leopard"."""
    place = chunks[i + 1].text if i + 1 < len(chunks) else ""
    if entry.lemma not in words("lemmas", "comes_about") or place not in words("ordinals", "first", "words"):
        return False
    following = chunks[i + 2] if i + 2 < len(chunks) else None
    return following is None or following.kind in (K.COMMA, K.STOP) or following.text in words("rivals", "ranked")


def leaves_works(chunks: Sequence[Chunk], i: int, entry: CueEntry) -> bool:
    """Whether what leaves is still being made: "two have left the assembly line"."""
    after = [word for c in chunks[i + 1 : i + 4] for word in c.text.split()]
    return entry.lemma in words("lemmas", "leaving") and not words("lemmas", "works").isdisjoint(after)


def _is_a_part(after: Sequence[Chunk]) -> bool:
    """Whether some of an order, or used arms, stand right after a verb: "took the first of four", "two used ships"."""
    items = [c.ref for c in after if isinstance(c.ref, Item)]
    used = words("rivals", "used")
    return any(i.part is not None or not used.isdisjoint(i.surface.lower().split()) for i in items)


def has_object(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether arms stand right after a verb: "offloaded 50 tanks", not "offloaded in Gdynia"."""
    return any(isinstance(c.ref, Item) for c in chunks[i + 1 : i + 3])


def makes_present(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether somebody named after a verb of making is made a present: "made Chad a present of six trucks"."""
    after = [c for c in chunks[i + 1 : i + 7] if c.kind is not K.DET]
    given = [c.text for c in after[1:3]]
    return bool(after) and after[0].kind in (K.PARTY, K.HOME) and not words("lemmas", "presents").isdisjoint(given)


def gives_up(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether somebody gives up without an object: "Islamabad gave up and went to Beijing", not "gave up 12 tanks"."""
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    ends = following is None or following.kind in (K.CONJ, K.COMMA, K.STOP, K.DATE)
    return chunks[i].text in words("call_off", "alone") and ends


def wins_purchase(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether what is won is a purchase, so that the winner buys: "clinched the purchase of 18 helicopters"."""
    noun = next((c for c in chunks[i + 1 : i + 4] if c.kind not in (K.DET, K.WORD)), None)
    return (
        noun is not None
        and isinstance(noun.ref, Cue)
        and any(r.form == "noun" and r.lemma in words("lemmas", "bought") for r in noun.ref.readings)
    )


def parts_with(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether what is wanted is to be rid of arms: "wants to dispose of a dozen jets", "wants to retire its tanks"."""
    after = [c.text for c in chunks[i + 1 : i + 3]]
    return len(after) == 2 and after[0] == "to" and after[1] in words("lemmas", "discarding")


def brings_to_land(chunks: Sequence[Chunk], i: int, entry: CueEntry) -> bool:
    """Whether arms are set down and no deal is won: "landing them at an air base", not "landed a contract"."""
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    return entry.lemma == "land" and following is not None and following.text in words("grammar", "things", "the_arms")


def sends_own(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether forces are sent with the arms that they have: "sent a battalion with 30 tanks"."""
    after = [c for c in chunks[i + 1 : i + 6] if c.kind is not K.DET]
    force = next((n for n, c in enumerate(after) if c.text.split()[-1] in words("home", "formations")), None)
    if force is None or force > 1 or force + 1 >= len(after):
        return False
    return after[force + 1].text in ("with", "and")


def is_commissioned(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are put into service and not ordered from a yard: "both have been commissioned"."""
    passive = any(c.text in words("grammar", "be") for c in chunks[max(clause.start, i - 3) : i])
    return passive and not (i + 1 < len(chunks) and chunks[i + 1].text in ("from", "by"))


def puts_into_service(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether a force commissions arms that it has got: "the navy commissioned two frigates", not "from a yard"."""
    after = chunks[i + 1 : clause.stop]
    ordered = any(a.text in ("from", "with") and b.kind is not K.DATE for a, b in pairwise(after))
    told = any(c.kind is K.MONEY or c.text == "to" for c in after)
    them = any(c.text in words("grammar", "things") or c.text == "both" for c in after[:1])
    return entry.form == "past" and (has_object(chunks, i) or them) and not ordered and not told


def accepts_offer(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether an offer is taken up: "has accepted the offer", "the offer was accepted"."""
    near = [*chunks[max(clause.start, i - 4) : i], *chunks[i + 1 : i + 4]]
    offers = words("nominal", "offered") | words("deal_nouns", "papers")
    return any(
        isinstance(c.ref, Cue) and any(r.lemma in offers and r.form == "noun" for r in c.ref.readings) for c in near
    )


def reaches_deal(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether what is reached is a deal and no place: "agreement has been reached", "reached a deal with Chile"."""
    passive = any(c.text in words("grammar", "be") for c in chunks[max(clause.start, i - 3) : i])
    near = chunks[clause.start : i] if passive else [*chunks[max(clause.start, i - 1) : i], *chunks[i + 1 : i + 4]]
    nouns = [r for c in near if isinstance(c.ref, Cue) for r in c.ref.readings if r.form == "noun"]
    return any(r.stage is not None or r.arrangement is Arrangement.LICENCE for r in nouns)


def to_somebody(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are presented to somebody: "presented the navy with boats", "presented 12 trucks to Liberia"."""
    after = chunks[i + 1 : min(clause.stop, i + 16)]
    sides = (K.PARTY, K.HOME)
    if not any(isinstance(c.ref, Item) for c in after):
        return False
    to = any(a.text == "to" and any(c.kind in sides for c in after[n + 1 : n + 3]) for n, a in enumerate(after))
    gets = any(c.kind in sides for c in after[:4]) or any(c.kind is K.AUX for c in chunks[max(clause.start, i - 2) : i])
    return to or (gets and any(c.text == "with" for c in after[:6]))


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
    passive = any(c.text in words("grammar", "be") for c in chunks[max(clause.start, i - 3) : i])
    noun = next((c for c in chunks[i + 1 : i + 4] if c.kind not in (K.DET, K.WORD, K.MONEY)), None)
    return passive and noun is not None and isinstance(noun.ref, Cue) and is_order(noun.ref)


def shows_arms(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are only shown, for nobody and under no deal: "unveiled a new turret"."""
    after = chunks[i + 1 : clause.stop]
    arms = next((n for n, c in enumerate(after) if isinstance(c.ref, Item)), None)
    if arms is None or any(isinstance(c.ref, Cue) for c in after[:arms]):
        return False
    item = after[arms].ref
    counted = isinstance(item, Item) and item.count is not None
    return not counted and not any(c.text in ("for", "to") for c in after[arms + 1 : arms + 3])


def costs_buyer(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether counted arms cost a country an amount, so that it has bought them: "12 jets cost Peru 80 million"."""
    arms = [c.ref for c in chunks[clause.start : i] if isinstance(c.ref, Item)]
    after = chunks[i + 1 : i + 4]
    paid = len(after) > 1 and after[0].kind in (K.PARTY, K.HOME) and any(c.kind is K.MONEY for c in after[1:])
    return paid and bool(arms) and arms[0].count is not None


def prices_own(chunks: Sequence[Chunk], clause: Clause, i: int) -> Chunk | None:
    """Whose the arms are that a verb prices, where they are from another: "Qatar's 24 jets from London came to"."""
    item = next((n for n in range(clause.start, i) if isinstance(chunks[n].ref, Item)), None)
    if item is None or item < clause.start + 2 or chunks[item - 1].kind is not K.GEN or not _is_state(chunks[item - 2]):
        return None
    source = next((n for n in range(item + 1, i) if chunks[n].text == "from"), None)
    abroad = source is not None and any(_is_state(c) for c in chunks[source + 1 : source + 3])
    return chunks[item - 2] if abroad else None


def _is_state(chunk: Chunk) -> bool:
    return chunk.kind is K.PARTY and isinstance(chunk.ref, Party)


def to_rival(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a contest was lost to somebody: "lost to Saab", and not "lost to accidents"."""
    goal = next((c for c in chunks[i + 1 : i + 3] if c.kind not in (K.DET, K.GEN)), None)
    return goal is not None and (goal.kind in (K.PARTY, K.COMPANY, K.MAKER, K.ITEM, K.SYSTEM) or goal.proper)


def hands_over(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a delivery follows, which may only be late: "was to have received six", "was to have been delivered"."""
    following = next((c for c in chunks[i + 1 : i + 3] if c.kind is not K.AUX), None)
    return (
        following is not None
        and isinstance(following.ref, Cue)
        and any(r.frame in ("receive", "deliver", "arrive") for r in following.ref.readings)
    )


def pays_for(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether money buys counted arms: "paid $2bn for two frigates", "12 aircraft, for which it pays $2bn"."""
    opening = [c.text for c in chunks[clause.start : i] if c.kind is not K.COMMA][:2]
    described = chunks[clause.antecedent].ref if clause.antecedent is not None else None
    if opening == ["for", "which"] and isinstance(described, Item) and described.count is not None:
        return any(c.kind is K.MONEY for c in chunks[i + 1 : i + 3])
    for j in range(i + 1, min(clause.stop, i + 9)):
        item = chunks[j].ref
        counted = isinstance(item, Item) and (item.count is not None or item.single or item.definite or item.system)
        if counted or chunks[j].text in words("grammar", "things"):
            bought = any(c.text in ("on", "for") for c in chunks[i + 1 : j])
            return bought and not given_by_another(chunks[j + 1 :])
    return False


def given_by_another(after: Sequence[Chunk]) -> bool:
    """Whether a clause about the arms says that another gives them: "pays for 15 tanks that Oslo gives to Kyiv"."""
    if not after or after[0].kind is not K.REL:
        return False
    subject = next((n for n, c in enumerate(after) if c.kind in (K.PARTY, K.HOME)), len(after))
    verb = next((c.ref for c in after[subject + 1 :] if isinstance(c.ref, Cue)), None)
    return isinstance(verb, Cue) and any(r.frame in ("supply", "deliver") for r in verb.readings)


def draws_arms(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether arms are called off, from a contract that allows them: "has called off 12,000 rounds", no order."""
    item = chunks[i + 1].ref if i + 1 < len(chunks) else None
    return isinstance(item, Item) and item.count is not None


def deal_comes(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether it is a deal that comes, and no arms: "a second order followed", "orders have come from Peru"."""
    first = next((c for c in chunks[clause.start : i] if c.kind is K.CUE or c.kind in NOMINAL), None)
    dated = i + 1 == len(chunks) or chunks[i + 1].kind in (K.DATE, K.COMMA, K.STOP, K.WORD)
    dated = dated or chunks[i + 1].text == "from"
    if not dated or first is None or not isinstance(first.ref, Cue):
        return False
    return is_order(first.ref) or any(r.lemma in words("deal_nouns", "ordered") for r in first.ref.readings)


def ones_leave(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether the first or last of an order leave the works on a date, to be handed over: "the last left the yard"."""
    ones = any(c.text in words("progress", "ones") for c in chunks[clause.start : i])
    leaves = entry.form == "phrase" and entry.lemma.split()[0] in words("progress", "leaves")
    return ones and leaves and i + 1 < len(chunks) and chunks[i + 1].kind is K.DATE


def for_money(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a price is paid for what is got: "obtained 12 jets from France for 999 million euros"."""
    after = chunks[i + 1 : clause.stop]
    return any(a.text == "for" and b.kind is K.MONEY for a, b in pairwise(after))


def follows_suit(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether a country buys what others bought before it: "Peru followed in 2021 with six", "joined with an order"."""
    if entry.lemma not in words("lemmas", "follows_suit") or entry.form == "ing":
        return False
    subject = next((c for c in reversed(chunks[clause.start : i]) if c.kind not in (K.AUX, K.WORD)), None)
    with_what = any(c.text in ("with", "for") for c in chunks[i + 1 : clause.stop])
    arms = [c.ref for c in chunks[i + 1 : clause.stop] if isinstance(c.ref, Item)]
    if subject is None or not isinstance(subject.ref, Party) or not with_what or not arms:
        return False
    return all(a.system is None or subject.ref.code not in a.system.countries for a in arms)


def follows_as_giver(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether a country sells as others did before it: "Italy followed with six MB-326s", which are its own make."""
    if entry.lemma not in words("lemmas", "follows_suit") or entry.form == "ing":
        return False
    subject = next((c.ref for c in reversed(chunks[clause.start : i]) if c.kind not in (K.AUX, K.WORD)), None)
    arms = [c.ref for c in chunks[i + 1 : clause.stop] if isinstance(c.ref, Item)]
    with_what = i + 1 < clause.stop and chunks[i + 1].text == "with"
    own = [a.system is not None and isinstance(subject, Party) and subject.code in a.system.countries for a in arms]
    return with_what and bool(own) and all(own)


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


_SHOWN = 6
"""Chunks around a verb among which stand the arms that it tells of, and since when."""


def are_there(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether counted arms are the subject of a verb that only tells that they are there by now.

    "Six TB2s have been flying from Pula since July", "the first eight Strykers have been paraded".
    """
    before = chunks[max(clause.start, i - _SHOWN) : i]
    at = next((n for n in range(len(before) - 1, -1, -1) if isinstance(before[n].ref, Item)), None)
    item = before[at].ref if at is not None else None
    if at is None or not isinstance(item, Item) or item.count is None or (at and before[at - 1].kind is K.PREP):
        return False
    between = [c for c in before[at + 1 :] if c.kind is not K.AUX and c.text not in words("grammar", "adverbs")]
    named = [c for c in between if c.kind not in (K.PREP, K.PARTY, K.COMPANY)]
    perfect = any(c.text in words("grammar", "have") for c in before[at + 1 :])
    if not perfect or named or (between and between[0].kind is not K.PREP):
        return False
    dated = any(isinstance(c.ref, When) and c.ref.relation == "since" for c in chunks[i : min(clause.stop, i + _SHOWN)])
    return dated or (any(c.text == "been" for c in before) and not chunks[i].text.endswith("ing"))
