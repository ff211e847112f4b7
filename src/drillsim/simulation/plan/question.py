"""A question about a card or a step, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["due", "over", "step"]
"""Kind of question: a card's trigger is known to hold; its end is; a step is ready, or not needed."""
ORDER: tuple[Kind, ...] = ("due", "over", "step")


@dataclass(frozen=True, slots=True)
class Readiness:
    """The people who may begin a step now; otherwise the person who skips it, or the reason it waits for and the
    ids."""

    people: tuple[str, ...] = ()
    skip_by: str = ""
    reason: str = ""
    on: tuple[str, ...] = ()


NOT_YET = Readiness()
"""The answer about a card that is not due, or not over."""


@dataclass(slots=True, eq=False)
class Question:
    """One question, about a card's pass or a step instance. `answer` is None while it has to be put anew."""

    kind: Kind
    name: str
    """The card's id, or the name of the step instance."""
    written: str
    """Name of it in the plan."""
    leader: str
    """Leader of the step's card: people off duty know what their leader knows."""
    minds_dates: bool
    """True where the answer may turn on how new a belief is, and not only on what is believed."""
    order: tuple[int, ...] = ()
    opened: int = 0
    """Number of steps asked about before it for the first time."""
    is_open: bool = False
    is_held_up: bool = False
    """True where a step comes after one that is not over: nobody can know of it, whatever anybody learns."""
    answer: Readiness | None = None
