"""The stand-in for a weak point that no edit answers: wording for the meeting, from the catalogue, not run again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drillsim.findings import Finding, behind, needed_loads
from drillsim.findings.facts import D02, D03, S04
from drillsim.revision.propose.draft import draft
from drillsim.revision.recommendation import Kind, Owner, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import NO_WORDS, Genset, Words
from drillsim.texts import has

_FORM: dict[str, tuple[Kind, Owner]] = {
    "S01": ("purchase", "both"), "S02": ("paper", "both"), "S03": ("paper", "customer"),
    "S04": ("setting", "customer"), "S07": ("purchase", "customer"),
    "S08": ("paper", "customer"), "A01": ("training", "customer"),
    "A02": ("setting", "customer"), "A03": ("setting", "customer"), "A04": ("setting", "both"),
    "A05": ("setting", "customer"), "A06": ("setting", "customer"),
    "A07": ("paper", "customer"), "A08": ("purchase", "customer"),
    "A09": ("purchase", "customer"), "G01": ("training", "customer"),
    "G02": ("purchase", "customer"), "G03": ("paper", "customer"), "G04": ("setting", "customer"),
    "G05": ("purchase", "customer"), "G06": ("paper", "customer"), "G07": ("paper", "customer"),
    "G08": ("purchase", "customer"),
    "G09": ("purchase", "customer"), "G11": ("purchase", "customer"), "G13": ("purchase", "both"),
    "G14": ("paper", "customer"),
    "O01": ("setting", "customer"),
    "O02": ("paper", "customer"), "O03": ("setting", "both"), "O05": ("paper", "both"), "O06": ("staffing", "customer"),
    "O08": ("paper", "customer"), "P01": ("staffing", "customer"), "P02": ("staffing", "customer"),
    "P03": ("paper", "customer"), "P04": ("paper", "both"), "P07": ("paper", "both"),
    "P08": ("paper", "both"), "D06": ("paper", "customer"), "D01": ("paper", "customer"),
    "D02": ("purchase", "customer"), "D03": ("purchase", "customer"), "M01": ("paper", "customer"),
    "M02": ("paper", "customer"), "M03": ("paper", "customer"),
    "S05": ("purchase", "customer"), "S06": ("paper", "customer"), "G10": ("paper", "both"),
    "G12": ("purchase", "customer"), "O04": ("paper", "customer"), "O07": ("paper", "both"), "P05": ("paper", "both"),
    "P06": ("training", "customer"), "D04": ("setting", "customer"), "D05": ("paper", "customer"),
    "M04": ("paper", "both"), "M05": ("paper", "both"), "M06": ("paper", "both"), "M07": ("paper", "both"),
    "M08": ("paper", "both"),
}  # fmt: skip
"""Kind of change that the usual answer to a code is, and its owner; a utility's own step makes it the utility's."""
_OTHER: tuple[Kind, Owner] = ("paper", "both")


MOST_LISTED = 6
"""Things one wording lists; of more it says how many."""


def usual_answers(context: ReviewContext, findings: Iterable[Finding]) -> list[Recommendation]:
    """Return the usual answers to `findings`: one for all whose wording would differ in nothing but what it is about,
    in the order of the first of each."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        blank = _wording(context, each, NO_WORDS, NO_WORDS)
        groups.setdefault((each.code, blank.says("en")), []).append(each)
    return [_answer(context, group) for group in groups.values()]


def generic(context: ReviewContext, finding: Finding) -> Recommendation:
    """Return the usual answer to the code, about this subject and clause."""
    return _answer(context, [finding])


def _answer(context: ReviewContext, group: list[Finding]) -> Recommendation:
    first = group[0]
    kind, owner = _FORM.get(first.code, _OTHER)
    steps = [context.step(each.steps[0]) if each.steps else None for each in group]
    if steps[0] is not None and owner != "both":
        owner = context.owner(steps[0].by.operator)
    subjects = _listed(context, [each.subject.id for each in group])
    texts = _listed(context, [step.id if step else each.subject.id for step, each in zip(steps, group, strict=True)])
    old = steps[0].text if steps[0] and len(group) == 1 else NO_WORDS
    clauses = tuple(dict.fromkeys(each.clause for each in group if each.clause))
    one = len(clauses) == 1 and all(each.clause for each in group)
    new = _wording(context, first, subjects, texts)
    found = draft(context, first, "measure", new, kind=kind, owner=owner, clause=clauses[0] if one else "", old=old)
    return replace(
        found,
        answers=tuple((each.code, each.subject.id) for each in group),
        steps=tuple(dict.fromkeys(step for each in group for step in each.steps)),
        evidence=tuple(dict.fromkeys(seq for each in group for seq in each.evidence[:MOST_LISTED])),
    )


def _wording(context: ReviewContext, finding: Finding, subject: Words, step: Words) -> Words:
    """Return the usual wording for the weak point's facts, about `subject` and `step`."""
    code = "S04-joined" if isinstance(finding.facts, S04) and finding.facts.joined else finding.code
    text = f"new-{code}" if has(f"revision-new-{code}") else "new-other"
    facts: dict[str, object] = {name: _plain(value) for name, value in finding.plain.items()}
    facts["backed"] = "yes" if _is_backed(context, finding) else "no"
    return context.naming.words(text, **{**facts, "subject": subject, "step": step})


def _listed(context: ReviewContext, ids: Sequence[str]) -> Words:
    """Return the names of things as one list, the first few, and of how many."""
    names = tuple(dict.fromkeys(ids))
    form = "listed" if len(names) <= MOST_LISTED else "listed-of"
    return context.naming.words(form, names=names[:MOST_LISTED], n=len(names))


def _is_backed(context: ReviewContext, finding: Finding) -> bool:
    """Return whether everything the answer would connect to own supply hangs on a set already."""
    of = context.dossier
    names = finding.facts.other if isinstance(finding.facts, D02 | D03) else (finding.subject.id,)
    loads = [load for name in names for load in (needed_loads(of, name) if name in of.site.functions else (name,))]
    sets = [name for name, source in of.site.sources.items() if isinstance(source, Genset)]
    return bool(loads) and all(any(load in behind(of, each) for each in sets) for load in loads)


def _plain(value: object) -> object:
    """A figure as a clause writes it."""
    return f"{value:g}" if isinstance(value, float) else value
