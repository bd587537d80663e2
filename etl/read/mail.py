"""Mails (EML, files of a Maildir): what the sender wrote as one document, and what is attached as files of its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, cast

from etl.read.content_types import content_type
from etl.read.mail_html import without_quotes, words_of
from etl.read.mail_parts import file_name, header_of, inside_of, text_of
from etl.read.mail_text import Kind, day_of, said, sender_of, subject_of, unflowed
from etl.read.members import Names, can_be_document
from etl.read.record import html_source, looks_like_html, record
from etl.read.source import Container, Known, Member, Source, Unreadable
from etl.read.streams import Meter, digest_of, meter_of, seekable

if TYPE_CHECKING:
    from email.message import Message

SUFFIXES = (".eml", ".emlx")
LARGEST = 100_000_000  # bytes; a mail is held in memory as a whole
_MOST_PARTS = 2000
# A text beside an HTML part is only a note to look at that where it has less than a fifth of its words.
_STUB = 5
_PATHS = frozenset(("received", "message-id", "return-path", "delivered-to", "dkim-signature", "x-mozilla-status"))
_HEADER = re.compile(rb"(?P<name>[!-9;-~]{1,70}):[ \t\r\n]?")
_SAVED_PAGE = re.compile(rb"^(?:from:[ \t]*<saved by|snapshot-content-location:)", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"))
_NO_DOCUMENTS = (
    "image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard", "message/delivery",
    "message/disposition", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-",
    "text/rfc822-headers",
)  # fmt: skip
_WINMAIL = frozenset(("application/ms-tnef", "application/vnd.ms-tnef"))


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file begins as a mail that was sent does, and is no page saved as one."""
    names = header_names(head)
    return "from" in names and bool(names & _PATHS) and not _SAVED_PAGE.search(head)


def header_names(head: bytes) -> set[str]:
    """The names of the headers that a file begins with, in small letters; none where another line comes first."""
    names = set()
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        header = _HEADER.match(line)
        if header:
            names.add(header["name"].decode("ascii", "replace").lower())
        elif line[:1] not in (b" ", b"\t") or not names:
            break
    return names


def read_mail_file(container: Container) -> Iterator[Source | Member | Unreadable]:
    """The documents in a file that holds one mail."""
    raw = container.file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        problem = f"The mail is larger than {LARGEST // 1_000_000} MB; save what is attached to it as files."
        yield Unreadable(container.path, digest_of(container.file), 0, problem)
        return
    if raw[:20].split(b"\n")[0].strip().isdigit():  # Apple Mail writes the mail's length above it
        raw = raw.partition(b"\n")[2]
    yield from read_mail(raw, container.path, meter_of(container.file))


def read_mail(raw: bytes, path: str, meter: Meter) -> Iterator[Source | Member | Unreadable]:
    """The documents in a mail: its text under the mail's own path, and what is attached to it behind that."""
    found = _Found()
    body: Source | Unreadable | None
    try:
        mail = _parsed(raw)
        _sort(mail, found)
        body = _body(mail, found, path)
    except Exception as fault:  # the library raises of every kind
        said = "its parts lie too deep in each other" if isinstance(fault, RecursionError) else fault
        problem = f"The mail is broken ({said}); save it anew from the mail program."
        body = Unreadable(path, "", 0, problem)
    if body is not None:
        yield body
    attached = 0
    names = Names()
    for part in found.attached:
        try:
            one = _attached(part, names, path, meter)
        except Exception as fault:
            problem = f"What is attached is broken ({type(fault).__name__}: {fault}); save it from the mail program."
            one = Unreadable(f"{path}/{names.given('attached')}", "", 0, problem)
        if one is not None:
            attached += 1
            yield one
    if body is None and not attached:
        yield Unreadable(path, "", 0, "The mail has no text, and nothing attached that could have one.")


@dataclass(slots=True)
class _Found:
    """The parts of a mail: those that are its text, and those that are attached to it."""

    texts: list[Message] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)
    seen: int = 0


def _parsed(raw: bytes) -> Message:
    """The mail. One whose head does not say by what its parts are parted is given the line that it begins with.

    The parser is the older one of the library: the newer takes seconds for a head of a thousand addresses.
    """
    from email.parser import BytesParser
    from email.policy import compat32

    mail = BytesParser(policy=compat32).parsebytes(raw)
    if mail.get_content_maintype() == "multipart" and not mail.is_multipart():
        line = re.match(r"\s*--([^\s]{1,200})[ \t]*\r?\n", str(mail.get_payload()))
        if line:
            rest = raw[raw.find(b"--" + line[1].encode("ascii", "replace")) :]
            head = f'Content-Type: multipart/mixed; boundary="{line[1]}"\n\n'.encode("ascii", "replace")
            inner = BytesParser(policy=compat32).parsebytes(head + rest)
            mail.set_payload(inner.get_payload() if inner.is_multipart() else [])
    return mail


