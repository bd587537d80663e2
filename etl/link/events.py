"""Events: what one clause says of a transfer. Grammar fills the slots; what it leaves open the discourse completes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from etl.link.chunks import Chunk, K, Sentence
from etl.link.clauses import NOMINAL, Clause, Frame, parse
from etl.link.items import Item
from etl.link.stages import arrangement_of, stage_of
from etl.link.uses import money_use
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Company, Count, Money, Party, When
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs

TRANSFER = frozenset({"acquire", "receive", "supply", "deliver", "award", "win", "agree", "approve", "cancel", "cover", "arrive", "deal"})
NEGATIVE = {"own": UsedAs.INVENTORY, "lose": UsedAs.LOSS, "make": UsedAs.DOMESTIC, "spend": UsedAs.BUDGET}
_BUYS = frozenset({"acquire", "receive"})
_GIVES = frozenset({"supply", "deliver"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A party in a role. ``code`` is a country or organisation; ``HOME`` and ``PRON`` are left to the discourse."""

    code: str
    start: int
    end: int
    rule: Rule = Rule.STATED
    company: str | None = None
    weight: float = 1.0
    to_whom: bool = False


@dataclass(slots=True)
class Line:
    """An item in an event, with the frame that governs it and the dates that are its own."""

    item: Item
    frame: Frame | None
    stage: Stage | None
    deliveries: list[When] = field(default_factory=list)
    replaces: Count | None = None


