"""What a build has to read: which files, what is passed over, and what is said of the rest."""

from __future__ import annotations

import os
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


def test_a_folder_that_may_not_be_looked_into_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "locked").mkdir()
    listed = os.scandir

    def scandir(place: str) -> object:
        if place.endswith("locked"):
            raise PermissionError(13, "Permission denied", place)
        return listed(place)

    # Whoever runs the tests as root may look into every folder.
    monkeypatch.setattr(os, "scandir", scandir)
    found, _ = items(folder)
    [barred] = [item for item in found if item.name == "locked"]
    assert barred.failed is not None and "may not be looked into" in barred.failed.problem
    assert "a.txt" in [item.name for item in found]


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


def test_what_a_file_beside_a_document_says_is_known_of_it(folder: Path) -> None:
    (folder / "a.txt.meta.yaml").write_text("title: One\npublished: 2024-05-06\n")
    for given in (folder, folder / "a.txt"):
        found, intake = items(given)
        assert (found[0].name, found[0].known.title, found[0].known.published) == ("a.txt", "One", "2024-05-06")
    found, intake = items(folder)
    assert intake.passed_over["file of metadata"] == 1


def test_a_list_of_documents_is_none(folder: Path) -> None:
    (folder / "documents.csv").write_text("file,publisher\na.txt,Gazeta\n")
    found, _ = items(folder)
    assert [(item.name, item.known.publisher) for item in found] == [("a.txt", "Gazeta"), ("b.unheard", None)]


def test_pages_that_a_browser_saved_with_a_page_are_passed_over(folder: Path) -> None:
    (folder / "page.html").write_text("<html><p>One story.</p></html>")
    (folder / "page_files" / "frame.html").write_text("<html><p>Buy this.</p></html>")
    found, intake = items(folder)
    assert [item.name for item in found] == ["a.txt", "b.unheard", "page.html"]
    assert intake.passed_over["part of a saved page"] == 1


def test_a_folder_with_such_a_name_and_no_page_is_read(folder: Path) -> None:
    (folder / "page_files" / "frame.html").write_text("<html><p>One story.</p></html>")
    found, _ = items(folder)
    assert "page_files/frame.html" in [item.name for item in found]
