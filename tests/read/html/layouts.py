"""Pages laid out as newspapers, ministries, wires and the web of the 1990s lay them out, round articles of own wording.

Each layout is a function from an article to a page, with what the page says of itself. Round the article stands what
must not come out: menus, lists of other articles, comments, sharing, cookies, legal lines.
"""

# ruff: noqa: E501 -- the lines of pages are as long as those of pages are
from __future__ import annotations

import html
import json
from collections.abc import Callable
from dataclasses import dataclass

from tests.read.html.articles import Article

E = html.escape
MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Home", "World", "Defence", "Money", "Sport")
)
RELATED = (
    '<ul><li><a href="/a1">Brazil sells three trainers to Paraguay for $9 million</a> <span>12 March 2021</span></li>'
    '<li><a href="/a2">Greece wants 20 fighters more</a> <span>3 April 2022</span></li>'
    '<li><a href="/a3">Why Egypt ordered 30 frigates</a> <span>7 May 2020</span></li></ul>'
)
COMMENTS = (
    "<p>I read in another paper that it was 500 tanks, for $9 billion, and that they came in 2019.</p>"
    "<p>My cousin says they will never pay for the 70 helicopters.</p>"
)
LETTER = "<h3>Our newsletter</h3><p>Get the ten stories that matter into your mailbox every morning.</p>"
COOKIES = "<p>We use cookies to make this site work. Accept all cookies or manage preferences.</p>"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout, and what its pages say of themselves; None where they say nothing."""

    name: str
    page: Callable[[Article], str]
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def ps(article: Article, paragraph: str = "p", within: str = "", heading: str = "h2", klass: str = "") -> str:
    """The article as paragraphs, headings, lists and tables; ``within`` stands behind the second part."""
    shown: list[str] = []
    mark = f' class="{klass}"' if klass else ""
    last = ""
    for at, (kind, words) in enumerate(article.parts):
        if last == "item" and kind != "item":
            shown.append("</ul>")
        if last in ("header", "row") and kind not in ("header", "row"):
            shown.append("</table>")
        if at == 2:
            shown.append(within)
        if kind == "paragraph":
            shown.append(f"<{paragraph}{mark}>{E(str(words))}</{paragraph}>")
        elif kind == "heading":
            shown.append(f"<{heading}>{E(str(words))}</{heading}>")
        elif kind == "item":
            shown.append(("" if last == "item" else "<ul>") + f"<li>{E(str(words))}</li>")
        else:
            tag = "th" if kind == "header" else "td"
            cells = "".join(f"<{tag}>{E(cell)}</{tag}>" for cell in words)
            shown.append(("" if last in ("header", "row") else "<table>") + f"<tr>{cells}</tr>")
        last = kind
    shown.append({"item": "</ul>", "row": "</table>"}.get(last, ""))
    return "\n".join(shown)


def brs(article: Article, gap: str = "<br><br>\n", bold: str = "b") -> str:
    """The article with breaks of lines for paragraphs."""
    shown: list[str] = []
    for kind, words in article.parts:
        told = E(words) if isinstance(words, str) else " | ".join(map(E, words))
        following = gap
        if kind == "heading":
            told = f"<{bold}>{told}</{bold}>"
        elif kind == "item":
            told, following = f"- {told}", "<br>\n"
        elif kind in ("header", "row"):
            following = "<br>\n"
        shown.append(told + following)
    return "".join(shown)


def head(article: Article, site: str = "", extra: str = "", parting: str = " | ") -> str:
    title = E(article.title) + (parting + site if site else "")
    return f'<head><meta charset="utf-8"><title>{title}</title>{extra}</head>'


def ld(article: Article, site: str, published: str, **more: object) -> str:
    """A script that describes an article as newspapers do."""
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": published,
        "dateModified": "2025-11-11T11:11:11Z",
        "publisher": {"@type": "Organization", "name": site},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def wordpress(a: Article) -> str:
    meta = (
        '<meta property="og:site_name" content="Shipyard Watch"><meta property="og:title" content="' + E(a.title) + '">'
        '<meta property="article:published_time" content="2024-02-29T08:15:00+00:00">'
        '<link rel="canonical" href="https://shipyardwatch.example/2024/02/some-article/">'
    )
    return f"""<!DOCTYPE html><html lang="en-US">{head(a, "Shipyard Watch", meta, " - ")}