@dataclass(slots=True)
class Event:
    """What one clause says: who, what, for how much, when, how far. Empty slots were not said in it."""

    sentence: Sentence
    clause: int
    frames: list[Frame]
    lines: list[Line] = field(default_factory=list)
    suppliers: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    via: list[Actor] = field(default_factory=list)
    makers: list[Actor] = field(default_factory=list)
    values: list[Money] = field(default_factory=list)
    agreed: list[When] = field(default_factory=list)
    deliveries: list[When] = field(default_factory=list)
    stage: Stage | None = None
    arrangement: Arrangement | None = None
    negative: UsedAs | None = None
    subject: Actor | None = None
    deal_noun: bool = False
    framework: bool = False
    relative_to: Item | None = None
    counts_deals: bool = False
    weak: bool = False
    other: bool = False
    built_for: bool = False
    future: bool = False
    vague: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The names of its frames."""
        return frozenset(f.name for f in self.frames)


@dataclass(slots=True)
class Votes:
    """Evidence for roles, heaviest wins."""

    supplier: list[Actor] = field(default_factory=list)
    recipient: list[Actor] = field(default_factory=list)
    via: list[Actor] = field(default_factory=list)
    maker: list[Actor] = field(default_factory=list)


def events(text: str, sentence: Sentence, published: str | None) -> list[Event]:
    """The events of a sentence, in order of its clauses."""
    chunks = sentence.chunks
    if not chunks:
        return []
    clauses = parse(chunks)
    subjects: list[int | None] = []
    out: list[Event] = []
    for n, clause in enumerate(clauses):
        subject = _subject(chunks, clauses, n, subjects)
        subjects.append(subject)
        event = _event(text, sentence, clauses, n, subject, published)
        listed = chunks[clause.start].text == ":" or chunks[clause.start].kind is K.DASH
        gapped = bool(event.lines) and all(x.item.elliptic for x in event.lines)
        if out and (listed or gapped) and not any(not f.nominal or f.name == "price" for f in clause.frames) and not any(
                c.kind is K.AUX for c in chunks[clause.start : clause.stop]):
            _continue(event, next((e for e in reversed(out) if e.names & TRANSFER and e.negative is None), out[-1]))
        if out and out[-1].negative is UsedAs.LOSS and event.names <= {"cancel"} and event.lines:
            event.negative = UsedAs.LOSS
        if clause.inherits is not None and event.names & TRANSFER:
            _take_subject(event, clauses, out)
        out += _split(event)
    return out


def _take_subject(event: Event, clauses: list[Clause], out: list[Event]) -> None:
    """Give a clause the arms that are its subject, cut off by a relative clause: "The 12 jets, which cost ..., were sold"."""
    clause = clauses[event.clause]
    verb = _verb_of(event)
    opens = [c for c in event.sentence.chunks[clause.start : clause.stop] if c.kind not in (K.COMMA, K.CONJ)][:1]
    if verb is None or event.lines or not opens or opens[0].kind is not K.AUX:
        return
    for before in out:
        if before.clause == clause.inherits and not before.frames and before.lines:
            stage = stage_of(verb, clause, event.sentence.chunks, event.future)
            event.lines = [replace(line, frame=verb, stage=stage, deliveries=list(event.deliveries)) for line in before.lines]
            before.lines = []


def _continue(event: Event, before: Event) -> None:
    """Let a list after a colon or dash, which has no verb, belong to the verb before it."""
    if not event.lines or not before.names & TRANSFER or before.negative is not None:
        return
    frame = _verb_of(before)
    event.frames = [*event.frames, *before.frames]
    event.stage = event.stage or before.stage
    event.arrangement = event.arrangement or before.arrangement
    event.future = before.future
    event.agreed = event.agreed or before.agreed
    for line in event.lines:
        line.frame, line.stage = line.frame or frame, line.stage or before.stage


def _verb_of(event: Event) -> Frame | None:
    verbs = [f for f in event.frames if f.name in TRANSFER]
    return verbs[0] if verbs else None


def _split(event: Event) -> list[Event]:
    """An event cut where a further lot begins: "24 for 1.8 billion in 2017 and another four last year" is two."""
    cuts = [n for n, line in enumerate(event.lines) if n and (_further(event.lines[n - 1].item, line.item) or _sided(event, n))]
    if not cuts:
        return [event]
    parts: list[Event] = []
    for begin, end in zip([0, *cuts], [*cuts, len(event.lines)], strict=True):
        start = 0 if begin == 0 else _border(event, event.lines[begin].item.start)
        stop = _border(event, event.lines[end].item.start) if end < len(event.lines) else event.sentence.end
        part = replace(
            event, lines=event.lines[begin:end],
            values=[m for m in event.values if start <= m.start < stop],
            agreed=[w for w in event.agreed if start <= w.start < stop],
            deliveries=[w for w in event.deliveries if start <= w.start < stop],
            suppliers=[a for a in event.suppliers if start <= a.start < stop] or event.suppliers,
            recipients=[a for a in event.recipients if start <= a.start < stop] or event.recipients,
        )
        parts.append(part)
    return parts


def _sided(event: Event, n: int) -> bool:
    """Whether the counted item at ``n`` and the one before it are each followed by a giver or getter of their own."""
    before, here = event.lines[n - 1].item, event.lines[n].item
    if before.count is None or here.count is None:
        return False
    end = event.lines[n + 1].item.start if n + 1 < len(event.lines) else event.sentence.end
    return any(
        any(before.end <= a.start < here.start for a in side) and any(here.end <= a.start < end for a in side)
        for side in (event.suppliers, event.recipients))


def _further(before: Item, item: Item) -> bool:
    if item.count is None or item.count.modifier != "additional":
        return False
    return item.system is None and (item.kind is None or item.kind.generic or before.category == item.category)


def _border(event: Event, start: int) -> int:
    """Where the words of a further lot begin: after the last conjunction or semicolon before it."""
    joins = [c.end for c in event.sentence.chunks if c.kind in (K.CONJ, K.STOP) and c.end <= start]
    return joins[-1] if joins else start


def _subject(chunks: Sequence[Chunk], clauses: list[Clause], n: int, subjects: list[int | None]) -> int | None:
    """The index of the chunk that is the clause's subject, shared or described ones included."""
    clause = clauses[n]
    if clause.relative and clause.antecedent is not None:
        own = _first_nominal(chunks, clause, skip_relative=True)
        return own if own is not None else clause.antecedent
    listed = chunks[clause.start].text == ":" and not any(not f.nominal for f in clause.frames)
    if listed and subjects and subjects[-1] is not None:
        return subjects[-1]
    own = _first_nominal(chunks, clause, skip_relative=False)
    if own is not None:
        return own
    if clause.inherits is not None and clause.inherits < len(subjects):
        return subjects[clause.inherits]
    return subjects[-1] if subjects and clause.start and chunks[clause.start].kind is not K.STOP else None


