"""Has the partitions of a build read by a cluster, whatever becomes of its workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from etl.cluster.errors import ClusterError
from etl.cluster.partitions import Partition
from etl.cluster.work import Done, Job, UnlikeHere, read_partition, write
from etl.reading import not_had

if TYPE_CHECKING:
    from distributed import Client, Future

# Partitions that the scheduler knows of at once: enough for it to see how many workers it could use.
_KNOWN = 2000
_GOES_ON = "What was read is kept: the same command goes on from there."


class Schedule:
    """The partitions of a build and what came of each, while a cluster reads them."""

    def __init__(self, client: Client, job: Job, told: Callable[[int, int], None]) -> None:
        self._client = client
        self._job = job
        self._how = f"{job.version} {sorted(job.options.columns.items())}"
        self._told = told
        self._open: dict[str, Partition] = {}
        # By its place the key of each partition that is read, and where the stretches of its file begin.
        self._read: dict[int, tuple[str, int | None]] = {}
        # Where the stretches of files begin that turned out to be damaged, and are read whole.
        self._damaged: set[int | None] = set()
        # Partitions on which a worker ended while it had others too: dask blames all of them.
        self._blamed: deque[Partition] = deque()

    def run(self, partitions: Iterable[Partition]) -> list[str]:
        """The keys of all partitions in their order, once all are read.

        Raises ``ClusterError`` where the cluster ends before, or cannot do it.
        """
        from distributed import as_completed

        coming = iter(partitions)
        running = as_completed([self._begun(partition) for partition in islice(coming, _KNOWN)], loop=self._client.loop)
        for future in running:
            whole = self._take(self._open.pop(str(future.key)), future)
            for partition in (*whole, *islice(coming, max(0, _KNOWN - len(self._open)))):
                running.add(self._begun(partition))
        while self._blamed:
            future = self._begun(self._blamed.popleft(), alone=True)
            self._blamed += self._take(self._open.pop(str(future.key)), future, alone=True)
        return [key for _, (key, _) in sorted(self._read.items())]

    def _begun(self, partition: Partition, alone: bool = False) -> Future[Done]:
        key = partition.key(self._how)
        name = f"read {'alone ' if alone else ''}{partition.number} {key}"
        self._open[name] = partition
        return self._client.submit(read_partition, partition, key, self._job, key=name, pure=False, retries=1)

    def _take(self, partition: Partition, future: Future[Done], alone: bool = False) -> list[Partition]:
        """Notes what came of a partition; gives what has to be read in its stead."""
        begins = None if partition.stretch is None else partition.first
        if begins in self._damaged:
            return []
        key = partition.key(self._how)
        try:
            done = _done(future)
        except _Failed as failed:
            if failed.killed and not alone:
                self._blamed.append(partition)
                return []
            # By another key, so that a build that goes on from here tries it again.
            key = f"{key}-failed"
            done = self._write_failed(partition, str(failed), key)
        if not done.damaged:
            self._read[partition.number] = key, begins
            self._told(done.documents, partition.size)
            return []
        self._damaged.add(begins)
        self._read = {number: one for number, one in self._read.items() if one[1] != begins}
        return [partition.whole()]

    def _write_failed(self, partition: Partition, problem: str, key: str) -> Done:
        return write(map(not_had, partition.failed(problem)), Path(self._job.folder) / key)


class _Failed(Exception):
    """No worker could read a partition; the message is a sentence. ``killed`` says that workers ended meanwhile."""

    def __init__(self, said: str, killed: bool = False) -> None:
        super().__init__(said)
        self.killed = killed


def _done(future: Future[Done]) -> Done:
    """What came of a partition. Raises ``ClusterError`` where nothing comes of any, and ``_Failed``."""
    from distributed import CancelledError, KilledWorker

    try:
        return future.result()
    except UnlikeHere as fault:
        raise ClusterError(f"A worker cannot take part: {fault}. {_GOES_ON}") from fault
    except ImportError as fault:
        raise ClusterError(f"A worker lacks software ({fault}); install the same as here. {_GOES_ON}") from fault
    except (CancelledError, OSError) as fault:
        said = " ".join(str(fault).split())[:200] or type(fault).__name__
        raise ClusterError(f"The cluster did not come to the end ({said}). {_GOES_ON}") from fault
    except KilledWorker as fault:
        raise _Failed("The workers that read it were ended one after another.", killed=True) from fault
    except Exception as error:
        said = " ".join(str(error).split())[:200].rstrip(".")
        raise _Failed(f"A worker could not read it ({type(error).__name__}: {said}).") from error
