"""One question to one server, with bounds on how long and how large the answer may be."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import certifi
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Timeout
from urllib3 import exceptions as trouble

from etl.fetch.address import Address, shown
from etl.fetch.clock import Clock
from etl.fetch.connection import Deadline, PlainPool, SecurePool, timed_context
from etl.fetch.guard import Guard
from etl.fetch.types import Failure, Settings

_CHUNK = 65_536
_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_MOST_POOLS = 64


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. Names in ``headers`` are in small letters; ``body`` is unpacked, empty unless the status
    is 200."""

    address: Address
    status: int
    headers: Mapping[str, str]
    body: bytes

    def header(self, name: str) -> str | None:
        """A header's value, None where it is not there or empty."""
        return self.headers.get(name, "").strip() or None


class Client:
    """Asks servers one after another. Keeps a connection for the next question to the same server."""

    def __init__(self, guard: Guard, settings: Settings, clock: Clock, context: ssl.SSLContext | None = None) -> None:
        self._guard = guard
        self._settings = settings
        self._deadline = Deadline(clock, settings.timeout)
        self._context = context
        self._secured: ssl.SSLContext | None = None
        self._pools: dict[tuple[str, str, int], HTTPConnectionPool] = {}

    def get(self, address: Address, conditions: Mapping[str, str] | None = None, cut: int | None = None) -> Answer:
        """The answer to a GET. Does not follow redirects.

        A body of more than ``Settings.largest`` bytes is an error; with ``cut`` (bytes) it is cut there instead. Raises
        ``Refusal`` for a private address that nobody named, ``Failure`` where no whole answer came.
        """
        headers = {"User-Agent": self._settings.user_agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
        self._deadline.start(self._settings.whole)
        try:
            response = self._pool(address).urlopen(
                "GET",
                address.target,
                headers=headers | dict(conditions or {}),
                retries=False,
                redirect=False,
                preload_content=False,
                timeout=Timeout(connect=self._settings.timeout, read=self._settings.timeout),
            )
            return self._read(address, response, cut)
        except (trouble.HTTPError, OSError, ValueError) as error:
            raise self._failure(address, error) from error

    def close(self) -> None:
        """Closes all connections."""
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()

    def _pool(self, address: Address) -> HTTPConnectionPool:
        pool = self._pools.get(address.origin)
        if pool is None:
            if len(self._pools) >= _MOST_POOLS:
                self.close()
            if address.scheme == "https":
                pool = SecurePool(address.host, address.port, ssl_context=self._secure(), guard=self._guard)
            else:
                pool = PlainPool(address.host, address.port, guard=self._guard, deadline=self._deadline)
            self._pools[address.origin] = pool
        return pool

    def _secure(self) -> ssl.SSLContext:
        """Whom to trust. Made once it is needed, for reading all certificates takes longer than asking for a page."""
        if self._secured is None:
            context = self._context or ssl.create_default_context()
            if self._context is None:
                # Python on macOS has no certificates of its own; the system's hold elsewhere, those of a firm included.
                context.load_verify_locations(certifi.where())
            self._secured = timed_context(context, self._deadline)
        return self._secured

    def _read(self, address: Address, response: BaseHTTPResponse, cut: int | None) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        whole = False
        try:
            body = self._body(response, headers, cut) if response.status == 200 else b""
            whole = cut is None and response.status in (200, 304)
        finally:
            # What was not read to its end may have no end: its connection is of no further use.
            (response.release_conn if whole else response.close)()
        return Answer(address, response.status, headers, body)

    def _body(self, response: BaseHTTPResponse, headers: Mapping[str, str], cut: int | None) -> bytes:
        packings = {packing.strip().lower() for packing in headers.get("content-encoding", "").split(",")}
        if not packings <= _PACKINGS:
            raise Failure(f"The page is packed as {', '.join(sorted(packings))}, which was not asked for.")
        largest = self._settings.largest if cut is None else cut
        stated = headers.get("content-length", "")
        if cut is None and stated.isdecimal() and int(stated[:20]) > largest:
            raise self._too_large()
        parts: list[bytes] = []
        left = largest
        for part in response.stream(_CHUNK, decode_content=True):
            parts.append(part)
            left -= len(part)
            if left < 0:
                if cut is None:
                    raise self._too_large()
                break
        return b"".join(parts)[:largest]

    def _too_large(self) -> Failure:
        return Failure(f"The page is larger than {self._settings.largest / 1e6:g} MB. Allow more with --largest.")

    def _failure(self, address: Address, error: Exception) -> Failure:
        """What went wrong, as a sentence."""
        host = address.host
        match error:
            case Failure():
                return error
            case trouble.NameResolutionError():
                return Failure(f"The name {host} is not known.", again=True)
            case trouble.SSLError():
                return Failure(f"The connection to {host} is not safe: {_reason(error)}.")
            case trouble.NewConnectionError():
                return Failure(f"{host} cannot be reached: {_reason(error)}.", again=True)
            case trouble.TimeoutError() | TimeoutError():
                if self._deadline.is_over():
                    return Failure(f"The page took longer than {self._settings.whole:g} s. Allow more with --timeout.")
                return Failure(f"{host} was silent for {self._settings.timeout:g} s.", again=True)
            case trouble.DecodeError():
                return Failure("The page is not packed as its headers say.", again=True)
            case trouble.ProtocolError() | OSError():
                if isinstance(_innermost(error), http.client.IncompleteRead):
                    return Failure(f"{host} broke off before the page was whole.", again=True)
                return Failure(f"{host} broke off or did not keep to HTTP: {_reason(error)}.", again=True)
            case _:
                return Failure(f"{host} cannot be asked: {_reason(error)}.")


def _innermost(error: BaseException) -> BaseException:
    """The error that others were made of."""
    inner = error.__cause__ or (error.args[-1] if error.args else None)
    return _innermost(inner) if isinstance(inner, BaseException) else error


def _reason(error: BaseException) -> str:
    """Why, in the words of the innermost error. A server may have a say in them."""
    found = _innermost(error)
    said = getattr(found, "strerror", None) or str(found)
    return shown(" ".join(str(said).split()).rstrip(".")) or type(found).__name__
