"""What is a web page by its bytes, and what only looks a little like one."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.html.claims import claims_html

P = "<p>Norway orders 12 howitzers.</p>"


def claimed(raw: bytes) -> bool:
    return claims_html(raw[:4096], io.BytesIO(raw))


@pytest.mark.parametrize(
    "page",
    [
        f"<!DOCTYPE html><html><body>{P}</body></html>",
        f"\n\n<HTML><BODY>{P}",
        f"\ufeff<html>{P}</html>",
        f'<?xml version="1.0"?>\n<!-- a comment --><html xmlns="x">{P}</html>',
        f"<!-- saved from url=(0014)about:internet -->\n<html>{P}</html>",
        f"<body>{P}</body>",
        f"<div class='x'>{P}</div>\n",
        f"{P}{P}",
        f"<!-- {'licence ' * 1000} --><html>{P}</html>",
        f"<table><tr><td>{P}</td></tr></table>",
    ],
)
def test_pages_and_fragments(page: str) -> None:
    assert claimed(page.encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_wide_pages(encoding: str) -> None:
    assert claimed(f"<html><body>{P}</body></html>".encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The tag <b> makes words bold, and <p> begins a paragraph.",
        "<p> begins a paragraph in HTML, says the manual.",
        f"Norway said:\n\n{P}",
        f"---\ntitle: Boats\n---\n{P}",
        "<div align='center'><p>Logo</p></div>\n\n# Boats\n\nNorway orders 12 howitzers.",
        f"{P}\n\n- one\n- two [link](x)\n{P}",
        "<< orders of 12 howitzers >>",
        '<?xml version="1.0"?><rss><channel></channel></rss>',
        "<stdio.h> is a header",
        "<html5 is a standard",
    ],
)
def test_texts_stay_texts(text: str) -> None:
    assert not claimed(text.encode())


@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    assert claimed(raw) in (True, False)
