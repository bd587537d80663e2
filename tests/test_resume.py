"""A build that is killed at any moment is gone on with by the next one, and comes to the same bytes."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import etl
from tests import fake
from tests.folders import contents

ROOT = Path(etl.__file__).parents[1]
# Small batches, and an extractor that tells of each document before it reads it.
SCRIPT = """
import importlib, sys
from tests import fake
build = importlib.import_module("etl.build")
importlib.import_module("etl.batches").BATCH = 3

def told(document):
    print(document.path, flush=True)
    return fake.extract(document)

told.version = "told"
build.build([sys.argv[1]], sys.argv[2], extractor=told, workers=1)
"""


def run(documents: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SCRIPT, str(documents), str(output)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)


def test_killed_at_ten_moments_and_resumed(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    for number in range(60):
        (documents / f"{number:02}.txt").write_text(f"Story {number}. {fake.sentence(number + 1)}\n")
    moments = random.Random(11)
    read: list[int] = []
    for _ in range(10):
        running = run(documents, tmp_path / "out")
        assert running.stdout is not None
        lines = 0
        for _ in range(moments.randint(0, 9)):
            lines += bool(running.stdout.readline())
        time.sleep(moments.random() / 50)
        running.kill()
        rest = running.communicate()[0]
        read.append(lines + rest.count(b"\n"))
    assert run(documents, tmp_path / "out").communicate()[0].count(b"\n") < 60
    run(documents, tmp_path / "whole").communicate()
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    # Whole batches of three were kept at each kill, so that less than each run's last batch was read twice.
    assert sum(read) < 60 + 10 * 3
