"""Every weak point of one run: all rules, one order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drillsim.findings.finding import Finding
from drillsim.findings.rules import (
    automatics,
    building,
    control,
    dependency,
    dip,
    display,
    extent,
    fuel_chain,
    genset_load,
    idle_set,
    management,
    mobile,
    never,
    operation,
    own_supply,
    paper,
    people,
    protection,
    record,
    supply,
    two_sided,
    unsaid,
    verification,
)
from drillsim.findings.view import View
from drillsim.journal import Journal
from drillsim.schema import Case

Rule = Callable[[View], Iterable[Finding]]

RULES: dict[str, Rule] = {
    "S01": supply.one_cause,
    "S02": supply.standby_dead_at_need,
    "S03": supply.overload_after_transfer,
    "S04": supply.voltage_out,
    "S05": extent.below_margin,
    "S06": paper.differs_from_mode,
    "S07": supply.shorter_than_outage,
    "S08": unsaid.nobody_can_say,
    "A01": automatics.ats_fails,
    "A02": automatics.bus_tie_refuses,
    "A03": automatics.closes_onto_fault,
    "A04": protection.not_selective,
    "A05": dip.let_go,
    "A06": dip.picks_up,
    "A07": automatics.second_outage,
    "A08": control.control_supply_lost,
    "A09": display.dark_display,
    "G01": own_supply.fails_to_start,
    "G02": own_supply.fails_running,
    "G03": own_supply.fuel_exhausted,
    "G04": fuel_chain.pump_not_running,
    "G05": own_supply.flooded,
    "G06": genset_load.overloaded,
    "G07": genset_load.long_at_low_load,
    "G08": own_supply.battery_short,
    "G09": own_supply.ups_overloaded,
    "G10": extent.out_without_substitute,
    "G11": own_supply.no_own_supply,
    "G12": extent.others_on_it,
    "G13": mobile.cannot_connect,
    "G14": idle_set.feeds_nobody,
    "O01": operation.back_feed,
    "O02": operation.wrong_operation,
    "O03": operation.paralleling,
    "O04": operation.unsafe_work,
    "O05": operation.permit,
    "O06": operation.supervisor,
    "O07": paper.not_back_to_normal,
    "O08": verification.unverified,
    "P01": people.nobody_there,
    "P02": people.busy_elsewhere,
    "P03": people.no_answer,
    "P04": people.told_late,
    "P05": paper.opposite_orders,
    "P06": paper.certificate_run_out,
    "P07": two_sided.two_sided_wait,
    "P08": never.never_came,
    "D01": dependency.service_later_than_power,
    "D02": dependency.lost_with_cooling,
    "D03": dependency.lost_with_service,
    "D04": building.switched_off_by_logic,
    "D05": building.stuck_in_lifts,
    "D06": dependency.harm_done,
    "M01": management.no_card,
    "M02": management.no_fallback,
    "M03": management.over_time,
    "M04": paper.wrong_names,
    "M05": paper.resource_missing,
    "M06": record.several_at_once,
    "M07": record.overdue,
    "M08": record.planned_together,
}
"""The rule of each implemented code."""


def assess(case: Case, journal: Journal) -> tuple[Finding, ...]:
    """Weak points of the run, worst first: see `order`."""
    return weak_points(View(case, journal))


def weak_points(view: View) -> tuple[Finding, ...]:
    """As `assess`, of a run that has been folded already. A run that died before its initial state has none: nobody
    knows what was so when it began."""
    if not view.journal.initial:
        return ()
    found = tuple(each for rule in RULES.values() for each in rule(view))
    found = (*found, *management.unexplained(view, found))
    return tuple(sorted((*found, *record.recurred(view, found)), key=order))


def order(found: Finding) -> tuple[str, int, str, str, tuple[str, ...], tuple[int, ...]]:
    """Sort key: severity; hazards, then what endangers most limits; code, subject, steps, evidence."""
    endangered = len(found.endangers)
    rank = -endangered if endangered or found.severity != "A" else -1_000_000
    return (found.severity, rank, found.code, found.subject.id, found.steps, found.evidence)
