"""The names of what can read the documents of a build (``etl.run``)."""

from __future__ import annotations

from enum import StrEnum


class Engine(StrEnum):
    """What reads the documents: processes on this machine, or the workers of a cluster of dask."""

    PROCESSES = "processes"
    DASK = "dask"
