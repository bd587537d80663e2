"""Fetches pages from the web into a folder that a build reads. The only part of the software that uses a network."""

from __future__ import annotations

from etl.fetch.run import fetch
from etl.fetch.types import FetchError, FetchResult, Line, Outcome, Settings

__all__ = ["FetchError", "FetchResult", "Line", "Outcome", "Settings", "fetch"]
