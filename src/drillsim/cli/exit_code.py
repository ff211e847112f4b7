"""The five exit codes."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit code of the process. `cli-exit-<number>` says it in words."""

    FINE = 0
    WEAK = 1
    WRONG_INPUT = 2
    OUR_FAULT = 3
    STOPPED = 130
