"""Fits the weights of record linkage and measures it on story clusters, whose gold says which deals are one.

    .venv/bin/python benchmarks/linkage.py            measure, print the table of docs/consolidation.md
    .venv/bin/python benchmarks/linkage.py --write    fit, write weights.csv, measure, and put the table into the page

Weights are fitted on ``tests/clusters`` and ``tests/clusters_practice``, on their rows as the gold has them and as the
extractor makes them. ``tests/clusters_unseen`` is only measured. Each level's shares (m, u) are what was counted, with
the prior of ``weights.csv`` as if it had been seen in ``PRIOR_PAIRS`` pairs: there are too few pairs to do without.
The same documents give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import duckdb
import yaml
from scored import ROOT, load_score, replace_section

WEIGHTS = ROOT / "etl" / "consolidate" / "weights.csv"
PAGE = ROOT / "docs" / "consolidation.md"
BEGIN, END = "<!-- linkage: written by benchmarks/linkage.py -->", "<!-- end of linkage -->"
FITTED, HELD_OUT = ("clusters", "clusters_practice"), "clusters_unseen"
PRIOR_PAIRS = 1000

World = tuple[str, str]


def extracted(folder: Path, output: Path) -> Path:
    """A dataset of what the extractor makes of the documents."""
    from etl.build import build

    return build([str(path) for path in sorted(folder.glob("*/*.txt"))], output).database


def as_gold(folder: Path, output: Path) -> Path:
    """A dataset whose reported rows are the gold's, as if extraction had made no fault."""
    from etl.consolidate import consolidate
    from etl.store.ddl import statements
    from schemas import TABLES

    output.mkdir()
    path = output / "arms_transfers.duckdb"
    with duckdb.connect(str(path)) as connection:
        for statement in (statement for table in TABLES for statement in statements(table)):
            connection.execute(statement)
        for gold in sorted(folder.glob("*/*.gold.json")):
            _store_gold(connection, gold)
        consolidate(connection)
    return path


def _store_gold(connection: duckdb.DuckDBPyConnection, gold: Path) -> None:
    document = f"{gold.parent.name}/{gold.name.removesuffix('.gold.json')}"
    head = yaml.safe_load(gold.with_name(f"{Path(document).name}.txt").read_text(encoding="utf-8").split("---")[1])
    published = str(head["published"]) if head.get("published") else None
    row = {"document_id": document, "path": f"{document}.txt", "publisher": head.get("publisher")}
    _insert(connection, "documents", {**row, "published": published, "outcome": "transfers"})
    words = {"document_id": document, "evidence": "x", "start": 0, "end": 1, "confidence": 1.0}
    number = 0
    for deal in json.loads(gold.read_text(encoding="utf-8"))["deals"]:
        deal_id = f"{document}-{deal['key']}"
        row = {key: deal[key] for key in ("stage", "arrangement", "agreed")}
        row["part_of"] = deal["part_of"] and f"{document}-{deal['part_of']}"
        for value in deal["values"][:1]:
            row |= {f"value_{key}": value[key] for key in ("amount", "high", "currency")}
            row["value_bound"] = value["bound"] or "exact"
            row["value_usd"] = value["amount"] if value["currency"] == "USD" else None
        _insert(connection, "reported_deals", {"deal_id": deal_id, **row, **words})
        for item in deal["items"]:
            number += 1
            _store_item(connection, f"{document}-t{number}", deal_id, deal["stage"], item, words)


def _store_item(
    connection: duckdb.DuckDBPyConnection,
    transfer_id: str,
    deal_id: str,
    stage: str,
    item: dict[str, Any],
    words: dict[str, Any],
) -> None:
    row = {key: item[key] for key in ("weapon", "category", "quantity", "quantity_high", "delivered")}
    row |= {key: item[key] for key in ("delivery_from", "delivery_to")}
    row["designation"] = next(iter(item["designations"]), None)
    if item["quantity"] is not None:
        row |= {"quantity_bound": item["bound"], "quantity_unit": item["unit"] or "unit"}
    for role in ("supplier", "recipient"):
        parties = item[f"{role}s"]
        row[role] = parties[0] if len(parties) == 1 else None
        for party in parties:
            _insert(connection, "parties", {"transfer_id": transfer_id, "role": role, "code": party})
    row = {"transfer_id": transfer_id, "deal_id": deal_id, **row, "stage": item["stage"] or stage}
    _insert(connection, "reported_transfers", row | words)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    connection.execute(f"insert into {table} ({names}) values ({marks})", list(row.values()))


