"""What a sentence denies: "reports that Chad had bought 12 were dismissed", "denied having ordered tanks"."""

from __future__ import annotations

import re
from functools import cache

from etl.link.phrases import either, first_words, lacks
from etl.recognise.cues import words


@cache
def _denied() -> frozenset[str]:
    return first_words(words("denials", "verbs", "adjectives", "of_reports", "nothing"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    told, verbs = either(words("denials", "told")), either(words("denials", "verbs"))
    of_reports = either(words("denials", "verbs", "of_reports"))
    false = either(words("denials", "verbs", "adjectives"))
    is_false = rf"(?:is|are|was|were|been|as)\s+(?:\w+\s+)?(?:{false})"
    what, said = either(words("denials", "what")), either(words("denials", "said"))
    opening = either(words("denials", "what_is_told"))
    report = rf"(?:[\w'’“”\"-]+,?\s+){{0,7}}?(?:{told})\s+(?:[\w’'-]+\s+){{0,5}}?(?:{opening})"
    called = rf"(?:{either(words('denials', 'calling'))})\s+(?:as\s+)?[\"“'‘]?(?:\w+\s+)?(?:{false})"
    nothing = rf"(?:{either(words('denials', 'nothing'))})"
    return (
        re.compile(rf"\b(?:{told})\s+that\b(?P<what>[^;]{{1,200}}?)\b{is_false}\b", re.IGNORECASE),
        re.compile(rf"\b(?:{verbs})\s+(?:\w+\s+){{0,2}}?(?:{what})\b(?P<what>[^;,]+)", re.IGNORECASE),
        re.compile(rf"\b(?:{of_reports}|{called})[\"”'’]?\s+{report}\b(?P<what>[^;,]+)", re.IGNORECASE),
        re.compile(rf"\b{nothing}\b[^;]{{1,300}}?\b(?:{said})\s+that\b(?P<what>[^;]+)", re.IGNORECASE),
    )


def denied(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the sentence ``[start, end)`` that somebody denies. Source: dataset.md §3, a denial makes it no
    transfer."""
    if lacks(text[start:end], _denied()):
        return []
    return [_within_clause(text, start, m) for pattern in _patterns() for m in pattern.finditer(text, start, end)]


def _within_clause(text: str, start: int, found: re.Match[str]) -> tuple[int, int]:
    """What is denied, up to the comma that ends a relative clause: "Kenya, which denied that it has 12, ordered 6"."""
    what_start, what_end = found.span("what")
    relative = _denier().search(text, start, found.start())
    comma = text.find(",", what_start, what_end)
    return what_start, comma if relative and comma >= 0 else what_end


@cache
def _denier() -> re.Pattern[str]:
    """A relative clause that has just begun."""
    return re.compile(rf",\s+(?:{either(words('grammar', 'relatives'))})\s+(?:\w+\s+){{0,3}}\Z", re.IGNORECASE)
