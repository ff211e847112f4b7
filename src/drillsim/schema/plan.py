"""plan.yaml: one customer, one plan. It says who does what, when, knowing what; every step is an executable clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from drillsim.schema.base import (
    NO_WORDS,
    Chance,
    Date,
    FormatOne,
    Id,
    Ids,
    Model,
    Ms,
    Name,
    NotNegative,
    Text,
    Truth,
    Whole,
)
from drillsim.schema.condition import Condition
from drillsim.schema.customer import Side
from drillsim.schema.duration import Duration
from drillsim.schema.trade import StatedTrade
from drillsim.schema.verbs import Verb


class Actor(Model):
    """A role of the plan."""

    name: Name = NO_WORDS
    """Name for people."""
    side: Side
    """Side of the role."""
    held_by: tuple[Id, ...]
    """People who hold it, in the order they are taken."""
    certificate: Text = ""
    """Kind of certificate the role needs; a holder without a valid one is not taken."""
    trade: StatedTrade | None = None
    """Trade; without it an electrician by the certificate, or that of the holders. A role without one gives its work
    to nobody else."""


class Permit(Model):
    """The dispatcher's permission for a task (调度许可): asked once, covers its devices until the card begins anew."""

    covers: Ids
    """Devices nobody operates before it is given."""
    from_: Id = Field(alias="from")
    """Role that gives it."""
    decides_in: Duration
    """From being asked to the answer."""
    channel: Id
    """Channel it is asked for by."""
    clause: Text = ""
    """Clause of the plan."""
    steps: Ids = ()
    """Steps of the task it covers, whatever they operate; without any, every step that operates a covered device."""
    refuses: Chance = 0.0
    """Chance that the dispatcher refuses."""
    asked_again_after: Ms | None = None
    """After a refusal, asked once more so much later; without it, a refusal stands."""
    dead_may_open: Truth = False
    """Opening a covered device that is dead on both sides counts as permitted by the dispatch agreement, and is
    reported after; a request right before it waits for no answer. Closing never does."""
    source: Text = ""
    """Source of the figures."""

    model_config = ConfigDict(populate_by_name=True)


class Order(Model):
    """A written switching order (操作票): written, checked, then carried out."""

    title: Name
    """Purpose of the order."""
    binds: Ids
    """Steps that wait for it."""
    written_by: Id
    """Role that writes it."""
    checked_by: Id | None = None
    """Role that checks it, another person."""
    takes: Duration
    """Writing."""
    check_takes: Duration | None = None
    """Checking."""
    prepared: Truth = False
    """Lies ready, written and checked beforehand: only signed, which takes no time of its own."""
    clause: Text = ""
    """Clause of the plan."""
    source: Text = ""
    """Source of the figures."""


class OrderRules(Model):
    """The cases in which a written order or a permit is not waited for. Power-safety practice, unverified; each can be
    turned off."""

    accident_needs_no_order: Truth = True
    """Accident handling goes without a written order; only restoration needs it."""
    single_breaker_needs_no_order: Truth = True
    """Operating one single breaker goes without a written order."""
    danger_to_life_first: Truth = True
    """Steps against danger to life are done first and reported after: neither order nor permit is waited for."""


class ShiftEnd(Model):
    """The rule for a shift that ends in mid-step."""

    then: Literal["stay", "hand_over"] = "stay"
    """`stay`: the performer stays until the step is done and then, on the way out, tells who is on duty at their post.
    `hand_over`: they hand it over to the next holder of the role who is on duty."""
    takes: Duration | None = None
    """Handing over. Default for `hand_over`: the verb's."""


class Tier(Model):
    """A tier of the load-shedding list."""

    name: Name = NO_WORDS
    """Name for people."""
    loads: Ids
    """Loads it sheds, in order."""
    by: Literal["manual", "auto"] = "manual"
    """By the plan's steps, or by itself when a genset group asks for it."""


