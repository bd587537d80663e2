"""The data package: Frictionless finds it valid, and its rows keep to the schemas that it states."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from schemas import TABLES
from tests.folders import contents
from tests.publish.conftest import build


@pytest.fixture(scope="module")
def package(published: Path) -> dict[str, Any]:
    return dict(json.loads((published / "datapackage.json").read_text(encoding="utf-8")))


def validated(path: Path) -> Any:
    frictionless = pytest.importorskip("frictionless")
    return frictionless.Package(str(path / "datapackage.json")).validate()


def test_frictionless_finds_it_valid(published: Path) -> None:
    report = validated(published)
    assert report.valid, report.flatten(["name", "note"])
    assert len(report.tasks) == len(TABLES)


def test_frictionless_sees_a_file_that_was_changed(tmp_path: Path) -> None:
    folder = build(tmp_path)
    with (folder / "deals.parquet").open("ab") as stream:
        stream.write(b"x")
    assert [task.name for task in validated(folder).tasks if not task.valid] == ["deals"]


def test_all_rows_keep_to_their_table_schemas(published: Path, package: dict[str, Any]) -> None:
    frictionless = pytest.importorskip("frictionless")
    resources = []
    for said in package["resources"]:
        if said["format"] == "parquet":
            table = pq.read_table(published / said["path"])
            data = [table.column_names, *(list(row.values()) for row in table.to_pylist())]
            resources.append({"name": said["name"], "data": data, "schema": said["schema"]})
    report = frictionless.Package.from_descriptor(
        {"$schema": package["$schema"], "name": "rows", "resources": resources}
    ).validate()
    assert report.valid, report.flatten(["name", "note"])


def test_texts_are_no_part_of_it(package: dict[str, Any]) -> None:
    names = {said["name"] for said in package["resources"]}
    assert names == {"arms_transfers", *TABLES} - {"texts"}
    assert "not for redistribution" in package["description"]


def test_it_says_whose_it_is_and_where_it_is_from(package: dict[str, Any]) -> None:
    assert package["$schema"].endswith("/2.0/datapackage.json")
    assert [one["name"] for one in package["licenses"]] == ["Apache-2.0"]
    assert package["sources"] == [{"title": "Arms Almanac"}, {"title": "Gun Gazette"}]
    assert package["version"].startswith("0.1.0+")
    assert package["version"].partition("+")[2] in package["citation"]


def test_without_spreadsheets_there_are_neither_and_the_package_is_valid(tmp_path: Path) -> None:
    folder = build(tmp_path, downloads=False)
    assert not list(folder.glob("arms_transfers.[cx]*"))
    assert validated(folder).valid


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = build(tmp_path, "one"), build(tmp_path, "other")
    first, second = contents(one), contents(other)
    assert [name for name in first if first[name] != second.get(name)] == []
    assert {"arms_transfers.xlsx", "CITATION.cff", "data-dictionary.html"} <= set(first)
