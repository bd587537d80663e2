"""How texts are cut: each case is a text with the blocks expected, as (kind, words, index of the lead)."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.documents import BlockKind
from etl.read import read_text

T, H, P, L, R, C = (
    BlockKind.TITLE,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_ROW,
    BlockKind.CAPTION,
)
FRONT = "---\ntitle: Weekly digest\n---\n"
LONG = "The ministry said on Tuesday that the boats would be towed to the naval base before the winter sets in."


def blocks(text: str) -> list[tuple[BlockKind, str, int | None]]:
    document = read_text(text)
    return [(block.kind, document.text[block.start : block.end], block.lead) for block in document.blocks]


CORPUS = {
    "title, paragraph": (f"Oman to lease two patrol boats\n\n{LONG}\n", [(T, 0), (P, 1)]),
    "first line that is a sentence is no title": (f"{LONG}\n\n{LONG} Twice.\n", [(P, 0), (P, 1)]),
    "headline three times": (f"Two boats\n\nTwo boats\n\nTwo boats\n\n{LONG}\n", [(T, 0), (P, 1)]),
    "markdown headings": (f"# Two boats\n\n{LONG}\n\n## Price\n\n{LONG} Twice.", [(T, 0), (P, 1), (H, 2), (P, 3)]),
    "setext heading": (f"{LONG}\n\nPrice\n-----\n{LONG} Twice.", [(P, 0), (H, 1), (P, 2)]),
    "short line heads what follows": (f"{LONG}\n\nThe price\n\n{LONG} Twice.", [(P, 0), (H, 1), (P, 2)]),
    "short last line heads nothing": (f"{LONG}\n\n{LONG} Twice.\n\nRear Admiral A. Salim\n", [(P, 0), (P, 1), (P, 2)]),
    "question heads its answer": (f"{LONG}\n\nWho pays?\n\n{LONG} Twice.", [(P, 0), (H, 1), (P, 2)]),
    "telegram lines are content": (
        "Chile: 6 tankers, $90m, 2031\nGhana: 4 drones, $12m\nFiji: 2 boats, 2030\n",
        [(P, 0), (P, 1), (P, 2)],
    ),
    "one line alone is content": ("Chile: 6 tankers, $90m, 2031", [(P, 0)]),
    "caption": (f"{LONG}\n\nPhoto: a boat at Salalah\n\n{LONG} Twice.", [(P, 0), (C, 1), (P, 2)]),
}


@pytest.mark.parametrize(("text", "expected"), CORPUS.values(), ids=CORPUS.keys())
def test_kinds(text: str, expected: list[tuple[BlockKind, int]]) -> None:
    assert [(kind, index) for index, (kind, _, _) in enumerate(blocks(text))] == expected


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "▪"])
def test_items_have_the_sentence_before_them_as_lead(mark: str) -> None:
    text = f"{FRONT}The crate held:\n\n{mark} nine rifles;\n{mark} two mortars.\n\n{LONG}"
    assert blocks(text) == [
        (T, "Weekly digest", None),
        (P, "The crate held:", None),
        (L, "nine rifles;", 1),
        (L, "two mortars.", 1),
        (P, LONG, None),
    ]


@pytest.mark.parametrize(("one", "two"), [("1.", "2."), ("(a)", "(b)"), ("a)", "b)"), ("(i)", "(ii)")])
def test_numbered_items(one: str, two: str) -> None:
    found = blocks(f"{FRONT}It was asked:\n{one} what was sold;\n{two} to whom.\n")
    assert found[2:] == [(L, "what was sold;", 1), (L, "to whom.", 1)]


def test_a_number_alone_numbers_nothing() -> None:
    assert blocks(f"{FRONT}{LONG}\n\n12. Platoon was the first to train.")[2] == (
        P,
        "12. Platoon was the first to train.",
        None,
    )


def test_heading_leads_its_list_and_an_item_those_under_it() -> None:
    text = f"{FRONT}{LONG}\n\nArtillery\n\n- Guns:\n  - six L118\n  - two FH70\n- Shells\n"
    assert blocks(text)[2:] == [
        (H, "Artillery", None),
        (L, "Guns:", 2),
        (L, "six L118", 3),
        (L, "two FH70", 3),
        (L, "Shells", 2),
    ]


def test_wrapped_item_is_one_block() -> None:
    text = f"{FRONT}The crate held:\n- nine rifles with slings\n  and bayonets\n- two mortars\n"
    assert blocks(text)[2][1] == "nine rifles with slings\n  and bayonets"


def test_wrapped_item_goes_on_below_its_mark() -> None:
    text = (
        f"{FRONT}The crate held:\n- nine rifles with slings and bayonets, all made by\nZastava and never fired\n"
        "- two mortars\n\nThe crate is now in the hands of the police and\nwill be shown to the press.\n"
    )
    assert [kind for kind, _, _ in blocks(text)] == [T, P, L, L, P]


def test_list_without_marks_after_a_lead_in() -> None:
    text = f"{FRONT}The package is made up of:\n\n14 Husky carriers\n\n200 radios\n\n{LONG}"
    assert [(kind, lead) for kind, _, lead in blocks(text)[2:]] == [(L, 1), (L, 1), (P, None)]


@pytest.mark.parametrize("split", [" | ", "\t", "     "])
def test_table(split: str) -> None:
    rows = [split.join(cells) for cells in (("Buyer", "Ships"), ("Kenya", "3"), ("Benin", "12"))]
    text = f"{FRONT}{LONG}\n\n" + "\n".join(rows) + f"\n\n{LONG} Twice."
    assert blocks(text)[2:5] == [(R, rows[0], 1), (R, rows[1], 2), (R, rows[2], 2)]


def test_markdown_table_leaves_its_edges_outside() -> None:
    text = f"{FRONT}{LONG}\n\n| Buyer | Ships |\n|---|---|\n| Kenya | 3 |\n"
    assert blocks(text)[2:] == [(R, "Buyer | Ships", 1), (R, "Kenya | 3", 2)]


def test_table_without_header_is_led_by_the_sentence_before_it() -> None:
    text = f"{FRONT}Sold last year:\n\nKenya | 3 ships\nBenin | 12 ships\n"
    assert [lead for *_, lead in blocks(text)[2:]] == [1, 1]


def test_two_spaces_in_prose_make_no_table() -> None:
    text = f"{FRONT}{LONG}  It gave no price.  Nobody asked.\n\n{LONG}\n"
    assert [kind for kind, *_ in blocks(text)] == [T, P, P]


WRAPPED = """The first of the two landing craft that the navy ordered from the
yard at Batam three years ago went into the water on Monday, nine
months late. The second is to follow before the end of
the year, the head of the yard said.

