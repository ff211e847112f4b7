"""`drillsim campaign PLAN_DIR`: in which of all that can go wrong does the plan fail, how likely, and what beats it."""

from __future__ import annotations

from pathlib import Path

from drillsim.cli.campaign_option import (
    Draws,
    EveryCase,
    Exact,
    Faults,
    Hours,
    Late,
    Limit,
    Resume,
    Revise,
    ScenarioGlob,
    Scheduler,
    TargetError,
    Variants,
    hours_of,
    pattern_of,
    variant_of,
)
from drillsim.cli.option import EditionName, FailOnFlag, Json, LangFlag, Out, PlanDir, Seed, WorkerCount


def campaign(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    faults: Faults = None,
    edition: EditionName = None,
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
    revise: Revise = False,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Plays every fault and the library, by hour, with draws of luck."""
    from drillsim.cli.campaign_run import Output, run_campaign
    from drillsim.use.campaign import Asked

    asked = Asked(
        faults=faults,
        edition=edition,
        scenarios=None if scenarios is None else pattern_of(scenarios),
        hours=hours_of(hours) if hours else (),
        draws=draws,
        target_error=target_error,
        exact=exact,
        seed=seed,
        late_ms=late,
        limit=limit,
        prune=not every_case,
        variants=tuple(variant_of(each) for each in variants or ()),
        workers=workers,
        scheduler=scheduler,
        resume=resume,
    )
    return run_campaign(plan_dir, asked, Output(out, lang, json, fail_on, revise))
