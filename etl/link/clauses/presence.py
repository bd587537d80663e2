"""Arms that are where they were to go: "all are in service", "two are now at Luanda", "six of the ten are here"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.moods import effects_of
from etl.link.clauses.types import Clause, Frame
from etl.link.items import Item
from etl.recognise.cues import CueEntry, words
from etl.recognise.mentions import Party, When
from schemas.vocabulary import Stage

_ALL = CueEntry("be there", "arrive", "phrase", Stage.DELIVERED, None)
_SOME = CueEntry("be there", "arrive", "phrase", Stage.DELIVERING, None)
_DUE = CueEntry("be due", "arrive", "phrase", None, None)
_GOT = CueEntry("be had by", "arrive", "phrase", Stage.DELIVERED, None)
_WANTED = CueEntry("be had by", "arrive", "phrase", None, None)
_SINCE = CueEntry("be there since", "arrive", "phrase", Stage.DELIVERED, None)
_HAD = CueEntry("be had since", "arrive", "phrase", Stage.DELIVERED, None)


def presence(chunks: Sequence[Chunk], clause: Clause, main: Clause | None) -> Frame | None:
    """The arrival that a clause without a verb of its own tells by saying where arms are, None where it tells none.

    ``main`` is the clause whose subject it shares, None where it has its own.
    """
    here = _here_since(chunks, clause, main)
    if here is not None:
        return Frame(here, chunks[here], _HAD if _are_had(chunks, here) else _SINCE, perfect=True)
    verbs = [f for f in clause.frames if not f.nominal and f.name != "own"]
    bought = [f for f in verbs if _describes(f, chunks)]
    if len(verbs) > len(bought[:1]):
        return None
    for i in range(clause.start, clause.stop):
        if chunks[i].text not in words("presence", "be") or chunks[i].kind is not K.AUX:
            continue
        before = chunks[max(clause.start, i - 6) : i]
        subject = [c for c in before if not _fills(c) and c.kind not in (K.COMMA, K.CONJ)]
        if bought:
            subject = list(chunks[clause.start : bought[0].at]) if bought[0].at < i else []
        elif not subject and main is not None and all(_describes(f, chunks) for f in main.frames):
            stop = main.frames[0].at if main.frames else main.stop
            subject = [c for c in chunks[main.start : stop] if c.kind is not K.COMMA]
        told = bool(subject) and (
            _are_arms(subject, _is_bought(bought, main)) or _describes_arms(chunks, clause, subject)
        )
        goal = _goal(chunks, i, clause.stop)
        if goal is not None and (told or (subject and _points_to_arms(chunks, clause, subject[-1], i, goal))):
            entry = _SOME if any(c.text in words("presence", "some") for c in subject) else _ALL
            return Frame(i, chunks[i], entry, effects=effects_of(before) & {"future", "proposed", "negated"})
    return None


def due(chunks: Sequence[Chunk], clause: Clause) -> Frame | None:
    """What a clause without a verb of its own tells to come on a date: "delivery is now due in 2027"."""
    if any(not f.nominal for f in clause.frames):
        return None
    for i in range(clause.start + 1, clause.stop - 1):
        if _is_bound(chunks, clause, i):
            return Frame(i, chunks[i], _DUE, effects=frozenset({"future"}))
        if _hoped_for(chunks, clause, i):
            return Frame(i, chunks[i], _WANTED, effects=frozenset({"future"}))
        if _had_by_then(chunks, clause, i):
            return Frame(i, chunks[i], _GOT)
        if chunks[i].text in words("progress", "awaited") and any(c.kind is K.DATE for c in chunks[i + 1 : i + 3]):
            before = [c for c in chunks[max(clause.start, i - 4) : i] if c.text not in words("grammar", "adverbs")]
            if before and before[-1].kind is K.AUX:
                return Frame(i, chunks[i], _DUE, effects=effects_of(before) | {"future"})
    return None


def _hoped_for(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody hopes to have arms by a date: "expects to have all six by 2026", "is to have them in May"."""
    if chunks[i].text != "have" or chunks[i - 1].text != "to" or i - 2 < clause.start:
        return False
    hoped = chunks[i - 2].text in words("progress", "hoping")
    return hoped and any(c.kind is K.DATE for c in chunks[i + 1 : clause.stop]) and _have_arms(chunks, clause, i)


