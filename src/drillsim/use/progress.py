"""The progress of a job."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Callback with the work being done, the number done, and the number in all."""


def unseen(what: str, done: int, of: int) -> None:
    """Progress nobody looks at."""
