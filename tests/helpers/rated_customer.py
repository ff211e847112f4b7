"""The small customer on disk with no rate, with some, or with one for everything that can break.

Its UPS has no bypass, so that its failing darkens what is most critical.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from helpers.small_customer import Change, small_files
from helpers.small_folder import valid

OUTAGE = {"median": "45 min", "p90": "4 h"}
_NONE: tuple[Change, ...] = (("site/sources/ups-icu/static_bypass", "false"),)
_SOME: tuple[Change, ...] = (
    *_NONE,
    ("site/sources/feeder-west/failures_per_year", "0.5"),
    ("site/sources/feeder-west/outage", OUTAGE),
    ("site/elements/T1", {"failures_per_year": "0.02", "repair": "2 d"}),
)
_BUSES = ("E-end", "W-end", "I-10kV", "II-10kV", "I-LV", "II-LV", "em-LV", "gen-LV", "ups-LV")
_ALL: tuple[Change, ...] = (
    *_SOME,
    ("site/sources/feeder-east/failures_per_year", "0.8"),
    ("site/sources/feeder-east/outage", OUTAGE),
    ("site/elements/T2", {"failures_per_year": "0.02", "repair": "2 d"}),
    ("site/sources/ups-icu/failures_per_year", "0.02"),
    *((f"site/zones/{zone}/failures_per_year", "0.001") for zone in ("trench-a", "trench-b", "yard")),
    *((f"site/elements/{bus}", {"failures_per_year": "0.001", "repair": "12 h"}) for bus in _BUSES),
)
RATES = {"none": _NONE, "some": _SOME, "all": _ALL}


def rated_folder(place: Path, rates: str, *changes: Change) -> Path:
    """The folder `small-<rates>` below `place`; `rates` is none, some or all."""
    folder = place / f"small-{rates}"
    folder.mkdir(parents=True)
    for name, tree in valid(small_files(*RATES[rates], *changes)).items():
        words = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=200)
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8", newline="\n")
    return folder
