"""The moods of a verb or a noun, and the words of a frame with those that give it its mood."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import NOMINAL, Clause, Frame
from etl.link.found import Span, phrases
from etl.recognise.cues import modal_effects, words

REACH = 7
"""Chunks before a verb among which the words stand that colour it."""

_WORDED = frozenset({K.CUE, K.WORD, K.AUX, K.PREP, K.CONJ, K.DET, K.KIND})
_AFTER_DIRECTION = NOMINAL | {K.DET, K.DATE, K.MONEY}
_FUTURE = frozenset({"future"})

_PLACE = 4
"""Chunks after "are" by which it is said where arms are: "with the first regiment"."""

_BASIS = 3
"""Chunks before a noun among which "under" stands."""

_OVER = 4
"""Chunks before those that colour a verb among which "after" is looked for."""

_TOGETHER = 3
"""Chunks between a word of mood and its verb up to which they are one phrase: "plans with Lisbon to buy"."""


def verb_group(before: Sequence[Chunk]) -> list[Chunk]:
    """The auxiliaries and adverbs right before a verb."""
    group: list[Chunk] = []
    for chunk in reversed(before):
        adverb = chunk.kind is K.WORD and (chunk.text.endswith("ly") or chunk.text in words("grammar", "adverbs"))
        if not (adverb or chunk.kind in (K.AUX, K.DATE) or chunk.text in words("grammar", "within_verb")):
            break
        group.append(chunk)
    return group


def before_verb(chunks: Sequence[Chunk], start: int, at: int) -> Sequence[Chunk]:
    """The chunks before a verb that may colour it, with the word that places them in the past where one begins them.

    "After seventeen months of talks Iraq and France signed": without "after" the talks would still go on.
    """
    first = max(start, at - REACH)
    for n in range(first, max(start, first - _OVER) - 1, -1):
        if chunks[n].text in words("grammar", "once_over"):
            return chunks[n:at]
        if chunks[n].kind in NOMINAL or chunks[n].kind is K.COMMA:
            break
    return chunks[first:at]


def is_over(chunks: Sequence[Chunk], start: int, at: int) -> bool:
    """Whether a noun is placed in the past, and so says nothing of a deal: "after more than two years of talks"."""
    for chunk in reversed(chunks[max(start, at - REACH) : at]):
        if chunk.text in words("grammar", "once_over"):
            return True
        if chunk.kind in NOMINAL or chunk.kind is K.COMMA:
            break
    return False


def effects_of(before: Sequence[Chunk], reported: bool = False) -> frozenset[str]:
    """The moods that the words before a cue give it; a comma or an item cuts off what stands before it.

    What a sentence places in the past gives none: "After years of talks Iraq signed ...". Where ``reported``, a "would"
    is of the future only.
    """
    table = modal_effects()
    found: set[str] = set()
    past = False
    for n, chunk in enumerate(before):
        past = chunk.text in words("grammar", "once_over") or (past and chunk.kind not in NOMINAL)
        if past:
            continue
        if chunk.text == "to" and n + 1 < len(before) and before[n + 1].kind in _AFTER_DIRECTION:
            continue
        if n + 1 < len(before) and before[n + 1].text in words("grammar", "not_only"):
            continue
        if chunk.text == "to" and n + 1 < len(before) and before[n + 1].text == "date":
            continue
        if _is_rumoured(before, n) or _is_basis(before, n):
            continue
        if chunk.text in words("grammar", "meant_to") and _leads_on(before, n):
            found.add("proposed")  # "means to buy", "is ready to give"
        if chunk.kind in _WORDED:
            for word in chunk.text.split():
                found |= _FUTURE if reported and word == "would" else table.get(word, frozenset())
        if chunk.text.endswith("n't"):
            found.add("negated")
        if chunk.kind in (K.COMMA, K.ITEM):
            found.clear()
        if n > 1 and chunk.text == "that" and before[n - 2].text in words("grammar", "able"):
            found.discard("proposed")  # "I can announce that Denmark will give 19 jets"
    return frozenset(found)


def _leads_on(before: Sequence[Chunk], n: int) -> bool:
    """Whether "to" and another verb than "be" follow: "ready to sell", not "ready to be handed over"."""
    after = [c.text for c in before[n + 1 : n + 3]]
    return after[:1] == ["to"] and after[1:] not in (["be"], ["have"])


def _is_basis(before: Sequence[Chunk], n: int) -> bool:
    """Whether a noun names what a deal rests on, and nothing to come: "under the same plan the navy ordered"."""
    following = before[n + 1] if n + 1 < len(before) else None
    named = following is not None and following.kind not in (K.PREP, K.CONJ) and following.text != "to"
    opening = next((c for c in reversed(before[max(0, n - _BASIS) : n]) if c.kind not in (K.DET, K.WORD)), None)
    return named and opening is not None and opening.text == "under"


def _is_rumoured(before: Sequence[Chunk], n: int) -> bool:
    """Whether a "to" leads to what is told as done, and not to what is to come: "is said to have bought 24"."""
    if before[n].text != "to" or not 0 < n < len(before) - 1:
        return False
    return before[n - 1].text in words("grammar", "rumoured") and before[n + 1].text in words("grammar", "have")


def wording(frame: Frame, clause: Clause, chunks: Sequence[Chunk], mood: str | None = None) -> tuple[Span, ...]:
    """The words of a frame, with those before it that give it a mood ("has yet to", "plans to").

    A mood that the verb shares with one before it is given by the words there, so that they may stand apart.
    """
    first = frame.at - (0 if frame.nominal else len(_auxiliaries(chunks, clause, frame.at)))
    at = _mood_before(chunks, frame.at, mood) if mood is not None else None
    apart: list[Span] = []
    if at is not None and clause.start <= at <= first <= at + _TOGETHER + 1:
        first = at
        while first > 0 and (chunks[first - 1].kind is K.AUX or _moods(chunks[first - 1])):
            first -= 1
    elif at is not None and at < first:
        apart = [(chunks[at].start, chunks[at].end)]
    return phrases([*apart, (chunks[first].start, chunks[_last(frame, clause, chunks)].end)])


def _last(frame: Frame, clause: Clause, chunks: Sequence[Chunk]) -> int:
    """The last chunk of a frame's words: of one that only says where arms are, the place: "are now at Luanda"."""
    if frame.chunk.kind is not K.AUX:
        return frame.at
    after = range(frame.at + 1, min(clause.stop, frame.at + 1 + _PLACE))
    ends = (n for n in after if chunks[n].kind in (K.COMMA, K.STOP, K.CONJ, K.DATE, K.OPEN, K.DASH))
    return next(ends, after.stop) - 1


