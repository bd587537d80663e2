"""The bundled scripts are those of today's sources, small, and of packages that no registry's name locks."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

SITE = Path(str(files("etl.site")))
FRONT, ASSETS = SITE / "front", SITE / "assets"


def test_assets_are_made_of_todays_sources() -> None:
    digest = hashlib.sha256()
    sources = {
        path.relative_to(FRONT).as_posix(): path
        for path in FRONT.rglob("*")
        if path.suffix in (".ts", ".css", ".mjs", ".json") and "node_modules" not in path.parts
    }
    for name in sorted(sources):
        content = sources[name].read_bytes()
        digest.update(f"{name} {len(content)} ".encode() + content)
    assert (ASSETS / "made-of.txt").read_text() == f"{digest.hexdigest()}\n", "run: make site-assets"


def test_assets_are_small() -> None:
    assert sum(path.stat().st_size for path in ASSETS.iterdir()) < 500_000


def test_nothing_is_written_as_markup_or_run_from_a_text() -> None:
    words = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttp")
    for path in FRONT.rglob("*.ts"):
        if "node_modules" not in path.parts:
            assert not words.search(path.read_text(encoding="utf-8")), path
    assert not words.search((ASSETS / "site.js").read_text(encoding="utf-8"))


def test_versions_are_locked_and_no_host_is_named() -> None:
    lock = (FRONT / "package-lock.json").read_text()
    assert "://" not in lock
    package = json.loads((FRONT / "package.json").read_text())
    assert all(re.fullmatch(r"[\d.]+", version) for version in package["dependencies"].values())


def test_licences_are_those_of_what_may_be_bundled() -> None:
    licences = (ASSETS / "licences.txt").read_text(encoding="utf-8")
    named = re.findall(r"^== (\S+) (\S+), (ISC|MIT|BSD-3-Clause) ==$", licences, re.MULTILINE)
    lock = json.loads((FRONT / "package-lock.json").read_text())["packages"]
    locked = {(path.rpartition("node_modules/")[2], told["version"]) for path, told in lock.items() if path}
    assert {(name, version) for name, version, _ in named} <= locked
    assert {"d3-sankey", "hyparquet-writer"} <= {name for name, _, _ in named}
    assert licences.count("\n== ") == len(named)
