"""Mails: their text, their heads, what is attached, and everything that can be broken."""

from __future__ import annotations

import io
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.documents import Document
from etl.read import Container, Known, Member, Source, Unreadable, read_bytes
from etl.read.mail import claims, read_mail_file
from tests.read import story
from tests.read.told_rows import body, rows_told, story_told

HEAD = {
    "From": f"{story.PUBLISHER} <press@gazeta.example>",
    "Subject": story.TITLE,
    "Date": "Sat, 22 Jun 2024 23:45:00 -0700",
    "Message-ID": "<1@gazeta.example>",
    "List-Archive": f"<{story.URL}>",
}
PAGE = f"<html><body><h1>{story.TITLE}</h1><p>{'Two boats came. ' * 50}</p></body></html>"
BARE = b"From: a@x.example\nMessage-ID: <1@x>\nSubject: A\n"


def mail(text: str | None = None, **head: str) -> EmailMessage:
    made = EmailMessage()
    for name, words in {**HEAD, **{name.replace("_", "-"): words for name, words in head.items()}}.items():
        made[name] = words
    if text is not None:
        made.set_content(text)
    return made


def read(raw: bytes, name: str = "x.eml") -> list[Document | Unreadable]:
    return list(read_bytes(raw, name))


def parts(raw: bytes) -> list[Source | Member | Unreadable]:
    return list(read_mail_file(Container("x.eml", io.BytesIO(raw))))


def problem(raw: bytes) -> str:
    (found,) = read(raw)
    assert isinstance(found, Unreadable)
    assert found.problem.endswith(".")
    return found.problem


@pytest.mark.parametrize("encoding", ["utf-8", "quoted-printable", "base64"])
@pytest.mark.parametrize("name", ["x.eml", "x.txt", "1719051300.M1P2.host:2,S"])
def test_the_story_is_the_same(encoding: str, name: str) -> None:
    made = mail()
    made.set_content(body(), cte="8bit" if encoding == "utf-8" else encoding)
    made["Content-Language"] = "en"
    (found,) = read(made.as_bytes(), name)
    assert isinstance(found, Document)
    assert rows_told(found) == story_told()
    assert (found.title, found.published, found.publisher) == (story.TITLE, story.PUBLISHED, story.PUBLISHER)
    assert (found.url, found.language, found.path) == (story.URL, "en", name)


def test_the_better_of_two_texts_is_taken() -> None:
    full, stub = mail("Two boats came. " * 50), mail("Look at this in a browser: https://x.example/1")
    for made in (full, stub):
        made.add_alternative(PAGE, subtype="html")
    (first,), (second,) = parts(full.as_bytes()), parts(stub.as_bytes())
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.raw.startswith(b"Two boats came.")
    assert second.raw.startswith(b"<html>")
    assert second.path == "x.eml"


def test_a_mail_in_html_alone() -> None:
    made = mail(Subject="Re: A")
    made.set_content('<p>Two came.</p><blockquote type="cite">One came.</blockquote>', subtype="html")
    (found,) = parts(made.as_bytes())
    assert isinstance(found, Source)
    assert b"Two came." in found.raw
    assert b"One came." not in found.raw
    assert (found.known.title, found.charset) == ("A", "utf-8")


def test_parts_of_a_text_are_one() -> None:
    made = MIMEMultipart("mixed")
    for words in ("Two came.", "Three left."):
        made.attach(MIMEText(words))
    made["From"] = "a@x.example"
    (found,) = read(made.as_bytes())
    assert isinstance(found, Document)
    assert found.text == "Two came.\n\nThree left."


def test_a_reply_is_no_second_report() -> None:
    (found,) = read(mail("Thanks.\n\nOn Monday A wrote:\n> Two boats came.", Subject="Re: Boats").as_bytes())
    assert isinstance(found, Document)
    assert (found.text, found.title) == ("Boats\n\nThanks.", "Boats")


