"""Storing: checked rows into a DuckDB file and one Parquet a table, put in place whole."""

from etl.store.dataset import DATABASE, Dataset
from etl.store.last import Content, LastDataset
from etl.store.swap import OutputError, replacing

__all__ = ["DATABASE", "Content", "Dataset", "LastDataset", "OutputError", "replacing"]
