"""Arrangement of a clause: sale, aid, loan or licence, from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import Clause, Frame
from etl.link.found import Found
from etl.link.phrases import either
from etl.recognise.cues import words
from schemas.vocabulary import Arrangement

_BUYING = frozenset({"acquire", "win", "award"})


@cache
def _phrases() -> tuple[tuple[Arrangement, re.Pattern[str]], ...]:
    """The phrases of each arrangement."""
    return tuple((a, _phrase(a.value)) for a in (Arrangement.LICENCE, Arrangement.LOAN, Arrangement.AID))


@cache
def _phrase(key: str) -> re.Pattern[str]:
    """The phrases of a key: they begin after a space and end with a word."""
    return re.compile(rf" (?:{either(words('arrangements', key))})(?![^\W_])")


_CREDIT_REACH = 6
"""Chunks around a loan among which the words stand by which it is one of money."""


_STOCK_OWNER = 4
"""Chunks before a noun for stocks among which stands whose they are, and the preposition."""


def arrangement_of(text: str, sentence: Sentence, clause: Clause) -> Found[Arrangement] | None:
    """The arrangement that the words of a clause imply, None where they say nothing of it."""
    chunks = sentence.chunks[clause.start : clause.stop]
    if not chunks:
        return None
    lent = any(c.text in words("arrangements", "money_lent") for c in chunks)
    start, surface = chunks[0].start, _surface(text[chunks[0].start : chunks[-1].end], clause, lent)
    credit = any(_is_credit(frame, sentence.chunks) for frame in clause.frames)
    for arrangement, phrases in _phrases():
        told = phrases.search(surface)
        if told is not None and not (credit and arrangement is Arrangement.LOAN):
            return _by_phrase(arrangement, start, told)
    for frame in clause.frames:
        loose = _is_credit(frame, sentence.chunks) or _to_export(frame, clause) or _keeps_up(frame, sentence.chunks)
        loose = loose or (lent and frame.entry.lemma == "grant")
        if frame.entry.arrangement is not None and not loose:
            return Found(frame.entry.arrangement, ((frame.chunk.start, frame.chunk.end),))
    selling = next((frame for frame in clause.frames if _sells(frame)), None)
    if selling is not None:
        return Found(Arrangement.SALE, ((selling.chunk.start, selling.chunk.end),))
    given = _phrase("given").search(surface)
    return _by_phrase(Arrangement.AID, start, given) if given is not None else _out_of_stocks(chunks)


def _surface(told: str, clause: Clause, lent: bool) -> str:
    """The words of a clause in lower case, spaces around them and in place of those that say nothing of its terms."""
    surface = f" {told.lower()} "
    for frame in clause.frames:
        if frame.name == "approve":
            surface = surface.replace(frame.chunk.text, " " * len(frame.chunk.text))
    for upkeep in words("arrangements", "upkeep"):
        surface = surface.replace(upkeep, " " * len(upkeep))
    return re.sub(r"\bgrant\w*", lambda granted: " " * len(granted[0]), surface) if lent else surface


def _by_phrase(arrangement: Arrangement, start: int, told: re.Match[str]) -> Found[Arrangement]:
    """An arrangement by a phrase in the words of a clause that begins at ``start``; a space stands before each."""
    return Found(arrangement, ((start + told.start(), start + told.end() - 1),))


def _out_of_stocks(chunks: Sequence[Chunk]) -> Found[Arrangement] | None:
    """Aid, where arms come out of what a state has laid up: "from Bundeswehr stocks", "out of the army's depots"."""
    for n, chunk in enumerate(chunks):
        if chunk.text in words("arrangements", "stocks"):
            before = [c.text for c in chunks[max(0, n - _STOCK_OWNER) : n]]
            if not words("arrangements", "out_of").isdisjoint(before):
                return Found(Arrangement.AID, ((chunk.start, chunk.end),))
    return None


def _is_credit(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether a loan is one of money, by which something is paid: "a $320 million loan", "a loan at two per cent"."""
    if frame.entry.arrangement is not Arrangement.LOAN or not frame.nominal:
        return False
    near = (frame.at - 1, frame.at - 2, frame.at + 2)
    if any(0 <= i < len(chunks) and chunks[i].kind is K.MONEY for i in near):
        return True
    around = chunks[max(0, frame.at - _CREDIT_REACH) : frame.at + _CREDIT_REACH]
    return any(c.text in words("arrangements", "credit") for c in around)


def _keeps_up(frame: Frame, chunks: Sequence[Chunk]) -> bool:
    """Whether a package is one of spares and upkeep that is bought with arms: "a logistics support package"."""
    before = chunks[frame.at - 1].text if frame.at else ""
    return any(f"{before} {frame.chunk.text}".endswith(w) for w in words("arrangements", "upkeep"))


def _to_export(frame: Frame, clause: Clause) -> bool:
    """Whether a licence is one to export, which an authority gives or refuses: "refused a licence for 20,000 bombs"."""
    leave = frame.effects | {f.name for f in clause.frames}
    allows = not leave.isdisjoint({"cancel", "approve", "negated"}) or any(
        f.entry.lemma in words("issues", "gives") for f in clause.frames
    )
    return frame.entry.arrangement is Arrangement.LICENCE and frame.nominal and allows


def _sells(frame: Frame) -> bool:
    """Whether a frame tells of a sale: buying, selling, a contract."""
    lemma = frame.entry.lemma
    if frame.name in _BUYING and lemma not in words("lemmas", "gained"):
        return True
    return lemma in words("deal_nouns", "ordered") or lemma in words("lemmas", "selling")
