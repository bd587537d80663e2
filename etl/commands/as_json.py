"""Answers of commands as one JSON object on standard output, for programs."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from etl.build import BuildResult

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of words for people.")]


def print_json(value: object) -> None:
    """Prints a value, its dataclasses as objects, dates and the like as text."""
    from etl.printing import jsonable
    from etl.terminal import guarded

    guarded(sys.stdout).write(json.dumps(jsonable(_plain(value)), ensure_ascii=False, indent=2) + "\n")


def built(result: BuildResult) -> dict[str, Any]:
    """What a build made."""
    return {
        "output": result.output,
        "database": result.database,
        "documents": {
            "given": result.documents,
            "read": result.read,
            "failed": result.failed,
            "repeated": result.duplicates,
            "in_another_language": result.foreign,
            "without_transfer": result.without_transfer,
            "unchanged": result.unchanged,
            "near_copies": result.copies,
            "in_part": result.in_part,
            "passed_over": result.passed_over,
        },
        "rows": {"accepted": result.accepted, "rejected": result.rejected},
        "corrections": {"applied": result.corrected, "not_applied": result.not_applied},
        "largest": result.largest,
    }


def _plain(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return _plain(value._asdict())
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Path) else value
