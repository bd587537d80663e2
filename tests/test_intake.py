"""What a build has to read: which files, what is passed over, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.fingerprints import Fingerprints
from etl.intake import Intake, Item
from etl.read import USUAL
from etl.sources import find_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    (folder / "page_files").mkdir(parents=True)
    (folder / "a.txt").write_text("One story.")
    (folder / "b.unheard").write_text("Another.")
    (folder / "page_files" / "logo.PNG").write_bytes(b"\x89PNG")
    (folder / "page_files" / "look.css").write_text("p { color: red }")
    return folder


def items(*paths: Path) -> tuple[list[Item], Intake]:
    intake = Intake(find_sources(paths), USUAL, Fingerprints(Path("absent"), None))
    return list(intake), intake


def test_pictures_and_style_sheets_in_a_folder_are_passed_over_and_counted(folder: Path) -> None:
    found, intake = items(folder)
    assert [item.name for item in found] == ["a.txt", "b.unheard"]
    assert dict(intake.passed_over) == {"picture": 1, "style sheet": 1}


def test_a_file_of_an_unheard_kind_in_a_folder_is_said(folder: Path) -> None:
    found, _ = items(folder)
    assert found[1].failed is not None and "no reader for .unheard" in found[1].failed.problem


def test_a_file_that_is_named_itself_is_read_as_text(folder: Path) -> None:
    [item], _ = items(folder / "b.unheard")
    assert (item.format, item.failed) == ("text", None)


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Not given.")
    (folder / "c.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "d.txt").symlink_to(folder / "a.txt")
    found, _ = items(folder)
    [out] = [item for item in found if item.name == "c.txt"]
    assert out.failed is not None and "link to a file outside" in out.failed.problem
    assert out.path is None


def test_bytes_gone_through_come_to_the_total(folder: Path) -> None:
    found, intake = items(folder)
    assert [item.upto for item in found] == sorted(item.upto for item in found)
    assert 0 < found[-1].upto <= intake.total
