"""Files made to do harm, each with what came in said in words: none hangs, bursts or crashes anything, or leads out."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import socket
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

import etl
from etl.ask import ask
from etl.documents import Document
from etl.fetch.address import read_address
from etl.fetch.client import Answer
from etl.fetch.listings import read_listing
from etl.fetch.types import Failure
from etl.fingerprints import Fingerprints
from etl.intake import Intake
from etl.link.chunks import Chunk, K
from etl.link.clauses.segments import segments
from etl.read import Options, Unreadable, read_bytes, read_path
from etl.sources import find_sources
from tests.fuzz.always import check_extraction, check_parts
from tests.fuzz.targets import packed_with
from tests.read import office_files, test_epub, test_mhtml
from tests.read.compound import compound
from tests.read.pdf import pages

TELLING = b"Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027.\n"
SECRET = "root-of-all-secrets"
LIMIT = 1_500_000_000
"""Bytes of address space of a process that reads something huge: the interpreter and its libraries take half."""


def read(raw: bytes, name: str) -> list[Document | Unreadable]:
    check_parts(read_bytes(raw, name))
    return list(read_bytes(raw, name))


def text(raw: bytes, name: str) -> str:
    """All words that came out of a file, those of its refusals too."""
    return "\n".join(one.problem if isinstance(one, Unreadable) else one.text for one in read(raw, name))


def zipped(*files: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files:
            archive.writestr(name, raw)
    return made.getvalue()


# ------------------------------------------------------------------ bombs

ZEROS = bytes(30_000_000)


def overlapping() -> bytes:
    """A ZIP whose list names one entry two hundred times, each time under another name."""
    one = zipped(("a.txt", TELLING * 10_000))
    at = one.index(b"PK\x01\x02")
    entry, end = one[at : one.index(b"PK\x05\x06")], one[one.index(b"PK\x05\x06") :]
    entries = b"".join(entry.replace(b"a.txt", b"%05d" % number) for number in range(200))
    count = (200).to_bytes(2, "little")
    return one[:at] + entries + end[:8] + count * 2 + len(entries).to_bytes(4, "little") + end[16:]


def looping() -> bytes:
    """An Outlook mail of whose streams one is said to have 2 GB, in a sector that leads to itself."""
    raw = bytearray(compound({"__properties_version1.0": bytes(5000)}))
    entry = raw.index("__properties_version1.0".encode("utf-16-le"))
    first = int.from_bytes(raw[entry + 116 : entry + 120], "little")
    raw[entry + 120 : entry + 128] = (2_000_000_000).to_bytes(8, "little")
    chains = len(raw) - 512
    raw[chains + 4 * first : chains + 4 * first + 4] = first.to_bytes(4, "little")
    return bytes(raw)


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a ZIP with an entry of 30 MB of zeros in 30 kB": ("a.zip", lambda: zipped(("a.txt", ZEROS))),
    "ZIPs in ZIPs, nine deep": ("a.zip", lambda: _nested(9)),
    "a ZIP that lists one entry two hundred times": ("a.zip", overlapping),
    "a gzip of zeros": ("a.txt.gz", lambda: gzip.compress(ZEROS)),
    "a gzip of a gzip of zeros": ("a.txt.gz", lambda: gzip.compress(gzip.compress(ZEROS))),
    "a Zstandard file of zeros": ("a.txt.zst", lambda: zstandard.ZstdCompressor().compress(ZEROS)),
    "a Zstandard file that asks for a window of 2 GB": ("a.zst", lambda: b"\x28\xb5\x2f\xfd\x00\xa8" + bytes(90)),
    "an xz of zeros": ("a.txt.xz", lambda: lzma.compress(ZEROS)),
    "a bzip2 of zeros": ("a.txt.bz2", lambda: bz2.compress(ZEROS)),
    "a DOCX whose text is spaces without end": (
        "a.docx",
        lambda: packed_with("a.docx", "word/document.xml", b"<w:document>" + b" " * 70_000_000),
    ),
    "an ODT whose text is spaces without end": (
        "a.odt",
        lambda: packed_with("a.odt", "content.xml", b"<office:document-content>" + b" " * 70_000_000),
    ),
    "an Outlook mail whose sectors lead back to each other": ("a.msg", looping),
    "a book whose chapter is spaces without end": (
        "a.epub",
        lambda: packed_with("a.epub", "OEBPS/text/one.xhtml", b"<html><body>" + b" " * 70_000_000),
    ),
}


def _nested(depth: int) -> bytes:
    raw = zipped(("a.txt", TELLING))
    for _ in range(depth):
        raw = zipped(("a.zip", raw))
    return raw


@pytest.mark.parametrize("came", BOMBS)
def test_a_bomb_gives_a_sentence(came: str) -> None:
    name, make = BOMBS[came]
    found = read(make(), name)
    assert sum(len(one.text) for one in found if isinstance(one, Document)) < 200_000_000
    if "two hundred" not in came:
        assert any(isinstance(one, Unreadable) for one in found)


# ------------------------------------------------------------------ XML


def _laughs(root: str) -> str:
    """The declaration of an entity that stands for a billion words."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY l0 "laughter ">{levels}]>'


