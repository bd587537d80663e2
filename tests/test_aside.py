"""Work that another process does, with the result, or what was raised, in this one."""

from __future__ import annotations

import os
import sys

import pytest

from etl.aside import aside
from etl.sources import SourceError

HERE = os.getpid()


def test_the_result_comes_from_another_process() -> None:
    with aside(os.getpid) as result:
        assert (result() == HERE) == (sys.platform != "linux")


def test_unless_that_is_wanted_the_work_is_done_here_when_it_is_asked_for() -> None:
    with aside(os.getpid, wanted=False) as result:
        assert result() == HERE


def test_what_the_work_raises_is_raised() -> None:
    def refuse() -> None:
        raise SourceError("There is no file.")

    with aside(refuse) as result, pytest.raises(SourceError, match=r"There is no file\."):
        result()


def test_where_the_other_process_dies_the_work_is_done_here() -> None:
    def die() -> int:
        if os.getpid() != HERE:
            os._exit(9)
        return 7

    with aside(die) as result:
        assert result() == 7


def test_what_cannot_be_told_is_done_here() -> None:
    with aside(lambda: lambda: 7) as result:
        assert result()() == 7


def test_work_that_nobody_waits_for_is_ended() -> None:
    def forever() -> None:
        while True:
            pass

    with aside(forever):
        pass
