"""Words that a sentence leaves out: "Hungary received 20 helicopters in 1995, Poland 18" says received twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from etl.link.chunks import Chunk, K
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Party

_Asked = Callable[[Sequence[Chunk], int], bool]
_MOVES = frozenset({"acquire", "receive", "supply", "deliver"})
_FINITE = ("past", "phrase", "third", "base")
_ARMS = (K.COUNT, K.KIND, K.SYSTEM)
_OWNED = 2
"""Chunks from a buyer in the genitive to what is his."""

_JOINTS = (K.COMMA, K.STOP, K.CONJ)


def with_verbs(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks, the last verb of transfer said once more where a country and a count follow with none between them.

    The repeated verb is a chunk without a length, so that offsets stay.
    """
    out: list[Chunk] = []
    verb: Chunk | None = None
    for at, chunk in enumerate(chunks):
        out.append(chunk)
        if _is_verb(chunks, at):
            verb = chunk if _has_subject(chunks, at) else None
        elif verb is not None and _leaves_out(chunks, at):
            here = chunks[at + 1].start
            out.append(Chunk(K.CUE, here, here, verb.text, verb.ref))
    return out


def with_nouns(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks, the last noun for a deal said once more where its buyer stands alone: "and Egypt's for 200".

    The repeated noun is a chunk without a length, so that offsets stay.
    """
    return said_again(chunks, _is_owned_deal, _leaves_noun_out)


def said_again(chunks: Sequence[Chunk], is_said: _Asked, is_left_out: _Asked) -> list[Chunk]:
    """The chunks, the last cue for which ``is_said`` holds once more behind each chunk that ``is_left_out`` holds for.

    Both are asked with all chunks and a place among them.
    """
    out: list[Chunk] = []
    cue: Chunk | None = None
    for at, chunk in enumerate(chunks):
        out.append(chunk)
        if is_said(chunks, at):
            cue = chunk
        elif cue is not None and is_left_out(chunks, at):
            out.append(Chunk(K.CUE, chunk.end, chunk.end, cue.text, cue.ref))
    return out


def _is_owned_deal(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a noun for a deal stands here whose buyer is named right before it: "Australia's order"."""
    cue = chunks[at].ref
    if at < _OWNED or not isinstance(cue, Cue) or not any(r.form == "noun" for r in cue.readings):
        return False
    return chunks[at - 1].kind is K.GEN and _is_country(chunks[at - _OWNED])


def _leaves_noun_out(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a country in the genitive, after a joint, has "for" and a figure right after it."""
    if at < _OWNED or at + _OWNED >= len(chunks) or chunks[at].kind is not K.GEN or not _is_country(chunks[at - 1]):
        return False
    counted = chunks[at + 2].kind in (K.COUNT, *_ARMS)
    return chunks[at - _OWNED].kind in _JOINTS and chunks[at + 1].text == "for" and counted


def _is_verb(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a finite verb that moves arms stands here, with arms after it."""
    cue = chunks[at].ref
    if not isinstance(cue, Cue) or not any(r.form in _FINITE and r.frame in _MOVES for r in cue.readings):
        return False
    return any(c.kind in _ARMS for c in chunks[at + 1 : at + 6])


def _has_subject(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a country is the subject of the verb here, with nothing but auxiliaries between them."""
    while at and (chunks[at - 1].kind is K.AUX or chunks[at - 1].text in words("grammar", "adverbs")):
        at -= 1
    return bool(at) and _is_country(chunks[at - 1])


def _is_country(chunk: Chunk) -> bool:
    return isinstance(chunk.ref, Party) and chunk.ref.form in ("name", "capital", "people", "metonym")


def _leaves_out(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a country here, after a joint, has a count right after it and no verb of its own.

    After a semicolon a comma may stand for the verb: "; Greece, 40 BMP-1s".
    """
    if at == 0 or at + 1 >= len(chunks) or not _is_country(chunks[at]):
        return False
    if chunks[at - 1 - (at > 1 and chunks[at - 1].kind is K.DET)].kind not in _JOINTS:
        return False
    comma = chunks[at - 1].kind is K.STOP and chunks[at + 1].kind is K.COMMA
    rest = chunks[at + 1 + comma :]
    if not rest or rest[0].kind is not K.COUNT:
        return False
    stop = next((n for n, c in enumerate(rest) if c.kind in (*_JOINTS, K.OPEN)), len(rest))
    return all(c.kind not in (K.AUX, K.CUE) for c in rest[:stop])
