"""From whom people have what they believe, read from the journal as it grows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drillsim.journal import Event
from drillsim.simulation.core.knowledge import Fact


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a belief: as `learned` in the journal; `by` is the person who told them."""

    t_ms: int
    how: str
    via: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Something somebody was told: by a person at the end of a step, or by whoever leads the drill."""

    t_ms: int
    by: str = ""
    step: str = ""
    information: int | str = ""
    facts: tuple[tuple[str, str, str | float], ...] = ()


class Sources:
    """The sources of beliefs, in one run."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events, self._read = events, 0
        self._sender: dict[str, str] = {}
        """Step → who told its message last."""
        self._found: dict[tuple[str, Fact], Source] = {}
        self._messages: dict[str, list[Message]] = {}

    def of(self, person: str, fact: Fact) -> Source | None:
        """Return the source the person has it from; None for what stood before the run."""
        self._catch_up()
        return self._found.get((person, fact))

    def messages(self, person: str) -> tuple[Message, ...]:
        """Return the messages the person has been told, in time order."""
        self._catch_up()
        return tuple(self._messages.get(person, ()))

    def learned_by(self, step: str) -> Iterator[tuple[str, Fact]]:
        """People and the facts they believe because the message of this step said so."""
        self._catch_up()
        found = list(self._found.items())
        return (key for key, source in found if source.how == "message" and source.via == step)

    def _catch_up(self) -> None:
        new, self._read = self._events[self._read :], len(self._events)
        for event in new:
            data = event.data
            if event.type == "message_sent":
                self._sender[data["step"]] = data["person"]
            elif event.type == "learned":
                self._note(event)
            elif event.type == "message_received":
                rows = tuple((kind, name, value) for kind, name, value in data["facts"])
                told = Message(event.t_ms, self._sender.get(data["step"], ""), data["step"], facts=rows)
                self._messages.setdefault(data["person"], []).append(told)
            elif event.type == "information_given":
                for person in data["people"]:
                    told = Message(event.t_ms, information=data["information"])
                    self._messages.setdefault(person, []).append(told)

    def _note(self, event: Event) -> None:
        how, via = event.data["how"], event.data["via"]
        by = {"message": self._sender.get(via, ""), "asking": via}.get(how, "")
        source = Source(event.t_ms, how, via, by)
        for person in event.data["people"]:
            for kind, name, _ in event.data["facts"]:
                self._found[person, (kind, name)] = source