def _first_nominal(chunks: Sequence[Chunk], clause: Clause, skip_relative: bool) -> int | None:
    """The first nominal without a preposition before the first verb."""
    verbs = [f.at for f in clause.frames if not f.nominal]
    limit = clause.stop
    for i in range(clause.start, clause.stop):
        if chunks[i].kind is K.AUX or i in verbs:
            limit = i
            break
    for i in range(clause.start, limit):
        chunk = chunks[i]
        following = chunks[i + 1] if i + 1 < len(chunks) else None
        if chunk.kind in NOMINAL and i not in clause.preps and not (following is not None and following.kind is K.GEN):
            if chunk.kind is K.PARTY and isinstance(chunk.ref, Party) and chunk.ref.form == "adjective" and (
                    following is None or following.kind is not K.WORD):
                continue
            if chunk.kind is K.PRON and chunk.text not in ("it", "they", "he", "she", "we", "both", "each", "all", "these", "those", "this"):
                continue
            return i
        if any(f.at == i and f.nominal for f in clause.frames) and i not in clause.preps:
            return i
    return None


def actors(chunk: Chunk, weight: float = 1.0, rule: Rule = Rule.STATED) -> list[Actor]:
    """The actors that a chunk names: a country, a company's countries, the home side or a pronoun."""
    ref = chunk.ref
    if isinstance(ref, Party):
        return [Actor(ref.code, chunk.start, chunk.end, rule, None, weight)]
    if isinstance(ref, Company):
        return [Actor(code, chunk.start, chunk.end, Rule.KNOWN, ref.name and ref.surface or None, weight) for code in ref.countries[:1]] or [
            Actor("", chunk.start, chunk.end, Rule.KNOWN, ref.name and ref.surface or None, weight)]
    if chunk.kind is K.HOME:
        return [Actor("HOME", chunk.start, chunk.end, Rule.RESOLVED, None, weight)]
    if chunk.kind is K.PRON and chunk.text in ("it", "they", "he", "she", "we"):
        return [Actor("PRON", chunk.start, chunk.end, Rule.RESOLVED, None, weight * 0.8)]
    return []


def _event(text: str, sentence: Sentence, clauses: list[Clause], n: int, subject: int | None, published: str | None) -> Event:
    chunks = sentence.chunks
    clause = clauses[n]
    event = Event(sentence, n, clause.frames)
    votes = Votes()
    span = range(clause.start, clause.stop)
    event.built_for = _built_for(chunks, clause)
    _under_licence(text, sentence, clause)
    verbs = [f for f in clause.frames if not f.nominal]
    transfer = [f for f in clause.frames if f.name in TRANSFER]
    event.future = any("future" in f.effects or "proposed" in f.effects for f in verbs)
    if subject is not None:
        found = actors(chunks[subject])
        event.subject = found[0] if found else None
    if clause.relative and chunks[clause.start].text == "whose" and clause.antecedent is not None:
        votes.recipient += actors(chunks[clause.antecedent], 1.9)
    for frame in verbs:
        _subject_votes(chunks, clause, frame, subject, votes)
        _object_votes(chunks, clause, frame, votes)
    _oblique_votes(chunks, clause, votes)
    _deal_owner_votes(chunks, clause, votes)
    for i in span:
        chunk = chunks[i]
        if isinstance(chunk.ref, Item) and (_only_compared(chunks, clause, i) if chunk.ref.count is not None else _passed_over(chunks, clause, i)):
            continue
        if isinstance(chunk.ref, Item):
            governing = _governing(clause, i)
            arrived = [f for f in clause.frames if f.at > i + 1 and f.name in _DELIVERS and not f.nominal]
            reduced = governing is not None and governing.at == i + 1 and governing.passive
            stage = stage_of(arrived[0] if reduced and arrived else governing, clause, chunks, event.future)
            event.lines.append(Line(chunk.ref, governing, stage))
            _item_votes(chunk, chunk.ref, votes)
        elif isinstance(chunk.ref, Company):
            votes.maker.append(Actor(chunk.ref.countries[0] if len(chunk.ref.countries) == 1 else "", chunk.start, chunk.end,
                                     Rule.STATED, chunk.ref.name and chunk.ref.surface or None))
            if clause.preps.get(i) not in ("for", "to", "through", "via", "of"):
                votes.supplier += actors(chunk, 1.2)
    if clause.relative and clause.antecedent is not None and isinstance(chunks[clause.antecedent].ref, Item):
        item = chunks[clause.antecedent].ref
        assert isinstance(item, Item)
        event.relative_to = item
    _changes(event, clause)
    for i in span:
        if isinstance(chunks[i].ref, When):
            _date(event, chunks, clause, i, published)
        elif isinstance(chunks[i].ref, Money):
            use = money_use(text, sentence, clause, i)
            if use is UsedAs.VALUE:
                ref = chunks[i].ref
                assert isinstance(ref, Money)
                event.values.append(ref)
    event.arrangement = arrangement_of(text, sentence, clause)
    if event.arrangement is Arrangement.AID or _buys_for(chunks, clause, votes):
        event.arrangement = Arrangement.AID
        _giver_buys(votes)
    event.suppliers, event.recipients = _decide(votes)
    event.vague = not event.recipients and _vague(text, chunks, clause)
    event.via, event.makers = votes.via, _unique_makers(votes.maker)
    event.counts_deals = any(
        chunks[i].kind is K.COUNT and i + 1 < clause.stop and isinstance(chunks[i + 1].ref, Cue) for i in span)
    event.deal_noun = any(f.nominal for f in clause.frames)
    event.framework = any(f.nominal and f.entry.lemma in words("deal_nouns", "framework") for f in clause.frames)
    main = _main_frame(clause)
    event.stage = stage_of(main, clause, chunks, event.future)
    event.weak = main is not None and main.nominal
    _not_yet(event, published)
    event.other = any(c.text in words("other", "words") for c in chunks[clause.start : clause.stop])
    came = event.subject is not None and bool(verbs) and all(f.name == "arrive" for f in verbs) and not event.lines
    if came and event.stage in (Stage.DELIVERED, Stage.DELIVERING):
        event.stage = None
    if not transfer:
        negatives = [NEGATIVE[f.name] for f in clause.frames if f.name in NEGATIVE]
        event.negative = negatives[0] if negatives else None
        if event.values and any(f.name == "price" for f in clause.frames) and event.negative is UsedAs.DOMESTIC:
            event.negative = None
    elif verbs and all(f.name in NEGATIVE or f.name == "price" for f in verbs) and not any(f.nominal for f in transfer):
        event.negative = NEGATIVE.get(verbs[0].name)
    return event


