"""The registry of tables."""

from __future__ import annotations

import pandera.pandas as pa

from schemas import (
    deals,
    deliveries,
    documents,
    evidence,
    figures,
    parties,
    rejects,
    reported_deals,
    reported_transfers,
    sources,
    texts,
    transfers,
)

TABLES: dict[str, pa.DataFrameSchema] = {
    "documents": documents.SCHEMA,
    "texts": texts.SCHEMA,
    "reported_deals": reported_deals.SCHEMA,
    "reported_transfers": reported_transfers.SCHEMA,
    "evidence": evidence.SCHEMA,
    "figures": figures.SCHEMA,
    "deals": deals.SCHEMA,
    "transfers": transfers.SCHEMA,
    "deliveries": deliveries.SCHEMA,
    "sources": sources.SCHEMA,
    "parties": parties.SCHEMA,
    "rejects": rejects.SCHEMA,
}