<body class="post-template-default single single-post has-sidebar"><div id="page" class="site">
<header id="masthead" class="site-header"><nav class="main-navigation"><ul>{MENU}</ul></nav></header>
<div id="content" class="site-content"><main class="site-main"><article id="post-1" class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{E(a.title)}</h1><div class="entry-meta">
<span class="posted-on">Posted on <time class="entry-date published" datetime="2024-02-29T08:15:00+00:00">February 29, 2024</time></span>
<span class="byline">by <a href="/author/x">Astrid Holm</a></span></div></header>
<div class="entry-content">{ps(a, within='<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li></ul></div>')}
<div class="sharedaddy sd-sharing"><h3 class="sd-title">Share this:</h3><ul><li><a>Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>{RELATED}</div></div>
<footer class="entry-footer"><span class="tags-links">Tagged <a href="/t">ships</a></span></footer></article>
<div id="comments" class="comments-area"><h2>2 thoughts</h2><ol class="comment-list"><li class="comment">{COMMENTS}</li></ol></div>
</main></div><aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2>{RELATED}</section></aside>
<footer class="site-footer">Copyright 2026 Shipyard Watch. Proudly powered by WordPress</footer></div></body></html>"""


def gutenberg(a: Article) -> str:
    body = ps(
        a,
        klass="wp-block-paragraph",
        heading="h3",
        within='<figure class="wp-block-image"><img src="a.jpg"><figcaption>A view of the yard</figcaption></figure>',
    )
    return f"""<!doctype html><html lang="en">{head(a, "Baltic Brief", ld(a, "Baltic Brief", "2023-10-09"))}<body>
<div class="wp-site-blocks"><header class="wp-block-template-part"><nav class="wp-block-navigation"><ul>{MENU}</ul></nav></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">{E(a.title)}</h1><div class="wp-block-post-date"><time datetime="2023-10-09">9 October 2023</time></div>
<div class="entry-content wp-block-post-content">{body}
<div class="wp-block-group is-newsletter">{LETTER}</div></div></main>
<footer><p>© 2026 Baltic Brief</p></footer></div></body></html>"""


def drupal(a: Article) -> str:
    meta = '<meta name="dcterms.date" content="2022-06-14T09:00Z"><meta name="dcterms.publisher" content="Ministry of Defence of Ruritania">'
    return f"""<!DOCTYPE html><html lang="en" dir="ltr">{head(a, "Ministry of Defence", meta)}
<body class="path-node page-node-type-news"><a href="#main" class="visually-hidden skip-link">Skip to main content</a>
<div class="dialog-off-canvas-main-canvas"><header role="banner"><div class="region region-header"><nav role="navigation"><ul class="menu">{MENU}</ul></nav></div></header>
<main role="main"><div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ol></nav></div>
<div class="layout-content"><div class="region region-content"><article role="article" class="node node--type-news">
<h1 class="page-header"><span>{E(a.title)}</span></h1><div class="node__content"><div class="field field--name-field-date">14/06/2022</div>
<div class="text-formatted field field--name-body field--type-text-with-summary field__item">{ps(a)}</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__item"><a href="/t">procurement</a></div></div></div></article></div></div>
<aside class="layout-sidebar-second"><h2>Latest news</h2>{RELATED}</aside></main>
<footer><p>Government of Ruritania, 1 Castle Street. Last updated: 30 November 2026</p></footer></div></body></html>"""


def arc(a: Article) -> str:
    body = ps(
        a,
        klass="default__StyledText-sc-1wxyvyl-0 body-paragraph",
        within=f'<div class="ts-share-bar"><a>Share</a></div><div class="c-recirculation related-block"><h4>More on this story</h4>{RELATED}</div>',
    )
    return f"""<!DOCTYPE html><html lang="en">{head(a, "The Harbour Times", ld(a, "The Harbour Times", "2025-01-17T22:45:10.123Z", inLanguage="en"))}
