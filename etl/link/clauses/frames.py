"""Frames: how a cue word is read where it stands, as verb or noun, with its voice, tense and mood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses.fits import fits, in_order, is_label, only_keeps_silent
from etl.link.clauses.moods import before_verb, effects_of, moves_none, verb_group
from etl.link.clauses.orders import order_goes
from etl.link.clauses.turns import turned
from etl.link.clauses.types import Clause, Frame
from etl.recognise.cues import Cue, CueEntry, idioms, modal_effects, words
from schemas.vocabulary import Stage

_BRACKET = 5
"""Chunks of a bracket that may stand between arms and the participle after them: "jets (2019), bought from"."""

_DESCRIBES = frozenset({"make", "spend"})
"""Frames whose participles only describe the arms before them."""

_BARGAINS = frozenset({"acquire", "receive", "supply", "deliver", "agree"})
_REPORT_REACH = 9

_OBJECT = 4
"""Chunks after a verb among which its object stands."""


def reading(chunks: Sequence[Chunk], at: int) -> CueEntry | None:
    """The reading of a cue where it stands: verb or noun, None where neither fits."""
    cue = chunks[at].ref
    assert isinstance(cue, Cue)
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if only_keeps_silent(chunks, at) or in_order(chunks, at, cue) or is_label(chunks, at):
        return None
    nouns = [r for r in cue.readings if r.form == "noun"]
    verbs = [
        r
        for r in cue.readings
        if r.form != "noun"
        and not (r.form == "ing" and at and chunks[at - 1].kind is K.DET)
        and (following is None or following.text not in idioms(r.lemma))
        and fits(chunks, at, r.lemma)
    ]
    if nouns and (not verbs or _noun_place(chunks, at)):
        return nouns[0]
    arrives = [r for r in verbs if r.frame == "arrive"]
    dated = following is not None and following.kind is K.DATE
    way = following is not None and following.text in words("brought", "ways")
    plain = dated or (way and any(r.lemma in words("brought", "no_nouns") for r in arrives))
    of_arms = bool(arrives) and plain and at > 0 and (chunks[at - 1].kind is K.ITEM or _stands_for_arms(chunks, at - 1))
    named = any(r.form != "phrase" and r.lemma == chunks[at].text for r in verbs)
    if at and named and chunks[at - 1].kind in (K.DET, K.GEN) and not of_arms:
        return None  # "at a cost of"
    if not verbs or (all(r.form in ("base", "third") for r in verbs) and not of_arms and _noun_place(chunks, at)):
        return verbs[0] if verbs and verbs[0].form == "third" and _after_pronoun(chunks, at) else None
    alone = following is not None and following.kind is K.WORD and not _names_arms(chunks[at + 1 : at + _OBJECT])
    if arrives and (following is None or alone or following.kind in (K.PREP, K.DATE, K.COMMA, K.STOP)):
        return arrives[0]
    return next((r for r in verbs if r.frame != "arrive"), verbs[0])


def _names_arms(after: Sequence[Chunk]) -> bool:
    """Whether arms, their number or a deal stand among the chunks after a verb: "landed an order for six"."""
    return any(c.kind in (K.ITEM, K.SYSTEM, K.KIND, K.COUNT, K.CUE) for c in after)


def _stands_for_arms(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word before a verb may mean arms told before: "the first of these arrive", "the last come"."""
    told = words("anchors", "words") | words("brought", "runs")
    return chunks[at].text in told and (at == 0 or chunks[at - 1].text != "to")


