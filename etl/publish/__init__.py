"""A finished dataset as files for those who run no program: Parquet, CSV, Excel, and what describes them."""

from etl.publish.downloads import DOWNLOADS, publish

__all__ = ["DOWNLOADS", "publish"]
