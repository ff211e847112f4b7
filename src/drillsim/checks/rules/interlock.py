"""EPS-03 and INT-01: own source and grid must never meet. Back-feed is looked for in the wiring, not in the table
alone."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.backfeed import TOO_MANY, backfeed_way
from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.rule import Result, failed, over, unknown
from drillsim.checks.wiring import exclusions

_BY_THEMSELVES = ("key", "electrical")


def no_backfeed(inputs: Inputs) -> Iterator[Result]:
    """EPS-03: no switch positions the interlocks allow join a genset to a feeder; people's rules alone do not count."""
    found = []
    for name, genset in inputs.gensets.items():
        about = inputs.about_source(name)
        any_way = backfeed_way(inputs, name, exclusions(inputs.dossier))
        hard_way = backfeed_way(inputs, name, exclusions(inputs.dossier, kinds=_BY_THEMSELVES))
        if any_way is TOO_MANY or hard_way is TOO_MANY:
            found.append(unknown(about, "too-many-ways", source=name))
        elif any_way:
            found.append(failed(about, "open", source=name, way=listed(any_way), breaker=genset.breaker))
        elif hard_way:
            found.append(failed(about, "procedural", source=name, way=listed(hard_way), breaker=genset.breaker))
    yield from over(len(inputs.gensets), found, inputs.about_customer, none="no-genset")


def modes_obey_interlocks(inputs: Inputs) -> Iterator[Result]:
    """INT-01: no operating mode closes more than an interlock allows."""
    wiring, found = inputs.wiring, []
    limits = exclusions(inputs.dossier)
    for name, mode in inputs.dossier.site.modes.items():
        start = wiring.normal if name == "normal" else wiring.net.closed
        closed = wiring.changed(bytes(start), opened=mode.open, close=mode.closed)
        for of, most in limits:
            if sum(wiring.is_closed(closed, each) for each in of) > most:
                about = site_about("mode", name, "modes", name)
                found.append(failed(about, mode=name, of=listed(of), most=most))
    yield from over(len(limits), found, inputs.about_customer, none="no-interlock")