He would not say what they had cost.
"""


LIVE = """5.20 pm | Ghana again. It wants five boats, but money is another question for the men in white.
4.40 pm | The yard will not be pinned down. What it can say is that three hulls are nearly dry.
4.10 pm | Lunch.
"""


def test_hours_set_off_by_bars_are_no_table() -> None:
    assert [kind for kind, *_ in blocks(FRONT + LIVE)] == [T, P, P, P]


def test_telegram_lines_of_any_length_stay_apart() -> None:
    lines = [
        "Brazil: 36 tank destroyers, EUR 900m, two received; rest by 2033",
        "Uruguay: two patrol ships from Spain, EUR 82m, first due 2026",
        "Ecuador: one transport aircraft, gift of the US, handed over",
        "Paraguay: six turboprops, USD 105m, first four due in June",
    ]
    assert blocks(FRONT + "\n".join(lines))[1:] == [(P, line, None) for line in lines]


def test_hard_wrapped_lines_are_one_block() -> None:
    found = blocks(FRONT + WRAPPED)
    assert [kind for kind, *_ in found] == [T, P, P]
    assert found[1][1].count("\n") == 3


def test_lines_without_blank_lines_are_paragraphs() -> None:
    text = FRONT + "\n".join([LONG, LONG + " Twice.", "He gave no price."])
    assert [kind for kind, *_ in blocks(text)] == [T, P, P, P]


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your visit. Accept all | Reject",
        "Home > World > Africa",
        "Terms | Privacy | Imprint",
        "Subscribe for $4 a month",
        "Credit: Navy press office",
        "[Caption] The boats at anchor",
    ],
)
def test_page_furniture_is_set_aside(line: str) -> None:
    assert blocks(f"{FRONT}{LONG}\n\n{line}\n\n{LONG} Twice.")[2] == (C, line, None)


def test_link_list_is_set_aside_up_to_the_next_paragraph() -> None:
    text = f"{FRONT}{LONG}\n\nREAD ALSO\n- Ghana buys 12 jets\n- Peru sells 3\n\n{LONG} Twice."
    assert [kind for kind, *_ in blocks(text)][2:] == [C, C, C, P]


def test_body_headline_that_repeats_the_title_is_left_out() -> None:
    assert [kind for kind, *_ in blocks(f"{FRONT}Weekly digest\n\n{LONG}")] == [T, P]


def test_windows_newlines_change_nothing() -> None:
    text = f"{FRONT}The crate held:\n\n- nine rifles;\n- two mortars.\n\n{LONG}"
    assert read_text(text.replace("\n", "\r\n")) == read_text(text)


def test_what_is_known_wins_over_the_front_matter() -> None:
    document = read_text(FRONT + LONG, title="Another", publisher="Gazeta", published="3 May 2001")
    assert (document.title, document.publisher, document.published) == ("Another", "Gazeta", "2001-05-03")


_PIECES = st.sampled_from(
    [
        "- ",
        "* ",
        "1. ",
        "(a) ",
        "# ",
        "a | b",
        "\t",
        "  ",
        "\n",
        "\n\n",
        "---",
        "title: x",
        "12 guns",
        "Photo:",
        LONG,
        ":",
    ]
)


@settings(max_examples=300)
@example("# 0\x0c#")
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=40).map("".join)))
def test_blocks_are_in_order_in_range_and_apart(text: str) -> None:
    document = read_text(text)
    end = 0
    for index, block in enumerate(document.blocks):
        assert end <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        assert block.lead is None or 0 <= block.lead < index
        end = block.end


@pytest.mark.parametrize(
    "unit",
    ["- 12 guns\n", "a | b\n", "X:\nA\nB\n", "Two Boats\n", "x\n---\n", "1. a\n2. b\n", "a  b\n\n", "Photo: a\n"],
)
def test_long_texts_take_no_more_than_their_length(unit: str) -> None:
    started = time.process_time()
    read_text(unit * 10_000)
    assert time.process_time() - started < 10  # a second is usual, and a quadratic step takes minutes
