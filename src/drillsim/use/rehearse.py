"""A drill played by the plan alone, at once, with every inject that comes by itself: what came of each."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import CustomerFolder, MselFile, ScenarioFile
from drillsim.network import flow_for
from drillsim.schema import Case, Words, unmatched
from drillsim.session import State, open_drill


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One line of the deck after the rehearsal."""

    id: str
    title: Words | None
    """None for an event of the scenario itself."""
    state: State
    given_ms: int | None
    fulfilled: bool | None
    """True where what it was to bring about came in time; None where nothing was expected, or it was not given."""
    by_hand: bool


def refuse_not_applicable(folder: CustomerFolder, scenario: ScenarioFile) -> None:
    """Raises: InvalidInput where the scenario strikes what the customer does not have: nobody comes to such a drill."""
    missing = unmatched(Case(folder.dossier, scenario.id, scenario.scenario))
    if missing:
        told = facts(scenario=scenario.id, fields=", ".join(missing))
        raise InvalidInput([Problem(file=scenario.file.label, code="session-not-applicable", facts=told)])


def rehearse(folder: CustomerFolder, scenario: ScenarioFile, msel: MselFile | None, seed: int) -> tuple[Rehearsed, ...]:
    """Play it to its horizon; return the lines in the order of the deck."""
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    drill = open_drill(case, flow_for(folder.dossier.network), played=(), seed=seed, msel=msel.msel if msel else None)
    drill.go_to(scenario.scenario.horizon)
    return tuple(
        Rehearsed(
            line.id, line.inject.title if line.inject else None, line.state, line.given_ms, line.fulfilled,
            line.inject is not None and line.inject.by_hand,
        )
        for line in drill.deck.lines.values()
    )  # fmt: skip
