"""Versions of a system called by their end alone, once the text has named them in full.

"105 Leopard 2A8 ... Norway took 54 of the 2A8"; "40 Su-30MKI ... another 18 MKIs".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.recognise.mentions import Mention, System
from etl.recognise.spans import Spans

_MARK = re.compile(r"(?<=[ -])\d[A-Z]\d{0,2}[A-Z]?(?=s?$)|(?<=\d)[A-Z]{3,4}(?=s?$)")
"""A version's mark at the end of a designation: a number with letters of its own, or three or four capitals."""


def find_short_names(text: str, systems: Sequence[System], taken: Sequence[Mention]) -> list[System]:
    """The systems that ``text`` calls by their mark after their full name.

    ``systems`` are those named in full, ``taken`` all spans that are something. A mark that two systems of the text
    share names neither.
    """
    named: dict[str, System] = {}
    shared: set[str] = set()
    for system in systems:
        if found := _MARK.search(system.surface):
            known = named.setdefault(found.group(), system)
            if known.designation != system.designation:
                shared.add(found.group())
    claimed = Spans(taken)
    short: list[System] = []
    for mark, system in named.items():
        if mark in shared:
            continue
        for match in re.compile(rf"(?<![\w/-]){mark}s?(?![\w/-])").finditer(text, system.end):
            if not claimed.overlap(match.start(), match.end()):
                short.append(replace(system, start=match.start(), end=match.end(), surface=match.group()))
    return sorted(short, key=lambda name: name.start)
