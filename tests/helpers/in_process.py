"""The command line in this process: for many commands in a row, where a process each would mostly load packages."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from drillsim.cli.app import run_command
from helpers.command import Done


def drillsim_here(*args: str | Path) -> Done:
    """Runs `drillsim` with these arguments, its output caught."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = run_command([str(each) for each in args])
    return Done(code, _bytes(out), _bytes(err))


def _bytes(stream: TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue()
