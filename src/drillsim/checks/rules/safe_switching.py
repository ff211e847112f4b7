"""OPS-01 to OPS-05: no state the plan's steps can reach, with at most one slip, endangers people.

One search answers all five; a hazard that only a disregarded procedure makes possible is told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.reachable import Danger, Searched, TooMany, searched
from drillsim.checks.reachable.search import MOST_STATES
from drillsim.checks.rule import About, Result, RuleFunction, failed, not_applicable, passed, unknown
from drillsim.schema import VERBS

MOST_TOLD = 12
"""Ways told of one rule; the rest are counted."""


def _search(inputs: Inputs) -> Searched | None:
    """All ways into a hazard; None when there are too many states to walk."""
    try:
        return searched(inputs)
    except TooMany:
        return None


def _rule(*hazards: str) -> RuleFunction:
    def judge(inputs: Inputs) -> Iterator[Result]:
        about = inputs.about_plan
        if not any(VERBS[step.do].operates for _, step, _ in inputs.steps()):
            yield not_applicable(about, "no-switching")
            return
        done = inputs.once(_search)
        if done is None:
            yield unknown(about, "too-many-states", states=MOST_STATES)
            return
        ours = [danger for danger in done.dangers if danger.hazard in hazards]
        yield from _told(inputs, ours)
        for why, steps in done.left_out.items():
            yield unknown(about, why, steps=listed(steps))
        if not ours and not done.left_out:
            yield passed(about, steps=len(done.steps), states=len(done.states))

    return judge


def _told(inputs: Inputs, found: Iterable[Danger]) -> Iterator[Result]:
    """One result a hazard and step, by its easiest way in: as written, then by a slip, then past a procedure."""
    abouts = {step.id: about for _, step, about in inputs.steps()}
    easiest: dict[tuple[str, tuple[str, ...], str], Danger] = {}
    for danger in found:
        easiest.setdefault((danger.hazard, danger.parts, danger.step), danger)
    shown = list(easiest.values())[:MOST_TOLD]
    yield from (_result(abouts[danger.step], danger) for danger in shown)


def _result(about: About, danger: Danger) -> Result:
    slip = "defeated" if danger.defeated else danger.slip or "none"
    return failed(
        about, hazard=danger.hazard, parts=listed(danger.parts), card=danger.card, step=danger.step,
        device=danger.device, at=danger.slip_at, instead=danger.slip_device, slip=slip,
        mode=danger.mode, lost=listed(danger.lost) or "–",
        state=listed(danger.closed) or "–", live=listed(danger.alive) or "–", interlock=listed(danger.defeated) or "–",
    )  # fmt: skip


no_backfeed_reached: RuleFunction = _rule("back_feed", "paralleling", "joining_unlike")
no_wrong_order_reached: RuleFunction = _rule(
    "closing_onto_earth", "earthing_live", "isolator_under_load", "closing_tagged"
)
proof_and_earth: RuleFunction = _rule("earth_without_proof", "unsafe_work")
permit_due: RuleFunction = _rule("without_permit")
supervisor_due: RuleFunction = _rule("without_supervisor")
