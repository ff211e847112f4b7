"""A record looked at again shows at every moment what the drill showed then; a new session may branch off it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drillsim.errors import InvalidInput
from drillsim.files import load_customer, load_msel, load_scenario, own_msel, scenario_path
from drillsim.journal import read_journal
from drillsim.session import Participant, Reading, Session, branch_session, console, open_record, player, wall
from drillsim.session.log import read_log
from drillsim.session.record import JOURNAL, LOG, Record, open_session, resume_session
from drillsim.simulation import Activate, Go, replay
from drillsim.units import MS_PER
from helpers.deciding import bytes_of
from helpers.shipped import HOSPITAL, ROOT

MIN = MS_PER["min"]
NIGHT = "both-lost-night-autostart-fails"
PLAN = ROOT / "plans" / HOSPITAL
LEADER = Participant("lead", "王老师", "controller")
ROLES = ("duty-electrician", "dispatcher", "duty-officer")
AT = Reading(1_000, 1_800_000_001_000)


def shown(session: Session) -> dict[str, Any]:
    """What the screens show, but for the clock that runs or stands and where people sit."""
    led = console(session)
    now = replace(led.now, runs=False, ending=None)
    return {
        "roles": led.roles, "deck": [replace(each, line=replace(each.line)) for each in led.deck],
        "waiting": led.waiting, "deviations": led.deviations, "last": led.last,
        "players": {role: player(session, (role,)).people for role in ROLES},
        "walls": {role: replace(wall(session, role), now=now) for role in ("", *ROLES)},
        "entries": list(session.log.entries),
    }  # fmt: skip


def led(out: Path) -> tuple[Record, dict[int, dict[str, Any]]]:
    """A drill of forty minutes, and what its screens showed at some moments."""
    customer, scenario = load_customer(PLAN), load_scenario(scenario_path(NIGHT, PLAN))
    path = own_msel(PLAN, NIGHT)
    msel = load_msel(path, customer, NIGHT) if path is not None else None
    record = open_session(out, customer, scenario, AT, LEADER, msel=msel, played=("duty-electrician",))
    session, seen = record.session, dict[int, dict[str, Any]]()

    def look() -> None:
        seen[session.drill.now] = shown(session)

    session.jump(10_000, LEADER, AT)
    session.decide(Activate("RC-02", "wang"), LEADER, AT)
    session.note("甲", LEADER, AT)
    look()
    session.jump(4 * MIN, LEADER, AT)
    session.hold("press", LEADER, AT)
    session.decide(Go("genset-room", "wang"), LEADER, AT)
    look()
    session.jump(9 * MIN, LEADER, AT)
    session.give("phone-lost", LEADER, AT)
    session.let_play("duty-electrician", "", LEADER, AT)
    look()
    session.jump(25 * MIN, LEADER, AT)
    session.let_play("dispatcher", "lead", LEADER, AT)
    look()
    session.jump(40 * MIN, LEADER, AT)
    look()
    return record, seen


def files_of(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("how", ["ended", "dead"])
def test_every_moment_shows_what_the_drill_showed_then(tmp_path: Path, how: str) -> None:
    record, seen = led(tmp_path)
    if how == "ended":
        record.session.stop("completed", LEADER, AT)
    folder = record.close()
    before = files_of(folder)
    travel = open_record(folder)
    for at_ms in (*seen, *reversed(seen)):  # forwards and back
        found, then = shown(travel.at(at_ms)), dict(seen[at_ms])
        if how == "ended" and at_ms == 40 * MIN:
            found["entries"] = found["entries"][: len(then["entries"])]
        assert found == then, at_ms
    assert travel.end_ms == 40 * MIN
    assert travel.moments[0] == 0 and set(seen) <= set(travel.moments)
    assert travel.before(10_000) < 10_000 == travel.after(travel.before(10_000))
    assert (travel.before(0), travel.after(40 * MIN)) == (0, travel.moments[-1])
    assert not travel.at(0).begun, "the room is being briefed"
    assert files_of(folder) == before, "nothing is touched"


def test_a_branch_is_a_new_session_and_the_old_one_stays(tmp_path: Path) -> None:
    record, seen = led(tmp_path)
    record.session.stop("completed", LEADER, AT)
    old = record.close()
    before = files_of(old)
    new = branch_session(old, 9 * MIN, AT)
    assert new.path.name == f"{old.name}-2" and new.part.is_dir()
    then = seen[9 * MIN]
    assert {k: v for k, v in shown(new.session).items() if k != "entries"} == {
        k: v for k, v in then.items() if k != "entries"
    }
    last = new.session.log.entries[-1]
    assert (last.what, dict(last.data)) == ("branched", {"session": old.name, "from_ms": 9 * MIN})
    assert "stopped" not in [each.what for each in new.session.log.entries]
    new.session.jump(30 * MIN, LEADER, AT)
    new.session.decide(Go("duty-room", "wang"), LEADER, AT)
    new.close()
    again = resume_session(new.part, AT)
    assert again.session.drill.now == 30 * MIN
    again.session.stop("completed", LEADER, AT)
    path = again.close()
    journal = read_journal(path / JOURNAL)
    assert journal.header["branched"] == {"session": old.name, "at_ms": 9 * MIN}
    was = read_journal(old / JOURNAL)
    same = [each for each in was.events if each.t_ms <= 9 * MIN]
    assert list(journal.events[: len(same)]) == same
    assert bytes_of(replay(again.session.drill.case, journal)) == bytes_of(journal)
    assert [each.number for each in read_log(path / LOG)] == list(range(1, len(read_log(path / LOG)) + 1))
    assert files_of(old) == before


def test_what_cannot_be_looked_at_says_why(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="session-none"):
        open_record(tmp_path)
    record, _ = led(tmp_path)
    part = record.close()
    with pytest.raises(InvalidInput, match="session-branch-beyond"):
        branch_session(part, 41 * MIN, AT)
    assert sorted(each.name for each in part.parent.iterdir()) == [part.name], "nothing half-written"
