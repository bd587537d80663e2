"""The way of documents into a dataset: read, extract, price, check, store. Readable from top to bottom.

What the last build made of documents that have not changed is taken over, unless another version made it.
"""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from etl.aside import aside
from etl.check import as_rejects
from etl.engine import Engine
from etl.fingerprints import NAME, Fingerprints
from etl.intake import Intake
from etl.known import known_beside
from etl.reading import Extractor
from etl.run import Run, Told
from etl.sources import find_sources
from schemas.vocabulary import Outcome

_LARGEST = 8


@dataclass(frozen=True, slots=True)
class LargeDeal:
    """One of the largest deals of a dataset, for people to look at; ``quantity`` is the first line item's."""

    supplier: str
    recipient: str
    goods: str
    quantity: float | None
    line_items: int
    value_usd: float
    stage: str
    agreed: str | None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made: documents by outcome, accepted rows by table, refused rows, and where the files are.

    ``corrected`` is how many corrections were applied, ``not_applied`` has a sentence for each that was not.
    ``unchanged`` is how many documents were taken over from the last build, ``copies`` how many have nearly the words
    of an earlier one, ``in_part`` how many of those read could not be read as a whole, ``passed_over`` how many files
    there were that can be no documents, by kind ("picture").
    """

    output: Path
    database: Path
    outcomes: Counter[str]
    accepted: Counter[str]
    rejected: int
    largest: tuple[LargeDeal, ...]
    corrected: int = 0
    not_applied: tuple[str, ...] = ()
    unchanged: int = 0
    copies: int = 0
    in_part: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)

    @property
    def documents(self) -> int:
        """How many documents were given."""
        return self.outcomes.total()

    @property
    def read(self) -> int:
        """How many of them could be read and are not another again."""
        return self.outcomes[Outcome.TRANSFERS] + self.outcomes[Outcome.NO_TRANSFER]

    @property
    def failed(self) -> int:
        """How many of them could not be read."""
        return self.outcomes[Outcome.FAILED]

    @property
    def duplicates(self) -> int:
        """How many of them have the bytes or the words of an earlier one."""
        return self.outcomes[Outcome.DUPLICATE]

    @property
    def foreign(self) -> int:
        """How many of them are in another language than English; only their figures were read."""
        return self.outcomes[Outcome.LANGUAGE]

    @property
    def without_transfer(self) -> int:
        """How many were read and report no transfer."""
        return self.outcomes[Outcome.NO_TRANSFER]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: documents done, and how many of the ``total`` bytes of input have been gone through."""

    documents: int
    read: int
    total: int


