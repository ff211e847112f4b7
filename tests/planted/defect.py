"""What is planted: edits of a sound customer, the situation both are played in, and what must be found where."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from drillsim.schema import Scenario
from helpers.blind.change import Edit


@dataclass(frozen=True)
class Situation:
    """A scenario by name. Of one that is not `answered` the sound plan cannot keep every limit: it says nothing of
    false alarms."""

    name: str
    text: str
    """The scenario as JSON."""
    answered: bool = True

    @property
    def scenario(self) -> Scenario:
        """The scenario as a run takes it."""
        return Scenario.model_validate(json.loads(self.text))


def situation(
    name: str, *events: dict[str, Any], horizon: str = "2 h", answered: bool = True, **start: Any
) -> Situation:
    """A situation on a summer night, 02:30, unless `start` says otherwise."""
    told = {
        "format": "1",
        "title": name,
        "start": {"mode": "normal", "date": "2026-07-15", "time": "02:30", "load": "summer-night", **start},
        "horizon": horizon,
        "events": list(events),
    }
    return Situation(name, json.dumps(told, ensure_ascii=False, sort_keys=True), answered)


def event(fault: str, on: Any, at: str = "0 s", **more: Any) -> dict[str, Any]:
    """One thing that goes wrong; `for_` stands for the word Python keeps for itself."""
    return {"at": at, "fault": fault, "on": on, **{key.rstrip("_"): value for key, value in more.items()}}


@dataclass(frozen=True)
class Defect:
    """One defect, and what is expected of it before the spoiled plan is played."""

    customer: str
    code: str
    kind: str
    """Name of the operator that plants it."""
    what: str
    """In words."""
    at: tuple[str, ...]
    """Ids and clauses: the weak point's subject or clause must be one of them."""
    situation: Situation
    edits: tuple[Edit, ...] = ()
    base: tuple[Edit, ...] = ()
    """Edits the sound twin has as well."""
    sound: Situation | None = None
    """What the twin is played in, where the defect lies in the state and not in the files."""

    @property
    def sound_situation(self) -> Situation:
        """What the sound twin is played in."""
        return self.sound or self.situation

    @property
    def name(self) -> str:
        """Customer, code, operator, place."""
        return f"{self.customer} {self.code} {self.kind}: {self.what}"