def _had_by_then(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether somebody had got arms by a date: "bought 47 in 1972 and had them all by 1976"."""
    if chunks[i].text not in words("grammar", "have") or not _have_arms(chunks, clause, i):
        return False
    dates = [c.ref for c in chunks[i + 1 : clause.stop] if isinstance(c.ref, When)]
    return bool(dates) and dates[0].relation in ("by", "before", "until")


def _have_arms(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether the object of "have" at chunk ``i`` is arms told before or here: "them", "all six"."""
    for c in chunks[i + 1 : min(clause.stop, i + 4)]:
        if isinstance(c.ref, Item) or c.text in words("grammar", "the_arms") | words("elliptic", "of_them"):
            return True
        if c.kind not in (K.DET, K.DATE, K.COMMA) and c.text not in words("presence", "quantities"):
            return False
    return False


def _is_bound(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether counted arms are said to be on their way to somebody: "six F-16s are bound for Romania"."""
    if chunks[i].text not in words("destined", "bound") or chunks[i - 1].text not in words("presence", "be"):
        return False
    counted = any(isinstance(c.ref, Item) and c.ref.count is not None for c in chunks[clause.start : i])
    goal = [c.kind for c in chunks[i + 1 : min(clause.stop, i + 4)]]
    return counted and chunks[i + 1].text == "for" and K.PARTY in goal


def _here_since(chunks: Sequence[Chunk], clause: Clause, main: Clause | None) -> int | None:
    """Where a clause says that arms have been in use since a date: "they have been in service since 2023"."""
    end = next((i for i in range(clause.start, clause.stop) if _is_since(chunks[i])), None)
    if end is None or any(not f.nominal and not (f.passive and f.at < end) for f in clause.frames):
        return None
    had = next((i for i in range(clause.start + 1, end) if _are_had(chunks, i)), None)
    if had is not None:
        return had
    been = next((i for i in range(clause.start + 1, end) if chunks[i].text == "been"), None)
    if been is None or chunks[been - 1].text not in words("grammar", "have"):
        return None
    subject = [c for c in chunks[clause.start : been] if not _fills(c) and c.kind not in (K.COMMA, K.CONJ)]
    shared = main is not None and not subject
    arms = shared or any(isinstance(c.ref, Item) for c in subject) or subject[-1].kind in (K.PRON, K.REL)
    state = [c for c in chunks[been + 1 : end] if c.text in words("presence", "states")]
    return been if arms and (state or _goal(chunks, been, end) is not None) else None


def _are_had(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether somebody has had arms told before: "has had them since the summer"."""
    object_ = chunks[i + 1].text if i + 1 < len(chunks) else ""
    had = chunks[i].text == "had" and chunks[i - 1].text in words("grammar", "have")
    return had and object_ in words("grammar", "the_arms") | words("elliptic", "of_them")


def _is_since(chunk: Chunk) -> bool:
    return isinstance(chunk.ref, When) and chunk.ref.relation == "since"


def _is_bought(bought: Sequence[Frame], main: Clause | None) -> bool:
    """Whether a participle in a clause, or in the one whose subject it shares, says that its arms were bought."""
    return bool(bought) or (main is not None and bool(main.frames))


def _describes(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether a participle only tells where arms come from: "the two boats bought from Germany in 2012 are"."""
    before = [c for c in chunks[max(0, frame.at - 2) : frame.at] if c.kind is not K.COMMA]
    bought = frame.passive and frame.name in ("acquire", "supply", "award")
    return bought and bool(before) and isinstance(before[-1].ref, Item)


def _fills(chunk: Chunk) -> bool:
    """Whether a chunk before a verb is only an auxiliary, an adverb or a date."""
    adverb = chunk.text in words("grammar", "adverbs") - words("presence", "quantities")
    return chunk.kind in (K.AUX, K.DATE) or adverb or chunk.text == "to"


def _are_arms(subject: Sequence[Chunk], bought: bool) -> bool:
    """Whether what stands before the verb is arms told to be bought, or a quantity of arms told before."""
    last = subject[-1]
    if isinstance(last.ref, Item):
        whole = last.text.startswith(tuple(words("items", "whole")))
        return whole or last.ref.elliptic or last.ref.part is not None or bought
    if last.text in words("presence", "quantities"):
        return True
    back = last.text in words("grammar", "things") or last.kind is K.REL
    return back and any(_is_quantity(c) for c in subject)


def _is_quantity(chunk: Chunk) -> bool:
    """Whether a chunk says how many of the arms told before: "most", "six" in "six of them"."""
    counted = isinstance(chunk.ref, Item) and chunk.ref.elliptic
    return counted or chunk.text in words("presence", "quantities")


def _describes_arms(chunks: Sequence[Chunk], clause: Clause, subject: Sequence[Chunk]) -> bool:
    """Whether the subject is the pronoun of a clause that describes arms: "12 jets, which are at Gaza"."""
    described = clause.relative and clause.antecedent is not None and isinstance(chunks[clause.antecedent].ref, Item)
    return described and subject[-1].kind is K.REL


def _points_to_arms(chunks: Sequence[Chunk], clause: Clause, last: Chunk, i: int, goal: Chunk) -> bool:
    """Whether a pronoun or "the guns" means arms told before: all are there, or they are in a country since a day.

    "They were all at Kauhava", "the guns are all in Tata", "it was in Ukraine by November", "they have been in Kenya
    since 2017".
    """
    counted = isinstance(last.ref, Item) and (last.ref.definite or last.ref.count is not None)
    back = last.text in words("presence", "pointing") or counted
    whole = any(c.text in words("progress", "whole") for c in chunks[i + 1 : i + 3])
    dated = any(c.kind is K.DATE for c in chunks[clause.start : clause.stop])
    ahead = "future" in effects_of(chunks[clause.start : i])
    used = f"in {chunks[i + 2].text}" in words("presence", "there") if i + 2 < clause.stop else False
    return back and (whole or (dated and (ahead or used or isinstance(goal.ref, Party))))


def _goal(chunks: Sequence[Chunk], i: int, stop: int) -> Chunk | None:
    """The place or the user that follows a verb: "in service", "here", "at Luanda", "in Poland", "with the army"."""
    skipped = words("grammar", "adverbs") | words("progress", "whole")
    rest = [c for c in chunks[i + 1 : min(stop, i + 8)] if c.text not in skipped and c.kind is not K.AUX]
    if not rest:
        return None
    said = " ".join(c.text for c in rest[:3])
    if said.startswith(tuple(words("presence", "there"))) or said.endswith(tuple(words("presence", "soil"))):
        return rest[0]
    if rest[0].text not in words("presence", "places") or len(rest) < 2:
        return None
    at = 2 if rest[1].kind is K.DET and len(rest) > 2 else 1
    goal = rest[at]
    if isinstance(goal.ref, Party):
        return goal if goal.ref.form != "adjective" or len(rest) < at + 2 else None
    forces = words("home", "own_forces") | words("presence", "users")
    owner = next((c for c in rest[at : at + 3] if c.kind is K.HOME or c.text.split()[-1] in forces), None)
    return goal if goal.proper else owner
