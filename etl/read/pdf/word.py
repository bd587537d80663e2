"""A word where it stands on a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points from the page's left upper corner, ``bottom`` below ``top``, and the size of its
    font in points. ``apart`` says that the file has a space before it, however near it stands to the word before."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    apart: bool = False

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return (self.top + self.bottom) / 2
