"""customer.yaml: who the customer is, and the people of both sides."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from drillsim.schema.base import Date, FormatOne, Id, Model, Ms, Name, NotNegative, Text, TimeOfDay
from drillsim.schema.costs import Costs
from drillsim.schema.duration import Duration
from drillsim.schema.record import Drill, Issue, PlannedOutage, SupplyChange, TestRecord
from drillsim.schema.sector import Sector
from drillsim.schema.spoken import DAYS, IMPORTANCE, INDUSTRY, SIDE
from drillsim.schema.trade import StatedTrade

Side = Annotated[Literal["customer", "utility"], SIDE]
DocumentKind = Literal[
    "other", "supply_contract", "dispatch_agreement", "importance", "emergency_supply_agreement", "single_line_diagram",
    "protection_settings", "safe_operation_rules", "preventive_tests", "hazard_notice", "risk_confirmation",
    "shed_order", "plan_review", "plan_filing", "plan_training", "plan_assessment", "drill_programme", "fuel_contract",
]  # fmt: skip


class Importance(Model):
    """Class on the government's list of important power users. Source of the classes: 电监安全〔2008〕43号."""

    level: Annotated[Literal["SP", "C1", "C2", "TMP", "none"], IMPORTANCE]
    """SP 特级, C1 一级, C2 二级, TMP 临时性, none: not on the list."""
    authority: Text = ""
    """Authority that put the customer on the list."""
    date: Date | None = None
    """Date of the entry on the list."""
    document: Text = ""
    """Number of the document."""


class Certificate(Model):
    """A certificate of a person."""

    kind: Text
    """Work it allows (高压电工)."""
    until: Date
    """Last day it is valid."""


class Shift(Model):
    """Hours on duty, and where. A shift that ends before it begins runs past midnight."""

    model_config = ConfigDict(populate_by_name=True)

    days: Annotated[
        Literal["mon-sun", "mon-fri", "sat-sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"], DAYS
    ] = "mon-sun"
    """On which days it begins; holidays count as `sat-sun` and `holiday`."""
    from_: TimeOfDay = Field(alias="from")
    """Begin."""
    to: TimeOfDay
    """End."""
    place: Id
    """Place the person is in while nothing calls them elsewhere."""


class OffDuty(Model):
    """The place of a person between shifts, and the time until they stand on site once called."""

    place: Id
    """A place of the site file, such as `home`."""
    comes_in: Duration | None = None
    """Time from the call to the first place on site; without it they do not come."""


class Person(Model):
    """One person of either side. Phone numbers stand in people.local.yaml."""

    name: Name
    """Name for people."""
    side: Side
    """Side the person belongs to."""
    certificates: tuple[Certificate, ...] = ()
    """Certificates with expiry."""
    shifts: tuple[Shift, ...] = ()
    """Duty hours; without any the person is never on duty."""
    off_duty: OffDuty | None = None
    """Place between shifts, and the time to come when called."""
    last_contact_test: Date | None = None
    """Date somebody last reached them by their listed number."""
    trade: StatedTrade | None = None
    """Trade; without it that of the roles, or an electrician by the certificate. No work goes to another trade."""
    source: Text = ""
    """Source of these facts."""


class Document(Model):
    """A paper that belongs to the customer's file."""

    title: Name
    """Title of the paper."""
    date: Date | None = None
    """Its date."""
    number: Text = ""
    """Its number."""
    kind: DocumentKind = "other"
    """Kind of paper; rules ask for some."""
    until: Date | None = None
    """Last day it holds."""


class Contract(Model):
    """The supply contract."""

    number: Text = ""
    """Account or contract number."""
    voltage_kv: NotNegative | None = None
    """Supply voltage."""
    capacity_kva: NotNegative | None = None
    """Contracted capacity."""
    metering: Text = ""
    """Place and manner of metering."""
    agreement: Text = ""
    """Dispatch and supply agreement."""


class IndexRules(Model):
    """The rules by which supply indices count."""

    sustained_above: Ms = 300_000
    """Longer interruptions are sustained and count in SAIFI, SAIDI and CAIDI, others are momentary and count in MAIFI.
    Default 5 min: IEEE 1366."""


class Customer(Model):
    """One customer, its standing, and everybody the plan may call."""

    format: FormatOne
    """File format; 1."""
    id: Id
    """The customer's id."""
    name: Name
    """Name of the customer."""
    industry: Annotated[
        Literal[
            "hospital", "chemical", "data_centre", "airport", "water", "government", "metro", "industry", "mine",
            "metallurgy", "other",
        ],
        INDUSTRY,
    ]  # fmt: skip
    """Its trade; sector rules go by it."""
    importance: Importance
    """Class on the government's list."""
    account_tier: Text = ""
    """The supply company's own tier of key account; independent of the importance class."""
    contract: Contract = Contract()
    """Supply contract."""
    account_manager: Id | None = None
    """Person of the supply company who looks after the customer."""
    documents: tuple[Document, ...] = ()
    """Papers of the file."""
    sector: Sector = Sector()
    """Facts of its trade."""
    classification: Text = ""
    """Marking on every page of its papers (密级标注), in the customer's own words; without it they say that they are
    internal. State secrets are not entered here, and no mark of secrecy is ever set by the program."""
    language: Literal["zh", "en"] | None = None
    """Language of screen and documents, where neither a flag nor DRILLSIM_LANG says; without it the machine's."""
    indices: IndexRules = IndexRules()
    """Rules by which supply indices count."""
    costs: Costs | None = None
    """Costs of changes; of changes that gain alike the cheaper one comes first."""
    drills: tuple[Drill, ...] = ()
    """Drills held."""
    issues: dict[Id, Issue] = {}
    """Corrections agreed, open and closed; a weak point of the register is told there alone."""
    outages: tuple[PlannedOutage, ...] = ()
    """Planned outages of both sides."""
    supply_changes: tuple[SupplyChange, ...] | None = None
    """Changes of what hangs on the own emergency supply; an empty list says there was none."""
    tests: tuple[TestRecord, ...] = ()
    """Tests of equipment."""
    holidays: tuple[Date, ...] = ()
    """Public holidays that matter for shifts."""
    people: dict[Id, Person]
    """Everybody of both sides."""
    source: Text = ""
    """Source of the facts of this file."""
