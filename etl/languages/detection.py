"""Which language a text is in. Where that is in doubt it is English: no text on transfers in English is to be lost.

CLD2 tells languages apart. Words that only English has, and words that every text in a language has, keep it from
taking a list of foreign names for a text in their language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pycld2

from etl.documents import Document
from etl.languages.tables import languages, words
from etl.lexicon import load

ENGLISH = "en"
_HEAD, _PIECE = 3000, 1500
"""Characters looked at: at the head of a text, in its middle and at its end."""
_TELLING = 0.03
"""Share of words that only English has, from which on a text is English, whatever else is in it."""
_COMMON = 0.04
"""Share of its most common words without which a text is not in a language."""
_FEWEST, _FAR_MORE = 2, 3
"""How many different words of its own a text in a language has at least, and how many times more than English ones."""
_FEW_LETTERS, _MANY_LETTERS = 12, 120
"""Below the one nothing is told of a text; a language whose common words are not in the tables takes the other."""
_MOST, _FEW_CUES = 80, 0.04
"""Percentage of a text that is in such a language, and the share of English cues of transfers that it has at most."""
_word = re.compile(r"[^\W\d_]+")
_latin = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_tag = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_UNKNOWN, _UNDETERMINED = "un", "und"


@dataclass(frozen=True, slots=True)
class _Told:
    """What CLD2 says of a text: the language of most of it, its share in percent, and whether that is sure."""

    language: str
    percent: int
    sure: bool


def detect(text: str) -> str | None:
    """The language that ``text`` is in (BCP 47 primary tag), None where that is in doubt. Never raises.

    Only a bounded part of the text is looked at.
    """
    sample = _sample(text)
    found = [word.lower() for word in _word.findall(sample)]
    letters = sum(map(len, found))
    if letters < _FEW_LETTERS:
        return None
    if _share(found, words(ENGLISH, "telling")) >= _TELLING:
        return ENGLISH
    likely = _likely(found)
    if len(_latin.findall(sample)) * 2 < letters:
        return _by_letters(sample, _told(sample, likely, guess=True).language, likely)
    told = _told(sample, likely)
    if not told.sure or told.language == _UNKNOWN:
        return None
    if told.language == ENGLISH or _is_borne_out(told, sample, found):
        return told.language
    return None


def language_of(document: Document) -> str | None:
    """The language that a document is in (BCP 47); None of one too short to tell, which is read as English.

    What the document says of itself is believed where its text agrees, or where its text does not tell.
    """
    text = _text(document)
    stated, seen = tag(document.language), detect(text)
    if stated is None or (seen is not None and _alike(stated) != _alike(seen)):
        return seen
    if seen is None and not is_english(stated) and _told(_sample(text), None).language == ENGLISH:
        return None
    return stated


def is_english(language: str | None) -> bool:
    """Whether a document of a language, or of none that could be told, is read as English."""
    return language is None or primary(language) == ENGLISH


def primary(language: str) -> str:
    """The language of a BCP 47 tag: ``en`` of ``en-GB``."""
    return language.partition("-")[0].lower()


def tag(stated: str | None) -> str | None:
    """What a document says of its language as a BCP 47 tag: ``en-GB`` of ``en_GB``, ``de`` of ``German`` or ``deu``;
    None where it names no language."""
    said = (stated or "").strip()
    match = _tag.fullmatch(said)
    if not said or (match and len(match[1]) == 2):
        return said.replace("_", "-") or None
    import pycountry

    known = pycountry.languages.get(alpha_3=match[1].lower()) if match else None
    known = known or pycountry.languages.get(name=said.capitalize())
    return getattr(known, "alpha_2", None) or getattr(known, "alpha_3", None)


def name(language: str) -> str | None:
    """The English name of a language, None where it has none."""
    from babel import Locale

    named: str | None = Locale(ENGLISH).languages.get(primary(language))
    return None if primary(language) == _UNDETERMINED else named


def _text(document: Document) -> str:
    """The text of a document without its front matter."""
    if not document.blocks:
        return document.text
    return "\n".join(document.text[block.start : block.end] for block in document.blocks)


def _sample(text: str) -> str:
    """As much of a text as is looked at: from its head, its middle and its end."""
    if len(text) <= _HEAD + 2 * _PIECE:
        return text
    middle = (len(text) - _PIECE) // 2
    return "\n".join((text[:_HEAD], text[max(_HEAD, middle) : middle + _PIECE], text[-_PIECE:]))


def _share(found: Sequence[str], wanted: frozenset[str]) -> float:
    return sum(word in wanted for word in found) / len(found)


def _common(language: str) -> frozenset[str]:
    """Words that most texts in a language have and English ones have not."""
    return words(language, "stop") - words(ENGLISH, "shared")


def _own(language: str) -> frozenset[str]:
    """Those, and words for money and arms, that English does not have."""
    domain = frozenset().union(*(words(language, role) for role in ("unit", "magnitude", "noun", "year_after")))
    return _common(language) | (domain - words(ENGLISH, "shared"))


def _likely(found: Sequence[str]) -> str | None:
    """The language of the tables that has most of the common words of a text; None where it has no such word."""
    counted = Counter(found)
    weights = {one: sum(counted[word] for word in _common(one)) for one in sorted(languages())}
    best = max(weights, key=weights.__getitem__)
    return best if weights[best] else None


def _told(sample: str, hint: str | None, *, guess: bool = False) -> _Told:
    """What CLD2 says, leaning to the language ``hint`` where a text is short; ``guess`` asks of very short ones too."""
    given = {"isPlainText": True, "bestEffort": guess or hint is not None, **({"hintLanguage": hint} if hint else {})}
    try:
        sure, _, details, *_ = pycld2.detect(sample, **given)
    except (pycld2.error, UnicodeError):
        clean = "".join(char if char.isprintable() else " " for char in sample)
        sure, _, details, *_ = pycld2.detect(clean, **given)
    _, language, percent, _ = details[0]
    return _Told(_like(language.partition("-")[0]), percent, sure)


def _is_borne_out(told: _Told, sample: str, found: Sequence[str]) -> bool:
    """Whether the words of a text in Latin letters are those of the language that it seems to be in: at least two of
    its own, and far more of them than of English ones."""
    if told.language not in languages():
        is_long = sum(map(len, found)) >= _MANY_LETTERS
        return is_long and told.percent >= _MOST and _cues(sample, told) <= _FEW_CUES * len(found)
    exact = _own(told.language)
    stems = tuple(word[:-1] for word in exact if word.endswith("*"))
    own = [word for word in found if word in exact or (word.startswith(stems) and word not in words(ENGLISH, "shared"))]
    if len(set(own)) < _FEWEST or len(own) < _COMMON * len(found):
        return False
    return len(own) > _FAR_MORE * _english(sample, found, told)


def _english(sample: str, found: Sequence[str], told: _Told) -> int:
    """How many words of a text are cues of transfers in English, or prepositions that the language does not have."""
    prepositions = words(ENGLISH, "preposition") - words(told.language, "stop")
    return _cues(sample, told) + sum(word in prepositions for word in found)


def _cues(sample: str, told: _Told) -> int:
    """How many words of a text are verbs and nouns that tell of transfers in English ("orders", "deal")."""
    from etl.recognise.cues import find_cues

    return sum(cue.surface.lower() not in words(told.language, "stop") for cue in find_cues(sample))


def _by_letters(sample: str, language: str, likely: str | None) -> str:
    """The language of a text in letters of its own, unless it has letters that the language lacks."""
    if not words(language, "never").isdisjoint(sample.lower()):
        language = likely or _UNKNOWN
    return _UNDETERMINED if language in (_UNKNOWN, ENGLISH) else language


@cache
def _tags(*, old: bool) -> Mapping[str, str]:
    return {row["tag"]: row["like"] for row in load.rows("language_tags") if not old or row["why"] == "old tag"}


def _like(language: str) -> str:
    """A language's tag of today."""
    return _tags(old=True).get(language, language)


def _alike(language: str) -> str:
    """One tag for languages that are written so much alike that a text does not tell them apart."""
    return _tags(old=False).get(primary(language), primary(language))
