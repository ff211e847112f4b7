"""The improvement list (整改清单): rows proposed from weak points and from words of the room, and what people made of
them. Every change of a row is an entry of the log; the last one stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from drillsim.findings import ITS_OWN, Finding
from drillsim.journal import Journal
from drillsim.schema import Compiled, step_of
from drillsim.session.after.corrected import valid
from drillsim.session.log import Entry

RowState = Literal["proposed", "open", "in_progress", "done", "rejected", "struck"]
ROW_STATES: tuple[RowState, ...] = get_args(RowState)
OPEN_ROWS: tuple[RowState, ...] = ("open", "in_progress", "done", "rejected")
"""Rows the meeting has taken up; `proposed` nobody has yet, and `struck` it will not."""
STATUS: Mapping[str, str] = {"open": "open", "in_progress": "in_progress", "done": "done", "rejected": "rejected"}
SIDES = ("customer", "utility", "both")
FIELDS = (
    "code", "subject", "problem", "clause", "at_ms", "severity", "measure", "side", "person", "due", "status", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list."""

    id: str
    """`w-<n>` of a weak point, `n-<entry>` of words of the room, `r-<entry>` of one added by hand."""
    code: str = ""
    """Weak-point code; empty where none fits."""
    subject: str = ""
    problem: str = ""
    """Words for the problem; empty where those of the weak point stand."""
    clause: str = ""
    at_ms: int | None = None
    """Time of its evidence."""
    severity: str = ""
    measure: str = ""
    side: str = ""
    """Side that answers for it: customer, utility, both."""
    person: str = ""
    """Who does it: the list names people."""
    due: str = ""
    """Day in the form 2026-12-31; empty where none is set."""
    status: RowState = "proposed"
    reason: str = ""
    """Reason for the status; a rejected or struck row says it."""
    entry: int = 0
    """Number of the entry that holds the row as it stands; 0 for one nobody has touched."""
    finding: Finding | None = None


def proposed(
    dossier: Compiled, journal: Journal, findings: Sequence[Finding], entries: Sequence[Entry]
) -> tuple[Row, ...]:
    """Return the rows the drill proposes: its weak points, worst first, each code and subject once, then the notes of
    the room."""
    found: dict[str, Row] = {}
    for finding in findings:
        if finding.code != ITS_OWN:
            name = f"w-{finding.code}-{finding.subject.id}"
            if name not in found:
                found[name] = _of_weak_point(dossier, journal, finding, name)
    for entry in valid(entries):
        if entry.what == "note":
            name = f"n-{entry.number}"
            found[name] = Row(name, problem=entry.data["text"], at_ms=entry.at_ms)
    return tuple(found.values())


def rows(of_drill: Sequence[Row], entries: Sequence[Entry]) -> tuple[Row, ...]:
    """Return the rows as people left them: proposed ones in order, then those added by hand."""
    found = {row.id: row for row in of_drill}
    for entry in valid(entries):
        if entry.what == "row":
            data = entry.data
            before = found.get(data["row"], Row(data["row"]))
            told = {name: data[name] for name in FIELDS}
            found[data["row"]] = replace(before, **told, entry=entry.number)
    return tuple(found.values())


def _of_weak_point(dossier: Compiled, journal: Journal, finding: Finding, name: str) -> Row:
    times = [journal.events[seq].t_ms for seq in finding.evidence if seq < len(journal.events)]
    return Row(
        name, finding.code, finding.subject.id, "", finding.clause, min(times, default=None), finding.severity,
        side=side_of(dossier, finding), finding=finding,
    )  # fmt: skip


def side_of(dossier: Compiled, finding: Finding) -> str:
    """Return the side whose step, device or person it is about; empty where the files do not tell."""
    plan, site, people = dossier.plan, dossier.site, dossier.customer.people
    sides = set(_sides_of_steps(dossier, (*finding.steps, finding.subject.id)))
    if not sides and finding.subject.id in site.devices:
        owner = getattr(site.devices[finding.subject.id], "owner", "")
        sides = {owner} if owner in SIDES else set()
    if not sides and finding.subject.id in people:
        sides = {people[finding.subject.id].side}
    if not sides and finding.clause:
        sides = {card.side for card, step in plan.steps() if step.clause == finding.clause}
    return "both" if len(sides) > 1 else next(iter(sides), "")


def _sides_of_steps(dossier: Compiled, names: Sequence[str]) -> Iterator[str]:
    cards = {card.id: card for card in dossier.plan.all_cards()}
    for name in names:
        found = step_of(dossier.plan, name)
        if found is not None:
            yield found[0].side
        elif name in cards:
            yield cards[name].side
