"""The folder of a session: all that is needed to go on after a crash, and to look at the drill later.

    reports/<customer>/session-<scenario>-s<seed>/
      journal.jsonl    what happened in the run, line by line as it happened
      session.jsonl    what the room did beside the decisions
      inputs/          the exact files, scenario.yaml and the list of injects among them

It is called `.part` until the drill has ended. A name that is taken gets a number behind it: no drill is
played twice.

A drill that was broken off is played again from its journal; the journal's file is only ever added to, and what is
played again must be what stands there. Then everything stands as it did, but for the event in flight.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO, cast

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    CustomerFolder,
    MselFile,
    ScenarioFile,
    begin_folder,
    digests_of,
    finish_folder,
    input_files,
    load_customer,
    load_msel,
    part_of_folder,
    recorded_case,
    write_bytes,
)
from drillsim.journal import Journal, read_journal
from drillsim.network import flow_for
from drillsim.schema import Case, Msel
from drillsim.session.clock import Clock, Reading
from drillsim.session.drill import Drill, open_drill
from drillsim.session.log import Entry, Log, read_log
from drillsim.session.participants import Participant
from drillsim.session.restored import restored
from drillsim.session.session import Session, wall_time
from drillsim.simulation import Run, resume

JOURNAL, LOG, MSEL = "journal.jsonl", "session.jsonl", "msel.yaml"


class Closes(Protocol):
    """Something that is closed in the end."""

    def close(self) -> None: ...


@dataclass(slots=True)
class Record:
    """A session and the folder it is written in."""

    session: Session
    path: Path
    """Path it will stand at once it has ended."""
    _streams: tuple[Closes, ...]
    is_reopened: bool = False
    """True where it had ended before: it stands at its path, and what is said afterwards is added."""

    @property
    def part(self) -> Path:
        """Return the path it stands at while it goes on."""
        return self.path if self.is_reopened else part_of_folder(self.path)

    def take_up_again(self, reading: Reading) -> None:
        """Go on from what stands in the files, with the clock standing, after one could not be written. Raises:
        OSError, InvalidInput, JournalUnreadable."""
        self._release()
        found = resume_session(self.part, reading)
        self.session, self._streams = found.session, found._streams

    def _release(self) -> None:
        """Close the files, as far as they can be written."""
        for stream in self._streams:
            with suppress(OSError):
                stream.close()

    def close(self) -> Path:
        """Close the files; give the path the folder stands at. One that has ended gets its name."""
        self._release()
        if self.is_reopened:
            return self.path
        return finish_folder(self.path, JOURNAL) if self.session.ending is not None else self.part


def open_session(
    out: Path,
    customer: CustomerFolder,
    scenario: ScenarioFile,
    reading: Reading,
    leader: Participant,
    *,
    msel: MselFile | None = None,
    played: Collection[str] = (),
    seed: int = 1,
) -> Record:
    """A new session at T0, standing, and its folder below `out`."""
    path = free_path(out / customer.results / f"session-{scenario.id}-s{seed}")
    part = begin_folder(path, JOURNAL)
    inputs = {**input_files(customer, scenario), **({MSEL: msel.file.data} if msel else {})}
    for name, data in inputs.items():
        write_bytes(part / "inputs" / name, data)
    journal = (part / JOURNAL).open("w", encoding="utf-8", newline="\n")
    log = (part / LOG).open("w", encoding="utf-8", newline="\n")
    case = Case(customer.dossier, scenario.id, scenario.scenario)
    drill = open_drill(
        case, flow_for(case.dossier.network), played=played, seed=seed, msel=msel.msel if msel else None,
        stream=journal, header={"digests": digests_of(customer, scenario), "opened": wall_time(reading)},
    )  # fmt: skip
    session = Session(drill, Log(log))
    session.opened(leader, reading)
    session.join(leader, reading)
    return Record(session, path, (journal, log))


def resume_session(folder: Path, reading: Reading) -> Record:
    """The session in `folder`, or in its `.part`, as it was left; it stands. One that has ended is opened again for
    what is said afterwards: its hot wash, grades and improvement list.

    Raises: InvalidInput, JournalUnreadable where the folder holds none, or another version wrote it.
    """
    path = folder.with_name(folder.name.removesuffix(".part"))
    is_over = (path / LOG).is_file() and not (part_of_folder(path) / LOG).is_file()
    part = path if is_over else part_of_folder(path)
    for name in (JOURNAL, LOG):
        if not (part / name).is_file():
            raise InvalidInput([Problem(file=folder.as_posix(), code="session-none")])
    entries = read_log(part / LOG)
    recorded = read_journal(part / JOURNAL)
    if not recorded.events or not entries:
        raise InvalidInput([Problem(file=folder.as_posix(), code="session-not-begun")])
    journal, log = Again(part / JOURNAL), _to_go_on(part / LOG, len(entries))
    try:
        session = _again(part, recorded, entries, journal, log)
    except BaseException:
        journal.close()
        log.close()
        raise
    session.resumed(entries, reading)
    return Record(session, path, (journal, log), is_over)


def _again(part: Path, recorded: Journal, entries: Sequence[Entry], journal: Again, log: TextIO) -> Session:
    """Play the drill again from its journal, and go on to the last moment the log tells of."""
    case = recorded_case(part / "inputs", recorded.header)
    run = resume(case, recorded, flow=flow_for(case.dossier.network), stream=cast("TextIO", journal))
    _come_to(run, len(recorded.events))
    found = restored(case, recorded, entries, recorded_msel(part, case))
    drill = Drill(run, found.deck, found.stand_in)
    if recorded.complete:
        ended = recorded.events[-1].data
        run.finish(ended["status"], **({"why": ended["why"]} if "why" in ended else {}))
    elif not run.is_over:
        run.ask(drill.stand_in.operators())
        for decision in found.in_flight:
            run.submit(decision)
        drill.catch_up()
        drill.go_to(max(run.now, *(each.at_ms for each in entries)))
    return Session(drill, Log(log, tuple(entries)), Clock(run.now))


class Again:
    """The journal's file while the run is played again: lines that stand there are compared, new ones are added."""

    def __init__(self, path: Path) -> None:
        lines = path.read_bytes().splitlines(keepends=True)
        whole = [line for line in lines if line.endswith(b"\n")]
        self._path, self._there, self._place = path, whole, 0
        self._stream = path.open("r+b")
        self._stream.truncate(sum(map(len, whole)))
        self._stream.seek(0, os.SEEK_END)

    def write(self, text: str) -> int:
        """Add a line, or see that it is the one that stands there. Raises: InvalidInput where it is another."""
        data, place, self._place = text.encode("utf-8"), self._place, self._place + 1
        if place >= len(self._there):
            self._stream.write(data)
        elif self._there[place] != data:
            raise InvalidInput([Problem(file=self._path.as_posix(), line=place + 1, code="session-not-the-same")])
        return len(text)

    def flush(self) -> None:
        """Hand over to the machine what was added."""
        self._stream.flush()

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


