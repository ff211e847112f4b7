"""The part of a long matrix the gate plays: one case in so many; `.ci/full` plays the others too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def thinned(cases: Iterable[Any], every: int) -> list[Any]:
    """Parameters of which the first and then one in `every` stays in the gate, the others marked `full`. A case that
    is a tuple gives several arguments."""
    return [
        pytest.param(*(case if type(case) is tuple else (case,)), marks=[pytest.mark.full] if place % every else [])
        for place, case in enumerate(cases)
    ]
