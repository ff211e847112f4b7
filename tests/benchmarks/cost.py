"""What one more case, bus, step, person or worker costs: milliseconds of one engine in one process, smallest first.

Buses and steps grow one customer and nothing else of it: the small one of the tests with a radial 10 kV network at its
second section, or with longer a card. Every run is the loss of one feeder. Cases and workers are the hospital's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from benchmarks.clock import in_turn, spent
from benchmarks.hospital import bench, spread
from drillsim.campaign.case import case_of
from drillsim.campaign.play import play_unit
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.unit import Unit
from drillsim.campaign.workers import OneProcess, Processes, Task, Workers
from drillsim.network import flow_for
from drillsim.schema.compiled import Compiled
from drillsim.simulation.run import Run
from helpers.small_customer import Change, small_customer

CASES = (4, 8, 16)
BUSES = (38, 107, 179, 1_012)
STEPS = (4, 40, 160)
IDLE = (0, 300)
WORKERS = (1, 2)
UNITS_FOR_WORKERS = 60
DRAWS = 4
OWN_BUSES = 9
CABLE = {"r_ohm_per_km": 0.161, "x_ohm_per_km": 0.117, "c_nf_per_km": 273.0, "max_i_ka": 0.362}


def measure() -> dict[str, object]:
    """Milliseconds by number of each; how many times as long the largest network takes as the smallest."""
    by_buses = _by_size({many: with_buses(many) for many in BUSES})
    return {
        "ms_1012_buses_to_38": by_buses[BUSES[-1]] / by_buses[BUSES[0]],
        "cost": {
            "ms_a_run_by_cases": by_cases(),
            "ms_a_run_by_buses": by_buses,
            "ms_a_run_by_steps": _by_size({many: with_steps(many) for many in STEPS}),
            "ms_a_run_by_idle_people": _by_size({many: with_idle_people(many) for many in IDLE}),
            "workers": by_workers(),
        },
    }


# -- cases and workers -------------------------------------------------------------------------------------------------
def by_cases() -> dict[int, float]:
    """Single faults as a campaign plays them: one draw, without hidden failures."""
    found = {}
    for many in CASES:
        some = _units(many)
        for _ in range(2):  # the second time everything is known that one run leaves for the next
            took = spent(partial(_play_all, some))
        found[many] = 1000 * took.cpu_s / many
    return found


def _play_all(some: Iterable[Unit]) -> None:
    for unit in some:
        play_unit(bench(), unit, range(1))


def by_workers() -> dict[str, dict[str, float]]:
    """The same units in this process and in one or two that are started: seconds by the clock to the first answer, and
    units a second from then on.
    """
    found = {"this process": _rate(OneProcess([bench()]))}
    for count in WORKERS:
        found[f"{count} started"] = _rate(Processes([bench()], count))
    return found


def _rate(workers: Workers) -> dict[str, float]:
    tasks = [(number, Task(0, unit, range(DRAWS))) for number, unit in enumerate(_units(UNITS_FOR_WORKERS))]
    answers, first = iter(workers.play(tasks)), []
    start = spent(lambda: first.append(next(answers)))
    rest = spent(lambda: list(answers))
    return {"s_to_the_first": start.wall_s, "units_per_s_then": (UNITS_FOR_WORKERS - 1) / rest.wall_s}


def _units(many: int) -> list[Unit]:
    return [replace(unit, room=0) for unit in spread(2, 1, many)]


# -- buses, steps and people ------------------------------------------------------------------------------------------
def _by_size(customers: dict[int, Compiled]) -> dict[int, float]:
    """All of them in turn."""
    ways = [_run_of(dossier) for dossier in customers.values()]
    for way in ways:
        way()
    return {many: 1000 * each.cpu_s for many, each in zip(customers, in_turn(ways, 3), strict=True)}


def _run_of(dossier: Compiled) -> partial[None]:
    of = runner_of(dossier, {}, Spec(hours=hours_of(dossier, ("day",))), flow_for(dossier.network))
    lost = next(place for place, each in enumerate(of.failures) if each.id == "feeder-east:source_lost")
    return partial(_play, of, Unit(0, of.spec.hours[0], (lost,)))


def _play(of: Runner, unit: Unit) -> None:
    case = case_of(of, unit)
    assert case is not None
    run = Run(case, flow=of.flow)
    run.advance(case.scenario.horizon)
    run.finish()


def with_buses(many: int) -> Compiled:
    """The small customer with so many buses: four cables branch from every bus of the network added."""
    return small_customer(*_tail(many - OWN_BUSES))


def _tail(many: int) -> Iterator[Change]:
    for number in range(many):
        bus, before = f"tail-{number}", f"tail-{(number - 4) // 4}" if number >= 4 else "II-10kV"
        line = {"name": f"cable-{number}", "from_bus": before, "to_bus": bus, "length_km": 0.2}
        yield "network/bus/+", {"name": bus, "vn_kv": 10}
        yield "network/load/+", {"name": f"load-{number}", "bus": bus, "p_mw": 0.0005}
        if number == 0:
            yield "network/line", [line | CABLE]
        else:
            yield "network/line/+", line | CABLE


def with_idle_people(many: int) -> Compiled:
    """The small customer with so many people more, on duty in its switch room, who hold no role."""
    shifts = [{"from": "00:00", "to": "24:00", "place": "switch-room"}]
    person = {"name": "-", "side": "customer", "shifts": shifts}
    return small_customer(*((f"customer/people/idle-{number}", person) for number in range(many)))


def with_steps(many: int) -> Compiled:
    """The small customer with so many steps on the card that is played, one after the other."""
    return small_customer(("plan/cards/0/steps", [_step(number) for number in range(many)]))


def _step(number: int) -> dict[str, Any]:
    step: dict[str, Any] = {
        "id": f"S{number + 1:02}",
        "text": "-",
        "do": "report",
        "by": "electrician",
        "takes": "1 min",
    }
    step["tells"] = [{"to": "dispatcher", "channel": "phone"}]
    return step if number == 0 else step | {"after": f"S{number:02}"}
