"""Sentences cut into chunks: every mention one chunk, the words between them by what they do in the grammar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from itertools import zip_longest

from etl.link.sentence_spans import FIRST_WORD, sentence_spans
from etl.recognise.cues import find_cues, words
from etl.recognise.mentions import Mention, When
from etl.recognise.text import Mentions


class K(StrEnum):
    """What a chunk is."""

    ITEM = "item"
    SYSTEM = "system"
    KIND = "kind"
    COUNT = "count"
    PARTY = "party"
    COMPANY = "company"
    MAKER = "maker"
    HOME = "home"
    MONEY = "money"
    DATE = "date"
    CUE = "cue"
    PREP = "prep"
    CONJ = "conj"
    REL = "rel"
    SUB = "sub"
    AUX = "aux"
    PRON = "pron"
    DET = "det"
    GEN = "gen"
    COMMA = "comma"
    STOP = "stop"
    DASH = "dash"
    OPEN = "open"
    CLOSE = "close"
    WORD = "word"


@dataclass(slots=True)
class Chunk:
    """A stretch of a sentence; ``ref`` is its mention, ``text`` its words in lower case, ``proper`` if capitalised."""

    kind: K
    start: int
    end: int
    text: str
    ref: Mention | None = None
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, with its chunks, and the texts of them, which each of its clauses looks for words in."""

    block: int
    start: int
    end: int
    chunks: list[Chunk]
    texts: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", frozenset(chunk.text for chunk in self.chunks))

    def has(self, told: frozenset[str]) -> bool:
        """Whether one of the words ``told`` is a chunk of it."""
        return not self.texts.isdisjoint(told)


_LONGEST = 400  # chunks; the longest sentence of all documents at hand has 68


_WORD = re.compile(
    r"[^\W_](?:[\w\u2019'.]*[^\W_])?(?:-[\w\u2019']+)*|[,;:()\[\]\u2013\u2014\"\u201c\u201d|/]|-(?=\s)|--"
)
_GENITIVE = re.compile(r"(?:[\u2019']s|(?<=s)[\u2019'])$")


def _flatten(text: str, mentions: Mentions) -> list[Chunk]:
    """All mentions of a document as chunks, the weightier kind where two overlap."""
    chosen: list[Chunk] = []
    groups: Iterable[tuple[Sequence[Mention], K]] = (
        (mentions.money, K.MONEY),
        (_beside_cues(text, mentions), K.DATE),
        (mentions.systems, K.SYSTEM),
        (mentions.companies, K.COMPANY),
        (mentions.parties, K.PARTY),
        ([c for c in mentions.counts if c.unit], K.COUNT),
        (mentions.kinds, K.KIND),
        ([c for c in mentions.counts if not c.unit], K.COUNT),
        (mentions.cues, K.CUE),
    )
    covered: set[int] = set()
    verbs = _verbs_like_kinds(text, mentions)
    for group, kind in groups:
        for m in group:
            if kind is K.KIND and m.start in verbs:
                continue
            if not covered.isdisjoint(range(m.start, m.end)):
                shorter = _shorter(text, m, covered) if kind is K.CUE else None
                if shorter is None:
                    continue
                m = shorter
            covered.update(range(m.start, m.end))
            chosen.append(Chunk(kind, m.start, m.end, m.surface.lower(), m))
    return sorted(chosen, key=lambda c: c.start)


def _beside_cues(text: str, mentions: Mentions) -> list[When]:
    """The dates without a first word that ends a phrase before them: "became effective in May" is dated "in May"."""
    ends = {c.end: c.start for c in mentions.cues if " " in c.surface}
    out: list[When] = []
    for when in mentions.dates:
        first = FIRST_WORD.match(text, when.start)
        end = first.end() if first is not None else when.start
        cut = ends.get(end, end) < when.start and end < when.end
        if cut and text[when.start : end].lower() not in words("grammar", "prepositions"):
            start = end + len(text[end : when.end]) - len(text[end : when.end].lstrip())
            when = replace(when, start=start, surface=text[start : when.end], relation="in")
        out.append(when)
    return out


def _shorter(text: str, cue: Mention, covered: set[int]) -> Mention | None:
    """The cue in the words of a phrase before what something else has claimed: "came" of "came in" before "in 2020"."""
    free = next(i for i in range(cue.start, cue.end) if i in covered)
    found = find_cues(text[cue.start : free])[:1]
    return replace(found[0], start=cue.start, end=cue.start + found[0].end) if found and not found[0].start else None


@cache
def _verb_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(words("grammar", "infinitive"))) + r")\s+$")


def _verbs_like_kinds(text: str, mentions: Mentions) -> set[int]:
    """Starts of words that name a kind and are a verb here: "to ship 99 engines"."""
    cues = {c.start for c in mentions.cues}
    before = _verb_before()
    return {k.start for k in mentions.kinds if k.start in cues and before.search(text, max(0, k.start - 10), k.start)}


_PUNCTUATION = {
    ",": K.COMMA,
    ";": K.STOP,
    ":": K.STOP,
    "|": K.STOP,
    "(": K.OPEN,
    "[": K.OPEN,
    ")": K.CLOSE,
    "]": K.CLOSE,
    "-": K.DASH,
    "--": K.DASH,
    "\u2013": K.DASH,
    "\u2014": K.DASH,
    "/": K.CONJ,
}

