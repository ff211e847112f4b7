"""A room without a server: everything it would send somebody, as bytes, at a pace of the test's own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drillsim.network import PowerFlow
from drillsim.schema import Case, Msel
from drillsim.session import Log, Part, Participant, Reading, Record, Session, open_drill
from drillsim.units import MS_PER
from drillsim.web.access import Ticket
from drillsim.web.room import Room

LEADER = Participant("controller", "controller", "controller")
WATCHING: tuple[Part, ...] = ("observer", "evaluator", "safety_officer", "scribe")


@dataclass
class Staged:
    """A drill, those who have its pages open, and what each was sent."""

    room: Room
    tickets: tuple[Ticket, ...]
    sent: dict[str, list[str]] = field(default_factory=dict)
    monotonic: int = 1_000

    @property
    def session(self) -> Session:
        return self.room.session

    @property
    def reading(self) -> Reading:
        return Reading(self.monotonic, 1_800_000_000_000 + self.monotonic)

    async def ticks(self, number: int = 1, wait_ms: int = 200) -> None:
        """The room looks so often, and everybody's page takes what it is sent."""
        for _ in range(number):
            self.monotonic += wait_ms
            self.room.tick()
            await settled()

    def take(self) -> dict[str, list[str]]:
        """What was sent since the last time."""
        found, self.sent = self.sent, {}
        return found


async def settled() -> None:
    """Whatever is ready is sent."""
    for _ in range(8):
        await asyncio.sleep(0)


def staged(
    case: Case,
    flow: PowerFlow,
    play: Callable[[Staged], Awaitable[None]],
    *,
    injects: Msel | None = None,
    parts: Sequence[Part] = WATCHING,
    double_blind: bool = False,
    wall_role: str | None = None,
    alive_s: float = 3600,
) -> dict[str, list[str]]:
    """Play a drill with a page open for every role and each of the parts; give all that was sent to each."""
    session = Session(open_drill(case, flow, played=(), msel=injects), Log())
    room = Room(Record(session, Path("nowhere"), ()), LEADER, alive_s=alive_s)
    actors = case.dossier.plan.actors
    room.shown.wall_role = next(iter(actors)) if wall_role is None else wall_role
    who = [*(Participant(role, role, "player", (role,)) for role in actors), *(Participant(p, p, p) for p in parts)]
    tickets = tuple(room.access.admit(each, "zh", 0) for each in who)
    for ticket in tickets:
        ticket.link, ticket.code, ticket.key, ticket.form = (f"{name}-{ticket.participant.id}" for name in "lckf")
    stage = Staged(room, tickets)
    room.reading = lambda: stage.reading
    whole: dict[str, list[str]] = {each.participant.id: [] for each in tickets}

    async def listen(ticket: Ticket) -> None:
        name = ticket.participant.id
        async for chunk in room.stream(ticket, 0):
            stage.sent.setdefault(name, []).append(chunk)
            whole[name].append(chunk)

    async def go() -> None:
        if double_blind:
            session.blind(LEADER, stage.reading)
        for ticket in tickets:
            whole[ticket.participant.id].append(room.page(ticket))
        listening = [asyncio.create_task(listen(each)) for each in tickets]
        await settled()
        await play(stage)
        for ticket in tickets:
            whole[ticket.participant.id].append(room.page(ticket))
        room.close()
        await asyncio.gather(*listening)

    asyncio.run(go())
    return whole


async def run_for(stage: Staged, minutes: int, speed: float = 60, looks: int = 1) -> None:
    """Scenario time goes on, so many looks a minute of it."""
    stage.session.set_speed(speed, LEADER, stage.reading)
    stage.session.start(LEADER, stage.reading)
    wait_ms = round(MS_PER["min"] / speed / looks)
    await stage.ticks(minutes * looks, wait_ms)
    stage.session.pause(LEADER, stage.reading)
