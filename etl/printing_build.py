"""What ``arms-transfers build`` shows: how far it is, and in the end what it made."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from etl.printing import console, grid, money

if TYPE_CHECKING:
    from etl.build import BuildResult, Progress


@contextlib.contextmanager
def progress_shown() -> Iterator[Callable[[Progress], None] | None]:
    """A bar on standard error with documents a second and the time left, where that is a terminal; else nothing."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    shown = TextColumn("{task.fields[documents]:,} documents, {task.fields[speed]:,.0f} a second")
    with Bar(BarColumn(), shown, TimeRemainingColumn(), console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=None, documents=0, speed=0.0)

        def told(progress: Progress) -> None:
            passed = bar.tasks[0].elapsed or 0.0
            speed = progress.documents / passed if passed else 0.0
            bar.update(task, completed=progress.read, total=progress.total, documents=progress.documents, speed=speed)

        yield told


def print_build(result: BuildResult) -> None:
    """What a build made: documents, rows, the largest deals, and where the files are."""
    out = console()
    if result.largest:
        rows = [
            (
                deal.supplier or "?",
                deal.recipient or "?",
                deal.goods + (f" and {deal.line_items - 1} more" if deal.line_items > 1 else ""),
                deal.quantity,
                money(deal.value_usd),
                deal.stage,
                deal.agreed,
            )
            for deal in result.largest
        ]
        columns = ("supplier", "recipient", "goods", "quantity", "value, USD", "stage", "agreed")
        out.print(grid(columns, rows, title="Largest deals"))
    accepted = result.accepted
    again = f", {result.duplicates} that repeat another" if result.duplicates else ""
    part = f" ({result.in_part} in part)" if result.in_part else ""
    near = f", {result.copies} with nearly the words of another" if result.copies else ""
    same = f", {result.unchanged} as in the last build" if result.unchanged else ""
    foreign = f", {result.foreign} in another language" if result.foreign else ""
    out.print(
        f"Documents: {result.read} read{part}{foreign}{same}, {result.failed} failed{again},"
        f" {result.without_transfer} without a transfer{near}."
    )
    if result.passed_over:
        kinds = ", ".join(f"{number} {kind}{'s' * (number > 1)}" for kind, number in sorted(result.passed_over.items()))
        out.print(f"Passed over, as no documents: {kinds}.")
    out.print(
        f"Rows: {accepted.total()} accepted ({accepted['reported_deals']} deals, {accepted['reported_transfers']}"
        f" transfers, {accepted['figures']} figures), {result.rejected} rejected."
    )
    if result.corrected or result.not_applied:
        out.print(f"Corrections: {result.corrected} applied, {len(result.not_applied)} not applied.")
    for sentence in result.not_applied:
        out.print(sentence, soft_wrap=True)
    if result.failed or result.in_part:
        why = "select path, problem from documents where problem is not null"
        failed = "documents failed" if result.failed else "documents were read in part"
        out.print(f"Why {failed}: arms-transfers query '{why}'")
    if result.rejected:
        out.print("Why rows were rejected: arms-transfers query 'from rejects'")
    out.print(f"Dataset: {result.database} and {result.output}/<table>.parquet", soft_wrap=True)
    from etl.publish.downloads import CSV, WORKBOOK
    from etl.site import SITE

    if (result.output / WORKBOOK).exists():
        out.print(f"For spreadsheets: {result.output / CSV} and {result.output / WORKBOOK}", soft_wrap=True)
    if (result.output / SITE).exists():
        out.print(f"Pages: {result.output / SITE / 'index.html'}, or: arms-transfers serve", soft_wrap=True)
