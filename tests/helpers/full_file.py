"""The facts an account manager collects about the small customer: with them no rule is left without an answer.

The network is the small customer's own; every added fact stands in customer.yaml, site.yaml or plan.yaml.
"""

from __future__ import annotations

from typing import get_args

from drillsim.schema.record import Family
from helpers.small_customer import Change

PAPERS = (
    "supply_contract", "dispatch_agreement", "importance", "single_line_diagram", "protection_settings",
    "safe_operation_rules", "preventive_tests", "risk_confirmation", "shed_order", "plan_review", "plan_filing",
    "plan_training", "plan_assessment", "drill_programme",
)  # fmt: skip
DRILL: dict[str, object] = {
    "date": "2026-05-20", "title": "夜间两路全失", "form": "live", "scope": "combined", "purpose": "verify",
    "notice": "unscripted", "sides": ["customer", "utility"], "covers": ["SRC1", "SRC2"], "cards": ["C1", "C2"],
    "controllers": "2", "evaluators": "2", "safety_officer": "true", "families": list(get_args(Family)),
    "goals": [{"text": "手术室复电", "limit": "15 s", "reached": "12 s", "rating": "S"}],
    "abort_if": ["生命支持设备失电超过 30 s"], "comment_held": "true", "evaluated": "2026-06-01", "report": "PG-1",
    "result": "good", "exposed": ["I-1"],
}  # fmt: skip
ICU: dict[str, object] = {
    "group": "2", "loads": ["icu"], "safety_class": "0.5", "it_system": "true", "insulation_monitor": "true",
    "lighting": ["icu"], "safety_light_percent": "60",
}  # fmt: skip
THEATRE: dict[str, object] = {"group": "1", "loads": ["theatre"], "safety_class": "15", "lighting": ["theatre"]}
_SITE: tuple[Change, ...] = (
    ("site/measures/hand", {"replaces": "icu", "lasts": "2 h"}),
    ("site/measures/lamps", {"replaces": "surgery", "lasts": "2 h"}),
    ("site/measures/buckets", {"replaces": "fire-pump", "lasts": "1 h"}),
    ("site/measures/hand-pump", {"replaces": "fuel-pump", "lasts": "4 h"}),
    (
        "site/connection_points/box-1",
        {"bus": "em-LV", "switch": "421", "rated_kva": "500", "plug": "400A", "cable_m": "30", "place": "gen-room",
         "parking": "北门", "phase_marked": "true", "earth_point": "true"},
    ),
    *(
        (f"site/loads/{load}/serves", what)
        for load, what in (("icu", "other"), ("theatre", "other"), ("fuel-pump", "fuel_pump"), ("chiller", "cooling"),
                           ("fire-pump", "fire_pump"))
    ),
    *((f"site/loads/{load}/motor", {"starting_kva": "200"}) for load in ("fuel-pump", "chiller", "fire-pump")),
    ("site/loads/fire-pump/shed", "never"),
    ("site/sources/genset-1/starting_kva", "900"),
    ("site/sources/genset-1/step_load_percent", "60"),
    *((f"site/sources/feeder-{way}/reclose", {"after": "1 s"}) for way in ("east", "west")),
    *((f"site/sources/feeder-{way}/outage", {"median": "45 min", "p90": "4 h"}) for way in ("east", "west")),
    ("site/transfers/ats-em/acts_below_pu", "0.9"),
    ("site/transfers/ats-em/delay", "6 s"),
    *(
        (f"site/transfers/bzt-10kV/{field}", value)
        for field, value in (("standby_above_pu", "0.7"), ("enabled", "true"), ("vt_supervision", "true"),
                             ("current_blocking", "true"), ("delay", "5 s"))
    ),
    ("site/dc_supplies/dc-1", {"fed_by": ["em-LV"], "installed": "2022-03", "last_discharge_test": "2025-06-01"}),
    *((f"site/devices/{name}/control_supply", "dc-1") for name in ("100", "101", "102")),
    ("site/devices/100/trips", [{"above_a": "600", "after": "100 ms"}]),
    *((f"site/functions/{name}/mtpd", "1 h") for name in ("surgery", "cooling")),
    ("site/functions/cooling/max_interruption", "30 min"),
    ("site/functions/surgery/restart", {"takes": "5 s"}),
    ("site/functions/cooling/restart", {"takes": "3 min"}),
    ("site/functions/surgery/minimum_service", "true"),
)  # fmt: skip
_CUSTOMER: tuple[Change, ...] = (
    ("customer/documents", [{"title": kind, "kind": kind, "date": "2026-01-05", "number": kind} for kind in PAPERS]),
    ("customer/drills", [DRILL]),
    ("customer/importance/document", ""),
    ("customer/issues", {"I-1": {"text": "补双重编号", "opened": "2026-05-20", "due": "2026-06-30",
                                 "closed": "2026-06-20"}}),
    ("customer/outages", [{"of": "feeder-east", "from": "2026-08-01", "to": "2026-08-01", "side": "utility",
                           "notified": "2026-07-20"}]),
    ("customer/supply_changes", [{"load": "chiller", "date": "2026-03-02", "agreed": "2026-03-01",
                                  "filed": "2026-03-05"}]),
    ("customer/tests", [
        {"of": "ats-em", "kind": "transfer", "date": "2026-06-01"},
        {"of": "genset-1", "kind": "load_run", "date": "2026-06-20", "minutes": "30", "load_percent": "50"},
        {"of": "genset-1", "kind": "load_run", "date": "2025-06-20", "minutes": "240", "load_percent": "40"},
    ]),
    ("customer/sector", {"hospital_level": "tertiary", "can_evacuate": "false", "high_risk": "false",
                         "medical_locations": {"icu-5F": ICU, "theatre-3F": THEATRE}}),
)  # fmt: skip
_PLAN: tuple[Change, ...] = (
    ("plan/revised_because", ["drill"]),
    ("plan/report_limits", [{"to": "dispatcher", "within": "5 min"}]),
    ("plan/contact_tree", [
        {"from": "electrician", "to": "dispatcher", "channels": ["phone", "radio"]},
        {"from": "dispatcher", "to": "electrician", "channels": ["phone", "radio"]},
    ]),
    ("plan/restoration/steps/+", {"id": "R5", "text": "投入备自投", "do": "enable", "target": "bzt-10kV",
                                  "by": "electrician", "place": "HV-room", "success_check": {"transfer": "bzt-10kV",
                                                                                              "is": "enabled"}}),
)  # fmt: skip
FULL: tuple[Change, ...] = (*_SITE, *_CUSTOMER, *_PLAN)
"""Everything above."""
