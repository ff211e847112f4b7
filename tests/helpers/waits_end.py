"""Reads out of a journal, by itself, whether `wait_at_most` ended every wait it should have ended.

Before a step begins (somebody is assigned) the time counts from its card's start; of a repeated one from when it came
up; of what answers a repeated step's failure from that failure. Once begun, each wait counts from its own start; work
and travel are never cut. A step ended so is `timed_out`, and the steps that answer its failure came up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drillsim.journal import Journal
from drillsim.journal.timeline import StepRow, Wait, step_rows
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import step_of
from drillsim.schema.plan import Card, Step
from drillsim.schema.step_name import base_name, first_name, item_of, number_of, numbered

WAITED = "waited_too_long"


def limited(dossier: Compiled, journal: Journal) -> dict[str, tuple[Card, Step, StepRow]]:
    """Every step instance in the journal that may wait for so long only."""
    found = {}
    for row in step_rows(journal):
        written = step_of(dossier.plan, row.step)
        if written is not None and written[1].wait_at_most is not None:
            found[row.step] = (*written, row)
    return found


def waited_too_long(dossier: Compiled, journal: Journal) -> list[str]:
    """Return the waits that are wrong, a line each; empty when every wait ended in time."""
    rows = {row.step: row for row in step_rows(journal)}
    found = []
    for name, (card, step, row) in limited(dossier, journal).items():
        told = (
            *_before(journal, _came_up(journal, rows, card, step, row), step, row),
            *_once_begun(journal, step, row),
            *_answered(journal, rows, step, row),
        )
        found += [f"{name}: {each}" for each in told]
    return found


def _before(journal: Journal, since: int | None, step: Step, row: StepRow) -> Iterator[str]:
    if since is None or step.wait_at_most is None:
        return
    end, begun = since + step.wait_at_most, _assigned_ms(journal, row.step)
    over = min((each for each in (begun, row.finished_ms) if each is not None), default=journal.end_ms + 1)
    if over > end and journal.end_ms > end:
        yield f"had not begun by {end}"
    if row.why == WAITED and begun is None and row.finished_ms != end:
        yield f"timed out at {row.finished_ms}, not at {end}"


def _once_begun(journal: Journal, step: Step, row: StepRow) -> Iterator[str]:
    begun = _assigned_ms(journal, row.step)
    if begun is None or step.wait_at_most is None:
        return
    for wait in row.waits:
        if wait.span.start_ms >= begun and wait.reason != "travel":
            if wait.span.ms > step.wait_at_most:
                yield f"waited {wait.span.ms} ({wait.reason})"
            if _ended_by(wait, row) and row.state == "timed_out" and wait.span.ms < step.wait_at_most:
                yield f"timed out after {wait.span.ms} ({wait.reason})"


def _ended_by(wait: Wait, row: StepRow) -> bool:
    """Return whether the step's one wait ended with it; pauses between calls count together."""
    return wait.span.end_ms == row.finished_ms and wait.reason != "resource"


def _answered(journal: Journal, rows: Mapping[str, StepRow], step: Step, row: StepRow) -> Iterator[str]:
    if row.why != WAITED:
        return
    if row.state != "timed_out":
        yield f"is {row.state} after it waited too long"
    for name in step.on_failure.steps if step.on_failure else ():
        of_it = (each for each in rows.values() if base_name(each.step) == name)
        came = any(each.why != "not_needed" and item_of(each.step) in ("", item_of(row.step)) for each in of_it)
        if not came and journal.end_ms != row.finished_ms:
            yield f"{name} does not answer"


def _came_up(journal: Journal, rows: Mapping[str, StepRow], card: Card, step: Step, row: StepRow) -> int | None:
    """Return the time from which the time before it begins counts, ms; None where the journal does not tell."""
    before = _time_before(rows, row.step) if step.every is not None else None
    active = [event.t_ms for event in journal.of("card_active") if event.data["card"] == card.id]
    if before is None or before.finished_ms is None:
        return active[-1] if len(active) == 1 and first_name(row.step) == row.step else None
    assert step.every is not None
    counted = before.finished_ms if before.ready_ms is None else before.ready_ms
    return max(before.finished_ms, counted + step.every)


def _time_before(rows: Mapping[str, StepRow], name: str) -> StepRow | None:
    number = number_of(name)
    return rows.get(numbered(first_name(name), number - 1)) if number > 1 else None


def _assigned_ms(journal: Journal, name: str) -> int | None:
    return next((event.t_ms for event in journal.of("step_assigned") if event.data["step"] == name), None)
