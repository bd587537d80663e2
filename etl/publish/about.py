"""What the downloads say of the dataset: its title, how to cite it, its licence, its limits. Kept in ``about.toml``."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Versions:
    """The version of the software, and of the data: 12 digits that follow from all rows."""

    software: str
    data: str

    @property
    def whole(self) -> str:
        """Both as one, in the way of semantic versions."""
        return f"{self.software}+{self.data}"


@cache
def about() -> dict[str, Any]:
    """The file as it is."""
    return tomllib.loads(files(__package__).joinpath("about.toml").read_text(encoding="utf-8"))


def citation(versions: Versions) -> str:
    """The dataset in one line of a list of references."""
    said = about()
    authors = ", ".join(said["authors"])
    return str(said["cite"]).format(
        authors=authors, title=said["title"], data=versions.data, software=versions.software
    )


def software_version() -> str:
    """The version of the software; 0 where it runs without being installed."""
    try:
        return version("arms-transfers")
    except PackageNotFoundError:
        return "0"


def versions_of(published: Iterable[Path]) -> Versions:
    """The versions of a dataset, that of its data by the bytes of these files."""
    digest = hashlib.sha256()
    for path in published:
        digest.update(f"{path.name} {sha256(path)}\n".encode())
    return Versions(software_version(), digest.hexdigest()[:_DIGITS])


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
