"""The expectations of the meeting, against the verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from drillsim.findings.finding import Verdict, VerdictWord
from drillsim.schema import Case, Dossier, Selector

UNJUDGED = ("not_tested", "cannot_say")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation for one load or function."""

    kind: Literal["load", "function"]
    id: str
    expected: VerdictWord
    found: VerdictWord

    @property
    def holds(self) -> bool | None:
        """Return whether it came as expected; None where it was not tested, or nobody can say: that is neither."""
        if self.expected != self.found and self.found in UNJUDGED:
            return None
        return self.expected == self.found


def outcomes(case: Case, verdicts: Iterable[Verdict]) -> tuple[Outcome, ...]:
    """Each expectation of the scenario for each load or function it names, in file order. A selector that fits nothing
    gives nothing; one that names no property fits all of its kind."""
    by_id = {(verdict.kind, verdict.id): verdict.verdict for verdict in verdicts}
    return tuple(_found(case, by_id))


def _found(case: Case, by_id: dict[tuple[Literal["load", "function"], str], VerdictWord]) -> Iterator[Outcome]:
    for expectation in case.scenario.expect:
        if expectation.load is not None:
            for name in loads_of(case.dossier, expectation.load):
                if ("load", name) in by_id:
                    yield Outcome("load", name, expectation.verdict, by_id["load", name])
        if expectation.function is not None:
            for name in functions_of(case.dossier, expectation.function):
                if ("function", name) in by_id:
                    yield Outcome("function", name, expectation.verdict, by_id["function", name])


def loads_of(dossier: Dossier, selector: Selector) -> tuple[str, ...]:
    """Loads that fit every named property of `selector`, in file order."""
    facts = dossier.site.loads
    contents = dossier.site.zones[selector.zone].contains if selector.zone in dossier.site.zones else ()
    found = [
        row.name
        for row in dossier.network.loads
        if (not selector.id or row.name in selector.id)
        and selector.kind in (None, "load")
        and selector.role is None
        and (selector.zone is None or row.name in contents)
        and (selector.security is None or (row.name in facts and facts[row.name].security == selector.security))
        and (selector.grade is None or (row.name in facts and facts[row.name].grade == selector.grade))
    ]
    return tuple(found[:1] if selector.first else found)


def functions_of(dossier: Dossier, selector: Selector) -> tuple[str, ...]:
    """Functions that `selector` names; properties only loads have fit no function."""
    if (
        selector.kind not in (None, "function")
        or selector.role
        or selector.zone
        or selector.grade
        or selector.security is not None
    ):
        return ()
    found = [name for name in dossier.site.functions if not selector.id or name in selector.id]
    return tuple(found[:1] if selector.first else found)
