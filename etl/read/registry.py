"""The formats that can be read, and the choice among them: by content first, by name where content does not tell.

A format either gives the one document of a file (``read``) or the parts of a file that holds several (``unpack``).
"""

from __future__ import annotations

import hashlib
import io
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from etl.documents import Document
from etl.read import (
    compressed,
    delimited,
    json_table,
    mail,
    mailbox,
    outlook,
    parquet,
    press_exports,
    sealed,
    spreadsheet,
    tar_archive,
    warc,
    zip_archive,
)
from etl.read.docx import claims_docx, read_docx
from etl.read.epub import claims_epub, unpack_epub
from etl.read.html import HTML_SUFFIXES, claims_html, read_chapter, read_html
from etl.read.mhtml import LARGEST_MHTML, claims_mhtml, read_mhtml
from etl.read.odt import claims_odt, read_odt
from etl.read.office import LARGEST as LARGEST_OFFICE
from etl.read.office import claims_doc, read_doc
from etl.read.pdf import LARGEST as LARGEST_PDF
from etl.read.pdf import claims_pdf, read_pdf
from etl.read.record import read_record
from etl.read.rtf import LARGEST as LARGEST_RTF
from etl.read.rtf import claims_rtf, read_rtf
from etl.read.source import NOTHING, USUAL, Broken, Container, Known, Member, Options, Source, Unreadable
from etl.read.text import read_plain

LARGEST = 20_000_000  # bytes; the longest report is a hundredth of it, so a larger file is something else
DEEPEST = 4  # containers in containers: an attachment in a mail in a mailbox in an archive
_HEAD = 4096


def _never(head: bytes, file: BinaryIO) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """A format. ``claims`` looks at the first bytes of a file, and where they do not tell at the file itself, and says
    whether it can be nothing else; ``suffixes`` are the endings of the names it goes by. ``largest`` is how many bytes
    a document of it may have. Where ``unpack`` is given it holds several documents, else ``read`` gives the one."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Document | Unreadable] | None = None
    unpack: Callable[[Container], Iterator[Source | Member | Unreadable]] | None = None
    claims: Callable[[bytes, BinaryIO], bool] = _never
    largest: int = LARGEST


PLAIN = Format("text", (".txt", ".text", ".asc"), read_plain)
# Where two claim the same content the first has it: an office document is a ZIP archive too, a saved page a mail.
FORMATS: tuple[Format, ...] = (
    PLAIN,
    Format("markdown", (".md", ".markdown", ".mdown"), read_plain),
    Format("chapter", (), read_chapter),
    Format("record", (), read_record),
    Format("compressed", compressed.SUFFIXES, unpack=compressed.read_compressed, claims=compressed.claims),
    Format("sealed archive", sealed.SUFFIXES, unpack=sealed.read_sealed, claims=sealed.claims),
    Format("parquet", (".parquet", ".pq"), unpack=parquet.read_parquet, claims=parquet.claims),
    Format("pdf", (".pdf",), read_pdf, claims=claims_pdf, largest=LARGEST_PDF),
    Format("epub", (".epub",), unpack=unpack_epub, claims=claims_epub),
    Format("docx", (".docx", ".docm", ".dotx", ".dotm"), read_docx, claims=claims_docx, largest=LARGEST_OFFICE),
    Format("odt", (".odt", ".ott", ".fodt"), read_odt, claims=claims_odt, largest=LARGEST_OFFICE),
    Format("spreadsheet", spreadsheet.SUFFIXES, unpack=spreadsheet.read_spreadsheet, claims=spreadsheet.claims),
    Format("outlook", outlook.SUFFIXES, unpack=outlook.read_outlook, claims=outlook.claims),
    Format("doc", (".doc", ".dot"), read_doc, claims=claims_doc),
    Format("zip", (".zip",), unpack=zip_archive.read_zip, claims=zip_archive.claims),
    Format("tar", (".tar",), unpack=tar_archive.read_tar, claims=tar_archive.claims),
    Format("warc", (".warc", ".arc"), unpack=warc.read_warc, claims=warc.claims),
    Format("mhtml", (".mht", ".mhtml"), read_mhtml, claims=claims_mhtml, largest=LARGEST_MHTML),
    Format("mail", mail.SUFFIXES, unpack=mail.read_mail_file, claims=mail.claims),
    Format("mailbox", (".mbox", ".mbx"), unpack=mailbox.read_mailbox, claims=mailbox.claims),
    Format("press export", (), unpack=press_exports.read_press_export, claims=press_exports.claims),
    Format("rtf", (".rtf",), read_rtf, claims=claims_rtf, largest=LARGEST_RTF),
    Format("html", HTML_SUFFIXES, read_html, claims=claims_html),
    Format("csv", (".csv", ".tsv", ".tab", ".psv"), unpack=delimited.read_delimited),
    Format("json", (".json", ".jsonl", ".ndjson", ".jl"), unpack=json_table.read_json, claims=json_table.claims),
)
_BY_NAME = {kind.name: kind for kind in FORMATS}


def format_of(file: BinaryIO, name: str) -> Format | None:
    """The format of an open file of this name, which is left where it was; None where neither content nor name tell."""
    start = file.tell()
    head = file.read(_HEAD)
    for kind in FORMATS:
        file.seek(start)
        if kind.claims(head, file):
            file.seek(start)
            return kind
    file.seek(start)
    suffix = PurePosixPath(name).suffix.lower()
    return next((kind for kind in FORMATS if suffix in kind.suffixes), None)


def sources_in(path: Path, options: Options = USUAL, known: Known = NOTHING) -> Iterator[Source | Unreadable]:
    """The documents in the file at ``path`` as bytes, one after the other, or why there are none.

    Never raises for what a file holds or lacks: a missing, unopenable, empty or huge file is one ``Unreadable``. A file
    whose format neither content nor name tell is taken for text.
    """
    name = str(path)
    problem = no_file(path)
    if problem is not None:
        yield Unreadable(name, "", 0, problem)
        return
    try:
        file = path.open("rb")
    except FileNotFoundError:
        yield Unreadable(name, "", 0, "There is no file at this path; check how it is spelt.")
        return
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        yield Unreadable(name, "", 0, f"The file could not be opened ({reason}); check its permissions and its path.")
        return
    with file:
        yield from _within(Container(name, file, options, 0, known), Member(path.name, file, known), name)


def no_file(path: Path) -> str | None:
    """Why there is no file to open at ``path`` though something stands there: to open a pipe would wait for whoever
    writes into it, and a device may never end. None where it is a file, or cannot be looked at."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return None
    if stat.S_ISDIR(mode):
        return "This is a directory, not a document; name the files in it."
    if not stat.S_ISREG(mode):
        return "This is a pipe, a socket or a device and no file; save what it gives to a file."
    return None


