"""One question to one server, however badly it answers."""

from __future__ import annotations

import gzip
import itertools
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from etl.fetch.address import read_address
from etl.fetch.client import Answer, Client
from etl.fetch.guard import Guard
from etl.fetch.types import Failure, Refusal, Settings
from tests.fetch.site import Handler, Page, Site, StillClock

_HEAD = b"HTTP/1.1 200 OK\r\n"


def _get(address: str, tick: float = 0.0, cut: int | None = None, **chosen: object) -> Answer:
    read = read_address(address)
    client = Client(Guard.of([read]), Settings(**chosen), StillClock(tick))  # type: ignore[arg-type]
    try:
        return client.get(read, cut=cut)
    finally:
        client.close()


def _raw(*parts: bytes) -> Callable[[Handler], None]:
    return lambda handler: handler.raw(*parts)


def _endless(head: bytes, part: bytes) -> Callable[[Handler], None]:
    return lambda handler: handler.raw(*itertools.chain([head], itertools.repeat(part, 2_000_000)))


def test_the_question(site: Site) -> None:
    _get(site.put("/a?q=1", "A"), user_agent="reader/1")
    asked = site.asked[0]
    assert asked.path == "/a?q=1"
    assert (asked.headers["host"], asked.headers["user-agent"]) == (site.host, "reader/1")


def test_the_answer(site: Site) -> None:
    answer = _get(site.put("/a", Page(b"A", headers={"ETag": '"1"', "X-Empty": " "})))
    assert (answer.status, answer.body, answer.header("etag"), answer.header("x-empty")) == (200, b"A", '"1"', None)


@pytest.mark.parametrize(
    ("packing", "packed"), [("gzip", gzip.compress(b"A" * 99, mtime=0)), ("deflate", zlib.compress(b"A" * 99))]
)
def test_what_is_packed_is_unpacked(site: Site, packing: str, packed: bytes) -> None:
    assert _get(site.put("/a", Page(packed, headers={"Content-Encoding": packing}))).body == b"A" * 99


def test_two_questions_take_one_connection(site: Site) -> None:
    ports: list[int] = []

    def port(handler: Handler) -> None:
        ports.append(handler.client_address[1])
        handler.give(Page(b"A"))

    address = read_address(site.put("/a", port))
    client = Client(Guard.of([address]), Settings(), StillClock())
    client.get(address)
    client.get(address)
    client.close()
    assert len(ports) == 2 and len(set(ports)) == 1


