"""A small customer on which every file rule has something to say, and ways to spoil it one field at a time.

Two 10 kV feeders, a bus tie with auto-transfer, an emergency board behind an ATS, one genset with a day tank, one UPS.
Every scalar is text, as it is in a planner's file.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml

from drillsim.schema.compiled import Compiled
from drillsim.schema.customer import Customer
from drillsim.schema.network import Network
from drillsim.schema.plan import Plan
from drillsim.schema.site import Site

DROP = object()
"""As a change's value: the key is left out."""

Change = tuple[str, object]
"""`("site/sources/genset-1/control", "manual")`; list positions are numbers, a last part `+` appends to a list."""

_BASE: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "small_customer.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


def small_customer(*changes: Change) -> Compiled:
    """The small customer with `changes` made."""
    files = small_files(*changes)
    return Compiled(
        folder="small-customer",
        customer=Customer.model_validate(files["customer"]),
        network=Network.model_validate(files["network"]),
        site=Site.model_validate(files["site"]),
        plan=Plan.model_validate(files["plan"]),
    )


def small_files(*changes: Change) -> dict[str, Any]:
    """Return the contents of its four files, with `changes` made: `customer`, `network`, `site`, `plan`."""
    files = copy.deepcopy(_BASE)
    for path, value in changes:
        _change(files, path.split("/"), value if value is DROP else copy.deepcopy(value))
    return files


def _change(files: Any, path: list[str], value: object) -> None:
    at = files
    for part in path[:-1]:
        at = at[int(part)] if isinstance(at, list) else at.setdefault(part, {})
    last = path[-1]
    if last == "+":
        at.append(value)
    elif value is DROP:
        del at[int(last) if isinstance(at, list) else last]
    else:
        at[int(last) if isinstance(at, list) else last] = value
