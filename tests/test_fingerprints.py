"""Files are known again by how they look, and only where they cannot have changed since."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from etl import fingerprints
from etl.fingerprints import Fingerprints, Look, Seen
from etl.sources import Sources, find_sources

LONG_AGO = 1_000_000_000


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that was changed long ago, as is said of the change of its status too."""
    monkeypatch.setattr(fingerprints, "FEWEST", 1)
    (tmp_path / "given").mkdir()
    path = tmp_path / "given" / "a.txt"
    path.write_text("one")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


def sources_of(*paths: Path, settled: bool = True) -> Sources:
    """The files, which a build looks at so late that they count as settled: no test waits for the clock."""
    found = find_sources(paths)
    return replace(found, began=found.began + (10**12 if settled else -(10**12)))


def seen(file: Path, version: str | None = "v", *, settled: bool = True) -> None:
    """What a build sees of the files in the folder of a file, and leaves for the next."""
    prints = Fingerprints(file.parent.parent / "known", version)
    sources = sources_of(file.parent, settled=settled)
    already = set(prints.seen(sources).place.tolist())
    for at, source in enumerate(sources):
        if at not in already:
            look = Look(*sources.looks[at].tolist())
            prints.sha256(source.name, source.place, look, "text", source.in_folder)
    prints.write()


def known(file: Path, version: str | None = "v", given: Path | None = None) -> str | None:
    found = Fingerprints(file.parent.parent / "known", version).seen(sources_of(given or file.parent))
    return None if not len(found.place) else str(found.sha256[0].as_py())


def test_a_file_that_looks_the_same_is_known(file: Path) -> None:
    seen(file)
    assert known(file) == hashlib.sha256(b"one").hexdigest()


def test_what_is_known_stays_known_without_being_hashed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen(file)
    (file.parent / "b.txt").write_text("two")
    hashed: list[str] = []
    sha256 = Fingerprints.sha256

    def counted(prints: Fingerprints, name: str, *more: object) -> str | None:
        hashed.append(name)
        return sha256(prints, name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Fingerprints, "sha256", counted)
    seen(file)
    assert (hashed, known(file)) == (["b.txt"], hashlib.sha256(b"one").hexdigest())


def test_files_are_known_by_their_names_whatever_else_came_or_went(file: Path) -> None:
    for name in ("b.txt", "c.txt", "d.txt"):
        (file.parent / name).write_text(name)
    seen(file)
    (file.parent / "b.txt").unlink()
    (file.parent / "0.txt").write_text("new")
    (file.parent / "c.txt").write_text("other")
    sources = sources_of(file.parent)
    found: Seen = Fingerprints(file.parent.parent / "known", "v").seen(sources)
    assert [sources.names[place] for place in found.place] == ["a.txt", "d.txt"]
    assert found.sha256.to_pylist() == [hashlib.sha256(words).hexdigest() for words in (b"one", b"d.txt")]
    assert found.format.to_pylist() == ["text", "text"]


def test_a_file_that_was_found_in_a_folder_and_is_named_now_is_not_known(file: Path) -> None:
    seen(file)
    assert known(file, given=file) is None


def test_a_name_that_cannot_be_written_down_is_not_known(file: Path) -> None:
    seen(file)
    odd = os.fsdecode(os.fsencode(file.parent) + b"/\xff.txt")
    Path(odd).write_text("odd")
    seen(file)
    sources = sources_of(file.parent)
    found = Fingerprints(file.parent.parent / "known", "v").seen(sources)
    assert [sources.names[place] for place in found.place] == ["a.txt"]


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
    (file.parent.parent / "known" / "fingerprints.parquet").write_bytes(b"PAR1 no more")
    assert known(file) is None


def test_a_missing_file_has_no_digest(file: Path) -> None:
    prints = Fingerprints(file.parent / "known", "v")
    assert prints.sha256("absent", "absent", None, "text") is None
