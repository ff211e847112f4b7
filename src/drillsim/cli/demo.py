"""`drillsim demo`: the main job on a shipped customer, without a file of one's own."""

from __future__ import annotations

from pathlib import Path

from drillsim.cli.console import say
from drillsim.cli.option import FailOnFlag, Json, LangFlag, Out, Seed
from drillsim.texts import text

CUSTOMER = "central-hospital"
SCENARIO = "both-lost-night-autostart-fails"


def demo(
    seed: Seed = 1,
    out: Out = Path("reports"),
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Plays the shipped hospital's worst night and writes its report."""
    from drillsim.cli.language import machine_lang, wished
    from drillsim.cli.run import run
    from drillsim.files.shipped import shipped_root

    spoken = wished(["--lang", lang] if lang else []) or machine_lang()
    if not json:
        say(text(spoken, "cli-demo-begins", customer=CUSTOMER, scenario=SCENARIO, out=out.as_posix()))
    return run(shipped_root() / "plans" / CUSTOMER, [SCENARIO], seed, out, spoken, json, fail_on)
