"""RBTS Bus 2 A beside peers, from file to table, imports included: `python tests/benchmarks/rbts2.py`.

Each program gives the failures and the hours a year of 22 load points out of `tests/data/rbts_bus2.yaml`, in a process
of its own. Seconds are by the clock and of the processor (with its children), for the quick ones the median of three
rounds in turn. `off` is the largest relative deviation from the published figures beside the table (six decimals).

| row | what it does |
|---|---|
| drillsim | `init --reliability`, then `campaign --exact`, its cache empty |
| topology loop | `rbts2_topology.py`: every branch out once on pandapower.topology |
| relsad, sampled | years until the hours of every load point are known to 1 % standard error, from a sample of some |
| relsad, scripted | every failure told to it once and weighted by its rate; its own way is to sample |

Years needed follow from the table: Σ λ d² / U² / 0.01², failures being Poisson and outages d as long as its rules say.

relsad wants Python below 3.11 and numpy below 2: `python3.10 -m venv DIR && DIR/bin/pip install relsad "numpy<2"`, then
`--relsad DIR/bin/python`. Without it, its rows say that it is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.clock import Spent, in_turn, spent
from benchmarks.rbts2_topology import grid_of, outages
from drillsim.version import __version__
from helpers.published import DATA, expected

TABLE, CASE = DATA / "rbts_bus2.yaml", "A"
HERE = Path(__file__).parent
WITHIN = 0.01
ROUNDS = 3
CAMPAIGN = ("--exact", "--hours", "day", "--scenarios", "none", "--workers", "1", "--json")
Points = Mapping[str, Mapping[str, float]]

LEFT_OUT = {
    "the table": "overload, voltage, second failures, weather, the 33 kV side; breakers, fuses and busbars never fail",
    "drillsim": "second failures; beyond the table it plays who switches, every switching step, the dip beside a fault",
    "topology loop": "second failures, time, people, dips, power flow; it knows this form of table only",
    "relsad": "fuses (each lateral is written as a network with a breaker) and the source's branch; no interruption is "
    "counted where a transformer fails, hence its rates; steps of an hour, repairs of fixed length",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One program: seconds, and the largest relative deviations of failure rates and of hours a year."""

    version: str
    wall_s: float
    cpu_s: float
    rate_off: float
    hours_off: float
    note: str = ""


def main() -> None:
    """Prints the table."""
    asked = _asked()
    with TemporaryDirectory() as folder:
        rows = dict(_quick(Path(folder))) | dict(_relsad(asked.relsad, asked.relsad_years, Path(folder)))
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    if asked.json:
        told = {name: row if isinstance(row, str) else asdict(row) for name, row in rows.items()}
        print(json.dumps({"machine": machine, "rows": told, "left_out": LEFT_OUT}, ensure_ascii=False))
    else:
        _print(machine, rows)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--relsad", metavar="PYTHON", default="", help="the interpreter that has relsad")
    parser.add_argument("--relsad-years", type=int, default=5, help="years sampled in relsad (5)")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser.parse_args()


# -- the programs ------------------------------------------------------------------------------------------------------
def _quick(folder: Path) -> Iterator[tuple[str, Row]]:
    """drillsim and the loop, in turn."""
    told: dict[str, tuple[str, Points]] = {}

    def ours() -> None:
        told["drillsim"] = __version__, _campaign(folder / f"{time.perf_counter_ns()}")

    def loop() -> None:
        found = _json(sys.executable, HERE / "rbts2_topology.py", TABLE, CASE)
        told["topology loop"] = f"pandapower {found['version']}", found["points"]

    for name, seconds in zip(("drillsim", "topology loop"), in_turn((ours, loop), ROUNDS, _cpu_s), strict=True):
        version, points = told[name]
        yield name, Row(version, seconds.wall_s, seconds.cpu_s, *off(points))


def _campaign(place: Path) -> Points:
    """Through the command, as anybody would; `place` is new, so that nothing is found done."""
    env = os.environ | {"DRILLSIM_CACHE": str(place / "cache")}
    command = (sys.executable, "-m", "drillsim.cli")
    _run(*command, "init", place / "system", "--reliability", TABLE, "--case", CASE, env=env)
    done = _run(*command, "campaign", place / "system", *CAMPAIGN, "--out", place / "out", env=env)
    rows = json.loads(done)["indices"]["load_points"]
    return {row["id"]: {"lam": row["failures_per_year"], "U": row["hours_per_year"]} for row in rows}


