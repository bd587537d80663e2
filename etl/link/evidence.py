"""The words that filled the cells of a row, and what they do not show by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extraction import Evidence
from etl.link.drafts import Draft, Row, cell
from etl.link.events import Actor
from etl.link.found import Found, V
from etl.link.years import counted_from, rule_of
from etl.recognise.bounds import bound_words
from etl.recognise.mentions import Kind, Mention, Money, System
from schemas.vocabulary import Bound, Category, QuantityUnit, Role, Rule


def of_found(field: str, found: Found[V], text: str) -> list[Evidence]:
    """The words that a stage or an arrangement rests on."""
    return [cell(field, start, end, text, found.rule, found.why) for start, end in found.spans]


def of_party(role: Role, actor: Actor, row: Row, text: str) -> Evidence:
    """The words by which a party is known; of one that is known of a firm or of the arms, of which."""
    why = None
    of_arms = row.item.start <= actor.start < row.item.end and actor.company is None
    if actor.rule is Rule.KNOWN and not of_arms:
        why = f"{actor.company or text[actor.start : actor.end]} is a firm of {actor.code}"
    elif actor.rule is Rule.KNOWN:
        why = f"made in {actor.code}: {row.designation or row.weapon or 'what is named'}"
    elif actor.rule is Rule.RESOLVED and actor.start < actor.end:
        why = f"stands for {actor.code}"
    return cell(role.value, actor.start, actor.end, text, actor.rule, why)


def of_maker(actor: Actor, text: str, designation: str | None) -> Evidence:
    """The words that name the maker; of one known of the arms, of which."""
    why = f"{actor.company} is known to make the {designation or 'arms'}" if actor.rule is Rule.KNOWN else None
    return cell("maker", actor.start, actor.end, text, actor.rule, why)


def of_deal(
    draft: Draft, value: Money | None, dollars: Money | None, published: str | None, text: str
) -> list[Evidence]:
    """The words for a deal's terms, its value and its date."""
    cells = of_found("arrangement", draft.found_arrangement, text) if draft.found_arrangement is not None else []
    if value is not None:
        cells += [cell(f"value_{name}", value.start, value.end, text, Rule.STATED) for name in ("amount", "currency")]
        cells += _of_bound("value", value, value.bound, text)
        cells += [cell("value_high", value.start, value.end, text, Rule.STATED)] if value.high is not None else []
    if dollars is not None:
        cells += [
            cell(name, dollars.start, dollars.end, text, Rule.STATED) for name in ("value_usd", "value_usd_basis")
        ]
    when = draft.agreed
    if when is not None and draft.agreed_value is not None:
        why = counted_from(when, published)
        cells.append(cell("agreed", when.start, when.end, text, rule_of(when), why))
    return cells


def of_goods(row: Row, text: str) -> Iterator[Evidence]:
    """The words for what the arms are, where the row's own cells do not have them yet: name, kind and category."""
    told = {c.field for c in row.cells}
    named = row.named or row.item.system or row.item.kind
    if named is None:
        return
    rule = Rule.RESOLVED if row.resolved else Rule.STATED
    if row.designation is not None and "designation" not in told:
        yield cell("designation", named.start, named.end, text, rule)
    if row.weapon is not None and "weapon" not in told:
        yield _of_weapon(row, named, text)
    if row.category is not None:
        yield _of_category(row, row.category, named, text)


def _of_weapon(row: Row, named: Mention, text: str) -> Evidence:
    """The words for the kind of arms: a noun for it, else a name of which it is known."""
    kind = row.item.kind
    if kind is not None and kind.weapon == row.weapon:
        return cell("weapon", kind.start, kind.end, text, Rule.STATED)
    if isinstance(named, Kind):
        return cell("weapon", named.start, named.end, text, Rule.RESOLVED if row.resolved else Rule.STATED)
    return cell("weapon", named.start, named.end, text, Rule.KNOWN, f"known of the {row.designation or named.surface}")


def _of_category(row: Row, category: Category, named: Mention, text: str) -> Evidence:
    """The words by which the category is known: the noun where it is of that category, else the name."""
    kind = row.item.kind
    told: Mention = kind if kind is not None and kind.category is category else named
    own = isinstance(told, Kind | System) and told.category is category
    what = (row.weapon if isinstance(told, Kind) else row.designation) or told.surface
    why = f"{what} counts as {_plain(category)}" if own else f"{what} counts here as {_plain(category)}"
    return cell("category", told.start, told.end, text, Rule.KNOWN, why)


def of_quantity(row: Row, text: str) -> Iterator[Evidence]:
    """The words for how firmly a quantity is stated, for its upper end and for what it counts."""
    told = [c for c in row.cells if c.field == "quantity"]
    if not told or row.quantity is None:
        return
    figure = told[-1]
    if row.bound is not None:
        yield from _of_bound("quantity", figure, row.bound, text)
    if row.high is not None:
        yield cell("quantity_high", figure.start, figure.end, text, figure.rule)
    if row.unit is not None:
        yield _of_unit(row, row.unit, figure, text)


def _of_bound(field: str, figure: Mention | Evidence, bound: Bound, text: str) -> list[Evidence]:
    """The words that bound a figure, else the figure itself."""
    words = bound_words(text, figure.start, figure.end, bound) if bound is not Bound.EXACT else None
    start, end = words or (figure.start, figure.end)
    return [cell(f"{field}_bound", start, end, text, Rule.STATED, None if words else _BARE[bound])]


_BARE = {
    Bound.EXACT: "no word beside the figure makes it loose",
    Bound.BETWEEN: "a range",
    Bound.AT_LEAST: "a bare plural, or the words around the figure",
    Bound.AT_MOST: "the words around the figure",
    Bound.ABOUT: "the words around the figure",
}
"""Why a figure is bounded so where none of its own words say so."""


def _of_unit(row: Row, unit: QuantityUnit, figure: Evidence, text: str) -> Evidence:
    """The word for what is counted, else the figure that counts pieces."""
    shapes = {unit.value, f"{unit.value}s", f"{unit.value.removesuffix('y')}ies"}
    for start, end in ((figure.start, figure.end), (row.item.start, row.item.end)):
        word = next((w for w in text[start:end].split() if w.strip(",.;()").lower() in shapes), None)
        if word is not None:
            at = text.index(word, start, end)
            return cell("quantity_unit", at, at + len(word.rstrip(",.;()")), text, Rule.STATED)
    if unit is QuantityUnit.UNIT:
        return cell("quantity_unit", figure.start, figure.end, text, figure.rule, "pieces: no other unit is named")
    told = row.item.kind or row.named or row.item
    return cell(
        "quantity_unit", told.start, told.end, text, Rule.KNOWN, f"what is named is counted by the {unit.value}"
    )


def _plain(term: Category) -> str:
    return term.value.replace("_", " ")
