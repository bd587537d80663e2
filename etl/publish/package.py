"""``datapackage.json``: the files of a dataset with their columns, as a Data Package (Frictionless Data, version 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandera.pandas as pa

from etl.publish.about import Versions, about, citation, sha256
from etl.publish.table_schema import table_schema

_PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
# Frictionless reads Parquet through pandas, where an empty cell of numbers is "not a number", and calls each of them an
# error. As files it holds them to their bytes and their hash; tests hold their rows to the schemas.
_FORMATS = {
    "parquet": {"type": "file", "mediatype": "application/vnd.apache.parquet"},
    "csv": {"type": "table", "mediatype": "text/csv", "encoding": "utf-8-sig"},
}
# What a build makes besides and the package leaves out, with the reason: the documents' texts are their publishers'.
LEFT_OUT = ("texts",)
_NOTE = (
    "texts.parquet and the table texts in arms_transfers.duckdb hold the documents themselves. Their rights are their"
    " publishers': they are no part of this package and not for redistribution. arms_transfers.xlsx has the same rows"
    " as the files named here."
)


def write_package(
    schemas: Mapping[str, pa.DataFrameSchema], publishers: Sequence[str], versions: Versions, path: Path
) -> None:
    """Writes the package of the files beside it: ``schemas`` has the schema of each by its name.

    ``publishers`` of the documents are its sources.
    """
    said = about()
    names = [Path(name).stem for name in schemas]
    made = {
        "$schema": _PROFILE.format("datapackage"),
        "name": said["name"],
        "title": said["title"],
        "description": f"{said['description'].strip()} {_NOTE}",
        "version": versions.whole,
        "keywords": said["keywords"],
        "licenses": [said["licence"]],
        "contributors": [{"title": author, "roles": ["creator"]} for author in said["authors"]],
        "citation": citation(versions),
        **({"sources": [{"title": publisher} for publisher in publishers]} if publishers else {}),
        "resources": [_resource(path.with_name(name), schema, names) for name, schema in schemas.items()],
    }
    path.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _resource(file: Path, schema: pa.DataFrameSchema, names: Sequence[str]) -> dict[str, Any]:
    form = file.suffix.removeprefix(".")
    # What is in one sheet refers to no other one.
    referred = names if form == "parquet" else ()
    return {
        "name": file.stem,
        "path": file.name,
        "title": (schema.name or file.stem).replace("_", " ").capitalize(),
        "description": schema.description or "",
        "format": form,
        **_FORMATS[form],
        "bytes": file.stat().st_size,
        "hash": f"sha256:{sha256(file)}",
        "schema": {"$schema": _PROFILE.format("tableschema"), **table_schema(schema, referred)},
    }
