"""Only public machines, and those that the user named."""

from __future__ import annotations

import pytest

from etl.fetch.address import read_address
from etl.fetch.guard import Guard, is_public
from etl.fetch.types import Refusal


@pytest.mark.parametrize("ip", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "no address",
    ],
)  # fmt: skip
def test_not_public(ip: str) -> None:
    assert not is_public(ip)


def _resolving(*ips: str) -> Guard:
    return Guard(resolve=lambda host, port: list(ips))


def test_a_name_for_a_private_address_is_refused() -> None:
    with pytest.raises(Refusal, match=r"router\.example is a private address"):
        _resolving("192.168.1.1").endpoints("router.example", 80)


def test_only_the_public_addresses_of_a_name_are_connected_to() -> None:
    assert _resolving("10.0.0.1", "8.8.8.8", "::1").endpoints("h.example", 443) == ["8.8.8.8"]


def test_a_private_host_that_the_user_named_is_let_through_on_its_port() -> None:
    guard = Guard.of([read_address("http://10.0.0.1:8000/a")], resolve=lambda host, port: [host])
    assert guard.endpoints("10.0.0.1", 8000) == ["10.0.0.1"]
    for host, port in (("10.0.0.1", 22), ("10.0.0.1", 443), ("10.0.0.2", 8000)):
        with pytest.raises(Refusal):
            guard.endpoints(host, port)


def test_a_named_host_that_was_public_does_not_lead_inside_later() -> None:
    answers = iter([["8.8.8.8", "10.0.0.1"], ["10.0.0.1"]])
    guard = Guard.of([read_address("http://two-faced.example/")], resolve=lambda host, port: next(answers))
    assert guard.endpoints("two-faced.example", 80) == ["8.8.8.8"]
    with pytest.raises(Refusal):
        guard.endpoints("two-faced.example", 80)


def test_who_names_http_may_be_sent_on_to_https() -> None:
    guard = Guard.of([read_address("http://intranet/a")], resolve=lambda host, port: ["10.0.0.1"])
    assert guard.endpoints("intranet", 443) == ["10.0.0.1"]


def test_a_named_ipv6_host_is_let_through() -> None:
    guard = Guard.of([read_address("http://[::1]:8000/a")], resolve=lambda host, port: [host])
    assert guard.endpoints("::1", 8000) == ["::1"]
