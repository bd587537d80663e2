"""Evidence of a clause for who gives and who receives: its subject, object, prepositions and deal nouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame, is_order
from etl.link.events.roles import Votes, actors
from etl.link.events.subjects import coordinated
from etl.link.events.types import BUYS, GIVES, TRANSFER, Actor
from etl.link.items import Item
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Company, Party
from schemas.vocabulary import Arrangement, Rule

_SIDES = (K.PARTY, K.COMPANY, K.HOME, K.PRON)
_TAKES_PARTY = frozenset({"supply", "deliver", "arrive"})
_MOVES_NOTHING = frozenset({"own", "lose", "spend"})
_TRADES = frozenset({"acquire", "supply"})
_WITHIN_DEAL_NAME = (K.WORD, K.GEN, K.DATE, K.MONEY, K.ITEM, K.KIND, K.COUNT)


@cache
def _giving() -> frozenset[str]:
    """Deal nouns by which the owner gives: "sale", "delivery"."""
    return words("nominal", "supply") | words("nominal", "deliver")


@cache
def _buying() -> frozenset[str]:
    """Deal nouns by which the owner buys, requests to a government aside."""
    return words("nominal", "acquire") - words("nominal", "asked")


def votes_of(chunks: Sequence[Chunk], clause: Clause, subject: int | None) -> Votes:
    """The votes that a clause's grammar gives; its arms and firms add theirs."""
    votes = Votes()
    owner = clause.antecedent if clause.relative and chunks[clause.start].text == "whose" else None
    if owner is not None and chunks[owner - 1].text != "from":
        votes.recipient += actors(chunks[owner], 1.9)
    for frame in clause.frames:
        if frame.nominal:
            if subject is not None and subject < frame.at and _holds_talks(chunks[subject], frame):
                votes.recipient += actors(chunks[subject])
            continue
        moved = _moved(chunks, clause, frame)
        ahead = subject is not None and (subject < frame.at or subject < clause.start) and subject != frame.at
        doer = moved if moved is not None else subject if ahead else None
        if doer is not None and not _describes(chunks, clause, frame):
            _subject_votes(chunks, clause, frame, doer, votes)
        _object_votes(chunks, clause, frame, votes)
    _handing_votes(chunks, clause, subject, votes)
    _oblique_votes(chunks, clause, votes)
    _deal_owner_votes(chunks, clause, votes)
    return votes


