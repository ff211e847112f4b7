"""Which people, displays and stores the course of a run has rested on, noted as the run goes.

Somebody's absence, a dark display, an empty tank change a run only where what they give is taken. So it is noted
*where it is taken*, by these rules; whatever is in no note may be away, alone or together with others that are in none,
and the run goes as it did:

- A *person* is noted when he is the one who is found (the first who knows, is free, answers), when he stands for "there
  is somebody" (the first of those on duty), when a wait names him, and when what others believe came from him. Who was
  looked at and passed over is not: absent, he is passed over too. What he sees and hears is his own affair until then.
- A *display* is noted when somebody came to believe another thing by it.
- A *store* is noted when its level was read, by a set, a pump, a function, by somebody who refuels it, and when it
  flows.

What only confirms a belief makes it newer and says nothing else. That is kept for each person apart (`refreshed`), and
noted once it counts how new his beliefs are: when a check asks what he has learned since, when two beliefs contradict
each other, when he tells others what he knows.
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
        """Whether something took effect only as somebody or something happened to make people look again: a shift that
        has ended wakes nobody. Then any state may have been what it rested on."""
        self._refreshed: dict[str, set[Key]] = {}
        """For each person what has made a belief of his newer that he held already."""

    def person(self, name: str) -> None:
        """He was found, or stands for those who are there."""
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
        """The display confirmed what he believed."""
        self._refreshed.setdefault(person, set()).add(("channel_lost", display))

    def refreshed_by_person(self, person: str, other: str) -> None:
        """The other confirmed what he believed, with whatever had made the other's own beliefs newer."""
        found = self._refreshed.setdefault(person, set())
        found.add(("person_absent", other))
        found |= self._refreshed.get(other, set())

    def dates_of(self, person: str) -> None:
        """It counts how new his beliefs are."""
        self.noted |= self._refreshed.get(person, set())