def _relsad(python: str, years: int, folder: Path) -> Iterator[tuple[str, Row | str]]:
    names = ("relsad, sampled", "relsad, scripted")
    missing = _missing(python)
    if missing:
        yield from dict.fromkeys(names, missing).items()
        return
    table = folder / "table.json"  # its environment has no YAML
    table.write_text(json.dumps(yaml.safe_load(TABLE.read_text(encoding="utf-8"))), encoding="utf-8")
    told: dict[int, Any] = {}

    def ask(count: int) -> Callable[[], None]:
        return lambda: told.update({count: _json(python, HERE / "rbts2_relsad.py", table, CASE, count)})

    scripted, sampled = spent(ask(0), _cpu_s), spent(ask(years), _cpu_s)
    version, needed = f"relsad {told[0]['version']}", years_needed()
    deviation = off(told[0]["points"])
    whole = _extrapolated(sampled, told[years]["a_year"], years, needed["points"])
    cpu_s = told[years]["a_year"]["cpu_s"]
    note = (
        f"{needed['points']:,.0f} years ({needed['ens']:,.0f} for the energy of all alone), from a sample of {years} "
        f"at {cpu_s:.2f} s CPU each; off: what it tends to, taken from the scripted failures"
    )
    yield names[0], Row(version, whole.wall_s, whole.cpu_s, *deviation, note)
    yield names[1], Row(version, scripted.wall_s, scripted.cpu_s, *deviation)


def _missing(python: str) -> str:
    if not python:
        return "missing: no --relsad PYTHON"
    try:
        done = subprocess.run([python, "-c", "import relsad"], capture_output=True, text=True, check=False)
    except OSError as error:
        return f"missing: {error}"
    return f"missing: {done.stderr.strip().splitlines()[-1]}" if done.returncode else ""


def _extrapolated(sampled: Spent, a_year: Mapping[str, float], years: int, needed: float) -> Spent:
    """What is there once (start, imports, model), and the years."""
    more = needed - years
    return Spent(sampled.cpu_s + a_year["cpu_s"] * more, sampled.wall_s + a_year["wall_s"] * more)


def _json(*command: object) -> Any:
    return json.loads(_run(*command).splitlines()[-1])


def _run(*command: object, env: Mapping[str, str] | None = None) -> str:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, check=True, encoding="utf-8", env=env).stdout


def _cpu_s() -> float:
    """Of this process and those it waited for; Windows does not tell the latter."""
    return sum(os.times()[:4])


# -- figures -----------------------------------------------------------------------------------------------------------
def off(points: Points) -> tuple[float, float]:
    """Largest relative deviation from the published figures, of failure rates and of hours a year."""
    published: Points = expected(TABLE.stem)[CASE]["load_points"]
    assert points.keys() == published.keys()
    rate, hours = (
        max(abs(points[name][key] / float(row[key]) - 1) for name, row in published.items()) for key in ("lam", "U")
    )
    return rate, hours


def years_needed() -> dict[str, float]:
    """Sampled years until the standard error is 1 %: of the hours of the worst load point, of the energy of all."""
    grid = grid_of(TABLE, CASE)
    kw = {name: row["P_kW"] for name, row in yaml.safe_load(TABLE.read_text(encoding="utf-8"))["load_points"].items()}
    failures = list(outages(grid))
    worst = max(years_of([(row["lam"], hours.get(name, 0.0)) for row, hours in failures]) for name in grid.points)
    kwh = [(row["lam"], sum(kw[name] * each for name, each in hours.items())) for row, hours in failures]
    return {"points": worst, "ens": years_of(kwh)}


def years_of(rows: Sequence[tuple[float, float]]) -> float:
    """Years until the mean of failures with this rate and size is known to 1 %.

    Compound Poisson: the variance of a year is Σ λ d², its mean Σ λ d.
    """
    mean = sum(rate * size for rate, size in rows)
    return sum(rate * size**2 for rate, size in rows) / mean**2 / WITHIN**2


# -- words -------------------------------------------------------------------------------------------------------------
def _print(machine: str, rows: Mapping[str, Row | str]) -> None:
    print(f"RBTS Bus 2 {CASE}, 22 load points, from file to table; {machine}\n")
    print(f"{'':18}{'version':20}{'wall s':>14}{'CPU s':>14}{'rate off':>12}{'hours off':>12}")
    for name, row in rows.items():
        if isinstance(row, str):
            print(f"{name:18}{row}")
            continue
        seconds = f"{row.wall_s:14,.1f}{row.cpu_s:14,.1f}"
        print(f"{name:18}{row.version:20}{seconds}{row.rate_off:12.1e}{row.hours_off:12.1e}")
    print()
    for name, row in rows.items():
        if isinstance(row, Row) and row.note:
            print(f"{name}: {row.note}.")
    for name, text in LEFT_OUT.items():
        print(f"Left out by {name}: {text}.")


if __name__ == "__main__":
    main()
