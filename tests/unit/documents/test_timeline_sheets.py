"""The timeline of a large drill: fifteen teams and three hundred steps stay readable."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from drillsim.documents.pictures.lanes import Bar, Item, Lane, folded
from drillsim.documents.pictures.timeline import HIGHEST, timeline
from drillsim.journal.record import Journal
from drillsim.schema.dossier import Case
from helpers.journals import Recording
from helpers.sample_run import MIN, sample_case


def drill(teams: int, steps: int, distinct: int) -> tuple[Case, Journal]:
    """`teams` people who take `steps` steps in turn, instances of `distinct` steps, with way and waits."""
    case = sample_case()
    recording = Recording(case.dossier, horizon_ms=900 * MIN)
    lines: list[tuple[int, str, dict[str, Any]]] = []
    for number in range(steps):
        step, who = f"S{number % distinct}[sub-{number}]", f"team-{number % teams}"
        start = number // teams * 40 * MIN + number % teams * MIN
        by: dict[str, Any] = {"step": step, "by": [who]}
        lines += [
            (0, "wait_begins", {"step": step, "reason": "person_busy", "on": [who], "person": who}),
            (start, "wait_ends", {"step": step, "reason": "person_busy"}),
            (start, "wait_begins", {"step": step, "reason": "travel", "on": ["sub"], "person": who}),
            (start + 10 * MIN, "wait_ends", {"step": step, "reason": "travel"}),
            (start + 10 * MIN, "step_begins", by),
            (start + 30 * MIN, "step_ends", {**by, "card": "c", "state": "done", "why": ""}),
        ]
    for t_ms, kind, data in sorted(lines, key=lambda line: line[0]):
        recording.at(t_ms, kind, **data)
    return case, recording.ended()


def test_three_hundred_steps_of_fifteen_teams_fit_on_one_sheet_where_they_are_instances() -> None:
    sheets = timeline(*drill(15, 300, 1), "en")
    assert len(sheets) == 1
    assert any(words.startswith("S0 × 20") for _, words in sheets[0].labels)


def test_three_hundred_different_steps_go_on_on_further_sheets_and_none_is_lost() -> None:
    sheets = timeline(*drill(15, 300, 300), "en")
    assert len(sheets) > 3
    shown = {words.split(" ")[0] for sheet in sheets for _, words in sheet.labels}
    assert {f"S{number}[sub-{number}]" for number in range(300)} <= {words.rstrip("…") for words in shown}
    for sheet in sheets:
        assert max(box.bottom for box, _ in sheet.labels) <= HIGHEST
        assert [a for a, b in combinations(sheet.labels, 2) if a[0].meets(b[0])] == []


def test_the_ids_of_two_sheets_differ() -> None:
    one, other = timeline(*drill(15, 300, 300), "en")[:2]
    assert 'id="timeline-en-title"' in one.svg and 'id="timeline2-en-title"' in other.svg


def item(step: str, start: int, end: int) -> Item:
    return Item(step, "done", (Bar(0, start, "person_busy"), Bar(start, end, "work")))


def test_instances_of_one_step_are_folded_where_there_are_many_and_show_only_work_and_ways() -> None:
    lane = Lane("team", tuple(item(f"S1[{n}]", n * 10, n * 10 + 5) for n in range(12)))
    (only,) = folded(lane).items
    assert (only.step, only.count, {bar.kind for bar in only.bars}) == ("S1", 12, {"work"})
    few = Lane("team", lane.items[:4])
    assert folded(few) is few
