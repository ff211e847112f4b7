"""RBTS Bus 2 A in relsad, run by the interpreter that has it: `python rbts2_relsad.py TABLE.json CASE YEARS`.

With 0 years every failure is scripted once and weighted by its rate: what sampling tends to, without its luck. With
more, so many years are sampled and timed. Either way one JSON document is printed.

relsad knows lines, disconnectors and one circuit breaker a network. The table is written in these words so that it
comes nearest to the published rules:

- a lateral behind a fuse is a network of its own with a breaker, so that its faults trip nothing else;
- laterals hang on a stub that belongs to the section before them: else the ties feed a bus whose section has failed;
- a transformer is the failure of its bus, the branch at the source (6.5e-7 a year) is left out;
- steps of an hour: sections then come back after exactly one. Repairs begin after sectioning and end a step early, so
  what is drawn for them is shortened by the one and lengthened by the other.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from relsad.load.bus import CostFunction
from relsad.network.components import Bus, CircuitBreaker, Disconnector, Line, ManualMainController
from relsad.network.systems import Distribution, PowerSystem, Transmission
from relsad.simulation import Simulation
from relsad.StatDist import StatDist, StatDistType, UniformParameters
from relsad.Time import Time, TimeStamp, TimeUnit

Row = dict[str, Any]
SUPPLY = "24"
TIES = (("28", "30"), ("34", "38"))
STEP = Time(1.0, TimeUnit.HOUR)
HOURS_A_YEAR = 8760
LINES_KM = 1.0
OHM_A_KM = 1.72e-8 / 64.52e-6 * 1e3
"""Of its default conductor: a line's length follows from its resistance, its failures from the length."""


class Model:
    """The table as a power system of relsad; without rates nothing fails that is not told to."""

    def __init__(self, table: Row, case: str, *, rates: bool) -> None:
        branches = [each for each in table["cases"][case]["branches"] if str(each["v"]) != SUPPLY]
        self.points = table["load_points"]
        self.rates = rates
        self.transformers = [each for each in branches if each["v"] in self.points]
        self.lines = [each for each in branches if each["v"] not in self.points]
        self.system = PowerSystem(ManualMainController("control", sectioning_time=Time(1.0, TimeUnit.HOUR)))
        self.bus = {
            node: self._bus(node) for node in dict.fromkeys(str(row[end]) for row in self.lines for end in "uv")
        }
        self._wire()

    def _bus(self, node: str) -> Any:
        point = self.points.get(f"LP{node}")
        transformer = next((row for row in self.transformers if str(row["u"]) == node), None)
        bus = Bus(
            node,
            n_customers=point["customers"] if point else 0,
            fail_rate_per_year=transformer["lam"] if transformer and self.rates else 0.0,
            repair_time_dist=_always(transformer["r"] + 1.0 if transformer else 0.0),
        )
        if point:
            each_mw = point["P_kW"] / 1000 / point["customers"]
            bus.add_load_data(np.full(HOURS_A_YEAR, each_mw), cost_function=CostFunction(A=8.8, B=14.7))
        return bus

    def _line(self, name: str, one: Any, other: Any, row: Row | None = None) -> Any:
        return Line(
            name,
            one,
            other,
            r=OHM_A_KM * LINES_KM,
            x=0.1,
            fail_rate_density_per_year=row["lam"] / LINES_KM if row and self.rates else 0.0,
            repair_time_dist=_always(row["r"] - row["s"] + 1.0 if row else 0.0),
        )

    def _wire(self) -> None:
        stubs = {str(row["u"]): Bus(f"{row['u']}-laterals", n_customers=0) for row in self.lines if _is_lateral(row)}
        stub_lines = {node: self._line(f"{node}-stub", self.bus[node], end) for node, end in stubs.items()}
        lines = {}
        for row in self.lines:
            near = stubs[str(row["u"])] if _is_lateral(row) else self.bus[str(row["u"])]
            line = lines[row["id"]] = self._line(row["id"], near, self.bus[str(row["v"])], row)
            if row.get("prot_at_u"):
                CircuitBreaker(f"{row['id']}-breaker", line)
            if not _is_lateral(row):
                Disconnector(f"{row['id']}-disconnector", line, near)
        ties = [self._line("-".join(ends), *(self.bus[end] for end in ends)) for ends in TIES]
        for tie in ties:
            for end in (tie.fbus, tie.tbus):
                Disconnector(f"{tie.name}-{end.name}", tie, end)
            tie.set_backup()
        transmission = Transmission(self.system, self.bus[SUPPLY])
        network: dict[str, Any] = {}
        for row in self.lines:  # from the supply outwards, as the table has them
            line, near, far = lines[row["id"]], str(row["u"]), str(row["v"])
            if row.get("prot_at_u"):
                network[far] = Distribution(transmission, line)
            else:
                network[far] = network[near]
                network[far].add_line(line)
            network[far].add_bus(self.bus[far])
            if far in stubs:
                network[far].add_line(stub_lines[far])
                network[far].add_bus(stubs[far])
        for tie in ties:
            network[tie.fbus.name].add_line(tie)
            network[tie.tbus.name].add_line(tie)


