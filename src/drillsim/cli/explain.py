"""`drillsim explain CODE`: a weak point, a rule, a verb, a field, an event type."""

from __future__ import annotations

from typing import Annotated

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import spoken_lang
from drillsim.cli.option import Json, LangFlag


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="cli-argument-code")],
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Prints what `code` means."""
    from drillsim.cli.glossary import entries_of

    spoken = spoken_lang(lang)
    entries = entries_of(code, spoken)
    if json:
        rows = [{"kind": each.kind, "lines": list(each.lines)} for each in entries]
        say_json({"format": 1, "code": code, "entries": rows})
        return ExitCode.FINE
    for number, each in enumerate(entries):
        say(*([""] if number else []), *each.lines)
    return ExitCode.FINE
