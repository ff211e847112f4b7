"""The parts all papers before a drill share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drillsim.documents.blocks import Block, Column, Document
from drillsim.documents.names import Names, names_of
from drillsim.schema import NORMAL, Case, Msel
from drillsim.texts import Lang, text
from drillsim.units import format_time_of_day


@dataclass(frozen=True, slots=True)
class RoleAtStart:
    """One role as the drill begins."""

    role: str
    people: tuple[str, ...]
    """People on duty who hold it."""
    place: str
    """Place of the first of them; empty where nobody is on duty."""
    is_played: bool
    """False where the plan stands in."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One step as the plan alone does it with the injects of the list."""

    step: str
    role: str
    begins_ms: int
    ends_ms: int | None
    """None where it has not ended."""


@dataclass(frozen=True)
class Sheets:
    """One drill before it is held, in one language."""

    case: Case
    msel: Msel | None
    roles: Sequence[RoleAtStart]
    expected: Sequence[Expected]
    lang: Lang

    @property
    def names(self) -> Names:
        """Return the names of the customer's things."""
        return names_of(self.case.dossier, self.lang)

    def d(self, name: str, /, **facts: object) -> str:
        """Return a text of the drill's own (`drill-…`)."""
        return text(self.lang, f"drill-{name}", **facts)

    def t(self, name: str, /, **facts: object) -> str:
        """Return a text of the session (`session-…`)."""
        return text(self.lang, f"session-{name}", **facts)

    def columns(self, *named: tuple[str, float]) -> tuple[Column, ...]:
        """Return columns by the name of their text (`drill-…`) and their share."""
        return tuple(Column(self.d(name), share) for name, share in named)

    @property
    def begins(self) -> str:
        """Return the time of day and the mode it begins in."""
        mode = self.case.scenario.start.mode
        called = self.d("mode-normal") if mode == NORMAL else self.names.of(mode)
        return self.d("sheet-start", at=format_time_of_day(self.case.scenario.start.time), mode=called)

    def paper(self, kind: str, title: str, blocks: Iterable[Block], *, landscape: bool = False) -> Document:
        """Return the paper; what stands on all its pages tells nothing of what is to come."""
        customer, plan = self.case.dossier.customer, self.case.dossier.plan
        own = text(self.lang, "form-classification")
        return Document(
            kind=kind, lang=self.lang, title=title, mark=text(self.lang, "form-mark"),
            head=text(self.lang, "form-head", customer=customer.name.says(self.lang), plan=plan.id,
                      version=plan.version),
            classification=customer.classification or own, blocks=tuple(blocks), landscape=landscape,
        )  # fmt: skip
