"""The bottleneck of a limit missed in one run: where its late minutes come from, and the weak point behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drillsim.findings import Finding, Group, Verdict, View, began_ms, groups, ledger
from drillsim.journal import Journal
from drillsim.schema import Case, base_name, item_of

ENDURANCE = "endurance"
"""Stands for the cause where no minute was late, but own supply does not last."""
BY_SUBJECT = ("automatic", "start", "noticing", "deciding", "wait", "doing", "restart", "off")
"""Kinds of cause that name the step, card, person's work, automatic or function a weak point may be about."""
FOLLOWS = ("D01", "D02", "D03", "D05", "D06", "M03")
"""Codes that tell what came of a weak point, rather than where it began."""
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
    """Return what keeps each of the limits `missed` back; `found` are the weak points of the run."""
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
    and plan could not carry it past; else the first of all; None where no weak point endangers the limit."""
    of = [each for each in whole if missed.id in each.endangers]
    kind, _, about = cause.partition(":")
    if kind in BY_SUBJECT:
        step, _, reason = about.partition(":")
        named = [
            (number, each)
            for number, group in enumerate(of)
            for each in _findings(found, group)
            if _is_about(each, base_name(step))
        ]
        if named:  # whoever speaks of that very wait comes first
            return found[of[min(named, key=lambda pair: (reason not in pair[1].waits, pair[0]))[0]].head]
    roots = [each for each in of if found[each.head].code not in FOLLOWS] or of
    since = _since_ms(view, missed) + AT_ONCE_MS
    began = [(began_ms(view, found[each.head]), -number, each.head) for number, each in enumerate(roots)]
    before = [each for each in began if each[0] <= since]
    if before:
        return found[max(before)[2]]
    return found[min(began)[2]] if began else None


def _findings(found: Sequence[Finding], group: Group) -> Iterator[Finding]:
    """Yield the findings of a group, the head first."""
    return (found[at] for at in (group.head, *group.consequences))


def _is_about(finding: Finding, named: str) -> bool:
    about = finding.subject.id
    return named in (about, base_name(about), item_of(about), *map(base_name, finding.steps))


def _since_ms(view: View, missed: Verdict) -> int:
    """Return when its longest interruption began, ms; the end of the run where there was none."""
    return view.journal.events[missed.evidence[0]].t_ms if missed.evidence else view.journal.end_ms
