"""Phrases of the table of cues as patterns, and a cheap test for texts that hold none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from etl.recognise.cues import words

_WORD = re.compile(r"\w+")


def either(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "|".join(re.escape(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, in capitals or not."""
    return re.compile(rf"\b(?:{either(phrases)})\b", re.IGNORECASE)


@cache
def any_of(section: str, key: str) -> re.Pattern[str]:
    """Any phrase that the table of cues lists under a key, as whole words, in capitals or not; made once."""
    return whole_words(words(section, key))


@lru_cache(maxsize=256)
def has_any(text: str, section: str, *keys: str) -> bool:
    """Whether a text may hold a phrase of some keys: a cheap look before each of its sentences is searched."""
    low = text.lower()
    return any(phrase in low for key in keys for phrase in words(section, key))


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The word that each phrase begins with."""
    return frozenset(_WORD.findall(phrase)[0] for phrase in phrases)


def lacks(text: str, words: frozenset[str]) -> bool:
    """Whether none of the words, given in lower case, stands in a text."""
    return words.isdisjoint(_WORD.findall(text.lower()))
