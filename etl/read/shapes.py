"""What the shape of a stretch of text tells: heading, telegram line, item of a list without marks."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from etl.documents import BlockKind
from etl.read.pieces import Piece

_HEADING_LONGEST = 100
_HEADING_WORDS = 14
_QUESTION_LONGEST = 200
_ITEM_LONGEST = 160
_ENDS = tuple(".!;:,…")
_CLOSING = "\"'”’)]»"
_MONTH = f"(?:{'|'.join(name[:3] for name in calendar.month_name if name)})[a-z]{{0,6}}"
_YEARS_AND_DATES = re.compile(
    r"\b(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?s?\b"  # years, spans of years, decades
    rf"|\b\d{{1,2}}(?:[-–]\d{{1,2}})?(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b"  # days
    r"|\b\d{1,2}[:.]\d{2}\b"  # hours
    r"|\b[A-Z][A-Za-z]*[-‑]?\d+\w*"  # designations
)
_FIGURE = re.compile(r"\d|[$€£¥₩₹]")


def ends_sentence(words: str) -> bool:
    """Whether words end as a sentence does, closing quotes and brackets aside."""
    bare = words.rstrip(_CLOSING)
    return (bare or words).endswith((".", "!", "?", "…"))


def is_heading_like(words: str, lines: int = 1) -> bool:
    """Whether words could head a block: one short line that does not end as a sentence or a lead-in does, or a
    question, which may be longer."""
    if lines == 1 and words.endswith("?") and len(words) <= _QUESTION_LONGEST:
        return not words[0].islower()
    return (
        lines == 1
        and len(words) <= _HEADING_LONGEST
        and len(words.split()) <= _HEADING_WORDS
        and not (words.rstrip(_CLOSING) or words).endswith(_ENDS)
        and not words[0].islower()
    )


def is_telegram_like(words: str) -> bool:
    """Whether a short line is a report of its own: it states figures beyond years, dates, hours and designations
    ("24 Rafale, €3bn, 2027"), or tells of somebody in phrases ("Chad: two boats, a gift")."""
    if not is_heading_like(words):
        return False
    _, colon, rest = words.partition(": ")
    return bool(colon and "," in rest) or _FIGURE.search(_YEARS_AND_DATES.sub("", words)) is not None


def unmarked_items(text: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces with the short lines after a lead-in ("It consists of:") turned into list items, if there are two or
    more: each without a sentence's end, or ended by a semicolon; the last may end the sentence."""
    shown = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.kind != BlockKind.PARAGRAPH or not piece.words(text).endswith(":"):
            continue
        run = _run(text, pieces, index + 1)
        if len(run) >= 2:
            for at in run:
                shown[at] = replace(pieces[at], kind=BlockKind.LIST_ITEM)
    return shown


def _run(text: str, pieces: list[Piece], start: int) -> list[int]:
    run: list[int] = []
    open_end = False
    for index in range(start, len(pieces)):
        piece = pieces[index]
        words = piece.words(text)
        if piece.kind != BlockKind.PARAGRAPH or len(words) > _ITEM_LONGEST or words.endswith(":"):
            break
        if ends_sentence(words):
            if open_end:
                run.append(index)
            break
        run.append(index)
        open_end = words.endswith((";", ",", " and"))
    # The last short line before prose may well be the heading of what follows.
    if run and not open_end and run[-1] + 1 < len(pieces) and not text[pieces[run[-1]].start].isdigit():
        following = pieces[run[-1] + 1]
        if following.kind == BlockKind.PARAGRAPH and ends_sentence(following.words(text)):
            run.pop()
    return run
