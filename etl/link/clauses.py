"""Clauses of a sentence with their frames: cue, voice, mood, and the chunks in each grammatical place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from etl.link.chunks import Chunk, K
from etl.link.items import Item
from etl.recognise.cues import Cue, CueEntry, idioms, modal_effects, words
from schemas.vocabulary import Stage

NOMINAL = frozenset({K.PARTY, K.COMPANY, K.HOME, K.ITEM, K.PRON, K.MAKER})
_FINITE = frozenset({"past", "third", "base", "phrase"})
_SUBJECT_FREE = frozenset({"of", "with", "to", "for", "from", "in", "by", "at", "on", "under", "after", "than", "like", "including",
                           "over", "into", "against", "between", "through", "via", "during", "as", "before", "since", "about"})


@dataclass(slots=True)
class Frame:
    """A cue in a clause. ``at`` is its index in the sentence's chunks, ``effects`` the moods that words before it give."""

    at: int
    chunk: Chunk
    entry: CueEntry
    passive: bool = False
    perfect: bool = False
    effects: frozenset[str] = frozenset()
    nominal: bool = False

    @property
    def name(self) -> str:
        """The frame's name ("acquire", "supply")."""
        return self.entry.frame


@dataclass(slots=True)
class Clause:
    """A stretch ``[start, stop)`` of a sentence's chunks around one predicate or several sharing a subject.

    ``antecedent`` is the index of the chunk that a relative clause describes; ``inherits`` is the index, in the list of
    clauses, of the clause whose subject this one shares; ``relative`` says which kind it is.
    """

    start: int
    stop: int
    antecedent: int | None = None
    inherits: int | None = None
    relative: bool = False
    frames: list[Frame] = field(default_factory=list)
    preps: dict[int, str] = field(default_factory=dict)


def parse(chunks: list[Chunk]) -> list[Clause]:
    """The clauses of a sentence in order, with frames and the preposition that governs each chunk."""
    readings = {i: reading(chunks, i) for i, c in enumerate(chunks) if c.kind is K.CUE}
    clauses = _segments(chunks, readings)
    for n, clause in enumerate(clauses):
        clause.preps = _prepositions(chunks, clause)
        for i in range(clause.start, clause.stop):
            entry = readings.get(i)
            if entry is not None:
                clause.frames.append(_frame(chunks, clauses, n, i, entry))
    return clauses


def reading(chunks: list[Chunk], at: int) -> CueEntry | None:
    """The reading of a cue where it stands: verb or noun, None where neither fits."""
    cue = chunks[at].ref
    assert isinstance(cue, Cue)
    nouns = [r for r in cue.readings if r.form == "noun"]
    follows = chunks[at + 1].text if at + 1 < len(chunks) else ""
    verbs = [r for r in cue.readings if r.form != "noun" and follows not in idioms(r.lemma)]
    if nouns and (not verbs or _noun_place(chunks, at)):
        return nouns[0]
    if not verbs:
        return None
    if _noun_place(chunks, at) and all(r.form in ("base", "third") for r in verbs):
        return None
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    arrives = [r for r in verbs if r.frame == "arrive"]
    if arrives and (following is None or following.kind in (K.PREP, K.DATE, K.COMMA, K.STOP)):
        return arrives[0]
    return next((r for r in verbs if r.frame != "arrive"), verbs[0])


def _noun_place(chunks: list[Chunk], at: int) -> bool:
    """Whether a word stands where a noun stands: after a determiner, a genitive, an adjective or a number."""
    if at == 0:
        return True
    before = chunks[at - 1]
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if before.kind in (K.DET, K.GEN, K.KIND, K.COUNT, K.MONEY):
        return True
    if before.kind is K.ITEM:
        return following is None or following.kind not in (K.ITEM, K.DET)
    if before.kind is K.PARTY:
        return getattr(before.ref, "form", "") == "adjective"
    if before.kind is K.PRON:
        return before.text in ("its", "their", "this", "that", "these", "those", "each")
    if before.kind in (K.AUX, K.REL, K.COMPANY, K.HOME):
        return False
    if before.text == "to":
        return following is not None and following.kind in (K.PREP, K.STOP, K.COMMA)
    if before.kind is K.WORD:
        return not before.text.endswith("ly") and before.text not in ("not", "n't", "already", "never", "also", "then", "now", "who")
    if before.kind is K.DATE:
        return following is not None and following.kind in (K.PREP, K.STOP, K.WORD)
    return before.kind is K.PREP


