"""The situation as each screen of a drill shows it, as frozen values without words.

A player's holds what `Run.view` and `Run.options` give for the people of the roles they play, and nothing else: no
inject that is to come, no hidden fault, no state of the world. The wall shows what a role knows, or what is so; the
console and the evaluator's see everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from drillsim.journal import Event
from drillsim.schema import Words, base_name
from drillsim.session.deck import Line
from drillsim.session.log import Entry
from drillsim.session.participants import Participant
from drillsim.session.session import DUE, Ending, Session
from drillsim.simulation import Begin, Finish, Message, Offer, View

LAST = 12
"""So many of the last events, messages and entries are shown."""
Subject = Literal["load", "function", "source", "store"]


@dataclass(frozen=True, slots=True)
class Now:
    """The clocks."""

    at_ms: int
    begun: bool
    """False until the drill has been started: what happens at T0 is nobody's to see yet but the console's."""
    runs: bool
    speed: float
    ending: Ending | None
    is_over: bool
    """True once nothing can happen any more."""


@dataclass(frozen=True, slots=True)
class Known:
    """One thing somebody has learned."""

    kind: str
    id: str
    value: str | float
    age_ms: int | None
    """Time since it was so, as far as they know."""
    by: str
    """Person who told them; empty where they saw it, or did it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing somebody was told. `said` are the words of an inject; else a step's message told them `facts`."""

    t_ms: int
    sender: str
    said: Words | str
    step: str
    facts: tuple[tuple[str, str, str | float], ...]


@dataclass(frozen=True, slots=True)
class CardStep:
    """One step of a card, as far as it is open to somebody."""

    step: str
    mark: Literal["due", "busy", "waits", ""]
    """Empty for one that is not theirs to begin now, for whatever reason."""
    reason: str
    """Reason it waits for."""


@dataclass(frozen=True, slots=True)
class CardSeen:
    """A response card somebody has steps of."""

    card: str
    steps: tuple[CardStep, ...]


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """One person of a role, as they see it themselves."""

    view: View
    role: str
    learned: tuple[Known, ...]
    """The latest first."""
    heard: tuple[Heard, ...]
    """The latest first."""
    due: tuple[Offer, ...]
    """Decisions the plan would have them take now."""
    open: tuple[Offer, ...]
    """All others."""
    cards: tuple[CardSeen, ...]
    """Cards on which something is open to them, in the order of the plan."""