<body><div id="fusion-app"><header class="c-nav-chain"><nav>{MENU}</nav></header><section class="b-article-body"><div class="c-headline"><h1>{E(a.title)}</h1></div>
<div class="b-byline"><span>By </span><a>Ngozi Adeyemi</a></div><time class="c-date" datetime="2025-01-17T22:45:10.123Z">January 17, 2025 at 5:45 p.m. EST</time>
<article class="b-article-body article-body-wrapper">{body}</article></section>
<div class="c-stack b-results"><h2>Most read</h2>{RELATED}</div><footer class="b-footer">© 2026 The Harbour Times</footer></div></body></html>"""


def wire(a: Article) -> str:
    meta = (
        '<meta property="og:title" content="'
        + E(a.title)
        + '"><meta property="og:site_name" content="PressLine"><meta name="pubdate" content="Tue, 05 Sep 2023 06:00:00 GMT">'
    )
    return f"""<html lang="en">{head(a, "PressLine", meta)}<body><div class="nav-bar"><ul>{MENU}</ul></div>
<div class="release-container"><h1>{E(a.title)}</h1><div class="release-meta"><img alt="logo"><p>September 05, 2023 02:00 ET | Source: Acme Yards</p></div>
<div class="release-body">{ps(a)}<p>About Acme Yards</p></div>
<div class="social-share"><a>Share on LinkedIn</a></div><div class="release-related"><h3>More releases</h3>{RELATED}</div></div>
<div class="site-footer">PressLine is a service. © 2026</div></body></html>"""


def dsca_like(a: Article) -> str:
    """A site in which one form holds the whole page."""
    return f"""<!DOCTYPE html><html lang="en-US">{head(a, "Agency for Sales", parting=" &gt; ")}<body>
<form method="post" action="./x" id="Form"><input type="hidden" name="__VIEWSTATE" value="abc">
<div id="skin"><header><ul class="topnav">{MENU}</ul></header><div class="main-content-wrapper"><div id="dnn_ContentPane"><div class="DnnModule">
<article class="article-view"><div class="adetail"><h1 class="maintitle">{E(a.title)}</h1>
<div class="info"><p>WASHINGTON, July 8, 2022</p></div><div class="body">{ps(a)}</div></div></article></div></div></div>
<footer><ul><li><a>Privacy</a></li><li><a>FOIA</a></li></ul></footer></div></form></body></html>"""


def govuk_like(a: Article) -> str:
    meta = '<meta name="govuk:first-published-at" content="2021-03-22T15:30:00+00:00"><meta name="govuk:public-updated-at" content="2024-12-01T10:00:00+00:00"><meta property="og:site_name" content="GOV.RU">'
    return f"""<!DOCTYPE html><html lang="en" class="govuk-template">{head(a, "GOV.RU", meta, " - ")}<body class="govuk-template__body">
<div id="global-cookie-message" class="gem-c-cookie-banner">{COOKIES}</div><header class="gem-c-layout-super-navigation-header"><nav>{MENU}</nav></header>
<div class="govuk-width-container"><main class="govuk-main-wrapper"><span class="gem-c-title__context">Press release</span><h1 class="gem-c-title__text">{E(a.title)}</h1>
<div class="gem-c-metadata"><dl><dt>From:</dt><dd><a>Ministry of Defence</a></dd><dt>Published</dt><dd>22 March 2021</dd><dt>Last updated</dt><dd>1 December 2024</dd></dl></div>
<div class="govspeak">{ps(a)}</div><div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a>Share on Facebook</a></li></ul></div>
</main><aside class="gem-c-related-navigation"><h2>Related content</h2>{RELATED}</aside></div><footer class="gem-c-layout-footer"><p>All content is available under the Open Government Licence</p></footer></body></html>"""


def contracts_page(a: Article) -> str:
    """Paragraphs with all-capital lines between them, as daily lists of contracts have."""
    return f"""<html>{head(a, "Department")}<body><div id="header"><ul>{MENU}</ul></div><div class="content content-wrap"><div class="inside">
<div class="header-section"><h1>{E(a.title)}</h1><span class="date">Sept. 12, 2023</span></div><div class="body" data-dip="x">{ps(a, heading='p style="text-align: center;"').replace("</p style", "</p")}</div>
</div></div><div id="footer">Department, 1 Main Road</div></body></html>"""


def german_site(a: Article) -> str:
    return f"""<!DOCTYPE html><html lang="en">{head(a, "Nordblick", parting=" – ")}<body><header><nav><ul>{MENU}</ul></nav></header><main>
