"""The one severity rule.

A: the code, or this form of it, is a hazard by itself, or the finding endangers a critical missed limit (a
   safety-critical load, one of grade 1S, a function that stands on one, or a function that was harmed).
B: it endangers another missed limit; or it endangers none and the code's default is B (capacity, coverage, a device
   that did not do its part).
C: it endangers none and the code's default is C, or this form of it is paper: time was lost, or a page is missing,
   but no limit.

A finding *endangers* a missed limit when both hold:
- time: what it describes began before that interruption ended and lasted, or had its effect, until after it began;
- reach: a device has one of the limit's loads behind it (`reach.behind`); a step operates such
  equipment, or a later step that waits for it (by `after`, a condition, a permit, a card's trigger) does.
This says "could have cost", which is all one journal can say; what it did cost is proved by running again without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from drillsim.findings.codes import CODES
from drillsim.findings.finding import Severity
from drillsim.findings.follow import acts, followers
from drillsim.findings.reach import behind, of_place
from drillsim.findings.view import Missed, View
from drillsim.journal import Interval
from drillsim.schema import Compiled, base_name, follows_from, item_of

Form = Literal["", "hazard", "paper"]
"""A code may have forms: operating without a permit is a hazard, waiting for one is not; a missing setting is paper."""


def severity(code: str, endangered: Iterable[Missed], form: Form = "") -> Severity:
    """Severity of a finding of `code` in this form that endangers these missed limits."""
    spec, limits = CODES[code], tuple(endangered)
    if spec.hazard or form == "hazard" or any(missed.critical for missed in limits):
        return "A"
    if limits:
        return "B"
    return "C" if form == "paper" else spec.default


def by_device(view: View, device: str, start_ms: int, end_ms: int) -> tuple[Missed, ...]:
    """Missed limits a device can have had a part in between the two times."""
    reach = behind(view.dossier, device)
    return tuple(m for m in _during(view, start_ms, end_ms) if any(load in reach for load in m.loads))


def by_step(view: View, step: str, start_ms: int, end_ms: int) -> tuple[Missed, ...]:
    """Missed limits a step can have had a part in between the two times."""
    plain, item = base_name(step), item_of(step)
    if plain not in view.clauses:  # a function's restart, which no clause wrote: it belongs to the function
        return tuple(m for m in _during(view, start_ms, end_ms) if m.id == item)
    reach = _reach(view.dossier, plain, item)
    return tuple(m for m in _during(view, start_ms, end_ms) if any(load in reach for load in m.loads))


def nothing_out(view: View, step: str, start_ms: int, end_ms: int) -> bool:
    """Return whether between the two times nothing was out that the step has a part in: no load behind what it and
    those that wait for it operate; where they operate nothing, no load with a limit; of a restart, not its function.
    A load that stood still when the run began is not out until it has been supplied: it stands by."""
    plain, item = base_name(step), item_of(step)
    if plain not in view.clauses:
        outages = [view.function_outages.get(item, ())]
    else:
        stated = {name for name, load in view.site.loads.items() if load.max_interruption is not None}
        reach = _reach(view.dossier, plain, item) or stated
        outages = [_since_supplied(view, load) for load in view.load_outages if load in reach]
    return not any(start_ms < span.end_ms and end_ms >= span.start_ms for spans in outages for span in spans)


def _since_supplied(view: View, load: str) -> tuple[Interval, ...]:
    spans = view.load_outages[load]
    stood = not view.journal.initial["loads"][load]["live"]
    return tuple(span for span in spans if not (stood and span.start_ms == view.journal.start_ms))


@follows_from("network", "site", "plan")
def _reach(dossier: Compiled, step: str, item: str) -> frozenset[str]:
    """Loads behind what the step and those that wait for it operate; of a list of places what belongs to this place,
    as far as the list goes."""
    listed = {each.id for _, each in dossier.plan.steps() if each.for_each is not None and item in each.for_each.items}
    names = [name for name in (step, *followers(dossier, step)) if item in dossier.site.places and name in listed]
    own = of_place(dossier, item) if names else ()
    targets = acts(dossier, step, without=frozenset(names))
    return frozenset((*own, *(load for target in targets for load in behind(dossier, target))))


def by_time(view: View, start_ms: int, end_ms: int) -> tuple[Missed, ...]:
    """Missed limits between the two times, whatever their place."""
    return _during(view, start_ms, end_ms)


def _during(view: View, start_ms: int, end_ms: int) -> tuple[Missed, ...]:
    return tuple(m for m in view.missed if start_ms < m.end_ms and end_ms >= m.start_ms)
