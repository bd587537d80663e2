"""Which language a text is in. No English text is ever taken for another."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.documents import Document
from etl.languages import detect, is_english, language_of
from etl.languages.detection import name, tag
from etl.read import read_text
from tests.languages import battery

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests/gold", "tests/practice", "tests/clusters", "tests/clusters_practice", "seeds")
ENGLISH = [
    read_text(path.read_text(encoding="utf-8"))
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".txt", ".md")
]
LINES = (Path(__file__).parent / "english.txt").read_text(encoding="utf-8").splitlines()
FUNCTION_WORDS = re.compile(
    r"\b(?:the|and|of|to|in|for|an?|on|with|by|from|that|which|ha[sd]|have|is|are|was|were|be|been|will|would|said|its?"
    r"|as|at|or|not|also|this|his|he|they|their|but|into|more|than|other|about|after|between)\b\s?",
    re.IGNORECASE,
)
NORWEGIAN = (
    "Noreg kjøper 54 stridsvogner, og regjeringa har avgjort at dei skal leverast frå 2026, seier statsråden, som også"
    " vil kjøpe fleire skip til Sjøforsvaret i nord."
)
BOILERPLATE = (
    "We use cookies to improve your experience on this site. By continuing to browse you accept our use of cookies."
    " Read more about our privacy policy. Subscribe to our newsletter. All rights reserved."
)


def text_in(language: str, sentences: int = 100) -> str:
    return " ".join(case.sentence for case in list(battery.cases(language))[:sentences])


def body(document: Document) -> str:
    return "\n".join(document.text[block.start : block.end] for block in document.blocks)


def foreign(texts: list[str]) -> list[str]:
    return [text for text in texts if not is_english(detect(text))]


def test_there_are_english_documents() -> None:
    assert len(ENGLISH) > 250


def test_documents_on_transfers_are_english() -> None:
    assert [document.text[:60] for document in ENGLISH if language_of(document) != "en"] == []


def test_no_line_of_them_is_foreign() -> None:
    assert foreign([line for document in ENGLISH for line in body(document).split("\n")]) == []


def test_no_stretch_of_them_is_foreign_in_capitals_or_not() -> None:
    chosen, texts = random.Random(6), []
    for document in ENGLISH:
        words = body(document).split()
        for length in (5, 12, 40):
            first = chosen.randrange(max(1, len(words) - length))
            texts.append(" ".join(words[first : first + length]))
    assert foreign([*texts, *map(str.upper, texts)]) == []


def test_no_telegram_made_of_them_is_foreign() -> None:
    bodies = [body(document) for document in ENGLISH]
    lines = [line for text in bodies for line in text.split("\n")]
    assert foreign([FUNCTION_WORDS.sub("", text) for text in [*bodies, *lines]]) == []


def test_no_line_full_of_foreign_names_is_foreign() -> None:
    telegrams = json.loads((ROOT / "tests" / "telegrams.json").read_text(encoding="utf-8"))
    assert foreign([*LINES, "\n".join(LINES), *(telegram["line"] for telegram in telegrams)]) == []


@pytest.mark.parametrize("language", battery.languages())
def test_a_text_in_another_language(language: str) -> None:
    assert detect(text_in(language)) == language
    assert detect(text_in(language, 5)) == language


@pytest.mark.parametrize("language", battery.languages())
def test_an_english_boilerplate_does_not_make_a_text_english(language: str) -> None:
    assert detect(f"{BOILERPLATE}\n\n{text_in(language)}") == language
    assert detect(f"{text_in(language)}\n\n{BOILERPLATE}") == language


@pytest.mark.parametrize("language", battery.languages())
def test_a_text_half_in_english_is_english(language: str) -> None:
    half = body(ENGLISH[0])[:1500]
    assert detect(f"{text_in(language)[:1500]}\n\n{half}") == "en"
    assert detect(f"{half}\n\n{text_in(language)[:1500]}") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Η Ελλάδα αγοράζει τρεις φρεγάτες από τη Γαλλία.", "el"),
        ("اشترت مصر ثلاثين مقاتلة رافال من فرنسا", "ar"),
        ("ישראל תמכור לגרמניה את מערכת חץ 3", "he"),
        ("中国向巴基斯坦出口八艘潜艇。", "zh"),
        ("日本はオーストラリアに護衛艦を輸出する。", "ja"),
        ("한국은 폴란드에 K9 자주포 152문을 수출한다.", "ko"),
        ("Индия закупит 12 истребителей Су-30 за 1,3 млрд долларов.", "ru"),
        ("Министерството на отбраната ще закупи 183 машини за 1,5 милиарда долара.", "bg"),
        (
            "Sverige har beslutat att köpa 44 stridsvagnar av typen Leopard 2 för cirka 22 miljarder kronor."
            " Leveranserna ska ske mellan 2028 och 2031, och regeringen har redan fattat beslut om finansieringen.",
            "sv",
        ),
    ],
)
def test_languages_without_words_in_the_tables(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "K9", "152 K9, $2.6bn", "12/05/2024", "Leopard 2A8: 54", "\x00\ud800"])
def test_a_text_too_short_to_tell(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        ("en-GB", "The ministry said that the guns were delivered.", "en-GB"),
        ("en_US", "K9, 152, Warsaw", "en-US"),
        ("English", "The ministry said that the guns were delivered.", "en"),
        ("pt-BR", text_in("pt"), "pt-BR"),
        ("deu", text_in("de"), "de"),
        ("German", text_in("de"), "de"),
        ("fr", "Paris : 42 Rafale F4, Jakarta", "fr"),
        ("nn", NORWEGIAN, "nn"),
        ("de", "The ministry said that the guns were delivered.", "en"),
        ("en", text_in("pl"), "pl"),
        ("de", "Howitzers ordered by Oslo, twelve, delivery in two years", "en"),
        ("none", "K9, 152, Warsaw", None),
    ],
)  # fmt: skip
def test_what_a_document_says_is_believed_where_its_text_agrees(stated: str, text: str, language: str | None) -> None:
    assert language_of(read_text(f"---\nlanguage: {stated}\n---\n\n{text}\n")) == language


def test_front_matter_does_not_tell_the_language() -> None:
    head = "---\ntitle: Panzer\npublisher: The ministry of the north and the south\n---\n\n"
    assert language_of(read_text(head + text_in("de", 5))) == "de"


def test_only_a_bounded_part_of_a_text_is_looked_at() -> None:
    text = text_in("de")
    assert detect(text * 200) == "de"
    assert detect(text * 100 + text_in("pl") + text * 100) == "de"


def test_english_at_the_end_of_a_long_text_is_seen() -> None:
    assert detect(text_in("de") * 5 + body(ENGLISH[0])[:1500]) == "en"


@given(st.text() | st.text(st.sampled_from("абвгді їє\x00\ud800\ufdd0 abcdefg éß漢字")), st.text(max_size=12))
def test_any_text_has_a_language_or_none(text: str, stated: str) -> None:
    assert detect(text) == detect(text)
    language = language_of(Document(text, (), language=stated))
    assert language is None or language.isprintable()


@pytest.mark.parametrize(
    ("said", "language"), [("fr-CA", "fr-CA"), ("zho", "zh"), ("Polish", "pl"), ("x" * 30, None), ("?", None)]
)
def test_tags(said: str, language: str | None) -> None:
    assert tag(said) == language


@pytest.mark.parametrize(("language", "said"), [("uk", "Ukrainian"), ("pt-BR", "Portuguese"), ("und", None)])
def test_names(language: str, said: str | None) -> None:
    assert name(language) == said
