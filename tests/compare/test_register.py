"""Registers in every layout in which they have been exported: rows, parties, estimates, and what cannot be read."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.compare.layout import Column, laid_out
from etl.compare.register import parse_register, read_register
from etl.compare.types import Number, Register, RegisterError, RegisterRow, Years
from etl.lexicon import load
from schemas.vocabulary import Stage

HEADER = (
    "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Number delivered,,"
    "Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons"
)
NOTES = 'Transfers of major arms\n"Deals with deliveries, or orders, in 2000 to 2020"\n\n'
ROW = "Chile,Germany,2006,,118,?,Leopard-2A4,Tank,118,?,2007; 2008,Second hand,$125 m deal,1,118,118"


def register(*rows: str, header: str = HEADER, notes: str = NOTES) -> Register:
    return parse_register("\n".join([notes + header, *rows]) + "\n")


def only(found: Register) -> RegisterRow:
    assert found.unread == ()
    [row] = found.rows
    return row


def test_a_row_of_the_present_export() -> None:
    row = only(register(ROW))
    assert (row.line, row.recipient.code, row.supplier.code) == (5, "CHL", "DEU")
    assert (row.designation, row.description) == ("Leopard-2A4", "Tank")
    assert row.ordered == Number(2006)
    assert row.number == Number(118, estimated=True)
    assert row.delivered == Number(118, estimated=True)
    assert row.deliveries == Years(2007, 2008)
    assert (row.condition, row.comments) == ("Second hand", "$125 m deal")
    assert [value.words for value in row.values] == ["$125 m"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", " / "])
def test_separators(separator: str) -> None:
    text = f"{HEADER}\n{ROW}".replace("2007; 2008", "2007-2008").replace(",", separator)
    row = only(parse_register(text))
    assert (row.recipient.code, row.number, row.deliveries) == ("CHL", Number(118, True), Years(2007, 2008))


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", codecs.BOM_UTF8), ("utf-8", b""), ("cp1252", b""), ("utf-16-le", codecs.BOM_UTF16_LE)],
)
def test_encodings(tmp_path: Path, encoding: str, mark: bytes) -> None:
    path = tmp_path / "register.csv"
    text = f"{HEADER}\r\nTürkiye,Spain,2015,,1,,BPE,AALS,0,,,New,,,,\r\n"
    path.write_bytes(mark + text.encode(encoding))
    assert only(read_register(path)).recipient.code == "TUR"


def test_a_header_over_three_rows_with_suppliers_above_their_recipients() -> None:
    text = """SIPRI Arms Transfers Database
"Supplier/",,,,Year,Year(s),No.,
recipient (R),No.,Weapon,Weapon,of order/,of,delivered/,
or licenser (L),ordered,designation,description,licence,deliveries,produced,Comments
Netherlands,,,,,,,
R: Chile,18,F-16C,FGA aircraft,(2005),2006-2007,(10),Second hand
,(4),Type-M,Frigate,2004,2005-07,4,
L: Indonesia,2,Sigma-105,Frigate,2012,,,$220 m deal
Sweden,,,,,,,
R: Brazil,36,Gripen-E,FGA aircraft,2014,2020,4,
"""
    found = parse_register(text)
    assert found.unread == ()
    assert [(row.supplier.code, row.recipient.code, row.designation) for row in found.rows] == [
        ("NLD", "CHL", "F-16C"),
        ("NLD", "CHL", "Type-M"),
        ("NLD", "IDN", "Sigma-105"),
        ("SWE", "BRA", "Gripen-E"),
    ]
    first = found.rows[0]
    assert (first.ordered, first.delivered) == (Number(2005, True), Number(10, True))
    assert first.deliveries == Years(2006, 2007)


def test_recipients_above_their_suppliers() -> None:
    text = """Recipient/supplier (S) or licenser (L);No. ordered;Weapon designation;Weapon description;Year of order
Peru;;;;
S: Italy;(8);Lupo;Frigate;1974
South Korea;4;FA-50;Trainer aircraft;2020
"""
    rows = parse_register(text).rows
    assert [(row.recipient.code, row.supplier.code) for row in rows] == [("PER", "ITA"), ("PER", "KOR")]


@pytest.mark.parametrize(
    ("cell", "number", "designation"),
    [
        ("18 F-16C", Number(18), "F-16C"),
        ("(18) F-16C", Number(18, True), "F-16C"),
        ("c. 1,200 9M133 Kornet", Number(1200, True), "9M133 Kornet"),
        ("Meko-200", None, "Meko-200"),
    ],
)
def test_number_and_designation_in_one_cell(cell: str, number: Number | None, designation: str) -> None:
    header = "Recipient;Supplier;No. ordered and weapon designation;Weapon description;Year of order;No. delivered"
    row = only(parse_register(f"{header}\nOman;UAE;{cell};;(2002);(10)\n"))
    assert (row.number, row.designation, row.ordered) == (number, designation, Number(2002, True))


def test_a_designation_that_begins_with_a_figure_keeps_it_where_numbers_have_a_column() -> None:
    assert only(register("Iraq,Russia,2012,,40,,100 mm Gun,Gun,,,,New,,,,")).designation == "100 mm Gun"


def test_rows_of_one_deal_year_by_year_are_added_up() -> None:
    header = (
        "Deal ID;Seller;Buyer;Designation;Description;Order date;Order date is estimate;Numbers delivered;"
        "Numbers delivered is estimate;Delivery year;Delivery year is estimate"
    )
    rows = [
        "77;Israel;India;Heron;UAV;2004;Yes;4;No;2005;No",
        "77;Israel;India;Heron;UAV;2004;Yes;8;Yes;2007;No",
        "78;Israel;India;Heron;UAV;2009;No;1;No;2010;No",
    ]
    first, second = parse_register("\n".join([header, *rows])).rows
    assert (first.ordered, first.delivered) == (Number(2004, True), Number(12, True))
    assert first.deliveries == Years(2005, 2007)
    assert first.stage is None
    assert second.delivered == Number(1)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Chile,Germany,2006,,many,,Leopard-2A4,Tank,,,,,,,,", "Line 5 could not be read: 'many' is no number"),
        ("Chile,Germany,May,,1,,Leopard-2A4,Tank,,,,,,,,", r"'May' is no year.*\(year of order\)"),
        ("Chile,Ruritania,2006,,1,,Leopard-2A4,Tank,,,,,,,,", "'Ruritania' is no party that the tables know"),
        ("Chile,,2006,,1,,Leopard-2A4,Tank,,,,,,,,", "names no recipient or no supplier"),
        ("Chile,Germany,2006,,1,,,Tank,,,,,,,,", "names no weapon"),
        (ROW + ",more", "17 cells where the header has 16"),
        ("Source: the database", "'Source: the database' is no party|names no recipient"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_line(row: str, why: str) -> None:
    found = register(row, ROW)
    assert [other.line for other in found.rows] == [6]
    [unread] = found.unread
    assert unread.line == 5
    with pytest.raises(ValueError, match=why):
        raise ValueError(unread.problem)


def test_rows_below_an_unknown_party_are_not_given_to_the_one_before() -> None:
    text = """Supplier/recipient (R);No. ordered;Weapon designation;Year of order
