"""Sorts the faults on the gold, and on the practice and unseen documents, into kinds for docs/accuracy.md.

    .venv/bin/python benchmarks/errors.py            print the tables
    .venv/bin/python benchmarks/errors.py --write    put them into docs/accuracy.md

Rows are paired with the right answers as ``score.py`` does. A missed row stands beside a spurious one where both are
told in the same words of the text: then a party, a name or a number keeps them apart. The gold is also scored in five
parts, of every fifth document each, which tells how far one collection's score can be from another's.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from calibrate import PAGE, ROOT, as_scored, load_score, replace_section

BEGIN, END = "<!-- errors: written by benchmarks/errors.py -->", "<!-- end of errors -->"
SETS = ("gold", "practice", "unseen")
PARTS = 5


def read(folder: Path, score: Any) -> dict[str, tuple[list[Any], list[dict[str, Any]], list[dict[str, Any]], str]]:
    """A document's transfers, the same as ``score.py`` reads them, its right answers and its text."""
    from etl.link import extract_document
    from etl.read import read_path

    found = {}
    for name, golds in score.read_gold(folder).items():
        (document,) = read_path(folder / f"{name}.txt")
        made = [(deal, t) for deal in extract_document(document).deals for t in deal.transfers]
        found[name] = ([t for _, t in made], [as_scored(*row) for row in made], golds, document.text)
    return found


def kinds(documents: dict[str, Any], score: Any) -> Counter[str]:
    """How many faults there are of each kind."""
    count: Counter[str] = Counter()
    for transfers, made, golds, text in documents.values():
        paired = dict(score.pair(made, golds))
        lost = [g for n, g in enumerate(golds) if n not in paired.values() and not g["optional"]]
        extra = [t for n, t in enumerate(transfers) if n not in paired]
        beside: set[int] = set()
        for gold in lost:
            at = text.find(gold["surface"] or "\0")
            twin = next((t for t in extra if at >= 0 and t.start <= at < t.end and id(t) not in beside), None)
            beside |= {id(twin)} if twin is not None else set()
            count["missed row, a wrong one beside it" if twin is not None else "missed row"] += 1
        count["spurious row"] += len(extra) - len(beside)
        for n, m in paired.items():
            if not golds[m]["optional"]:
                count.update(cells(made[n], golds[m], score))
    return count


def cells(made: dict[str, Any], gold: dict[str, Any], score: Any) -> Sequence[str]:
    """The faults of a row's core cells."""
    faults = []
    for cell in score.CORE:
        given, known = score.given(made, cell), score.given(gold, cell)
        if given and not score.right(made, gold, cell):
            faults.append(f"{cell}, {'wrong' if known else 'not in the text'}")
        elif known and not given:
            faults.append(f"{cell}, left empty")
    return faults


def scores(documents: dict[str, Any], score: Any) -> str:
    """Rows, exact rows and cells F1 of some documents, as cells of a table."""
    rows = {name: [{**row, **_OPEN} for row in made] for name, (_, made, _, _) in documents.items()}
    result, _ = score.score(rows, {name: golds for name, (_, _, golds, _) in documents.items()})
    return " | ".join(f"{result[key]['f1']:.2f}" for key in ("rows", "exact_rows", "cells"))


_OPEN = {"deal": None, "evidence": "", "part_of": None}
"""What ``score.py`` wants of a row for the links between deals, which are not looked at here."""


def main() -> None:
    """Measure and print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    write = parser.parse_args().write
    sys.path.insert(0, str(ROOT))
    score = load_score()
    read_sets = {name: read(ROOT / "tests" / name, score) for name in SETS}
    counts = {name: kinds(documents, score) for name, documents in read_sets.items()}
    order = sorted({k for c in counts.values() for k in c}, key=lambda k: (-sum(c[k] for c in counts.values()), k))
    lines = [f"| kind of fault | {' | '.join(SETS)} |", "|---|---|---|---|"]
    lines += [f"| {kind} | {' | '.join(str(counts[name][kind]) for name in SETS)} |" for kind in order]
    lines += ["", "| documents | rows F1 | exact rows F1 | cells F1 |", "|---|---|---|---|"]
    gold = list(read_sets["gold"].items())
    for part in range(PARTS):
        lines.append(f"| gold, part {part + 1} of {PARTS} | {scores(dict(gold[part::PARTS]), score)} |")
    lines += [f"| {name}, {len(docs)} | {scores(docs, score)} |" for name, docs in read_sets.items()]
    section = "\n".join(lines)
    print(section)
    if write:
        replace_section(PAGE, BEGIN, END, section)


if __name__ == "__main__":
    main()
