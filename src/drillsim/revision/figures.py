"""Figures that paper cannot change: how long things take, how likely they fail, what is allowed, how large they are.
Edits of wording and settings keep off them; training and purchases that touch them are labelled as assumed."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.revision.recommendation import FileEdit, Recommendation

FIGURES = (
    "takes", "decides_in", "decide", "comes_in", "ready", "crank", "pause", "delay", "after", "operates_in", "charge",
    "cool_down", "repair", "outage", "rides", "for", "within", "wait_at_most", "every", "fails_to_start",
    "manual_start_fails", "fails_to_operate", "fails", "mean_time_to_failure", "fails_per_running_hour",
    "failures_per_year", "no_answer", "max_interruption", "min_supply_time", "harm",
    "mobilise", "storm_mobilise", "taken_in_storm", "lasts", "rated_kw", "rated_kva", "battery_kwh", "capacity_l",
    "level_l", "l_per_min", "quantity", "cable_m", "step_load_percent",
)  # fmt: skip
"""Keys of durations, odds, limits and sizes in the files."""
SET_ON_A_RELAY = ("trips", "undervoltage_release")
"""Delays below these keys are what somebody sets on a relay, not what one hopes for."""
_SET_ON_A_TRANSFER = "delay"
"""So is this one of a transfer; how long its switches take is not."""
_ALSO_ORDER = "after"
"""In a step `after` names predecessors, of a function those that are restarted before it; elsewhere it is a time."""


def changed_figures(edits: Iterable[FileEdit]) -> tuple[str, ...]:
    """Dotted paths of existing durations, odds, limits and sizes the edits change; what a new entry brings is new."""
    found = (each for each in edits if any(_is_figure(each, part) for part in each.edit.path))
    return tuple(".".join(str(part) for part in each.edit.path) for each in found)


def is_honest(recommendation: Recommendation) -> bool:
    """Return whether it changes figures only as what may: training or a purchase, labelled as assumed."""
    if not changed_figures(recommendation.edits):
        return True
    return recommendation.kind in ("training", "purchase") and recommendation.assumed is not None


def _is_figure(each: FileEdit, part: str | int) -> bool:
    if any(key in each.edit.path for key in SET_ON_A_RELAY):
        return False
    if part == _SET_ON_A_TRANSFER and each.file == "site.yaml" and each.edit.path[:1] == ("transfers",):
        return False
    if part == _ALSO_ORDER and each.file == "plan.yaml" and "no_answer" not in each.edit.path:
        return False
    if (
        part == _ALSO_ORDER
        and each.file == "site.yaml"
        and each.edit.path[:1] == ("functions",)
        and len(each.edit.path) == 3
    ):
        return False
    return part in FIGURES
