"""The deck of a drill that was broken off, from its log and its journal; where they differ the journal is right.

An inject of which the log says that it was given, but whose decision the journal does not know, has not been given; one
whose decision stands in the journal has, whatever the log says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drillsim.journal import Event, Journal
from drillsim.schema import Case, Msel
from drillsim.session.brought import decisions_of
from drillsim.session.deck import Deck, Line, deck_of
from drillsim.session.log import Entry
from drillsim.session.stand_in import StandIn
from drillsim.simulation import Decision, decision_of


@dataclass(frozen=True, slots=True)
class Restored:
    """A drill as it was left."""

    deck: Deck
    stand_in: StandIn
    in_flight: tuple[Decision, ...]
    """Decisions of lines of which the journal knows only the first."""


def restored(case: Case, journal: Journal, entries: Sequence[Entry], msel: Msel | None) -> Restored:
    """The deck and whoever stands in, as the drill was left."""
    deck = deck_of(case.scenario, msel)
    told = {entry.data["line"]: entry.data for entry in entries if entry.what == "line"}
    known = [event for event in journal.of("decision") if event.data["by"] == ""]
    taken = {(event.data["what"]["what"], event.data["what"]["number"]) for event in _of(known, "withdraw")}
    for line in deck.lines.values():
        line.withdrawn = line.event in taken
        data = told.get(line.id)
        if data is not None and (line.event is None or line.withdrawn or data["state"] == "given"):
            line.state, line.due_ms, line.fulfilled = data["state"], data["due_ms"], data["fulfilled"]
            line.given_ms = data["given_ms"]
    missing = [each for line in deck.lines.values() for each in _compare(case, line, known)]
    return Restored(deck, _stand_in(case, entries), tuple(missing))


def _compare(case: Case, line: Line, known: list[Event]) -> Iterator[Decision]:
    """See in the journal whether the line was given; each decision in it is one line's. Yield what of it is missing."""
    if line.event is not None and not line.withdrawn:
        return  # it comes by itself
    wanted = decisions_of(case, line)
    found = {place: next((e for e in known if _is(e, each)), None) for place, each in enumerate(wanted)}
    there = [event for event in found.values() if event is not None]
    for event in there:
        known.remove(event)
    if there:
        line.state, line.given_ms = "given", there[0].t_ms
        yield from (each for place, each in enumerate(wanted) if found[place] is None)
    elif line.state == "given":
        line.state, line.given_ms, line.fulfilled = "planned", None, None


def _is(event: Event, decision: Decision) -> bool:
    return decision_of(event.data["decision"], event.data["by"], event.data["what"]) == decision


def _of(events: Sequence[Event], kind: str) -> list[Event]:
    return [event for event in events if event.data["decision"] == kind]


def _stand_in(case: Case, entries: Sequence[Entry]) -> StandIn:
    """Whoever plays which role: as the session was opened, and as it was changed."""
    roles = set(case.dossier.plan.actors)
    for entry in entries:
        if entry.what == "opened":
            roles -= set(entry.data["played"])
        elif entry.what == "played_by":
            (roles.discard if entry.data["participant"] else roles.add)(entry.data["role"])
    return StandIn(roles)
