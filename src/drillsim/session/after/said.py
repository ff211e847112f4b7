"""A statement about a drill by its code and facts; `hotwash-<code>` has the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """One statement. Facts are ids, times under names that end in `_ms`, numbers and lists of ids."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    at_ms: int | None = None
    """Scenario time it is about; None for none."""
    evidence: tuple[int, ...] = ()
    """`seq` of the journal events it rests on."""


def told(code: str, at_ms: int | None = None, evidence: Iterable[int] = (), **facts: Any) -> Told:
    """Return a statement."""
    return Told(code, facts, at_ms, tuple(evidence))
