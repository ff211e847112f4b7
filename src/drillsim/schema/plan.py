"""plan.yaml: one customer, one plan. Who does what, when, knowing what; every step an executable clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from drillsim.schema.base import NO_WORDS, Date, FormatOne, Id, Ids, Model, Ms, Name, NotNegative, Text
from drillsim.schema.condition import Condition
from drillsim.schema.customer import Side
from drillsim.schema.duration import Duration
from drillsim.schema.verbs import Verb


class Actor(Model):
    """A role of the plan."""

    name: Name = NO_WORDS
    """Name for people."""
    side: Side
    """Whose role."""
    held_by: tuple[Id, ...]
    """People who hold it, in the order they are taken."""
    certificate: Text = ""
    """Kind of certificate the role needs; a holder without a valid one is not taken."""


class Permit(Model):
    """The dispatcher's permission for a task (调度许可): asked once, covers its devices for the rest of the run."""

    covers: Ids
    """Devices nobody operates before it is given."""
    from_: Id = Field(alias="from")
    """Role that gives it."""
    decides_in: Duration
    """From being asked to the answer."""
    channel: Id
    """How it is asked for."""
    clause: Text = ""
    """Clause of the plan."""
    source: Text = ""
    """Where the figures come from."""

    model_config = ConfigDict(populate_by_name=True)


class Who(Model):
    """Who does a step; operator and supervisor are distinct people, both present throughout."""

    operator: Id
    """Role that does it."""
    supervisor: Id | None = None
    """Role that watches (监护人)."""


class NoAnswer(Model):
    """What to do when nobody answers."""

    after: Ms
    """How long one tries."""
    then: Literal["next", "again", "proceed"]
    """The next holder of the role, the same one again, or go on without."""


class Tell(Model):
    """A message at the end of a step."""

    to: Id
    """Role that is told."""
    facts: Ids = ()
    """Ids whose state, as the teller knows it, is passed on; that this step is done is always passed on."""
    channel: Id
    """By which way."""
    takes: Ms = 30_000
    """How long the call takes; the first one of a talking step is its own `takes`. Default 30 s: assumed."""
    no_answer: NoAnswer = NoAnswer(after=120_000, then="again")
    """Nobody answers. Default: tries again after 2 min; assumed."""


class SuccessCheck(Condition):
    """How the performer knows that it worked."""

    by: Literal["local", "remote", "word"] = "local"
    """Seen on the spot, on a display, or heard from somebody."""
    within: Ms = 120_000
    """Longest wait for the result before the step counts as failed. Default 2 min: assumed."""


class OnFailure(Model):
    """What happens when the step fails or times out."""

    steps: tuple[Id, ...] = ()
    """Steps that run only then."""
    then: Literal["continue", "stop"] = "continue"
    """Whether steps that come after this one go on as if it were done."""


class After(Model):
    """Predecessors, of which one is enough."""

    any_: Ids = Field(alias="any")
    """Step ids."""

    model_config = ConfigDict(populate_by_name=True)