class ContactWay(Model):
    """A branch of the contact tree: who calls whom, how, within what time."""

    from_: Id = Field(alias="from")
    """Role that calls."""
    to: Id
    """Role that is called."""
    channels: Ids
    """Ways in the order they are tried when one gives no answer."""
    within: Ms | None = None
    """Longest time from the calling role's knowing to the called one's."""

    model_config = ConfigDict(populate_by_name=True)


class ReportLimit(Model):
    """By when somebody must know of a disturbance."""

    to: Id
    """Role."""
    within: Ms
    """Longest time from the first load or source lost."""


class ForEach(Model):
    """One step carried out once for each of many: instances are named `S31[sub-17]`."""

    devices: Ids = ()
    """One instance a device, load or function; it is the instance's target."""
    places: Ids = ()
    """One instance a place; its target is what of the step's `target` stands there."""
    pool: Ids = ()
    """Roles of which any may do an instance; without it, the step's own operator."""
    batch: Annotated[Whole, Field(ge=1)] | None = None
    """So many at once; the next batch begins when this one is done."""
    gap: Ms = 0
    """Between two batches."""
    stays: Truth = False
    """The person who has begun an item stays with it until the pool's last step for it, while others do theirs; without
    it, they begin another item meanwhile."""
    after: Ids = ()
    """Steps with the same list: an instance waits for theirs of the same name only, not for all."""

    @property
    def items(self) -> tuple[str, ...]:
        """The items the instances are named after."""
        return self.devices or self.places


class Option(Model):
    """One way a decision may go."""

    name: Text
    """Its name."""
    text: Name = NO_WORDS
    """The wording people read."""
    when: Condition | None = None
    """Taken when the decider knows this to be so; without it, always."""
    steps: Ids = ()
    """Steps that run only when it is taken."""


class Who(Model):
    """The roles that do a step; operator and supervisor are distinct people, both present throughout."""

    operator: Id
    """Role that does it."""
    supervisor: Id | None = None
    """Role that watches (监护人)."""


class NoAnswer(Model):
    """The action to take when nobody answers."""

    after: Ms
    """Time one tries."""
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
    read_back: Truth = False
    """The listener repeats it: takes half as long again."""
    takes: Ms = 30_000
    """Time the call takes; the first one of a talking step is its own `takes`. Default 30 s: assumed."""
    no_answer: NoAnswer = NoAnswer(after=120_000, then="again")
    """Nobody answers. Default: tries again after 2 min; assumed."""


class SuccessCheck(Condition):
    """The sign by which the performer knows that it worked."""

    by: Literal["local", "remote", "word"] = "local"
    """Seen on the spot, on a display, or heard from somebody."""
    within: Ms = 120_000
    """Longest wait for the result before the step counts as failed. Default 2 min: assumed."""


class OnFailure(Model):
    """The consequence when the step fails or times out."""

    steps: tuple[Id, ...] = ()
    """Steps that run only then."""
    then: Literal["continue", "stop"] = "continue"
    """`continue`: steps that come after this one go on as if it were done; `stop`: they do not."""


class After(Model):
    """Predecessors, of which one is enough."""

    any_: Ids = Field(alias="any")
    """Step ids."""

    model_config = ConfigDict(populate_by_name=True)


class Find(Model):
    """Switches that are known only when the step begins, as its performer knows the plant then."""

    what: Literal["around_fault", "opened_by_fault", "ties"]
    """`around_fault`: at the edge of each part with a fault the performer knows of. `opened_by_fault`: opened by
    protection or around a fault, and a dead healthy part is fed through them. `ties`: open in the mode, and the same.
    """
    among: Ids = ()
    """Only these switches; without it, all of the performer's side."""


