"""What stands for a weak point that no edit answers: wording for the meeting, from the catalogue, not run again."""

from __future__ import annotations

from drillsim.findings import Finding, behind, needed_loads
from drillsim.findings.facts import D02, D03, S04
from drillsim.revision.propose.draft import draft
from drillsim.revision.recommendation import Kind, Owner, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import NO_WORDS, Genset
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
"""What kind of change the usual answer to a code is, and whose; a utility's own step makes it the utility's."""
_OTHER: tuple[Kind, Owner] = ("paper", "both")


def generic(context: ReviewContext, finding: Finding) -> Recommendation:
    """The usual answer to the code, about this subject and clause."""
    kind, owner = _FORM.get(finding.code, _OTHER)
    step = context.step(finding.steps[0]) if finding.steps else None
    if step is not None and owner != "both":
        owner = context.owner(step.by.operator)
    code = "S04-joined" if isinstance(finding.facts, S04) and finding.facts.joined else finding.code
    text = f"new-{code}" if has(f"revision-new-{code}") else "new-other"
    facts: dict[str, object] = {name: _plain(value) for name, value in finding.plain.items()}
    facts["backed"] = "yes" if _is_backed(context, finding) else "no"
    facts |= {"subject": finding.subject.id, "step": step.text if step else finding.subject.id}
    new = context.naming.words(text, **facts)
    return draft(context, finding, "measure", new, kind=kind, owner=owner, old=step.text if step else NO_WORDS)


def _is_backed(context: ReviewContext, finding: Finding) -> bool:
    """Whether everything the answer would connect to own supply hangs on a set already."""
    of = context.dossier
    names = finding.facts.other if isinstance(finding.facts, D02 | D03) else (finding.subject.id,)
    loads = [load for name in names for load in (needed_loads(of, name) if name in of.site.functions else (name,))]
    sets = [name for name, source in of.site.sources.items() if isinstance(source, Genset)]
    return bool(loads) and all(any(load in behind(of, each) for each in sets) for load in loads)


def _plain(value: object) -> object:
    """A figure as a clause writes it."""
    return f"{value:g}" if isinstance(value, float) else value
