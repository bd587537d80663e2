"""What of a page becomes the document: the runs that were kept, and what belongs to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from etl.documents import BlockKind
from etl.read.boilerplate import is_boilerplate
from etl.read.compose import Part, Plain
from etl.read.html.date_lines import only_dates
from etl.read.html.kept import Sides
from etl.read.html.runs import Run
from etl.read.shapes import ends_sentence

_LINKED = 0.5
_ALL_LINKED = 0.9
_SUMMARY = 8  # runs between a headline and the text, among which its summary stands
_HEAD = 4  # runs at the head of the text, among which stands who wrote it and when
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}|Uhr))?\Z")
_FEWEST_TIMES = 2
_SHORT_PAGE = 600  # characters


def completed(runs: Sequence[Run], kept: set[int], sides: Sides) -> list[int]:
    """The indexes of the runs that make the document, in reading order: the kept ones without links and dates at their
    edges, and between them the rest of their tables and lists, paragraphs beside them, headings, captions and times."""
    chosen = _without_sides(runs, kept, sides)
    chosen = _without_edges(runs, chosen)
    if not chosen:
        return []
    chosen |= _summary(runs, min(chosen), sides)
    chosen |= _rest_of_tables(runs, chosen)
    chosen |= _between(runs, chosen, sides)
    chosen |= _list_at_end(runs, max(chosen), sides)
    chosen |= _headings(runs, chosen, sides)
    chosen |= _times(runs, min(chosen), max(chosen))
    return sorted(chosen)


def _is_text(run: Run) -> bool:
    return run.link_share <= _LINKED and not is_boilerplate(run.words)


def _without_sides(runs: Sequence[Run], kept: set[int], sides: Sides) -> set[int]:
    """The kept runs that stand in no part named for something else, unless most would be lost: of a long page half of
    its words, of a short one all sentences."""
    inner = {index for index in kept if runs[index] not in sides}
    length = sum(len(runs[index].words) for index in kept)
    sentences = any(runs[at].kind == BlockKind.PARAGRAPH and ends_sentence(runs[at].words) for at in inner)
    most = 2 * sum(len(runs[at].words) for at in inner) > length
    return inner if most or (sentences and length < _SHORT_PAGE) else set(kept)


def _without_edges(runs: Sequence[Run], kept: set[int]) -> set[int]:
    """The kept runs from the first that is no link to the last, without lines at the head that only say when or
    stand above the headline."""
    order = sorted(kept)
    solid = [index for index in order if runs[index].link_share <= _ALL_LINKED]
    if not solid:
        return set()
    inner = [index for index in order if solid[0] <= index <= solid[-1]]
    headline = next((at for at in inner[:_HEAD] if runs[at].element.tag == "h1"), 0)
    no_text = {
        index
        for index in inner[:_HEAD]
        if only_dates(runs[index].words) or (index < headline and not ends_sentence(runs[index].words))
    }
    return set(inner) - no_text if len(no_text) < len(inner) else set(inner)


def _summary(runs: Sequence[Run], first: int, sides: Sides) -> set[int]:
    """The sentences between the headline and the text."""
    above = range(max(0, first - _SUMMARY), first)
    headline = next((at for at in above if runs[at].element.tag == "h1"), None)
    if headline is None:
        return set()
    return {
        at
        for at in range(headline + 1, first)
        if runs[at].kind == BlockKind.PARAGRAPH
        and ends_sentence(runs[at].words)
        and _is_text(runs[at])
        and runs[at] not in sides
    }


def _rest_of_tables(runs: Sequence[Run], kept: set[int]) -> set[int]:
    tables = {runs[index].table for index in kept} - {0}
    return {index for index, run in enumerate(runs) if run.table in tables}


def _between(runs: Sequence[Run], chosen: set[int], sides: Sides) -> set[int]:
    """Captions, and paragraphs and items of lists that stand beside what was chosen."""
    boxes = Counter(box for index in chosen for box in _boxes(runs[index]))
    found = set()
    for index in range(min(chosen), max(chosen) + 1):
        run = runs[index]
        if index in chosen or run in sides or only_dates(run.words):
            continue
        if run.kind == BlockKind.CAPTION or (_is_text(run) and any(boxes[box] > 1 for box in _boxes(run))):
            found.add(index)
    return found


def _boxes(run: Run) -> Iterator[object]:
    """The box that a run stands in, for the item of a list also that of the list, for a row that of its table."""
    parent = run.element.getparent()
    while run.cells and parent is not None and parent.tag in ("thead", "tbody", "tfoot", "table"):
        parent = parent.getparent()
    yield parent
    if run.kind == BlockKind.LIST_ITEM and parent is not None:
        yield parent.getparent()


def _list_at_end(runs: Sequence[Run], last: int, sides: Sides) -> set[int]:
    """The list that the last chosen run leads into."""
    found: set[int] = set()
    if runs[last].words.rstrip().endswith(":"):
        for at in range(last + 1, len(runs)):
            if runs[at].kind != BlockKind.LIST_ITEM or runs[at] in sides or not _is_text(runs[at]):
                break
            found.add(at)
    return found


def _headings(runs: Sequence[Run], chosen: set[int], sides: Sides) -> set[int]:
    """The headings right above a run that is chosen."""
    found = set()
    for index in chosen:
        at = index - 1
        while at >= 0 and runs[at].kind == BlockKind.HEADING and at not in chosen and runs[at] not in sides:
            found.add(at)
            at -= 1
    return found


def _times(runs: Sequence[Run], first: int, last: int) -> set[int]:
    """The times of day that stand alone, where there are several: each heads an update."""
    found = {at for at in range(max(0, first - 1), last + 1) if _CLOCK.match(runs[at].words.strip())}
    return found if len(found) >= _FEWEST_TIMES else set()


def parts_of(runs: Iterable[Run]) -> Iterator[Part | Plain]:
    """The runs as the parts of a document."""
    for run in runs:
        if run.cells:
            yield Part.row(run.cells, run.table, run.header)
        elif run.whole:
            yield Plain(run.words)
        else:
            yield Part(run.kind, run.words, run.level)
