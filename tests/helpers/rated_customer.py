"""The small customer on disk with no rate, or with some."""

from __future__ import annotations

from pathlib import Path

import yaml

from helpers.small_customer import Change, small_files
from helpers.small_folder import valid

OUTAGE = {"median": "45 min", "p90": "4 h"}
_SOME: tuple[Change, ...] = (
    ("site/sources/feeder-west/failures_per_year", "0.5"),
    ("site/sources/feeder-west/outage", OUTAGE),
    ("site/elements/T1", {"failures_per_year": "0.02", "repair": "2 d"}),
)
RATES: dict[str, tuple[Change, ...]] = {"none": (), "some": _SOME}


def rated_folder(place: Path, rates: str, *changes: Change) -> Path:
    """The folder `small-<rates>` below `place`; `rates` is none or some."""
    folder = place / f"small-{rates}"
    folder.mkdir(parents=True)
    for name, tree in valid(small_files(*RATES[rates], *changes)).items():
        words = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=200)
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8", newline="\n")
    return folder