def _is_verb(chunks: list[Chunk], i: int, readings: dict[int, CueEntry | None]) -> bool:
    """Whether a finite verb group begins at chunk ``i``."""
    chunk = chunks[i]
    if chunk.kind is K.AUX:
        return chunk.text not in ("having", "being", "be", "been", "'s")
    entry = readings.get(i)
    if entry is None or entry.form == "noun":
        return False
    return entry.form in _FINITE and not (i and chunks[i - 1].text == "to")


def _segments(chunks: list[Chunk], readings: dict[int, CueEntry | None]) -> list[Clause]:
    clauses: list[Clause] = [Clause(0, len(chunks))]

    def cut(i: int, **attributes: object) -> None:
        if clauses[-1].start == i:
            clause = clauses[-1]
        else:
            clauses[-1].stop = i
            clause = Clause(i, len(chunks))
            clauses.append(clause)
        for name, value in attributes.items():
            setattr(clause, name, value)

    main = 0
    for i, chunk in enumerate(chunks):
        if i == 0:
            continue
        if chunk.kind is K.STOP or chunk.kind is K.DASH:
            cut(i)
            main = len(clauses) - 1
        elif chunk.kind is K.REL and chunk.text != "that" or chunk.text == "that" and chunks[i - 1].kind in (K.ITEM, K.KIND, K.WORD) and _verb_near(chunks, i + 1, readings, 4):
            if chunks[i - 1].text == "of" and isinstance(chunks[i - 2].ref if i > 1 else None, Item):
                continue
            begin = i - 1 if chunks[i - 1].kind in (K.PREP,) else i
            cut(begin, relative=True, antecedent=_antecedent(chunks, begin))
        elif clauses[-1].relative and chunk.kind is K.AUX and _ends_relative(chunks, clauses[-1], readings, i):
            cut(i, inherits=main)
        elif chunk.kind is K.SUB or chunk.text in ("after", "before", "as", "since") and _clause_ahead(chunks, i + 1, readings):
            cut(i)
            main = len(clauses) - 1
        elif chunk.kind in (K.COMMA, K.CONJ):
            following = i + 1 + (chunk.kind is K.COMMA and i + 1 < len(chunks) and chunks[i + 1].kind is K.CONJ)
            if following >= len(chunks):
                continue
            if _is_verb(chunks, following, readings) or chunks[following].kind is K.WORD and following + 1 < len(chunks) and _is_verb(chunks, following + 1, readings):
                if _has_verb(chunks, clauses[-1], readings, i) or clauses[-1].relative:
                    cut(i, inherits=main)
            elif _clause_ahead(chunks, following, readings) and _has_verb(chunks, clauses[-1], readings, i):
                cut(i)
                main = len(clauses) - 1
            elif _of_which(chunks, following):
                cut(i, relative=True, antecedent=_antecedent(chunks, i))
    return clauses


def _ends_relative(chunks: list[Chunk], clause: Clause, readings: dict[int, CueEntry | None], i: int) -> bool:
    """"The 16 helicopters that Serbia ordered from Russia | were delivered": a second verb, not joined to the first."""
    if not _is_verb(chunks, i, readings) or chunks[i - 1].kind not in NOMINAL | {K.DATE, K.MONEY, K.CUE} - {K.PRON}:
        return False
    subject = any(c.kind in NOMINAL for c in chunks[clause.start + 1 : i])
    return subject and any(_is_verb(chunks, j, readings) for j in range(clause.start, i - (chunks[i - 1].kind is not K.CUE)))


