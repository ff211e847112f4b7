"""The people, displays and stores the course of a run has rested on, noted as the run goes.

Somebody's absence, a dark display, an empty tank change a run only where what they give is taken. So it is noted
*where it is taken*, by these rules; whatever is in no note may be away, alone or together with others that are in none,
and the run goes as it did:

- A *person* is noted when they are the one who is found (the first who knows, is free, answers), when they stand for
  "there is somebody" (the first of those on duty), when a wait names them, and when a belief of others came from them.
  A person looked at and passed over is not: absent, they are passed over too. All they see and hear is their own affair
  until then.
- A *display* is noted when somebody came to believe another thing by it.
- A *store* is noted when its level was read, by a set, a pump, a function, by somebody who refuels it, and when it
  flows.

News that only confirms a belief makes it newer and says nothing else. That is kept for each person apart (`refreshed`),
and noted once it counts how new their beliefs are: when a check asks what they have learned since, when two beliefs
contradict each other, when they tell others what they know.
"""

from __future__ import annotations

from collections.abc import Iterable

Key = tuple[str, str]
"""Kind of failure and what it would strike."""


class TurnedTo:
    """The notes of one run."""

    def __init__(self) -> None:
        self.noted: set[Key] = set()
        self.on_chance = False
        """True where something took effect only as somebody or something happened to make people look again: a shift
        that has ended wakes nobody. Then any state may have been what it rested on."""
        self._refreshed: dict[str, set[Key]] = {}
        """Sources that have made a belief newer that a person held already, by person."""

    def person(self, name: str) -> None:
        """Note that the person was found, or stands for those who are there."""
        self.noted.add(("person_absent", name))

    def people(self, names: Iterable[str]) -> None:
        """Each of them counted."""
        for name in names:
            self.person(name)

    def display(self, name: str) -> None:
        """Somebody believes another thing by it."""
        self.noted.add(("channel_lost", name))

    def control_supply(self, name: str) -> None:
        """It changed by itself, and people looked again."""
        self.noted.add(("dc_lost", name))

    def store(self, name: str) -> None:
        """Its level was read."""
        self.noted.add(("store_empty", name))

    def refreshed_by_display(self, person: str, display: str) -> None:
        """Note that the display confirmed what the person believed."""
        self._refreshed.setdefault(person, set()).add(("channel_lost", display))

    def refreshed_by_person(self, person: str, other: str) -> None:
        """Note that the other confirmed what the person believed, with whatever had made the other's own beliefs
        newer."""
        found = self._refreshed.setdefault(person, set())
        found.add(("person_absent", other))
        found |= self._refreshed.get(other, set())

    def dates_of(self, person: str) -> None:
        """Note that it counts how new the person's beliefs are."""
        self.noted |= self._refreshed.get(person, set())
