"""ZIPs: what kind each is, and that an entry is read within its limits or refused with a sentence."""

from __future__ import annotations

import io
import struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.zipped import Refused, ZipKind, entry, list_length, opened, zip_kind

TYPES = '<Types><Override PartName="/{part}" ContentType="application/vnd.{kind}+xml"/></Types>'
OOXML = "openxmlformats-officedocument."


def zipped(parts: dict[str, bytes | str], how: int = ZIP_DEFLATED) -> io.BytesIO:
    file = io.BytesIO()
    with ZipFile(file, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    file.seek(0)
    return file


def kind(file: io.BytesIO) -> ZipKind | None:
    return zip_kind(file.getvalue()[:4096], file)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (f"{OOXML}wordprocessingml.document.main", ZipKind.DOCX),
        (f"{OOXML}wordprocessingml.template.main", ZipKind.DOCX),
        ("ms-word.document.macroEnabled.main", ZipKind.DOCX),
        (f"{OOXML}spreadsheetml.sheet.main", ZipKind.XLSX),
        ("ms-excel.sheet.macroEnabled.main", ZipKind.XLSX),
        ("ms-excel.sheet.binary.macroEnabled.main", ZipKind.XLSB),
        (f"{OOXML}presentationml.presentation.main", ZipKind.PPTX),
        ("something.else", ZipKind.ARCHIVE),
    ],
)
def test_office_documents_by_the_types_they_state(stated: str, expected: ZipKind) -> None:
    assert kind(zipped({"[Content_Types].xml": TYPES.format(part="a.xml", kind=stated)})) == expected


@pytest.mark.parametrize(
    ("mimetype", "expected"),
    [
        ("application/epub+zip", ZipKind.EPUB),
        ("application/vnd.oasis.opendocument.text", ZipKind.ODT),
        ("application/vnd.oasis.opendocument.text-template\n", ZipKind.ODT),
        ("application/vnd.oasis.opendocument.spreadsheet", ZipKind.ODS),
        ("application/vnd.oasis.opendocument.presentation", ZipKind.ODP),
        ("application/x-unheard", ZipKind.ARCHIVE),
    ],
)
def test_books_and_open_documents_by_their_mimetype(mimetype: str, expected: ZipKind) -> None:
    assert kind(zipped({"mimetype": mimetype, "content.xml": "<a/>"}, ZIP_STORED)) == expected


def test_an_office_document_without_types_by_its_main_part() -> None:
    assert kind(zipped({"word/document.xml": "<a/>"})) == ZipKind.DOCX


def test_any_other_zip_is_an_archive() -> None:
    assert kind(zipped({"a.docx": "no", "dir/b.txt": "text"})) == ZipKind.ARCHIVE


def test_an_empty_zip_is_an_archive() -> None:
    assert kind(zipped({})) == ZipKind.ARCHIVE


@pytest.mark.parametrize(
    "raw",
    [b"", b"PK\x03\x04", b"no zip at all", zipped({"a": "b" * 500}).getvalue()[:-30]],
    ids=["nothing", "mark", "text", "cut"],
)
def test_what_is_no_whole_zip_has_no_kind(raw: bytes) -> None:
    assert kind(io.BytesIO(raw)) is None


def test_an_entry_is_read() -> None:
    with opened(zipped({"a.xml": "<a/>"})) as archive:
        assert entry(archive, "a.xml", 4) == b"<a/>"


def refused(file: io.BytesIO, name: str, largest: int) -> str:
    with opened(file) as archive, pytest.raises(Refused) as fault:
        entry(archive, name, largest)
    assert str(fault.value).endswith(".")
    return str(fault.value)


def test_a_missing_entry_is_named() -> None:
    assert '"b.xml"' in refused(zipped({"a.xml": ""}), "b.xml", 10)


def test_an_entry_larger_than_asked_for_is_refused() -> None:
    assert "more than 0.001 MB" in refused(zipped({"a": "x" * 1001}), "a", 1000)


def test_an_entry_packed_as_only_bombs_are_is_refused() -> None:
    assert "harmful" in refused(zipped({"a": b"\0" * 8_000_000}), "a", 1 << 30)


def test_an_entry_that_lies_about_its_size_gives_no_more() -> None:
    raw = zipped({"a": b"x" * 100_000}).getvalue()
    lying = raw.replace(struct.pack("<L", 100_000), struct.pack("<L", 10))
    assert "damaged" in refused(io.BytesIO(lying), "a", 1000)


def test_an_encrypted_entry_is_refused() -> None:
    raw = bytearray(zipped({"a": b"secret"}).getvalue())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refused(io.BytesIO(bytes(raw)), "a", 1000)


def test_a_damaged_entry_is_refused() -> None:
    raw = zipped({"a": b"sound words"}, ZIP_STORED).getvalue().replace(b"sound", b"fault")
    assert "damaged" in refused(io.BytesIO(raw), "a", 1000)


def test_a_file_cut_short_is_refused() -> None:
    with pytest.raises(Refused, match="cut short"):
        opened(io.BytesIO(zipped({"a": b"x" * 500}).getvalue()[:-30]))


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(Refused, match="more entries"):
        opened(zipped({"a": "", "b": ""}), longest=60)


def test_the_list_of_a_wide_zip_is_measured() -> None:
    record = b"PK\x06\x06" + bytes(36) + struct.pack("<QQ", 5_000_000_000, 0)
    end = b"PK\x05\x06" + bytes(8) + struct.pack("<LLH", 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert list_length(io.BytesIO(b"entries" + record + b"PK\x06\x07" + bytes(16) + end)) == 5_000_000_000


@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_bytes_raise_anything_but_a_refusal(noise: bytes, at: int) -> None:
    raw = zipped({"mimetype": "application/epub+zip", "[Content_Types].xml": "<Types/>"}).getvalue()
    file = io.BytesIO(raw[:at] + noise + raw[at + len(noise) :])
    kind(file)
    try:
        with opened(file) as archive:
            for info in archive.infolist():
                entry(archive, info, 1000)
    except Refused as fault:
        assert str(fault).endswith(".")