class Step(Model):
    """One clause of a card that can be carried out."""

    id: Id
    """Unique in the plan."""
    clause: Text = ""
    """Anchor in the paper plan."""
    text: Name
    """The wording people read."""
    do: Verb
    """Act to do."""
    target: Ids = ()
    """To what; order counts."""
    find: (
        Annotated[
            Find,
            BeforeValidator(
                lambda value: {"what": value} if isinstance(value, str) else value, json_schema_input_type=Find | str
            ),
        ]
        | None
    ) = None
    """Instead of `target`: `around_fault`, `opened_by_fault` or `ties`, found when the step begins, in file order."""
    to: (
        Literal[
            "auto",
            "manual",
            "off",
            "on",
            "online",
            "bypass",
            "maintenance_bypass",
            "working",
            "test",
            "withdrawn",
            "normal",
            "standby",
        ]
        | None
    ) = None
    """Selector position for `set`, truck position for `rack`, side for `transfer`: without it the live one, normal
    first."""
    by: Annotated[
        Who,
        BeforeValidator(
            lambda value: {"operator": value} if isinstance(value, str) else value, json_schema_input_type=Who | str
        ),
    ]
    """Role that does it, or `{operator: …, supervisor: …}`."""
    for_each: ForEach | None = None
    """Carried out once for each of a list."""
    uses: Ids = ()
    """Resources it needs while it is carried out; waits for them, reason `resource`."""
    options: tuple[Option, ...] = ()
    """For `decide`: the first whose condition is known to hold is taken; the steps of the others are skipped."""
    until: Condition | None = None
    """For `wait`: over as soon as the performer knows this. Beside `every`: repeated until whoever does it has learned
    this."""
    every: Ms | None = None
    """Repeated so often, counted from when the time before got ready, never before that one is over; until whoever does
    it has learned `until`, else to the card's end. `after` in other steps means the first time."""
    danger_to_life: Truth = False
    """Acts against danger to life: done first, reported after."""
    place: Id | None = None
    """Place of the step; without it, the place of the target."""
    when: Condition | None = None
    """Known false when the step gets ready: skipped."""
    after: Ids | After = ()
    """Steps the performer must know to be done."""
    requires: tuple[Condition, ...] = ()
    """Conditions the performer must know to be so."""
    if_unknown: Literal["wait", "look", "ask", "proceed"] = "wait"
    """Action when the performer does not know it: wait, go and look, ask by phone, or go on."""
    takes: Duration | None = None
    """Time for each target; without it, the verb's default."""
    takes_source: Text = ""
    """Source of that figure."""
    success_check: SuccessCheck | None = None
    """Sign by which the performer knows that it worked."""
    tells: tuple[Tell, ...] = ()
    """Calls made at its end."""
    within: Ms | None = None
    """Limit from ready to done."""
    wait_at_most: Ms | None = None
    """Longest wait: before it begins from the card's start, once begun each wait (to decide, to look, for a permit,
    at an interlock, for the result) from its own start; then the step has timed out. Work and travel are not cut."""
    on_failure: OnFailure | None = None
    """Branch for failure."""

    @property
    def all_targets(self) -> tuple[str, ...]:
        """Targets of the step, all instances of a `for_each` together."""
        return self.for_each.devices if self.for_each and self.for_each.devices else self.target

    @property
    def predecessors(self) -> tuple[str, ...]:
        """Step ids named by `after`, whether all or any of them is asked."""
        return self.after.any_ if isinstance(self.after, After) else self.after

    def conditions(self) -> Iterator[Condition]:
        """Every condition the performer's knowledge is tested on before the step."""
        if self.when:
            yield self.when
        yield from self.requires
        if self.until:
            yield self.until

    def awaited(self) -> Iterator[Condition]:
        """Those of them that must hold before it begins: not the `until` that ends its repeating."""
        if self.when:
            yield self.when
        yield from self.requires
        if self.until and self.every is None:
            yield self.until


