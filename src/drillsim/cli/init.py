"""`drillsim init DIR`: a folder that teaches, or one around a given network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import machine_lang, wished
from drillsim.cli.option import Json, LangFlag
from drillsim.texts import text


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="cli-argument-dir")],
    network: Annotated[
        Path | None, typer.Option("--network", metavar="FILE", help="cli-option-network")
    ] = None,
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Writes a new customer's folder."""
    from drillsim.cli.new_customer import around_network, teaching

    spoken = wished(["--lang", lang] if lang else []) or machine_lang()
    made = around_network(directory, network, spoken) if network else teaching(directory, spoken)
    if json:
        files = [path.name for path in made.files]
        say_json({"format": 1, "folder": directory.as_posix(), "files": files, "notes": list(made.notes)})
        return ExitCode.FINE
    say(text(spoken, "cli-init-made", folder=directory.as_posix()), *(f"  {path.as_posix()}" for path in made.files))
    say(*made.notes, text(spoken, "cli-init-next", folder=directory.as_posix()))
    return ExitCode.FINE
