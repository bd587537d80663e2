"""The texts of an archive of news, the same ones each time: made of the sentences of ``news.toml`` and of the gold."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_WORDING = Path(__file__).with_name("news.toml")
_SEED = 1950
_SHORTEST, _LONGEST = 150, 900
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CURRENCIES = ("${} million", "{} million euros", "€{} million", "£{} million", "{} billion yen", "${} billion")
_PARAGRAPH = (2, 4)
"""Sentences of a paragraph, at least and at most."""


def wording() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The parts of ``news.toml``: ``slots``, and the topics of ``ordinary`` and ``martial`` news with their sentences."""
    with _WORDING.open("rb") as stream:
        return tomllib.load(stream)


def news(part: str, number: int) -> Iterator[tuple[str, str]]:
    """``number`` texts of the topics of a part, in turn, each with its topic; of 150 to 900 words, as news are."""
    chance = random.Random(f"{_SEED} {part}")
    told = wording()
    topics = list(told[part])
    for place in range(number):
        topic = topics[place % len(topics)]
        # A long story comes to speak of other things.
        others = chance.sample([name for name in topics if name != topic], 2)
        sentences = [told[part][topic], *(told[part][name] for name in others)]
        yield topic, _story(chance, told["slots"], sentences, _length(chance))


def _length(chance: random.Random) -> int:
    """Words of a story: most are short."""
    return int(chance.triangular(_SHORTEST, _LONGEST, 320))


def _story(
    chance: random.Random, slots: Mapping[str, Sequence[str]], topics: Sequence[Sequence[str]], words: int
) -> str:
    """A headline and paragraphs of the topics' sentences, those of the first one first, of about so many words."""
    pool = [sentence for topic in topics for sentence in chance.sample(topic, len(topic))]
    head, *pool = pool
    paragraphs = [_headline(_filled(chance, slots, head))]
    length = 0
    while length < words:
        if not pool:
            pool = [sentence for topic in topics for sentence in chance.sample(topic, len(topic))]
        size = chance.randint(*_PARAGRAPH)
        paragraph = " ".join(_filled(chance, slots, sentence) for sentence in pool[:size])
        pool = pool[size:]
        length += len(paragraph.split())
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs) + "\n"


def _headline(sentence: str) -> str:
    """A sentence cut to what a headline holds."""
    return " ".join(sentence.rstrip(".").split()[:9]).rstrip(",;")


def _filled(chance: random.Random, slots: Mapping[str, Sequence[str]], sentence: str) -> str:
    """A sentence with its slots filled, beginning with a capital."""
    filling = {name: chance.choice(values) for name, values in slots.items()}
    filled = sentence.format(
        n=chance.randint(2, 60),
        k=f"{chance.randint(1, 90)},{chance.randint(0, 9)}00",
        share=round(chance.uniform(0.4, 48), 1),
        sum=chance.choice(_CURRENCIES).format(chance.choice((1.2, 2.5, 8, 15, 40, 120, 350, 900))),
        day=chance.choice(_DAYS),
        month=chance.choice(_MONTHS),
        year=chance.randint(2009, 2031),
        **filling,
    )
    return filled[:1].upper() + filled[1:]
