"""Who gives and who receives: evidence for each role is a vote, and the heaviest wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause
from etl.link.events.types import GIVES, Actor
from etl.link.items import Item
from etl.link.phrases import either
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Party
from schemas.vocabulary import Rule

_BUYS_TO_GIVE = 3.3
"""Weight of a buyer who gives what it buys: more than that of who sold it to the giver."""


_OWNER = 1.8
"""Weight of who owns arms that have come."""


@dataclass(slots=True)
class Votes:
    """Evidence for roles, in the order of the text."""

    supplier: list[Actor] = field(default_factory=list)
    recipient: list[Actor] = field(default_factory=list)
    via: list[Actor] = field(default_factory=list)
    maker: list[Actor] = field(default_factory=list)


def actors(chunk: Chunk, weight: float = 1.0) -> list[Actor]:
    """The actor that a chunk names, if any: a country, a company's country, the home side or a pronoun."""
    ref = chunk.ref
    if isinstance(ref, Party):
        return [Actor(ref.code, chunk.start, chunk.end, Rule.STATED, None, weight)]
    if isinstance(ref, Company):
        code = ref.countries[0] if ref.countries else ""
        return [Actor(code, chunk.start, chunk.end, Rule.KNOWN, _firm(ref), weight)]
    if chunk.kind is K.HOME:
        return [Actor("HOME", chunk.start, chunk.end, Rule.RESOLVED, None, weight)]
    if chunk.kind is K.PRON and chunk.text in words("grammar", "persons"):
        return [Actor("PRON", chunk.start, chunk.end, Rule.RESOLVED, None, weight * 0.8)]
    return []


def _firm(company: Company) -> str | None:
    """The firm's name as the text has it, None where only its nationality is said."""
    return (company.called or company.surface) if company.name else None


def _maker(company: Company, where: Chunk | Company, weight: float) -> Actor:
    """A firm as the maker; ``where`` has its words with the nationality beside them."""
    code = company.countries[0] if len(company.countries) == 1 else ""
    return Actor(code, where.start, where.end, Rule.STATED, _firm(company), weight)


def firm_votes(chunks: Sequence[Chunk], clause: Clause, i: int, votes: Votes) -> None:
    """A firm in the clause makes what moves, and sells it where no preposition gives it another part."""
    company = chunks[i].ref
    assert isinstance(company, Company)
    if _is_arms(chunks, i):
        return
    votes.maker.append(_maker(company, chunks[i], 1.0))
    if clause.preps.get(i) not in ("for", "to", "through", "via", "of"):
        votes.supplier += actors(chunks[i], 1.2)


