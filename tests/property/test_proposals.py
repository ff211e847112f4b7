"""Everything that comes to mind for the shipped customers keeps to what a proposal may be, whether or not it helps.

For each customer the worst scenarios; all candidates, tried or not: edits touch their own lines alone, ids stay,
figures stay, guards stay, and nobody is sent to do another's work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from drillsim.files import CustomerFolder, load_customer
from drillsim.files.part import part_of
from drillsim.journal import step_rows
from drillsim.revision.apply import MODELS, edit_folder, value_of
from drillsim.revision.figures import is_honest
from drillsim.revision.measure import measured
from drillsim.revision.propose import needs, propose
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.wait_cost import wait_lengths
from drillsim.schema import ON_THE_PLANT, VERBS, Case, Compiled, Step, kinds, trade_of_role
from drillsim.simulation import simulate
from drillsim.texts import LANGS
from helpers.shipped import AIRPORT, DATA_CENTRE, HOSPITAL, ROOT, WATERWORKS, flow, scenario
from helpers.thinned import thinned
from unit.texts.test_wording_of_clauses import NEVER

WORST = (
    (HOSPITAL, "both-lost-night-autostart-fails"),
    (HOSPITAL, "ats-fails"),
    (HOSPITAL, "basement-flooded"),
    (DATA_CENTRE, "both-lost-night-autostart-fails"),
    (DATA_CENTRE, "fuel-late-24h"),
    (WATERWORKS, "both-lost-night-autostart-fails"),
    (WATERWORKS, "cable-fault"),
    (AIRPORT, "both-lost-night-long"),
)
TESTS = ("check", "prove_dead", "phase_check")
MOST_LINES = 8
"""Lines of an entry that one edit writes anew."""


@cache
def folder_of(customer: str) -> CustomerFolder:
    return load_customer(ROOT / "plans" / customer)


@cache
def candidates(customer: str, name: str) -> tuple[tuple[Recommendation, CustomerFolder], ...]:
    """Every change with edits that fits, and the customer with it."""
    folder = folder_of(customer)
    case = Case(folder.dossier, name, scenario(customer, name))
    journal = simulate(case, flow=flow(customer, fast=True))
    findings = measured(case, journal).findings
    context = ReviewContext(folder, case, journal, findings, wait_lengths(step_rows(journal)), None)
    found = {each.id: each for need in needs(context) for each in propose(context, need)}
    return tuple((each, edit_folder(folder, each.edits).folder) for each in found.values())


def steps_of(dossier: Compiled) -> dict[str, Step]:
    return {step.id: step for _, step in dossier.plan.steps()}


def pairs(
    customer: str, name: str
) -> Iterator[tuple[Recommendation, dict[str, Step], dict[str, Step], CustomerFolder]]:
    was = steps_of(folder_of(customer).dossier)
    for each, edited in candidates(customer, name):
        yield each, was, steps_of(edited.dossier), edited


@pytest.mark.parametrize(("customer", "name"), thinned(WORST, 3))
def test_the_text_edited_and_read_is_the_value_edited_and_ids_stay(customer: str, name: str) -> None:
    folder = folder_of(customer)
    before = kinds(folder.dossier)
    assert candidates(customer, name)
    for each, edited in candidates(customer, name):
        assert before.items() <= kinds(edited.dossier).items(), each.id
        for file, model in MODELS.items():
            edits = tuple(edit.edit for edit in each.edits if edit.file == file)
            data, old = edited.file(file).data, folder.file(file)
            if not edits:
                assert data == old.data, each.id
                continue
            assert part_of(model, data, file, file).value == value_of(model, old, edits), each.id
            _own_lines(each.id, len(edits), old.data.decode("utf-8"), data.decode("utf-8"))


def _own_lines(name: str, edits: int, old: str, new: str) -> None:
    """Few lines that stood there are gone, and what stands there stands in its order."""
    was, now = Counter(old.splitlines()), Counter(new.splitlines())
    gone = was - now
    assert gone.total() <= MOST_LINES * edits, (name, gone)
    once = {line for line in was if was[line] == now[line] == 1}
    assert [line for line in was if line in once] == [line for line in now if line in once], name


@pytest.mark.parametrize(("customer", "name"), thinned(WORST, 3))
def test_no_time_no_chance_and_no_limit_moves_but_as_an_assumed_effect(customer: str, name: str) -> None:
    site = folder_of(customer).dossier.site
    for each, was, now, edited in pairs(customer, name):
        assert is_honest(each), each.id
        new = edited.dossier.site
        assert {n: (x.max_interruption, x.min_supply_time) for n, x in site.loads.items()} == {
            n: (x.max_interruption, x.min_supply_time) for n, x in new.loads.items() if n in site.loads
        }, each.id
        assert {n: (x.max_interruption, x.harm) for n, x in site.functions.items()} == {
            n: (x.max_interruption, x.harm) for n, x in new.functions.items() if n in site.functions
        }, each.id
        if each.assumed is None:
            times = [(s.takes, s.within, s.wait_at_most, s.every) for s in was.values()]
            assert times == [(now[n].takes, now[n].within, now[n].wait_at_most, now[n].every) for n in was], each.id


@pytest.mark.parametrize(("customer", "name"), thinned(WORST, 3))
def test_no_guard_of_a_step_is_taken_away(customer: str, name: str) -> None:
    for each, was, now, _ in pairs(customer, name):
        for step_id, step in was.items():
            new = now[step_id]
            assert new.do == step.do and set(step.target) <= set(new.target), each.id
            assert step.by.supervisor is None or new.by.supervisor is not None, each.id
            assert step.success_check is None or new.success_check is not None, each.id
            if step.do in TESTS and not (step.on_failure and step.on_failure.then == "continue"):
                assert not (new.on_failure and new.on_failure.then == "continue"), f"{each.id} passes over {step_id}"


@pytest.mark.parametrize(("customer", "name"), thinned(WORST, 3))
def test_nobody_does_the_work_of_another_company_or_trade(customer: str, name: str) -> None:
    of = folder_of(customer).dossier
    for each, was, now, edited in pairs(customer, name):
        actors = edited.dossier.plan.actors
        for step_id, step in now.items():
            role = step.by.operator
            if step_id in was:
                old = was[step_id].by.operator
                assert actors[role].side == of.plan.actors[old].side, each.id
                if role != old and VERBS[step.do].operates:  # who reports may be of another trade
                    assert trade_of_role(edited.dossier, role) == trade_of_role(of, old), each.id
                continue
            sides = {of.site.devices[name].side for name in step.all_targets if name in of.site.devices}
            if VERBS[step.do].operates and sides:
                assert sides == {actors[role].side}, f"{each.id}: {step_id}"
                assert trade_of_role(edited.dossier, role) in (*ON_THE_PLANT, None), f"{each.id}: {step_id}"


@pytest.mark.parametrize(("customer", "name"), thinned(WORST, 3))
def test_what_is_no_wording_stands_over_no_step(customer: str, name: str) -> None:
    for each, was, now, _ in pairs(customer, name):
        if each.kind == "paper":
            continue
        assert each.place.kind not in ("clause", "new_clause") and not each.clause, each.id
        changed = [n for n, step in was.items() if now[n].text not in (step.text, each.old) and now[n].text == each.new]
        assert changed == [], f"{each.id} overwrites {changed}"


@pytest.mark.parametrize(("customer", "name"), thinned(WORST, 3))
def test_no_proposal_says_what_names_no_limit(customer: str, name: str) -> None:
    for each, _ in candidates(customer, name):
        for lang in LANGS:
            own = each.new.says(lang).replace(each.old.says(lang) or "\0", "")
            assert not re.search(NEVER[lang], own), f"{each.id}: {own}"
