"""Which column is what, by its name, and what is said where none is the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.lexicon.load import rows
from etl.read.columns import Column, NoColumn, columns_of, known_columns, normalised

EXPORTS = {
    "Media Cloud": (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url,text",
        {"text": "text", "title": "title", "publisher": "media_name", "published": "publish_date", "url": "url"},
    ),
    "Common Crawl news": (
        "title,text,domain,date,description,url,image_url",
        {"text": "text", "title": "title", "publisher": "domain", "published": "date", "url": "url"},
    ),
    "news-please": (
        "authors,date_download,date_publish,description,filename,image_url,language,maintext,source_domain,title,url",
        {"text": "maintext", "publisher": "source_domain", "published": "date_publish", "language": "language"},
    ),
    "All the News": (
        "id,title,publication,author,date,year,month,url,content",
        {"text": "content", "publisher": "publication", "published": "date"},
    ),
    "Factiva": (
        "AN,HD,WC,PD,SN,SC,LA,LP,TD,CO",
        {"text": "TD", "lead": "LP", "title": "HD", "publisher": "SN", "published": "PD", "language": "LA"},
    ),
    "LexisNexis": (
        "Source_File,Newspaper,Date,Length,Section,Author,Edition,Headline,Graphic,Article",
        {"text": "Article", "title": "Headline", "publisher": "Newspaper", "published": "Date"},
    ),
    "GDELT articles": (
        "URL,MobileURL,Date,Title,Desc",
        {"text": "Desc", "title": "Title", "published": "Date", "url": "URL"},
    ),
    "server": (
        "response_id,webTitle,webPublicationDate,webUrl,fields_bodyText",
        {"text": "fields_bodyText", "title": "webTitle", "published": "webPublicationDate", "url": "webUrl"},
    ),
}


@pytest.mark.parametrize(("header", "told"), EXPORTS.values(), ids=EXPORTS)
def test_usual_exports(header: str, told: dict[str, str]) -> None:
    names = header.split(",")
    columns = columns_of(names, {})
    assert {kind: names[columns.of(Column(kind))[0]] for kind in told} == told


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Publish Date", "publish_date"),
        ("publishedAt", "published_at"),
        ("URLMobile", "url_mobile"),
        (" Text ", "text"),
        ("dc:title", "dc_title"),
        ("", ""),
    ],
)
def test_names_are_normalised(name: str, plain: str) -> None:
    assert normalised(name) == plain


def test_the_likelier_name_comes_first_and_the_others_stand_in() -> None:
    columns = columns_of(["description", "content", "text", "title"], {})
    assert columns.of(Column.TEXT) == (2, 1, 0)


def test_the_user_names_the_text() -> None:
    assert columns_of(["title", "text", "Our Words"], {"text": "our_words"}).of(Column.TEXT) == (2,)


@pytest.mark.parametrize(
    ("names", "chosen", "said"),
    [
        (["a", "b"], {}, "its columns are: a, b"),
        (["a", "b"], {}, "--columns text=NAME"),
        ([], {}, "its columns are: none"),
        (["text"], {"text": "body"}, 'no column "body"; its columns are: text'),
        (["text"], {"author": "text"}, 'not for "author"'),
        ([f"c{number}" for number in range(50)], {}, "and 20 more"),
    ],
)
def test_what_is_lacking_is_said(names: list[str], chosen: dict[str, str], said: str) -> None:
    with pytest.raises(NoColumn) as lack:
        columns_of(names, chosen)
    assert said in str(lack.value)
    assert str(lack.value).endswith(".")


def test_a_trade_register_has_no_column_of_texts() -> None:
    headings = [row["heading"] for row in rows("register_columns")]
    assert Column.TEXT not in known_columns(headings)


def test_a_description_is_an_article_only_beside_a_title() -> None:
    assert Column.TEXT not in known_columns(["Recipient", "Description"])
    assert Column.TEXT in known_columns(["Title", "Description"])


def test_the_table_is_sound() -> None:
    table = [row for row in rows("columns") if row["column"] not in ("wrapper", "file")]
    names = [row["name"] for row in table]
    assert [name for name in names if names.count(name) > 1] == []
    assert [name for name in names if normalised(name) != name] == []
    assert {row["column"] for row in table} == set(Column)
    assert {row["beside"] for row in table} <= {"", *Column}
    assert all(int(row["priority"]) > 0 and row["source"] for row in table)


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_names_give_places_or_a_sentence(names: list[str]) -> None:
    try:
        columns = columns_of(names, {})
    except NoColumn as lack:
        assert str(lack).endswith(".")
    else:
        assert all(0 <= at < len(names) for column in Column for at in columns.of(column))
