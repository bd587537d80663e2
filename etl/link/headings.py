"""What a heading says of the list under it: how far its deals have got, or that nothing in it moves to anybody."""

from __future__ import annotations

from etl.link.found import Found
from etl.recognise.cues import words
from schemas.vocabulary import Rule, Stage

_FIRST = (Stage.CANCELLED, Stage.AGREED, Stage.DELIVERED, Stage.ORDERED, Stage.PROPOSED)
"""Stages in the order in which a heading is asked for them."""


def no_transfer_heading(heading: str) -> bool:
    """Whether a heading says that the list under it moves to nobody ("Own stocks", "Losses")."""
    low = f" {heading.lower()} "
    return any(f" {w} " in low for w in words("headings", "no_transfer"))


def heading_stage(heading: str, start: int = 0) -> Found[Stage] | None:
    """The stage that a heading gives to the list under it ("Delivered", "In preparation"), or None.

    ``start`` is where the heading begins in the text of its document.
    """
    low = f" {heading.lower()} ".replace(":", " ").replace(",", " ")
    for stage in _FIRST:
        told = sorted((low.find(f" {w} "), len(w)) for w in words("headings", stage.value) if f" {w} " in low)
        if told:
            at, length = told[0]
            return Found(stage, ((start + at, start + at + length),), Rule.INHERITED)
    return None
