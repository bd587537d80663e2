"""What a run shows to who watches."""

from __future__ import annotations

import io
import sys

import pytest

from etl.fetch.printing import progress
from etl.fetch.types import Line, Outcome


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_the_run_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress() as say:
        assert say is not None
        say(Line("https://example.org/[bold]{a}", Outcome.KEPT), 3)
    assert "1/4" in terminal.getvalue()
    assert "kept https://example.org/[bold]{a}" in terminal.getvalue()


def test_a_pipe_stays_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress() as say:
        assert say is None
    assert pipe.getvalue() == ""
