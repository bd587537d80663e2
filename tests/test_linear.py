"""No text takes more than its share of time: patterns do not blow up, and work grows as the text does."""

from __future__ import annotations

import cProfile
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find

import etl
import schemas

ROOTS = tuple(str(Path(package.__file__ or "").parent) for package in (etl, schemas))


def patterns() -> set[tuple[str, int]]:
    """All patterns that the modules of the software compile when they are loaded, and when a text is read."""
    found: set[tuple[str, int]] = set()
    compiled = re.compile

    def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        made = compiled(pattern, flags)
        if isinstance(made.pattern, str) and sys._getframe(1).f_code.co_filename.startswith(ROOTS):
            found.add((made.pattern, made.flags))
        return made

    own = [name for name in sys.modules if name.split(".")[0] in ("etl", "schemas")]
    kept = {name: sys.modules.pop(name) for name in own}
    re.compile = noted  # type: ignore[assignment]
    try:
        fresh = importlib.import_module("etl")
        for module in pkgutil.walk_packages(fresh.__path__, "etl."):
            importlib.import_module(module.name)
        fresh.extract("Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027. They come late.")
    finally:
        re.compile = compiled
        for name in [name for name in sys.modules if name.split(".")[0] in ("etl", "schemas")]:
            del sys.modules[name]
        sys.modules.update(kept)
    return found


class Parser(SreOpParser):
    """regexploit's parser, with possessive repeats (``*+``) taken for greedy ones, which go back more often."""

    from_POSSESSIVE_REPEAT = SreOpParser.from_MAX_REPEAT


def blows_up(pattern: str | bytes, flags: int) -> bool:
    return any(find(Parser().parse_sre(pattern, flags)))


def test_no_pattern_blows_up() -> None:
    found = patterns()
    assert len(found) > 200
    assert [pattern for pattern, flags in sorted(found) if blows_up(pattern, flags)] == []


def test_a_pattern_that_blows_up_is_found() -> None:
    assert blows_up(r"(?:\w+\s?)+!", 0)


SENTENCE = "Norway has ordered 12 howitzers from Sweden for $90 million, to arrive by 2027. "
PUMPS = [
    "a", "1", " ", "\n", ".", "-", "$", "1,", "1 ", "$1 ", "A-", "(", '"', "and ", "12 F-16, ", "2024 ", "Norway, ",
    "$1 million ", "1/", "|", "| ", "\n- ", "\u00a0", "howitzers and ", "of ", "which ", "Mr. ", "x: ", "A. ", "10% ",
    "\na|b", "ordered ", "Norway ordered 12 F-16 from Sweden. ", "in 2024 and ", "\u201c", "it ", "the deal ", "--- ",
]  # fmt: skip


def calls(work: Callable[[], object]) -> int:
    """How many functions are called in some work: the same number on every machine."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("pump", PUMPS)
def test_work_grows_as_the_text_does(pump: str) -> None:
    once, fourfold = (SENTENCE + pump * (size // len(pump)) + SENTENCE for size in (1000, 4000))
    etl.extract(once)
    assert calls(lambda: etl.extract(fourfold)) < 8 * calls(lambda: etl.extract(once))
