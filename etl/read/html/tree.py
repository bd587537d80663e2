"""The markup of a page as a tree without what no reader sees, of bounded depth."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from etl.read.html.marks import named

_DEEPEST = 400  # no page is laid out in deeper boxes, and work on a tree grows with its depth
# Tags without text for a reader; a form is looked at, as some sites wrap the whole page in one.
_UNSEEN = (
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video",
    "button", "select", "textarea", "input", "datalist", "dialog", "map", "head", "applet", "noframes", "del", "s",
    "strike", "rp", "rt",
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
_BOXES = frozenset((
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
))  # fmt: skip
_EMPTY_LINES = re.compile(r"(?:<br><br>\s*+)++")
_NOT_XML_NAMED = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?",
    re.IGNORECASE,
)
_BLOATED = re.compile(r"<([a-zA-Z][\w:-]{0,40}+)[^<>]{20000,}+>")  # a picture written into its tag, or an attack
# What XML cannot hold, and a tree therefore does not take.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = re.compile(r"<!DOCTYPE[^<>\[]{0,500}\[[^\]]*\]\s*>", re.IGNORECASE)  # which nobody expands
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_XML = re.compile(r"\s*<\?xml[^<>]*>")
_ESCAPED_BLOCK = re.compile(r"<(?:p|div|h[1-6]|br|table)\b[^<>]*>", re.IGNORECASE)


def tree_of(markup: str) -> HtmlElement | None:
    """The tree of a page, of a fragment, or of XML with HTML in it, escaped or not; None where there is no tag or text
    in it. Nothing outside the markup is fetched and no entity of its own is expanded."""
    markup = _BLOATED.sub(r"<\1>", _NOT_XML_NAMED.sub(" ", NOT_XML.sub(" ", markup)))
    declared = _XML.match(markup)
    if declared:
        markup = _CDATA.sub("", _ENTITIES.sub("", markup[declared.end() :], count=1))
    root = _parsed(markup)
    if root is not None and _depth(root) >= _DEEPEST:
        root = _parsed(_flattened(markup))
    if root is not None and declared and not any(True for _ in root.iter("p", "div", "br", "table")):
        inner = "".join(root.itertext())
        if _ESCAPED_BLOCK.search(inner):
            root = _parsed(inner)
    return root


def _parsed(markup: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _depth(root: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _flattened(markup: str) -> str:
    """The markup with its boxes turned into empty lines and all other tags left out, for what is nested too deep."""
    flat = _TAG.sub(lambda tag: "<br><br>" if tag[2].lower() in _BOXES else " ", _without_unseen(markup))
    return _EMPTY_LINES.sub("<br><br>", flat)


def _without_unseen(markup: str) -> str:
    for tag in ("script", "style"):
        pieces = re.split(rf"<{tag}\b|</{tag}\s*>", markup, flags=re.IGNORECASE)
        markup = "".join(pieces[::2])
    return markup


def body_of(root: HtmlElement, hidden: bool = False) -> HtmlElement:
    """The body of a page, with all taken out that no reader sees; what is only hidden from sight stays if ``hidden``.

    Changes ``root``: it is of no use for the page's metadata afterwards.
    """
    body = root.find(".//body")
    body = root if body is None else body
    for element in list(body.iter(*_UNSEEN)):
        _drop(element)
    if not hidden:
        for element in list(body.iterdescendants()):
            if _is_hidden(element):
                _drop(element)
    _open_forms(body)
    return body


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    known = element.attrib
    return (
        "hidden" in known
        or known.get("aria-hidden") == "true"
        or ("style" in known and _HIDDEN.search(known["style"]) is not None)
        or named(element, "unseen")
    )


def _open_forms(body: HtmlElement) -> None:
    """Opens the forms that hold most of a page."""
    forms = list(body.iter("form"))
    if forms:
        whole = len("".join(body.itertext()).split())
        for form in forms:
            if 2 * len("".join(form.itertext()).split()) > whole:
                form.drop_tag()
