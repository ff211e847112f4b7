"""The clock: what is asked for is still to come until its instant is over."""

from __future__ import annotations

from drillsim.simulation.core.kernel import Kernel, Priority


def test_a_settle_that_was_asked_for_is_to_come_until_it_has_been() -> None:
    settled: list[int] = []
    kernel = Kernel(0, lambda: settled.append(kernel.now), lambda: None, lambda: None)
    assert not kernel.is_asked(Priority.SETTLE)
    kernel.ask(Priority.SETTLE)
    assert kernel.is_asked(Priority.SETTLE) and not kernel.is_asked(Priority.DECIDE)
    kernel.advance(0)
    assert settled == [0] and not kernel.is_asked(Priority.SETTLE)
