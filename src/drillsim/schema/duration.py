"""The time something takes: fixed or drawn. A draw is an inverse distribution function, so one `u` gives one time.

`{median, p90}` is lognormal with sigma = ln(p90/median) / 1.2816 (the 90th percentile of the normal distribution);
human and travel times are written that way because planners know a usual and a bad case, not a sigma.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from drillsim import units
from drillsim.schema.base import refuse

_NORMAL = NormalDist()
_Z90 = _NORMAL.inv_cdf(0.9)
_NEAR_ONE = 1 - 2**-53


@dataclass(frozen=True, slots=True)
class Fixed:
    """Always `ms`."""

    ms: int

    def at(self, u: float) -> int:
        """Milliseconds for the luck `u` in [0, 1): the same for all."""
        return self.ms

    @property
    def median_ms(self) -> int:
        return self.ms

    @property
    def mean_ms(self) -> float:
        return self.ms


@dataclass(frozen=True, slots=True)
class Lognormal:
    """Usual time `median_ms`; one in ten takes longer than `p90_ms`."""

    median_ms: int
    p90_ms: int

    @property
    def sigma(self) -> float:
        """Standard deviation of the logarithm."""
        return math.log(self.p90_ms / self.median_ms) / _Z90

    @property
    def mean_ms(self) -> float:
        return self.median_ms * math.exp(self.sigma**2 / 2)

    def at(self, u: float) -> int:
        """Milliseconds for the luck `u` in [0, 1)."""
        return round(self.median_ms * math.exp(self.sigma * _NORMAL.inv_cdf(min(max(u, 2**-53), _NEAR_ONE))))


@dataclass(frozen=True, slots=True)
class Exponential:
    """Mean `mean_ms`, no memory."""

    mean_ms: int

    def at(self, u: float) -> int:
        """Milliseconds for the luck `u` in [0, 1)."""
        return round(-self.mean_ms * math.log1p(-min(u, _NEAR_ONE)))

    @property
    def median_ms(self) -> int:
        return round(self.mean_ms * math.log(2))


@dataclass(frozen=True, slots=True)
class Triangular:
    """Between `low_ms` and `high_ms`, most often `mode_ms`."""

    low_ms: int
    mode_ms: int
    high_ms: int

    def at(self, u: float) -> int:
        """Milliseconds for the luck `u` in [0, 1)."""
        low, mode, high = self.low_ms, self.mode_ms, self.high_ms
        if high == low:
            return low
        split = (mode - low) / (high - low)
        if u < split:
            return round(low + math.sqrt(u * (high - low) * (mode - low)))
        return round(high - math.sqrt((1 - u) * (high - low) * (high - mode)))

    @property
    def median_ms(self) -> int:
        return self.at(0.5)

    @property
    def mean_ms(self) -> float:
        return (self.low_ms + self.mode_ms + self.high_ms) / 3


Drawn = Fixed | Lognormal | Exponential | Triangular

_FORMS: dict[frozenset[str], tuple[type[Lognormal] | type[Exponential] | type[Triangular], tuple[str, ...]]] = {
    frozenset({"median", "p90"}): (Lognormal, ("median", "p90")),
    frozenset({"mean"}): (Exponential, ("mean",)),
    frozenset({"low", "mode", "high"}): (Triangular, ("low", "mode", "high")),
}


def _ms(value: object) -> int:
    if not isinstance(value, str):
        raise refuse("duration-not-understood", value=str(value)[:80])
    try:
        ms = units.parse_duration(value)
    except units.UnitError as error:
        raise refuse(error.code, **error.facts) from None
    if ms < 0:
        raise refuse("duration-negative", value=value)
    return ms


def _duration(value: object) -> Drawn:
    if isinstance(value, Fixed | Lognormal | Exponential | Triangular):
        return value
    if isinstance(value, str):
        return Fixed(_ms(value))
    if not isinstance(value, dict) or frozenset(value) not in _FORMS:
        raise refuse("duration-form", value=", ".join(map(str, value)) if isinstance(value, dict) else str(value)[:80])
    form, keys = _FORMS[frozenset(value)]
    times = tuple(_ms(value[key]) for key in keys)
    if list(times) != sorted(times) or (form is not Triangular and times[0] == 0):
        raise refuse("duration-order", value=", ".join(keys))
    return form(*times)


Duration = Annotated[
    Drawn,
    BeforeValidator(_duration),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "examples": ["90 s"]},
                *(
                    {
                        "type": "object",
                        "required": sorted(keys),
                        "additionalProperties": False,
                        "properties": {k: {"type": "string"} for k in sorted(keys)},
                    }
                    for keys in _FORMS
                ),
            ]
        }
    ),
]
"""`90 s`, `{median, p90}` (lognormal), `{mean}` (exponential) or `{low, mode, high}` (triangular)."""
