"""The rows of `check` on scenarios: whether one applies to the customer, and which of its targets find nothing, in
words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from drillsim.checks.document import MisfitRow, Reason, ScenarioRow
from drillsim.schema import Case, Misfit, Selector, misfits
from drillsim.texts import Lang, list_text, text

Where = Callable[[str], tuple[str, int]]
"""File and line of a dotted field of the scenario."""


def scenario_row(
    case: Case, lang: Lang, names: Mapping[str, str], where: Where, dead: Sequence[str] = ()
) -> ScenarioRow:
    """Return the row of `check` on the scenario. `dead` are the targets it strikes where all of them are dead at T0."""
    missing = misfits(case)
    why = [_row(where, each.field, each.reason, misfit_text(each, lang, names)) for each in missing]
    if dead and not missing:
        why.append(_row(where, "events.0.on", "dead", dead_text(dead, lang, names)))
    return ScenarioRow(
        id=case.scenario_id,
        status="not_applicable" if why else "applicable",
        unmatched=tuple(each.field for each in missing),
        why=tuple(why),
    )


def _row(where: Where, field: str, reason: Reason, words: str) -> MisfitRow:
    file, line = where(field)
    return MisfitRow(file=file, line=line, field=field, reason=reason, text=words)


def misfit_text(misfit: Misfit, lang: Lang, names: Mapping[str, str]) -> str:
    """Return the reason the field finds nothing, as a sentence."""
    found = [names.get(each, each) for each in misfit.found]
    if misfit.reason == "unknown-id":
        return text(lang, "applicable-unknown-id", ids=list_text(lang, misfit.asked.id))
    if misfit.reason == "nothing":
        return text(lang, "applicable-nothing", what=_asked_text(misfit.asked, lang, names))
    if misfit.reason == "cannot":
        return text(lang, "applicable-cannot", found=list_text(lang, found), fault=misfit.fault)
    return text(lang, f"applicable-{misfit.reason}", name=misfit.found[0])


def dead_text(dead: Sequence[str], lang: Lang, names: Mapping[str, str]) -> str:
    """Return the sentence that all targets struck are dead at T0."""
    return text(lang, "applicable-dead", found=list_text(lang, [names.get(each, each) for each in dead]))


def _asked_text(asked: Selector, lang: Lang, names: Mapping[str, str]) -> str:
    return text(lang, "applicable-and").join(_asked_parts(asked, lang, names))


def _asked_parts(asked: Selector, lang: Lang, names: Mapping[str, str]) -> Iterator[str]:
    """The properties asked for, in words."""
    if asked.id:
        yield list_text(lang, [names.get(each, each) for each in asked.id])
    if asked.kind is not None:
        yield text(lang, "applicable-kind", kind=asked.kind)
    if asked.role is not None:
        yield text(lang, "applicable-role", role=asked.role, name=names.get(asked.role, asked.role))
    if asked.zone is not None:
        yield text(lang, "applicable-zone", zone=names.get(asked.zone, asked.zone))
    if asked.security is not None:
        yield text(lang, "applicable-security" if asked.security else "applicable-no-security")
    if asked.grade is not None:
        yield text(lang, "applicable-grade", grade=asked.grade)
