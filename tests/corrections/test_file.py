"""The file of corrections: what is read of it, what is refused, and what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.corrections import CorrectionsError, append, read
from schemas.vocabulary import Action
from tests.corrections.corrected import correction

HEAD = "action,row_id,field,value,expect,who,when,why\n"
SET = "set,T-a-t1,quantity,160,152,Ada,2026-11-30,A slip.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "corrections.csv"


def test_a_correction_is_read(path: Path) -> None:
    path.write_text(HEAD + SET)
    [found] = read(path).good
    assert (found.action, found.row_id, found.field, found.value, found.expect) == (
        Action.SET,
        "T-a-t1",
        "quantity",
        "160",
        "152",
    )
    assert (found.who, found.when, found.why, found.line) == ("Ada", "2026-11-30", "A slip.", 2)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lose,T-a-t1,,,a-t1,Ada,2026-11-30,x", "action is 'lose': it has to be one of set, drop, merge, part."),
        ("set,,quantity,160,152,Ada,2026-11-30,x", "row_id is missing, and every row of this table needs it."),
        ("set,T-a-t1,,160,152,Ada,2026-11-30,x", "Field is given when, and only when, the action is set."),
        ("drop,T-a-t1,quantity,,a-t1,Ada,2026-11-30,x", "Field is given when, and only when, the action is set."),
        ("set,T-a-t1,colour,160,152,Ada,2026-11-30,x", "Field is no cell that can be set; those are agreed,"),
        ("set,T-a-t1,deal_id,D-b-d1,D-a-d1,Ada,2026-11-30,x", "Field is no cell that can be set"),
        ("set,T-a-t1,quantity,many,152,Ada,2026-11-30,x", "quantity is 'many', which is no number."),
        ("set,T-a-t1,quantity,nan,152,Ada,2026-11-30,x", "quantity is 'nan', which is no number."),
        ("set,T-a-t1,quantity,-3,152,Ada,2026-11-30,x", "quantity is -3.0: a number above zero is needed."),
        ("set,T-a-t1,delivery_to,2027.5,,Ada,2026-11-30,x", "delivery_to is 2027.5, which is of the wrong type."),
        ("set,T-a-t1,stage,sold,ordered,Ada,2026-11-30,x", "stage is 'sold': it has to be one of proposed, approved"),
        ("set,T-a-t1,stage,,ordered,Ada,2026-11-30,x", "stage is missing"),
        ("set,T-a-t1,supplier,QQQ,KOR,Ada,2026-11-30,x", "supplier is 'QQQ': no such country in ISO 3166 (alpha-3)."),
        ('set,T-a-t1,supplier,"KOR, QQQ",KOR,Ada,2026-11-30,x', "supplier is 'QQQ': no such country"),
        ("set,D-a-d1,agreed,2023-13,2023,Ada,2026-11-30,x", "agreed is '2023-13': a date is written"),
        ("drop,T-a-t1,,5,a-t1,Ada,2026-11-30,x", "Value is given although the action is drop."),
        ("drop,T-a-t1,,,,Ada,2026-11-30,x", "Expect is needed where the action is drop or merge or part."),
        ("merge,D-a-d1,,,a-d1,Ada,2026-11-30,x", "Value is needed where the action is merge or part."),
        ("set,T-a-t1,quantity,160,152,,2026-11-30,x", "who is missing"),
        ("set,T-a-t1,quantity,160,152,Ada,yesterday,x", "when is 'yesterday': a date is written"),
        ("set,T-a-t1,quantity,160,152,Ada,,x", "When is missing."),
        ("set,T-a-t1,quantity,160,152,Ada,2026-11-30,", "why is missing"),
        ("set,T-a-t1,quantity,160,152,Ada,2026-11-30,x,but", "It has more than 8 cells; put quotes around words"),
        ("set,T-a-t1", "is missing"),
    ],
)
def test_a_bad_line_is_a_sentence_and_takes_no_other_down(path: Path, line: str, said: str) -> None:
    path.write_text(f"{HEAD}{SET}{line}\n{SET}")
    found = read(path)
    assert [good.line for good in found.good] == [2, 4]
    [bad] = found.bad
    assert bad.table == "corrections"
    assert bad.reason.startswith("Line 3: ") and said in bad.reason, bad.reason


def test_lines_are_counted_across_words_of_several_lines(path: Path) -> None:
    path.write_text(HEAD + '\nset,T-a-t1,quantity,160,152,Ada,2026-11-30,"A\nslip."\n\n' + SET)
    assert [good.line for good in read(path).good] == [3, 6]


def test_spreadsheets_files_are_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + SET).replace("\n", "\r\n").encode())
    assert len(read(path).good) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "its first line has to be action,row_id,field"),
        (b"row_id,field\n", "its first line has to be action,row_id,field"),
        (b"\xff\xfe\x00", "is not in UTF-8"),
    ],
)
def test_a_file_that_is_none_is_said(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    with pytest.raises(CorrectionsError, match=said):
        read(path)


def test_an_absent_file_is_said(path: Path) -> None:
    with pytest.raises(CorrectionsError, match="cannot be read: No such file"):
        read(path)


words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(
    lambda text: text == text.strip() and text != ""
)


@given(words, words, words)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, who: str, why: str, goods: str
) -> None:
    path = tmp_path_factory.mktemp("f") / "corrections.csv"
    given_ones = [
        replace(correction("set", "T-a-t1", "designation", goods, None), who=who, why=why),
        correction("drop", "T-a-t1", expect="a-t1 b-t1"),
    ]
    for one in given_ones:
        append(path, one)
    assert [replace(one, line=0) for one in read(path).good] == given_ones


def test_a_line_is_added_to_a_file_in_its_own_order_of_columns(path: Path) -> None:
    path.write_text("row_id,action,field,value,expect,why,who,when\nT-a-t1,set,quantity,160,152,x,Ada,2026-11-30")
    append(path, correction("set", "T-a-t1", "quantity", "164", "160"))
    assert [one.value for one in read(path).good] == ["160", "164"]


def test_no_bad_correction_is_written(path: Path) -> None:
    with pytest.raises(CorrectionsError, match="stage is 'sold'"):
        append(path, correction("set", "T-a-t1", "stage", "sold", "ordered"))
    assert not path.exists()
