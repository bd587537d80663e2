"""What stands beneath the help of the commands: examples, and what exit statuses say."""

from __future__ import annotations

from etl.commands.status import Status

_EXAMPLES = {
    "build": (
        "arms-transfers build seeds",
        "arms-transfers build 'news/**/*.pdf' mails.mbox --output may",
        "arms-transfers build articles.csv --columns text=body,published=date",
        "arms-transfers build seeds --strict --json > built.json",
        "arms-transfers build 'news/*.parquet' --engine dask --workers 8",
    ),
    "query": (
        "arms-transfers query 'from transfers limit 5'",
        "arms-transfers query 'describe transfers'",
        "arms-transfers query 'from by_supplier' --format csv --output suppliers.csv",
    ),
    "show": (
        "arms-transfers show T-0d694487e258a7c1-t1",
        "arms-transfers show D-0d694487e258a7c1-d1 --json",
    ),
    "correct": (
        "arms-transfers correct T-0d694487e258a7c1-t1 quantity 150 --why 'The notice says 150.'",
        "arms-transfers correct D-0d694487e258a7c1-d1 --drop --why 'It never was.'",
        "arms-transfers build seeds --corrections corrections.csv",
    ),
    "parse": (
        "arms-transfers parse 'Norway: 24 CV90, SEK 2.1bn, 2026-2028'",
        "arms-transfers parse --published 2024-06-22 --format json < article.txt",
    ),
    "compare": (
        "arms-transfers compare trade-register.csv",
        "arms-transfers compare trade-register.csv --format csv --output comparison.csv",
    ),
    "diff": (
        "arms-transfers diff output-of-may output",
        "arms-transfers diff output-of-may output --format json",
    ),
    "fetch": (
        "arms-transfers fetch https://example.org/sitemap.xml --into press --since 2026-11-01",
        "arms-transfers fetch @addresses.txt --into press --json",
    ),
    "doctor": ("arms-transfers doctor", "arms-transfers doctor output-of-may --json"),
    "serve": ("arms-transfers serve", "arms-transfers serve --output output-of-may --port 8001"),
    "completion": (
        'eval "$(arms-transfers completion bash)"',
        "arms-transfers completion fish > ~/.config/fish/completions/arms-transfers.fish",
    ),
    "version": ("arms-transfers version",),
}  # fmt: skip


def examples(command: str) -> str:
    """The examples of a command, for the end of its help."""
    return "[bold]Examples[/bold]\n" + "\n".join(f"  $ {_plain(line)}" for line in _EXAMPLES[command])


def statuses() -> str:
    """What exit statuses say, for the end of the help of all commands."""
    lines = [f"  {status.value:<4}{_plain(status.meaning)}" for status in Status]
    first = "  $ arms-transfers build seeds\n  $ arms-transfers query 'from transfers limit 5'"
    return f"[bold]A first session[/bold]\n{first}\n\n[bold]Exit status[/bold]\n" + "\n".join(lines)


def _plain(words: str) -> str:
    """Words in which nothing is taken for markup."""
    return words.replace("[", r"\[")
