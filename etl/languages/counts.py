"""Numbers that count things in a text of another language: those before a noun, with the words that bound them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.languages.numerals import Number, number_at
from etl.languages.tables import Tongue
from etl.languages.tokens import Shape, Token
from schemas.vocabulary import Bound

_LONGEST_BOUND = 4
_ADJECTIVES = 3
"""Words that may stand between a number and a noun with a capital."""
_POSTCODE = 5
_NO_COUNT = Decimal(10**9)
"""From here on a number is a sum of money whose currency was told before."""
_OPENING = "(«\"'“„‚‘[—–-"
_ENDS_SENTENCE = ".!?:;…|•*"


def is_count(tokens: Sequence[Token], number: Number, tongue: Tongue) -> bool:
    """Whether a number counts things: a noun or a designation follows it, and it is no part of a name itself."""
    if not number.is_whole or not 0 < number.value < _NO_COUNT or (number.words and number.value == 1):
        return False
    noun = _noun(tokens, number, tongue)
    if noun is None or _is_postcode(tokens[number.first], noun, tongue):
        return False
    return not _is_named(tokens, number.first, noun, tongue, words=number.words)


def _is_postcode(digits: Token, noun: Token, tongue: Tongue) -> bool:
    """Whether five digits and more, none of them parted, stand before a name: "75007 Paris"."""
    plain = len(digits.text) >= _POSTCODE and digits.text.isdigit() and not digits.text.endswith("00")
    return plain and noun.is_capital and noun.low not in tongue.words("noun")


def _noun(tokens: Sequence[Token], number: Number, tongue: Tongue) -> Token | None:
    """The word that says what a number counts, None where none does."""
    at = _past_partitive(tokens, number.end, tongue)
    if at < len(tokens) and number.scale > 1 and tokens[at].low in tongue.words("of"):
        at += 1
    for place in range(at, min(len(tokens), at + _ADJECTIVES + 1)):
        token = tokens[place]
        if place == at and token.shape is Shape.MARK and token.text in '«"“„' and not token.tied:
            continue
        if token.shape not in (Shape.WORD, Shape.NAME) or (token.tied and tokens[place - 1].text not in "«\"“„'’"):
            return None
        if token.shape is Shape.NAME and not token.text[0].isdigit():
            return token
        if _is_other(token, tongue):
            return None
        if token.is_capital or not tongue.has("capitals"):
            return token
    return None


def _past_partitive(tokens: Sequence[Token], at: int, tongue: Tongue) -> int:
    """The token after the number that a number is part of: "drei der fünf Fregatten"; ``at`` where there is none."""
    for length in (2, 1):
        if " ".join(token.low for token in tokens[at : at + length]) in tongue.words("among"):
            whole = number_at(tokens, at + length, tongue) if at + length < len(tokens) else None
            return whole.end if whole and whole.scale == 1 else at
    return at


def _is_other(token: Token, tongue: Tongue) -> bool:
    """Whether a word after a number is none that it counts."""
    others = ("stop", "measure", "unit", "label", "magnitude")
    if token.low.endswith("'"):
        return True
    return token.low in tongue.months or any(token.low in tongue.words(role) for role in others)


def _is_named(tokens: Sequence[Token], first: int, noun: Token, tongue: Tongue, *, words: bool) -> bool:
    """Whether a number belongs to what stands before it: "Artikel 5", "№ 12", "35 pour cent", "Zuzana 2".

    ``words`` says that it is not in digits.
    """
    if first == 0:
        return False
    before = tokens[first - 1]
    if tokens[first].tied and before.text not in _OPENING:
        return True
    if before.shape is Shape.NUMBER or before.text in "№§#+×/=" or before.low in tongue.words("label"):
        return True
    if words and before.low in tongue.words("per") and first > 1 and tokens[first - 2].shape is Shape.NUMBER:
        return True
    if before.text == "." and first > 1 and tokens[first - 2].low in tongue.words("label"):
        return True
    if not before.is_capital or before.shape is not Shape.WORD or words or tongue.has("capitals"):
        return False
    begins = first == 1 or tokens[first - 2].shape is Shape.BREAK or tokens[first - 2].text in _ENDS_SENTENCE
    return not (begins or before.low in tongue.words("stop") or noun.low in tongue.words("noun"))


def bound_before(tokens: Sequence[Token], first: int, tongue: Tongue, floor: int) -> tuple[Bound | None, int]:
    """The bound that words right before a token state and where they begin; of two the one that says more wins."""
    bound: Bound | None = None
    at = first
    while (found := _bound_words(tokens, at, tongue, floor)) is not None:
        value, at = found
        bound = value if bound in (None, Bound.ABOUT) else bound
    return bound, at


def _bound_words(tokens: Sequence[Token], end: int, tongue: Tongue, floor: int) -> tuple[Bound, int] | None:
    stopped = end - 2 >= floor and tokens[end - 1].text == "." and tokens[end - 2].low in tongue.words("abbreviated")
    last = end - 1 if stopped else end
    for length in range(min(_LONGEST_BOUND, last - floor), 0, -1):
        words = tokens[last - length : last]
        if any(token.shape is not Shape.WORD for token in words):
            continue
        if value := tongue.words("bound").get(" ".join(token.low for token in words)):
            before = tokens[last - length - 1].low if last - length > floor else ""
            # "Vertrag über 54 Panzer" is a contract for fifty-four of them
            return None if before in tongue.words("preposition_after") else (Bound(value), last - length)
    return None