def worlds(database: Path, folder: Path, score: Any) -> dict[str, World]:
    """Story and deal in the world of each reported deal that pairs with one of the gold."""
    with duckdb.connect(str(database), read_only=True) as connection:
        made = score.read_dataset(connection, True)
    found: dict[str, World] = {}
    for document, golds in score.read_gold(folder, None, True).items():
        world = {gold["deal"]: (document.split("/")[0], gold["world"]) for gold in golds}
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        rows = made.get(document, [])
        for i, j in score.pair(rows, golds):
            votes[rows[i]["deal"]][golds[j]["deal"]] += 1
        found |= {deal: world[count.most_common(1)[0][0]] for deal, count in votes.items()}
    return found


def counted(database: Path, known: dict[str, World]) -> dict[bool, Counter[tuple[str, str]]]:
    """How many pairs of reports of one deal (True) and of two (False) each level of each comparison has.

    The line items of two reports are compared where they are most alike. The key ("", "") has the pairs.
    """
    from etl.consolidate.linkage import compare, comparisons, level_of
    from etl.consolidate.world import prepare

    with duckdb.connect() as connection:
        connection.execute(f"attach '{database}' as dataset (read_only)")
        for table in ("documents", "reported_deals", "reported_transfers", "parties"):
            connection.execute(f"create table {table} as from dataset.{table} order by rowid")
        prepare(connection)
        compare(connection, "compared")
        names = [row[0] for row in connection.execute("describe reports").fetchall()]
        sides = ", ".join(f"{side}.{name} as {name}_{side}" for side in "lr" for name in names)
        pairs = connection.execute(
            f"with p as (select weight, {sides} from compared"
            " join reports l on l.place = one join reports r on r.place = other)"
            f" select deal_id_l, deal_id_r, {', '.join(map(level_of, comparisons()))} from p qualify row_number() over"
            " (partition by least(deal_id_l, deal_id_r), greatest(deal_id_l, deal_id_r)"
            " order by weight desc, place_l, place_r) = 1"
        ).fetchall()
    counts: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    for one, other, *levels in pairs:
        if one in known and other in known:
            counts[known[one] == known[other]].update([("", ""), *zip(comparisons(), levels, strict=True)])
    return counts


def fit(counts: dict[bool, Counter[tuple[str, str]]]) -> str:
    """The text of weights.csv with m and u fitted to the counts."""
    with WEIGHTS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    lines = ["comparison,level,prior_m,prior_u,m,u"]
    for row in rows:
        key = (row["comparison"], row["level"])
        shares = []
        for prior, one_deal in (("prior_m", True), ("prior_u", False)):
            whole = sum(float(other[prior]) for other in rows if other["comparison"] == key[0])
            seen = counts[one_deal][key] + PRIOR_PAIRS * float(row[prior]) / whole
            shares.append(f"{seen / (counts[one_deal]['', ''] + PRIOR_PAIRS):.5f}")
        lines.append(",".join([*key, row["prior_m"], row["prior_u"], *shares]))
    return "\n".join(lines) + "\n"


def write_weights(text: str) -> None:
    """Writes weights.csv; linkage reads it anew."""
    from etl.consolidate.linkage import weights

    WEIGHTS.write_text(text, encoding="utf-8")
    weights.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="fit the weights and write them and the page")
    write = parser.parse_args().write
    score = load_score()
    lines = [
        "| stories | rows | reports | pairs that are one | precision | recall |",
        "|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as temporary:
        if write:
            # Which line items are most alike is asked of the prior, so that fitting again gives the same.
            write_weights(fit({True: Counter(), False: Counter()}))
            counts: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
            for name in FITTED:
                folder = ROOT / "tests" / name
                made = extracted(folder, Path(temporary) / f"a-{name}")
                for database in (made, as_gold(folder, Path(temporary) / f"b-{name}")):
                    for one_deal, count in counted(database, worlds(database, folder, score)).items():
                        counts[one_deal].update(count)
            write_weights(fit(counts))
        for name in (*FITTED, HELD_OUT):
            folder = ROOT / "tests" / name
            for rows, database in (
                ("extracted", extracted(folder, Path(temporary) / f"c-{name}")),
                ("as the gold has them", as_gold(folder, Path(temporary) / f"d-{name}")),
            ):
                with duckdb.connect(str(database), read_only=True) as connection:
                    result, _ = score.score_clusters(
                        score.read_dataset(connection, True),
                        score.read_gold(folder, None, True),
                        score.read_consolidated(connection),
                    )
                pairs = result["pairs"]
                lines.append(
                    f"| tests/{name} | {rows} | {result['reported_deals']} | {pairs['tp'] + pairs['fn']} |"
                    f" {pairs['precision']:.3f} | {pairs['recall']:.3f} |"
                )
    section = "\n".join(lines)
    print(section)
    if write:
        replace_section(PAGE, BEGIN, END, section)


if __name__ == "__main__":
    main()
