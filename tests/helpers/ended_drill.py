"""Drills led to their end by hand, late by as much as is wanted."""

from __future__ import annotations

from pathlib import Path

from drillsim.files import CustomerFolder, load_customer, load_msel, load_scenario, own_msel, scenario_path
from drillsim.session import Ending, Participant, Reading, Record, open_session
from drillsim.units import MS_PER
from helpers.shipped import HOSPITAL, ROOT

MIN = MS_PER["min"]
NIGHT = "both-lost-night-autostart-fails"
PLAN = ROOT / "plans" / HOSPITAL
LEADER = Participant("controller", "王老师", "controller")
EVALUATOR = Participant("evaluator", "评估组", "evaluator")
AT = Reading(1_000, 1_800_000_000_000)
PLAYED = ("duty-electrician", "dispatcher")


def led(
    out: Path,
    *,
    played: tuple[str, ...] = PLAYED,
    delay_ms: int = MIN,
    until_min: int = 70,
    folder: CustomerFolder | None = None,
    scenario: str = NIGHT,
) -> Record:
    """A session in which people decide what the plan says, so much after it became due, up to a moment."""
    folder = folder or load_customer(PLAN)
    msel_path = own_msel(PLAN, scenario)
    msel = load_msel(msel_path, folder, scenario) if msel_path is not None else None
    file = load_scenario(scenario_path(scenario, PLAN))
    record = open_session(out, folder, file, AT, LEADER, msel=msel, played=played)
    session, since = record.session, dict[str, int]()
    while session.drill.now < until_min * MIN:
        for _, decision in list(session.due()):
            first = since.setdefault(repr(decision), session.drill.now)
            if session.drill.now - first >= delay_ms:
                session.decide(decision, LEADER, AT)
        session.jump(session.drill.now + 15_000, LEADER, AT)
    return record


def ended(out: Path, how: Ending = "completed", *, delay_ms: int = MIN, until_min: int = 70) -> Record:
    """The same, ended."""
    record = led(out, delay_ms=delay_ms, until_min=until_min)
    record.session.stop(how, LEADER, AT, why="" if how == "completed" else "警报")
    return record
