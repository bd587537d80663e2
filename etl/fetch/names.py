"""Names of files for pages: readable, the same on every system, and one for each address."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import unquote

from etl.fetch.address import Address, bare_host

_LONGEST = 60
_OTHER = re.compile(r"[^a-z0-9]+")
_UNFIT = re.compile(r"[^a-z0-9.-]+")
# A folder of such a name, whatever follows a dot, cannot be made on Windows.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(?:\.|\Z)")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
    "application/msword": ".doc",
    "application/epub+zip": ".epub",
    "application/zip": ".zip",
    "application/gzip": ".gz",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
SUFFIXES = (*dict.fromkeys(_KINDS.values()), ".bin")
# Kinds that servers give to files that they do not know.
_VAGUE = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-download"})
_MAGIC = ((b"%PDF-", ".pdf"), (b"{\\rtf", ".rtf"))
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def folder_name(address: Address) -> str:
    """The name of the folder for the pages of a host: the host, with its port where that is not the usual one."""
    host = bare_host(address.host).replace(":", "-")
    port = "" if address.url.startswith(f"{address.scheme}://{address.host}/") else f"_{address.port}"
    name = _UNFIT.sub("_", host).strip(".-") or "_"
    return f"{'_' if _RESERVED.match(name) else ''}{name[:200]}{port}"


def stem(address: Address) -> str:
    """The name of the files of a page without what follows the dot: words of its path and a hash of its address."""
    digest = hashlib.sha256(address.url.encode()).hexdigest()[:12]
    parts = [part for part in address.target.partition("?")[0].split("/") if part]
    slugs = [slug for slug in map(_slug, reversed(parts)) if slug]
    return f"{slugs[0] if slugs else 'page'}-{digest}"


def suffix(content_type: str | None, body: bytes) -> str:
    """The end of a file's name, by what the server says that it is, else by its first bytes; ``.bin`` where neither
    tells."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    for magic, known in _MAGIC:
        if body.startswith(magic):
            return known
    if kind in _VAGUE:
        return ".html" if _HTML.match(body[:4096]) else ".bin"
    if kind.endswith("+xml"):
        return _KINDS.get(kind, ".xml")
    if kind.endswith("+json"):
        return ".json"
    return _KINDS.get(kind, ".txt" if kind.startswith("text/") else ".bin")


def _slug(part: str) -> str:
    """The letters and digits of a part of a path, without what it says of the kind of file."""
    words = unicodedata.normalize("NFKD", _SUFFIX.sub("", unquote(part, errors="ignore")))
    letters = "".join(letter for letter in words if not unicodedata.combining(letter))
    slug = _OTHER.sub("-", letters.lower()).strip("-")
    return slug if len(slug) <= _LONGEST else slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]
