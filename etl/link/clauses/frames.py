"""Frames: how a cue word is read where it stands, as verb or noun, with its voice, tense and mood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.clauses.types import NOMINAL, Clause, Frame
from etl.link.items import Item
from etl.recognise.cues import Cue, CueEntry, idioms, modal_effects, words
from etl.recognise.mentions import Party
from schemas.vocabulary import Stage

_WORDED = frozenset({K.CUE, K.WORD, K.AUX, K.PREP, K.CONJ, K.DET, K.KIND})
_AFTER_DIRECTION = NOMINAL | {K.DET, K.DATE, K.MONEY}

_REPORT_REACH = 9
_FUTURE = frozenset({"future"})


def reading(chunks: Sequence[Chunk], at: int) -> CueEntry | None:
    """The reading of a cue where it stands: verb or noun, None where neither fits."""
    cue = chunks[at].ref
    assert isinstance(cue, Cue)
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if _only_keeps_silent(chunks, at):
        return None
    nouns = [r for r in cue.readings if r.form == "noun"]
    verbs = [
        r for r in cue.readings if r.form != "noun" and (following is None or following.text not in idioms(r.lemma))
    ]
    if nouns and (not verbs or _noun_place(chunks, at)):
        return nouns[0]
    if not verbs or (all(r.form in ("base", "third") for r in verbs) and _noun_place(chunks, at)):
        return None
    arrives = [r for r in verbs if r.frame == "arrive"]
    if arrives and (following is None or following.kind in (K.PREP, K.DATE, K.COMMA, K.STOP)):
        return arrives[0]
    return next((r for r in verbs if r.frame != "arrive"), verbs[0])


def _only_keeps_silent(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether what is refused is to say something: "declined to name the buyer"."""
    after = [c.text for c in chunks[at + 1 : at + 3]]
    return len(after) == 2 and after[0] == "to" and after[1] in words("grammar", "silence")


