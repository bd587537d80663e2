"""Discourse: what a document's clauses say together. Restatements merge, references resolve, open slots are completed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from etl.documents import Block, BlockKind
from etl.extraction import Delivery
from etl.link.chunks import Sentence
from etl.link.drafts import Draft, Row, cell, same_system
from etl.link.events import TRANSFER, Actor, Event, Line
from etl.link.genres import Genre
from etl.link.items import Item
from etl.link.parts import marks_part, whole_at
from etl.link.stages import heading_stage, no_transfer_heading
from etl.link.tables import Cell
from etl.link.telegrams import draft_of as telegram_draft
from etl.link.telegrams import item_of
from etl.link.totals import without_doubles
from etl.link.years import delivery_years, resolved_date
from etl.recognise.cues import table, words
from etl.recognise.mentions import Money, Party, System, When
from etl.recognise.text import Mentions
from schemas.vocabulary import Arrangement, Bound, Category, DeliveryBasis, QuantityUnit, Rule, Stage, UsedAs

_DELIVERY_FRAMES = frozenset({"deliver", "receive", "arrive"})
_TELLS_STAGE = frozenset({"agree", "approve", "cancel", "deliver", "receive", "arrive", "award", "win"})
_PART_MODIFIERS = frozenset({"first", "last", "remaining"})
_MAIN_VOTES, _MAIN_SHARE = 4, 0.55
"""From how many votes, and which share of all, a country is the one that a document's transfers go to."""
_OPEN = frozenset({"HOME", "PRON", ""})


_RUN_IN = 40
"""Characters up to which a first sentence without a verb is a heading of its paragraph."""


@dataclass(slots=True)
class Referent:
    """Something named that a later "them", "the jets" or bare count may mean; ``weight`` is how likely it is meant."""

    block: int
    designation: str | None
    weapon: str | None
    category: Category | None
    system: System | None
    weight: float
    recipients: frozenset[str] = frozenset()
    owner: str | None = None


@dataclass(slots=True)
class Lead:
    """What the introduction of a list lends to its items."""

    suppliers: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    makers: list[Actor] = field(default_factory=list)
    stage: Stage | None = None
    arrangement: Arrangement | None = None
    draft: Draft | None = None
    transfer: bool = False
    negative: UsedAs | None = None


