"""Rules and their answers.

A rule judges the files, or the network built from them, without a simulation. It answers for each subject it looks at:
pass, fail, not applicable, or unknown with what is missing. `unknown` is a result of its own and never a pass.

Standards are cited by number, edition and clause in our own paraphrase. `confidence` says how sure we are: `seen` in
public pages, `own` knowledge not looked up, `derived` by arithmetic or from several of them. `verified_on` is the day
somebody held the rule against the standard's text; nobody has done so yet for any of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from drillsim.checks.inputs import Inputs

Outcome = Literal["pass", "fail", "unknown", "not_applicable"]
Needs = Literal["files", "network", "run"]
Severity = Literal["must", "should", "info"]
Confidence = Literal["seen", "own", "derived"]
Fact = str | int
"""A word as the planner's files have it, or a number; names end in `_ms` for times, rendered at the edge."""

BEYOND_CHECK = ("run",)
"""Inputs `check` can never have: a simulation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The subject of a result and its place: `path` leads from the top of `file` to the field."""

    kind: str
    id: str
    file: str
    """`customer.yaml`, `site.yaml`, `plan.yaml`, or `network` for whichever spelling the folder has."""
    path: tuple[str | int, ...] = ()
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One answer of one rule. Texts: `rule-<rule>-fail` (with `-<variant>`), `rule-missing-<missing>`,
    `rule-why-<why>`."""

    rule: str
    outcome: Outcome
    about: About
    variant: str = ""
    """Variant of the rule's text for a failure; empty for the only one."""
    missing: str = ""
    """Input the rule needs and does not have, for an unknown."""
    why: str = ""
    """Reason the rule has nothing to say, for a not applicable."""
    facts: tuple[tuple[str, Fact], ...] = ()

    @property
    def fails_strict(self) -> bool:
        """Return whether `--strict` counts it: an unknown that the files or the command line could have answered."""
        return self.outcome == "unknown" and self.missing not in BEYOND_CHECK


RuleFunction = Callable[["Inputs"], Iterable[Result]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. The catalogue has its meaning: `rule-<id>-title` and `rule-<id>-means`."""

    id: str
    needs: Needs
    severity: Severity
    source: str
    """Document the rule comes from; empty for good practice of our own."""
    edition: str = ""
    clause: str = ""
    confidence: Confidence
    verified_on: dt.date | None = None
    judge: RuleFunction


def _named(named: dict[str, Fact]) -> tuple[tuple[str, Fact], ...]:
    return tuple(sorted(named.items()))


def passed(about: About, **facts: Fact) -> Result:
    """The rule holds for `about`."""
    return Result(rule="", outcome="pass", about=about, facts=_named(facts))


def failed(about: About, variant: str = "", **facts: Fact) -> Result:
    """The rule does not hold."""
    return Result(rule="", outcome="fail", about=about, variant=variant, facts=_named(facts))


def unknown(about: About, missing: str, **facts: Fact) -> Result:
    """Nobody can say before `missing` is given."""
    return Result(rule="", outcome="unknown", about=about, missing=missing, facts=_named(facts))


def absent(about: About, *field: str) -> Result:
    """Nobody can say before `field`, below what `about` points to, is written down."""
    return unknown(replace(about, path=(*about.path, *field)), "field", field=field[-1])


def unfiled(about: About, kind: str) -> Result:
    """Nobody can say before a paper of `kind` is on file."""
    return unknown(replace(about, path=("documents",)), "document", kind=kind)


def not_applicable(about: About, why: str, **facts: Fact) -> Result:
    """The rule has nothing to say here."""
    return Result(rule="", outcome="not_applicable", about=about, why=why, facts=_named(facts))


def over(count: int, found: Iterable[Result], about: About, *, none: str) -> Iterator[Result]:
    """Yield the answer of a rule that looked at `count` things and `found` fault with some: those, or one pass for all.

    With nothing to look at it is not applicable, because of `none`.
    """
    results = tuple(found)
    if not count:
        yield not_applicable(about, none)
    elif results:
        yield from results
    else:
        yield passed(about, count=count)