def _come_to(run: Run, events: int) -> None:
    """Play on in the last moment as far as the record goes."""
    while not run.is_over and len(run.journal().events) < events:
        before = len(run.journal().events)
        run.advance(run.now)
        if len(run.journal().events) == before and run.next_ms() != run.now:
            return


def recorded_msel(part: Path, case: Case) -> Msel | None:
    """Return the list of injects in a session's folder; None where it was opened without one."""
    file = part / "inputs" / MSEL
    if not file.is_file():
        return None
    return load_msel(file, load_customer(part / "inputs"), case.scenario_id).msel


def _to_go_on(path: Path, entries: int) -> TextIO:
    """Open the log behind its last whole line."""
    lines = path.read_bytes().splitlines(keepends=True)[:entries]
    stream = path.open("r+", encoding="utf-8", newline="\n")
    stream.truncate(sum(map(len, lines)))
    stream.seek(0, os.SEEK_END)
    return stream


def free_path(path: Path) -> Path:
    """The path, with the first number behind it under which nothing stands."""
    return next(each for each in _numbered(path) if not each.exists() and not part_of_folder(each).exists())


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, 10_000):
        yield path.with_name(f"{path.name}-{number}")
    raise InvalidInput([Problem(file=path.as_posix(), code="session-too-many", facts=facts(most=9_999))])


__all__ = ["JOURNAL", "LOG", "Record", "open_session", "recorded_msel", "resume_session"]
