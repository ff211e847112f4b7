"""A SimBench network as a planner makes a customer of it: `init --network`, then devices and a card that restores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandapower as pp
import yaml

from helpers.in_process import drillsim_here

_STEPS = """  - id: C2
    title: {{zh: 线路跳闸, en: A line has tripped}}
    clause: "2"
    trigger: {{any: [{opens}]}}
    activation: {{by: duty-electrician, decide: 1 min}}
    steps:
      - {{id: T1, text: {{zh: 隔离故障, en: Isolate the fault}}, do: open, find: around_fault, takes: 1 min, by: {by}}}
      - {{id: T2, text: {{zh: 恢复送电, en: Close what opened}}, do: close, find: opened_by_fault, after: T1, by: {by},
         takes: 1 min}}
      - {{id: T3, text: {{zh: 转供, en: Close ties}}, do: close, find: ties, takes: 1 min, by: {by}, after: T2}}
"""
_SECOND = """  second: {name: {zh: 监护人, en: Second}, side: customer, held_by: [electrician-2]}
cards:
"""
_PERSON = """  electrician-2: {name: {zh: 电工, en: Electrician}, side: customer,
    shifts: [{from: "00:00", to: "24:00", place: duty-room}]}
"""


def simbench_net(code: str) -> pp.pandapowerNet:
    """SimBench's net `code`, as it is."""
    from simbench import get_simbench_net

    return get_simbench_net(code)


def simbench_customer(net: pp.pandapowerNet, place: Path) -> Path:
    """The folder `works` below `place`: around `net`, three loads with a limit, people who isolate and restore."""
    pp.to_json(net, str(place / "given.json"))
    folder = place / "works"
    made = drillsim_here("init", folder, "--network", place / "given.json", "--lang", "en")
    assert made.code == 0, made.errors
    network = yaml.safe_load((folder / "network.yaml").read_text(encoding="utf-8"))
    _edit(folder / "customer.yaml", ("people:\n", f"people:\n{_PERSON}"))
    _edit(folder / "site.yaml", ("zones:", f"devices:\n{_devices(network)}\nzones:"), *_limits(network))
    _edit(folder / "plan.yaml", ("cards:\n", _SECOND))
    with (folder / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write(_STEPS.format(opens=_opens(network), by="{operator: duty-electrician, supervisor: second}"))
    return folder


def _edit(path: Path, *pairs: tuple[str, str]) -> None:
    words = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in words
        words = words.replace(old, new, 1)
    path.write_text(words, encoding="utf-8")


def _limits(network: Any) -> list[tuple[str, str]]:
    return [(f'"{row["name"]}": {{}}', f'"{row["name"]}": {{max_interruption: 1 h}}') for row in network["load"][::40]]


def _devices(network: Any) -> str:
    return "\n".join(
        f'  "{row["name"]}": {{kind: {"load_switch" if row.get("type") == "LBS" else "breaker"}, place: duty-room,'
        f" remote: true, operates_in: 1 s}}"
        for row in network["switch"]
    )


def _opens(network: Any) -> str:
    breakers = (row["name"] for row in network["switch"] if row.get("type") != "LBS" and row["closed"])
    return ", ".join(f'{{switch: "{name}", is: open}}' for name in breakers)
