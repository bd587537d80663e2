"""How fast a text's language is told, and how fast texts in other languages are read beside English ones.

python benchmarks/languages.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from etl.documents import Document
from etl.languages import detect, extract_figures, language_of
from etl.link import extract_document
from etl.read import read_text

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
WORDS = (50, 300, 1000)
ROUNDS = 3
GOLD = 40


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of a few rounds, after one that loads all tables."""
    work()
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def told(texts: Sequence[str]) -> None:
    words = " ".join(texts).split()
    for length in WORDS:
        pieces = [" ".join(words[at : at + length]) for at in range(0, min(len(words), 200 * length), length)]
        spent = seconds(lambda pieces=pieces: [detect(piece) for piece in pieces])  # type: ignore[misc]
        print(f"  language of {length} words: {len(pieces) / spent:,.0f} documents/s")


def main() -> None:
    from tests.languages import battery

    paths = sorted((ROOT / "tests" / "gold").glob("*.txt"))[:GOLD]
    english = [read_text(path.read_text(encoding="utf-8")) for path in paths]
    print("en")
    told([document.text for document in english])
    spent = seconds(lambda: [extract_document(document) for document in english])
    print(f"  transfers: {sum(len(document.text.split()) for document in english) / spent:,.0f} words/s")
    for language in battery.languages():
        text = "\n\n".join(case.sentence for case in battery.cases(language))
        print(language)
        told([text])
        document = read_text(text)

        def both(document: Document = document) -> object:
            return extract_figures(replace(document, language=language_of(document)))

        print(f"  language and figures: {len(text.split()) / seconds(both):,.0f} words/s")


if __name__ == "__main__":
    main()
