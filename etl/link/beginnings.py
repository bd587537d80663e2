"""Words that say that deliveries have begun: "the first four", "only some of them", "are under way"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses import effects_of
from etl.link.found import Span
from etl.recognise.cues import words

_NEAR = 10
"""Chunks after a noun for deliveries among which it is said that they have begun."""


def begun(span: Sequence[Chunk]) -> Span | None:
    """The words of a clause that tell of the first arms or of a beginning, None where it has none."""
    return next((told for n in range(len(span)) if (told := _begun_at(span, n)) is not None), None)


def _begun_at(span: Sequence[Chunk], n: int) -> Span | None:
    """The words at a chunk that tell of the first arms or of a beginning, None where it has none."""
    chunk = span[n]
    if _begins(span, n):
        return chunk.start, chunk.end
    first = _first(chunk.text) if chunk.kind is K.ITEM else None
    return (chunk.start, chunk.start + len(first)) if first is not None else None


def _begins(span: Sequence[Chunk], n: int) -> bool:
    """Whether a word tells of the first arms or of a beginning, not "the first weeks", "at first", "starting point"."""
    if span[n].text not in words("progress", "begin"):
        return False
    following = span[n + 1] if n + 1 < len(span) else None
    passed = words("grammar", "adverbs") | words("shares", "pieces")
    noun = following is not None and following.kind is K.WORD and following.text not in passed
    other = noun and span[n].text in words("progress", "adjectives")
    return not other and not (n and span[n - 1].text == "at")


def only_some(before: Sequence[Chunk]) -> Span | None:
    """The words by which the subject of a verb is a part of arms told before: "only one has left", "most of them"."""
    subject = [c for c in before if c.kind is not K.AUX and c.text not in words("grammar", "adverbs")]
    if any(a.text == "all" and b.text == "but" for a, b in pairwise(subject)):
        return subject[0].start, subject[-1].end
    if len(subject) > 1 and subject[-1].kind is K.PRON and subject[-2].text == "of":
        subject = subject[:-2]
    some = subject[-1] if subject else None
    return (some.start, some.end) if some is not None and some.text in words("presence", "some") else None


def _first(surface: str) -> str | None:
    """The words for the first ones that a phrase of arms opens with."""
    return max((w for w in words("progress", "first") if surface.startswith(w)), key=len, default=None)


def going_on(after: Sequence[Chunk]) -> Sequence[Chunk]:
    """The words after a noun that say that it has begun: "began in May", "are under way", not "have not started"."""
    for n in range(min(len(after), _NEAR)):
        told = " ".join(c.text for c in after[n : n + 3])
        going = [w for w in words("progress", "going") if told.startswith(w)]
        if going:
            mooded = effects_of(after[:n]).isdisjoint({"future", "negated", "proposed"})
            return after[n : n + max(len(w.split()) for w in going)] if mooded else ()
    return ()
