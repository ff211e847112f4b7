"""Other programs beside it, where present. None of them plays people or plans; each is timed at what it does.

| program | what is timed |
|---|---|
| pandapower.contingency | lines of a network out one after the other, a power flow each |
| power-grid-model | as many branches as one batch |

Beside them stands a short circuit on each of the same lines, as a campaign plays it. `rbts2.py` compares whole jobs.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.clock import Way, in_turn
from drillsim.campaign.play import play_unit
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.unit import Unit
from drillsim.files.folder import load_customer
from drillsim.network import GridModelFlow, flow_for, net_of
from helpers.island_states import as_it_stands

ROOT = Path(__file__).parents[2]
CUSTOMER = ROOT / "plans" / "oberrhein-waterworks"
LINES = 12
"""Lines in the sample, the first in the file."""


def measure() -> dict[str, object]:
    """Milliseconds an outage of one line; what is absent is said in one line."""
    ways, absent = _ways()
    for way in ways.values():
        way()
    times = in_turn(list(ways.values()), 3)
    found: dict[str, object] = {f"{name}_ms": 1000 * each.cpu_s / LINES for name, each in zip(ways, times, strict=True)}
    return found | {"lines": LINES, "absent": ", ".join(absent) or "nothing"}


def _ways() -> tuple[dict[str, Way], list[str]]:
    of = _bench()
    ways: dict[str, Way] = {"drillsim": partial(_play, of, _units(of))}
    absent = []
    if importlib.util.find_spec("pandapower.contingency") is None:
        absent.append("pandapower.contingency")
    else:
        ways["pandapower_contingency"] = _contingencies()
    if importlib.util.find_spec("power_grid_model") is None:
        absent.append("power-grid-model")
    else:
        ways["power_grid_model"] = _batch(of)
    return ways, absent


def _bench() -> Runner:
    dossier = load_customer(CUSTOMER).dossier
    return runner_of(dossier, {}, Spec(hours=hours_of(dossier, ("day",))), flow_for(dossier.network))


def _units(of: Runner) -> list[Unit]:
    lines = {row.name for row in of.dossier.network.line[:LINES]}
    return [Unit(0, of.spec.hours[0], (place,)) for place, each in enumerate(of.failures) if each.target in lines]


def _play(of: Runner, some: Sequence[Unit]) -> None:
    for unit in some:
        play_unit(of, replace(unit, room=0), range(1))


def _net() -> Any:
    import pandapower as pp

    return pp.from_json(str(CUSTOMER / "network.json"))


def _contingencies() -> Way:
    from pandapower.contingency import run_contingency

    net = _net()
    net.line["max_loading_percent"] = net.trafo["max_loading_percent"] = 100.0  # it will not go without
    lines = {"line": {"index": net.line.index[:LINES].tolist()}}
    return partial(run_contingency, net, lines, {"numba": False}, {"numba": False})


def _batch(of: Runner) -> Way:
    """One island as it stands, its first branches out in turn; the model is built beforehand."""
    from power_grid_model import initialize_array

    from drillsim.network.grid_model import GridModel, holders_of
    from drillsim.network.grid_wiring import Wiring

    figures = GridModelFlow(of.dossier.network, net_of(of.dossier)).figures
    island = as_it_stands(net_of(of.dossier))[0]
    point = np.array(Wiring(figures, net_of(of.dossier), island).point, dtype=np.int64)
    model = GridModel(figures, island, point, holders_of(island.sources))
    rows = initialize_array("update", "generic_branch", (LINES, 1))
    rows["id"][:, 0] = len(figures.node_v) + np.arange(LINES)
    rows["from_status"], rows["to_status"] = 0, 0
    return partial(model._model.calculate_power_flow, update_data={"generic_branch": rows})