def test_what_is_forwarded_has_its_own_head() -> None:
    text = "FYI\n\n---------- Forwarded message ---------\nFrom: Press Office <p@x.example>\nDate: 3 May 2023\n"
    (found,) = read(mail(f"{text}Subject: Boats come\n\nTwo boats came on Monday.", Subject="Fwd: Boats").as_bytes())
    assert isinstance(found, Document)
    assert (found.title, found.publisher, found.published) == ("Boats come", "Press Office", "2023-05-03")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ({"Date": "Sat, 22 Jun 2024 00:15:00 +0900"}, Known(published="2024-06-22")),
        ({"From": "press@mod.example"}, Known(publisher="mod.example")),
        ({"Subject": "[list] Re: Boats"}, Known(title="Boats")),
        ({"Archived-At": "<https://x.example/2>"}, Known(url="https://x.example/2")),
    ],
)
def test_what_the_head_says(head: dict[str, str], known: Known) -> None:
    made = mail("Two came.")
    for name, words in head.items():
        del made[name]
        made[name] = words
    (found,) = parts(made.as_bytes())
    assert isinstance(found, Source)
    assert known.over(found.known) == found.known


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (b"Subject: =?utf-8?q?Krak=C3=B3w?= =?iso-8859-2?q?_=B3=F3d=BC?=\n", "Kraków łódź"),
        ("Subject: Kraków\n".encode(), "Kraków"),
        ("Subject: Québec paie\n".encode("cp1252"), "Québec paie"),
        (b"Subject: =?x-unheard?q?A=20b?=\n", "=?x-unheard?q?A=20b?="),
        ("Subject: =?utf\u00ef-8?q?A=20b?=\n".encode(), "=?utf\u00ef-8?q?A=20b?="),
        (b"Subject: Two\n boats\n\tcome\n", "Two boats come"),
    ],
)
def test_subjects_in_any_encoding(raw: bytes, title: str) -> None:
    (found,) = read(raw + b"From: a@x.example\nReceived: by x; Sat, 22 Jun 2024 10:15:00 +0000\n\nTwo came.\n")
    assert isinstance(found, Document)
    assert (found.title, found.published) == (title, "2024-06-22")


@pytest.mark.parametrize("charset", ["koi8-r", "us-ascii", "x-unheard", "utf-16", ""])
def test_a_wrong_charset_costs_no_text(charset: str) -> None:
    words = "Министерство обороны сообщило о поставке двенадцати истребителей в следующем году. " * 3
    raw = words.encode("koi8-r" if charset == "koi8-r" else "utf-8")
    (found,) = read(BARE + f"Content-Type: text/plain; charset={charset}\n\n".encode() + raw)
    assert isinstance(found, Document)
    assert words.strip() in found.text


