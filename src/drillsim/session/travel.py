"""The record of a session, looked at again at any of its moments; nothing in its folder is touched.

A moment is scenario time: everything up to and with it has happened. The knowledge of a role is not stored; the drill
is played as far again from what was decided in it, which gives the same, to the last byte.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import begin_folder, part_of_folder, recorded_case, write_bytes
from drillsim.journal import Event, Journal, read_journal
from drillsim.network import PowerFlow, flow_for
from drillsim.schema import Case, Msel
from drillsim.session.clock import Clock, Reading
from drillsim.session.drill import Drill
from drillsim.session.log import Entry, Log, read_log
from drillsim.session.record import JOURNAL, LOG, Record, free_path, recorded_msel
from drillsim.session.restored import restored
from drillsim.session.session import Session
from drillsim.session.situation import SHOWN
from drillsim.simulation import Checkpoint, Run, decided_by_people, go_on

UNTOLD = ("clock", "line")
"""Entries of the log that are no moment of their own."""


@dataclass(frozen=True)
class Travel:
    """One record: the drill, and the moments at which something happened in it."""

    folder: Path
    case: Case
    journal: Journal
    entries: tuple[Entry, ...]
    msel: Msel | None
    flow: PowerFlow
    moments: tuple[int, ...]
    """Scenario times, ms, in order; T0 first."""

    @property
    def end_ms(self) -> int:
        """Scenario time the record ends at."""
        return max(self.journal.end_ms, *(each.at_ms for each in self.entries))

    def before(self, at_ms: int) -> int:
        """Return the moment before that time; the first where there is none."""
        return self.moments[max(0, bisect_left(self.moments, at_ms) - 1)]

    def after(self, at_ms: int) -> int:
        """Return the moment after that time; the last where there is none."""
        return self.moments[min(len(self.moments) - 1, bisect_right(self.moments, at_ms))]

    def events(self, at_ms: int) -> tuple[Event, ...]:
        """Return what happened at that very time, of what tells a room what has happened."""
        return tuple(each for each in self.journal.events if each.t_ms == at_ms and each.type in SHOWN)

    def log(self, at_ms: int) -> tuple[Entry, ...]:
        """Return what the room did up to and with that time."""
        return tuple(each for each in self.entries if each.at_ms <= at_ms)

    def at(self, at_ms: int) -> Session:
        """Return the session as it was at the end of that instant, standing; nobody has ended it yet."""
        entries = self.log(at_ms)
        run = self._run(at_ms)
        drill = self._drill(run, at_ms, entries)
        session = Session(drill, Log(None, entries), Clock(run.now))
        session.take_part(entries, Reading(0, 0))
        session.ending = None
        return session

    def _run(self, at_ms: int) -> Run:
        taken = tuple(each for each in decided_by_people(self.journal) if each.t_ms <= at_ms)
        run = go_on(self.case, Checkpoint(self.journal.header, taken, at_ms, 1), flow=self.flow)
        play_out(run)
        return run

    def _drill(self, run: Run, at_ms: int, entries: Sequence[Entry]) -> Drill:
        events = tuple(each for each in self.journal.events if each.t_ms <= at_ms)
        found = restored(self.case, Journal(self.journal.header, events), entries, self.msel)
        return Drill(run, found.deck, found.stand_in)


def play_out(run: Run) -> None:
    """Play the rest of the instant a run stands at."""
    while not run.is_over and run.next_ms() == run.now:
        run.advance(run.now)


def open_record(folder: Path) -> Travel:
    """The record in `folder`, or in its `.part`, whether the drill has ended or was broken off.

    Raises: InvalidInput, JournalUnreadable where the folder holds none, or another version wrote it.
    """
    found = next((each for each in (folder, part_of_folder(folder)) if (each / LOG).is_file()), None)
    if found is None or not (found / JOURNAL).is_file():
        raise InvalidInput([Problem(file=folder.as_posix(), code="session-none")])
    entries, journal = read_log(found / LOG), read_journal(found / JOURNAL)
    if not journal.events or not entries:
        raise InvalidInput([Problem(file=folder.as_posix(), code="session-not-begun")])
    case = recorded_case(found / "inputs", journal.header)
    flow = flow_for(case.dossier.network)
    times = {max(0, e.t_ms) for e in journal.events if e.type in (*SHOWN, "decision")}
    times |= {max(0, each.at_ms) for each in entries if each.what not in UNTOLD}
    moments = tuple(sorted({0, *times}))
    return Travel(found, case, journal, entries, recorded_msel(found, case), flow, moments)


def branch_session(folder: Path, at_ms: int, reading: Reading) -> Record:
    """A new session beside the one in `folder`, which stays as it is: up to a moment as it was, standing there, and
    from there on another. Its journal and its log say from which session and moment it branched.

    Raises: InvalidInput as `open_record`, and for a time the record does not reach.
    """
    travel = open_record(folder)
    if not 0 <= at_ms <= travel.end_ms:
        told = facts(at=at_ms // 1000, end=travel.end_ms // 1000)
        raise InvalidInput([Problem(file=folder.as_posix(), field="--at", code="session-branch-beyond", facts=told)])
    name = travel.folder.name.removesuffix(".part")
    path = free_path(travel.folder.with_name(name))
    part = begin_folder(path, JOURNAL)
    for file in sorted((travel.folder / "inputs").iterdir()):
        write_bytes(part / "inputs" / file.name, file.read_bytes())
    journal = (part / JOURNAL).open("w", encoding="utf-8", newline="\n")
    log = (part / LOG).open("w", encoding="utf-8", newline="\n")
    entries = travel.log(at_ms)
    header = {**travel.journal.header, "branched": {"session": name, "at_ms": at_ms}}
    taken = tuple(each for each in decided_by_people(travel.journal) if each.t_ms <= at_ms)
    run = go_on(travel.case, Checkpoint(header, taken, at_ms, 1), flow=travel.flow, stream=journal)
    play_out(run)
    drill = travel._drill(run, at_ms, entries)
    run.ask(drill.stand_in.operators())
    drill.catch_up()
    drill.go_to(at_ms)
    kept = Log(log)
    for each in entries:
        if each.what != "stopped":
            kept.add(each.at_ms, each.wall, each.what, each.by, **each.data)
    session = Session(drill, kept, Clock(run.now))
    session.branched(name, at_ms, reading)
    return Record(session, path, (journal, log))
