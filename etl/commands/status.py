"""What a command's exit status says. The one place that defines it; ``--help`` and docs/command-line.md repeat it."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """The exit status of every command."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    STOPPED = 130

    @property
    def meaning(self) -> str:
        """In plain words what it says."""
        return _MEANINGS[self]


_MEANINGS = {
    Status.DONE: "done",
    Status.FAILED: "something failed: nothing could be read, a query is no good, build --strict refused a document or a"
    " row, doctor found something wrong",
    Status.USAGE: "the command line cannot be meant: an unknown option, a file, folder or dataset that is not there",
    Status.STOPPED: "stopped from the keyboard",
}


def status_of(error: Exception) -> Status:
    """The status that a command ends with for an error: ``USAGE`` where what the user named is not there."""
    from etl.ask import NoDatasetError
    from etl.cluster.errors import NoClusterError
    from etl.sources import SourceError

    absent = isinstance(error, SourceError | NoDatasetError | NoClusterError) or isinstance(
        error.__cause__, FileNotFoundError
    )
    return Status.USAGE if absent else Status.FAILED
