"""What a sentence denies: "reports that Chad had bought 12 were dismissed", "denied having ordered tanks"."""

from __future__ import annotations

import re
from functools import cache

from etl.link.phrases import either, lacks
from etl.recognise.cues import words


def _denied() -> frozenset[str]:
    return words("denials", "verbs", "adjectives")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    told, verbs = either(words("denials", "told")), either(words("denials", "verbs"))
    false = either(words("denials", "verbs", "adjectives"))
    is_false = rf"(?:is|are|was|were|been|as)\s+(?:\w+\s+)?(?:{false})"
    what = either(words("denials", "what"))
    return (
        re.compile(rf"\b(?:{told})\s+that\b(?P<what>[^;]{{1,200}}?)\b{is_false}\b", re.IGNORECASE),
        re.compile(rf"\b(?:{verbs})\s+(?:\w+\s+){{0,2}}?(?:{what})\b(?P<what>[^;,]+)", re.IGNORECASE),
    )


def denied(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the sentence ``[start, end)`` that somebody denies. Source: dataset.md §3, a denial makes it no
    transfer."""
    if lacks(text[start:end], _denied()):
        return []
    return [m.span("what") for pattern in _patterns() for m in pattern.finditer(text, start, end)]
