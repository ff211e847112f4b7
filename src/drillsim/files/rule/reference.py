"""Every id is declared once, and every reference leads to an id of the right kind.

The places of references are a table of patterns over what the files say, so that a new field is one more line here and
its line number comes for free. `*` is any list position or key; the leaf is an id or a list of ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drillsim.errors import Problem, facts
from drillsim.files.document import Path, Tree
from drillsim.files.rule.around import Around, Facts
from drillsim.schema import BRANCH_KINDS, CONDUCTORS, STATES, number_of_entry

_ANYTHING = (
    "bus", "switch", *BRANCH_KINDS, "load", "source", "transfer", "function", "store", "zone", "place",
    "observation", "channel", "dc_supply", "protection_group", "connection_point", "earth", "measure",
    "genset_group", "person", "role", "card", "step", "permit", "resource", "order", "tier",
)  # fmt: skip
_KINDS: dict[str, tuple[str, ...]] = {
    "switch": ("switch",),
    "bus": ("bus",),
    "load": ("load",),
    "branch": BRANCH_KINDS,
    "source": ("source",),
    "own-source": ("genset", "ups"),
    "genset": ("genset",),
    "dc_supply": ("dc_supply",),
    "earth": ("earth",),
    "permit": ("permit",),
    "resource": ("resource",),
    "tier": ("tier",),
    "measure": ("measure",),
    "branch-or-bus": CONDUCTORS,
    "replaced": ("load", "function"),
    "drawn": ("source", "load", "function"),
    "brought": ("mobile_genset", "store"),
    "disabled": ("transfer", "protection_group"),
    "for-each": (
        "switch",
        "load",
        "function",
        "source",
        "bus",
        "earth",
        "transfer",
        "store",
        *BRANCH_KINDS,
        "connection_point",
    ),
    "transfer": ("transfer",),
    "protection_group": ("protection_group",),
    "function": ("function",),
    "store": ("store",),
    "zone": ("zone",),
    "place": ("place",),
    "channel": ("channel",),
    "person": ("person",),
    "role": ("role",),
    "step": ("step",),
    "supply": ("load", "bus", "source"),
    "need": ("load", "function", "source", "store"),
    "outage": (*BRANCH_KINDS, "source", "bus", "load"),
    "permitted": ("switch", "source", "transfer"),
    "card": ("card",),
    "told": ("role", "person"),
    "issue": ("issue",),
    "issue-subject": _ANYTHING,
    "taken-out": ("source", *BRANCH_KINDS, "bus", "switch", "transfer", "store"),
    "stand-in": ("resource", "source"),
    "tested": ("source", *BRANCH_KINDS, "bus", "switch", "transfer", "load", "dc_supply", "connection_point"),
    "fact": ("switch", "bus", "load", "source", "function", "store", "transfer", "measure", "resource"),
    "zone-member": (
        "bus",
        "switch",
        *BRANCH_KINDS,
        "load",
        "source",
        "transfer",
        "store",
        "channel",
        "observation",
        "dc_supply",
        "connection_point",
    ),
}
"""The thing a field asks for, and the kinds that answer it. The words for people are `kind-<what>` in the catalogue."""

_CUSTOMER = {
    "people.*.shifts.*.place": "place",
    "people.*.off_duty.place": "place",
    "account_manager": "person",
    "drills.*.cards": "card",
    "drills.*.exposed": "issue",
    "issues.*.person": "person",
    "issues.*.subject": "issue-subject",
    "outages.*.of": "taken-out",
    "outages.*.substitute": "stand-in",
    "supply_changes.*.load": "load",
    "tests.*.of": "tested",
    "sector.medical_locations.*.loads": "load",
    "sector.medical_locations.*.lighting": "load",
    "sector.processes.*": "load",
}
_SITE = {
    "devices.*.place": "place",
    "devices.*.control_supply": "dc_supply",
    "earths.*.at": "bus",
    "earths.*.place": "place",
    "earths.*.interlocked_with": "switch",
    "protection_groups.*.protects": "branch-or-bus",
    "protection_groups.*.trips": "switch",
    "protection_groups.*.control_supply": "dc_supply",
    "dc_supplies.*.fed_by": "supply",
    "dc_supplies.*.place": "place",
    "genset_groups.*.of": "genset",
    "genset_groups.*.sheds_on_loss": "tier",
    "connection_points.*.bus": "bus",
    "connection_points.*.switch": "switch",
    "connection_points.*.place": "place",
    "measures.*.replaces": "replaced",
    "measures.*.by": "role",
    "measures.*.place": "place",
    "interlocks.*.of": "switch",
    "elements.*.route": "zone",
    "sources.*.route": "zone",
    "sources.*.bus": "bus",
    "sources.*.input": "bus",
    "sources.*.output": "bus",
    "sources.*.breaker": "switch",
    "sources.*.place": "place",
    "sources.*.called_by": "transfer",
    "sources.*.fuel": "store",
    "sources.*.bypass": "bus",
    "sources.*.needs": "supply",
    "transfers.*.incomers": "switch",
    "transfers.*.tie": "switch",
    "transfers.*.normal": "switch",
    "transfers.*.standby": "switch",
    "transfers.*.place": "place",
    "transfers.*.control_supply": "dc_supply",
    "transfers.*.blocked_by": "protection_group",
    "loads.*.place": "place",
    "loads.*.cords.*.bus": "bus",
    "functions.*.safe_stop.by": "role",
    "functions.*.safe_stop.place": "place",
    "functions.*.on_lost.*.load": "load",
    "functions.*.after": "function",
    "functions.*.restart.by": "role",
    "functions.*.restart.place": "place",
    "stores.*.in.*.by": "load",
    "stores.*.in.*.from": "store",
    "stores.*.out.*.to": "drawn",
    "stores.*.out.*.while_dead": "load",
    "stores.*.place": "place",
    "zones.*.contains": "zone-member",
    "places.*.zone": "zone",
    "places.*.key": "resource",
    "travel.*.from": "place",
    "travel.*.to": "place",
    **{f"observations.*.sees.*.{kind}": kind for kind in ("bus", "load", "switch", "source", "function", "store")},
    "observations.*.shown_at": "place",
    "observations.*.needs": "supply",
    "channels.*.needs": "supply",
    "modes.*.open": "switch",
    "modes.*.closed": "switch",
    "modes.*.out_of_service": "outage",
    "modes.*.disabled": "disabled",
    "modes.*.earthed": "earth",
}
_CARD = {
    "activation.by": "role",
    "steps.*.by": "role",
    "steps.*.by.operator": "role",
    "steps.*.by.supervisor": "role",
    "steps.*.place": "place",
    "steps.*.uses": "resource",
    "steps.*.find.among": "switch",
    "steps.*.for_each.devices": "for-each",
    "steps.*.for_each.places": "place",
    "steps.*.for_each.pool": "role",
    "steps.*.for_each.after": "step",
    "steps.*.options.*.steps": "step",
    "steps.*.after": "step",
    "steps.*.after.any": "step",
    "steps.*.tells.*.to": "role",
    "steps.*.tells.*.facts": "fact",
    "steps.*.tells.*.channel": "channel",
    "steps.*.on_failure.steps": "step",
}
_PLAN = {
    "actors.*.held_by": "person",
    "permits.*.covers": "permitted",
    "permits.*.from": "role",
    "permits.*.channel": "channel",
    "permits.*.steps": "step",
    "orders.*.binds": "step",
    "orders.*.written_by": "role",
    "orders.*.checked_by": "role",
    "tiers.*.loads": "load",
    "contact_tree.*.from": "role",
    "contact_tree.*.to": "role",
    "contact_tree.*.channels": "channel",
    "report_limits.*.to": "role",
    "resources.*.brings": "brought",
    "resources.*.from": "role",
    "resources.*.place": "place",
    **{f"{card}.{pattern}": what for card in ("cards.*", "restoration") for pattern, what in _CARD.items()},
}
_CONDITIONS = (
    "trigger", "ends", "steps.*.when", "steps.*.requires.*", "steps.*.success_check", "steps.*.until",
    "steps.*.options.*.when",
)  # fmt: skip
_PATTERNS = {"customer": _CUSTOMER, "site": _SITE, "plan": _PLAN}
_ROWS = {"devices": "switch", "elements": "branch-or-bus", "loads": "load"}
"""Sections of site.yaml whose keys are rows of the network."""


class Reference(NamedTuple):
    """One id where it is used."""

    file: str
    path: Path
    id: str
    what: str


def reference_problems(around: Around) -> Iterator[Problem]:
    """Every reference that leads nowhere, or to something of another kind."""
    for each in references(around):
        if around.register is None and number_of_entry(each.id) is not None:
            continue  # an entry of the register, which does not lie beside a kept version of the plan
        wrong = misled(around, each.id, each.what)
        if wrong is not None:
            yield around.problem(each.file, each.path, *wrong)


def misled(around: Around, name: str, what: str) -> tuple[str, Facts] | None:
    """Return code and facts of the problem with an id where `what` is asked for; None where it leads there."""
    if name not in around.kinds:
        return "no-such-id", _no_such(around, name, what)
    if not set(around.kinds[name]) & set(_KINDS[what]):
        return "wrong-kind", facts(id=name, found=around.kinds[name][-1], what=what)
    return None


def id_twice_problems(around: Around) -> Iterator[Problem]:
    """Ids declared more than once: a reference carries no kind, so it could not tell them apart."""
    first: dict[str, str] = {}
    for each in around.declared:
        line = around.file(each.file).line_of(each.path)
        where = f"{around.file(each.file).name}:{line}" if line else around.file(each.file).name
        if each.id in first:
            yield around.problem(each.file, each.path, "id-twice", facts(id=each.id, first=first[each.id]))
        first.setdefault(each.id, where)


def references(around: Around) -> Iterator[Reference]:
    """Every use of an id, in file order of the table."""
    for file, patterns in _PATTERNS.items():
        for pattern, what in patterns.items():
            for path, name in leaves(around.tree(file), pattern):
                yield Reference(file, path, name, what)
    yield from _row_keys(around)
    yield from _needs(around)
    yield from _conditions(around)


def matches(tree: Tree, pattern: str) -> Iterator[tuple[Path, Tree]]:
    """Every place of `tree` that fits `pattern`, with what stands there."""
    found: list[tuple[Path, Tree]] = [((), tree)]
    for part in pattern.split("."):
        found = [inner for path, node in found for inner in _step(path, node, part)]
    yield from found


def _step(path: Path, node: Tree, part: str) -> Iterator[tuple[Path, Tree]]:
    if isinstance(node, dict):
        keys = node if part == "*" else (part,) if part in node else ()
        for key in keys:
            yield (*path, key), node[key]
    elif isinstance(node, list) and part == "*":
        for position, each in enumerate(node):
            yield (*path, position), each


def leaves(tree: Tree, pattern: str) -> Iterator[tuple[Path, str]]:
    """Yield every id that stands at `pattern`, alone or in a list, with its path."""
    for path, node in matches(tree, pattern):
        yield from _ids(path, node)


def _ids(path: Path, node: Tree) -> Iterator[tuple[Path, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, list):
        for position, each in enumerate(node):
            if isinstance(each, str):
                yield (*path, position), each


def _row_keys(around: Around) -> Iterator[Reference]:
    for section, what in _ROWS.items():
        for name in getattr(around.dossier.site, section):
            yield Reference("site", (section, name), name, what)
    for name, source in around.dossier.site.sources.items():
        if source.kind == "feeder":
            yield Reference("site", ("sources", name), name, "source")
    for mode, each in around.dossier.site.modes.items():
        for key, what in (("set", "for-each"), ("positions", "switch")):
            yield from (Reference("site", ("modes", mode, key, name), name, what) for name in getattr(each, key))


def _needs(around: Around) -> Iterator[Reference]:
    pending = list(matches(around.tree("site"), "functions.*.needs"))
    for path, node in pending:
        if isinstance(node, str):
            yield Reference("site", path, node, "need")
        elif isinstance(node, dict):
            for kind in ("load", "function", "source", "store", "ref"):
                what = "need" if kind == "ref" else kind
                for inner, name in _ids((*path, kind), node.get(kind, [])):
                    yield Reference("site", inner, name, what)
            pending.extend(_parts(path, node))


def _conditions(around: Around) -> Iterator[Reference]:
    patterns = [f"{card}.{at}" for card in ("cards.*", "restoration") for at in _CONDITIONS]
    for path, name, what in in_conditions(around.tree("plan"), patterns):
        yield Reference("plan", path, name, what)


def in_conditions(tree: Tree, patterns: Iterable[str]) -> Iterator[tuple[Path, str, str]]:
    """Yield every id in the conditions that stand at `patterns`, with its path and what is asked for there."""
    pending = [each for pattern in patterns for each in matches(tree, pattern)]
    for path, node in pending:
        if not isinstance(node, dict):
            continue
        for kind in STATES:
            what = {"message": "step", "element": "branch-or-bus"}.get(kind, kind)
            yield from ((inner, name, what) for inner, name in _ids((*path, kind), node.get(kind, [])))
        yield from ((inner, name, "role") for inner, name in _ids((*path, "from"), node.get("from", [])))
        pending.extend(_parts(path, node))


def _parts(path: Path, node: dict[str, Tree]) -> Iterator[tuple[Path, Tree]]:
    """The parts of `all`, `any` and `not`."""
    for key in ("all", "any"):
        part = node.get(key)
        if isinstance(part, list):
            yield from (((*path, key, position), each) for position, each in enumerate(part))
    if "not" in node:
        yield (*path, "not"), node["not"]


def _no_such(around: Around, name: str, what: str) -> Facts:
    kinds = _KINDS[what]
    known = around.ids(kinds)
    shown = ", ".join(known[:12]) + (" …" if len(known) > 12 else "")
    return facts(id=name, what=what, near=around.near(name, kinds), known=shown or "–")
