"""What belongs to the text of a page beside what was kept of it."""

from __future__ import annotations

from etl.documents import BlockKind
from etl.read.compose import Part, Plain
from etl.read.html.chosen import completed, parts_of
from etl.read.html.kept import Sides
from etl.read.html.runs import runs_of
from etl.read.html.tree import body_of, tree_of


def told(markup: str, *kept: str) -> list[str]:
    """The words that are chosen where the runs with these words were kept."""
    root = tree_of(f"<html><body>{markup}</body></html>")
    assert root is not None
    body = body_of(root)
    runs = runs_of(body)
    found = {at for at, run in enumerate(runs) if run.words in kept}
    return [runs[at].words for at in completed(runs, found, Sides(body))]


A, B = "Norway orders guns.", "Sweden does not."


def test_nothing_kept_gives_nothing() -> None:
    assert told(f"<p>{A}</p>") == []


def test_links_at_the_edges_go() -> None:
    assert told(f"<p><a>Home</a></p><p>{A}</p><p><a>Next</a></p>", "Home", A, "Next") == [A]


def test_dates_at_the_head_go() -> None:
    assert told(f"<p>Published 3 May 2024</p><p>{A}</p>", "Published 3 May 2024", A) == [A]


def test_words_above_the_headline_go() -> None:
    assert told(f"<p>Press release</p><h1>Guns</h1><p>{A}</p>", "Press release", "Guns", A) == ["Guns", A]


def test_what_is_named_for_something_else_goes() -> None:
    assert told(f"<p>{A}</p><div class=newsletter>Our letter.</div><p>{B}</p>", A, "Our letter.", B) == [A, B]


def test_a_paragraph_between_two_comes_back() -> None:
    assert told(f"<p>{A}</p><p>Short.</p><p>{B}</p><p>Far.</p>", A, B) == [A, "Short.", B]


def test_a_paragraph_in_a_box_of_its_own_does_not() -> None:
    assert told(f"<p>{A}</p><div><div><p>Other.</p></div></div><p>{B}</p>", A, B) == [A, B]


def test_a_list_between_two_comes_back() -> None:
    assert told(f"<p>{A}</p><ul><li>12 guns</li></ul><p>{B}</p>", A, B) == [A, "12 guns", B]


def test_the_list_that_the_last_words_lead_into_comes_back() -> None:
    assert told("<p>It gets:</p><ul><li>12 guns</li><li>4 boats</li></ul><p>End.</p>", "It gets:") == [
        "It gets:",
        "12 guns",
        "4 boats",
    ]


def test_the_rest_of_a_table_comes_back() -> None:
    rows = "<tr><td>K9</td><td>12</td></tr><tr><td>K10</td><td>4</td></tr>"
    assert told(f"<table>{rows}</table>", "K9 | 12") == ["K9 | 12", "K10 | 4"]


def test_a_table_between_two_comes_back() -> None:
    rows = "<tbody><tr><td>K9</td><td>12</td></tr><tr><td>K10</td><td>4</td></tr></tbody>"
    assert told(f"<p>{A}</p><table>{rows}</table><p>{B}</p>", A, B) == [A, "K9 | 12", "K10 | 4", B]


def test_a_long_page_in_a_box_of_an_odd_name_is_kept() -> None:
    assert told(f"<p>{B}</p><div class=sidebar-layout><p>{A * 50}</p></div>", A * 50, B) == [B, A * 50]


def test_headings_above_what_is_kept_come_back() -> None:
    assert told(f"<h2>Guns</h2><p>{A}</p><h2>More</h2>", A) == ["Guns", A]


def test_a_summary_below_the_headline_comes_back() -> None:
    assert told(f"<header><h1>Guns</h1><p>{B}</p><p>By us</p></header><div><p>{A}</p></div>", A) == ["Guns", B, A]


def test_times_of_updates_come_back_where_there_are_several() -> None:
    update = "<div><time>{}</time><p>{}</p></div>"
    assert told(update.format("14:32", A) + update.format("15.10", B), A, B) == ["14:32", A, "15.10", B]
    assert told(update.format("14:32", A) + f"<p>{B}</p>", A, B) == [A, B]


def test_captions_between_two_come_back_as_such() -> None:
    assert told(f"<p>{A}</p><figure><figcaption>A gun</figcaption></figure><p>{B}</p>", A, B) == [A, "A gun", B]


def test_parts() -> None:
    root = tree_of(
        "<body><h2>a</h2><p>b<br>c</p><ul><li>d</li></ul><table><tr><th>e</th><th>f</th></tr><tr><td>g</td><td>h</td></tr></table>"
    )
    assert root is not None
    assert list(parts_of(runs_of(body_of(root)))) == [
        Part(BlockKind.HEADING, "a"),
        Plain("b\nc"),
        Part(BlockKind.LIST_ITEM, "d"),
        Part.row(["e", "f"], 1, header=True),
        Part.row(["g", "h"], 1),
    ]
