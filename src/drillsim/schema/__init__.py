"""The contents of the files, as frozen validated models."""

from drillsim.schema.base import NO_WORDS, Model, Number, Words
from drillsim.schema.compiled import Compiled, compile_dossier, follows_from
from drillsim.schema.condition import STATES, Condition
from drillsim.schema.contacts import Contacts
from drillsim.schema.costs import Costs, Thing
from drillsim.schema.customer import Customer, Document, Person, Shift, Side
from drillsim.schema.device import PLAIN_DEVICE, DcSupply, Device, Element, Interlock, Stage
from drillsim.schema.dossier import Case, Dossier, names, step_of
from drillsim.schema.duration import Drawn, Exponential, Fixed, Lognormal, Triangular
from drillsim.schema.element import (
    BRANCH,
    BRANCH_KINDS,
    BRANCHES,
    CONDUCTORS,
    ELEMENTS,
    SWITCHED,
    TRANSFORMERS,
    Branch,
    BranchKind,
    Joined,
    is_kind,
    joined,
    kinds_of,
)
from drillsim.schema.fault_targets import NEEDS_LIFE
from drillsim.schema.function import Function, OnLost
from drillsim.schema.instance import instances
from drillsim.schema.kinds import kinds, rated_kw
from drillsim.schema.load import ColdLoad, Contactor, Load, Motor
from drillsim.schema.need import GONE, Need
from drillsim.schema.network import (
    DRAWING,
    ROW_OF,
    TABLES,
    Impedance,
    Line,
    LineType,
    Network,
    Row,
    Switch,
    TapChanger,
    Trafo,
    Trafo3w,
    Trafo3wType,
    TrafoType,
)
from drillsim.schema.network import Load as LoadRow
from drillsim.schema.network_rule import network_problems
from drillsim.schema.place import Observation, Way
from drillsim.schema.plan import (
    Actor,
    After,
    Card,
    Find,
    ForEach,
    Option,
    Order,
    Permit,
    Plan,
    Resource,
    Step,
    SuccessCheck,
    Tell,
    Who,
)
from drillsim.schema.reading import cards_as_read, steps_as_read, steps_in_turn
from drillsim.schema.record import Drill, Family, Issue, PlannedOutage, SupplyChange, TestRecord
from drillsim.schema.reliability import Branch as TableBranch
from drillsim.schema.reliability import LoadPoint, ReliabilityTable, SystemCase
from drillsim.schema.role_names import homes, role_names
from drillsim.schema.scenario import LATE_MS, FaultEvent, FaultKind, Information, Scenario, Selector, SetTo, Start
from drillsim.schema.sector import MedicalLocation
from drillsim.schema.site import Mode, Site
from drillsim.schema.source import AnySource, BurnPoint, ConnectionPoint, Feeder, Genset, GensetGroup, MobileGenset, Ups
from drillsim.schema.std_type import Figures, TypeTable, figures_of, shipped_types
from drillsim.schema.step_name import base_name, first_name, item_of, number_of, numbered, without_item
from drillsim.schema.store import Inflow, Outflow, Store
from drillsim.schema.target import Misfit, misfits, resolve, struck, unmatched
from drillsim.schema.trade import ON_THE_PLANT, Trade
from drillsim.schema.trades import trade_of_person, trade_of_role
from drillsim.schema.transfer import AnyTransfer, Ats, BusTieTransfer, Sts
from drillsim.schema.verbs import VERBS
from drillsim.schema.where import places_of

__all__ = [
    "BRANCH",
    "BRANCHES",
    "BRANCH_KINDS",
    "CONDUCTORS",
    "DRAWING",
    "ELEMENTS",
    "GONE",
    "LATE_MS",
    "NEEDS_LIFE",
    "NO_WORDS",
    "ON_THE_PLANT",
    "PLAIN_DEVICE",
    "ROW_OF",
    "STATES",
    "SWITCHED",
    "TABLES",
    "TRANSFORMERS",
    "VERBS",
    "Actor",
    "After",
    "AnySource",
    "AnyTransfer",
    "Ats",
    "Branch",
    "BranchKind",
    "BurnPoint",
    "BusTieTransfer",
    "Card",
    "Case",
    "ColdLoad",
    "Compiled",
    "Condition",
    "ConnectionPoint",
    "Contactor",
    "Contacts",
    "Costs",
    "Customer",
    "DcSupply",
    "Device",
    "Document",
    "Dossier",
    "Drawn",
    "Drill",
    "Element",
    "Exponential",
    "Family",
    "FaultEvent",
    "FaultKind",
    "Feeder",
    "Figures",
    "Find",
    "Fixed",
    "ForEach",
    "Function",
    "Genset",
    "GensetGroup",
    "Impedance",
    "Inflow",
    "Information",
    "Interlock",
    "Issue",
    "Joined",
    "Line",
    "LineType",
    "Load",
    "LoadPoint",
    "LoadRow",
    "Lognormal",
    "MedicalLocation",
    "Misfit",
    "MobileGenset",
    "Mode",
    "Model",
    "Motor",
    "Need",
    "Network",
    "Number",
    "Observation",
    "OnLost",
    "Option",
    "Order",
    "Outflow",
    "Permit",
    "Person",
    "Plan",
    "PlannedOutage",
    "ReliabilityTable",
    "Resource",
    "Row",
    "Scenario",
    "Selector",
    "SetTo",
    "Shift",
    "Side",
    "Site",
    "Stage",
    "Start",
    "Step",
    "Store",
    "Sts",
    "SuccessCheck",
    "SupplyChange",
    "Switch",
    "SystemCase",
    "TableBranch",
    "TapChanger",
    "Tell",
    "TestRecord",
    "Thing",
    "Trade",
    "Trafo",
    "Trafo3w",
    "Trafo3wType",
    "TrafoType",
    "Triangular",
    "TypeTable",
    "Ups",
    "Way",
    "Who",
    "Words",
    "base_name",
    "cards_as_read",
    "compile_dossier",
    "figures_of",
    "first_name",
    "follows_from",
    "homes",
    "instances",
    "is_kind",
    "item_of",
    "joined",
    "kinds",
    "kinds_of",
    "misfits",
    "names",
    "network_problems",
    "number_of",
    "numbered",
    "places_of",
    "rated_kw",
    "resolve",
    "role_names",
    "shipped_types",
    "step_of",
    "steps_as_read",
    "steps_in_turn",
    "struck",
    "trade_of_person",
    "trade_of_role",
    "unmatched",
    "without_item",
]
