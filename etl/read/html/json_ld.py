"""What a page says of its article in JSON-LD, in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml.html import HtmlElement

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|PressRelease|GovernmentDocument)\Z", re.IGNORECASE)
_PAGES = ("WebPage", "ItemPage", "AboutPage", "CreativeWork")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_COMMENT = re.compile(r"\A\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?://\s*)?(?:\]\]>|-->)\s*\Z")
_COMMA = re.compile(r",(\s*[}\]])")
_LARGEST = 2_000_000  # characters; more is a data set and no description of a page
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Described:
    """What JSON-LD says; None where it does not. ``page_published`` is said of the page around the article, ``body`` is
    the article's text, its paragraphs parted by newlines or HTML."""

    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    page_published: str | None = None
    publisher: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None
    video: bool = False


def described(root: HtmlElement, titles: tuple[str, ...]) -> Described:
    """What the JSON-LD of a page says of its article. Where it lists several articles, that one counts whose headline
    is among ``titles``."""
    nodes = [node for script in root.iter("script") for node in _nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    article = _article([node for node in nodes if _is(node, _ARTICLES)], titles) or {}
    page = next((node for node in nodes if _types(node) & set(_PAGES)), {})
    site = next((node for node in nodes if "WebSite" in _types(node)), {})
    return Described(
        headline=_words(article, "headline") or _words(article, "name"),
        published=_words(article, "datePublished") or _words(article, "dateCreated"),
        modified=_words(article, "dateModified") or _words(page, "dateModified"),
        page_published=_words(page, "datePublished"),
        publisher=_name(article.get("publisher"), by_id) or _name(article.get("sourceOrganization"), by_id),
        site=_words(site, "name"),
        url=_address(article) or _address(page),
        language=_language(article.get("inLanguage")) or _language(page.get("inLanguage")),
        body=_body(article),
        video=any("VideoObject" in _types(node) for node in nodes) and not article,
    )


def _nodes(script: HtmlElement) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _LARGEST:
        return
    words = _COMMENT.sub("", script.text)
    for attempt in (words, _COMMA.sub(r"\1", words)):
        try:
            loaded = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _within(loaded, 0)
        return


def _within(loaded: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(loaded, list):
        for one in loaded:
            yield from _within(one, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        for key in _WITHIN:
            yield from _within(loaded.get(key), depth + 1)


def _types(node: dict[str, Any]) -> set[str]:
    stated = node.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def _is(node: dict[str, Any], types: re.Pattern[str]) -> bool:
    return any(types.search(name) for name in _types(node))


def _article(articles: list[dict[str, Any]], titles: tuple[str, ...]) -> dict[str, Any] | None:
    if len(articles) > 1:
        keys = {_key(title) for title in titles}
        same = [one for one in articles if _key(_words(one, "headline") or _words(one, "name") or "") in keys]
        dates = {_words(one, "datePublished") for one in articles}
        return same[0] if same else articles[0] if len(dates) == 1 else None
    return articles[0] if articles else None


def _key(title: str) -> str:
    return " ".join(title.split()).casefold()


def _words(node: dict[str, Any], key: str) -> str | None:
    value = node.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return unescape(value).strip() or None if isinstance(value, str) else None


def _name(value: Any, by_id: dict[str, dict[str, Any]]) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return value.strip() if value.strip() and not value.startswith(("http://", "https://", "#")) else None
    if not isinstance(value, dict):
        return None
    named = _words(value, "name")
    return named or _words(by_id.get(str(value.get("@id")), {}), "name")


def _address(node: dict[str, Any]) -> str | None:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value.partition("#")[0]
    return None


def _language(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return value if isinstance(value, str) and value else None


def _body(article: dict[str, Any]) -> str | None:
    body = _words(article, "articleBody") or _words(article, "text")
    updates = article.get("liveBlogUpdate")
    if isinstance(updates, list):
        told = [_update(one) for one in updates if isinstance(one, dict)]
        body = "\n\n".join(filter(None, (body, *told)))
    return body or None


def _update(node: dict[str, Any]) -> str:
    """An entry of a page of updates: when, what about, and the words."""
    when = re.search(r"T(\d\d:\d\d)", _words(node, "datePublished") or "")
    return "\n\n".join(filter(None, (when and when[1], _words(node, "headline"), _words(node, "articleBody"))))
