"""Speed as ratios, all measured in one run: `python tests/benchmarks/run.py [--json] [--against-peers]`.

| figure | what is compared |
|---|---|
| `bare_simpy_light`, `bare_simpy_heavy` | a run, to a bare SimPy program with its requests and timeouts |
| `pandapower_ratio` | the same engine calling pandapower at every settle, to a campaign's run |
| `rbts2_exact_ratio` | sampling years blindly to 1 % standard error, to the exact indices of RBTS Bus 2 A |
| `looks` | calls of parts of the plant a settle makes, and those of them that change nothing |
| `cost` | one more case, bus, step or worker |

Times are of the processor (`_wall`: by the clock on the wall); what is compared is timed in turn. Samples are small and
stated; whoever wants finer figures makes them larger where they are named.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import bare, cost, every_settle, looks, peers, years

FIGURES: Mapping[str, Callable[[], dict[str, object]]] = {
    "bare": bare.measure,
    "pandapower": every_settle.measure,
    "rbts2": years.measure,
    "looks": looks.measure,
    "cost": cost.measure,
}
TARGETS = {
    "bare_simpy_light": "<= 50",
    "bare_simpy_heavy": "<= 50",
    "pandapower_ratio": ">= 300",
    "rbts2_exact_ratio": ">= 100",
    "looks_in_vain_percent": "<= 25",
    "ms_1012_buses_to_38": "<= 3",
}


def main() -> None:
    """Prints the figures."""
    asked = _asked()
    found: dict[str, object] = {}
    for name, measure in FIGURES.items():
        if asked.only in (None, name):
            found |= measure()
    if asked.against_peers:
        found["peers"] = peers.measure()
    if asked.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(found)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--against-peers", action="store_true", help="other programs beside it, where present")
    parser.add_argument("--only", choices=list(FIGURES), help="one group of figures")
    return parser.parse_args()


def _print(found: Mapping[str, object], indent: str = "") -> None:
    for name, value in found.items():
        if isinstance(value, Mapping):
            print(f"{indent}{name}")
            _print(value, indent + "  ")
        else:
            shown = f"{value:.4g}" if isinstance(value, float) else value
            target = f"  (wanted: {TARGETS[name]})" if name in TARGETS else ""
            print(f"{indent}{name:32} {shown}{target}")


if __name__ == "__main__":
    main()
