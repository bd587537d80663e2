"""Where sentences end, and what each stretch of a sentence is."""

from __future__ import annotations

import pytest

from etl.link.chunks import K
from etl.link.sentence_spans import sentence_spans
from tests.link.reading import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It bought tanks. It sold boats.", ["It bought tanks.", "It sold boats."]),
        ("Did it buy tanks? Yes! It did.", ["Did it buy tanks?", "Yes!", "It did."]),
        ('He said: "It is signed." She left.', ['He said: "It is signed."', "She left."]),
        ("It costs $2.6 billion. 24 came.", ["It costs $2.6 billion.", "24 came."]),
        ("The U.S. Army got 12. The U.S. The end.", ["The U.S. Army got 12.", "The U.S.", "The end."]),
        ("Gen. Smith and Lt. Jones came.", ["Gen. Smith and Lt. Jones came."]),
        ("It was approx. 12 tanks", ["It was approx. 12 tanks"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\ntwo", ["one\ntwo"]),
        ("   ", []),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("Poland got K9 howitzers.", "Poland", K.PARTY),
        ("Poland got K9 howitzers.", "K9", K.SYSTEM),
        ("Poland got K9 howitzers.", "howitzers", K.KIND),
        ("Poland ordered 12 howitzers.", "12", K.COUNT),
        ("Poland ordered 12 howitzers.", "ordered", K.CUE),
        ("Hanwha sold them for $3 million in 2020.", "Hanwha", K.COMPANY),
        ("Hanwha sold them for $3 million in 2020.", "$3 million", K.MONEY),
        ("Hanwha sold them for $3 million in 2020.", "in 2020", K.DATE),
        ("The navy of Peru bought boats, which came.", "navy", K.HOME),
        ("The navy of Peru bought boats, which came.", "of", K.PREP),
        ("The navy of Peru bought boats, which came.", "which", K.REL),
        ("The navy of Peru bought boats, which came.", ",", K.COMMA),
        ("The boats were sold and it (Peru) paid.", "were", K.AUX),
        ("The boats were sold and it (Peru) paid.", "and", K.CONJ),
        ("The boats were sold and it (Peru) paid.", "(", K.OPEN),
        ("Peru's boats came; Chile paid.", "'s", K.GEN),
        ("Peru's boats came; Chile paid.", ";", K.STOP),
        ("Peru paid, although the weather was fine.", "although", K.SUB),
        ("Peru paid, although the weather was fine.", "weather", K.WORD),
        # a verb that is also a kind
        ("Norway will ship 99 engines.", "ship", K.CUE),
    ],
)
def test_what_a_stretch_is(text: str, surface: str, kind: K) -> None:
    chunks = sentence(text, built=False).chunks
    assert {chunk.kind for chunk in chunks if text[chunk.start : chunk.end] == surface} == {kind}


@pytest.mark.parametrize(
    "text",
    ["Poland got 12 K9 howitzers, worth $3 million, in 2020.", "Peru's navy (of Lima) - bought 'boats'...", "12/13; x"],
)
def test_chunks_are_in_order_and_apart(text: str) -> None:
    end = 0
    for chunk in sentence(text, built=False).chunks:
        assert end <= chunk.start < chunk.end
        end = chunk.end
