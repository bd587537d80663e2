"""Where the clauses of a sentence begin, and what each shares with the one before it."""

from __future__ import annotations

from etl.link.chunks import Chunk, K
from etl.link.clauses.gaps import adds_more, is_further, opens_contact, opens_gap
from etl.link.clauses.relatives import (
    antecedent_at,
    begins_part,
    ends_relative,
    goes_on_describing,
    of_which,
    opens_relative,
    reduced_after,
)
from etl.link.clauses.types import Clause
from etl.link.clauses.verbs import Readings, clause_ahead, has_verb, verb_begins
from etl.link.items import Item
from etl.recognise.cues import words

_AFTER_SPEECH = frozenset({K.DATE, K.PREP, K.DET, K.WORD, K.HOME, K.PARTY, K.PRON})
_SPOKEN_OF = frozenset({K.PARTY, K.COMPANY, K.HOME, K.DET, K.ITEM, K.MAKER})
_SPEECH_REACH = 6  # chunks between a verb of speech and its "that": when, where and to whom it was said
_LABEL = 3  # chunks that the label of a figure has at most
_DEAL_REACH = 7  # chunks after a joint among which the noun of a further deal must stand


def segments(chunks: list[Chunk], readings: Readings) -> list[Clause]:
    """The sentence cut where clauses begin, without frames."""
    clauses = [Clause(0, len(chunks))]
    main = before = 0
    for i in range(1, len(chunks)):
        opened = _opened(chunks, readings, clauses, main, i)
        if opened is None:
            continue
        behind_comma = opened.start == clauses[-1].start + 1 and chunks[opened.start - 1].kind is K.COMMA
        if opened.relative and behind_comma and len(clauses) > 1:
            clauses.pop()  # the comma before "for which" opens no clause of its own
            main = before
        if goes_on_describing(chunks, clauses[-1], opened):
            opened.relative, opened.antecedent, opened.inherits = True, clauses[-1].antecedent, len(clauses) - 1
        if opened.inherits is not None and clauses[-1].relative and chunks[i].kind is K.CONJ:
            opened.inherits = len(clauses) - 1  # "the first of which has left the yard and should be here by May"
        if opened.inherits is not None:
            opened.start = _with_its_date(chunks, clauses[-1].start, opened.start)
        if clauses[-1].start == opened.start:
            clauses[-1] = opened
        else:
            clauses[-1].stop = opened.start
            clauses.append(opened)
        if not opened.relative and opened.inherits is None:
            before, main = main, len(clauses) - 1
    return clauses


def _with_its_date(chunks: list[Chunk], least: int, start: int) -> int:
    """Where a clause begins, with the date between commas before its verb: "sold and, in 1958, delivered"."""
    at = start - 2
    if chunks[start].kind is not K.COMMA or at <= least or chunks[start - 1].kind is not K.DATE:
        return start
    at -= chunks[at].kind is K.COMMA
    return at if at > least and chunks[at].kind is K.CONJ else start


def _opened(chunks: list[Chunk], readings: Readings, clauses: list[Clause], main: int, i: int) -> Clause | None:
    """The clause that chunk ``i`` opens, None where the last goes on; ``main`` is the clause of the last subject."""
    chunk, current, end = chunks[i], clauses[-1], len(chunks)
    kind, that = chunk.kind, chunk.text == "that"
    if kind is K.STOP or kind is K.DASH:
        return None if _is_label(chunks, current, i) or _parts_price(chunks, i) else Clause(i, end)
    if (that and _opens_speech(chunks, i)) or _opens_said(chunks, readings, i):
        return Clause(i, end)
    if (that or kind is K.REL) and opens_relative(chunks, readings, i):
        if i > 1 and chunks[i - 1].text == "of" and (isinstance(chunks[i - 2].ref, Item) or begins_part(chunks, i - 2)):
            return None
        begin = i - 1 if chunks[i - 1].kind is K.PREP else i
        several = any(c.kind is K.AUX and c.text in words("grammar", "plural") for c in chunks[i + 1 : i + 3])
        return Clause(begin, end, relative=True, antecedent=antecedent_at(chunks, begin, several))
    own_subject = current.relative and chunks[current.start].kind is not K.CONJ
    if own_subject and (kind is K.AUX or kind is K.CUE) and ends_relative(chunks, current, readings, i):
        return Clause(i, end, inherits=main)
    if kind is K.SUB and _tells_old_plan(chunks, i):
        return None
    if kind is K.SUB or (
        chunk.text in words("grammar", "clause_prepositions") and clause_ahead(chunks, i + 1, readings)
    ):
        return Clause(i, end)
    if chunk.text in words("grammar", "adverbs") and i > 1 and chunks[i - 2].kind is K.AUX:
        return None  # "has not yet approved"
    if kind is K.COMMA or kind is K.CONJ:
        return _joined(chunks, readings, clauses, main, i)
    if not current.relative and opens_contact(chunks, readings, i):
        return Clause(i, end, relative=True, antecedent=i - 1)
    return None


def _parts_price(chunks: list[Chunk], i: int) -> bool:
    """Whether a semicolon in a bracket only parts a price from a list: "(24 AW149s, eight AW189s; EUR870m)"."""
    opened = next((c.kind for c in reversed(chunks[:i]) if c.kind in (K.OPEN, K.CLOSE)), None)
    closed = next((n for n in range(i, len(chunks)) if chunks[n].kind in (K.OPEN, K.CLOSE)), None)
    if chunks[i].text != ";" or opened is not K.OPEN or closed is None or chunks[closed].kind is not K.CLOSE:
        return False
    rest = chunks[i + 1 : closed]
    return any(c.kind is K.MONEY for c in rest) and all(c.kind in (K.MONEY, K.DET, K.PREP) for c in rest)


