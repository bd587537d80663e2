"""What consolidation found in the last build, kept in a file beside the dataset: the next one compares what changed.

It is no part of the dataset: without it all is compared again, with the same result.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl.consolidate.clusters import Key, Number, Pairs
from etl.consolidate.linking import Families, Linked
from etl.consolidate.numbers import Numbers, columns, numbers
from etl.queries import queries_of
from etl.store.copied import Copied
from etl.store.lengths import Lengths
from etl.version import version_of_consolidation

query = queries_of(__package__)

NAME = "linkage.npz"
# Of fewer reported deals all is done again in no time; of more, the pairs would take more room than the dataset.
FEWEST, MOST = 2_000, 400_000
# What the names of ``Known.lengths`` begin with in the file.
_LENGTHS = "lengths: "
# Where a larger share of documents came, went or changed, to do all again is quicker.
SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Known:
    """What was found, by the numbers that documents, reported deals and line items had in the last build.

    ``wholes`` are the reported deals that one is part of, -1 for none; ``lines`` the clusters of line items and
    ``lengths`` how many rows of the consolidated tables each deal and each line item has, none where corrections
    changed them; ``families`` are those of all designations.
    """

    documents: Key
    document_of_deal: Number
    deal_of_line: Number
    wholes: Number
    linked: Linked
    lines: Number
    lengths: dict[str, Lengths]
    families: Families


@dataclass(frozen=True, slots=True)
class Renumbered:
    """For each row of the last build the number that it has now, -1 where it is gone, and which rows are new."""

    now: Number
    new: NDArray[np.bool_]

    @classmethod
    def of(cls, kept_then: NDArray[np.bool_], kept_now: NDArray[np.bool_]) -> Renumbered:
        """From which rows of the last build are kept, and which rows of today those are: they keep their order."""
        now = np.full(len(kept_then), -1, np.int32)
        now[kept_then] = np.flatnonzero(kept_now)
        return cls(now, ~kept_now)


@dataclass(frozen=True, slots=True)
class Changes:
    """What the last build found, and what has changed since."""

    known: Known
    numbers: Numbers
    wholes: Number
    deals: Renumbered
    lines: Renumbered

    @property
    def fused(self) -> bool:
        """Whether the rows of deals that did not change can be taken over."""
        return len(self.known.lines) == len(self.known.deal_of_line)


class Memory:
    """The file of the last build, and what of its documents is read anew.

    ``dataset`` is a name for the last dataset that no other has, None where there is none; ``read`` has the identifiers
    of documents whose rows are not those of the last build.
    ``copied`` says which rows of the consolidated tables are those of the last dataset, once they are filled.
    """

    def __init__(self, folder: Path, dataset: str | None, read: Collection[str]) -> None:
        self.last = dataset
        self._path = folder / NAME
        self._read = read
        self._made: dict[str, object] = {}
        self.copied: dict[str, Copied] = {}

    def keeps(self, deals: int) -> bool:
        """Whether what is found of so many reported deals is kept."""
        return FEWEST <= deals <= MOST

    def changes(self, connection: duckdb.DuckDBPyConnection) -> Changes | None:
        """What changed since the last build; None where it left nothing, or another version did, or much
        changed."""
        known = None if self.last is None else _load(self._path, self._version(self.last))
        if known is None:
            return None
        now = numbers(connection)
        connection.register("read_anew", pa.table({"document_id": pa.array(sorted(self._read), pa.string())}))
        asked = "select document_id in (from read_anew) as new from publications order by document"
        kept_now = ~columns(connection, asked)["new"].astype(np.bool_)
        connection.unregister("read_anew")
        kept_then = np.isin(known.documents, now.document_key[kept_now])
        if not np.array_equal(known.documents[kept_then], now.document_key[kept_now]):
            return None
        if (~kept_then).sum() + (~kept_now).sum() > SHARE * len(kept_now):
            return None
        deals = Renumbered.of(kept_then[known.document_of_deal], kept_now[now.document_of_deal])
        document_of_line = known.document_of_deal[known.deal_of_line]
        lines = Renumbered.of(kept_then[document_of_line], kept_now[now.document_of_line])
        return Changes(known, now, wholes_of(connection, len(now.deal_key)), deals, lines)

    def write(
        self,
        connection: duckdb.DuckDBPyConnection,
        linked: Linked,
        lines: Number | None,
        lengths: Mapping[str, Lengths],
        families: Families,
    ) -> None:
        """Keeps what was found until ``settle`` says for which dataset; ``lines`` is None where they are corrected."""
        found = numbers(connection)
        if not self.keeps(len(found.deal_key)):
            return
        self._made = {
            "documents": found.document_key,
            "document_of_deal": found.document_of_deal,
            "deal_of_line": found.deal_of_line,
            "wholes": wholes_of(connection, len(found.deal_key)),
            "deals": np.stack(linked.deals),
            "blocks": linked.blocks,
            "one": linked.pairs.one,
            "other": linked.pairs.other,
            "weight": linked.pairs.weight,
            "lines": np.zeros(0, np.int32) if lines is None else lines,
            "families": np.array(json.dumps(families)),
            **{f"{_LENGTHS}{name}": of_rows for name, of_rows in lengths.items()},
        }

    def settle(self, dataset: str) -> None:
        """Writes what was found of ``dataset``; removes what there is of another where there is nothing to write."""
        if not self._made:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(exist_ok=True)
        whole = self._path.with_suffix(".new.npz")
        np.savez(whole, version=np.array(self._version(dataset)), **self._made)  # type: ignore[arg-type]
        whole.replace(self._path)

    @staticmethod
    def _version(dataset: str) -> str:
        return f"{version_of_consolidation()} {dataset}"


def wholes_of(connection: duckdb.DuckDBPyConnection, deals: int) -> Number:
    """For each reported deal the number of the one that it is part of, or -1."""
    wholes = np.full(deals, -1, np.int32)
    found = columns(connection, query("wholes"))
    wholes[found["number"]] = found["whole"]
    return wholes


def _load(path: Path, version: str) -> Known | None:
    if not path.is_file():
        return None
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["version"]) != version:
                return None
            linked = Linked(list(kept["deals"]), kept["blocks"], Pairs(kept["one"], kept["other"], kept["weight"]))
            return Known(
                documents=kept["documents"],
                document_of_deal=kept["document_of_deal"],
                deal_of_line=kept["deal_of_line"],
                wholes=kept["wholes"],
                linked=linked,
                lines=kept["lines"],
                families=json.loads(str(kept["families"])),
                lengths={name.removeprefix(_LENGTHS): kept[name] for name in kept.files if name.startswith(_LENGTHS)},
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        # Whatever is there is nothing that a build left whole.
        return None
