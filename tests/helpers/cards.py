"""Cards and steps in a few words, and what became of them."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.journal.timeline import StepRow, step_rows
from drillsim.schema.compiled import Compiled
from helpers.grids import grid
from helpers.play import dossier

LOST = {"at": "0 s", "fault": "source_lost", "on": "feeder-S1"}
LIGHTS = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}}


def step(name: str, by: object, do: str = "check", /, **more: Any) -> dict[str, Any]:
    return {"id": name, "clause": f"c-{name}", "text": name, "do": do, "by": by, "takes": "60 s", **more}


def tell(to: str, /, **more: Any) -> dict[str, Any]:
    return {"to": to, "channel": "phone", "takes": "30 s", **more}


def card(name: str, by: str, trigger: dict[str, Any], *steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name, "trigger": trigger, "activation": {"by": by}, "steps": list(steps), **more}


def two_sides(*cards: dict[str, Any], **site: Any) -> Compiled:
    facts = {"observations": LIGHTS, **site}
    return dossier(grid("S1 A cb", loads={"A": 0.1}), site=facts, cards=cards)


def rows(journal: Journal) -> dict[str, StepRow]:
    return {row.step: row for row in step_rows(journal)}


def waits(row: StepRow) -> list[tuple[str, tuple[str, ...], int]]:
    return [(wait.reason, wait.on, wait.span.ms) for wait in row.waits]
