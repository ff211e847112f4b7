"""The sources of proposals: the files with their trees, the run, its weak points and waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from drillsim.files import CustomerFolder, Path, Tree
from drillsim.findings import Finding, Roster, View
from drillsim.journal import Journal
from drillsim.revision.naming import Naming
from drillsim.revision.recommendation import Owner
from drillsim.revision.wait_cost import CostliestWait, WaitKey
from drillsim.schema import Card, Case, Compiled, Plan, Side, Site, Step, Words, base_name, kinds


class ReviewContext:
    """One run with its files, ready to be improved upon. Nothing here changes."""

    def __init__(
        self,
        folder: CustomerFolder,
        case: Case,
        journal: Journal,
        findings: tuple[Finding, ...],
        costs: Mapping[WaitKey, int],
        costliest: CostliestWait | None,
    ) -> None:
        self.folder, self.case, self.journal = folder, case, journal
        self.findings, self.costs, self.costliest = findings, costs, costliest
        self.view = View(case, journal)
        self.naming = Naming(case.dossier)
        self.roster = Roster(self.view)

    @property
    def dossier(self) -> Compiled:
        return self.case.dossier

    @property
    def plan(self) -> Plan:
        return self.dossier.plan

    @property
    def site(self) -> Site:
        return self.dossier.site

    # -- where things stand ----------------------------------------------------------------------------------------
    def card_path(self, card: str) -> Path:
        """Return the path of a card in plan.yaml. Raises: KeyError."""
        for number, each in enumerate(self.plan.cards):
            if each.id == card:
                return ("cards", number)
        if self.plan.restoration and self.plan.restoration.id == card:
            return ("restoration",)
        raise KeyError(card)

    def step_path(self, step: str) -> Path:
        """Return the path of a step in plan.yaml. Raises: KeyError."""
        card, found = self.clause(step)
        number = card.steps.index(found)
        return (*self.card_path(card.id), "steps", number)

    def tree(self, file: str) -> Tree:
        """Return the tree of a file."""
        document = self.folder.file(file).document
        assert document is not None
        return document.tree

    # -- the plan --------------------------------------------------------------------------------------------------
    def clause(self, step: str) -> tuple[Card, Step]:
        """Card and step with this id, or behind this instance name. Raises: KeyError."""
        return self.view.clauses[base_name(step)]

    def step(self, name: str) -> Step | None:
        """The step a step instance stands for; None for one no clause wrote."""
        return self.view.clause_of(name)[1]

    def side(self, role: str) -> Side | None:
        """Return the side of the role; None for an unknown one."""
        actor = self.plan.actors.get(role)
        return actor.side if actor else None

    def owner(self, role: str) -> Owner:
        """The side that writes a role's clauses."""
        return self.side(role) or "both"

    @cached_property
    def active_cards(self) -> tuple[Card, ...]:
        """Cards that were active in this run, in the order in which they became so."""
        cards = {card.id: card for card in self.plan.all_cards()}
        order = dict.fromkeys(str(event.data["card"]) for event in self.journal.of("card_active"))
        return tuple(cards[name] for name in order if name in cards)

    def first_card(self, side: Side | None, role: str = "") -> Card | None:
        """The first card of `side` that was active in this run; with `role`, one that this role starts."""
        for card in self.active_cards:
            if card.side == side and card is not self.plan.restoration and role in ("", card.activation.by):
                return card
        return None

    # -- new things ------------------------------------------------------------------------------------------------
    @cached_property
    def _taken(self) -> frozenset[str]:
        return frozenset(kinds(self.dossier)) | {step.id for _, step in self.plan.steps()}

    def new_id(self, stem: str) -> str:
        """An id nothing has: `stem` with the first free letter behind it."""
        letters = (chr(code) for code in range(ord("a"), ord("z") + 1))
        return next(name for name in (f"{stem}{letter}" for letter in letters) if name not in self._taken)

    def new_name(self, stem: str) -> str:
        """An id nothing has: `stem` itself, or with a number."""
        names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, 100))
        return next(name for name in names if name not in self._taken)

    def worded(self, words: Words) -> Tree:
        """Words as a file of the customer writes them: in the plan's languages."""
        spoken: dict[str, Tree] = {lang: words.says(lang) for lang in self.plan.languages}
        return spoken if len(spoken) > 1 else next(iter(spoken.values()))

    # -- the people ------------------------------------------------------------------------------------------------
    def on_duty(self, role: str, t_ms: int) -> tuple[str, ...]:
        """People of the role on duty at `t_ms`, without those still on their way to it."""
        return tuple(name for name in self.roster.holders(role, t_ms) if self.roster.on_duty(name, t_ms))

    def colleagues(self, side: Side | None, t_ms: int) -> Iterator[str]:
        """Everybody of `side` on duty at `t_ms`, in file order."""
        for name, person in self.dossier.customer.people.items():
            if person.side == side and self.roster.on_duty(name, t_ms):
                yield name

    def is_person(self, name: str) -> bool:
        """Return whether `name` is somebody of either side."""
        return name in self.dossier.customer.people

    def post_of(self, person: str) -> str | None:
        """Return the post the person was on duty at when the run began, or has on their first shift; None where there
        is none."""
        state = self.journal.initial.get("people", {}).get(person, {})
        if isinstance(state, dict) and state.get("on_duty") and state.get("place"):
            return str(state["place"])
        shifts = self.dossier.customer.people[person].shifts
        return shifts[0].place if shifts else None

    def channel_to(self, role: str, side: Side | None) -> str | None:
        """By which way the plan reaches a role; otherwise one that needs no supply; None without any."""
        for _, step in self.plan.steps():
            for tell in step.tells:
                if tell.to == role and self.side(step.by.operator) == side:
                    return tell.channel
        free = [name for name, channel in self.site.channels.items() if not channel.needs]
        return next(iter((*free, *self.site.channels)), None)
