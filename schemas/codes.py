"""Which codes and dates are valid: ISO 3166 for parties, ISO 4217 for currencies, EDTF level 0 for dates."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pycountry

# Kosovo has no ISO 3166-1 code; XKX is the one in general use (European Commission, IMF, World Bank).
USER_ASSIGNED = frozenset({"XKX"})

# Organisations and armed groups that are named by three capitals, which would otherwise read as a country's code.
# Source: the parties of the lexicon, which a test keeps in step with this list.
THREE_CAPITALS = frozenset(
    {"CIS", "EEC", "ELN", "FLN", "GCC", "IRA", "KLA", "OAS", "OAU", "PKK", "PLO", "RUF", "SCO", "UVF", "YPG"}
)

# Legal tender of suppliers or recipients since 1950 that pycountry, which lists only what is in use, leaves out.
# Source: ISO 4217, list 3.
_PAST_CURRENCIES = {
    "AFA", "AOK", "ARA", "ARP", "ATS", "AZM", "BEF", "BGL", "BGN", "BRC", "BRE", "BRN", "BRR", "BUK", "BYR", "CLE",
    "CSD", "CSK", "CYP", "DDM", "DEM", "ECS", "EEK", "ESP", "FIM", "FRF", "GHC", "GRD", "HRK", "IEP", "ILP", "ILR",
    "ITL", "LTL", "LUF", "LVL", "MGF", "MTL", "MXP", "MZM", "NLG", "PEI", "PLZ", "PTE", "ROL", "RUR", "SDD", "SDP",
    "SIT", "SKK", "SRG", "SUR", "TMM", "TRL", "UAK", "UYP", "VEB", "VEF", "XEU", "YUD", "YUM", "ZAL", "ZRN", "ZRZ",
    "ZWD",
}  # fmt: skip

_THREE = re.compile(r"[A-Z]{3}\Z")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@cache
def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-3 codes, those of vanished countries (ISO 3166-3), and ``XKX``."""
    now = {country.alpha_3 for country in pycountry.countries}
    vanished = {country.alpha_3 for country in pycountry.historic_countries}
    return frozenset(now | vanished | USER_ASSIGNED)


@cache
def currency_codes() -> frozenset[str]:
    """ISO 4217 codes, and those of currencies that are no longer in use but stand in old documents."""
    return frozenset({currency.alpha_3 for currency in pycountry.currencies} | _PAST_CURRENCIES)


def is_country(code: str) -> bool:
    """Whether ``code`` is that of a country, present or vanished."""
    return code in country_codes()


def is_party(value: str) -> bool:
    """Whether ``value`` can stand for a party: a country's code, or the name of what has no code.

    Three capitals are read as a code and have to be one, unless they name an organisation or armed group.
    """
    if _THREE.match(value):
        return is_country(value) or value in THREE_CAPITALS
    return len(value.strip()) > 1


def is_currency(code: str) -> bool:
    """Whether ``code`` is a currency's, present or past."""
    return code in currency_codes()


def is_date(value: str) -> bool:
    """Whether ``value`` is a day, month or year of the calendar: ``2023-12-01``, ``2023-12`` or ``2023``."""
    parts = _DATE.match(value)
    if parts is None:
        return False
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
