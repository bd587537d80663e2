"""Clauses that leave a word out: their verb, "Norway eight and Portugal three", or "that", "the jets Oslo bought"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.items import Item
from etl.recognise.cues import CueEntry, words
from etl.recognise.mentions import Party

_MAKER_OR_STATE = (K.PARTY, K.COMPANY)
_VERB_REACH = 4
"""Chunks after the subject of a clause without "that" among which its verb stands."""

_OBJECTS = (K.ITEM, K.COUNT, K.MONEY, K.KIND, K.SYSTEM)


def opens_contact(chunks: Sequence[Chunk], readings: Mapping[int, CueEntry | None], i: int) -> bool:
    """Whether a clause describes the arms right before chunk ``i`` without "that": "the 24 jets it bought from Minsk".

    Who acts stands there, a verb follows, and no arms or money after it that would be its object.
    """
    if not isinstance(chunks[i - 1].ref, Item):
        return False
    subject = i + (chunks[i].kind is K.DET and i + 1 < len(chunks))
    if not _acts(chunks, subject) or subject + 1 >= len(chunks) or chunks[subject + 1].kind is K.GEN:
        return False
    for j in range(subject + 1, min(len(chunks), subject + 1 + _VERB_REACH)):
        entry = readings.get(j)
        if entry is not None and entry.form != "noun":
            after = [c for c in chunks[j + 1 : j + 4] if c.kind is not K.DET or c.text in words("ones", "alone")]
            return not any(c.kind in _OBJECTS or c.text in words("ones", "alone") for c in after[:2])
        if chunks[j].kind is not K.AUX and chunks[j].text not in words("grammar", "adverbs", "within_verb"):
            return False
    return False


def _acts(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a chunk is a party, one of its bodies or a pronoun for it that may be the subject of a verb."""
    if chunks[at].kind is K.PRON:
        return chunks[at].text in words("grammar", "persons")
    return chunks[at].kind is K.HOME or (chunks[at].kind is K.PARTY and _names_side(chunks[at]))


def opens_gap(chunks: Sequence[Chunk], start: int, joint: int) -> bool:
    """Whether a comma or conjunction at ``joint`` opens a clause without a verb, in a clause that began at ``start``.

    A name stands there with a figure or a weapon right after it, and arms have been told before.
    """
    at = joint + 1
    while at < len(chunks) and chunks[at].kind in (K.CONJ, K.DET):
        at += 1
    if at + 1 >= len(chunks) or not _names_side(chunks[at]):
        return False
    n = at + 1 + (chunks[at + 1].kind is K.GEN)
    n += n + 1 < len(chunks) and (chunks[n].kind is K.DET or _goes_on_under(chunks, start, joint, n))
    if n + 2 < len(chunks) and chunks[n].kind is K.MONEY and chunks[n + 1].text == "for":
        return isinstance(chunks[n + 2].ref, Item) and any(c.kind is K.MONEY for c in chunks[start:joint])
    what = chunks[n].ref if n < len(chunks) else None
    if not isinstance(what, Item) or not (what.counted or what.system is not None or what.single):
        return False
    after = chunks[n + 1] if n + 1 < len(chunks) else None
    return _ends(after) and any(isinstance(c.ref, Item) for c in chunks[start:joint])


def _goes_on_under(chunks: Sequence[Chunk], start: int, joint: int, n: int) -> bool:
    """Whether arms stand under the same preposition as in the clause before: "signed for four, Hungary for two"."""
    listed = chunks[joint].kind is K.CONJ and chunks[joint - 1].kind in _MAKER_OR_STATE
    if chunks[n].kind is not K.PREP or not isinstance(chunks[n + 1].ref, Item) or listed:
        return False
    before = (a.text.split()[-1] for a, b in pairwise(chunks[start:joint]) if isinstance(b.ref, Item))
    return chunks[n].text in before


def _names_side(chunk: Chunk) -> bool:
    adjective = isinstance(chunk.ref, Party) and chunk.ref.form not in ("name", "capital")
    return chunk.kind in _MAKER_OR_STATE and not adjective


def _ends(after: Chunk | None) -> bool:
    """Whether what follows goes on with no verb of its own."""
    return after is None or after.kind in (K.COMMA, K.CONJ, K.STOP, K.PREP, K.DATE, K.DASH)


def is_further(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether more of the same stands here: "200 ordered in 2019, delivered by 2024, and 300 more in 2022"."""
    item = chunks[i].ref
    return isinstance(item, Item) and item.elliptic and item.count is not None and item.count.modifier == "additional"


def adds_more(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether counted arms are added to those before: "sold 24 tanks, delivered in 2013, as well as 14 fighters"."""
    words_here = " ".join(c.text for c in chunks[i : i + 3])
    item = chunks[i + 3].ref if i + 3 < len(chunks) else None
    return words_here in words("grammar", "adding_more") and isinstance(item, Item) and item.count is not None