def _not_yet(event: Event, published: str | None) -> None:
    """What is dated after publication has not been delivered."""
    later = [bool(published and w.value and w.value[:7] > published[:7]) for w in event.deliveries]
    if not any(later):
        return
    known = None if all(later) else Stage.DELIVERING
    event.stage = known if event.stage in (Stage.DELIVERED, Stage.DELIVERING) else event.stage
    for line in event.lines:
        if line.stage in (Stage.DELIVERED, Stage.DELIVERING):
            line.stage = known


_COMPARES = frozenset({"than", "against", "like"})


def _only_compared(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a figure only measures another: "fewer than the 72 it asked for", "will take the fleet to 54 aircraft"."""
    prep = clause.preps.get(i)
    if _of_other_verb(chunks, clause, i):
        return True
    stock = prep == "to" and any(c.text in words("tally", "words") for c in chunks[clause.start : i])
    return prep in _COMPARES or stock


def _of_other_verb(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a figure is the object of a verb that moves nothing: "to back up its eight fighters"."""
    at = i - 1
    if at < clause.start or chunks[at].kind is not K.DET or chunks[at].text not in ("its", "their", "his", "our"):
        return False
    while at > clause.start and chunks[at - 1].kind is K.WORD:
        at -= 1
    return at > clause.start and at < i - 1 and chunks[at - 1].text == "to"


def _passed_over(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether a system is the one not chosen: "picked the Gripen over the F-16"."""
    return clause.preps.get(i) == "over" and any(c.text in words("rivals", "nouns") for c in chunks[clause.start : i]) or clause.preps.get(i) == "over" and any(
        f.entry.lemma in words("rivals", "verbs") and not f.nominal and f.at < i for f in clause.frames)


def _changes(event: Event, clause: Clause) -> None:
    """"cut from 24 to 20": the later figure counts, the earlier one says what was changed."""
    starts = {line.item.start: clause.preps.get(i) for i in range(clause.start, clause.stop)
              for line in event.lines if event.sentence.chunks[i].start == line.item.start}
    for old, new in zip(event.lines, event.lines[1:], strict=False):
        if starts.get(old.item.start) == "from" and starts.get(new.item.start) == "to" and old.item.count and new.item.count:
            item = new.item
            if item.elliptic or item.kind is not None and item.kind.generic:
                item = replace(item, system=old.item.system, designation=old.item.designation, weapon=old.item.weapon,
                               category=old.item.category, elliptic=old.item.elliptic, kind=item.kind or old.item.kind)
            new.item = item
            new.replaces = old.item.count
            event.lines = [x for x in event.lines if x is not old]
            return


@cache
def _vague_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(w) for w in sorted(words("vague", "words"), key=len, reverse=True))
    one = "|".join(re.escape(w) for w in sorted(words("vague", "one"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:to|for|from|with|by)\s+(?:(?:[\w-]+\s+){{0,4}}?(?:{nouns})|(?:an?|one|another)\s+(?:[\w-]+\s+){{0,3}}?(?:{one}))\b", re.IGNORECASE)


def _vague(text: str, chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether the clause names its other side only in general: "to several European countries"."""
    named = [(c.start, c.end) for c in chunks[clause.start : clause.stop] if isinstance(c.ref, Party)]
    for match in _vague_pattern().finditer(text, chunks[clause.start].start, chunks[clause.stop - 1].end):
        if not any(s < match.end() <= e for s, e in named):
            return True
    return False


def _built_for(chunks: Sequence[Chunk], clause: Clause) -> bool:
    """"will build three corvettes for the Malaysian navy": making that supplies; its frames are turned into supply."""
    if not any(prep == "for" and chunks[i].kind in (K.PARTY, K.HOME) for i, prep in clause.preps.items()):
        return False
    made = [f for f in clause.frames if f.name == "make"]
    for frame in made:
        frame.entry = replace(frame.entry, frame="supply", stage=None)
    return bool(made)


def _under_licence(text: str, sentence: Sentence, clause: Clause) -> None:
    """"will build 250 howitzers under licence from South Korea": making by another's licence acquires from it."""
    made = [f for f in clause.frames if f.name == "make" and not f.nominal]
    lends = any(clause.preps.get(i) in ("from", "by", "with") and sentence.chunks[i].kind in (K.PARTY, K.COMPANY)
                for i in range(clause.start, clause.stop))
    if made and lends and arrangement_of(text, sentence, clause) is Arrangement.LICENCE:
        for frame in made:
            frame.entry = replace(frame.entry, frame="acquire", stage=Stage.ORDERED)


def _main_frame(clause: Clause) -> Frame | None:
    verbs = [f for f in clause.frames if not f.nominal and f.name in TRANSFER]
    nominals = [f for f in clause.frames if f.nominal]
    return verbs[0] if verbs else nominals[0] if nominals else None


def _governing(clause: Clause, i: int) -> Frame | None:
    """The frame an item belongs to: the nearest before it in its clause, else the first after it."""
    reduced = [f for f in clause.frames if f.at == i + 1 and f.passive and not f.nominal]
    if reduced:
        return reduced[0]
    before = [f for f in clause.frames if f.at < i]
    verbs = [f for f in before if not f.nominal]
    if verbs:
        last = verbs[-1]
        nominal = [f for f in before if f.nominal and f.at > last.at]
        if nominal and (last.name in ("price", "spend", "make") or nominal[-1].entry.lemma in words("deal_nouns", "options")):
            return nominal[-1]
        return last
    after = [f for f in clause.frames if f.at > i and not f.nominal]
    if after:
        return after[0]
    return before[-1] if before else None


def _subject_votes(chunks: Sequence[Chunk], clause: Clause, frame: Frame, subject: int | None, votes: Votes) -> None:
    if subject is None or subject == frame.at or subject > frame.at and subject >= clause.start:
        return
    chunk = chunks[subject]
    company = isinstance(chunk.ref, Company)
    found = actors(chunk, 3.0)
    if not found or isinstance(chunk.ref, Item):
        return
    name = frame.name
    together = _coordinated(chunks, subject, frame.at)
    if all(isinstance(c.ref, Party) for c in together):
        found = [a for c in together for a in actors(c, 3.0)]
    if name in ("acquire", "agree") and len({isinstance(c.ref, Company) for c in together}) == 2 and not frame.passive:
        for other in together:
            (votes.supplier if isinstance(other.ref, Company) else votes.recipient).extend(actors(other, 3.0))
        return
    object_is_deal = any(f.nominal and f.at > frame.at for f in clause.frames)
    if name in _BUYS:
        if frame.passive:
            return
        if company and (object_is_deal or name == "receive") and not _item_right_after(chunks, frame.at, clause.stop):
            votes.supplier += found
        else:
            votes.recipient += found
    elif name in _GIVES:
        if frame.passive:
            votes.recipient += [a for a in found if not company]
        else:
            votes.supplier += found
    elif name == "award":
        (votes.supplier if frame.passive or company else votes.recipient).extend(found)
    elif name == "win":
        votes.supplier += found
    elif name == "agree":
        aid = any(f.nominal and f.entry.arrangement is Arrangement.AID for f in clause.frames)
        (votes.supplier if company or aid else votes.recipient).extend(replace(a, weight=a.weight / 3.0) for a in found)
    elif name == "approve" and not company:
        buying = any(f.nominal and f.entry.lemma in words("nominal", "acquire") - words("nominal", "asked") for f in clause.frames)
        (votes.recipient if buying else votes.supplier).extend(actors(chunk, 1.6))
    elif name == "cancel":
        pass
    elif name == "make" and company:
        votes.supplier += actors(chunk, 1.5)


def _coordinated(chunks: Sequence[Chunk], subject: int, stop: int) -> list[Chunk]:
    """The subject and the parties and firms joined to it by "and": "Hanwha Group and Warsaw signed"."""
    found = [chunks[subject]]
    for i in range(subject + 1, min(stop, subject + 7)):
        chunk = chunks[i]
        if chunk.kind in (K.PARTY, K.COMPANY) and chunks[i - 1].kind in (K.CONJ, K.COMMA, K.DET, K.GEN, K.WORD):
            found.append(chunk)
        elif chunk.kind in (K.PREP, K.CUE, K.AUX, K.REL):
            break
    return found if any(c.text in ("and", "&") for c in chunks[subject:stop]) else found[:1]


def _item_right_after(chunks: Sequence[Chunk], at: int, stop: int) -> bool:
    for chunk in chunks[at + 1 : min(stop, at + 5)]:
        if isinstance(chunk.ref, Item):
            return True
        if chunk.kind is K.CUE:
            return False
    return False


def _object_votes(chunks: Sequence[Chunk], clause: Clause, frame: Frame, votes: Votes) -> None:
    """The party right after the verb: "gave Kyiv 14 tanks", "supply Egypt with 30 jets", "awarded Bell a contract"."""
    if frame.name not in ("supply", "deliver", "award", "acquire", "arrive") or frame.nominal:
        return
    for i in range(frame.at + 1, min(clause.stop, frame.at + 4)):
        chunk = chunks[i]
        if chunk.kind in (K.PARTY, K.COMPANY, K.HOME, K.PRON):
            if i in clause.preps or isinstance(chunk.ref, Party) and chunk.ref.form == "adjective":
                return
            following = chunks[i + 1] if i + 1 < clause.stop else None
            if following is not None and following.kind is K.GEN:
                return
            if frame.name == "award":
                votes.supplier += actors(chunk, 3.0)
            elif frame.name != "acquire":
                votes.recipient += actors(chunk, 2.5)
            return
        if chunk.kind not in (K.DET, K.WORD):
            return


def _oblique_votes(chunks: Sequence[Chunk], clause: Clause, votes: Votes) -> None:
    names = {f.name for f in clause.frames}
    gives = bool(names & {"supply", "deliver", "approve", "arrive"}) or any(
        f.nominal and f.entry.lemma in words("nominal", "supply") | words("nominal", "deliver") for f in clause.frames)
    for i, prep in clause.preps.items():
        chunk = chunks[i]
        if chunk.kind not in (K.PARTY, K.COMPANY, K.HOME, K.PRON):
            continue
        following = chunks[i + 1] if i + 1 < len(chunks) else None
        if following is not None and following.kind is K.GEN and chunk.kind is not K.HOME and not (
                i + 2 < len(chunks) and chunks[i + 2].kind in (K.HOME, K.WORD)):
            continue
        if isinstance(chunk.ref, Party) and chunk.ref.form == "adjective":
            continue
        verbs = [f for f in clause.frames if f.at < i and not f.nominal]
        if verbs and verbs[-1].name in ("own", "lose", "spend"):
            continue
        company = isinstance(chunk.ref, Company)
        if prep == "from":
            (votes.recipient if "win" in names and not company else votes.supplier).extend(actors(chunk, 3.2))
        elif prep in ("to", "towards") and names & TRANSFER and (gives or not names & {"acquire", "receive"}):
            (votes.supplier if company and "award" in names else votes.recipient).extend(
                replace(a, to_whom=True) for a in actors(chunk, 3.0 if gives else 1.5))
        elif prep == "for":
            if not company:
                meant = any(c.text in words("destined", "words") for c in chunks[max(clause.start, i - 3) : i])
                votes.recipient += [replace(a, to_whom=True) for a in actors(chunk, 3.6 if meant else 2.2)]
        elif prep == "by":
            passive = [f for f in clause.frames if f.passive and f.at < i]
            if passive:
                last = passive[-1]
                if last.name in _BUYS or last.name == "award":
                    votes.recipient += actors(chunk, 2.5)
                elif last.name in _GIVES | {"make"}:
                    votes.supplier += actors(chunk, 2.5)
                elif last.name == "agree":
                    (votes.supplier if company else votes.recipient).extend(actors(chunk, 2.0))
        elif prep == "with" and any(c.text in words("joint", "words") for c in chunks[max(clause.start, i - 4) : i]):
            votes.supplier += actors(chunk, 3.0)
        elif prep == "with" and names & {"agree", "acquire", "deal", "award"}:
            (votes.supplier if company else votes.recipient).extend(actors(chunk, 2.0 if company else 0.8))
            if not company and "acquire" in names:
                votes.supplier += actors(chunk, 0.7)
        elif prep in ("via", "through") and chunk.kind is K.PARTY and names & (_GIVES | {"arrive"}):
            votes.via += actors(chunk)
        elif prep == "in" and chunk.kind is K.PARTY and any(f.name == "acquire" and f.passive and f.at >= i - 3 for f in verbs[-1:]):
            votes.supplier += actors(chunk, 0.9)
        elif prep in ("in", "at") and "arrive" in names and chunk.kind is K.PARTY:
            votes.recipient += actors(chunk, 0.9)


def _deal_owner_votes(chunks: Sequence[Chunk], clause: Clause, votes: Votes) -> None:
    """"Lisbon's contract", "the Polish order", "Germany's offer": whose deal it is."""
    for frame in clause.frames:
        if not frame.nominal:
            continue
        supply = frame.entry.lemma in words("nominal", "supply") | words("nominal", "deliver") or frame.chunk.text in words("nominal", "supply")
        for back in range(frame.at - 1, max(clause.start - 1, frame.at - 6), -1):
            chunk = chunks[back]
            if chunk.kind in (K.PARTY, K.HOME, K.COMPANY):
                genitive = chunks[back + 1].kind is K.GEN
                adjective = isinstance(chunk.ref, Party) and chunk.ref.form in ("adjective", "name")
                if genitive or adjective:
                    lot = frame.entry.stage is None and adjective and not genitive
                    target = votes.supplier if supply or lot or isinstance(chunk.ref, Company) else votes.recipient
                    target += actors(chunk, 2.0)
                break
            if chunk.text in ("its", "their"):
                break
            if chunk.kind not in (K.WORD, K.GEN, K.DATE, K.MONEY, K.ITEM, K.KIND, K.COUNT):
                break


def _item_votes(chunk: Chunk, item: Item, votes: Votes) -> None:
    if item.company is not None:
        countries = item.company.countries
        votes.maker.append(Actor(countries[0] if len(countries) == 1 else "", item.company.start, item.company.end,
                                 Rule.STATED, item.company.name and item.company.surface or None, 2.0))
        if len(countries) == 1:
            votes.supplier.append(Actor(countries[0], item.company.start, item.company.end, Rule.KNOWN, None, 1.6))
    if item.origin is not None and not (item.possessive and item.origin.form != "name"):
        votes.supplier.append(Actor(item.origin.code, item.origin.start, item.origin.end, Rule.STATED, None, 1.8))


def _decide(votes: Votes) -> tuple[list[Actor], list[Actor]]:
    """The suppliers and recipients with the most weight; nobody is both."""
    recipients = _heaviest(votes.recipient)
    codes = {a.code for a in recipients if a.code not in ("HOME", "PRON", "")}
    suppliers = _heaviest([a for a in votes.supplier if a.code])
    clash = codes & {a.code for a in suppliers}
    if clash:
        strongest_r = max(a.weight for a in recipients)
        strongest_s = max(a.weight for a in suppliers)
        if strongest_s > strongest_r:
            recipients = _heaviest([a for a in votes.recipient if a.code not in clash])
        else:
            others = _heaviest([a for a in votes.supplier if a.code and a.code not in clash])
            if others:
                suppliers = others
    return suppliers, recipients


def _buys_for(chunks: Sequence[Chunk], clause: Clause, votes: Votes) -> bool:
    """"will buy 14 tanks for Ukraine": a country that buys for another one, named as such, gives."""
    verbs = [f for f in clause.frames if not f.nominal]
    if not verbs or verbs[0].name != "acquire" or verbs[0].passive:
        return False
    given = {a.code for a in votes.recipient if a.to_whom and a.rule is Rule.STATED and len(a.code) == 3 and a.code.isupper()}
    buyers = {a.code for a in votes.recipient if not a.to_whom and a.rule is Rule.STATED and a.weight >= 3.0}
    return len(given) == 1 and bool(buyers) and not given & buyers


def _giver_buys(votes: Votes) -> None:
    """Who buys in order to give supplies: "ordered 18 guns for donation to Ukraine" makes the buyer the supplier."""
    given = [a for a in votes.recipient if a.rule is Rule.STATED and a.to_whom]
    buyers = [a for a in votes.recipient if not a.to_whom and all(a.code != g.code for g in given)]
    if given and buyers:
        votes.recipient[:] = given
        votes.supplier += [replace(a, weight=2.8) for a in buyers]


def _heaviest(candidates: list[Actor]) -> list[Actor]:
    if not candidates:
        return []
    top = max(a.weight for a in candidates)
    chosen: list[Actor] = []
    for actor in candidates:
        if actor.weight >= top - 0.01 and all(a.code != actor.code for a in chosen):
            chosen.append(actor)
    return chosen


def _unique_makers(candidates: list[Actor]) -> list[Actor]:
    chosen: list[Actor] = []
    for actor in candidates:
        if actor.company and all(a.company != actor.company for a in chosen):
            chosen.append(actor)
    return chosen


_AGREES = frozenset({"acquire", "award", "win", "agree", "deal"})
_DELIVERS = frozenset({"receive", "deliver", "arrive"})
_SPANS = frozenset({"by", "until", "from", "between", "over", "within", "before"})


def _date(event: Event, chunks: Sequence[Chunk], clause: Clause, i: int, published: str | None) -> None:
    """File a date under the frame that it belongs to: agreement or delivery."""
    when = chunks[i].ref
    assert isinstance(when, When)
    before = [f for f in clause.frames if f.at < i]
    after = [f for f in clause.frames if f.at > i]
    frame = before[-1] if before else after[0] if after else None
    if _awaited(chunks, clause, i):
        event.deliveries.append(when)
        if frame is not None:
            _own_delivery(event, frame, when, i)
        return
    if frame is None:
        return
    name = frame.name
    if not frame.nominal and when.ahead and not frame.effects & {"future", "proposed"}:
        when = replace(when, ahead=None)
    begun = [f for f in before[:-1] if f.nominal and f.at == frame.at - 1]
    if name == "arrive" and begun and begun[0].entry.lemma not in words("nominal", "deliver"):
        event.agreed.append(when)
        return
    if name == "deal" and i == frame.at - 1:
        event.agreed.append(when)
        return
    if frame.nominal and frame.entry.lemma in words("nominal", "deliver"):
        event.deliveries.append(when)
        _own_delivery(event, frame, when, i)
        return
    later = bool(published and when.value and when.value[:4] > published[:4])
    past = bool(published and when.value and when.value[:7] <= published[:7])
    if name in _DELIVERS or frame.entry.stage is Stage.DELIVERED and not event.future or name in ("supply", "make", "acquire", "deal", "cover", "win", "award", "agree") and (
            when.relation in _SPANS and when.relation != "before" or later or event.future and not past and when.relation != "on"):
        event.deliveries.append(when)
        _own_delivery(event, frame, when, i)
    elif name in _AGREES or name == "supply" and frame.entry.stage is not None:
        event.agreed.append(when)
    elif name == "supply":
        event.deliveries.append(when)


def _awaited(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """"They expect the first machines in 2031": a date of the first or last ones that are waited for."""
    before = chunks[clause.start : i]
    waited = any(c.text in words("progress", "awaited") or c.text.split()[-1] in words("progress", "awaited") for c in before if c.text)
    return waited and any(c.text in ("first", "last", "rest", "remainder", "others") or c.text.startswith(("the first", "the last")) for c in before)


def _own_delivery(event: Event, frame: Frame, when: When, at: int) -> None:
    """Give a delivery date to the item right before it, where several items have dates of their own."""
    before = [line for line in event.lines if line.item.start < when.start]
    if before:
        before[-1].deliveries.append(when)
