"""One drill session: the drill, its clock, those who take part, and the log of what the room did.

The caller looks in at least once a second with the readings of its clocks; a session never sleeps and asks no clock.
Whatever is pressed acts at once, at the scenario time the clock shows, whether the clock runs or stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

from drillsim.session.clock import Clock, Gap, Reading, SetBack
from drillsim.session.deck import Line
from drillsim.session.drill import Drill
from drillsim.session.log import Entry, Log
from drillsim.session.participants import Participant, Right
from drillsim.simulation import Accepted, Activate, Begin, Choose, Decision, Inform, Permit, Refused
from drillsim.units import MS_PER

Ending = Literal["completed", "aborted", "abandoned", "real_emergency"]
ENDINGS: tuple[Ending, ...] = get_args(Ending)
DUE = (Activate, Begin, Choose, Permit)
"""Decisions of the plan that somebody is waited for with."""
UNDONE = (
    "note", "photo", "keyed", "corrected", "completed", "rated", "remarked", "graded", "row", "signed",
)  # fmt: skip
"""Entries that may be taken back."""
MARK_MS = 5 * MS_PER["s"]
"""So often the log says how late it is."""


class Broken(Exception):
    """The drill cannot be moved on: a fault of ours."""


class NotAllowed(Exception):
    """The participant does not have the right."""

    def __init__(self, right: Right) -> None:
        super().__init__(right)
        self.right = right


class Session:
    """A session as it goes on."""

    def __init__(self, drill: Drill, log: Log, clock: Clock | None = None) -> None:
        self.drill, self.log, self.clock = drill, log, clock or Clock(drill.now)
        self.participants: dict[str, Participant] = {}
        self.ending: Ending | None = None
        self.begun = any(entry.what in ("started", "jumped") for entry in log.entries)
        """True once scenario time has moved: before, the room is being briefed and sees nothing of what is to come."""
        self.is_double_blind = any(entry.what == "double_blind" for entry in log.entries)
        """True where nobody but whoever leads sees what is so before the drill has ended."""
        self._told = {name: _told(line) for name, line in drill.deck.lines.items()}
        """The lines as the log has them."""
        self._marked: Reading | None = None
        """The reading at which the log last said how late it is."""

    # -- the clock -------------------------------------------------------------------------------------------------
    def look(self, reading: Reading) -> None:
        """Bring the drill to the time the clock shows. After a gap the clock stands, and says so in the log."""
        found = self.clock.look(reading)
        if isinstance(found, Gap):
            self._add("gap", reading, ms=found.ms)
            self._add("paused", reading, why="gap")
        elif isinstance(found, SetBack):
            self._add("set_back", reading, ms=found.ms)
        self._move(self.clock.now(reading), reading)
        self._mark(reading)
        self._bring_by_the_rooms_clock(reading)

    def start(self, by: Participant, reading: Reading) -> None:
        """Scenario time goes on. Raises: NotAllowed."""
        self._may(by, "lead")
        self.look(reading)
        if not self.clock.runs and self.ending is None:
            self.clock.start(reading)
            self.begun = True
            self._add("started", reading, by)

    def pause(self, by: Participant, reading: Reading, why: str = "") -> None:
        """Scenario time stands; nothing is lost by it. Raises: NotAllowed."""
        self._may(by, "lead")
        self._pause(by, reading, why)

    def set_speed(self, speed: float, by: Participant, reading: Reading) -> None:
        """So many scenario seconds in one from now on; 0 pauses. Raises: NotAllowed, ValueError."""
        self._may(by, "lead")
        self.look(reading)
        self.clock.set_speed(speed, reading)
        self._add("speed", reading, by, speed=speed)

    def jump(self, to_ms: int, by: Participant, reading: Reading) -> None:
        """Come to a scenario time at once, with everything in between. Raises: NotAllowed, ValueError for one gone
        by."""
        self._jump(by, reading, to_ms, None)

    def jump_to_inject(self, by: Participant, reading: Reading) -> None:
        """Come to the next inject that a time brings; nowhere where none does. Raises: NotAllowed."""
        self.look(reading)
        due_ms = self.drill.deck.next_ms()
        if due_ms is not None:
            self._jump(by, reading, max(due_ms, self.drill.now), None)

    def jump_to_decision(self, by: Participant, reading: Reading) -> None:
        """Come to the next time somebody who is played has something to decide; to the end where nobody has. Raises:
        NotAllowed."""
        self.look(reading)
        before = set(self.due())
        self._jump(by, reading, self.drill.case.scenario.horizon, lambda: not before.issuperset(self.due()))

    def _jump(self, by: Participant, reading: Reading, to_ms: int, stops: Callable[[], bool] | None) -> None:
        self._may(by, "lead")
        self.look(reading)
        if to_ms < self.drill.now:
            raise ValueError(to_ms)
        self._go_to(to_ms, stops)
        self.clock.jump(self.drill.now, reading)
        self.begun = True
        self._add("jumped", reading, by, to_ms=self.drill.now)
        self._note_lines(reading)

    def due(self) -> Iterator[tuple[str, Decision]]:
        """Yield what is open to those whom people play and is what the plan would do."""
        for person in self.played_people():
            for offer in self.drill.run.options(person):
                if not offer.deviation and isinstance(offer.decision, DUE):
                    yield person, offer.decision

    @property
    def played_roles(self) -> tuple[str, ...]:
        """The roles people play, in the order of the plan; the plan plays all others."""
        return tuple(role for role in self.drill.case.dossier.plan.actors if role not in self.drill.stand_in.roles)

    def played_people(self) -> tuple[str, ...]:
        """The people who hold a role somebody plays, in the order of the plan."""
        actors = self.drill.case.dossier.plan.actors
        return tuple(dict.fromkeys(name for role in self.played_roles for name in actors[role].held_by))

    def let_play(self, role: str, participant: str, by: Participant, reading: Reading) -> None:
        """A participant plays the role from now on; with an empty id the plan does. Raises: NotAllowed, KeyError for a
        role that is none."""
        self._may(by, "lead")
        self.drill.case.dossier.plan.actors[role]
        self.look(reading)
        if self.ending is not None:
            return
        if participant:
            self.drill.stand_in.give(role)
        elif role not in self.drill.stand_in.roles:
            self.drill.stand_in.take(role, self.drill.run)
        self._add("played_by", reading, by, role=role, participant=participant)
        self._move(self.drill.now, reading)

    # -- those who take part ---------------------------------------------------------------------------------------
    def join(self, participant: Participant, reading: Reading) -> None:
        """Somebody takes part from now on."""
        self.participants[participant.id] = participant
        self._add(
            "joined", reading, participant, participant=participant.id, name=participant.name, part=participant.part,
            plays=list(participant.plays),
        )  # fmt: skip

    def leave(self, participant: Participant, reading: Reading) -> None:
        """Somebody takes part no longer; what they played waits for somebody else."""
        if self.participants.pop(participant.id, None) is not None:
            self._add("left", reading, participant, participant=participant.id)

    def took_back(self, participant: str, by: Participant, reading: Reading, *, anew: bool) -> None:
        """Somebody's link was taken back; `anew`: they were given another one. Raises: NotAllowed."""
        self._may(by, "lead")
        if not anew and (found := self.participants.get(participant)) is not None:
            self.leave(found, reading)
        self._add("renewed" if anew else "revoked", reading, by, participant=participant)

    def invited(self, participant: Participant, by: Participant, reading: Reading) -> None:
        """Somebody more is given a link. Raises: NotAllowed."""
        self._may(by, "lead")
        self._add(
            "invited", reading, by, participant=participant.id, name=participant.name, part=participant.part,
            plays=list(participant.plays),
        )  # fmt: skip

    def blind(self, by: Participant, reading: Reading) -> None:
        """From now on nobody but whoever leads sees what is so before the drill has ended. Raises: NotAllowed."""
        self._may(by, "lead")
        self.is_double_blind = True
        self._add("double_blind", reading, by)

    def sees_all(self, who: Participant) -> bool:
        """Return whether somebody sees what is so: everybody does once the drill has ended."""
        return self.ending is not None or who.may("lead") or (who.may("see_all") and not self.is_double_blind)

    def showed(self, role: str, by: Participant, reading: Reading) -> None:
        """The board shows what the role knows from now on, or with an empty one what is so. Raises: NotAllowed, also
        for what is so while a double-blind drill goes on; KeyError for a role that is none."""
        self._may(by, "lead")
        if not role and self.is_double_blind and self.ending is None:
            raise NotAllowed("see_all")
        if role:
            self.drill.case.dossier.plan.actors[role]
        self._add("wall", reading, by, role=role)

    def decide(self, decision: Decision, by: Participant, reading: Reading) -> Accepted | Refused:
        """Somebody decides now. Raises: NotAllowed for a person they do not play."""
        self.look(reading)
        if not by.may("decide_for_all") and decision.by not in self._people_of(by):
            raise NotAllowed("decide_for_all")
        answer = self.drill.submit(decision, wall_time(reading), by.id)
        if isinstance(answer, Refused):
            self._add("refused", reading, by, decision=type(decision).__name__.lower(), code=answer.code)
        self._move(self.drill.now, reading)
        return answer

    def _people_of(self, participant: Participant) -> tuple[str, ...]:
        actors = self.drill.case.dossier.plan.actors
        return tuple(name for role in participant.plays for name in actors[role].held_by)

    def key(
        self, words: str, decision: Decision | None, by: Participant, reading: Reading
    ) -> Accepted | Refused | None:
        """As `decide`, with the words somebody keyed while people spoke; without a decision the words alone are kept,
        to be completed. Raises: NotAllowed."""
        self._may(by, "decide_for_all")
        answer = self.decide(decision, by, reading) if decision is not None else None
        role = decision.by if decision is not None else ""
        self._add("keyed", reading, by, text=words, time_ms=self.drill.now, role=role)
        return answer

    def rate(self, step: str, rating: str, reason: str, by: Participant, reading: Reading) -> None:
        """Grade a step. Raises: NotAllowed."""
        self._may(by, "rate")
        self._add("rated", reading, by, step=step, rating=rating, reason=reason)

    def remark(self, step: str, text: str, by: Participant, reading: Reading) -> None:
        """Words of an evaluator about a step, in place of those before. Raises: NotAllowed."""
        self._may(by, "rate")
        self._add("remarked", reading, by, step=step, text=text)

    def tell(
        self, words: str, to: tuple[str, ...], sender: str, by: Participant, reading: Reading
    ) -> Accepted | Refused:
        """Have people and roles told something that stands in no list. Raises: NotAllowed."""
        self._may(by, "inject")
        self.look(reading)
        key = f"told-{len(self.log.entries) + 1}"
        answer = self.drill.submit(Inform(to, key), wall_time(reading), by.id)
        if isinstance(answer, Accepted):
            self._add("told", reading, by, key=key, text=words, to=list(to), from_=sender)
        self._move(self.drill.now, reading)
        return answer

    def note(self, text: str, by: Participant, reading: Reading) -> None:
        """Words in the record."""
        self._may(by, "note")
        self._add("note", reading, by, text=text)

    def attend(self, name: str, unit: str, role: str, by: Participant, reading: Reading) -> None:
        """Somebody signs in, with the company they come from and their part in their own words."""
        self._add("attended", reading, by, name=name, unit=unit, role=role)

    def settle(self, item: str, by: Participant, reading: Reading) -> None:
        """Something is settled with the room before the drill. Raises: NotAllowed."""
        self._may(by, "lead")
        self._add("settled", reading, by, item=item)

    # -- afterwards, and of the record -------------------------------------------------------------------------------
    def photo(self, file: str, text: str, by: Participant, reading: Reading) -> None:
        """Keep the name of a photo's file, with words. Raises: NotAllowed."""
        self._may(by, "note")
        self._add("photo", reading, by, file=file, text=text)

    def correct(self, step: str, at_ms: int | None, who: str, why: str, by: Participant, reading: Reading) -> Entry:
        """A step was done at another time, or by another person: judging goes by that, the plant stays as it was.

        Raises: NotAllowed; ValueError for a time that has not come; KeyError for a step that has not begun, or nobody.
        """
        self._may(by, "decide_for_all")
        if at_ms is not None and not self.drill.run.journal().start_ms <= at_ms <= self.drill.now:
            raise ValueError(at_ms)
        if step not in {e.data["step"] for e in self.drill.run.journal().of("step_begins", "step_ends")}:
            raise KeyError(step)
        if who:
            self.drill.case.dossier.customer.people[who]
        return self._add("corrected", reading, by, step=step, at_ms=at_ms, person=who, why=why)

    def complete(self, entry: int, at_ms: int, role: str, step: str, by: Participant, reading: Reading) -> Entry:
        """Say when, by whom and in which step the words of an entry were done.

        Raises: NotAllowed; KeyError for an entry that holds no keyed words, a role or a step that is none; ValueError
        for a time that has not come.
        """
        self._may(by, "decide_for_all")
        if not any(each.number == entry and each.what == "keyed" for each in self.log.entries):
            raise KeyError(entry)
        if not self.drill.run.journal().start_ms <= at_ms <= self.drill.now:
            raise ValueError(at_ms)
        if role:
            self.drill.case.dossier.plan.actors[role]
        if step and step not in {e.data["step"] for e in self.drill.run.journal().of("step_begins", "step_ends")}:
            raise KeyError(step)
        return self._add("completed", reading, by, entry=entry, at_ms=at_ms, role=role, step=step)

    def take_back(self, entry: int, why: str, by: Participant, reading: Reading) -> None:
        """An entry of the record does not hold any more; it stays in the log. Raises: NotAllowed; KeyError for one that
        cannot be taken back: what the room did to the run is undone by another decision, not by a line of the log."""
        found = next((each for each in self.log.entries if each.number == entry and each.what in UNDONE), None)
        if found is None:
            raise KeyError(entry)
        if not (by.may("lead") or found.by == by.id):
            raise NotAllowed("lead")
        self._add("taken_back", reading, by, entry=entry, why=why)

    def keep_row(self, row: Mapping[str, Any], by: Participant, reading: Reading) -> Entry:
        """Keep one row of the improvement list as it stands now. Raises: NotAllowed; KeyError for other fields."""
        self._may_edit(by)
        return self._add("row", reading, by, **row)

    def grade(self, item: str, grade: str, reason: str, by: Participant, reading: Reading) -> None:
        """Grade an objective, or with `whole` the drill, once it has been completed. Raises: NotAllowed; ValueError for
        a drill that was not completed."""
        self._may(by, "rate")
        if self.ending != "completed":
            raise ValueError(item)
        self._add("graded", reading, by, item=item, grade=grade, reason=reason)

    def sign(self, name: str, by: Participant, reading: Reading) -> None:
        """The head of the evaluators signs. Raises: NotAllowed; ValueError before the drill has ended."""
        self._may(by, "rate")
        if self.ending is None:
            raise ValueError(name)
        self._add("signed", reading, by, name=name)

    def show(self, section: str, by: Participant, reading: Reading) -> None:
        """Have everybody see one part of the hot wash; with an empty one the board again. Raises: NotAllowed;
        ValueError before the drill has ended."""
        self._may(by, "lead")
        if self.ending is None:
            raise ValueError(section)
        self._add("shows", reading, by, section=section)

    def taken_over(self, numbers: Mapping[str, str], by: Participant, reading: Reading) -> None:
        """Note the numbers rows have in the customer's register. Raises: NotAllowed."""
        self._may(by, "lead")
        self._add("taken_over", reading, by, rows=dict(numbers))

    def _may_edit(self, by: Participant) -> None:
        if not (by.may("lead") or by.may("rate")):
            raise NotAllowed("rate")

    # -- injects ---------------------------------------------------------------------------------------------------
    def give(self, line: str, by: Participant, reading: Reading) -> Accepted | Refused:
        """Bring in an inject now. Raises: NotAllowed, KeyError."""
        self._may(by, "inject")
        self.look(reading)
        answer = self.drill.give(line, wall_time(reading), by.id)
        self._move(self.drill.now, reading, by)
        return answer

    def hold(self, line: str, by: Participant, reading: Reading) -> None:
        """An inject waits. Raises: NotAllowed, KeyError."""
        self._deck(by, reading, lambda: self.drill.hold(line, wall_time(reading), by.id))

    def skip(self, line: str, by: Participant, reading: Reading) -> None:
        """An inject does not come. Raises: NotAllowed, KeyError."""
        self._deck(by, reading, lambda: self.drill.skip(line, wall_time(reading), by.id))

    def release(self, line: str, by: Participant, reading: Reading) -> None:
        """An inject that was held comes after all. Raises: NotAllowed, KeyError."""
        self._deck(by, reading, lambda: self.drill.release(line))

    def shift(self, by_ms: int, by: Participant, reading: Reading) -> None:
        """Move all that still comes at a time. Raises: NotAllowed."""
        self._deck(by, reading, lambda: self.drill.shift(by_ms, wall_time(reading), by.id))
        self._add("shifted", reading, by, by_ms=by_ms)

    def _deck(self, by: Participant, reading: Reading, act: Callable[[], object]) -> None:
        self._may(by, "inject")
        self.look(reading)
        act()
        self._move(self.drill.now, reading, by)

    # -- the end ---------------------------------------------------------------------------------------------------
    def halt(self, by: Participant, reading: Reading) -> None:
        """Stop for a real emergency while the record cannot be written: it is told at once, and recorded if it can be.
        Raises: NotAllowed, OSError."""
        self._may(by, "stop")
        self.clock.pause(reading)
        if self.ending is None:
            self.ending = "real_emergency"
            self._add("stopped", reading, by, how=self.ending, why="")

    def stop(self, how: Ending, by: Participant, reading: Reading, why: str = "") -> None:
        """The drill ends now, once. Only one that was led to its end is `completed`. Raises: NotAllowed."""
        self._may(by, "lead" if how == "completed" else "stop")
        if self.ending is not None:
            return
        self.look(reading)
        self._pause(by, reading, how)
        self.ending = how
        if how == "completed":
            self.drill.run.finish()
        else:
            self.drill.run.finish("stopped", why=how)
        self._add("stopped", reading, by, how=how, why=why)

    # -- the room's clock ------------------------------------------------------------------------------------------
    def _mark(self, reading: Reading) -> None:
        """Say how late it is every few seconds, so that a drill that dies goes on from there."""
        if not self.clock.runs or self.ending is not None:
            return
        if self._marked is None or reading.monotonic - self._marked.monotonic >= MARK_MS:
            self._marked = reading
            self._add("clock", reading)

    def _bring_by_the_rooms_clock(self, reading: Reading) -> None:
        """Injects for a time of day come when the room's clock has come to it since the session was opened, as soon as
        scenario time runs."""
        opened = self.log.last("opened")
        if opened is None or not self.clock.runs:
            return
        for line in self.drill.deck.to_come():
            at_clock = line.inject.at_clock if line.inject is not None else None
            if at_clock is not None and _reading_of(opened.wall, at_clock) <= reading.wall:
                self.drill.give(line.id, wall_time(reading))
                self._move(self.drill.now, reading)

    # -- inside ----------------------------------------------------------------------------------------------------
    def _pause(self, by: Participant, reading: Reading, why: str) -> None:
        self.look(reading)
        if self.clock.runs:
            self.clock.pause(reading)
            self._add("paused", reading, by, why=why)

    def _move(self, to_ms: int, reading: Reading, by: Participant | None = None) -> None:
        if self.ending is not None:
            return
        self._go_to(to_ms)
        self._note_lines(reading, by)
        if self.drill.is_over and self.clock.runs:
            self.clock.pause(reading)
            self._add("paused", reading, why="horizon")

    def _go_to(self, to_ms: int, stops: Callable[[], bool] | None = None) -> None:
        """Move the drill; a fault in it is never a stranger's word. Raises: Broken; OSError for a record that cannot
        be written."""
        try:
            self.drill.go_to(to_ms, stops)
        except (ValueError, LookupError, TypeError) as fault:
            raise Broken from fault

    def _note_lines(self, reading: Reading, by: Participant | None = None) -> None:
        """Lines that have changed stand in the log, with whoever changed them."""
        for name, line in self.drill.deck.lines.items():
            told = _told(line)
            if told != self._told[name]:
                self._told[name] = told
                self._add("line", reading, by, **told)

    def opened(self, by: Participant, reading: Reading) -> None:
        """Say in the log what is played."""
        case, header = self.drill.case, self.drill.run.journal().header
        self._add(
            "opened", reading, by, customer=case.dossier.folder, scenario=case.scenario_id, seed=header["seed"],
            plan_version=case.dossier.plan.version, played=list(self.played_roles),
        )  # fmt: skip

    def resumed(self, entries: Sequence[Entry], reading: Reading) -> None:
        """Take part in what the log tells of, and say that it goes on. The clock stands."""
        self.take_part(entries, reading)
        self._add("resumed", reading)
        self._note_lines(reading)
        if self.drill.run.is_over and self.ending is None:  # it died between its last event and the word of it
            ended = self.drill.run.journal().events[-1].data
            why = "completed" if ended["status"] == "completed" else ended.get("why", "")
            self.ending = next((each for each in ENDINGS if each == why), "aborted")
            self._add("stopped", reading, how=self.ending, why="")

    def branched(self, session: str, at_ms: int, reading: Reading) -> None:
        """Take part in what the log tells of, and say from which session and moment this one branched."""
        self.take_part(self.log.entries, reading)
        self._add("branched", reading, session=session, from_ms=at_ms)
        self._note_lines(reading)

    def take_part(self, entries: Sequence[Entry], reading: Reading) -> None:
        """Have those take part who did, at the speed and with the end the log tells of."""
        for entry in entries:
            data = entry.data
            if entry.what == "joined":
                found = Participant(data["participant"], data["name"], data["part"], tuple(data["plays"]))
                self.participants[found.id] = found
            elif entry.what == "left":
                self.participants.pop(data["participant"], None)
            elif entry.what == "speed":
                self.clock.set_speed(data["speed"], reading) if data["speed"] else None
            elif entry.what == "stopped":
                self.ending = data["how"]

    def _add(self, what: str, reading: Reading, by: Participant | None = None, **data: object) -> Entry:
        return self.log.add(self.drill.now, wall_time(reading), what, by.id if by is not None else "", **data)

    @staticmethod
    def may(by: Participant, right: Right) -> None:
        """Raises: NotAllowed where a participant does not have a right."""
        Session._may(by, right)

    @staticmethod
    def _may(by: Participant, right: Right) -> None:
        if not by.may(right):
            raise NotAllowed(right)


def _told(line: Line) -> dict[str, Any]:
    return {
        "line": line.id, "state": line.state, "due_ms": line.due_ms, "given_ms": line.given_ms,
        "withdrawn": line.withdrawn, "fulfilled": line.fulfilled,
    }  # fmt: skip


def _reading_of(opened: str, minutes: int) -> float:
    """Return the first moment behind the opening at which the room's clock shows that time of day, ms since 1970."""
    since = dt.datetime.fromisoformat(opened)
    day = since.replace(hour=0, minute=0, second=0, microsecond=0)
    found = day + dt.timedelta(minutes=minutes)
    return (found if found >= since else found + dt.timedelta(days=1)).timestamp() * 1000


def wall_time(reading: Reading) -> str:
    """The room's time in words of ISO 8601, with its offset."""
    return dt.datetime.fromtimestamp(reading.wall / 1000).astimezone().isoformat(timespec="milliseconds")
