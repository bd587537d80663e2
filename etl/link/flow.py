"""A document as running text: however its lines are broken, its spaces set and its headline written, one reading.

Each character has one in its place, so that every offset into the running text is one into the text as written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from etl.documents import Block, BlockKind, Document
from etl.extraction import Deal, Evidence, Extraction, Transfer

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " ") | {"\u2011": "-"})
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\u2019(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+(?:[-/.'&][^\W_]+)*")

_SHOUTED = 12
"""Letters from which a headline without a small one is one in capitals and no acronym."""

_ACRONYM = 4
"""Letters up to which a word that the text has nowhere else may be an acronym."""


def running(document: Document) -> Document:
    """The document with one kind of space, hyphen and apostrophe, no line ends inside a block of prose, and headlines
    in capitals written as the rest of the text writes their words."""
    text = _APOSTROPHE.sub("'", document.text.translate(_SPACES))
    spelled = _spellings(document, text) if any(_is_shouted(text, block) for block in document.blocks) else {}
    pieces: list[str] = []
    at = 0
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            words = text[block.start : block.end].replace("\n", " ")
            if _is_shouted(text, block):
                words = _WORD.sub(lambda match: _spelled(match[0], spelled), words)
            pieces += [text[at : block.start], words]
            at = block.end
    return replace(document, text="".join([*pieces, text[at:]]))


def _is_shouted(text: str, block: Block) -> bool:
    words = text[block.start : block.end] if block.kind in (BlockKind.TITLE, BlockKind.HEADING) else ""
    return words.isupper() and sum(c.isalpha() for c in words) >= _SHOUTED


def _spellings(document: Document, text: str) -> Mapping[str, str]:
    """How a text outside of headlines in capitals most often writes each word, by the word in capitals."""
    for block in (block for block in document.blocks if _is_shouted(document.text, block)):
        text = text[: block.start] + " " * (block.end - block.start) + text[block.end :]
    found = Counter(match[0].removesuffix("'s") for match in _WORD.finditer(text))
    spelled: dict[str, str] = {}
    for word, _ in sorted(found.items(), key=lambda pair: (pair[1], pair[0])):
        if len(word.upper()) == len(word):
            spelled[word.upper()] = word
    return spelled


def _spelled(word: str, spelled: Mapping[str, str]) -> str:
    """A word in capitals as the text writes it elsewhere, perhaps without its ending; else with a capital only."""
    for ending in ("", "'S", "S"):
        stem = word.removesuffix(ending)
        if (known := spelled.get(stem)) and word.endswith(ending):
            return known + ending.lower()
    stem = word.removesuffix("'S")
    ordinary = stem.isalpha() and len(stem) > _ACRONYM and len(word.capitalize()) == len(word)
    return word.capitalize() if ordinary else word


def as_written(text: str, found: Extraction) -> Extraction:
    """What was found in a running text, with its evidence in the words of the ``text`` as written."""
    figures = tuple(replace(f, surface=text[f.start : f.end]) for f in found.figures)
    return Extraction(tuple(_deal(text, deal) for deal in found.deals), figures)


def _deal(text: str, deal: Deal) -> Deal:
    rows = tuple(_transfer(text, row) for row in deal.transfers)
    return replace(deal, evidence=text[deal.start : deal.end], cells=_cells(text, deal.cells), transfers=rows)


def _transfer(text: str, row: Transfer) -> Transfer:
    return replace(row, evidence=text[row.start : row.end], cells=_cells(text, row.cells))


def _cells(text: str, cells: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(replace(cell, surface=text[cell.start : cell.end]) for cell in cells)
