"""A customer in a folder, and the scenario in which a change of it does most harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from drillsim.files import CustomerFolder, ScenarioFile, find_scenarios, load_scenario
from drillsim.network import Memo, PandapowerFlow, PowerFlow
from drillsim.schema import Case, unmatched
from drillsim.use.load import load
from helpers.blind.judge import TELLING
from planted import grade
from planted.played import Played, play
from planted.repair import Repair, repair


@cache
def folder_of(place: Path) -> CustomerFolder:
    """The customer as it is."""
    return load(place)[0]


@cache
def _flow_as_it_is(place: Path) -> PowerFlow:
    return Memo(PandapowerFlow(folder_of(place).dossier.network))


def flow_of(place: Path, changed: CustomerFolder) -> PowerFlow:
    """Power flows of the changed customer, shared by all whose network is as it was."""
    network = changed.dossier.network
    as_it_was = network == folder_of(place).dossier.network
    return _flow_as_it_is(place) if as_it_was else Memo(PandapowerFlow(network))


@cache
def scenarios_of(place: Path) -> tuple[ScenarioFile, ...]:
    """Scenarios that match something of the customer, the most telling ones first."""
    return tuple(_applicable(place))


def _applicable(place: Path) -> Iterator[ScenarioFile]:
    paths = find_scenarios(place)
    for name in (*(each for each in TELLING if each in paths), *(each for each in paths if each not in TELLING)):
        file = load_scenario(paths[name])
        if not unmatched(Case(folder_of(place).dossier, file.id, file.scenario)):
            yield file


@lru_cache(maxsize=100)
def sound(place: Path, scenario: str) -> Played:
    """The customer as it is, played."""
    file = next(each for each in scenarios_of(place) if each.id == scenario)
    return play(folder_of(place), file.id, file.scenario, _flow_as_it_is(place))


@dataclass(frozen=True)
class Damage:
    """What a change does in the scenario in which it does most."""

    scenario: str
    subjects: tuple[str, ...]
    """Protected loads and functions that are worse."""


def damage_of(place: Path, changed: CustomerFolder, card: str = "", *, scenarios: int | None = None) -> Damage | None:
    """The worst that the change does to what is protected; None where it damages nothing. `card`: the only one whose
    steps it changes; what never starts it, it cannot touch. `scenarios`: so many are played, the most telling ones."""
    worst: tuple[tuple[int, int, int], Damage] | None = None
    flow = flow_of(place, changed)
    for file in scenarios_of(place)[:scenarios]:
        before = sound(place, file.id)
        if card and all(event.data["card"] != card for event in before.journal.of("card_triggered")):
            continue
        after = play(changed, file.id, file.scenario, flow)
        subjects = grade.worse(before.verdicts, after.verdicts)
        much = grade.how_much(before.verdicts, after.verdicts, subjects)
        if subjects and (worst is None or much > worst[0]):
            worst = (much, Damage(file.id, subjects))
    return worst[1] if worst else None


def mend(place: Path, changed: CustomerFolder, damage: Damage, *, alone: bool) -> Repair:
    """Whether one of the review's first proposals repairs the damage."""
    file = next(each for each in scenarios_of(place) if each.id == damage.scenario)
    spoiled = play(changed, file.id, file.scenario, flow_of(place, changed))
    return repair(spoiled, sound(place, file.id).verdicts, damage.subjects, alone=alone)
