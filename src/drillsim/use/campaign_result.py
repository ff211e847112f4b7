"""One campaign as a script or a notebook holds it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.documents.campaign_report import CampaignDocument, build_campaign_report, campaign_summary
from drillsim.schema import Compiled
from drillsim.texts import Lang

if TYPE_CHECKING:
    from pandas import DataFrame

ROWS, EXACT_ROWS = "cases.parquet", "exact.parquet"


@dataclass(frozen=True, slots=True, eq=False)
class Campaign:
    """The result of many runs."""

    path: Path
    """Its folder: rows, reports, journals of the worst cases."""
    document: CampaignDocument
    """The document `campaign --json` prints, with texts in both languages."""
    dossier: Compiled
    lang: Lang

    def to_frame(self) -> DataFrame:
        """One row a case and draw, as `cases.parquet` holds them (`exact.parquet` where nothing was drawn), with the
        failures of a case in one text, `cable-a + breaker-102`."""
        from pandas import read_parquet

        drawn = self.path / ROWS
        rows = read_parquet(drawn if drawn.is_file() else self.path / EXACT_ROWS)
        return rows.assign(members=rows.members.map(" + ".join))

    def _repr_html_(self) -> str:
        """Page one, for a notebook."""
        return campaign_summary(build_campaign_report(self.document, self.dossier, self.lang, pictures=False))

    def __repr__(self) -> str:
        return f"<drillsim campaign of {self.document.customer}: {self.document.cases} cases, {self.path.as_posix()}>"
