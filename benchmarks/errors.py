"""Sorts the faults on the gold, and on the practice and unseen documents, into kinds for docs/accuracy.md.

    .venv/bin/python benchmarks/errors.py            print the tables
    .venv/bin/python benchmarks/errors.py --write    put them into docs/accuracy.md

Rows are paired with the right answers as ``score.py`` does. A missed row stands beside a spurious one where both are
told in the same words of the text: then a party, a name or a number keeps them apart. The gold is also scored in five
parts, of every fifth document each, which tells how far one collection's score can be from another's.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import Any

from scored import PAGE, ROOT, Measured, faults_of, load_score, measured, replace_section

BEGIN, END = "<!-- errors: written by benchmarks/errors.py -->", "<!-- end of errors -->"
SETS = ("gold", "practice", "unseen")
PARTS = 5


def kinds(documents: Sequence[Measured], score: Any) -> Counter[str]:
    """How many faults there are of each kind."""
    count: Counter[str] = Counter()
    for _, text, _, transfers, made, golds, paired in documents:
        lost = [g for n, g in enumerate(golds) if n not in paired.values() and not g["optional"]]
        extra = [t for n, (_, t) in enumerate(transfers) if n not in paired]
        beside: set[int] = set()
        for gold in lost:
            at = text.find(gold["surface"] or "\0")
            twin = next((t for t in extra if at >= 0 and t.start <= at < t.end and id(t) not in beside), None)
            beside |= {id(twin)} if twin is not None else set()
            count["missed row, a wrong one beside it" if twin is not None else "missed row"] += 1
        count["spurious row"] += len(extra) - len(beside)
        for n, m in paired.items():
            if not golds[m]["optional"]:
                count.update(faults_of(made[n], golds[m], score))
    return count


def scores(documents: Sequence[Measured], score: Any) -> str:
    """Rows, exact rows and cells F1 of some documents, as cells of a table."""
    rows = {d.name: [{**row, **_OPEN} for row in d.made] for d in documents}
    result, _ = score.score(rows, {d.name: d.golds for d in documents})
    return " | ".join(f"{result[key]['f1']:.2f}" for key in ("rows", "exact_rows", "cells"))


_OPEN = {"deal": None, "evidence": "", "part_of": None}
"""What ``score.py`` wants of a row for the links between deals, which are not looked at here."""


def main() -> None:
    """Measure and print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    write = parser.parse_args().write
    score = load_score()
    read_sets = {name: list(measured(ROOT / "tests" / name, score)) for name in SETS}
    counts = {name: kinds(documents, score) for name, documents in read_sets.items()}
    order = sorted({k for c in counts.values() for k in c}, key=lambda k: (-sum(c[k] for c in counts.values()), k))
    lines = [f"| kind of fault | {' | '.join(SETS)} |", "|---|---|---|---|"]
    lines += [f"| {kind} | {' | '.join(str(counts[name][kind]) for name in SETS)} |" for kind in order]
    lines += ["", "| documents | rows F1 | exact rows F1 | cells F1 |", "|---|---|---|---|"]
    for part in range(PARTS):
        lines.append(f"| gold, part {part + 1} of {PARTS} | {scores(read_sets['gold'][part::PARTS], score)} |")
    lines += [f"| {name}, {len(docs)} | {scores(docs, score)} |" for name, docs in read_sets.items()]
    section = "\n".join(lines)
    print(section)
    if write:
        replace_section(PAGE, BEGIN, END, section)


if __name__ == "__main__":
    main()
