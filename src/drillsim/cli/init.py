"""`drillsim init DIR`: a folder that teaches, or one around a given network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import spoken_lang
from drillsim.cli.option import Json, LangFlag
from drillsim.texts import text


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="cli-argument-dir")],
    network: Annotated[Path | None, typer.Option("--network", metavar="FILE", help="cli-option-network")] = None,
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Writes a new customer's folder."""
    from drillsim.cli.new_customer import notes
    from drillsim.files.new_folder import folder_around, teaching_folder

    spoken = spoken_lang(lang)
    made = folder_around(directory, network, spoken) if network else teaching_folder(directory)
    told = notes(made.adopted, spoken) if made.adopted else ()
    if json:
        say_json({"format": 1, "folder": directory.as_posix(), "files": list(made.names), "notes": list(told)})
        return ExitCode.FINE
    say(text(spoken, "cli-init-made", folder=directory.as_posix()), *(f"  {name}" for name in made.names), *told)
    say(text(spoken, "cli-init-next", folder=directory.as_posix()))
    return ExitCode.FINE
