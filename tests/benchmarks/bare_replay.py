"""A script played by SimPy alone: a resource a person, a process a seat, nothing decided and nothing written."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import simpy

from benchmarks.bare_script import Script, Seat, Timer

Process = Generator[simpy.Event, Any, None]


def replay(script: Script) -> int:
    """Plays it; gives the moment of the last event, ms."""
    env = simpy.Environment(initial_time=script.start_ms)
    people: dict[str, simpy.Resource] = {}
    for seat in script.seats:
        if seat.person not in people:
            people[seat.person] = simpy.Resource(env)
        env.process(_sit(env, people[seat.person], seat))
    for timer in script.timers:
        env.process(_run_down(env, timer))
    env.run()
    return int(env.now)


def _sit(env: simpy.Environment, person: simpy.Resource, seat: Seat) -> Process:
    if seat.from_ms > env.now:
        yield env.timeout(seat.from_ms - env.now)
    request = person.request()
    yield request
    for stretch in seat.stretches:
        yield env.timeout(stretch.ms)
    person.release(request)


def _run_down(env: simpy.Environment, timer: Timer) -> Process:
    for moment in timer.moments:
        yield env.timeout(moment - env.now)
