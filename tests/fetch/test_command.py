"""The command, as a user calls it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from etl.cli import app
from etl.fetch.journal import LIST, MARK, read_lines
from etl.fetch.keep import META
from tests.fetch.site import Handler, Page, Site

_ROOT = Path(__file__).resolve().parents[2]


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["fetch", *map(str, words), "--delay", "0"])


def test_it_says_what_came(site: Site, tmp_path: Path) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /b")
    result = _run(site.put("/a", "A"), site.put("/b", "B"), site.put("/c", Page(status=404)), "--into", tmp_path / "in")
    assert result.exit_code == 0
    assert "Pages: 1 kept, 1 forbidden, 1 failed." in result.output
    assert "There is no page (HTTP 404)." in result.output
    assert f"What came of each address: {tmp_path / 'in' / LIST}" in result.output
    assert f"Read them with: arms-transfers build {tmp_path / 'in'}" in result.output
    assert result.stderr == ""


def test_its_name_and_version_are_told_to_servers(site: Site, tmp_path: Path) -> None:
    _run(site.put("/a", "A"), "--into", tmp_path)
    assert site.asked[0].headers["user-agent"].startswith("arms-transfers/0.")


def test_another_name(site: Site, tmp_path: Path) -> None:
    _run(site.put("/a", "A"), "--into", tmp_path, "--user-agent", "desk/1 (desk@example.org)")
    assert site.asked[0].headers["user-agent"] == "desk/1 (desk@example.org)"


def test_lists_of_addresses(site: Site, tmp_path: Path) -> None:
    paths = ["/a", "/b", "/c", "/d"]
    for path in paths:
        site.put(path, path)
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(f"\ufeff# ours\n{site.url}/a\n\n  {site.url}/b\r\n", encoding="utf-8")
    second.write_text(f"{site.url}/c\nno address\n")
    result = _run(f"@{first}", site.url + "/d", "--list", second, "--into", tmp_path / "in")
    assert "Pages: 4 kept, 1 failed." in result.output
    assert "no address is no address of a page: it must begin with https:// or http://." in result.output


def test_json(site: Site, tmp_path: Path) -> None:
    result = _run(site.put("/a", "A"), site.put("/b", Page(status=404)), "--into", tmp_path, "--json")
    told = json.loads(result.stdout)
    assert [(line["url"], line["outcome"]) for line in told] == [(f"{site.url}/a", "kept"), (f"{site.url}/b", "failed")]


def test_a_dry_run(site: Site, tmp_path: Path) -> None:
    feed = site.put("/feed", f"<rss><channel><item><link>{site.url}/a</link></item></channel></rss>")
    result = _run(feed, "--into", tmp_path / "in", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == f"{site.url}/a"
    assert "Nothing was kept. Would be asked for: 1." in result.output
    assert not (tmp_path / "in").exists()


def test_what_is_there_and_was_not_asked_for_is_told(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", "A")
    _run(address, "--into", tmp_path)
    assert "1 there already and not asked again" in _run(address, "--into", tmp_path).output
    assert "Pages: 1 unchanged." in _run(address, "--into", tmp_path, "--again").output


def test_many_failures_are_not_all_shown(site: Site, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(f"{site.url}/{number}" for number in range(30)))
    output = _run("--list", listed, "--into", tmp_path / "in").output
    assert output.count("There is no page") == 20
    assert "... and 10 more." in output


def test_every_option_is_in_the_documentation() -> None:
    page = (_ROOT / "docs" / "fetch.md").read_text(encoding="utf-8")
    options = re.findall(r"--[a-z-]+", CliRunner().invoke(app, ["fetch", "--help"], env={"COLUMNS": "200"}).output)
    assert len(set(options)) >= 15
    assert [option for option in options if f"`{option}" not in page and option != "--help"] == []


# ------------------------------------------------------------------ how it ends


def test_strict(site: Site, tmp_path: Path) -> None:
    good, bad = site.put("/a", "A"), site.put("/b", Page(status=404))
    site.put("/robots.txt", "User-agent: *\nDisallow: /c")
    assert _run(good, bad, "--into", tmp_path).exit_code == 0
    assert _run(good, bad, "--into", tmp_path, "--strict").exit_code == 1
    assert _run(good, site.put("/c", "C"), "--into", tmp_path, "--strict").exit_code == 0


def test_nothing_at_all_is_a_failure(site: Site, tmp_path: Path) -> None:
    result = _run(site.put("/a", Page(status=404)), "--into", tmp_path)
    assert result.exit_code == 1
    assert "No page could be fetched." in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "There is no address"),
        (["example.org"], "example.org is no address of a page: it must begin with https:// or http://."),
        (["@/no/such/file"], "/no/such/file cannot be read: No such file or directory."),
        (["--list", "/"], "/ cannot be read: Is a directory."),
        (["https://a.example/", "--since", "soon"], "soon is no date. Write it as 2024-06-22, 2024-06 or 2024."),
        (["https://a.example/", "--user-agent", "x\r\nEvil: 1"], "A user agent is one line"),
        (["https://a.example/", "--user-agent", " "], "A user agent is one line"),
        (["https://a.example/", "--user-agent", "ż"], "A user agent is one line"),
        (["https://a.example/", "--limit", "0"], "--limit"),
        (["https://a.example/", "--delay", "-1"], "--delay"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_asks_nobody(tmp_path: Path, words: list[str], said: str) -> None:
    result = CliRunner().invoke(app, ["fetch", *words, "--into", str(tmp_path / "in")])
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / "in").exists()


def test_without_a_folder_it_is_called_wrongly() -> None:
    assert CliRunner().invoke(app, ["fetch", "https://a.example/"]).exit_code == 2


def test_a_folder_that_cannot_be_written(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = _run(site.put("/a", "A"), "--into", tmp_path / "file")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(("since", "wanted"), [("2024", 2), ("2024-06", 2), ("2024-06-22", 1), ("2025-01-01", 0)])
def test_dates_as_people_write_them(site: Site, tmp_path: Path, since: str, wanted: int) -> None:
    items = "".join(
        f"<item><link>/{day}</link><pubDate>Sat, {day} Jun 2024 08:00:00 GMT</pubDate></item>" for day in (8, 22)
    )
    feed = site.put("/feed", f"<rss><channel>{items}</channel></rss>")
    result = _run(feed, "--into", tmp_path, "--since", since, "--dry-run")
    assert f"Nothing was kept. Would be asked for: {wanted}." in result.output


# ------------------------------------------------------------------ stopped


def _site_of_ten(site: Site, slow: threading.Event) -> str:
    """A feed of ten pages, of which the sixth does not come before ``slow`` is set."""

    def sixth(handler: Handler) -> None:
        waiting.set()
        slow.wait(60)
        handler.give(Page(b"5"))

    waiting = site.waiting
    for number in range(10):
        site.put(f"/{number}", str(number) if number != 5 else sixth)
    links = "".join(f"<item><link>/{number}</link></item>" for number in range(10))
    site.put("/feed", f"<rss><channel>{links}</channel></rss>")
    return site.url + "/feed"


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT], ids=["killed", "Ctrl-C"])
def test_a_run_that_is_stopped_in_the_middle_goes_on(site: Site, tmp_path: Path, how: signal.Signals) -> None:
    slow = threading.Event()
    feed = _site_of_ten(site, slow)
    words = [sys.executable, "-m", "etl.cli", "fetch", feed, "--into", str(tmp_path), "--delay", "0"]
    with subprocess.Popen(
        words,
        cwd=_ROOT,
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        stderr=subprocess.PIPE,
        # Where the tests run in the background, what they start would not listen to it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as run:
        assert site.waiting.wait(60)
        run.send_signal(how)
        _, said = run.communicate(timeout=60)
    slow.set()
    assert run.returncode == (-how if how is signal.SIGKILL else 130)
    if how is signal.SIGINT:
        assert said.decode() == "Stopped. The same command goes on from here.\n"
    assert (tmp_path / MARK).exists()
    asked = len(site.paths())

    result = _run(feed, "--into", tmp_path)
    assert result.exit_code == 0
    assert "Went on with a fetch that was stopped; done before: 5." in result.output
    assert "Pages: 5 kept." in result.output
    assert site.paths()[asked:] == ["/feed", "/5", "/6", "/7", "/8", "/9"]
    pages = list(tmp_path.rglob("*.html"))
    assert sorted(path.read_text() for path in pages) == [str(number) for number in range(10)]
    assert all(path.with_name(path.name + META).exists() for path in pages)
    assert len(read_lines(tmp_path / LIST)) == 11
    assert not list(tmp_path.rglob("*.part")) and not (tmp_path / MARK).exists()
