"""Mails that Outlook saved (MSG): put into the form that mails are sent in, and read as those are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from etl.read.content_types import content_type
from etl.read.mail import LARGEST, read_mail
from etl.read.members import safe
from etl.read.ole import claims_too_much, streams_of
from etl.read.source import Container, Member, Source, Unreadable
from etl.read.streams import digest_of, meter_of

if TYPE_CHECKING:
    from email.message import EmailMessage

    from oxmsg import Message

SUFFIXES = (".msg",)
_MARK = "__properties_version1.0"
_RTF = 0x1009
_HEADERS = ("Date", "Subject", "In-Reply-To", "List-Archive", "Archived-At", "Content-Language")
_UNTOLD = ("application", "octet-stream")
_SAVE_ANEW = "open it in Outlook and save it as HTML or plain text"


def claims(head: bytes, file: BinaryIO) -> bool:
    """Whether a file is a mail that Outlook saved."""
    return _MARK in streams_of(head, file)


def read_outlook(container: Container) -> Iterator[Source | Member | Unreadable]:
    """The documents in a mail that Outlook saved."""
    from email.policy import SMTP

    from oxmsg import Message

    file = container.file
    size = file.seek(0, 2)
    file.seek(0)
    if size > LARGEST:
        problem = f"The mail is larger than {LARGEST // 1_000_000} MB; save what is attached to it as files."
        yield Unreadable(container.path, digest_of(file), 0, problem)
        return
    try:
        if claims_too_much(file):
            raise ValueError("its parts are said to be longer than the file")
        file.seek(0)
        saved = Message.load(file)
        sent = _as_sent(saved).as_bytes(policy=SMTP)
        only_rich = not (saved.body or saved.html_body) and saved.properties.binary_prop_value(_RTF)
    except Exception as fault:
        said = " ".join(str(fault).split())[:100].rstrip(".") or type(fault).__name__
        problem = f"The Outlook mail is damaged or of a kind that is not known ({said}); {_SAVE_ANEW}."
        yield Unreadable(container.path, digest_of(file), 0, problem)
        return
    if only_rich:
        problem = f"The text of the mail is only there in Outlook's own form (RTF); {_SAVE_ANEW}."
        yield Unreadable(container.path, digest_of(file), 0, problem)
        return
    yield from read_mail(sent, container.path, meter_of(file))


def _as_sent(saved: Message) -> EmailMessage:
    """The mail as it was sent, or would have been."""
    from email.message import EmailMessage
    from email.utils import format_datetime

    headers = {name.lower(): words for name, words in saved.message_headers.items()}
    mail = EmailMessage()
    for name in _HEADERS:
        _set(mail, name, headers.get(name.lower()))
    _set(mail, "From", saved.sender)
    if "Subject" not in mail:
        _set(mail, "Subject", saved.subject)
    if "Date" not in mail and saved.sent_date is not None:
        _set(mail, "Date", format_datetime(saved.sent_date))
    mail.set_content((saved.body or "").replace("\r\n", "\n"), cte="base64")
    if saved.html_body:
        mail.add_alternative(saved.html_body, subtype="html", cte="base64")
    for one in saved.attachments:
        raw = one.file_bytes
        if raw:
            kind, _, finer = content_type(one.mime_type).name.partition("/")
            name = safe(one.file_name or "attached")
            main, sub = (kind, finer) if kind and finer and kind not in ("message", "multipart") else _UNTOLD
            mail.add_attachment(raw, maintype=main, subtype=sub, filename=name)
    return mail


def _set(mail: EmailMessage, name: str, words: str | None) -> None:
    """Sets a header to words in one line; leaves out what cannot be one."""
    line = " ".join((words or "").split()).encode("utf-8", "replace").decode("utf-8")
    if line:
        try:
            mail[name] = line
        except (ValueError, IndexError, AttributeError, RecursionError):
            del mail[name]
