"""register.yaml: the weak points that are known, what becomes of each, and the run that tells whether it is back.

An entry is one weak point: a code about a subject. Its number is the key it stands under, and stays for ever.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from drillsim.schema.base import Date, FormatOne, Model, Text, Whole
from drillsim.schema.scenario import Expectation

NUMBER = r"^W-(\d{3}[1-9]|\d{2}[1-9]\d|\d[1-9]\d{2}|[1-9]\d{3,8})$"
"""`W-0001` and up; beyond W-9999 the number grows."""
NOT_SAID = "not_said"
OWNER_SIDES = ("customer", "utility", "both")
OWNER_MARK = " · "
LARGEST_SEED = 2**63 - 1

Status = Literal["open", "in_progress", "done", "verified", "rejected"]


def number_of_entry(name: str) -> int | None:
    """Return 12 of `W-0012`; None for what is no number of an entry."""
    return int(name[2:]) if re.fullmatch(NUMBER, name, re.ASCII) else None


def entry_number(number: int) -> str:
    """Return `W-0012` of 12."""
    return f"W-{number:04d}"


def owner_words(side: str, person: str) -> str:
    """Return an owner in words: the side first, where one is named."""
    return OWNER_MARK.join(each for each in (side, person) if each)


def _expected(value: object) -> object:
    """The one word stands for no expectation of a load or function."""
    return () if value == NOT_SAID else value


class Return(Model):
    """One time a closed weak point came back."""

    version: Text
    """Version of the plan that showed it again."""
    date: Date | None = None
    """Day somebody saw it."""
    closed: Date | None = None
    """Day it had been closed."""


class Regression(Model):
    """The run that tells whether a closed weak point has come back."""

    scenario: Text = ""
    """Name of a scenario; without it, the entry's."""
    seed: Annotated[Whole, Field(ge=0, le=LARGEST_SEED)] = 1
    """Seed of its luck."""
    expect: Annotated[
        tuple[Expectation, ...],
        BeforeValidator(_expected, json_schema_input_type=tuple[Expectation, ...] | Literal["not_said"]),
    ] = ()
    """`not_said`, or a list as in a scenario: verdicts that must come. Without it `not_said`: the run must not say the
    code of the subject."""


class Entry(Model):
    """One weak point. The same code about the same subject is the same entry."""

    code: Text
    """Weak-point code."""
    clause: Text = ""
    """Clause of the plan it points to; empty where the plan had none."""
    subject: Text
    """Device, load, step or other id it is about; the plan's own id for the plan as a whole."""
    scenario: Text = ""
    """Name of the scenario that showed it."""
    status: Status
    """open, in_progress; done: reported as put right; verified: a re-run supports it; rejected: not pursued."""
    reason: Text = ""
    """Reason for the status; a rejected entry must say it."""
    owner: Text = ""
    """Side (customer, utility, both), department, role or person that answers for it."""
    opened: Date
    """Day it was entered."""
    due: Date | None = None
    """By when it is to be put right."""
    measure: Text = ""
    """Measure the meeting has agreed, in its own words."""
    money: Text = ""
    """Money it takes, and where that comes from."""
    closed: Date | None = None
    """Day it was reported as put right, or rejected."""
    recurs: tuple[Return, ...] = ()
    """Times it came back after having been closed."""
    regression: Regression | None = None
    """Run that tells whether it has come back; without it, the entry's scenario with seed 1."""

    @property
    def owner_side(self) -> str:
        """Return the side the owner's words begin with; empty where they name none."""
        first = self.owner.partition(OWNER_MARK)[0]
        return first if first in OWNER_SIDES else ""

    @property
    def owner_person(self) -> str:
        """Return the owner's words behind the side."""
        return self.owner.partition(OWNER_MARK)[2] if self.owner_side else self.owner

    @property
    def is_open(self) -> bool:
        """Return whether it is still to be put right."""
        return self.status in ("open", "in_progress")

    @property
    def is_closed(self) -> bool:
        """Return whether it was put right, so that a run must not show it again; a rejected entry never was."""
        return self.status in ("done", "verified")

    @property
    def key(self) -> tuple[str, str]:
        """Code and subject: what makes it the same weak point."""
        return self.code, self.subject

    @property
    def played(self) -> tuple[str, int] | None:
        """Return scenario and seed of its regression; None where nobody has named a scenario."""
        regression = self.regression or Regression()
        name = regression.scenario or self.scenario
        return (name, regression.seed) if name else None

    @property
    def expected(self) -> tuple[Expectation, ...]:
        """Verdicts its regression must give; none where its code must not be said."""
        return self.regression.expect if self.regression else ()


def _by_number(schema: dict[str, Any]) -> None:
    schema["patternProperties"] = {NUMBER: schema["additionalProperties"]}
    schema["additionalProperties"] = False


class Register(Model):
    """The register of one customer: entries under their numbers, `W-0001` and up."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_by_number)

    format: FormatOne
    """File format; 1."""
    __pydantic_extra__: dict[str, Entry]

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Return the entries by number, in file order."""
        return self.__pydantic_extra__
