"""BCM-03: a changeover that goes as it should takes no function further than it may be away.

Source: own knowledge, unverified; the times are the customer's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, site_about
from drillsim.checks.rule import Result, absent, failed, over
from drillsim.checks.rules.continuity import SLOW
from drillsim.checks.takeover import quickest_ms
from drillsim.schema import GONE, Function, Need, rated_kw
from drillsim.units import MS_PER

_HANDS_MS = 5 * MS_PER["min"]
"""Time above which a restart is seldom automatic, ms: own knowledge, unverified."""


def changeover_within_limit(inputs: Inputs) -> Iterator[Result]:
    """BCM-03: what each changeover of its supply stops says how it comes back, and is back within its limit."""
    functions, found = inputs.dossier.site.functions, []
    for name, function in functions.items():
        found += [*_stopped(inputs, name, function), *_by_hands(name, function)]
    yield from over(len(functions), found, inputs.about_customer, none="no-function")


def _stopped(inputs: Inputs, name: str, function: Function) -> Iterator[Result]:
    dark = {leaf.subject: quickest_ms(inputs, leaf.subject)
            for leaf in function.needs.leaves() if leaf.subject in inputs.loads}  # fmt: skip
    away = _away_ms(inputs, function.needs, dark)
    if away == 0:
        return
    about = site_about("function", name, "functions", name)
    if function.restart is None:
        yield failed(about, function=name, away_ms=away)
    elif function.max_interruption is not None:
        slow = function.restart.takes.at(SLOW)
        if away + slow > function.max_interruption:
            yield failed(about, "slow", function=name, slow_ms=slow, limit_ms=function.max_interruption)


def _away_ms(inputs: Inputs, need: Need, dark: dict[str, int | None]) -> int:
    """Return how long a changeover of the loads, dark for `dark`, leaves the need unmet, ms; 0 where it is ridden
    through."""
    if need.subject:
        return max((dark.get(need.subject) or 0) - need.rides, 0)
    parts = need.all_ or need.any_
    times = [_away_ms(inputs, part, dark) for part in parts]
    ranks = [GONE if each else 0 for each in times]
    gone = need.together(ranks, lambda each: rated_kw(inputs.dossier).get(each, 0.0)) == GONE
    return max(max(times) - need.rides, 0) if gone else 0


def _by_hands(name: str, function: Function) -> Iterator[Result]:
    if function.restart and function.restart.by is None and function.restart.takes.median_ms >= _HANDS_MS:
        yield absent(site_about("function", name, "functions", name, "restart"), "by")
