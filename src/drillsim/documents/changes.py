"""Recommendations in the review meeting's form: clause, old wording, new wording, reason, owner, proof."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from drillsim.documents.pictures.gains import GainBars
from drillsim.documents.report import Change
from drillsim.documents.run_document import RecommendationRow
from drillsim.documents.source import Recorded, Spoken
from drillsim.texts import duration_text, list_text
from drillsim.units import MS_PER

CHANGE_MARKS = {"proposed": "✔", "untested": "○", "rejected": "✘"}
WORST, BOUNDS = "worst_outage_ms", "weak_points_a"
"""The measure that needs a name beside it, and the one that counts bounds: page one knows some of them lower."""
_SIGNS = {"kwh": "kWh", "kw": "kW", "kva": "kVA", "l": "L", "l_per_min": "L/min", "m": "m", "percent": "%", "count": ""}
MOST_FIRST = 5
"""Changes to make first that stand on page one."""
_FOR_THE_MEETING = ("purchase", "staffing", "setting")


def changes(run: Recorded) -> tuple[Change, ...]:
    """Every recommendation: proposed by gain, then untested, then rejected."""
    return tuple(_change(run, row) for row in run.document.recommendations)


def first(run: Recorded) -> tuple[Change, ...]:
    """The changes to make first: supported by re-running, the greatest gain first; the first few."""
    return tuple(_change(run, row) for row in _supported(run))


def first_number(run: Recorded, change: str) -> int:
    """The number of a change among those to make first; 0 for one that is not among them."""
    ids = [row.id for row in _supported(run)]
    return ids.index(change) + 1 if change in ids else 0


def _supported(run: Recorded) -> list[RecommendationRow]:
    return [row for row in run.document.recommendations if row.verdict == "proposed"][:MOST_FIRST]


def adopt(run: Recorded) -> str:
    """Return the question whether the changes to make first are adopted; empty where there are none."""
    found = _supported(run)
    return run.words("decide-adopt", n=len(found)) if found else ""


def plan_change(run: Recorded) -> str:
    """Return what becomes of the plan: a draft, never a version nobody has given it yet."""
    proposed = sum(row.verdict == "proposed" for row in run.document.recommendations)
    return run.words("plan-change", n=proposed)


def decisions(run: Recorded) -> tuple[str, ...]:
    """Return the changes that editing paper cannot make (money, people, settings of the other side), but for those to
    make first."""
    return tuple(
        run.words(
            "decision",
            id=row.id,
            kind=run.known("change-kind", row.kind),
            what=run.said(row.new),
            owner=run.known("owner", row.owner),
        )
        for row in run.document.recommendations
        if row.kind in _FOR_THE_MEETING and row.verdict != "rejected" and not first_number(run, row.id)
    )


def gain_text(run: Recorded, row: RecommendationRow) -> str:
    """Return the subject that gains most by the change, by name and with its limit, and how many more; in older runs
    the measure that changed most tellingly. Empty when nothing was measured or changed."""
    if row.gain:
        return _gained(run, row)
    found = next(measures(run, row), None)
    return run.words("gain", measure=found[0], before=found[1], after=found[2]) if found else ""


def _gained(run: Recorded, row: RecommendationRow) -> str:
    first, *more = row.gain
    missed = [str(each.get("missed", "")) for each in (row.before or {}, row.after or {})]
    return run.words(
        f"gain-{first.what}",
        name=run.names.of(first.subject),
        before=duration_text(run.lang, first.before_ms),
        after=duration_text(run.lang, first.after_ms),
        limit="none" if first.limit_ms is None else duration_text(run.lang, first.limit_ms),
        more=len(more),
        was="none" if missed[0] == missed[1] else missed[0],
        now=missed[1],
    )


MOST_COMPARED, MOST_BARS = 3, 14
"""Changes drawn before and after, and loads and functions they are drawn for."""


def compared(run: Recorded) -> tuple[list[GainBars], list[str]]:
    """Return what missed its limit, gravest first, with its longest outage as it is and with each of the first changes;
    and what these are called. Nothing where no change is supported."""
    shown = [row for row in _supported(run) if row.after is not None][:MOST_COMPARED]
    judged = [row for row in (*run.document.loads, *run.document.functions) if row.verdict == "missed"]
    after = [(row.after or {}).get("outages") for row in shown]
    if not judged or not all(isinstance(each, dict) for each in after) or not shown:
        return [], []
    longest = sorted(judged, key=lambda row: -row.outage_ms)[:MOST_BARS]
    bars = [
        GainBars(
            name=run.names.of(row.id),
            limit_ms=row.max_interruption_ms,
            outages_ms=(row.outage_ms, *(int(each.get(row.id, 0)) for each in after if isinstance(each, dict))),
        )
        for row in longest
    ]
    called = [run.words("gains-change", n=n, place=place_text(run, row)) for n, row in enumerate(shown, 1)]
    return bars, [run.words("gains-now"), *called]


def place_text(run: Spoken, row: RecommendationRow) -> str:
    """Return the place of the change: its clause, the clause it goes behind, or the part of the plan's papers."""
    if _is_clause(row):
        return row.clause
    if row.place is None or row.place.kind == "clause":
        return run.words("no-clause")
    if row.place.kind == "new_clause":
        return run.words("place-new-clause", clause=row.place.clause or "none", after=row.place.after or "none")
    return run.known("place", row.place.kind)


def _is_clause(row: RecommendationRow) -> bool:
    return bool(row.clause) and (row.place is None or row.place.kind == "clause")


