"""YAML as publishers write it: keys with words. What would take its reader hours or all memory is refused."""

from __future__ import annotations

import re

import yaml

# Of YAML in more brackets, or with more signs in one line, each level takes as long as all before.
_NESTED = re.compile(r"(?:[\[{][^\[{]*){100}|(?:[-?:][ \t]+){20}")


class _Plain(yaml.BaseLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            # Thirty lines, each of which refers twice to the one before, are a billion words.
            raise yaml.YAMLError("it says things once more by reference")
        return super().compose_node(parent, index)


def load(text: str) -> object:
    """What a YAML text says, all of it as words, lists and dictionaries: no "2024-06" becomes a number.

    Raises ``yaml.YAMLError`` and ``ValueError`` for what is no YAML, is nested as no one writes it, or has references.
    """
    if _NESTED.search(text):
        raise yaml.YAMLError("it is nested too deep")
    try:
        return yaml.load(text, Loader=_Plain)
    except RecursionError:
        raise yaml.YAMLError("it is nested too deep") from None
