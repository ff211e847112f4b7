"""A small hospital and a journal written by hand: what documents are tested on without simulating anything.

E-end     W-end
 101       102
I-10kV 100 II-10kV
  T1        T2
I-0.4kV   II-0.4kV          gen-0.4kV
 | 411                        G1 | 412
 +---------- em-0.4kV -----------+
              | UPS -> icu-0.4kV
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from drillsim.journal.record import Journal, JournalWriter
from drillsim.schema.compiled import Compiled
from drillsim.schema.customer import Customer
from drillsim.schema.dossier import Case
from drillsim.schema.network import Network
from drillsim.schema.plan import Plan
from drillsim.schema.scenario import Scenario
from drillsim.schema.site import Site

MIN = 60_000
H = 60 * MIN

CUSTOMER: dict[str, Any] = {
    "format": 1,
    "id": "sample-hospital",
    "name": {"zh": "样例医院", "en": "Sample Hospital"},
    "industry": "hospital",
    "importance": {"level": "C1", "authority": "市经信局", "date": "2025-03-01"},
    "people": {
        "wang": {
            "name": {"zh": "王师傅", "en": "Wang"},
            "side": "customer",
            "shifts": [{"from": "22:00", "to": "08:00", "place": "duty-room"}],
        },
        "li": {
            "name": {"zh": "李工", "en": "Li"},
            "side": "customer",
            "shifts": [{"from": "22:00", "to": "08:00", "place": "duty-room"}],
        },
        "zhao": {
            "name": {"zh": "赵调度", "en": "Zhao"},
            "side": "utility",
            "shifts": [{"from": "00:00", "to": "24:00", "place": "dispatch"}],
        },
    },
}

NETWORK: dict[str, Any] = {
    "format": 1,
    "bus": [
        *({"name": name, "vn_kv": 10} for name in ("E-end", "W-end", "I-10kV", "II-10kV")),
        *({"name": name, "vn_kv": 0.4} for name in ("I-0.4kV", "II-0.4kV", "em-0.4kV", "gen-0.4kV", "icu-0.4kV")),
    ],
    "ext_grid": [
        {"name": "feeder-east", "bus": "E-end", "s_sc_max_mva": 250, "rx_max": 0.3},
        {"name": "feeder-west", "bus": "W-end", "s_sc_max_mva": 250, "rx_max": 0.3},
    ],
    "trafo": [
        {"name": "T1", "hv_bus": "I-10kV", "lv_bus": "I-0.4kV", "std_type": "0.63 MVA 10/0.4 kV"},
        {"name": "T2", "hv_bus": "II-10kV", "lv_bus": "II-0.4kV", "std_type": "0.63 MVA 10/0.4 kV"},
    ],
    "switch": [
        {"name": "101", "bus": "E-end", "element": "I-10kV", "et": "b"},
        {"name": "102", "bus": "W-end", "element": "II-10kV", "et": "b"},
        {"name": "100", "bus": "I-10kV", "element": "II-10kV", "et": "b", "closed": False},
        {"name": "401", "bus": "I-0.4kV", "element": "T1", "et": "t"},
        {"name": "402", "bus": "II-0.4kV", "element": "T2", "et": "t"},
        {"name": "411", "bus": "I-0.4kV", "element": "em-0.4kV", "et": "b"},
        {"name": "412", "bus": "gen-0.4kV", "element": "em-0.4kV", "et": "b", "closed": False},
    ],
    "load": [
        {"name": "lighting", "bus": "I-0.4kV", "p_mw": 0.08},
        {"name": "kitchen", "bus": "II-0.4kV", "p_mw": 0.1},
        {"name": "lifts", "bus": "II-0.4kV", "p_mw": 0.06},
        {"name": "theatre", "bus": "em-0.4kV", "p_mw": 0.05},
        {"name": "icu", "bus": "icu-0.4kV", "p_mw": 0.04},
    ],
}

SITE: dict[str, Any] = {
    "format": 1,
    "devices": {"101": {"label": "10kV I段进线101开关", "place": "hv-room"}, "412": {"place": "hv-room"}},
    "sources": {
        "feeder-east": {"kind": "feeder", "role": "main_source"},
        "feeder-west": {"kind": "feeder", "role": "standby_source"},
        "genset-1": {
            "kind": "genset",
            "bus": "gen-0.4kV",
            "breaker": "412",
            "rated_kw": 300,
            "fuel": "day-tank",
            "place": "gen-room",
            "called_by": ["ats-em"],
        },
        "ups-icu": {"kind": "ups", "input": "em-0.4kV", "output": "icu-0.4kV", "rated_kw": 60, "battery_kwh": 10},
    },
    "transfers": {"ats-em": {"kind": "ats", "normal": "411", "standby": "412"}},
    "loads": {
        "lighting": {"name": {"zh": "病房照明", "en": "Ward lighting"}, "grade": "2", "max_interruption": "15 min"},
        "kitchen": {"name": {"zh": "营养食堂", "en": "Kitchen"}},
        "lifts": {"name": {"zh": "电梯", "en": "Lifts"}, "grade": "2", "max_interruption": "1 h"},
        "theatre": {
            "name": {"zh": "手术部", "en": "Operating theatres"},
            "grade": "1S",
            "security": True,
            "max_interruption": "15 s",
            "min_supply_time": "24 h",
        },
        "icu": {
            "name": {"zh": "重症监护室", "en": "Intensive care"},
            "grade": "1S",
            "security": True,
            "max_interruption": "500 ms",
            "min_supply_time": "24 h",
        },
    },
    "functions": {
        "surgery": {
            "name": {"zh": "手术", "en": "Surgery"},
            "needs": {"load": "theatre", "rides": "5 min"},
            "max_interruption": "10 min",
            "harm": {"after": "20 min", "what": {"zh": "术中患者", "en": "Patients on the table"}},
            "restart": {"takes": "10 min"},
        },
        "intensive-care": {
            "name": {"zh": "重症监护", "en": "Intensive care service"},
            "needs": {"load": "icu", "rides": "2 min"},
            "max_interruption": "1 min",
        },
    },
    "stores": {"day-tank": {"holds": "fuel", "capacity_l": 900, "level_l": 900, "out": [{"to": "genset-1"}]}},
    "places": {
        "duty-room": {"name": {"zh": "值班室", "en": "Duty room"}},
        "hv-room": {"name": {"zh": "高压室", "en": "HV room"}},
        "gen-room": {"name": {"zh": "柴油机房", "en": "Generator room"}},
        "dispatch": {},
    },
    "travel": [
        {"from": "duty-room", "to": "hv-room", "takes": "3 min"},
        {"from": "hv-room", "to": "gen-room", "takes": "5 min"},
    ],
    "channels": {"phone": {"name": {"zh": "调度电话", "en": "Phone"}}},
}

PLAN: dict[str, Any] = {
    "format": 1,
    "id": "P-001",
    "version": "2.1",
    "status": "approved",
    "actors": {
        "duty-electrician": {
            "name": {"zh": "值班电工", "en": "Duty electrician"},
            "side": "customer",
            "held_by": ["wang"],
        },
        "second-electrician": {
            "name": {"zh": "第二值班电工", "en": "Second electrician"},
            "side": "customer",
            "held_by": ["li"],
        },
        "dispatcher": {"name": {"zh": "调度员", "en": "Dispatcher"}, "side": "utility", "held_by": ["zhao"]},
    },
    "permits": {
        "own-supply": {
            "covers": ["412"],
            "from": "dispatcher",
            "decides_in": "6 min",
            "channel": "phone",
            "clause": "4.2",
        }
    },
    "cards": [
        {
            "id": "card-blackout",
            "title": {"zh": "两路电源全失", "en": "Both feeders lost"},
            "clause": "9.2",
            "trigger": {"bus": "I-10kV", "is": "dead"},
            "activation": {"by": "duty-electrician"},
            "steps": [
                {
                    "id": "S01",
                    "clause": "9.2-1",
                    "text": {"zh": "检查两路进线确无电压", "en": "Check that both incomers are dead"},
                    "do": "check",
                    "by": "duty-electrician",
                    "place": "hv-room",
                },
                {
                    "id": "S02",
                    "clause": "9.2-2",
                    "text": {
                        "zh": "向调度报告全院失电并申请自备电源投运",
                        "en": "Report to dispatch and ask to use own supply",
                    },
                    "do": "request",
                    "target": "own-supply",
                    "by": "duty-electrician",
                    "after": "S01",
                },
                {
                    "id": "S03",
                    "clause": "9.2-3",
                    "text": {"zh": "手动启动柴油发电机", "en": "Start the genset by hand"},
                    "do": "start",
                    "target": "genset-1",
                    "by": {"operator": "duty-electrician", "supervisor": "second-electrician"},
                    "after": "S02",
                },
                {
                    "id": "S04",
                    "clause": "9.2-4",
                    "text": {"zh": "合上应急段 412 开关", "en": "Close 412 onto the emergency board"},
                    "do": "close",
                    "target": "412",
                    "by": "duty-electrician",
                    "after": "S03",
                },
                {
                    "id": "S05",
                    "clause": "9.2-5",
                    "text": {"zh": "答复许可", "en": "Answer the request"},
                    "do": "call",
                    "by": "dispatcher",
                },
            ],
        }
    ],
}

SCENARIO: dict[str, Any] = {
    "format": 1,
    "title": {
        "zh": "夜间两路电源全失,柴油机自启动失败",
        "en": "Both feeders lost at night, genset does not start by itself",
    },
    "start": {"date": "2026-07-15", "time": "02:30"},
    "horizon": "2 h",
    "events": [
        {"at": "0 s", "fault": "source_lost", "on": "feeder-east"},
        {"at": "0 s", "fault": "source_lost", "on": "feeder-west"},
        {"at": "0 s", "fault": "fails_to_start", "on": "genset-1", "attempts": "auto"},
    ],
    "expect": [{"load": {"security": True}, "verdict": "met"}],
}


def sample_dossier(site: dict[str, Any] = SITE, network: dict[str, Any] = NETWORK) -> Compiled:
    return Compiled(
        folder="sample-hospital",
        customer=Customer.model_validate(CUSTOMER),
        network=Network.model_validate(network),
        site=Site.model_validate(site),
        plan=Plan.model_validate(PLAN),
    )


def sample_case() -> Case:
    return Case(sample_dossier(), "both-feeders-lost-at-night", Scenario.model_validate(SCENARIO))


LIVE_BUSES = ["E-end", "W-end", "I-10kV", "II-10kV", "I-0.4kV", "II-0.4kV", "em-0.4kV", "icu-0.4kV"]


def _initial() -> dict[str, Any]:
    demand = {"lighting": 80.0, "kitchen": 100.0, "lifts": 60.0, "theatre": 50.0, "icu": 40.0}
    return {
        "mode": "normal",
        "date": "2026-07-15",
        "time": 150,
        "horizon_ms": 2 * H,
        "closed": ["101", "102", "401", "402", "411"],
        "open": ["100", "412"],
        "live": [*LIVE_BUSES, "T1", "T2"],
        "loads": {load: {"live": True, "demand_kw": kw} for load, kw in demand.items()},
        "sources": {"feeder-east": "live", "feeder-west": "live", "genset-1": "dead", "ups-icu": "live"},
        "transfers": {"ats-em": "charged"},
        "functions": {"surgery": "normal", "intensive-care": "normal"},
        "stores": {"day-tank": 900.0},
        "people": {"wang": "duty-room", "li": "duty-room", "zhao": "dispatch"},
        "out_of_service": [],
        "controls": {},
    }


def sample_journal(*, cut_at: int | None = None) -> Journal:
    """A blackout of 34 min 30 s: the wait that cost most is S03's, for the second electrician."""
    w = JournalWriter(
        {
            "customer": "sample-hospital",
            "scenario": "both-feeders-lost-at-night",
            "seed": 1,
            "digests": {"plan.yaml": "sha256:" + "0" * 64},
        }
    )
    w.emit(0, "initial_state", _initial())
    for feeder in ("feeder-east", "feeder-west"):
        w.emit(0, "fault_begins", {"fault": "source_lost", "targets": [feeder], "event": 0})
        w.emit(0, "source_lost", {"source": feeder, "cause": "fault"})
    w.emit(0, "supply_changed", {"live": [], "dead": [b for b in LIVE_BUSES if b != "icu-0.4kV"] + ["T1", "T2"]})
    for load, kw in (("lighting", 80.0), ("kitchen", 100.0), ("lifts", 60.0), ("theatre", 50.0)):
        w.emit(0, "load_lost", {"load": load, "demand_kw": kw})
    w.emit(0, "ups_on_battery", {"source": "ups-icu", "energy_kwh": 10.0, "load_kw": 40.0})
    w.emit(0, "function_changed", {"function": "surgery", "state": "riding_through", "because": "theatre"})
    w.emit(3_000, "genset_called", {"source": "genset-1", "by": "ats-em", "manual": False, "demand": 1})
    w.emit(50_000, "start_failed", {"source": "genset-1", "attempts": 3, "manual": False})
    w.emit(60_000, "card_triggered", {"card": "card-blackout", "person": "wang"})
    w.emit(60_000, "card_active", {"card": "card-blackout", "person": "wang"})
    for step, after in (("S02", "S01"), ("S03", "S02"), ("S04", "S03")):
        w.emit(60_000, "wait_begins", {"step": step, "reason": "predecessor", "on": [after]})
    w.emit(60_000, "step_ready", {"step": "S01", "card": "card-blackout"})
    w.emit(60_000, "step_assigned", {"step": "S01", "by": ["wang"]})
    w.emit(60_000, "wait_begins", {"step": "S01", "reason": "travel", "on": ["hv-room"], "person": "wang"})
    w.emit(60_000, "travel_begins", {"person": "wang", "from": "duty-room", "to": "hv-room", "step": "S01"})
    w.emit(4 * MIN, "arrived", {"person": "wang", "place": "hv-room"})
    w.emit(4 * MIN, "wait_ends", {"step": "S01", "reason": "travel"})
    w.emit(4 * MIN, "step_begins", {"step": "S01", "by": ["wang"]})
    w.emit(5 * MIN, "function_changed", {"function": "surgery", "state": "lost", "because": "theatre"})
    _step_done(w, "S01", 5 * MIN + 30_000, ["wang"])
    w.emit(5 * MIN + 30_000, "wait_ends", {"step": "S02", "reason": "predecessor"})
    w.emit(5 * MIN + 30_000, "step_ready", {"step": "S02", "card": "card-blackout"})
    w.emit(5 * MIN + 30_000, "step_begins", {"step": "S02", "by": ["wang"]})
    w.emit(7 * MIN, "permit_asked", {"permit": "own-supply", "step": "S02", "person": "wang"})
    w.emit(7 * MIN, "wait_begins", {"step": "S02", "reason": "permit", "on": ["own-supply"], "person": "wang"})
    w.emit(7 * MIN, "step_ready", {"step": "S05", "card": "card-blackout"})
    w.emit(7 * MIN, "step_begins", {"step": "S05", "by": ["zhao"]})
    w.emit(13 * MIN, "permit_given", {"permit": "own-supply", "by": "zhao"})
    _step_done(w, "S05", 13 * MIN, ["zhao"])
    w.emit(13 * MIN, "wait_ends", {"step": "S02", "reason": "permit"})
    _step_done(w, "S02", 13 * MIN, ["wang"])
    w.emit(13 * MIN, "wait_ends", {"step": "S03", "reason": "predecessor"})
    w.emit(13 * MIN, "step_ready", {"step": "S03", "card": "card-blackout"})
    w.emit(13 * MIN, "wait_begins", {"step": "S03", "reason": "person_busy", "on": ["second-electrician"]})
    w.emit(15 * MIN, "battery_empty", {"source": "ups-icu"})
    w.emit(15 * MIN, "supply_changed", {"live": [], "dead": ["icu-0.4kV"]})
    w.emit(15 * MIN, "load_lost", {"load": "icu", "demand_kw": 40.0})
    w.emit(15 * MIN, "function_changed", {"function": "intensive-care", "state": "riding_through", "because": "icu"})
    w.emit(17 * MIN, "function_changed", {"function": "intensive-care", "state": "lost", "because": "icu"})
    w.emit(25 * MIN, "function_changed", {"function": "surgery", "state": "harmed", "because": "theatre"})
    if cut_at is not None:
        return Journal(w.header, tuple(event for event in w.events if event.t_ms <= cut_at))
    w.emit(28 * MIN, "wait_ends", {"step": "S03", "reason": "person_busy"})
    w.emit(28 * MIN, "step_assigned", {"step": "S03", "by": ["wang", "li"]})
    w.emit(28 * MIN, "step_begins", {"step": "S03", "by": ["wang", "li"]})
    w.emit(32 * MIN, "source_running", {"source": "genset-1"})
    w.emit(32 * MIN, "supply_changed", {"live": ["gen-0.4kV"], "dead": []})
    _step_done(w, "S03", 33 * MIN, ["wang", "li"])
    w.emit(33 * MIN, "wait_ends", {"step": "S04", "reason": "predecessor"})
    w.emit(33 * MIN, "step_ready", {"step": "S04", "card": "card-blackout"})
    w.emit(33 * MIN, "step_begins", {"step": "S04", "by": ["wang"]})
    w.emit(34 * MIN + 30_000, "switch_moved", {"switch": "411", "closed": False, "cause": "step", "cause_id": "S04"})
    w.emit(34 * MIN + 30_000, "switch_moved", {"switch": "412", "closed": True, "cause": "step", "cause_id": "S04"})
    w.emit(34 * MIN + 30_000, "supply_changed", {"live": ["em-0.4kV", "icu-0.4kV"], "dead": []})
    for load in ("theatre", "icu"):
        w.emit(34 * MIN + 30_000, "load_restored", {"load": load, "demand_kw": 50.0})
    w.emit(34 * MIN + 30_000, "store_rate", {"store": "day-tank", "level_l": 900.0, "l_per_h": -24.3})
    w.emit(34 * MIN + 30_000, "function_changed", {"function": "intensive-care", "state": "normal", "because": "icu"})
    _step_done(w, "S04", 34 * MIN + 30_000, ["wang"])
    w.emit(90 * MIN, "source_back", {"source": "feeder-east"})
    w.emit(90 * MIN, "supply_changed", {"live": ["E-end", "I-10kV", "I-0.4kV", "T1"], "dead": []})
    w.emit(90 * MIN, "load_restored", {"load": "lighting", "demand_kw": 80.0})
    w.emit(
        2 * H,
        "run_ended",
        {"status": "completed", "demand_kwh": 660.0, "served_kwh": 197.0, "fuel_l": 34.6, "battery_kwh": 10.0},
    )
    return w.journal()


def _step_done(w: JournalWriter, step: str, t_ms: int, by: list[str]) -> None:
    w.emit(t_ms, "step_ends", {"step": step, "card": "card-blackout", "state": "done", "why": "", "by": by})


def write_sample_customer(plans: Path) -> Path:
    """The sample hospital as files in `plans`/sample-hospital, its scenario beside in scenarios/."""
    folder = plans / "plans" / "sample-hospital"
    folder.mkdir(parents=True)
    for name, content in (("customer", CUSTOMER), ("network", NETWORK), ("site", SITE), ("plan", PLAN)):
        _write_yaml(folder / f"{name}.yaml", content)
    (plans / "scenarios").mkdir()
    _write_yaml(plans / "scenarios" / "both-feeders-lost-at-night.yaml", SCENARIO)
    return folder


def _write_yaml(path: Path, content: dict[str, Any]) -> None:
    path.write_text(
        yaml.dump(content, allow_unicode=True, sort_keys=False, Dumper=_NoAliases), encoding="utf-8", newline="\n"
    )


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True
