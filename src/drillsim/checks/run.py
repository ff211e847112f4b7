"""`check`: every rule asked, every answer kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs
from drillsim.checks.registry import OWN_PREFIX, all_rules
from drillsim.checks.rule import Result, Rule, not_applicable, unknown
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.network import PandapowerFlow, PowerFlow
from drillsim.schema import Compiled


def check(
    dossier: Compiled, *, as_of: dt.date | None = None, files_only: bool = False, flow: PowerFlow | None = None,
    rules: Iterable[Rule] | None = None,
) -> tuple[Result, ...]:  # fmt: skip
    """Return the answers of every rule, in the order of the registry; at least one result a rule.

    Nothing reads the clock: without `as_of`, what needs a date is unknown. With `files_only`, rules that need the
    network as a graph or a power flow are unknown, and nothing heavy is imported. The dossier must be free of
    `file_problems`. `flow` answers loadings; pandapower when none is given.
    """
    engine = None if files_only else flow or PandapowerFlow(dossier.network)
    inputs = Inputs(dossier, as_of, engine)
    return tuple(result for rule in rules or all_rules() for result in _answers(rule, inputs, files_only))


def _answers(rule: Rule, inputs: Inputs, files_only: bool) -> Iterator[Result]:
    about = inputs.about_customer
    if rule.needs == "run":
        yield replace(unknown(about, "run"), rule=rule.id)
    elif rule.needs == "network" and files_only:
        yield replace(unknown(about, "network"), rule=rule.id)
    else:
        found = _judged(rule, inputs) or (not_applicable(about, "nothing"),)
        yield from (replace(result, rule=rule.id) for result in found)


def _judged(rule: Rule, inputs: Inputs) -> tuple[Result, ...]:
    """The rule's results. Raises: InvalidInput when a user's own rule fails; a failure of ours passes through."""
    try:
        return tuple(rule.judge(inputs))
    except Exception as error:
        if not rule.id.startswith(OWN_PREFIX):
            raise
        told = facts(id=rule.id, error=f"{type(error).__name__}: {error}")
        raise InvalidInput([Problem(file="", field=rule.id, code="rule-plugin-failed", facts=told)]) from error