def _outside(root: str, place: str) -> str:
    return f'<!DOCTYPE {root} [<!ENTITY l9 SYSTEM "{place}">]>'


def _docx(declared: str) -> bytes:
    sound = office_files.docx_of("<w:p><w:r><w:t>Two boats came to Oslo.</w:t></w:r></w:p>")
    words = zipfile.ZipFile(io.BytesIO(sound)).read("word/document.xml").decode()
    head, rest = words.split("?>", 1) if words.startswith("<?xml") else ("<?xml version='1.0'", words)
    written = f"{head}?>{declared}{rest.replace('Two boats', 'Two &l9; boats')}"
    return packed_with("a.docx", "word/document.xml", written.encode())


def _odt(declared: str) -> bytes:
    words = zipfile.ZipFile(io.BytesIO(office_files.odt_of("<text:p>Two boats came.</text:p>"))).read("content.xml")
    body = words.decode().split("?>", 1)[-1] if words.startswith(b"<?xml") else words.decode()
    return packed_with("a.odt", "content.xml", (declared + body.replace("Two", "Two &l9;")).encode())


def _xlsx(declared: str) -> bytes:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Two &l9; boats came.</t></is></c></row></sheetData></worksheet>'
    )
    return packed_with("a.xlsx", "xl/worksheets/sheet1.xml", (declared + sheet).encode())


_PAGE = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Two &l9; boats came to Oslo on Monday.</p></body></html>"
_CHAPTER = "OEBPS/text/one.xhtml"
XML: dict[str, tuple[str, str, Callable[[str], bytes]]] = {
    "DOCX": ("a.docx", "w:document", _docx),
    "ODT": ("a.odt", "office:document-content", _odt),
    "flat ODT": (
        "a.fodt",
        "office:document",
        lambda declared: declared.encode() + office_files.fodt_of("<text:p>Two &l9; came.</text:p>"),
    ),
    "book": ("a.epub", "html", lambda declared: packed_with("a.epub", _CHAPTER, (declared + _PAGE).encode())),
    "table of a book": (
        "a.epub",
        "package",
        lambda declared: packed_with("a.epub", "OEBPS/book.opf", declared.encode() + _opf().replace(b">", b">&l9;", 1)),
    ),
    "spreadsheet": ("a.xlsx", "worksheet", _xlsx),
    "XHTML": ("a.xhtml", "html", lambda declared: (declared + _PAGE).encode()),
}  # fmt: skip


def _opf() -> bytes:
    words = zipfile.ZipFile(io.BytesIO(test_epub.book())).read("OEBPS/book.opf")
    return words.split(b"?>", 1)[-1] if words.startswith(b"<?xml") else words


@pytest.mark.parametrize("kind", XML)
def test_no_entity_is_multiplied(kind: str) -> None:
    name, root, make = XML[kind]
    found = text(make(_laughs(root)), name)
    assert found.count("laughter") < 200
    assert len(found) < 100_000


