"""Text that no spreadsheet takes for a formula.

A program that opens a CSV file runs what begins like a formula, whoever wrote it. The rule is OWASP's ("CSV
Injection"): an apostrophe goes before it, which spreadsheets take for "this is text".
"""

from __future__ import annotations

import re

# What begins a formula, or the row of another cell: = + - @ with their full-width forms, tab and line ends.
_BEGINS = "=+\\-@＝＋－＠\t\r\n"
_FIRST = frozenset("=+-@＝＋－＠\t\r\n")
# Where a spreadsheet cuts cells at semicolons or tabs, as in much of Europe, a text begins anew after each of them.
# Spaces and apostrophes before a beginning count as part of it, so that one is added to them and taken off again.
_GUARDED = re.compile(rf"(?:^|(?<=[;\t\r\n]))(?=[ ']*[{_BEGINS}])")
_GUARD = re.compile(rf"(?:^|(?<=[;\t\r\n]))'(?=[ ']*[{_BEGINS}])")


def runs(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for a formula."""
    return text.lstrip(" ")[:1] in _FIRST if text.strip(" ") else False


def guarded(text: str) -> str:
    """``text`` with an apostrophe before all that a spreadsheet could take for the beginning of a formula."""
    return _GUARDED.sub("'", text)


def unguarded(text: str) -> str:
    """The text that ``guarded`` was given."""
    return _GUARD.sub("", text)
