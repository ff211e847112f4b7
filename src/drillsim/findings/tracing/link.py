"""A time line is walked back link by link: an anchor says what happened, its link what had to be waited for first."""

from __future__ import annotations

from typing import NamedTuple

from drillsim.schema import base_name, item_of

BEFORE = -(10**15)
"""Earlier than anything: a part that reaches back to whatever came first."""

Part = tuple[int, str]
"""Since when, ms, and from what cause; it reaches to where the part after it begins."""


class Anchor(NamedTuple):
    """Something that happened: its kind (the one that explains it, `walk.EXPLAIN`), what it is about, and the event's
    place in the journal; the journal's length for what has not happened by the end."""

    kind: str
    id: str
    seq: int


class Link(NamedTuple):
    """The parts before an anchor, latest first, and what came before them; None where nothing is known to have."""

    parts: tuple[Part, ...] = ()
    next: Anchor | None = None


NOTHING = Link()


def wait_cause(step: str, reason: str) -> str:
    """`wait:S303:travel`; a restart's wait is named after its function."""
    return f"wait:{subject_of(step)}:{reason}"


def work_cause(step: str) -> str:
    """`doing:S303`, or `restart:surgery`."""
    stem = base_name(step)
    return f"restart:{subject_of(step)}" if stem in IMPLICIT else f"doing:{stem}"


def subject_of(step: str) -> str:
    """The written step behind an instance, or the function an implicit step is for."""
    stem = base_name(step)
    return item_of(step) if stem in IMPLICIT else stem


IMPLICIT = ("restart", "safe_stop")
"""Steps no clause wrote."""
