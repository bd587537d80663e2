"""Pages in a folder: the bytes as they came, and beside them what is known of them. A file is whole or not there."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from etl.fetch.address import Address
from etl.fetch.client import Answer
from etl.fetch.clock import moment
from etl.fetch.feeds import plain
from etl.fetch.names import SUFFIXES, folder_name, stem, suffix
from etl.fetch.types import Entry
from etl.read.beside import SUFFIXES as BESIDE

META = BESIDE[0]
# A header of another shape cannot be sent back.
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,1000}"')


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a page: what stands in ``NAME.meta.yaml``, in this order.

    ``url`` is the address that was asked for, ``final_url`` the one that redirects led to, None where there were none.
    ``retrieved`` is a moment in UTC, ``published`` a day, ``sha256`` that of the page's bytes.
    """

    url: str
    final_url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    retrieved: str
    status: int
    content_type: str | None
    etag: str | None
    last_modified: str | None
    sha256: str

    @property
    def source(self) -> str:
        """The address that gave the bytes."""
        return self.final_url or self.url

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it changed; none where the server gave nothing to ask with."""
        sent: dict[str, str] = {}
        if self.etag and _ETAG.fullmatch(self.etag):
            sent["If-None-Match"] = self.etag
        if self.last_modified and self.last_modified.isascii() and moment(self.last_modified):
            sent["If-Modified-Since"] = " ".join(self.last_modified.split())
        return sent


_KEYS = tuple(Meta.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that is in the folder, whole."""

    path: Path
    meta: Meta


def meta_of(address: Address, entry: Entry, answer: Answer, retrieved: str, before: Meta | None = None) -> Meta:
    """What is known of a page that was asked for at ``address``: as ``entry`` tells it, else as it was ``before``."""
    final = answer.address.url
    return Meta(
        url=address.url,
        final_url=None if final == address.url else final,
        title=entry.title or (before.title if before else None),
        publisher=entry.publisher or (before.publisher if before else None),
        published=entry.published or (before.published if before else None),
        language=entry.language or (before.language if before else None),
        retrieved=retrieved,
        status=answer.status,
        content_type=plain(answer.header("content-type")),
        etag=plain(answer.header("etag")),
        last_modified=plain(answer.header("last-modified")),
        sha256=hashlib.sha256(answer.body).hexdigest(),
    )


def write_meta(meta: Meta) -> str:
    """The text of a ``NAME.meta.yaml``."""
    known = {key: getattr(meta, key) for key in _KEYS if getattr(meta, key) is not None}
    return str(yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=1_000_000))


def read_meta(text: str) -> Meta | None:
    """What a ``NAME.meta.yaml`` says, None where it is not one that ``write_meta`` made."""
    from etl.read import plain_yaml

    try:
        known: Any = plain_yaml.load(text)
        found = {key: known.get(key) for key in _KEYS}
        if not all(value is None or isinstance(value, str) for value in found.values()):
            return None
        if not all(found[key] for key in ("url", "retrieved", "status", "sha256")):
            return None
        return Meta(**{**found, "status": int(found["status"])})
    except (yaml.YAMLError, ValueError, AttributeError, RecursionError):
        return None


def find(folder: Path, address: Address) -> Kept | None:
    """The page of an address in the folder, None where it is not there, not whole, or of other bytes than it was."""
    for path in _places(folder, address):
        try:
            meta = read_meta(path.with_name(path.name + META).read_text(encoding="utf-8"))
            if meta is None or meta.url != address.url:
                continue
            if hashlib.sha256(path.read_bytes()).hexdigest() == meta.sha256:
                return Kept(path, meta)
        except (OSError, ValueError):
            continue
    return None


def keep(folder: Path, address: Address, meta: Meta, body: bytes) -> Path:
    """Writes a page and then what is known of it, in the place of what was there. Raises ``OSError``.

    A process that is killed on the way leaves a page without its meta file, which the next run fetches again; never
    half a page, and never a meta file that tells of other bytes.
    """
    path = folder / folder_name(address) / (stem(address) + suffix(meta.content_type, body))
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove(path.with_name(path.name + META))
    write_whole(path, body)
    write_whole(path.with_name(path.name + META), write_meta(meta).encode())
    for other in _places(folder, address):
        if other != path:
            # The address gave another kind of file before.
            _remove(other.with_name(other.name + META))
            _remove(other)
    return path


def write_whole(path: Path, body: bytes) -> None:
    """Writes a file so that it is there with all its bytes or not at all. Raises ``OSError``."""
    # A name with a dot before it is read by no build, should the process be killed here.
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as stream:
        stream.write(body)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)


def _places(folder: Path, address: Address) -> list[Path]:
    place = folder / folder_name(address)
    name = stem(address)
    return [place / (name + end) for end in SUFFIXES]


def _remove(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
