"""Fits the weights of ``etl/lexicon/confidence.csv`` and measures how well the confidences hold.

    .venv/bin/python benchmarks/calibrate.py            measure, print the section of docs/accuracy.md
    .venv/bin/python benchmarks/calibrate.py --write    fit, write the weights, and put the section into the page

The rows of ``tests/gold`` and ``tests/practice`` are extracted and paired with their right answers as ``score.py``
does. Figures for these two are cross-validated: five folds by document, so that no row is rated by weights that saw its
document; how far its stage is borne out is told by weights that did not see it either (``learn_stages.py``). The rules
were written with these documents, so rows of others are right less often: one number, fitted on
``tests/clusters_practice``, is added for that. ``tests/unseen`` and ``tests/clusters_unseen`` are rated by the weights
as they are written. The same documents give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from learn_stages import out_of_fold
from scored import PAGE, ROOT, faults_of, load_score, measured, replace_section
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from etl.link.confidence import BORNE_OUT, features

WEIGHTS = ROOT / "etl" / "lexicon" / "confidence.csv"
BEGIN, END = "<!-- calibration: written by benchmarks/calibrate.py -->", "<!-- end of calibration -->"
FOLDS, STRENGTH = 5, 0.3
"""Folds of the cross-validation, and the inverse strength of the L2 penalty on the weights."""


class Rated(NamedTuple):
    """A row that the extractor made: its document, what speaks for or against it, and whether it is right.

    ``borne_out`` is how far its stage is borne out, as log odds.
    """

    document: str
    features: frozenset[str]
    borne_out: float
    right: bool


def rows_of(folder: Path, score: Any, bears: Callable[[str], Any]) -> Iterator[Rated]:
    """The rows that the extractor makes of a folder of gold documents, but not those of optional items."""
    odds: list[float] = []

    def noting(name: str) -> Any:
        return lambda told, stage: odds.append(bears(name)(told, stage)) or odds[-1]

    for document in measured(folder, score, noting):
        for n, (deal, transfer) in enumerate(document.transfers):
            gold = document.golds[document.paired[n]] if n in document.paired else None
            if gold is not None and gold["optional"]:
                continue
            yield Rated(
                document.name,
                frozenset(features(transfer, deal, document.found)),
                odds[n],
                gold is not None and not faults_of(document.made[n], gold, score),
            )
        odds.clear()


def of_stories(folder: Path, score: Any, bears: Callable[[str], Any]) -> list[Rated]:
    """The rows that the extractor makes of a folder of story clusters."""
    stories = sorted(story for story in folder.iterdir() if story.is_dir())
    return [row for story in stories for row in rows_of(story, score, bears)]


def matrix(rows: Sequence[Rated], names: Sequence[str]) -> np.ndarray:
    """A column a feature, one where a row has it, and last how far its stage is borne out."""
    return np.array([[*(float(name in row.features) for name in names), row.borne_out] for row in rows])


def fit(rows: Sequence[Rated], names: Sequence[str]) -> LogisticRegression:
    """The model fitted to rows."""
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8)
    return model.fit(matrix(rows, names), [row.right for row in rows])


def cross_validated(rows: Sequence[Rated], names: Sequence[str]) -> np.ndarray:
    """The probability of each row by a model that did not see its document."""
    given = np.zeros(len(rows))
    groups = [row.document for row in rows]
    for train, test in GroupKFold(FOLDS).split(rows, groups=groups):
        model = fit([rows[i] for i in train], names)
        given[test] = model.predict_proba(matrix([rows[i] for i in test], names))[:, 1]
    return given


def logit(probability: np.ndarray) -> np.ndarray:
    """The logarithm of the odds."""
    return np.log(probability / (1 - probability))


def shift(given: np.ndarray, right: Sequence[bool]) -> float:
    """What to add to the logarithm of the odds so that as many rows are right as the probabilities add up to.

    That is the maximum of the likelihood. It is found by halving between -6 and 6.
    """
    low, high, wanted = -6.0, 6.0, float(sum(right))
    for _ in range(60):
        middle = (low + high) / 2
        more = (1 / (1 + np.exp(-logit(given) - middle))).sum() < wanted
        low, high = (middle, high) if more else (low, middle)
    return low


def shifted(given: np.ndarray, by: float) -> np.ndarray:
    """Probabilities with ``by`` added to the logarithm of their odds."""
    return 1 / (1 + np.exp(-logit(given) - by))


def report(title: str, given: np.ndarray, right: Sequence[bool]) -> Iterator[str]:
    """A reliability table in tenths, with the expected calibration error and the Brier score."""
    truth = np.array(right, dtype=float)
    bins = np.minimum((given * 10).astype(int), 9)
    yield f"{title}: {len(truth)} rows, {truth.mean():.2f} of them right."
    yield ""
    yield "| confidence | rows | mean confidence | right |"
    yield "|---|---|---|---|"
    error = 0.0
    for tenth in sorted(set(bins.tolist())):
        inside = bins == tenth
        mean, share = given[inside].mean(), truth[inside].mean()
        error += inside.mean() * abs(mean - share)
        yield f"| {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} | {inside.sum()} | {mean:.2f} | {share:.2f} |"
    yield ""
    brier, flat = ((given - truth) ** 2).mean(), truth.mean() * (1 - truth.mean())
    yield f"Expected calibration error {error:.3f}; Brier score {brier:.3f} ({flat:.3f} for one number for all)."
    yield f"Of a right row and a wrong one, the right one is the surer in {roc_auc_score(truth, given):.2f} of cases."
    yield ""


def main() -> None:
    """Measure, and fit where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights and the section of docs/accuracy.md")
    write = parser.parse_args().write
    score = load_score()
    bears = out_of_fold(score)
    gold = list(rows_of(ROOT / "tests" / "gold", score, bears))
    worked_on = gold + list(rows_of(ROOT / "tests" / "practice", score, bears))
    unseen = list(rows_of(ROOT / "tests" / "unseen", score, bears))
    unseen += of_stories(ROOT / "tests" / "clusters_unseen", score, bears)
    untouched = of_stories(ROOT / "tests" / "clusters_practice", score, bears)
    names = sorted({name for row in worked_on for name in row.features})
    given = cross_validated(worked_on, names)
    model = fit(worked_on, names)

    def rate(rows: Sequence[Rated]) -> np.ndarray:
        return np.asarray(model.predict_proba(matrix(rows, names))[:, 1])

    by = shift(rate(untouched), [row.right for row in untouched])
    if write:
        with WEIGHTS.open("w", encoding="utf-8", newline="") as stream:
            table = csv.writer(stream, lineterminator="\n")
            table.writerow(("feature", "weight"))
            table.writerow(("always", f"{model.intercept_[0] + by:.3f}"))
            table.writerows(
                (name, f"{weight:.3f}") for name, weight in zip((*names, BORNE_OUT), model.coef_[0], strict=True)
            )
    lines = [
        *report("The gold, cross-validated, before the shift", given[: len(gold)], [row.right for row in gold]),
        *report("Gold and practice, cross-validated, before the shift", given, [row.right for row in worked_on]),
        *report("Unseen, before the shift", rate(unseen), [row.right for row in unseen]),
        f"The shift, fitted on {len(untouched)} rows of tests/clusters_practice, is {by:.2f}.",
        "",
        *report("Unseen, as confidence says", shifted(rate(unseen), by), [row.right for row in unseen]),
    ]
    section = "\n".join(lines).strip()
    print(section)
    if write:
        replace_section(PAGE, BEGIN, END, section)


if __name__ == "__main__":
    main()