<h1>{E(a.title)}</h1><p class="meldung-datum">Veröffentlicht am 3. März 2024</p><div class="artikel-text">{ps(a)}</div>
<p class="drucken"><a>Drucken</a></p></main><footer><a>Impressum</a> <a>Datenschutz</a> © 2026 Nordblick</footer></body></html>"""


def french_site(a: Article) -> str:
    return f"""<!DOCTYPE html><html lang="fr-FR">{head(a, "Le Quai", parting=" • ")}<body><div class="header"><ul>{MENU}</ul></div><section class="contenu">
<h1 class="titre">{E(a.title)}</h1><p class="date">Publié le 12 août 2023</p><div class="texte">{ps(a)}</div></section>
<div class="a-lire-aussi related"><h3>À lire aussi</h3>{RELATED}</div><footer>Mentions légales</footer></body></html>"""


def wiki(a: Article) -> str:
    return f"""<!DOCTYPE html><html class="client-nojs" lang="en">{head(a, "Armspedia", parting=" - ")}<body class="mediawiki"><div id="content" class="mw-body" role="main">
<h1 id="firstHeading" class="firstHeading"><span class="mw-page-title-main">{E(a.title)}</span></h1><div id="siteSub" class="noprint">From Armspedia</div>
<div id="mw-content-text" class="mw-body-content"><div class="mw-parser-output">
<div id="toc" class="toc"><h2>Contents</h2><ul><li><a>1 First</a></li></ul></div>{ps(a)}
<div class="navbox"><table><tr><th>Navies</th></tr><tr><td><a>Chile</a> <a>Peru</a></td></tr></table></div></div></div></div>
<div id="mw-navigation"><ul>{MENU}</ul></div><div id="footer"><p>This page was last edited on 5 May 2025, at 10:00.</p></div></body></html>"""


def forum(a: Article) -> str:
    return f"""<html>{head(a, "TankTalk")}<body><div id="wrapper"><div class="navbar"><ul>{MENU}</ul></div><h1>{E(a.title)}</h1>
<div class="post" id="p1"><div class="postprofile">gunner77<br>Posts: 1204</div><div class="postbody"><div class="content">{brs(a)}</div><div class="signature">Peace through steel</div></div></div>
</div><div id="page-footer" class="footer">Powered by phpBB</div></body></html>"""


def print_page(a: Article) -> str:
    return f"""<html>{head(a)}<body onload="window.print()"><h1>{E(a.title)}</h1><p>Published: 4 July 2019</p><hr>{ps(a)}<hr>
<p>Source URL: https://paper.example/print/1234</p></body></html>"""


def layout_tables(a: Article) -> str:
    """The web of the 1990s: tables for columns, fonts, breaks for paragraphs, no paragraph anywhere."""
    links = "<br>".join(
        f'<a href="{name}.htm"><font size=2>{name}</font></a>' for name in ("Home", "News", "Staff", "Links")
    )
    return f"""<HTML><HEAD><TITLE>{E(a.title)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=2><IMG SRC=banner.gif></TD></TR>
<TR><TD WIDTH=120 VALIGN=TOP>{links}</TD><TD VALIGN=TOP><FONT FACE=Arial><H1>{E(a.title)}</H1>{brs(a)}</FONT></TD></TR>
<TR><TD COLSPAN=2><FONT SIZE=1>Copyright 1999 Jane Webmaster. Best viewed at 800x600.</FONT></TD></TR></TABLE></CENTER></BODY></HTML>"""


def unclosed(a: Article) -> str:
    """Paragraphs that are never closed."""
    return f"""<html><head><title>{E(a.title)}</title><body><h1>{E(a.title)}</h1>{ps(a).replace("</p>", "").replace("</li>", "")}<hr><address>Webmaster</address>"""


def div_soup(a: Article) -> str:
    soup = ps(a, "div", heading="div")
    return f"""<!doctype html><html lang="en">{head(a)}<body><div class="x1"><div class="x2 menu">{"".join(f"<div><a>{w}</a></div>" for w in ("Home", "News", "About"))}</div>
<div class="x3"><div class="x4"><div class="x5">{E(a.title)}</div><div class="x6">{soup}</div></div></div><div class="x7">© 2026 Someone</div></div></body></html>"""