def _within(container: Container, member: Member, path: str) -> Iterator[Source | Unreadable]:
    """The documents in a member of a container, those in containers within it included."""
    try:
        kind = format_of(member.file, member.name) or PLAIN
    except OSError as fault:
        yield Unreadable(path, "", 0, str(fault) if isinstance(fault, Broken) else f"It could not be read ({fault}).")
        return
    known = member.known.over(container.known)
    if kind.unpack is None:
        yield _source(kind, member, path, known)
        return
    if container.depth >= DEEPEST:
        problem = f"It lies {DEEPEST} archives deep, and no deeper one is opened; unpack the outer ones first."
        yield Unreadable(path, "", 0, problem, kind.name)
        return
    inner = Container(path, member.file, container.options, container.depth + 1, known)
    found = 0
    try:
        for one in kind.unpack(inner):
            found += 1
            if isinstance(one, Member):
                yield from _within(inner, one, f"{one.within or path}/{one.name}")
            elif isinstance(one, Source):
                yield replace(one, known=one.known.over(known))
            else:
                yield one
    except Broken as fault:
        yield Unreadable(path, "", 0, f"{fault} What came before it is kept." if found else str(fault), kind.name)
        return
    except Exception as error:
        problem = f"The file could not be read to its end ({type(error).__name__}: {error}); {found} parts before were."
        yield Unreadable(path, "", 0, problem, kind.name)
        return
    if not found:
        yield Unreadable(path, _digest(member.file), 0, "There is no document in the file.", kind.name)


def _source(kind: Format, member: Member, path: str, known: Known) -> Source | Unreadable:
    try:
        raw = member.file.read(kind.largest + 1)
        raw += member.file.read(1)  # what is wrong with a file shows behind what is good of it
    except Broken as fault:
        return Unreadable(path, "", 0, str(fault), kind.name)
    except (OSError, ValueError) as fault:
        return Unreadable(path, "", 0, f"The file could not be read ({fault}); copy it anew.", kind.name)
    if len(raw) > kind.largest:
        problem = f"The file is larger than {kind.largest // 1_000_000} MB; split it into one file for each document."
        return Unreadable(path, _digest(member.file, raw), 0, problem, kind.name)
    if not raw:
        empty = "The file is empty; put the document's text in it or remove it."
        return Unreadable(path, hashlib.sha256(b"").hexdigest(), 0, empty, kind.name)
    return Source.of(path, raw, kind.name, known, member.charset)


def _digest(file: BinaryIO, begun: bytes = b"") -> str:
    """The SHA-256 of ``begun`` and all that is left of a file; of the whole file where nothing is begun."""
    digest = hashlib.sha256(begun)
    try:
        if not begun:
            file.seek(0)
        while piece := file.read(1 << 20):
            digest.update(piece)
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()


def read_source(source: Source) -> Document | Unreadable:
    """The document that a source is, or why there is none. Never raises for what its bytes are."""
    kind = _BY_NAME[source.format]
    assert kind.read is not None, f"{kind.name} holds several documents and has to be unpacked first"
    try:
        found = kind.read(source)
    except Exception as error:
        problem = (
            f"It could not be read as {kind.name} ({type(error).__name__}: {error}); save it anew or as plain text."
        )
        return Unreadable(source.path, source.sha256, 0, problem, kind.name)
    return replace(found, format=kind.name)


def read_path(path: Path, options: Options = USUAL) -> Iterator[Document | Unreadable]:
    """The documents in the file at ``path``, each with its path and SHA-256, or why there are none. Never raises."""
    for source in sources_in(path, options):
        yield source if isinstance(source, Unreadable) else read_source(source)


def read_bytes(raw: bytes, name: str, options: Options = USUAL) -> Iterator[Document | Unreadable]:
    """The documents in these bytes, taken for a file of this name; like ``read_path``."""
    file = io.BytesIO(raw)
    for source in _within(Container(name, file, options), Member(PurePosixPath(name).name, file), name):
        yield source if isinstance(source, Unreadable) else read_source(source)
