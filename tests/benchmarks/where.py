"""Where the time of the benchmarked runs goes, by module: `python tests/benchmarks/where.py [light|heavy|campaign]`.

The profiler itself costs most where functions are small, so shares are to be trusted more than milliseconds.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import every_settle
from benchmarks.hospital import bench, heavy, light, play
from drillsim.campaign.play import play_unit
from drillsim.schema.dossier import Case

MOST = 25


def runs(cases: Sequence[Case]) -> int:
    """How many: one a case."""
    return len([play(case) for case in cases])


def campaign_runs() -> int:
    """What the campaign's side of `pandapower_ratio` plays."""
    rows = [play_unit(bench(), unit, range(every_settle.DRAWS)).rows for unit in every_settle.sample()]
    return sum(row.played for each in rows for row in each)


def asked(name: str) -> Callable[[], int]:
    """What is to be looked at."""
    return campaign_runs if name == "campaign" else partial(runs, {"light": light, "heavy": heavy}[name]())


def main() -> None:
    """Prints the modules in which most time is spent, and the functions."""
    way = asked((sys.argv[1:] or ["light"])[0])
    way()  # what one run leaves for the next is there
    profile = cProfile.Profile()
    count = profile.runcall(way)
    stats: Any = pstats.Stats(profile)
    modules: Counter[str] = Counter()
    for (file, _, _), (_, _, own_s, _, _) in stats.stats.items():
        modules[_module(file)] += own_s
    total = sum(modules.values())
    print(f"{count} runs, {1000 * total / count:.1f} ms each under the profiler; share of time by module:")
    for name, own_s in modules.most_common(MOST):
        print(f"  {100 * own_s / total:5.1f} %  {1000 * own_s / count:8.2f} ms  {name}")
    stats.sort_stats("tottime").print_stats(MOST)


def _module(file: str) -> str:
    """`simulation/known` for a file of ours, the package for another."""
    parts = Path(file).with_suffix("").parts
    if "drillsim" in parts:
        return "/".join(parts[len(parts) - parts[::-1].index("drillsim") :])
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return parts[-1] if len(parts) > 1 else "builtin"


if __name__ == "__main__":
    main()
