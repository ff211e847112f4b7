"""A session that dies goes on where it stood, with at most what was in flight lost."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from drillsim.errors import InvalidInput
from drillsim.files import MselFile, load_customer, load_msel, load_scenario, own_msel, scenario_path
from drillsim.journal import read_journal
from drillsim.session.clock import Reading
from drillsim.session.log import read_log
from drillsim.session.participants import Participant
from drillsim.session.record import JOURNAL, LOG, Record, open_session, resume_session
from drillsim.simulation import Act, Go, replay
from drillsim.units import MS_PER
from helpers.deciding import bytes_of
from helpers.shipped import HOSPITAL, ROOT
from helpers.thinned import thinned

MIN = MS_PER["min"]
NIGHT = "both-lost-night-autostart-fails"
PLAN = ROOT / "plans" / HOSPITAL
LEADER = Participant("lead", "王老师", "controller")
PLAYED = ("duty-electrician", "second-electrician")
FOLDER = load_customer(PLAN)


def own_list() -> MselFile:
    path = own_msel(PLAN, NIGHT)
    assert path is not None
    return load_msel(path, FOLDER, NIGHT)


class Room:
    """A session and the clocks of its machine, four looks a second at 60 times the pace."""

    def __init__(self, record: Record, monotonic: int = 1_000) -> None:
        self.record, self.session = record, record.session
        self.monotonic, self.wall = monotonic, 1_800_000_000_000 + monotonic

    @property
    def reading(self) -> Reading:
        return Reading(self.monotonic, self.wall)

    def wait(self, ms: int, pause_s: float = 0.0) -> None:
        for _ in range(ms // 250):
            self.monotonic, self.wall = self.monotonic + 250, self.wall + 250
            self.session.look(self.reading)
            time.sleep(pause_s)

    def people_of_shift(self) -> list[str]:
        run = self.session.drill.run
        return [each for each in self.session.played_people() if run.view(each).on_duty]


def opened(out: Path) -> Room:
    at = Reading(1_000, 1_800_000_001_000)
    scenario = load_scenario(scenario_path(NIGHT, PLAN))
    return Room(open_session(out, FOLDER, scenario, at, LEADER, msel=own_list(), played=PLAYED))


def script(room: Room, pause_s: float) -> None:
    """Forty minutes of a drill, with a hand on everything."""
    session = room.session
    session.set_speed(60, LEADER, room.reading)
    session.start(LEADER, room.reading)
    room.wait(3_000, pause_s)
    session.hold("press", LEADER, room.reading)
    session.note("三号记录", LEADER, room.reading)
    for person in room.people_of_shift():
        session.decide(Go("genset-room", person), LEADER, room.reading)
    room.wait(4_000, pause_s)
    session.give("phone-lost", LEADER, room.reading)
    session.pause(LEADER, room.reading)
    session.let_play("second-electrician", "", LEADER, room.reading)
    session.tell("记者到了", ("duty-officer",), "保卫科", LEADER, room.reading)
    session.start(LEADER, room.reading)
    room.wait(3_000, pause_s)
    session.shift(3 * MIN, LEADER, room.reading)
    session.decide(Act("start", ("genset-1",), room.people_of_shift()[0]), LEADER, room.reading)
    room.wait(10_000, pause_s)
    session.give("press", LEADER, room.reading)
    session.let_play("duty-electrician", "", LEADER, room.reading)
    room.wait(20_000, pause_s)


def told(journal: Any) -> Counter[Any]:
    return Counter(e.data["information"] for e in journal.of("information_given"))


def test_a_session_leaves_a_folder_and_takes_its_name_when_it_has_ended(tmp_path: Path) -> None:
    room = opened(tmp_path)
    assert room.record.part.name == f"session-{NIGHT}-s1.part"
    script(room, 0)
    again = opened(tmp_path)
    assert again.record.path.name == f"session-{NIGHT}-s1-2"
    again.record.close()
    room.session.stop("completed", LEADER, room.reading)
    path = room.record.close()
    assert path == room.record.path
    journal = read_journal(path / JOURNAL)
    assert journal.complete and journal.events == room.session.drill.run.journal().events
    assert bytes_of(replay(room.session.drill.case, journal)) == bytes_of(journal)
    assert list(read_log(path / LOG)) == room.session.log.entries
    assert (path / "inputs" / "msel.yaml").read_bytes() == own_list().file.data


def test_one_that_has_ended_is_opened_again_for_what_is_said_afterwards(tmp_path: Path) -> None:
    room = opened(tmp_path)
    script(room, 0)
    room.session.stop("completed", LEADER, room.reading)
    path = room.record.close()
    journal = (path / JOURNAL).read_bytes()
    again = resume_session(path, room.reading)
    assert again.part == path and again.session.ending == "completed"
    again.session.note("会后补记", LEADER, room.reading)
    assert again.close() == path
    assert (path / JOURNAL).read_bytes() == journal
    assert [each.data["text"] for each in read_log(path / LOG) if each.what == "note"][-1] == "会后补记"
    with pytest.raises(InvalidInput, match="session-none"):
        resume_session(tmp_path / "nowhere", room.reading)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process of its own")
@pytest.mark.parametrize("seed", thinned(range(20), 5))
def test_killed_at_any_moment_it_goes_on(tmp_path: Path, seed: int) -> None:
    wait_s = Random(seed).uniform(0.02, 1.2)
    room = opened(tmp_path)
    child = os.fork()
    if child == 0:
        try:
            script(room, 0.004)
        finally:
            os._exit(0)
    time.sleep(wait_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    room.record.close()
    part = room.record.part
    before = [line for line in (part / JOURNAL).read_bytes().splitlines(keepends=True) if line.endswith(b"\n")]
    entries = read_log(part / LOG)
    lines = [entry.data for entry in entries if entry.what == "line" and entry.data["state"] == "given"]
    on = Room(resume_session(part, Reading(5_000, 1_800_000_900_000)), 5_000)
    session, run = on.session, on.session.drill.run
    assert not session.clock.runs
    assert run.now >= max(entry.at_ms for entry in entries)
    assert (part / JOURNAL).read_bytes().splitlines(keepends=True)[: len(before)] == before
    given = {line.id for line in session.drill.deck.lines.values() if line.state == "given"}
    lost = {line["line"] for line in lines} - given
    assert len(lost) <= 1, "at most the one in flight"
    on.session.set_speed(60, LEADER, on.reading)
    on.session.start(LEADER, on.reading)
    on.wait(45_000)
    journal = run.journal()
    assert max(told(journal).values(), default=1) == 1, "nothing is told twice"
    on.session.stop("completed", LEADER, on.reading)
    path = on.record.close()
    whole = read_journal(path / JOURNAL)
    assert whole.complete
    assert bytes_of(replay(session.drill.case, whole)) == bytes_of(whole)
    assert told(whole)["icu-asks"] == 1


def test_a_record_that_was_changed_is_refused(tmp_path: Path) -> None:
    room = opened(tmp_path)
    script(room, 0)
    room.record.close()
    file = room.record.part / JOURNAL
    written = file.read_text(encoding="utf-8")
    file.write_text(
        written.replace('"type":"genset_called","source":"genset-1"', '"type":"genset_called","source":"x"'), "utf-8"
    )
    with pytest.raises(InvalidInput, match="session-not-the-same"):
        resume_session(room.record.part, room.reading)
