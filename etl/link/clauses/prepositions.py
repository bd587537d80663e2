"""Which preposition governs a chunk: "from France and Italy" has both under "from"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import NOMINAL, Clause
from etl.recognise.cues import Cue, words


def prepositions(chunks: Sequence[Chunk], clause: Clause) -> dict[int, str]:
    """The preposition that governs each nominal, date, amount and deal noun; coordination carries it on."""
    governed: dict[int, str] = {}
    current, last = "", ""
    for i in range(clause.start, clause.stop):
        chunk = chunks[i]
        following = chunks[i + 1] if i + 1 < clause.stop else None
        if _is_attribute(chunks, clause, i):
            continue
        family = _family(chunk)
        if family and last and family != last and not _after_preposition(chunks, clause, i):
            current = ""
        last = family or ("" if chunk.kind is K.PREP else last)
        if chunk.kind is K.PREP and following is not None and following.text in words("grammar", "adverbials"):
            current = ""
        elif chunk.kind is K.PREP:
            source = i > clause.start and chunks[i - 1].text in words("grammar", "source")
            current = chunks[i - 1].text if source else chunk.text
        elif _breaks_off(chunks, i):
            current = ""
        elif chunk.kind is K.CUE:
            form = chunk.ref.readings[0].form if isinstance(chunk.ref, Cue) else "noun"
            if form in ("past", "third", "phrase"):
                current = ""
            if current:
                governed[i] = current
            if following is not None and following.kind is not K.CONJ:
                current = ""
            if form == "phrase":
                final = chunk.text.split()[-1]
                current = final if final in words("grammar", "direction") else current
        elif family:
            if current and (
                _opens_clause(chunks, clause, i)
                or _does(chunks, clause, i, current)
                or _second_phrase(chunks, clause, i, current)
            ):
                current = ""
            if current:
                governed[i] = current
            named = chunk.kind is K.HOME and following is not None and following.kind is K.PARTY
            if following is None or not (named or following.kind in (K.CONJ, K.COMMA, K.GEN)):
                current = ""
    return governed


def _breaks_off(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether no preposition reaches over a chunk: an auxiliary, a stop, a verb of speech, an infinitive."""
    chunk = chunks[i]
    if chunk.kind in (K.AUX, K.STOP, K.REL, K.OPEN) or (chunk.kind is K.CUE and i and chunks[i - 1].text == "to"):
        return True
    return chunk.kind is K.WORD and chunk.text in words("grammar", "saying")


def _is_attribute(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a date only tells more of the noun after it: "under a 2016 framework with the yard"."""
    if chunks[i].kind is not K.DATE or i == clause.start or i + 1 >= clause.stop:
        return False
    noun = isinstance(cue := chunks[i + 1].ref, Cue) and cue.readings[-1].form == "noun"
    return chunks[i - 1].kind is K.DET and noun


def _second_phrase(chunks: Sequence[Chunk], clause: Clause, i: int, preposition: str) -> bool:
    """Whether a party stands after a whole noun phrase, under no preposition: "for the final day the Americans"."""
    if preposition == "to" or chunks[i].kind not in (K.PARTY, K.COMPANY) or i - 3 < clause.start:
        return False
    return chunks[i - 1].text == "the" and chunks[i - 2].kind is K.WORD and chunks[i - 3].kind in (K.WORD, K.DET)


def _family(chunk: Chunk) -> str:
    """What a chunk is coordinated with: things with things, dates with dates; empty for what no preposition governs."""
    if chunk.kind is K.MONEY:
        return "amount"
    if chunk.kind is K.DATE:
        return "date"
    return "thing" if chunk.kind in NOMINAL else ""


def _does(chunks: Sequence[Chunk], clause: Clause, i: int, preposition: str) -> bool:
    """Whether a name after "after" or "since" is the subject of a verb: "weeks after the Danish army chose the gun"."""
    if preposition not in words("grammar", "clause_prepositions") or i + 1 >= clause.stop:
        return False
    following = chunks[i + 1]
    verb = isinstance(following.ref, Cue) and any(r.form in ("past", "third") for r in following.ref.readings)
    named = chunks[i].kind in (K.PARTY, K.COMPANY, K.HOME, K.PRON)
    return named and (verb or following.text in words("grammar", "have"))


def _opens_clause(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a name after a full noun has the verb after it: "Under the swap scheme Slovenia handed over ...".

    After a comma any noun is full: "By the time of the coup, Belgrade had shipped ...".
    """
    if chunks[i].kind not in (K.PARTY, K.COMPANY, K.PRON, K.HOME) or i + 1 >= clause.stop or i - 2 < clause.start:
        return False
    if chunks[i].kind is K.PRON and chunks[i].text not in words("grammar", "persons"):
        return False
    following = chunks[i + 1 + (chunks[i + 1].kind is K.DATE and i + 2 < clause.stop)]
    ref = following.ref
    verb = isinstance(ref, Cue) and any(r.form in ("past", "third", "phrase") for r in ref.readings)
    says = following.text in words("grammar", "speech", "promises") or _body_finds(chunks, clause, i)
    if not verb and not says and following.kind is not K.AUX:
        return False
    comma = i - 1 - (chunks[i - 1].kind is K.WORD and chunks[i - 2].kind is K.DET)
    comma -= chunks[comma].kind is K.DET
    if chunks[comma].kind is K.COMMA and comma > clause.start:
        return says or chunks[comma - 1].kind in (K.WORD, K.PARTY, K.COMPANY, K.ITEM)
    if chunks[i].kind is K.PRON:
        return chunks[i - 1].kind is not K.PREP
    article = chunks[i - 1].kind is K.DET and chunks[i].kind is K.PARTY and i - 3 >= clause.start
    noun = i - 1 - article
    return chunks[noun].kind is K.WORD and chunks[noun - 1].kind is not K.PREP


def _findings() -> frozenset[str]:
    return words("grammar", "speech", "findings")


def _body_finds(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a body of the party at a chunk is who tells all that stands before: ", a UN panel found"."""
    verb = i + 1 + (i + 2 < clause.stop and chunks[i + 1].kind is K.HOME)
    verb += verb + 1 < clause.stop and chunks[verb].kind is K.WORD and chunks[verb].text not in _findings()
    return chunks[verb].text in _findings()


def _after_preposition(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a preposition stands between a chunk and the nominal before it."""
    for j in range(i - 1, clause.start - 1, -1):
        if chunks[j].kind is K.PREP:
            return True
        if chunks[j].kind is K.COMMA or _family(chunks[j]):
            return False
    return False
