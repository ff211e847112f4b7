"""Operation and safety, again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.findings.facts import O05, O06, O08
from drillsim.findings.finding import Finding

if TYPE_CHECKING:
    from helpers.second_fold import Again, Number
    from helpers.second_fold.fold import Fold


def _hazard(fold: Fold, found: Finding) -> dict[str, Number]:
    return {"at_ms": fold.anchor(found, "hazard").t_ms}


def _hazard_or_wait(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, O05 | O06)
    if found.facts.hazard:
        return {"at_ms": fold.anchor(found, "hazard").t_ms, "wait_ms": 0}
    reason = found.facts.reason if isinstance(found.facts, O05) else "person_busy"
    return {
        "at_ms": fold.waits(found.subject.id, reason)[0][0],
        "wait_ms": fold.waited(found.subject.id, reason),
    }


def _o07(fold: Fold, found: Finding) -> dict[str, Number]:
    back = max(e.t_ms for e in fold.of("source_back"))
    return {"since_ms": fold.end - back}


def _o08(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, O08)
    if found.facts.what == "believed":
        return {"at_ms": fold.ended_ms(found.subject.id)}
    return {"at_ms": fold.anchor(found, "switch_stuck", "start_failed", "transfer_failed").t_ms}


AGAIN: dict[str, Again] = {
    **dict.fromkeys(("O01", "O02", "O03", "O04"), _hazard),
    "O05": _hazard_or_wait,
    "O06": _hazard_or_wait,
    "O07": _o07,
    "O08": _o08,
}
