"""Why a page holds no article: it needs its scripts, asks to log in, is not there, asks for consent, shows a film."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from etl.read.html.marks import words as known
from etl.read.shapes import ends_sentence

_SHORT = 1000  # characters; a page with more words than this says more than why it is shut
_SENTENCE = 40  # characters of the shortest sentence that an article may begin with
_TITLE = 45  # characters of a longer title tell a story of which such words are part
_SCRIPTED = 3  # scripts or more beside no words: an application that draws the page itself
_PROBLEMS = {
    "missing": "The page says that what it was to show is not there; look for the article at another address.",
    "login": "The page asks to log in and holds no article; save it anew from a browser that is logged in.",
    "consent": "The page only asks for consent to cookies; accept or refuse them in a browser, then save the page.",
    "script": "The page holds no text because scripts draw it; open it in a browser and save it from there.",
    "robot": "The page only checks that no program asks for it; open it in a browser and save it from there.",
    "video": "The page holds a video or pictures and no text; there is nothing to read on it.",
}
_FRAMES = "The page only frames other pages and holds no text; give the framed pages instead."
_NONE = "There is no text in the page besides its navigation; open it in a browser and save it from there."


def wall(title: str | None, paragraphs: Sequence[str]) -> str | None:
    """The problem of a page whose title or paragraphs say why they hold no article; None for one that may be one.

    What is left of a page without the paragraphs that say so may be the beginning of an article, which is not lost.
    """
    if sum(map(len, paragraphs)) > _SHORT:
        return None
    said = [_said(words) for words in paragraphs]
    named = _said(title) if title and len(title) <= _TITLE else None
    left = [words for words, problem in zip(paragraphs, said, strict=True) if problem is None]
    if named is None and any(len(words) >= _SENTENCE and ends_sentence(words) for words in left):
        return None
    return named or next(filter(None, said), None)


def _said(words: str) -> str | None:
    low = " ".join(words.lower().replace("’", "'").split())
    return next((problem for kind, problem in _PROBLEMS.items() if any(one in low for one in known(kind))), None)


def why_empty(root: HtmlElement, title: str | None, video: bool) -> str:
    """The problem of a page in which no text was found; ``root`` is the whole page."""
    if root.find(".//frameset") is not None or root.find(".//frame") is not None:
        return _FRAMES
    unseen = " ".join("".join(one.itertext()) for one in root.iter("noscript", "title", "form", "dialog", "button"))
    told = _said(f"{title or ''} {unseen[:_SHORT]}")
    if told is not None:
        return told
    if video or any(True for _ in root.iter("video", "amp-video")):
        return _PROBLEMS["video"]
    if sum(1 for _ in root.iter("script")) >= _SCRIPTED:
        return _PROBLEMS["script"]
    return _NONE
