"""Reads texts on the arms trade and makes a checked dataset of arms transfers.

``extract`` gives the deals and transfers of one text, ``build`` a dataset from files, ``compare`` sets a dataset beside
SIPRI's trade register, ``diff`` tells what changed from one dataset to another.
"""

from __future__ import annotations

from dataclasses import replace

from etl.build import BuildResult, build
from etl.compare import Comparison, compare
from etl.diff import Difference, diff
from etl.extraction import Extraction

__all__ = ["BuildResult", "Comparison", "Difference", "Extraction", "build", "compare", "diff", "extract"]


def extract(
    text: str, *, title: str | None = None, publisher: str | None = None, published: str | None = None
) -> Extraction:
    """Everything that ``text`` reports: deals with their transfers, and all figures. Never raises on any text.

    ``published`` is the date of publication (``2024-06-22``, ``2024-06`` or ``2024``), from which "last December" and
    "next year" are counted. YAML front matter in the text gives what is not given here. Of a text in another language
    than English there are figures only.
    """
    from etl.languages import extract_figures, is_english, language_of
    from etl.link import extract_document
    from etl.read import read_text

    document = read_text(text, title=title, publisher=publisher, published=published)
    document = replace(document, language=language_of(document))
    return extract_document(document) if is_english(document.language) else extract_figures(document)
