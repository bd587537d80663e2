"""Exports of press databases as text or rich text: many articles in one file, cut apart with what is said of each.

Two layouts are known, those of LexisNexis and of Factiva, each as it was and as it is. They are written down from
memory (fields in ``etl/lexicon/press_export_fields.csv``); a file that does not keep to one is read as a plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import BinaryIO

from etl.lexicon.load import rows
from etl.read.articles import language_code
from etl.read.encoding import Undecodable, decode
from etl.read.front_matter import iso_date
from etl.read.record import record
from etl.read.source import Container, Known, Source, Unreadable
from etl.read.streams import digest_of

_LARGEST = 100_000_000  # bytes; databases export some hundred articles at a time, a hundredth of it
_LOOK = 300_000  # bytes that are searched for the end of the first article
_COUNTED = r"(?:Document[ ]+\d{1,5}[ ]+of[ ]+\d{1,5}|\d{1,5}[ ]+of[ ]+\d{1,5}[ ]+DOCUMENTS?)"
_CODE = r"Document[ ]+[A-Za-z0-9]{2,10}0{2,}[0-9]{8}[a-z0-9]{6,16}"
_BEGINS = re.compile(rf"[ \t\f]*{_COUNTED}[ \t]*\Z", re.IGNORECASE)
_ENDS = re.compile(rf"[ \t]*(?:End of Document|(?:AN[ \t]+)?{_CODE})[ \t]*\Z")
_PARTED = re.compile(rf"^[ \t\f]*(?:{_COUNTED}|End of Document|(?:AN[ \t]+)?{_CODE})[ \t]*$".encode(), re.MULTILINE)
_WORDS = re.compile(r"[ \t]*(?:length[ \t]*:[ \t]*)?(?P<count>\d[\d,.]{0,8})[ \t]+words[ \t]*\Z", re.IGNORECASE)
_COUNT = re.compile(rb"^[ \t]*(?:length:[ \t]*|WC[ \t]+)?\d[\d,.]{0,8}[ \t]+words[ \t]*$", re.IGNORECASE | re.MULTILINE)
_RICH = b"{\\rtf"
# In rich text marks may stand between the words of a line.
_RICH_PARTED = re.compile(
    rb"End of Document|\d of \d{1,5} DOCUMENTS|Document \d{1,5} of \d"
    rb"|Document [A-Za-z0-9]{2,10}0{2,}[0-9]{8}[a-z0-9]{6}"
)
_RICH_COUNT = re.compile(rb"\d words\b")
_NAMED = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]{2,20}):[ \t]*(?P<words>.*)\Z")
_CODED = re.compile(r"(?P<name>[A-Z]{2,3})(?:[ \t]+(?P<words>\S.*))?\Z")
_RIGHTS = re.compile(r"\(c\)|©|copyright\b|all rights reserved", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_DATE_LONGEST = 60


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is such an export: it gives a number of words at its head, and says where an article begins or
    ends as only these do."""
    if head.startswith(_RICH):
        raw = file.read(_LOOK)
        return _reads_rich() and bool(_RICH_PARTED.search(raw) and _RICH_COUNT.search(raw))
    plain = head.replace(b"\0", b"").replace(b"\r", b"")
    if not _COUNT.search(plain):
        return False
    return _PARTED.search(file.read(_LOOK).replace(b"\0", b"").replace(b"\r", b"")) is not None


def read_press_export(container: Container) -> Iterator[Source | Unreadable]:
    """The articles of an export, each with its number in its path; the whole as one text where none can be cut out."""
    raw = container.file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        problem = f"The export is larger than {_LARGEST // 1_000_000} MB; export fewer articles at a time."
        yield Unreadable(container.path, digest_of(container.file), 0, problem)
        return
    whole = Source.of(container.path, raw, "rtf" if raw.startswith(_RICH) else "text")
    text = _text_of(whole)
    if isinstance(text, Unreadable):
        yield text
        return
    articles = [_article(chunk) for chunk in _chunks(text.split("\n"))]
    if not any(article is not None for article in articles):
        yield whole
        return
    for number, article in enumerate(articles, start=1):
        path = f"{container.path}#{number}"
        if article is None:
            problem = f"Article {number} of the export has no text that can be told; export it anew or as a table."
            yield Unreadable(path, "", 0, problem)
        else:
            yield record(path, article.text, article.known, markup=False)


def _reads_rich() -> bool:
    """Whether there is a reader of rich text."""
    from etl.read.registry import FORMATS

    return any(kind.name == "rtf" for kind in FORMATS)


def _text_of(whole: Source) -> str | Unreadable:
    """The text of an export."""
    if whole.format == "rtf":
        from etl.read.registry import read_source

        found = read_source(whole)
        return found if isinstance(found, Unreadable) else found.text
    try:
        return decode(whole.raw)
    except Undecodable as fault:
        return Unreadable(whole.path, whole.sha256, 0, str(fault))


