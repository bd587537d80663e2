"""Numbers that are part of a name or a mark, and count nothing: "Leopard 2", "section 36(c)", "1." before an item."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from etl.lexicon import load
from etl.recognise.count_nouns import LABEL, Noun, words
from etl.recognise.cues import find_cues
from etl.recognise.cues import words as cue_words
from etl.recognise.mentions import Numeral

_LABELS = frozenset(row["word"] for row in load.rows("not_counts") if row["why"] == LABEL)
_NOT_ONE = words("not_one")
_STOP = words("stop")

_word_before = re.compile(r"([^\W\d_][\w'’/&-]*)(\.?)[ \u00a0]$")
_mark_before = re.compile(r"[+§°#@=/\\−]\s?$|№\s?$|[\w)]\($|\d\s?[x×]\s?$")
_after_mark = re.compile(
    r"\([a-z]{1,3}\)|\s?[x×]\s?\d|\s?(?:a\.m|p\.m|am|pm|hrs)\b|\s(?:GMT|UTC|CEST|CET|EST|EDT|BST|IST|MSK|JST|KST|Zulu|o['’]clock)\b|°|\s?[:]\d",
    re.ASCII,
)
_item = re.compile(r"(?:\A|\n)[^\S\n]*\(?$")
_item_inside = re.compile(r"[:;,]\s\($")
_item_end = re.compile(r"[.)/]\s|/\d{0,2}[)]?\s")
_digits_before = re.compile(r"\d[ -]$")
_groups_before = re.compile(r"[\d+]\d*[ -]\d+[ -]$")
_digits_after = re.compile(r"[ -]\d")
_model = re.compile(r"\s[A-Z][\w/-]*\d")
_serial = re.compile(r"\d[-\u2010-\u2014]0\d")
# "9 out of 10" is a share, "130 out of 151" and "8 out of 12" are a part of an order and all of it
_share = re.compile(r"\b(?:(?:one|\d{1,2})\s(?:in|out\sof)|(?:in|of)\severy)\s$", re.IGNORECASE)
_share_of = re.compile(r"\s(?:in\s(?:every|ten|\d{1,2}\b)|out\sof\s(?:every|ten|(?:[2-5]|10|100)\b))")
_round = re.compile(r"[2-5]|100?0?")
# a live report begins its entries with the time: "1715 CET - The conference"
_clock = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_clock_end = re.compile(r"\s?[-–—|:]\s")
_one = re.compile(r"\s+([^\W\d_][\w'’-]*)")


def is_name(text: str, number: Numeral, noun: Noun, *, apart: bool) -> bool:
    """Whether a number is no count by its shape or by what stands beside it.

    ``apart`` says that the words before it were recognised as something of their own, or that a known system follows
    ("Saab 12 Gripen"), so that the number does not belong to the name before it.
    """
    before = text[max(0, number.start - 40) : number.start]
    if _mark_before.search(before) or _after_mark.match(text, number.end) or _is_item(text, number):
        return True
    share = _share.search(before)
    if share is not None and (not share[0].endswith("out of ") or _round.fullmatch(number.surface)):
        return True
    if _share_of.match(text, number.end):
        return True
    if number.amount == 1 and number.words and number.high is None:
        return _no_one(text, number, before)
    if not number.surface.isdigit():
        if _serial.search(number.surface):
            return True
        return _labelled(before) and not number.words
    if _telephone(text, number) or (_year_like(number.surface) and not noun.arms and noun.why is None):
        return True
    return not apart and (_labelled(before) or _designated(text, number, before))


def _is_item(text: str, number: Numeral) -> bool:
    """Whether the number counts the items of a list, or gives the time of an entry: "1. ", "(2) ", "1648 - "."""
    behind = text[max(0, number.start - 20) : number.start]
    if _clock.fullmatch(number.surface) and _clock_end.match(text, number.end):
        return bool(_item.search(behind))
    if not _item_end.match(text, number.end) or number.amount > 99:
        return False
    return bool(_item.search(behind) and (number.start <= 20 or "\n" in behind)) or bool(_item_inside.search(behind))


def _no_one(text: str, number: Numeral, before: str) -> bool:
    """ "One" counts only before a noun, and not in "no one", "the first one", "one of the largest"."""
    match = _one.match(text, number.end)
    if not match or match[1].lower() in _STOP:
        return True
    word = _word_before.search(before)
    return bool(word and word[1].lower() in _NOT_ONE) or match[1].lower() in ("another", "day")


@cache
def _before_verbs() -> frozenset[str]:
    """Words after which "order" or "build" is a verb and what it counts no number of its own: "to order 54 guns"."""
    return cue_words("grammar", "auxiliaries") | {"to", "not"}


def _labelled(before: str) -> bool:
    word = _word_before.search(before)
    if not word or word[1].lower() not in _LABELS:
        return False
    governor = _word_before.search(before[: word.start()].rstrip() + " ")
    return governor is None or governor[1].lower() not in _before_verbs()


def _telephone(text: str, number: Numeral) -> bool:
    """Three and more groups of digits in sequence."""
    behind = text[max(0, number.start - 14) : number.start]
    if not _digits_before.search(behind):
        return False
    return bool(_digits_after.match(text, number.end) or _groups_before.search(behind))


def _year_like(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _designated(text: str, number: Numeral, before: str) -> bool:
    """Whether the number belongs to the capitalised word before it: "Zuzana 2", but not "Poland 152 K9s"."""
    word = _word_before.search(before)
    if not word or word[2] or not word[1][0].isupper() or word[1].endswith(("'s", "’s", "s'", "s’")):
        return False
    return not (_plain_word(word[1]) or _model.match(text, number.end))


_OF_SENTENCES = ("function word", "number word", "month or day", "origin in general")


@cache
def _names() -> frozenset[str]:
    """Words after which a number is its own: countries and their codes, titles and function words, months."""
    parties = load.rows("parties")
    return frozenset(
        [row["surface"].split()[-1].lower() for row in parties if row["surface"]]
        + [row["code"].lower() for row in parties if row["code"]]
        + [row["word"].lower() for row in load.rows("not_designations") if row["why"] in _OF_SENTENCES]
        + list(_STOP)
        + [row["word"].split()[-1] for row in load.rows("count_words") if row["role"] in ("before", "not_one")]
        + [row["words"].split()[-1] for row in load.rows("bounds") if row["position"] == "before" and row["words"]]
    )


@lru_cache(maxsize=50_000)
def _plain_word(word: str) -> bool:
    return word.lower() in _names() or bool(find_cues(word.lower()))
