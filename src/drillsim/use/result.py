"""One run as a script or a notebook holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drillsim.documents import RunDocument, said
from drillsim.documents.build_report import build_report
from drillsim.documents.render import fragment
from drillsim.documents.run_report import run_report
from drillsim.findings import Finding, Verdict
from drillsim.journal import Journal
from drillsim.revision import Recommendation
from drillsim.schema import Case
from drillsim.texts import Lang

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """The result of one run."""

    case: Case
    journal: Journal
    """Every event of the run, in order."""
    verdicts: tuple[Verdict, ...]
    """One a load, in the order of the network file, then one a function."""
    weak_points: tuple[Finding, ...]
    """Worst first."""
    recommendations: tuple[Recommendation, ...]
    """Proposed by gain, then untested, then rejected; empty where the run was not reviewed."""
    document: RunDocument
    """The same as one value with texts in both languages: what `run --json` prints."""
    lang: Lang

    def to_frame(self) -> DataFrame:
        """One row a load or function, indexed by id: `kind`, `protected`, `verdict`, `why`, `max_interruption_ms`
        (missing without a limit), `outage_ms`, `total_ms`, `outages`, `open_at_end`, `unserved_kwh`."""
        from pandas import DataFrame

        rows = [("load", row) for row in self.document.loads] + [("function", row) for row in self.document.functions]
        frame = DataFrame(
            [
                {
                    "id": row.id,
                    "kind": kind,
                    "protected": row.protected,
                    "verdict": row.verdict,
                    "why": said(row.why, self.lang),
                    "max_interruption_ms": row.max_interruption_ms,
                    "outage_ms": row.outage_ms,
                    "total_ms": row.total_ms,
                    "outages": row.outages,
                    "open_at_end": row.open_at_end,
                    "unserved_kwh": row.unserved_kwh,
                }
                for kind, row in rows
            ]
        )
        return frame.astype({"max_interruption_ms": "Int64"}).set_index("id")

    def _repr_html_(self) -> str:
        """Page one, for a notebook."""
        return fragment(run_report(build_report(self.document, self.case, self.journal, self.lang, pictures={})))

    def __repr__(self) -> str:
        missed = sum(each.verdict == "missed" for each in self.verdicts)
        return (
            f"<drillsim run of {self.case.scenario_id}: {self.document.status}, {missed} missed, "
            f"{len(self.weak_points)} weak points>"
        )
