"""Visits pages as a good guest: asks robots.txt first, keeps its distance, comes back later, goes in no circles."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from http.client import responses
from typing import NoReturn

from etl.fetch.address import Address, AddressError
from etl.fetch.client import Answer, Client
from etl.fetch.clock import Clock, moment
from etl.fetch.robots import LARGEST, MOST_HOPS, Rules, read_rules
from etl.fetch.types import LONGEST_WAIT, Failure, Refusal, Settings

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({408, 429, 500, 502, 503, 504})
# Seconds before the second, third and fourth try. (urllib3's own Retry sleeps by itself and reads the clock.)
_PAUSES = (2.0, 4.0, 8.0)
_MOST_REDIRECTS = 10
_MOST_SILENT = 3


class Visitor:
    """Visits pages one after another.

    ``notes`` has a sentence for each host that asks for more distance than the user does.
    """

    def __init__(self, client: Client, settings: Settings, clock: Clock) -> None:
        self.notes: list[str] = []
        self._client = client
        self._settings = settings
        self._clock = clock
        self._rules: dict[tuple[str, str, int], Rules | Failure | Refusal] = {}
        self._delays: dict[str, float] = {}
        self._turns: dict[str, float] = {}
        self._silent: dict[str, int] = {}

    def turn(self, host: str) -> float:
        """When a host may be asked next, in seconds of the clock."""
        return self._turns.get(host, 0.0)

    def allow(self, address: Address) -> None:
        """Raises ``Refusal`` where robots.txt forbids the page, ``Failure`` where nobody can say."""
        self._rules_of(address).check(address)

    def visit(self, address: Address, conditions: Mapping[str, str] | None = None, only: str | None = None) -> Answer:
        """The answer for a page, at the end of all redirects.

        ``conditions`` (headers) are sent to the address ``only`` alone, whose page is in the folder. The status of the
        answer is 200 or 304. Raises ``Refusal`` and ``Failure``.
        """
        seen: set[str] = set()
        while True:
            self.allow(address)
            sent = conditions if address.url == only else None
            answer = self._asked(address, sent)
            if answer.status == 200 or (answer.status == 304 and sent):
                return answer
            if answer.status not in _REDIRECTS:
                _fail(answer)
            seen.add(address.url)
            address = _led_to(answer)
            if address.url in seen:
                raise Failure(f"The page leads in a circle: it sends back to {address.url}.")
            if len(seen) > _MOST_REDIRECTS:
                raise Failure(f"The page sends on more than {_MOST_REDIRECTS} times.")

    def _asked(self, address: Address, conditions: Mapping[str, str] | None = None, cut: int | None = None) -> Answer:
        """The answer of one server, who is asked again where that may help."""
        if self._silent.get(address.host, 0) >= _MOST_SILENT:
            raise Failure(f"{address.host} gave no answer {_MOST_SILENT} times in a row and is left alone in this run.")
        for pause in (*_PAUSES, None):
            self._await_turn(address.host)
            try:
                answer = self._client.get(address, conditions, cut)
            except Failure as failure:
                self._left(address.host, pause or 0.0)
                if not failure.again or pause is None:
                    silent = self._silent.get(address.host, 0) + 1
                    self._silent[address.host] = silent if failure.again else 0
                    raise
            else:
                later = answer.status in _LATER
                self._silent[address.host] = 0
                self._left(address.host, max(pause or 0.0, self._asked_for(answer)) if later else 0.0)
                if not later or pause is None:
                    return answer
        raise AssertionError("the last try returns or raises")

    def _asked_for(self, answer: Answer) -> float:
        """Seconds that the header ``Retry-After`` asks for, 0 where it asks for nothing."""
        stated = answer.header("retry-after") or ""
        if stated.isdecimal():
            return float(stated[:9])
        until = moment(stated)
        return max(0.0, (until - self._clock.now()).total_seconds()) if until else 0.0

    def _await_turn(self, host: str) -> None:
        wait = self.turn(host) - self._clock.monotonic()
        if wait > LONGEST_WAIT:
            raise Failure(f"{host} asks for {wait:,.0f} s before the next page. Run again after that.")
        if wait > 0:
            self._clock.sleep(wait)

    def _left(self, host: str, wait: float = 0.0) -> None:
        """Notes that a host was asked now, and when it may be asked again."""
        pause = max(wait, self._settings.delay, self._delays.get(host, 0.0))
        self._turns[host] = max(self._turns.get(host, 0.0), self._clock.monotonic() + pause)

    def _rules_of(self, address: Address) -> Rules:
        found = self._rules.get(address.origin)
        if found is None:
            try:
                found = self._read_rules(address)
            except (Failure, Refusal) as error:
                found = error
            self._rules[address.origin] = found
        if not isinstance(found, Rules):
            raise found
        if found.delay > self._delays.get(address.host, 0.0):
            self._delays[address.host] = found.delay
            self._left(address.host)
            if found.delay > self._settings.delay:
                self.notes.append(f"The robots.txt of {address.host} asks for {found.delay:g} s between two pages.")
        return found

    def _read_rules(self, address: Address) -> Rules:
        """The rules of a host: all may be fetched where it has no robots.txt, and nothing where its robots.txt cannot
        be had for a fault of the server's (``Failure``)."""
        at = address.to("/robots.txt")
        for _ in range(MOST_HOPS + 1):
            try:
                answer = self._asked(at, cut=LARGEST)
            except Failure as failure:
                raise Failure(f"The robots.txt of {address.host} cannot be had: {failure}") from failure
            if answer.status == 200:
                return read_rules(answer.body, self._settings.user_agent)
            if answer.status in _LATER or answer.status >= 500:
                raise Failure(
                    f"The robots.txt of {address.host} cannot be had now (HTTP {answer.status}), so nothing there may"
                    " be fetched. Run again later."
                )
            if answer.status not in _REDIRECTS:
                break
            at = _led_to(answer)
        return Rules()


def _led_to(answer: Answer) -> Address:
    """Where a redirect leads."""
    location = answer.header("location")
    if location is None:
        raise Failure(f"The page sends on without saying where (HTTP {answer.status}).")
    with contextlib.suppress(UnicodeError):
        # Headers come as Latin-1; servers that send other letters mean UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return answer.address.to(location)
    except AddressError as error:
        raise Failure(f"The page sends on to what may not be followed: {error}") from error


def _fail(answer: Answer) -> NoReturn:
    """Raises the ``Failure`` that a status of HTTP stands for."""
    known = responses.get(answer.status, "which HTTP does not know")
    match answer.status:
        case 404 | 410:
            said = f"There is no page (HTTP {answer.status})."
        case 401 | 402 | 403 | 407 | 451:
            said = f"The page is not for everyone (HTTP {answer.status}, {known})."
        case status if status in _LATER:
            tries = len(_PAUSES) + 1
            said = f"The server could not give the page in {tries} tries (HTTP {status}, {known}). Run again later."
        case status:
            said = f"The server did not give the page (HTTP {status}, {known})."
    raise Failure(said, status=answer.status)
