"""The stand-in for power: a measure the customer has and no step of the plan applies."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.revision.propose.draft import PLAN, append_in, behind, draft, new_step, tell
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Measure, Need
from drillsim.units import MS_PER

WITHIN_MIN = 5
"""Within so many minutes of the trigger a measure is applied; assumed."""
GIVEN_UP_MIN = 10
"""Whoever is held up elsewhere for longer goes on with what is due by then; assumed."""
_KINDS = {"load": "dead", "function": "lost"}
"""Kinds of what a measure replaces, and how one sees that it is gone."""
_BACK = {"load": "live", "function": "normal"}


def applied(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """D01, D03, D06, M03: a card of its own by which whoever sits beside the measure applies it, on seeing that what it
    replaces is gone, and reports it."""
    gone = {name for name, spans in context.view.load_outages.items() if spans}
    gone |= {name for name, spans in context.view.function_outages.items() if spans}
    for name in _behind(context, finding.subject.id):
        for measure, spec in context.site.measures.items():
            if spec.replaces == name and name in gone and not _is_applied(context, measure):
                yield from _card(context, finding, measure, spec)


def _behind(context: ReviewContext, function: str) -> tuple[str, ...]:
    """The function and everything it stands on, nearest first; nothing for anything else."""
    if function not in context.site.functions:
        return ()
    found, queue = {function: None}, [function]
    while queue:
        spec = context.site.functions.get(queue.pop(0))
        for name in _needed(spec.needs) if spec else ():
            if name not in found:
                found[name] = None
                queue.append(name)
    return tuple(found)


def _needed(need: Need) -> Iterator[str]:
    return (leaf.subject for leaf in need.leaves() if leaf.subject)


def _is_applied(context: ReviewContext, measure: str) -> bool:
    return any(step.do == "apply" and measure in step.all_targets for _, step in context.plan.steps())


def _card(context: ReviewContext, finding: Finding, measure: str, spec: Measure) -> Iterator[Recommendation]:
    kind = "function" if spec.replaces in context.site.functions else "load"
    role = _who(context, spec, kind)
    last = [card for card in context.plan.cards if card.side == "customer"][-1:]
    if role is None or not last:
        return
    told, channel = _who_is_told(context, role)
    name, clause = context.new_name("RC-new"), behind(last[0].clause)
    held = _held_min(context, spec)
    facts = {
        "after_ms": held * MS_PER["min"],
        "role": role,
        "thing": spec.replaces,
        "measure": measure,
        "place": spec.place or "none",
    }
    new = context.naming.words("new-measure", **facts, to=told or "none")
    more: dict[str, Tree] = {"target": measure, "within": f"{WITHIN_MIN} min", "wait_at_most": f"{GIVEN_UP_MIN} min"}
    if told and channel:
        more["tells"] = [
            {
                **tell(told, channel, [spec.replaces]),
                "read_back": "true",
                "no_answer": {"after": "1 min", "then": "next"},
            }
        ]
    number = f"{clause}-1" if clause else ""
    step = new_step(context, context.new_name("SM01"), number, new, "apply", role, more)
    seen: Tree = {kind: spec.replaces, "is": _KINDS[kind], "for": f"{held} min"}
    back: Tree = {kind: spec.replaces, "is": _BACK[kind]}
    card: dict[str, Tree] = {"id": name}
    card["title"] = context.worded(context.naming.words("new-measure-title", measure=measure))
    if clause:
        card["clause"] = clause
    card |= {"trigger": seen, "activation": {"by": role}, "ends": back, "steps": [step]}
    edits = [append_in(PLAN, ("cards",), card)]
    yield draft(context, finding, f"apply-{measure}", new, edits, owner="customer", clause=clause)


def _held_min(context: ReviewContext, spec: Measure) -> int:
    """Return how long what is replaced has to be gone, minutes: so long that the measure still comes before anything
    that needs it stops, and that whoever applies it is not called off by every transfer of a few seconds."""
    users = [
        leaf for f in context.site.functions.values() for leaf in f.needs.leaves() if leaf.subject == spec.replaces
    ]
    rides = min((leaf.rides for leaf in users), default=0)
    return max(1, rides // MS_PER["min"] - WITHIN_MIN)


def _who(context: ReviewContext, spec: Measure, kind: str) -> str | None:
    """The role that keeps it up, or has its post beside it, or restarts what stands on it; one that sees there what it
    replaces, and is on duty when the run begins."""
    own = [spec.by] if spec.by else []
    posted = [name for name in context.plan.actors if spec.place and _posts(context, name) == {spec.place}]
    users = [f for f in context.site.functions.values() if spec.replaces in _needed(f.needs) and f.restart]
    restarts = [f.restart.by for f in users if f.restart and f.restart.by]
    for name in dict.fromkeys((*own, *posted, *restarts)):
        if context.side(name) == "customer" and any(
            _sees(context, place, kind, spec.replaces) for place in _posts(context, name)
        ):
            return name
    return None


def _posts(context: ReviewContext, role: str) -> set[str]:
    """Return the posts of those of the role who are on duty when the run begins."""
    return {post for person in context.on_duty(role, context.journal.start_ms) if (post := context.post_of(person))}


def _sees(context: ReviewContext, place: str, kind: str, name: str) -> bool:
    if kind == "load" and name in context.site.loads and context.site.loads[name].place == place:
        return True
    displays = [each for each in context.site.observations.values() if each.shown_at == place]
    return any(name in getattr(sight, kind) for each in displays for sight in each.sees)


def _who_is_told(context: ReviewContext, role: str) -> tuple[str | None, str | None]:
    """Whom the role tells elsewhere in the plan, and by which way: somebody of its own side."""
    for _, step in context.plan.steps():
        for each in step.tells:
            if step.by.operator == role and context.side(each.to) == context.side(role) and each.to != role:
                return each.to, each.channel
    lead = context.first_card("customer")
    to = lead.activation.by if lead else None
    return (None, None) if to in (None, role) else (to, context.channel_to(to, "customer"))
