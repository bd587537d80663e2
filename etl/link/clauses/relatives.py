"""Where a relative clause begins and ends, and what it describes."""

from __future__ import annotations

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import NOMINAL, Clause
from etl.link.clauses.verbs import Readings, is_verb
from etl.link.items import Item
from etl.recognise.cues import words

_BEFORE_SECOND_VERB = NOMINAL | {K.DATE, K.MONEY, K.CUE}
_THAT_REACH = 4  # chunks after "that" among which its verb must stand

_ANTECEDENT_REACH = 6  # chunks before a relative clause among which what it describes must stand


def goes_on_describing(chunks: list[Chunk], current: Clause, opened: Clause) -> bool:
    """Whether a second verb is of the relative clause before it: "36 jets, which cost 8 billion and were delivered"."""
    joined = opened.inherits is not None and chunks[opened.start].kind is K.CONJ
    describes = current.relative and chunks[current.start].kind is K.REL
    return joined and describes and _is_subject(chunks, current)


def _is_subject(chunks: list[Chunk], clause: Clause) -> bool:
    """Whether the pronoun of a relative clause is its subject: a verb follows at once."""
    return chunks[clause.start + 1].kind in (K.AUX, K.CUE, K.WORD)


def reduced_after(chunks: list[Chunk], readings: Readings, comma: int) -> bool:
    """Whether a participle after a comma belongs to the arms before it: "the first of six boats, ordered in May"."""
    entry = readings.get(comma + 1)
    after = chunks[comma + 2] if comma + 2 < len(chunks) else None
    return (
        chunks[comma].kind is K.COMMA
        and isinstance(chunks[comma - 1].ref, Item)
        and entry is not None
        and entry.form == "past"
        and entry.frame in ("acquire", "supply", "award")
        and after is not None
        and after.kind in (K.DATE, K.PREP)
    )


def opens_relative(chunks: list[Chunk], readings: Readings, i: int) -> bool:
    """Whether a relative pronoun stands here; "that" is one only between a noun and a verb near by."""
    if chunks[i].text != "that":
        return chunks[i].kind is K.REL
    if chunks[i - 1].kind not in (K.ITEM, K.KIND, K.WORD) and not _is_cleft(chunks, i):
        return False
    return any(is_verb(chunks, j, readings) for j in range(i + 1, min(len(chunks), i + 1 + _THAT_REACH)))


def _is_cleft(chunks: list[Chunk], i: int) -> bool:
    """Whether "that" tells what a party did which the sentence opens with: "It was Spain that sold two corvettes"."""
    named = i - 1 - (chunks[i - 2].kind is K.DET)
    be = named > 0 and chunks[named - 1].text in words("grammar", "be")
    return be and chunks[i - 1].kind in (K.PARTY, K.COMPANY, K.HOME) and chunks[named - 2].text == "it"


def ends_relative(chunks: list[Chunk], clause: Clause, readings: Readings, i: int) -> bool:
    """Whether a second verb ends a relative clause: "The jets that Serbia ordered from Russia | were delivered"."""
    if not is_verb(chunks, i, readings) or chunks[i - 1].kind not in _BEFORE_SECOND_VERB:
        return False
    if chunks[i].kind is K.CUE and chunks[i - 1].kind is K.CUE:
        return False
    if not any(c.kind in NOMINAL for c in chunks[clause.start + 1 : i]):
        return False
    stop = i if chunks[i - 1].kind is K.CUE else i - 1
    return any(is_verb(chunks, j, readings) for j in range(clause.start, stop))


def of_which(chunks: list[Chunk], i: int) -> bool:
    """Whether a relative clause begins with a part: "two of which have arrived", "of which eight"."""
    item = chunks[i].ref
    if isinstance(item, Item) and item.surface.lower().endswith(tuple(words("grammar", "part_of"))):
        return True
    while i + 1 < len(chunks) and chunks[i].text in words("grammar", "partitive"):
        i += 1
    return chunks[i].text == "of" and i + 1 < len(chunks) and chunks[i + 1].text in ("which", "whom")


def begins_part(chunks: list[Chunk], i: int) -> bool:
    """Whether the words up to chunk ``i`` are a part that opens a clause: ", the last of which arrived"."""
    while i > 0 and chunks[i].text in words("grammar", "partitive"):
        i -= 1
    return chunks[i].kind is K.COMMA


def _described() -> frozenset[str]:
    """The deal nouns that a relative clause may describe: "the contract, which ..."."""
    return words("deal_nouns", "ordered", "agreed", "neutral")


def antecedent_at(chunks: list[Chunk], i: int, several: bool) -> int | None:
    """The index of the nominal chunk right before a relative clause; no country where the clause is of several."""
    reach = 2 * _ANTECEDENT_REACH if several else _ANTECEDENT_REACH
    for j in range(i - 1, max(-1, i - 1 - reach), -1):
        chunk = chunks[j]
        if several and chunk.kind is K.PARTY:
            continue
        if chunk.kind in (K.ITEM, K.PARTY, K.COMPANY, K.HOME) or (chunk.kind is K.CUE and chunk.text in _described()):
            return j
        if chunk.kind in (K.STOP, K.AUX):
            return None
    return None
