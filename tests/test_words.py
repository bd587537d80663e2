"""Fingerprints: the same for the same words, alike for nearly the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.read import read_text
from etl.words import print_of

STORY = (
    "Boats for the north\n\n"
    "The navy of the north took over two patrol boats on Monday, the minister said. The yard in the south had"
    " built them in three years, a year less than planned.\n\n"
    "Each boat has two engines and a crew of twelve. They will watch the fishing grounds off the coast, which poachers"
    " from abroad have emptied for years, and bring supplies to the islands in winter when no ferry runs."
)


def alike(one: str, other: str) -> float:
    first, second = print_of(read_text(one)), print_of(read_text(other))
    assert first and second and first.sketch and second.sketch
    pieces = [(first.sketch[at : at + 8], second.sketch[at : at + 8]) for at in range(0, 512, 8)]
    return sum(a == b for a, b in pieces) / 64


def test_marks_spaces_and_case_do_not_count() -> None:
    other = "\r\n".join(STORY.upper().replace(",", " –").replace(". ", "!  ").split("\n"))
    one, two = print_of(read_text(STORY)), print_of(read_text(other))
    assert one is not None and one == two


def test_a_story_with_another_closing_line_is_alike() -> None:
    assert alike(STORY, STORY + " Reporting by our own staff.") > 0.8


def test_another_story_is_not() -> None:
    other = " ".join(reversed(STORY.split()))
    assert alike(STORY, other) < 0.2


def test_short_texts_have_no_sketch() -> None:
    printed = print_of(read_text("The ministry did not comment."))
    assert printed is not None and printed.sketch is None


@given(st.text())
def test_any_text_has_a_print_or_no_words(text: str) -> None:
    printed = print_of(read_text(text))
    assert printed is None or len(printed.sha256) == 64
