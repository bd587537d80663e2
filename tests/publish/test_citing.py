"""Citation files: of a dataset and of the software."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.publish.about import Versions, about, citation

_ROOT = Path(__file__).resolve().parents[2]
# What the Citation File Format 1.2.0 asks of every file and of the keys used here; the whole schema ships with
# cffconvert, which needs a jsonschema older than that of Frictionless. Both files were held to it by hand.
_ENTITY = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string", "minLength": 1}, "website": {"type": "string", "pattern": "^https?://"}},
    "additionalProperties": False,
}
_SHARED = {
    "title": {"type": "string", "minLength": 1},
    "version": {"type": "string", "minLength": 1},
    "authors": {"type": "array", "items": _ENTITY, "minItems": 1, "uniqueItems": True},
    "license": {"enum": ["Apache-2.0"]},
    "abstract": {"type": "string", "minLength": 1},
}
_CFF = {
    "type": "object",
    "required": ["authors", "cff-version", "message", "title"],
    "properties": {
        **_SHARED,
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "type": {"enum": ["dataset", "software"]},
        "keywords": {"type": "array", "items": {"type": "string"}, "uniqueItems": True, "minItems": 1},
        "references": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["authors", "title", "type"],
                "properties": {**_SHARED, "type": {"enum": ["software"]}},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def read(path: Path) -> dict[str, Any]:
    jsonschema = pytest.importorskip("jsonschema")
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    jsonschema.validate(found, _CFF)
    return dict(found)


def test_a_dataset_is_cited_with_the_version_of_its_data(published: Path) -> None:
    found = read(published / "CITATION.cff")
    assert (found["type"], found["title"]) == ("dataset", about()["title"])
    assert found["version"].startswith("0.1.0+")
    assert found["references"][0]["title"] == "arms-transfers"


def test_the_software_is_cited_with_its_version() -> None:
    found = read(_ROOT / "CITATION.cff")
    assert found["type"] == "software"
    assert f'version = "{found["version"]}"' in (_ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_line_to_cite_names_both_versions() -> None:
    line = citation(Versions("1.2.3", "abc"))
    assert "abc" in line and "1.2.3" in line and about()["title"] in line
