"""A campaign that was stopped on its way: what of it is played, and the command that goes on with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from drillsim.campaign import EXACT, MARKER, Store, batch_name, chunk_size, units_there
from drillsim.errors import Problem, facts
from drillsim.schema import LATE_MS
from drillsim.units import format_duration

_CAMPAIGN_JSON = "campaign.json"


def stopped_campaign(folder: Path) -> Problem | None:
    """Return the part done and the way to go on, where the campaign in `folder` was stopped; None where it was not, or
    where its marker cannot be read."""
    if (folder / _CAMPAIGN_JSON).is_file():
        return None
    try:
        told = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        done, units = _done(folder, told), int(told["units"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    many = len(told["scenarios"]) > 1
    command = " ".join(f'"{each}"' if " " in each else each for each in _command(told, folder.parent.parent))
    told_facts = facts(done=done, units=units, scenarios="many" if many else "few", command=command)
    return Problem(file=folder.as_posix(), code="campaign-stopped", facts=told_facts)


def _done(folder: Path, told: Mapping[str, Any]) -> int:
    """Units of the batch that was last begun."""
    store = Store(folder.with_name(folder.name.removesuffix(".part")))
    begun = {path.name.partition("-")[0] for exact in (True, False) for path in store.chunks(exact=exact)}
    last = max(begun, default=batch_name(0), key=lambda each: (each != EXACT, each))
    return units_there(store, last, int(told["units"]), chunk_size(one_event=bool(told["one_event"])))


def _command(told: Mapping[str, Any], out: Path) -> Iterator[str]:
    """The words of the command that goes on; of several scenarios nobody knows by which pattern they were chosen."""
    yield from ("drillsim", "campaign", f"…/{told['customer']}", "--resume", "--out", out.as_posix())
    yield from ("--seed", str(told["seed"]))
    if len(told["scenarios"]) <= 1:
        yield from ("--scenarios", next(iter(told["scenarios"]), "none"))
    if not told["one_event"]:
        yield from ("--faults", f"N-{told['faults']}" if told["faults"] else "none")
    yield from ("--hours", ",".join(each["name"] for each in told["hours"]))
    if told["sampled"]:
        yield from ("--draws", str(told["draws"]))
    if told["exact"]:
        yield "--exact"
    if not told["prune"]:
        yield "--every-case"
    if told.get("late_ms", LATE_MS) != LATE_MS:
        yield from ("--late", format_duration(told["late_ms"]))
    for flag, key in (("--limit", "limit"), ("--target-error", "target_error")):
        if told[key] is not None:
            yield from (flag, str(told[key]))
    for label in told["variants"]:
        yield from ("--variant", f"{label}=…")
