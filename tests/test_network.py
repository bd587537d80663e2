"""Nothing but ``fetch``, and a build on a cluster that the user asks for, uses a network: no other part imports what
could, and all work where there is none."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_ALLOWED = _ROOT / "etl" / "fetch"
# Dask connects its workers: those that it starts on this machine, or those of the scheduler that the user names.
_ALLOWED_DASK = _ROOT / "etl" / "cluster"
# It answers browsers of this machine, and asks nobody.
_SERVER = _ROOT / "etl" / "site" / "server.py"
# What opens connections, by the name of the module or of its package.
_NETWORK = frozenset(
    {
        "aiohttp", "asyncio", "dask", "distributed", "feedparser", "ftplib", "http", "httpcore", "httpx", "imaplib",
        "niquests", "nntplib",
        "poplib", "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib3", "urllib.request",
        "wsgiref", "xmlrpc", "trafilatura.downloads", "trafilatura.feeds", "trafilatura.sitemaps",
        "trafilatura.spider", "etl.fetch",
    }
)  # fmt: skip
# Calls of other libraries that fetch.
_FETCHING = frozenset({"fetch_url", "fetch_response", "urlopen", "urlretrieve", "Updater"})
_MODULES = sorted(path for name in ("etl", "schemas") for path in (_ROOT / name).rglob("*.py"))


def _imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _of_network(name: str) -> bool:
    parts = name.split(".")
    return any(".".join(parts[:length]) in _NETWORK for length in range(1, len(parts) + 1))


def _breaches(code: str) -> set[str]:
    tree = ast.parse(code)
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    called |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return {name for name in _imported(tree) if _of_network(name)} | (called & _FETCHING)


@pytest.mark.parametrize(
    "module", [m for m in _MODULES if _ALLOWED not in m.parents], ids=lambda m: str(m.relative_to(_ROOT))
)
def test_no_other_module_imports_what_could_use_a_network(module: Path) -> None:
    found = _breaches(module.read_text(encoding="utf-8"))
    if module == _ROOT / "etl" / "commands" / "fetch.py":
        found = {name for name in found if not name.startswith("etl.fetch")}
    if _ALLOWED_DASK in module.parents:
        found = {name for name in found if not name.startswith(("dask", "distributed"))}
    if module == _SERVER:
        found = {name for name in found if name != "http" and not name.startswith(("http.HTTP", "http.server"))}
    assert found == set()


@pytest.mark.parametrize(
    "code",
    [
        "import socket", "import urllib.request as u", "from urllib import request", "from etl.fetch import fetch",
        "import urllib3.util", "def f():\n    from http.client import HTTPConnection", "trafilatura.fetch_url(x)",
    ],
)  # fmt: skip
def test_the_check_sees_it(code: str) -> None:
    assert _breaches(code)


def test_the_check_looks_at_the_modules() -> None:
    assert len(_MODULES) > 150 and any(_ALLOWED in module.parents for module in _MODULES)


_WITHOUT_NETWORK = """
    import json, socket, sys

    def refuse(event, args):
        asks = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg")
        opens = event in ("socket.connect", "socket.bind")
        if asks or (opens and args[0].family != getattr(socket, "AF_UNIX", None)):
            raise RuntimeError(f"the network was used: {event} {args}")

    sys.addaudithook(refuse)
    from etl.cli import app
    for words in json.loads(sys.argv[1]):
        app(words, standalone_mode=False)
"""


def _without_network(*commands: list[str]) -> subprocess.CompletedProcess[str]:
    code = textwrap.dedent(_WITHOUT_NETWORK)
    return subprocess.run(
        [sys.executable, "-c", code, json.dumps(commands)],
        cwd=_ROOT,
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
    )


def test_all_commands_work_without_a_network(tmp_path: Path) -> None:
    output = str(tmp_path / "output")
    seeds = [str(_ROOT / "seeds" / name) for name in ("seoul-column-k9.txt", "puls-northern-europe.txt")]
    done = _without_network(
        ["parse", "Norway ordered 24 K9 howitzers from South Korea for $200 million."],
        ["build", *seeds, "--output", output, "--workers", "2"],
        ["query", "from transfers", "--database", output],
        ["diff", output, output],
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Documents: 2 read" in done.stdout


def test_a_network_would_have_been_refused(tmp_path: Path) -> None:
    run = _without_network(["fetch", "http://127.0.0.1:9/", "--into", str(tmp_path), "--delay", "0"])
    assert run.returncode != 0 and "the network was used" in run.stderr
