"""The server of a drill on this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from drillsim.errors import wrong_argument
from drillsim.session import Participant, Record
from drillsim.texts import Lang
from drillsim.web.access import Ticket
from drillsim.web.after import After
from drillsim.web.app import app_of
from drillsim.web.links_file import drop_links, keep_links, kept_links
from drillsim.web.room import Room, machine_reading

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Link:
    """The link of one part."""

    participant: Participant
    address: str
    code: str


def serve(
    record: Record,
    leader: Participant,
    lang: Lang,
    port: int,
    ready: Callable[[tuple[Link, ...]], None],
    plan_dir: Path | None = None,
) -> None:
    """Serve a drill until it is stopped with Ctrl-C. `ready` is told the links as soon as pages can be opened. Port 0
    takes a free one, or that of the links where the drill goes on. Raises: InvalidInput where the port is taken."""
    after = After(record, lang, plan_dir)
    room = Room(record, leader, after=after)
    room.shown.wall_role = next(iter(record.session.drill.case.dossier.plan.actors))
    before = kept_links(record.part, room.access, machine_reading())
    listening = _listening(port, before)
    port = listening.getsockname()[1]
    if not before:
        for part in _parts(room, leader):
            room.access.admit(part, lang, machine_reading().monotonic)
    tickets = tuple(room.access.tickets())
    room.keep = lambda: keep_links(record.part, room.access, port, machine_reading())
    room.keep()
    hosts = frozenset({f"{LOOPBACK}:{port}", f"localhost:{port}"})
    config = uvicorn.Config(
        app_of(room, hosts, lang), log_level="error", access_log=False, server_header=False, date_header=False,
        lifespan="on", timeout_graceful_shutdown=1, h11_max_incomplete_event_size=32_768,
    )  # fmt: skip
    server = _Server(config, lambda: ready(tuple(_link(each, port) for each in tickets)), room.close)
    room.on_fault = server.leave
    try:
        server.run(sockets=[listening])
    finally:
        listening.close()
        after.keep()
        drop_links(record.part) if record.session.ending is not None else None
    if room.fault is not None:
        raise room.fault


def _listening(port: int, before: int) -> socket.socket:
    """Listen at the port that was asked for; where none was, at the one from before, or at a free one."""
    for each in (port,) if port or not before else (before, 0):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, each))
        except OSError:
            listening.close()
        else:
            return listening
    raise wrong_argument("--port", "session-port-taken", port=port)


class _Server(uvicorn.Server):
    """A server that says when it answers, and ends the streams before it waits for them."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], closing: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready, self._closing = ready, closing

    def leave(self) -> None:
        """Answer no longer, as soon as may be."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer no longer."""
        self._closing()
        await super().shutdown(sockets)


def _parts(room: Room, leader: Participant) -> Iterator[Participant]:
    yield leader
    yield Participant("projector", "projector", "observer")
    for number, role in enumerate(room.session.drill.case.dossier.plan.actors, start=1):
        yield Participant(f"player-{number}", role, "player", (role,))
    for part in ("evaluator", "observer", "safety_officer"):
        yield Participant(part.replace("_", "-"), part, part)


def _link(ticket: Ticket, port: int) -> Link:
    return Link(ticket.participant, f"http://{LOOPBACK}:{port}/j/{ticket.link}", ticket.code)
