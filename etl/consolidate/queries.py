"""The queries kept as files of SQL beside this module."""

from __future__ import annotations

from importlib.resources import files


def query(name: str) -> str:
    """The text of ``<name>.sql``."""
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
