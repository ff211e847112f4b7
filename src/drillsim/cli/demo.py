"""`drillsim demo`: the main job on a shipped customer, without a file of one's own."""

from __future__ import annotations

from pathlib import Path

from drillsim.cli.console import say, say_json
from drillsim.cli.language import screen_lang, spoken_lang
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
    from drillsim.cli.run import exit_code, json_document, play_all, show
    from drillsim.files.shipped import shipped_root

    spoken = spoken_lang(lang)
    shown = screen_lang(lang, spoken)
    if not json:
        say(text(shown, "cli-demo-begins", customer=CUSTOMER, scenario=SCENARIO, out=out.as_posix()))
    played = list(play_all(shipped_root() / "plans" / CUSTOMER, [SCENARIO], seed, out, spoken))
    if json:
        say_json(json_document(played))
    else:
        show(played[0], shown)
    return exit_code((each.document for each in played), fail_on)
