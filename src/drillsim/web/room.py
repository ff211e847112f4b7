"""One drill that is going on, as the server holds it: it is looked at, shown, and what is pressed is done.

A drill whose record cannot be written stands, and says so on every page, until there is room again and whoever leads
has it go on from its record. Others that the server holds go on meanwhile.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from drillsim.errors import DrillsimError
from drillsim.session import Broken, NotAllowed, Participant, Reading, Record, Session
from drillsim.session.ahead import Foresight
from drillsim.texts import Lang
from drillsim.web.access import Access, Ticket
from drillsim.web.after import After, after_page
from drillsim.web.pages import Shown, filled, fragments, frame, halt_of, standing
from drillsim.web.pressed import Answer, Pressed, pressed
from drillsim.web.words import Speech, speech_of

LOOK_S, AGES_S, ALIVE_S = 0.2, 1.0, 10.0
"""So often the drill is looked at; pages are made anew as what they show grows older; a stream says that it lives."""
WORD_S = 1.0
"""So long the word that a drill has ended has the machine to itself."""


def machine_reading() -> Reading:
    """Return what the clocks of this machine show."""
    return Reading(time.monotonic_ns() // 1_000_000, time.time_ns() // 1_000_000)


@dataclass
class Room:
    """A drill, its pages and who has them open."""

    record: Record
    leader: Participant
    number: int = 1
    """Number among the drills of the server, from 1."""
    base: str = ""
    """Beginning of the links of the server."""
    access: Access = field(default_factory=Access)
    shown: Shown = field(default_factory=Shown)
    reading: Callable[[], Reading] = machine_reading
    keep: Callable[[], None] = lambda: None
    """Keeps the links as they are now."""
    on_fault: Callable[[Exception], None] = lambda _: None
    """Told when the drill stands for a fault."""
    after: After | None = None
    """The hot wash; None where nobody asked for one."""
    fault: Exception | None = None
    """The reason it stands and does nothing: the record cannot be written, or a fault of ours."""
    foresight: Foresight = field(init=False)
    """The processes that look ahead for whoever leads."""
    closing: bool = False
    alive_s: float = ALIVE_S
    version: int = 0
    """Grows whenever a page may look otherwise."""
    _waiting: set[asyncio.Event] = field(default_factory=set)
    _made: dict[tuple[str, Lang], tuple[int, dict[str, str]]] = field(default_factory=dict)
    _speech: dict[Lang, Speech] = field(default_factory=dict)
    _seen: tuple[object, ...] = ()
    _aged: float = 0.0
    _tick: int = 0
    _owed: bool = False
    """True where something was pressed since the last tick."""
    _halted: Participant | None = None
    """Whoever stopped it for a real emergency while it stood."""

    def __post_init__(self) -> None:
        self.foresight = Foresight(self.record.session.drill.case)

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
        if self.session.ending is None:
            self.foresight.prepare()
        due_s = time.monotonic()
        while not self.closing:
            self.tick()
            if self.after is not None and self.after.is_due:
                await asyncio.sleep(WORD_S)  # a stop reaches every page before anything is worked out
                await asyncio.to_thread(self.after.work_out)
                self.changed()
            due_s = max(due_s + LOOK_S, time.monotonic())
            await asyncio.sleep(due_s - time.monotonic())

    def tick(self) -> None:
        """Look at the drill, and show what was pressed since the last time."""
        self._tick += 1
        if not self.stands():
            with self._standing(Exception):  # a drill that stands without a word is worse than one that says so
                self.look()
        if self._owed:
            self._owed = False
            self.changed()

    @contextmanager
    def _standing(self, *faults: type[Exception]) -> Iterator[None]:
        """A record that cannot be written, a drill that cannot be moved on, or one of the `faults`, has the drill
        stand."""
        try:
            yield
        except Exception as fault:
            if not isinstance(fault, (OSError, Broken, *faults)):
                raise
            self.fault = fault
            self.changed()
            self.on_fault(fault)

    def stands(self) -> bool:
        """Return whether it stands for a fault."""
        return self.fault is not None

    @property
    def may_go_on(self) -> bool:
        """Return whether it stands for something that may be put right while the server runs."""
        return isinstance(self.fault, OSError)

    def go_on(self) -> None:
        """Go on from the record as it was written; the clock stands. Raises: OSError where it still cannot be written;
        DrillsimError where it cannot be read."""
        self.record.take_up_again(self.reading())
        self.fault = None
        if self._halted is not None and self.session.ending is None:
            self.session.stop("real_emergency", self._halted, self.reading())
        for ticket in self.access.tickets():
            if ticket.joined and not ticket.revoked and ticket.participant.id not in self.session.participants:
                self.session.join(ticket.participant, self.reading())
        self.changed()

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
            session.ending, session.drill.now // 1000, self.foresight.changes,
        )  # fmt: skip

    def changed(self) -> None:
        """Have everybody's page made anew."""
        self.version += 1
        for waiting in self._waiting:
            waiting.set()

    def close(self) -> None:
        """End the streams."""
        self.closing = True
        self.foresight.close()
        self.changed()

    # -- pages -----------------------------------------------------------------------------------------------------
    def fragments(self, ticket: Ticket) -> dict[str, str]:
        """Return the fragments of somebody's page as they are now."""
        key = (ticket.participant.id, ticket.lang)
        version, found = self._made.get(key, (-1, {}))
        if version != self.version:
            found = self._fragments(ticket, found)
            self._made[key] = (self.version, found)
        return found

    def _fragments(self, ticket: Ticket, before: dict[str, str]) -> dict[str, str]:
        speech, tickets = self.speech(ticket.lang), tuple(self.access.tickets())
        if not self.stands():
            looked = self.foresight.looked
            return fragments(self.session, ticket, speech, self.shown, tickets, self.base, looked, self.after)
        is_led = ticket.participant.may("lead") and self.may_go_on
        halt = {"halt": halt_of(self.session, ticket, speech)}
        return {**before, **halt, "clock": standing(speech, is_led=is_led, is_full=self.may_go_on)}

    def page(self, ticket: Ticket) -> str:
        """Return somebody's page."""
        speech = self.speech(ticket.lang)
        found = defaultdict(str, self.fragments(ticket))
        return frame(self.session, ticket, speech, self.shown, found, self.reading())

    def after_page(self, ticket: Ticket) -> str:
        """Return the page of the hot wash."""
        assert self.after is not None
        speech, clock = self.speech(ticket.lang), self.fragments(ticket)["clock"]
        return after_page(self.after, ticket, speech, clock, filled, self.reading())

    async def stream(self, ticket: Ticket, number: int) -> AsyncIterator[str]:
        """Yield somebody's page as it changes, numbered from the one after `number`: first the whole of it, whatever
        they had, then the fragments that have changed.

        The clock alone is sent in step with the looks, and a sign of life in step with what was sent: when either
        comes says nothing of what somebody else has pressed, or of what nobody sees yet.
        """
        sent: dict[str, str] = {}
        waiting, tick, alive_s = asyncio.Event(), -1, time.monotonic() + self.alive_s
        self._waiting.add(waiting)
        try:
            while not self.closing and self.access.holds(ticket, self.reading().monotonic):
                waiting.clear()
                found = self.fragments(ticket)
                new = {name: html for name, html in found.items() if sent.get(name) != html}
                if new and (set(new) != {"clock"} or tick != self._tick):
                    number, sent, alive_s = number + 1, found, time.monotonic() + self.alive_s
                    yield f"id: {number}\ndata: {json.dumps(new, ensure_ascii=False)}\n\n"
                tick = self._tick
                try:
                    await asyncio.wait_for(waiting.wait(), max(0.0, alive_s - time.monotonic()))
                except TimeoutError:
                    alive_s += self.alive_s
                    yield ": alive\n\n"
        finally:
            self._waiting.discard(waiting)

    # -- doing -----------------------------------------------------------------------------------------------------
    def join(self, ticket: Ticket) -> None:
        """Somebody has opened a link; the roles they play are no longer the plan's."""
        if ticket.joined or self.stands():
            return
        who, reading = ticket.participant, self.reading()
        with self._standing():
            if who.id not in self.session.participants:
                self.session.join(who, reading)
            for role in who.plays:
                self.session.let_play(role, who.id, self.leader, reading)
            ticket.joined = True
            self.keep()
            self.look()
        self._press()

    def do(self, ticket: Ticket, form: Mapping[str, str]) -> Answer:
        """Do what somebody has pressed."""
        speech = self.speech(ticket.lang)
        if self.stands():
            return self._go_on(ticket, form, speech)
        answer = Answer(503, speech.t("drill-stands"))
        with self._standing():
            answer = self._pressed(ticket, form, speech)
            self.look()
        self._press()
        return Answer(503, speech.t("drill-stands")) if self.stands() else answer

    def _pressed(self, ticket: Ticket, form: Mapping[str, str], speech: Speech) -> Answer:
        try:
            p = Pressed(
                self.session, self.shown, self.access, ticket, form, self.reading(), speech, self.keep, self.foresight,
                self.after,
            )  # fmt: skip
            return pressed(p)
        except NotAllowed:
            return Answer(403, speech.t("not-allowed"))
        except (KeyError, ValueError, TypeError, RecursionError):
            return Answer(400, speech.t("not-understood"))

    def _go_on(self, ticket: Ticket, form: Mapping[str, str], speech: Speech) -> Answer:
        """The drill stands: whoever leads may have it go on, anybody stops it for a real emergency, and nothing else is
        done."""
        if form.get("do") == "stop" and form.get("how") == "real_emergency" and ticket.participant.may("stop"):
            self._halted = ticket.participant
            with suppress(OSError):
                self.session.halt(self._halted, self.reading())
            self.changed()
            return Answer(200, speech.t("ending-real_emergency"))
        if form.get("do") != "go-on" or not self.may_go_on:
            return Answer(503, speech.t("drill-stands"))
        if not ticket.participant.may("lead"):
            return Answer(403, speech.t("not-allowed"))
        try:
            self.go_on()
        except (OSError, DrillsimError):
            return Answer(503, speech.t("stands-still"))
        return Answer(200, speech.t("goes-on"), reload=True)

    def _press(self) -> None:
        """Show what was pressed at once, and the clock with the next tick."""
        self._owed = True
        self.changed()
