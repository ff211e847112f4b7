"""`drillsim demo`: the main job on a shipped customer, without a file of one's own."""

from __future__ import annotations

from pathlib import Path

from drillsim.cli.console import say
from drillsim.cli.language import screen_lang, spoken_lang
from drillsim.cli.option import FailOnFlag, Json, LangFlag, NoProofs, Out, Seed, WorkerCount
from drillsim.texts import text

CUSTOMER = "central-hospital"
SCENARIO = "both-lost-night-autostart-fails"


def demo(
    seed: Seed = 1,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
    no_proofs: NoProofs = False,
    workers: WorkerCount = None,
) -> int:
    """Plays the shipped hospital's worst night and writes its report."""
    from drillsim.cli.run import play_all, processes
    from drillsim.files import shipped_root
    from drillsim.use.load import load

    spoken = spoken_lang(lang)
    shown = screen_lang(lang, spoken)
    if not json:
        say(text(shown, "cli-demo-begins", customer=CUSTOMER, scenario=SCENARIO, out=out.as_posix()))
    folder, files = load(shipped_root() / "plans" / CUSTOMER, [SCENARIO])
    return play_all(
        folder, files, seed=seed, out=out, spoken=spoken, shown=shown, json=json, fail_on=fail_on,
        workers=processes(workers, no_proofs),
    )  # fmt: skip