def _verb_near(chunks: list[Chunk], i: int, readings: dict[int, CueEntry | None], reach: int) -> bool:
    return any(_is_verb(chunks, j, readings) for j in range(i, min(len(chunks), i + reach)))


def _of_which(chunks: list[Chunk], i: int) -> bool:
    """"two of which have arrived", "of which eight": a relative clause that begins with a part."""
    item = chunks[i].ref
    if isinstance(item, Item) and item.surface.lower().endswith(("of which", "of whom", "of them")):
        return True
    return chunks[i].text == "of" and i + 1 < len(chunks) and chunks[i + 1].text == "which"


def _has_verb(chunks: list[Chunk], clause: Clause, readings: dict[int, CueEntry | None], stop: int) -> bool:
    return any(_is_verb(chunks, j, readings) for j in range(clause.start, stop)) or any(
        c.text in words("grammar", "speech") for c in chunks[clause.start : stop])


def _clause_ahead(chunks: list[Chunk], i: int, readings: dict[int, CueEntry | None]) -> bool:
    """Whether a subject and a finite verb follow before the next comma: a new clause, not a list."""
    subject = False
    for j in range(i, min(len(chunks), i + 14)):
        chunk = chunks[j]
        if chunk.kind in (K.COMMA, K.STOP, K.CONJ, K.DASH, K.OPEN):
            return False
        if subject and _is_verb(chunks, j, readings):
            return True
        if chunk.kind in NOMINAL or chunk.kind in (K.WORD, K.CUE):
            subject = True
    return False


def _antecedent(chunks: list[Chunk], i: int) -> int | None:
    """The index of the nominal chunk right before a relative clause."""
    for j in range(i - 1, max(-1, i - 7), -1):
        if chunks[j].kind in (K.ITEM, K.PARTY, K.COMPANY, K.HOME):
            return j
        if chunks[j].kind is K.CUE and chunks[j].text in words("deal_nouns", "ordered") | words("deal_nouns", "agreed") | words("deal_nouns", "neutral"):
            return j
        if chunks[j].kind in (K.STOP, K.AUX):
            return None
    return None


def _prepositions(chunks: list[Chunk], clause: Clause) -> dict[int, str]:
    """The preposition that governs each nominal, date and amount; coordination carries it on."""
    governed: dict[int, str] = {}
    current, last = "", ""
    for i in range(clause.start, clause.stop):
        chunk = chunks[i]
        family = "amount" if chunk.kind is K.MONEY else "date" if chunk.kind is K.DATE else "thing" if chunk.kind in NOMINAL else ""
        if family and last and family != last and chunks[i - 1].kind is not K.PREP:
            current = "" if i and not _after_preposition(chunks, clause, i) else current
        last = family or ("" if chunk.kind is K.PREP else last)
        if chunk.kind is K.PREP:
            current = chunk.text
        elif chunk.kind in (K.AUX, K.STOP, K.REL, K.OPEN) or chunk.kind is K.CUE and i and chunks[i - 1].text == "to":
            current = ""
        elif chunk.kind is K.CUE:
            form = chunk.ref.readings[0].form if isinstance(chunk.ref, Cue) else "noun"
            if form in ("past", "third", "phrase"):
                current = ""
            if current:
                governed[i] = current
            if i + 1 < clause.stop and chunks[i + 1].kind is not K.CONJ:
                current = ""
            final = chunk.text.split()[-1]
            if form == "phrase" and final in ("for", "to", "from"):
                current = final
        elif chunk.kind in NOMINAL or chunk.kind in (K.MONEY, K.DATE):
            if current:
                governed[i] = current
            following = chunks[i + 1] if i + 1 < clause.stop else None
            if following is None or following.kind not in (K.CONJ, K.COMMA, K.GEN):
                current = ""
    return governed


