"""The check that a folder is one `report` can read, and the words for every other."""

from __future__ import annotations

from pathlib import Path

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import near_folder

_MARKERS = ("journal.jsonl", "campaign.json", "campaign.spec.json")
_OF_COMPARISON = "compare.json"
_OF_SEARCH = "revise.json"
_CUSTOMER = ("customer.yaml", "plan.yaml", "site.yaml")


def recorded_folder(given: Path, *, comparison: bool = False) -> Path:
    """The folder of a run, a campaign, or with `comparison` of a comparison that `given` names; the journal or document
    in it names it too.

    Raises: InvalidInput that says what `given` is instead and what to give.
    """
    markers = (*_MARKERS, _OF_COMPARISON) if comparison else _MARKERS
    if given.is_file() and given.name in markers:
        return given.parent
    part = given.with_name(given.name + ".part") if given.name else given
    if any((each / name).is_file() for each in (given, part) for name in markers):
        return given
    raise InvalidInput([_problem(given)])


def _problem(given: Path) -> Problem:
    if not given.exists():
        return Problem(file=given.as_posix(), code="report-missing", facts=facts(near=near_folder(given) or "none"))
    if given.is_file():
        return Problem(file=given.as_posix(), code="report-a-file")
    below = sorted(
        {file.parent.as_posix() for depth in ("*", "*/*") for m in _MARKERS for file in given.glob(f"{depth}/{m}")}
    )
    if below:
        return Problem(file=given.as_posix(), code="report-holds-runs", facts=facts(runs=", ".join(below)))
    if any((given / name).is_file() for name in _CUSTOMER):
        return Problem(file=given.as_posix(), code="report-of-customer", facts=facts(folder=given.as_posix()))
    if (given / _OF_SEARCH).is_file():
        return Problem(file=given.as_posix(), code="report-of-search", facts=facts(folder=given.as_posix()))
    code = "report-not-ours" if any(given.iterdir()) else "report-empty"
    return Problem(file=given.as_posix(), code=code)
