"""Whether a cue tells of a transfer where it stands: verbs that need a deal, a paper or a party beside them."""

from __future__ import annotations

from collections.abc import Sequence

from etl.link.chunks import Chunk, K
from etl.link.items import Item
from etl.recognise.cues import Cue, table, words
from schemas.vocabulary import Category

_DEAL_BEFORE, _DEAL_AFTER = 9, 7
"""Chunks around a verb among which the deal stands that it calls off."""

_ASKED = 6
"""Chunks after a verb of asking among which who is asked stands, and "for"."""

_BESIDE = 9
"""Chunks after a verb among which the words stand without which it moves no arms."""

_DROPPED = (Category.AIRCRAFT, Category.SHIP, Category.ARMOURED_VEHICLE, Category.ARTILLERY, Category.AIR_DEFENCE)
"""What one may drop by giving up a purchase."""

_EQUIPPED = 4
"""Chunks after a verb of equipping among which who is equipped stands."""


def fits(chunks: Sequence[Chunk], at: int, lemma: str) -> bool:
    """Whether a verb, by its base form, has beside it what it needs to tell of a transfer."""
    if lemma in words("call_off", "verbs"):
        return _calls_off(chunks, at)
    if lemma in words("asks", "verbs"):
        return _asks_for(chunks, at)
    if lemma in words("issues", "verbs"):
        return _issues_paper(chunks, at)
    if lemma in words("equips", "verbs"):
        return _equips(chunks, at)
    if lemma in words("choosers", "verbs"):
        return _has_party(chunks, at)
    if lemma in words("brings", "verbs"):
        return _brings_arms(chunks, at)
    if lemma in words("denials", "arms"):
        return _denies_arms(chunks, at)
    if lemma in words("fails", "verbs"):
        return _attempt_fails(chunks, at)
    if lemma in words("lets", "verbs"):
        return _lets_somebody(chunks, at)
    if lemma in words("movers", "verbs"):
        return any(c.kind is K.PARTY for c in chunks[at + 1 : at + 3])
    needed = table()["beside"].get(lemma)
    return needed is None or any(c.text in needed for c in chunks[at + 1 : at + _BESIDE])


