"""Noun phrases that name what moves: count, nationality, maker, designation and kind joined into one item."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from etl.link.chunks import Chunk, K
from etl.recognise.cues import Cue, words
from etl.recognise.mentions import Company, Count, Kind, Mention, Party, System
from schemas.vocabulary import Bound, Category, QuantityUnit


@dataclass(frozen=True, slots=True)
class Item(Mention):
    """One noun phrase of arms. ``start`` and ``end`` bound the whole phrase, ``head_start`` its name.

    ``elliptic`` is a count whose head noun the sentence leaves out ("another four", "24 of them"); ``definite`` points
    back ("the aircraft", "those jets"); ``single`` is an indefinite singular ("a frigate"). ``origin`` is a party that
    the phrase itself names as owner or origin ("Germany's", "American"), ``company`` a maker inside it.
    """

    count: Count | None
    system: System | None
    kind: Kind | None
    designation: str | None
    weapon: str | None
    category: Category | None
    unit: QuantityUnit | None
    elliptic: bool = False
    definite: bool = False
    single: bool = False
    possessive: bool = False
    origin: Party | None = None
    company: Company | None = None
    of_reference: bool = False
    part: Count | None = None


_POINTING = frozenset({"the", "these", "those", "this", "that", "such", "its", "their", "his", "our"})
_SAME = frozenset({"same"})
_FILLER = frozenset({K.WORD, K.PARTY, K.COMPANY, K.GEN, K.DET, K.KIND, K.SYSTEM, K.CUE, K.HOME, K.PRON})
_NO_MODIFIER = frozenset(
    {"not", "only", "now", "then", "also", "already", "still", "there", "here", "today", "even", "just"}
)
_PART_WORDS = frozenset({"for", "of"})
_KEEP_DESIGNATION = frozenset({Category.SERVICE, Category.MISSILE, Category.EQUIPMENT})
_SINGLE_UNITS = frozenset({QuantityUnit.SYSTEM, QuantityUnit.BATTERY})
_COUNTED_UNITS = frozenset(
    {
        QuantityUnit.BATTERY,
        QuantityUnit.BATTALION,
        QuantityUnit.REGIMENT,
        QuantityUnit.BRIGADE,
        QuantityUnit.SQUADRON,
        QuantityUnit.SET,
        QuantityUnit.TONNE,
        QuantityUnit.ROUND,
    }
)


def build(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with bodies, firms and items merged; order and coverage stay."""
    merged = _adjectives(_firms(text, _bodies(text, chunks)))
    return _join_parts(text, _appositions(text, _wholes(text, _heads(text, merged))))


def _span(text: str, kind: K, parts: list[Chunk], ref: Mention) -> Chunk:
    start, end = parts[0].start, parts[-1].end
    return Chunk(kind, start, end, text[start:end].lower(), ref)


