"""Recipients and suppliers of the trade register in its spelling: "UAE", "NATO**", "Hezbollah (Lebanon)*"."""

from __future__ import annotations

import re
from functools import cache

from etl.compare.types import Party
from etl.lexicon import load
from etl.recognise.surfaces import plain, unaccented

# The register marks armed groups with one star and organisations with two.
_GROUP = re.compile(r"\s*\*+$")
_OF_COUNTRY = re.compile(r"\s*\([^()]*\)$")
_FORMS = frozenset({"name", "organisation", "group"})


def party(words: str) -> Party | None:
    """The party that a cell names, None where the tables know no such name.

    A name with a star is an armed group or an organisation: where the tables do not have it, it stands for itself.
    Names such as "unknown supplier(s)" give a party without a code.
    """
    bare = _GROUP.sub("", words.strip())
    for name in (bare, _OF_COUNTRY.sub("", bare)):
        code = _codes().get(_key(name))
        if code is not None:
            return Party(bare, code or None)
    return Party(bare, bare) if _GROUP.search(words.strip()) and len(bare) > 1 else None


@cache
def successors() -> dict[str, frozenset[str]]:
    """By the code of a state, those of the states that it split into or came from."""
    found: dict[str, set[str]] = {}
    for row in load.rows("vanished"):
        found.setdefault(row["older"], set()).add(row["newer"])
        found.setdefault(row["newer"], set()).add(row["older"])
    return {code: frozenset(others) for code, others in found.items()}


@cache
def _codes() -> dict[str, str]:
    """The code of each name; the register's own spellings first, then surer names before those with other meanings."""
    codes: dict[str, str] = {}
    for row in load.rows("register_names"):
        codes.setdefault(_key(row["surface"]), row["code"])
    for sureness in ("", "yes", "only"):
        for row in load.rows("parties"):
            if row["form"] in _FORMS and row["ambiguous"] == sureness:
                codes.setdefault(_key(row["surface"]), row["code"])
    return codes


def _key(name: str) -> str:
    return " ".join(unaccented(plain(name)).casefold().split())
