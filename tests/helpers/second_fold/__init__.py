"""Every number a weak point states, worked out a second time from the journal and the files, the plain way.

Nothing here is shared with the rules: events are read one by one, what feeds whom is found on the network's rows. The
subject, words and ids of a weak point, and the first event it rests on, are taken from it; its numbers are not looked
at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drillsim.findings.finding import Finding
from helpers.second_fold import automatics, dependency, management, operation, own_supply, people, supply
from helpers.second_fold.fold import Fold

Number = int | float
Again = Callable[[Fold, Finding], Mapping[str, Number]]

AGAIN: dict[str, Again] = {
    **supply.AGAIN,
    **automatics.AGAIN,
    **own_supply.AGAIN,
    **operation.AGAIN,
    **people.AGAIN,
    **dependency.AGAIN,
    **management.AGAIN,
}
"""For each code its numbers by field."""

__all__ = ["AGAIN", "Fold"]