def _bodies(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """ "Nigerian Air Force", "Slovak defence ministry", "government of Spain", "Ministry of Defence of Ukraine"."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind is K.PARTY and isinstance(chunk.ref, Party):
            stop = at + 1
            if stop < len(chunks) and chunks[stop].kind is K.GEN:
                stop += 1
            skipped = 0
            while (
                stop < len(chunks)
                and chunks[stop].kind is K.WORD
                and skipped < 3
                and text[chunks[stop].start].isalpha()
            ):
                stop += 1
                skipped += 1
            if stop < len(chunks) and chunks[stop].kind is K.HOME:
                body = replace(
                    chunk.ref, end=chunks[stop].end, surface=text[chunk.start : chunks[stop].end], form="body"
                )
                out.append(_span(text, K.PARTY, chunks[at : stop + 1], body))
                at = stop + 1
                continue
        if chunk.kind is K.HOME and at + 2 < len(chunks) and chunks[at + 1].text == "of":
            stop = at + 2
            while stop < len(chunks) and chunks[stop].kind is K.DET:
                stop += 1
            if stop < len(chunks) and isinstance(chunks[stop].ref, Party):
                ref = chunks[stop].ref
                assert isinstance(ref, Party)
                body = replace(
                    ref,
                    start=chunk.start,
                    end=chunks[stop].end,
                    surface=text[chunk.start : chunks[stop].end],
                    form="body",
                )
                out.append(_span(text, K.PARTY, chunks[at : stop + 1], body))
                at = stop + 1
                continue
        out.append(chunk)
        at += 1
    return out


def _firms(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """ "Germany's Rheinmetall", "Saab of Sweden", "the Brazilian manufacturer": a firm with its country."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind is K.PARTY and isinstance(chunk.ref, Party) and chunk.ref.form != "body":
            stop = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind is K.GEN)
            stop2 = stop
            while stop2 < len(chunks) and chunks[stop2].kind is K.WORD and stop2 - stop < 3:
                if chunks[stop2].text in words("company_nouns", "words"):
                    break
                stop2 += 1
            if stop2 < len(chunks) and chunks[stop2].text in words("company_nouns", "words"):
                end = stop2 + 1
                if end < len(chunks) and isinstance(chunks[end].ref, Company):
                    end += 1
                ref = chunks[end - 1].ref
                countries = (chunk.ref.code,) if chunk.ref.code.isupper() and len(chunk.ref.code) == 3 else ()
                if isinstance(ref, Company):
                    firm = replace(ref, countries=ref.countries or countries)
                else:
                    firm = Company(
                        chunk.start, chunks[end - 1].end, text[chunk.start : chunks[end - 1].end], "", countries
                    )
                out.append(_span(text, K.COMPANY, chunks[at:end], firm))
                at = end
                continue
            if stop < len(chunks) and isinstance(chunks[stop].ref, Company):
                ref = chunks[stop].ref
                assert isinstance(ref, Company)
                if not ref.countries or chunk.ref.code in ref.countries or stop > at + 1:
                    firm = replace(ref, countries=ref.countries or (chunk.ref.code,))
                    out.append(_span(text, K.COMPANY, chunks[at : stop + 1], firm))
                    at = stop + 1
                    continue
        if chunk.kind is K.COMPANY and isinstance(chunk.ref, Company) and at + 2 < len(chunks):
            stop = at + 1
            if chunks[stop].text == "of":
                stop += 1
                while stop < len(chunks) and chunks[stop].kind is K.DET:
                    stop += 1
                ref2 = chunks[stop].ref if stop < len(chunks) else None
                if isinstance(ref2, Party) and ref2.form == "name":
                    firm = replace(chunk.ref, countries=chunk.ref.countries or (ref2.code,))
                    out.append(_span(text, K.COMPANY, chunks[at : stop + 1], firm))
                    at = stop + 1
                    continue
        out.append(chunk)
        at += 1
    return out


_STATES = frozenset({"lose", "make", "own"})


def _adjectives(chunks: list[Chunk]) -> list[Chunk]:
    """Participles that only describe the arms after them ("retired escorts", "upgraded tanks") as plain words."""
    out: list[Chunk] = []
    for i, chunk in enumerate(chunks):
        if (
            chunk.kind is K.CUE
            and isinstance(chunk.ref, Cue)
            and i + 1 < len(chunks)
            and chunks[i + 1].kind in (K.SYSTEM, K.KIND)
        ):
            states = all(r.frame in _STATES and r.form in ("past", "ing") for r in chunk.ref.readings)
            before = chunks[i - 1].kind if i else K.STOP
            if states and before in (K.CUE, K.PREP, K.DET, K.COUNT, K.WORD, K.GEN, K.PARTY, K.STOP, K.CONJ):
                out.append(replace(chunk, kind=K.WORD, ref=None))
                continue
        out.append(chunk)
    return out


