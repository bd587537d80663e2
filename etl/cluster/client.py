"""The cluster that a build runs on: the one that the user names, or workers on this machine."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.cluster.errors import NoClusterError
from etl.pool import processors

if TYPE_CHECKING:
    from distributed import Client

_LACKING = (
    "The engine dask takes the library distributed, which is not installed here. Install it with:"
    " pip install 'arms-transfers[cluster]'"
)
_PATIENCE = 30  # seconds that a scheduler may take to answer


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the workers are: those of the ``scheduler`` at an address ("tcp://10.0.0.1:8786"), or else ``workers``
    processes on this machine, as many as there are processors where that is None."""

    scheduler: str | None = None
    workers: int | None = None


@contextlib.contextmanager
def connected(connection: Connection) -> Iterator[Client]:
    """A client of the cluster. Workers on this machine are started for it and end with it.

    Raises ``NoClusterError`` where the library is not installed, or nobody answers at the address.
    """
    try:
        from dask import config
        from distributed import Client, LocalCluster
    except ImportError as lack:
        raise NoClusterError(_LACKING) from lack
    if connection.scheduler is not None:
        try:
            client = Client(connection.scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as fault:
            said = f"No scheduler of dask answers at {connection.scheduler} ({' '.join(str(fault).split())[:200]})."
            raise NoClusterError(said) from fault
        with client:
            yield client
        return
    # Nobody looks at what the workers do: to watch them takes a part of the time that reading does.
    unwatched = {"distributed.worker.profile.enabled": False, "distributed.admin.system-monitor.interval": "5s"}
    with (
        config.set(unwatched),
        LocalCluster(
            n_workers=connection.workers or processors(),
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            # What is read is told by the documents and never held by a worker: there is nothing to spill or to limit.
            memory_limit=0,
            silence_logs=logging.CRITICAL,
            # Without keys, whoever else is on the machine could have the workers run his code.
            security=True,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client