Italy;;;
R: Malta;2;AW-139;2010
Ruritania;;;
R: Kenya;3;AW-139;2011
"""
    found = parse_register(text)
    assert [row.line for row in found.rows] == [3]
    assert [unread.line for unread in found.unread] == [4, 5]


def test_comments_at_the_end_may_hold_the_separator() -> None:
    header = "Recipient,Supplier,Year of order,Weapon designation,Number ordered,Comments"
    assert only(parse_register(f"{header}\nMali,France,2010,VAB,12,aid, second hand\n")).comments == "aid, second hand"


def test_a_quote_that_nothing_closes_takes_no_other_row_with_it() -> None:
    found = register('Chile,Germany,2006,,1,,"Leopard-2A4,Tank', *[ROW] * 12)
    assert found.unread == ()
    assert [row.designation for row in found.rows] == ["Leopard-2A4"] * 13


def test_a_quote_inside_a_cell_is_part_of_it() -> None:
    assert only(register('Chile,Spain,2006,,1,,Model 12" gun,Gun,,,,New,"aid, used",,,')).comments == "aid, used"


def test_a_quoted_cell_may_run_over_lines() -> None:
    found = register('Chile,Germany,2006,,1,,Tiger,Tank,,,,New,"first\nsecond",,,', ROW)
    assert [(row.line, row.comments) for row in found.rows] == [(5, "first second"), (7, "$125 m deal")]


def test_headers_repeated_on_a_new_page_are_no_rows() -> None:
    assert len(register(ROW, HEADER, ROW).rows) == 2
    assert register(ROW, HEADER, ROW).unread == ()


@pytest.mark.parametrize(
    ("number", "delivered", "stage"),
    [
        ("12", "0", Stage.ORDERED),
        ("12", "", Stage.ORDERED),
        ("12", "5", Stage.DELIVERING),
        ("(12)", "12", Stage.DELIVERED),
    ],
)
def test_the_stage_follows_from_the_numbers(number: str, delivered: str, stage: Stage) -> None:
    assert only(register(f"Chile,Germany,2006,,{number},,Leopard-2A4,Tank,{delivered},,,New,,,,")).stage is stage


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n", "Recipient,Supplier\nChile,Germany\n"])
def test_what_is_no_register(text: str) -> None:
    with pytest.raises(RegisterError, match="no trade register"):
        parse_register(text)


@pytest.mark.parametrize(("content", "why"), [(b"%PDF-1.7 \x00", "a PDF file"), (b"hello", "no trade register")])
def test_files_that_are_no_register_are_named(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(RegisterError, match=why) as told:
        read_register(path)
    assert str(told.value).startswith(f"{path} cannot be read")


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="Name the file of the trade register"):
        read_register(tmp_path / "absent.csv")


def test_headings_of_the_table_name_columns_that_are_read() -> None:
    assert {row["column"] for row in load.rows("register_columns")} == {column.value for column in Column}


def test_a_column_is_read_once() -> None:
    layout = laid_out("Recipient,Supplier,Year of order,Weapon designation,Designation\nA,B,2000,C,D\n")
    assert layout.columns.count(Column.DESIGNATION) == 1


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_register(text)
    except RegisterError as error:
        assert str(error).startswith("This is no trade register")


_CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["Chile", "unknown supplier(s)", "NATO**", "(18)", "2019; 2020", "F-16C", '"', "R: Peru", ","]),
)


@given(st.lists(st.lists(_CELLS, max_size=18), max_size=6), st.sampled_from([",", ";"]), st.booleans())
def test_any_rows_below_a_header_are_read_or_told(rows: list[list[str]], separator: str, grouped: bool) -> None:
    header = HEADER.replace("Recipient,Supplier", "Supplier/recipient (R)") if grouped else HEADER
    found = parse_register("\n".join([header.replace(",", separator), *(separator.join(row) for row in rows)]))
    assert all(unread.problem.startswith(f"Line {unread.line} could not be read: ") for unread in found.unread)


@given(st.binary())
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.csv"
    path.write_bytes(content)
    try:
        read_register(path)
    except RegisterError as error:
        assert "cannot be read" in str(error)
