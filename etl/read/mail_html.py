"""The HTML of a mail without what it quotes, and its words as far as they have to be known to choose among parts."""

from __future__ import annotations

import html
import re

from etl.read.mail_text import words_for

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})\b(?P<rest>[^<>]{0,3000})>")
_QUOTE = re.compile(r"""\btype\s*=\s*["']?cite\b""", re.IGNORECASE)
_NAMED = re.compile(r"""\b(?:class|id)\s*=\s*(?:"([^"]{0,300})"|'([^']{0,300})'|([\w-]{1,300}))""", re.IGNORECASE)
_BREAKS = frozenset(("br", "p", "div", "tr", "li", "h1", "h2", "h3", "table", "blockquote"))
_UNSEEN = frozenset(("style", "script", "title", "head"))


def without_quotes(page: str) -> str:
    """The page of a mail without other mails that it quotes and without a signature, as far as the programs that wrote
    it mark them; as it is where nothing else would be left."""
    kept: list[str] = []
    at = 0
    inside: tuple[str, int] | None = None  # the element that is left out, and how many of its name are open
    for tag in _TAG.finditer(page):
        name = tag["name"].lower()
        if inside is not None:
            if name == inside[0]:
                inside = name, inside[1] + (-1 if tag["close"] else 1)
            if inside[1] == 0:
                inside, at = None, tag.end()
            continue
        if tag["close"] or tag["rest"].endswith("/"):
            continue
        marks = _marks(tag["rest"])
        if marks & words_for("html_rest"):
            kept.append(page[at : tag.start()])
            at = len(page)
            break
        if (name == "blockquote" and _QUOTE.search(tag["rest"])) or marks & words_for("html_quote"):
            kept.append(page[at : tag.start()])
            inside = name, 1
    if inside is None:
        kept.append(page[at:])
    found = "".join(kept)
    return found if words_of(found).strip() else page


def words_of(page: str) -> str:
    """The words that a page shows, roughly, a line for each line of it."""
    shown: list[str] = []
    at = 0
    unseen: str | None = None
    for tag in _TAG.finditer(page):
        name = tag["name"].lower()
        if unseen is None:
            shown.append(page[at : tag.start()])
            if name in _BREAKS:
                shown.append("\n")
            if name in _UNSEEN and not tag["close"]:
                unseen = name
        elif name == unseen and tag["close"]:
            unseen = None
        at = tag.end()
    if unseen is None:
        shown.append(page[at:])
    return html.unescape("".join(shown))


def _marks(attributes: str) -> set[str]:
    """The classes and the identifier of an element, in small letters."""
    found = (one for groups in _NAMED.findall(attributes) for one in groups)
    return {word for words in found for word in words.lower().split()}
