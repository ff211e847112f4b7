"""A moment the network is drawn at, and why it is that one."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.journal import Journal, worst_moment


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a run."""

    at_ms: int
    why: str = ""
    """The reason it tells most, in words; empty where it is the one at which most demand was dark."""
    missed: frozenset[str] = frozenset()
    """Loads and functions that missed a limit in the run: they are drawn and marked."""


def darkest(journal: Journal) -> Moment:
    """Return the moment at which most demand was dark."""
    return Moment(worst_moment(journal))
