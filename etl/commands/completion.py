"""The command ``completion``."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

# The variable of the environment by which the script asks for completions.
_ASKED = "_ARMS_TRANSFERS_COMPLETE"


class Shell(StrEnum):
    """A shell that commands and options can be completed in."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")]) -> None:
    """Print what makes a shell complete commands and options, for its start file."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    typer.echo(get_completion_script(prog_name="arms-transfers", complete_var=_ASKED, shell=shell.value))


def answer_the_shell() -> None:
    """Makes the commands answer a shell that asks for completions; else does nothing."""
    if _ASKED in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
