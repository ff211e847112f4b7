"""A record looked at again in a browser: one page, a moment that is chosen, and nothing that changes anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from drillsim.session import Participant, Record, Travel, console, now_of, player, wall
from drillsim.session.ahead import Foresight
from drillsim.texts import LANGS
from drillsim.units import MS_PER
from drillsim.web.access import Ticket
from drillsim.web.pages import filled
from drillsim.web.pressed import Answer
from drillsim.web.room import Room, machine_reading
from drillsim.web.words import Speech

VIEWER = Participant("replay", "replay", "observer")
FRAGMENTS = ("clock", "when", "knew", "was", "told")
NEAR = 6
"""So many moments before and after the one that is looked at stand in the list."""
MOST_MINUTES = 7 * 24 * 60


@dataclass
class ReplayRoom(Room):
    """One record and the page that shows it."""

    travel: Travel = field(kw_only=True)
    at_ms: int = 0
    role: str = ""
    """Role whose knowledge is shown."""

    def __post_init__(self) -> None:
        """Stand at T0, with the first role."""
        self.foresight = Foresight(self.travel.case)
        self.role = self.role or next(iter(self.travel.case.dossier.plan.actors))

    async def look_on(self) -> None:
        """Do nothing: a record does not go on."""

    def join(self, ticket: Ticket) -> None:
        """Somebody has opened the link; the record knows nothing of it."""
        ticket.joined = True

    def _fragments(self, ticket: Ticket, before: dict[str, str]) -> dict[str, str]:
        speech = self.speech(ticket.lang)
        return {name: filled(f"replay_{name}.html.j2", speech, self._values()) for name in FRAGMENTS}

    def page(self, ticket: Ticket) -> str:
        """Return the page."""
        case = self.travel.case
        values = {
            "form": ticket.form, "fragments": self.fragments(ticket), "customer": case.dossier.customer,
            "scenario": case.scenario,
        }  # fmt: skip
        return filled("replay.html.j2", self.speech(ticket.lang), values)

    def _values(self) -> dict[str, Any]:
        session, travel = self.session, self.travel
        place = travel.moments.index(max(each for each in travel.moments if each <= self.at_ms))
        near = travel.moments[max(0, place - NEAR) : place + NEAR + 1]
        return {
            "at_ms": self.at_ms, "here_ms": travel.moments[place],
            "now": now_of(session), "end_ms": travel.end_ms, "role": self.role,
            "roles": tuple(travel.case.dossier.plan.actors), "c": console(session),
            "near": [(each, travel.events(each), self._entries(each)) for each in near],
            "moment": (place + 1, len(travel.moments)), "pl": player(session, (self.role,)),
            "known": wall(session, self.role), "so": wall(session), "folder": travel.folder.as_posix(),
            "entries": [each for each in reversed(session.log.entries) if each.what != "clock"],
            "ended": next((e for e in travel.entries if e.what == "stopped" and e.at_ms <= self.at_ms), None),
        }  # fmt: skip

    def _entries(self, at_ms: int) -> list[Any]:
        return [each for each in self.travel.entries if each.at_ms == at_ms and each.what not in ("clock", "line")]

    # -- doing -----------------------------------------------------------------------------------------------------
    def do(self, ticket: Ticket, form: Mapping[str, str]) -> Answer:
        """Go to another moment, or look through another role's eyes."""
        speech = self.speech(ticket.lang)
        try:
            answer = self._done(ticket, form, speech)
        except (KeyError, ValueError, TypeError):
            return Answer(400, speech.t("not-understood"))
        self.changed()
        return answer

    def _done(self, ticket: Ticket, form: Mapping[str, str], speech: Speech) -> Answer:
        if form["do"] == "lang":
            ticket.lang = {each: each for each in LANGS}[form["lang"]]  # type: ignore[index]  # a stranger's word
            return Answer(200, "", reload=True)
        if form["do"] == "role":
            self.travel.case.dossier.plan.actors[form["role"]]
            self.role = form["role"]
            return Answer(200, speech.t("known-by", who=speech.of(self.role)))
        self._go(_wanted(form, self.travel, self.at_ms))
        return Answer(200, speech.t("jumped", to=speech.clock(self.at_ms)))

    def _go(self, at_ms: int) -> None:
        self.at_ms = min(max(0, at_ms), self.travel.end_ms)
        self.record.session = self.travel.at(self.at_ms)


def _wanted(form: Mapping[str, str], travel: Travel, at_ms: int) -> int:
    """Return the time somebody wants to look at, ms. Raises: KeyError, ValueError."""
    if form["do"] == "at":
        return int(form["ms"])
    if form["do"] == "minutes":
        minutes = float(form["minutes"].strip().lstrip("+"))
        if not 0 <= minutes <= MOST_MINUTES:
            raise ValueError(minutes)
        return round(minutes * MS_PER["min"])
    ways = {
        "first": 0, "before": travel.before(at_ms), "after": travel.after(at_ms), "last": travel.end_ms,
        "minute-before": at_ms - MS_PER["min"], "minute-after": at_ms + MS_PER["min"],
    }  # fmt: skip
    return ways[form["do"]]


def replay_room(travel: Travel) -> ReplayRoom:
    """Return the room of a record, at T0."""
    record = Record(travel.at(0), travel.folder, ())
    return ReplayRoom(record, VIEWER, reading=machine_reading, travel=travel)
