"""Storing: checked rows into a DuckDB file and one Parquet a table, put in place whole."""

from etl.store.dataset import Dataset
from etl.store.last import Kept, LastDataset
from etl.store.swap import OutputError, replacing
from etl.store.tables import DATABASE

__all__ = ["DATABASE", "Dataset", "Kept", "LastDataset", "OutputError", "replacing"]