def test_what_is_attached_is_read_by_its_own_format() -> None:
    made = mail("Two came.")
    made.add_attachment(b"text\nThree came.\n", maintype="text", subtype="csv", filename="list.csv")
    made.add_attachment(b"Four came.", maintype="application", subtype="octet-stream", filename="../Bericht – Ä.txt")
    made.add_attachment(b"Five came.", maintype="text", subtype="plain", filename="Bericht – Ä.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(b"x", maintype="application", subtype="pgp-signature")
    inner = mail("Six came.", Subject="Inner")
    made.add_attachment(inner)
    found = {one.path: one.text for one in read(made.as_bytes()) if isinstance(one, Document)}
    assert found == {
        "x.eml": f"{story.TITLE}\n\nTwo came.",
        "x.eml/list.csv#1": "Three came.",
        "x.eml/Bericht – Ä.txt": "Four came.",
        "x.eml/Bericht – Ä (2).txt": "Five came.",
        "x.eml/mail.eml": "Inner\n\nSix came.",
    }


def test_a_mail_that_only_carries_a_file_is_that_file() -> None:
    made = mail("")
    made.add_attachment(b"Three came.", maintype="text", subtype="plain", filename="a.txt")
    (found,) = read(made.as_bytes())
    assert isinstance(found, Document)
    assert found.path == "x.eml/a.txt"


def test_a_named_text_is_a_file_wherever_it_is_shown() -> None:
    made = mail("Two came.")
    made.add_attachment("Three came.", filename="a.txt", disposition="inline")
    assert [one.path for one in read(made.as_bytes())] == ["x.eml", "x.eml/a.txt"]


def test_pictures_in_the_text_are_left_out() -> None:
    made = mail("Two came.")
    made.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<1@x>")
    assert [one.path for one in read(made.as_bytes())] == ["x.eml"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (BARE + b"\n", "no text, and nothing attached"),
        (BARE + b"Content-Type: application/ms-tnef; name=winmail.dat\n\nabc", "winmail.dat"),
        (BARE + b"Content-Type: application/pkcs7-mime\n\nabc", "encrypted"),
        (BARE + b"Content-Type: image/png\n\nabc", "no text"),
        (BARE + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!\n", "no text"),
    ],
)
def test_what_cannot_be_read_is_named(raw: bytes, said: str) -> None:
    assert said in problem(raw)


def test_a_mail_without_its_boundary_is_put_together() -> None:
    raw = BARE + b"Content-Type: multipart/mixed\n\n--=xy\nContent-Type: text/plain\n\nTwo came.\n--=xy--\n"
    (found,) = read(raw)
    assert isinstance(found, Document)
    assert found.text == "A\n\nTwo came."


def test_parts_in_parts_without_end_are_bounded() -> None:
    raw = BARE + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (depth, depth) for depth in range(3000)
    )
    assert all(isinstance(one, Document | Unreadable) for one in read(raw))


def test_a_thousand_addresses_cost_nothing() -> None:
    head = b"To: " + b", ".join(b"A B <a%d@x.example>" % number for number in range(20_000))
    (found,) = read(BARE + head + b"\n\nTwo came.")
    assert isinstance(found, Document)


@pytest.mark.parametrize(
    ("head", "claimed"),
    [
        (b"Received: by x\nFrom: a@x\n\nb", True),
        (b"From: a@x\nMessage-ID:\n <1@x>\nSubject: A\n\nb", True),
        (b"From: a@x\nSubject: A\n\nMessage-ID: no", False),
        (b"From: the ministry\nTwo came.", False),
        (b"From: <Saved by Blink>\nSnapshot-Content-Location: x\nMessage-ID: <1@x>\n\nb", False),
        (b"", False),
    ],
)
def test_a_mail_is_told_by_its_head(head: bytes, claimed: bool) -> None:
    assert claims(head, io.BytesIO(head)) == claimed


def whole() -> bytes:
    made = mail("Two boats came. " * 3)
    made.add_alternative("<p>Two boats came.</p>", subtype="html")
    made.add_attachment(b"Three came.", maintype="text", subtype="plain", filename="a.txt")
    return made.as_bytes()


def test_no_cut_raises() -> None:
    raw = whole()
    for end in range(len(raw)):
        assert all(isinstance(one, Document | Unreadable) for one in read(raw[:end]))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=9))
def test_no_change_raises(at: int, change: bytes) -> None:
    raw = bytearray(whole())
    at %= len(raw)
    raw[at : at + len(change)] = change
    assert all(isinstance(one, Document | Unreadable) for one in read(bytes(raw)))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["Content-Type", "Subject", "From", "Date", "Content-Disposition"])),
    st.binary(max_size=80),
)
def test_no_head_raises(names: list[str], words: bytes) -> None:
    raw = BARE + b"".join(name.encode() + b": " + words.replace(b"\n", b" ") + b"\n" for name in names) + b"\nTwo came."
    assert all(isinstance(one, Document | Unreadable) for one in read(raw))
