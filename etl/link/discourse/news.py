"""The day of the news: what a text on aid announces without a date of its own is announced on the day it reports."""

from __future__ import annotations

from datetime import date

from etl.documents import BlockKind
from etl.link.discourse.memory import Memory
from etl.link.phrases import any_of
from etl.link.rows import final_stage
from etl.recognise.mentions import When
from schemas.vocabulary import Arrangement, Stage

_OPENING = 600
"""Characters of the body in which the day of the news is told."""

_LEADING = 2
"""Blocks after the first in which a paper tells its news: after a place and a date."""

_LATELY = 7
"""Days before publication within which a day is that of the news."""


def date_announcements(memory: Memory) -> None:
    """Give pledges and packages without a date of their own the day on which the text says that all were announced.

    Source: dataset.md \u00a73, "agreed", is the date of the pledge; reports of donor meetings tell it once.
    """
    if memory.beneficiary is None or not memory.on_aid:
        return
    when = _told_day(memory)
    day = when.value if when is not None else _own_day(memory)
    if day is None:
        return
    for draft in memory.drafts:
        aid = draft.arrangement is Arrangement.AID and memory.beneficiary in draft.recipient_codes()
        stages = [*draft.stages, *(s for row in draft.rows for s in row.stages)]
        if aid and draft.agreed_value is None and final_stage(stages, Arrangement.AID) is Stage.AGREED:
            draft.agreed, draft.agreed_value = when, day


def date_news(memory: Memory) -> None:
    """Give bargains without a date of their own the day on which somebody told them as news, if that was just now.

    What a firm or a government itself tells first is news of the day on which its paper is dated.
    """
    own = memory.official or memory.issuer is not None
    for draft in memory.drafts:
        day = draft.said.value if draft.said is not None else None
        leads = (
            memory.apart(draft.block, memory.opening) <= _LEADING
            and draft.told_by is not None
            and draft.told_by.is_news
        )
        if day is None and own and leads and memory.genre == "plain":
            day = memory.published
        if draft.agreed_value is not None or day is None or memory.published is None:
            continue
        stages = [*(draft.stages or draft.weak_stages), *(s for row in draft.rows for s in row.stages)]
        fresh = final_stage(stages, Arrangement.SALE) in (Stage.ORDERED, Stage.AGREED)
        if fresh and _lately(day, memory.published):
            draft.agreed, draft.agreed_value = draft.said, day


def _told_day(memory: Memory) -> When | None:
    """The day shortly before publication that the opening names beside a word of meeting or announcing."""
    if memory.published is None or len(memory.published) < len("2025-01-01"):
        return None
    start = _body(memory)
    for when in memory.mentions.dates:
        if when.start > start + _OPENING:
            return None
        if when.start < start or when.value is None or not _lately(when.value, memory.published):
            continue
        around = memory.text[max(0, when.start - 120) : when.end + 120]
        if any_of("news", "words").search(around):
            return when
    return None


def _body(memory: Memory) -> int:
    """Where the text itself begins, after its title."""
    return next((b.start for b in memory.blocks if b.kind is BlockKind.PARAGRAPH), len(memory.text))


def _own_day(memory: Memory) -> str | None:
    """The day of publication of what a government itself announces in the present tense, and of a live report."""
    title = memory.text[memory.blocks[0].start : memory.blocks[0].end]
    opening = memory.text[_body(memory) : _body(memory) + _OPENING]
    told = any_of("news", "live").search(title) or (memory.official and any_of("news", "present").search(opening))
    return memory.published if told else None


def _lately(value: str, published: str) -> bool:
    """Whether a day is that of publication or one of those right before it."""
    try:
        ago = (date.fromisoformat(published[:10]) - date.fromisoformat(value)).days
    except ValueError:
        return False
    return len(value) == len("2025-01-01") and 0 <= ago <= _LATELY
