"""Which version of the software decided the rows of a document: what the same version made need not be made again."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

# All that decides the rows of a document, from its bytes to the checks. What is made of the rows of all documents
# together (consolidation, storage) is made anew in each build and counts for nothing here.
_CODE = {
    "etl": (
        "batches.py", "check.py", "documents.py", "dollars.py", "extraction.py", "gate.py", "intake.py", "languages",
        "lexicon", "link", "rates", "read", "reading.py", "recognise", "rows.py", "words.py",
    ),
    "schemas": (".",),
}  # fmt: skip
_PACKAGES = (
    "babel", "charset-normalizer", "currencyconverter", "hmrc-rates", "ijson", "jusText", "lxml", "numpy",
    "olefile", "openpyxl", "pandas", "pandera", "pint", "pyahocorasick", "pyarrow", "pycld2", "pycountry",
    "pypdfium2", "python-oxmsg", "PyYAML", "rensa", "striprtf", "text2num", "trafilatura", "warcio", "xlrd",
    "zstandard",
)  # fmt: skip
# What decides, besides, what is made of all documents together.
_FUSING_CODE = ("consolidate", "families.py", "store")
_FUSING_PACKAGES = ("duckdb", "splink")
_DIGITS = 16


def version_of(extractor: str, min_confidence: float) -> str:
    """16 digits for the rules that rows keep to: code, lexicon, packages, Python, and what the user asked for.

    ``extractor`` names the state of an extractor that takes the place of the project's own; it is empty for that.
    """
    return _digits(f"{_software()} {extractor} {min_confidence!r}".encode())


@cache
def version_of_consolidation() -> str:
    """16 digits for all that decides which reports are one deal and what they say together."""
    digest = hashlib.sha256(_software().encode())
    for package in _FUSING_PACKAGES:
        digest.update(f" {package} {_installed(package)}".encode())
    for part in _FUSING_CODE:
        _add(digest, files("etl").joinpath(part), part)
    return digest.hexdigest()[:_DIGITS]


def _digits(words: bytes) -> str:
    return hashlib.sha256(words).hexdigest()[:_DIGITS]


@cache
def _software() -> str:
    digest = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for package in _PACKAGES:
        digest.update(f" {package} {_installed(package)}".encode())
    for name, parts in _CODE.items():
        for part in parts:
            _add(digest, files(name).joinpath(part), f"{name}/{part}")
    return digest.hexdigest()


def _add(digest: hashlib._Hash, entry: Traversable, name: str) -> None:
    if entry.is_dir():
        for inner in sorted(entry.iterdir(), key=lambda one: one.name):
            if not inner.name.startswith(("__pycache__", ".")):
                _add(digest, inner, f"{name}/{inner.name}")
    else:
        content = entry.read_bytes()
        digest.update(f" {name} {len(content)} ".encode())
        digest.update(content)


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
