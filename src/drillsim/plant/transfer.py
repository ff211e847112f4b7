"""The position a transfer switch goes to when somebody moves it by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Side = Literal["normal", "standby"]
SIDES: tuple[Side, Side] = ("normal", "standby")


def side_by_hand(to: str | None, is_live: Callable[[Side], bool]) -> Side | None:
    """The side the step names, live or not; else the live one, normal first; None when neither is live."""
    for side in SIDES:
        if to == side:
            return side
    return next((side for side in SIDES if is_live(side)), None)