@pytest.mark.parametrize("kind", XML)
def test_no_entity_brings_a_file_of_this_machine_in(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    name, root, make = XML[kind]
    for place in (secret.as_uri(), str(secret)):
        assert SECRET not in text(make(_outside(root, place)), name)


@pytest.mark.parametrize("root", ["rss", "feed", "urlset", "sitemapindex"])
def test_no_entity_of_a_feed_is_expanded(root: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    body = f"<{root}><item><title>&l9;</title><link>/a</link></item><url><loc>/&l9;</loc></url></{root}>"
    for declared in (_laughs(root), _outside(root, secret.as_uri())):
        answer = Answer(read_address("https://example.org/f"), 200, {}, (declared + body).encode())
        try:
            found = read_listing(answer)
        except Failure:
            continue
        told = repr(found)
        assert SECRET not in told
        assert told.count("laughter") < 20


# ------------------------------------------------------------------ names in archives

LEADING_OUT = [
    "../../out.txt",
    "/etc/out.txt",
    "..\\..\\out.txt",
    "C:\\out.txt",
    "a/../../out.txt",
    "//host/out.txt",
    "a/./../b/../../out.txt",
]


def _tarred(name: str) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(TELLING)
        archive.addfile(info, io.BytesIO(TELLING))
        for kind, target in (
            (tarfile.SYMTYPE, "/etc/passwd"),
            (tarfile.LNKTYPE, "/etc/passwd"),
            (tarfile.FIFOTYPE, ""),
        ):
            link = tarfile.TarInfo(f"link{kind!r}.txt")
            link.type, link.linkname = kind, target
            archive.addfile(link)
    return made.getvalue()


@pytest.mark.parametrize("name", LEADING_OUT)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_name_in_an_archive_leads_nowhere(name: str, kind: str) -> None:
    raw = zipped((name, TELLING)) if kind == "zip" else _tarred(name)
    found = read(raw, f"a.{kind}")
    assert any(isinstance(one, Document) and "howitzers" in one.text for one in found)
    for one in found:
        assert one.path.startswith(f"a.{kind}")
        assert ".." not in one.path.replace("\\", "/").split("/")
        assert not isinstance(one, Document) or "root:" not in one.text


def test_a_saved_page_brings_no_file_of_this_machine_in(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    page = (
        f"<html><body><iframe src='file://{tmp_path}/secret.txt'></iframe><p>{TELLING.decode() * 5}</p></body></html>"
    )
    raw = test_mhtml.saved(
        test_mhtml.part(page.encode(), more="Content-Location: file:///etc/passwd\r\n"),
        test_mhtml.part(b"x", more="Content-Location: ../../../etc/passwd\r\n"),
    )
    assert SECRET not in text(raw, "a.mhtml")


# ------------------------------------------------------------------ shapes

SHAPES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "HTML with 100,000 tags in each other": (
        "a.html",
        lambda: b"<html><body>" + b"<div>" * 100_000 + TELLING * 9 + b"</div>" * 100_000,
    ),
    "HTML with 20,000 lists in tables in lists": (
        "a.html",
        lambda: b"<html><body>" + b"<ul><li><table><tr><td>" * 20_000 + TELLING * 9,
    ),
    "XHTML with 100,000 tags in each other": (
        "a.epub",
        lambda: packed_with("a.epub", "OEBPS/text/one.xhtml", b"<html><body>" + b"<b>" * 100_000 + TELLING),
    ),
    "a DOCX with 50,000 tables in each other": (
        "a.docx",
        lambda: packed_with("a.docx", "word/document.xml", b"<w:tbl><w:tr><w:tc>" * 50_000),
    ),
    "an RTF with 100,000 groups in each other": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 100_000 + TELLING),
    "JSON with 100,000 lists in each other": ("a.json", lambda: b'[{"text": ' + b"[" * 100_000),
    "a mail with 2,000 parts in each other": (
        "a.eml",
        lambda: b"From: a@x.example\nMIME-Version: 1.0\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)),
    ),
    "front matter with 9,000 lists in each other": (
        "a.txt",
        lambda: b"---\ntitle: " + b"[" * 9000 + b"\n---\n" + TELLING,
    ),
    "front matter whose references double thirty times": (
        "a.txt",
        lambda: b"---\na0: &a0 [x]\n"
        + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 30))
        + b"title: *a29\n---\n"
        + TELLING,
    ),
    "a PDF whose pages hold each other in a circle": (
        "a.pdf",
        lambda: pages.raw_pdf(b"BT ET", pages=b"/Kids[2 0 R 2 0 R]/Count 2000000000"),
    ),
    "NULs among the words": ("a.txt", lambda: TELLING.replace(b" ", b" \x00") * 9),
    "nothing but NULs": ("a.txt", lambda: bytes(100_000)),
    "UTF-8 broken in every word": ("a.txt", lambda: TELLING.replace(b"e", b"\xc3") * 9),
    "surrogates written as UTF-8": ("a.txt", lambda: TELLING + b"\xed\xa0\x80\xed\xb0\x80 \xed\xbf\xbf"),
    "UTF-16 cut in the middle of a character": ("a.txt", lambda: TELLING.decode().encode("utf-16")[:-1]),
    "UTF-16 of lone surrogates": ("a.txt", lambda: b"\xff\xfe" + b"\x00\xd8" * 500),
    "overlong UTF-8 and bytes that are none": ("a.txt", lambda: b"\xc0\xaf\xfe\xff\xf8\x88\x80\x80\x80" * 200),
    "a mark of byte order in every line": ("a.txt", lambda: (b"\xef\xbb\xbf" + TELLING) * 50),
    "a record of JSON with lone surrogates": ("a.json", lambda: b'[{"text": "Two \\ud800 came.", "title": "\\udfff"}]'),
}  # fmt: skip


