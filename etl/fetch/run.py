"""The way of an address: visited, read as a listing of other addresses or kept as a page, and written down."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from etl.fetch.address import Address, AddressError, read_address, shown
from etl.fetch.client import Answer, Client
from etl.fetch.clock import Clock, SystemClock, iso, retrieved
from etl.fetch.guard import Guard
from etl.fetch.journal import Journal
from etl.fetch.keep import Kept, find, keep, meta_of
from etl.fetch.listings import Listing, linked_feeds, read_listing
from etl.fetch.polite import Visitor
from etl.fetch.turns import Turns
from etl.fetch.types import Entry, Failure, FetchError, FetchResult, Line, Outcome, Refusal, Settings
from etl.fetch.wanted import Wanted

# An index may list 50,000 sitemaps; nobody waits for more than some thousands, and indexes that list ever new ones end.
_MOST_LISTINGS = 5_000
_DEEPEST = 4

Saying = Callable[[Line, int], None]


def fetch(
    addresses: Iterable[str],
    into: Path,
    settings: Settings | None = None,
    *,
    clock: Clock | None = None,
    guard: Guard | None = None,
    say: Saying | None = None,
) -> FetchResult:
    """Fetches pages into a folder, and the pages that feeds and sitemaps list.

    ``addresses`` are those of pages, feeds (RSS, Atom, JSON), sitemaps and indexes of sitemaps; which it is, is seen
    when it has come. ``say`` is called with each line as it comes and how many addresses are left. ``clock`` and
    ``guard`` are the machine's own by default. Raises ``FetchError`` where the folder cannot be written or another run
    is writing into it. Ends early by ``KeyboardInterrupt`` with all written down that came so far.
    """
    settings = settings or Settings()
    clock = clock or SystemClock()
    named = list(dict.fromkeys(addresses))
    guard = guard or Guard.of(_readable(named))
    client = Client(guard, settings, clock)
    try:
        with contextlib.ExitStack() as ending:
            ending.callback(client.close)
            journal = None
            if not settings.dry:
                journal = Journal.open(into, [*named, *settings.choices()], iso(clock.now()))
                ending.callback(journal.close)
            run = _Run(into, settings, clock, Visitor(client, settings, clock), journal, say)
            run.all_of(named)
            if journal is not None:
                journal.finish()
            return run.result
    except OSError as error:
        reason = error.strerror or str(error)
        raise FetchError(f"{error.filename or into} cannot be written: {reason}.") from error


def _readable(named: Iterable[str]) -> list[Address]:
    found: list[Address] = []
    for words in named:
        with contextlib.suppress(AddressError):
            found.append(read_address(words))
    return found


class _Run:
    """One run through all addresses."""

    def __init__(
        self,
        into: Path,
        settings: Settings,
        clock: Clock,
        visitor: Visitor,
        journal: Journal | None,
        say: Saying | None,
    ) -> None:
        self.result = FetchResult(notes=visitor.notes)
        self._into = into
        self._settings = settings
        self._clock = clock
        self._visitor = visitor
        self._journal = journal
        self._say = say
        self._wanted = Wanted(settings)
        self._turns = Turns(visitor.turn)
        self._listings = 0

    def all_of(self, named: Iterable[str]) -> None:
        """Fetches the addresses of the user, and what they list."""
        for words in named:
            self._queue(Entry(words, named=True))
        while (waiting := self._turns.next()) is not None:
            self._one(*waiting)
        if self._wanted.left_out:
            self.result.notes.append(f"--limit left out {self._wanted.left_out:,} of the addresses.")

    def _queue(self, entry: Entry) -> None:
        try:
            address = read_address(entry.url)
        except AddressError as error:
            self._note(Line(shown(entry.url), Outcome.FAILED, str(error)))
            return
        if not self._wanted.take(address, entry):
            return
        if self._journal is not None and address.url in self._journal.done:
            self.result.before += 1
            return
        self._turns.add(address, entry)

    def _one(self, address: Address, entry: Entry) -> None:
        if entry.named and not entry.listing and self._wanted.is_full():
            self._wanted.left_out += 1
            return
        try:
            line = self._visited(address, entry)
        except Refusal as refusal:
            line = Line(address.url, Outcome.FORBIDDEN, str(refusal))
        except Failure as failure:
            line = Line(address.url, Outcome.FAILED, str(failure), status=failure.status)
        self._note(line)

    def _note(self, line: Line) -> None:
        line = replace(line, asked=iso(self._clock.now()), run=self._journal.run if self._journal else None)
        if self._journal is not None:
            self._journal.add(line)
        self.result.lines.append(line)
        if self._say is not None:
            self._say(line, len(self._turns))

    def _visited(self, address: Address, entry: Entry) -> Line:
        """What comes of an address. Raises ``Refusal`` and ``Failure``."""
        may_list = entry.named or entry.listing
        kept = None if entry.listing else find(self._into, address)
        conditions = kept.meta.conditions() if kept is not None else {}
        if kept is not None and not conditions and not self._settings.again and not _changed(entry, kept):
            why = "The server gave nothing by which to ask whether the page changed. --again fetches it anew."
            return self._line(address, Outcome.THERE, kept.path, why=why)
        if self._settings.dry and not may_list:
            self._visitor.allow(address)
            return self._dry(address, kept)
        answer = self._visitor.visit(address, conditions, kept.meta.source if kept is not None else None)
        if kept is not None and answer.status == 304:
            return self._line(address, Outcome.UNCHANGED, kept.path, answer)
        if may_list:
            listed = self._listed(address, entry, answer)
            if listed is not None:
                return listed
        if entry.named:
            self._wanted.count()
        return self._dry(address, kept) if self._settings.dry else self._page(address, entry, answer, kept)

    def _page(self, address: Address, entry: Entry, answer: Answer, kept: Kept | None) -> Line:
        """Keeps a page that has come."""
        if not answer.body:
            raise Failure("The page is empty.", status=answer.status)
        moment = retrieved(answer.header("date"), self._clock)
        meta = meta_of(address, entry, answer, moment, kept.meta if kept is not None else None)
        path = keep(self._into, address, meta, answer.body)
        if kept is None:
            return self._line(address, Outcome.KEPT, path, answer)
        if kept.meta.sha256 == meta.sha256:
            return self._line(address, Outcome.UNCHANGED, path, answer)
        why = f"The page changed since {kept.meta.retrieved}."
        return self._line(address, Outcome.RENEWED, path, answer, why)

    def _listed(self, address: Address, entry: Entry, answer: Answer) -> Line | None:
        """Queues what a listing lists; None where the answer is a page."""
        listing = read_listing(answer)
        if listing is None and entry.named and self._settings.discover:
            feeds = linked_feeds(answer)
            listing = Listing("page with feeds", feeds) if feeds else None
        if listing is None:
            if entry.listing:
                raise Failure("There is no sitemap or feed here, though another page says so.", status=answer.status)
            return None
        self._listings += 1
        if self._listings > _MOST_LISTINGS or entry.depth > _DEEPEST:
            raise Failure("There are too many sitemaps, or they list each other too deep. Name those that you want.")
        wanted = self._wanted.among(listing.entries)
        for one in wanted:
            self._queue(replace(one, depth=entry.depth + 1))
        every = len(listing.entries)
        chosen = f", {len(wanted):,} of them wanted" if len(wanted) < every else ""
        why = f"A {listing.kind} of {every:,} {'address' if every == 1 else 'addresses'}{chosen}."
        return Line(address.url, Outcome.LISTING, why, status=answer.status)

    def _dry(self, address: Address, kept: Kept | None) -> Line:
        why = "It would be asked whether the page changed." if kept is not None else ""
        return self._line(address, Outcome.WANTED, kept.path if kept is not None else None, why=why)

    def _line(
        self, address: Address, outcome: Outcome, path: Path | None, answer: Answer | None = None, why: str = ""
    ) -> Line:
        file = path.relative_to(self._into).as_posix() if path is not None else None
        return Line(address.url, outcome, why, file, answer.status if answer is not None else None)


def _changed(entry: Entry, kept: Kept) -> bool:
    """Whether a feed or a sitemap says that a page changed on the day on which it was had, or later."""
    return entry.changed is not None and entry.changed >= kept.meta.retrieved[:10]
