"""The information people get from whoever leads a drill: it changes nothing in the world, and stands in the journal.

A run that the plan plays alone tells nobody anything; where people decide, they are told at the moment the scenario
names. The journal names what was said by its place in the scenario's list: the words are in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drillsim.schema import Information
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People


class Informing:
    """Tells what the scenario tells. A role nobody on duty holds, or a way that is out, reaches nobody: said too."""

    def __init__(self, world: World, people: People) -> None:
        self._world, self._people = world, people
        self._to_come = {number for number, told in enumerate(world.case.scenario.information) if told.at >= world.now}
        """Places of what is still to be told."""

    def schedule(self) -> None:
        """Puts everything that is still to be told on the clock."""
        for number, told in enumerate(self._world.case.scenario.information):
            if number in self._to_come:
                self._world.kernel.after(told.at - self._world.now, Priority.PEOPLE, self._teller(number, told))

    def _teller(self, number: int, told: Information) -> Callable[[], None]:
        def tells() -> None:
            if number in self._to_come:
                self._to_come.remove(number)
                self.tell(number, told.to, told.channel or "")

        return tells

    def is_to_come(self, number: int) -> bool:
        """Return whether this has neither been told nor been withdrawn."""
        return number in self._to_come

    def withdraw(self, number: int) -> None:
        """It is not told."""
        self._to_come.remove(number)

    def tell(self, information: int | str, to: Sequence[str], channel: str) -> list[str]:
        """Tells roles and people, by a way where one is named; gives who has heard it."""
        way = {"channel": channel} if channel else {}
        heard = [] if way and not self._world.channel_works(channel) else self._listeners(to)
        self._world.emit("information_given", information=information, to=list(to), people=heard, **way)
        return heard

    def _listeners(self, to: Sequence[str]) -> list[str]:
        holders = (person for role in to for person in self._people.holders(role))
        return list(dict.fromkeys(p.id for p in holders if p.on_duty and not p.unreachable))
