"""`looks_in_vain_percent`: of the parts a settle calls, those whose look changes nothing: no event, no fact, no state,
no timer. Counted, not timed; one run of each light and heavy case.
"""

from __future__ import annotations

from benchmarks.hospital import bench, heavy, light
from helpers.looks import Tally


def measure() -> dict[str, object]:
    """The share, and of each part the looks and those in vain."""
    tally = Tally()
    cases = (*light(), *heavy())
    for case in cases:
        tally.play(case, flow=bench().flow)
    parts = {name: f"{many}, {tally.in_vain[name]} in vain" for name, many in tally.called.most_common()}
    return {
        "looks_in_vain_percent": tally.in_vain_percent,
        "looks_a_run": tally.called.total() / len(cases),
        "looks_by_part": parts,
    }
