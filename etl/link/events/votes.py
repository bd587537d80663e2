"""Evidence of a clause for who gives and who receives: its subject, object and deal nouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.clauses import Clause, Frame
from etl.link.clauses.money import prices_own
from etl.link.events.kept import withholds
from etl.link.events.oblique import (
    SIDES,
    TAKES_PARTY,
    buying_nouns,
    giving_nouns,
    is_adjective,
    oblique_votes,
)
from etl.link.events.roles import Votes, actors
from etl.link.events.subjects import coordinated
from etl.link.events.types import BUYS, GIVES, Actor
from etl.link.items import Item
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Party
from schemas.vocabulary import Arrangement, Rule, Stage

_SIGNS = 0.85
"""Least weight of the vote for who signs: more than that of whom it is signed with."""

_OTHER_SIDE = 5
"""Chunks after a deal noun among which it is said with whom the deal is."""

_WITHIN_DEAL_NAME = (K.WORD, K.GEN, K.DATE, K.MONEY, K.ITEM, K.KIND, K.COUNT)


def votes_of(chunks: Sequence[Chunk], clause: Clause, subject: int | None) -> Votes:
    """The votes that a clause's grammar gives; its arms and firms add theirs."""
    votes = Votes()
    owner = clause.antecedent if clause.relative and chunks[clause.start].text == "whose" else None
    if owner is not None and chunks[owner - 1].text != "from" and not isinstance(chunks[owner].ref, Company):
        noun = next((f for f in clause.frames if f.nominal), None)
        gives = noun is not None and noun.entry.lemma in words("packages", "nouns")
        (votes.supplier if gives else votes.recipient).extend(actors(chunks[owner], 1.9))
    for frame in clause.frames:
        if frame.nominal:
            if subject is not None and subject < frame.at and _holds_talks(chunks[subject], frame):
                votes.recipient += actors(chunks[subject])
            continue
        moved = _moved(chunks, clause, frame)
        ahead = subject is not None and (subject < frame.at or subject < clause.start) and subject != frame.at
        chooser = frame.at - 2 if frame.name == "acquire" and chunks[frame.at - 1].kind is K.GEN else None
        if chooser is not None and not ahead:
            votes.recipient += actors(chunks[chooser], 3.0)  # "Croatia's choice fell on"
        doer = moved if moved is not None else subject if ahead else None
        only = _wants_to(chunks, clause, frame) or _makes_do(chunks, clause, frame)
        if doer is not None and not _describes(chunks, clause, frame) and not only:
            _subject_votes(chunks, clause, frame, doer, votes)
        _object_votes(chunks, clause, frame, votes)
        has = prices_own(chunks, clause, frame.at) if frame.name == "award" else None
        votes.recipient += actors(has, 2.0) if has is not None else []
    _handing_votes(chunks, clause, subject, votes)
    oblique_votes(chunks, clause, votes)
    _deal_owner_votes(chunks, clause, votes)
    return votes


