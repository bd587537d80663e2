"""Why a build on a cluster comes to nothing."""

from __future__ import annotations


class ClusterError(RuntimeError):
    """The cluster cannot do the work, or did not come to the end; the message is a sentence for the user."""


class NoClusterError(ClusterError):
    """The user asked for a cluster that is not there, or for one without the library that it takes."""
