"""The injects of a drill and what has become of each; the scenario's own events stand among them.

An inject that is held waits until it is released; one that is skipped does not come. Shifting moves everything that
still comes at a scenario time. The deck says what is due; the drill brings it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from drillsim.schema import InjectLine, Msel, Scenario

State = Literal["planned", "held", "skipped", "given"]


@dataclass(slots=True)
class Line:
    """One line of the list as it stands in the drill."""

    id: str
    inject: InjectLine | None
    """None for an event or a word of the scenario itself."""
    event: tuple[Literal["events", "information"], int] | None = None
    """The scenario's list and the place in it."""
    due_ms: int | None = None
    """Scenario time it is planned for; None where something else than the time brings it."""
    state: State = "planned"
    given_ms: int | None = None
    """Scenario time it came."""
    withdrawn: bool = False
    """The run no longer brings the scenario's event by itself: the drill does, or nobody."""
    fulfilled: bool | None = None
    """True if the act it was to bring about has come in time; None while that is open, or where nothing is expected."""

    @property
    def moves_with_time(self) -> bool:
        """Return whether it still comes at a scenario time."""
        return self.state in ("planned", "held") and self.due_ms is not None

    @property
    def waits_for_step(self) -> bool:
        """Return whether it comes behind a step that has not ended as far as the deck knows."""
        after = self.inject.after if self.inject is not None else None
        return after is not None and after.inject is None and self.due_ms is None

    @property
    def looked_for_ms(self) -> int | None:
        """Scenario time at which what it was to bring about is late; None where nothing is looked for."""
        expects = self.inject.expects if self.inject is not None else None
        if expects is None or self.given_ms is None or self.fulfilled is not None:
            return None
        return self.given_ms + expects.within


@dataclass(slots=True)
class Deck:
    """All lines, the scenario's own first, each in file order."""

    lines: dict[str, Line] = field(default_factory=dict)

    def line(self, name: str) -> Line:
        """Return the line. Raises: KeyError."""
        return self.lines[name]

    def to_come(self) -> Iterator[Line]:
        """Yield the lines that may still come by themselves, in list order."""
        return (line for line in self.lines.values() if line.state == "planned")

    def next_ms(self) -> int | None:
        """Return the scenario time of the next planned line, or at which something is late; None where none is."""
        planned = (line.due_ms for line in self.to_come())
        late = (line.looked_for_ms for line in self.lines.values())
        return min((ms for ms in (*planned, *late) if ms is not None), default=None)

    @property
    def watches(self) -> bool:
        """Return whether something of it waits for what happens in the run, not for a time alone."""
        return any(line.looked_for_ms is not None for line in self.lines.values()) or any(
            line.inject is not None and (line.inject.when is not None or line.waits_for_step) for line in self.to_come()
        )

    def copied(self) -> Deck:
        """Return one that goes on by itself."""
        return Deck({name: replace(line) for name, line in self.lines.items()})

    def shift(self, by_ms: int, now_ms: int) -> tuple[Line, ...]:
        """Move every line that still comes at a time, none before now; return those that moved."""
        moved = tuple(line for line in self.lines.values() if line.moves_with_time)
        for line in moved:
            line.due_ms = max(now_ms, (line.due_ms or 0) + by_ms)
        return moved


def deck_of(scenario: Scenario, msel: Msel | None) -> Deck:
    """The deck of a drill before it begins. Events at T0 or before begin the drill and are no lines."""
    lines = dict(_own(scenario))
    for name, inject in (msel.injects if msel else {}).items():
        lines[name] = Line(name, inject, due_ms=inject.at)
    return Deck(lines)


def _own(scenario: Scenario) -> Iterator[tuple[str, Line]]:
    for number, event in enumerate(scenario.events):
        if event.at > 0:
            name = f"event-{number + 1}"
            yield name, Line(name, None, ("events", number), event.at)
    for number, told in enumerate(scenario.information):
        name = f"word-{number + 1}"
        yield name, Line(name, None, ("information", number), told.at)


def counted(deck: Deck) -> Mapping[State, int]:
    """Return the number of lines in each state."""
    found: dict[State, int] = {"planned": 0, "held": 0, "skipped": 0, "given": 0}
    for line in deck.lines.values():
        found[line.state] += 1
    return found
