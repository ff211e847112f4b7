"""What one power flow costs in each engine, in one process: `PYTHONPATH=tests python tests/benchmarks/flow.py`.

For each network: milliseconds of processor time a solve of pandapower, of power-grid-model at switch positions it has
not met (its model is built first), and at known ones with another demand; and pandapower's over each.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from drillsim.files.folder import load_customer
from drillsim.files.pp_adopt import adopt
from drillsim.network import GridModelFlow, Island, PandapowerFlow, PowerFlow, compile_network
from drillsim.schema.network import Network
from helpers import public_nets
from helpers.island_states import as_it_stands, drawn

ROOT = Path(__file__).parents[2]
STATES = 12


def networks() -> Mapping[str, Callable[[], Network]]:
    """The hospital, Oberrhein and, where SimBench is installed, one of its networks."""
    found: dict[str, Callable[[], Network]] = {
        "central-hospital": lambda: load_customer(ROOT / "plans" / "central-hospital").dossier.network,
        "mv_oberrhein": lambda: public_nets.network("mv_oberrhein"),
    }
    if importlib.util.find_spec("simbench") is not None:
        found["1-MV-comm--0-sw"] = _simbench
    return found


def _simbench() -> Network:
    import pandapower as pp
    from simbench import get_simbench_net

    with TemporaryDirectory() as folder:
        path = Path(folder) / "net.json"
        pp.to_json(get_simbench_net("1-MV-comm--0-sw"), str(path))
        return Network.model_validate(adopt(path).tree)


def measure_flows() -> dict[str, dict[str, float]]:
    """Milliseconds and ratios of each network."""
    return {name: measure(network()) for name, network in networks().items()}


def measure(network: Network) -> dict[str, float]:
    """Means over islands in states drawn by chance; both engines are warm."""
    net = compile_network(network)
    islands = list(dict.fromkeys([*as_it_stands(net), *drawn(net, [], 7, STATES)]))
    reference, fast = PandapowerFlow(network, net), GridModelFlow(network, net)
    found = {"buses": float(net.bus_count), "islands": float(len(islands))}
    _spent_ms(reference, islands[:1])
    _spent_ms(fast, islands[:1])
    fresh = GridModelFlow(network, net)
    fresh.figures  # noqa: B018 (compiled once a network, by pandapower)
    found["pandapower_ms"] = _spent_ms(reference, islands)
    found["new_wiring_ms"] = _spent_ms(fresh, islands)
    found["known_wiring_ms"] = min(_spent_ms(fresh, islands) for _ in range(5))
    found["new_wiring_ratio"] = found["pandapower_ms"] / found["new_wiring_ms"]
    found["known_wiring_ratio"] = found["pandapower_ms"] / found["known_wiring_ms"]
    found["fallbacks"] = float(sum(fresh.fallbacks.values()))
    return found


def _spent_ms(flow: PowerFlow, islands: list[Island]) -> float:
    begin = time.process_time()
    for island in islands:
        flow.solve(island)
    return (time.process_time() - begin) * 1000 / len(islands)


def main() -> None:
    """Prints the figures."""
    found = measure_flows()
    if "--json" in sys.argv:
        print(json.dumps(found))
        return
    for name, figures in found.items():
        print(name, *(f"  {figure:20} {value:10.4g}" for figure, value in figures.items()), sep="\n")


if __name__ == "__main__":
    main()
