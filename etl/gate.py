"""A cheap look at a text before it is read: what it must name in order to tell of a transfer, and whether it does.

A row has arms that are named by a kind or a system of the lexicon, or by a name beside such a kind or after a number,
or else it is a package of which a sum of money is told beside a noun for a deal. All names are sought in one pass
(Aho-Corasick) over the runs of letters and digits that the recognisers compare, so that none is missed that they find.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag
from functools import cache

import ahocorasick  # type: ignore[import-not-found, unused-ignore]

from etl.recognise.cues import cue_index, words
from etl.recognise.names_index import RUN, fold
from etl.recognise.system_tables import KindEntry, kind_index, system_index


class Sign(IntFlag):
    """What a text names: arms, what may be a system, what only points to arms, a deal, a gift of a state."""

    NONE = 0
    ARMS = 1
    SYSTEM = 2
    POINTER = 4
    DEAL = 8
    GIFT = 16


_ACRONYM = 5
"""Letters up to which a kind written in capitals is an abbreviation, so that small letters are another word."""


def may_hold_transfer(text: str) -> bool:
    """Whether a text may tell of a transfer of arms; false only where reading it whole would find none.

    Takes a small part of the time that reading takes. Never raises on any text.
    """
    from etl.link import may_tell_transfer
    from etl.read import read_text

    return may_tell_transfer(read_text(text))


def signs(text: str) -> Sign:
    """All signs of a text, wherever they stand in it; capitals count where the recognisers count them."""
    written, low = _runs(text)
    found = Sign.NONE
    for end, entries in _automaton().iter(low):
        for start_back, sign, capitals in entries:
            start = end - start_back
            if sign & ~found and (not capitals or _in_capitals(written, start, capitals)):
                found |= sign
    return found


def _runs(text: str) -> tuple[str, str]:
    """The runs of a text, a space around each, as written and as the recognisers compare them, of one length."""
    runs = RUN.findall(text)
    if text.isascii():
        written = f" {' '.join(runs)} "
        return written, written.lower()
    folded = [fold(run) for run in runs]
    alike = (run if len(run) == len(key) else run[:1] + key[1:] for run, key in zip(runs, folded, strict=True))
    return f" {' '.join(alike)} ", f" {' '.join(folded)} "


def _in_capitals(written: str, start: int, letters: int) -> bool:
    """Whether a name begins as its table asks: with so many capitals, or with a figure."""
    head = written[start : start + letters]
    return head.isupper() or (letters == 1 and head.isdigit())


@cache
def _automaton() -> ahocorasick.Automaton:
    """All names with a space around each: how far back each begins, its sign, and how many capitals begin it."""
    names = dict.fromkeys(_names())
    gathered: dict[str, dict[tuple[Sign, int], None]] = {}
    for keys, sign, capitals in names:
        # "F-16 Block 70" says no more than the F-16 that it begins with.
        if not any((keys[:n], sign, capitals) in names for n in range(1, len(keys))):
            gathered.setdefault(f" {' '.join(keys)} ", {})[sign, capitals] = None
    automaton = ahocorasick.Automaton()
    for name, said in gathered.items():
        automaton.add_word(name, tuple((len(name) - 2, sign, capitals) for sign, capitals in said))
    automaton.make_automaton()
    return automaton


def _names() -> Iterator[tuple[tuple[str, ...], Sign, int]]:
    """The sequences of runs that are sought, with the sign that each is and the capitals that it begins with."""
    for keys, kind in kind_index().sequences():
        acronym = len(kind.term) <= _ACRONYM and kind.term.isupper()
        yield keys, Sign.ARMS if _names_arms(kind) else Sign.POINTER, 2 if acronym else 0
    for keys, system in system_index().sequences():
        # A letter apart from its number is no capital everywhere: "t 72" of a table that writes "T 72".
        apart = len(keys[0]) == 1 and " " in system.spelling[:2]
        yield keys, Sign.SYSTEM, 0 if apart else 1
    gifts = words("deal_nouns", "aid") | words("packages", "nouns")
    for keys, cues in cue_index().sequences():
        nouns = [cue for cue in cues if cue.form == "noun"]
        if nouns:
            yield keys, Sign.GIFT | Sign.DEAL if any(cue.lemma in gifts for cue in nouns) else Sign.DEAL, 0
    # Words that stand for a deal ("the first, worth $2 bn") or for arms ("20 Block 70s") as nouns do.
    for section, key, sign in (("anchors", "of_several", Sign.DEAL), ("items", "numbered", Sign.POINTER)):
        for word in words(section, key):
            yield tuple(RUN.findall(word)), sign, 0


def _names_arms(kind: KindEntry) -> bool:
    """Whether a kind says what moves; one that only points ("units", "weapons") says it with a name or not at all."""
    return kind.category is not None or not kind.generic
