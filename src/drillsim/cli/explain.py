"""`drillsim explain NAME`: whatever a planner meets in files, reports and journals; without a name, what there is."""

from __future__ import annotations

from typing import Annotated

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import spoken_lang
from drillsim.cli.option import Json, LangFlag


def explain(
    name: Annotated[str, typer.Argument(metavar="NAME", help="cli-argument-name")] = "",
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Prints what `name` means."""
    from drillsim.cli.glossary import entries_of, groups

    spoken = spoken_lang(lang)
    entries = entries_of(name, spoken) if name else (groups(spoken),)
    if json:
        rows = [{"kind": each.kind, "lines": list(each.lines)} for each in entries]
        say_json({"format": 1, "code": name, "entries": rows})
        return ExitCode.FINE
    for number, each in enumerate(entries):
        say(*([""] if number else []), *each.lines)
    return ExitCode.FINE
