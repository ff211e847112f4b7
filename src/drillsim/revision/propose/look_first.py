"""What goes with a new order of places: the normal side is opened only where the board is still dead and the other
side is live, and the other side is closed only where the normal one was opened.

Whoever is sent to a place earlier may stand there before the other side is live, or after its own side is back.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files.document import Tree
from drillsim.revision.ground import Ground
from drillsim.revision.propose.draft import PLAN, set_in
from drillsim.revision.recommendation import FileEdit
from drillsim.schema.plan import Step


def looked_at_first(ground: Ground, step: Step) -> Iterator[FileEdit]:
    """Conditions on the opening and the closing of the places `step` is carried out in; nothing where the plan has no
    such pair, has conditions of its own there, or the network does not tell the two sides apart."""
    pair = _pair(ground, step)
    sides = _sides(ground, *pair) if pair else ()
    if pair is None or not sides:
        return
    opening, closing = (ground.step_path(each.id) for each in pair)
    boards, others = ([*dict.fromkeys(names)] for names in zip(*sides, strict=True))
    words = ground.naming.words("new-look-first", text=pair[0].text)
    yield set_in(PLAN, (*opening, "text"), ground.worded(words))
    yield set_in(PLAN, (*opening, "when"), _state("bus", boards, "dead"))
    yield set_in(PLAN, (*opening, "requires"), [_state("bus", others, "live")])
    yield set_in(PLAN, (*closing, "when"), _state("switch", list(pair[0].target), "open"))


def _pair(ground: Ground, step: Step) -> tuple[Step, Step] | None:
    """The opening of the same places and the closing that comes after it there."""
    assert step.for_each is not None
    card, items = ground.clause(step.id)[0], step.for_each.items
    same = [each for each in card.steps if each.for_each and each.for_each.items == items and not _asks(each)]
    for closing in same:
        for opening in same:
            after = closing.for_each.after if closing.for_each else ()
            if (opening.do, closing.do) == ("open", "close") and opening.id in after:
                return opening, closing
    return None


def _asks(step: Step) -> bool:
    return step.when is not None or bool(step.requires)


def _sides(ground: Ground, opening: Step, closing: Step) -> tuple[tuple[str, str], ...]:
    """Board and other side of each switch that is closed; empty where they cannot be told apart."""
    ends = {row.name: (row.bus, row.element) for row in ground.dossier.network.switch if row.et == "b"}
    opened = {end for name in opening.all_targets for end in ends.get(name, ())}
    found = []
    for name in closing.all_targets:
        boards = [end for end in ends.get(name, ()) if end in opened]
        others = [end for end in ends.get(name, ()) if end not in opened]
        if len(boards) != 1 or len(others) != 1:
            return ()
        found.append((boards[0], others[0]))
    return tuple(found)


def _state(kind: str, names: list[str], state: str) -> Tree:
    return {kind: list[Tree](names), "is": state}
