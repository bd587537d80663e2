"""The command ``serve``."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.answers import OUTPUT, fail


def serve(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder of a dataset.")] = OUTPUT,
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes any that is free.")] = 8000,
) -> None:
    """Show a dataset's pages in a browser: serve its folder on 127.0.0.1, to this machine alone, until Ctrl-C.

    The pages also open without a server: output/site/index.html.
    """
    from etl.site.server import PortError, address, server
    from etl.sources import SourceError

    try:
        running = server(output, port)
    except (SourceError, PortError) as error:
        fail(error)
    # Ctrl-C is how it is meant to end.
    with contextlib.suppress(KeyboardInterrupt), running:
        typer.echo(f"{address(running)} (Ctrl-C ends it)")
        running.serve_forever()
