"""The parts of site.yaml that contradict one another or the network: transfers and sources at buses where they cannot
work, tanks that fill from one another, functions that need themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from drillsim.errors import Problem, facts
from drillsim.files.rule.around import Around
from drillsim.files.rule.circle import circles
from drillsim.schema import Ats, BusTieTransfer, Genset, Sts, Switch, Ups, rated_kw


def transfer_problems(around: Around) -> Iterator[Problem]:
    """Automatic transfers whose switches do not meet where they would have to."""
    ends = _ends(around)
    for name, transfer in around.dossier.site.transfers.items():
        code, told = _ats(transfer, ends) if isinstance(transfer, Ats | Sts) else _bus_tie(transfer, ends)
        if code:
            yield around.problem("site", ("transfers", name), code, facts(id=name, **told))


def _ends(around: Around) -> dict[str, frozenset[str]]:
    """Buses each switch touches; at a branch only the bus it stands at."""
    return {row.name: _touched(row) for row in around.dossier.network.switch}


def _touched(row: Switch) -> frozenset[str]:
    return frozenset({row.bus, row.element} if row.et == "b" else {row.bus})


def _ats(transfer: Ats | Sts, ends: Mapping[str, frozenset[str]]) -> tuple[str, dict[str, str]]:
    pair = {"one": transfer.normal, "other": transfer.standby}
    if transfer.normal == transfer.standby:
        return "transfer-one-switch", pair
    if transfer.normal in ends and transfer.standby in ends and not ends[transfer.normal] & ends[transfer.standby]:
        return "transfer-no-common-bus", pair
    return "", {}


def _bus_tie(transfer: BusTieTransfer, ends: Mapping[str, frozenset[str]]) -> tuple[str, dict[str, str]]:
    one, other = transfer.incomers
    if one == other or transfer.tie in (one, other):
        return "transfer-one-switch", {"one": one, "other": transfer.tie if one != other and transfer.tie else other}
    if one not in ends or other not in ends:
        return "", {}
    if transfer.tie is None:
        return ("", {}) if ends[one] & ends[other] else ("transfer-no-common-bus", {"one": one, "other": other})
    tie = ends.get(transfer.tie, frozenset())
    joins = any(a in ends[one] and b in ends[other] for a in tie for b in tie if a != b)
    if tie and not joins:
        return "tie-joins-other-buses", {"tie": transfer.tie, "one": one, "other": other}
    return "", {}


def source_problems(around: Around) -> Iterator[Problem]:
    """Gensets whose breaker stands elsewhere; UPSs that feed their own input."""
    ends = _ends(around)
    for name, source in around.dossier.site.sources.items():
        path = ("sources", name)
        if isinstance(source, Genset) and source.breaker in ends and source.bus not in ends[source.breaker]:
            touched = ", ".join(sorted(ends[source.breaker]))
            told = facts(id=name, bus=source.bus, breaker=source.breaker, buses=touched)
            yield around.problem("site", (*path, "breaker"), "breaker-not-at-terminal", told)
        if isinstance(source, Ups) and source.input == source.output:
            yield around.problem("site", (*path, "output"), "ups-one-bus", facts(id=name, bus=source.input))


def mode_problems(around: Around) -> Iterator[Problem]:
    """Modes that want a switch open and closed."""
    for name, mode in around.dossier.site.modes.items():
        for switch in mode.open:
            if switch in mode.closed:
                yield around.problem("site", ("modes", name), "mode-both", facts(id=switch, mode=name))


def profile_problems(around: Around) -> Iterator[Problem]:
    """Loads with a profile that is not declared."""
    profiles = around.dossier.site.profiles
    for name, load in around.dossier.site.loads.items():
        if load.profile is not None and load.profile not in profiles:
            told = facts(id=load.profile, known=", ".join(profiles) or "–")
            yield around.problem("site", ("loads", name, "profile"), "no-such-profile", told)


def store_problems(around: Around) -> Iterator[Problem]:
    """Tanks fuller than full, with levels that never let the pump stop, or filled from themselves."""
    stores = around.dossier.site.stores
    for name, store in stores.items():
        if store.level_l > store.capacity_l:
            told = facts(id=name, level=f"{store.level_l:g}", capacity=f"{store.capacity_l:g}")
            yield around.problem("site", ("stores", name, "level_l"), "store-overfull", told)
        for position, inflow in enumerate(store.in_):
            if inflow.starts_below_percent >= inflow.stops_above_percent:
                yield around.problem("site", ("stores", name, "in", position), "inflow-levels", facts(id=name))
    drawn = {name: [each.from_ for each in store.in_ if each.from_] for name, store in stores.items()}
    yield from _circles(around, drawn, "stores", "in", "store-circle")


def function_problems(around: Around) -> Iterator[Problem]:
    """Functions that need each other in a circle: none of them could ever start."""
    functions = around.dossier.site.functions
    needed = {name: [leaf.subject for leaf in each.needs.leaves() if leaf.subject] for name, each in functions.items()}
    yield from _circles(around, needed, "functions", "needs", "function-circle")


def need_problems(around: Around) -> Iterator[Problem]:
    """Needs for more kW than all that they name could give."""
    rated = rated_kw(around.dossier)
    for name, function in around.dossier.site.functions.items():
        for need in function.needs.parts():
            most = sum((rated.get(part.subject or "", 0.0) for part in need.any_), 0.0)
            if need.kw is not None and most < need.kw:
                told = facts(id=name, kw=f"{need.kw:g}", most=f"{most:g}")
                yield around.problem("site", ("functions", name, "needs"), "need-kw-beyond", told)


def _circles(around: Around, edges: Mapping[str, list[str]], section: str, key: str, code: str) -> Iterator[Problem]:
    for circle in circles(edges):
        told = facts(circle=" → ".join((*circle, circle[0])), functions=" → ".join((*circle, circle[0])))
        yield around.problem("site", (section, circle[0], key), code, told)


def way_problems(around: Around) -> Iterator[Problem]:
    """Ways given twice, or from a place to itself."""
    given: set[tuple[str, str]] = set()
    for position, way in enumerate(around.dossier.site.travel):
        if way.from_ == way.to:
            yield around.problem("site", ("travel", position), "way-to-itself", facts(place=way.to))
        elif (way.from_, way.to) in given:
            yield around.problem("site", ("travel", position), "way-twice", facts(one=way.from_, other=way.to))
        given.add((way.from_, way.to))


RULES: tuple[Callable[[Around], Iterator[Problem]], ...] = (
    transfer_problems,
    source_problems,
    mode_problems,
    profile_problems,
    store_problems,
    function_problems,
    need_problems,
    way_problems,
)
"""Every rule of this file."""
