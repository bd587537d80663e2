"""Whether the words of a PDF are words: a scan has none, and fonts without a table of letters give gibberish."""

from __future__ import annotations

import re

from etl.read.pdf.words import Page

_FEW = 200  # characters; less says nothing of how words look
_STRANGE = 0.15  # of the characters without a letter
_WORDS = 0.5  # of what stands between spaces has to be a word or a figure
_VOWELLESS = 0.5  # of the longer words in Latin letters
_WORD = re.compile(r"[\W_]*(?:[^\W\d_]+(?:[’'./&–-]+[^\W_]+)*|[\W_]*\d[\d.,:/%–-]*[^\W\d_]{0,3})[\W_]*")
_LATIN = re.compile(r"[A-Za-z]{5,}")
_VOWEL = re.compile("[aeiouyAEIOUY]")


def is_gibberish(page: Page) -> bool:
    """Whether the characters of a page are not those that a reader of it sees."""
    if page.characters < _FEW:
        return False
    if page.strange > _STRANGE * page.characters:
        return True
    words = [word.text for words in (page.words, *page.across) for word in words]
    sound = sum(_WORD.fullmatch(word) is not None for word in words if any(map(str.isalnum, word)))
    if sound < _WORDS * len(words):
        return True
    latin = [found[0] for word in words if (found := _LATIN.search(word)) and not found[0].isupper()]
    vowelless = sum(_VOWEL.search(word) is None for word in latin)
    return len(latin) > 20 and vowelless > _VOWELLESS * len(latin)
