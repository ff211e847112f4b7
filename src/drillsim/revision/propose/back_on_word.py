"""The way back to normal, begun on the word of whoever sees the mains come back, where the customer's own display is
dark: by a way that needs no supply of theirs, and with a look on the spot before anything is operated."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Path, Tree
from drillsim.findings import Finding
from drillsim.findings.facts import A09, O07
from drillsim.revision.propose.draft import (
    PLAN,
    append_in,
    behind,
    draft,
    exchanged,
    insert_in,
    new_step,
    set_in,
    stated,
)
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Card, Condition, Step, places_of


def on_word(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """O07 not begun, A09 of the way back to normal: the word begins it, and whoever begins it looks on the spot."""
    card = context.plan.restoration
    if card is None or not _is_about(finding, card):
        return
    role = card.activation.by
    seen = tuple(dict.fromkeys(name for leaf in _returned(card.trigger) for name in leaf.bus))
    said = _word(context, role)
    looked = _first_that_reads(card, seen)
    if said is None or looked is None or any(said.id in leaf.message for leaf in card.trigger.leaves()):
        return
    place, by_word = _on_the_spot(context, looked, seen), _begun_by_word(context, card, said)
    if place is None or by_word is None:
        return
    channel = next(each.channel for each in said.tells if each.to == role)
    way = _way(context, said.by.operator, role, channel)
    new = context.naming.words(
        "new-back-on-word", teller=said.by.operator, role=role, card=card.clause or card.id, buses=seen, place=place,
        channel=way[0] if way else channel, first=channel if way else "none",
    )  # fmt: skip
    look = context.naming.words("new-back-look", role=looked.by.operator, buses=seen, place=place)
    after = stated(context, PLAN, context.step_path(looked.id)).get("after")
    if isinstance(after, list) and len(after) == 1:
        after = after[0]  # no line that stands there is written a second time
    name, path = context.new_id(card.steps[0].id), context.card_path(card.id)
    more: dict[str, Tree] = {"place": place, **({"after": after} if after else {}), "within": "10 min"}
    number = card.steps.index(looked)
    clause = behind(looked.clause) if number == 0 else behind(card.steps[number - 1].clause)
    edits: list[FileEdit] = [
        set_in(PLAN, (*path, "trigger"), by_word),
        set_in(PLAN, (*path, "steps", number, "after"), [name]),
        insert_in(PLAN, (*path, "steps"), number, new_step(
            context, name, clause, look, "check", looked.by.operator, more
        )),
        *([way[1]] if way else []),
    ]  # fmt: skip
    yield draft(context, finding, "back-on-word", new, edits, owner="both", clause=clause)


def _is_about(finding: Finding, card: Card) -> bool:
    facts = finding.facts
    if isinstance(facts, O07):
        return facts.what == "never"
    return isinstance(facts, A09) and facts.step == card.id


def _returned(trigger: Condition) -> Iterator[Condition]:
    """Yield the leaves by which the trigger sees that supply is back."""
    return (leaf for leaf in trigger.leaves() if leaf.kind == "bus" and leaf.state == "live")


def _word(context: ReviewContext, role: str) -> Step | None:
    """The step by which the other side tells the role that supply is back."""
    for _, step in context.plan.steps():
        conditions = (*step.requires, *((step.when,) if step.when else ()))
        if (
            step.do == "report"
            and context.side(step.by.operator) == "utility"
            and any(each.to == role for each in step.tells)
            and any(leaf.kind == "bus" and leaf.state == "live" for each in conditions for leaf in each.leaves())
        ):
            return step
    return None


def _first_that_reads(card: Card, buses: tuple[str, ...]) -> Step | None:
    """The first step that is left out where nobody knows that one of the buses is live."""
    for step in card.steps:
        if step.when and any(set(leaf.bus) & set(buses) for leaf in step.when.leaves() if leaf.kind == "bus"):
            return step
    return None


def _on_the_spot(context: ReviewContext, step: Step, buses: tuple[str, ...]) -> str | None:
    """Return a place at which all the buses are seen; None where they are apart, or the step is done elsewhere."""
    places = places_of(context.dossier)
    common = set.intersection(*(set(places.get(name, ())) for name in buses)) if buses else set()
    if step.place is not None:
        common &= {step.place}
    return min(common) if common else None


def _begun_by_word(context: ReviewContext, card: Card, step: Step) -> Tree | None:
    """Return the trigger with the word beside each sign that one line is back; None where no such sign stands alone."""
    node: Tree = context.tree(PLAN)
    for part in (*context.card_path(card.id), "trigger"):
        node = node[part]  # type: ignore[index]
    word: Tree = {"message": step.id, "from": step.by.operator}
    found = node
    leaves = _written_leaves(node)
    for leaf in (each for place, each in enumerate(leaves) if each not in leaves[:place]):
        found = exchanged(found, leaf, {"any": [leaf, word]})
    return None if found == node else found


def _written_leaves(node: Tree) -> list[Tree]:
    """The signs in a written condition that one bus is live."""
    if isinstance(node, list):
        return [leaf for each in node for leaf in _written_leaves(each)]
    if not isinstance(node, dict):
        return []
    if isinstance(node.get("bus"), str) and node.get("is") == "live":
        return [node]
    return [leaf for each in node.values() for leaf in _written_leaves(each)]


def _across(context: ReviewContext) -> frozenset[str]:
    """Return the ways by which the plan speaks from one side to the other."""
    told = [(step.by.operator, each.to, (each.channel,)) for _, step in context.plan.steps() for each in step.tells]
    ways = [(way.from_, way.to, tuple(way.channels)) for way in context.plan.contact_tree]
    return frozenset(
        name for one, other, names in (*told, *ways) if context.side(one) != context.side(other) for name in names
    )


def _way(context: ReviewContext, teller: str, role: str, channel: str) -> tuple[str, FileEdit] | None:
    """Return a way by which the plan reaches the role and that needs no supply, and the edit that puts it behind the
    one that does; None where the word comes by one that needs none, or there is no other."""
    channels = context.site.channels
    if channel not in channels or not channels[channel].needs:
        return None
    across = _across(context)
    best = next((name for name, each in channels.items() if name in across and not each.needs), None)
    if best is None or not context.plan.contact_tree:
        return None
    found = [n for n, way in enumerate(context.plan.contact_tree) if (way.from_, way.to) == (teller, role)]
    path: Path = ("contact_tree",)
    if found:
        if best in context.plan.contact_tree[found[0]].channels:
            return None
        return best, append_in(PLAN, (*path, found[0], "channels"), best)
    way: Tree = {"from": teller, "to": role, "channels": [channel, best]}
    return best, append_in(PLAN, path, way)
