"""Files are known again by how they look, and only where they cannot have changed since."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from etl import fingerprints
from etl.fingerprints import Fingerprints

LONG_AGO = 1_000_000_000


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that was changed long ago, as is said of the change of its status too."""
    monkeypatch.setattr(fingerprints, "FEWEST", 1)
    path = tmp_path / "a.txt"
    path.write_text("one")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


def seen(file: Path, version: str | None = "v", *, settled: bool = True) -> Fingerprints:
    """What a build sees of the file, and leaves for the next."""
    prints = Fingerprints(file.parent / "known", version)
    look = prints.look(str(file))
    prints.known("a.txt", look)
    prints.sha256("a.txt", str(file), look, "text")
    # No test waits for the clock: the build begins as late as it has to for the file to count as settled.
    prints._began += 10**12 if settled else -(10**12)
    prints.write()
    return prints


def known(file: Path, version: str | None = "v") -> str | None:
    prints = Fingerprints(file.parent / "known", version)
    found = prints.known("a.txt", prints.look(str(file)))
    return None if found is None else found.sha256


def test_a_file_that_looks_the_same_is_known(file: Path) -> None:
    seen(file)
    assert known(file) == hashlib.sha256(b"one").hexdigest()


def test_what_is_known_stays_known_without_being_hashed(file: Path) -> None:
    seen(file)
    prints = Fingerprints(file.parent / "known", "v")
    prints.known("a.txt", prints.look(str(file)))
    prints._began += 10**12
    prints.write()
    assert known(file) == hashlib.sha256(b"one").hexdigest()


@pytest.mark.parametrize("words", ["two", "three"], ids=["as long", "longer"])
def test_a_changed_file_is_not_known(file: Path, words: str) -> None:
    seen(file)
    file.write_text(words)
    assert known(file) is None


def test_a_file_put_in_its_place_with_the_same_size_and_time_is_not_known(file: Path) -> None:
    seen(file)
    other = file.with_name("other")
    other.write_text("two")
    os.utime(other, ns=(LONG_AGO, LONG_AGO))
    other.replace(file)
    assert known(file) is None


def test_a_file_that_changed_just_before_it_was_looked_at_is_not_trusted(file: Path) -> None:
    seen(file, settled=False)
    assert known(file) is None


@pytest.mark.parametrize("version", ["w", None])
def test_what_another_version_saw_is_not_looked_at(file: Path, version: str | None) -> None:
    seen(file)
    assert known(file, version) is None


def test_damaged_fingerprints_know_nothing(file: Path) -> None:
    seen(file)
    (file.parent / "known" / "fingerprints.parquet").write_bytes(b"PAR1 no more")
    assert known(file) is None


def test_a_missing_file_has_no_digest(file: Path) -> None:
    prints = Fingerprints(file.parent / "known", "v")
    assert prints.look("absent") is None
    assert prints.sha256("absent", "absent", None, "text") is None