def build(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    output: str | os.PathLike[str] = "output",
    *,
    extractor: Extractor | None = None,
    workers: int | None = None,
    min_confidence: float = 0.0,
    corrections: str | os.PathLike[str] | None = None,
    full: bool = False,
    downloads: bool = True,
    site: bool = True,
    columns: Mapping[str, str] | None = None,
    progress: Callable[[Progress], None] | None = None,
    engine: Engine | str = Engine.PROCESSES,
    scheduler: str | None = None,
) -> BuildResult:
    """Builds a dataset from files, folders and globs into the folder ``output``, which it replaces whole.

    A document that cannot be read, or that the extractor fails on, is a row in ``documents`` that says so; a row that a
    check refuses is a row in ``rejects``. The same files give the same bytes, with any number of ``workers``
    (processes; as many as there are processors by default). ``extractor`` takes the place of the project's own. Deals
    and transfers whose ``confidence`` is under ``min_confidence`` (0 to 1) go to ``rejects``. The file ``corrections``
    is applied to the consolidated rows; a correction that does not fit is in ``rejects`` and in the result. Of a
    document in another language than English only figures are kept, and no extractor sees it.
    ``columns`` says which columns of tables of articles hold what (``{"text": "body", "published": "date"}``), and
    ``progress`` is told of each document how far the build is. Without ``downloads`` neither the CSV file nor the
    workbook is written, without ``site`` no pages are; both take a while for hundreds of thousands of transfers.

    Where ``output`` has a dataset, rows of documents with the same bytes are taken from it if the same version of the
    software made them with the same options, with the same result in less time; ``full`` reads all anew. An
    ``extractor`` of your own has to say its state in an attribute ``version`` (text), or else all is read anew. A build
    that was stopped or killed is gone on with in the same way.

    With the ``engine`` ``"dask"`` documents are read by ``workers`` on this machine, or by those of the cluster whose
    ``scheduler`` is at an address ("tcp://10.0.0.1:8786"), with the same result; besides, ``output/parts`` has the rows
    of documents in one file for each partition of the input. All documents are read anew (docs/scale.md).

    Raises ``ClusterError`` where there is no such cluster or it does not come to the end, ``SourceError`` where there
    is nothing to read, ``CorrectionsError`` where the file of corrections is none, and ``OutputError`` where ``output``
    cannot be written or replaced; the last dataset then stays as it was.
    """
    folder = Path(output)
    named = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    find = partial(find_sources, named, without=folder, corrections=corrections)
    # Where there are many files, they are looked for while what comes after is loaded.
    with aside(find, wanted=(known_beside(folder) / NAME).is_file()) as found, _collector_at_rest():
        from etl.corrections import Corrections, read
        from etl.read import Options
        from etl.store import DATABASE, Dataset, LastDataset, replacing

        given = Corrections() if corrections is None else read(corrections)
        as_rejects(())  # pandera loads half of itself with the first check
        sources = found()
    version, options = _version(extractor, min_confidence), Options(columns or {})
    run = Run(Engine(engine), extractor, version, min_confidence, options, workers, scheduler, full)
    with _collector_at_rest():
        intake = Intake(sources, options, Fingerprints(known_beside(folder), run.knows_files_by))
    told = _telling(progress, intake.total)
    with (
        replacing(folder) as new,
        LastDataset(folder, run.takes_over, () if full else new.left) as last,
        Dataset(new.folder, known_beside(folder)) as dataset,
    ):
        stored = run.read(intake, last, new, dataset, told)
        dataset.assemble(stored.documents, last.paths)
        corrected = dataset.derive(given.good)
        outcomes, accepted = dataset.counts()
        copies, in_part = dataset.copies(), dataset.in_part()
        unfit = sorted((*given.bad, *corrected.unfit), key=lambda refusal: int(str(refusal.row["line"])))
        dataset.add_rejects(as_rejects((*unfit, *corrected.dropped)))
        largest = tuple(LargeDeal(*row) for row in dataset.largest(_LARGEST))  # type: ignore[arg-type]
        stored.finish(dataset)
        dataset.publish(downloads, site, None if full else folder)
    run.remember(intake)
    rejected = accepted.pop("rejects") + len(unfit) + len(corrected.dropped)
    unchanged = sum(len(document) for document in stored.documents if not isinstance(document, str))
    result = BuildResult(folder, folder / DATABASE, outcomes, accepted, rejected, largest, unchanged=unchanged)
    result = replace(result, copies=copies, in_part=in_part, passed_over=intake.passed_over)
    return replace(result, corrected=len(corrected.applied), not_applied=tuple(refusal.reason for refusal in unfit))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """What is found of files is a million tuples, none of which is garbage: Python's collector would go through all of
    them again and again while they are made."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def _telling(progress: Callable[[Progress], None] | None, total: int) -> Told:
    """What tells ``progress`` how far a build is."""

    def told(documents: int, read: int) -> None:
        if progress is not None:
            progress(Progress(documents, read, total))

    return told


def _version(extractor: Extractor | None, min_confidence: float) -> str | None:
    """The version that documents are read by; None for an extractor that does not say its state."""
    from etl.version import version_of

    state = "" if extractor is None else getattr(extractor, "version", None)
    return None if state is None else version_of(state, min_confidence)
