"""The table ``evidence``."""

from __future__ import annotations

from schemas import columns as c
from schemas import rules
from schemas.vocabulary import Rule

SCHEMA = c.table(
    "evidence",
    "One row per stretch of words that filled a cell of a reported deal or transfer. None where no words did.",
    {
        "row_id": c.text("The deal_id or transfer_id of the row.", required=True),
        "field": c.text("The cell's column.", required=True),
        "document_id": c.text("The document that the words stand in.", required=True),
        "start": c.whole("Offset of the first of the words in the document's text."),
        "end": c.whole("Offset after the last of them."),
        "surface": c.text("The words.", required=True),
        "rule": c.choice(Rule, "How the words filled the cell.", required=True),
        "reason": c.text("What the words do not show by themselves, in plain words; null where they say it all."),
        "sentence": c.text("The sentence that the words stand in.", required=True),
        "sentence_start": c.whole("Offset of the sentence's first character in the document's text."),
    },
    checks=[
        rules.span("surface"),
        rules.rule(
            "words_in_sentence",
            "the words lie outside their sentence",
            lambda frame: (
                (frame["sentence_start"] <= frame["start"])
                & (frame["end"] <= frame["sentence_start"] + frame["sentence"].str.len())
            ),
        ),
    ],
    key=[],
    refers={
        "row_id": ("reported_deals.deal_id", "reported_transfers.transfer_id"),
        "document_id": ("documents.document_id",),
    },
)