@dataclass(frozen=True, slots=True)
class Player:
    """The screen of somebody who plays roles."""

    now: Now
    people: tuple[PersonSeen, ...]
    """People of these roles who are on duty; who is not decides nothing."""


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """One role, as whoever leads sees it."""

    role: str
    is_played: bool
    """True where people play it; else the plan does."""
    people: tuple[PersonSeen, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A step that waits."""

    step: str
    reason: str
    on: tuple[str, ...]
    since_ms: int


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One line of the deck."""

    line: Line
    title: Words | str
    tells: Words | str
    sender: str
    note: str
    expects: Words | str


@dataclass(frozen=True, slots=True)
class Console:
    """The screen of whoever leads."""

    now: Now
    roles: tuple[RoleSeen, ...]
    deck: tuple[LineSeen, ...]
    waiting: tuple[Waiting, ...]
    deviations: tuple[Event, ...]
    """Decisions that departed from the plan, the latest first."""
    last: tuple[Event, ...]
    entries: tuple[Entry, ...]
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class SubjectSeen:
    """A load, function, source or store on the wall."""

    kind: Subject
    id: str
    value: str | float | None
    """None where nobody of the role knows."""
    age_ms: int | None
    """Time since it was so, as far as they know; None for what is so now, or stood before the drill."""
    dead_ms: int | None
    """Time a load has been without supply."""
    limit_ms: int | None
    """Longest interruption allowed."""
    security: bool

    @property
    def left_ms(self) -> int | None:
        """Return the time left until the limit; negative once it has been missed."""
        return None if self.dead_ms is None or self.limit_ms is None else self.limit_ms - self.dead_ms


@dataclass(frozen=True, slots=True)
class Wall:
    """The board everybody sees. `role` is whose knowledge it shows; empty for what is so."""

    now: Now
    role: str
    subjects: tuple[SubjectSeen, ...]
    heard: tuple[Heard, ...]
    """The last messages of the role; none where the board shows what is so."""
    last: tuple[Event, ...]
    """The last events; none where it shows what a role knows."""


def now_of(session: Session) -> Now:
    """Return the clocks."""
    drill, clock = session.drill, session.clock
    return Now(drill.now, session.begun, clock.runs, clock.speed, session.ending, drill.is_over)


def player(session: Session, roles: tuple[str, ...]) -> Player:
    """Return what somebody sees who plays these roles. Raises: KeyError for a role that is none."""
    is_on = session.begun and session.ending is None
    people = [each for role in roles for each in _people(session, role) if is_on]
    return Player(now_of(session), tuple(people))


def console(session: Session) -> Console:
    """Return what whoever leads sees."""
    run = session.drill.run
    events = run.journal().events
    roles = [
        RoleSeen(role, role not in session.drill.stand_in.roles, tuple(_people(session, role)))
        for role in run.case.dossier.plan.actors
    ]
    deviating = [e for e in reversed(events) if e.type == "decision" and e.data.get("deviation")]
    return Console(
        now_of(session), tuple(roles), tuple(_deck(session)), tuple(_waiting(events)), tuple(deviating[:LAST]),
        tuple(last_events(events)), tuple(reversed(session.log.entries[-LAST:])), tuple(session.participants.values()),
    )  # fmt: skip


def wall(session: Session, role: str = "") -> Wall:
    """Return the board: what the role's people on duty know, or with an empty role what is so; nothing before the drill
    begins. Raises: KeyError."""
    if not session.begun:
        return Wall(now_of(session), role, (), (), ())
    if not role:
        events = session.drill.run.journal().events
        return Wall(now_of(session), "", tuple(_true(session)), (), tuple(last_events(events)))
    people = list(_people(session, role))
    heard = sorted((each for person in people for each in person.heard), key=lambda each: -each.t_ms)
    return Wall(now_of(session), role, tuple(_known(session, people)), tuple(heard[:LAST]), ())


# -- people ------------------------------------------------------------------------------------------------------------


def _people(session: Session, role: str) -> Iterator[PersonSeen]:
    run = session.drill.run
    for person in run.case.dossier.plan.actors[role].held_by:
        view = _at_the_gauges(run.view(person), run.gauges(person))
        if not view.on_duty:
            continue
        offers = run.options(person) if not run.is_over else ()
        due = tuple(each for each in offers if _is_due(each))
        rest = tuple(each for each in offers if not _is_due(each))
        yield PersonSeen(
            view, role, tuple(_learned(view)), tuple(_heard(session, view)), due, rest, tuple(_cards(session, offers))
        )


def _at_the_gauges(view: View, levels: Mapping[str, float]) -> View:
    """Return the view with the levels somebody has before their eyes as they are now. In the run they learn them anew
    whenever anything happens, and a page that said when would tell of what nobody sees."""
    if not levels:
        return view
    now_ms = view.now_ms
    beliefs = tuple(
        replace(held, value=levels[held.id], since_ms=now_ms, as_of_ms=now_ms)
        if held.kind == "store" and held.id in levels
        else held
        for held in view.beliefs
    )
    return replace(view, beliefs=beliefs)


def _cards(session: Session, offers: tuple[Offer, ...]) -> Iterator[CardSeen]:
    marks: dict[str, CardStep] = {}
    for offer in offers:
        decision = offer.decision
        if isinstance(decision, Begin):
            reason = offer.waits[0] if offer.waits and offer.deviation else ""
            marks[base_name(decision.step)] = CardStep(decision.step, "waits" if offer.deviation else "due", reason)
        elif isinstance(decision, Finish):
            marks[base_name(decision.step)] = CardStep(decision.step, "busy", "")
    for card in session.drill.case.dossier.plan.all_cards():
        if any(step.id in marks for step in card.steps):
            yield CardSeen(card.id, tuple(marks.get(step.id, CardStep(step.id, "", "")) for step in card.steps))


def _is_due(offer: Offer) -> bool:
    return not offer.deviation and isinstance(offer.decision, DUE)


def _learned(view: View) -> Iterator[Known]:
    learned = [each for each in view.beliefs if each.since_ms is not None]
    for held in sorted(learned, key=lambda each: -(each.since_ms or 0)):
        age_ms = None if held.as_of_ms is None else view.now_ms - held.as_of_ms
        yield Known(held.kind, held.id, held.value, age_ms, held.source.by if held.source else "")


def _heard(session: Session, view: View) -> Iterator[Heard]:
    for message in reversed(view.messages[-LAST:]):
        sender, said = _words(session, message)
        yield Heard(message.t_ms, sender, said, message.step, message.facts)


def _words(session: Session, message: Message) -> tuple[str, Words | str]:
    """Return the sender and the words of a message."""
    key = message.information
    if isinstance(key, int):
        return "", session.drill.case.scenario.information[key].tell
    line = session.drill.deck.lines.get(key)
    if line is not None and line.inject is not None:
        return line.inject.from_, line.inject.tell
    told = next((each.data for each in session.log.entries if each.what == "told" and each.data["key"] == key), None)
    return (told["from_"], told["text"]) if told else (message.by, "")


# -- the run -----------------------------------------------------------------------------------------------------------


def _deck(session: Session) -> Iterator[LineSeen]:
    scenario = session.drill.case.scenario
    for line in session.drill.deck.lines.values():
        inject = line.inject
        if inject is not None:
            expects: Words | str = inject.expects.what if inject.expects else ""
            yield LineSeen(line, inject.title, inject.tell, inject.from_, inject.note, expects)
        elif line.event is not None and line.event[0] == "information":
            yield LineSeen(line, "", scenario.information[line.event[1]].tell, "", "", "")
        elif line.event is not None:
            yield LineSeen(line, scenario.events[line.event[1]].fault, "", "", "", "")


def to_send(session: Session) -> tuple[LineSeen, ...]:
    """Return the injects that are words to people: what somebody who speaks for others has to say, and no fault."""
    return tuple(each for each in _deck(session) if not _does_something(each.line))


def _does_something(line: Line) -> bool:
    if line.inject is not None:
        return line.inject.fault is not None
    return line.event is not None and line.event[0] != "information"


def _waiting(events: tuple[Event, ...]) -> Iterator[Waiting]:
    """Yield the steps that wait now, those that have waited longest first."""
    found: dict[str, Waiting] = {}
    for event in events:
        if event.type == "wait_begins":
            data = event.data
            found[data["step"]] = Waiting(data["step"], data["reason"], tuple(data["on"]), event.t_ms)
        elif event.type in ("wait_ends", "step_begins", "step_ends"):
            found.pop(event.data["step"], None)
    yield from found.values()


SHOWN = (
    "fault_begins", "fault_ends", "protection_trips", "load_lost", "load_restored", "source_lost", "source_back",
    "source_running", "start_failed", "source_stopped", "transfer_done", "transfer_refused", "transfer_failed",
    "switch_moved", "hazard", "function_changed", "store_empty", "ups_on_battery", "battery_empty", "card_active",
    "card_over", "step_begins", "step_ends", "step_overdue", "permit_asked", "permit_given", "permit_refused",
    "information_given",
)  # fmt: skip
"""Events that tell a room what has happened."""


def last_events(events: tuple[Event, ...], since: int = 0, most: int = LAST) -> Iterator[Event]:
    """Yield the last events that tell what has happened, the latest first; none of those before the number `since`."""
    found = (event for event in reversed(events) if event.type in SHOWN and event.seq >= since)
    yield from (event for event, _ in zip(found, range(most), strict=False))


def _true(session: Session) -> Iterator[SubjectSeen]:
    truth, lost = session.drill.run.truth(), _lost_since(session.drill.run.journal().events)
    for kind, name, limit_ms, security in _subjects(session):
        value = truth.get((kind, name))
        dead_ms = session.drill.now - lost[name] if kind == "load" and name in lost else None
        yield SubjectSeen(kind, name, value, None, dead_ms, limit_ms, security)


def _known(session: Session, people: list[PersonSeen]) -> Iterator[SubjectSeen]:
    """Yield what any of the people knows, whoever knows the latest."""
    now_ms = session.drill.now
    for kind, name, limit_ms, security in _subjects(session):
        held = [each for each in (person.view.belief(kind, name) for person in people) if each is not None]
        best = max(held, key=lambda each: each.as_of_ms if each.as_of_ms is not None else -(10**15), default=None)
        as_of = best.as_of_ms if best is not None else None
        age_ms = None if as_of is None else now_ms - as_of
        is_dark = kind == "load" and best is not None and best.value == "dead"
        dead_ms = age_ms if is_dark else None
        yield SubjectSeen(kind, name, best.value if best else None, age_ms, dead_ms, limit_ms, security)


def _subjects(session: Session) -> Iterator[tuple[Subject, str, int | None, bool]]:
    """Yield loads that are judged or safety-critical, functions, sources and stores, each with its limit."""
    site = session.drill.case.dossier.site
    for name, load in site.loads.items():
        if load.max_interruption is not None or load.security:
            yield "load", name, load.max_interruption, load.security
    for name, function in site.functions.items():
        yield "function", name, function.max_interruption, function.minimum_service
    yield from (("source", name, None, False) for name in site.sources)
    yield from (("store", name, None, False) for name in site.stores)


def _lost_since(events: tuple[Event, ...]) -> Mapping[str, int]:
    """Return the loads without supply, each with the time it was lost."""
    found: dict[str, int] = {}
    for event in events:
        if event.type == "load_lost":
            found[event.data["load"]] = event.t_ms
        elif event.type == "load_restored":
            found.pop(event.data["load"], None)
    return found
