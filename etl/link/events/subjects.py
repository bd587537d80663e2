"""Which chunk is a clause's subject: its own, one that it shares, or the one that it describes."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.clauses import NOMINAL, Clause
from etl.recognise.cues import words
from etl.recognise.mentions import Party

_JOINED = 15
"""Chunks after a subject among which the others stand that are joined to it: half a dozen countries."""


def subject_of(chunks: Sequence[Chunk], clause: Clause, subjects: Sequence[int | None]) -> int | None:
    """The index of the chunk that is the clause's subject; ``subjects`` are those of the clauses before it."""
    own = _first_nominal(chunks, clause)
    previous = subjects[-1] if subjects else None
    if clause.relative and clause.antecedent is not None:
        doer = _before_verb(chunks, clause)
        return doer if doer is not None else own if own is not None else clause.antecedent
    opening = chunks[clause.start]
    if opening.text == ":" and all(f.nominal for f in clause.frames) and previous is not None:
        return previous
    if own is not None:
        return own
    if clause.inherits is not None and clause.inherits < len(subjects):
        return subjects[clause.inherits]
    if _has_other_subject(chunks, clause):
        return None
    return previous if clause.start and opening.kind is not K.STOP else None


def _has_other_subject(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether a noun that is no party stands before the verb: ", the Department pledged in September to give ..."."""
    start = clause.start + (chunks[clause.start].kind in (K.COMMA, K.CONJ, K.DASH))
    stop = _first_verb(chunks, clause)
    before = chunks[start:stop]
    return len(before) > 1 and before[0].kind is K.DET and all(c.kind is K.WORD for c in before[1:])


def _first_nominal(chunks: Sequence[Chunk], clause: Clause) -> int | None:
    """The first nominal without a preposition before the first verb."""
    nouns = {f.at for f in clause.frames if f.nominal}
    for i in range(clause.start, _first_verb(chunks, clause)):
        if i in clause.preps and not _makes_up_group(chunks, clause, i):
            continue
        if chunks[i].kind in NOMINAL and not _owns_or_describes(chunks, i):
            if chunks[i].kind is not K.PRON or chunks[i].text in words("grammar", "subjects"):
                return i
        elif i in nouns:
            return i
    return _after_gerund(chunks, clause) or _after_auxiliary(chunks, clause)


def _after_gerund(chunks: Sequence[Chunk], clause: Clause) -> int | None:
    """The subject after what a clause opens with: "By ordering 54 howitzers, Oslo closed the gap"."""
    verb = next((f for f in clause.frames if not f.nominal), None)
    if verb is None or verb.entry.form != "ing" or not _opens_with(chunks, clause, verb.at):
        return None
    comma = next((i for i in range(verb.at, clause.stop - 1) if chunks[i].kind is K.COMMA), None)
    doer = comma + 1 + (chunks[comma + 1].kind is K.DET) if comma is not None else clause.stop
    if doer >= clause.stop or chunks[doer].kind not in (K.PARTY, K.COMPANY, K.HOME) or _owns_or_describes(chunks, doer):
        return None
    return doer


def _opens_with(chunks: Sequence[Chunk], clause: Clause, verb: int) -> bool:
    """Whether nothing but a preposition stands before a verb: "By ordering", "After buying"."""
    before = [c for c in chunks[clause.start : verb] if c.kind is not K.COMMA]
    return len(before) == 1 and before[0].kind in (K.PREP, K.SUB)


def _after_auxiliary(chunks: Sequence[Chunk], clause: Clause) -> int | None:
    """The subject of a question or an inversion: "What has Poland handed over?", "Nor has the army ordered any"."""
    at = _first_verb(chunks, clause)
    if at >= clause.stop or chunks[at].kind is not K.AUX or at + 2 >= clause.stop:
        return None
    doer = at + 1 + (chunks[at + 1].kind is K.DET)
    named = chunks[doer].kind in (K.PARTY, K.COMPANY, K.HOME) and not _owns_or_describes(chunks, doer)
    verb = any(f.at == doer + 1 and not f.nominal for f in clause.frames)
    return doer if named and verb and doer not in clause.preps else None


def _makes_up_group(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a country is the first of those that act as one: "a consortium of Denmark, Sweden and Norway ordered"."""
    of = i - 1 - (chunks[i - 1].kind is K.DET)
    return of > clause.start and chunks[of].text == "of" and chunks[of - 1].text in words("home", "groups")


def _before_verb(chunks: Sequence[Chunk], clause: Clause) -> int | None:
    """The party right before the verb of a relative clause: "46 jets, ten of which it bought new"."""
    at = _first_verb(chunks, clause) - 1
    if at <= clause.start or at in clause.preps or at + 1 >= clause.stop:
        return None
    pronoun = chunks[at].kind is K.PRON and chunks[at].text in words("grammar", "persons")
    return at if pronoun or chunks[at].kind in (K.PARTY, K.COMPANY, K.HOME) else None


def _first_verb(chunks: Sequence[Chunk], clause: Clause) -> int:
    verbs = {f.at for f in clause.frames if not f.nominal}
    span = range(clause.start, clause.stop)
    return next((i for i in span if chunks[i].kind is K.AUX or i in verbs), clause.stop)


def _owns_or_describes(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a nominal only belongs to the noun after it: "Peru's order", "the Peruvian order"."""
    following = chunks[i + 1].kind if i + 1 < len(chunks) else None
    if following is K.GEN:
        return True
    ref = chunks[i].ref
    adjective = chunks[i].kind is K.PARTY and isinstance(ref, Party) and ref.form == "adjective"
    people = i > 0 and chunks[i - 1].text == "the" and following in (K.COMMA, K.REL)  # "the Dutch, who gave 12"
    before = chunks[i - 1 - (i > 1 and chunks[i - 1].kind is K.DET)].kind if i else None
    if adjective and before is K.WORD and following is K.WORD and _opens_sentence_before(chunks, i + 1):
        return True
    return adjective and not people and following not in (K.WORD, K.AUX)


def _opens_sentence_before(chunks: Sequence[Chunk], noun: int) -> bool:
    """Whether a phrase that ends with a noun only stands before the subject: "ignoring Turkish warnings, Cyprus"."""
    if (
        noun + 2 >= len(chunks)
        or chunks[noun].text in words("grammar", "speech")
        or chunks[noun + 1].kind is not K.COMMA
    ):
        return False
    doer = noun + 2 + (chunks[noun + 2].kind is K.DET and noun + 3 < len(chunks))
    body = doer > noun + 2 and chunks[doer].kind is K.WORD
    return body or chunks[doer].kind in (K.PARTY, K.HOME, K.COMPANY, K.PRON)


def coordinated(chunks: Sequence[Chunk], subject: int, stop: int) -> list[Chunk]:
    """The subject and the parties and firms joined to it by "and": "the yard and Warsaw signed"."""
    found = [chunks[subject]]
    for i in range(subject + 1, min(stop, subject + _JOINED)):
        chunk = chunks[i]
        if chunk.kind in (K.PARTY, K.COMPANY, K.HOME) and chunks[i - 1].kind in (K.CONJ, K.COMMA, K.DET, K.GEN, K.WORD):
            found.append(chunk)
        elif chunk.kind in (K.PREP, K.CUE, K.AUX, K.REL):
            break
    return found if any(c.text in ("and", "&") for c in chunks[subject:stop]) else found[:1]
