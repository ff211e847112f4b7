"""The parts of plan.yaml nobody could ever carry out: targets a verb cannot act on, roles without people, steps that
wait for themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drillsim.errors import Problem, facts
from drillsim.files.rule.around import Around, steps
from drillsim.files.rule.circle import circles
from drillsim.files.rule.step_rule import must_follow
from drillsim.schema import VERBS


def target_problems(around: Around) -> Iterator[Problem]:
    """Steps without the target their verb asks for, with one it does not take, or of the wrong kind."""
    for path, step in steps(around.dossier):
        spec = VERBS[step.do]
        targets = step.all_targets
        if spec.operates and not targets and step.find is None:
            yield around.problem("plan", path, "target-missing", facts(verb=step.do, what=spec.targets[0]))
        if step.for_each and step.for_each.devices and spec.targets:
            known = tuple(name for name in targets if name in around.kinds)
            yield from _targets(around, (*path, "for_each", "devices"), step.do, known, spec.targets)
        if step.target and not spec.targets:
            yield around.problem("plan", (*path, "target"), "target-not-due", facts(verb=step.do))
        elif step.target:
            yield from _targets(around, (*path, "target"), step.do, step.target, spec.targets)
        if step.do == "set" and step.to is None:
            yield around.problem("plan", path, "set-without-to")


FINDS = {"open": ("around_fault",), "trip": ("around_fault",), "close": ("opened_by_fault", "ties")}
"""Methods by which each verb may find its targets itself."""


def find_problems(around: Around) -> Iterator[Problem]:
    """Steps that find their targets by a word their verb has no use for, or besides targets written down."""
    for path, step in steps(around.dossier):
        if step.find is None:
            continue
        allowed = FINDS.get(step.do, ())
        if step.find.what not in allowed:
            verbs = ", ".join(verb for verb, words in FINDS.items() if step.find.what in words)
            told = facts(verb=step.do, what=step.find.what, verbs=verbs)
            yield around.problem("plan", (*path, "find"), "find-not-due", told)
        elif step.target or step.for_each:
            yield around.problem("plan", (*path, "find"), "find-and-target", facts(step=step.id))


def _targets(
    around: Around, path: tuple[str | int, ...], verb: str, targets: tuple[str, ...], kinds: tuple[str, ...]
) -> Iterator[Problem]:
    listed = _is_list(around, path)
    for position, name in enumerate(targets):
        at = (*path, position) if listed else path
        known = around.ids(kinds)
        if name not in around.kinds:
            shown = ", ".join(known[:12]) + (" …" if len(known) > 12 else "")
            told = facts(id=name, what=kinds[0], near=around.near(name, kinds), known=shown or "–")
            yield around.problem("plan", at, "no-such-id", told)
        elif not set(around.kinds[name]) & set(kinds):
            told = facts(id=name, verb=verb, found=around.kinds[name][-1], known=", ".join(known[:12]) or "–")
            yield around.problem("plan", at, "target-wrong-kind", told)


def _is_list(around: Around, path: tuple[str | int, ...]) -> bool:
    document = around.file("plan").document
    return document is not None and (*path, 0) in document.places


def role_problems(around: Around) -> Iterator[Problem]:
    """Roles that nobody holds, or that somebody of the other side holds."""
    people = around.dossier.customer.people
    for name, actor in around.dossier.plan.actors.items():
        path = ("actors", name, "held_by")
        if not actor.held_by:
            yield around.problem("plan", path, "role-without-people", facts(role=name))
        for position, person in enumerate(actor.held_by):
            if person in people and people[person].side != actor.side:
                told = facts(role=name, person=person, side=actor.side, theirs=people[person].side)
                yield around.problem("plan", (*path, position), "role-other-side", told)


def supervisor_problems(around: Around) -> Iterator[Problem]:
    """Steps that need two people where the roles are held by one."""
    actors = around.dossier.plan.actors
    for path, step in steps(around.dossier):
        roles = (step.by.operator, step.by.supervisor)
        if step.by.supervisor is None or not all(role in actors for role in roles):
            continue
        holders = {person for role in roles if role for person in actors[role].held_by}
        if len(holders) < 2:
            told = facts(operator=step.by.operator, supervisor=step.by.supervisor, person=", ".join(sorted(holders)))
            yield around.problem("plan", (*path, "by"), "supervisor-same-person", told)


def after_problems(around: Around) -> Iterator[Problem]:
    """Steps of one side that wait for each other. Across the sides it is a weak point of two plans (P07), no slip."""
    sides = {name: actor.side for name, actor in around.dossier.plan.actors.items()}
    paths = {step.id: path for path, step in steps(around.dossier)}
    decided = _decisions(around)
    for side in ("customer", "utility"):
        own = {step.id: step for _, step in steps(around.dossier) if sides.get(step.by.operator) == side}
        for circle in circles({name: (*must_follow(step), *decided.get(name, ())) for name, step in own.items()}):
            told = facts(circle=" → ".join((*circle, circle[0])))
            yield around.problem("plan", (*paths[circle[0]], "after"), "after-circle", told)


def _decisions(around: Around) -> dict[str, tuple[str, ...]]:
    """Step → the decisions that may leave it out, which come before it."""
    found: dict[str, tuple[str, ...]] = {}
    for _, step in steps(around.dossier):
        for name in dict.fromkeys(name for option in step.options for name in option.steps):
            found[name] = (*found.get(name, ()), step.id)
    return found


def branch_problems(around: Around) -> Iterator[Problem]:
    """Steps that are their own way out of failure."""
    for path, step in steps(around.dossier):
        if step.on_failure and step.id in step.on_failure.steps:
            yield around.problem("plan", (*path, "on_failure"), "branch-to-itself", facts(step=step.id))


RULES: tuple[Callable[[Around], Iterator[Problem]], ...] = (
    target_problems,
    find_problems,
    role_problems,
    supervisor_problems,
    after_problems,
    branch_problems,
)
"""Every rule of this file."""
