"""Observed step times, pooled over drills and shrunk towards the plan's figure."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drillsim.errors import InvalidInput
from drillsim.files import load_customer
from drillsim.schema import Fixed, Lognormal
from drillsim.session import Reading
from drillsim.session.after import Times, observed, pooled
from drillsim.simulation import Accepted, Activate, Finish
from drillsim.use.calibrate import calibrate
from helpers.ended_drill import LEADER, MIN, PLAN, led
from helpers.shipped import ROOT

MINUTE = Lognormal(60_000, 120_000)


def test_one_observation_moves_the_figure_little_and_many_move_it_to_what_was_observed() -> None:
    one = pooled({"S": Times(MINUTE, (120_000,), 1)})["S"]
    many = pooled({"S": Times(MINUTE, (120_000, 118_000, 122_000) * 20, 5)})["S"]
    assert 60_000 < one.proposed_ms < 90_000 and one.verdict == "few"
    assert abs(many.proposed_ms - 120_000) < 1_500 and many.verdict == "offered"
    assert one.weight < 0.5 and many.weight > 0.95


def test_the_weight_is_that_of_the_normal_normal_model() -> None:
    # by hand: two steps, so tau2 is the assumed 0.16; one degree of freedom beside the four of the plan's own spread
    y = [math.log(1.5), math.log(2.0)]
    squares = sum((each - sum(y) / 2) ** 2 for each in y)
    found = pooled({"A": Times(MINUTE, (90_000, 120_000), 2), "B": Times(Fixed(60_000), (72_000,), 1)})
    a = 0.16 / (0.16 + (4 * (math.log(2) / 1.2815515655446004) ** 2 + squares) / 5 / 2)
    assert math.isclose(found["A"].weight, a) and math.isclose(found["A"].factor, math.exp(a * sum(y) / 2))
    assert math.isclose(found["B"].weight, 0.16 / (0.16 + (4 * 0.4**2 + squares) / 5))


def test_three_times_that_happen_to_agree_are_not_taken_for_certainty() -> None:
    found = pooled({"S": Times(MINUTE, (120_000, 120_000, 120_000), 3)})["S"]
    assert found.weight < 0.8 and found.proposed_ms < 110_000


def test_steps_that_agree_with_the_plan_pull_every_figure_to_it() -> None:
    times = {f"S{n}": Times(MINUTE, (57_000, 60_000, 63_000), 2) for n in range(5)}
    found = pooled(times)
    assert {each.verdict for each in found.values()} == {"same"}
    assert all(each.weight < 0.2 for each in found.values())


@given(st.lists(st.integers(1_000, 3_600_000), min_size=1, max_size=8), st.integers(1_000, 600_000))
def test_the_result_lies_between_the_plan_and_the_mean_of_the_observations(seen: list[int], planned: int) -> None:
    found = pooled({"S": Times(Fixed(planned), tuple(seen), 2)})["S"]
    mean = math.exp(sum(map(math.log, seen)) / len(seen))
    low, high = sorted((float(planned), mean))
    assert low * 0.999 <= planned * found.factor <= high * 1.001


def reported(out: Path, after_s: int, speed: float = 1.0, pause: bool = False) -> Path:
    """A drill in which a person reports the end of S201 so long after its work began, at the room's own pace."""
    record = led(out, until_min=1, delay_ms=60 * MIN)
    session, at = record.session, Reading(1_000, 1_800_000_000_000)
    while not (due := [each for _, each in session.due() if getattr(each, "step", "") == "S201"]):
        for _, decision in list(session.due()):
            if isinstance(decision, Activate):
                session.decide(decision, LEADER, at)
        session.jump(session.drill.now + 5_000, LEADER, at)
    assert isinstance(session.decide(due[0], LEADER, at), Accepted)
    if speed != 1.0:
        session.set_speed(speed, LEADER, at)
    session.start(LEADER, at)
    began = session.drill.now
    while session.drill.now < began + after_s * 1_000:
        if pause and session.drill.now > began + 20_000:
            session.pause(LEADER, at)
            session.start(LEADER, at)
            pause = False
        at = Reading(at.monotonic + 1_000, at.wall + 1_000)
        session.look(at)
    assert isinstance(session.decide(Finish("S201", "wang"), LEADER, at), Accepted)
    session.stop("completed", LEADER, at)
    return record.close()


def test_an_observation_is_a_reported_end_at_the_rooms_own_pace(tmp_path: Path) -> None:
    from drillsim.use.drill_folder import read_drill

    for number, (how, why) in enumerate([({}, ""), ({"speed": 10.0}, "speed"), ({"pause": True}, "pause")]):
        drill = read_drill(reported(tmp_path / str(number), 60, **how))  # type: ignore[arg-type]
        (found,) = observed(drill.case.dossier, drill.aftermath.journal, drill.entries)
        assert (found.step, found.why_not) == ("S201", why)
        assert found.ms == pytest.approx(60_000, abs=11_000)
    simulated = led(tmp_path / "none", until_min=20)
    assert observed(simulated.session.drill.case.dossier, simulated.session.drill.run.journal(), ()) == ()
    simulated.close()


def test_three_reports_from_two_drills_offer_a_change_that_the_scenarios_are_played_with(tmp_path: Path) -> None:
    folders = [reported(tmp_path / str(n), seconds) for n, seconds in enumerate((28, 30, 32))]
    few = calibrate(PLAN, folders[:2], tmp_path / "out")
    assert [each.shrunk.verdict for each in few.steps] == ["few"] and few.written is None and few.effects == ()
    same = calibrate(PLAN, [folders[0]] * 5, tmp_path / "out")
    assert same.steps[0].shrunk.n == 1, "a drill named twice is one drill"
    before = (PLAN / "plan.yaml").read_bytes()
    found = calibrate(PLAN, folders, tmp_path / "out")
    (step,) = found.steps
    assert (step.step, step.shrunk.n, step.shrunk.sessions, step.shrunk.verdict) == ("S201", 3, 3, "offered")
    assert found.written is not None and (PLAN / "plan.yaml").read_bytes() == before
    edited = load_customer(found.written).dossier.plan
    takes = next(each.takes for _, each in edited.steps() if each.id == "S201")
    assert takes is not None and abs(takes.median_ms - step.shrunk.proposed_ms) <= 1_000
    source = next(each.takes_source for _, each in edited.steps() if each.id == "S201")
    assert "3" in source
    assert any(each.changed for each in found.effects), "who reports sooner is sooner elsewhere"
    diff = set((found.written / "plan.yaml").read_bytes().splitlines()) ^ set(before.splitlines())
    assert len(diff) <= 6, "nothing but the one step"


def test_a_drill_of_another_customer_is_refused(tmp_path: Path) -> None:
    folder = reported(tmp_path / "a", 30)
    with pytest.raises(InvalidInput, match="session-other-customer"):
        calibrate(ROOT / "plans" / "data-centre", [folder], tmp_path / "out")
