"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.recognise.cues import words

_LONGEST_WORD = 60  # characters of a word that are looked at before a full stop
_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*(?=\s)|\n\s*\n")
_OPENER = re.compile(r"\s+[\"'\u201c\u2018(\[]*(?:[A-Z\u00c0-\u00de]|\d|\u2022)")
_LAST_WORD = re.compile(r"([\w.]+)\.$")
_INITIALS = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]\.)+$")
FIRST_WORD = re.compile(r"\w{1,13}")
"""A word, or the beginning of one, that stands right here."""


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of ``text[start:end]``, white space outside."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends_sentence(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    left = start + len(part) - len(part.lstrip())
    right = start + len(part.rstrip())
    if left < right:
        yield left, right


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a mark ends the sentence that begins at ``begin``; a full stop does not after an abbreviation."""
    mark = match.group()
    if mark.startswith("\n"):
        return True
    opener = _OPENER.match(text, match.end())
    if opener is None or mark[0] != ".":
        return opener is not None
    before = text[max(begin, match.start() - _LONGEST_WORD) : match.start() + 1]
    if _INITIALS.search(before):
        following = FIRST_WORD.match(text, opener.end() - 1)
        word = following.group() if following is not None else ""
        return word.istitle() and word.lower() in words("abbreviations", "openers")
    last = _LAST_WORD.search(before)
    if last is None or last.group(1).lower() not in words("abbreviations", "words"):
        return True
    numbered = last.group(1).lower() in words("abbreviations", "before_numbers")
    return numbered and not text[opener.end() - 1].isdigit()
