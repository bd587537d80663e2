"""JSON-LD as pages have it: graphs, lists, several articles, and what is broken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.html.json_ld import Described, described
from etl.read.html.tree import tree_of

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Boats come",
    "datePublished": "2024-05-03",
    "publisher": {"@type": "Organization", "name": "The Quay"},
}


def of(*scripts: str, titles: tuple[str, ...] = ()) -> Described:
    page = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    root = tree_of(f"<html><head>{page}</head><body>x</body></html>")
    assert root is not None
    return described(root, titles)


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "BreadcrumbList"}, ARTICLE]),
        json.dumps({"@graph": [{"@type": "Organization", "name": "X"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps({**ARTICLE, "@type": ["Article", "NewsArticle"]}),
        json.dumps({**ARTICLE, "@type": "http://schema.org/ReportageNewsArticle"}),
        json.dumps(ARTICLE)[:-1] + ",}",
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        json.dumps({**ARTICLE, "description": "a\nb"}).replace("\\n", "\n"),
    ],
)
def test_where_articles_stand(script: str) -> None:
    found = of(script)
    assert (found.headline, found.published, found.publisher) == ("Boats come", "2024-05-03", "The Quay")


def test_escaped_words_are_unescaped() -> None:
    assert of(json.dumps({**ARTICLE, "headline": "Boats &amp; guns"})).headline == "Boats & guns"


def test_a_publisher_may_stand_elsewhere() -> None:
    graph = [{**ARTICLE, "publisher": {"@id": "#org"}}, {"@id": "#org", "@type": "Organization", "name": "The Quay"}]
    assert of(json.dumps({"@graph": graph})).publisher == "The Quay"


def test_of_several_articles_that_of_the_headline_counts() -> None:
    other = {**ARTICLE, "headline": "Jets go", "datePublished": "2020-01-01"}
    assert of(json.dumps([other, ARTICLE]), titles=("Boats  COME",)).published == "2024-05-03"


def test_of_several_articles_none_counts_where_none_is_named() -> None:
    other = {**ARTICLE, "headline": "Jets go", "datePublished": "2020-01-01"}
    assert of(json.dumps([other, ARTICLE])).published is None


@pytest.mark.parametrize("key", ["comment", "itemListElement", "hasPart", "isPartOf"])
def test_what_hangs_on_a_page_is_not_it(key: str) -> None:
    assert of(json.dumps({"@type": "WebPage", key: [ARTICLE]})).published is None


def test_what_a_page_says_is_kept_apart_from_what_an_article_says() -> None:
    found = of(json.dumps({"@type": "WebPage", "datePublished": "2024-01-01"}))
    assert (found.published, found.page_published) == (None, "2024-01-01")


def test_updates_become_a_text_with_their_times() -> None:
    update = {"datePublished": "2024-05-03T14:32:00Z", "headline": "Boats", "articleBody": "Two came."}
    assert of(json.dumps({**ARTICLE, "@type": "LiveBlogPosting", "liveBlogUpdate": [update]})).body == (
        "14:32\n\nBoats\n\nTwo came."
    )


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 100_000, "null", '"x"', '{"@type": 3}', '{"@type": "Article", "headline": {}}']
)
def test_what_is_broken_says_nothing(script: str) -> None:
    assert of(script) == Described()


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.just("NewsArticle"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "headline", "publisher", "name", "@id", "url"]), inner)
    ),
)


@given(JSON)
def test_any_json_is_taken(value: object) -> None:
    assert isinstance(of(json.dumps(value).replace("<", " ")), Described)
