"""The sources of a report: everything recorded of one run, and the words of one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from drillsim.documents.names import Names
from drillsim.documents.run_document import RecommendationRow, RunDocument, Said, said
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang, has, text


@dataclass(frozen=True)
class Spoken:
    """The words of one language for one customer's things."""

    names: Names

    @property
    def lang(self) -> Lang:
        return self.names.lang

    def words(self, message_id: str, /, **facts: object) -> str:
        """A text of the report's own catalogue (`report-…`)."""
        return text(self.lang, f"report-{message_id}", **facts)

    def known(self, prefix: str, code: str) -> str:
        """The text `report-<prefix>-<code>`; the code itself where it has none."""
        message = f"report-{prefix}-{code.replace('_', '-')}"
        return text(self.lang, message) if has(message) else code

    def said(self, value: Said) -> str:
        return said(value, self.lang)


@dataclass(frozen=True)
class Recorded(Spoken):
    """One run as it was recorded, about to be told in the language of `names`."""

    document: RunDocument
    case: Case
    journal: Journal

    def answer_to(self, code: str, subject: str) -> RecommendationRow | None:
        """The best recommendation for a weak point: the first for its code and subject, else for its code."""
        of_code = self._answers.get(code, {})
        return of_code.get(subject) or next(iter(of_code.values()), None)

    @cached_property
    def _answers(self) -> dict[str, dict[str, RecommendationRow]]:
        """Code → subject → the first recommendation for them, in the order of the recommendations."""
        found: dict[str, dict[str, RecommendationRow]] = {}
        for row in self.document.recommendations:
            for code in row.codes:
                found.setdefault(code, {}).setdefault(row.subject, row)
        return found
