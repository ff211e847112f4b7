"""The four files of a customer, from one case of a reliability table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template

from drillsim.files.document import Tree
from drillsim.files.network_yaml import network_yaml
from drillsim.files.reliability.system import SOURCE, Device, System
from drillsim.texts import Lang
from drillsim.units import MS_PER, format_duration

_TEMPLATES = Path(__file__).parent
_ASSUMED = "assumed: large and stiff, so that neither voltage nor loading matters"
_NEVER = "failures_per_year: 0, source: the table"
_LINE_TYPE = {"r_ohm_per_km": "0.01", "x_ohm_per_km": "0.01", "c_nf_per_km": "0", "max_i_ka": "100", "source": _ASSUMED}


def texts_of(system: System, title: str, lang: Lang) -> dict[str, str]:
    """Name of each file, with what stands in it."""
    told = {
        "title": _quoted(title),
        "languages": "zh, en" if lang == "zh" else "en, zh",
        "devices": "\n".join(_devices(system)),
        "elements": "\n".join(_elements(system)),
        "sources": "\n".join(_sources(system)),
        "loads": "\n".join(_loads(system)),
        "opens": ", ".join(f"{{switch: {_quoted(name)}, is: open}}" for name in _tripping(system)),
        "branches": _listed(system.branch(branch) for branch in system.case.branches),
    }
    found = {
        name: Template((_TEMPLATES / name).read_text(encoding="utf-8")).substitute(told)
        for name in ("customer.yaml", "site.yaml", "plan.yaml")
    }
    return found | {"network.yaml": network_yaml(_network(system))}


def _network(system: System) -> dict[str, Tree]:
    return {
        "std_types": {"line": {"branch": {**_LINE_TYPE}}},
        "bus": _buses(system),
        "ext_grid": _feeders(system),
        "line": _lines(system),
        "switch": _switches(system),
        "load": _load_rows(system),
    }


def _buses(system: System) -> list[Tree]:
    return [{"name": name, "vn_kv": "10", "source": "assumed"} for name in _bus_names(system)]


def _bus_names(system: System) -> tuple[str, ...]:
    return (*map(system.bus, system.nodes()), *(f"{name}-bus" for name, _, _ in _supplies(system)))


def _feeders(system: System) -> list[Tree]:
    stiff = {"s_sc_max_mva": "10000", "rx_max": "0.1", "source": _ASSUMED}
    return [{"name": name, "bus": f"{name}-bus", **stiff} for name, _, _ in _supplies(system)]


def _lines(system: System) -> list[Tree]:
    return [
        {
            "name": system.branch(branch),
            "from_bus": system.bus(branch.u),
            "to_bus": system.bus(branch.v),
            "length_km": "0.01",
            "std_type": "branch",
        }
        for branch in system.case.branches
    ]


def _switches(system: System) -> list[Tree]:
    """The source's breaker closed, those of alternative supplies open, then the devices of the table."""
    heads: list[Tree] = [
        {"name": switch, "bus": f"{name}-bus", "element": bus, "et": "b", "type": "CB", "closed": _is(name == SOURCE)}
        for name, switch, bus in _supplies(system)
    ]
    return [*heads, *map(_switch, system.devices())]


def _is(so: bool) -> str:
    return "true" if so else "false"


def _load_rows(system: System) -> list[Tree]:
    return [
        {"name": name, "bus": system.bus(system.node_of(name)), "p_mw": f"{point.p_kw / 1000:.9g}"}
        for name, point in system.points.items()
    ]


def _switch(device: Device) -> Tree:
    kind = "CB" if device.protects else "LBS"
    return {"name": device.id, "bus": device.bus, "element": device.branch, "et": "l", "type": kind}


def _supplies(system: System) -> list[tuple[str, str, str]]:
    """Name, switch and bus of the source and of each alternative supply."""
    main = (SOURCE, f"{SOURCE}-breaker", system.bus(system.case.source_bus))
    return [main, *((f"supply-{n}", f"tie-{n}", system.bus(n)) for n in system.alternatives())]


def _tripping(system: System) -> Iterator[str]:
    yield f"{SOURCE}-breaker"
    yield from (device.id for device in system.devices() if device.protects)


def _devices(system: System) -> Iterator[str]:
    for name, switch, _ in _supplies(system):
        yield _device(switch, "breaker", 1.0 if name == SOURCE else system.case.transfer_works)
    for device in system.devices():
        kind = "load_switch" if not device.protects else "breaker" if device.works == 1 else "fuse"
        yield _device(device.id, kind, device.works)


def _device(name: str, kind: str, works: float) -> str:
    fails = f", fails_to_operate: {1 - works:.9g}" if works < 1 else ""
    return f"  {_quoted(name)}: {{kind: {kind}, place: system, operates_in: 1 ms{fails}}}"


def _elements(system: System) -> Iterator[str]:
    for branch in system.case.branches:
        times = f"repair: {_hours(branch.r)}, found_in: {_hours(branch.s)}"
        yield f"  {_quoted(system.branch(branch))}: {{failures_per_year: {branch.lam:.9g}, {times}}}"
    yield from (f"  {_quoted(name)}: {{{_NEVER}}}" for name in _bus_names(system))


def _sources(system: System) -> Iterator[str]:
    for name, switch, _ in _supplies(system):
        role = "main" if name == SOURCE else "standby"
        yield f"  {_quoted(name)}: {{kind: feeder, role: {role}_source, breaker: {_quoted(switch)}, {_NEVER}}}"


def _loads(system: System) -> Iterator[str]:
    yield from (f"  {_quoted(name)}: {{customers: {point.customers}}}" for name, point in system.points.items())


def _hours(hours: float) -> str:
    """To the millisecond."""
    seconds, ms = divmod(round(hours * MS_PER["h"]), MS_PER["s"])
    return format_duration(seconds * MS_PER["s"]) if not ms else f"{seconds} s {ms} ms"


def _listed(names: Iterator[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
