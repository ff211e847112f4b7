"""Who is on the way to the plant passes the word to somebody who sits at a desk, and that one reports for them."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Path, Tree
from drillsim.revision.need import LateCause
from drillsim.revision.propose.draft import PLAN, behind, draft, insert_in, new_step, remove_in, set_in, tell
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import After, Card, Step, Tell, trade_of_role


def on_the_way(context: ReviewContext, cause: LateCause) -> Iterator[Recommendation]:
    """A report that kept its performer from the plant: one of those it goes to is told first, in a minute, and tells
    the rest. Both what its performer does next and what is asked about the report go by the first word from then on."""
    report = context.step(cause.name)
    if report is None or report.do != "report" or cause.kind != "doing" or isinstance(report.after, After):
        return
    card, own = context.clause(report.id)[0], report.by.operator
    further = [each for each in card.steps if report.id in each.predecessors and each.by.operator == own]
    relay = next((each for each in report.tells if _may_relay(context, report, each)), None)
    rest = [number for number, each in enumerate(report.tells) if relay is not None and each.to != relay.to]
    if not further or relay is None or not rest or _is_awaited_from(context, report):
        return
    name = context.new_id(report.id)
    yield draft(
        context, cause, f"relayed-{report.id}", context.naming.words("new-relayed", **_facts(context, report, relay)),
        [*_first_word(context, card, report, relay, name), *_asked_of(context, own, report.id, name)],
        owner=context.owner(own), clause=behind(report.clause), old=report.text,
    )  # fmt: skip


def _may_relay(context: ReviewContext, report: Step, each: Tell) -> bool:
    """Somebody of the same side who sits there, and whose work is to manage or is that of the one who reports."""
    own, role = report.by.operator, each.to
    if role == own or context.side(role) != context.side(own) or not context.on_duty(role, context.journal.start_ms):
        return False
    trade = trade_of_role(context.dossier, role)
    return trade in ("management", trade_of_role(context.dossier, own)) and _way(context, own, role) is not None


def _way(context: ReviewContext, own: str, role: str) -> str | None:
    """A way of the contact tree that hangs on nothing, so that it works under way."""
    channels = context.site.channels
    ways = (way.channels for way in context.plan.contact_tree if (way.from_, way.to) == (own, role))
    return next((name for names in ways for name in names if not channels[name].needs), None)


def _is_awaited_from(context: ReviewContext, report: Step) -> bool:
    """Return whether somebody waits for the message to come from this very role."""
    conditions = [card.trigger for card in context.plan.all_cards()]
    conditions += [each for _, step in context.plan.steps() for each in step.conditions()]
    return any(leaf.kind == "message" and report.id in leaf.subjects and leaf.from_ for each in conditions
               for leaf in each.leaves())  # fmt: skip


def _facts(context: ReviewContext, report: Step, relay: Tell) -> dict[str, object]:
    told = tuple(dict.fromkeys(each.to for each in report.tells if each.to != relay.to))
    own = report.by.operator
    return {"by": own, "role": relay.to, "to": told, "text": report.text, "channel": _way(context, own, relay.to) or ""}


def _first_word(context: ReviewContext, card: Card, report: Step, relay: Tell, name: str) -> Iterator[FileEdit]:
    own, facts = report.by.operator, list(dict.fromkeys(fact for each in report.tells for fact in each.facts))
    path, said = context.step_path(report.id), _facts(context, report, relay)
    message = {**tell(relay.to, str(said["channel"]), facts), "read_back": "true"}
    message["no_answer"] = {"after": "1 min", "then": "again"}
    words = context.naming.words("new-relayed-first", **said)
    more: dict[str, Tree] = {
        "takes": "1 min",
        "takes_source": "assumed",
        "tells": list[Tree]([message]),
        "within": "3 min",
    }
    if report.predecessors:
        more["after"] = list[Tree](report.predecessors)
    yield set_in(PLAN, (*path, "by"), relay.to)
    yield set_in(PLAN, (*path, "after"), [name])
    yield set_in(PLAN, (*path, "text"), context.worded(context.naming.words("new-relayed", **said)))
    for number in reversed([n for n, each in enumerate(report.tells) if each.to == relay.to]):
        yield remove_in(PLAN, (*path, "tells", number))
    for step in card.steps:
        if report.id in step.predecessors and step.by.operator == own:
            after = [name if each == report.id else each for each in step.predecessors]
            any_: Tree = {"any": list[Tree](after)} if isinstance(step.after, After) else list[Tree](after)
            yield set_in(PLAN, (*context.step_path(step.id), "after"), any_)
    first = new_step(context, name, behind(report.clause), words, "report", own, more)
    yield insert_in(PLAN, (*context.card_path(card.id), "steps"), card.steps.index(report), first)


def _asked_of(context: ReviewContext, own: str, report: str, name: str) -> Iterator[FileEdit]:
    """Whatever its performer is asked to know of the report is asked of the first word: triggers and ends of the cards
    they begin. Before steps are added, so that paths still fit."""
    for card in context.plan.all_cards():
        if card.activation.by == own:
            for key in ("trigger", "ends"):
                path = (*context.card_path(card.id), key)
                yield from (set_in(PLAN, each, name) for each in _naming(context, path, report))


def _naming(context: ReviewContext, path: Path, step: str) -> Iterator[Path]:
    """Where the condition at `path` names the step."""
    node: Tree = context.tree(PLAN)
    for part in path:
        if isinstance(node, dict) and part not in node:
            return
        node = node[part]  # type: ignore[index]
    if isinstance(node, dict):
        if node.get("step") == step:
            yield (*path, "step")
        for key in node:
            yield from _naming(context, (*path, key), step)
    elif isinstance(node, list):
        for number in range(len(node)):
            yield from _naming(context, (*path, number), step)
