"""Addresses on the web: one way of writing each, and none that leads elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import HTTPError
from urllib3.util import parse_url

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000  # what browsers and servers take
_SHOWN = 200


class AddressError(ValueError):
    """What is no address of a page; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of a page, in normal form: ``url`` has no fragment, no port that goes without saying and only ASCII.

    ``target`` is what a request asks for: the path with the query.
    """

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """What a robots.txt holds for."""
        return self.scheme, self.host, self.port

    def to(self, words: str) -> Address:
        """The address that ``words`` on this page lead to. Raises ``AddressError``."""
        try:
            joined = urljoin(self.url, words.strip())
        except ValueError as error:
            raise AddressError(f"{shown(words)} is no address.") from error
        return read_address(joined)


def read_address(words: str) -> Address:
    """The address in ``words``. Raises ``AddressError`` where there is none that a page can be had from."""
    words = words.strip()
    if len(words) > _LONGEST:
        raise AddressError(f"{shown(words)} is longer than {_LONGEST:,} characters.")
    scheme = words.partition(":")[0].lower()
    if scheme not in _PORTS:
        raise AddressError(f"{shown(words)} is no address of a page: it must begin with https:// or http://.")
    try:
        parsed = parse_url(words)
        port = parsed.port or _PORTS[scheme]
    except (HTTPError, ValueError) as error:
        raise AddressError(f"{shown(words)} is no address.") from error
    if not parsed.host or not parsed.host.strip("."):
        raise AddressError(f"{shown(words)} names no host.")
    if parsed.auth:
        raise AddressError("An address must not hold a name or a password. Leave out what stands before the @.")
    host = parsed.host.lower()
    target = parsed.request_uri.partition("#")[0]
    authority = host if port == _PORTS[scheme] else f"{host}:{port}"
    return Address(f"{scheme}://{authority}{target}", scheme, host, port, target)


def bare_host(host: str) -> str:
    """A host as resolvers take it, without the brackets of an IPv6 address."""
    return host.strip("[]")


def shown(words: str) -> str:
    """Words from outside as a terminal may show them: not too many, and none that move its cursor."""
    fit = words if words.isprintable() else ascii(words)[1:-1]
    return fit if len(fit) <= _SHOWN else fit[: _SHOWN - 1] + "…"
