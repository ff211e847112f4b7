"""The document `check --json` prints. `drillsim schema check` is the JSON Schema of `CheckDocument`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

from drillsim.checks.locate import Locate, unlocated
from drillsim.checks.rule import Confidence, Fact, Outcome, Result, Rule, Severity
from drillsim.checks.todo import Todo, todo_of
from drillsim.checks.wording import closing_text, result_text, source_text
from drillsim.schema import Model
from drillsim.texts import Lang


class SubjectRow(Model):
    """The subject of a result."""

    kind: str
    """Kind of the customer's files: load, source, step, device, customer, plan …"""
    id: str
    """Its id."""


class ResultRow(Model):
    """One answer of one rule."""

    rule: str
    """Rule id."""
    outcome: Outcome
    """pass, fail, unknown (something is missing; never a pass), not_applicable."""
    severity: Severity
    """Force of the rule: must, should, info."""
    todo: Todo
    """Kind of work a failure asks for: danger, plant, plan, people, papers."""
    subject: SubjectRow
    """Thing the result is about."""
    clause: str
    """Clause of the plan, where there is one."""
    file: str
    """File it stands in."""
    line: int
    """Line there; 0 where the file has no lines."""
    field: str
    """Dotted path of the field."""
    variant: str
    """Variant of the rule's failure; empty where it has one only."""
    missing: str
    """Code of what is missing, for an unknown."""
    text: str
    """The same for people."""
    facts: dict[str, Fact]
    """Figures and ids; times in ms under names that end in `_ms`."""
    source: str
    """Document, edition and clause the rule comes from; empty for practice."""
    confidence: Confidence
    """seen in public pages, own knowledge, derived."""
    verified_on: dt.date | None
    """Date the rule was held against the standard's text; null: never."""


class Summary(Model):
    """The number of results of each kind."""

    passed: int
    """Rules that hold."""
    failed: int
    """Rules that do not."""
    unknown: int
    """Nobody can say."""
    unknown_strict: int
    """Number of unknown results the files or the command line could have answered; `--strict` fails on them."""
    not_applicable: int
    """Nothing to say."""


class CollectRow(Model):
    """One thing somebody has to find out and write down before rules can be judged."""

    file: str
    """File it belongs in; empty where no file holds it (a date on the command line, a run)."""
    line: int
    """Line of the nearest thing there is; 0 where the file has no lines."""
    field: str
    """Dotted path of the field."""
    rules: tuple[str, ...]
    """Rules that wait for it."""
    text: str
    """The same for people."""


Reason = Literal["unknown-id", "nothing", "cannot", "mode", "load", "dead"]


class MisfitRow(Model):
    """One target of a scenario that finds nothing at the customer."""

    file: str
    """The scenario's file."""
    line: int
    """Line there."""
    field: str
    """Dotted path of the field."""
    reason: Reason
    """Ids nobody has; nothing as described; nothing that can have the fault; no such mode; no such load situation; all
    of it dead at T0."""
    text: str
    """The same for people."""


class ScenarioRow(Model):
    """The answer whether one scenario applies to the customer: what a run of it would say."""

    id: str
    """Name of the scenario."""
    status: Literal["applicable", "not_applicable"]
    """`not_applicable`: a run of it plays nothing and says so."""
    unmatched: tuple[str, ...]
    """Fields whose target the customer does not have; empty when there are none."""
    why: tuple[MisfitRow, ...] = ()
    """Reasons it does not apply: each target that finds nothing."""


class ExpectedRow(Model):
    """One expectation of a regression for one load or function."""

    kind: Literal["load", "function"]
    """Load or function."""
    id: str
    """Its id."""
    expected: str
    """Verdict that should come."""
    found: str
    """Verdict that came."""
    held: bool | None
    """null where it was not tested or nobody can say."""


class RegressionRow(Model):
    """One closed entry of the register, played again."""

    number: str
    """Number of the entry."""
    code: str
    """Weak-point code."""
    subject: str
    """Id it is about."""
    scenario: str
    """Scenario it was played in; empty where the entry names none."""
    seed: int | None
    """Seed of the run; null where none was played."""
    outcome: Literal["holds", "back", "unknown"]
    """holds, back, unknown (never a pass)."""
    why: str
    """Reason nobody can tell: no-scenario, not-applicable, no-such-subject, cannot-say, expects-nothing."""
    severity: Literal["A", "B", "C"] | None
    """Severity of what is back."""
    before: str
    """Status of the entry before."""
    after: str
    """Status it has now."""
    expectations: tuple[ExpectedRow, ...]
    """Verdicts it asks for; empty where its code must not be said."""
    file: str
    """File it stands in."""
    line: int
    """Line there."""
    text: str
    """The same for people."""


