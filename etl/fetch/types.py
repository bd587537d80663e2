"""The words that the modules of fetching share: what is asked, what is found on the way, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# Longer than this nobody waits in front of a terminal: what a server wants done later is left for a later run.
LONGEST_WAIT = 600.0


class FetchError(ValueError):
    """Nothing can be fetched as it was asked; the message is a sentence for the user."""


class Refusal(Exception):
    """An address that may not be asked; the message is a sentence for the user."""


class Failure(Exception):
    """An address of which nothing came; the message is a sentence for the user.

    ``again`` is true where another try may go better, ``status`` that of HTTP where a server
    answered.
    """

    def __init__(self, sentence: str, *, again: bool = False, status: int | None = None) -> None:
        super().__init__(sentence)
        self.again = again
        self.status = status


class Outcome(StrEnum):
    """What came of an address."""

    KEPT = "kept"
    RENEWED = "renewed"
    UNCHANGED = "unchanged"
    THERE = "there"
    LISTING = "listing"
    FORBIDDEN = "forbidden"
    FAILED = "failed"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fetch.

    ``delay`` (seconds) is the least time between two requests to one host; ``timeout`` (seconds) is how long a server
    may be silent, and ten times as much how long one page may take; ``largest`` (bytes) bounds a page, unpacked.
    ``since`` leaves out what a feed or a sitemap dates before it. ``match`` and ``skip`` are globs for the addresses
    that feeds and sitemaps list. ``again`` asks anew for pages of which no server can say whether they changed,
    ``discover`` takes the feeds that a page links to for the page, ``dry`` keeps nothing.
    """

    since: date | None = None
    limit: int | None = None
    match: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    delay: float = 1.0
    user_agent: str = "arms-transfers"
    timeout: float = 30.0
    largest: int = 50_000_000
    again: bool = False
    discover: bool = False
    dry: bool = False

    @property
    def whole(self) -> float:
        """Seconds that one page may take from the question to the last byte."""
        return 10 * self.timeout

    def choices(self) -> tuple[str, ...]:
        """What the settings choose: a run that was stopped is gone on with where they are the same, however fast."""
        chosen = (self.since, self.limit, self.match, self.skip, self.again, self.discover)
        return tuple(map(repr, chosen))


@dataclass(frozen=True, slots=True)
class Entry:
    """An address as a user, a feed or a sitemap gives it, with what is said of the page there.

    ``published`` is the day of publication (ISO 8601), ``changed`` that of the last change; both as the publisher's own
    clock has them. ``named`` is true for the addresses of the user, ``depth`` counts the listings on the way to it.
    ``listing`` is true where a sitemap index says that another sitemap is there.
    """

    url: str
    title: str | None = None
    published: str | None = None
    changed: str | None = None
    publisher: str | None = None
    language: str | None = None
    named: bool = False
    listing: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """What came of an address: a line of ``fetch.jsonl``.

    ``why`` is a sentence, empty where there is nothing to say; ``file`` is relative to the folder; ``status`` is that
    of HTTP, None where no server answered; ``asked`` and ``run`` are moments (ISO 8601, UTC): when it was asked, and
    when the run began.
    """

    url: str
    outcome: Outcome
    why: str = ""
    file: str | None = None
    status: int | None = None
    asked: str | None = None
    run: str | None = None


@dataclass(slots=True)
class FetchResult:
    """What a run did: a line an address, in the order in which they were asked, and how many addresses a run that was
    stopped had done before. ``notes`` are sentences on hosts."""

    lines: list[Line] = field(default_factory=list)
    before: int = 0
    notes: list[str] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """How many addresses came to this outcome."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def pages(self) -> int:
        """Addresses whose page is in the folder now."""
        there = (Outcome.KEPT, Outcome.RENEWED, Outcome.UNCHANGED, Outcome.THERE)
        return sum(map(self.count, there)) + self.before