@dataclass(slots=True)
class Discourse:
    """The state of reading: drafts so far, who is being talked about, what was last named."""

    text: str
    blocks: tuple[Block, ...]
    published: str | None
    topic: str | None
    publisher: str | None
    genre: Genre = "plain"
    dominant: bool = False
    mentions: Mentions | None = None
    parties: Sequence[Party] = ()
    beneficiary: str | None = None
    title_systems: tuple[str, ...] = ()
    main_system: str | None = None
    main_recipient: str | None = None
    given_to: Counter[str] = field(default_factory=Counter)
    places: dict[int, tuple[tuple[str, ...], frozenset[str]]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    focus: Draft | None = None
    focus_row: Row | None = None
    focus_block: int = -1
    named: list[Referent] = field(default_factory=list)
    subject: Actor | None = None
    block: int = -1
    block_home: str | None = None
    block_recipients: list[Actor] = field(default_factory=list)
    block_suppliers: list[Actor] = field(default_factory=list)
    leads: dict[int, Lead] = field(default_factory=dict)
    context: Lead = field(default_factory=Lead)
    heading: Lead | None = None
    negative_sentence: bool = False
    notice_values: list[Money] = field(default_factory=list)
    deals_counted: int | None = None
    recipients_seen: Counter[str] = field(default_factory=Counter)
    suppliers_seen: Counter[str] = field(default_factory=Counter)
    uses: dict[int, tuple[UsedAs, Draft | None, Row | None]] = field(default_factory=dict)

    def survey(self, all_events: list[list[Event]]) -> None:
        """Learn from a first look at all events who receives and who gives in this document."""
        for found in all_events:
            for event in found:
                if event.negative is not None or not event.names & TRANSFER:
                    continue
                for actor in event.recipients:
                    if actor.code not in _OPEN:
                        self.recipients_seen[actor.code] += 2 if actor.to_whom else 1
                        self.given_to[actor.code] += actor.to_whom
                for actor in event.suppliers:
                    if actor.code not in _OPEN:
                        self.suppliers_seen[actor.code] += 1
        best = self.recipients_seen.most_common(1)
        total = sum(self.recipients_seen.values())
        if best and best[0][1] >= _MAIN_VOTES and best[0][1] >= _MAIN_SHARE * total:
            self.main_recipient = best[0][0]

    def sentence(self, found: list[Event]) -> None:
        """Take in the events of one sentence."""
        block = found[0].sentence.block if found else self.block
        if block != self.block:
            self._enter(block)
        _relatives(found)
        self._share(found)
        self._speaks_of(found)
        if any(e.counts_deals for e in found):
            self.deals_counted = block
        elif self.deals_counted is not None and block - self.deals_counted > 1:
            self.deals_counted = None
        self.negative_sentence = any(e.negative in (UsedAs.INVENTORY, UsedAs.LOSS) and e.lines for e in found)
        _hand_over(found)
        if found and any(e.framework for e in found) and not marks_part(self.text, found[0].sentence.start, found[0].sentence.end):
            _under_framework(found)
        without_doubles(found)
        made: list[Draft] = []
        whole = whole_at(self.text, found[0].sentence.start, found[0].sentence.end) if found else None
        if whole is not None and self.genre == "plain":
            found, later = _parted(found, whole)
            for event in found:
                self._event(event, made)
            self._whole_deal(later, made)
        else:
            for event in found:
                self._event(event, made)
        for draft in made:
            draft.marked_part = draft.marked_part or marks_part(self.text, found[0].sentence.start, found[0].sentence.end)
        lead = self.leads.setdefault(block, Lead())
        if self.blocks[block].kind is BlockKind.HEADING:
            self._heading(block, lead)
            return
        for event in found if self.blocks[block].kind is not BlockKind.LIST_ITEM else ():
            self._lend(lead, event)
        if made and lead.draft is None:
            lead.draft = made[-1]
        if self.blocks[block].kind is BlockKind.PARAGRAPH and lead.transfer and (lead.suppliers or lead.recipients):
            codes = {a.code for a in lead.recipients}
            if not lead.suppliers and not codes & {a.code for a in self.context.suppliers}:
                lead.suppliers = self.context.suppliers
            self.context = lead

    def _whole_deal(self, later: list[Event], made: list[Draft]) -> None:
        """The larger deal that a sentence names after "part of": a deal of its own, with what stands after those words."""
        child = made[-1] if made else self.focus
        values = [v for e in later for v in e.values]
        rows = any(line.item.count is not None for e in later for line in e.lines)
        if child is None or not (values or rows):
            for event in later:
                self._event(event, made)
            return
        sentence = later[0].sentence
        parent = self._known_whole(child, values)
        if parent is None:
            parent = Draft((sentence.start, sentence.end), sentence.block, id(later), suppliers=list(child.suppliers),
                           recipients=[] if rows else list(child.recipients), arrangement=child.arrangement, stages=[Stage.AGREED])
            self.drafts.append(parent)
            parent.framework = True
            parent.values = values
            for event in later:
                for line in event.lines:
                    if line.item.count is None:
                        continue
                    antecedent = self._antecedent(event, line.item)
                    designation, weapon, category, resolved = self._identity(line.item, antecedent)
                    system = line.item.system or (antecedent.system if antecedent and resolved else None)
                    parent.rows.append(self._row(event, Line(line.item, line.frame, None), designation, weapon, category, system, resolved))
        if child is not parent and parent.part_of is not child:
            child.part_of = parent

    def _known_whole(self, child: Draft, values: list[Money]) -> Draft | None:
        for draft in self.drafts:
            if draft is not child and any(v.amount == o.amount and v.currency == o.currency for v in values for o in draft.values):
                return draft
        return None

    def _speaks_of(self, found: list[Event]) -> None:
        """The country that a paragraph opens with, unless it gives: "Peru keeps up as best it can. Its navy ..."."""
        if self.block_home is not None or not found or found[0].sentence.start != self.blocks[self.block].start:
            return
        for event in found[:2]:
            subject = event.subject
            if subject is None or subject.company is not None or len(subject.code) != 3 or not subject.code.isupper():
                continue
            sellers = self.places.get(self.block, ((), frozenset()))[1]
            if subject.code not in sellers and all(a.code != subject.code for e in found for a in e.suppliers):
                self.block_home = subject.code
            return

    def _heading(self, block: int, lead: Lead) -> None:
        """A heading lends the stage it names; one that names none passes on the heading before it."""
        words_of_heading = self.text[self.blocks[block].start : self.blocks[block].end]
        lead.stage = heading_stage(words_of_heading)
        if no_transfer_heading(words_of_heading):
            lead.negative = UsedAs.INVENTORY
        if lead.stage is not None:
            self.heading = Lead(stage=lead.stage)
        elif self.heading is not None:
            lead.stage = self.heading.stage
            self.leads[block] = self.heading

    def _introduction(self, block: Block) -> Lead | None:
        """What introduces a list item: its lead-in, completed by the last paragraph that told of a transfer."""
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            return None
        own = self.leads.get(block.lead) if block.lead is not None else None
        giver = self.publisher if self.publisher not in (None, self.beneficiary) else self.topic
        if self.beneficiary is not None and giver not in (None, self.beneficiary) and not self.context.transfer and (
                own is None or not own.transfer and own.negative is None):
            own = own or Lead()
            own.suppliers, own.recipients = ([Actor(code or "", block.start, block.start, Rule.INHERITED)] for code in (giver, self.beneficiary))
            own.arrangement, own.transfer = Arrangement.AID, True
            own.stage = own.stage or (self.heading.stage if self.heading else None)
            return own
        if own is None:
            return self.context if self.context.transfer else None
        if own is self.context or own.negative is not None:
            return own
        if not own.transfer and not self.context.transfer:
            return own
        draft = own.draft
        if draft is None and own.stage in (None, self.context.stage):
            draft = self.context.draft
        own.suppliers = own.suppliers or self.context.suppliers
        own.recipients = own.recipients or self.context.recipients
        own.arrangement = own.arrangement or self.context.arrangement
        own.stage = own.stage or self.context.stage
        own.transfer, own.draft = True, draft
        return own

    def _enter(self, block: int) -> None:
        self.block = block
        self.block_recipients, self.block_suppliers = [], []
        pair = self._pair(block)
        self.block_home = pair[0] if pair else None
        if len(pair) == 1:
            self.block_recipients = [Actor(pair[0], self.blocks[block].start, self.blocks[block].start, Rule.INHERITED)]
        elif pair:
            start = self.blocks[block].start
            self.block_recipients, self.block_suppliers = ([Actor(code, start, start, Rule.INHERITED)] for code in pair)
        kind = self.blocks[block].kind
        if kind is BlockKind.PARAGRAPH:
            self.subject = None

    def _lend(self, lead: Lead, event: Event) -> None:
        lead.suppliers = event.suppliers or lead.suppliers
        lead.recipients = event.recipients or lead.recipients
        lead.makers = event.makers or lead.makers
        lead.stage = event.stage or lead.stage
        lead.arrangement = event.arrangement or lead.arrangement
        lead.transfer = lead.transfer or bool(event.names & TRANSFER)
        lead.negative = event.negative

    def telegram(self, events: list[Event], block: int) -> bool:
        """Take in a telegram line; false where it holds no arms."""
        item = item_of(events, self.text)
        if item is None:
            return False
        draft, deliveries = telegram_draft(events, self.text, block, item)
        row = self._row(events[0], Line(item, None, None), item.designation, item.weapon, item.category, item.system, False)
        draft.rows.append(row)
        self._dates(draft, row, Event(events[0].sentence, 0, [], deliveries=deliveries), None)
        self.drafts.append(draft)
        return True

    def take(self, draft: Draft, items: list[Item], complete: When | None) -> None:
        """Take in a deal that a genre of its own was read into, with its items and the date of completion."""
        self.drafts.append(draft)
        sentence = Sentence(draft.block, draft.span[0], draft.span[1], [])
        event = Event(sentence, 0, [], makers=draft.makers)
        for item in items:
            row = self._row(event, Line(item, None, None), item.designation, item.weapon, item.category, item.system, False)
            if complete is not None:
                _, row.delivery_to = delivery_years(replace(complete, relation="by"), False, None)
                row.cells.append(cell("delivery_to", complete.start, complete.end, self.text, Rule.STATED))
            draft.rows.append(row)

    # ------------------------------------------------------------------ who

    def _pair(self, block: int) -> tuple[str, ...]:
        """The one or two countries that head a paragraph of a round-up ("EGYPT / UNITED STATES.", "NEPAL."), else none."""
        start = self.blocks[block].start
        first = [p for p in self.parties if start <= p.start < start + 60][:2]
        if len(first) == 2 and first[0].start == start and self.text[first[0].end : first[1].start].strip() in ("/", "-", "\u2013", "&") and (
                self.text[first[1].end : first[1].end + 1] in ".:\n"):
            return first[0].code, first[1].code
        if first and first[0].start == start and first[0].surface.isupper() and self.text[first[0].end : first[0].end + 1] in (".", ":"):
            return (first[0].code,)
        return ()

    def _resolve(self, found: list[Actor]) -> list[Actor]:
        """Actors with the home side and pronouns replaced by whom they mean; unknown ones dropped."""
        out: list[Actor] = []
        for actor in found:
            if actor.code == "HOME":
                code = self._home()
                rule = Rule.RESOLVED
            elif actor.code == "PRON":
                code = self.subject.code if self.subject and self.subject.code not in _OPEN else None
                rule = Rule.RESOLVED
            else:
                code, rule = actor.code or None, actor.rule
            if code and all(a.code != code for a in out):
                out.append(Actor(code, actor.start, actor.end, rule, actor.company, actor.weight))
        return out

    def _home(self) -> str | None:
        """The country of "the army" here: the topic's, unless the paragraph speaks only of another buyer."""
        if self.block_home is not None:
            return self.block_home
        named, sellers = self.places.get(self.block, ((), frozenset()))
        if self.topic in named or self.dominant:
            return self.topic
        buyers = [code for code in named if code not in sellers]
        return buyers[0] if buyers else self.topic

    def _share(self, found: list[Event]) -> None:
        """Let the clauses of a sentence complete each other's parties."""
        for event in found:
            event.suppliers = self._resolve(event.suppliers)
            event.recipients = self._resolve(event.recipients)
            event.via = self._resolve(event.via)
            if event.subject is not None:
                resolved = self._resolve([event.subject])
                if resolved:
                    self.subject = resolved[0]
        transfers = [e for e in found if e.names & TRANSFER and e.negative is None]
        for n, event in enumerate(transfers):
            if not event.recipients and n and event.suppliers and self._answers(event):
                event.recipients = [a for a in transfers[n - 1].suppliers if all(a.code != s.code for s in event.suppliers)]
            for other in reversed(transfers[:n]):
                self._complete(event, other)
            for other in transfers[n + 1 :]:
                if not event.lines or other.lines:
                    continue
                self._complete(event, other)

    def _answers(self, event: Event) -> bool:
        """Whether the words of an event say that it is given in return for the one before."""
        chunks = event.sentence.chunks
        first = min((f.chunk.start for f in event.frames), default=event.sentence.start)
        before = self.text[event.sentence.start : first].lower()
        return bool(chunks) and any(w in before for w in words("swap", "words"))

    def _complete(self, event: Event, other: Event) -> None:
        codes_s = {a.code for a in event.suppliers}
        codes_r = {a.code for a in event.recipients}
        rivals = codes_s and other.suppliers and not codes_s & {a.code for a in other.suppliers}
        if not event.recipients and not rivals and not codes_s & {a.code for a in other.recipients}:
            event.recipients = [Actor(a.code, a.start, a.end, Rule.INHERITED, a.company, a.weight) for a in other.recipients]
        if not event.suppliers and not codes_r & {a.code for a in other.suppliers}:
            event.suppliers = [Actor(a.code, a.start, a.end, Rule.INHERITED, a.company, a.weight) for a in other.suppliers]

    # ------------------------------------------------------------------ what

    def _event(self, event: Event, made: list[Draft]) -> None:
        block = self.blocks[event.sentence.block]
        lead = self._introduction(block)
        if self.genre == "notice":
            self._notice(event)
            if event.values and not self.drafts and not self.notice_values:
                self.notice_values = event.values
        helped = self.beneficiary is not None and self._help(event, lead)
        transfer = helped or bool(event.names & TRANSFER) or self.genre == "notice" or lead is not None and lead.transfer and lead.negative is None
        for line in event.lines:
            self._line(event, line, lead, transfer, made)
        if not made and self._package(event, lead):
            return
        if not event.lines or all(l.item.count is None for l in event.lines):
            self._attributes(event, made)
        self.block_recipients = event.recipients or self.block_recipients
        self.block_suppliers = event.suppliers or self.block_suppliers

    def _package(self, event: Event, lead: Lead | None) -> bool:
        """Open a deal for a package or contract that a clause announces before, or without, its contents."""
        if lead is not None or self.genre != "plain" or event.negative is not None or not event.deal_noun:
            return False
        aid = event.arrangement is Arrangement.AID and any(f.nominal and f.entry.arrangement is Arrangement.AID for f in event.frames)
        if not aid and not event.values:
            return False
        suppliers, recipients = self._sides(event, aid)
        if not suppliers or not recipients or {a.code for a in suppliers} & {a.code for a in recipients}:
            return False
        for draft in self.drafts:
            known = any(v.amount == o.amount and v.currency == o.currency for v in event.values for o in draft.values)
            if known or not event.values and self._fits(draft, suppliers, recipients) and not draft.rows:
                return False
            if self._fits(draft, suppliers, recipients) and draft is self.focus and not draft.values and event.sentence.block == self.focus_block:
                return False
        draft = Draft((event.sentence.start, event.sentence.end), event.sentence.block, id(event), suppliers=suppliers,
                      recipients=recipients, via=event.via, package=True)
        self._deal_cells(draft, event)
        self.drafts.append(draft)
        self.focus, self.focus_row, self.focus_block = draft, None, event.sentence.block
        lead_here = self.leads.setdefault(event.sentence.block, Lead())
        lead_here.draft = draft
        return True

    def _help(self, event: Event, lead: Lead | None) -> bool:
        """In a document on aid, a country that brings, lists or speaks of arms gives them to the one that is helped."""
        if event.negative in (UsedAs.INVENTORY, UsedAs.LOSS, UsedAs.BUDGET) or event.names & {"lose", "cancel"}:
            return False
        helped = self.beneficiary
        assert helped is not None
        at = event.sentence.start
        givers = [a for a in event.suppliers if a.code != helped]
        subject = event.subject
        if not givers and subject is not None and len(subject.code) == 3 and subject.code != helped and not event.recipients:
            givers = [Actor(subject.code, subject.start, subject.end, Rule.STATED)]
        if not givers or event.recipients and not event.vague:
            return False
        event.suppliers = givers
        event.recipients = [Actor(helped, at, at, Rule.INHERITED)]
        event.arrangement = event.arrangement or Arrangement.AID
        event.negative = None
        if event.stage is None:
            event.stage = lead.stage if lead is not None and lead.stage is not None else Stage.AGREED
        for line in event.lines:
            line.stage = line.stage or event.stage
        return True

    def _sides(self, event: Event, aid: bool) -> tuple[list[Actor], list[Actor]]:
        """The two sides of an announced package; what an aid clause leaves out is the document's usual recipient."""
        suppliers, recipients = list(event.suppliers), list(event.recipients)
        if aid and suppliers and not recipients and not event.vague:
            usual = [c for c, _ in self.recipients_seen.most_common(1) if c not in {a.code for a in suppliers}]
            at = event.sentence.start
            recipients = [Actor(code, at, at, Rule.INHERITED) for code in usual]
        return suppliers, recipients

    def _notice(self, event: Event) -> None:
        """A sales notice is one approved deal: its seller and buyer are those of every line, no clause dates it."""
        usual = [code for code, _ in self.recipients_seen.most_common(3) if code != self.publisher]
        seller = self.publisher or next((code for code, _ in self.suppliers_seen.most_common(1)), None)
        buyer = next((code for code in usual if code != seller), self.topic if self.topic != seller else None)
        at = event.sentence.start
        if seller and all(a.code == buyer for a in event.suppliers) or not event.suppliers and seller:
            event.suppliers = [Actor(seller, at, at, Rule.INHERITED)]
        if buyer and (not event.recipients or any(a.code == seller for a in event.recipients)):
            event.recipients = [Actor(buyer, at, at, Rule.INHERITED)]
        event.agreed, event.deliveries = [], [w for w in event.deliveries if event.names & _DELIVERY_FRAMES]
        event.stage = Stage.APPROVED
        for line in event.lines:
            line.stage, line.deliveries = Stage.APPROVED, []

    def _line(self, event: Event, line: Line, lead: Lead | None, transfer: bool, made: list[Draft]) -> None:
        item = line.item
        antecedent = self._antecedent(event, item)
        if item.elliptic and self.deals_counted is not None and (antecedent is None or antecedent.block <= self.deals_counted):
            return
        designation, weapon, category, resolved = self._identity(item, antecedent)
        known = item.system or (antecedent.system if antecedent and resolved else None)
        own_negative = line.frame is not None and line.frame.name in ("own", "lose", "spend") or (
            line.frame is not None and line.frame.name == "make" and not event.names & {"acquire", "supply", "deliver", "award"}
            and not any(a.weight >= 2 for a in event.recipients))
        arrived = item.part is not None and event.names & {"own"} and known is not None
        used = (transfer or bool(arrived)) and (event.negative is None and not own_negative or bool(arrived))
        self._name(event, designation, weapon, category, known,
                   -1.6 if not used and not self._run_in(event) else 0.0 if line.stage is Stage.CANCELLED else 2.0, event.negative is UsedAs.INVENTORY)
        if not used:
            self._note(item, event.negative or UsedAs.UNKNOWN)
            return
        if line.replaces is not None and self._changed(line, designation):
            return
        if self._part(event, line, designation, category):
            return
        countries = self._origin(known.countries) if known else ()
        if antecedent is not None and resolved and antecedent.owner is not None:
            countries = (antecedent.owner,)
        suppliers, recipients = self._parties(event, item, countries, lead)
        own = {a.code for a in suppliers} & {a.code for a in recipients}
        if own and known and len(known.countries) == 1 and known.countries[0] not in own and all(a.rule is Rule.KNOWN for a in suppliers):
            suppliers = [Actor(known.countries[0], item.start, item.end, Rule.KNOWN)]
        elif own and event.names & {"supply", "deliver"} and (event.built_for or all(a.rule is not Rule.STATED for a in recipients)):
            recipients = self._usual_recipients(item, {a.code for a in suppliers}, True)
        elif own:
            self._note(item, UsedAs.DOMESTIC)
            return
        if known and recipients and not event.suppliers and len(known.countries) == 1 and known.countries[0] in {
                a.code for a in recipients} and not item.origin:
            self._note(item, UsedAs.DOMESTIC)
            return
        if not recipients and not event.vague:
            self._note(item, UsedAs.DOMESTIC)
            return
        taken_in = line.frame is not None and line.frame.name == "receive"
        if not suppliers and (event.built_for or known is None and (taken_in or all(a.rule is not Rule.STATED for a in recipients))):
            return
        row = self._row(event, line, designation, weapon, category, known, resolved)
        if lead is not None and lead.stage is not None and not row.stages:
            row.stages.append(lead.stage)
        same = self._same(row, suppliers, recipients, event, lead)
        if same is not None:
            draft, old = same
            self._merge(draft, old, row, event, line)
        else:
            if not self._worth_a_row(event, row, category):
                return
            if line.frame is not None and line.frame.nominal and line.frame.entry.lemma in words("deal_nouns", "options"):
                event = replace(event, values=[], agreed=[], deliveries=[], stage=Stage.PROPOSED)
                draft = self._option(event, suppliers, recipients, made)
            else:
                draft = self._deal_for(event, suppliers, recipients, lead, made)
            draft.rows.append(row)
            old = row
            self._absorb(draft, row, recipients)
            self._fill(draft, event, suppliers, recipients, lead)
        self._dates(draft, old, event, line)
        ahead = "future" in line.frame.effects if line.frame is not None and not line.frame.nominal else event.future
        if item.part is not None and event.names & (_DELIVERY_FRAMES | {"own"}) and not ahead:
            old.delivered = item.part.amount
            old.cells.append(cell("delivered", item.part.start, item.part.end, self.text, Rule.STATED))
            old.stages = [Stage.DELIVERING]
        self.focus, self.focus_row, self.focus_block = draft, old, event.sentence.block

    def _run_in(self, event: Event) -> bool:
        """Whether a sentence is the name that heads its paragraph: "MiG-29K. Sixteen were bought in 2004"."""
        sentence = event.sentence
        return sentence.start == self.blocks[sentence.block].start and sentence.end - sentence.start < _RUN_IN and not event.frames

    def _absorb(self, draft: Draft, row: Row, recipients: list[Actor]) -> None:
        """Take into a whole order the deliveries told before it ("42 tanks docked ... the 108 tanks were bought in 2019")."""
        if row.quantity is None or not (row.item.definite or row.item.part is not None):
            return
        codes = {a.code for a in recipients}
        for other in self.drafts:
            if other is draft or other.agreed_value or other.values or not codes & other.recipient_codes():
                continue
            for part in list(other.rows):
                small = part.quantity is not None and part.quantity < row.quantity
                if small and part.stages and set(part.stages) <= {Stage.DELIVERED, Stage.DELIVERING} and same_system(
                        part.designation, row.designation):
                    row.delivered = max(row.delivered or Decimal(0), part.quantity or Decimal(0))
                    row.delivery_from = row.delivery_from or part.delivery_from
                    row.cells += [c for c in part.cells if c.field in ("delivered", "delivery_from")]
                    other.rows.remove(part)

    def _changed(self, line: Line, designation: str | None) -> bool:
        """Give an earlier row the figure that replaces its own ("cut from 26 to 12"); false where there is none."""
        old, count = line.replaces, line.item.count
        assert old is not None and count is not None
        for draft in reversed(self.drafts):
            for row in draft.rows:
                if row.quantity == old.amount and (designation is None or same_system(designation, row.designation)):
                    row.quantity, row.high, row.bound = count.amount, count.high, count.bound
                    row.cells = [c for c in row.cells if c.field != "quantity"]
                    row.cells.append(cell("quantity", count.start, count.end, self.text, Rule.STATED))
                    return True
        return False

    def _worth_a_row(self, event: Event, row: Row, category: Category | None) -> bool:
        """Whether an item not told before is a row: with a figure, or named in a clause that says who gives whom."""
        kind = row.item.kind
        if row.designation is None and (row.weapon is None or kind is not None and kind.generic and not row.resolved):
            return False
        if row.item.count is None and row.item.definite and row.item.system is None and row.resolved:
            return False
        if row.quantity is not None:
            alone = row.item.count is None and row.designation is None
            return not (category is Category.SERVICE and row.quantity == 1) and not (alone and not event.suppliers)
        counted = [x for x in event.lines if x.item.count is not None]
        if any(x.item.category == category or row.designation is None for x in counted) or self._accompanies(event, row.item):
            return False
        return bool(event.values) or row.designation is not None and bool(event.suppliers and event.recipients)

    def _accompanies(self, event: Event, item: Item) -> bool:
        """Whether an item only comes along: "with ammunition", "together with spares"."""
        before = self.text[max(0, item.start - 14) : item.start].lower()
        return before.rstrip().endswith((" with", "including", "and related", "along with"))

    def _name(self, event: Event, designation: str | None, weapon: str | None, category: Category | None, system: System | None,
              weight: float, owned: bool = False) -> None:
        if designation is None and (weapon is None or category is None):
            return
        block = event.sentence.block
        if self.named and self.named[-1].designation == designation and self.named[-1].weapon == weapon:
            self.named[-1].block, self.named[-1].weight = block, max(weight, self.named[-1].weight)
            return
        self.named.append(Referent(block, designation, weapon, category, system, weight / 2 + (0.5 if designation else 0.0),
                                   frozenset(a.code for a in event.recipients), self._home() if owned else None))

    def _note(self, item: Item, use: UsedAs) -> None:
        if item.count is not None:
            self.uses.setdefault(item.count.start, (use, None, None))

    def _antecedent(self, event: Event, item: Item) -> Referent | None:
        """The earlier thing that a count without noun, a pointing noun or a broad kind refers to.

        The likeliest is named lately, moves in a transfer, and is of the kind that the words say.
        """
        if item.system is not None:
            return None
        if event.relative_to is not None and item.elliptic:
            other = event.relative_to
            for referent in reversed(self.named):
                if referent.designation == other.designation and referent.weapon == other.weapon:
                    return referent
        vague = item.kind is not None and (item.kind.generic or item.category is None)
        reach = 4 if item.elliptic or item.definite or vague else 1
        best: Referent | None = None
        best_score = 0.0
        for age, referent in enumerate(reversed(self.named[-12:])):
            distance = event.sentence.block - referent.block
            if distance > reach or item.category is not None and referent.category != item.category:
                continue
            if item.designation is None and referent.designation is None and not item.elliptic:
                continue
            if referent.category is Category.SERVICE and item.elliptic:
                continue
            score = 4.0 + referent.weight - 1.2 * distance - 0.45 * age
            if item.weapon is not None and referent.weapon == item.weapon:
                score += 1.0
            elif item.kind is not None and not item.kind.generic and item.weapon and referent.weapon and (
                    item.weapon.split()[-1] != referent.weapon.split()[-1]):
                score -= 1.5
            if referent.designation and self.main_system and same_system(self.main_system, referent.designation):
                score += 0.9
            if distance and referent.designation and any(same_system(name, referent.designation) for name in self.title_systems):
                score += 1.5
            if score > best_score:
                best, best_score = referent, score
        return self._family(event, best)

    def _family(self, event: Event, referent: Referent | None) -> Referent | None:
        """The family that the title names, where a variant bought by another country would be referred to."""
        if referent is None or referent.designation is None:
            return referent
        codes = {a.code for a in event.recipients}
        if not codes or not referent.recipients or codes & referent.recipients:
            return referent
        for name in self.title_systems:
            if same_system(name, referent.designation) and len(name) < len(referent.designation):
                return replace(referent, designation=name)
        return referent

    def _identity(self, item: Item, antecedent: Referent | None) -> tuple[str | None, str | None, Category | None, bool]:
        if item.system is not None or antecedent is None:
            return item.designation, item.weapon, item.category, False
        if not (item.elliptic or item.definite or item.count is not None or item.single and item.kind is not None and item.kind.unit is not None):
            return item.designation, item.weapon, item.category, False
        pointing = item.elliptic or item.definite or item.kind is not None and (item.kind.generic or item.category is None) or (
            item.count is not None and item.count.modifier is not None)
        broad = item.weapon is not None and len(item.weapon.split()) <= 2
        if pointing or broad or item.weapon == antecedent.weapon:
            return antecedent.designation, antecedent.weapon, antecedent.category, True
        return item.designation, item.weapon, item.category, False

    def _parties(self, event: Event, item: Item, countries: tuple[str, ...], lead: Lead | None) -> tuple[list[Actor], list[Actor]]:
        suppliers, recipients = list(event.suppliers), list(event.recipients)
        if len(countries) == 1 and event.arrangement is not Arrangement.AID:
            suppliers, recipients = _from_origin(countries[0], suppliers, recipients, item)
        if lead is not None:
            bought = lead.arrangement is Arrangement.AID and event.names & {"acquire"} and lead.suppliers
            suppliers = lead.suppliers if bought else suppliers or lead.suppliers
            recipients = lead.recipients if bought and lead.recipients else recipients or lead.recipients
        codes = {a.code for a in suppliers}
        gives = event.arrangement is Arrangement.AID or bool(event.names & {"supply", "deliver"})
        if not codes and len(countries) == 1 and not gives:
            codes = set(countries)
        if not recipients and not event.vague:
            recipients = self._usual_recipients(item, codes, event.arrangement is Arrangement.AID, gives)
        codes = {a.code for a in recipients}
        if not suppliers:
            aid = event.arrangement is Arrangement.AID
            selling = self.publisher is not None and self.publisher not in codes and bool(event.lines) and any(
                f.entry.lemma in words("publisher", "sells") for f in event.frames)
            holder = self._holder(item, codes) if aid else None
            told = self._told_seller(item, codes)
            if told is not None:
                suppliers = [Actor(told, item.start, item.end, Rule.INHERITED)]
            elif selling and self.publisher is not None:
                suppliers = [Actor(self.publisher, item.start, item.end, Rule.INHERITED)]
            elif holder is not None:
                suppliers = [Actor(holder, item.start, item.end, Rule.INHERITED)]
            elif len(countries) == 1 and not aid and countries[0] not in codes:
                suppliers = [Actor(countries[0], item.start, item.end, Rule.KNOWN)]
            elif item.system is None or any(a.code in countries for a in self.block_suppliers):
                suppliers = [Actor(a.code, a.start, a.end, Rule.INHERITED) for a in self.block_suppliers if a.code not in codes]
            if not suppliers and event.arrangement is Arrangement.AID and self.topic and self.topic not in codes:
                suppliers = [Actor(self.topic, item.start, item.end, Rule.INHERITED)]
        return suppliers, recipients

    def _origin(self, countries: tuple[str, ...]) -> tuple[str, ...]:
        """A system's countries, by their older names where the text uses those and not the newer ones."""
        named = {p.code for p in self.parties}
        older: dict[str, str] = table()["predecessors"]
        return tuple(older[c] if c in older and older[c] in named and c not in named else c for c in countries)

    def table_row(self, row: list[Cell], block: int, items: list[Item]) -> None:
        """Take in a row of a table whose header says what its cells hold."""
        inside = [i for c in row if c.role == "item" for i in items if c.start <= i.start < c.end]
        item = next((i for i in inside if i.system is not None), inside[0] if inside else None)
        if item is None:
            return
        spans = {c.role: c for c in row}
        suppliers, recipients = (self._cell_parties(spans.get(role)) for role in ("supplier", "recipient"))
        recipients = recipients or self._usual_recipients(item, {a.code for a in suppliers}, True)
        suppliers = suppliers or [Actor(a.code, a.start, a.end, Rule.INHERITED) for a in self.context.suppliers]
        if not (suppliers or recipients):
            return
        cell_block = self.blocks[block]
        sentence = Sentence(block, cell_block.start, cell_block.end, [])
        event = Event(sentence, 0, [])
        made = self._row(event, Line(item, None, None), item.designation, item.weapon, item.category, item.system, False)
        self._cell_numbers(made, spans)
        draft = Draft((cell_block.start, cell_block.end), block, id(made), rows=[made], suppliers=suppliers, recipients=recipients,
                      listed=True, arrangement=self.context.arrangement)
        status = spans.get("status")
        stage = heading_stage(self.text[status.start : status.end]) if status else None
        if stage is not None:
            draft.stages.append(stage)
        elif self.context.stage is not None and made.delivered is None:
            draft.stages.append(self.context.stage)
        self.drafts.append(draft)

    def _cell_parties(self, span: Cell | None) -> list[Actor]:
        if span is None:
            return []
        return [Actor(p.code, p.start, p.end) for p in self.parties if span.start <= p.start < span.end]

    def _cell_numbers(self, row: Row, spans: dict[str, Cell]) -> None:
        """Quantity, deliveries and years of a table row from its cells."""
        assert self.mentions is not None
        for role, name in (("quantity", "quantity"), ("delivered", "delivered")):
            span = spans.get(role)
            count = next((c for c in self.mentions.counts if span and span.start <= c.start < span.end), None)
            if count is None:
                continue
            if name == "quantity":
                row.quantity, row.high, row.bound = count.amount, count.high, count.bound
                row.unit = row.unit or row.item.unit
            else:
                row.delivered = count.amount
            row.cells.append(cell(name, count.start, count.end, self.text, Rule.STATED))
        span = spans.get("years")
        for when in self.mentions.dates:
            if span and span.start <= when.start < span.end:
                row.delivery_from, row.delivery_to = delivery_years(when, False, None)
                row.cells.append(cell("delivery_from" if row.delivery_from else "delivery_to", when.start, when.end, self.text, Rule.STATED))

    def _told_seller(self, item: Item, recipients: set[str]) -> str | None:
        """Who sold the like in the same paragraph, where the text said so."""
        focus, row = self.focus, self.focus_row
        if focus is None or row is None or self.focus_block != self.block or len(focus.suppliers) != 1:
            return None
        seller = focus.suppliers[0]
        like = item.system is not None and same_system(item.designation, row.designation) or item.system is None and item.category in (
            None, row.category)
        return seller.code if seller.rule is Rule.STATED and like and seller.code not in recipients else None

    def _holder(self, item: Item, recipients: set[str]) -> str | None:
        """Who holds what is given away: who got it in an earlier row, else the country the text is about."""
        for draft in reversed(self.drafts):
            for row in draft.rows:
                if item.category in (None, row.category) and len(draft.recipients) == 1 and draft.recipients[0].code not in recipients and (
                        item.designation is None or same_system(item.designation, row.designation)):
                    return draft.recipients[0].code
        return self.topic if self.topic not in recipients else None

    def _usual_recipients(self, item: Item, suppliers: set[str], aid: bool, gives: bool = False) -> list[Actor]:
        """Who receives where a clause does not say: the paragraph's recipient, the document's, the country it is about.

        Where something is given and the text has one topic, that comes first: the paragraph may be about the giver.
        """
        if self.beneficiary is not None and self.beneficiary not in suppliers:
            return [Actor(self.beneficiary, item.start, item.end, Rule.INHERITED)]
        near = [a.code for a in self.block_recipients] or ([self.block_home] if self.block_home else [])
        if self.main_recipient is not None and self.main_recipient not in suppliers and (not near or near[0] in suppliers):
            return [Actor(self.main_recipient, item.start, item.end, Rule.INHERITED)]
        if gives and self.dominant and self.topic not in suppliers and not self.block_recipients and self.topic is not None:
            return [Actor(self.topic, item.start, item.end, Rule.INHERITED)]
        given = next((code for code, n in self.given_to.most_common(3) if code not in suppliers and n > 1), None)
        if self.topic in suppliers and not near and given is not None:
            return [Actor(given, item.start, item.end, Rule.INHERITED)]
        usual = [code for code, _ in self.recipients_seen.most_common(2)]
        topic = [code for code in (self.topic, self.publisher) if code]
        for group in (usual[:1], topic, near) if aid else (near, topic, usual):
            codes = [code for code in group if code not in suppliers][: None if group is near else 1]
            if codes:
                return [Actor(code, item.start, item.end, Rule.INHERITED) for code in codes]
        return []

    def _row(self, event: Event, line: Line, designation: str | None, weapon: str | None, category: Category | None,
             known: object, resolved: bool) -> Row:
        item = line.item
        count = item.count
        quantity = count.amount if count else Decimal(1) if item.single and (designation or weapon) else None
        unit = item.unit
        if unit is QuantityUnit.UNIT and category is Category.AIR_DEFENCE and (item.kind is None or item.kind.generic) and item.system is not None:
            unit = QuantityUnit.SYSTEM
        system = known if isinstance(known, System) else None
        row = Row(
            item, designation, weapon, category, quantity, count.high if count else None,
            (count.bound if count else Bound.EXACT) if quantity is not None else None,
            unit if quantity is not None else None, (event.sentence.start, event.sentence.end),
            origins=system.countries if system else (), maker_known=system.maker if system else None, resolved=resolved,
            makers=list(event.makers), frame=line.frame.name if line.frame is not None else "",
        )
        if line.stage is not None:
            row.stages.append(line.stage)
        if quantity is not None:
            anchor = count or item
            row.cells.append(cell("quantity", anchor.start, anchor.end, self.text, Rule.STATED))
        named = item.system or item.kind
        if named is not None:
            row.cells.append(cell("designation" if designation and not resolved else "weapon", named.start, named.end, self.text,
                                  Rule.STATED))
        return row

    def _same(self, row: Row, suppliers: list[Actor], recipients: list[Actor], event: Event, lead: Lead | None) -> tuple[Draft, Row] | None:
        """The earlier row that this one tells again, or None."""
        codes_r, codes_s = {a.code for a in recipients}, {a.code for a in suppliers}
        agreed = resolved_date(event.agreed[0], False) if event.agreed else None
        for draft in reversed(self.drafts):
            if lead is not None and draft is not lead.draft and draft.listed:
                continue
            if codes_r and draft.recipients and not codes_r & draft.recipient_codes():
                continue
            if codes_s and draft.suppliers and not codes_s & draft.supplier_codes():
                continue
            if agreed and draft.agreed_value and not (agreed.startswith(draft.agreed_value) or draft.agreed_value.startswith(agreed)):
                continue
            for old in draft.rows:
                named = same_system(row.designation, old.designation) or (
                    (row.designation is None or old.designation is None) and row.category == old.category and row.weapon == old.weapon)
                if not named:
                    continue
                pointed = row.item.definite or row.designation is not None and old.designation is not None and not (lead and draft.listed)
                if row.quantity == old.quantity and row.quantity is not None or row.quantity is None and row.item.count is None and pointed or (
                        old.quantity is None and old.item.count is None and old.weapon is not None):
                    if row.item.count is not None and row.item.count.modifier == "additional":
                        continue
                    if lead is not None and draft.listed and old.span != row.span:
                        continue
                    return draft, old
        return None

    def _option(self, event: Event, suppliers: list[Actor], recipients: list[Actor], made: list[Draft]) -> Draft:
        """The deal of an option not taken up: one of its own, part of the deal that it was agreed with."""
        draft = Draft((event.sentence.start, event.sentence.end), event.sentence.block, id(event))
        base = made[-1] if made else self.focus
        if base is not None and self._fits(base, suppliers, recipients):
            draft.part_of = base.part_of if Stage.PROPOSED in base.stages and base.part_of is not None else base
        self.drafts.append(draft)
        return draft

    def _deal_for(self, event: Event, suppliers: list[Actor], recipients: list[Actor], lead: Lead | None, made: list[Draft]) -> Draft:
        """The deal a new row joins: the list's, the same clause's, else a new one."""
        if self.genre == "notice" and self.drafts and self._fits(self.drafts[0], suppliers, recipients):
            return self.drafts[0]
        dated = lead is not None and lead.draft is not None and (
            bool(event.agreed) and lead.draft.agreed_value is not None and bool(lead.draft.rows) or event.values and lead.draft.values)
        if lead is not None and lead.draft is not None and not dated and self._fits(lead.draft, suppliers, recipients):
            made.append(lead.draft)
            return lead.draft
        if self.focus is not None and self.focus.package and not self.focus.rows and event.sentence.block - self.focus_block <= 1 and (
                self._fits(self.focus, suppliers, recipients) and not (event.values and self.focus.values)):
            made.append(self.focus)
            return self.focus
        for draft in reversed(made):
            if draft.order == id(event) or self._fits(draft, suppliers, recipients) and not (event.agreed and draft.agreed_value) and not (
                    event.values and draft.values):
                return draft
        draft = Draft((event.sentence.start, event.sentence.end), event.sentence.block, id(event))
        self.drafts.append(draft)
        made.append(draft)
        if lead is not None and lead.draft is None:
            lead.draft = draft
        draft.listed = lead is not None
        return draft

    def _fits(self, draft: Draft, suppliers: list[Actor], recipients: list[Actor]) -> bool:
        codes_r, codes_s = {a.code for a in recipients}, {a.code for a in suppliers}
        return (not draft.recipients or not codes_r or codes_r == draft.recipient_codes()) and (
            not draft.suppliers or not codes_s or codes_s == draft.supplier_codes())

    def _fill(self, draft: Draft, event: Event, suppliers: list[Actor], recipients: list[Actor], lead: Lead | None) -> None:
        draft.suppliers = draft.suppliers or suppliers
        draft.recipients = draft.recipients or recipients
        draft.via = draft.via or event.via
        self._deal_cells(draft, event)
        if self.notice_values and not draft.values:
            draft.values, self.notice_values = self.notice_values, []
        if lead is not None:
            if lead.stage is not None and event.stage is None and lead.stage not in draft.stages:
                draft.stages.append(lead.stage)
            draft.arrangement = draft.arrangement or lead.arrangement

    def _deal_cells(self, draft: Draft, event: Event) -> None:
        if event.values and not draft.values:
            draft.values = list(event.values)
        elif event.values:
            draft.values += [v for v in event.values if v.restates is not None and any(v.restates == o.start for o in draft.values)]
        if event.agreed and draft.agreed_value is None:
            when = event.agreed[0]
            value = resolved_date(when, False)
            if value:
                draft.agreed, draft.agreed_value = when, value
        if event.stage is not None:
            (draft.weak_stages if event.weak else draft.stages).append(event.stage)
        draft.arrangement = draft.arrangement or event.arrangement
        draft.framework = draft.framework or event.framework
        for maker in event.makers:
            if all(m.company != maker.company for m in draft.makers):
                draft.makers.append(maker)

    def _merge(self, draft: Draft, old: Row, row: Row, event: Event, line: Line) -> None:
        if old.quantity is None and row.quantity is not None:
            old.quantity, old.high, old.bound, old.unit = row.quantity, row.high, row.bound, row.unit
            old.cells += [c for c in row.cells if c.field == "quantity"]
        if row.designation and not row.resolved and (old.designation is None or len(row.designation) > len(old.designation) and old.resolved):
            old.designation, old.weapon, old.category = row.designation, row.weapon, row.category
        if line.stage is not None:
            old.stages.append(line.stage)
        if not draft.suppliers:
            draft.suppliers = event.suppliers
        if not draft.recipients:
            draft.recipients = event.recipients
        self._deal_cells(draft, event if len(draft.rows) == 1 else replace(event, stage=None))

    def _attributes(self, event: Event, made: list[Draft]) -> None:
        """What a clause without a counted item says of the deal in focus: value, date, stage, deliveries."""
        if event.negative is not None or self.focus is None:
            return
        if self.focus.listed and self.blocks[event.sentence.block].kind is BlockKind.PARAGRAPH:
            return
        if event.sentence.block - self.focus_block > 1:
            self._main_delivery(event)
            return
        if any(l.item.count is None and l.item.system is not None and not l.item.definite for l in event.lines) and not made:
            return
        described = event.relative_to
        if described is not None and self.focus_row is not None and described is not self.focus_row.item and not same_system(
                described.designation, self.focus_row.designation):
            return
        if self.negative_sentence and not event.deal_noun:
            return
        if event.other and event.stage in (Stage.CANCELLED, Stage.PROPOSED):
            return
        if event.stage is Stage.PROPOSED and self.focus.stages:
            event.stage = None
        draft = self.focus
        if event.recipients and draft.recipients and not {a.code for a in event.recipients} & draft.recipient_codes():
            return
        if not any(not f.nominal and f.name in _TELLS_STAGE for f in event.frames):
            event.stage = None
        if event.suppliers and all(a.rule is Rule.KNOWN and a.company is None for a in draft.suppliers) and not (
                {a.code for a in event.suppliers} & draft.recipient_codes()) and event.names & {"award", "acquire", "receive"} and (
                not draft.suppliers or all(a.rule is Rule.STATED for a in event.suppliers)):
            draft.suppliers = event.suppliers
        if event.values or event.agreed or event.stage or event.deliveries:
            self._deal_cells(draft, event)
            if event.stage is not None and not event.lines:
                for row in draft.rows:
                    row.stages.append(event.stage)
            if self.focus_row is not None:
                self._dates(draft, self.focus_row, event, None)
                for other in draft.rows:
                    if other is not self.focus_row and other.delivery_from is None and other.delivery_to is None and not event.lines:
                        other.delivery_from, other.delivery_to = self.focus_row.delivery_from, self.focus_row.delivery_to

    def _main_delivery(self, event: Event) -> None:
        """Deliveries told far from their deal, of nothing named: those of the deal that the document opened with."""
        main = next((d for d in self.drafts if d.rows), None)
        if main is None or main.listed or event.lines or not event.deliveries or event.relative_to is not None:
            return
        if event.recipients and not {a.code for a in event.recipients} & main.recipient_codes():
            return
        for row in main.rows:
            if row.delivery_from is None and row.delivery_to is None:
                self._dates(main, row, event, None)

    def _dates(self, draft: Draft, row: Row, event: Event, line: Line | None) -> None:
        whens = line.deliveries if line is not None and line.deliveries else event.deliveries
        for when in whens:
            start, end = delivery_years(when, event.future, draft.agreed_value or self.published)
            part = _named_part(self.text, when) or (_modifier(line.item) if line is not None else None)
            if part == "first":
                end = None
            if part in ("last", "remaining"):
                start = None
            if start is not None and row.delivery_from is None:
                row.delivery_from = start
                row.cells.append(cell("delivery_from", when.start, when.end, self.text, _rule(when)))
            if end is not None and (row.delivery_to is None or end > row.delivery_to):
                row.delivery_to = end
                row.cells.append(cell("delivery_to", when.start, when.end, self.text, _rule(when)))

    def _part(self, event: Event, line: Line, designation: str | None, category: Category | None) -> bool:
        """A part of an earlier row that has arrived or is to: no row of its own, but that row's delivery."""
        item = line.item
        count = item.count
        so_far = item.elliptic and any(
            w in self.text[event.sentence.start : event.sentence.end].lower() for w in words("progress", "so_far")) if item.elliptic else False
        if count is None or not (event.names & _DELIVERY_FRAMES or count.modifier in _PART_MODIFIERS or so_far):
            return False
        if count.modifier == "additional":
            return False
        whole = self._whole(event, line.item, designation, category)
        if whole is None:
            return False
        draft, row = whole
        if event.deal_noun:
            self._deal_cells(draft, replace(event, stage=None))
        self._dates(draft, row, event, line)
        done = so_far or not event.future and any(f.name in _DELIVERY_FRAMES for f in event.frames)
        whens = line.deliveries or event.deliveries
        if done and count.modifier not in ("remaining",) and row.quantity is not None and count.amount <= row.quantity:
            row.delivered = max(row.delivered or Decimal(0), count.amount)
            row.cells.append(cell("delivered", count.start, count.end, self.text, Rule.STATED))
            row.stages.append(Stage.DELIVERED if count.amount == row.quantity or count.modifier == "last" else Stage.DELIVERING)
        if whens:
            start, end = delivery_years(whens[0], event.future, draft.agreed_value or self.published)
            row.deliveries.append(Delivery(start, end, count.amount, DeliveryBasis.MADE if done else DeliveryBasis.PLANNED))
        self.uses[count.start] = (UsedAs.DELIVERED, draft, row)
        self.focus, self.focus_row, self.focus_block = draft, row, event.sentence.block
        return True

    def _whole(self, event: Event, item: Item, designation: str | None, category: Category | None) -> tuple[Draft, Row] | None:
        """The earlier row that a count is a part of; another kind of arms in one breath with it is none."""
        assert item.count is not None
        amount, modifier = item.count.amount, item.count.modifier
        for draft in reversed(self.drafts):
            if event.sentence.block - draft.block > 3 and draft is not self.focus:
                continue
            if event.recipients and draft.recipients and not {a.code for a in event.recipients} & draft.recipient_codes():
                continue
            for row in draft.rows:
                if row.quantity is None or amount > row.quantity or amount == row.quantity and modifier is None:
                    continue
                if row.span[0] == event.sentence.start and not (item.elliptic or item.definite or modifier):
                    continue
                other = item.kind is not None and not item.kind.generic and item.weapon is not None and row.weapon is not None and (
                    item.weapon.split()[-1] != row.weapon.split()[-1])
                if same_system(designation, row.designation) or designation is None and not other and category in (None, row.category):
                    return draft, row
        return None


def _modifier(item: Item) -> str | None:
    if item.part is not None and item.surface.lower().startswith(("the first", "first")):
        return "first"
    return item.count.modifier if item.count is not None else None


_FIRST = re.compile(r"\b(?:first|initial|lead ship|lead boat|begin|beginning|start|starting|onwards?)\b[^.;]{0,75}$", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|final|rest|remainder|remaining|others|complete|completed|end|ends)\b[^.;]{0,45}$", re.IGNORECASE)


def _named_part(text: str, when: When) -> str | None:
    """Whether a date is that of the first or of the last ("the first in 2029 and the last in 2033")."""
    before = text[max(0, when.start - 90) : when.start]
    first, last = _FIRST.search(before), _LAST.search(before)
    if first and (not last or first.start() > last.start()):
        return "first"
    return "last" if last else None


_SURE = 2.4
"""Weight from which a vote for a role rests on a verb's own place or on "from" and "to" rather than on nearness."""


def _from_origin(country: str, suppliers: list[Actor], recipients: list[Actor], item: Item) -> tuple[list[Actor], list[Actor]]:
    """Sides by where a system comes from, unless the grammar says otherwise for sure.

    "The initial contract with the Russian side, for 40 Su-30s" and "the ministers of India and France signed for 36
    Rafales" name both countries in places that do not tell who sells; the maker's country does.
    """
    if any(a.weight >= _SURE and a.code != country for a in suppliers) and all(a.code != country for a in recipients):
        return suppliers, recipients
    if any(a.weight >= _SURE and a.code == country for a in recipients):
        return suppliers, recipients
    older: dict[str, str] = table()["predecessors"]
    if any(a.code == older.get(country) for a in suppliers):
        return suppliers, recipients
    others = [a for a in (*recipients, *suppliers) if a.code != country]
    if all(a.code == country for a in suppliers) and all(a.code != country for a in recipients):
        return suppliers, recipients
    named = [a for a in (*suppliers, *recipients) if a.code == country]
    if not named and not suppliers:
        return suppliers, recipients
    seller = named[:1] or [Actor(country, item.start, item.end, Rule.KNOWN)]
    sellers_by_firm = [a for a in suppliers if a.rule is Rule.KNOWN and a.code != country]
    if not named and suppliers and not sellers_by_firm:
        return suppliers, recipients
    buyers = [a for a in recipients if a.code != country] or [a for a in others if a.rule is not Rule.KNOWN]
    return seller, buyers


def _relatives(found: list[Event]) -> None:
    """Let a relative clause tell of the item it describes: "the 11 jets that Jakarta contracted from Russia in 2018"."""
    for event in found:
        item = event.relative_to
        if item is None or not event.names & TRANSFER or any(line.item.count is not None for line in event.lines):
            continue
        for owner in found:
            line = next((x for x in owner.lines if x.item is item), None)
            if line is None or owner is event:
                continue
            if not owner.names & TRANSFER or owner.negative is not None:
                owner.lines = [x for x in owner.lines if x is not line]
                main = next((f for f in event.frames if not f.nominal and f.name in TRANSFER), event.frames[0])
                event.lines.insert(0, Line(item, main, event.stage, list(event.deliveries)))
                event.relative_to = None
            else:
                owner.values = owner.values or event.values
                owner.agreed = owner.agreed or event.agreed
                owner.suppliers = owner.suppliers or event.suppliers


def _under_framework(found: list[Event]) -> None:
    """What a framework foresees is agreed, not ordered."""
    for event in found:
        if event.stage is Stage.ORDERED:
            event.stage = Stage.AGREED
        for line in event.lines:
            if line.stage in (Stage.ORDERED, None):
                line.stage = Stage.AGREED


def _hand_over(found: list[Event]) -> None:
    """Give the date and value of a deal to the clause of the sentence that tells its contents.

    "Its contract, signed in 2020 and valued at 2 billion, is for 218 vehicles": three clauses, one deal.
    """
    filled = [e for e in found if any(line.item.count is not None for line in e.lines) and e.negative is None and e.names & TRANSFER]
    if len(filled) != 1:
        return
    target = filled[0]
    for event in found:
        if event is target or event.lines or event.negative is not None or event.relative_to is not None:
            continue
        if not target.values and event.values:
            target.values, event.values = event.values, []
        if not target.agreed and event.agreed:
            target.agreed, event.agreed = event.agreed, []


def _parted(found: list[Event], at: int) -> tuple[list[Event], list[Event]]:
    """The events of a sentence before and after a place in it; an event across it is cut in two."""
    before: list[Event] = []
    after: list[Event] = []
    for event in found:
        early = [x for x in event.lines if x.item.start < at]
        late = [x for x in event.lines if x.item.start >= at]
        first = replace(event, lines=early, values=[v for v in event.values if v.start < at],
                        agreed=[w for w in event.agreed if w.start < at], deliveries=[w for w in event.deliveries if w.start < at])
        second = replace(event, lines=late, values=[v for v in event.values if v.start >= at],
                         agreed=[w for w in event.agreed if w.start >= at], deliveries=[w for w in event.deliveries if w.start >= at])
        before.append(first)
        if late or second.values or second.agreed or second.deliveries:
            after.append(second)
    return before, after


def _rule(when: When) -> Rule:
    return Rule.RESOLVED if when.resolved else Rule.STATED
