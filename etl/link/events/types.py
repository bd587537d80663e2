"""What an event is: who, what, for how much, when, how far, as one clause says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.link.chunks import Sentence
from etl.link.clauses import Frame
from etl.link.found import Found, value_of
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Count, Money, When
from schemas.vocabulary import Arrangement, Rule, Stage, UsedAs

TRANSFER = frozenset(
    {
        *("acquire", "receive", "supply", "deliver", "award", "win"),
        *("agree", "approve", "cancel", "cover", "arrive", "deal"),
    }
)
BUYS = frozenset({"acquire", "receive"})
GIVES = frozenset({"supply", "deliver"})
DELIVERS = frozenset({"receive", "deliver", "arrive"})

_AUXILIARIES = 4
"""Chunks before a verb among which its auxiliary stands."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A party in a role.

    ``code`` is a country or organisation, empty where only a firm is named; ``HOME`` and ``PRON`` are left to the
    discourse. ``to_whom`` is set where a preposition names whom the arms are for, ``partner`` where it
    names who joins another in giving.
    """

    code: str
    start: int
    end: int
    rule: Rule = Rule.STATED
    company: str | None = None
    weight: float = 1.0
    to_whom: bool = False
    partner: bool = False


@dataclass(slots=True)
class Line:
    """An item in an event, with the frame that governs it and the dates that are its own."""

    item: Item
    frame: Frame | None
    found_stage: Found[Stage] | None
    deliveries: list[When] = field(default_factory=list)
    replaces: Count | None = None

    @property
    def stage(self) -> Stage | None:
        """How far it has got, None where nothing says so."""
        return value_of(self.found_stage)


@dataclass(slots=True)
class Event:
    """What one clause says: who, what, for how much, when, how far. Empty slots were not said in it.

    ``begin`` is the index of the chunk of the sentence that its clause opens with, ``opening`` the span of the words
    before the verb of the clause whose subject it shares. ``record`` marks one of a list whose records are each headed
    by a country. ``no_arms`` says that what comes or is got in it is a thing of another sort, ``lost`` that it only
    tells of a bid that lost.
    """

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
    loose: list[When] = field(default_factory=list)
    said: When | None = None
    found_stage: Found[Stage] | None = None
    found_arrangement: Found[Arrangement] | None = None
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
    seized: bool = False
    apart: bool = False
    relative: bool = False
    record: bool = False
    of_one: bool = False
    lost: bool = False
    begin: int = 0
    no_arms: bool = False
    opening: tuple[int, int] = (0, 0)

    @property
    def stage(self) -> Stage | None:
        """How far it has got, None where nothing says so."""
        return value_of(self.found_stage)

    @property
    def arrangement(self) -> Arrangement | None:
        """On what terms the arms move, None where nothing says so."""
        return value_of(self.found_arrangement)

    @property
    def begins(self) -> int:
        """Where in the text the words of its clause begin."""
        chunks = self.sentence.chunks
        return chunks[self.begin].start if self.begin < len(chunks) else self.sentence.start

    @property
    def names(self) -> frozenset[str]:
        """The names of its frames."""
        return frozenset(f.name for f in self.frames)

    @property
    def only_there(self) -> bool:
        """Whether it only says where arms are, which is news of a deal told before but tells none of its own."""
        moving = [f for f in self.frames if f.name in TRANSFER]
        return bool(moving) and all(f.entry.lemma in words("presence", "lemmas") for f in moving)

    @property
    def buys(self) -> bool:
        """Whether somebody buys in it, and does not only get or ask for something."""
        return any(f.name == "acquire" and f.entry.lemma not in words("lemmas", "gained") for f in self.frames)

    @property
    def names_purchase(self) -> bool:
        """Whether a noun in it says that something is bought: "the purchase of two radars"."""
        bought = words("nominal", "acquire") - words("nominal", "asked")
        return any(f.nominal and f.entry.lemma in bought for f in self.frames)

    @property
    def is_news(self) -> bool:
        """Whether it tells that a bargain has just been made: "has signed", "signs", and not "signed"."""
        verbs = [f for f in self.frames if not f.nominal and f.name in ("acquire", "award", "win", "agree")]
        fresh = [f for f in verbs if self._is_of_today(f) and "negated" not in f.effects]
        return bool(fresh) and self.stage in (Stage.ORDERED, Stage.AGREED) and not self.other

    def _is_of_today(self, frame: Frame) -> bool:
        """Whether a verb tells what is done by now, or is being done: "has signed", "signs", and not "had signed"."""
        before = self.sentence.chunks[max(0, frame.at - _AUXILIARIES) : frame.at]
        done = frame.perfect and any(c.text in words("grammar", "done") for c in before)
        return done or frame.entry.form == "third"

    @property
    def verb(self) -> Frame | None:
        """The first frame by which something moves, deal nouns included."""
        return next((f for f in self.frames if f.name in TRANSFER), None)
