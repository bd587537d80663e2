"""What office documents and PDFs say of themselves, as far as it can be believed: title, date, the head of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from etl.read.front_matter import iso_date
from etl.read.pieces import has_figures

_LONGEST = 200
_DATE_LONGEST = 70  # characters; a longer line is a sentence with a date in it
_OTHER_WORDS = 6  # spaces between the words of the line, the date's included
_OTHERS = re.compile(r"[^\w ]|\d+(?:st|nd|rd|th)?")
_WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DIGIT = re.compile(r"\d")
# Names of files and programs, and what programs write where nobody wrote a title.
_NO_TITLE = re.compile(
    r"\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|html?|pptx?|xlsx?|pub|cdr|ai|txt)\b|^microsoft |^powerpoint|^untitled|"
    r"^document\d*$|^slide \d|^title$|^print|[\\/_]|^\W*$|^\S*\d\S*$|://|^about:",
    re.IGNORECASE,
)


def usable_title(stated: str | None) -> str | None:
    """A title that a file states, unless it is the name of a file or of a program."""
    title = " ".join((stated or "").split())
    return title if title and len(title) <= _LONGEST and _NO_TITLE.search(title) is None else None


def date_among(lines: Iterable[str]) -> str | None:
    """The date (ISO 8601) that stands in a short one of these lines, alone or with a place and the like; None where
    there is none, or more than one.

    The date on which a file was made or saved is no date of publication: an old report is often saved anew.
    """
    found = set()
    for line in lines:
        text = " ".join(line.split()).strip(" .,|–—-()")
        if len(text) > _DATE_LONGEST or _OTHERS.sub("", text).count(" ") > _OTHER_WORDS:
            continue
        digit = _DIGIT.search(text)
        for begun in (text, text[digit.start() :] if digit else ""):
            date = iso_date(begun)
            if date is not None and _WHOLE_DATE.fullmatch(date):
                found.add(date)
                break
    return found.pop() if len(found) == 1 else None


def names_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of these rows names the columns: it has words in all but the first cell and no figures, as half
    of the others have."""
    if len(rows) < 2 or not all(rows[0][1:]) or has_figures(rows[0]):
        return False
    return 2 * sum(map(has_figures, rows[1:])) >= len(rows) - 1