def _heads(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """Every run of systems and kinds with the count and modifiers before it, every elliptic count."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if (
            isinstance(chunk.ref, Kind)
            and chunk.ref.unit is QuantityUnit.SET
            and chunk.ref.generic
            and not (at + 1 < len(chunks) and chunks[at + 1].text == "of")
        ):
            out.append(replace(chunk, kind=K.WORD, ref=None))
            at += 1
        elif chunk.kind in (K.SYSTEM, K.KIND):
            stop = _head_end(chunks, at)
            if _only_describes(chunks, at, stop):
                out += [replace(c, kind=K.WORD, ref=None) for c in chunks[at:stop]]
                at = stop
                continue
            out.append(_span(text, K.ITEM, [chunk], _item(text, None, chunks[at:stop], [])))
            out[-1].end = chunks[stop - 1].end
            at = stop
        elif (one := _lone(text, chunks, at)) is not None:
            out.append(one[0])
            at = one[1]
        elif chunk.kind is K.COUNT:
            head = _head_after(text, chunks, at)
            if head is None:
                out.append(_elliptic(text, chunks, at) or chunk)
                at += 1
                continue
            stop = _head_end(chunks, head)
            item = _item(text, chunk, chunks[head:stop], chunks[at + 1 : head])
            out.append(_span(text, K.ITEM, chunks[at:stop], item))
            at = stop
        else:
            out.append(chunk)
            at += 1
    return [_with_determiner(out, i) for i in range(len(out))]


@cache
def _ones() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(w.split()) for w in words("ones", "words"))


def _lone(text: str, chunks: list[Chunk], at: int) -> tuple[Chunk, int] | None:
    """ "another at the end of that year", "a third": one more of what was named, as an elliptic item, and where it stops."""
    before = chunks[at - 1] if at else None
    if chunks[at].kind not in (K.DET, K.COUNT) or not any(c.kind in (K.SYSTEM, K.KIND) for c in chunks[:at]):
        return None
    if (
        before is None
        or before.kind not in (K.CUE, K.COMMA, K.CONJ, K.PREP)
        or before.text in ("by", "to", "from", "than", "after")
    ):
        return None
    for length in (3, 2, 1):
        part = chunks[at : at + length]
        if len(part) < length or tuple(c.text for c in part) not in _ones():
            continue
        following = chunks[at + length] if at + length < len(chunks) else None
        if (following is not None and following.kind not in (K.PREP, K.COMMA, K.DATE, K.CONJ, K.STOP)) or (
            following is not None and following.text == "of"
        ):
            return None
        start, end = part[0].start, part[-1].end
        count = Count(start, end, text[start:end], Decimal(1), None, Bound.EXACT, None, "additional")
        item = Item(start, end, text[start:end], count, None, None, None, None, None, QuantityUnit.UNIT, elliptic=True)
        return Chunk(K.ITEM, start, end, text[start:end].lower(), item), at + length
    return None


def _only_describes(chunks: list[Chunk], at: int, stop: int) -> bool:
    """Whether a kind only describes the noun after it: "drone start-up", "radio station", "fighter pilots"."""
    last = chunks[stop - 1]
    if not isinstance(last.ref, Kind) or any(c.kind is K.SYSTEM for c in chunks[at:stop]) or stop >= len(chunks):
        return False
    following = chunks[stop]
    if following.kind not in (K.WORD, K.HOME) or not following.text[:1].isalpha() or last.text.endswith("s"):
        return False
    return not following.text.endswith(("ed", "ly", "ing")) and following.start - last.end == 1


def _head_end(chunks: list[Chunk], at: int) -> int:
    """One past the last chunk of a run of systems and kinds: "K9 Thunder self-propelled howitzers", "missiles (LMM)"."""
    stop = at + 1
    while stop < len(chunks):
        kind = chunks[stop].kind
        if kind in (K.SYSTEM, K.KIND):
            stop += 1
        elif (
            chunks[stop].text == "of"
            and stop + 1 < len(chunks)
            and _is_group(chunks[stop - 1])
            and (
                chunks[stop + 1].kind in (K.SYSTEM, K.KIND)
                or (
                    chunks[stop + 1].kind is K.WORD
                    and stop + 2 < len(chunks)
                    and chunks[stop + 2].kind in (K.SYSTEM, K.KIND)
                )
            )
        ):
            stop += 2 if chunks[stop + 1].kind in (K.SYSTEM, K.KIND) else 3
        elif (
            kind is K.OPEN
            and stop + 2 < len(chunks)
            and chunks[stop + 2].kind is K.CLOSE
            and (chunks[stop + 1].kind in (K.SYSTEM, K.KIND) or _is_abbreviation(chunks[stop + 1]))
        ):
            stop += 3
        else:
            gap = 0
            while (
                gap < 3
                and stop + gap < len(chunks)
                and chunks[stop + gap].kind is K.WORD
                and _modifies(chunks[stop + gap])
            ):
                gap += 1
            if gap and stop + gap < len(chunks) and chunks[stop + gap].kind is K.KIND:
                stop += gap + 1
            else:
                return stop
    return stop


def _is_group(chunk: Chunk) -> bool:
    """ "a set of", "two batteries of": a noun that counts what follows."""
    return isinstance(chunk.ref, Kind) and chunk.ref.unit in _COUNTED_UNITS and chunk.ref.generic


def _is_abbreviation(chunk: Chunk) -> bool:
    return chunk.kind is K.WORD and 2 <= chunk.end - chunk.start <= 7


def _modifies(chunk: Chunk) -> bool:
    return chunk.text[:1].isalnum() and chunk.text not in _NO_MODIFIER and not chunk.text.endswith("ly")


def _head_after(text: str, chunks: list[Chunk], at: int) -> int | None:
    """The index of the system or kind that a count counts, across modifiers, or None."""
    of = 0
    for i in range(at + 1, min(len(chunks), at + 10)):
        chunk = chunks[i]
        if chunk.kind in (K.SYSTEM, K.KIND):
            return i
        if chunk.text == "of" and of < 2:
            of += 1
            continue
        if (chunk.kind is K.PRON and chunk.text in ("these", "those", "all", "its", "their")) or chunk.text == "such":
            continue
        if chunk.kind is K.CUE:
            ref = chunk.ref
            if (
                isinstance(ref, Cue)
                and (i == at + 1 or chunks[i - 1].kind is K.WORD)
                and any(r.form in ("past", "ing") for r in ref.readings)
            ):
                continue
            return None
        if chunk.kind is K.WORD and _modifies(chunk):
            continue
        if chunk.kind in (K.PARTY, K.COMPANY, K.GEN) or (chunk.kind is K.DET and of):
            continue
        if (
            chunk.kind is K.COMMA
            and i + 1 < len(chunks)
            and chunks[i + 1].kind is K.WORD
            and chunks[i - 1].kind is K.WORD
        ):
            continue
        return None
    return None


def _pick(parts: list[Chunk]) -> tuple[list[System], list[Kind]]:
    systems = [p.ref for p in parts if isinstance(p.ref, System)]
    kinds = [p.ref for p in parts if isinstance(p.ref, Kind)]
    return systems, kinds


def _item(text: str, count: Chunk | None, head: list[Chunk], between: list[Chunk]) -> Item:
    systems, kinds = _pick(head)
    system = systems[0] if systems else None
    kind = kinds[-1] if kinds else None
    if len(kinds) > 1 and kinds[0].unit in _COUNTED_UNITS and kinds[0].generic:
        kind = kinds[-1]
    specific = [k for k in kinds if not k.generic]
    if kind is not None and kind.generic and specific:
        kind = specific[-1]
    designation = system.designation if system else None
    if len(systems) > 1 and systems[1].start - systems[0].end <= 1:
        designation = " ".join(text[systems[0].start : systems[1].start].split()) + " " + systems[1].designation
    weapon, category = named_kind(system, kind)
    ref = count.ref if count else None
    number = ref if isinstance(ref, Count) else None
    start = count.start if count else head[0].start
    return Item(
        start,
        head[-1].end,
        text[start : head[-1].end],
        number,
        system,
        kind,
        designation,
        weapon,
        category,
        unit_of(number, system, kinds, category),
        definite=any(c.text in _POINTING or c.text in _SAME for c in between),
        possessive=any(c.text in ("its", "their") for c in between),
        origin=_last_party(between),
        company=_company_in(between),
        of_reference=any(c.text == "of" for c in between) and any(c.text in _POINTING for c in between),
    )


def _last_party(chunks: list[Chunk]) -> Party | None:
    found = [c.ref for c in chunks if isinstance(c.ref, Party)]
    return found[-1] if found else None


def _company_in(chunks: list[Chunk]) -> Company | None:
    found = [c.ref for c in chunks if isinstance(c.ref, Company)]
    return found[-1] if found else None


_OF_ANY_SYSTEM = frozenset(
    {Category.SERVICE, Category.EQUIPMENT, Category.ENGINE, Category.AMMUNITION, Category.SENSOR}
)
"""What may be named after any system: training, simulators, engines, ammunition, radars."""

_OF_ANOTHER_KIND = frozenset(
    {
        (Category.AIR_DEFENCE, Category.MISSILE),
        (Category.MISSILE, Category.AIR_DEFENCE),
        (Category.ARTILLERY, Category.MISSILE),
        (Category.MISSILE, Category.ARTILLERY),
        (Category.MISSILE, Category.SMALL_ARMS),
        (Category.AMMUNITION, Category.ARTILLERY),
        (Category.ENGINE, Category.AIRCRAFT),
        (Category.ARMOURED_VEHICLE, Category.ARTILLERY),
        (Category.ARMOURED_VEHICLE, Category.AIR_DEFENCE),
        (Category.AMMUNITION, Category.MISSILE),
    }
)
"""System and head noun of different categories where the noun is right: "Patriot interceptors" are missiles."""


def named_kind(system: System | None, kind: Kind | None) -> tuple[str | None, Category | None]:
    """Kind and category of a phrase: the head noun's, the system's where the noun only points.

    "Patriot missiles" are missiles, "Patriot systems" air defence, "FA-50 jets" what the lexicon says of the FA-50.
    """
    if system is None:
        return (kind.weapon, kind.category) if kind else (None, None)
    if (
        kind is None
        or kind.generic
        or kind.category is None
        or kind.category == system.category
        or system.category is None
    ):
        if system.category is None and kind is not None:
            return kind.weapon, kind.category
        return system.kind, system.category
    if (
        system.known
        and (system.category, kind.category) not in _OF_ANOTHER_KIND
        and kind.category not in _OF_ANY_SYSTEM
    ):
        return system.kind, system.category
    return kind.weapon, kind.category


def unit_of(count: Count | None, system: System | None, kinds: list[Kind], category: Category | None) -> QuantityUnit:
    """What the phrase counts: the unit beside the number, else the head noun's."""
    if count and count.unit:
        return count.unit
    for kind in reversed(kinds):
        if kind.unit in _COUNTED_UNITS and not (
            kind.unit is QuantityUnit.ROUND and category is Category.MISSILE and system is not None
        ):
            return kind.unit
        if kind.unit is QuantityUnit.SYSTEM:
            return QuantityUnit.SYSTEM
    return QuantityUnit.UNIT


def _elliptic(text: str, chunks: list[Chunk], at: int) -> Chunk | None:
    """A count whose noun is left out: "24 of them", "another four", "18 in January"."""
    chunk = chunks[at]
    ref = chunk.ref
    if not isinstance(ref, Count) or not _may_stand_alone(chunks, at, ref):
        return None
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if (
        following is not None
        and isinstance(following.ref, Cue)
        and any(r.form == "noun" for r in following.ref.readings)
    ):
        return None
    end, of = chunk.end, False
    if following is not None and following.text == "of" and at + 2 < len(chunks):
        nxt = chunks[at + 2]
        same = next(
            (i for i in range(at + 2, min(len(chunks), at + 6)) if chunks[i].text in words("same_type", "words")), None
        )
        if nxt.text in ("them", "these", "those", "which", "whom"):
            end, of = nxt.end, nxt.text in ("them", "these", "those")
            after = chunks[at + 3] if at + 3 < len(chunks) else None
            if (
                at
                and chunks[at - 1].kind is K.COMMA
                and of
                and (after is None or after.kind not in (K.CUE, K.AUX, K.PREP))
            ):
                return None
        elif same is not None and nxt.text in ("the", "this", "that", "its"):
            last = (
                same + 1
                if chunks[same].text == "same" and same + 1 < len(chunks) and chunks[same + 1].kind is K.WORD
                else same
            )
            end, of = chunks[last].end, True
        else:
            return None
    elif following is not None and following.kind in (K.WORD, K.HOME) and text[following.start].isalpha():
        if not (following.text.endswith("ly") or following.text in words("elliptic", "followed_by")):
            return None
    elif following is not None and following.kind in (K.PARTY, K.COMPANY, K.GEN):
        return None
    item = Item(
        chunk.start,
        end,
        text[chunk.start : end],
        ref,
        None,
        None,
        None,
        None,
        None,
        ref.unit or QuantityUnit.UNIT,
        elliptic=True,
        of_reference=of,
    )
    return Chunk(K.ITEM, chunk.start, end, text[chunk.start : end].lower(), item)


def _may_stand_alone(chunks: list[Chunk], at: int, count: Count) -> bool:
    """Whether a count without a noun may be one of arms: after a verb, a preposition of content, "and", or at a start."""
    if at == 0 or count.modifier is not None:
        return True
    if (
        at + 2 < len(chunks)
        and chunks[at + 1].text == "of"
        and chunks[at + 2].text in ("them", "these", "those", "which")
    ):
        return True
    before = chunks[at - 1]
    if before.text == ":" and at > 1 and chunks[at - 2].text in words("superseded", "words"):
        return False
    if before.kind in (K.CUE, K.COMMA, K.AUX, K.STOP, K.DASH, K.OPEN, K.DATE, K.REL, K.SUB, K.DET):
        return True
    return before.text in ("and", "for", "with", "of", "to", "least", "which", "or", "than", "another", "all")


def _with_determiner(chunks: list[Chunk], at: int) -> Chunk:
    """An item with what its determiner and the words before its head say of it."""
    chunk = chunks[at]
    item = chunk.ref
    if not isinstance(item, Item):
        return chunk
    single = definite = possessive = False
    origin, company = item.origin, item.company
    for back in range(at - 1, max(-1, at - 8), -1):
        before = chunks[back]
        if before.kind is K.PARTY and isinstance(before.ref, Party):
            origin = origin or (before.ref if not item.elliptic else None)
            continue
        if before.kind is K.COMPANY and isinstance(before.ref, Company):
            company = company or before.ref
            continue
        if before.kind is K.GEN and item.count is None and not item.elliptic:
            single = item.kind is not None and item.kind.unit in _SINGLE_UNITS and not _plural(item)
            continue
        if before.kind is K.GEN or (before.kind is K.WORD and _modifies(before)) or before.kind is K.KIND:
            continue
        if before.kind in (K.DET, K.PRON):
            single = single or (before.text in ("a", "an", "another") and item.count is None)
            single = single or (
                before.text in ("its", "their", "the")
                and any(c.text in ("only", "sole", "single", "one") for c in chunks[back + 1 : at])
            )
            definite = before.text in _POINTING or before.text in ("both", "all")
            possessive = before.text in ("its", "their")
        break
    if origin is item.origin and company is item.company and not (single or definite or possessive):
        return chunk
    new = replace(
        item,
        single=single and not _plural(item),
        definite=item.definite or definite,
        possessive=item.possessive or possessive,
        origin=origin,
        company=company,
    )
    return replace(chunk, ref=new)


def _plural(item: Item) -> bool:
    head = item.kind or item.system
    return head is not None and head.surface.endswith("s") and not head.surface.endswith("ss")


def _wholes(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """ "Eleven of 29 launchers", "two ATAKs out of six": the whole as the item, with the part that is spoken of."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        stop = at + 1
        if stop < len(chunks) and chunks[stop].text == "out":
            stop += 1
        if stop + 1 < len(chunks) and chunks[stop].text == "of" and isinstance(chunk.ref, Count | Item):
            stop += 1
            while stop < len(chunks) and (
                chunks[stop].kind is K.DET or chunks[stop].text in ("these", "those", "its", "their", "all")
            ):
                stop += 1
            other = chunks[stop].ref if stop < len(chunks) else None
            part = chunk.ref if isinstance(chunk.ref, Count) else chunk.ref.count
            whole = other.count if isinstance(other, Item) else other if isinstance(other, Count) else None
            if (
                part is not None
                and whole is not None
                and whole.amount > part.amount
                and not (at and chunks[at - 1].text in ("every", "each", "any", "no"))
            ):
                named = (
                    other
                    if isinstance(other, Item) and not other.elliptic
                    else chunk.ref
                    if isinstance(chunk.ref, Item)
                    else None
                )
                if named is not None:
                    end = chunks[stop].end
                    item = replace(
                        named,
                        start=chunk.start,
                        end=end,
                        surface=text[chunk.start : end],
                        count=whole,
                        part=part,
                        definite=False,
                        elliptic=False,
                    )
                    out.append(Chunk(K.ITEM, chunk.start, end, text[chunk.start : end].lower(), item))
                    at = stop + 1
                    continue
        out.append(chunk)
        at += 1
    return out


def _appositions(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """ "Another 18 aircraft, Su-25s, came": a counted common noun and the plural name after it are one item."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        item = chunk.ref
        name = chunks[at + 2].ref if at + 2 < len(chunks) and chunks[at + 1].kind is K.COMMA else None
        if (
            isinstance(item, Item)
            and isinstance(name, Item)
            and item.count is not None
            and item.system is None
            and item.kind is not None
        ):
            if (
                name.system is not None
                and name.count is None
                and _plural(name)
                and item.category in (None, name.category)
            ):
                weapon, category = named_kind(name.system, item.kind)
                joined = replace(
                    item,
                    end=name.end,
                    surface=text[item.start : name.end],
                    system=name.system,
                    designation=name.designation,
                    weapon=weapon,
                    category=category,
                )
                out.append(Chunk(K.ITEM, chunk.start, name.end, text[chunk.start : name.end].lower(), joined))
                at += 3
                continue
        out.append(chunk)
        at += 1
    return out


def _join_parts(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """ "technical support for the GlobalEye", "missiles for the Patriot": the thing, and whose it is."""
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        item = chunk.ref
        if isinstance(item, Item) and item.kind is not None and item.system is None and at + 2 < len(chunks):
            stop = at + 1
            if chunks[stop].text in _PART_WORDS:
                stop += 1
                while (
                    stop < len(chunks)
                    and (
                        chunks[stop].kind in (K.DET, K.WORD, K.GEN, K.PARTY, K.HOME)
                        or chunks[stop].text in ("its", "these")
                    )
                    and stop - at < 6
                ):
                    stop += 1
                other = chunks[stop].ref if stop < len(chunks) else None
                if isinstance(other, Item) and other.system is not None and _is_part(item, other):
                    keep = item.category in _KEEP_DESIGNATION or item.category is None
                    count = item.count or (other.count if item.category is Category.SERVICE else None)
                    joined = replace(
                        item,
                        end=other.end,
                        surface=text[item.start : other.end],
                        count=count,
                        designation=other.designation if keep else None,
                        system=other.system if keep else None,
                    )
                    out.append(Chunk(K.ITEM, chunk.start, other.end, text[chunk.start : other.end].lower(), joined))
                    at = stop + 1
                    continue
        out.append(chunk)
        at += 1
    return out


def _is_part(item: Item, other: Item) -> bool:
    if item.category is Category.SERVICE:
        return True
    return other.count is None and item.category in (
        Category.MISSILE,
        Category.AMMUNITION,
        Category.EQUIPMENT,
        Category.ENGINE,
        None,
    )
