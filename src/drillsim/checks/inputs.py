"""The inputs rules may look at, and the way they point into the files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from drillsim.checks.rule import About
from drillsim.plant import fixed_sets, upses
from drillsim.schema import VERBS, Ats, BusTieTransfer, Card, Compiled, Feeder, Genset, Load, LoadRow, Step, Ups

if TYPE_CHECKING:
    from drillsim.checks.wiring import Wiring
    from drillsim.network import PowerFlow

T = TypeVar("T")
GRADE_ONE = ("1S", "1")


@dataclass(frozen=True)
class Inputs:
    """The dossier, the date the caller stands at, and the network as a graph; nothing else is known to a rule."""

    dossier: Compiled
    as_of: dt.date | None = None
    flow: PowerFlow | None = None
    """Engine for rules that need a loading; without it they answer unknown."""
    out: tuple[str, ...] = ()
    """Elements and feeders out of service in the operating mode looked at."""

    @cached_property
    def _found(self) -> dict[Callable[[Inputs], Any], Any]:
        """Answers of `once` so far."""
        return {}

    def once(self, work: Callable[[Inputs], T]) -> T:
        """Return the result of `work` on the inputs, worked out once for all rules that ask."""
        if work not in self._found:
            self._found[work] = work(self)
        return cast("T", self._found[work])

    @cached_property
    def wiring(self) -> Wiring:
        """The network as a graph, with the customer's own sources."""
        from drillsim.checks.wiring import Wiring

        return Wiring(self.dossier, self.out)

    # --- things by kind, in file order ---

    @cached_property
    def feeders(self) -> dict[str, Feeder | None]:
        """Every feeder of the network, with its facts where the site file has them."""
        sources = self.dossier.site.sources
        there = (row.name for row in self.dossier.network.ext_grid if row.in_service and row.name not in self.out)
        rows = {name: sources.get(name) for name in there}
        return {name: facts if isinstance(facts, Feeder) else None for name, facts in rows.items()}

    @cached_property
    def gensets(self) -> dict[str, Genset]:
        return {name: each for name, each in fixed_sets(self.dossier.site).items() if name not in self.out}

    @cached_property
    def upses(self) -> dict[str, Ups]:
        return upses(self.dossier.site)

    @cached_property
    def atses(self) -> dict[str, Ats]:
        return {name: each for name, each in self.dossier.site.transfers.items() if isinstance(each, Ats)}

    @cached_property
    def ties(self) -> dict[str, BusTieTransfer]:
        return {n: each for n, each in self.dossier.site.transfers.items() if isinstance(each, BusTieTransfer)}

    @cached_property
    def loads(self) -> dict[str, Load]:
        """Every load row with its facts; a load the site file does not name has the defaults."""
        return {row.name: self.dossier.site.loads.get(row.name, Load()) for row in self.dossier.network.loads}

    @cached_property
    def load_rows(self) -> dict[str, LoadRow]:
        return {row.name: row for row in self.dossier.network.loads}

    def of_grade(self, *grades: str) -> tuple[str, ...]:
        """Loads of these grades."""
        return tuple(name for name, load in self.loads.items() if load.grade in grades)

    @cached_property
    def security_loads(self) -> tuple[str, ...]:
        """Safety-critical loads (保安负荷)."""
        return tuple(name for name, load in self.loads.items() if load.security)

    def is_protected(self, load: str) -> bool:
        """Return whether somebody promised the load supply: safety-critical, of grade 1, or with a limit of its own."""
        facts = self.loads[load]
        return facts.security or facts.grade in GRADE_ONE or facts.max_interruption is not None

    def demand_kw(self, load: str) -> float:
        """Demand of a load in the heaviest of its load situations, kW."""
        row, profile = self.load_rows[load], self.loads[load].profile
        known = self.dossier.site.profiles.get(profile) if profile else None
        percent = max(known.percent.values(), default=100.0) if known else 100.0
        return row.p_mw * row.scaling * 1000 * percent / 100 if row.in_service else 0.0

    # --- the plan ---

    def steps(self) -> Iterator[tuple[Card, Step, About]]:
        """Every step of the plan with its card and its place in the file."""
        plan = self.dossier.plan
        for number, card in enumerate(plan.cards):
            for position, step in enumerate(card.steps):
                yield card, step, step_about(step, ("cards", number, "steps", position))
        if plan.restoration:
            for position, step in enumerate(plan.restoration.steps):
                yield plan.restoration, step, step_about(step, ("restoration", "steps", position))

    def side_of(self, role: str) -> str:
        """Side of a role; the customer's for a role nobody declared, which is a file error of its own."""
        actor = self.dossier.plan.actors.get(role)
        return actor.side if actor else "customer"

    # --- where things stand ---

    @property
    def about_customer(self) -> About:
        return About(kind="customer", id=self.dossier.customer.id, file="customer.yaml")

    @property
    def about_plan(self) -> About:
        return About(kind="plan", id=self.dossier.plan.id, file="plan.yaml")

    def about_load(self, name: str) -> About:
        """A load, where the site file describes it or the network lists it."""
        if name in self.dossier.site.loads:
            return site_about("load", name, "loads", name)
        return About(kind="load", id=name, file="network", path=("load", list(self.load_rows).index(name)))

    def about_source(self, name: str, *field: str) -> About:
        """A source, where the site file describes it or the network lists it."""
        if name in self.dossier.site.sources:
            return site_about("source", name, "sources", name, *field)
        names = [row.name for row in self.dossier.network.ext_grid]
        return About(kind="source", id=name, file="network", path=("ext_grid", names.index(name)))


def site_about(kind: str, name: str, *path: str | int) -> About:
    """Something of the site file."""
    return About(kind=kind, id=name, file="site.yaml", path=path)


def step_about(step: Step, path: tuple[str | int, ...]) -> About:
    """A step of the plan."""
    return About(kind="step", id=step.id, file="plan.yaml", path=path, clause=step.clause)


def listed(names: object) -> str:
    """Ids as one text for a fact."""
    return ", ".join(names) if isinstance(names, tuple | list) else str(names)


def median_ms(step: Step) -> int:
    """Usual time of a step over all its targets, without travel, talk or waiting."""
    return (step.takes or VERBS[step.do].takes).median_ms * max(1, len(step.target))