def _after_preposition(chunks: list[Chunk], clause: Clause, i: int) -> bool:
    """Whether a preposition stands between a chunk and the nominal before it."""
    for j in range(i - 1, clause.start - 1, -1):
        if chunks[j].kind is K.PREP:
            return True
        if chunks[j].kind in NOMINAL or chunks[j].kind in (K.MONEY, K.DATE, K.COMMA):
            return False
    return False


def _pays_for(chunks: list[Chunk], clause: Clause, i: int) -> bool:
    """"spent 18.9 billion pesos on 12 aircraft", "paid $2bn for two frigates": money that buys counted arms."""
    for j in range(i + 1, min(clause.stop, i + 9)):
        item = chunks[j].ref
        if isinstance(item, Item) and (item.count is not None or item.single) or chunks[j].text in ("them", "these", "those"):
            return any(c.text in ("on", "for") for c in chunks[i + 1 : j])
    return False


def _gets_order(chunks: list[Chunk], clause: Clause, i: int, frame: str) -> bool:
    """"received an order for 36 howitzers", "Bell secured a contract from Niger": the subject sells."""
    if frame == "acquire" and not any(c.kind is K.COMPANY for c in chunks[clause.start : i]):
        return False
    for chunk in chunks[i + 1 : min(clause.stop, i + 6)]:
        if isinstance(chunk.ref, Cue):
            return any(r.form == "noun" and r.lemma in words("orders", "words") for r in chunk.ref.readings)
        if chunk.kind not in (K.DET, K.WORD, K.MONEY, K.PARTY, K.COUNT):
            return False
    return False


def _order_goes(chunks: list[Chunk], clause: Clause, i: int) -> bool:
    """"The order for 36 howitzers went to Nexter": who gets an order sells."""
    follows = chunks[i + 1] if i + 1 < clause.stop else None
    if follows is None or follows.kind is not K.COMPANY:
        return False
    return any(isinstance(c.ref, Cue) and any(r.form == "noun" and r.lemma in words("orders", "words") for r in c.ref.readings)
               for c in chunks[clause.start : i])


def _frame(chunks: list[Chunk], clauses: list[Clause], n: int, i: int, entry: CueEntry) -> Frame:
    clause = clauses[n]
    before = chunks[max(clause.start, i - 7) : i]
    if entry.form == "noun" and entry.lemma in words("deal_nouns", "options") and any(
            c.text in words("exercised", "words") for c in chunks[clause.start : i + 5]):
        entry = replace(entry, lemma="order", stage=Stage.ORDERED)
    if entry.form == "noun":
        near = chunks[max(clause.start, i - 3) : i]
        return Frame(i, chunks[i], entry, effects=_effects(near), nominal=True)
    if entry.frame in ("receive", "acquire") and _gets_order(chunks, clause, i, entry.frame):
        entry = replace(entry, frame="win", stage=Stage.ORDERED)
    if entry.frame == "arrive" and entry.form == "phrase" and _order_goes(chunks, clause, i):
        return Frame(i, chunks[i], replace(entry, frame="award", stage=Stage.ORDERED), passive=True)
    if entry.frame == "spend" and _pays_for(chunks, clause, i):
        entry = replace(entry, frame="acquire", stage=Stage.ORDERED)
    if entry.frame == "supply" and any(c.kind is K.MONEY for c in chunks[i + 1 : i + 5]) and any(
            c.kind is K.COMPANY for c in chunks[i + 1 : i + 4]):
        entry = replace(entry, frame="award", stage=Stage.ORDERED, arrangement=None)
    if entry.lemma in ("notify", "inform") and not any(c.text in words("parliament", "words") for c in chunks[i + 1 : i + 5]):
        entry = replace(entry, frame="price", stage=None)
    if entry.frame == "spend" and entry.lemma == "pay" and any(c.kind is K.PARTY for c in chunks[i + 1 : i + 3]):
        entry = replace(entry, frame="award", stage=Stage.ORDERED)
    be = words("grammar", "be")
    has_be = any(c.text in be for c in _verb_group(before))
    perfect = any(c.text in ("has", "have", "had", "having") for c in _verb_group(before))
    past = entry.form == "past" or entry.form == "phrase" and _participle(chunks[i].text)
    passive = past and (has_be or _reduced(chunks, clause, i))
    effects = _effects(before)
    if any(c.text == "being" for c in _verb_group(before)):
        effects |= {"going"}
    if i > 1 and chunks[i - 1].text == "to" and chunks[i - 2].text in words("progress", "begun"):
        effects = (effects - {"future"}) | {"begun"}
    there = chunks[i].text in words("progress", "there") and any(c.text in ("was", "were", "are", "is") for c in before[-3:])
    if there and "future" not in effects:
        entry = replace(entry, stage=Stage.DELIVERED)
    elif entry.form == "phrase" and entry.frame == "arrive" and entry.stage is None:
        effects |= {"future"}
        if i + 1 < len(chunks) and chunks[i + 1].text == "to":
            entry = replace(entry, frame="price")
    if clause.inherits is not None and clauses[clause.inherits].frames and not any(c.kind is K.AUX for c in before):
        first = clauses[clause.inherits].frames[0]
        if entry.form == "base":
            effects |= first.effects
    return Frame(i, chunks[i], entry, passive, perfect, effects)


