"""Every rule between the files of one customer, as one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from drillsim.errors import Problem, facts
from drillsim.files.part import Part, SourceFile, problem_at
from drillsim.files.rule import plan_rule, site_rule, step_rule
from drillsim.files.rule.around import Around
from drillsim.files.rule.reference import id_twice_problems, reference_problems
from drillsim.files.rule.register_rule import register_problems
from drillsim.files.rule.travel import travel_problems
from drillsim.files.validate import capped
from drillsim.schema import Compiled, Contacts

Rule = Callable[[Around], Iterator[Problem]]
"""The type of a rule, here and in the layers that add some of their own."""

RULES: tuple[Rule, ...] = (
    id_twice_problems,
    reference_problems,
    *site_rule.RULES,
    *plan_rule.RULES,
    *step_rule.RULES,
    travel_problems,
)
"""Every rule that needs more than one record; each yields problems and judges what it can whatever else is wrong."""


def folder_problems(
    dossier: Compiled,
    files: tuple[SourceFile, ...],
    contacts: Part[Contacts] | None = None,
    more: tuple[Rule, ...] = (),
    register: SourceFile | None = None,
    *,
    edited: bool = False,
) -> tuple[Problem, ...]:
    """Problems between the records and files of `dossier`. `files`: customer, network, site, plan. The `register` of an
    `edited` customer is not judged: it speaks of the plan as it was."""
    around = Around(dossier, files, register)
    found = (problem for rule in (*RULES, *more) for problem in rule(around))
    strangers = _contact_problems(dossier, contacts) if contacts else ()
    strange = (
        register_problems(around, dossier.register, register) if register and dossier.register and not edited else ()
    )
    return capped(chain(found, strangers, strange), files[-1].label)


def _contact_problems(dossier: Compiled, contacts: Part[Contacts]) -> Iterator[Problem]:
    people = dossier.customer.people
    for name in contacts.value.people if contacts.value else ():
        if name not in people and contacts.file:
            told = facts(id=name, what="person", near="none", known=", ".join(people) or "–")
            yield problem_at(contacts.file, ("people", name), "no-such-id", told)
