"""Observed step times beside the plan's, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.cli.console import say, say_table
from drillsim.documents import names_of
from drillsim.texts import Lang, duration_text, list_text, text

if TYPE_CHECKING:
    from drillsim.use.calibrate import Calibration

HEADS = ("step", "planned", "n", "sessions", "observed", "weight", "proposed", "verdict")
MOST = 4
"""Loads and functions named of one scenario."""


def say_calibration(found: Calibration, lang: Lang) -> None:
    """Say what was observed, what is offered, and what the scenarios say with it."""

    def h(name: str, **facts: object) -> str:
        return text(lang, f"hotwash-calibrate-{name}", **facts)

    say(h("title"))
    if not found.steps:
        say(h("none"))
    else:
        rows = [
            (
                f"{each.step} {each.clause}".strip(), each.old, str(each.shrunk.n), str(each.shrunk.sessions),
                duration_text(lang, each.shrunk.observed_ms), f"{100 * each.shrunk.weight:.0f} %",
                each.new if each.shrunk.verdict == "offered" else "", h(each.shrunk.verdict),
            )
            for each in found.steps
        ]  # fmt: skip
        say_table([h(name) for name in HEADS], rows, narrow=(0, 2, 3, 5))
    for why, n in sorted(found.skipped.items()):
        say(h("skipped", n=n, why=h(f"why-{why}")))
    if found.written is None:
        return
    say(h("method"), "", h("before-after"))
    names = names_of(found.folder.dossier, lang)
    changed = [each for each in found.effects if each.changed]
    for each in changed:
        named = [
            h("subject-change", id=names.of(name), before=_ms(lang, a), after=_ms(lang, b))
            for name, a, b in each.changed
        ]
        say(f"  {each.scenario}: {h('missed')} {each.missed[0]} → {each.missed[1]}; {list_text(lang, named, MOST)}")
    if not changed:
        say(f"  {h('unchanged')}")
    say(h("written", path=found.written.as_posix(), plan=found.folder.path.as_posix()))


def _ms(lang: Lang, ms: int) -> str:
    return duration_text(lang, ms)
