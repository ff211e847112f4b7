"""Every kind of thing that can happen in a run, with its fields: the contract between simulation and all readers.

An event is `(seq, t_ms, type, data)`. Ids only, no derived text, no prose. Types and fields are never renamed; new
fields are optional. `TYPES` is the one table: the writer, the reader, `drillsim explain` and the README use it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple


class Event(NamedTuple):
    """One line of the journal. `data` holds the fields `TYPES[type]` lists."""

    seq: int
    t_ms: int
    type: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: its required and optional fields, and the group it belongs to."""

    fields: tuple[str, ...]
    optional: tuple[str, ...] = ()
    group: str = "physics"


def _t(fields: str, optional: str = "", group: str = "physics") -> EventType:
    return EventType(tuple(fields.split()), tuple(optional.split()), group)


TYPES: dict[str, EventType] = {
    # -- frame
    "initial_state": _t(
        "mode date time horizon_ms closed open live loads sources transfers functions stores people"
        " out_of_service controls",
        "beliefs",
        group="frame",
    ),
    "run_ended": _t("status demand_kwh served_kwh fuel_l battery_kwh", "why dead", group="frame"),
    # -- faults and protection
    "fault_begins": _t("fault targets event"),
    "fault_ends": _t("fault targets event"),
    "protection_trips": _t("device element backup assumed", "current_a after_ms stage overtakes overtakes_ms"),
    "protection_silent": _t("device element why current_a"),
    "neighbours_lost": _t("source kw"),
    "reclosed": _t("source element success"),
    "switch_moved": _t("switch closed cause cause_id"),
    "switch_stuck": _t("switch wanted cause cause_id", "why"),
    "fault_isolated": _t("element"),
    "earth_fault_alarm": _t("element buses current_a"),
    "earth_fault_over": _t("element buses"),
    "phase_open": _t("element buses residual_pu"),
    # -- supply
    "supply_changed": _t("live dead"),
    "voltage_dip": _t("buses residual_pu for_ms cause"),
    "load_dropped": _t("load cause residual_pu"),
    "load_picked_up": _t("load cause"),
    "motor_runs_up": _t("load kva"),
    "demand_changed": _t("load demand_kw factor"),
    "load_lost": _t("load demand_kw", "why vm_pu"),
    "load_restored": _t("load demand_kw"),
    "source_lost": _t("source cause"),
    "source_back": _t("source"),
    "genset_called": _t("source by manual demand"),
    "start_attempt": _t("source attempt of"),
    "start_failed": _t("source attempts manual"),
    "start_withdrawn": _t("source"),
    "source_running": _t("source"),
    "source_stopped": _t("source cause"),
    "source_loaded": _t("source kw"),
    "ups_on_battery": _t("source energy_kwh load_kw"),
    "ups_on_mains": _t("source energy_kwh"),
    "battery_empty": _t("source"),
    "ups_overloaded": _t("source kw rated_kw"),
    "transfer_started": _t("transfer"),
    "transfer_done": _t("transfer to"),
    "transfer_refused": _t("transfer reason", "section"),
    "transfer_failed": _t("transfer reason device"),
    "transfer_set": _t("transfer enabled charged"),
    "transfer_maloperates": _t("transfer"),
    "ups_mode": _t("source mode cause"),
    "group_online": _t("group online of"),
    "group_sheds": _t("group tier loads kw rated_kw"),
    "load_step": _t("source kw limit_kw kva limit_kva"),
    "control_supply_on_battery": _t("supply lasts_ms"),
    "control_supply_lost": _t("supply cause"),
    "control_supply_back": _t("supply"),
    "connected": _t("source point"),
    "connect_failed": _t("point why", "source"),
    "load_switched": _t("load on cause"),
    "measure_begins": _t("measure replaces"),
    "measure_ends": _t("measure why"),
    "control_set": _t("target to"),
    "pump_started": _t("load store"),
    "pump_stopped": _t("load store cause"),
    "store_rate": _t("store level_l l_per_h"),
    "store_empty": _t("store"),
    "store_contaminated": _t("store contaminated", "from_store"),
    "function_changed": _t("function state because"),
    # -- what the power flow says
    "overload_begins": _t("element loading_percent limit_percent", "allowed_ms"),
    "overload_exceeded": _t("element loading_percent after_ms"),
    "overload_ends": _t("element"),
    "voltage_out": _t("bus vm_pu"),
    "voltage_back": _t("bus"),
    "cannot_say": _t("buses reason"),
    "no_plant_carries_this": _t("load cause after_ms"),
    "oscillation": _t("rounds"),
    # -- hazards
    "hazard": _t("hazard parts", "step person device"),
    # -- safety
    "proved_dead": _t("bus", group="people"),
    "earth_set": _t("earth bus on"),
    "device_secured": _t("device state"),
    "phases_checked": _t("target", group="people"),
    # -- people
    "on_duty": _t("person place", group="people"),
    "off_duty": _t("person", group="people"),
    "learned": _t("people facts how via", group="people"),
    "message_sent": _t("step person to channel", group="people"),
    "message_received": _t("step person facts", group="people"),
    "called_in": _t("person by step", group="people"),
    "message_unanswered": _t("step person to channel attempt", group="people"),
    "travel_begins": _t("person from to step", group="people"),
    "arrived": _t("person place", group="people"),
    "permit_asked": _t("permit step person", group="people"),
    "permit_given": _t("permit by", group="people"),
    "permit_refused": _t("permit step by", group="people"),
    "permit_waived": _t("permit step why", group="people"),
    "order_begun": _t("order step by", group="people"),
    "order_ready": _t("order by", "checked_by", group="people"),
    "order_waived": _t("order step why", group="people"),
    "resource_called": _t("resource step person", group="people"),
    "resource_here": _t("resource", group="people"),
    "resource_taken": _t("resource why", group="people"),
    "handed_over": _t("step person to", group="people"),
    "evacuated": _t("target step by", group="people"),
    "wrong_action": _t("step action person", "instead late_ms", group="people"),
    "fault_found": _t("element step by", group="people"),
    "targets_found": _t("step find targets", group="people"),
    "target_dropped": _t("step target", group="people"),
    "information_given": _t("information to people", "channel", group="people"),
    # -- what is decided, where not the plan alone decides
    "decision": _t("decision by operator what", "deviation round turn wall_time who", group="plan"),
    # -- the plan
    "card_triggered": _t("card person", "number", group="plan"),
    "card_active": _t("card person", "number", group="plan"),
    "card_over": _t("card", "number", group="plan"),
    "wait_begins": _t("step reason on", "person", group="plan"),
    "wait_ends": _t("step reason", group="plan"),
    "step_ready": _t("step card", group="plan"),
    "step_assigned": _t("step by", group="plan"),
    "step_begins": _t("step by", group="plan"),
    "step_ends": _t("step card state why by", group="plan"),
    "step_overdue": _t("step within_ms", group="plan"),
    "option_chosen": _t("step option by", group="plan"),
}
"""Every event type: required fields, optional fields, group."""

WAIT_REASONS = (
    "not_known", "predecessor", "permit", "order", "person_busy",
    "travel", "resource", "interlock", "no_access", "store",
)  # fmt: skip
"""Reasons a step waits for. The review meeting reads these."""

DEVIATIONS = (
    "card_not_active", "out_of_order", "not_known", "not_needed", "needed", "steps_open", "without_order",
    "without_permit", "without_supervisor", "other_role", "other_option", "not_asked", "unplanned", "beside_step",
    "overtaken",
)  # fmt: skip
"""Ways a decision departs from the plan; it is carried out all the same, but for `overtaken`: when its turn came it no
longer fitted, as the same instant had brought something else."""

STEP_STATES = ("waiting", "ready", "in_progress", "done", "failed", "timed_out", "skipped", "dropped")
"""States of a step when the run ends; `dropped`: its card was over before it began."""

HAZARDS = (
    "back_feed", "paralleling", "without_permit", "without_supervisor", "isolator_under_load", "closing_onto_fault",
    "closing_onto_earth", "earthing_live", "earth_without_proof", "unsafe_work", "live_at_work", "closing_tagged",
    "wrong_phase_sequence", "joining_unlike",
)  # fmt: skip
"""Hazards this version finds; each is severity A whatever the clock says."""