_WORD_KINDS = (
    ("home", "words", K.HOME),
    ("grammar", "pronouns", K.PRON),
    ("grammar", "determiners", K.DET),
    ("grammar", "prepositions", K.PREP),
    ("grammar", "conjunctions", K.CONJ),
    ("grammar", "auxiliaries", K.AUX),
    ("grammar", "relatives", K.REL),
    ("grammar", "clause_openers", K.SUB),
)
"""Lists of words by what they do; where a word is in two of them, the later one says."""


@cache
def _word_kinds() -> dict[str, K]:
    return {word: kind for section, key, kind in _WORD_KINDS for word in words(section, key)} | _PUNCTUATION


def _between(text: str, start: int, end: int) -> Iterator[Chunk]:
    """Chunks of the words between two mentions."""
    kinds = _word_kinds()
    for match in _WORD.finditer(text, start, end):
        surface = match.group()
        low = surface.lower()
        if "'" in surface or "\u2019" in surface:
            genitive = _GENITIVE.search(surface)
            if genitive and len(surface) > 2 and low not in words("grammar", "contractions"):
                stem = surface[: genitive.start()].lower()
                stop = match.start() + genitive.start()
                yield Chunk(kinds.get(stem, K.WORD), match.start(), stop, stem)
                yield Chunk(K.GEN, stop, match.end(), "'s")
                continue
        yield Chunk(kinds.get(low, K.WORD), match.start(), match.end(), low, proper=surface[0].isupper())


@cache
def _home_pairs() -> re.Pattern[str]:
    pairs = sorted(words("home", "pairs"), key=len, reverse=True)
    initials = "".join(sorted({p[0] for p in pairs}))
    return re.compile(rf"\b(?=[{initials}])(?:{'|'.join(pairs)})s?\b", re.IGNORECASE)


_GEN_AT = re.compile(r"[\u2019']s?(?![A-Za-z])")


def sentences(text: str, blocks: Sequence[tuple[int, int, int]], mentions: Mentions) -> list[Sentence]:
    """The sentences of the given blocks ``(index, start, end)`` with their chunks."""
    chunks = _flatten(text, mentions)
    starts = [c.start for c in chunks]
    out: list[Sentence] = []
    for index, start, end in blocks:
        for begin, stop in sentence_spans(text, start, end):
            own = chunks[bisect_left(starts, begin) : bisect_left(starts, stop)]
            out += _cut(
                Sentence(index, begin, stop, _with_pronouns(_unmarked(text, list(_fill(text, begin, stop, own)))))
            )
    return out


def _cut(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence in pieces that the grammar can read in bounded time; one that somebody wrote is a single piece."""
    chunks = sentence.chunks
    for at in range(0, max(1, len(chunks)), _LONGEST):
        piece = chunks[at : at + _LONGEST]
        start = chunks[at].start if at else sentence.start
        end = chunks[at + _LONGEST].start if at + _LONGEST < len(chunks) else sentence.end
        yield Sentence(sentence.block, start, end, piece)


def _unmarked(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """A sentence's chunks without who speaks in a transcript, "A. ", or the mark after the date that heads an entry.

    "1965: China delivers 40 jets" is in 1965.
    """
    if len(chunks) > 1 and chunks[0].text in words("interviews", "marks") and text[chunks[0].end] in ".:":
        chunks = chunks[1 + (chunks[1].kind is K.STOP) :]
    marked = len(chunks) > 2 and chunks[0].kind is K.DATE and chunks[1].kind in (K.STOP, K.DASH)
    return [chunks[0], *chunks[2:]] if marked else chunks


def _with_pronouns(chunks: list[Chunk]) -> list[Chunk]:
    """A sentence's chunks, determiners that stand for a noun as pronouns: "all have come", "both of them"."""
    for chunk, following in zip_longest(chunks, chunks[1:]):
        alone = following is None or following.kind in (K.AUX, K.STOP) or following.text == "of"
        if chunk.kind is K.DET and alone and chunk.text in words("grammar", "alone"):
            chunk.kind = K.PRON
    return chunks


def _fill(text: str, begin: int, stop: int, own: Sequence[Chunk]) -> Iterator[Chunk]:
    at = begin
    for chunk in own:
        if chunk.end > stop or chunk.start < at:
            continue
        yield from _plain(text, at, chunk.start)
        yield Chunk(chunk.kind, chunk.start, chunk.end, chunk.text, chunk.ref, chunk.proper)
        at = chunk.end
        gen = _GEN_AT.match(text, at, stop)
        if gen:
            yield Chunk(K.GEN, gen.start(), gen.end(), "'s")
            at = gen.end()
    yield from _plain(text, at, stop)


def _plain(text: str, start: int, end: int) -> Iterator[Chunk]:
    """Chunks of a stretch without mentions, the names of bodies in it as one chunk each."""
    if not text[start:end].strip():
        return
    at = start
    for match in _home_pairs().finditer(text, start, end):
        yield from _between(text, at, match.start())
        yield Chunk(K.HOME, match.start(), match.end(), match.group().lower())
        at = match.end()
    yield from _between(text, at, end)
