"""`drillsim init DIR`: a folder that teaches, one around a given network, or one of a published system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.console import say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import spoken_lang
from drillsim.cli.option import Json, LangFlag
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.files.new_folder import NewFolder


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="cli-argument-dir")],
    network: Annotated[Path | None, typer.Option("--network", metavar="FILE", help="cli-option-network")] = None,
    reliability: Annotated[
        Path | None, typer.Option("--reliability", metavar="FILE", help="cli-option-reliability")
    ] = None,
    case: Annotated[str | None, typer.Option("--case", metavar="NAME", help="cli-option-case")] = None,
    workbook: Annotated[Path | None, typer.Option("--from", metavar="FILE.xlsx", help="cli-option-init-from")] = None,
    lang: LangFlag = None,
    json: Json = False,
) -> int:
    """Writes a new customer's folder."""
    from drillsim.cli.new_customer import notes

    spoken = spoken_lang(lang)
    if workbook:
        if reliability or case:
            raise InvalidInput([Problem(file="", field="--from", code="argument-init-one")])
        made = _from_workbook(directory, workbook, network)
    else:
        made = _made(directory, network, reliability, case, spoken)
    told = notes(made.adopted, spoken, _dead(directory)) if made.adopted else ()
    if json:
        say_json({"format": 1, "folder": directory.as_posix(), "files": list(made.names), "notes": list(told)})
        return ExitCode.FINE
    say(text(spoken, "cli-init-made", folder=directory.as_posix()), *(f"  {name}" for name in made.names), *told)
    say(text(spoken, "cli-init-next", folder=directory.as_posix()))
    if workbook:
        say(text(spoken, "cli-init-go-on", folder=directory.as_posix()))
    return ExitCode.FINE


def _dead(directory: Path) -> tuple[str, ...]:
    """Buses of the new folder that nothing feeds as the switches stand."""
    from drillsim.files import load_customer
    from drillsim.network import net_of
    from drillsim.plant import dead_in_file

    dossier = load_customer(directory).dossier
    return dead_in_file(dossier, net_of(dossier))


def _from_workbook(directory: Path, workbook: Path, network: Path | None) -> NewFolder:
    """The customer of a workbook; `network`: one that lies beside it in pandapower's own format."""
    from drillsim.files.new_folder import folder_of_files
    from drillsim.files.workbook import CUSTOMER, mark_of, read_book
    from drillsim.use.workbook import made_files

    book = read_book(workbook)
    mark = mark_of(book)
    if mark.kind != CUSTOMER:
        raise InvalidInput(
            [Problem(file=book.label, code="book-not-customer", facts=facts(kind=mark.kind[:40] or "–"))]
        )
    beside = {f"network{network.suffix.lower()}": network.read_bytes()} if network else None
    return folder_of_files(directory, made_files(book, mark, directory.resolve().name, beside))


def _made(directory: Path, network: Path | None, reliability: Path | None, case: str | None, lang: Lang) -> NewFolder:
    from drillsim.files.new_folder import folder_around, folder_of_system, teaching_folder

    if (network and reliability) or (case and not reliability):
        field = "--case" if case and not reliability else "--network"
        raise InvalidInput([Problem(file="", field=field, code="argument-init-one")])
    if reliability:
        return folder_of_system(directory, reliability, case, lang)
    return folder_around(directory, network, lang) if network else teaching_folder(directory)
