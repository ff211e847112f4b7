"""Those who are there, what was settled before the drill, and who plays each role: from the log of the session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.session.log import Entry
from drillsim.session.session import Session

TO_SETTLE = ("duty_outside", "dispatch_consents", "safety_officer_there", "stop_word_told", "exercise_first")
"""Things whoever leads settles with the room before the drill begins: those on real duty take no part; dispatch has
consented; the safety officer is there; everybody has heard the stop word; 演练 comes before every message."""


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody who signed in."""

    name: str
    unit: str
    role: str
    """Their part in the drill, in their own words."""
    room: str
    """The room's time they signed in at, `10:24`."""


@dataclass(frozen=True, slots=True)
class RolePlayed:
    """One role of the plan, and who decides for it."""

    role: str
    people: tuple[str, ...]
    """People on duty who hold it."""
    participant: str
    """Id of whoever plays it now; empty where the plan does."""
    by_plan_since_ms: int | None
    """Scenario time from which the plan has played it; None where people play it."""


def attendance(session: Session) -> tuple[Attended, ...]:
    """Return those who signed in, in that order; who signs in twice under one name stands there once, as last told."""
    found: dict[str, Attended] = {}
    for entry in session.log.entries:
        if entry.what == "attended":
            data = entry.data
            found[data["name"]] = Attended(data["name"], data["unit"], data["role"], entry.wall[11:16])
    return tuple(found.values())


def settled(session: Session) -> Mapping[str, Entry]:
    """Return the things that were settled, each with the entry that says so."""
    return {entry.data["item"]: entry for entry in session.log.entries if entry.what == "settled"}


def roles_played(session: Session, on_duty: Mapping[str, tuple[str, ...]] | None = None) -> tuple[RolePlayed, ...]:
    """Return who decides for each role, in the order of the plan. `on_duty`: people on duty of each role, where they
    have been looked up."""
    playing: dict[str, tuple[str, int]] = {}
    for entry in session.log.entries:
        if entry.what == "opened":
            playing |= dict.fromkeys(entry.data["played"], (entry.by, 0))
        elif entry.what == "played_by":
            playing[entry.data["role"]] = (entry.data["participant"], entry.at_ms)
    found = []
    for role, actor in session.drill.case.dossier.plan.actors.items():
        people = on_duty[role] if on_duty is not None else _on_duty(session, actor.held_by)
        participant, since_ms = playing.get(role, ("", 0))
        is_plan = role in session.drill.stand_in.roles
        found.append(RolePlayed(role, people, "" if is_plan else participant, since_ms if is_plan else None))
    return tuple(found)


def _on_duty(session: Session, people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in people if session.drill.run.view(each).on_duty)
