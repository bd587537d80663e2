"""Serves a dataset's folder to browsers on this machine, and to nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

from etl.site import SITE
from etl.sources import SourceError

HOST = "127.0.0.1"
_HEADERS = (
    ("Cache-Control", "no-cache"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)


class PortError(ValueError):
    """The port cannot be had; the message is a sentence for the user."""


def server(output: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of the folder of a dataset on 127.0.0.1, which runs once ``serve_forever`` is called.

    The pages are at ``/site/``, and ``/`` leads there. Port 0 takes any that is free. Raises ``SourceError`` where the
    folder has no pages and ``PortError`` where the port is taken or may not be had.
    """
    if not (output / SITE / "index.html").is_file():
        raise SourceError(f"There are no pages in {output}. A build makes them: arms-transfers build DOCS...")
    try:
        return _Server((HOST, port), partial(_Handler, directory=str(output)))
    except (OSError, OverflowError) as error:
        raise PortError(f"Port {port} cannot be had: {_reason(error)}. Name another with --port.") from error


def address(running: ThreadingHTTPServer) -> str:
    """Where a browser finds the pages."""
    return f"http://{HOST}:{running.server_port}/{SITE}/index.html"


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


class _Server(ThreadingHTTPServer):
    # An answer that is under way does not keep the command from ending.
    daemon_threads = True


class _Handler(SimpleHTTPRequestHandler):
    """Files as they are: nothing is listed, and nothing is answered to a page of another host.

    A page on the web can have its own name lead to 127.0.0.1 and ask for files there; the name in its requests gives it
    away.
    """

    server_version = "arms-transfers"
    sys_version = ""

    def do_GET(self) -> None:
        if self._known() and not self._led_on():
            super().do_GET()

    def do_HEAD(self) -> None:
        if self._known() and not self._led_on():
            super().do_HEAD()

    def _known(self) -> bool:
        port = cast(_Server, self.server).server_port
        if self.headers.get("Host") in {f"{HOST}:{port}", f"localhost:{port}"}:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This server answers to 127.0.0.1 only")
        return False

    def _led_on(self) -> bool:
        if self.path.split("?")[0] not in ("/", f"/{SITE}"):
            return False
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", f"/{SITE}/index.html")
        self.send_header("Content-Length", "0")
        self.end_headers()
        return True

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND, "File not found")

    def end_headers(self) -> None:
        for name, value in _HEADERS:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Sequence[object]) -> None:
        """Says nothing: the terminal is for the address."""
