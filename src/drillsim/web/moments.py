"""The moments of the room a page shows: its clock, the minutes since the session was opened, and the stop."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from drillsim.session import Reading, Session


@dataclass(frozen=True, slots=True)
class Halted:
    """A stop for a real emergency."""

    part: str
    """Part of whoever stopped."""
    at_ms: int
    room: str
    """The room's time, `10:24:31`."""


def halted(session: Session) -> Halted | None:
    """Return the stop for a real emergency; None where the drill was not stopped for one."""
    found = session.log.last("stopped")
    if found is None or found.data["how"] != "real_emergency":
        return None
    who = session.participants.get(found.by)
    return Halted(who.part if who is not None else "observer", found.at_ms, found.wall[11:19])


def room_seconds(reading: Reading) -> int:
    """Return the seconds since midnight the room's clock shows."""
    now = dt.datetime.fromtimestamp(reading.wall / 1000).astimezone()
    return now.hour * 3600 + now.minute * 60 + now.second


def seconds_open(session: Session, reading: Reading) -> int:
    """Return the seconds since the session was first opened."""
    opened = session.log.last("opened")
    if opened is None:
        return 0
    return max(0, round(reading.wall / 1000 - dt.datetime.fromisoformat(opened.wall).timestamp()))
