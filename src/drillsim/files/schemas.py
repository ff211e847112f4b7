"""JSON Schemas by name, for editors that complete and check what planners write, and for readers of `--json`."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.schema import Contacts, Customer, Edition, Msel, Network, Plan, Register, Revisions, Scenario, Site

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, type[BaseModel]] = {
    "customer": Customer,
    "network": Network,
    "site": Site,
    "plan": Plan,
    "scenario": Scenario,
    "edition": Edition,
    "register": Register,
    "people.local": Contacts,
    "revisions": Revisions,
    "msel": Msel,
}
_OUTPUTS: dict[str, Callable[[], Schema]] = {}


def register(name: str, make: Callable[[], Schema]) -> None:
    """Adds the schema of an output (`run`, `check`); layers above this one have those, files do not know them."""
    _OUTPUTS[name] = make


def schema_names() -> tuple[str, ...]:
    """Every name `json_schema` knows: the files first."""
    return (*_MODELS, *sorted(_OUTPUTS))


def json_schema(name: str) -> Schema:
    """The JSON Schema (2020-12) called `name`. Raises: InvalidInput `no-such-schema`."""
    if name in _OUTPUTS:
        return {"$schema": _DIALECT, **_spelled(_OUTPUTS[name]())}
    if name not in _MODELS:
        near = get_close_matches(name, schema_names(), 1, 0.5)
        told = facts(name=name, near=near[0] if near else "none", known=", ".join(schema_names()))
        raise InvalidInput([Problem(file="", code="no-such-schema", facts=told)])
    return {"$schema": _DIALECT, **_spelled(_MODELS[name].model_json_schema(by_alias=True))}


_BOUNDS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}


def _spelled(schema: Any) -> Any:
    """Bounds under the names JSON Schema has for them; pydantic leaves its own behind a validator."""
    if isinstance(schema, list):
        return [_spelled(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        _BOUNDS[key] if key in _BOUNDS and isinstance(value, int | float) else key: _spelled(value)
        for key, value in schema.items()
    }
