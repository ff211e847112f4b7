"""The server of one drill or several on this machine."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from socket import socket

import uvicorn

from drillsim.session import Participant, Record, Travel
from drillsim.texts import LANGS, Lang
from drillsim.web.access import Ticket
from drillsim.web.address import Address, listening
from drillsim.web.after import After
from drillsim.web.app import app_of
from drillsim.web.guard import Guard
from drillsim.web.invitations import from_the_start
from drillsim.web.links_file import drop_links, keep_links, kept_links
from drillsim.web.patience import Waiting, patient
from drillsim.web.replay import VIEWER, replay_room
from drillsim.web.room import Room, machine_reading


@dataclass(frozen=True, slots=True)
class Link:
    """The link of one part."""

    participant: Participant
    address: str
    code: str


@dataclass(frozen=True, slots=True)
class Told:
    """Things whoever serves is told while the server runs."""

    ready: Callable[[tuple[tuple[Link, ...], ...]], None]
    """The links of each drill, as soon as pages can be opened."""
    stands: Callable[[Record, Exception], None]
    """A drill stands for a fault."""
    failed: Callable[[Exception], None]
    """A request failed; every drill goes on."""


def serve(
    records: Sequence[Record],
    leader: Participant,
    lang: Lang,
    address: Address,
    told: Told,
    plan_dir: Path | None = None,
) -> None:
    """Serve drills until Ctrl-C; their port is that of before where they go on and none is asked for. A drill that
    cannot go on stands, beside the others; where none of them can, the server ends. Raises: InvalidInput where the
    address cannot be had."""
    rooms = [
        Room(each, leader, number, after=After(each, lang, plan_dir)) for number, each in enumerate(records, start=1)
    ]
    before = [kept_links(room.record.part, room.access, machine_reading()) for room in rooms]
    taken = listening(address, max(before))
    port = taken.getsockname()[1]
    for room in rooms:
        _furnish(room, lang, address.base(port), port)
    config = _config(app_of(rooms, address.names(taken), lang, told.failed), address.tls)
    links = tuple(tuple(_link(each, room.base) for each in room.access.tickets() if not each.revoked) for room in rooms)
    server = _Server(config, lambda: told.ready(links), lambda: _close(rooms))
    for room in rooms:
        room.on_fault = _on_fault(room, rooms, server, told)
    try:
        server.run(sockets=[taken])
    finally:
        taken.close()
        for room in rooms:
            room.after.keep() if room.after is not None else None
            drop_links(room.record.part) if room.session.ending is not None else None


def serve_replay(travel: Travel, lang: Lang, address: Address, told: Told) -> None:
    """Serve a record to be looked at again, until Ctrl-C. Raises: InvalidInput where the address cannot be had."""
    room, taken = replay_room(travel), listening(address, 0)
    room.base = address.base(taken.getsockname()[1])
    ticket = room.access.admit(VIEWER, lang, machine_reading().monotonic)
    config = _config(app_of([room], address.names(taken), lang, told.failed), address.tls)
    server = _Server(config, lambda: told.ready(((_link(ticket, room.base),),)), room.close)
    try:
        server.run(sockets=[taken])
    finally:
        taken.close()


def _close(rooms: Sequence[Room]) -> None:
    for room in rooms:
        room.close()


def _furnish(room: Room, lang: Lang, base: str, port: int) -> None:
    """Give a room its links, and the place they are kept at."""
    room.base = base
    room.shown.wall_role = next(iter(room.session.drill.case.dossier.plan.actors))
    _let_in(room, lang)
    for each in LANGS:  # placed before anybody looks: it would keep the others waiting
        _ = room.speech(each).oneline
    room.keep = lambda: keep_links(room.record.part, room.access, port, machine_reading())
    room.keep()


def _let_in(room: Room, lang: Lang) -> None:
    """Everybody has a link that holds, but those whose link was taken back; whoever leads has one in any case."""
    now_ms, kept = machine_reading().monotonic, {each.participant.id: each for each in room.access.tickets()}
    for part in from_the_start(room.session, room.leader):
        if part.id not in kept:
            room.access.admit(part, lang, now_ms)
    for name, ticket in kept.items():
        has_ended = not room.access.holds(ticket, now_ms)
        if has_ended and (not ticket.revoked or name == room.leader.id):
            room.access.renew(name, now_ms)


def _on_fault(room: Room, rooms: Sequence[Room], server: _Server, told: Told) -> Callable[[Exception], None]:
    def stands(fault: Exception) -> None:
        told.stands(room.record, fault)
        if all(each.fault is not None and not each.may_go_on for each in rooms):
            server.leave()

    return stands


def _config(application: Guard, tls: ssl.SSLContext | None) -> uvicorn.Config:
    config = uvicorn.Config(
        application, http=patient(Waiting()), ws="none", log_level="critical", access_log=False, server_header=False,
        date_header=False, lifespan="on", timeout_graceful_shutdown=1, h11_max_incomplete_event_size=32_768,
    )  # fmt: skip
    config.load()
    config.ssl = tls
    return config


class _Server(uvicorn.Server):
    """A server that says when it answers, and ends the streams before it waits for them."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], closing: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready, self._closing = ready, closing

    def leave(self) -> None:
        """Answer no longer, as soon as may be."""
        self.should_exit = True

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Answer no longer."""
        self._closing()
        await super().shutdown(sockets)


def _link(ticket: Ticket, base: str) -> Link:
    return Link(ticket.participant, f"{base}/j/{ticket.link}", ticket.code)
