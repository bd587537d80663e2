"""Archives: what lies in them at any depth, names that lead out, bombs, damage, and what is left out."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import json
import lzma
import struct
import tarfile
import zipfile
from itertools import islice

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Container, Source, Unreadable, read_bytes, streams
from etl.read.zip_archive import read_zip
from tests.read import story
from tests.read.told_rows import rows_told

TEXT = story.plain().encode()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return file.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, raw in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return file.getvalue()


PACKED = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}
ARCHIVES = {
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda files: gzip.compress(tarred(files)),
    "tgz": lambda files: gzip.compress(tarred(files)),
    "tar.bz2": lambda files: bz2.compress(tarred(files)),
    "tar.xz": lambda files: lzma.compress(tarred(files)),
    "tar.zst": lambda files: PACKED["zst"](tarred(files)),
}


def read(raw: bytes, name: str = "a.zip") -> list[Document | Unreadable]:
    return list(read_bytes(raw, name))


def told(raw: bytes, name: str = "a.zip") -> dict[str, str]:
    return {one.path: one.text if isinstance(one, Document) else one.problem for one in read(raw, name)}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_the_story_is_the_same_in_an_archive(kind: str) -> None:
    (plain,) = read(TEXT, "a.txt")
    first, second = read(ARCHIVES[kind]({"dir/a.txt": TEXT, "b.txt": b"Two boats came."}), f"x.{kind}")
    assert isinstance(first, Document)
    assert isinstance(plain, Document)
    assert rows_told(first) == rows_told(plain)
    assert (first.path, second.path, first.sha256) == (f"x.{kind}/dir/a.txt", f"x.{kind}/b.txt", plain.sha256)


@pytest.mark.parametrize("kind", PACKED)
@pytest.mark.parametrize("name", ["a.txt.{}", "a.{}", "unheard"])
def test_the_story_is_the_same_compressed(kind: str, name: str) -> None:
    (found,) = read(PACKED[kind](TEXT), name.format(kind))
    assert isinstance(found, Document)
    assert found.text == story.plain()


@pytest.mark.parametrize("kind", PACKED)
def test_a_compressed_table_is_read_as_one(kind: str) -> None:
    assert told(PACKED[kind](b'{"text": "a"}\n{"text": "b"}\n'), f"t.jsonl.{kind}") == {
        f"t.jsonl.{kind}/t.jsonl#1": "a",
        f"t.jsonl.{kind}/t.jsonl#2": "b",
    }


def test_files_that_were_put_behind_each_other_are_one() -> None:
    for kind, pack in PACKED.items():
        assert list(told(pack(b"Two boats ") + pack(b"came."), f"a.txt.{kind}").values()) == ["Two boats came."]


def test_archives_in_archives() -> None:
    inner = tarred({"c.zip": zipped({"d.jsonl.gz": gzip.compress(b'{"text": "deep"}')})})
    assert told(zipped({"b.tar": inner})) == {"a.zip/b.tar/c.zip/d.jsonl.gz/d.jsonl": NO_DEEPER}
    assert told(inner, "b.tar") == {"b.tar/c.zip/d.jsonl.gz/d.jsonl#1": "deep"}


NO_DEEPER = "It lies 4 archives deep, and no deeper one is opened; unpack the outer ones first."


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\x.txt", "Users/x.txt"),
        ("..\\..\\x.txt", "x.txt"),
        ("a/./b/../x.txt", "a/b/x.txt"),
        ("line\nbreak.txt", "line\ufffdbreak.txt"),
        ("\u202etxt.exe.txt", "\ufffdtxt.exe.txt"),
        ("--output", "--output"),
        ("'; drop table documents; --.txt", "'; drop table documents; --.txt"),
        ("..", "unnamed"),
        ("a" * 1000 + ".txt", "a" * 296 + ".txt"),
    ],
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_no_name_leads_out(kind: str, name: str, shown: str) -> None:
    assert list(told(ARCHIVES[kind]({name: b"Two boats came."}), "a")) == [f"a/{shown}"]


def test_the_same_name_twice_is_told_apart() -> None:
    with pytest.warns(UserWarning):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for words in ("One came.", "Two came.", "Three came."):
                archive.writestr("a/b.txt", words)
    assert list(told(file.getvalue())) == ["a.zip/a/b.txt", "a.zip/a/b (2).txt", "a.zip/a/b (3).txt"]


def test_an_entry_without_a_name_costs_no_other() -> None:
    # zipfile ends a name at the first NUL.
    raw = zipped({"x.txt": b"Chad ordered 12 tanks.", "b.txt": b"Chad got them."}).replace(b"x.txt", b"\0.txt")
    assert told(raw) == {"a.zip/unnamed": "Chad ordered 12 tanks.", "a.zip/b.txt": "Chad got them."}


def test_links_are_never_followed(tmp_path: object) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE):
            info = tarfile.TarInfo(f"link{kind!r}")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = 9
        archive.addfile(info, io.BytesIO(b"One came."))
    assert told(file.getvalue(), "a.tar") == {"a.tar/a.txt": "One came."}


def test_what_can_be_no_document_is_left_out() -> None:
    names = ["a.png", "b.css", "c.js", "d.woff2", "e.mp4", ".hidden", ".git/f.txt", "__MACOSX/g.txt", "Thumbs.db", "h/"]
    assert list(told(zipped({**dict.fromkeys(names, b"x"), "i.txt": b"One came."}))) == ["a.zip/i.txt"]


def test_files_of_metadata_in_an_archive_tell_of_those_beside_them() -> None:
    files = {
        "a/b.txt": b"Two came.",
        "a/documents.csv": b"file,title,date\nb.txt,Boats,2024-06-22\n",
        "a/b.txt.meta.yaml": b"title: Own",
        "c.txt.meta.yaml": b"title: Nobody's",
    }
    lost, found = read(zipped(files))
    assert isinstance(lost, Unreadable)
    assert "no c.txt beside it" in lost.problem
    assert isinstance(found, Document)
    assert (found.path, found.title, found.published) == ("a.zip/a/b.txt", "Own", "2024-06-22")


def encrypted() -> bytes:
    raw = bytearray(zipped({"a.txt": b"One came.", "b.txt": b"Two came."}))
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    return bytes(raw)


def of_method(method: int) -> bytes:
    raw = bytearray(zipped({"a.txt": b"One came.", "b.txt": b"Two came."}))
    at = raw.find(b"PK\x01\x02")
    raw[at + 10 : at + 12] = raw[8:10] = struct.pack("<H", method)
    return bytes(raw)


def changed() -> bytes:
    raw = zipped({"a.txt": b"One came.", "b.txt": b"Two came."}, zipfile.ZIP_STORED)
    return raw.replace(b"One came.", b"Six came.")


def test_a_broken_file_of_metadata_costs_no_document() -> None:
    raw = zipped({"documents.csv": b"file,title\na.txt,A\n", "a.txt": b"Two came."})
    at = raw.find(b"PK\x01\x02")
    locked = raw[: at + 8] + b"\x01" + raw[at + 9 :]
    torn = b"XX" + raw[2:]
    for broken in (locked, b"PK" + torn[2:4] + raw[4:14] + b"\0\0\0\0" + raw[18:]):
        assert [one.text for one in read(broken) if isinstance(one, Document)][-1].endswith("Two came.")


@pytest.mark.parametrize(
    ("raw", "said"),
    [(encrypted(), "password"), (of_method(99), "method 99"), (changed(), "damaged"), (of_method(12), "damaged")],
)
def test_one_bad_entry_costs_no_other(raw: bytes, said: str) -> None:
    found = told(raw)
    assert said in found["a.zip/a.txt"]
    assert found["a.zip/b.txt"] == "Two came."


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (b"7z\xbc\xaf\x27\x1c" + bytes(30), "a.7z", "a 7z archive, which is not opened; unpack it"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(30), "a.txt", "a RAR archive"),
        (zipped({}), "a.zip", "no document"),
        (tarred({}), "a.tar", "no document"),
        (zipped({"a.png": b"x"}), "a.zip", "no document"),
        (zipped({"a.txt": TEXT})[:-40], "a.zip", "damaged or was cut short"),
        (gzip.compress(b"", mtime=0), "a.gz", "empty"),
        (gzip.compress(TEXT, mtime=0)[:300], "a.gz", "ends too early"),
        (bz2.compress(TEXT)[:300], "a.bz2", "ends too early"),
        (lzma.compress(TEXT)[:300], "a.xz", "ends too early"),
        (PACKED["zst"](TEXT)[:300], "a.zst", "ends too early"),
        (b"\x1f\x8b\x08" + bytes(40), "a.gz", "damaged"),
        (b"\x28\xb5\x2f\xfd" + b"\xff" * 40, "a.zst", "damaged"),
    ],
)
def test_broken_archives_are_named_in_words(raw: bytes, name: str, said: str) -> None:
    (found,) = read(raw, name)
    assert isinstance(found, Unreadable)
    assert said in found.problem
    assert found.problem.endswith(".")


def test_an_archive_cut_short_gives_what_came_before() -> None:
    lines = b"".join(
        json.dumps({"text": f"Boat {number} came. " + hashlib.sha512(b"%d" % number).hexdigest() * 4}).encode() + b"\n"
        for number in range(4_000)
    )
    for kind in PACKED:
        found = read(PACKED[kind](lines)[:-40], f"a.jsonl.{kind}")
        assert isinstance(found[-1], Unreadable)
        assert len(found) > 1_500
    first, *_, last = read(gzip.compress(tarred({"a.txt": b"One came.", "b.txt": TEXT * 500}))[:-60], "a.tar.gz")
    assert isinstance(first, Document)
    assert isinstance(last, Unreadable)


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FREE", 100_000)


@pytest.mark.usefixtures("tight")
@pytest.mark.parametrize("kind", [*PACKED, *(kind for kind in ARCHIVES if kind != "tar")])
def test_a_bomb_is_named_and_what_came_before_it_is_kept(kind: str) -> None:
    bomb = b"\0" * 100_000_000
    if kind in PACKED:
        (found,) = read(PACKED[kind](bomb), f"a.txt.{kind}")
    else:
        first, found = read(ARCHIVES[kind]({"a.txt": b"One came.", "b.txt": bomb, "c.txt": b"Two came."}), "x")[:2]
        assert isinstance(first, Document)
    assert isinstance(found, Unreadable)
    assert "as only harmful files do" in found.problem


@pytest.mark.usefixtures("tight")
def test_bombs_in_bombs_count_together() -> None:
    inner = zipped({f"{number}.txt": b"word " * 50_000 for number in range(10)})
    found = read(zipped({f"{number}.zip": inner for number in range(100)}))
    assert sum(len(one.text) for one in found if isinstance(one, Document)) < 200 * 60_000 + 100_000
    assert any("as only harmful files do" in one.problem for one in found if isinstance(one, Unreadable))


def test_a_hole_in_a_tar_archive_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FREE", 100_000)
    info = tarfile.TarInfo("GNUSparseFile.0/hole.txt")
    told = {"major": "0", "minor": "1", "name": "hole.txt", "size": str(10**11), "numblocks": "1", "map": "0,4"}
    info.pax_headers = {f"GNU.sparse.{name}": value for name, value in told.items()}
    info.size = 4
    raw = info.tobuf(tarfile.PAX_FORMAT) + b"One." + bytes(508) + bytes(1024)
    (found,) = read(raw, "a.tar")
    assert isinstance(found, Unreadable)


def test_no_more_entries_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{number}.txt": b"One came." for number in range(9)}
    for module, kind in (("zip_archive", "zip"), ("tar_archive", "tar")):
        monkeypatch.setattr(f"etl.read.{module}.MOST", 5)
        *kept, last = read(ARCHIVES[kind](files), "a")
        assert (len(kept), isinstance(last, Unreadable)) == (5, True)
        assert "more than 5 entries" in str(last)


def test_a_name_of_a_gigabyte_is_not_read() -> None:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 1 << 30
    (found,) = read(info.tobuf() + bytes(2000), "a.tar")
    assert isinstance(found, Unreadable)
    assert "too long" in found.problem


def test_a_table_of_any_length_is_read_out_of_an_archive_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"title": "Boats", "text": "Two boats came.\n" * 60}).encode() + b"\n"
    counted: list[int] = []
    more = streams.Unpacked._more

    def noted(self: streams.Unpacked) -> None:
        more(self)
        counted.append(len(self._piece))

    monkeypatch.setattr(streams.Unpacked, "_more", noted)
    raw = zipped({"a.jsonl": line * 30_000})
    documents = (one for one in read_bytes(raw, "a.zip") if isinstance(one, Document))
    assert len(list(islice(documents, 1000))) == 1000
    assert sum(counted) < 2_000_000


def test_members_can_be_sought_in(tmp_path: object) -> None:
    raw = zipped({"big.txt": bytes(range(256)) * 20_000})
    (member,) = read_zip(Container("a.zip", io.BytesIO(raw)))
    assert not isinstance(member, Unreadable | Source)
    file = member.file
    assert file.read(3) == b"\0\1\2"
    assert file.seek(1000) == 1000
    assert file.seek(-2, 2) == 256 * 20_000 - 2
    assert file.read() == b"\xfe\xff"
    assert (file.seek(5), file.read(2), file.tell()) == (5, b"\5\6", 7)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(ARCHIVES)), st.integers(0, 10_000), st.binary(min_size=1, max_size=9))
def test_no_change_raises(kind: str, at: int, change: bytes) -> None:
    raw = bytearray(ARCHIVES[kind]({"a.txt": b"One came.", "dir/b.txt": b"Two came."}))
    at %= len(raw)
    raw[at : at + len(change)] = change
    assert all(isinstance(one, Document | Unreadable) for one in read(bytes(raw), f"a.{kind}"))


@pytest.mark.parametrize("kind", [*ARCHIVES, *PACKED])
def test_no_cut_raises(kind: str) -> None:
    raw = ARCHIVES[kind]({"a.txt": b"One came."}) if kind in ARCHIVES else PACKED[kind](b"One came.")
    for end in range(0, len(raw), 1 if len(raw) < 1000 else 37):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end], f"a.{kind}"))


NAMES = st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(NAMES, st.sampled_from(["zip", "tar"]))
def test_paths_of_members_are_one_each_and_stay_inside(names: list[str], kind: str) -> None:
    found = read(ARCHIVES[kind]({name.replace("\0", "_"): b"One came." for name in names}), "a")
    paths = [one.path for one in found]
    assert len(set(paths)) == len(paths)
    assert not any(part in ("", "..", ".") for path in paths for part in path.split("/"))
