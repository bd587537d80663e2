"""The YAML front matter of a document: what its publisher says about it, and where the text proper begins."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

import yaml

from etl.read import plain_yaml

_LONGEST = 20_000  # a front matter longer than this is none: some texts begin with a ruler
_FENCED = re.compile(r"\s*---[ \t]*\n(?P<inside>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<value>.*)\Z")
_MONTHS = {
    name[:length].lower(): number
    for number, name in enumerate(calendar.month_name)
    if name
    for length in {3, 4, len(name)}
}
_ISO = re.compile(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?(?![\d])(?:[T ].*)?\Z", re.DOTALL)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})\Z")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[ .-]+(?P<name>[A-Za-z]{3,9})\.?,?[ .-]+(?P<y>\d{4})\b")
_MONTH_FIRST = re.compile(r"(?P<name>[A-Za-z]{3,9})\.?[ ]+(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?,?[ ]+)?(?P<y>\d{4})\b")
_NUMERIC = re.compile(r"(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y>\d{4})\b")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a front matter states. ``body`` is the offset of the text after it, ``title_span`` where the title's words
    stand in it. Without front matter ``body`` is 0 and all else None."""

    body: int = 0
    title: str | None = None
    title_span: tuple[int, int] | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def front_matter(text: str) -> FrontMatter:
    """The front matter at the head of ``text`` (normalised newlines).

    Malformed YAML that still is one ``key: value`` a line ("title: Minister: we buy") is read line by line; anything
    else that is no mapping is left to the text.
    """
    fence = _FENCED.match(text, 0, _LONGEST) if text.lstrip()[:3] == "---" else None
    if fence is None:
        return FrontMatter()
    inside = fence["inside"]
    pairs = _yaml(inside)
    if pairs is None:
        pairs = _line_by_line(inside)
    if not pairs:
        return FrontMatter()
    title = pairs.get("title")
    return FrontMatter(
        body=fence.end(),
        title=title,
        title_span=_title_span(inside, fence.start("inside"), title),
        publisher=pairs.get("publisher"),
        published=iso_date(pairs.get("published") or pairs.get("date")),
        url=pairs.get("url"),
        language=pairs.get("language"),
    )


def iso_date(stated: str | None) -> str | None:
    """A date as ISO 8601, no more exact than stated: ``"22 June 2024"`` gives ``2024-06-22``, ``"June 2024"`` gives
    ``2024-06``, ``"03/04/2024"`` (whose day and month cannot be told apart) gives ``2024``, ``"soon"`` None."""
    if not stated:
        return None
    stated = stated.strip()
    for pattern in (_ISO, _COMPACT):
        found = pattern.match(stated)
        if found:
            return _checked(found["y"], found["m"], found["d"])
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        found = pattern.search(stated)
        if found and found["name"].lower() in _MONTHS:
            return _checked(found["y"], str(_MONTHS[found["name"].lower()]), found["d"])
    found = _NUMERIC.search(stated)
    if found:
        first, second = int(found["a"]), int(found["b"])
        if first > 12:
            return _checked(found["y"], found["b"], found["a"])
        if second > 12:
            return _checked(found["y"], found["a"], found["b"])
        return found["y"] if first != second else _checked(found["y"], found["a"], found["b"])
    return None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day else 7 if month else 4]


def _yaml(inside: str) -> dict[str, str] | None:
    """The scalars of a YAML mapping, all as they are written."""
    try:
        loaded = plain_yaml.load(inside)
    except (yaml.YAMLError, ValueError):
        return None
    if not isinstance(loaded, dict):
        return None
    return {
        key.strip().lower(): value.strip()
        for key, value in loaded.items()
        if isinstance(key, str) and isinstance(value, str) and value.strip()
    }


def _line_by_line(inside: str) -> dict[str, str] | None:
    pairs: dict[str, str] = {}
    for line in inside.split("\n"):
        if not line.strip():
            continue
        pair = _PAIR.match(line.strip())
        if pair is None:
            return None
        value = _unquoted(pair["value"].strip())
        if value:
            pairs[pair["key"].lower()] = value
    return pairs


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value


def _title_span(inside: str, offset: int, title: str | None) -> tuple[int, int] | None:
    """Where the title's words stand: verbatim after its key, else what the key's line holds."""
    if title is None:
        return None
    at = 0
    for line in inside.split("\n"):
        pair = _PAIR.match(line.strip())
        if pair is not None and pair["key"].lower() == "title":
            found = inside.find(title, at)
            if found >= 0:
                return offset + found, offset + found + len(title)
            raw = _unquoted(pair["value"].strip())
            start = inside.find(raw, at) if raw not in ("", ">", "|", ">-", "|-") else -1
            return (offset + start, offset + start + len(raw)) if start >= 0 else None
        at += len(line) + 1
    return None
