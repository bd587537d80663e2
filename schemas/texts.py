"""The table ``texts``."""

from __future__ import annotations

import pandera.pandas as pa

from schemas import columns as c

_HEXADECIMAL = r"[0-9a-f]+\Z"


def _digits(description: str, length: int) -> pa.Column:
    checks = [
        pa.Check.str_matches(_HEXADECIMAL, name="hexadecimal", error="hexadecimal digits are needed"),
        pa.Check.str_length(length, length, name="digits", error=f"{length} digits are needed"),
    ]
    return c.text(description, checks=checks)


SCHEMA = c.table(
    "texts",
    "The text of each document that was read: what all offsets point into. Its rights are its publisher's.",
    {
        "document_id": c.text("The document.", required=True),
        "text": c.text("Its text, with \\n for every newline.", required=True),
        "words_sha256": _digits("SHA-256 of its words without case, space and punctuation; equal for copies.", 64),
        "sketch": _digits("MinHash of its runs of five words, by which copies with small changes are found.", 512),
    },
    checks=[],
    key=["document_id"],
    refers={
        "document_id": ("documents.document_id",),
    },
)