def _noun_place(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word stands where a noun stands: after a determiner, a genitive, an adjective or a number."""
    if at == 0:
        return True
    before = chunks[at - 1]
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if before.kind in (K.DET, K.GEN, K.KIND, K.COUNT, K.MONEY):
        return True
    if isinstance(before.ref, Cue):
        return all(r.form in ("past", "ing") for r in before.ref.readings) or _names_paper(chunks, at)
    if before.kind is K.ITEM and following is not None and following.kind is K.HOME:
        return not _only_verb(chunks[at])
    if before.kind is K.ITEM:
        return following is None or following.kind not in (K.ITEM, K.DET, K.MONEY, K.PARTY)
    if before.kind is K.PARTY:
        return getattr(before.ref, "form", "") == "adjective"
    if before.kind is K.PRON:
        return before.text in words("grammar", "before_noun")
    cue = chunks[at].ref
    if before.text in words("grammar", "have") and isinstance(cue, Cue):
        forms = {r.form for r in cue.readings}
        return "noun" in forms and forms <= {"noun", "base", "third"}
    if before.text == "whose":
        return True
    if before.kind in (K.AUX, K.REL, K.COMPANY, K.HOME):
        return False
    if before.kind is K.CONJ and at > 1 and chunks[at - 2].kind in (K.ITEM, K.KIND):
        return following is None or following.kind in (K.WORD, K.COMMA, K.STOP)
    if before.text == "to" and at > 1 and chunks[at - 2].text in modal_effects() and _moves(chunks[at]):
        return False
    if before.text == "to" and at > 1 and chunks[at - 2].kind is K.AUX and not _only_noun(chunks[at]):
        return False
    if before.text == "to" and at > 1 and chunks[at - 2].text in words("progress", "begun"):
        return False
    if before.text == "to":
        return following is not None and following.kind in (K.PREP, K.STOP, K.COMMA)
    if before.kind is K.WORD and _has_subject(before, chunks[at], following):
        return False
    if before.kind is K.WORD:
        return not before.text.endswith("ly") and before.text not in words("grammar", "before_verb")
    if before.kind is K.DATE and "the" in before.text.split()[:-1]:
        return True
    if before.kind is K.DATE:
        dated = at > 1 and chunks[at - 2].kind in (K.DET, K.GEN)
        return dated or (following is not None and following.kind in (K.PREP, K.STOP, K.WORD))
    return before.kind is K.PREP


def _names_paper(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a noun is told more closely by the one before it: "an export contract", "the purchase agreement"."""
    before = chunks[at - 1].ref
    named = isinstance(before, Cue) and any(r.form == "noun" for r in before.readings)
    return named and at > 1 and chunks[at - 2].kind in (K.DET, K.GEN, K.WORD, K.ITEM) and not _only_verb(chunks[at])


def _only_verb(chunk: Chunk) -> bool:
    return isinstance(chunk.ref, Cue) and all(r.form != "noun" for r in chunk.ref.readings)


def _only_noun(chunk: Chunk) -> bool:
    return isinstance(chunk.ref, Cue) and all(r.form == "noun" for r in chunk.ref.readings)


def _has_subject(before: Chunk, chunk: Chunk, following: Chunk | None) -> bool:
    """Whether a common noun is the subject of a verb in the present: "the ministry orders 12", "the generals want 36".

    It agrees in number, and an object follows, or, after what is never a noun, a preposition.
    """
    if not isinstance(chunk.ref, Cue) or following is None:
        return False
    forms = {r.form for r in chunk.ref.readings}
    several = before.text.endswith("s") and not before.text.endswith("ss")
    if ("base" if several else "third") not in forms:
        return False
    taken = following.kind in (K.ITEM, K.COUNT, K.DET, K.MONEY, K.PRON)
    return taken or ("noun" not in forms and following.kind is K.PREP)


def _moves(chunk: Chunk) -> bool:
    """Whether a word may be a verb of buying, giving or signing: "to purchase in Sweden", "hopes to sign with"."""
    return isinstance(chunk.ref, Cue) and any(r.form != "noun" and r.frame in _BARGAINS for r in chunk.ref.readings)


def _after_pronoun(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb's subject is a bare pronoun that opens the sentence: "This includes eight tanks"."""
    return at == 1 and chunks[0].text in ("this", "that")


def frame_of(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry, shared: Frame | None) -> Frame:
    """The frame of a cue in its clause; ``shared`` is the first frame of the clause whose subject this one shares."""
    if entry.form == "noun":
        near = chunks[max(clause.start, i - 3) : i]
        return Frame(i, chunks[i], _exercised(chunks, clause, entry), effects=effects_of(near), nominal=True)
    if entry.frame == "arrive" and entry.form == "phrase" and order_goes(chunks, clause, i):
        return Frame(i, chunks[i], replace(entry, frame="award", stage=Stage.ORDERED), passive=True)
    entry = turned(chunks, clause, i, entry)
    before = before_verb(chunks, clause.start, i)
    group = {c.text for c in verb_group(before)}
    past = entry.form == "past" or (entry.form == "phrase" and _participle(chunks[i].text))
    comes = entry.frame == "arrive"  # what comes is never brought: "the last batch docked in May"
    caused = entry.frame == "acquire" and entry.lemma in words("lemmas", "building")
    reduced = (
        past and not comes and not caused and group.isdisjoint(words("grammar", "be")) and _reduced(chunks, clause, i)
    )
    passive = past and (not group.isdisjoint(words("grammar", "be")) or reduced)
    perfect = not group.isdisjoint(words("grammar", "have"))
    reported = _is_reported(chunks, i)
    effects = effects_of(before, reported)
    bargains = entry.frame in ("acquire", "supply", "award") and entry.lemma not in words("lemmas", "vague_future")
    if reported and bargains and any(c.text == "would" for c in before):
        effects |= {"agreed"}
    if "being" in group:
        effects |= {"going"}
    if entry.form == "phrase" and entry.frame == "arrive" and chunks[i].text.split()[0] in modal_effects():
        effects |= modal_effects()[chunks[i].text.split()[0]]
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    if (following is not None and following.text in words("grammar", "nothing")) or moves_none(chunks, clause, i):
        effects |= {"negated"}
    if passive and entry.lemma in words("lemmas", "moved") and following is not None and following.kind is K.DATE:
        entry = replace(entry, frame="deliver", stage=Stage.DELIVERED)
    if i > 1 and chunks[i - 1].text == "to" and chunks[i - 2].text in words("progress", "begun"):
        effects = (effects - {"future"}) | {"begun"}
    there = chunks[i].text in words("progress", "there") and any(c.text in words("presence", "be") for c in before[-3:])
    if there and "future" not in effects:
        entry = replace(entry, stage=Stage.DELIVERED)
    elif entry.form == "phrase" and entry.frame == "arrive" and entry.stage is None:
        effects |= {"future"}
        if i + 1 < len(chunks) and chunks[i + 1].text == "to":
            entry = replace(entry, frame="price")
    apposed = passive and entry.frame in _DESCRIBES and (group - {"being"}).isdisjoint(words("grammar", "auxiliaries"))
    if shared is not None and entry.form == "base" and not any(c.kind is K.AUX for c in before):
        effects |= shared.effects
    return Frame(i, chunks[i], entry, passive, perfect, effects, apposed=apposed, reduced=reduced)


def _exercised(chunks: Sequence[Chunk], clause: Clause, entry: CueEntry) -> CueEntry:
    """An option that the words around it exercise is an order: "exercised an option for six more"."""
    if entry.lemma not in words("deal_nouns", "options"):
        return entry
    span = [c.text for c in chunks[clause.start : clause.stop]]
    told = {*span, *(f"{a} {b}" for a, b in pairwise(span))}
    unused = any("negated" in modal_effects().get(word, frozenset()) for word in span)
    used = not unused and not told.isdisjoint(words("exercised", "words"))
    return replace(entry, lemma="order", stage=Stage.ORDERED) if used else entry


def _participle(text: str) -> bool:
    first = text.split()[0]
    return first.endswith("ed") or first in words("grammar", "participles")


def _reduced(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a participle stands after its noun without an object: "four jets bought from Norway"."""
    j = i - 2 if i - 1 >= clause.start and chunks[i - 1].kind is K.COMMA else i - 1
    if j < i - 1:
        while j - 2 >= clause.start and chunks[j].kind is K.PARTY and chunks[j - 1].kind is K.PREP:
            j -= 2
    if j - 2 >= clause.start and chunks[j].text in words("items", "each_one") and chunks[j - 1].kind is K.COMMA:
        j -= 2  # "ten aircraft, all supplied by India"
    if j >= clause.start and chunks[j].kind is K.CLOSE:
        j = next((n - 1 for n in range(j, max(clause.start, j - _BRACKET), -1) if chunks[n].kind is K.OPEN), j)
    opens = j == clause.start - 1 and j >= 0 and chunks[clause.start].kind is K.COMMA and chunks[j].kind is K.ITEM
    if j < clause.start and not opens:
        return _behind_terms(chunks, clause, i)
    before = chunks[j]
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    deal = isinstance(before.ref, Cue) and before.ref.readings[-1].form == "noun"
    if before.kind is K.ITEM or (before.kind is K.CUE and deal):
        return following is None or following.kind not in (K.ITEM, K.DET) or following.text == "by"
    if before.kind is K.WORD and j == i - 1 and before.text.endswith("s"):
        earlier = any(c.kind is K.ITEM for c in chunks[max(clause.start, i - 4) : i])
        return earlier and (following is None or following.kind in (K.PREP, K.DATE, K.COMMA, K.STOP))
    return False


def _behind_terms(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a participle stands after the price or date of arms: "bought 200 for 142 million, delivered by 2024"."""
    cue, before = chunks[i].ref, chunks[clause.start - 1] if clause.start else None
    opens = i == clause.start + 1 and chunks[clause.start].kind is K.COMMA
    if not opens or before is None or before.kind not in (K.MONEY, K.DATE) or not isinstance(cue, Cue):
        return False
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    alone = following is None or following.kind in (K.DATE, K.STOP)
    told = any(c.kind is K.ITEM for c in chunks[: clause.start - 1])
    return alone and told and any(r.form == "past" and r.frame == "deliver" for r in cue.readings)


def _is_reported(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether somebody is said to have said what a verb tells, so that "would" is "will": "said that it would send"."""
    for j in range(i - 1, max(-1, i - 1 - _REPORT_REACH), -1):
        if chunks[j].kind is K.STOP:
            return False
        if chunks[j].text in words("grammar", "speech") or chunks[j].text in words("grammar", "promises"):
            return True
    return False