def _tells_old_plan(chunks: list[Chunk], i: int) -> bool:
    """Whether "once" only tells of a plan that did not hold: "the first, once planned for 2021, is to come in 2023"."""
    following = chunks[i + 1].text if i + 1 < len(chunks) else ""
    return chunks[i].text in words("slipped", "once") and following in words("slipped", "plans")


def _is_label(chunks: list[Chunk], current: Clause, i: int) -> bool:
    """Whether a colon stands after the label of a figure: "Price: EUR 60m", "First delivery: 2027"."""
    first = current.start + (chunks[current.start].kind is K.STOP)
    return chunks[i].text == ":" and 0 < i - first <= _LABEL and chunks[i - 1].text in words("labels", "words")


def _joined(chunks: list[Chunk], readings: Readings, clauses: list[Clause], main: int, i: int) -> Clause | None:
    """The clause that a comma or conjunction opens: one more verb of the same subject, a new subject, or "of which"."""
    current, end = clauses[-1], len(chunks)
    following = i + 1
    if chunks[i].kind is K.COMMA and following < end and chunks[following].kind is K.CONJ:
        following += 1
    if following >= end:
        return None
    begun = has_verb(chunks, current, readings, i)
    told = clauses[main]
    listed = begun and current.relative and has_verb(chunks, told, readings, told.stop)
    further = begun and current.inherits is not None and (is_further(chunks, following) or adds_more(chunks, following))
    if further and adds_more(chunks, following):
        return Clause(i, end, inherits=main, resumed=True)
    if (listed or further) and _resumes(chunks, readings, current, i, following):
        return Clause(i, end, inherits=main, resumed=True)
    if (begun or current.gapped) and opens_gap(chunks, current.start, i):
        return Clause(i, end, inherits=main, gapped=True)
    if verb_begins(chunks, following, readings):
        if begun and reduced_after(chunks, readings, i):
            return Clause(i, end, relative=True, antecedent=i - 1)
        return Clause(i, end, inherits=main) if begun or current.relative else None
    if begun and chunks[following].text == "having" and following + 1 < end and readings.get(following + 1):
        return Clause(i, end, inherits=main)
    if of_which(chunks, following):
        return Clause(i, end, relative=True, antecedent=antecedent_at(chunks, i, True))
    if begun and clause_ahead(chunks, following, readings):
        return Clause(i, end)
    if _has_lot(chunks, current, readings, i) and _owned_deal(chunks, readings, following):
        return Clause(i, end)
    return None


def _resumes(chunks: list[Chunk], readings: Readings, relative: Clause, joint: int, i: int) -> bool:
    """Whether a list goes on after a relative clause: "sold 35 jets, for which Cairo paid $594m, then 244 tanks"."""
    begin = relative.start + 1
    begin += begin < joint and of_which(chunks, begin)
    if chunks[joint].kind is not K.COMMA or any(isinstance(c.ref, Item) for c in chunks[begin:joint]):
        return False
    while i < len(chunks) and (chunks[i].kind in (K.DET, K.DATE) or chunks[i].text in words("grammar", "next_in_list")):
        i += 1
    item = chunks[i].ref if i < len(chunks) else None
    return isinstance(item, Item) and item.count is not None and not clause_ahead(chunks, i, readings)


def _has_lot(chunks: list[Chunk], clause: Clause, readings: Readings, stop: int) -> bool:
    """Whether a clause has told of a deal and what it holds before chunk ``stop``."""
    nouns = [j for j in range(clause.start, stop) if (entry := readings.get(j)) is not None and entry.form == "noun"]
    return bool(nouns) and any(isinstance(chunks[j].ref, Item) for j in range(nouns[0], stop))


def _owned_deal(chunks: list[Chunk], readings: Readings, i: int) -> bool:
    """Whether a further deal with an owner of its own begins: "and Chile's order for four", "an order from Peru"."""
    owner = None
    for j in range(i, min(len(chunks), i + _DEAL_REACH)):
        entry = readings.get(j)
        if entry is not None and entry.form == "noun":
            partner = chunks[j + 1 : j + 4]
            named = any(c.kind is K.PARTY for c in partner)
            return owner is not None or (named and partner[0].text in ("from", "with"))
        if chunks[j].kind is K.PARTY and j + 1 < len(chunks) and chunks[j + 1].kind is K.GEN:
            owner = j
        elif chunks[j].kind not in (K.DET, K.WORD, K.DATE, K.MONEY, K.GEN):
            return False
    return False


def _opens_speech(chunks: list[Chunk], i: int) -> bool:
    """Whether "that" opens what somebody said: "confirmed that the last six had landed", "said on Tuesday that"."""
    if chunks[i - 1].text in words("grammar", "thought"):
        return True
    for back in range(i - 1, max(-1, i - 1 - _SPEECH_REACH), -1):
        if chunks[back].text in words("grammar", "speech"):
            return True
        if chunks[back].kind not in _AFTER_SPEECH:
            return False
    return False


def _opens_said(chunks: list[Chunk], readings: Readings, i: int) -> bool:
    """Whether what somebody said begins here without "that": "Saab said Brazil had ordered", "said on Monday Rome"."""
    verb = i - 1 - (chunks[i - 1].kind is K.DATE)
    if verb < 1 or chunks[verb].kind is not K.WORD or chunks[verb].text not in words("grammar", "saying"):
        return False
    return chunks[i].kind in _SPOKEN_OF and clause_ahead(chunks, i, readings)
