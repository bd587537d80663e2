"""A text that came apart from what is known of it: the row of a table, the body of a mail, an article of an export."""

from __future__ import annotations

import html
import re

from etl.documents import Document
from etl.read.compose import Plain, compose
from etl.read.source import Known, Source, Unreadable

FORMAT = "record"
_HTML = "html"
_CHAPTER = "chapter"  # HTML of which all is text
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_TAG = re.compile(r"</(?:p|div|span|body|article|section|h[1-6]|ul|ol|li|table|td|a|b|i|em|strong)\s*>|<br\s*/?>", re.I)
_ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Only a text without a newline of its own has had them written out.
_WRITTEN_NEWLINE = re.compile(r"(?:\\r)?\\n(?![a-z])")


def looks_like_html(text: str) -> bool:
    """Whether a text is a piece of HTML: it closes an element, or breaks a line by one."""
    return _TAG.search(text) is not None


def record(path: str, text: str, known: Known, markup: bool | None = None) -> Source:
    """The source that a text is. ``markup`` says whether it is HTML; None has it told by its words."""
    if looks_like_html(text) if markup is None else markup:
        return html_source(path, text, known, all_text=True)
    if "\n" not in text:
        text = _WRITTEN_NEWLINE.sub("\n", text)
    if _ENTITY.search(text):
        text = html.unescape(text)
    return Source.of(path, _encoded(text), FORMAT, known)


def _encoded(text: str) -> bytes:
    """Text in UTF-8, halves of characters that JSON can hold replaced."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode("utf-8")


def html_source(path: str, text: str, known: Known, all_text: bool = False) -> Source:
    """The source that a text in HTML is; a piece of a page is made a whole one. ``all_text`` says that nothing in it
    belongs to the page only."""
    piece = not _WHOLE_PAGE.search(text[:2000])
    if piece:
        text = f'<html><head><meta charset="utf-8"></head><body><article>\n{text}\n</article></body></html>'
    return Source.of(path, _encoded(text), _html_format(all_text and piece), known, "utf-8")


def _html_format(all_text: bool) -> str:
    """The name of the format that reads HTML; that of text as long as there is none."""
    from etl.read.registry import FORMATS

    names = {kind.name for kind in FORMATS}
    return next((name for name in (_CHAPTER if all_text else _HTML, _HTML) if name in names), "text")


def read_record(source: Source) -> Document | Unreadable:
    """The document that a record is: its lines tell its paragraphs, and its title, which is not in them, is its first
    block."""
    return compose([Plain(source.raw.decode("utf-8", "replace"))], source)
