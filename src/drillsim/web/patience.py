"""The patience of the server with whoever connects and does not say what they want.

A request must be whole within some seconds, and only so many connections may be unfinished at once: the one that has
waited longest makes room. Whoever sends a request at once, as every browser does, never notices.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

WHOLE_WITHIN_S = 10.0
MOST_UNFINISHED, MOST_CONNECTIONS = 64, 400


class Waiting:
    """The connections whose request is not whole, the one that has waited longest first."""

    def __init__(self) -> None:
        self._ends: dict[object, tuple[asyncio.TimerHandle, Callable[[], None]]] = {}

    def begins(self, who: object, close: Callable[[], None]) -> None:
        """Wait for a request from now on; `close` is called when it takes too long."""
        if who in self._ends:
            return
        if len(self._ends) >= MOST_UNFINISHED:
            self._close(next(iter(self._ends)))
        timer = asyncio.get_running_loop().call_later(WHOLE_WITHIN_S, self._close, who)
        self._ends[who] = (timer, close)

    def is_over(self, who: object) -> None:
        """The request is whole, or the connection has gone."""
        found = self._ends.pop(who, None)
        if found is not None:
            found[0].cancel()

    def _close(self, who: object) -> None:
        timer, close = self._ends.pop(who)
        timer.cancel()
        close()


def patient(waiting: Waiting) -> type[H11Protocol]:
    """Return the protocol of a server whose unfinished connections stand in `waiting`."""

    class Patient(H11Protocol):
        """A connection that is closed when it takes too long to say what it wants."""

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            if len(self.connections) > MOST_CONNECTIONS:
                transport.abort()
            else:
                waiting.begins(self, transport.abort)

        def connection_lost(self, exc: Exception | None) -> None:
            waiting.is_over(self)
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.transport.is_closing() or self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
                waiting.is_over(self)
            else:
                waiting.begins(self, self.transport.abort)

    return Patient
