"""Small servers on 127.0.0.1 for tests, well-behaved ones and others, and a clock on which nobody waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from etl.fetch import FetchResult, Settings, fetch
from etl.fetch.guard import Guard

NOW = datetime(2026, 11, 30, 12, 0, 0, tzinfo=UTC)


class StillClock:
    """A clock that stands still but when somebody waits: then it is later at once. ``tick`` seconds pass with each look
    at it. ``waits`` has all waits."""

    def __init__(self, tick: float = 0.0) -> None:
        self.waits: list[float] = []
        self._passed = 0.0
        self._tick = tick

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        self._passed += self._tick
        return 1000.0 + self._passed

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self._passed += seconds


Handling = Callable[["Handler"], None]


@dataclass
class Page:
    """What a server gives for a path: in order, one of ``turns`` after the other, the last one for good."""

    body: bytes = b""
    status: int = 200
    kind: str | None = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    """A request that came."""

    path: str
    headers: dict[str, str]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    site: Site

    def do_GET(self) -> None:
        site = self.site
        site.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
        turns = site.pages.get(self.path)
        if turns is None:
            self.give(Page(b"Nothing is here.", 404))
            return
        turn = turns.pop(0) if len(turns) > 1 else turns[0]
        if callable(turn):
            turn(self)
        else:
            self.give(turn)

    def give(self, page: Page) -> None:
        etag = page.headers.get("ETag")
        changed = page.headers.get("Last-Modified")
        same = (etag and self.headers.get("If-None-Match") == etag) or (
            changed and self.headers.get("If-Modified-Since") == changed
        )
        self.send_response(304 if same else page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if same:
            self.end_headers()
            return
        if page.kind is not None:
            self.send_header("Content-Type", page.kind)
        self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def raw(self, *parts: bytes) -> None:
        """Writes bytes as they are, and ends the connection."""
        self.close_connection = True
        for part in parts:
            self.wfile.write(part)
            self.wfile.flush()

    def date_time_string(self, timestamp: float | None = None) -> str:
        return self.site.date

    def log_message(self, *words: object) -> None:
        pass


class Site:
    """A server's pages by path, and the requests that came to it. ``date`` is what its header ``Date`` says,
    ``waiting`` is for pages that wait to say so."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.pages: dict[str, list[Page | Handling]] = {}
        self.asked: list[Asked] = []
        self.waiting = threading.Event()
        self.date = "Mon, 30 Nov 2026 12:00:05 GMT"

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://")

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def put(self, path: str, *turns: Page | Handling | bytes | str) -> str:
        """Puts a page; gives its address."""
        self.pages[path] = [_page(turn) for turn in turns]
        return self.url + path


def _page(turn: Page | Handling | bytes | str) -> Page | Handling:
    if isinstance(turn, str):
        return Page(turn.encode())
    return Page(turn) if isinstance(turn, bytes) else turn


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *about: object) -> None:
        """A client that leaves in the middle is what many tests are about."""


@contextmanager
def serving() -> Iterator[Site]:
    """A server on 127.0.0.1 for as long as the block lasts."""
    handler = type("SiteHandler", (Handler,), {})
    with _Server(("127.0.0.1", 0), handler) as server:
        site = Site(f"http://127.0.0.1:{server.server_port}")
        handler.site = site  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def fetched(
    into: Path, *addresses: str, clock: StillClock | None = None, guard: Guard | None = None, **chosen: object
) -> FetchResult:
    """What a run with these settings does, on a clock on which nobody waits."""
    return fetch(addresses, into, Settings(**chosen), clock=clock or StillClock(), guard=guard)  # type: ignore[arg-type]


def outcomes(result: FetchResult) -> dict[str, str]:
    """The outcome of each address's path."""
    return {"/" + line.url.split("/", 3)[-1]: line.outcome.value for line in result.lines}
