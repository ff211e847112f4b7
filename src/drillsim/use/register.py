"""The weak points of runs taken into the register: new ones are entered as open, closed ones that came back are opened.

Weak points a run says from its journal alone are entered, for `check --regression` asks for these later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drillsim.documents import RegisterPart, RunDocument
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import (
    CustomerFolder,
    RegisterDraft,
    ScenarioFile,
    customer_root,
    find_scenarios,
    register_draft,
    write_register,
)
from drillsim.findings import ITS_OWN
from drillsim.texts import Lang
from drillsim.use.regression import refuse_later


@dataclass(slots=True, eq=False)
class Taking:
    """A register that takes the weak points of one run after the other, and is written once, at the end."""

    folder: CustomerFolder
    day: dt.date
    """Day the weak points are found."""
    draft: RegisterDraft

    def take(self, document: RunDocument) -> RegisterPart:
        """Enter the weak points of a run; the part says the numbers of those that are new, back, and known."""
        known = {entry.key: number for number, entry in self.draft.register.entries.items()}
        added, back, still = list[str](), list[str](), list[str]()
        for code, subject, clause in _said(document):
            number = known.get((code, subject))
            if number is None:
                number = self.draft.next_number()
                added.append(number)
                self.draft = self.draft.entered(
                    number, code=code, subject=subject, clause=clause, scenario=document.scenario,
                    seed=document.seed, day=self.day,
                )  # fmt: skip
            elif self.draft.register.entries[number].is_closed:
                back.append(number)
                self.draft = self.draft.reopened(number, self.folder.dossier.plan.version, self.day)
            else:
                still.append(number)
        return RegisterPart(file=self.draft.label, added=added, back=back, known=still)

    def write(self) -> bool:
        """Put the register in its place; False where nothing has changed. Raises: InvalidInput."""
        return write_register(self.folder, self.draft)


def taking(folder: CustomerFolder, scenarios: Sequence[ScenarioFile], day: dt.date, lang: Lang) -> Taking:
    """The customer's register, ready to take what runs of `scenarios` say on `day`; a new one is headed in `lang`.

    Raises: InvalidInput when an entry was closed after that day, a scenario could not be found again by its name, or
    the folder is a kept version of a plan.
    """
    root = customer_root(folder.path)
    if root != folder.path.resolve():
        told = facts(root=root.as_posix())
        raise InvalidInput([Problem(file=folder.path.as_posix(), code="version-is-kept", facts=told)])
    paths = find_scenarios(folder.path)
    strange = [each for each in scenarios if each.id not in paths or paths[each.id].read_bytes() != each.file.data]
    if strange:
        told = facts(customer=folder.dossier.folder)
        raise InvalidInput(
            Problem(file=each.file.label, code="register-scenario-elsewhere", facts=told) for each in strange
        )
    refuse_later(folder, day)
    return Taking(folder, day, register_draft(folder, lang))


def _said(document: RunDocument) -> Iterable[tuple[str, str, str]]:
    """Code, subject and clause of each weak point, worst first, each pair of code and subject once."""
    found: dict[tuple[str, str], str] = {}
    for row in document.findings:
        if row.code != ITS_OWN:
            found.setdefault((row.code, row.subject.id), row.clause)
    return ((*key, clause) for key, clause in found.items())
