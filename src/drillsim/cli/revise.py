"""`drillsim revise PLAN_DIR`: the smallest set of changes with which the plan stands every case asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import progress, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import Json, LangFlag, Out, PlanDir, Seed, WorkerCount
from drillsim.cli.recorded_folder import recorded_folder

From = Annotated[Path | None, typer.Option("--from", metavar="RUN_OR_CAMPAIGN_DIR", help="cli-option-from")]


def revise(
    plan_dir: PlanDir,
    recorded: From = None,
    seed: Seed = 1,
    workers: WorkerCount = None,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Looks for the smallest set of changes."""
    from drillsim.cli.run import processes
    from drillsim.use.load import load
    from drillsim.use.revise import page_of
    from drillsim.use.revise import revise as search

    folder, _ = load(plan_dir)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    shown = screen_lang(lang, spoken)
    with progress(spoken, folder.dossier.folder) as doing:
        found = search(
            folder, out, spoken, seed=seed, recorded=recorded_folder(recorded) if recorded else None,
            workers=processes(workers, no_proofs=False) or 1, progress=doing,
        )  # fmt: skip
    if json:
        say_json(found.document.printed(spoken, found.path.as_posix()))
    else:
        say("", *page_of(found, folder, shown))
    return ExitCode.FINE
