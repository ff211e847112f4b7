"""Settings of a transfer that make it later or deafer than the usual ones: the usual ones.

A transfer below a bus tie outwaits the tie, and a tie the reclosing of its feeders, so that no setting is usual that
does not (rule BZT-08).
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.revision.need import LateCause
from drillsim.revision.propose.draft import SITE, draft, figure, set_in
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, BusTieTransfer, Feeder
from drillsim.units import MS_PER

_STEP_MS = 2_000
"""A transfer outwaits what comes before it by this; assumed."""
_ACTS_BELOW = 0.85
"""Voltage below which a transfer switch goes to its other side, where the file names none; as a run assumes it."""


def as_usual(context: ReviewContext, need: Finding | LateCause) -> Iterator[Recommendation]:
    """Delay and voltages of the transfer set to what they are by default where they are worse."""
    name = need.subject.id
    spec = context.site.transfers.get(name)
    if isinstance(spec, BusTieTransfer):
        wanted = _of_tie(context, spec)
    elif isinstance(spec, Ats):
        wanted = _of_ats(context, spec)
    else:
        return
    if wanted:
        edits: list[FileEdit] = [set_in(SITE, ("transfers", name, key), value) for key, (_, value) in wanted.items()]
        now = figure(", ".join(f"{key} {was}" for key, (was, _) in wanted.items()))
        new = figure(", ".join(f"{key} {value}" for key, (_, value) in wanted.items()))
        yield draft(
            context, need, f"settings-{name}", context.naming.words("new-settings", transfer=name, settings=new), edits,
            kind="setting", old=context.naming.words("old-settings", transfer=name, settings=now),
        )  # fmt: skip


def _of_tie(context: ReviewContext, spec: BusTieTransfer) -> dict[str, tuple[str, Tree]]:
    """Key → as it is, and as it is usual."""
    usual = BusTieTransfer.model_fields
    feeders = [each for each in context.site.sources.values() if isinstance(each, Feeder) and each.reclose]
    reclosing = max((each.reclose.after + _STEP_MS for each in feeders if each.reclose), default=0)
    found = _sooner(spec.delay, max(usual["delay"].default, reclosing))
    if spec.standby_above_pu > usual["standby_above_pu"].default:
        found["standby_above_pu"] = (f"{spec.standby_above_pu:g}", f"{usual['standby_above_pu'].default:g}")
    if spec.undervoltage_pu < usual["undervoltage_pu"].default:
        found["undervoltage_pu"] = (f"{spec.undervoltage_pu:g}", f"{usual['undervoltage_pu'].default:g}")
    return found


def _of_ats(context: ReviewContext, spec: Ats) -> dict[str, tuple[str, Tree]]:
    ties = [each.delay + _STEP_MS for each in context.site.transfers.values() if isinstance(each, BusTieTransfer)]
    found = _sooner(spec.delay, max(Ats.model_fields["delay"].default, *ties, 0))
    if spec.acts_below_pu is not None and spec.acts_below_pu < _ACTS_BELOW:
        found["acts_below_pu"] = (f"{spec.acts_below_pu:g}", f"{_ACTS_BELOW:g}")
    return found


def _sooner(now_ms: int, usual_ms: int) -> dict[str, tuple[str, Tree]]:
    """The delay, where it is longer than usual by a grading step."""
    if now_ms < usual_ms + _STEP_MS:
        return {}
    second = MS_PER["s"]
    return {"delay": (f"{now_ms / second:g} s", f"{usual_ms / second:g} s")}
