"""What is pressed in a session acts at the scenario time the clock shows; the journal of the run knows no pause."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from drillsim.errors import InvalidInput
from drillsim.journal import Journal
from drillsim.network import flow_for
from drillsim.schema import Case, FaultEvent, Msel
from drillsim.session.clock import Reading
from drillsim.session.drill import open_drill
from drillsim.session.log import Log, read_log
from drillsim.session.participants import Participant
from drillsim.session.session import NotAllowed, Session
from drillsim.simulation import Accepted, Begin, Go, Refused
from drillsim.units import MS_PER
from helpers.shipped import HOSPITAL, scenario, shipped

MIN, H = MS_PER["min"], MS_PER["h"]
NIGHT = "both-lost-night-autostart-fails"
LEADER = Participant("lead", "王老师", "controller")
PLAYER = Participant("p1", "小赵", "player", ("duty-electrician",))
WATCHER = Participant("w1", "来宾", "observer")
THREE = {
    "I1": {"at": "5 min", "tell": "家属询问", "to": "duty-officer"},
    "I2": {"at": "6 min", "tell": "电梯有人", "to": "duty-officer"},
    "I3": {"at": "7 min", "tell": "记者到场", "to": "duty-officer"},
}


class Room:
    """A session and the clocks of its machine."""

    def __init__(
        self, injects: dict[str, Any] | None = None, played: tuple[str, ...] = (), events: tuple[FaultEvent, ...] = ()
    ) -> None:
        found = scenario(HOSPITAL, NIGHT)
        case = Case(shipped(HOSPITAL), NIGHT, found.model_copy(update={"events": (*found.events, *events)}))
        msel = Msel.model_validate({"format": "1", "scenario": NIGHT, "injects": injects}) if injects else None
        self.written = StringIO()
        drill = open_drill(case, flow_for(case.dossier.network), played=played, msel=msel)
        self.session = Session(drill, Log())
        self.monotonic, self.wall = 1_000_000, 1_800_000_000_000
        self.session.look(self.reading)

    @property
    def reading(self) -> Reading:
        return Reading(self.monotonic, self.wall)

    def wait(self, ms: int) -> None:
        """The machine's clocks go on, and the session is looked at four times a second."""
        for _ in range(ms // 250):
            self.monotonic, self.wall = self.monotonic + 250, self.wall + 250
            self.session.look(self.reading)

    def start(self, speed: float = 60) -> None:
        self.session.set_speed(speed, LEADER, self.reading)
        self.session.start(LEADER, self.reading)

    def words(self) -> list[tuple[int, Any]]:
        return [(e.t_ms, e.data["information"]) for e in self.journal.of("information_given")]

    @property
    def journal(self) -> Journal:
        return self.session.drill.run.journal()

    def logged(self, *whats: str) -> list[str]:
        return [each.what for each in self.session.log.entries if each.what in whats]


def undisturbed(minutes: int, injects: dict[str, Any] | None = None, events: tuple[FaultEvent, ...] = ()) -> Journal:
    """The journal where nobody presses anything, with these faults in the scenario from the beginning."""
    room = Room(injects, events=events)
    room.session.drill.go_to(minutes * MIN)
    return room.journal


def told(journal: Journal) -> list[tuple[int, str, dict[str, Any]]]:
    """What happened, without how it was decided and where in which list it stood."""
    rows = [each for each in journal.events if each.type not in ("decision", "initial_state")]
    return [(e.t_ms, e.type, {k: v for k, v in e.data.items() if k not in ("event", "operator")}) for e in rows]


def test_a_pause_before_the_first_inject_changes_nothing() -> None:
    room = Room(THREE)
    room.start()
    room.wait(2_000)
    room.session.pause(LEADER, room.reading)
    room.wait(H // 60)
    assert room.session.drill.now == 2 * MIN
    room.session.start(LEADER, room.reading)
    room.wait(8_000)
    assert room.journal.events == undisturbed(10, THREE).events
    assert room.words() == [(5 * MIN, "I1"), (6 * MIN, "I2"), (7 * MIN, "I3")]


@pytest.mark.parametrize("at_s", [5, 40, 90, 700])
def test_a_pause_with_timers_pending_and_a_resume_after_an_hour_lose_nothing(at_s: int) -> None:
    room = Room()
    room.start(10)
    room.wait(at_s * 100)
    room.session.pause(LEADER, room.reading)
    room.monotonic, room.wall = room.monotonic + H, room.wall + H  # nobody looked for an hour while it stood
    room.session.start(LEADER, room.reading)
    room.wait(6_000)
    assert room.session.drill.now == at_s * 1_000 + MIN
    found = room.journal.events
    assert found == undisturbed(60).events[: len(found)]


def test_an_inject_while_it_stands_acts_now() -> None:
    room = Room({"X": {"by_hand": "true", "fault": {"fault": "channel_lost", "on": "phone"}}})
    room.start()
    room.wait(3_000)
    room.session.pause(LEADER, room.reading)
    assert isinstance(room.session.give("X", LEADER, room.reading), Accepted)
    lost = [e for e in room.journal.of("fault_begins") if e.data["fault"] == "channel_lost"]
    assert [e.t_ms for e in lost] == [3 * MIN]
    assert isinstance(room.session.give("X", LEADER, room.reading), Refused)
    room.session.start(LEADER, room.reading)
    room.wait(27_000)
    same = FaultEvent.model_validate({"at": "3 min", "fault": "channel_lost", "on": "phone"})
    assert room.session.drill.now == 30 * MIN
    assert told(room.journal) == told(undisturbed(30, events=(same,))), "as if it had been planned for that moment"
    assert told(room.journal) != told(undisturbed(30)), "and it makes a difference"


def test_a_jump_over_three_injects_brings_all_three_at_their_times() -> None:
    room = Room(THREE)
    room.session.jump(20 * MIN, LEADER, room.reading)
    assert room.words() == [(5 * MIN, "I1"), (6 * MIN, "I2"), (7 * MIN, "I3")]
    assert room.journal.events == undisturbed(20, THREE).events
    with pytest.raises(ValueError, match=str(MIN)):
        room.session.jump(MIN, LEADER, room.reading)


def test_it_jumps_to_the_next_inject_and_to_the_next_decision() -> None:
    room = Room(THREE, played=("duty-electrician",))
    room.session.join(PLAYER, room.reading)
    room.session.jump_to_decision(LEADER, room.reading)
    offers = room.session.drill.run.options("zhao") + room.session.drill.run.options("wang")
    assert any(not each.deviation and not isinstance(each.decision, Go) for each in offers)
    assert 0 < room.session.drill.now < 5 * MIN
    room.session.jump_to_inject(LEADER, room.reading)
    assert room.session.drill.now == 5 * MIN


def test_shifting_all_moves_what_is_to_come() -> None:
    room = Room(THREE)
    room.session.jump(5 * MIN, LEADER, room.reading)
    room.session.shift(10 * MIN, LEADER, room.reading)
    room.session.jump(30 * MIN, LEADER, room.reading)
    assert room.words() == [(5 * MIN, "I1"), (16 * MIN, "I2"), (17 * MIN, "I3")]
    late = {**THREE, "I2": {**THREE["I2"], "at": "16 min"}, "I3": {**THREE["I3"], "at": "17 min"}}
    assert told(room.journal) == told(undisturbed(30, late)), "as if they had been planned for then"


def test_another_speed_in_mid_step_changes_the_room_and_not_the_run() -> None:
    room = Room()
    for speed, wait_s in ((1, 4), (60, 5), (7, 2), (0, 3), (30, 6)):
        room.session.set_speed(speed, LEADER, room.reading)
        room.session.start(LEADER, room.reading) if speed else None
        room.wait(wait_s * 1_000)
    now = room.session.drill.now
    assert now == (4 + 300 + 14 + 180) * 1_000
    found = room.journal.events
    assert found == undisturbed(20).events[: len(found)]


@pytest.mark.parametrize("counts_sleep", [True, False])
def test_a_laptop_that_slept_for_ten_minutes_stands_and_asks(counts_sleep: bool) -> None:
    room = Room(THREE)
    room.start(1)
    room.wait(4_000)
    room.wall += 10 * MIN
    room.monotonic += 10 * MIN if counts_sleep else 100
    room.session.look(room.reading)
    assert (room.session.clock.runs, room.session.drill.now) == (False, 4_000)
    assert room.logged("gap", "paused") == ["gap", "paused"]
    room.session.start(LEADER, room.reading)
    room.wait(1_000)
    assert room.session.drill.now == 5_000
    room.start(60)
    room.wait(10_000)
    assert room.session.drill.now == 10 * MIN + 5_000
    found = room.journal.events
    assert found == undisturbed(11, THREE).events[: len(found)], "nothing came while it slept, and nothing is lost"
    assert [at_ms for at_ms, _ in room.words()] == [5 * MIN, 6 * MIN, 7 * MIN]


def test_a_wall_clock_that_is_set_back_is_noted_alone() -> None:
    room = Room(THREE)
    room.start(1)
    room.wait(2_000)
    room.wall -= H
    room.wait(2_000)
    assert (room.session.clock.runs, room.session.drill.now) == (True, 4_000)
    assert room.logged("gap", "set_back") == ["set_back"]
    room.start(60)
    room.wait(10_000)
    found = room.journal.events
    assert found == undisturbed(11, THREE).events[: len(found)]
    assert [at_ms for at_ms, _ in room.words()] == [5 * MIN, 6 * MIN, 7 * MIN]


def test_a_player_decides_for_whom_he_plays_and_leads_nothing() -> None:
    room = Room(THREE, played=("duty-electrician",))
    room.session.join(PLAYER, room.reading)
    room.session.jump_to_decision(LEADER, room.reading)
    person = next(each for each in room.session.played_people() if room.session.drill.run.view(each).on_duty)
    with pytest.raises(NotAllowed):
        room.session.decide(Go("lv-room", "xu"), PLAYER, room.reading)
    for press in (
        lambda: room.session.start(PLAYER, room.reading),
        lambda: room.session.give("I1", PLAYER, room.reading),
        lambda: room.session.stop("completed", PLAYER, room.reading),
        lambda: room.session.decide(Begin("S201", person), WATCHER, room.reading),
    ):
        refused: Callable[[], object] = press
        with pytest.raises(NotAllowed):
            refused()
    due = next(e.decision for e in room.session.drill.run.options(person) if not e.deviation)
    assert isinstance(room.session.decide(due, PLAYER, room.reading), Accepted)
    assert room.journal.events[-1].t_ms >= room.session.drill.now - 1


@pytest.mark.parametrize("how", ["aborted", "real_emergency", "abandoned"])
def test_anybody_stops_what_has_become_dangerous_and_it_is_not_completed(how: Any) -> None:
    room = Room()
    room.start()
    room.wait(1_000)
    room.session.stop(how, WATCHER, room.reading, "真火警")
    assert (room.session.ending, room.session.clock.runs) == (how, False)
    assert room.journal.events[-1].data["status"] == "stopped"
    assert room.journal.events[-1].data["why"] == how
    room.session.start(LEADER, room.reading)
    room.wait(1_000)
    assert not room.session.clock.runs


def test_the_log_is_read_back_and_a_torn_line_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "session.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        log = Log(stream)
        log.add(0, "2026-07-15T09:00:00.000+08:00", "note", "lead", text="开始")
        log.add(5, "2026-07-15T09:00:01.000+08:00", "speed", "lead", speed=10)
        stream.write('{"number": 3, "at_ms"')
    assert list(read_log(path)) == log.entries
    path.write_text(path.read_text(encoding="utf-8").replace('"note"', '"nota"'), encoding="utf-8")
    with pytest.raises(InvalidInput) as error:
        read_log(path)
    assert error.value.problems[0].line == 1
