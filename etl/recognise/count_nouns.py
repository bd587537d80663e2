"""What a number counts, by the nouns right after it: arms, or one of the things that a count of arms never is.

The nouns that make a number no count of arms are rows of ``etl/lexicon/not_counts.csv``, in singular; a row with
``why`` "label" is a word before a number that makes it a name ("block 70", "section 36"). The nouns of arms are the
last words of the terms of ``kinds.csv``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from etl.lexicon import load

LABEL = "label"
_MEASURES = ("measures", "time", "money")
_REACH = 5
"""Words looked at after a number: longer noun phrases than this are rare."""


class Noun(NamedTuple):
    """Why the number counts no arms (None where it may), and whether a noun of arms was seen."""

    why: str | None
    arms: bool


def words(role: str) -> frozenset[str]:
    """The words of a role of ``count_words.csv``."""
    return frozenset(row["word"] for row in load.rows("count_words") if row["role"] == role)


def plural(word: str) -> str:
    """The plural of a noun by the rules of spelling."""
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("foot"):
        return word[:-4] + "feet"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z", "do", "go", "to")) else "s")


_SINGULAR = {row["word"]: row["why"] for row in load.rows("not_counts") if row["why"] != LABEL}
_INVARIANT = words("invariant")
_PLURAL = {
    **{plural(word): why for word, why in _SINGULAR.items()},
    **{word: why for word, why in _SINGULAR.items() if word in _INVARIANT},
}
_MEASURE = {word for word, why in {**_SINGULAR, **_PLURAL}.items() if why == "measures"}
_STOP = words("stop")
_TIED = words("tied")
_arms = {row["term"].lower().split()[-1] for row in load.rows("kinds")} - set(_SINGULAR)
ARMS = frozenset(_arms)
"""The nouns of arms in singular."""
_ARMS_PLURAL = {plural(word) for word in ARMS} | {word for word in ARMS if word.endswith(("craft", "ammunition"))}

_NAMED_BY_TWO = frozenset(
    (first, plural(last))
    for *_, first, last in (row["term"].lower().split() for row in load.rows("kinds") if " " in row["term"])
    if _SINGULAR.get(last) in ("documents", "events")
)
"""The last two words of kinds whose noun alone names no arms: "guidance sections", "depth charges"."""

_PEOPLES = frozenset(row["surface"] for row in load.rows("parties") if row["form"] == "people")
_word = re.compile(r"(?:\s+|(?<=-))([\w][\w'’/&-]*)(?=([.,;:)?!]?))")
_tied = re.compile(r"[-\u2010\u2011](?:an?-)?([^\W\d_]+)")
_percent = re.compile(
    r"(?:\s(?:to|and|or)\s[\d.,]{1,6})?(?:\s?[%‰°]|\s?per\s?cent\b|\s?percent(?:age)?\b|-per-?cent\b)"
)
_rate = re.compile(
    r"\s+(?:an?|each|every|per)\s+(?:second|minute|hour|day|week|month|quarter|year)\b"
    # A year later is when, not how often.
    r"(?!\s+(?:later|earlier|ago|before|after|previously|on\b(?!\s+(?:average|the))))"
    r"|\s+(?:annually|yearly|monthly|daily)\b"
)


def counted(text: str, end: int, *, one: bool = False) -> Noun:
    """What the number that ends at ``end`` counts; ``one`` where it is one, so that the noun is singular."""
    if _percent.match(text, end):
        return Noun("measures", False)
    if _rate.match(text, end):
        return Noun("rate", False)
    why: str | None = None
    arms = False
    position = end
    word = ""
    for index in range(_REACH):
        match = _word.match(text, position)
        before = word
        if not match or (word := match[1].lower()) in _STOP:
            break
        position = match.end()
        if index == 0 and (word in _MEASURE or _SINGULAR.get(word) in _MEASURES):
            return Noun(_SINGULAR.get(word) or _PLURAL[word], False)
        if match[1] in _PEOPLES:
            why = "people"
        elif word in _ARMS_PLURAL or (one and word in ARMS) or (before, word) in _NAMED_BY_TWO:
            why, arms = None, True
        elif word in _PLURAL or (one and word in _SINGULAR):
            why = _PLURAL.get(word) or _SINGULAR[word]
        if match[2]:
            break
    if why is None and arms and _rate.match(text, position):
        why = "rate"
    return Noun(why, arms)


def compound(text: str, end: int) -> Noun | None:
    """What the word tied to a number by a hyphen makes of it ("48-aircraft order"); None where there is none."""
    match = _tied.match(text, end)
    if not match:
        return None
    word = match[1].lower()
    if word in _TIED:
        return Noun(None, True)
    return Noun(_SINGULAR.get(word) or _PLURAL.get(word) or "", False)
