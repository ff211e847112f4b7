"""The checks that a decision can be taken at all: its ids, its shape, whose it is, who is there, what is so already.

A decision merely out of order, or done without knowledge, permit or second person, is not refused: see `deviations`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, get_args

from drillsim.schema import BRANCH_KINDS, STATES, VERBS, FaultKind, resolve, struck
from drillsim.simulation.core.compiled import own_switches
from drillsim.simulation.decide import decisions as d
from drillsim.simulation.decide.answer import Code, Refused
from drillsim.simulation.decide.facilitate import fault_event
from drillsim.simulation.decide.own import OwnDoings
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.people.people import PersonState
from drillsim.simulation.plan.card_run import StepRun

FAULTS = get_args(FaultKind)
POSITIONS = {
    "set": ("auto", "manual", "off", "on", "online", "bypass", "maintenance_bypass"),
    "rack": ("working", "test", "withdrawn"),
    "transfer": ("", "normal", "standby"),
}
"""Values of `to` by verb; any other verb takes none."""
BELIEVED = {
    **{kind: states for kind, states in STATES.items() if kind not in ("store", "bus")},
    "bus": ("live", "dead"), "message": ("received",), "card": ("active",),
    "tripped": ("yes", "no"), "isolated": ("yes", "no"),
}  # fmt: skip
"""Kinds of fact and what may be believed of each; of a store a number, percent."""
ELEMENTS = (*BRANCH_KINDS, "bus")
"""Kinds that may have a fault."""
OPEN_STEPS = ("waiting", "resting")


class _No(Exception):
    """It is refused."""

    def __init__(self, code: Code, **facts: str) -> None:
        super().__init__(code)
        self.refused = Refused(code, facts)


class Checks:
    """Judges decisions against the run as it stands."""

    def __init__(self, parts: Parts, own: OwnDoings) -> None:
        self._parts, self._own, self._world, self._people = parts, own, parts.world, parts.people
        self._progress, self._plan = parts.progress, parts.world.plan
        self._asked: dict[type[Any], Callable[[Any], None]] = {
            d.Activate: self._activate, d.Begin: self._begin, d.Skip: self._skip, d.Close: self._close,
            d.Choose: self._choose, d.Permit: self._permit, d.Refuse: self._permit, d.Tell: self._call,
            d.Ask: self._call, d.Go: self._go, d.Act: self._act, d.Inject: self._inject,
            d.Withdraw: self._withdraw, d.Inform: self._inform, d.Finish: self._finish, d.Correct: self._correct,
        }  # fmt: skip

    def refusal(self, decision: d.Decision) -> Refused | None:
        """Return the refusal of the decision; None where it is not refused."""
        field = d.misshapen(decision)
        return Refused("malformed", {"field": field}) if field else self.misfit(decision)

    def misfit(self, decision: d.Decision) -> Refused | None:
        """As `refusal`, of a decision that is in good shape."""
        try:
            self._asked[type(decision)](decision)
        except _No as no:
            return no.refused
        return None

    # -- people ----------------------------------------------------------------------------------------------------
    def _person(self, name: str) -> PersonState:
        if name == d.FACILITATOR:
            raise _No("not_yours", by=name)
        if name not in self._people.states:
            raise _No("unknown_id", id=name)
        return self._people.states[name]

    def _there(self, name: str) -> PersonState:
        """The person, who is on duty or comes when called."""
        person = self._person(name)
        comes = person.comes_in and not person.unreachable
        if person.is_absent or not (person.on_duty or comes):
            raise _No("absent", person=name)
        return person

    def _free(self, name: str) -> PersonState:
        person = self._there(name)
        if person.task or self._parts.perform.crew.is_sent(name):
            raise _No("busy", person=name, task=person.task)
        return person

    def _way(self, person: PersonState, place: str | None) -> None:
        if place is not None and not self._parts.journeys.has_way(person, place):
            raise _No("no_way_there", person=person.id, place=place)

    def _holds(self, name: str, roles: Iterable[str]) -> bool:
        return any(self._people.may_do(name, role) for role in roles if role in self._plan.actors)

    # -- cards -----------------------------------------------------------------------------------------------------
    def _activate(self, decision: d.Activate) -> None:
        run = self._progress.cards.get(decision.card)
        if run is None:
            raise _No("unknown_id", id=decision.card)
        person = self._there(decision.by)
        if not self._holds(decision.by, [run.card.activation.by]):
            raise _No("not_yours", role=run.card.activation.by)
        if not person.on_duty:
            raise _No("absent", person=decision.by)
        if run.status != "idle":
            raise _No("already", card=decision.card, state=run.status)

    def _close(self, decision: d.Close) -> None:
        run = self._progress.cards.get(decision.card)
        if run is None:
            raise _No("unknown_id", id=decision.card)
        self._person(decision.by)
        if run.status != "active":
            raise _No("already", card=decision.card, state=run.status)
        if decision.by != run.leader and not self._holds(decision.by, [run.card.activation.by]):
            raise _No("not_yours", role=run.card.activation.by)

    # -- steps -----------------------------------------------------------------------------------------------------
    def _step(self, name: str) -> StepRun:
        run = self._progress.steps.get(name)
        if run is None:
            raise _No("unknown_id", id=name)
        return run

    def _entitled(self, run: StepRun, by: str) -> None:
        """A step is decided on by its roles, and by who leads its card or may."""
        card = run.card
        roles = (*run.roles, *([card.card.activation.by] if card else ()))
        if not self._holds(by, roles) and not (card and card.leader == by):
            raise _No("not_yours", role=run.step.by.operator)

    def _begin(self, decision: d.Begin) -> None:
        run = self._step(decision.step)
        for name in (*decision.people, *([decision.supervisor] if decision.supervisor else ())):
            self._person(name)
        if decision.supervisor in decision.people and decision.supervisor:
            raise _No("malformed", field="supervisor")
        is_offered = decision.step in self._progress.offered
        if not (is_offered and decision.by == d.FACILITATOR):
            self._there(decision.by)
            self._entitled(run, decision.by)
        if run.status not in OPEN_STEPS and not is_offered:
            raise _No("already", step=run.name, state=run.status)
        if decision.supervisor:
            self._there(decision.supervisor)
        if decision.people:
            self._some_can_go(run, decision.people)

    def _some_can_go(self, run: StepRun, people: tuple[str, ...]) -> None:
        place = self._parts.perform.place_of(run, run.step.target[0] if run.step.target else "")
        refused: _No | None = None
        for name in people:
            try:
                person = self._there(name)
                if person.place is not None:  # else it is seen when they have come to where they are going
                    self._way(person, place)
            except _No as no:
                refused = refused or no
            else:
                return
        assert refused is not None
        raise refused

    def _skip(self, decision: d.Skip) -> None:
        run = self._step(decision.step)
        self._there(decision.by)
        self._entitled(run, decision.by)
        if run.card is None:
            raise _No("malformed", field="step")
        if not (run.pending or run.status == "resting"):
            raise _No("already", step=run.name, state=run.status)

    def _choose(self, decision: d.Choose) -> None:
        run = self._step(decision.step)
        if not run.step.options:
            raise _No("malformed", field="step")
        if decision.option not in [option.name for option in run.step.options]:
            raise _No("unknown_id", id=decision.option)
        self._person(decision.by)
        self._is_done_by(run, decision.by)
        if decision.by not in run.by:  # who is at it decides, whatever has become of them meanwhile
            self._there(decision.by)
        if run.chosen is not None:
            raise _No("already", step=run.name, option=run.chosen.name)

    def _is_done_by(self, run: StepRun, by: str) -> None:
        """Refuse unless `by` is at the step, or leads its card. Raises: _No."""
        leads = run.card is not None and run.card.leader == by
        if run.pending or run.status == "resting":
            raise _No("absent", step=run.name)
        if run.status != "busy":
            raise _No("already", step=run.name, state=run.status)
        if by not in run.by and not leads:
            raise _No("not_yours", step=run.name)

    def _finish(self, decision: d.Finish) -> None:
        run = self._step(decision.step)
        if decision.by != d.FACILITATOR:
            self._there(decision.by)
        self._is_done_by(run, run.by[0] if decision.by == d.FACILITATOR and run.by else decision.by)
        if run.reported:
            raise _No("already", step=run.name, state=run.reported)

    # -- permits ---------------------------------------------------------------------------------------------------
    def _permit(self, decision: d.Permit | d.Refuse) -> None:
        permit, permits = self._plan.permits.get(decision.permit), self._parts.permits
        if permit is None:
            raise _No("unknown_id", id=decision.permit)
        self._person(decision.by)
        if not permits.is_asked_of(decision.permit, decision.by):  # who was asked answers, whatever has become of them
            self._there(decision.by)
            if not self._holds(decision.by, [permit.from_]):
                raise _No("not_yours", role=permit.from_)
        if isinstance(decision, d.Refuse) and not permits.is_asked(decision.permit):
            raise _No("already", permit=decision.permit)
        if isinstance(decision, d.Permit) and permits.is_over(decision.permit):
            raise _No("already", permit=decision.permit)

    # -- what no card says -----------------------------------------------------------------------------------------
    def _call(self, decision: d.Tell | d.Ask) -> None:
        kind = self._world.kind_of.get(decision.to)
        if kind not in ("role", "person"):
            raise _No("unknown_id", id=decision.to)
        for name in decision.facts:
            if name not in self._world.kind_of and name not in self._progress.steps:
                raise _No("unknown_id", id=name)
        self._channel(decision.channel)
        self._free(decision.by)
        if decision.to == decision.by or not (decision.channel or self._own.channel(decision.by, decision.to)):
            raise _No("malformed", field="to" if decision.to == decision.by else "channel")
        if isinstance(decision, d.Ask) and not decision.facts:
            raise _No("malformed", field="facts")

    def _channel(self, channel: str) -> None:
        if channel and channel not in self._world.site.channels:
            raise _No("unknown_id", id=channel)

    def _go(self, decision: d.Go) -> None:
        if self._world.kind_of.get(decision.place) != "place":
            raise _No("unknown_id", id=decision.place)
        person = self._free(decision.by)
        if person.place == decision.place:
            raise _No("already", place=decision.place)
        self._way(person, decision.place)

    def _act(self, decision: d.Act) -> None:
        verb = VERBS.get(decision.do)  # type: ignore[call-overload]
        if verb is None or not self._parts.perform.does_something(decision.do):
            raise _No("malformed", field="do")
        if not decision.target:
            raise _No("malformed", field="target")
        for target in decision.target:
            if target not in self._world.kind_of:
                raise _No("unknown_id", id=target)
            if not self.takes(decision.do, target):
                raise _No("malformed", field="target", id=target)
        if decision.to not in POSITIONS.get(decision.do, ("",)):
            raise _No("malformed", field="to")
        for name in decision.uses:
            if name not in self._plan.resources:
                raise _No("unknown_id", id=name)
        person = self._free(decision.by)
        if decision.supervisor:
            self._there(decision.supervisor)
            if decision.supervisor == decision.by:
                raise _No("malformed", field="supervisor")
        self._way(person, self._parts.perform.place_where(decision.do, decision.target[0]))

    def takes(self, verb: str, target: str) -> bool:
        """Return whether the verb can be done to it."""
        kind, site = self._world.kind_of[target], self._world.site
        spec = site.sources.get(target) if kind == "source" else site.transfers.get(target)
        named = kind if spec is None else spec.kind
        if not {kind, named} & set(VERBS[verb].targets):  # type: ignore[index]
            return False
        if verb in ("shed", "restore"):
            own = own_switches(self._world.case.dossier)
            return all(load in own for load in self._own.targets_of(target))
        return True

    # -- whoever leads the drill -----------------------------------------------------------------------------------
    def _lead(self, by: str) -> None:
        if by != d.FACILITATOR:
            self._person(by)
            raise _No("not_yours", by=by)

    def _inject(self, decision: d.Inject) -> None:
        self._lead(decision.by)
        if decision.fault not in FAULTS:
            raise _No("malformed", field="fault")
        for name in (*decision.on, *([decision.instead] if decision.instead else ())):
            if name not in self._world.kind_of:
                raise _No("unknown_id", id=name)
        if not decision.on or (decision.for_ms is not None and decision.for_ms <= 0):
            raise _No("malformed", field="for_ms" if decision.on else "on")
        try:
            event = fault_event(decision)
        except ValueError:
            raise _No("malformed", field="fault") from None
        dossier = self._world.case.dossier
        targets = struck(dossier, event)
        if targets != resolve(dossier, event.on):
            raise _No("malformed", field="on")
        if decision.over and not any(self._parts.faults.stands(decision.fault, target) for target in targets):
            raise _No("already", fault=decision.fault)

    def _withdraw(self, decision: d.Withdraw) -> None:
        self._lead(decision.by)
        scenario = self._world.case.scenario
        held = scenario.events if decision.what == "events" else scenario.information
        if not 0 <= decision.number < len(held):
            raise _No("unknown_id", id=str(decision.number))
        to_come = self._parts.faults if decision.what == "events" else self._parts.informing
        if not to_come.is_to_come(decision.number):
            raise _No("already", id=str(decision.number))

    def _inform(self, decision: d.Inform) -> None:
        self._lead(decision.by)
        for name in decision.to:
            if self._world.kind_of.get(name) not in ("role", "person"):
                raise _No("unknown_id", id=name)
        listed = len(self._world.case.scenario.information)
        if isinstance(decision.information, int) and not 0 <= decision.information < listed:
            raise _No("unknown_id", id=str(decision.information))
        if not decision.to or decision.information == "":
            raise _No("malformed", field="to" if not decision.to else "information")
        self._channel(decision.channel)
        self._rows(decision.facts, may_be_nothing=False)

    def _correct(self, decision: d.Correct) -> None:
        for name in decision.people:
            self._person(name)
        if decision.by != d.FACILITATOR:
            self._person(decision.by)
            if decision.report or decision.people != (decision.by,):
                raise _No("not_yours", by=decision.by)
        if decision.report:
            self._step(decision.report)
        if bool(decision.facts) != bool(decision.people) or not (decision.facts or decision.report):
            raise _No("malformed", field="facts")
        self._rows(decision.facts, may_be_nothing=True)

    def _rows(self, rows: tuple[d.FactRow, ...], *, may_be_nothing: bool) -> None:
        for kind, name, value in rows:
            if not self._is(kind, name):
                raise _No("unknown_id", id=name)
            if value is None and may_be_nothing:
                continue
            is_level = kind == "store" and isinstance(value, float | int) and 0 <= value <= 100
            if not is_level and value not in BELIEVED.get(kind, ()):
                raise _No("malformed", field="facts", id=name)

    def _is(self, kind: str, name: str) -> bool:
        if kind in ("step", "message"):
            return name in self._progress.steps
        if kind == "card":
            return name in [run.name for run in self._progress.cards.values()]
        found = self._world.kind_of.get(name)
        if kind == "element":
            return found in ELEMENTS
        return found == ("switch" if kind in ("tripped", "isolated") else kind)
