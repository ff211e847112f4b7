"""A million rows answered in a process of its own: `python -m helpers.many_rows 1000000` prints peak memory, MB.

The rows are made batch by batch and thrown away, as a store gives them: pairs of 1,500 events with a rate, each with
hidden failures added, 20 draws, 20 subjects.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path
from time import process_time
from typing import Any

import pyarrow as pa

from drillsim.campaign.answer import answer
from drillsim.campaign.table import schema
from helpers.campaign_rows import Campaign, campaign, event, hidden, load

DRAWS, UNITS, ADDED, SUBJECTS = 20, 16, 12, 20
EVENTS = 1_500


class Made:
    """A store that makes its rows up."""

    def __init__(self, of: Campaign, rows: int) -> None:
        self._of, self._rows, self._luck = of, rows, random.Random(1)
        self._columns = schema(of.runner.subjects)

    def tables(self, *, exact: bool = False) -> Iterator[pa.Table]:
        """So many rows, in batches of `UNITS` units."""
        size = UNITS * (1 + ADDED) * DRAWS
        pairs = combinations(range(EVENTS), 2)
        for number in range(0 if exact else -(-self._rows // size)):
            yield self._batch(number, list(islice(pairs, UNITS)), size)

    def _batch(self, number: int, pairs: list[tuple[int, int]], size: int) -> pa.Table:
        sets = [
            [f"e{one}", f"e{two}", *extra] for one, two in pairs for extra in ([], *([f"h{at}"] for at in range(ADDED)))
        ]
        units = [EVENTS + number * UNITS + at // ((1 + ADDED) * DRAWS) for at in range(size)]
        same: dict[str, Any] = {
            "variant": "", "hour": "night", "scenario": "", "played": True, "left_out": False, "why": "", "share": None,
            "status": "completed", "hazards": 0, "harmed": 0, "events": 90, "cards": ["K10"],
            "steps": ["S10=done", "S20=done", "S30=skipped"], "no_flow": [], "ledger": [],
        }  # fmt: skip
        found: dict[str, list[Any]] = {name: [value] * size for name, value in same.items()}
        found |= {
            "unit": units,
            "members": [each for each in sets for _ in range(DRAWS)],
            "draw": list(range(DRAWS)) * (size // DRAWS),
        }
        return pa.table(
            {
                name: self._figures(name, size)
                if pa.types.is_list(self._columns.field(name).type) and name not in found
                else pa.array(found[name], self._columns.field(name).type)
                for name in self._columns.names
            },
            self._columns,
        )

    def _figures(self, name: str, size: int) -> pa.Array:
        """Now and then a limit is missed, and every duration is another one."""
        import numpy as np

        most = {"verdicts": 2, "interruptions": 3, "open": 2}.get(name, 40_000_000)
        made = np.random.default_rng(self._luck.randrange(10**9)).integers(0, most, size * SUBJECTS)
        if name == "verdicts":
            made = made * (np.random.default_rng(self._luck.randrange(10**9)).random(size * SUBJECTS) < 0.001)
        offsets = pa.array(np.arange(0, size * SUBJECTS + 1, SUBJECTS), pa.int32())
        kind = self._columns.field(name).type
        return pa.ListArray.from_arrays(offsets, pa.array(made, kind.value_type)).cast(kind)


def _peak_mb() -> float:
    """Return the peak memory of this process alone, MB: on Linux `ru_maxrss` begins with what the process that started
    this one had."""
    import resource

    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line[:6] == "VmHWM:") / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def main(rows: int) -> None:
    """Answers so many rows and prints what it took."""
    failures = [event(f"e{at}", 0.01, down=1e-5) for at in range(EVENTS)]
    of = campaign(
        [*failures, *(hidden(f"h{at}", 0.01) for at in range(ADDED))],
        [load(f"x{at}", 1_800_000) for at in range(SUBJECTS)],
        order=3, draws=DRAWS, limit=EVENTS + rows // DRAWS,
    )  # fmt: skip
    began = process_time()
    found = answer([of.runner], Made(of, rows))
    told = {"rows": found.runs, "peak_mb": round(_peak_mb()), "sets": len(found.failure_sets)}
    print(json.dumps(told | {"cpu_s": round(process_time() - began, 1)}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
