"""Fits the weights of ``etl/lexicon/stage_weights.csv`` and measures what they are worth.

    .venv/bin/python benchmarks/learn_stages.py            measure, print the section of docs/accuracy.md
    .venv/bin/python benchmarks/learn_stages.py --write    fit, write the weights, and put the section into the page

The rows of ``tests/gold`` and ``tests/practice`` that answer a right one teach which stage goes with what a text tells
of a row. Figures for these two are cross-validated: five folds by document, so that no row is weighed by weights that
saw its document. ``tests/unseen`` and ``tests/clusters_unseen`` are weighed by the weights as they are written. The
same documents give the same bytes. Run ``calibrate.py`` afterwards: a confidence counts how far a stage is borne out.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scored import PAGE, ROOT, load_score, measured, replace_section
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from etl.link.bearing import ALWAYS, Bears, bears_out, likelihoods, log_odds
from schemas.vocabulary import Stage

WEIGHTS = ROOT / "etl" / "lexicon" / "stage_weights.csv"
BEGIN, END = "<!-- stages: written by benchmarks/learn_stages.py -->", "<!-- end of stages -->"
WORKED_ON = ("gold", "practice")
FOLDS, STRENGTH, LEAST = 5, 0.1, 8
"""Folds of the cross-validation, the inverse strength of the L2 penalty, rows of which something must be told."""

Weights = Mapping[str, tuple[float, ...]]
"""By what is told of a row, a weight for each stage in its order."""


class Known(NamedTuple):
    """A row whose stage is known: its document, what is told of it, its stage as the rules read it and in truth."""

    document: str
    told: frozenset[str]
    read: Stage
    stage: Stage


def known_rows(folder: Path, score: Any) -> Iterator[Known]:
    """The rows of a folder of gold documents that answer a right one."""
    seen: list[tuple[frozenset[str], Stage]] = []

    def note(told: frozenset[str], read: Stage) -> float:
        seen.append((told, read))
        return 0.0

    for document in measured(folder, score, lambda _: note):
        for n, m in sorted(document.paired.items()):
            if not document.golds[m]["optional"]:
                yield Known(document.name, *seen[n], Stage(document.golds[m]["stage"]))
        seen.clear()


def fit(rows: Sequence[Known]) -> Weights:
    """The weights fitted to rows, to two places, of what is told of enough of them."""
    count = Counter(name for row in rows for name in row.told)
    names = sorted(name for name, times in count.items() if times >= LEAST)
    told = np.array([[float(name in row.told) for name in names] for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8).fit(told, [row.stage.value for row in rows])
    order = [list(model.classes_).index(stage.value) for stage in Stage]
    table = np.column_stack((model.intercept_, model.coef_))[order].T.round(2) + 0.0
    return {name: tuple(weights) for name, weights in zip((ALWAYS, *names), table.tolist(), strict=True)}


def folds(rows: Sequence[Known]) -> Iterator[tuple[set[str], Weights]]:
    """Documents, with the weights that did not see them."""
    groups = [row.document for row in rows]
    for train, test in GroupKFold(FOLDS).split(rows, groups=groups):
        yield {groups[n] for n in test}, fit([rows[n] for n in train])


def out_of_fold(score: Any) -> Callable[[str], Bears]:
    """How the stages of a document are borne out: by weights that did not see it, else by those of the lexicon."""
    rows = [row for name in WORKED_ON for row in known_rows(ROOT / "tests" / name, score)]
    ways: dict[str, Bears] = {}
    for documents, weights in folds(rows):
        ways |= dict.fromkeys(documents, partial(log_odds, weights))
    return lambda document: ways.get(document, bears_out)


def report(title: str, rows: Sequence[Known], weights: Mapping[str, Weights]) -> str:
    """A row of the table: how often rules and weights are right, the rules also where both agree and where not."""
    read = np.array([row.read is row.stage for row in rows])
    likely = [likelihoods(weights[row.document], row.told) for row in rows]
    told = [max(found, key=found.__getitem__) for found in likely]
    right = np.array([stage is row.stage for stage, row in zip(told, rows, strict=True)])
    same = np.array([stage is row.read for stage, row in zip(told, rows, strict=True)])
    cells = (f"{share:.2f}" for share in (read.mean(), right.mean(), read[same].mean(), read[~same].mean()))
    return f"| {title} | {len(rows)} | {' | '.join(cells)} | {int((~same).sum())} |"


def main() -> None:
    """Measure, and fit where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights and the section of docs/accuracy.md")
    write = parser.parse_args().write
    score = load_score()
    sets = {name: list(known_rows(ROOT / "tests" / name, score)) for name in (*WORKED_ON, "unseen")}
    stories = sorted(story for story in (ROOT / "tests" / "clusters_unseen").iterdir() if story.is_dir())
    sets["unseen stories"] = [row for story in stories for row in known_rows(story, score)]
    worked_on = [row for name in WORKED_ON for row in sets[name]]
    weights = fit(worked_on)
    if write:
        with WEIGHTS.open("w", encoding="utf-8", newline="") as stream:
            table = csv.writer(stream, lineterminator="\n")
            table.writerow(("told", *Stage))
            table.writerows((name, *(f"{weight:.2f}" for weight in row)) for name, row in weights.items())
    unaware = {document: found for documents, found in folds(worked_on) for document in documents}
    lines = [
        "| documents | rows | rules right | weights right | rules right where both agree | where they differ | rows |",
        "|---|---|---|---|---|---|---|",
        *(report(f"{name}, cross-validated", sets[name], unaware) for name in WORKED_ON),
        *(
            report(name, sets[name], {row.document: weights for row in sets[name]})
            for name in ("unseen", "unseen stories")
        ),
    ]
    section = "\n".join(lines)
    print(section)
    if write:
        replace_section(PAGE, BEGIN, END, section)


if __name__ == "__main__":
    main()