def _describes(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether a participle opens a clause after a comma, so that the arms before it are its subject."""
    return frame.reduced and frame.at == clause.start + 1 and chunks[clause.start].kind is K.COMMA


def _wants_to(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether a verb of wishing only colours the verb after it: "wants to give Kyiv eight", "is seeking to sell"."""
    wishes = frame.name == "acquire" and frame.entry.stage is Stage.PROPOSED
    to = frame.at + 2 < clause.stop and chunks[frame.at + 1].text == "to"
    return wishes and to and any(f.at == frame.at + 2 and f.name in GIVES for f in clause.frames)


def _makes_do(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> bool:
    """Whether a verb only makes another do what the next one says: "Paris got Peru to sign for a dozen jets".

    Who lets another do it may well be the supplier: "Italy licensed Turkey to build 24 helicopters".
    """
    at = frame.at + 1
    lets = frame.name in ("approve", "supply")
    if lets or frame.chunk.text not in words("grammar", "moving") or at + 2 >= clause.stop:
        return False
    return chunks[at].kind in (K.PARTY, K.HOME) and chunks[at + 1].text == "to" and chunks[at + 2].kind is K.CUE


def _moved(chunks: Sequence[Chunk], clause: Clause, frame: Frame) -> int | None:
    """The party that is to do what a verb says, where another moves it to or may let it: "pressed Dhaka to order".

    Whose request it is does it too: "refused an application by Oslo to pass", "rejected Spain's request to send".
    """
    if frame.at - 2 >= clause.start and chunks[frame.at - 2].text in words("lets", "verbs"):
        return frame.at - 1 if chunks[frame.at - 1].kind in (K.PARTY, K.HOME) else None
    at = frame.at - 2
    if at - 1 < clause.start or chunks[at + 1].text not in words("grammar", "moved_to"):
        return None
    if chunks[at].text in words("asks", "leave") and chunks[at - 1].kind in (K.PARTY, K.HOME):
        return at - 1  # "gave Chile permission to buy 12 jets"
    if chunks[at].text in words("asks", "nouns"):
        owner = at - 1 - (chunks[at - 1].kind is K.GEN)
        return owner if owner >= clause.start and chunks[owner].kind in (K.PARTY, K.HOME) else None
    if chunks[at].kind not in (K.PARTY, K.HOME):
        return None
    back = at - 1 - (chunks[at - 1].kind is K.DET)
    asked = chunks[back].text in ("by", "from", "of", "for") and chunks[back - 1].text in words("asks", "nouns")
    if asked and back - 1 >= clause.start:
        return at
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
        side_of_subject += [replace(a, weight=max(a.weight / 3.0, _SIGNS)) for a in found]
    elif withholds(frame):
        (votes.recipient if frame.passive else votes.supplier).extend(found)
    elif name in ("approve", "cancel") and not company:
        _decider_votes(chunks, subject, clause, frame, votes)
    elif name == "make" and company:
        votes.supplier += actors(chunks[subject], 1.5)


def _decider_votes(chunks: Sequence[Chunk], subject: int, clause: Clause, frame: Frame, votes: Votes) -> None:
    """The side of a country that approves or stops a deal, by what it decides on: a purchase or a sale."""
    decides = actors(chunks[subject], 1.6)
    if frame.name == "approve" and not (frame.passive or frame.reduced):
        buying = not _allows_another(chunks, clause, frame, decides) and any(
            f.entry.lemma in buying_nouns() if f.nominal else f.name in BUYS and f.at > frame.at for f in clause.frames
        )
        (votes.recipient if buying else votes.supplier).extend(decides)
    elif frame.name == "cancel" and not frame.passive:
        bought = any(f.nominal and f.entry.lemma in buying_nouns() | words("nominal", "offered") for f in clause.frames)
        bought = bought and frame.entry.lemma not in words("call_off", "takes_back")
        sold = any(f.nominal and f.entry.lemma in giving_nouns() for f in clause.frames)
        votes.recipient += decides if bought else []
        votes.supplier += decides if sold and not bought else []


def _allows_another(chunks: Sequence[Chunk], clause: Clause, frame: Frame, decides: Sequence[Actor]) -> bool:
    """Whether one country allows another to do what follows: "cleared Greece to acquire 40 fighters"."""
    moved = [at for f in clause.frames if f.at > frame.at and (at := _moved(chunks, clause, f)) is not None]
    own = {a.code for a in decides}
    return any(a.code not in own for at in moved for a in actors(chunks[at]))


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
    refuses = frame.name == "cancel" and frame.entry.lemma in words("lemmas", "refusing")
    lets = frame.entry.lemma in words("lets", "verbs")
    if frame.name != "award" and frame.name not in TAKES_PARTY and not (asks or refuses or lets):
        return
    for i in range(frame.at + 1, min(clause.stop, frame.at + 4)):
        chunk = chunks[i]
        if chunk.kind in SIDES:
            owns = i + 1 < clause.stop and chunks[i + 1].kind is K.GEN
            if i in clause.preps or owns or is_adjective(chunk):
                return
            if frame.name == "award" or asks:
                votes.supplier += actors(chunk, 3.0)
            else:
                votes.recipient += actors(chunk, 2.5)
            return
        if chunk.kind not in (K.DET, K.WORD):
            return


def _handing_votes(chunks: Sequence[Chunk], clause: Clause, subject: int | None, votes: Votes) -> None:
    """Who begins or completes deliveries "to" another gives; who awaits them "from" another receives."""
    if subject is None or any(not f.nominal for f in clause.frames):
        return
    handing = [f for f in clause.frames if f.entry.lemma in words("nominal", "handing") and f.at > subject]
    after = {prep for i, prep in clause.preps.items() if handing and i > handing[0].at and chunks[i].kind in SIDES}
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
                _other_side_votes(chunks, clause, frame, at, votes)
                break
            if chunks[at].text in words("items", "possessive") and frame.entry.lemma not in giving_nouns():
                votes.recipient.append(Actor("PRON", chunks[at].start, chunks[at].end, Rule.RESOLVED, None, 1.2))
                break
            if chunks[at].kind not in _WITHIN_DEAL_NAME:
                break


def _other_side_votes(chunks: Sequence[Chunk], clause: Clause, frame: Frame, at: int, votes: Votes) -> None:
    """With whom a state's own deal is, who sells unless the owner makes the arms: "Brazil's deal with Portugal"."""
    if not isinstance(chunks[at].ref, Party) or chunks[at + 1].kind is not K.GEN:
        return
    for i in range(frame.at + 1, min(clause.stop, frame.at + _OTHER_SIDE)):
        if clause.preps.get(i) == "with" and isinstance(chunks[i].ref, Party) and not is_adjective(chunks[i]):
            votes.supplier += actors(chunks[i], 1.5)
            return


def _owner_votes(chunks: Sequence[Chunk], frame: Frame, at: int, votes: Votes) -> None:
    """The owner gives where the noun says so, or where a mere lot has a nationality: "the Polish batch"."""
    owner = chunks[at]
    genitive = chunks[at + 1].kind is K.GEN
    national = isinstance(owner.ref, Party) and owner.ref.form in ("adjective", "name")
    if not genitive and not national:
        return
    supply = frame.entry.lemma in giving_nouns() | words("nominal", "lending") or frame.chunk.text in words(
        "nominal", "supply"
    )
    lot = frame.entry.stage is None and national and not genitive
    gives = supply or lot or isinstance(owner.ref, Company)
    (votes.supplier if gives else votes.recipient).extend(actors(owner, 2.0))
