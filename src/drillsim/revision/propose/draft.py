"""The way a proposal is written: one helper for the recommendation, one for each shape of edit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drillsim.files import Append, Insert, Path, Remove, Set, Tree
from drillsim.revision.need import Need, answers, wait_of, why
from drillsim.revision.recommendation import (
    AssumedEffect,
    FileEdit,
    Kind,
    Owner,
    Place,
    PlaceKind,
    Recommendation,
    Told,
)
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import NO_WORDS, Thing, Words

PLAN, SITE, CUSTOMER = "plan.yaml", "site.yaml", "customer.yaml"


def draft(  # noqa: PLR0913 (the fields of one record)
    context: ReviewContext,
    need: Need,
    what: str,
    new: Words,
    edits: Sequence[FileEdit] = (),
    *,
    kind: Kind = "paper",
    owner: Owner = "customer",
    clause: str | None = None,
    old: Words = NO_WORDS,
    wait: tuple[str, str] | None = None,
    assumed: AssumedEffect | None = None,
    buys: Thing | None = None,
    place: PlaceKind | None = None,
    reason: Told | None = None,
) -> Recommendation:
    """A recommendation for `need`, not yet run. `clause` and `reason`: those of the need where none is given; `place`:
    that of its kind."""
    where = Place(place) if place else _place(kind, edits, need.clause if clause is None else clause)
    in_plan = where.kind in ("clause", "new_clause")
    if not in_plan and any(old == step.text for _, step in context.plan.steps()):
        old = NO_WORDS  # the clause it is about is not where it goes
    return Recommendation(
        id=slug(f"{need.code}-{need.subject.id}-{what}"),
        codes=(need.code,),
        subject=need.subject.id,
        answers=answers(need),
        place=where,
        clause=where.clause,
        old=old,
        new=new,
        owner=owner,
        kind=kind,
        steps=need.steps,
        wait=wait or wait_of(need),
        evidence=need.evidence,
        edits=tuple(edits),
        assumed=assumed,
        buys=buys,
        reasons=(reason or why(need),),
    )


_PLACES: dict[Kind, PlaceKind] = {
    "staffing": "roster",
    "setting": "settings",
    "training": "training",
    "purchase": "equipment",
}


def _place(kind: Kind, edits: Sequence[FileEdit], clause: str) -> Place:
    """Return the place of a change of this kind; one that adds a step is a new clause behind the one it is named
    after."""
    if kind in _PLACES:
        return Place(_PLACES[kind])
    if any(each.edit.path[:1] == ("permits",) for each in edits):
        return Place("agreement", clause)
    if edits and all(each.edit.path[:1] in (("orders",), ("resources",)) for each in edits):
        return Place("resources")
    if any(_adds_clause(each) for each in edits):
        return Place("new_clause", clause, clause.removesuffix(_BEHIND))
    return Place("clause", clause)


def _adds_clause(each: FileEdit) -> bool:
    """Return whether a step or a card is added."""
    added = each.edit.value if isinstance(each.edit, Insert | Append) else None
    return each.file == PLAN and isinstance(added, dict) and ("do" in added or "steps" in added)


def slug(name: str) -> str:
    """`name` as an id that is also a folder's name on every system."""
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w.]+", "-", name)).strip("-.")[:120]


# -- shapes of edits ---------------------------------------------------------------------------------------------------
def set_in(file: str, path: Path, value: Tree) -> FileEdit:
    """The value at `path` becomes `value`."""
    return FileEdit(file, Set(path, value))


def append_in(file: str, path: Path, value: Tree) -> FileEdit:
    """One more entry of the list at `path`."""
    return FileEdit(file, Append(path, value))


def insert_in(file: str, path: Path, index: int, value: Tree) -> FileEdit:
    """One more entry of the list at `path`, before `index`."""
    return FileEdit(file, Insert(path, index, value))


def remove_in(file: str, path: Path) -> FileEdit:
    """The entry at `path` left out."""
    return FileEdit(file, Remove(path))


def figure(value: float | str) -> Words:
    """A figure, a date or a mark in a wording: as it is, also where something of the customer has it for an id."""
    said = value if isinstance(value, str) else f"{value:g}"
    return Words(zh=said, en=said)


def dotted(path: Path) -> str:
    """The path as an assumed effect names its figure."""
    return ".".join(str(part) for part in path)


def stated(context: ReviewContext, file: str, path: Path) -> dict[str, Tree]:
    """Return what the file writes in the entry at `path`; nothing where there is none."""
    node = context.tree(file)
    for part in path:
        if isinstance(node, dict) and part in node:
            node = node[str(part)]
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            return {}
    return node if isinstance(node, dict) else {}


def exchanged(node: Tree, old: Tree, new: Tree) -> Tree:
    """`node` with every `old` in it replaced."""
    if node == old:
        return new
    if isinstance(node, dict):
        return {key: exchanged(value, old, new) for key, value in node.items()}
    return [exchanged(each, old, new) for each in node] if isinstance(node, list) else node


def new_entry(context: ReviewContext, file: str, section: str, name: str, value: Tree) -> FileEdit:
    """One more entry of a section of the file, which may not be there yet."""
    if stated(context, file, (section,)):
        return set_in(file, (section, name), value)
    return set_in(file, (section,), {name: value})


def add_to_list(context: ReviewContext, file: str, holder: Path, key: str, value: Tree) -> FileEdit:
    """`value` added to the list under `key` of the mapping at `holder`, which may hold none yet or one plain id."""
    node = context.tree(file)
    for part in holder:
        node = node[part]  # type: ignore[index]
    assert isinstance(node, dict)
    found = node.get(key)
    if isinstance(found, list):
        return append_in(file, (*holder, key), value)
    return set_in(file, (*holder, key), [value] if found is None else [found, value])


def new_step(
    context: ReviewContext, name: str, clause: str, words: Words, do: str, by: str, more: dict[str, Tree] | None = None
) -> dict[str, Tree]:
    """A step as plan.yaml writes it."""
    found: dict[str, Tree] = {"id": name}
    if clause:
        found["clause"] = clause
    return {**found, "text": context.worded(words), "do": do, "by": by, **(more or {})}


def tell(to: str, channel: str, facts: Sequence[str] = ()) -> dict[str, Tree]:
    """A message as plan.yaml writes it."""
    found: dict[str, Tree] = {"to": to}
    if facts:
        found["facts"] = list(facts)
    return {**found, "channel": channel}


_BEHIND = "a"
"""Mark a new clause has behind the number of the one before it."""


def behind(clause: str) -> str:
    """The clause of a new step that stands behind `clause`."""
    return f"{clause}{_BEHIND}" if clause else ""
