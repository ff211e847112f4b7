"""A question about a card or a step, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["due", "over", "step"]
"""Whether a card's trigger is known to hold; whether its end is; whether a step is ready, or not needed."""
ORDER: tuple[Kind, ...] = ("due", "over", "step")


@dataclass(frozen=True, slots=True)
class Readiness:
    """Who may begin a step now; otherwise who skips it, or why it waits and on what."""

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
    """What the plan calls it."""
    leader: str
    """Who leads the step's card: people off duty know what their leader knows."""
    minds_dates: bool
    """Whether the answer may turn on how new a belief is, and not only on what is believed."""
    order: tuple[int, ...] = ()
    opened: int = 0
    """How many steps were asked about before it for the first time."""
    is_open: bool = False
    is_held_up: bool = False
    """Whether a step comes after one that is not over: nobody can know of it, whatever anybody learns."""
    answer: Readiness | None = None
