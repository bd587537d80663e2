"""Which tables hold the rows of documents."""

from __future__ import annotations

# With how the document of a row is told.
OF_DOCUMENTS = {
    **dict.fromkeys(
        ("documents", "texts", "reported_deals", "reported_transfers", "evidence", "figures", "rejects"), "document_id"
    ),
    **dict.fromkeys(("deliveries", "parties"), r"regexp_replace(transfer_id, '-t\d+$', '')"),
}
# The database of a dataset, and that of what a build reads, until the dataset is whole.
DATABASE, READ = "arms_transfers.duckdb", "read.duckdb"
