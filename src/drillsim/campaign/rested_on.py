"""Which states that are there beforehand a run has rested on: with any other the run goes as it went.

The engine notes people, displays and stores as it takes something from them (`Run.turned_to`), resources and control
supplies as it asks about them (`Run.asked`). Beside that counts

- what a condition of the plan asks about a store or resource, whoever tests it,
- who learned of what a step waited for, as the ledger may date the wait by it,
- a store, as soon as the ledger names any cause: an empty one may be named as the fault that came last.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.campaign.consulted import Key, read_by_plan
from drillsim.campaign.outcome import Outcome
from drillsim.journal import Journal
from drillsim.schema import Compiled, base_name
from drillsim.simulation import Run


def rested_on(dossier: Compiled, run: Run, journal: Journal, outcome: Outcome) -> frozenset[Key] | None:
    """Kind and target of every failure that might have changed the run's outcome, were it there from T0 on; None where
    any might."""
    if run.turned_to is None:
        return None
    found = run.asked | run.turned_to | read_by_plan(dossier)
    if not outcome.ledger:
        return found
    stores: Iterator[Key] = (("store_empty", name) for name in dossier.site.stores)
    people: Iterator[Key] = (("person_absent", name) for name in _who_learned(journal))
    return frozenset((*found, *stores, *people))


def _who_learned(journal: Journal) -> Iterator[str]:
    """Everybody who learned of anything that a step waited to be done or known."""
    waits = [event for event in journal.of("wait_begins") if event.data["reason"] in ("predecessor", "not_known")]
    waited = {name for event in waits for on in event.data["on"] for name in (on, base_name(on))}
    if waited:
        for event in journal.of("learned"):
            if any(name in waited for _, name, _ in event.data["facts"]):
                yield from event.data["people"]
