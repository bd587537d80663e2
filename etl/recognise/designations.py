"""Designations as the tables give them: in singular, without the noun after them."""

from __future__ import annotations

import re

_TRAILING_KIND = re.compile(r"(?<=[A-Z0-9a-z])(?: [a-z][a-z-]+)+$")
"""Common nouns after a name: "IRIS-T system", "Mogami-class frigates"."""
_SHIP_CLASS_TAIL = re.compile(r"[- ]class$")
_PLURAL = re.compile(r"(?<=[A-Z0-9a-z])[\u2019']?s$")


def as_designation(surface: str, spelling: str = "") -> str:
    """A designation as written, in singular and on one line ("F-35As" is F-35A, "Lynxes" Lynx)."""
    name = _SHIP_CLASS_TAIL.sub("", _TRAILING_KIND.sub("", " ".join(surface.split())))
    if not name.endswith("s"):
        return name
    if spelling:
        letters = [c for c in name if c.isalnum()]
        extra = len(letters) - sum(c.isalnum() for c in spelling)
        ending = name.lower()[-extra:] if 0 < extra <= 3 else ""
        if ending in ("s", "es"):
            return name[:-extra].rstrip("'\u2019-")
        if ending and name.lower().endswith("ies") and spelling.lower().endswith("y"):
            return name[:-3] + "y"
        return name if extra <= 0 else _PLURAL.sub("", name)
    return _PLURAL.sub("", name) if name[-2].isupper() or name[-2].isdigit() else name
