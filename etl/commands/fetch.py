"""The command ``fetch``."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from etl.commands.answers import stop
from etl.commands.status import Status

if TYPE_CHECKING:
    from etl.fetch import FetchResult, Settings

# A user agent is a header: whatever ends a line would begin another one.
_AGENT = re.compile(r"[\x20-\x7e]{1,500}")

_Into = Annotated[Path, typer.Option("--into", help="Folder for the pages.")]
_Addresses = Annotated[
    list[str] | None,
    typer.Argument(metavar="URL|FEED|SITEMAP|@FILE...", help="Pages, feeds, sitemaps; @FILE has an address a line."),
]
_Lists = Annotated[
    list[Path] | None, typer.Option("--list", metavar="FILE", help="A file with an address a line; repeatable.")
]
_Since = Annotated[str | None, typer.Option(metavar="DATE", help="Leave out what a feed or sitemap dates before it.")]
_Limit = Annotated[int | None, typer.Option(min=1, help="Pages at most.")]
_Match = Annotated[
    list[str] | None,
    typer.Option("--match", metavar="GLOB", help="Only such addresses of feeds and sitemaps: '*/news/*'."),
]
_Skip = Annotated[
    list[str] | None, typer.Option("--skip", metavar="GLOB", help="No such addresses of feeds and sitemaps.")
]
_Delay = Annotated[
    float, typer.Option(min=0, max=600, help="Seconds between two requests to a host; robots.txt may ask for more.")
]
_Agent = Annotated[str | None, typer.Option("--user-agent", help="What to call itself: a name, and how to reach you.")]
_Timeout = Annotated[
    float, typer.Option(min=0.1, max=600, help="Seconds that a server may be silent; a page may take ten times that.")
]
_Largest = Annotated[float, typer.Option(metavar="MB", min=0.001, max=2000, help="Larger pages are left.")]


def fetch(
    into: _Into,
    addresses: _Addresses = None,
    lists: _Lists = None,
    since: _Since = None,
    limit: _Limit = None,
    match: _Match = None,
    skip: _Skip = None,
    delay: _Delay = 1.0,
    user_agent: _Agent = None,
    timeout: _Timeout = 30.0,
    largest: _Largest = 50.0,
    feed: Annotated[bool, typer.Option("--feed", help="Take the feeds that a page links to, not the page.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Fetch anew what no server can tell changes of.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be fetched, keep nothing.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print a JSON array with what came of each address.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with status 1 where any address failed.")] = False,
) -> None:
    """Fetch pages from the web into a folder that build reads.

    Keeps each page as it came, with its address, time and headers beside it. Obeys robots.txt. The same command again
    goes on where it was stopped, or asks which pages changed. No other command uses a network. See docs/fetch.md.
    """
    from etl.fetch import FetchError, Settings
    from etl.fetch import fetch as run
    from etl.fetch.printing import print_dry, print_fetch, print_json, progress

    named = _named(addresses or [], lists or [])
    settings = Settings(
        since=_date(since),
        limit=limit,
        match=tuple(match or ()),
        skip=tuple(skip or ()),
        delay=delay,
        user_agent=_agent(user_agent),
        timeout=timeout,
        largest=int(largest * 1e6),
        again=again,
        discover=feed,
        dry=dry_run,
    )
    try:
        with progress() as say:
            result = run(named, into, settings, say=say)
    except FetchError as error:
        stop(str(error))
    except KeyboardInterrupt:
        typer.echo("Stopped. The same command goes on from here.", err=True)
        raise typer.Exit(Status.STOPPED) from None
    if json:
        print_json(result, sys.stdout)
    elif dry_run:
        print_dry(result)
    else:
        print_fetch(result, into)
    _end(result, settings, strict)


def _end(result: FetchResult, settings: Settings, strict: bool) -> None:
    from etl.fetch import Outcome

    failed = result.count(Outcome.FAILED)
    if failed and strict:
        raise typer.Exit(Status.FAILED)
    if failed and not result.pages and not settings.dry:
        stop("No page could be fetched.")


def _named(addresses: list[str], lists: list[Path]) -> list[str]:
    """The addresses of the command line and of the files that it names. Ends the command where there is none."""
    from etl.fetch.address import AddressError, read_address

    named: list[str] = []
    files = [*lists, *(Path(word[1:]) for word in addresses if word.startswith("@"))]
    for word in addresses:
        if not word.startswith("@"):
            try:
                read_address(word)
            except AddressError as error:
                _usage(str(error))
            named.append(word)
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        except OSError as error:
            _usage(f"{file} cannot be read: {error.strerror}.")
        named += [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not named:
        _usage("There is no address. Name pages, feeds or sitemaps, or a file that lists them with --list.")
    return named


def _date(stated: str | None) -> date | None:
    if stated is None:
        return None
    try:
        return date.fromisoformat({4: f"{stated}-01-01", 7: f"{stated}-01"}.get(len(stated), stated))
    except ValueError:
        _usage(f"{stated} is no date. Write it as 2024-06-22, 2024-06 or 2024.")


def _agent(words: str | None) -> str:
    if words is None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            return f"arms-transfers/{version('arms-transfers')}"
        except PackageNotFoundError:
            return "arms-transfers"
    if not _AGENT.fullmatch(words) or not words.strip():
        _usage("A user agent is one line of letters, digits and signs without accents.")
    return words.strip()


def _usage(sentence: str) -> NoReturn:
    """Ends the command for being called wrongly."""
    stop(sentence, Status.USAGE)
