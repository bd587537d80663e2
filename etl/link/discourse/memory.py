"""Memory: what the reading of a document holds on to from one sentence to the next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from etl.documents import Block
from etl.link.drafts import Draft, Row
from etl.link.events import Actor, Event, Line
from etl.link.found import Found, value_of
from etl.link.genres import Genre, Passage
from etl.link.items import Item
from etl.recognise.mentions import Company, Mention, Money, System, When
from etl.recognise.text import Mentions
from schemas.vocabulary import Arrangement, Category, Stage, UsedAs


@dataclass(slots=True)
class Referent:
    """Something named that a later "them", "the jets" or bare count may mean.

    ``weight`` is how likely it is meant, ``named`` are the words that named it.
    """

    block: int
    sentence: int
    designation: str | None
    weapon: str | None
    category: Category | None
    system: System | None
    weight: float
    recipients: frozenset[str] = frozenset()
    owner: str | None = None
    domestic: bool = False
    named: Mention | None = None


@dataclass(slots=True)
class Lead:
    """What the introduction of a list lends to its items."""

    suppliers: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    found_stage: Found[Stage] | None = None
    found_arrangement: Found[Arrangement] | None = None
    draft: Draft | None = None
    transfer: bool = False
    negative: UsedAs | None = None
    whens: list[When] = field(default_factory=list)
    due: list[When] = field(default_factory=list)

    @property
    def stage(self) -> Stage | None:
        """How far it says that its items have got, None where it does not."""
        return value_of(self.found_stage)

    @property
    def arrangement(self) -> Arrangement | None:
        """On what terms it says that its items move, None where it does not."""
        return value_of(self.found_arrangement)


@dataclass(slots=True)
class Pact:
    """When a deal came about of which a sentence does not tell what it holds, and what else that sentence tells.

    ``end`` is where the sentence ends, ``codes`` are the parties that it names. ``several`` says that it tells of more
    than one deal, ``another`` that it turns from the deal told last to one of several. ``draft`` is the deal once later
    sentences have told its contents.
    """

    when: When
    block: int
    end: int
    codes: frozenset[str]
    found_stage: Found[Stage]
    framework: bool
    several: bool
    another: bool
    draft: Draft | None = None


class Way(NamedTuple):
    """Who sent contraband, and whom it was meant for, as far as told."""

    sender: Actor | None
    receiver: Actor | None


@dataclass(slots=True)
class Announced:
    """A deal told before its contents: the clause that tells it, and the draft once arms have joined it."""

    event: Event
    draft: Draft | None = None


@dataclass(slots=True)
class Memory:
    """The state of reading: drafts so far, who is being talked about, what was last named."""

    # the document, and what is known of it before its first sentence
    text: str
    blocks: tuple[Block, ...]
    mentions: Mentions
    published: str | None
    topic: str | None
    publisher: str | None
    issuer: Company | None = None
    genre: Genre = "plain"
    dominant: bool = False
    beneficiary: str | None = None
    on_aid: bool = False
    usual: Arrangement = Arrangement.AID
    on_exercise: bool = False
    by_country: bool = False
    official: bool = False
    speaker: str | None = None
    interviewed: str | None = None
    quoted: str | None = None
    quoted_block: int = -1
    title_systems: tuple[str, ...] = ()
    opening: int = 0
    main_system: str | None = None
    steps: tuple[int, ...] = ()
    places: dict[int, tuple[tuple[str, ...], frozenset[str]]] = field(default_factory=dict)

    # who gives and who gets in all of it
    main_recipient: str | None = None
    main_giver: str | None = None
    given_to: Counter[str] = field(default_factory=Counter)
    recipients_seen: Counter[str] = field(default_factory=Counter)
    suppliers_seen: Counter[str] = field(default_factory=Counter)

    # the deals so far, the one told last, one whose contents may follow
    drafts: list[Draft] = field(default_factory=list)
    focus: Draft | None = None
    focus_row: Row | None = None
    focus_block: int = -1
    announced: Announced | None = None

    # what was named, counted arms (and their block) of which it was not said who gets them, the start of the sentence
    # that last told of parts of an order, the clause of the last sentence that moved arms, the
    # block that last told of arms that come, who is spoken of here
    named: list[Referent] = field(default_factory=list)
    awaiting: tuple[Line, int] | None = None
    parted: int = -1
    mentioned: Line | None = None
    told_last: Event | None = None
    told_coming: int = -1
    subject: Actor | None = None
    visited: Actor | None = None
    way: Way | None = None
    find_block: int = -1
    block: int = -1
    block_home: str | None = None
    block_head: str | None = None
    block_recipients: list[Actor] = field(default_factory=list)
    block_suppliers: list[Actor] = field(default_factory=list)

    # what earlier blocks lend to later ones; whether the last sentence of this one left the deal told last
    leads: dict[int, Lead] = field(default_factory=dict)
    context: Lead = field(default_factory=Lead)
    heading: Lead | None = None
    usual_stage: Found[Stage] | None = None
    negative_sentence: bool = False
    away: bool = False
    deals_counted: int | None = None
    pact: Pact | None = None

    # of a sales notice: what the sentence is about, the sale, its amount, its one contractor
    passage: Passage | None = None
    case: Draft | None = None
    case_values: list[Money] = field(default_factory=list)
    contractor: Actor | None = None

    # figures that moved to nobody or are part of a row, by their start
    uses: dict[int, UsedAs] = field(default_factory=dict)

    def attend(self, draft: Draft, row: Row | None, block: int) -> None:
        """Turn to a deal and its row: what follows without a name of its own is about them."""
        self.focus, self.focus_row, self.focus_block = draft, row, block

    def apart(self, block: int, before: int) -> int:
        """How many blocks a block stands after one before it; paragraphs that tell of no deal do not count."""
        return self.steps[block] - self.steps[before] if self.steps and before >= 0 else block - before

    def note_use(self, item: Item, use: UsedAs) -> None:
        """Note what a figure was that moved to nobody; what was noted first stays."""
        if item.count is not None:
            self.uses.setdefault(item.count.start, use)
