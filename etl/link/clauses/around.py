"""What stands around a verb and makes it mean another thing: its object, its goal, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import Clause
from etl.link.items import Item
from etl.recognise.cues import Cue, CueEntry, words
from etl.recognise.mentions import Party


def is_passive(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a form of "be" stands close before the verb at chunk ``i``: "have both been commissioned"."""
    return any(c.text in words("grammar", "be") for c in chunks[max(clause.start, i - 3) : i])


def goes_to(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody is named to whom arms go: "leased 14 fighters to Hungary", "were leased to Hungary"."""
    after = chunks[i + 1 : clause.stop]
    goal = next((n for n, c in enumerate(after) if c.text == "to"), None)
    return goal is not None and any(c.kind in (K.PARTY, K.HOME) for c in after[goal + 1 : goal + 3])


def carries(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are flown to somebody: "flew 20 tanks to Somalia"; they may also fly there themselves."""
    flown = is_passive(chunks, clause, i) and any(isinstance(c.ref, Item) for c in chunks[max(clause.start, i - 3) : i])
    return (has_object(chunks, i) or flown) and goes_to(chunks, clause, i)


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


def is_ranked(chunks: Sequence[Chunk], i: int, entry: CueEntry) -> bool:
    """Whether who comes is placed in a contest: "came first in the tender", "came second, behind the Leopard"."""
    place = chunks[i + 1].text if i + 1 < len(chunks) else ""
    if entry.lemma not in words("lemmas", "comes_about") or place not in words("ordinals", "first", "words"):
        return False
    following = chunks[i + 2] if i + 2 < len(chunks) else None
    return following is None or following.kind in (K.COMMA, K.STOP) or following.text in words("rivals", "ranked")


def lets_have(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether somebody is let have arms: "let Chile have 12 jets", not "let Chile buy 12 jets"."""
    have = next((n for n in range(i + 1, min(len(chunks), i + 4)) if chunks[n].text in words("lets", "have")), None)
    return have is not None and any(isinstance(c.ref, Item) for c in chunks[have + 1 : have + 3])


def has_built(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody has arms made by others: "is having six corvettes built in Turkey", "had two tankers built"."""
    return (
        i - 2 > clause.start
        and isinstance(chunks[i - 1].ref, Item)
        and chunks[i - 2].text in words("grammar", "have")
        and any(c.kind in (K.PARTY, K.HOME) for c in chunks[clause.start : i - 2])
    )


def gets_to(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether somebody gets arms to another: "got six helicopters to Mali"."""
    after = [c for c in chunks[i + 1 : i + 5] if c.kind is not K.DET]
    goes = len(after) > 2 and after[1].text == "to" and after[2].kind in (K.PARTY, K.HOME)
    return goes and isinstance(after[0].ref, Item)


def makes_available(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are made available to somebody: "made six corvettes available to Chile"."""
    after = chunks[i + 1 : min(clause.stop, i + 6)]
    at = next((n for n, c in enumerate(after) if c.text in words("lemmas", "available")), None)
    return at is not None and goes_to(chunks, clause, i + at)


def puts_into_hands(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are put where another has them: "put 40 tanks into its hands", "were put at Chile's disposal"."""
    return any(c.text in words("lemmas", "hold") for c in chunks[i + 1 : clause.stop])


def pours_into(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are poured into a country: "poured 400 tanks into Syria", no money and no fire."""
    into = next((n for n in range(i + 1, clause.stop - 1) if chunks[n].text == "into"), None)
    counted = [c.ref for c in chunks[i + 1 : into] if isinstance(c.ref, Item)] if into is not None else []
    return into is not None and bool(counted) and chunks[into + 1].kind in (K.PARTY, K.HOME)


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


def gives_plan_up(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether it is a plan that is given up: "has given up its plan to buy 24 jets", not "gave up 24 jets"."""
    noun = next((c for c in chunks[i + 1 : i + 3] if c.kind not in (K.DET, K.PRON)), None)
    return (
        chunks[i].text in words("call_off", "gives_up") and noun is not None and noun.text in words("call_off", "what")
    )


def to_somebody(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are presented to somebody: "presented the navy with boats", "presented 12 trucks to Liberia"."""
    after = chunks[i + 1 : min(clause.stop, i + 16)]
    sides = (K.PARTY, K.HOME)
    if not any(isinstance(c.ref, Item) for c in after):
        return False
    to = any(a.text == "to" and any(c.kind in sides for c in after[n + 1 : n + 3]) for n, a in enumerate(after))
    gets = any(c.kind in sides for c in after[:4]) or any(c.kind is K.AUX for c in chunks[max(clause.start, i - 2) : i])
    return to or (gets and any(c.text == "with" for c in after[:6]))


def to_rival(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a contest was lost to somebody: "lost to Saab", and not "lost to accidents"."""
    goal = next((c for c in chunks[i + 1 : i + 3] if c.kind not in (K.DET, K.GEN)), None)
    return goal is not None and (goal.kind in (K.PARTY, K.COMPANY, K.MAKER, K.ITEM, K.SYSTEM) or goal.proper)


def draws_arms(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether arms are called off, from a contract that allows them: "has called off 12,000 rounds", no order."""
    item = chunks[i + 1].ref if i + 1 < len(chunks) else None
    return isinstance(item, Item) and item.count is not None


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
