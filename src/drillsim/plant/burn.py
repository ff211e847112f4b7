"""The fuel a generating set burns at a load: the one function that runs, endurance and fuel rules use."""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.schema import BurnPoint, Genset, MobileGenset

SMALL_KW = 100.0
NO_LOAD_SMALL_PERCENT = 17.0
"""Burn without load, percent of the burn at full load, for sets rated up to `SMALL_KW`; assumed: a public consumption
chart carried on to 0 kW gives 17 at 60 kW."""
NO_LOAD_PERCENT = 12.0
"""The same for larger sets; assumed, and on the safe side: the chart gives 8 at 500 kW, 7 at 2,000."""


def burn_l_per_h(spec: Genset | MobileGenset, kw: float) -> float:
    """Litres an hour that a running set burns while it gives `kw`.

    Along its points where the file gives them, else rated_kw · fuel_l_per_kwh · (n + (1 - n) · kw / rated_kw) with the
    burn at full load and the share n of it that it burns without load.
    """
    if spec.burn:
        return _along(spec.burn, kw)
    idle = no_load_percent(spec) / 100
    return spec.fuel_l_per_kwh * (idle * spec.rated_kw + (1 - idle) * kw)


def no_load_percent(spec: Genset | MobileGenset) -> float:
    """Return the burn without load, percent of the burn at full load."""
    if spec.no_load_burn_percent is not None:
        return spec.no_load_burn_percent
    return NO_LOAD_SMALL_PERCENT if spec.rated_kw <= SMALL_KW else NO_LOAD_PERCENT


def _along(points: Sequence[BurnPoint], kw: float) -> float:
    """Linear between the points; the first and the last segment are carried on, never to less than nothing."""
    above = next((i for i, point in enumerate(points) if point.kw >= kw), len(points) - 1)
    low, high = points[max(above, 1) - 1], points[max(above, 1)]
    slope = (high.l_per_h - low.l_per_h) / (high.kw - low.kw)
    return max(low.l_per_h + slope * (kw - low.kw), 0.0)