@pytest.mark.parametrize("came", SHAPES)
def test_a_harmful_shape_is_read_or_refused_in_words(came: str) -> None:
    name, make = SHAPES[came]
    check_parts(read_bytes(make(), name))


_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))
from etl.read import read_bytes, read_path
from pathlib import Path
for one in read_path(Path(sys.argv[1])):
    print(getattr(one, "problem", None) or len(one.text))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot bound a process from within")
@pytest.mark.parametrize(
    ("name", "megabytes"),
    [("a.txt", 200), ("a.csv", 200), ("a.jsonl", 200), ("a.html", 50), ("a.json", 50), ("a.eml", 20), ("a.mbox", 20)],
)
def test_a_line_of_200_MB_takes_bounded_memory(name: str, megabytes: int, tmp_path: Path) -> None:
    path = tmp_path / name
    head = {
        "a.json": b'[{"text": "',
        "a.jsonl": b'{"text": "',
        "a.csv": b"title,text\na,",
        "a.tsv": b"title\ttext\na\t",
    }
    with path.open("wb") as file:
        file.write(head.get(name, b"From a@x.example Sat Jun 22 10:15:00 2024\n" if name == "a.mbox" else b""))
        for _ in range(megabytes):
            file.write(b"word " * 200_000)
    program = _LIMITED.format(limit=LIMIT)
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-500:]
    assert done.stdout.strip()


# ------------------------------------------------------------------ numbers

NUMBERS: dict[str, str] = {
    "a number of 20,000 digits": "1" * 20_000,
    "400 nines, a million times": "Norway ordered howitzers for $" + "9" * 400 + " million.",
    "400 nines as a quantity": "Norway ordered " + "9" * 400 + " howitzers from Sweden.",
    "an exponent that no decimal holds": "Norway ordered 1e999999 howitzers for $1e999999 from Sweden.",
    "a dollar and 2,000 times 1,": "$" + "1," * 2000,
    "5,000 decimals": "a deal worth $1." + "1" * 5000 + " billion",
    "a range of 300 digits": "between " + "1" * 300 + " and " + "2" * 300 + " howitzers",
    "billion said five hundred times": "Norway ordered 12 howitzers for $1" + " billion" * 500,
    "dates in the year 99999": "Norway ordered 12 howitzers on 31 December 99999, by 99999, on 99-99-9999, in year 0.",
    "no number and endlessly many": "Norway ordered NaN howitzers for $inf, -0 tanks for $-0 and 0 guns for $0.00.",
    "digits of other scripts": "Norway ordered ١٢ howitzers, ²³ tanks, ⅷ guns for $½ million and ¥٩٠.",
    "two thousand minus signs": "-" * 2000 + "5 howitzers",
    "a surrogate in a number": "Norway ordered 12 \ud800 howitzers for $9\udfff million.",
}


@pytest.mark.parametrize("came", NUMBERS)
@pytest.mark.parametrize("published", ["2024-06-22", "9999-12-31", "0001-01-01"])
def test_numbers_that_no_one_writes(came: str, published: str) -> None:
    check_extraction(NUMBERS[came], etl.extract(NUMBERS[came], published=published))


def test_a_date_of_publication_that_is_none() -> None:
    for published in ("99999-01-01", "2024-13-45", "0000", "-1", "9" * 400, "\x00", "2024-02-30", ""):
        check_extraction(TELLING.decode(), etl.extract(TELLING.decode(), published=published))


def test_numbers_that_no_one_writes_are_stored_or_rejected(tmp_path: Path) -> None:
    for number, words in enumerate(NUMBERS.values()):
        (tmp_path / f"{number}.txt").write_bytes((words + " Extra.").encode("utf-8", "replace"))
    made = etl.build([tmp_path], tmp_path / "output")
    assert made.read == len(NUMBERS)


# ------------------------------------------------------------------ folders

NAMES: dict[str, bytes] = {
    "an option of the command line": b"--output",
    "SQL": b"'; drop table documents; --.txt",
    "a newline": b"a\nb.txt",
    "250 bytes": b"x" * 246 + b".txt",
    "bytes that are no UTF-8": b"bad\xff\xfe.txt",
    "an override of the direction of writing": "\u202egpj.txt".encode(),
    "escapes of a terminal": b"\x1b[2J\x1b]0;owned\x07.txt",
    "a glob": b"*[x].txt",
    "formats of printf": b"%s%n%x.txt",
    "a formula": b"=cmd().txt",
    "quotes and a semicolon": b'a "q"; b.txt',
    "blanks": b"  a b .txt",
}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse most of these names")
def test_names_of_files_are_names_and_nothing_else(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)  # noqa: PTH102 - a Path cannot hold bytes
    for number, name in enumerate(NAMES.values()):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123
            file.write(TELLING + b"Report number %d.\n" % number)
    made = etl.build([tmp_path / "in"], tmp_path / "output")
    assert (made.read, made.failed) == (len(NAMES), 0)
    paths = {row[0] for row in ask(tmp_path / "output", "select path from documents").rows()}
    assert paths == {name.decode("utf-8", "replace") for name in NAMES.values()}
    again = etl.build([tmp_path / "in"], tmp_path / "output")
    assert again.unchanged == len(NAMES)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")
