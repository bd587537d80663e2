"""Which machines may be asked: those on the public internet, and those that the user named himself.

A page or a listing from outside must not lead into the network of the reader: to his router, to a service of his own
machine, to the keys of a cloud server. Names are resolved once and the very address that was looked at is connected to,
so that a name cannot change its mind in between.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from etl.fetch.address import Address, bare_host
from etl.fetch.types import Refusal

Resolve = Callable[[str, int], list[str]]
_IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def system_resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host. Raises ``OSError`` and ``UnicodeError`` where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[4][0]) for place in found))


def is_public(ip: str) -> bool:
    """Whether an IP address belongs to a machine of the public internet."""
    try:
        found = _inner(ipaddress.ip_address(ip.partition("%")[0]))
    except ValueError:
        return False
    return found.is_global and not found.is_multicast


def _inner(ip: _IP) -> _IP:
    """The IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the hosts and ports that the user named; of all others it lets only public addresses through."""

    named: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolve = system_resolve
    _public: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, addresses: Iterable[Address], resolve: Resolve = system_resolve) -> Guard:
        """A guard that trusts the hosts of ``addresses``. Who names http:// may be sent on to https://."""
        named = {(address.host, address.port) for address in addresses}
        return cls(frozenset(named | {(host, 443) for host, port in named if port == 80}), resolve)

    def endpoints(self, host: str, port: int) -> list[str]:
        """The IP addresses to connect to for a host. Raises ``Refusal``, and what ``resolve`` raises.

        A named host that was public once stays so: its owner, not the user, would have it lead inside later.
        """
        found = self.resolve(bare_host(host), port)
        public = [ip for ip in found if is_public(ip)]
        if public:
            self._public.add(host)
        elif host not in self._public and {(host, port), (f"[{host}]", port)} & self.named:
            return found
        if found and not public:
            raise Refusal(
                f"{host} is a private address, to which something else led. Name http://{host}:{port}/ yourself if you"
                " mean it."
            )
        return public