def _noun_place(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word stands where a noun stands: after a determiner, a genitive, an adjective or a number."""
    if at == 0:
        return True
    before = chunks[at - 1]
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if before.kind in (K.DET, K.GEN, K.KIND, K.COUNT, K.MONEY):
        return True
    if before.kind is K.ITEM:
        return following is None or following.kind not in (K.ITEM, K.DET, K.MONEY, K.PARTY)
    if before.kind is K.PARTY:
        return getattr(before.ref, "form", "") == "adjective"
    if before.kind is K.PRON:
        return before.text in words("grammar", "before_noun")
    if before.kind in (K.AUX, K.REL, K.COMPANY, K.HOME):
        return False
    if before.text == "to":
        return following is not None and following.kind in (K.PREP, K.STOP, K.COMMA)
    if before.kind is K.WORD:
        return not before.text.endswith("ly") and before.text not in words("grammar", "before_verb")
    if before.kind is K.DATE:
        return following is not None and following.kind in (K.PREP, K.STOP, K.WORD)
    return before.kind is K.PREP


def frame_of(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry, shared: Frame | None) -> Frame:
    """The frame of a cue in its clause; ``shared`` is the first frame of the clause whose subject this one shares."""
    if entry.form == "noun":
        near = chunks[max(clause.start, i - 3) : i]
        return Frame(i, chunks[i], _firm(chunks, clause, i, entry), effects=_effects(near), nominal=True)
    if entry.frame == "arrive" and entry.form == "phrase" and _order_goes(chunks, clause, i):
        return Frame(i, chunks[i], replace(entry, frame="award", stage=Stage.ORDERED), passive=True)
    entry = _turned(chunks, clause, i, entry)
    before = chunks[max(clause.start, i - 7) : i]
    group = {c.text for c in _verb_group(before)}
    past = entry.form == "past" or (entry.form == "phrase" and _participle(chunks[i].text))
    passive = past and (not group.isdisjoint(words("grammar", "be")) or _reduced(chunks, clause, i))
    perfect = not group.isdisjoint(words("grammar", "have"))
    effects = _effects(before, _is_reported(chunks, i))
    if "being" in group:
        effects |= {"going"}
    if i + 1 < len(chunks) and chunks[i + 1].text in words("grammar", "nothing"):
        effects |= {"negated"}
    if i > 1 and chunks[i - 1].text == "to" and chunks[i - 2].text in words("progress", "begun"):
        effects = (effects - {"future"}) | {"begun"}
    there = chunks[i].text in words("progress", "there") and any(c.text in words("grammar", "is") for c in before[-3:])
    if there and "future" not in effects:
        entry = replace(entry, stage=Stage.DELIVERED)
    elif entry.form == "phrase" and entry.frame == "arrive" and entry.stage is None:
        effects |= {"future"}
        if i + 1 < len(chunks) and chunks[i + 1].text == "to":
            entry = replace(entry, frame="price")
    if shared is not None and entry.form == "base" and not any(c.kind is K.AUX for c in before):
        effects |= shared.effects
    return Frame(i, chunks[i], entry, passive, perfect, effects)


def _firm(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry:
    """An option that the words around it exercise is an order: "exercised an option for six more"."""
    if entry.lemma in words("deal_nouns", "options") and any(
        c.text in words("exercised", "words") for c in chunks[clause.start : clause.stop]
    ):
        return replace(entry, lemma="order", stage=Stage.ORDERED)
    return entry


def _turned(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> CueEntry:
    """The entry of a verb that means another thing with what stands around it, or else as it is."""
    if entry.frame in ("receive", "acquire") and _gets_order(chunks, clause, i, entry.frame):
        return replace(entry, frame="win", stage=Stage.ORDERED)
    if (entry.frame == "spend" and _pays_for(chunks, clause, i)) or _follows_suit(chunks, clause, i, entry):
        return replace(entry, frame="acquire", stage=Stage.ORDERED)
    if entry.frame == "spend" and entry.lemma == "pay" and any(c.kind is K.PARTY for c in chunks[i + 1 : i + 3]):
        return replace(entry, frame="award", stage=Stage.ORDERED)
    if entry.frame == "supply" and _gives_money(chunks, i):
        return replace(entry, frame="award", stage=Stage.ORDERED, arrangement=None)
    if entry.lemma in words("lemmas", "presenting") and not _to_somebody(chunks, clause, i):
        return replace(entry, frame="price", stage=None, arrangement=None)
    tells = entry.lemma in words("parliament", "tells")
    if tells and not any(c.text in words("parliament", "words") for c in chunks[i + 1 : i + 5]):
        return replace(entry, frame="price", stage=None)
    return entry


def _to_somebody(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether arms are presented to somebody: "presented the navy with boats", "presented 12 trucks to Liberia"."""
    after = chunks[i + 1 : min(clause.stop, i + 16)]
    sides = (K.PARTY, K.HOME)
    if not any(isinstance(c.ref, Item) for c in after):
        return False
    to = any(a.text == "to" and any(c.kind in sides for c in after[n + 1 : n + 3]) for n, a in enumerate(after))
    gets = any(c.kind in sides for c in after[:4]) or any(c.kind is K.AUX for c in chunks[max(clause.start, i - 2) : i])
    return to or (gets and any(c.text == "with" for c in after[:6]))


def _gives_money(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a firm gets money, so that it sells: "gave the yard 40 million dollars for", "granted the firm $2bn"."""
    paid = any(c.kind is K.MONEY for c in chunks[i + 1 : i + 5])
    return paid and any(c.kind is K.COMPANY for c in chunks[i + 1 : i + 4])


def _pays_for(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether money buys counted arms: "spent 18.9 billion pesos on 12 aircraft", "paid $2bn for two frigates"."""
    for j in range(i + 1, min(clause.stop, i + 9)):
        item = chunks[j].ref
        counted = isinstance(item, Item) and (item.count is not None or item.single or item.definite)
        if counted or chunks[j].text in words("grammar", "things"):
            return any(c.text in ("on", "for") for c in chunks[i + 1 : j])
    return False


def _follows_suit(chunks: Sequence[Chunk], clause: Clause, i: int, entry: CueEntry) -> bool:
    """Whether a country buys what others bought before it: "Peru followed in 2021 with six", "joined with an order"."""
    if entry.lemma not in words("lemmas", "follows_suit") or entry.form == "ing":
        return False
    subject = next((c for c in reversed(chunks[clause.start : i]) if c.kind not in (K.AUX, K.WORD)), None)
    with_what = any(c.text in ("with", "for") for c in chunks[i + 1 : clause.stop])
    arms = [c.ref for c in chunks[i + 1 : clause.stop] if isinstance(c.ref, Item)]
    if subject is None or not isinstance(subject.ref, Party) or not with_what or not arms:
        return False
    return all(a.system is None or subject.ref.code not in a.system.countries for a in arms)


def _gets_order(chunks: Sequence[Chunk], clause: Clause, i: int, frame: str) -> bool:
    """Whether the subject sells: "received an order for 36 howitzers", "Bell secured a contract from Niger"."""
    if frame == "receive" and chunks[i - 1].kind is K.AUX and _is_ordered(chunks[clause.start : i]):
        return True
    if frame == "acquire" and not any(c.kind is K.COMPANY for c in chunks[clause.start : i]):
        return False
    for chunk in chunks[i + 1 : min(clause.stop, i + 6)]:
        if isinstance(chunk.ref, Cue):
            return is_order(chunk.ref)
        if chunk.kind not in (K.DET, K.WORD, K.MONEY, K.PARTY, K.COUNT):
            return False
    return False


def _is_ordered(before: Sequence[Chunk]) -> bool:
    """Whether an order is what is received: "An order for 36 howitzers was received from Poland"."""
    first = next((c for c in before if isinstance(c.ref, Cue)), None)
    be = any(c.text in words("grammar", "be") for c in before)
    return be and first is not None and isinstance(first.ref, Cue) and is_order(first.ref)


def _order_goes(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a firm gets an order, so that it sells: "The order for 36 howitzers went to Nexter"."""
    goal = next((c for c in chunks[i + 1 : min(clause.stop, i + 3)] if c.kind is not K.DET), None)
    if goal is None or goal.kind not in (K.COMPANY, K.PARTY):
        return False
    return any(isinstance(c.ref, Cue) and is_order(c.ref) for c in chunks[clause.start : i])


def is_order(cue: Cue) -> bool:
    """Whether a cue is a noun for what a firm gets when it sells: "order", "contract"."""
    return any(r.form == "noun" and r.lemma in words("orders", "words") for r in cue.readings)


def _participle(text: str) -> bool:
    first = text.split()[0]
    return first.endswith("ed") or first in words("grammar", "participles")


def _verb_group(before: Sequence[Chunk]) -> list[Chunk]:
    """The auxiliaries and adverbs right before a verb."""
    group: list[Chunk] = []
    for chunk in reversed(before):
        adverb = chunk.kind is K.WORD and (chunk.text.endswith("ly") or chunk.text in words("grammar", "adverbs"))
        if not (adverb or chunk.kind in (K.AUX, K.DATE) or chunk.text in words("grammar", "within_verb")):
            break
        group.append(chunk)
    return group


def _reduced(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a participle stands after its noun without an object: "four jets bought from Norway"."""
    j = i - 2 if i - 1 >= clause.start and chunks[i - 1].kind is K.COMMA else i - 1
    if j < clause.start:
        return False
    before = chunks[j]
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    deal = isinstance(before.ref, Cue) and before.ref.readings[-1].form == "noun"
    if before.kind is K.ITEM or (before.kind is K.CUE and deal):
        return following is None or following.kind not in (K.ITEM, K.DET) or following.text == "by"
    if before.kind is K.WORD and j == i - 1 and before.text.endswith("s"):
        earlier = any(c.kind is K.ITEM for c in chunks[max(clause.start, i - 4) : i])
        return earlier and (following is None or following.kind in (K.PREP, K.DATE, K.COMMA, K.STOP))
    return False


def _is_reported(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether somebody is said to have said what a verb tells, so that "would" is "will": "said that it would send"."""
    for j in range(i - 1, max(-1, i - 1 - _REPORT_REACH), -1):
        if chunks[j].kind is K.STOP:
            return False
        if chunks[j].text in words("grammar", "speech"):
            return True
    return False


def _effects(before: Sequence[Chunk], reported: bool = False) -> frozenset[str]:
    """The moods that the words before a cue give it; a comma or an item cuts off what stands before it.

    What a sentence places in the past gives none: "After years of talks Iraq signed ...".
    """
    table = modal_effects()
    found: set[str] = set()
    past = False
    for n, chunk in enumerate(before):
        past = chunk.text in words("grammar", "once_over") or (past and chunk.kind not in NOMINAL)
        if past:
            continue
        if chunk.text == "to" and n + 1 < len(before) and before[n + 1].kind in _AFTER_DIRECTION:
            continue
        if chunk.kind in _WORDED:
            for word in chunk.text.split():
                found |= _FUTURE if reported and word == "would" else table.get(word, frozenset())
        if chunk.text.endswith("n't"):
            found.add("negated")
        if chunk.kind in (K.COMMA, K.ITEM):
            found.clear()
    return frozenset(found)
