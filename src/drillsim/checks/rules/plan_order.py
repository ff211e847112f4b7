"""PLN-06 and P07: the order of steps. Walking a card must not run into an interlock; the two sides must not wait for
each other."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over
from drillsim.checks.two_sided import TwoSidedWait, two_sided_waits, utility_sight
from drillsim.checks.walk import walks
from drillsim.checks.wiring import exclusions


def order_obeys_interlocks(inputs: Inputs) -> Iterator[Result]:
    """PLN-06: each card's switching, in the order it is read, never closes more than an interlock allows.

    Walked from the normal positions and from those automatics leave behind, for every loss of feeders; restoration
    also from where the other cards end. Branches for failure are left out.
    """
    limits = exclusions(inputs.dossier)
    abouts = {step.id: about for _, step, about in inputs.steps()}
    found: dict[tuple[str, str], Result] = {}
    count = 0
    for walk in walks(inputs, limits) if limits else ():
        count += walk.moves
        for clash in walk.clashes:
            told = failed(
                abouts[clash.step], step=clash.step, device=clash.switch, of=listed(clash.of), most=clash.most,
                card=walk.card, lost=listed(walk.lost) or "–",
            )  # fmt: skip
            found.setdefault((clash.step, clash.switch), told)
    none = "no-switching" if limits else "no-interlock"
    yield from over(count, found.values(), inputs.about_plan, none=none)


def no_two_sided_wait(inputs: Inputs) -> Iterator[Result]:
    """P07: no circle of waits across the sides, no word awaited that nobody sends."""
    sides = {inputs.side_of(step.by.operator) for _, step, _ in inputs.steps()}
    abouts = {step.id: about for _, step, about in inputs.steps()}
    found = [_gap(wait, abouts) for wait in two_sided_waits(inputs.dossier.plan, utility_sight(inputs.dossier))]
    yield from over(len(found) or max(len(sides) - 1, 0), found, inputs.about_plan, none="one-side")


def _gap(wait: TwoSidedWait, abouts: dict[str, About]) -> Result:
    about = abouts[wait.steps[0]]
    if wait.kind == "circle":
        clauses = tuple(clause or step for clause, step in zip(wait.clauses, wait.steps, strict=True))
        return failed(about, "circle", steps=" → ".join((*wait.steps, wait.steps[0])), clauses=listed(clauses))
    return failed(about, "nobody-sends", step=wait.steps[0], awaited=wait.awaited, role=wait.roles[0])
