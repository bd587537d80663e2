"""What the styles of a Word document say of a paragraph: heading, title, or item of a list, and how deep."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.read.office import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading (\d)\Z")
_CONTENTS = re.compile(r"toc \d\Z")
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?\Z")
_LONGEST_CHAIN = 20  # styles based on styles; a longer chain is a circle


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph: ``outline`` is the level of a heading ("0" the highest), ``numbering`` the
    list and the level of an item. ``contents`` is a line of a table of contents."""

    title: bool = False
    contents: bool = False
    outline: str | None = None
    numbering: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class _Stated:
    name: str
    based_on: str | None
    outline: str | None
    number: str | None
    level: int


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their identifiers."""

    stated: dict[str, _Stated]
    default: str | None

    @staticmethod
    def of(root: _Element | None) -> Styles:
        """The styles in styles.xml."""
        stated: dict[str, _Stated] = {}
        default = None
        for style in root if root is not None else ():
            if local(style) != "style" or _value(style, "type") not in (None, "paragraph"):
                continue
            identifier = _value(style, "styleId") or ""
            stated[identifier] = _stated(style)
            if _value(style, "default") in ("1", "true"):
                default = identifier
        return Styles(stated, default)

    def of_paragraph(self, identifier: str | None) -> Style:
        """What the style of this identifier, or else the usual one, makes of a paragraph."""
        outline: str | None = None
        number: str | None = None
        level: int | None = None
        title = contents = False
        following = identifier or self.default
        for _ in range(_LONGEST_CHAIN):
            style = self.stated.get(following or "")
            if style is None:
                break
            title = title or style.name == "title"
            contents = contents or _CONTENTS.match(style.name) is not None
            heading = _HEADING.match(style.name)
            outline = outline or style.outline or (str(int(heading[1]) - 1) if heading and heading[1] != "0" else None)
            number = number or style.number
            listed = _LIST.match(style.name)
            if level is None and listed:
                level = int(listed[1] or 1) - 1
            level = style.level if level is None and style.level else level
            following = style.based_on
        return Style(title, contents, outline, (number, level or 0) if number else None)


def _stated(style: _Element) -> _Stated:
    name, based_on, outline, number, level = "", None, None, None, 0
    for child in style:
        if local(child) == "name":
            name = (_value(child, "val") or "").casefold()
        elif local(child) == "basedOn":
            based_on = _value(child, "val")
        elif local(child) == "pPr":
            for one in child.iter():
                value = _value(one, "val")
                if local(one) == "outlineLvl":
                    outline = value
                elif local(one) == "numId":
                    number = value
                elif local(one) == "ilvl" and value is not None and value.isdecimal():
                    level = int(value)
    return _Stated(name, based_on, outline, number, level)


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which levels of the lists of a document have no marks, and so are no lists."""

    unmarked: frozenset[tuple[str, int]]

    @staticmethod
    def of(root: _Element | None) -> Numbering:
        """The lists in numbering.xml."""
        kinds: dict[str, set[int]] = {}
        unmarked: set[tuple[str, int]] = set()
        for child in root if root is not None else ():
            identifier = _value(child, "abstractNumId" if local(child) == "abstractNum" else "numId") or ""
            if local(child) == "abstractNum":
                kinds[identifier] = {
                    int(_value(level, "ilvl") or 0)
                    for level in child
                    if local(level) == "lvl"
                    and any(local(one) == "numFmt" and _value(one, "val") == "none" for one in level)
                }
            elif local(child) == "num":
                abstract = next((_value(one, "val") for one in child if local(one) == "abstractNumId"), None)
                unmarked.update((identifier, level) for level in kinds.get(abstract or "", ()))
        return Numbering(frozenset(unmarked))

    def depth(self, number: str, level: int) -> int | None:
        """How deep an item of a list lies, None where it has no mark."""
        return None if (number, level) in self.unmarked else min(level, 8)


def _value(element: _Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)
