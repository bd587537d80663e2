"""The server answers this machine alone, with files of the dataset alone, and ends when it is told."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

import etl
from etl.site.server import PortError, address, server
from etl.sources import SourceError


@pytest.fixture
def running(real: Path) -> Iterator[ThreadingHTTPServer]:
    with server(real) as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def answer(running: ThreadingHTTPServer, path: str, **headers: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", running.server_port)
    connection.request("GET", path, headers=headers)
    found = connection.getresponse()
    found.content = found.read()  # type: ignore[attr-defined]
    connection.close()
    return found


def test_it_is_bound_to_this_machine_alone(running: ThreadingHTTPServer) -> None:
    assert running.server_address[0] == "127.0.0.1"
    assert address(running) == f"http://127.0.0.1:{running.server_port}/site/index.html"


@pytest.mark.parametrize("path", ["/site/index.html", "/site/", "/site/data/site.js?v=1", "/arms_transfers.csv"])
def test_it_answers_with_files(running: ThreadingHTTPServer, path: str) -> None:
    found = answer(running, path)
    assert found.status == 200
    assert found.getheader("X-Content-Type-Options") == "nosniff"


@pytest.mark.parametrize("path", ["/", "/site"])
def test_it_leads_to_the_pages(running: ThreadingHTTPServer, path: str) -> None:
    assert (answer(running, path).status, answer(running, path).getheader("Location")) == (302, "/site/index.html")


@pytest.mark.parametrize("path", ["/site/data/", "/../secret", "/site/../../secret", "/%2e%2e/secret", "/absent"])
def test_it_lists_nothing_and_leaves_the_folder_for_nothing(
    running: ThreadingHTTPServer, real: Path, path: str
) -> None:
    (real.parent / "secret").write_text("secret")
    assert answer(running, path).status == 404


def test_it_answers_no_page_of_another_host(running: ThreadingHTTPServer) -> None:
    found = answer(running, "/site/index.html", Host=f"evil.example:{running.server_port}")
    assert found.status == 421
    assert b"Overview" not in found.content  # type: ignore[attr-defined]


def test_a_port_that_is_taken_is_said(running: ThreadingHTTPServer, real: Path) -> None:
    with pytest.raises(PortError, match=rf"Port {running.server_port} cannot be had: .*--port"):
        server(real, running.server_port)


def test_a_folder_without_pages_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There are no pages in"):
        server(tmp_path)


def test_the_command_says_where_and_ends_cleanly(real: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "etl.cli", "serve", "--output", str(real), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(etl.__file__).parents[1],
        # A run of the tests in the background has Ctrl-C ignored, and its children too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert run.stdout is not None
    assert run.stdout.readline().startswith("http://127.0.0.1:")
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert (run.returncode, errors.strip()) == (0, "")
