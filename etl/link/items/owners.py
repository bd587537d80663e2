"""Who owns or makes, as one chunk: bodies with their country, firms with theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.link.chunks import Chunk, K
from etl.link.items.item import Joined, after, joined, ref_at, span
from etl.recognise.cues import words
from etl.recognise.mentions import Company, Party

_BETWEEN = 3
"""Words that may stand between a country and the noun of its body or firm."""


def bodies(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Bodies with their country: "Nigerian Air Force", "government of Spain", "the ambassador of Japan"."""
    return joined(text, chunks, (K.PARTY, K.HOME, K.WORD), _body)


def _body(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    chunk = chunks[at]
    if chunk.kind is K.PARTY and isinstance(chunk.ref, Party):
        stop = _home_after(text, chunks, at + 1)
        party = chunk.ref
    elif _stands_for(chunk) and at + 2 < len(chunks) and chunks[at + 1].text == "of":
        stop = after(chunks, at + 2, (K.DET,))
        owner = ref_at(chunks, stop)
        if not isinstance(owner, Party):
            return None
        party = owner
        forces = stop + 1 < len(chunks) and chunks[stop + 1].kind is K.GEN
        stop = (_home_after(text, chunks, stop + 1) or stop) if forces else stop  # "the Sultan of Oman's Navy"
    else:
        return None
    if stop is None:
        return None
    start, end = chunk.start, chunks[stop].end
    body = replace(party, start=start, end=end, surface=text[start:end], form="body")
    return span(text, K.PARTY, start, end, body), stop + 1


def _stands_for(chunk: Chunk) -> bool:
    """Whether a noun before "of" and a country is that country's body, or somebody who speaks for it."""
    return chunk.kind is K.HOME or (chunk.kind is K.WORD and chunk.text in words("home", "offices"))


def _home_after(text: str, chunks: Sequence[Chunk], at: int) -> int | None:
    """The index of the noun after a country for its body or who speaks for it ("Spain's navy", "Peru's envoy").

    A name that else is another country's body is one too: "the Brazilian Air Ministry".
    """
    if at < len(chunks) and chunks[at].kind is K.GEN:
        at += 1
    for stop in range(at, min(len(chunks), at + _BETWEEN + 1)):
        chunk = chunks[stop]
        of_another = isinstance(chunk.ref, Party) and chunk.ref.form == "body"
        if chunk.kind is K.HOME or chunk.text in words("home", "envoys") or of_another:
            return stop
        if not (chunk.kind is K.WORD or chunk.text in words("home", "spends")) or not text[chunk.start].isalpha():
            break
    return None


def firms(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """Firms with their country: "Germany's Rheinmetall", "Saab of Sweden", "the Brazilian manufacturer"."""
    return joined(text, chunks, (K.PARTY, K.COMPANY), _firm)


def _firm(text: str, chunks: Sequence[Chunk], at: int) -> Joined | None:
    chunk = chunks[at]
    if chunk.kind is K.PARTY and isinstance(chunk.ref, Party) and chunk.ref.form != "body":
        stop = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind is K.GEN)
        return _called_firm(text, chunks, at, stop, chunk.ref) or _named_firm(text, chunks, at, stop, chunk.ref)
    if chunk.kind is K.COMPANY and isinstance(chunk.ref, Company) and at + 2 < len(chunks):
        return _firm_of(text, chunks, at, chunk.ref)
    return None


def _called_firm(text: str, chunks: Sequence[Chunk], at: int, stop: int, party: Party) -> Joined | None:
    """A nationality and a noun for a firm, with or without the firm's name after it."""
    nouns = words("company_nouns", "words")
    noun = stop
    while (
        noun < len(chunks) and chunks[noun].kind is K.WORD and noun - stop < _BETWEEN and chunks[noun].text not in nouns
    ):
        noun += 1
    if noun >= len(chunks) or chunks[noun].text not in nouns:
        return None
    end = noun + 1 + isinstance(ref_at(chunks, noun + 1), Company)
    countries = (party.code,) if party.code.isupper() and len(party.code) == 3 else ()
    first, last, named = chunks[at].start, chunks[end - 1].end, chunks[end - 1].ref
    if isinstance(named, Company):
        firm = replace(named, countries=named.countries or countries)
    else:
        firm = Company(first, last, text[first:last], "", countries)
    return span(text, K.COMPANY, first, last, firm), end


def _named_firm(text: str, chunks: Sequence[Chunk], at: int, stop: int, party: Party) -> Joined | None:
    """A country and a firm's name: "Germany's Rheinmetall", "Turkish Baykar"."""
    firm = ref_at(chunks, stop)
    if not isinstance(firm, Company):
        return None
    if firm.countries and party.code not in firm.countries and stop == at + 1:
        return None
    firm = replace(firm, countries=firm.countries or (party.code,))
    return span(text, K.COMPANY, chunks[at].start, chunks[stop].end, firm), stop + 1


def _firm_of(text: str, chunks: Sequence[Chunk], at: int, firm: Company) -> Joined | None:
    """A firm's name and where it is: "Saab of Sweden", and of a plant abroad "General Dynamics of Canada"."""
    if chunks[at + 1].text != "of":
        return None
    stop = after(chunks, at + 2, (K.DET,))
    party = ref_at(chunks, stop)
    if not isinstance(party, Party) or party.form != "name":
        return None
    firm = replace(firm, countries=(party.code,))
    return span(text, K.COMPANY, chunks[at].start, chunks[stop].end, firm), stop + 1
