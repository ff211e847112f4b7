"""The field of the customer's files behind the name of a drawn duration: what is not exact."""

from __future__ import annotations

import re

_FIELDS = (
    (r"takes/(restart|safe_stop)\[([^\]]+)\].*", r"site.yaml: functions.\2.\1.takes"),
    (r"takes/([^/[]+).*", r"plan.yaml: \1.takes"),
    (r"order/(.+)", r"plan.yaml: orders.\1.takes"),
    (r"order-check/(.+)", r"plan.yaml: orders.\1.check_takes"),
    (r"decide/(.+)", r"plan.yaml: \1.activation.decide"),
    (r"permit/(.+)", r"plan.yaml: permits.\1.decides_in"),
    (r"mobilise/(.+)", r"plan.yaml: resources.\1.mobilise"),
    (r"hand_over/.+", r"plan.yaml: shift_end.takes"),
    (r"comes_in/(.+)", r"customer.yaml: people.\1.off_duty.comes_in"),
    (r"travel/[^/]+/([^/]+)/([^/]+)/.+", r"site.yaml: travel \1 – \2"),
    (r"fault/(\d+)/.+", r"scenario: events.\1.for"),
    (r"repair/(.+)", r"site.yaml: elements.\1.repair"),
    (r"found/(.+)", r"site.yaml: elements.\1.found_in"),
    (r"(.+)/ready", r"site.yaml: sources.\1.ready"),
    (r"(.+)/run", r"site.yaml: sources.\1.mean_time_to_failure"),
)


def field_of(name: str) -> str:
    """`site.yaml: sources.g1.ready` for `g1/ready`: file and place; a name nobody knows stands for itself."""
    for pattern, field in _FIELDS:
        found = re.fullmatch(pattern, name)
        if found:
            return found.expand(field)
    return name
