"""One run of the teaching customer, as the tests of the command line share it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from helpers.command import Done


@dataclass(frozen=True)
class Recorded:
    """The teaching customer, and one run of it as `run --json` printed and left it."""

    plan: Path
    scenario: Path
    done: Done
    folder: Path
