"""A document written another way: line ends, wrapping, quotes, spaces, signs of dollars, headline, last line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from textwrap import fill

from etl.documents import BlockKind
from tests.metamorphic.edits import Edit, Variant, edited
from tests.metamorphic.originals import Original

_BOILERPLATE = (
    "Subscribe to our newsletter for more news like this.",
    "© All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "Follow us on social media for updates.",
)
_MARKED = re.compile(r"\s*(?:[-*•|#>]|\d+[.)]|[^\s]+\s\|)")
_NUMBER_AND_WORD = re.compile(r"(?<=\d) (?=[a-z])")


def writing(original: Original) -> Iterator[Variant]:
    """The document written in each of the ways that change nothing of what it says."""
    ways = {
        "CRLF": original.text.replace("\n", "\r\n"),
        "wrapped": _wrapped(original.text),
        "curly quotes": _curled(original),
        "no-break spaces": _body_only(original, lambda body: _NUMBER_AND_WORD.sub("\u00a0", body)),
        "boilerplate": _with_last_line(original),
        "capitals": _capitals(original),
        "US$": _body_only(original, lambda body: re.sub(r"(?<![A-Za-z$])(?<!US )(?<!U.S. )\$(?=\d)", "US$", body)),
        "$": _body_only(original, lambda body: re.sub(r"\bUS\$(?=\d)", "$", body)),
    }
    dollars = {m.currency for m in original.mentions.money if "$" in m.surface or "dollar" in m.surface}
    for change, text in ways.items():
        if text != original.text and ("$" not in change or dollars == {"USD"}):
            yield Variant(change, text, original.rows)


def _body(original: Original) -> int:
    """Where the text after the front matter begins."""
    blocks = [b.start for b in original.document.blocks if b.kind is not BlockKind.TITLE]
    return min(blocks, default=0)


def _body_only(original: Original, change: Callable[[str], str]) -> str:
    body = _body(original)
    return original.text[:body] + change(original.text[body:])


def _wrapped(text: str) -> str:
    """The text with long paragraphs broken into lines of 72 characters."""
    head, body = re.match(r"(---\n.*?\n---\n)?(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    paragraphs = [p if "\n" in p or _MARKED.match(p) else _filled(p) for p in body.split("\n\n")]
    return (head or "") + "\n\n".join(paragraphs)


def _filled(paragraph: str) -> str:
    return fill(paragraph, 72, break_long_words=False, break_on_hyphens=False) if len(paragraph) > 72 else paragraph


def _curled(original: Original) -> str:
    """The text with typewriter quotes and apostrophes of its body as a printer sets them."""

    def curled(body: str) -> str:
        body = re.sub(r'(^|[\s(\[—–-])"', "\\1“", body).replace('"', "”")
        return re.sub(r"(^|[\s(\[—–“-])'(?!\d\d)", "\\1‘", body).replace("'", "’")

    return _body_only(original, curled)


def _with_last_line(original: Original) -> str:
    line = _BOILERPLATE[len(original.text) % len(_BOILERPLATE)]
    return f"{original.text.rstrip()}\n\n{line}\n"


def _capitals(original: Original) -> str:
    """The text with its headline in capitals."""
    titles = [b for b in original.document.blocks if b.kind is BlockKind.TITLE]
    return edited(original.text, [Edit(b.start, b.end, original.text[b.start : b.end].upper()) for b in titles])
