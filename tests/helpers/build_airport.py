"""Writes plans/airport/network.yaml, and in plans/airport/site.yaml the blocks that repeat for every substation.

    python tests/helpers/build_airport.py

What stands in each substation and where it hangs is the table of `airport_table.py`. Blocks of site.yaml lie between
`# <substations: …>` and `# </substations>`; the rest of that file is written by hand. Figures are assumed unless a
row says otherwise; nothing here is the data of a real airport.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.airport_table import BACKED, EAST, HALVES, RINGS, SOUTH, Backed, Substation, substations

FOLDER = Path(__file__).parents[2] / "plans" / "airport"
VOLTAGE = "GB/T 156 nominal voltage"
POWER_FACTOR = 0.33
"""Mvar a MW: power factor 0.95, assumed."""
CABLE_10 = "NA2XS2Y 1x240 RM/25 6/10 kV"
CABLE_110 = "N2XS(FL)2Y 1x240 RM/35 64/110 kV"
SUBS = substations()
BY_LOAD = {sub.load: sub for sub in SUBS}
FEEDERS = (*(name for name in RINGS if name.startswith("N")), *EAST, *SOUTH)
HEAD = """\
# 临江国际机场(示例)一次接线 | Linjiang International Airport (example): single-line diagram as data.
# Written by tests/helpers/build_airport.py from tests/helpers/airport_table.py: change those, not this file.
#
#  220/110 kV North substation            110 kV East           110 kV South
#   === N-220 ================              === E-110 ===         === S-110 ===
#   2201  2202  2203                            |                     |
#   SGT1  SGT2  SGT3  (one yard)               121                   131
#   1101  1102  1103                            |                     |
#   === N-110 ================             cable-east            cable-south
#        111                                    |                     |
#     cable-north                               |                     |
#   TN1      TN2     40 MVA 110/10 kV       TE1    TE2            TS1    TS2
#   === N-10kV ===============             === E-10kV ===        === S-10kV ===
#   NF01 .. NF11  rings                     EF01 .. EF06          SF01 .. SF06
#
#  Every substation NN (sub-NN):  ring ---[NN-N]--- sub-NN-hv ---[NN-A]--- feeder of another intake (open)
#                                                       |
#                                                     [NN-T]  transformer NN-tr  sub-NN-lv  load
#
# Intake North feeds 42 substations (the A half of the terminals, airfield, services); East and South feed the B halves,
# which are lumped on their feeders, and three substations each. Nothing changes over by itself between intakes.
# Demand 44 MW in all: 40-50 MW is the usual estimate for an airport of this size, own knowledge, unverified.
format: 1
"""


def main() -> None:
    """Builds and writes both files."""
    (FOLDER / "network.yaml").write_text(network_text(), encoding="utf-8", newline="\n")
    site = FOLDER / "site.yaml"
    site.write_text(site_text(site.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


# -- network.yaml ------------------------------------------------------------------------------------------------------
def network_text() -> str:
    """Return the text of network.yaml."""
    tables = {"bus": _buses, "ext_grid": _grids, "line": _lines, "trafo": _trafos, "switch": _switches, "load": _loads}
    return HEAD + "\n".join(f"{name}:\n" + "\n".join(rows()) + "\n" for name, rows in tables.items())


def _bus(name: str, kv: str, note: str = "") -> str:
    remark = f"  # {note}" if note else ""
    return f"  - {{name: {name}, vn_kv: {kv}, source: {VOLTAGE}}}{remark}"


def _buses() -> Iterator[str]:
    yield "  # the utility's side, and the three intakes"
    yield _bus("N-220", "220", "220/110 kV North substation")
    yield _bus("N-110", "110")
    yield _bus("N-111", "110", "behind line breaker 111")
    yield _bus("N-in", "110", "cable end at the airport")
    yield _bus("N-10kV", "10", "intake North")
    for side, number, words in (("E", "121", "East"), ("S", "131", "South")):
        yield _bus(f"{side}-110", "110", f"110 kV {words} substation")
        yield _bus(f"{side}-{number}", "110")
        yield _bus(f"{side}-in", "110")
        yield _bus(f"{side}-10kV", "10", f"intake {words}")
    yield "  # ends of the feeders, where substations are tapped off"
    yield from (_bus(f"{name}-ring", "10") for name in FEEDERS)
    yield "  # substations"
    for sub in SUBS:
        yield _bus(f"{sub.id}-hv", "10", sub.words[1])
        yield _bus(f"{sub.id}-lv", "0.4")
    yield "  # behind UPSs, and boards of gensets"
    for each in BACKED:
        if each.genset:
            yield _bus(f"{each.key}-em", "0.4", f"{each.words[1]}, emergency board")
            yield _bus(f"{each.key}-gen", "0.4")
            yield _bus(f"{each.key}-board", "0.4")
        yield _bus(f"{each.key}-ups", "0.4", f"{each.words[1]}, UPS output")


def _grids() -> Iterator[str]:
    assumed = "assumed, usual fault level of a {} kV bus"
    yield f'  - {{name: north, bus: N-220, s_sc_max_mva: 10000, rx_max: 0.1, source: "{assumed.format(220)}"}}'
    yield f'  - {{name: east, bus: E-110, s_sc_max_mva: 4000, rx_max: 0.1, source: "{assumed.format(110)}"}}'
    yield f'  - {{name: south, bus: S-110, s_sc_max_mva: 4000, rx_max: 0.1, source: "{assumed.format(110)}"}}'


def _line(name: str, start: str, end: str, km: float, kind: str, parallel: int = 1) -> str:
    more = f", parallel: {parallel}" if parallel > 1 else ""
    return (
        f"  - {{name: {name}, from_bus: {start}, to_bus: {end}, length_km: {km:g}, std_type: {kind}{more}, "
        f'source: "length assumed; type from pandapower\'s standard types"}}'
    )


def _lines() -> Iterator[str]:
    yield _line("cable-north", "N-111", "N-in", 6, CABLE_110)
    yield _line("cable-east", "E-121", "E-in", 9, CABLE_110)
    yield _line("cable-south", "S-131", "S-in", 8, CABLE_110)
    for number, name in enumerate(FEEDERS):
        yield _line(f"cable-{name}", f"{name[0]}-10kV", f"{name}-ring", 1.2 + 0.3 * (number % 5), CABLE_10)


def _trafo(name: str, high: str, low: str, kind: str) -> str:
    return (
        f"  - {{name: {name}, hv_bus: {high}, lv_bus: {low}, std_type: {kind}, "
        f'source: "rating assumed; see the type\'s own source"}}'
    )


def _trafos() -> Iterator[str]:
    yield "  # three supergrid transformers in one yard, then two transformers an intake"
    for number in (1, 2, 3):
        yield _trafo(f"SGT{number}", "N-220", "N-110", "100 MVA 220/110 kV")
    for side in "NES":
        for number in (1, 2):
            yield _trafo(f"T{side}{number}", f"{side}-in", f"{side}-10kV", "40 MVA 110/10 kV")
    for sub in SUBS:
        yield _trafo(f"{sub.stem}-tr", f"{sub.id}-hv", f"{sub.id}-lv", sub.kind.trafo)


def _switch(name: str, bus: str, element: str, et: str = "b", *, closed: bool = True, kind: str = "CB") -> str:
    return (
        f"  - {{name: {name}, bus: {bus}, element: {element}, et: {et}, type: {kind}, closed: {str(closed).lower()}}}"
    )


def _switches() -> Iterator[str]:
    for number in (1, 2, 3):
        yield _switch(f'"220{number}"', "N-220", f"SGT{number}", "t")
        yield _switch(f'"110{number}"', "N-110", f"SGT{number}", "t")
    for side, head in (("N", "111"), ("E", "121"), ("S", "131")):
        yield _switch(f'"{head}"', f"{side}-110", f"{side}-{head}")
        for trafo in (1, 2):
            yield _switch(f"T{side}{trafo}-H", f"{side}-in", f"T{side}{trafo}", "t")
            yield _switch(f"T{side}{trafo}-L", f"{side}-10kV", f"T{side}{trafo}", "t")
    yield "  # heads of the feeders"
    yield from (_switch(name, f"{name[0]}-10kV", f"cable-{name}", "l") for name in FEEDERS)
    yield "  # substations: incomer in normal operation, incomer of another intake, transformer"
    for sub in SUBS:
        yield _switch(f"{sub.stem}-N", f"{sub.normal}-ring", f"{sub.id}-hv", kind="LBS")
        yield _switch(f"{sub.stem}-A", f"{sub.other}-ring", f"{sub.id}-hv", closed=False, kind="LBS")
        yield _switch(f"{sub.stem}-T", f"{sub.id}-hv", f"{sub.stem}-tr", "t")
    yield "  # boards of the gensets"
    for each in BACKED:
        if each.genset:
            behind = BY_LOAD[each.behind]
            yield _switch(f"{each.key}-1", f"{behind.id}-lv", f"{each.key}-em")
            yield _switch(f"{each.key}-2", f"{each.key}-board", f"{each.key}-em", closed=False)
            yield _switch(f"{each.key}-G", f"{each.key}-gen", f"{each.key}-board", closed=False)


def _load(name: str, bus: str, kw: int, note: str) -> str:
    mw = kw / 1000
    return f"  - {{name: {name}, bus: {bus}, p_mw: {mw:g}, q_mvar: {mw * POWER_FACTOR:.3g}, source: assumed}}  # {note}"


def _loads() -> Iterator[str]:
    for ring in RINGS:
        yield f"  # {ring}"
        for sub in SUBS:
            if sub.normal == ring:
                yield _load(sub.load, f"{sub.id}-lv", sub.kind.kw, sub.words[1])
    yield "  # with a supply of their own"
    yield from (_load(each.key, f"{each.key}-ups", each.kw, each.words[1]) for each in BACKED)
    yield "  # what East and South carry all the time"
    yield from (_load(name, f"{feeder}-ring", kw, words[1]) for feeder, (name, words, kw) in HALVES.items())


# -- blocks of site.yaml -----------------------------------------------------------------------------------------------
def site_text(text: str) -> str:
    """`text` with every block between the marks written anew."""
    for block, rows in BLOCKS.items():
        start, end = f"  # <substations: {block}>\n", "  # </substations>\n"
        before, found, rest = text.partition(start)
        assert found, f"site.yaml has no block {block}"
        _, found, after = rest.partition(end)
        assert found, f"block {block} of site.yaml has no end"
        text = before + start + "\n".join(rows()) + "\n" + end + after
    return text


def _named(words: tuple[str, str]) -> str:
    return f'{{zh: {words[0]}, en: "{words[1]}"}}'


def _device(name: str, words: tuple[str, str], place: str, kind: str, more: str = "") -> str:
    return f"  {name}: {{label: {_named(words)}, kind: {kind}, place: {place}{more}}}"


def _devices() -> Iterator[str]:
    for sub in SUBS:
        n = sub.stem
        yield _device(
            f"{n}-N", (f"{n}号站正常进线{n}-N开关", f"Substation {n}, normal incomer {n}-N"), sub.id, "load_switch"
        )
        yield _device(
            f"{n}-A", (f"{n}号站备用进线{n}-A开关", f"Substation {n}, alternative incomer {n}-A"), sub.id, "load_switch"
        )
        yield _device(
            f"{n}-T", (f"{n}号站变压器{n}-T开关", f"Substation {n}, transformer breaker {n}-T"), sub.id, "breaker",
            ", trips: [{above_a: 160, after: 200 ms}, {above_a: 1200, after: 0 ms}], source: settings assumed",
        )  # fmt: skip


def _interlocks() -> Iterator[str]:
    for sub in SUBS:
        yield (
            f"  - {{of: [{sub.stem}-N, {sub.stem}-A], closed_at_most: 1, kind: key, "
            f'source: "one key a substation, so that two intakes are never joined; assumed"}}'
        )


def _load_facts() -> Iterator[str]:
    for sub in SUBS:
        yield (
            f'  {sub.load}: {{name: {_named(sub.words)}, grade: "{sub.kind.grade}", serves: {sub.kind.serves}, '
            f"profile: {sub.kind.profile}, place: {sub.id}}}"
        )


def _half_facts() -> Iterator[str]:
    for name, words, _ in HALVES.values():
        yield f'  {name}: {{name: {_named(words)}, grade: "2", profile: terminal}}'


def _zones() -> Iterator[str]:
    for sub in SUBS:
        n = sub.stem
        inside = f"{sub.id}-hv, {sub.id}-lv, {n}-N, {n}-A, {n}-T, {n}-tr"
        yield f"  house-{n}: {{name: {{zh: {n}号站, en: Substation {n}}}, contains: [{inside}], source: assumed}}"


def _places() -> Iterator[str]:
    for sub in SUBS:
        zh, en = sub.words
        words = (f"{sub.stem}号站({zh})", f"Substation {sub.stem} ({en})")
        yield f"  {sub.id}: {{name: {_named(words)}, zone: house-{sub.stem}, source: assumed}}"


def _travel() -> Iterator[str]:
    for sub in SUBS:
        yield f"  - {{from: {sub.hub}, to: {sub.id}, takes: {{median: 4 min, p90: 7 min}}, source: assumed}}"


BLOCKS: dict[str, Callable[[], Iterator[str]]] = {
    "devices": _devices,
    "interlocks": _interlocks,
    "loads": _load_facts,
    "halves": _half_facts,
    "zones": _zones,
    "places": _places,
    "travel": _travel,
}
"""Name of the block, and its lines."""


def fed_by_north() -> tuple[Substation, ...]:
    """Substations that lose their supply with intake North."""
    return tuple(sub for sub in SUBS if sub.normal.startswith("N"))


def backed(key: str) -> Backed:
    """Return the supply of its own under this id."""
    return next(each for each in BACKED if each.key == key)


if __name__ == "__main__":
    main()
