"""Writes plans/oberrhein-waterworks/network.json: pandapower's own mv_oberrhein with a water works between its halves.

    python tests/helpers/build_oberrhein.py

The public part (BSD-3-Clause, see LICENSE-pandapower.txt beside the file) keeps every figure; it only gets ids that fit
(`Bus 135` becomes `Bus-135`) and an assumed fault level. Its 153 static generators, at zero in the high-load case that
is used, are left out. Everything named after the station is ours and assumed.
"""

from __future__ import annotations

from pathlib import Path

import pandapower as pp
from pandapower.networks import mv_oberrhein

TARGET = Path(__file__).parents[2] / "plans" / "oberrhein-waterworks" / "network.json"
RING = {"201": "Bus-135", "202": "Bus-141"}
"""Incomer and the ring node it hangs on: the two ends of a line that is open in normal operation, fed from the two
110/20 kV stations."""
STATION_TYPE = "0.63 MVA 20/0.4 kV"
PUBLIC = "pandapower mv_oberrhein"
OWN = "assumed"
SOURCED = ("bus", "line", "trafo", "load")
FAULT_LEVEL = {
    "s_sc_max_mva": 4000.0,
    "rx_max": 0.1,
    "source": "assumed: usual fault level of a 110 kV bus; R/X 0.1 as IEC 60909-0 where nothing is known",
}


def main() -> None:
    """Builds and writes the file."""
    net = mv_oberrhein()
    _name(net)
    for key, value in FAULT_LEVEL.items():
        net.ext_grid[key] = value
    net.sgen.drop(net.sgen.index, inplace=True)
    public = {table: len(net[table]) for table in SOURCED}
    _station(net)
    for table, rows in public.items():
        net[table]["source"] = [PUBLIC] * rows + [OWN] * (len(net[table]) - rows)
    for used in net.trafo.std_type[: public["trafo"]].unique():
        net.std_types["trafo"][used]["source"] = PUBLIC
    for table in [name for name in net if name.startswith("res_")]:
        net[table].drop(net[table].index, inplace=True)
    pp.to_json(net, str(TARGET))
    text = TARGET.read_text(encoding="utf-8")
    TARGET.write_text(text.rstrip() + "\n", encoding="utf-8", newline="\n")


def _name(net: pp.pandapowerNet) -> None:
    for table in ("bus", "line", "trafo", "switch", "load", "ext_grid"):
        net[table]["name"] = [name.replace(" ", "-").replace("/", "-") for name in net[table].name]


def _station(net: pp.pandapowerNet) -> None:
    at = {name: index for index, name in net.bus.name.items()}
    station_type = pp.load_std_type(pp.create_empty_network(), STATION_TYPE, "trafo")
    pp.create_std_type(net, station_type, STATION_TYPE, "trafo")
    for name in ("201-line", "202-line", "20kV-I", "20kV-II"):
        at[name] = pp.create_bus(net, 20.0, name=name)
    for name in ("0.4kV-I", "0.4kV-II", "em-0.4kV", "gen-0.4kV", "gen-board-0.4kV", "control-0.4kV"):
        at[name] = pp.create_bus(net, 0.4, name=name)
    for number, ring in RING.items():
        line = pp.create_line(
            net, at[ring], at[f"{number}-line"], 0.6, "NA2XS2Y 1x185 RM/25 12/20 kV", name=f"cable-{number}"
        )
        pp.create_switch(net, at[ring], line, et="l", type="LBS", name=f"ring-{number}")
    _switches(net, at)
    for name, (bus, p_mw, q_mvar) in LOADS.items():
        pp.create_load(net, at[bus], p_mw, q_mvar, name=name)


LOADS = {
    "raw-pumps": ("0.4kV-I", 0.110, 0.055),
    "high-lift-1": ("0.4kV-I", 0.200, 0.097),
    "high-lift-2": ("0.4kV-II", 0.200, 0.097),
    "filters": ("0.4kV-II", 0.060, 0.030),
    "offices": ("0.4kV-II", 0.040, 0.013),
    "disinfection": ("em-0.4kV", 0.060, 0.020),
    "booster-pump": ("em-0.4kV", 0.075, 0.036),
    "drainage": ("em-0.4kV", 0.015, 0.007),
    "control-room": ("control-0.4kV", 0.006, 0.002),
}
"""The station's loads: bus, MW, Mvar. All assumed."""


def _switches(net: pp.pandapowerNet, at: dict[str, int]) -> None:
    def breaker(name: str, one: str, other: int, et: str = "b", *, closed: bool = True) -> None:
        pp.create_switch(net, at[one], other, et=et, type="CB", closed=closed, name=name)

    for number, section in (("201", "I"), ("202", "II")):
        breaker(number, f"{number}-line", at[f"20kV-{section}"])
    breaker("200", "20kV-I", at["20kV-II"], closed=False)
    for trafo, section, low in (("T1", "I", "401"), ("T2", "II", "402")):
        index = pp.create_transformer(net, at[f"20kV-{section}"], at[f"0.4kV-{section}"], STATION_TYPE, name=trafo)
        breaker(f"20{3 if section == 'I' else 4}", f"20kV-{section}", index, "t")
        breaker(low, f"0.4kV-{section}", index, "t")
    breaker("400", "0.4kV-I", at["0.4kV-II"], closed=False)
    breaker("411", "0.4kV-I", at["em-0.4kV"])
    breaker("412", "gen-board-0.4kV", at["em-0.4kV"], closed=False)
    breaker("G1", "gen-0.4kV", at["gen-board-0.4kV"], closed=False)


if __name__ == "__main__":
    main()
