"""Folders change places whole, and nothing that no build made is lost."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from etl.store import swap
from etl.store.swap import OutputError, replacing

_NAME = "deals.parquet"


def put(output: Path, words: str) -> None:
    with replacing(output) as new:
        (new.folder / _NAME).write_text(words)


@pytest.mark.parametrize("in_one_step", [True, False])
def test_the_new_folder_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_one_step: bool
) -> None:
    if not in_one_step:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    output = tmp_path / "deep" / "out"
    put(output, "first")
    put(output, "second")
    assert (output / _NAME).read_text() == "second"
    assert [path.name for path in output.parent.iterdir()] == ["out"]


def test_an_error_leaves_the_old_folder(tmp_path: Path) -> None:
    output = tmp_path / "out"
    put(output, "first")
    with pytest.raises(ZeroDivisionError), replacing(output) as new:
        (new.folder / _NAME).write_text("second")
        raise ZeroDivisionError
    assert (output / _NAME).read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_swap_killed_between_its_two_steps_is_taken_back(tmp_path: Path) -> None:
    output = tmp_path / "out"
    put(output, "first")
    output.rename(tmp_path / ".out.last")
    with pytest.raises(ZeroDivisionError), replacing(output):
        raise ZeroDivisionError
    assert (output / _NAME).read_text() == "first"


def test_a_running_build_is_not_swept_away(tmp_path: Path) -> None:
    output = tmp_path / "out"
    with replacing(output) as new:
        put(output, "other")
        (new.folder / _NAME).write_text("mine")
    assert (output / _NAME).read_text() == "mine"


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    put(tmp_path / "out", "first")
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "real" / _NAME).read_text() == "first"


def test_the_folder_is_readable_as_any_new_one(tmp_path: Path) -> None:
    put(tmp_path / "out", "first")
    (tmp_path / "plain").mkdir()
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="is a file"):
        put(tmp_path / "out", "first")


def test_a_parent_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        put(tmp_path / "file" / "out", "first")


def test_what_was_kept_of_a_stopped_build_is_handed_over_and_removed_in_the_end(tmp_path: Path) -> None:
    output = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt), replacing(output) as stopped:
        (stopped.folder / _NAME).write_text("half")
        stopped.keep = True
        raise KeyboardInterrupt
    assert not output.exists()
    with replacing(output) as new:
        assert new.left == (stopped.folder,)
        assert (new.left[0] / _NAME).read_text() == "half"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
