"""Office documents made in code: the story as DOCX, ODT and RTF, and small ones for single habits of the formats."""

from __future__ import annotations

import io
from html import escape
from zipfile import ZIP_STORED, ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.read import story

W = nsdecls("w")
_NAMES = {name: name for name in ("office", "text", "table", "meta", "manifest")} | {"draw": "drawing"}
ODF = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in _NAMES.items())
ODF += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
TEXT_TYPE = "application/vnd.oasis.opendocument.text"


def docx_of(*blocks: str, core: str | None = None) -> bytes:
    """A DOCX whose body is these elements, written with the prefix ``w``; ``core`` is the title in its properties."""
    document = docx.Document()
    written = parse_xml(f"<w:body {W}>{''.join(blocks)}</w:body>")
    for at, block in enumerate(list(written)):
        document.element.body.insert(at, block)
    document.core_properties.title = core or ""
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document of python-docx."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def docx_story() -> bytes:
    """The story as a DOCX with Word's own styles."""
    document = docx.Document()
    document.core_properties.title = story.TITLE
    document.add_heading(story.TITLE, 0)
    document.add_paragraph("Warsaw, 22 June 2024")
    for kind, words in story.PARTS:
        if isinstance(words, tuple):
            if kind == "header":
                table = document.add_table(0, len(words))
            for cell, text in zip(table.add_row().cells, words, strict=True):
                cell.text = text
        elif kind == "heading":
            document.add_heading(words, 1)
        else:
            document.add_paragraph(words, style="List Bullet" if kind == "item" else None)
    return saved(document)


def odt_of(body: str, meta: str = "", manifest: str = "") -> bytes:
    """An ODT with this body, metadata, and entries of its manifest."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        archive.writestr("mimetype", TEXT_TYPE)
        archive.writestr("content.xml", f"<office:document-content {ODF}><office:body><office:text>{body}</office:text>"
                                        "</office:body></office:document-content>")  # fmt: skip
        archive.writestr(
            "meta.xml", f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>"
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {ODF}>{manifest}</manifest:manifest>")
    return file.getvalue()


def fodt_of(body: str) -> bytes:
    """A flat ODT with this body."""
    written = f"<office:body><office:text>{body}</office:text></office:body>"
    root = f'office:document {ODF} office:mimetype="{TEXT_TYPE}"'
    return f'<?xml version="1.0"?><{root}>{written}</office:document>'.encode()


def odt_story() -> str:
    """The body of the story as ODT."""
    parts = [f'<text:h text:outline-level="1">{escape(story.TITLE)}</text:h><text:p>Warsaw, 22 June 2024</text:p>']
    for at, (kind, words) in enumerate(story.PARTS):
        before = story.PARTS[at - 1][0] if at else ""
        after = story.PARTS[at + 1][0] if at + 1 < len(story.PARTS) else ""
        if isinstance(words, tuple):
            cells = "".join(f"<table:table-cell><text:p>{escape(word)}</text:p></table:table-cell>" for word in words)
            row = f"<table:table-row>{cells}</table:table-row>"
            header = f"<table:table><table:table-header-rows>{row}</table:table-header-rows>"
            parts.append((header if kind == "header" else row) + ("</table:table>" if after != "row" else ""))
        elif kind == "item":
            item = f"<text:list-item><text:p>{escape(words)}</text:p></text:list-item>"
            parts.append(f"{'<text:list>' * (before != 'item')}{item}{'</text:list>' * (after != 'item')}")
        else:
            name = "text:h" if kind == "heading" else "text:p"
            parts.append(f"<{name}>{escape(words)}</{name}>")
    return "".join(parts)


def rtf_of(body: str) -> bytes:
    """An RTF with this body."""
    head = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}{\f1\fcharset204 Arial;}}"
    styles = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s20 List;}}"
    return (head + styles + "\n" + body + "}").encode("ascii")


def rtf_words(words: str) -> str:
    """Words as RTF writes them."""
    return "".join(
        mark if mark.isascii() else f"\\u{ord(mark) - (65536 if ord(mark) > 32767 else 0)}?" for mark in words
    )


def rtf_story() -> bytes:
    """The story as RTF."""
    title = rtf_words(story.TITLE)
    lines = [rf"{{\info{{\title {title}}}}}\pard\s1 {title}\par\pard Warsaw, 22 June 2024\par"]
    for kind, words in story.PARTS:
        if isinstance(words, tuple):
            cells = "".join(rf"{rtf_words(word)}\cell " for word in words)
            head = r"\trhdr" if kind == "header" else ""
            lines.append(rf"\trowd{head}\cellx1000\cellx2000\cellx3000\cellx4000\pard\intbl {cells}\row")
        elif kind == "item":
            lines.append(rf"{{\listtext\pard\plain \'95\tab}}\pard\ls1\ilvl0 {rtf_words(words)}\par")
        else:
            style = r"\s1" if kind == "heading" else ""
            lines.append(rf"\pard{style} {rtf_words(words)}\par")
    return rtf_of("\n".join(lines))
