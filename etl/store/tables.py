"""Which tables hold the rows of documents."""

from __future__ import annotations

_OF_TRANSFER = r"regexp_replace(transfer_id, '-t\d+$', '')"
# With how the document of a row is told, in the order in which they are filled: what consolidation begins with, then
# what takes longest.
OF_DOCUMENTS = {
    **dict.fromkeys(("documents", "reported_deals", "reported_transfers"), "document_id"),
    **dict.fromkeys(("deliveries", "parties"), _OF_TRANSFER),
    **dict.fromkeys(("evidence", "texts", "figures", "rejects"), "document_id"),
}
# The database of a dataset, and that of what a build reads, until the dataset is whole.
DATABASE, READ = "arms_transfers.duckdb", "read.duckdb"
