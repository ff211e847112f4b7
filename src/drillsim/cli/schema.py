"""`drillsim schema NAME`: the JSON Schema of a file or of an output."""

from __future__ import annotations

from typing import Annotated

import typer

from drillsim.cli.console import say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.option import LangFlag


def schema(
    name: Annotated[str, typer.Argument(metavar="NAME", help="cli-argument-schema")],
    lang: LangFlag = None,
) -> int:
    """Prints the JSON Schema called `name`."""
    from drillsim.cli.output import json_schema

    say_json(json_schema(name))
    return ExitCode.FINE
