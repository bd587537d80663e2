"""The table ``documents``."""

from __future__ import annotations

import pandera.pandas as pa

from schemas import columns as c
from schemas import rules
from schemas.vocabulary import Outcome

_SHA256 = r"[0-9a-f]{64}\Z"

SCHEMA = c.table(
    "documents",
    "One row per document that was given, read or not.",
    {
        "document_id": c.text("The first 16 digits of sha256, numbered on where bytes repeat.", required=True),
        "path": c.text("Where the file lies, relative to the folder that all given files share.", required=True),
        "url": c.text("Where the document was published."),
        "title": c.text("Headline or title."),
        "publisher": c.text("Who published it."),
        "published": c.date("When it was published."),
        "format": c.text("Format that it was read by (text, html, pdf, …); null where the file was not opened."),
        "language": c.text(
            "Language of the text (BCP 47): as the document says, where its text agrees; null where it is too short to"
            " tell."
        ),
        "sha256": c.text(
            "SHA-256 of the file's bytes; null where they could not be read.",
            checks=[pa.Check.str_matches(_SHA256, name="sha256", error="64 hexadecimal digits are needed")],
        ),
        "characters": c.whole("Length of the decoded text; null where it could not be read.", required=False),
        "outcome": c.choice(Outcome, "What came of it.", required=True),
        "problem": c.text(
            "Why it failed, which document it repeats, which other language it is in, or what of it could not be read,"
            " in words."
        ),
        "duplicate_of": c.text(
            "The earlier document that it repeats: the same bytes or words where the outcome is duplicate, else nearly"
            " the same words."
        ),
        "extractor": c.text("Which version of the software read it, options included; null where none could."),
    },
    checks=[
        rules.rule(
            "problem_where_failed",
            "problem is given where the outcome is failed, duplicate or language",
            lambda frame: ~frame["outcome"].isin(["failed", "duplicate", "language"]) | frame["problem"].notna(),
        )
    ],
    key=["document_id"],
    refers={
        "duplicate_of": ("documents.document_id",),
    },
)
