"""A build on a cluster: the same bytes as on one machine, and Parquet in parts, whatever becomes of its workers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import dask
import duckdb
import pytest
from click.testing import Result
from distributed import LocalCluster
from typer.testing import CliRunner

import etl
from etl import version
from etl.build import BuildResult, Progress
from etl.cli import app
from etl.cluster import client, partitions, schedule
from etl.cluster.errors import ClusterError, NoClusterError
from etl.doctor import examine
from etl.store import OutputError
from etl.store.tables import OF_DOCUMENTS
from schemas.vocabulary import Outcome
from tests import fake
from tests.cluster import archive


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """Two workers on ports that nobody else has, which tell each other that one was killed once only."""
    os.environ["KILLED"] = str(tmp_path_factory.mktemp("killed") / "one")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            memory_limit=0,
        ) as two,
    ):
        yield two
    del os.environ["KILLED"]


@pytest.fixture(autouse=True, scope="module")
def small_partitions() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(partitions, "_ROWS", 50)
        patch.setattr(partitions, "_CUT", 2000)
        patch.setattr(partitions, "_FILES", 3)
        yield


def build(cluster: LocalCluster, folder: Path, output: Path, **more: object) -> BuildResult:
    more = {"extractor": fake.extract, "downloads": False, **more}
    return etl.build([folder], output, engine="dask", scheduler=cluster.scheduler_address, **more)


def contents(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.iterdir() if path.is_file()}


def ask(output: Path, sql: str) -> list[tuple]:
    with duckdb.connect(str(output / "arms_transfers.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def articles(folder: Path, number: int, **others: str) -> Path:
    """A folder with a file of so many articles, some of which are others."""
    folder.mkdir()
    words: list[str | None] = [f"{at}. {fake.sentence(at + 1)}" for at in range(number)]
    for at, text in others.items():
        words[int(at.removeprefix("at_"))] = text
    archive.write_table(folder / "a.parquet", words)
    return folder


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("given") / "archive"
    archive.write_archive(folder)
    return folder


@pytest.fixture(scope="module")
def ordinary(given: Path) -> tuple[Path, BuildResult]:
    """The archive, built by two processes."""
    output = given.parent / "ordinary"
    return output, etl.build([given], output, extractor=fake.extract, workers=2)


@pytest.fixture(scope="module")
def dasks(cluster: LocalCluster, given: Path, small_partitions: None) -> tuple[Path, BuildResult, list[Progress]]:
    """The archive, built on the cluster, and what was told of its progress."""
    told: list[Progress] = []
    output = given.parent / "dasks"
    return output, build(cluster, given, output, downloads=True, progress=told.append), told


def test_the_same_bytes(ordinary: tuple[Path, BuildResult], dasks: tuple[Path, BuildResult, list[Progress]]) -> None:
    (output, expected), (here, result, told) = ordinary, dasks
    assert {outcome for outcome, number in expected.outcomes.items() if number} == set(Outcome)
    assert expected.copies > 0 and expected.rejected > 0
    assert contents(here) == contents(output)
    assert replace(result, output=output, database=expected.database) == expected
    assert told[-1].documents == result.documents
    assert [path.name for path in here.parent.iterdir() if path.name.startswith(".")] == []


def test_parts_have_the_rows_of_documents(
    ordinary: tuple[Path, BuildResult], dasks: tuple[Path, BuildResult, list[Progress]]
) -> None:
    parts = dasks[0] / "parts"
    assert {path.name for path in parts.iterdir()} == set(OF_DOCUMENTS)
    assert len(list((parts / "documents").iterdir())) > 8
    for table in OF_DOCUMENTS:
        reported = "where transfer_id not like 'T-%'" if table in ("deliveries", "parties") else ""
        here = duckdb.sql(f"from '{parts / table}/*.parquet'").fetchall()
        assert here and here == ask(ordinary[0], f"from {table} {reported}")


def test_the_doctor_knows_parts(dasks: tuple[Path, BuildResult, list[Progress]]) -> None:
    assert examine(dasks[0]).problems == ()


def test_a_worker_that_is_killed_costs_nothing(cluster: LocalCluster, tmp_path: Path) -> None:
    folder = articles(tmp_path / "given", 100, at_45="Told to kill.")
    build(cluster, folder, tmp_path / "out", extractor=archive.kill_once)
    assert Path(os.environ["KILLED"]).exists()
    etl.build([folder], tmp_path / "ordinary", extractor=archive.kill_once, workers=1, downloads=False)
    assert contents(tmp_path / "out") == contents(tmp_path / "ordinary")


def test_a_partition_that_kills_every_worker_costs_no_other(cluster: LocalCluster, tmp_path: Path) -> None:
    folder = articles(tmp_path / "given", 90, at_70="Told to kill.")
    result = build(cluster, folder, tmp_path / "out", extractor=archive.kill)
    failed = ask(tmp_path / "out", "select path, problem from documents where outcome = 'failed'")
    said = "Rows 41 to 90 are missing: The workers that read it were ended one after another."
    assert failed == [("a.parquet#41-90", said)]
    assert (result.documents, result.accepted["reported_transfers"]) == (41, 40)


def test_a_build_that_was_stopped_is_gone_on_with(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = articles(tmp_path / "given", 150)
    monkeypatch.setattr(schedule, "_KNOWN", 1)
    seen: list[dict[str, int]] = []

    def look(progress: Progress) -> None:
        seen.append({path.name: path.stat().st_ino for path in tmp_path.glob(".out.building-*/read/[0-9a-f]*")})

    def stop(progress: Progress) -> None:
        look(progress)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(cluster, folder, tmp_path / "out", progress=stop)
    build(cluster, folder, tmp_path / "out", progress=look)
    assert len(seen[2]) >= 3 and seen[2].items() <= seen[3].items()
    assert len(seen[-1]) > len(seen[2])
    etl.build([folder], tmp_path / "ordinary", extractor=fake.extract, workers=1, downloads=False)
    assert contents(tmp_path / "out") == contents(tmp_path / "ordinary")


def test_a_build_by_processes_takes_over_and_leaves_no_parts(
    dasks: tuple[Path, BuildResult, list[Progress]], given: Path, tmp_path: Path
) -> None:
    output, first, _ = dasks
    shutil.copytree(output, tmp_path / "out")
    result = etl.build([given], tmp_path / "out", extractor=fake.extract, workers=2)
    assert result.unchanged > 0.8 * first.read
    assert contents(tmp_path / "out") == contents(output) and not (tmp_path / "out" / "parts").exists()


def test_nothing_but_pictures_is_a_dataset_without_documents(cluster: LocalCluster, tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "logo.png").write_bytes(b"\x89PNG")
    result = build(cluster, tmp_path / "given", tmp_path / "out")
    assert (result.documents, result.passed_over["picture"]) == (0, 1)
    assert examine(tmp_path / "out").problems == ()


def test_a_file_in_the_parts_that_no_build_made_is_not_lost(cluster: LocalCluster, given: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "parts" / "texts").mkdir(parents=True)
    (tmp_path / "out" / "parts" / "texts" / "thesis.doc").write_text("years of work")
    with pytest.raises(OutputError, match=r"parts/texts/thesis\.doc"):
        build(cluster, given, tmp_path / "out")


def test_workers_with_other_software_are_refused(
    cluster: LocalCluster, given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version, "_software", lambda: "other")
    with pytest.raises(ClusterError, match="another version of the software"):
        build(cluster, given, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_scheduler_that_is_not_there_is_said(given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_PATIENCE", 1)
    with pytest.raises(NoClusterError, match=r"No scheduler of dask answers at tcp://127\.0\.0\.1:9"):
        etl.build([given], tmp_path / "out", engine="dask", scheduler="tcp://127.0.0.1:9")


def command(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_without_dask_the_command_says_what_to_install(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = command("build", given, "--output", tmp_path / "out", "--engine", "dask")
    assert done.exit_code == 2
    assert "pip install 'arms-transfers[cluster]'" in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--scheduler", "tcp://127.0.0.1:9"], "--engine dask"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "--workers", "2"], "--workers"),
        (["--engine", "spark"], "dask"),
    ],
)
def test_options_that_do_not_go_together_are_refused(given: Path, options: list[str], said: str) -> None:
    done = command("build", given, *options)
    assert done.exit_code == 2 and said in done.stderr


def test_the_command_starts_workers_of_its_own(tmp_path: Path) -> None:
    text = "Norway has ordered 12 K9 howitzers from South Korea for $90 million."
    rows: list[str | None] = [text, *(f"Nothing was sold on day {at}." for at in range(9))]
    archive.write_table(tmp_path / "a.parquet", rows, text="body")
    words = ["build", str(tmp_path / "a.parquet"), "--columns", "text=body", "--json", "--no-downloads"]
    words += ["--output", str(tmp_path / "out"), "--engine", "dask", "--workers", "1"]
    root = Path(etl.__file__).parents[1]
    done = subprocess.run([sys.executable, "-m", "etl.cli", *words], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["rows"]["accepted"]["reported_transfers"] == 1
    etl.build(tmp_path / "a.parquet", tmp_path / "ordinary", columns={"text": "body"}, downloads=False)
    assert contents(tmp_path / "out") == contents(tmp_path / "ordinary")