@pytest.mark.parametrize(
    ("handling", "said"),
    [
        (_raw(_HEAD + b"Content-Length: 100\r\n\r\nhalf"), "broke off before the page was whole"),
        (_raw(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n"), "before the page was whole"),
        (_raw(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel"), "before the page was whole"),
        (_raw(b"\x16\x1b[2J no HTTP\r\n\r\n"), r"did not keep to HTTP: \\x16\\x1b\[2J no HTTP"),
        (_raw(b""), "broke off"),
        (_raw(_HEAD + b"X: " + b"y" * 100_000 + b"\r\n\r\n"), "did not keep to HTTP"),
        (_raw(_HEAD + b"X: y\r\n" * 200 + b"\r\n"), "did not keep to HTTP"),
        (_raw(_HEAD + b"Content-Encoding: gzip\r\n\r\nno gzip"), "not packed as its headers say"),
        (_raw(_HEAD + b"Content-Encoding: br\r\n\r\nxx"), "packed as br"),
        (_raw(_HEAD + b"Content-Encoding: " + b"gzip, " * 50 + b"gzip\r\n\r\nxx"), "packed as its headers say"),
        (_raw(_HEAD + b"Content-Length: 10, 20\r\n\r\nxx"), "cannot be asked|HTTP"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_fails(site: Site, handling: Callable[[Handler], None], said: str) -> None:
    with pytest.raises(Failure, match=said):
        _get(site.put("/a", handling))


def test_more_bytes_than_the_length_that_is_stated_are_not_read(site: Site) -> None:
    assert _get(site.put("/a", _raw(_HEAD + b"Content-Length: 4\r\n\r\nwhole and more"))).body == b"whol"


def test_a_length_that_is_no_number_counts_for_nothing(site: Site) -> None:
    assert _get(site.put("/a", _raw(_HEAD + b"Content-Length: many\r\n\r\nwhole"))).body == b"whole"


def test_headers_that_are_no_text_are_read(site: Site) -> None:
    answer = _get(site.put("/a", _raw(_HEAD + b'X-\xff: \xfe\xff\r\nETag: "\xc5\xbb"\r\nContent-Length: 1\r\n\r\nA')))
    assert answer.body == b"A"


@pytest.mark.parametrize(
    "head",
    [_HEAD + b"\r\n", _HEAD + b"Content-Length: 99999999999\r\n\r\n", _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"],
    ids=["no length", "a length", "chunks"],
)
def test_an_endless_body_is_left(site: Site, head: bytes) -> None:
    part = b"400\r\n" + b"a" * 1024 + b"\r\n"
    with pytest.raises(Failure, match=r"larger than 0\.1 MB. Allow more with --largest"):
        _get(site.put("/a", _endless(head, part)), largest=100_000)


def test_a_bomb_of_gzip_is_left(site: Site) -> None:
    bomb = gzip.compress(gzip.compress(bytes(20_000_000)) + bytes(20_000_000))
    with pytest.raises(Failure, match="larger than 1 MB"):
        _get(site.put("/a", Page(bomb, headers={"Content-Encoding": "gzip"})), largest=1_000_000)


def test_a_page_of_just_the_largest_size_is_read(site: Site) -> None:
    assert len(_get(site.put("/a", bytes(1000)), largest=1000).body) == 1000
    with pytest.raises(Failure, match="larger"):
        _get(site.put("/a", bytes(1001)), largest=1000)


def test_a_body_is_cut_where_that_is_asked_for(site: Site) -> None:
    assert _get(site.put("/a", _endless(_HEAD + b"\r\n", b"abc")), cut=4).body == b"abca"


def test_a_body_that_comes_too_slowly_is_left(site: Site) -> None:
    # The clock goes on by five seconds with each look at it, so by more with each read.
    with pytest.raises(Failure, match=r"took longer than 300 s\. Allow more with --timeout"):
        _get(site.put("/a", _endless(_HEAD + b"\r\n", b"a")), tick=5)


def test_headers_that_come_too_slowly_are_left(site: Site) -> None:
    def dripping(handler: Handler) -> None:
        handler.raw(*itertools.chain([_HEAD], itertools.repeat(b"X: y\r\n", 60)))
        released.wait(60)

    released = threading.Event()
    try:
        with pytest.raises(Failure, match=r"took longer than 10 s|was silent for 1 s|did not keep to HTTP"):
            _get(site.put("/a", dripping), tick=5, timeout=1)
    finally:
        released.set()


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    released = threading.Event()
    try:
        with pytest.raises(Failure, match=r"127\.0\.0\.1 was silent for 0\.1 s") as caught:
            _get(site.put("/a", lambda handler: released.wait(60) and None), timeout=0.1)
    finally:
        released.set()
    assert caught.value.again


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(Failure, match=r"127\.0\.0\.1 cannot be reached: Connection refused") as caught:
            _get(f"http://127.0.0.1:{port}/")
    assert caught.value.again


def test_a_name_that_is_not_known() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    address = read_address("https://nowhere.example/")
    with pytest.raises(Failure, match=r"The name nowhere\.example is not known"):
        Client(Guard(resolve=unknown), Settings(), StillClock()).get(address)


def test_a_private_address_is_refused_before_anything_is_sent(site: Site) -> None:
    address = read_address(site.put("/a", "A"))
    with pytest.raises(Refusal):
        Client(Guard(), Settings(), StillClock()).get(address)
    assert site.asked == []


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    address = read_address(site.put("/a", "A").replace("127.0.0.1", "two-faced.example"))
    guard = Guard(frozenset({("two-faced.example", address.port)}), lambda host, port: next(answers))
    assert Client(guard, Settings(), StillClock()).get(address).body == b"A"
    assert len(list(answers)) == 1


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[tuple[int, trustme.CA]]:
    """A server that answers one question by TLS; its port, and the authority that its certificate is of."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)

    def serve() -> None:
        try:
            plain, _ = listening.accept()
            with context.wrap_socket(plain, server_side=True) as stream:
                stream.recv(65_536)
                stream.sendall(_HEAD + b"Content-Length: 6\r\n\r\nsecret")
        except OSError:
            pass

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1], authority
        thread.join(10)


def test_a_secure_page_is_read_from_who_can_show_who_he_is(secure: tuple[int, trustme.CA]) -> None:
    port, authority = secure
    context = ssl.create_default_context()
    authority.configure_trust(context)
    address = read_address(f"https://127.0.0.1:{port}/")
    assert Client(Guard.of([address]), Settings(), StillClock(), context).get(address).body == b"secret"


def test_a_secure_page_that_comes_too_slowly_is_left(secure: tuple[int, trustme.CA]) -> None:
    port, authority = secure
    context = ssl.create_default_context()
    authority.configure_trust(context)
    address = read_address(f"https://127.0.0.1:{port}/")
    with pytest.raises(Failure, match="took longer than 300 s"):
        Client(Guard.of([address]), Settings(), StillClock(400), context).get(address)


def test_who_cannot_show_who_he_is_is_left(secure: tuple[int, trustme.CA]) -> None:
    with pytest.raises(Failure, match=r"The connection to 127\.0\.0\.1 is not safe: .*certificate") as caught:
        _get(f"https://127.0.0.1:{secure[0]}/")
    assert not caught.value.again


def test_a_server_without_tls_is_not_asked_without_it(site: Site) -> None:
    with pytest.raises(Failure, match=r"is not safe|broke off"):
        _get(site.put("/a", "A").replace("http:", "https:"))
