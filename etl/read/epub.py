"""Books and periodicals in EPUB: each chapter in the order of reading is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any, BinaryIO
from urllib.parse import unquote
from zipfile import ZipFile

from etl.read.source import Container, Known, Source, Unreadable
from etl.read.zipped import Refused, ZipKind, entry, opened, zip_kind

_LARGEST = 20_000_000  # bytes of a chapter
_LARGEST_LIST = 5_000_000  # bytes of the package's list and of its contents
_MOST_CHAPTERS = 5_000
_WORDLESS = 20  # characters; a chapter with fewer is a picture or a title page
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_TAG = re.compile(rb"<(?:head|style|script)\b.*?</(?:head|style|script)\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_OBFUSCATED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # fonts, which nobody reads
_PROTECTED = (
    "The book is protected by digital rights management and cannot be read; get it from its publisher without"
    " protection."
)
_NO_LIST = "The book lacks the list of its chapters; download or save it anew."


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter: its place in the archive, and what the table of contents calls it."""

    name: str
    title: str | None


def claims_epub(head: bytes, file: BinaryIO) -> bool:
    """Whether a file with these first bytes is a book: a ZIP that says so."""
    return head.startswith(b"PK") and zip_kind(head, file) is ZipKind.EPUB


def unpack_epub(container: Container) -> Iterator[Source | Unreadable]:
    """The chapters in the order of reading, each with what the package says of the whole. Pages without words (covers,
    pictures) are passed over; where no chapter has words, that is said."""
    try:
        archive = opened(container.file)
    except Refused as fault:
        yield Unreadable(container.path, "", 0, str(fault))
        return
    with archive:
        try:
            yield from _chapters(container, archive)
        except Refused as fault:
            yield Unreadable(container.path, "", 0, str(fault))


def _chapters(container: Container, archive: ZipFile) -> Iterator[Source | Unreadable]:
    encrypted = _encrypted(archive)
    package, folder = _package(archive)
    known = _known(package)
    found = 0
    for chapter in _spine(archive, package, folder)[:_MOST_CHAPTERS]:
        path = f"{container.path}/{chapter.name}"
        if chapter.name in encrypted:
            raise Refused(_PROTECTED)
        try:
            raw = entry(archive, chapter.name, _LARGEST)
        except Refused as fault:
            yield Unreadable(path, "", 0, str(fault), "epub")
            found += 1
            continue
        if len(_TAG.sub(b"", raw).strip()) < _WORDLESS:
            continue
        found += 1
        yield Source.of(path, raw, "chapter", Known(title=chapter.title).over(known))
    if not found:
        raise Refused("The book holds only pictures of pages and no text; have it read by an OCR program first.")


def _xml(raw: bytes) -> Any:
    """The tree of a part of the package. No entity is expanded and nothing outside is looked at."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as fault:
        raise Refused(_NO_LIST) from fault
    if root is None:
        raise Refused(_NO_LIST)
    etree.strip_elements(root, etree.Entity, etree.ProcessingInstruction, with_tail=False)
    return root


def _encrypted(archive: ZipFile) -> frozenset[str]:
    """The parts that are encrypted, fonts aside."""
    if "META-INF/rights.xml" in archive.NameToInfo and "META-INF/encryption.xml" not in archive.NameToInfo:
        raise Refused(_PROTECTED)
    if "META-INF/encryption.xml" not in archive.NameToInfo:
        return frozenset()
    root = _xml(entry(archive, "META-INF/encryption.xml", _LARGEST_LIST))
    found = set()
    for data in root.iter("{*}EncryptedData"):
        method = data.find("{*}EncryptionMethod")
        if method is None or method.get("Algorithm") not in _OBFUSCATED:
            found |= {unquote(one.get("URI") or "") for one in data.iter("{*}CipherReference")}
    return frozenset(found)


def _package(archive: ZipFile) -> tuple[Any, str]:
    """The package document, and the folder that its addresses are counted from."""
    root = _xml(entry(archive, "META-INF/container.xml", _LARGEST_LIST))
    place = next((one.get("full-path") for one in root.iter("{*}rootfile") if one.get("full-path")), None)
    if place is None:
        raise Refused(_NO_LIST)
    return _xml(entry(archive, place, _LARGEST_LIST)), dirname(place)


def _known(package: Any) -> Known:
    """What the package says of the whole: publisher (or the name of the periodical), date, address, language."""

    def first(name: str) -> str | None:
        return next((words for one in package.iter(f"{{*}}{name}") if (words := _words(one))), None)

    dates = [one for one in package.iter("{*}date") if _words(one)]
    events = [next((value for key, value in one.attrib.items() if key.endswith("event")), "") for one in dates]
    named = [one for one, event in zip(dates, events, strict=True) if "publ" in event]
    plain = [one for one, event in zip(dates, events, strict=True) if not event]
    addresses = map(_words, package.iter("{*}source", "{*}identifier"))
    return Known(
        publisher=first("publisher") or first("title"),
        published=next((_words(one) for one in (*named, *plain)), None),
        url=next(filter(_is_web, addresses), None),
        language=(first("language") or "").partition("-")[0].lower() or None,
    )


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_web(words: str) -> bool:
    return words.startswith(("http://", "https://"))


def _spine(archive: ZipFile, package: Any, folder: str) -> list[_Chapter]:
    """The chapters in the order of reading, without the table of contents itself."""
    items = {one.get("id"): one for one in package.iter("{*}item") if one.get("href")}
    titles = _titles(archive, items, folder)
    found = []
    for one in package.iter("{*}itemref"):
        item = items.get(one.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or "nav" in (item.get("properties") or "").split():
            continue
        name = _place(folder, item.get("href"))
        found.append(_Chapter(name, titles.get(name)))
    if not found:
        raise Refused(_NO_LIST)
    return list({chapter.name: chapter for chapter in found}.values())


def _place(folder: str, address: str) -> str:
    """The name in the archive of what is addressed from a folder; one that leads out of the archive is in none."""
    return normpath(join(folder, unquote(address.partition("#")[0])))


def _titles(archive: ZipFile, items: dict[str, Any], folder: str) -> dict[str, str]:
    """What the table of contents calls the chapters: the first entry that leads to each."""
    found: dict[str, str] = {}
    for item in items.values():
        is_nav = "nav" in (item.get("properties") or "").split()
        if not is_nav and item.get("media-type") != "application/x-dtbncx+xml":
            continue
        place = _place(folder, item.get("href"))
        try:
            root = _xml(entry(archive, place, _LARGEST_LIST))
        except Refused:
            continue
        for address, words in _links(root, is_nav):
            if address and words:
                found.setdefault(_place(dirname(place), address), words)
    return found


def _links(root: Any, is_nav: bool) -> Iterator[tuple[str | None, str]]:
    if is_nav:
        for one in root.iter("{*}a"):
            yield one.get("href"), _words(one)
        return
    for one in root.iter("{*}navPoint"):
        content, label = one.find("{*}content"), one.find("{*}navLabel")
        if content is not None and label is not None:
            yield content.get("src"), _words(label)
