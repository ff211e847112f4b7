"""How far a job has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""What is being done, how many are done, of how many."""


def unseen(what: str, done: int, of: int) -> None:
    """Progress nobody looks at."""
