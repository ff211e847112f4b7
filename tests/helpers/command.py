"""The command line as a planner uses it: a process of its own, bytes in and out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "drillsim.cli")


@dataclass(frozen=True)
class Done:
    """One command line that has ended."""

    code: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """Standard output."""
        return self.out.decode("utf-8")

    @property
    def errors(self) -> str:
        """Standard error."""
        return self.err.decode("utf-8")

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document it must be."""
        return json.loads(self.text)


def environment(**changed: str) -> dict[str, str]:
    """The machine's environment without what would change languages and encodings, and with `changed`."""
    left_out = ("LC_", "LANG", "DRILLSIM_LANG", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return {**kept, "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8", **changed}


def drillsim(*args: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Done:
    """Runs `drillsim` with these arguments."""
    done = subprocess.run(
        [*COMMAND, *map(str, args)],
        capture_output=True, check=False, cwd=cwd, env=environment(**(env or {})), timeout=300,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def start(*args: str | Path, cwd: Path | None = None) -> subprocess.Popen[bytes]:
    """Starts `drillsim` and does not wait."""
    return subprocess.Popen(
        [*COMMAND, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=environment()
    )


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
