"""What of a page is its text: trafilatura decides, and a mark in each run shows which it kept.

Trafilatura gives text back in a simpler markup than the page's, without captions, times and the spans of tables. So a
run is marked with one rare letter before its first word, and the run is kept whose letter comes back.
"""

from __future__ import annotations

import logging
from configparser import ConfigParser
from functools import cache

from lxml.html import HtmlElement

from etl.read.html.marks import named
from etl.read.html.runs import Run
from etl.read.html.tree import NOT_XML

_FIRST, _LAST = 0x20000, 0x2A6DF  # letters of the ideographs' extension B, which are printable and in no Western text
# Beyond, trafilatura takes more than a few seconds, and own rules decide.
_MOST_RUNS = 5_000
_MOST_ELEMENTS = 25_000
_MOST_CHARACTERS = 1_000_000
_LINKED = 0.5
_SIDE_TAGS = frozenset(("nav", "aside", "footer", "form", "menu", "dialog"))


def kept_by_trafilatura(body: HtmlElement, runs: list[Run]) -> set[int]:
    """Which of the runs (by index) trafilatura takes for the text; none where it finds none or the page is huge.

    Marks the tree: its words are of no use afterwards.
    """
    if not runs or len(runs) > _MOST_RUNS or sum(len(run.words) for run in runs) > _MOST_CHARACTERS:
        return set()
    if body.xpath("count(.//*)") > _MOST_ELEMENTS:
        return set()
    from trafilatura import bare_extraction

    _mark(runs)
    root = body.getroottree().getroot()
    try:
        found = bare_extraction(root, include_comments=False, deduplicate=False, config=_settings())
    except Exception:  # whatever it stumbles over, own rules can still read the page
        return set()
    if found is None or isinstance(found, dict):
        return set()
    letters = {letter for words in found.body.itertext() for letter in words if _FIRST <= ord(letter) <= _LAST}
    return {index for index in range(len(runs)) if chr(_FIRST + index) in letters}


@cache
def _settings() -> ConfigParser:
    from trafilatura.settings import use_config

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    config = ConfigParser()
    config.read_dict(use_config())
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "60"
    return config


def _mark(runs: list[Run]) -> None:
    for index, run in enumerate(runs):
        for element, behind in run.places:
            words = NOT_XML.sub(" ", (element.tail if behind else element.text) or "")
            bare = words.lstrip()
            marked = words[: len(words) - len(bare)] + chr(_FIRST + index) + bare
            if behind:
                element.tail = marked
            else:
                element.text = marked


class Sides:
    """Tells which runs of a page stand in a part that is named for something else: navigation, comments, sharing.

    A part that holds the headline or nearly all of the page is none, whatever its name.
    """

    def __init__(self, body: HtmlElement) -> None:
        self._known: dict[HtmlElement, bool] = {body: False}
        self._most = 0.9 * body.xpath("string-length(.)")

    def __contains__(self, run: Run) -> bool:
        return self.holds(run.element)

    def holds(self, element: HtmlElement) -> bool:
        """Whether an element stands in such a part."""
        chain: list[HtmlElement] = []
        while element is not None and element not in self._known:
            chain.append(element)
            element = element.getparent()
        found = element is not None and self._known[element]
        for one in reversed(chain):
            found = found or self._is_side(one)
            self._known[one] = found
        return found

    def _is_side(self, element: HtmlElement) -> bool:
        named_so = element.tag in _SIDE_TAGS or named(element, "side")
        return named_so and element.find(".//h1") is None and element.xpath("string-length(.)") < self._most


def by_own_rules(runs: list[Run], sides: Sides) -> set[int]:
    """The runs that stand in no part named for something else and are not mostly links."""
    return {index for index, run in enumerate(runs) if run.link_share <= _LINKED and run not in sides}
