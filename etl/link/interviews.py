"""Interviews: whose "we", "us" and "you" are meant where a paper asks and somebody answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.link.phrases import any_of
from etl.recognise.mentions import Party

_OFFICE_REACH = 60
"""Characters after a country in which the office of who speaks stands."""

_SENTENCE_END = re.compile(r"[.?!:]")

_STATES = ("name", "adjective", "people", "capital", "body")
"""Forms of names by which an introduction tells whose minister or general speaks."""


def interviewed(text: str, body: Sequence[tuple[int, int, int]], parties: Sequence[Party]) -> str | None:
    """The country of who answers the questions of a text, None where it asks none or its introduction does not say.

    ``body`` has the index, start and end of each block that is read. The country is the one that the introduction
    before the first question names, of several the one whose minister, general or the like speaks.
    """
    asked = [start for _, start, end in body if text[start:end].rstrip().endswith("?")]
    if not asked:
        return None
    named = [p for p in parties if p.end <= asked[0] and p.form in _STATES and len(p.code) == 3 and p.code.isupper()]
    codes = {p.code for p in named}
    if len(codes) > 1:
        ends = [p.start for p in named[1:]] + [asked[0]]
        codes = {p.code for p, end in zip(named, ends, strict=True) if _holds_office(text, p.end, end)}
    return codes.pop() if len(codes) == 1 else None


def _holds_office(text: str, start: int, end: int) -> bool:
    """Whether an office stands after a country in the same sentence, before another country is named."""
    after = _SENTENCE_END.split(text[start : min(end, start + _OFFICE_REACH)])[0]
    return any_of("interviews", "offices").search(after) is not None
