"""Every rule in one tuple, and the users' own.

`drillsim explain`, the README's table and the closing text of a check come from it. A user adds rules as a Python
entry point of the group `drillsim.rules`, naming a `Rule` or a tuple of them, with ids `X-<org>-<nn>`; a file in a
customer's folder is never code.
"""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint, entry_points

from drillsim.checks.rule import Confidence, Judge, Needs, Rule, Severity
from drillsim.checks.rules import (
    fuel,
    interlock,
    own_supply,
    plan_content,
    plan_names,
    plan_order,
    plan_people,
    plan_time,
    safe_switching,
    sources,
)
from drillsim.errors import InvalidInput, Problem, facts

GROUP = "drillsim.rules"
OWN_PREFIX = "X-"
_OWN_ID = re.compile(r"X-[A-Za-z0-9]+-\d{2,3}")

_OUTLINE = "GB/T 29639"
_OUTLINE_EDITION = "2020"


def _rule(
    id: str, needs: Needs, severity: Severity, judge: Judge, source: str = "", edition: str = "", clause: str = "",
    confidence: Confidence = "own",
) -> Rule:  # fmt: skip
    return Rule(id=id, needs=needs, severity=severity, source=source, edition=edition, clause=clause,
                confidence=confidence, judge=judge)  # fmt: skip


def _outline(id: str, needs: Needs, severity: Severity, judge: Judge) -> Rule:
    """A rule drawn from the outline of contingency plans and power practice; no clause states it in these words."""
    return _rule(id, needs, severity, judge, _OUTLINE, _OUTLINE_EDITION, "", "derived")


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
    _rule("P07", "files", "must", plan_order.no_two_sided_wait),
    _rule("LOD-01", "files", "must", sources.grades_stated),
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
    _rule("EPS-02b", "files", "must", own_supply.capacity_to_run, "GB/T 29328", "2018"),
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
    _rule("FUEL-01", "network", "should", fuel.tank_alone),
    _rule("BZT-01", "network", "must", sources.transfer_present, "GB 51348", "2019", "5.9.1", "seen"),
    _rule("OPS-01", "network", "must", safe_switching.no_backfeed_reached, "五防; 电监安全〔2008〕43号"),
    _rule("OPS-02", "network", "must", safe_switching.no_wrong_order_reached, "五防"),
    _rule("OPS-03", "network", "must", safe_switching.proof_and_earth, "电力安全工作规程 (停电、验电、接地)"),
    _rule("OPS-04", "network", "must", safe_switching.permit_due, "调度协议"),
    _rule("OPS-05", "network", "must", safe_switching.supervisor_due, "电力安全工作规程 (监护)"),
    _rule("INT-01", "network", "must", interlock.modes_obey_interlocks),
    _rule("HOSP-04", "files", "should", fuel.hospital_has_genset, "JGJ 312", "2013", "4.4.1", "seen"),
    _rule("HOSP-05", "network", "must", fuel.hospital_fuel, "JGJ 312", "2013", "4.4.5", "seen"),
    _rule("HOSP-06", "network", "must", fuel.hospital_ups, "JGJ 312", "2013", "4.4.6–4.4.7", "seen"),
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
