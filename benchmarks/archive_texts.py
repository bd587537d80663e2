"""The texts of an archive of news, the same ones each time: nine in ten tell of no transfer, the tenth does.

Those without one are made of the sentences of ``news.toml``, those with one of the paragraphs of ``seeds/`` and of
``tests/gold``.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, islice
from pathlib import Path

from bench import changed, paragraphs

_WORDING = Path(__file__).with_name("news.toml")
_SEED = 1950
STORY, SHORT = (150, 900, 320), (40, 120, 60)
"""Words of a story of a newspaper, and of a short item: at least, at most and most often."""

_OWN, _OTHERS, _TOLD = 10, 2, 8
"""Sentences that a story draws from its topic, from another one that it comes to speak of, and from what any says."""

_PARAGRAPH = (2, 4)
"""Sentences of a paragraph, at least and at most."""

_MARTIAL = 9
"""One in so many texts without a transfer is on armies."""

_SHARE = 10
"""One in so many texts of the archive tells of transfers."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SUMS = ("${} million", "{} million euros", "€{} million", "£{} million", "{} billion yen", "${} billion")
_AMOUNTS = (1.2, 2.5, 8, 15, 40, 120, 350, 900)

Slots = Mapping[str, Sequence[str]]
Size = tuple[int, int, int]


def wording() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The parts of ``news.toml``: ``slots``, and ``ordinary`` and ``martial`` news by topic."""
    with _WORDING.open("rb") as stream:
        return tomllib.load(stream)


def news(part: str, size: Size = STORY) -> Iterator[tuple[str, str]]:
    """Texts of the topics of a part, in turn and without end, each after the name of its topic."""
    chance = random.Random(f"{_SEED} {part}")
    told = wording()
    topics = list(told[part])
    for place in count():
        topic = topics[place % len(topics)]
        other = chance.choice([name for name in topics if name != topic])
        yield topic, _story(chance, told["slots"], (told[part][topic], told[part][other], told["told"]["said"]), size)


def reports(size: Size = STORY) -> Iterator[str]:
    """Texts that tell of transfers, without end."""
    chance = random.Random(f"{_SEED} reports")
    source = paragraphs()
    while True:
        words, length, parts = _length(chance, size), 0, list[str]()
        while length < words:
            parts.append(changed(chance, chance.choice(source)))
            length += len(parts[-1].split())
        yield "\n\n".join(parts) + "\n"


def archive(number: int, size: Size = STORY) -> Iterator[str]:
    """``number`` texts as they come in a newspaper's archive."""
    ordinary, martial = ((text for _, text in news(part, size)) for part in ("ordinary", "martial"))
    told = reports(size)
    for place in range(number):
        if place % _SHARE == _SHARE - 1:
            yield next(told)
        else:
            yield next(martial if place % _MARTIAL == 0 else ordinary)


def write_archive(folder: Path, number: int, size: Size = STORY) -> int:
    """Writes an archive as files, a thousand in a folder, with what a saved page has above it; gives its words."""
    words = 0
    for place, text in enumerate(archive(number, size)):
        inside = folder / f"{place // 1000:04}"
        inside.mkdir(parents=True, exist_ok=True)
        published = f"20{place % 20 + 5:02}-{place % 12 + 1:02}-{place % 28 + 1:02}"
        front = f"---\ntitle: Story {place}\npublisher: The Archive\npublished: {published}\n---\n\n"
        (inside / f"{place:07}.txt").write_text(front + text, encoding="utf-8")
        words += len(text.split())
    return words


def samples(part: str, number: int) -> list[tuple[str, str]]:
    """The first ``number`` texts of a part, each after the name of its topic."""
    return list(islice(news(part), number))


def _length(chance: random.Random, size: Size) -> int:
    return int(chance.triangular(*size))


def _story(chance: random.Random, slots: Slots, pools: Sequence[Sequence[str]], size: Size) -> str:
    """A headline and paragraphs of some sentences of each pool, told with ever new particulars."""
    drawn = [chance.sample(pool, min(n, len(pool))) for pool, n in zip(pools, (_OWN, _OTHERS, _TOLD), strict=True)]
    head, *rest = [sentence for sentences in drawn for sentence in sentences]
    pool = [head, *chance.sample(rest, len(rest))]
    words, length, paragraphs = _length(chance, size), 0, [_headline(_filled(chance, slots, pool[0]))]
    while length < words:
        several = chance.randint(*_PARAGRAPH)
        paragraph = " ".join(_filled(chance, slots, sentence) for sentence in pool[:several])
        pool = [*pool[several:], *pool[:several]]
        length += len(paragraph.split())
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs) + "\n"


def _headline(sentence: str) -> str:
    """A sentence cut to what a headline holds."""
    return " ".join(sentence.rstrip(".").split()[:9]).rstrip(",;")


def _filled(chance: random.Random, slots: Slots, sentence: str) -> str:
    """A sentence with its slots filled, beginning with a capital."""
    filled = sentence.format(
        n=chance.randint(2, 60),
        k=f"{chance.randint(1, 90)},{chance.randint(0, 9)}00",
        share=round(chance.uniform(0.4, 48), 1),
        sum=chance.choice(_SUMS).format(chance.choice(_AMOUNTS)),
        day=chance.choice(_DAYS),
        month=chance.choice(_MONTHS),
        year=chance.randint(2009, 2031),
        **{name: chance.choice(values) for name, values in slots.items()},
    )
    return filled[:1].upper() + filled[1:]
