"""One drill that is going on, as the server holds it: it is looked at, shown, and what is pressed is done."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field

from drillsim.session import NotAllowed, Participant, Reading, Record, Session
from drillsim.texts import Lang
from drillsim.web.access import Access, Ticket
from drillsim.web.after import After, after_page
from drillsim.web.pages import Shown, filled, fragments, frame
from drillsim.web.pressed import Answer, Pressed, pressed
from drillsim.web.words import Speech, speech_of

LOOK_S, AGES_S, ALIVE_S = 0.2, 1.0, 10.0
"""So often the drill is looked at; pages are made anew as what they show grows older; a stream says that it lives."""


def machine_reading() -> Reading:
    """Return what the clocks of this machine show."""
    return Reading(time.monotonic_ns() // 1_000_000, time.time_ns() // 1_000_000)


@dataclass
class Room:
    """A drill, its pages and who has them open."""

    record: Record
    leader: Participant
    access: Access = field(default_factory=Access)
    shown: Shown = field(default_factory=Shown)
    reading: Callable[[], Reading] = machine_reading
    keep: Callable[[], None] = lambda: None
    """Keeps the links as they are now."""
    on_fault: Callable[[], None] = lambda: None
    """Called when the drill cannot be looked at any more."""
    after: After | None = None
    """The hot wash; None where nobody asked for one."""
    fault: Exception | None = None
    closing: bool = False
    version: int = 0
    """Grows whenever a page may look otherwise."""
    _waiting: set[asyncio.Event] = field(default_factory=set)
    _made: dict[tuple[str, Lang], tuple[int, dict[str, str]]] = field(default_factory=dict)
    _speech: dict[Lang, Speech] = field(default_factory=dict)
    _seen: tuple[object, ...] = ()
    _aged: float = 0.0

    @property
    def session(self) -> Session:
        """Return the session."""
        return self.record.session

    def speech(self, lang: Lang) -> Speech:
        """Return the words of the drill in a language."""
        if lang not in self._speech:
            self._speech[lang] = speech_of(self.session.drill.case, lang)
        return self._speech[lang]

    # -- looking ---------------------------------------------------------------------------------------------------
    async def look_on(self) -> None:
        """Look at the drill until the server closes."""
        while not self.closing:
            try:
                self.look()
                if self.after is not None and self.after.is_due:
                    await asyncio.to_thread(self.after.work_out)
                    self.changed()
            except Exception as fault:  # a drill that stands without a word is worse than one that ends and goes on
                self.fault = fault
                self.close()
                self.on_fault()
                return
            await asyncio.sleep(LOOK_S)

    def look(self) -> None:
        """Bring the drill to the time it is, and have the pages made anew where something has changed."""
        if self.session.ending is None:
            self.session.look(self.reading())
        seen, now_s = self._signature(), time.monotonic()
        is_older = self.session.clock.runs and now_s - self._aged >= AGES_S
        if seen != self._seen or is_older:
            self._seen, self._aged = seen, now_s
            self.changed()

    def _signature(self) -> tuple[object, ...]:
        session = self.session
        run = session.drill.run
        return (
            len(run.journal().events), len(session.log.entries), session.clock.runs, session.clock.speed,
            session.ending, session.drill.now // 1000,
        )  # fmt: skip

    def changed(self) -> None:
        """Have everybody's page made anew."""
        self.version += 1
        for waiting in self._waiting:
            waiting.set()

    def close(self) -> None:
        """End the streams."""
        self.closing = True
        self.changed()

    # -- pages -----------------------------------------------------------------------------------------------------
    def fragments(self, ticket: Ticket) -> dict[str, str]:
        """Return the fragments of somebody's page as they are now."""
        key = (ticket.participant.id, ticket.lang)
        version, found = self._made.get(key, (-1, {}))
        if version != self.version:
            tickets = tuple(self.access.tickets())
            found = fragments(self.session, ticket, self.speech(ticket.lang), self.shown, tickets, self.after)
            self._made[key] = (self.version, found)
        return found

    def page(self, ticket: Ticket) -> str:
        """Return somebody's page."""
        speech = self.speech(ticket.lang)
        return frame(self.session, ticket, speech, self.shown, self.fragments(ticket), self.reading())

    def after_page(self, ticket: Ticket) -> str:
        """Return the page of the hot wash."""
        assert self.after is not None
        speech, clock = self.speech(ticket.lang), self.fragments(ticket)["clock"]
        return after_page(self.after, ticket, speech, clock, filled, self.reading())

    async def stream(self, ticket: Ticket, number: int) -> AsyncIterator[str]:
        """Yield somebody's page as it changes, numbered from the one after `number`: first the whole of it, whatever
        they had, then the fragments that have changed."""
        sent: dict[str, str] = {}
        waiting = asyncio.Event()
        self._waiting.add(waiting)
        try:
            while not self.closing and self.access.holds(ticket, self.reading().monotonic):
                waiting.clear()
                found = self.fragments(ticket)
                new = {name: html for name, html in found.items() if sent.get(name) != html}
                if new:
                    number, sent = number + 1, found
                    yield f"id: {number}\ndata: {json.dumps(new, ensure_ascii=False)}\n\n"
                try:
                    await asyncio.wait_for(waiting.wait(), ALIVE_S)
                except TimeoutError:
                    yield ": alive\n\n"
        finally:
            self._waiting.discard(waiting)

    # -- doing -----------------------------------------------------------------------------------------------------
    def join(self, ticket: Ticket) -> None:
        """Somebody has opened a link; the roles they play are no longer the plan's."""
        if ticket.joined:
            return
        ticket.joined = True
        who, reading = ticket.participant, self.reading()
        if who.id not in self.session.participants:
            self.session.join(who, reading)
        self.keep()
        for role in who.plays:
            self.session.let_play(role, who.id, self.leader, reading)
        self.look()
        self.changed()

    def do(self, ticket: Ticket, form: Mapping[str, str]) -> Answer:
        """Do what somebody has pressed."""
        speech = self.speech(ticket.lang)
        try:
            answer = pressed(
                Pressed(
                    self.session, self.shown, self.access, ticket, form, self.reading(), speech, self.keep, self.after
                )
            )
        except NotAllowed:
            answer = Answer(403, speech.t("not-allowed"))
        except (KeyError, ValueError, TypeError):
            answer = Answer(400, speech.t("not-understood"))
        self.look()
        self.changed()
        return answer