class RegressionDocument(Model):
    """The closed entries of the register, played again on the plan as it is."""

    played: tuple[RegressionRow, ...]
    """One row an entry that was closed, in the order of the register."""
    not_closed: int
    """Number of entries still open, which are not played."""
    written: bool
    """true where the register was changed."""


class CheckDocument(Model):
    """The whole answer of `drillsim check`."""

    format: Literal[1] = 1
    """Format of this document."""
    customer: str
    """Folder name of the customer."""
    as_of: dt.date | None
    """The date rules were held against; null: none given, and rules that need one are unknown."""
    results: tuple[ResultRow, ...]
    """Every answer, in the order of the rules."""
    collect: tuple[CollectRow, ...] = ()
    """Missing inputs, file by file: the list an account manager collects."""
    summary: Summary
    """Counts."""
    scenarios: tuple[ScenarioRow, ...]
    """The scenarios named on the command line."""
    edition: str | None = None
    """Edition of the plan that was checked; null: the plan as it always holds. Lines of changed files count in the file
    as the edition has it."""
    editions: tuple[str, ...] = ()
    """Editions that fit the plan; those of another version of it are told and left out."""
    closing: str
    """Rules nobody held against the standard's text, in words for people."""
    regression: RegressionDocument | None = None
    """The register played again; null without `--regression`."""


def check_document(
    customer: str,
    results: Iterable[Result],
    rules: Iterable[Rule],
    *,
    as_of: dt.date | None,
    lang: Lang,
    locate: Locate = unlocated,
    names: Mapping[str, str] | None = None,
    scenarios: Iterable[ScenarioRow] = (),
) -> CheckDocument:
    """The document of one check. `rules` are those that were asked; `locate` knows the files' names and lines;
    `names` are words for ids."""
    asked = {rule.id: rule for rule in rules}
    found = tuple(results)
    rows = tuple(_row(result, asked[result.rule], lang, locate, names or {}) for result in found)
    return CheckDocument(
        customer=customer,
        as_of=as_of,
        results=rows,
        collect=to_collect(rows),
        summary=summary(found),
        scenarios=tuple(scenarios),
        closing=closing_text(lang, asked.values()),
    )


_IN_NO_FILE = ("run", "network", "as-of", "flow")
"""Inputs that are missing, but not from a file."""


def to_collect(rows: Iterable[ResultRow]) -> tuple[CollectRow, ...]:
    """Every unknown once, with all rules that wait for it: in the order files are met, by line; what no file holds
    last."""
    groups: dict[tuple[str, int, str, str], dict[str, None]] = {}
    for row in rows:
        if row.outcome == "unknown":
            bare = row.missing in _IN_NO_FILE
            key = ("", 0, "", row.text) if bare else (row.file, row.line, row.field, row.text)
            groups.setdefault(key, {})[row.rule] = None
    order = list(dict.fromkeys(file for file, _, _, _ in groups if file))
    rank = {file: position for position, file in enumerate(order)}
    found = sorted(groups, key=lambda key: (rank.get(key[0], len(rank)), key[1], key[2]))
    return tuple(
        CollectRow(file=key[0], line=key[1], field=key[2], rules=tuple(groups[key]), text=key[3]) for key in found
    )


def summary(results: Iterable[Result]) -> Summary:
    """Counts of the outcomes."""
    found = tuple(results)
    count = {
        outcome: sum(each.outcome == outcome for each in found)
        for outcome in ("pass", "fail", "unknown", "not_applicable")
    }
    return Summary(
        passed=count["pass"],
        failed=count["fail"],
        unknown=count["unknown"],
        unknown_strict=sum(each.fails_strict for each in found),
        not_applicable=count["not_applicable"],
    )


def _row(result: Result, rule: Rule, lang: Lang, locate: Locate, names: Mapping[str, str]) -> ResultRow:
    file, line = locate(result.about.file, result.about.path)
    return ResultRow(
        rule=result.rule,
        outcome=result.outcome,
        severity=rule.severity,
        todo=todo_of(rule.id),
        subject=SubjectRow(kind=result.about.kind, id=result.about.id),
        clause=result.about.clause,
        file=file,
        line=line,
        field=".".join(str(part) for part in result.about.path),
        variant=result.variant,
        missing=result.missing,
        text=result_text(lang, result, names),
        facts=dict(result.facts),
        source=source_text(rule),
        confidence=rule.confidence,
        verified_on=rule.verified_on,
    )
