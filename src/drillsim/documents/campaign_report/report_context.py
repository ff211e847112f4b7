"""The sources of a campaign's report: the document, and the words of one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.documents.campaign_document import CampaignDocument
from drillsim.documents.failure_words import Things, case_text, row_text, things_of
from drillsim.documents.run_document import said
from drillsim.documents.run_folder import JOURNAL
from drillsim.schema import Compiled
from drillsim.texts import Lang, duration_text, text


@dataclass(frozen=True, slots=True)
class ReportContext:
    """One campaign about to be told."""

    document: CampaignDocument
    things: Things
    titles: Mapping[str, str]
    """Titles of the scenarios played."""

    @property
    def lang(self) -> Lang:
        return self.things.lang

    @property
    def dossier(self) -> Compiled:
        return self.things.dossier

    def words(self, message_id: str, /, **facts: object) -> str:
        """A text of the campaign's report (`report-campaign-…`)."""
        return text(self.lang, f"report-campaign-{message_id}", **facts)

    def report(self, message_id: str, /, **facts: object) -> str:
        """A text all reports share (`report-…`)."""
        return text(self.lang, f"report-{message_id}", **facts)

    def outage(self, ms: int, *, is_open: bool) -> str:
        """Return the length of an outage, in words; "at least" so long where it was not over when its case ended."""
        lasts = duration_text(self.lang, ms)
        return self.words("at-least", time=lasts) if is_open else lasts

    def case(self, case: str) -> str:
        """A case in words."""
        return case_text(self.things, case, self.titles)

    def row(self, row: str) -> str:
        """A row of the coverage in words."""
        return row_text(self.things, row, self.titles)

    def kept(self, case: str) -> str:
        """Path of the report of a case whose journal is kept; empty where it is not."""
        name = case.partition("#")[0]
        found = next((each.folder for each in self.document.worst if each.case == name), None)
        return f"{found}/report.html" if found else ""


def context_of(document: CampaignDocument, dossier: Compiled, lang: Lang) -> ReportContext:
    """`document` about to be told in `lang`."""
    titles = {each.id: said(each.title, lang) for each in document.scenarios}
    return ReportContext(document, things_of(dossier, lang, document.late_ms), titles)


__all__ = ["JOURNAL", "ReportContext", "context_of"]