@dataclass(slots=True)
class _Article:
    """An article, and what the lines around it say of it, by their field."""

    lines: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")

    @property
    def known(self) -> Known:
        told = self.told
        published = iso_date(told.get("published"))
        language = language_code((told.get("language") or "").partition(";")[0].strip() or None)
        return Known(told.get("title"), told.get("publisher"), published, told.get("url"), language)


def _chunks(lines: list[str]) -> Iterator[list[str]]:
    """The lines of one article after the other, without those that part them. What stands before the first or behind
    the last and counts no words, such as a list of contents, is left out."""
    chunk: list[str] = []
    for line in [*lines, "End of Document"]:
        if _BEGINS.match(line) or _ENDS.match(line):
            if any(_WORDS.match(one.removeprefix("WC")) for one in chunk):
                yield chunk
            chunk = []
        else:
            chunk.append(line.strip("\f").rstrip())


def _article(chunk: list[str]) -> _Article | None:
    """The article in the lines of one; None where they keep to no layout."""
    for read in (_coded, _with_fields, _bare):
        found = read(chunk)
        if found is not None and found.text.strip() and found.told.get("title"):
            return found
    return None


@cache
def _fields() -> dict[str, str]:
    return {row["name"]: row["field"] for row in rows("press_export_fields")}


def _coded(chunk: list[str]) -> _Article | None:
    """Factiva with codes before each field: ``HD``, ``PD``, ``SN``, ``LP``, ``TD``."""
    found = _Article()
    at: str | None = None
    for line in chunk:
        coded = _CODED.match(line)
        known = _fields().get(coded["name"]) if coded else None
        # "IN" and "RE" begin sentences too: behind the text a code stands alone or is set off.
        if coded and known and (at not in ("lead", "text") or _is_set_off(line)):
            at, line = known, coded["words"] or ""
        if at in ("lead", "text"):
            found.lines.append(line)
        elif at is not None and line.strip():
            found.told[at] = f"{found.told.get(at, '')} {line.strip()}".strip()
    return found if "title" in found.told and "length" in found.told else None


def _is_set_off(line: str) -> bool:
    """Whether a line is a code alone, or one with two spaces or a tab behind it."""
    _, space, words = line.partition(" ")
    return not space or not words.strip() or words[0] == " " or "\t" in line[:4]


def _with_fields(chunk: list[str]) -> _Article | None:
    """LexisNexis: source, date and headline above ``LENGTH: 512 words``, other fields around the text."""
    found = _Article()
    above: list[str] = []
    at = "above"
    for line in chunk:
        named = _NAMED.match(line.strip())
        known = _fields().get(named["name"].lower()) if named else None
        if named and known and not (known == "before" and found.text.strip()):
            at = known
            if at != "text" or named["words"]:
                found.told[at] = named["words"].strip()
            continue
        if line.strip().lower() == "body" and "length" in found.told:
            at = "text"
        elif at == "above" and line.strip():
            above.append(line.strip())
        elif at == "title" and line.strip():
            found.told["title"] = f"{found.told['title']} {line.strip()}".strip()
        elif not line.strip() and at in ("title", "length", "before"):
            at = "text" if "length" in found.told and at != "title" else "above" if at == "title" else at
        elif at == "text" and not _RIGHTS.match(line.strip()):
            found.lines.append(line)
    if "length" not in found.told:
        return None
    _take_head(above, found.told)
    return found


def _take_head(above: list[str], told: dict[str, str]) -> None:
    """Notes what the lines above the fields say: the source is the last before the date; the headline stands before
    the source, or else after the date."""
    lines = [line for line in above if not _RIGHTS.search(line)]
    dated = next((at for at, line in enumerate(lines) if at and _is_date(line)), None)
    if dated is None:
        if lines:
            told.setdefault("title", lines[0])
        return
    told["published"] = lines[dated]
    told["publisher"] = lines[dated - 1]
    others = lines[: dated - 1] or lines[dated + 1 :]
    if others:
        told.setdefault("title", max(others, key=len) if lines[: dated - 1] == [] else " ".join(others))


def _bare(chunk: list[str]) -> _Article | None:
    """Factiva without codes: headline, author, number of words, date, source, its code, language, rights, text."""
    lines = [line.strip() for line in chunk]
    count = next((at for at, line in enumerate(lines) if _WORDS.match(line)), None)
    if count is None:
        return None
    found = _Article()
    head = [line for line in lines[:count] if line]
    below = [at for at in range(count + 1, len(lines)) if lines[at]]
    rights = next((at for at in below if _RIGHTS.match(lines[at])), None)
    if not head or not below or rights is None or not _is_date(lines[below[0]]):
        return None
    found.told["title"] = max(head, key=len)
    found.told["published"] = lines[below[0]]
    about = [lines[at] for at in below[1:] if at < rights and not _CLOCK.match(lines[at])]
    if about:
        found.told["publisher"] = about[0]
        found.told["language"] = about[-1] if len(about) > 2 else ""
    found.lines = chunk[rights + 1 :]
    return found


def _is_date(line: str) -> bool:
    return len(line) <= _DATE_LONGEST and iso_date(line) is not None
