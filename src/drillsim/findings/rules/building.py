"""D04 and D05: what the building does by itself to loads that had supply, and people in lifts."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.facts import D04, D05
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_device
from drillsim.findings.view import View

LEAST_MS = 60_000
"""A lift that stands for less is no entrapment; assumed."""


def switched_off_by_logic(view: View) -> Iterator[Finding]:
    """D04: a lost function (fire panel, access control, trip system) switched off a load whose supply was alive."""
    for off in view.events("load_switched", on=False):
        load, function = off.data["load"], off.data["cause"]
        dark = view.first("load_lost", after=off.t_ms, load=load)
        if function not in view.site.functions or dark is None or dark.t_ms != off.t_ms:
            continue
        back = view.first("load_restored", after=off.t_ms, load=load)
        until = back.t_ms if back else view.journal.end_ms
        facts = D04(
            function=function,
            at_ms=off.t_ms,
            outage_ms=until - off.t_ms,
            back="yes" if back else "no",
        )
        yield finding(view, "D04", load, facts, (off.seq, dark.seq), by_device(view, load, off.t_ms, until))


def stuck_in_lifts(view: View) -> Iterator[Finding]:
    """D05: a lift stood dark for longer than a minute."""
    for load, spec in view.site.loads.items():
        long = [span for span in view.load_outages.get(load, ()) if span.ms > LEAST_MS]
        if spec.serves != "lift" or not long:
            continue
        worst = max(long, key=lambda span: span.ms)
        steps = _steps_for(view, load)
        facts = D05(
            outage_ms=worst.ms,
            at_ms=worst.start_ms + LEAST_MS,
            planned="yes" if steps else "no",
            back="no" if worst.open else "yes",
        )
        endangers = by_device(view, load, worst.start_ms, worst.end_ms)
        yield finding(view, "D05", load, facts, worst.seqs, endangers, steps)


def _steps_for(view: View, load: str) -> tuple[str, ...]:
    """Steps that bring the lift back, or clear a place of people."""
    found = (step.id for _, step in view.plan.steps() if load in step.target or step.do == "evacuate")
    return tuple(found)
