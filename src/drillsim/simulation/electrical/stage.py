"""Protection stages in time: when a stage trips at a current, and clocks that run while it stays above.

Inverse curves are those of IEC 60255-151: t = times × k ÷ ((I ÷ above_a)^a − 1). While the current changes the clock
counts shares of the time it would take at each (I·t by pieces of constant current); below its pick-up a stage falls
back at once, which real relays do with some delay.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import ceil, inf

from drillsim.schema import Device, Stage
from drillsim.simulation.core.kernel import Kernel, Priority, Timer

CURVES = {"standard_inverse": (0.14, 0.02), "very_inverse": (13.5, 1.0), "extremely_inverse": (80.0, 2.0)}
"""k in seconds and a, IEC 60255-151 tables A, B, C."""


def stage_ms(stage: Stage, current_a: float) -> float:
    """Milliseconds from pick-up to trip at this current; infinite below the pick-up."""
    if current_a <= stage.above_a:
        return inf
    if stage.curve == "definite":
        return float(stage.after)
    k, a = CURVES[stage.curve]
    curve_ms = 1000 * stage.times * k / (float(current_a / stage.above_a) ** a - 1)
    return float(max(stage.after, curve_ms))


def stages_that_see(device: Device, *, earth: bool) -> tuple[tuple[int, Stage], ...]:
    """Stages, with their numbers, that measure phase current; those that measure residual current too if `earth`."""
    return tuple((n, s) for n, s in enumerate(device.trips) if s.sees == "phase" or earth)


def fastest(device: Device, current_a: float, *, earth: bool = False) -> tuple[float, int]:
    """Milliseconds and number of the stage that trips first at this current; infinite when none does."""
    return min(((stage_ms(s, current_a), n) for n, s in stages_that_see(device, earth=earth)), default=(inf, -1))


@dataclass(slots=True)
class _Running:
    began: int
    share: float
    takes: float
    since: int
    timer: Timer


class Clocks:
    """Stages on their way to a trip, by key."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._running: dict[str, _Running] = {}

    @property
    def is_running(self) -> bool:
        """Return whether any stage is running."""
        return bool(self._running)

    def see(self, key: str, takes_ms: float, act: Callable[[int], object]) -> None:
        """The stage `key` would take `takes_ms` at the present current; infinite: it falls back. When it has run out
        it calls `act` with the milliseconds since it picked up."""
        run = self._running.get(key)
        if takes_ms == inf:
            self.drop(key)
        elif run is None:
            self._running[key] = self._start(key, takes_ms, self._kernel.now, 0.0, act)
        elif run.takes != takes_ms:
            share = run.share + (self._kernel.now - run.since) / run.takes if run.takes else 1.0
            run.timer.cancel()
            self._running[key] = self._start(key, takes_ms, run.began, min(share, 1.0), act)

    def _start(self, key: str, takes: float, began: int, share: float, act: Callable[[int], object]) -> _Running:
        timer = self._kernel.after(
            ceil(round(takes * (1 - share), 6)), Priority.PROTECTION, lambda: self._ran_out(key, act)
        )
        return _Running(began, share, takes, self._kernel.now, timer)

    def _ran_out(self, key: str, act: Callable[[int], object]) -> None:
        act(self._kernel.now - self._running.pop(key).began)

    def drop(self, key: str) -> None:
        """The stage falls back."""
        run = self._running.pop(key, None)
        if run is not None:
            run.timer.cancel()

    def drop_all(self, prefix: str) -> None:
        """Every stage whose key begins so falls back."""
        self.keep(prefix, ())

    def keep(self, prefix: str, keys: Collection[str]) -> None:
        """Let only those stages run on whose key is in `keys`, of all that begin with `prefix`."""
        for key in [key for key in self._running if key.startswith(prefix) and key not in keys]:
            self.drop(key)
