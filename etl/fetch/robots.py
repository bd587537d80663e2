"""What a host's robots.txt allows, as RFC 9309 has it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.fetch.address import Address
from etl.fetch.types import Refusal

if TYPE_CHECKING:
    from protego import Protego

# RFC 9309, 2.5: at least 500 KiB of a robots.txt are to be read.
LARGEST = 512 * 1024
# RFC 9309, 2.3.1.2: five redirects on the way to it, and no more.
MOST_HOPS = 5
_TOKEN = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a robots.txt says to one user agent. ``delay`` is in seconds, 0 where it asks for none."""

    parsed: Protego | None = None
    token: str = "*"
    delay: float = 0.0

    def check(self, address: Address) -> None:
        """Raises ``Refusal`` where the page may not be fetched."""
        if self.parsed is not None and not self.parsed.can_fetch(address.url, self.token):
            raise Refusal(f"The robots.txt of {address.host} forbids it to {self.token}.")


def read_rules(body: bytes, user_agent: str) -> Rules:
    """The rules of a robots.txt for a user agent: the group of its own name, else that of all (``*``)."""
    from protego import Protego

    text = body.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    parsed = Protego.parse(text)
    token = product_token(user_agent)
    asked = [parsed.crawl_delay(token) or 0.0]
    rate = parsed.request_rate(token)
    if rate is not None and rate.requests:
        asked.append(rate.seconds / rate.requests)
    return Rules(parsed, token, max(asked))


def product_token(user_agent: str) -> str:
    """The name by which a robots.txt calls a user agent: the letters, ``-`` and ``_`` that it begins with."""
    found = _TOKEN.match(user_agent)
    return found[0] if found else "*"