def measures(run: Recorded, row: RecommendationRow, *, outages: bool = True) -> Iterator[tuple[str, str, str]]:
    """Name, value before, value after of everything that changed in the proving run: its measures, then with `outages`
    those, what changed alike together."""
    before, after = row.before or {}, row.after or {}
    for name, value in before.items():
        if name == BOUNDS or not isinstance(value, int | float | str) or after.get(name, value) == value:
            continue
        whose = [_whose(run, each) if name == WORST else "" for each in (before, after)]
        words = (_value(run, name, value) + whose[0], _value(run, name, after[name]) + whose[1])
        yield run.known("measure", name), *words
    if outages:
        yield from _changed_outages(run, before.get("outages"), after.get("outages"))


def _whose(run: Recorded, measured: Mapping[str, Any]) -> str:
    """In brackets, whose outage was the longest."""
    outages = measured.get("outages")
    if not isinstance(outages, dict) or not outages:
        return ""
    return run.words("measure-whose", name=run.names.of(max(outages, key=lambda name: outages[name])))


def _changed_outages(run: Recorded, before: object, after: object) -> Iterator[tuple[str, str, str]]:
    if not isinstance(before, dict) or not isinstance(after, dict):
        return
    alike: dict[tuple[int, int], list[str]] = {}
    for name in {**before, **after}:
        pair = before.get(name, 0), after.get(name, 0)
        if pair[0] != pair[1]:
            alike.setdefault(pair, []).append(run.names.of(name))
    for (was, becomes), names in alike.items():
        words = run.words("measure-outage-of", name=list_text(run.lang, names))
        yield words, duration_text(run.lang, was), duration_text(run.lang, becomes)


def answer_to_wait(run: Recorded, step: str, reason: str) -> RecommendationRow | None:
    """The best proved change that shortens this wait; else the best proved one about the step."""
    proved = [row for row in run.document.recommendations if row.verdict == "proposed"]
    same = [row for row in proved if row.wait and (row.wait.step, row.wait.reason) == (step, reason)]
    about = [row for row in proved if row.subject == step or (row.wait is not None and row.wait.step == step)]
    return next(iter(same or about), None)


def _assumed(run: Recorded, row: RecommendationRow) -> str:
    """Return the assumed effect of a training or purchase, and the figure where its benefit ends."""
    if row.assumed is None:
        return ""
    each = row.assumed
    if each.unit == "yes_no":
        return run.words("assumed-yes-no", field=run.said(row.new), basis=run.said(each.basis))
    now, assumed = _figure(run, each.unit, each.now), _figure(run, each.unit, each.assumed)
    basis = run.said(each.basis)
    words = run.words("assumed", field=_field(run, each.field), now=now, assumed=assumed, basis=basis)
    if each.vanishes_at is None:
        return words
    return f"{words} {run.words('assumed-vanishes', at=_figure(run, each.unit, each.vanishes_at))}"


def _field(run: Recorded, path: str) -> str:
    """Return the meaning of a dotted path, where it is how long a step takes; else the path."""
    found = re.fullmatch(r"cards\.(\d+)\.steps\.(\d+)\.takes", path)
    cards = run.case.dossier.plan.cards
    if found is None or int(found[1]) >= len(cards) or int(found[2]) >= len(cards[int(found[1])].steps):
        return path
    step = cards[int(found[1])].steps[int(found[2])]
    return run.words("assumed-takes", step=run.names.of(step.id))


def _figure(run: Recorded, unit: str, value: float) -> str:
    """A quantity with its unit: times in words, the rest as a number and the unit's sign."""
    if unit == "persons":
        return run.words("assumed-persons", n=round(value))
    factor = MS_PER.get(unit)
    return duration_text(run.lang, round(value * factor)) if factor else f"{value:g} {_SIGNS.get(unit, unit)}".rstrip()


def _value(run: Recorded, name: str, value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and name.endswith("_ms"):
        return duration_text(run.lang, value)
    return run.names.of(str(value))


def _due(run: Recorded, row: RecommendationRow) -> str:
    """Return the day the register has for what the change answers; else that the meeting sets one."""
    register = run.case.dossier.register
    entries = register.entries.values() if register else ()
    days = [each.due for each in entries if each.due and each.code in row.codes and each.subject == row.subject]
    return min(days).isoformat() if days else run.words("due-open")


def _change(run: Recorded, row: RecommendationRow) -> Change:
    owner, gain = run.known("owner", row.owner), gain_text(run, row)
    old, new, clause = run.said(row.old), run.said(row.new), place_text(run, row)
    form = "sentence-new" if not old else "sentence-change" if _is_clause(row) else "sentence-change-anywhere"
    sentence = run.words(
        form, id=row.id, codes=list_text(run.lang, row.codes), clause=clause, old=old, new=new, owner=owner
    )
    return Change(
        id=row.id,
        codes=list_text(run.lang, row.codes),
        clause=clause,
        old=old or run.words("no-wording"),
        new=new,
        owner=owner,
        seqs=tuple(row.evidence),
        due=_due(run, row),
        kind=run.known("change-kind", row.kind),
        verdict=row.verdict,
        mark=CHANGE_MARKS[row.verdict],
        word=run.words(f"change-{row.verdict}"),
        reason=run.said(row.reason),
        measures=tuple(measures(run, row)),
        sentence=" ".join(part for part in (sentence, run.words("sentence-proof", gain=gain) if gain else "") if part),
        gain=gain,
        assumed=_assumed(run, row),
        cost="" if row.cost is None else f"{row.cost.amount:,.0f} {row.cost.currency}",
        proof=f"proofs/{row.id}/" if row.before is not None else "",
    )
