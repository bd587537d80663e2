"""Whose words a quotation is: "we" in it means the speaker's country: "We took 40", said the Ukrainian officer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.discourse.memory import Memory
from etl.link.events import Actor, Event
from etl.recognise.cues import words
from etl.recognise.mentions import Party
from schemas.vocabulary import Rule

_AFTER, _BEFORE = 3, 5
"""Chunks after and before a verb of speech among which the speaker's nationality stands."""

_NAMING = (K.WORD, K.HOME, K.GEN, K.DET)
"""Chunks between a nationality and a verb of speech that only name the speaker."""


def resolve_we(memory: Memory, found: list[Event]) -> None:
    """Let "we" and "us" in the words of somebody whose country the sentence, or one before it, names be that country.

    A paper of a government speaks for itself, so that its "we" is left to it.
    """
    if not found or memory.speaker is not None or memory.issuer is not None:
        return
    if memory.quoted_block != memory.block:
        memory.quoted, memory.quoted_block = None, memory.block
    memory.quoted = _speaker(found[0].sentence.chunks) or memory.quoted or memory.interviewed
    if memory.quoted is None:
        return
    for event in found:
        event.suppliers = [_meant(memory, a) for a in event.suppliers]
        event.recipients = [_meant(memory, a) for a in event.recipients]
        event.subject = _meant(memory, event.subject) if event.subject is not None else None


def _meant(memory: Memory, actor: Actor) -> Actor:
    """An actor, "we" in its place as the speaker's country."""
    ours = memory.text[max(0, actor.start - 4) : actor.start].lower().endswith(tuple(words("quotes", "ours")))
    said = words("company_nouns", "speaking") if memory.interviewed is None else words("interviews", "ours")
    spoken = memory.text[actor.start : actor.end].lower() in said
    if memory.quoted is None or not ((actor.code == "PRON" and spoken) or (actor.code == "HOME" and ours)):
        return actor
    return replace(actor, code=memory.quoted, rule=Rule.RESOLVED)


def _speaker(chunks: Sequence[Chunk]) -> str | None:
    """The country of whom a sentence with a quotation names as the speaker: "said the Kenyan colonel"."""
    if not any(c.text in words("quotes", "marks") for c in chunks):
        return None
    for n, chunk in enumerate(chunks):
        if chunk.kind is not K.WORD or chunk.text not in words("quotes", "verbs"):
            continue
        after = [c for c in chunks[n + 1 : n + 1 + _AFTER] if c.kind is not K.DET]
        named = _country(after[0]) if after else None
        before = n - 1
        while named is None and before >= max(0, n - _BEFORE):
            named = _country(chunks[before])
            if chunks[before].kind not in _NAMING:
                break
            before -= 1
        if named is not None:
            return named
    return None


def _country(chunk: Chunk) -> str | None:
    ref = chunk.ref
    return ref.code if isinstance(ref, Party) and len(ref.code) == 3 and ref.code.isupper() else None
