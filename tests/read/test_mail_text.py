"""What the sender of a mail wrote, in plain text and in HTML: quotes, signatures, forwards, in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon.load import rows
from etl.read.mail_html import without_quotes, words_of
from etl.read.mail_text import Kind, day_of, said, sender_of, subject_of, unflowed
from etl.read.source import NOTHING, Known

FORWARDED = Known("Boats come", "Press Office", "2024-06-22")


@pytest.mark.parametrize(
    ("text", "wrote"),
    [
        ("Two boats came.\n\nOn Sat, 22 Jun 2024, Jane Doe wrote:\n> One came.\n> And more.\n", "Two boats came."),
        ("Two boats came.\n\nOn Sat, 22 Jun 2024 at 10:15, Jane Doe\n<jane@x.example> wrote:\n\n> One came.\n",
         "Two boats came."),
        ("Zwei kamen.\n\nAm 22.06.24 um 10:15 schrieb Jane:\nAm 22.06.24 schrieb:\n> Eins kam.\n", "Zwei kamen."),
        ("> One came?\nYes.\n\n> Two came?\nNo.\n", "Yes.\n\nNo."),
        ("Two came.\n-- \nJane Doe\nPress Office\n", "Two came."),
        ("Two came.\n\n-----Original Message-----\nFrom: A\nSent: Saturday\nTo: B\nSubject: X\n\nOne came.",
         "Two came."),
        ("Two came.\n\nFrom: A <a@x.example>\nSent: Saturday\nTo: B\nSubject: X\n\nOne came.", "Two came."),
        ("Two came.\n\n________________________________\nVon: A\nGesendet: Samstag\nAn: B\nBetreff: X\n\nEins kam.",
         "Two came."),
        ("> Only a quote.\n> And more.", "Only a quote.\nAnd more."),
    ],
)  # fmt: skip
def test_a_reply_is_only_what_its_sender_wrote(text: str, wrote: str) -> None:
    assert said(text, Kind.REPLY).text.split() == wrote.split()


@pytest.mark.parametrize(
    "text",
    [
        "---------- Forwarded message ---------\nFrom: Press Office <p@x.example>\nDate: Sat, 22 Jun 2024 at 10:15\n"
        "Subject: Boats come\nTo: Jane\n\nTwo came.\nThree left.",
        "Begin forwarded message:\n\n> From: Press Office <p@x.example>\n> Date: 22 June 2024\n"
        "> Subject: Boats come\n>\n> Two came.\n> Three left.",
        "-----Original Message-----\nFrom: Press Office\nSent: Saturday, June 22, 2024 10:15\nTo: Jane\n"
        "Subject: FW: Boats come\n\nTwo came.\nThree left.",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Boats come\nDatum: Sat, 22 Jun 2024 10:15:00 +0200\n"
        "Von: Press Office <p@x.example>\nAn: Jane\n\nTwo came.\nThree left.",
        "Von: Press Office [mailto:p@x.example]\nGesendet: 22.06.2024 10:15\nAn: Jane\nBetreff: Boats come\n\n"
        "Two came.\nThree left.",
        "-------- Пересылаемое сообщение --------\nОт: Press Office\nДата: 22.06.2024\nТема: Boats come\n\n"
        "Two came.\nThree left.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("above", ["", "FYI\n\n", "FYI\n-- \nJane\n\n"])
def test_what_is_forwarded_is_kept_with_what_is_known_of_it(text: str, above: str) -> None:
    found = said(above + text, Kind.FORWARD)
    assert found.text.split() == [*(["FYI"] if above else []), "Two", "came.", "Three", "left."]
    assert found.forwarded == FORWARDED


def test_a_mark_of_forwarding_is_believed_without_the_subject() -> None:
    text = "Look.\n\n---------- Forwarded message ---------\nFrom: A\nDate: 2024\nSubject: B\n\nTwo boats came to us."
    assert said(text, Kind.REPLY).text.split() == ["Look.", "Two", "boats", "came", "to", "us."]


def test_what_is_said_of_a_short_forward_below_a_long_text_is_not_of_the_mail() -> None:
    found = said(
        "Many words of my own. " * 20 + "\n\nBegin forwarded message:\n\nFrom: A\nSubject: B\n\nShort.", Kind.NEW
    )
    assert found.forwarded == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "Two boats came.\nThe minister wrote: they are good.\n",
        "The list:\n--\nover twenty lines\n" + "one line more\n" * 25,
        "From: the ministry\nWe say that two came.",
        "Two came; from: nowhere.\n\nDate: soon.",
    ],
)
def test_a_text_of_its_own_is_kept_whole(text: str) -> None:
    assert said(text, Kind.NEW).text == text.strip("\n")


@pytest.mark.parametrize(
    ("words", "title", "kind"),
    [
        ("Boats come", "Boats come", Kind.NEW),
        ("Re: Boats come", "Boats come", Kind.REPLY),
        ("AW: WG: Boats  come", "Boats come", Kind.REPLY),
        ("Fwd: Re: Boats come", "Boats come", Kind.FORWARD),
        ("RE[2]: [press-list] Boats come", "Boats come", Kind.REPLY),
        ("[press-list] Fwd: Boats come", "Boats come", Kind.FORWARD),
        ("[Boats]", "[Boats]", Kind.NEW),
        ("Kyiv: two boats come", "Kyiv: two boats come", Kind.NEW),
        ("Re: " * 50, "Re: " * 30, Kind.REPLY),
        ("", "", Kind.NEW),
    ],
)
def test_subjects(words: str, title: str, kind: Kind) -> None:
    assert subject_of(words) == (title.strip(), kind)


@pytest.mark.parametrize(
    ("words", "sender"),
    [
        ("Press Office <p@mod.example>", "Press Office"),
        ('"Ministry, Press" <p@mod.example>', "Ministry, Press"),
        ("p@Mod.example", "mod.example"),
        ('"p@mod.example" <p@mod.example>', "mod.example"),
        ("", None),
        ("<>", None),
    ],
)
def test_senders(words: str, sender: str | None) -> None:
    assert sender_of(words) == sender


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Sat, 22 Jun 2024 23:30:00 -0700", "2024-06-22"),
        ("22 Jun 2024 00:30 +0900", "2024-06-22"),
        ("Sat Jun 22 10:15:00 2024", "2024-06-22"),
        ("Saturday, June 22, 2024 at 10:15 AM", "2024-06-22"),
        ("yesterday", None),
        ("", None),
        ("Sat, 99 Jun 2024 23:30:00 -0700", None),
    ],
)
def test_days(words: str, day: str | None) -> None:
    assert day_of(words) == day


def test_text_with_soft_line_ends_is_joined() -> None:
    assert unflowed("Two boats \ncame.\n> One \n> came.\n-- \nJane", False) == "Two boats came.\n> One came.\n-- \nJane"
    assert unflowed("zwei Boo \nte", True) == "zwei Boote"


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ('<p>Two came.</p><blockquote type="cite"><div>One <blockquote type="cite">Old'
         "</blockquote></div></blockquote><p>Yes.</p>", "Two came. Yes."),
        ('<p>Two came.</p><div class="gmail_quote"><div>On Monday</div>One came.</div>', "Two came."),
        ("<p>Two came.</p><div id='divRplyFwdMsg'>From: A</div><div>One came.</div>", "Two came."),
        ('<p>Two came.</p><div id=appendonsend></div><hr><p>One came.</p>', "Two came."),
        ('<div class="gmail_quote">Only a quote.</div>', "Only a quote."),
        ('<p>Two came.</p><blockquote>said the minister</blockquote>', "Two came. said the minister"),
        ('<p>Two came.</p><blockquote type="cite">never closed', "Two came."),
        ("<head><title>x</title><style>p {}</style></head><p>1 &lt; 2</p>", "1 < 2"),
    ],
)  # fmt: skip
def test_quotes_in_html(page: str, shown: str) -> None:
    assert words_of(without_quotes(page)).split() == shown.split()


def test_the_table_is_sound() -> None:
    table = rows("mail_words")
    pairs = [(row["words"], row["role"]) for row in table]
    assert len(set(pairs)) == len(pairs)
    assert all(row["words"] == row["words"].casefold() and row["source"] for row in table)


LINES = st.lists(
    st.sampled_from(
        ["> a", ">", "From: A", "Subject: Re: B", "Date: 2024", "-- ", "--", "On 1 May A wrote:", "", "Two came.",
         "---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:"]
    ),
    max_size=14,
)  # fmt: skip


@given(LINES, st.sampled_from(Kind))
def test_no_line_is_made_up(lines: list[str], kind: Kind) -> None:
    found = said("\n".join(lines), kind)
    assert set("".join(found.text.split())) <= set("".join(lines))
    if any("came" in line for line in lines) and kind != Kind.REPLY and "-- " not in lines and "--" not in lines:
        assert "Two came." in found.text


@given(st.text(max_size=200), st.sampled_from(Kind))
def test_no_text_raises(text: str, kind: Kind) -> None:
    said(text, kind)
    without_quotes(text)
    unflowed(text, True)
    subject_of(text)
    sender_of(text)
    day_of(text)
