"""Flags of `drillsim campaign`, read so that a wrong one is a problem in the planner's language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.option import count_of
from drillsim.errors import wrong_argument
from drillsim.units import UnitError, parse_duration
from drillsim.use.campaign import VariantDir

if TYPE_CHECKING:
    from drillsim.campaign import HourName

FAULTS = {"none": 0, "n-1": 1, "n-2": 2, "n-3": 3}
HOURS = ("day", "night", "peak", "shift-change")


def faults_of(value: str | int) -> int:
    """Return the number of failures at once. Raises: InvalidInput `argument-choice`."""
    if str(value).lower() in FAULTS:
        return FAULTS[str(value).lower()]
    raise wrong_argument("--faults", "argument-choice", value=value, known="none, N-1, N-2, N-3")


def pattern_of(value: str) -> str:
    """Pattern of scenario names; empty for `none`."""
    return "" if value.strip().lower() == "none" else value


def hours_of(value: str) -> tuple[HourName, ...]:
    """Hours of the day, by name."""
    found = tuple(dict.fromkeys(each.strip() for each in value.split(",") if each.strip()))
    known = [each for each in HOURS if each in found]
    if not found or len(known) < len(found):
        raise wrong_argument("--hours", "argument-choice", value=value, known=", ".join(HOURS))
    return tuple(each for each in HOURS if each in found)  # type: ignore[misc]  # the tuple above is the literal's


def error_of(value: str | float) -> float:
    """A share such as `5%` or `0.05`."""
    words = str(value).strip()
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", words)
    share = float(found[1]) / (100 if found[2] else 1) if found else 0.0
    if 0 < share < 1:
        return share
    raise wrong_argument("--target-error", "argument-share", value=words)


def late_of(value: str | int) -> int:
    """A time such as `15 min`, in ms."""
    try:
        late = parse_duration(str(value))
    except UnitError:
        late = 0
    if late > 0:
        return late
    raise wrong_argument("--late", "argument-time", value=str(value))


def variant_of(value: str) -> VariantDir:
    """`LABEL=DIR`."""
    label, found, folder = value.partition("=")
    if found and label.strip() and folder.strip():
        return VariantDir(label.strip(), Path(folder.strip()))
    raise wrong_argument("--variant", "argument-variant", value=value)


Faults = Annotated[
    int | None, typer.Option("--faults", metavar="N-1|N-2|N-3|none", parser=faults_of, help="cli-option-faults")
]
ScenarioGlob = Annotated[str | None, typer.Option("--scenarios", metavar="GLOB", help="cli-option-scenarios")]
Hours = Annotated[str | None, typer.Option("--hours", metavar="LIST", help="cli-option-hours")]
Draws = Annotated[int | None, typer.Option("--draws", metavar="N", parser=count_of("--draws"), help="cli-option-draws")]
TargetError = Annotated[
    float | None, typer.Option("--target-error", metavar="SHARE", parser=error_of, help="cli-option-target-error")
]
Late = Annotated[int | None, typer.Option("--late", metavar="TIME", parser=late_of, help="cli-option-late")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", parser=count_of("--limit"), help="cli-option-limit")]
Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS", help="cli-option-scheduler")]
Exact = Annotated[bool, typer.Option("--exact", help="cli-option-exact")]
Revise = Annotated[bool, typer.Option("--revise", help="cli-option-revise")]
Resume = Annotated[bool, typer.Option("--resume", help="cli-option-resume")]
EveryCase = Annotated[bool, typer.Option("--every-case", help="cli-option-every-case")]
Variants = Annotated[list[str] | None, typer.Option("--variant", metavar="LABEL=DIR", help="cli-option-variant")]
