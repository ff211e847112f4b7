"""The kinds of work a rule that fails asks for: the headings under which a planner reads the results, gravest first."""

from __future__ import annotations

from typing import Literal, get_args

Todo = Literal["danger", "plant", "plan", "people", "papers"]
TODOS: tuple[Todo, ...] = get_args(Todo)
"""danger: a dangerous state can be reached, mend it before anybody switches; plant: change wiring, settings or stock;
plan: rewrite a clause or a step; people: name, certify or reach somebody; papers: dates, drills, filings."""

_FAMILIES: dict[str, Todo] = {
    "OPS": "danger", "INT": "danger",
    "SUP": "plant", "EPS": "plant", "FUEL": "plant", "BZT": "plant", "DCS": "plant", "HOSP": "plant", "DC": "plant",
    "FIRE": "plant", "IND": "plant", "LOD": "plant", "FIG": "plant",
    "PLN": "plan", "P07": "plan", "BCM": "plan", "ICS": "plan",
    "LAW": "papers", "DRL": "papers",
}  # fmt: skip
_RULES: dict[str, Todo] = {
    "EPS-03": "danger",  # back-feed
    "PLN-06": "danger",  # an order of steps that a device interlock forbids
    "PLN-09": "danger",  # operating what the dispatcher commands
    "PLN-04": "people", "PLN-10": "people", "PLN-13": "people", "PLN-16": "people",
    "EPS-06": "papers", "EPS-07": "papers", "DCS-02": "papers", "HOSP-09": "papers",
}  # fmt: skip


def todo_of(rule: str) -> Todo:
    """Return the kind of work the rule with this id asks for when it fails; a user's own rule speaks of the plan."""
    return _RULES.get(rule) or _FAMILIES.get(rule.partition("-")[0], "plan")