def _participle(text: str) -> bool:
    first = text.split()[0]
    return first.endswith("ed") or first in ("taken", "given", "signed", "turned", "flown", "sold", "thrown", "put")


def _verb_group(before: list[Chunk]) -> list[Chunk]:
    """The auxiliaries and adverbs right before a verb."""
    group: list[Chunk] = []
    for chunk in reversed(before):
        if chunk.kind is K.AUX or chunk.kind is K.WORD and (chunk.text.endswith("ly") or chunk.text in (
                "not", "n't", "also", "already", "now", "never", "since", "just", "still", "only", "yet", "then", "first", "so", "far", "all")):
            group.append(chunk)
        elif chunk.text in ("all", "both", "since", "yet", "to", "each") or chunk.kind is K.DATE:
            group.append(chunk)
        else:
            break
    return group


def _reduced(chunks: list[Chunk], clause: Clause, i: int) -> bool:
    """"four jets bought from Norway": a participle after its noun, with nothing of its own after it."""
    j = i - 1
    if j >= clause.start and chunks[j].kind is K.COMMA:
        j -= 1
    if j < clause.start:
        return False
    before = chunks[j]
    if before.kind is K.ITEM or before.kind is K.CUE and isinstance(before.ref, Cue) and before.ref.readings[-1].form == "noun":
        following = chunks[i + 1] if i + 1 < len(chunks) else None
        return following is None or following.kind not in (K.ITEM, K.DET) or following.text == "by"
    if before.kind is K.WORD and j == i - 1 and before.text.endswith("s"):
        following = chunks[i + 1] if i + 1 < len(chunks) else None
        earlier = any(c.kind is K.ITEM for c in chunks[max(clause.start, i - 4) : i])
        return earlier and (following is None or following.kind in (K.PREP, K.DATE, K.COMMA, K.STOP))
    return False


def _effects(before: list[Chunk]) -> frozenset[str]:
    table = modal_effects()
    found: set[str] = set()
    for n, chunk in enumerate(before):
        if chunk.text == "to" and n + 1 < len(before) and before[n + 1].kind in NOMINAL | {K.DET, K.DATE, K.MONEY}:
            continue
        for word in chunk.text.split() if chunk.kind in (K.CUE, K.WORD, K.AUX, K.PREP, K.CONJ, K.DET, K.KIND) else ():
            found |= table.get(word, frozenset())
        if chunk.text.endswith("n't"):
            found.add("negated")
        if chunk.kind in (K.COMMA, K.ITEM):
            found.clear()
    return frozenset(found)
