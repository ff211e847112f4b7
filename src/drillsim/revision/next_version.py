"""The number of the next version, and what the plan says of it.

The last number counts what needs no approval and what a draft goes through, the one before it the texts that are
approved: 3.1, minor 3.2, new text 4.0, its next draft 4.1. A year is no count: 2026.1, 2026.2.
"""

from __future__ import annotations

import re

from drillsim.files import Edit, Remove, Set
from drillsim.schema import Plan

PLAN = "plan.yaml"
OWN = ("format", "id", "version", "status", "reason", "effective", "next_review", "sign_offs", "revised_because")
"""Keys of a plan that say which version it is and who stands for it: a change of the text never touches them."""
_NUMBERS = re.compile(r"(\D*)(\d+(?:[.\-]\d+)*)(\D*)")
_YEARS = range(1990, 2101)


def next_version(plan: Plan, *, minor: bool) -> str | None:
    """Return the version after that of `plan`; None where it has no number that can be raised."""
    found = _NUMBERS.fullmatch(plan.version)
    if not found:
        return None
    before, numbers, behind = found.groups()
    parts = re.split(r"([.\-])", numbers)
    dated = int(parts[0]) in _YEARS
    last_alone = minor or plan.status == "draft" or dated
    if len(parts) == 1 and last_alone:
        parts += [".", "1"]
    elif len(parts) == 1 or last_alone:
        parts[-1] = _one_more(parts[-1])
    else:
        parts[-3:] = [_one_more(parts[-3]), parts[-2], "0".zfill(len(parts[-1]))]
    return before + "".join(parts) + behind


def _one_more(number: str) -> str:
    return str(int(number) + 1).zfill(len(number))


def version_edits(plan: Plan, version: str, reason: str, *, minor: bool) -> tuple[Edit, ...]:
    """Edits that make plan.yaml say which version it is and why. A new text is a draft without sign-offs and not in
    force yet; the causes of one that was in force are not its own. A minor one keeps its approval."""
    edits: list[Edit] = [Set(("version",), version), Set(("reason",), reason)]
    if minor:
        return tuple(edits)
    edits.append(Set(("status",), "draft"))
    if plan.status != "draft":
        edits.append(Set(("revised_because",), ["other"]))
    edits += [Remove((key,)) for key in ("effective", "sign_offs") if key in plan.model_fields_set]
    return tuple(edits)
