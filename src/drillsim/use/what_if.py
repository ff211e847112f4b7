"""One what-if for a hot wash: a limit the plan alone keeps and the drill missed, and what would have kept it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drillsim.documents import Both, Names
from drillsim.documents.build_run import speaker_of
from drillsim.documents.drill_report import clock
from drillsim.findings import View, is_critical
from drillsim.network import PowerFlow
from drillsim.session import Decided, Entry, Limit, LostLimit, lost_by, missed_limits
from drillsim.simulation import NAMES, as_told
from drillsim.texts import text
from drillsim.use.decision_words import what_was_decided

if TYPE_CHECKING:
    from drillsim.use.hot_wash import Aftermath


def what_if(of: Aftermath, entries: Sequence[Entry], flow: PowerFlow) -> Both:
    """Return in words where one missed limit was lost; that the plan alone misses them all, where it does. The
    safety-critical one that was missed first is told."""
    say = speaker_of(of.case.dossier)
    missed = missed_limits(of.case.dossier, of.journal)
    assert of.alone is not None
    theirs = {(each.kind, each.id) for each in View(of.case, of.alone).missed}
    own = [limit for limit in missed if (limit.kind, limit.id) not in theirs]
    if not own:
        code = "hotwash-what-if-plan-too" if missed else "hotwash-what-if-none"
        return say(lambda names: text(names.lang, code))
    first = min(own, key=lambda limit: (not is_critical(of.case.dossier, limit.kind, limit.id), missed[limit]))
    found = lost_by(of.case, of.journal, entries, flow=flow, only=[first])
    return say(lambda names: _words(of, names, found[0], first))


def _words(of: Aftermath, names: Names, lost: LostLimit, limit: Limit) -> str:
    def decided(each: Decided) -> str:
        what = what_was_decided(names, of.case, NAMES[type(each.decision)], as_told(each.decision))
        return text(
            names.lang, "hotwash-what-if-decided", at=clock(each.at_ms), who=names.of(each.decision.by), what=what
        )

    by = decided(lost.lost_by) if lost.lost_by is not None else "—"
    told = {"id": names.of(limit.id), "at": clock(lost.missed_ms), "last": clock(lost.last_ms)}
    said = [text(names.lang, f"hotwash-what-if-{lost.how}", by=by, **told)]
    if lost.kept_by is not None:
        enough = "enough" if lost.is_enough else "begins"
        said.append(text(names.lang, f"hotwash-what-if-{enough}", what=decided(lost.kept_by)))
    said.append(text(names.lang, "hotwash-what-if-tried", tried=lost.tried))
    return ("" if names.lang == "zh" else " ").join(said)