def _auxiliaries(chunks: Sequence[Chunk], clause: Clause, at: int) -> list[Chunk]:
    """The chunks of a verb before its main word, from its first auxiliary or word of mood on."""
    group = list(reversed(verb_group(chunks[max(clause.start, at - REACH) : at])))
    while group and group[0].kind is not K.AUX and not _moods(group[0]):
        del group[0]
    return group


def _mood_before(chunks: Sequence[Chunk], at: int, mood: str) -> int | None:
    """Where the nearest word before a cue stands that gives a mood; None where none does."""
    if mood == "begun":
        return at - 2 if at > 1 and chunks[at - 2].text in words("progress", "begun") else None
    return next((n for n in range(at - 1, -1, -1) if mood in _moods(chunks[n])), None)


def moves_none(chunks: Sequence[Chunk], clause: Clause, at: int) -> bool:
    """Whether a relative clause tells what none of the things do: "none of which has been delivered"."""
    span = chunks[max(0, clause.start - 2) : at]
    return any(
        none.text in words("grammar", "nothing") and of.text == "of" and which.kind is K.REL
        for none, of, which in zip(span, span[1:], span[2:], strict=False)
    )


def _moods(chunk: Chunk) -> set[str]:
    """The moods that the words of a chunk give."""
    found: set[str] = {"negated"} if chunk.text.endswith("n't") else set()
    if chunk.kind in _WORDED:
        for word in chunk.text.split():
            found |= modal_effects().get(word, frozenset())
    return found
