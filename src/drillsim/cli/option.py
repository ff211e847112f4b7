"""Flags and arguments several commands share. `help` is a text id; values are read here, so that a wrong one is a
problem in the planner's language.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from drillsim.cli.language import lang_named
from drillsim.errors import wrong_argument
from drillsim.texts import LANGS, Lang

FailOn = Literal["A", "B", "C", "never"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
MOST = 1_000_000
_LARGEST_SEED = 2**63 - 1


def lang_of(value: str) -> Lang:
    """`zh` or `en`."""
    lang = lang_named(value)
    if lang:
        return lang
    raise wrong_argument("--lang", "argument-choice", value=value, known=", ".join(LANGS))


def fail_on_of(value: str) -> FailOn:
    """A severity, or `never`."""
    for word in FAIL_ON:
        if value.lower() == word.lower():
            return word
    raise wrong_argument("--fail-on", "argument-choice", value=value, known=", ".join(FAIL_ON))


def seed_of(value: str | int) -> int:
    """A whole number from 0."""
    words = str(value)
    if words.isascii() and words.isdigit() and int(words) <= _LARGEST_SEED:
        return int(words)
    raise wrong_argument("--seed", "argument-seed", value=words)


def date_of(value: str) -> dt.date:
    """A day."""
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise wrong_argument("--as-of", "argument-date", value=value) from None


def count_of(flag: str, least: int = 1) -> Callable[[str | int], int]:
    """A reader for whole numbers from `least`."""

    def read(value: str | int) -> int:
        words = str(value)
        if words.isascii() and words.isdigit() and least <= int(words) <= MOST:
            return int(words)
        raise wrong_argument(flag, "argument-count", value=words, least=least, most=MOST)

    return read


def processors() -> int:
    """Return the number of processes that play where nobody says how many."""
    return os.cpu_count() or 1


EditionName = Annotated[str | None, typer.Option("--edition", metavar="NAME", help="cli-option-edition")]
PlanDir = Annotated[Path, typer.Argument(metavar="PLAN_DIR", help="cli-argument-plan-dir")]
Scenarios = Annotated[list[str], typer.Argument(metavar="SCENARIO...", help="cli-argument-scenario")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", parser=seed_of, help="cli-option-seed")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="cli-option-out")]
LangFlag = Annotated[str | None, typer.Option("--lang", metavar="zh|en", parser=lang_of, help="cli-option-lang")]
Json = Annotated[bool, typer.Option("--json", help="cli-option-json")]
NoProofs = Annotated[bool, typer.Option("--no-proofs", help="cli-option-no-proofs")]
WorkerCount = Annotated[
    int | None, typer.Option("--workers", metavar="N", parser=count_of("--workers"), help="cli-option-workers")
]
AsOf = Annotated[dt.date | None, typer.Option("--as-of", metavar="DATE", parser=date_of, help="cli-option-as-of")]
FailOnFlag = Annotated[
    str, typer.Option("--fail-on", metavar="A|B|C|never", parser=fail_on_of, help="cli-option-fail-on")
]
