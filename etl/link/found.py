"""What is found in a text with the words that it rests on: how far a deal has got, on what terms the arms move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from schemas.vocabulary import Rule

V = TypeVar("V", bound=StrEnum)
Span = tuple[int, int]
"""Where words begin and end in the text of a document."""

_GAP = 24
"""Characters between two words of one phrase: "signed a two-year contract"."""


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A value and the spans of the words that it rests on, none where it is only concluded.

    ``rule`` says how the words give it, ``why`` in a few words what they do not show by themselves.
    """

    value: V
    spans: tuple[Span, ...] = ()
    rule: Rule = Rule.STATED
    why: str | None = None


def value_of(found: Found[V] | None) -> V | None:
    """The value that was found, None where there is none."""
    return found.value if found is not None else None


def spans_of(found: Found[V] | None) -> tuple[Span, ...]:
    """The words that a value rests on, none where there is no value."""
    return found.spans if found is not None else ()


def lent_by(found: Found[V] | None) -> Found[V] | None:
    """What a heading or the words before a list say, as its items inherit it."""
    return replace(found, rule=Rule.INHERITED) if found is not None else None


def phrases(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in the order of the text, those close to each other as one."""
    out: list[Span] = []
    for start, end in sorted(set(spans)):
        if out and start - out[-1][1] <= _GAP:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