def _sort(part: Message, found: _Found) -> None:
    """Puts a part and those in it where they belong."""
    found.seen += 1
    if found.seen > _MOST_PARTS:
        return
    kind = part.get_content_type()
    inside = inside_of(part)
    if kind == "message/rfc822" or (inside and not kind.startswith("multipart/")):
        found.attached.append(part)
    elif kind == "multipart/alternative":
        _sort_alternatives(inside, found)
    elif kind in ("multipart/related", "multipart/signed", "multipart/report"):
        for at, one in enumerate(inside):
            if at == 0 or not one.get_content_type().startswith(("text/", "message/")):
                _sort(one, found)
    elif inside:
        for one in inside:
            _sort(one, found)
    elif kind in ("text/plain", "text/html", "text/enriched") and _is_text(part):
        found.texts.append(part)
    elif kind != "multipart/mixed" or part.get_payload():
        found.attached.append(part)


def _is_text(part: Message) -> bool:
    """Whether a part with words is of the mail's own text, and no file."""
    return part.get_content_disposition() != "attachment" and not file_name(part)


def _sort_alternatives(inside: list[Message], found: _Found) -> None:
    """Keeps of parts that say the same the plain text, unless it is only a note to look at the HTML."""
    several = []
    for one in inside:
        alone = _Found(seen=found.seen)
        _sort(one, alone)
        found.seen = alone.seen
        found.attached += alone.attached
        several.append(alone.texts)
    plain = next((texts for texts in several if texts and not _has_html(texts)), [])
    marked = next((texts for texts in several[::-1] if _has_html(texts)), [])
    found.texts += marked if marked and _is_stub(plain, marked) else plain or marked


def _has_html(texts: list[Message]) -> bool:
    return any(one.get_content_type() == "text/html" for one in texts)


def _is_stub(plain: list[Message], marked: list[Message]) -> bool:
    words = sum(len(text_of(one).split()) for one in plain)
    shown = sum(len(words_of(text_of(one)).split()) for one in marked)
    return words == 0 or words * _STUB < shown


def _body(mail: Message, found: _Found, path: str) -> Source | Unreadable | None:
    """The text of a mail as a document; None where it has none."""
    title, kind = subject_of(header_of(mail, "Subject"))
    if kind == Kind.NEW and mail.get("In-Reply-To"):
        kind = Kind.REPLY
    address = _ADDRESS.search(header_of(mail, "Archived-At") or header_of(mail, "List-Archive"))
    known = Known(
        title=title or None,
        publisher=sender_of(header_of(mail, "From") or header_of(mail, "Sender")),
        published=day_of(header_of(mail, "Date")) or day_of(_first_received(mail)),
        url=address[0] if address else None,
        language=header_of(mail, "Content-Language").partition(",")[0] or None,
    )
    if found.texts and _has_html(found.texts):
        page = "\n".join(_as_html(one) for one in found.texts)
        if kind != Kind.FORWARD:
            page = without_quotes(page)
        words = words_of(page)
        about = said("\n".join(line.strip() for line in words.split("\n")), kind).forwarded if words.strip() else None
        return html_source(path, page, about.over(known)) if about is not None else None
    wrote = said("\n\n".join(_plain(one) for one in found.texts), kind)
    if not wrote.text.strip():
        return None
    markup = wrote.text.lstrip().startswith("<") and looks_like_html(wrote.text)
    return record(path, wrote.text, wrote.forwarded.over(known), markup)


def _plain(part: Message) -> str:
    text = text_of(part)
    if str(part.get_param("format", "")).lower() == "flowed":
        return unflowed(text, str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _as_html(part: Message) -> str:
    """The text of a part as HTML, whichever it is."""
    if part.get_content_type() == "text/html":
        return text_of(part)
    return "".join(f"<p>{html.escape(words)}</p>\n" for words in _plain(part).split("\n\n") if words.strip())


def _first_received(mail: Message) -> str:
    """When the first server on its way had a mail."""
    found = mail.get_all("Received", [])
    return str(found[-1]).rpartition(";")[2].strip() if found else ""


def _attached(part: Message, names: Names, path: str, meter: Meter) -> Member | Unreadable | None:
    """A file that is attached to a mail, or why it cannot be read; None where it can be no document."""
    kind = part.get_content_type()
    stated = file_name(part)
    if kind in _WINMAIL or stated.lower() == "winmail.dat":
        problem = (
            "What is attached was wrapped by Outlook in a way that no other program opens (winmail.dat);"
            " open the mail in Outlook and save the files, or ask for it anew as HTML or plain text."
        )
        return Unreadable(f"{path}/winmail.dat", "", 0, problem)
    if kind in _SEALED:
        problem = "It is encrypted; open it in the mail program that has the key and save it as text."
        return Unreadable(f"{path}/{names.given(stated or 'encrypted')}", "", 0, problem)
    if kind.startswith(_NO_DOCUMENTS) or (stated and not can_be_document(stated)):
        return None
    if part.is_multipart():
        inner = inside_of(part)
        raw = _as_bytes(inner[0]) if inner else b""
        stated = stated or "mail.eml"
    else:
        payload = part.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
    suffix = content_type(kind).suffix
    if not raw or not (stated or suffix):
        return None
    charset = content_type(header_of(part, "Content-Type")).charset
    name = names.given(stated or f"attached{suffix}")
    return Member(name, seekable(cast(BinaryIO, BytesIO(raw)), meter), charset=charset, within=path)


def _as_bytes(mail: Message) -> bytes:
    try:
        return mail.as_bytes()
    except (UnicodeError, LookupError, TypeError, AttributeError, KeyError):
        return b""