def _describes(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether a participle opens a clause after a comma, so that the arms before it are its subject."""
    return frame.reduced and frame.at == clause.start + 1 and chunks[clause.start].kind is K.COMMA


def _moved(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> int | None:
    """The party that is to do what a verb says, where another one moves it to: "pressed Dhaka to order eight jets"."""
    at = frame.at - 2
    if at - 1 < clause.start or chunks[at + 1].text != "to" or chunks[at].kind not in (K.PARTY, K.HOME):
        return None
    back = at - 1 - (chunks[at - 1].kind is K.DET)
    return at if back >= clause.start and chunks[back].text in words("grammar", "moving") else None


def _holds_talks(subject: Chunk, frame: Frame) -> bool:
    """Whether a country is in talks, so that it is the buyer where nothing else is said: "Dakar is in talks with"."""
    return subject.kind in (K.PARTY, K.HOME) and frame.entry.lemma in words("deal_nouns", "talks")


def _subject_votes(chunks: Sequence[Chunk], clause: Clause, frame: Frame, subject: int, votes: Votes) -> None:
    """The subject's role by the verb; a firm as the subject sells where a country would buy."""
    asked = _asked_to(chunks, clause, frame) if frame.name in GIVES else None
    if asked is not None:
        votes.supplier += actors(asked, 3.0)
        votes.recipient += actors(chunks[subject], 2.5)
        return
    found = actors(chunks[subject], 3.0)
    if not found or _only_says(chunks, frame):
        return
    name = frame.name
    company = isinstance(chunks[subject].ref, Company)
    together = coordinated(chunks, subject, frame.at)
    if all(isinstance(c.ref, Party) or c.kind is K.HOME for c in together):
        found = [a for c in together for a in actors(c, 3.0)]
    mixed = len({isinstance(c.ref, Company) for c in together}) == 2
    if name in ("acquire", "agree") and mixed and not frame.passive:
        for side in together:
            (votes.supplier if isinstance(side.ref, Company) else votes.recipient).extend(actors(side, 3.0))
    elif name in BUYS:
        if not frame.passive:
            (votes.supplier if company and _gets_deal(chunks, clause, frame) else votes.recipient).extend(found)
    elif name in GIVES:
        if not frame.passive:
            votes.supplier += found
        elif not company and not _is_what_moves(chunks, clause, frame, subject):
            votes.recipient += found
    elif name == "award":
        (votes.supplier if frame.passive or company else votes.recipient).extend(found)
    elif name == "win":
        votes.supplier += found
    elif name == "agree":
        aid = any(f.nominal and f.entry.arrangement is Arrangement.AID for f in clause.frames)
        side_of_subject = votes.supplier if company or aid else votes.recipient
        side_of_subject += [replace(a, weight=a.weight / 3.0) for a in found]
    elif name == "approve" and not company:
        buying = any(f.nominal and f.entry.lemma in _buying() for f in clause.frames)
        (votes.recipient if buying else votes.supplier).extend(actors(chunks[subject], 1.6))
    elif name == "cancel" and not company and not frame.passive:
        bought = any(f.nominal and f.entry.lemma in _buying() | words("nominal", "offered") for f in clause.frames)
        bought = bought and frame.entry.lemma not in words("call_off", "takes_back")
        sold = any(f.nominal and f.entry.lemma in _giving() for f in clause.frames)
        stops = actors(chunks[subject], 1.6)
        votes.recipient += stops if bought else []
        votes.supplier += stops if sold and not bought else []
    elif name == "make" and company:
        votes.supplier += actors(chunks[subject], 1.5)


def _is_what_moves(chunks: Sequence[Chunk], clause: Clause, frame: Frame, subject: int) -> bool:
    """Whether a pronoun stands for the arms: "they were handed over in May", not "they were given six boats"."""
    after = chunks[frame.at + 1 : clause.stop]
    opening = chunks[clause.start].text
    described = clause.relative and clause.antecedent is None and opening == "which" and subject < clause.start
    own = described or (chunks[subject].kind is K.PRON and subject >= clause.start)
    return own and not any(isinstance(c.ref, Item) for c in after)


def _only_says(chunks: Sequence[Chunk], frame: Frame) -> bool:
    """Whether somebody only tells what follows: "the American ambassador announced that six jets would follow"."""
    following = chunks[frame.at + 1].text if frame.at + 1 < len(chunks) else ""
    return frame.chunk.text in words("grammar", "speech") and following == "that"


def _asked_to(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> Chunk | None:
    """Who is to give, where somebody has it do so: "contracted the yard to supply", "asked Berlin to send"."""
    at = frame.at - 2
    if at - 1 < clause.start or chunks[frame.at - 1].text != "to" or chunks[at].kind not in (K.PARTY, K.COMPANY):
        return None
    verb = at - 1 - (chunks[at - 1].kind is K.DET)
    asks = any(f.at == verb and f.name == "acquire" and not f.nominal for f in clause.frames)
    return chunks[at] if asks or chunks[verb].text in words("grammar", "asking") else None


def _gets_deal(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether what a firm gets is a deal and not arms: "the yard received payment", "secured a contract"."""
    for chunk in chunks[frame.at + 1 : min(clause.stop, frame.at + 5)]:
        if isinstance(chunk.ref, Item):
            return False
        if chunk.kind is K.CUE:
            break
    return frame.name == "receive" or any(f.nominal and f.at > frame.at for f in clause.frames)


def _object_votes(chunks: Sequence[Chunk], clause: Clause, frame: Frame, votes: Votes) -> None:
    """The party right after the verb: "gave Kyiv 14 tanks", "supply Egypt with 30 jets", "awarded Bell a contract"."""
    asks = frame.entry.lemma in words("asks", "verbs")
    if frame.name != "award" and frame.name not in _TAKES_PARTY and not asks:
        return
    for i in range(frame.at + 1, min(clause.stop, frame.at + 4)):
        chunk = chunks[i]
        if chunk.kind in _SIDES:
            owns = i + 1 < clause.stop and chunks[i + 1].kind is K.GEN
            if i in clause.preps or owns or _adjective(chunk):
                return
            if frame.name == "award" or asks:
                votes.supplier += actors(chunk, 3.0)
            else:
                votes.recipient += actors(chunk, 2.5)
            return
        if chunk.kind not in (K.DET, K.WORD):
            return


def _adjective(chunk: Chunk) -> bool:
    return isinstance(chunk.ref, Party) and chunk.ref.form == "adjective"


def _oblique_votes(chunks: Sequence[Chunk], clause: Clause, votes: Votes) -> None:
    """The parties and firms under a preposition."""
    names = {f.name for f in clause.frames}
    for i, prep in clause.preps.items():
        chunk = chunks[i]
        if chunk.kind not in _SIDES or _adjective(chunk) or _only_owns(chunks, i):
            continue
        verbs = [f for f in clause.frames if f.at < i and not f.nominal]
        if verbs and verbs[-1].name in _MOVES_NOTHING:
            continue
        company = isinstance(chunk.ref, Company)
        if prep == "from" and (_from_another(verbs) or _from_rival(chunks, clause, i)):
            continue
        if prep == "from" and (not company or names & {"win", "agree"}) and _order_from(chunks, i):
            votes.recipient += actors(chunk, 3.2)
            continue
        if prep == "from":
            (votes.recipient if "win" in names else votes.supplier).extend(actors(chunk, 3.2))
        elif prep == "to" and verbs and verbs[-1].name == "acquire" and verbs[-1].chunk.text.endswith(" to"):
            votes.supplier += actors(chunk, 3.2)
        elif prep in ("to", "towards"):
            if not _thanked(chunks, clause, i):
                _goal_votes(chunk, clause, names, votes)
        elif prep == "for" and not company:
            meant = any(c.text in words("destined", "words") for c in chunks[max(clause.start, i - 3) : i])
            votes.recipient += [replace(a, to_whom=True) for a in actors(chunk, 3.6 if meant else 2.2)]
        elif prep == "by":
            _agent_votes(chunk, [f for f in clause.frames if f.passive and f.at < i], votes)
            _doer_votes(chunk, [f for f in clause.frames if f.at < i], votes)
        elif prep == "with":
            joint = any(c.text in words("joint", "words") for c in chunks[max(clause.start, i - 4) : i])
            bought = any(f.name == "acquire" and f.passive for f in verbs)
            _partner_votes(chunk, joint, bought, names, votes)
        elif prep in ("via", "through"):
            if chunk.kind is K.PARTY and not names.isdisjoint(GIVES | {"arrive"}):
                votes.via += actors(chunk)
        elif prep in ("in", "at") and chunk.kind is K.PARTY:
            last = verbs[-1] if verbs else None
            ordered = [f for f in clause.frames if (f.name == "acquire") is f.passive and f.name in _TRADES]
            ahead = [f for f in ordered if f.at > i]
            if prep == "in" and ahead and i <= clause.start + 2:
                votes.recipient += actors(chunk, 0.9)
            elif prep == "in" and last is not None and last.name == "acquire" and last.passive and last.at >= i - 3:
                votes.supplier += actors(chunk, 0.9)
            elif "arrive" in names:
                votes.recipient += actors(chunk, 0.9)


def _thanked(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether only words go "to" somebody: "conveyed the gratitude of its people to India"."""
    return any(c.text in words("grammar", "addressed") for c in chunks[max(clause.start, i - 7) : i])


def _only_owns(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a party only owns the noun after it ("for Peru's order"), unless that is one of its bodies."""
    if chunks[i].kind is K.HOME or i + 1 >= len(chunks) or chunks[i + 1].kind is not K.GEN:
        return False
    body = chunks[i + 2 : i + 4]
    return not body or not (body[0].kind is K.HOME or (body[0].kind is K.WORD and body[-1].kind is K.HOME))


def _goal_votes(chunk: Chunk, clause: Clause, names: set[str], votes: Votes) -> None:
    """Whom a giving verb or noun gives "to"; a firm that a contract is awarded to sells."""
    gives = not names.isdisjoint(_TAKES_PARTY | {"approve"}) or any(
        f.nominal and f.entry.lemma in _giving() for f in clause.frames
    )
    if names.isdisjoint(TRANSFER) or not (gives or names.isdisjoint(BUYS)):
        return
    found = [replace(a, to_whom=True) for a in actors(chunk, 3.0 if gives else 1.5)]
    (votes.supplier if isinstance(chunk.ref, Company) and "award" in names else votes.recipient).extend(found)


def _agent_votes(chunk: Chunk, passives: Sequence[Frame], votes: Votes) -> None:
    """Who does what a passive says: "bought by Peru", "supplied by the yard", "the plan was dropped by Oslo"."""
    if not passives:
        return
    name = passives[-1].name
    if passives[-1].entry.lemma in words("call_off", "own"):
        votes.recipient += actors(chunk, 1.2)
    if name in BUYS or name == "award":
        votes.recipient += actors(chunk, 2.5)
    elif name in GIVES or name == "make":
        votes.supplier += actors(chunk, 2.5)
    elif name == "agree":
        (votes.supplier if isinstance(chunk.ref, Company) else votes.recipient).extend(actors(chunk, 2.0))


def _doer_votes(chunk: Chunk, before: Sequence[Frame], votes: Votes) -> None:
    """Who does what a noun names: "the purchase of 12 jets by Qatar", "a gift of four tanks by Prague"."""
    if not before or not before[-1].nominal or isinstance(chunk.ref, Company):
        return
    noun = before[-1].entry.lemma
    if noun in _buying():
        votes.recipient += actors(chunk, 2.5)
    elif noun in _giving():
        votes.supplier += actors(chunk, 2.5)


def _partner_votes(chunk: Chunk, joint: bool, bought: bool, names: set[str], votes: Votes) -> None:
    """With whom: a partner in giving, or the other side of a deal, which for a country may be either.

    ``bought`` says that the arms are the subject: "three were contracted with Russia".
    """
    if joint:
        votes.supplier += [replace(a, partner=True) for a in actors(chunk, 3.0)]
    elif not names.isdisjoint({"agree", "acquire", "deal", "award"}):
        if isinstance(chunk.ref, Company):
            votes.supplier += actors(chunk, 2.5)
            return
        if bought:
            votes.supplier += actors(chunk, 2.0)
            return
        signs = "agree" in names and any(a.rule is Rule.STATED and len(a.code) == 3 for a in votes.recipient)
        if "acquire" in names or signs or any(a.weight >= 1.0 for a in votes.recipient):
            votes.supplier += actors(chunk, 0.7)
        votes.recipient += actors(chunk, 0.8)


def _handing_votes(chunks: Sequence[Chunk], clause: Clause, subject: int | None, votes: Votes) -> None:
    """Who begins or completes deliveries "to" another gives; who awaits them "from" another receives."""
    if subject is None or any(not f.nominal for f in clause.frames):
        return
    handing = [f for f in clause.frames if f.entry.lemma in words("nominal", "handing") and f.at > subject]
    after = {prep for i, prep in clause.preps.items() if handing and i > handing[0].at and chunks[i].kind in _SIDES}
    if "to" in after:
        votes.supplier += actors(chunks[subject], 2.0)
    elif "from" in after:
        votes.recipient += actors(chunks[subject], 2.0)


def _deal_owner_votes(chunks: Sequence[Chunk], clause: Clause, votes: Votes) -> None:
    """Whose deal it is: "Lisbon's contract", "the Polish order", "Germany's offer"."""
    for frame in clause.frames:
        if not frame.nominal:
            continue
        for at in range(frame.at - 1, max(clause.start - 1, frame.at - 6), -1):
            if chunks[at].kind in (K.PARTY, K.HOME, K.COMPANY):
                _owner_votes(chunks, frame, at, votes)
                break
            if chunks[at].text in words("items", "possessive") and frame.entry.lemma not in _giving():
                votes.recipient.append(Actor("PRON", chunks[at].start, chunks[at].end, Rule.RESOLVED, None, 1.2))
                break
            if chunks[at].kind not in _WITHIN_DEAL_NAME:
                break


def _owner_votes(chunks: Sequence[Chunk], frame: Frame, at: int, votes: Votes) -> None:
    """The owner gives where the noun says so, or where a mere lot has a nationality: "the Polish batch"."""
    owner = chunks[at]
    genitive = chunks[at + 1].kind is K.GEN
    national = isinstance(owner.ref, Party) and owner.ref.form in ("adjective", "name")
    if not genitive and not national:
        return
    supply = frame.entry.lemma in _giving() or frame.chunk.text in words("nominal", "supply")
    lot = frame.entry.stage is None and national and not genitive
    gives = supply or lot or isinstance(owner.ref, Company)
    (votes.supplier if gives else votes.recipient).extend(actors(owner, 2.0))


def _from_another(verbs: Sequence[Frame]) -> bool:
    """Whether "from" names who sold it before: "donated a battery purchased from the United States"."""
    return len(verbs) > 1 and verbs[-1].passive and verbs[-1].name == "acquire" and verbs[-2].name in GIVES | {"cover"}


def _from_rival(chunks: Sequence[Chunk], clause: Clause, i: int) -> bool:
    """Whether "from" names who lost: "chose the A26 ahead of bids from Germany and Korea"."""
    start = next((j for j in range(i, clause.start, -1) if chunks[j].text == "from"), clause.start)
    bid = chunks[start - 1].ref if start > clause.start else None
    offered = isinstance(bid, Cue) and any(r.lemma in words("nominal", "offered") for r in bid.readings)
    before = " ".join(c.text for c in chunks[max(clause.start, start - 5) : start - 1])
    return offered and any(f" {phrase} " in f" {before} " for phrase in words("rivals", "over"))


def _order_from(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether "from" names who ordered: "an order from Brunei", "a contract worth 40 million euros from Oman".

    It names the seller where the buyer owns the order: "Jordan's order from the United States".
    """
    at = i - 1 - (chunks[i - 1].kind is K.DET)
    if chunks[at].text != "from":
        return False
    while at > 1 and (chunks[at - 1].kind is K.MONEY or chunks[at - 1].text in words("orders", "before_sum")):
        at -= 1
    ref = chunks[at - 1].ref if at > 0 else None
    owned = at > 1 and (chunks[at - 2].kind is K.GEN or _adjective(chunks[at - 2]))
    return isinstance(ref, Cue) and is_order(ref) and not owned
