"""Time and waiting, in one place, so that nothing else reads a clock and no test waits."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

_A_DAY = 86_400.0


class Clock(Protocol):
    """What fetching needs of time. ``monotonic`` and ``sleep`` are in seconds, ``now`` is in UTC."""

    def now(self) -> datetime: ...
    def monotonic(self) -> float: ...
    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def iso(moment: datetime) -> str:
    """A moment to the second, as in ``2026-11-30T22:48:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def retrieved(stated: str | None, clock: Clock) -> str:
    """When a page was had: as the server's header ``Date`` states it, by the clock where it states nothing sensible.

    A date more than a day off is that of a cache or of a clock that was never set.
    """
    now = clock.now()
    told = moment(stated)
    near = told is not None and abs((told - now).total_seconds()) <= _A_DAY
    return iso(told if told is not None and near else now)


def moment(stated: str | None) -> datetime | None:
    """The moment of a header's date, None where it states none."""
    try:
        told = parsedate_to_datetime(stated or "")
        return told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
