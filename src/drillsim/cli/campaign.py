"""`drillsim campaign PLAN_DIR`: in which of all that can go wrong does the plan fail, how likely, and what beats it."""

from __future__ import annotations

from pathlib import Path

from drillsim.cli.campaign_option import (
    Asked,
    Draws,
    EveryCase,
    Exact,
    Faults,
    Hours,
    Late,
    Limit,
    Resume,
    ScenarioGlob,
    Scheduler,
    TargetError,
    Variants,
    hours_of,
    pattern_of,
    variant_of,
)
from drillsim.cli.option import FailOnFlag, Json, LangFlag, Out, PlanDir, Seed, WorkerCount

DRAWS = 20
FEW_DRAWS = 5
"""Of each event with each thing beside that does not go as planned: there are many of those."""


def campaign(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    faults: Faults = None,
    scenarios: ScenarioGlob = None,
    hours: Hours = None,
    draws: Draws = None,
    target_error: TargetError = None,
    exact: Exact = False,
    variants: Variants = None,
    seed: Seed = 1,
    late: Late = None,
    limit: Limit = None,
    workers: WorkerCount = None,
    scheduler: Scheduler = None,
    every_case: EveryCase = False,
    resume: Resume = False,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Plays every fault and the library, by hour, with draws of luck."""
    one_event = faults is None and not exact
    from drillsim.cli.campaign_run import Output, run_campaign

    asked = Asked(
        faults=faults if faults is not None else 2 if one_event else 1,
        one_event=one_event,
        scenarios=pattern_of(scenarios or ("none" if exact else "*")),
        hours=hours_of(hours or ("day" if exact else "day,night")),
        draws=draws or (FEW_DRAWS if one_event else DRAWS),
        sampled=not exact or draws is not None or target_error is not None,
        exact=exact,
        target_error=target_error,
        seed=seed,
        late_ms=late,
        limit=limit,
        prune=not every_case,
        variants=tuple(variant_of(each) for each in variants or ()),
        workers=workers,
        scheduler=scheduler,
        resume=resume,
    )
    return run_campaign(plan_dir, asked, Output(out, lang, json, fail_on))
