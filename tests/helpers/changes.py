"""Recommendations made by hand for the small hospital of `tests/broken/good`, and that hospital in a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from drillsim.files import Append, Edit, Insert, Remove, Set
from drillsim.revision.recommendation import FileEdit, Kind, Place, Recommendation, SubjectGain
from drillsim.schema import Words

GOOD = Path(__file__).resolve().parents[1] / "broken" / "good"
STEPS = ("cards", 0, "steps")
"""Steps of the card for one source lost: S01 reports, S02 opens 101, S03 closes the tie, S04 reports a refusal."""


def small_hospital(place: Path) -> Path:
    """The small hospital as `plans/small-hospital` below `place`, with a scenario of its own."""
    folder = place / "plans" / "small-hospital"
    shutil.copytree(GOOD, folder)
    scenarios = place / "scenarios" / "small-hospital"
    scenarios.mkdir(parents=True)
    shutil.copy(Path(__file__).resolve().parents[2] / "scenarios" / "source-lost-day.yaml", scenarios / "own.yaml")
    return folder


def change(name: str, *edits: FileEdit, kind: Kind = "paper", clause: str = "9.1-2") -> Recommendation:
    """One that re-runs support."""
    return Recommendation(
        id=name, codes=("P01",), subject="S02", answers=(("P01", "S02"), ("M05", "wang")),
        place=Place("clause", clause) if kind == "paper" else Place("roster"), clause=clause,
        old=Words(zh="拉开101开关", en="Open 101"), new=Words(zh="5分钟内拉开101开关", en="Open 101 within 5 min"),
        owner="customer", kind=kind, evidence=(12, 40), edits=edits, verdict="proposed",
        gain=(SubjectGain("icu", "interruption", 500, 1_374_000, 60_500),),
    )  # fmt: skip


def plan(edit: Edit) -> FileEdit:
    """An edit of plan.yaml."""
    return FileEdit("plan.yaml", edit)


FIRST = change("P01-S02-told", plan(Insert(STEPS, 1, {
    "id": "S01a", "clause": "9.1-1a", "text": "请第二人到场", "do": "report", "by": "electrician", "takes": "1 min",
    "tells": [{"to": "dispatcher", "channel": "phone"}],
})))  # fmt: skip
"""Puts a step in behind the first."""
SECOND = change("P01-S03-alone", plan(Remove((*STEPS, 2, "after"))), clause="9.1-3")
"""Has the tie closed without waiting for S02."""
RIVAL = change("P01-S03-later", plan(Set((*STEPS, 2, "after"), ["S01"])), clause="9.1-3")
"""Has it wait for another step: not beside SECOND."""
ROSTER = change(
    "M05-electrician-third",
    FileEdit("customer.yaml", Set(("people", "sun"), {
        "name": "孙", "side": "customer", "last_contact_test": "2026-06-20",
        "shifts": [{"from": "08:00", "to": "20:00", "place": "duty-room"}],
    })),
    plan(Append(("actors", "electrician", "held_by"), "sun")),
    kind="staffing",
)  # fmt: skip
"""One more holder of a role: people and nothing else, but a new post."""
TURNED = change(
    "P01-electrician-turned",
    FileEdit("customer.yaml", Set(("people", "wang", "last_contact_test"), "2026-11-30")),
    plan(Set(("actors", "electrician", "held_by"), ["li", "wang"])),
    kind="staffing",
)
"""The same people in another order, one of them reached by phone again."""
PURCHASE = change("G01-genset-1-bought", kind="purchase")
"""Without an edit."""
