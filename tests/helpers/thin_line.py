"""A customer whose standby line cannot carry them: once the bus tie has moved their load over, no voltage can be found.

north -- 101 -- A (mill 3 MW) -- 100 (open, closes by itself) -- B (office 0.2 MW) -- 102 -- thin line -- south
annex -- 103 -- C (gate 0.1 MW), which nothing of this reaches
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_NETWORK = """format: 1
bus: [{name: N, vn_kv: 10}, {name: S, vn_kv: 10}, {name: X, vn_kv: 10}, {name: A, vn_kv: 10}, {name: B, vn_kv: 10},
      {name: far, vn_kv: 10}, {name: C, vn_kv: 10}]
ext_grid:
  - {name: north, bus: N, s_sc_max_mva: 300, rx_max: 0.1}
  - {name: south, bus: S, s_sc_max_mva: 300, rx_max: 0.1}
  - {name: annex, bus: X, s_sc_max_mva: 300, rx_max: 0.1}
line:
  - {name: thin-line, from_bus: S, to_bus: far, length_km: 25, r_ohm_per_km: 0.9, x_ohm_per_km: 0.36, c_nf_per_km: 10,
     max_i_ka: 0.17}
switch:
  - {name: "101", bus: N, element: A, et: b, closed: true}
  - {name: "102", bus: far, element: B, et: b, closed: true}
  - {name: "100", bus: A, element: B, et: b, closed: false}
  - {name: "103", bus: X, element: C, et: b, closed: true}
load: [{name: mill, bus: A, p_mw: 3, q_mvar: 0.6}, {name: office, bus: B, p_mw: 0.2}, {name: gate, bus: C, p_mw: 0.1}]
"""
_SITE = """format: 1
sources:
  north: {kind: feeder, role: main_source, failures_per_year: 0.5, outage: 1 h}
  south: {kind: feeder, role: standby_source, failures_per_year: 0.5, outage: 1 h}
  annex: {kind: feeder, role: standby_source, failures_per_year: 0.5, outage: 30 s}
transfers: {bzt: {kind: bus_tie_transfer, incomers: ["101", "102"], tie: "100"}}
places: {duty-room: {}}
observations: {panel: {sees: [{source: [north]}], shown_at: duty-room}}
channels: {phone: {}}
loads:
"""
_CUSTOMER = """format: 1
id: mill
name: {zh: 磨坊, en: Mill}
industry: other
importance: {level: none}
people:
  wang: {name: {zh: 王, en: Wang}, side: customer, shifts: [{from: "00:00", to: "24:00", place: duty-room}]}
"""
_PLAN = """format: 1
id: P-mill
version: "1"
status: draft
languages: [en, zh]
actors: {duty: {name: {zh: 值班员, en: Duty}, side: customer, held_by: [wang]}}
cards:
  - id: C1
    title: {zh: 电源失电, en: Source lost}
    trigger: {source: [north], is: dead}
    activation: {by: duty, decide: 30 s}
    steps: [{id: S1, text: {zh: 报告, en: Report}, do: report, by: duty, takes: 1 min}]
"""
LOADS = ("mill", "office", "gate")


def thin_line(place: Path, limited: Sequence[str], more_mw: float = 0.0) -> Path:
    """The folder `mill` below `place`; the loads in `limited` may be without supply for a minute, and `more_mw` are
    drawn at the end of the thin line besides."""
    folder = place / "mill"
    folder.mkdir()
    stated = "\n".join(f"  {name}: {{{'max_interruption: 1 min' if name in limited else ''}}}" for name in LOADS)
    network = _NETWORK.replace("p_mw: 0.2}", f"p_mw: {0.2 + more_mw}}}")
    files = {"customer": _CUSTOMER, "network": network, "site": _SITE + stated + "\n", "plan": _PLAN}
    for name, words in files.items():
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8", newline="\n")
    return folder
