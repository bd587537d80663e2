"""What ``show`` prints of a consolidated row."""

from __future__ import annotations

from rich.text import Text

from etl.printing import console, grid, shown
from etl.show.consolidated import AppliedCorrection, Consolidated, Report, Said


def print_consolidated(found: Consolidated) -> None:
    """A row's cells with how the reports stand to each, its line items, its reports, and the corrections of it."""
    out = console()
    cells = [(name, shown(value), found.support(name)) for name, value in found.cells.items()]
    out.print(grid(("column", "value", "reports"), cells))
    if found.line_items:
        rows = [tuple(item.values()) for item in found.line_items]
        out.print(grid(tuple(found.line_items[0]), rows, title="Line items"))
    for correction in found.corrections:
        out.print(Text(_corrected(correction)), soft_wrap=True)
    for sentence in found.not_applied:
        out.print(Text(f"Not applied: {sentence}"), soft_wrap=True)
    for report in found.reports:
        out.print()
        for line in _told(report):
            out.print(line, soft_wrap=not out.is_terminal)


def _corrected(correction: AppliedCorrection) -> str:
    said = correction.said
    what = f"{said.field} of {correction.row_id} is {'empty' if said.value is None else said.value}"
    if said.field == "deal_id":
        what = "its reports were joined or parted by hand"
    later = "" if said.agrees else " (corrected again)"
    return f"Corrected by {correction.who} on {correction.when}: {what}{later}. Why: {correction.why}"


def _told(report: Report) -> list[Text]:
    """A report: where it stands, its sentence, and its cells, those that differ between marks."""
    origin = Text(f"{report.row_id}: ", style="bold")
    origin.append(report.origin, style="not bold")
    lines = [origin, Text(report.sentence)]
    for word, agrees in (("differs", False), ("agrees", True)):
        cells = [_cell(said) for said in report.cells if said.agrees is agrees]
        if cells:
            lines.append(Text(f"{word}: {', '.join(cells)}"))
    return lines


def _cell(said: Said) -> str:
    return f"{said.field} {said.value}" if said.agrees else f"{said.field} [{said.value}]"
