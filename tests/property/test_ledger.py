"""A ledger sums exactly, its parts cover each interruption without a gap, and every cause names something there is."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

from drillsim.findings.ledger import KINDS, ledger, outages
from drillsim.findings.verdict import interruptions, unserved_w_ms
from drillsim.journal import Journal
from drillsim.journal.events import WAIT_REASONS
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.kinds import kinds
from helpers.play import case
from helpers.shipped import DATA_CENTRE, HOSPITAL, WATERWORKS, played, scenario_paths
from helpers.thinned import thinned
from property.test_simulation import events, plant, run_of, seeds

SUBJECTS = {
    "off": ("step", "load", "function", "transfer"),
    "automatic": ("transfer", "genset_group", "source", "switch", "load", "bus"),
    "start": ("source",),
    "noticing": ("card",),
    "deciding": ("card",),
    "wait": ("step", "function"),
    "doing": ("step",),
    "failed": ("step",),
    "restart": ("function",),
    "riding": ("function",),
    "harmed": ("function",),
    "empty": ("source",),
}
"""Kinds of id each kind of cause may be about; a fault may be about anything, and `standing` about a mode."""


def holds_for(of: Case, journal: Journal) -> None:
    """Everything that is true of every ledger."""
    entries = ledger(of, journal)
    assert entries == ledger(of, journal)
    energy: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for entry in entries:
        energy[entry.subject] += entry.unserved_w_ms
        late[entry.subject] += entry.late_ms
        names_something(of.dossier, entry.cause)
    assert +energy == +Counter(unserved_w_ms(journal))
    for each in interruptions(of.dossier, journal):
        limit = each.stated.max_interruption
        assert late[each.id] == (0 if limit is None else sum(max(0, span.ms - limit) for span in each.spans)), each.id
    covers(of, journal)


def covers(of: Case, journal: Journal) -> None:
    """The parts of each interruption follow one another from its beginning to its end, and there is no other."""
    found: dict[str, list[tuple[int, int]]] = {}
    for outage in outages(of, journal):
        at = outage.start_ms
        for start, end, _ in outage.pieces:
            assert (start, end > start) == (at, True)
            at = end
        assert at == outage.end_ms
        found.setdefault(outage.subject, []).append((outage.start_ms, outage.end_ms))
    lasting = {
        each.id: [(s.start_ms, s.end_ms) for s in each.spans if s.ms] for each in interruptions(of.dossier, journal)
    }
    assert found == {name: spans for name, spans in lasting.items() if spans}


def names_something(of: Compiled, cause: str) -> None:
    kind, subject, *rest = cause.split(":")
    assert kind in KINDS
    assert subject
    assert (len(rest) == 1 and rest[0] in WAIT_REASONS) if kind == "wait" else not rest
    if kind in SUBJECTS:
        assert kinds(of)[subject] in SUBJECTS[kind], cause


@settings(deadline=None, max_examples=60)
@given(events, seeds)
def test_whatever_goes_wrong(happens: list[dict[str, Any]], seed: int) -> None:
    holds_for(case(plant(), happens, "3 h"), run_of(happens, seed))


@pytest.mark.slow
@pytest.mark.parametrize("customer", thinned([WATERWORKS, HOSPITAL, DATA_CENTRE], 3))
def test_in_every_shipped_scenario(customer: str) -> None:
    for name in scenario_paths(customer):
        run = played(name, customer=customer)
        holds_for(run.case, run.journal)
