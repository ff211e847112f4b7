"""A campaign read back from its folder: what was played, and its cases with the draw in which a limit is missed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillsim.campaign.outcome import VERDICTS
from drillsim.campaign.store import CASES, MARKER
from drillsim.errors import InvalidInput, Problem

_MISSED = VERDICTS.index("missed")
_OF_CASE = ("members", "hour", "scenario")


@dataclass(frozen=True, slots=True)
class CaseDraw:
    """One case of a campaign with one draw of luck."""

    members: tuple[str, ...]
    hour: str
    scenario: str
    draw: int
    missed: bool


def recorded_spec(folder: Path) -> Mapping[str, Any]:
    """Return the choice of cases of the campaign in `folder`, as its marker says. Raises: InvalidInput."""
    try:
        found = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        assert isinstance(found, dict)
        return found
    except (OSError, ValueError, AssertionError):
        raise InvalidInput([Problem(file=folder.as_posix(), code="campaign-json-unreadable")]) from None


def recorded_cases(folder: Path) -> tuple[CaseDraw, ...]:
    """Every case that was played with the plan as it is, each with the first draw in which a limit is missed, else with
    the first; in the order of the table. Raises: InvalidInput where no draw was played."""
    import pyarrow.parquet as pq

    path = folder / CASES
    if not path.is_file():
        raise InvalidInput([Problem(file=folder.as_posix(), code="revise-no-draws")])
    columns = [*_OF_CASE, "variant", "draw", "status", "verdicts"]
    found: dict[tuple[tuple[str, ...], str, str], CaseDraw] = {}
    for batch in pq.ParquetFile(path).iter_batches(columns=columns):
        for row in batch.to_pylist():
            if row["variant"] or row["status"] != "completed":
                continue
            case = tuple(row["members"]), row["hour"], row["scenario"]
            missed = _MISSED in row["verdicts"]
            if case not in found or (missed and not found[case].missed):
                found[case] = CaseDraw(*case, row["draw"], missed)
    return tuple(found.values())
