"""Sites for the tests: one of real extractions, and one whose every text tries to be markup or code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import etl
from etl.store import DATABASE
from tests import fake

SEEDS = Path(etl.__file__).parents[1] / "seeds"
HOSTILE = """</script><script>alert(1)</script><img src=x onerror=alert(1)>'"\\');site.data("x"\u2028{{7*7}}"""


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the dataset of the seeds, some of which report one deal."""
    output = tmp_path_factory.mktemp("real") / "out"
    etl.build([SEEDS], output)
    return output


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dataset of documents that are hostile in all that people write into them."""
    documents = tmp_path_factory.mktemp("hostile")
    quoted = json.dumps(HOSTILE)
    head = f"---\ntitle: {quoted}\npublisher: {quoted}\nurl: javascript:alert(1)\n---\n\n"
    (documents / "a.txt").write_text(f"{head}{HOSTILE} \U0001f680 {fake.sentence()} {fake.sentence(7, to='QQQ')}")
    (documents / "<img src=x onerror=alert(1)>.txt").write_text("Please raise.")
    etl.build([documents], documents.parent / "hostile-out", extractor=fake.extract, workers=1)
    return documents.parent / "hostile-out"


@pytest.fixture
def database(real: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(real / DATABASE), read_only=True) as connection:
        yield connection
