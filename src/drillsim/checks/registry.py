"""Every rule in one tuple, and the users' own.

`drillsim explain`, the README's table and the closing text of a check come from it. A user adds rules as a Python
entry point of the group `drillsim.rules`, naming a `Rule` or a tuple of them, with ids `X-<org>-<nn>`; a file in a
customer's folder is never code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points

from drillsim.checks.rule import Confidence, Needs, Rule, RuleFunction, Severity
from drillsim.checks.rules import (
    bus_tie,
    by_hand,
    by_two,
    called_in,
    card_span,
    changeover,
    continuity,
    control_supply,
    data_centre,
    drills,
    figures,
    fuel,
    hospital,
    industry,
    interlock,
    law,
    motor_order,
    normal_state,
    own_supply,
    plan_content,
    plan_limits,
    plan_links,
    plan_names,
    plan_order,
    plan_people,
    plan_time,
    plan_words,
    possible,
    safe_switching,
    sources,
    trigger_known,
    utility_side,
)
from drillsim.errors import InvalidInput, Problem, facts

GROUP = "drillsim.rules"
OWN_PREFIX = "X-"
_OWN_ID = re.compile(r"X-[A-Za-z0-9]+-\d{2,3}")

_OUTLINE = "GB/T 29639"
_OUTLINE_EDITION = "2020"


def _rule(
    id: str, needs: Needs, severity: Severity, judge: RuleFunction,
    source: str = "", edition: str = "", clause: str = "", confidence: Confidence = "own",
) -> Rule:  # fmt: skip
    return Rule(id=id, needs=needs, severity=severity, source=source, edition=edition, clause=clause,
                confidence=confidence, judge=judge)  # fmt: skip


def _outline(id: str, needs: Needs, severity: Severity, judge: RuleFunction) -> Rule:
    """A rule drawn from the outline of contingency plans and power practice; no clause states it in these words."""
    return _rule(id, needs, severity, judge, _OUTLINE, _OUTLINE_EDITION, "", "derived")


def _bus_tie() -> Iterator[Rule]:
    asked: tuple[tuple[RuleFunction, Needs, str], ...] = (
        (bus_tie.standby_voltage, "files", "(2)"), (bus_tie.in_service, "files", "(3)"),
        (bus_tie.not_on_hand_or_broken_circuit, "files", "(4)"), (bus_tie.armed_again, "files", "(5)"),
        (bus_tie.quick_onto_fault, "files", "(6)"), (bus_tie.blocked_by_current, "files", "(7)"),
    )  # fmt: skip
    for number, (judge, needs, part) in enumerate(asked, 2):
        yield _rule(f"BZT-{number:02}", needs, "must", judge, "GB 51348", "2019", f"5.9.2 {part}", "seen")
    yield _rule("BZT-08", "network", "must", bus_tie.delay_ladder)


def _law() -> Iterator[Rule]:
    order, plans = "国务院令第599号", "应急管理部令第2号"
    yield _rule("LAW-01", "files", "must", law.reported_at_once, order, "2011", "", "derived")
    yield _rule("LAW-02", "files", "must", law.drilled_yearly, "一地方供用电条例", "", "19–20", "seen")
    yield _rule("LAW-03", "files", "should", law.cards_half_yearly, plans, "2019", "33")
    yield _rule("LAW-04", "files", "must", law.revised_when_due, plans, "2019", "36")
    yield _rule("LAW-05", "files", "should", law.reviewed_filed_trained, "国能安全〔2014〕508号", "2014")
    yield _rule("LAW-06", "files", "must", law.notice_given, "供电营业规则")
    yield _rule("LAW-07", "files", "should", law.file_complete)


def _drill() -> Iterator[Rule]:
    nea, basic, evaluation = ("电力安全事故应急演练导则", "2022"), ("AQ/T 9007", "2019"), ("AQ/T 9009", "2015")
    asked: tuple[tuple[RuleFunction, tuple[str, str], Confidence], ...] = (
        (drills.kind_stated, nea, "seen"), (drills.organised, basic, "seen"), (drills.evaluated, evaluation, "seen"),
        (drills.graded, evaluation, "own"), (drills.families_covered, evaluation, "own"),
        (drills.corrected_in_time, ("", ""), "seen"), (drills.programme, ("GB/T 38209", "2019"), "seen"),
        (drills.goals_rated, ("HSEEP", "2020"), "seen"), (drills.weak_goals_answered, ("HSEEP", "2020"), "own"),
        (drills.red_lines, ("", ""), "seen"), (drills.goals_in_numbers, ("", ""), "seen"),
        (drills.not_always_the_same, ("", ""), "seen"),
    )  # fmt: skip
    for number, (judge, (source, edition), confidence) in enumerate(asked, 1):
        yield _rule(f"DRL-{number:02}", "files", "should", judge, source, edition, "", confidence)


RULES: tuple[Rule, ...] = (
    _outline("PLN-01", "files", "must", plan_content.scope_covered),
    _outline("PLN-02", "files", "must", plan_content.steps_complete),
    _outline("PLN-03", "files", "should", plan_content.failure_branches),
    _outline("PLN-04", "files", "must", plan_people.two_people_reached),
    _outline("PLN-05", "files", "must", plan_names.names_fit_network),
    _outline("PLN-06", "network", "must", plan_order.order_obeys_interlocks),
    _outline("PLN-07", "network", "must", plan_time.times_fit_limits),
    _outline("PLN-08", "files", "must", plan_content.restoration_present),
    _outline("PLN-09", "files", "must", plan_content.boundary_of_dispatch),
    _outline("PLN-10", "files", "should", plan_people.paper_in_order),
    _outline("PLN-11", "files", "should", plan_people.resources_placed),
    _outline("PLN-12", "files", "should", plan_names.no_vague_words),
    _rule("PLN-13", "files", "must", plan_people.certificates_valid),
    _rule("PLN-14", "network", "should", plan_links.tiers_in_order),
    _rule("PLN-15", "files", "should", plan_links.orders_for_restoration),
    _rule("PLN-16", "files", "should", plan_links.everybody_is_called),
    _rule("PLN-17", "network", "must", trigger_known.triggers_known),
    _rule("PLN-18", "files", "must", utility_side.utility_answers),
    _rule("PLN-19", "network", "must", possible.steps_possible),
    _outline("PLN-20", "files", "should", plan_limits.steps_limited),
    _outline("PLN-21", "files", "should", plan_limits.responses_graded),
    _rule("PLN-22", "files", "should", plan_words.words_fit_acts),
    _rule("PLN-23", "files", "must", card_span.cards_last),
    _rule("PLN-24", "network", "must", by_hand.done_by_hand),
    _rule("PLN-25", "files", "must", called_in.called_ahead),
    _rule("P07", "files", "must", plan_order.no_two_sided_wait),
    _rule("LOD-01", "files", "must", sources.grades_stated),
    _rule("LOD-02", "network", "must", normal_state.normal_state_sound, "GB/T 12325", "2008"),
    _rule("LOD-03", "files", "should", motor_order.critical_motors_first),
    _rule("SUP-01", "network", "must", sources.special_customer, "电监安全〔2008〕43号", "2008", "", "seen"),
    _rule("SUP-02", "network", "must", sources.first_class_customer, "电监安全〔2008〕43号; GB/T 29328", "2018"),
    _rule("SUP-03", "files", "must", sources.second_class_customer, "电监安全〔2008〕43号; GB/T 29328", "2018"),
    _rule("SUP-04", "files", "should", sources.temporary_customer, "电监安全〔2008〕43号; GB/T 29328", "2018"),
    _rule("SUP-05", "network", "must", sources.independent_sources, "GB 50052", "2009", "3.0.2", "seen"),
    _rule("SUP-06", "network", "must", own_supply.emergency_source_only, "GB 50052", "2009", "3.0.3", "seen"),
    _rule("SUP-07", "files", "must", own_supply.emergency_source_kind, "GB 50052", "2009", "3.0.4", "seen"),
    _rule("SUP-08", "network", "must", own_supply.kind_fits_interruption, "GB 50052", "2009", "3.0.5", "seen"),
    _rule("SUP-09", "network", "must", fuel.lasts_to_safe_stop, "GB 50052", "2009", "3.0.6", "seen"),
    _rule("SUP-10", "network", "must", sources.second_grade_loads, "GB 50052", "2009", "3.0.7"),
    _rule("SUP-11", "files", "should", own_supply.air_conditioning_grade, "GB 51348", "2019", "3.2.4", "seen"),
    _rule("SUP-12", "files", "must", own_supply.non_electrical_measures, "供电营业规则", "", "", "seen"),
    _rule("EPS-01", "files", "must", own_supply.own_source_present, "国务院令第599号", "2011", "5", "seen"),
    _rule("EPS-02", "files", "must", own_supply.capacity_with_margin, "电监安全〔2008〕43号", "2008"),
    _rule("EPS-02b", "network", "must", own_supply.capacity_to_run, "GB/T 29328", "2018"),
    _rule("EPS-03", "network", "must", interlock.no_backfeed, "电监安全〔2008〕43号; GB/T 29328", "2018"),
    _rule("EPS-04", "network", "must", own_supply.takeover_in_time, "GB 50052", "2009", "3.0.3", "seen"),
    _rule("EPS-05", "files", "should", own_supply.access_for_mobile_sets, "GB/T 29328", "2018", "7.1"),
    _rule("EPS-06", "files", "should", own_supply.periodic_tests),
    _rule("EPS-07", "files", "must", own_supply.changes_filed),
    _rule("EPS-08", "files", "should", own_supply.start_by_itself, "GB 12786", "", "", "seen"),
    _rule("EPS-09", "network", "must", own_supply.supplies_in_time, "GB 51348-2019 13.7.9; GB 55024-2022 3.1.7",
          confidence="seen"),
    _rule("EPS-10", "network", "must", own_supply.fire_pumps_in_time, "GB 50974", "2014", "11.0.17", "seen"),
    _rule("EPS-11", "network", "must", fuel.refuelling_arranged, "GB 50016", "", "", "seen"),
    _rule("EPS-12", "network", "must", own_supply.security_loads_on_it),
    _rule("EPS-13", "files", "must", own_supply.connected_once_started),
    _rule("FUEL-01", "network", "should", fuel.tank_alone),
    _rule("FUEL-02", "files", "should", fuel.burns_as_sets_do),
    _rule("FIG-01", "files", "should", figures.figures_plausible),
    _rule("FIG-02", "files", "should", figures.batteries_in_life),
    _rule("BZT-01", "network", "must", sources.transfer_present, "GB 51348", "2019", "5.9.1", "seen"),
    *_bus_tie(),
    _rule("DCS-01", "network", "must", control_supply.lasts_through_outage),
    _rule("DCS-02", "files", "should", control_supply.discharge_tested),
    _rule("OPS-01", "network", "must", safe_switching.no_backfeed_reached, "五防; 电监安全〔2008〕43号"),
    _rule("OPS-02", "network", "must", safe_switching.no_wrong_order_reached, "五防"),
    _rule("OPS-03", "network", "must", safe_switching.proof_and_earth, "电力安全工作规程 (停电、验电、接地)"),
    _rule("OPS-04", "network", "must", safe_switching.permit_due, "调度协议"),
    _rule("OPS-05", "network", "must", safe_switching.supervisor_due, "电力安全工作规程 (监护)"),
    _rule("OPS-06", "network", "must", by_two.phases_checked, "电力安全工作规程 (核相)"),
    _rule("OPS-07", "network", "must", by_two.two_at_high_voltage, "电力安全工作规程 (监护)"),
    _rule("INT-01", "network", "must", interlock.modes_obey_interlocks),
    _rule("INT-02", "network", "must", interlock.joining_is_interlocked, "电监安全〔2008〕43号; GB/T 29328", "2018"),
    _rule("INT-03", "files", "must", interlock.earths_interlocked, "五防"),
    _rule("HOSP-01", "network", "must", hospital.starts_by_itself, "GB 51039", "2014", "8.5.1", "seen"),
    _rule("HOSP-02", "network", "must", hospital.back_within_class, "IEC 60364-7-710", "", "", "seen"),
    _rule("HOSP-03", "network", "must", hospital.safety_lighting, "GB 51039", "2014", "8.5", "seen"),
    _rule("HOSP-04", "files", "should", fuel.hospital_has_genset, "JGJ 312", "2013", "4.4.1", "seen"),
    _rule("HOSP-05", "network", "must", fuel.hospital_fuel, "JGJ 312", "2013", "4.4.5", "seen"),
    _rule("HOSP-06", "network", "must", fuel.hospital_ups, "JGJ 312", "2013", "4.4.6–4.4.7", "seen"),
    _rule("HOSP-07", "network", "must", hospital.holds_long_enough, "JGJ 312", "2013", "3.0.3", "seen"),
    _rule("HOSP-08", "files", "must", hospital.it_system, "IEC 60364-7-710"),
    _rule("HOSP-09", "files", "info", hospital.run_under_load, "NFPA 99; NFPA 110", confidence="seen"),
    _rule("DC-01", "network", "must", data_centre.any_single_element, "GB 50174", "2017", "", "seen"),
    _rule("DC-02", "network", "must", data_centre.autonomy_and_fuel, "GB 50174", "2017"),
    _rule("DC-03", "network", "info", data_centre.tier_claimed, "TIA-942; Uptime Tier Standard"),
    _rule("FIRE-01", "files", "must", industry.fire_never_shed, "GB 50974", "2014", "", "seen"),
    _rule("IND-01", "network", "must", industry.mine),
    _rule("IND-02", "network", "must", industry.chemical),
    _rule("IND-03", "network", "must", industry.metallurgy),
    _rule("IND-04", "network", "must", industry.traffic, "ICAO Annex 14"),
    *_law(),
    *_drill(),
    _rule("BCM-01", "files", "should", continuity.limits_within_tolerance, "ISO 22301", "2019"),
    _rule("BCM-02", "network", "should", continuity.least_service_kept, "ISO 22301", "2019"),
    _rule("BCM-03", "network", "should", changeover.changeover_within_limit),
    _rule("ICS-01", "files", "should", continuity.tasks_at_once),
)  # fmt: skip


def all_rules() -> tuple[Rule, ...]:
    """Drillsim's rules, then the users' by id.

    Raises: InvalidInput naming the entry point of a plug-in that cannot be loaded or gives no proper rule.
    """
    found: list[Rule] = []
    problems: list[Problem] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value)):
        try:
            found += _loaded(entry)
        except InvalidInput as refused:
            problems += refused.problems
    taken = {rule.id for rule in RULES}
    for rule in found:
        if rule.id in taken:
            problems.append(_refused(rule.id, "rule-id-taken", id=rule.id))
        taken.add(rule.id)
    if problems:
        raise InvalidInput(problems)
    return (*RULES, *sorted(found, key=lambda rule: rule.id))


def _loaded(entry: EntryPoint) -> tuple[Rule, ...]:
    try:
        value = entry.load()
    except Exception as error:  # a stranger's module may fail in any way
        raise InvalidInput(
            [_refused(entry.value, "rule-plugin-broken", error=f"{type(error).__name__}: {error}")]
        ) from None
    rules = value if isinstance(value, tuple | list) else (value,)
    for rule in rules:
        if not isinstance(rule, Rule):
            raise InvalidInput([_refused(entry.value, "rule-plugin-no-rule", found=type(rule).__name__)])
        if not _OWN_ID.fullmatch(rule.id):
            raise InvalidInput([_refused(entry.value, "rule-plugin-id", id=rule.id)])
    return tuple(rules)


def _refused(name: str, code: str, **named: str) -> Problem:
    return Problem(file="", field=f"{GROUP}: {name}", code=code, facts=facts(entry=name, **named))
