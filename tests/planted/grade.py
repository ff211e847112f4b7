"""The grading, and nothing else: what is found, what is a false alarm, what is worse, what is repaired.

Found: a weak point of the expected code whose subject, or whose clause, is one of the places stated beforehand; of a
step carried out for many (`S31[sub-17]`, `S31#2`) the step counts. The sound twin must not say the same.
False alarm: any weak point of a sound plan in a situation it answers; severity A apart from the others.
Worse: a load or function with a limit whose verdict is a state worse, or whose interruption is longer over its limit by
more than a second, or whose own supply falls short of what is asked for by more.
Repaired: with a change made, none of what was worse than in the sound twin still is, or its limit is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drillsim.findings import Finding, Verdict
from drillsim.schema import base_name

NOTICED_MS = 1_000
STATES = ("met", "not_tested", "cannot_say", "missed")
"""Verdicts from best to worst."""


def is_found(code: str, at: Iterable[str], findings: Iterable[Finding]) -> bool:
    """Whether one of the weak points has this code at one of these places."""
    places = set(at)
    return any(
        each.code == code and bool(places & {each.subject.id, base_name(each.subject.id), each.clause})
        for each in findings
    )


def said(findings: Iterable[Finding], before: Iterable[Finding]) -> tuple[str, ...]:
    """Code and subject of what is said and was not said of the sound twin."""
    known = {(each.code, each.subject.id) for each in before}
    new = ((each.code, each.subject.id) for each in findings)
    return tuple(dict.fromkeys(f"{code} {subject}" for code, subject in new if (code, subject) not in known))


def false_alarms(findings: Iterable[Finding]) -> tuple[int, int]:
    """How many of severity A, and how many others."""
    grave = [each.severity == "A" for each in findings]
    return sum(grave), len(grave) - sum(grave)


def worse(sound: Mapping[str, Verdict], spoiled: Mapping[str, Verdict]) -> tuple[str, ...]:
    """Protected loads and functions that are worse than in the sound twin."""
    both = [(name, old, spoiled[name]) for name, old in sound.items() if name in spoiled]
    return tuple(name for name, old, new in both if (old.protected or new.protected) and _is_worse(old, new))


def how_much(
    sound: Mapping[str, Verdict], spoiled: Mapping[str, Verdict], subjects: Iterable[str]
) -> tuple[int, int, int]:
    """How bad it is that these are worse: how many miss an interruption limit, or what own supply has to last, that the
    sound twin keeps; by how much longer they all are over their limits, ms; and, of situations alike in that, the
    fewer limits the twin misses itself the more it is this that counts there."""
    missed, more = 0, 0
    for name in subjects:
        old, new = sound[name], spoiled[name]
        missed += new.verdict == "missed" and old.verdict != "missed"
        missed += _falls_short(new) and not _falls_short(old)
        more += max(0, _excess_ms(new) - _excess_ms(old))
    return missed, more, -sum(each.verdict == "missed" or _falls_short(each) for each in sound.values())


def _falls_short(verdict: Verdict) -> bool:
    return verdict.endurance is not None and verdict.endurance.verdict == "missed"


def repaired(sound: Mapping[str, Verdict], changed: Mapping[str, Verdict], damaged: Iterable[str]) -> bool:
    """Whether none of the damaged is still worse than in the sound twin, unless its limits are met."""
    return all(not _is_worse(sound[name], changed[name]) or _is_met(changed[name]) for name in damaged)


def _is_worse(old: Verdict, new: Verdict) -> bool:
    if STATES.index(new.verdict) > STATES.index(old.verdict) or _excess_ms(new) > _excess_ms(old) + NOTICED_MS:
        return True
    if old.endurance is None or new.endurance is None:
        return False
    if STATES.index(new.endurance.verdict) > STATES.index(old.endurance.verdict):
        return new.endurance.verdict != "not_tested"
    return new.endurance.verdict == "missed" and _lasts_ms(new) < _lasts_ms(old) - NOTICED_MS


def _is_met(verdict: Verdict) -> bool:
    lasting = verdict.endurance is None or verdict.endurance.verdict in ("met", "not_tested")
    return verdict.verdict == "met" and lasting


def _excess_ms(verdict: Verdict) -> int:
    limit = verdict.max_interruption_ms
    return max(verdict.outage_ms - limit, 0) if limit is not None else 0


def _lasts_ms(verdict: Verdict) -> int:
    lasts = verdict.endurance.lasts_ms if verdict.endurance else None
    return lasts if lasts is not None else 10**12