def test_what_is_no_file_hangs_nothing(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / "deep").mkdir(parents=True)
    (inside / "good.txt").write_bytes(TELLING)
    os.mkfifo(inside / "pipe.txt")
    (inside / "to pipe.txt").symlink_to(inside / "pipe.txt")
    (inside / "zero.txt").symlink_to("/dev/zero")
    (inside / "one.txt").symlink_to("other.txt")
    (inside / "other.txt").symlink_to("one.txt")
    (inside / "itself.txt").symlink_to("itself.txt")
    (inside / "gone.txt").symlink_to("/nowhere/at/all.txt")
    (inside / "deep" / "up").symlink_to("..")
    (inside / "all").symlink_to("/")
    (inside / "away.txt").symlink_to("/etc/passwd")
    (inside / "good.txt.meta.yaml").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(inside)  # the name of a socket has at most 108 bytes
        try:
            bound.bind("socket.txt")
        finally:
            os.chdir(here)
        made = etl.build([inside], tmp_path / "output")
    found = ask(tmp_path / "output", "select path, outcome, problem from documents order by path").rows()
    assert [row[:2] for row in found] == [("away.txt", "failed"), ("good.txt", "transfers")]
    assert "outside the given folder" in str(found[0][2])
    assert made.read == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.zip", "pipe"])
def test_a_pipe_that_is_named_itself_hangs_nothing(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    etl.build([tmp_path / name], tmp_path / "output")
    ((problem,),) = ask(tmp_path / "output", "select problem from documents").rows()
    assert "a pipe, a socket or a device" in str(problem)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may read everything can read it")
def test_a_file_that_may_not_be_read_costs_no_other(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "good.txt").write_bytes(TELLING)
    (inside / "shut.txt").write_bytes(TELLING)
    (inside / "shut.txt").chmod(0)
    made = etl.build([inside], tmp_path / "output")
    assert (made.read, made.failed) == (1, 1)


def test_files_that_vanish_or_grow_while_a_build_runs_cost_no_other(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    for number in range(6):
        (inside / f"{number}.txt").write_bytes(TELLING + b"Report number %d.\n" % number)
    sources = find_sources([inside])
    intake = Intake(sources, Options(), Fingerprints(tmp_path / "nothing", None))
    found = []
    for number, item in enumerate(intake):
        if number == 1:
            (inside / "3.txt").unlink()
            (inside / "4.txt").write_bytes(TELLING * 1000)
            (inside / "5.txt").unlink()
            (inside / "5.txt").mkdir()
        found.append(item)
    assert len(found) == 6
    assert [item.path is None or item.path.is_file() for item in found].count(False) <= 1
    for source in sources:
        assert list(read_path(source.path))


def test_ten_thousand_empty_files(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    for number in range(10_000):
        (inside / f"{number}.txt").touch()
    (inside / "good.txt").write_bytes(TELLING)
    made = etl.build([inside], tmp_path / "output")
    assert made.read == 1
    ((problems,),) = ask(
        tmp_path / "output", "select count(*) from documents where problem like 'The file is empty%'"
    ).rows()
    assert problems in (1, 10_000)


# ------------------------------------------------------------------ texts that fuzzing found

FOUND: dict[str, str] = {
    "the name of a system as the last word": "Norway ordered 12 howitzers. Extra.",
}


@pytest.mark.parametrize("came", FOUND)
def test_a_text_that_once_ended_in_an_error(came: str) -> None:
    check_extraction(FOUND[came], etl.extract(FOUND[came]))


def test_a_sentence_that_is_cut_before_a_comma_and_a_relative_pronoun() -> None:
    words = [(K.COMMA, ","), (K.REL, "which"), (K.PARTY, "norway"), (K.WORD, "came")]
    clauses = segments([Chunk(kind, n, n + 1, word) for n, (kind, word) in enumerate(words)], {})
    assert [(clause.start, clause.stop) for clause in clauses] == [(0, 1), (1, 4)]
