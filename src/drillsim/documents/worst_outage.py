"""The worst outage of a run: the network is drawn when it began, and in its middle."""

from __future__ import annotations

from drillsim.documents.page_one import gravity
from drillsim.documents.pictures.oneline.moment import Moment
from drillsim.documents.source import Recorded
from drillsim.journal import function_outages, load_outages


def moments(run: Recorded) -> tuple[Moment, ...]:
    """Return beginning and middle of the longest interruption of what missed its limit most gravely; where nothing
    did, of what was out longest. None where nothing was."""
    rows = [row for row in (*run.document.loads, *run.document.functions) if row.outage_ms]
    missed = [row for row in rows if row.verdict == "missed"]
    worst = max(missed, key=lambda row: gravity(run, row), default=None) or max(
        rows, key=lambda row: row.outage_ms, default=None
    )
    spans = () if worst is None else (load_outages(run.journal) | function_outages(run.journal)).get(worst.id, ())
    longest = max(spans, key=lambda span: span.ms, default=None)
    if worst is None or longest is None:
        return ()
    name, marked = run.names.of(worst.id), frozenset(row.id for row in missed)
    return tuple(
        Moment(at_ms, run.words(f"oneline-{part}", name=name), marked)
        for part, at_ms in (("begins", longest.start_ms), ("middle", (longest.start_ms + longest.end_ms) // 2))
    )