def _has_party(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a party is the subject right before a verb, with nothing but auxiliaries and adverbs between them."""
    while at and (chunks[at - 1].kind is K.AUX or chunks[at - 1].text in words("grammar", "adverbs")):
        at -= 1
    return at > 0 and chunks[at - 1].kind in (K.PARTY, K.HOME)


def _equips(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a force is equipped with arms, and not arms with arms: "will equip the navy with six helicopters"."""
    after = chunks[at + 1 : at + _BESIDE]
    force = next((n for n, c in enumerate(after[:_EQUIPPED]) if c.kind in (K.PARTY, K.HOME)), None)
    if force is None or any(isinstance(c.ref, Item) for c in after[:force]):
        return False
    goods = next((n for n, c in enumerate(after) if c.text == "with"), len(after))
    return goods > force and any(isinstance(c.ref, Item) for c in after[goods:])


def _brings_arms(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether arms are brought, and no sum of them: "brought 12 tanks", not "brought the fleet of 12 tanks to 40"."""
    item = _object(chunks, at)
    return (item is not None and (item.count is not None or item.single)) or _are_brought(chunks, at)


def _object(chunks: Sequence[Chunk], at: int) -> Item | None:
    """The arms right after a verb, or after who gets them: "brought six tanks", "brought Chad six tanks"."""
    after = [c for c in chunks[at + 1 : at + 5] if c.kind is not K.DET]
    goods = after[1:] if after and after[0].kind in (K.PARTY, K.HOME, K.PRON) else after
    item = goods[0].ref if goods else None
    return item if isinstance(item, Item) else None


def _are_brought(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether arms are the subject of a participle with a goal: "40 drones were funnelled to the rebels"."""
    way = at + 1 < len(chunks) and chunks[at + 1].text in words("brings", "ways")
    if not way or not isinstance(cue := chunks[at].ref, Cue) or all(r.form != "past" for r in cue.readings):
        return False
    while at and (chunks[at - 1].kind is K.AUX or _is_adverb(chunks[at - 1])):
        at -= 1
    item = chunks[at - 1].ref if at else None
    return isinstance(item, Item) and (item.count is not None or item.single)


def _attempt_fails(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is an attempt or a deal that fails, and for good: "an attempt by Chile to buy 12 jets failed"."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    ends = after is None or after.kind in (K.COMMA, K.STOP, K.DATE, K.CONJ, K.SUB) or after.text in ("in", "on", "over")
    return ends and any(c.text in words("fails", "what") for c in chunks[max(0, at - _DEAL_BEFORE) : at])


def _lets_somebody(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a party is let do something: "let Chile buy 12 jets", "let Chile have 12 jets"."""
    after = [c for c in chunks[at + 1 : at + 4] if c.kind is not K.DET]
    sides = (K.PARTY, K.HOME, K.PRON)
    return (
        len(after) > 1 and after[0].kind in sides and (after[1].kind is K.CUE or after[1].text in words("lets", "have"))
    )


def _denies_arms(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether somebody is denied arms, and no claim: "denied Chad six tanks", not "denied having sold six tanks"."""
    return _object(chunks, at) is not None


def only_keeps_silent(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether what is refused is to say something, or is no deal: "declined to name it", "refused to meet him"."""
    after = chunks[at + 1 : at + 3]
    if len(after) < 2 or after[0].text != "to":
        return False
    moves = isinstance(after[1].ref, Cue) and any(
        r.frame not in ("cancel", "own", "lose") for r in after[1].ref.readings
    )
    if after[1].kind is K.WORD and _refuses(chunks[at]) and after[1].text not in words("refused", "lets"):
        return True
    return after[1].text in words("grammar", "silence") or (after[1].kind is K.CUE and not moves)


def _refuses(chunk: Chunk) -> bool:
    """Whether a cue is a verb of refusing."""
    return isinstance(chunk.ref, Cue) and any(r.lemma in words("refused", "verbs") for r in chunk.ref.readings)


def _calls_off(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a deal or a plan stands beside a verb that else means another thing: "dropped a deal", not "bombs"."""
    near = [*chunks[max(0, at - _DEAL_BEFORE) : at], *chunks[at + 1 : at + _DEAL_AFTER]]
    return any(c.text in words("call_off", "what") for c in near) or _gives_up_arms(chunks, at) or _is_ended(chunks, at)


def _is_adverb(chunk: Chunk) -> bool:
    return chunk.text in words("grammar", "adverbs") or (chunk.kind is K.WORD and chunk.text.endswith("ly"))


def _is_ended(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a deal, or what may stand for it, is called off: "a sale of 12 jets ... was stopped"."""
    subject = at
    while subject and (chunks[subject - 1].kind is K.AUX or _is_adverb(chunks[subject - 1])):
        subject -= 1
    if not subject or not any(c.text in words("grammar", "be") for c in chunks[subject:at]):
        return False
    before = chunks[subject - 1]
    if before.kind is K.PRON:
        return before.text in words("grammar", "the_deal")
    opens = (
        n for n in range(subject - 1, 0, -1) if chunks[n].kind is K.CONJ or chunks[n].text in words("grammar", "until")
    )
    after = words("grammar", "clause_prepositions", "clause_openers")
    begin = max(next(opens, 0), max((n for n in range(subject) if chunks[n].text in after), default=0))
    return any(c.text in words("call_off", "what") for c in chunks[begin:subject])


def _gives_up_arms(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a country drops arms that it was to get: "the ministry dropped the twelve Mirages", and no bombs."""
    goods = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind is K.DET)
    item = chunks[goods].ref if goods < len(chunks) else None
    who = at > 0 and chunks[at - 1].kind in (K.PARTY, K.HOME) and chunks[at].text in words("call_off", "drops")
    return who and isinstance(item, Item) and item.system is not None and item.category in _DROPPED


def _issues_paper(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether what is issued is a licence: "the licence for 200 missiles was issued in May"."""
    near = [*chunks[max(0, at - _DEAL_BEFORE) : at], *chunks[at + 1 : at + _ASKED]]
    return any(c.text.split()[-1] in words("issues", "what") for c in near if c.text)


def _asks_for(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a party is asked for something: "asked Washington for 28 jets"."""
    after = chunks[at + 1 : at + _ASKED]
    party = next((n for n, c in enumerate(after) if c.kind in (K.PARTY, K.COMPANY)), None)
    return party is not None and any(c.text.split()[0] in words("asks", "for") for c in after[party : party + 3])


def is_label(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word before a colon only says that a price follows: "cost: 22 million dollars"."""
    cue = chunks[at].ref
    if not isinstance(cue, Cue) or all(r.frame != "price" for r in cue.readings):
        return False
    colon = at + 1 < len(chunks) and chunks[at + 1].text == ":"
    return colon and chunks[at].text in words("labels", "words") and (at == 0 or chunks[at - 1].kind is K.STOP)


def in_order(chunks: Sequence[Chunk], at: int, cue: Cue) -> bool:
    """Whether "order" is a state and no deal: "in working order", "out of order", "in that order"."""
    if at < 2 or all(r.lemma not in words("states", "nouns") for r in cue.readings):
        return False
    sequence = chunks[at - 1].text in words("items", "pointing") and (
        at + 1 == len(chunks) or chunks[at + 1].kind in (K.COMMA, K.STOP)
    )
    return chunks[at - 2].text in words("states", "before") and (sequence or chunks[at - 1].kind in (K.WORD, K.PREP))
