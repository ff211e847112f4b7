"""What keeps a limit of one run from being met: where its late minutes come from, and the weak point behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drillsim.findings import Finding, Group, Verdict, View, began_ms, groups, ledger
from drillsim.journal import Journal
from drillsim.schema import Case, base_name

ENDURANCE = "endurance"
"""Stands for the cause where no minute was late, but own supply does not last."""
BY_SUBJECT = ("automatic", "start", "noticing", "deciding", "wait", "doing", "failed", "restart")
"""Kinds of cause that name the step, card, person's work or automatic a weak point may be about."""
FOLLOWS = ("D", "M")
"""Families of codes that tell what came of a weak point, rather than where it began."""
AT_ONCE_MS = 1_000


@dataclass(frozen=True, slots=True)
class Held:
    """One limit that is missed in one run."""

    subject: str
    cause: str
    """Where most of its late minutes come from (`findings.ledger`); `ENDURANCE` where there are none."""
    weak: tuple[str, str] = ("", "")
    """Code and subject of the weak point behind it; empty where none endangers the limit."""


def held_in(case: Case, journal: Journal, found: Sequence[Finding], missed: Sequence[Verdict]) -> tuple[Held, ...]:
    """What keeps each of the limits `missed` back; `found` are the weak points of the run."""
    view, causes = View(case, journal), main_causes(case, journal)
    whole = groups(case, journal, found) if missed else ()
    kept = []
    for each in missed:
        cause = causes.get(each.id, ENDURANCE)
        head = behind(view, found, whole, each, cause)
        kept.append(Held(each.id, cause, (head.code, head.subject.id) if head else ("", "")))
    return tuple(kept)


def main_causes(case: Case, journal: Journal) -> dict[str, str]:
    """Return where most of the late minutes of each limit came from (`findings.ledger`)."""
    late: dict[str, dict[str, int]] = {}
    for entry in ledger(case, journal):
        if entry.late_ms:
            late.setdefault(entry.subject, {})[entry.cause] = entry.late_ms
    return {name: max(causes, key=lambda each: causes[each]) for name, causes in late.items()}


def behind(view: View, found: Sequence[Finding], whole: Sequence[Group], missed: Verdict, cause: str) -> Finding | None:
    """Return the weak point behind a missed limit, the head of its group: the one about the step, card or automatic the
    late minutes come from; else the last that began before the limit's subject was without, for that is what own supply
    and plan could not carry it past; None where no weak point endangers the limit."""
    of = [each for each in whole if missed.id in each.endangers]
    kind, _, about = cause.partition(":")
    if kind in BY_SUBJECT:
        named = base_name(about.partition(":")[0])
        for each in of:
            if any(_is_about(found[at], named) for at in (each.head, *each.consequences)):
                return found[each.head]
    roots = [each for each in of if found[each.head].code[0] not in FOLLOWS] or of
    since = _since_ms(view, missed) + AT_ONCE_MS
    began = [(began_ms(view, found[each.head]), -number, each.head) for number, each in enumerate(roots)]
    before = [each for each in began if each[0] <= since]
    if before:
        return found[max(before)[2]]
    return found[roots[0].head] if roots else None


def _is_about(finding: Finding, named: str) -> bool:
    return named in (base_name(finding.subject.id), *map(base_name, finding.steps))


def _since_ms(view: View, missed: Verdict) -> int:
    """Return when its longest interruption began, ms; the end of the run where there was none."""
    return view.journal.events[missed.evidence[0]].t_ms if missed.evidence else view.journal.end_ms