class Step(Model):
    """One clause of a card that can be carried out."""

    id: Id
    """Unique in the plan."""
    clause: Text = ""
    """Anchor in the paper plan."""
    text: Name
    """The wording people read."""
    do: Verb
    """What is done."""
    target: Ids = ()
    """To what; order counts."""
    to: Literal["auto", "manual", "off", "on"] | None = None
    """Selector position for `set`."""
    by: Annotated[
        Who,
        BeforeValidator(
            lambda value: {"operator": value} if isinstance(value, str) else value, json_schema_input_type=Who | str
        ),
    ]
    """Role that does it, or `{operator: …, supervisor: …}`."""
    place: Id | None = None
    """Where; without it, where the target stands."""
    when: Condition | None = None
    """Known false when the step gets ready: skipped."""
    after: Ids | After = ()
    """Steps the performer must know to be done."""
    requires: tuple[Condition, ...] = ()
    """What the performer must know to be so."""
    if_unknown: Literal["wait", "look", "ask", "proceed"] = "wait"
    """When he does not know it: wait, go and look, ask by phone, or go on."""
    takes: Duration | None = None
    """Time for each target; without it, the verb's default."""
    takes_source: Text = ""
    """Where that figure comes from."""
    success_check: SuccessCheck | None = None
    """How he knows that it worked."""
    tells: tuple[Tell, ...] = ()
    """Who is told at its end."""
    within: Ms | None = None
    """Limit from ready to done."""
    wait_at_most: Ms | None = None
    """Longest wait for what he must know, from the card's start; then the step has timed out."""
    on_failure: OnFailure | None = None
    """Branch for failure."""

    @property
    def predecessors(self) -> tuple[str, ...]:
        """Step ids named by `after`, whether all or any of them is asked."""
        return self.after.any_ if isinstance(self.after, After) else self.after

    def conditions(self) -> Iterator[Condition]:
        """Every condition the performer's knowledge is tested on before the step."""
        if self.when:
            yield self.when
        yield from self.requires


class Activation(Model):
    """Who starts a card, and how long the decision takes."""

    by: Id
    """Role; one holder must know the trigger."""
    decide: Duration | None = None
    """Time to decide; without it the card starts by itself as soon as the trigger is known."""


class Card(Model):
    """A response card (处置卡)."""

    id: Id
    """Unique in the plan."""
    title: Name
    """What it is for."""
    clause: Text = ""
    """Anchor in the paper plan."""
    side: Side = "customer"
    """Whose card."""
    covers: Ids = ()
    """Scenario classes of `scope` it answers."""
    level: Literal["I", "II", "III", "IV"] | None = None
    """Response level."""
    trigger: Condition
    """What the activating role must know."""
    activation: Activation
    """Who starts it."""
    steps: tuple[Step, ...]
    """Steps, in the order they are read."""
    ends: Condition | None = None
    """When it is over: steps not yet begun are dropped."""


class Resource(Model):
    """Something the plan counts on."""

    name: Name
    """What it is."""
    quantity: NotNegative | None = None
    """How many."""
    place: Id | None = None
    """Where it is."""
    owner: Text = ""
    """Whose it is."""
    agreement_until: Date | None = None
    """Last day of the agreement."""


class SignOff(Model):
    """One approval."""

    side: Literal["customer", "utility", "government"]
    """Whose."""
    role: Text
    """As what."""
    name: Text
    """Who."""
    date: Date
    """When."""


class Plan(Model):
    """The plan of one customer."""

    format: FormatOne
    """File format; 1."""
    id: Id
    """Number of the plan."""
    version: Text
    """Version."""
    status: Literal["draft", "in_review", "approved", "retired"]
    """Status."""
    languages: tuple[Literal["zh", "en"], ...] = ("zh", "en")
    """Languages the plan is written in; the first is the reports' default."""
    reason: Text = ""
    """Why this version was written."""
    effective: Date | None = None
    """In force from."""
    next_review: Date | None = None
    """Review due."""
    sign_offs: tuple[SignOff, ...] = ()
    """Approvals."""
    scope: Ids = ()
    """Scenario classes it must answer (SRC1, SRC2, EPS …)."""
    actors: dict[Id, Actor]
    """Roles."""
    permits: dict[Id, Permit] = {}
    """Dispatcher's permissions."""
    cards: tuple[Card, ...]
    """Response cards."""
    restoration: Card | None = None
    """Back to normal."""
    resources: dict[Id, Resource] = {}
    """What the plan counts on."""

    def all_cards(self) -> tuple[Card, ...]:
        """Response cards, then restoration."""
        return (*self.cards, self.restoration) if self.restoration else self.cards

    def steps(self) -> Iterator[tuple[Card, Step]]:
        """Every step with its card, in file order."""
        for card in self.all_cards():
            for step in card.steps:
                yield card, step