def spans(a: Article) -> str:
    """Every paragraph in three boxes and two spans, as builders of sites make them."""
    body = (
        ps(a)
        .replace("<p>", '<div class="r"><div class="c"><div class="t"><p><span style="x"><span>')
        .replace("</p>", "</span></span></p></div></div></div>")
    )
    return f"""<!doctype html><html lang="en">{head(a, "Gulf Desk")}<body><div id="SITE_CONTAINER"><header><nav><ul>{MENU}</ul></nav></header>
<main><section><div><h1><span>{E(a.title)}</span></h1></div>{body}</section></main><footer><div>© 2026 by Gulf Desk</div></footer></div></body></html>"""


def amp(a: Article) -> str:
    return f"""<!doctype html><html amp lang="en">{head(a, "Daily Quay", '<link rel="canonical" href="https://quay.example/2023/11/20/boats">' + ld(a, "Daily Quay", "2023-11-20T04:00:00Z"))}<body>
<amp-sidebar id="s"><ul>{MENU}</ul></amp-sidebar><header class="amp-header"><a>Daily Quay</a></header><article class="amp-article"><h1 class="amp-title">{E(a.title)}</h1>
<amp-img src="a.jpg"></amp-img><div class="amp-content">{ps(a, within='<amp-ad type="x"></amp-ad>')}</div></article><amp-list class="related">{RELATED}</amp-list><footer class="amp-footer">© 2026</footer></body></html>"""


def saved(a: Article) -> str:
    """As a browser saves a page with its files."""
    return f"""<!DOCTYPE html>\n<!-- saved from url=(0045)https://post.example/defence/2020/08/19/item.html -->\n<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>{E(a.title)} | The Post</title>
<link rel="stylesheet" href="./item_files/main.css"><script src="./item_files/a.js"></script></head><body><div class="topnav"><ul>{MENU}</ul></div>
<div class="story"><h1>{E(a.title)}</h1><div class="story-body">{ps(a)}</div></div><div class="cookie-consent">{COOKIES}</div></body></html>"""


def json_only(a: Article) -> str:
    """A page that scripts draw, with its text in its description only."""
    body = "\n".join(a.blocks())
    return f"""<!doctype html><html lang="en">{head(a, "Appnews", ld(a, "Appnews", "2024-09-01", articleBody=body))}<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/static/js/main.js"></script></body></html>"""


def pre(a: Article) -> str:
    lines = "\n\n".join(E(block) for block in a.blocks())
    return f"<html><head><title>{E(a.title)}</title></head><body><pre>{E(a.title)}\n\n{lines}\n</pre></body></html>"


def newspaper(a: Article) -> str:
    """A newspaper of 2008: nested tables, the article in a cell, a box with other articles inside it."""
    return f"""<html>{head(a, "Evening Star", '<meta name="date" content="2008-11-21">')}<body><table width="100%"><tr><td><table><tr><td><a>Home</a></td><td><a>Sport</a></td></tr></table></td></tr><tr><td>
<table><tr><td class="left"><ul>{MENU}</ul></td><td class="story"><h1>{E(a.title)}</h1><div class="byline">By our reporter</div>{ps(a)}</td>
<td class="right"><b>Top stories</b>{RELATED}</td></tr></table></td></tr></table></body></html>"""


def headless(a: Article) -> str:
    """A fragment, as a database of articles gives it."""
    return f"<div><h1>{E(a.title)}</h1>{ps(a)}</div>"


def xhtml(a: Article) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>{E(a.title)}</title><meta name="DC.date.issued" content="2011-04-02" /><meta name="DC.publisher" content="Institute of Arms" /></head>
<body><div id="nav"><ul>{MENU}</ul></div><div id="main"><h1>{E(a.title)}</h1>{ps(a)}</div><div id="foot"><br /><a href="x">Contact</a></div></body></html>"""


def nitf(a: Article) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>\n<nitf><head><title>{E(a.title)}</title></head><body><body.head><hedline><hl1>{E(a.title)}</hl1></hedline></body.head><body.content>{ps(a)}</body.content></body></nitf>"""


