"""The command line in this process: for many commands in a row, where a process each would mostly load packages."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from drillsim.cli.app import run_command
from helpers.command import Done, environment


def drillsim_here(*args: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Done:
    """Runs `drillsim` with these arguments, its output caught; as `helpers.command.drillsim` but for the process."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, _environment(environment(**(env or {}))):
        patch.chdir(cwd or Path.cwd())
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        code = run_command([str(each) for each in args])
    return Done(code, _bytes(out), _bytes(err))


@contextmanager
def _environment(given: Mapping[str, str]) -> Iterator[None]:
    """These variables and no others, until the command has ended; a command may set one for itself."""
    before = dict(os.environ)
    _put(given)
    try:
        yield
    finally:
        _put(before)


def _put(variables: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(variables)


def _bytes(stream: TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue()