def _is_lateral(row: Row) -> bool:
    return bool(row.get("prot_at_u")) and str(row["u"]) != SUPPLY


def _always(hours: float) -> Any:
    return StatDist(StatDistType.UNIFORM_FLOAT, UniformParameters(hours, hours))


def _stop(hours: int) -> Any:
    return TimeStamp(2019, 1, 1 + hours // 24, hours % 24, 0, 0)


def scripted(table: Row, case: str) -> dict[str, dict[str, float]]:
    """Indices of each load point from one run a line and one for all transformers, which touch their own bus alone."""
    model = Model(table, case, rates=False)
    found = {name: {"lam": 0.0, "U": 0.0} for name in model.points}
    for row in model.lines:
        model = Model(table, case, rates=False)
        _run(model, 12, partial(_fail, names=(row["id"],)))
        _add(found, model, dict.fromkeys(found, row["lam"]))
    model = Model(table, case, rates=False)
    _run(model, 212, partial(_fail, names=tuple(str(row["u"]) for row in model.transformers)))
    _add(found, model, {row["v"]: row["lam"] for row in model.transformers})
    return found


def _fail(system: Any, names: tuple[str, ...]) -> None:
    for name in names:
        component = system.get_comp(name)
        (component.trafo_fail if isinstance(component, Bus) else component.fail)(dt=STEP)


def _run(model: Model, hours: int, begin: Callable[[Any], object]) -> None:
    def callback(ps: Any, prev_time: Any, curr_time: Any) -> None:
        if curr_time == STEP:
            begin(ps)

    Simulation(model.system, random_seed=0).run_sequential(
        start_time=_stop(0),
        stop_time=_stop(hours),
        time_step=STEP,
        time_unit=TimeUnit.HOUR,
        callback=callback,
        save_flag=False,
    )


def _add(found: dict[str, dict[str, float]], model: Model, rates: dict[str, float]) -> None:
    for name, per_year in rates.items():
        bus = model.bus[name.removeprefix("LP")]
        found[name]["lam"] += per_year * bus.acc_interruptions
        found[name]["U"] += per_year * bus.acc_outage_time.get_hours()


def sample(table: Row, case: str, years: int) -> dict[str, float]:
    """Seconds a sampled year, in one process, nothing saved."""
    simulation = Simulation(Model(table, case, rates=True).system, random_seed=1)
    wall, cpu = time.perf_counter(), time.process_time()
    simulation.run_monte_carlo(
        iterations=years,
        start_time=_stop(0),
        stop_time=TimeStamp(2020, 1, 1, 0, 0, 0),
        time_step=STEP,
        time_unit=TimeUnit.HOUR,
        save_flag=False,
        debug=True,
    )
    return {"wall_s": (time.perf_counter() - wall) / years, "cpu_s": (time.process_time() - cpu) / years}


def main() -> None:
    """Prints version and indices, or version and seconds a year."""
    file, case, years = sys.argv[1:]
    table = json.loads(Path(file).read_text(encoding="utf-8"))
    if int(years):
        found: dict[str, Any] = {"a_year": sample(table, case, int(years))}
    else:
        found = {"points": scripted(table, case)}
    print(json.dumps({"version": version("relsad")} | found))


if __name__ == "__main__":
    main()