def word_saved(a: Article) -> str:
    body = (
        ps(a)
        .replace("<p>", "<p class=MsoNormal><span lang=EN-GB style='font-size:12.0pt'>")
        .replace("</p>", "<o:p></o:p></span></p>")
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><title>{E(a.title)}</title><style>p.MsoNormal {{margin:0cm;}}</style></head><body lang=EN-GB><div class=WordSection1>
<h1>{E(a.title)}<o:p></o:p></h1>{body}</div></body></html>"""


def mail_letter(a: Article) -> str:
    """A newsletter as mails have it: layout tables with roles, a hidden preview."""
    return f"""<!doctype html><html>{head(a)}<body><div style="display:none;max-height:0">Preview of what is inside, 999 tanks</div><table role="presentation" width="600"><tr><td><table role="presentation"><tr><td><a>View in browser</a></td></tr></table></td></tr>
<tr><td style="padding:20px"><h1>{E(a.title)}</h1>{ps(a)}</td></tr><tr><td>You get this mail because you signed up. <a>Unsubscribe</a></td></tr></table></body></html>"""


def itemprop(a: Article) -> str:
    return f"""<html lang="en">{head(a, "Defence Ledger")}<body><div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="2018-05-30"><meta itemprop="dateModified" content="2020-01-01">
<h1 itemprop="headline">{E(a.title)}</h1><div itemprop="articleBody">{ps(a)}</div></div><div class="most-popular"><h3>Most popular</h3>{RELATED}</div></body></html>"""


def time_only(a: Article) -> str:
    return f"""<html lang="en"><head><title>{E(a.title)}</title></head><body><header class="top"><time datetime="2026-11-30">Monday, 30 November 2026</time><ul>{MENU}</ul></header><article><h1>{E(a.title)}</h1>
<p class="meta"><time datetime="2017-02-14T12:00">14 Feb 2017</time></p>{ps(a)}</article><section class="related"><time datetime="2026-11-29">yesterday</time>{RELATED}</section></body></html>"""


def dateless(a: Article) -> str:
    """No date of its own; dates in what stands round it, and the day on which the page was looked at."""
    return f"""<html lang="en"><head><title>{E(a.title)} | Valley Echo</title></head><body><div class="today">Monday, November 30, 2026</div><ul class="nav">{MENU}</ul><div id="main-content"><h1>{E(a.title)}</h1>{ps(a)}</div>
<div class="related"><h3>Read next</h3>{RELATED}</div><div class="footer">Copyright 2026 Valley Echo. All rights reserved.</div></body></html>"""


def url_dated(a: Article) -> str:
    return f"""<html lang="en">{head(a, "Coast Wire", '<meta property="og:url" content="https://coastwire.example/world/2016/oct/05/item"><meta property="og:site_name" content="Coast Wire">')}<body><nav>{MENU}</nav><main><h1>{E(a.title)}</h1>
<p class="standfirst-date">Wed 5 Oct 2016 14.21 BST</p>{ps(a)}</main><footer>© 2026</footer></body></html>"""


def read_also(a: Article) -> str:
    """Boxes with other articles between the paragraphs, none of them named as such."""
    inner = (
        '<p><strong>Read also: <a href="/z">Peru buys 40 jets for $5 billion</a></strong></p><div class="newsletter-signup">'
        + LETTER
        + "</div>"
    )
    return f"""<html lang="en">{head(a, "Andes Today", '<meta name="publish-date" content="2022-08-01">')}<body><nav>{MENU}</nav><div class="article"><h1>{E(a.title)}</h1><div class="article-content">{ps(a, within=inner)}</div>
<div id="disqus_thread">{COMMENTS}</div></div></body></html>"""


def sections(a: Article) -> str:
    """Each part in a section of its own, as reports of institutes have it."""
    body = (
        ps(a)
        .replace("<p>", '<section class="block block-text"><div class="block-inner"><p>')
        .replace("</p>", "</p></div></section>")
    )
    return f"""<html lang="en">{head(a, "Arms Institute", '<meta name="citation_publication_date" content="2020/10/07"><meta name="citation_publisher" content="Arms Institute">')}<body><header role="banner"><nav>{MENU}</nav></header><main id="main"><div class="hero"><h1>{E(a.title)}</h1></div>{body}
<section class="block block-related"><h2>Related publications</h2>{RELATED}</section></main><footer>Arms Institute © 2026</footer></body></html>"""


def captions(a: Article) -> str:
    inner = '<div class="wp-caption"><img src="x"><p class="wp-caption-text">A gun of 155 mm in the snow. Photo: J. Doe</p></div>'
    return f"""<html lang="en">{head(a, "Photo Paper", ld(a, "Photo Paper", "2019-12-24"))}<body><nav>{MENU}</nav><article><h1>{E(a.title)}</h1>{ps(a, within=inner)}</article><footer>© 2026</footer></body></html>"""


def quotes(a: Article) -> str:
    """The whole text in one quotation, as sites that syndicate have it."""
    return f"""<html lang="en">{head(a, "Digest")}<body><ul id="menu">{MENU}</ul><div class="entry"><h2>{E(a.title)}</h2><blockquote>{ps(a)}</blockquote></div><div class="sidebar"><h3>Archive</h3>{RELATED}</div></body></html>"""


def bare(a: Article) -> str:
    """A page of a ministry with text between breaks right in its body, and no box at all."""
    return f"""<html><head><title>{E(a.title)}</title></head><body><h2 align=center>{E(a.title)}</h2>{brs(a, "<br />&nbsp;<br />", "strong")}<center><a href="index.htm">Back</a></center></body></html>"""


def lede_apart(a: Article) -> str:
    """The first paragraph stands in the head of the article, apart from the rest."""
    first, rest = a.parts[0], a.parts[1:]
    body = ps(Article(a.name, a.title, rest)) if rest else ""
    return f"""<html lang="en">{head(a, "Il Molo", ld(a, "Il Molo", "2021-06-30"))}<body><nav>{MENU}</nav><main><article><header class="article-header"><h1>{E(a.title)}</h1><p class="article-lead">{E(str(first[1]))}</p><p class="author">Di Carla Neri</p></header>
<div class="article-body">{body}</div></article></main><footer>© 2026 Il Molo</footer></body></html>"""


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "wordpress", wordpress, "Shipyard Watch", "2024-02-29", "https://shipyardwatch.example/2024/02/some-article/"
    ),
    Layout("gutenberg", gutenberg, "Baltic Brief", "2023-10-09"),
    Layout("drupal", drupal, "Ministry of Defence of Ruritania", "2022-06-14"),
    Layout("arc", arc, "The Harbour Times", "2025-01-17"),
    Layout("wire", wire, "PressLine", "2023-09-05"),
    Layout("dsca_like", dsca_like, "Agency for Sales", "2022-07-08"),
    Layout("govuk_like", govuk_like, "GOV.RU", "2021-03-22"),
    Layout("contracts_page", contracts_page, "Department", "2023-09-12"),
    Layout("german_site", german_site, "Nordblick", "2024-03-03"),
    Layout("french_site", french_site, "Le Quai", "2023-08-12"),
    Layout("wiki", wiki, "Armspedia"),
    Layout("forum", forum, "TankTalk"),
    Layout("print_page", print_page, None, "2019-07-04"),
    Layout("layout_tables", layout_tables),
    Layout("unclosed", unclosed),
    Layout("div_soup", div_soup),
    Layout("spans", spans, "Gulf Desk"),
    Layout("amp", amp, "Daily Quay", "2023-11-20", "https://quay.example/2023/11/20/boats"),
    Layout("saved", saved, "The Post", "2020-08-19", "https://post.example/defence/2020/08/19/item.html"),
    Layout("json_only", json_only, "Appnews", "2024-09-01"),
    Layout("pre", pre),
    Layout("newspaper", newspaper, "Evening Star", "2008-11-21"),
    Layout("headless", headless),
    Layout("xhtml", xhtml, "Institute of Arms", "2011-04-02"),
    Layout("nitf", nitf),
    Layout("word_saved", word_saved),
    Layout("mail_letter", mail_letter),
    Layout("itemprop", itemprop, "Defence Ledger", "2018-05-30"),
    Layout("time_only", time_only, None, "2017-02-14"),
    Layout("dateless", dateless, "Valley Echo"),
    Layout("url_dated", url_dated, "Coast Wire", "2016-10-05", "https://coastwire.example/world/2016/oct/05/item"),
    Layout("read_also", read_also, "Andes Today", "2022-08-01"),
    Layout("sections", sections, "Arms Institute", "2020-10-07"),
    Layout("captions", captions, "Photo Paper", "2019-12-24"),
    Layout("quotes", quotes, "Digest"),
    Layout("bare", bare),
    Layout("lede_apart", lede_apart, "Il Molo", "2021-06-30"),
)
