"""D: defects of what stands on what: cooling, services, restarts, what a building switches off by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drillsim.findings import needed_loads
from helpers.blind.change import Edit, site
from planted.defect import Defect, Situation
from planted.ground import Ground
from planted.operators.tools import Planter
from planted.situations import all_lost

SERVICE = "planted-service"
LONG_MS = 180_000


def _lost(ground: Ground, outage: Situation) -> dict[str, int]:
    """Functions the sound run loses for more than three minutes, and for how long, ms."""
    spans = ground.view(outage).function_outages
    return {name: max(span.ms for span in each) for name, each in spans.items()
            if any(span.ms > LONG_MS for span in each)}  # fmt: skip


def _dark_load(ground: Ground, outage: Situation) -> str:
    """A load without a limit that is dark for most of the outage, and that no function needs."""
    needed = {load for name in ground.table("functions") for load in needed_loads(ground.dossier, name)}
    dark = ground.dark(outage, 30 * 60_000)
    free = [name for name in dark if name not in needed and "max_interruption" not in ground.loads.get(name, {})]
    return next((name for name in free if name in ground.loads), "")


def restart_takes_long(ground: Ground) -> Iterator[Defect]:
    """A function needs an hour and a half to come back once its power is there; the twin's comes back by itself."""
    outage = all_lost(ground)
    for name in _lost(ground, outage):
        row = ground.table("functions")[name]
        if _stands_on_functions(row["needs"]):
            continue
        base = (site("functions", name, "restart", value={"takes": "1 s", "source": "assumed"}),)
        edit = site("functions", name, "restart", value={"takes": "90 min", "source": "assumed"})
        yield Defect(ground.customer, "D01", "restart takes long", name, (name,), outage, (edit,), base)


def _stands_on_functions(need: Any) -> bool:
    return "function" in str(need)


def _falls_with(ground: Ground, code: str, serves: str, word: str) -> Iterator[Defect]:
    """Each function that the sound run does not lose, made to stand on one that it does."""
    outage = all_lost(ground)
    load = _dark_load(ground, outage)
    lost = ground.view(outage).function_outages
    if not load:
        return
    service = {"name": {"zh": word, "en": word}, "needs": {"load": load}}
    base = (
        site("loads", load, "serves", value=serves),
        Edit("site", ("functions", SERVICE), service),
    )
    for name, row in ground.table("functions").items():
        if not lost.get(name):
            needs = {"all": [row["needs"], {"function": SERVICE, "rides": "1 min"}]}
            edit = site("functions", name, "needs", value=needs)
            yield Defect(ground.customer, code, f"falls with {word}", name, (name,), outage, (edit,), base)


def falls_with_cooling(ground: Ground) -> Iterator[Defect]:
    """A function stands on cooling that the mains alone feed."""
    return _falls_with(ground, "D02", "cooling", "room cooling")


def falls_with_service(ground: Ground) -> Iterator[Defect]:
    """A function stands on a service that the mains alone feed."""
    return _falls_with(ground, "D03", "other", "pressing")


def switched_off_by_logic(ground: Ground) -> Iterator[Defect]:
    """A function that falls with the mains switches off a load that own supply keeps alive."""
    outage = all_lost(ground)
    load = _dark_load(ground, outage)
    if not load:
        return
    service = {"name": {"zh": "门禁", "en": "door control"}, "needs": {"load": load, "rides": "2 min"}}
    base = (Edit("site", ("functions", SERVICE), service),)
    for name in ground.lit(outage, 5 * 60_000):
        if name != load and float(ground.view(outage).journal.initial["loads"].get(name, {}).get("demand_kw", 0)):
            edit = Edit("site", ("functions", SERVICE, "on_lost"), [{"load": name}])
            yield Defect(ground.customer, "D04", "switched off by logic", name, (name,), outage, (edit,), base)


def stuck_in_lifts(ground: Ground) -> Iterator[Defect]:
    """A load that stays dark for minutes is a lift."""
    outage = all_lost(ground)
    for name in ground.dark(outage, LONG_MS):
        fills = {flow["by"] for row in ground.table("stores").values() for flow in row.get("in", ())}
        if name in ground.loads and ground.loads[name].get("serves") != "lift" and name not in fills:
            edit = site("loads", name, "serves", value="lift")
            yield Defect(ground.customer, "D05", "a lift without supply", name, (name,), outage, (edit,))


def harms_at_once(ground: Ground) -> Iterator[Defect]:
    """A function that is lost for minutes does harm after one, and nothing stops it safely."""
    outage = all_lost(ground)
    dark = ground.dark(outage, LONG_MS)
    for name in _lost(ground, outage):
        row = ground.table("functions")[name]
        if not set(dark) & set(needed_loads(ground.dossier, name)):
            continue  # what comes back to power harms nobody while it restarts
        edits = [site("functions", name, "harm", value={"after": "1 min", "what": "planted harm"})]
        edits += [site("functions", name, "safe_stop")] if "safe_stop" in row else []
        yield Defect(ground.customer, "D06", "harms after a minute", name, (name,), outage, tuple(edits))


OPERATORS: tuple[Planter, ...] = (
    restart_takes_long,
    falls_with_cooling,
    falls_with_service,
    switched_off_by_logic,
    stuck_in_lifts,
    harms_at_once,
)
