"""Which of the addresses that feeds and sitemaps list are wanted, each once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase

from etl.fetch.address import Address
from etl.fetch.types import Entry, Settings


class Wanted:
    """Knows what was taken already, and how much more may be. ``left_out`` counts pages that the limit kept out."""

    def __init__(self, settings: Settings) -> None:
        self.left_out = 0
        self._settings = settings
        self._seen: set[str] = set()
        self._pages = 0

    def among(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries that the user asked for: not older than ``since``, of an address that ``match`` and ``skip`` let
        through. What has no date may be new and stays. The sitemaps of an index need only be new enough."""
        return [entry for entry in entries if self._is_new(entry) and (entry.listing or self._matches(entry.url))]

    def take(self, address: Address, entry: Entry) -> bool:
        """Whether an address is to be asked: not asked yet, and within the limit."""
        if address.url in self._seen:
            return False
        self._seen.add(address.url)
        if entry.named or entry.listing:
            return True
        if self.is_full():
            self.left_out += 1
            return False
        self.count()
        return True

    def count(self) -> None:
        """Counts a page."""
        self._pages += 1

    def is_full(self) -> bool:
        """Whether there are as many pages as the limit allows."""
        return self._settings.limit is not None and self._pages >= self._settings.limit

    def _is_new(self, entry: Entry) -> bool:
        since = self._settings.since
        dates = [date.fromisoformat(stated) for stated in (entry.published, entry.changed) if stated]
        return since is None or not dates or max(dates) >= since

    def _matches(self, url: str) -> bool:
        match, skip = self._settings.match, self._settings.skip
        if match and not any(fnmatchcase(url, glob) for glob in match):
            return False
        return not any(fnmatchcase(url, glob) for glob in skip)
