"""Where an assumed effect stands in an edit, and how far down it is followed."""

from __future__ import annotations

import pytest

from drillsim.files.document import Tree
from drillsim.files.edit import Append, Edit, Insert, Remove, Set
from drillsim.revision.assumed import at_figure, with_vanishing_point
from drillsim.revision.prove import TriedChange
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Unit
from helpers.trying import small
from unit.findings.weak_point_cases import CASES
from unit.revision.test_edits import _changing

SET: dict[str, Tree] = {"kind": "genset", "rated_kw": "400", "ready": {"median": "8 s", "p90": "10 s"}}


@pytest.mark.parametrize(
    ("edit", "field", "unit", "value", "now_reads"),
    [
        (Set(("sources", "g", "rated_kw"), "400"), "sources.g.rated_kw", "kw", 250, "250"),
        (Set(("sources", "g"), SET), "sources.g.rated_kw", "kw", 250, {**SET, "rated_kw": "250"}),
        (Set(("sources",), {"a.b": SET}), "sources.a.b.rated_kw", "kw", 1, {"a.b": {**SET, "rated_kw": "1"}}),
        (Append(("stores", "t", "in"), {"l_per_min": "40"}), "stores.t.in.1.l_per_min", "l_per_min", 20,
         {"l_per_min": "20"}),
        (Insert(("stores", "t", "in"), 0, {"l_per_min": "40"}), "stores.t.in.0.l_per_min", "l_per_min", 20,
         {"l_per_min": "20"}),
        (Set(("sources", "g"), SET), "sources.g.ready", "s", 4, {**SET, "ready": {"median": "4 s", "p90": "5 s"}}),
        (Set(("cards", 0, "steps"), [{"takes": "60 s"}]), "cards.0.steps.0.takes", "s", 30, [{"takes": "30 s"}]),
    ],
)  # fmt: skip
def test_the_figure_is_found_wherever_an_edit_writes_it(
    edit: Edit, field: str, unit: Unit, value: float, now_reads: object
) -> None:
    stated = {"s": 8.0 if "ready" in field else 60.0}.get(unit, 400.0)
    effect = AssumedEffect("site.yaml", field, unit, 0, stated)
    (found,) = at_figure((FileEdit("site.yaml", edit),), effect, value)
    assert not isinstance(found.edit, Remove)
    assert found.edit.value == now_reads


@pytest.mark.parametrize(
    "edit",
    [
        FileEdit("site.yaml", Set(("sources", "g2", "rated_kw"), "400")),
        FileEdit("plan.yaml", Set(("sources", "g", "rated_kw"), "400")),
        FileEdit("site.yaml", Remove(("sources", "g"))),
        FileEdit("site.yaml", Set(("sources", "g"), {"kind": "genset"})),
        FileEdit("site.yaml", Append(("sources", "g"), {"rated_kw": "400"})),
    ],
)
def test_an_edit_of_something_else_stays_as_it_is(edit: FileEdit) -> None:
    effect = AssumedEffect("site.yaml", "sources.g.rated_kw", "kw", 0, 400)
    assert at_figure((edit,), effect, 250) == (edit,)


def test_what_was_not_proposed_is_not_followed_down() -> None:
    run = small(CASES["G01"].fires)
    rejected = TriedChange(_changing("purchase", assumed=True))
    assert with_vanishing_point(run.baseline, rejected) is rejected
