"""Speed as ratios measured in one process: `python tests/benchmarks/run.py [--json]`.

`pandapower_ratio`: one 8-hour hospital run with the memo (warm, as every run after the first has it) against the same
run that calls pandapower at every settle. Both journals must be equal, else there is nothing to compare.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from drillsim.files.folder import load_customer
from drillsim.files.scenario_file import load_scenario
from drillsim.journal import Journal, lines_of
from drillsim.network import Memo, NoMemo, PandapowerFlow, PowerFlow
from drillsim.schema.dossier import Case
from drillsim.simulation import simulate

ROOT = Path(__file__).parents[2]
HOURS = 8 * 3_600_000


def hospital(scenario: str) -> Case:
    """The hospital in a library scenario, watched for eight hours."""
    folder = load_customer(ROOT / "plans" / "central-hospital")
    found = load_scenario(ROOT / "scenarios" / f"{scenario}.yaml")
    return Case(folder.dossier, found.id, found.scenario.model_copy(update={"horizon": HOURS}))


def timed(case: Case, flow: PowerFlow) -> tuple[float, Journal]:
    """Seconds and journal of one run."""
    begin = time.perf_counter()
    journal = simulate(case, flow=flow)
    return time.perf_counter() - begin, journal


def measure(case: Case, repeats: int = 5) -> dict[str, float]:
    """Medians of both ways, run in turn so that a noisy machine hits both."""
    engine = PandapowerFlow(case.dossier.network)
    memo, every = Memo(engine), NoMemo(engine)
    cold, _ = timed(case, memo)
    pairs = []
    for _ in range(repeats):
        warm_s, with_memo = timed(case, memo)
        every_s, without = timed(case, every)
        if list(lines_of(with_memo)) != list(lines_of(without)):
            raise SystemExit("the memo changes the journal")
        pairs.append((warm_s, every_s))
    warm, plain = (sorted(pair[i] for pair in pairs)[repeats // 2] for i in (0, 1))
    return {
        "memo_warm_s": warm,
        "memo_first_s": cold,
        "every_settle_s": plain,
        "pandapower_ratio": plain / warm,
        "first_ratio": plain / cold,
        "islands": memo.solves,
        "solves_every_settle": every.solves / repeats,
        "events": len(with_memo.events),
    }


def main() -> None:
    """Prints the figures."""
    found = measure(hospital("both-lost-night-autostart-fails"))
    if "--json" in sys.argv:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:22} {value:10.4g}")


if __name__ == "__main__":
    main()
