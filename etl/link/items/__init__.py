"""Noun phrases that name what moves: count, nationality, maker, designation and kind joined into one item."""

from __future__ import annotations

from etl.link.chunks import Chunk
from etl.link.items.deal_ones import deals_alone
from etl.link.items.determiners import with_determiners
from etl.link.items.gapping import with_nouns, with_verbs
from etl.link.items.heads import describing, heads, versions
from etl.link.items.item import Item, is_plural, named_like
from etl.link.items.joins import appositions, classed, counted_after, parts, wholes
from etl.link.items.multiples import matched
from etl.link.items.naming import named_kind, unit_of
from etl.link.items.owners import bodies, firms
from etl.link.items.pairs import of_two, with_arrivals
from etl.link.items.sums import ones_of, summed_after, told_after

__all__ = ["Item", "build", "is_plural", "named_kind", "named_like", "unit_of"]


def build(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with bodies, firms and items merged; order and coverage stay."""
    owned = firms(text, bodies(text, with_nouns(with_verbs(deals_alone(text, chunks)))))
    found = with_determiners(heads(text, matched(text, describing(versions(text, owned)))))
    named = ones_of(text, appositions(text, classed(text, wholes(text, counted_after(text, found)))))
    return with_arrivals(of_two(text, summed_after(text, told_after(text, parts(text, named)))))