def _is_arms(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether the name of a firm is one piece that it has made: "gets a second-hand Dornier on a lease"."""
    before = [c for c in chunks[max(0, i - 2) : i] if c.kind is not K.WORD or not c.proper]
    one = any(c.kind is K.DET and c.text in words("items", "one") for c in before)
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    return one and (after is None or after.kind in (K.PREP, K.COMMA, K.STOP, K.CONJ, K.DATE))


def item_votes(item: Item, clause: Clause, votes: Votes, bought: bool = False) -> None:
    """The maker and the origin that an item's own words name: "French-built", "the yard's frigates".

    Who owns arms that others make gets them where nobody else does: "Kenya's 118 Hizirs have been handed over",
    "Egypt's first two Rafales landed in Cairo"; who owns what another seeks sells it: "wants to buy Qatar's Mirages".
    Arms of one's own with another nationality than their maker's come from there: "will get its 24 Danish F-16s".
    Where they are ``bought``, so does a nationality that is not their maker's.
    """
    company, origin = item.company, item.origin
    if company is not None:
        votes.maker.append(_maker(company, company, 2.0))
        if len(company.countries) == 1:
            votes.supplier.append(Actor(company.countries[0], company.start, company.end, Rule.KNOWN, None, 1.6))
    if origin is not None and bought and foreign(item):
        votes.recipient.append(Actor(origin.code, origin.start, origin.end, Rule.STATED, None, 2.3))
        return
    bought_abroad = foreign(item) and not any(f.name in GIVES for f in clause.frames)
    got = any(f.name == "receive" for f in clause.frames)  # "received the second of its two Italian vessels"
    if origin is None or (item.possessive and origin.form != "name" and not (bought_abroad or got)):
        return
    gives = any(f.name in GIVES and f.entry.lemma not in words("lemmas", "hands_over") for f in clause.frames)
    comes = foreign(item) and any(f.name == "arrive" for f in clause.frames)
    each = item.owned and item.elliptic  # "Ghana's 15 and Togo's eight came"
    sought = any(
        f.name == "acquire" and not f.passive and f.at > clause.start and f.chunk.end <= item.start
        for f in clause.frames
    )
    if (
        (item.owned or comes)
        and not gives
        and not (sought and item.owned)
        and (each or not any(a.code != origin.code for a in votes.recipient))
    ):
        votes.recipient.append(Actor(origin.code, origin.start, origin.end, Rule.STATED, None, _OWNER))
    else:
        votes.supplier.append(Actor(origin.code, origin.start, origin.end, Rule.STATED, None, 1.8))


def foreign(item: Item) -> bool:
    """Whether an item's own words name an owner who is not of the country that makes it: "Finland's 64 F-35s"."""
    countries = item.system.countries if item.system is not None else ()
    return item.origin is not None and bool(countries) and item.origin.code not in countries


def bought_for(clause: Clause, votes: Votes) -> Actor | None:
    """Whom a country buys for that is another one, named as such, and so gives: "will buy 14 tanks for Ukraine"."""
    verbs = [f for f in clause.frames if not f.nominal]
    if not verbs or verbs[0].name != "acquire" or verbs[0].passive:
        return None
    stated = [a for a in votes.recipient if a.rule is Rule.STATED]
    given = [a for a in stated if a.to_whom and len(a.code) == 3 and a.code.isupper()]
    bodies = [a for a in votes.recipient if a.code == "HOME"]
    codes, buyers = {a.code for a in given}, {a.code for a in (*stated, *bodies) if not a.to_whom and a.weight >= 3.0}
    return given[0] if len(codes) == 1 and buyers and not codes & buyers else None


def giver_buys(votes: Votes) -> None:
    """Make who buys in order to give the supplier: "ordered 18 guns for donation to Ukraine"."""
    given = [a for a in votes.recipient if a.rule is Rule.STATED and a.to_whom]
    buyers = [a for a in votes.recipient if not a.to_whom and all(a.code != g.code for g in given)]
    if given and buyers:
        votes.recipient[:] = given
        votes.supplier += [replace(a, weight=_BUYS_TO_GIVE) for a in buyers]


def decide(votes: Votes) -> tuple[list[Actor], list[Actor]]:
    """The suppliers and recipients with the most weight; nobody is both."""
    recipients = _heaviest(votes.recipient)
    named = [a for a in votes.supplier if a.code]
    suppliers = _heaviest(named)
    clash = {a.code for a in recipients} & {a.code for a in suppliers} - {"HOME", "PRON"}
    goal = [a for a in votes.recipient if a.to_whom and a.rule is Rule.STATED and a.code not in clash] if clash else []
    if goal:  # "the US Navy gave Bell $455 million to build a dozen for Nigeria"
        return suppliers, _heaviest(goal)
    if clash:
        if max(a.weight for a in suppliers) > max(a.weight for a in recipients):
            recipients = _heaviest([a for a in votes.recipient if a.code not in clash])
        else:
            suppliers = _heaviest([a for a in named if a.code not in clash]) or suppliers
    return suppliers, recipients


def _heaviest(candidates: Sequence[Actor]) -> list[Actor]:
    top = max((a.weight for a in candidates), default=0.0)
    chosen: list[Actor] = []
    for actor in candidates:
        if actor.weight >= top - 0.01 and all(a.code != actor.code for a in chosen):
            chosen.append(actor)
    return chosen


def makers(votes: Votes) -> list[Actor]:
    """The firms that make what moves, each once."""
    chosen: list[Actor] = []
    for actor in votes.maker:
        if actor.company and all(a.company != actor.company for a in chosen):
            chosen.append(actor)
    return chosen


@cache
def _vague_pattern() -> re.Pattern[str]:
    before, one, several_words = (either(words("vague", key)) for key in ("before", "one", "words"))
    several = rf"(?:[\w-]+\s+){{0,4}}?(?:{several_words})"
    single = rf"(?:an?|one|another)\s+(?:[\w-]+\s+){{0,3}}?(?:{one})"
    return re.compile(rf"\b(?:{before})\s+(?:{several}|{single})\b", re.IGNORECASE)


@cache
def _vague_subject() -> re.Pattern[str]:
    single = "|".join(re.escape(w) for w in sorted(words("vague", "one"), key=len, reverse=True))
    return re.compile(rf"(?:an?|one|another)\s+(?:[\w-]+\s+){{0,3}}?(?:{single})\b", re.IGNORECASE)


def _vague(text: str, chunks: Sequence[Chunk], clause: Clause) -> Iterator[re.Match[str]]:
    start, end = chunks[clause.start].start, chunks[clause.stop - 1].end
    subject = _vague_subject().match(text, start, end)
    if subject is not None:
        yield subject
    yield from _vague_pattern().finditer(text, start, end)


def without_unnamed(text: str, chunks: Sequence[Chunk], clause: Clause, found: Sequence[Actor]) -> list[Actor]:
    """The actors without those that are only spoken of in general: the customer of "from an undisclosed customer"."""
    any_member = {c.start for c in _members(chunks, clause)}
    found = [a for a in found if a.start not in any_member]
    if all(a.code != "HOME" for a in found):
        return list(found)
    spans = [m.span() for m in _vague(text, chunks, clause)]
    return [a for a in found if a.code != "HOME" or not any(start <= a.start < end for start, end in spans)]


def _members(chunks: Sequence[Chunk], clause: Clause) -> list[Chunk]:
    """Names of organisations that only tell what sort of country is meant: "for a NATO navy", "to an EU member"."""
    return [
        chunk
        for before, chunk in pairwise(chunks[max(0, clause.start - 1) : clause.stop])
        if isinstance(chunk.ref, Party) and len(chunk.ref.code) != 3 and before.text in words("items", "one")
    ]


def vague(text: str, chunks: Sequence[Chunk], clause: Clause) -> bool:
    """Whether the clause names its other side only in general: "to several European countries"."""
    any_member = _members(chunks, clause)
    if any(" " in c.text for c in any_member):
        return True
    named = [(c.start, c.end) for c in chunks[clause.start : clause.stop] if isinstance(c.ref, Party)]
    found = _vague(text, chunks, clause)
    return any(not any(start < match.end() <= end for start, end in named) for match in found)