class Activation(Model):
    """The roles that start a card, and the time the decision takes."""

    by: Id
    """Role; one holder must know the trigger."""
    decide: Duration | None = None
    """Time to decide; without it the card starts by itself as soon as the trigger is known."""


class Card(Model):
    """A response card (处置卡)."""

    id: Id
    """Unique in the plan."""
    title: Name
    """Purpose of the card."""
    clause: Text = ""
    """Anchor in the paper plan."""
    side: Side = "customer"
    """Side of the card."""
    covers: Ids = ()
    """Scenario classes of `scope` it answers."""
    level: Literal["I", "II", "III", "IV"] | None = None
    """Response level."""
    trigger: Condition
    """Condition the activating role must know."""
    activation: Activation
    """Roles that start it."""
    steps: tuple[Step, ...]
    """Steps, in the order they are read."""
    ends: Condition | None = None
    """Condition that ends it: steps not yet begun are dropped."""
    again: Truth = False
    """May be triggered again after its end, once somebody who knew the trigger to be met has learned that it is not,
    and it is met anew (or the message comes again). Its steps begin anew."""


class Resource(Model):
    """Something the plan counts on: a vehicle, fuel, a spare part, a key."""

    name: Name
    """Name of the resource."""
    quantity: NotNegative | None = None
    """Number of pieces; of fuel, litres one delivery brings to the store it fills."""
    place: Id | None = None
    """Place it is kept in."""
    owner: Text = ""
    """Owner."""
    agreement_until: Date | None = None
    """Last day of the agreement."""
    kind: Literal["vehicle", "mobile_genset", "fuel", "spare", "key", "tool", "crew", "other"] = "other"
    """Kind of resource."""
    brings: Id | None = None
    """The mobile genset it is, or the store a fuel delivery fills."""
    mobilise: Duration | None = None
    """From being called to being there; without it, it is there from the start."""
    storm_mobilise: Duration | None = None
    """The same in a storm; without it, as in fair weather."""
    taken_in_storm: Chance = 0.0
    """Chance that in a storm others have it already."""
    from_: Id | None = Field(default=None, alias="from")
    """Role that sends it, once it knows of the call."""
    source: Text = ""
    """Source of the figures."""

    model_config = ConfigDict(populate_by_name=True)


class SignOff(Model):
    """One approval."""

    side: Literal["customer", "utility", "government"]
    """Side that signs."""
    role: Text
    """As what."""
    name: Text
    """Person who signs."""
    date: Date
    """Date of the signature."""


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
    """Languages the plan is written in; new wording is proposed in them."""
    reason: Text = ""
    """Reason this version was written for."""
    effective: Date | None = None
    """In force from."""
    next_review: Date | None = None
    """Review due."""
    sign_offs: tuple[SignOff, ...] = ()
    """Approvals."""
    revised_because: tuple[Literal["law", "command", "risk", "resources", "drill", "other"], ...] = ()
    """Causes that made this version due: law, command, risk, resources, a drill or real event, other
    (应急管理部令第2号)."""
    report_limits: tuple[ReportLimit, ...] = ()
    """By when a disturbance must be known to whom."""
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
    """Resources the plan counts on."""
    orders: dict[Id, Order] = {}
    """Written switching orders."""
    order_rules: OrderRules = OrderRules()
    """Cases in which an order is not waited for."""
    tiers: dict[Id, Tier] = {}
    """Load-shedding list, first tier first."""
    contact_tree: tuple[ContactWay, ...] = ()
    """Branches of the contact tree, from role to role."""
    shift_end: ShiftEnd = ShiftEnd()
    """Rule for a shift that ends in mid-step."""

    def all_cards(self) -> tuple[Card, ...]:
        """Response cards, then restoration."""
        return (*self.cards, self.restoration) if self.restoration else self.cards

    def steps(self) -> Iterator[tuple[Card, Step]]:
        """Every step with its card, in file order."""
        for card in self.all_cards():
            for step in card.steps:
                yield card, step
