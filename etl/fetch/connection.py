"""Connections that go only where the guard lets them, and that end when the time for a page is over.

urllib3 bounds each wait for bytes; a server that sends one byte before each wait ends would hold the reader for ever.
Here every read is given no more than what is left of the time for the whole page.
"""

from __future__ import annotations

import socket
import ssl
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NameResolutionError, NewConnectionError
from urllib3.util import connection as plain

from etl.fetch.clock import Clock
from etl.fetch.guard import Guard


class Deadline:
    """When the page that is being read must have come."""

    def __init__(self, clock: Clock, longest: float) -> None:
        self._clock = clock
        self._longest = longest
        self._end = 0.0

    def start(self, seconds: float) -> None:
        """Gives the page that is asked for now so much time."""
        self._end = self._clock.monotonic() + seconds

    def is_over(self) -> bool:
        return self._clock.monotonic() >= self._end

    def wait(self) -> float:
        """Seconds that a read may wait. Raises ``TimeoutError`` where no time is left."""
        left = self._end - self._clock.monotonic()
        if left <= 0:
            raise TimeoutError("the time for the page is over")
        return min(left, self._longest)


def timed_context(context: ssl.SSLContext, deadline: Deadline) -> ssl.SSLContext:
    """``context``, whose connections keep to the deadline."""

    class TimedSecureSocket(ssl.SSLSocket):
        def recv_into(self, *args: Any, **named: Any) -> int:
            self.settimeout(deadline.wait())
            return super().recv_into(*args, **named)

    context.sslsocket_class = TimedSecureSocket
    return context


def _connected(connection: HTTPConnection, guard: Guard) -> socket.socket:
    """A socket to a host, by the addresses that the guard lets through."""
    host, port = connection._dns_host, connection.port
    try:
        endpoints = guard.endpoints(host, port)
    except (OSError, UnicodeError) as error:
        gone = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
        raise NameResolutionError(host, connection, gone) from error
    last: OSError = OSError("it has no address")
    for ip in endpoints:
        try:
            return plain.create_connection(
                (ip, port), connection.timeout, connection.source_address, connection.socket_options
            )
        except OSError as error:
            last = error
    raise NewConnectionError(connection, str(last)) from last


class _PlainConnection(HTTPConnection):
    def __init__(self, *args: Any, guard: Guard, deadline: Deadline, **named: Any) -> None:
        super().__init__(*args, **named)
        self._guard = guard
        self._deadline = deadline

    def _new_conn(self) -> socket.socket:
        found = _connected(self, self._guard)
        timed = _TimedSocket(found.family, found.type, found.proto, found.detach())
        timed.deadline = self._deadline
        return timed


class _SecureConnection(HTTPSConnection):
    def __init__(self, *args: Any, guard: Guard, **named: Any) -> None:
        super().__init__(*args, **named)
        self._guard = guard

    def _new_conn(self) -> socket.socket:
        return _connected(self, self._guard)


class _TimedSocket(socket.socket):
    deadline: Deadline

    def recv_into(self, *args: Any, **named: Any) -> int:
        self.settimeout(self.deadline.wait())
        return super().recv_into(*args, **named)


class PlainPool(HTTPConnectionPool):
    """Connections for http://. Takes ``guard`` and ``deadline`` besides what urllib3's own takes."""

    ConnectionCls = _PlainConnection


class SecurePool(HTTPSConnectionPool):
    """Connections for https://. Takes ``guard`` besides what urllib3's own takes."""

    ConnectionCls = _SecureConnection
