"""`drillsim session PLAN_DIR SCENARIO`: the joint drill, on this machine's own pages; or its rehearsal."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.console import note, say, say_table
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import LangFlag, Out, Seed
from drillsim.errors import wrong_argument
from drillsim.texts import Lang, duration_text, text

if TYPE_CHECKING:
    from drillsim.files import CustomerFolder, MselFile, ScenarioFile
    from drillsim.session import Participant, Record
    from drillsim.web.serve import Link

LARGEST_PORT = 65_535


def _port_of(value: str | int) -> int:
    words = str(value)
    if words.isascii() and words.isdigit() and int(words) <= LARGEST_PORT:
        return int(words)
    raise wrong_argument("--port", "argument-count", value=words, least=0, most=LARGEST_PORT)


def session(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: Annotated[Path | None, typer.Argument(metavar="PLAN_DIR", help="cli-argument-plan-dir")] = None,
    scenario: Annotated[str | None, typer.Argument(metavar="SCENARIO", help="cli-argument-scenario")] = None,
    msel: Annotated[Path | None, typer.Option("--msel", metavar="FILE", help="cli-option-msel")] = None,
    play: Annotated[list[str] | None, typer.Option("--play", metavar="ROLE", help="cli-option-play")] = None,
    seed: Seed = 1,
    port: Annotated[int, typer.Option("--port", metavar="N", parser=_port_of, help="cli-option-port")] = 0,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="cli-option-no-browser")] = False,
    out: Out = Path("reports"),
    resume: Annotated[Path | None, typer.Option("--resume", metavar="DIR", help="cli-option-session-resume")] = None,
    take_over: Annotated[Path | None, typer.Option("--take-over", metavar="DIR", help="cli-option-take-over")] = None,
    rehearse: Annotated[bool, typer.Option("--rehearse", help="cli-option-rehearse")] = False,
    lang: LangFlag = None,
) -> int:
    """Opens a drill, goes on with one, or rehearses it."""
    from drillsim.session import Participant, open_session, resume_session
    from drillsim.web.room import machine_reading

    leader = Participant("controller", "controller", "controller")
    if resume is not None:
        record = resume_session(resume, machine_reading())
        spoken = customer_lang(lang, record.session.drill.case.dossier.customer.language)
        return _serve(record, leader, spoken, port, no_browser=no_browser, plan_dir=plan_dir)
    if take_over is not None:
        return _take_over(take_over, plan_dir, lang)
    if plan_dir is None or scenario is None:
        raise wrong_argument("PLAN_DIR SCENARIO", "argument-missing", usage="drillsim session PLAN_DIR SCENARIO")
    folder, file, injects = _read(plan_dir, scenario, msel)
    spoken = customer_lang(lang, folder.dossier.customer.language)
    note(screen_lang(lang, spoken), folder.noted)
    if rehearse:
        return _rehearse(folder, file, injects, seed, screen_lang(lang, spoken))
    played = _roles(folder, play or ())
    record = open_session(out, folder, file, machine_reading(), leader, msel=injects, played=played, seed=seed)
    return _serve(record, leader, spoken, port, no_browser=no_browser, plan_dir=plan_dir)


def _take_over(session: Path, plan_dir: Path | None, lang: str | None) -> int:
    """Take the improvement list of a drill over into the customer's register."""
    from drillsim.use.drill_folder import note_taken_over, read_drill
    from drillsim.use.take_over import take_over

    if plan_dir is None:
        raise wrong_argument("PLAN_DIR", "argument-missing", usage="drillsim session --take-over DIR PLAN_DIR")
    drill = read_drill(session)
    spoken = customer_lang(lang, drill.case.dossier.customer.language)
    document = drill.aftermath.document(drill.entries)
    found = take_over(document, drill.path.name, plan_dir, spoken)
    note_taken_over(drill, found.numbers)
    shown = screen_lang(lang, spoken)
    if not found.numbers:
        say(text(shown, "hotwash-none-to-take"))
        return ExitCode.FINE
    counted = {"added": len(found.added), "back": len(found.back), "known": len(found.known), "left": len(found.left)}
    say(text(shown, "hotwash-taken-over", file=found.file, **counted))
    return ExitCode.FINE


def _read(plan_dir: Path, scenario: str, msel: Path | None) -> tuple[CustomerFolder, ScenarioFile, MselFile | None]:
    from drillsim.files import load_msel, own_msel
    from drillsim.use.load import load
    from drillsim.use.rehearse import refuse_not_applicable

    folder, (file,) = load(plan_dir, [scenario])
    refuse_not_applicable(folder, file)
    path = msel or own_msel(plan_dir, file.id)
    return folder, file, load_msel(path, folder, file.id) if path is not None else None


def _roles(folder: CustomerFolder, named: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    actors = folder.dossier.plan.actors
    for role in named:
        if role not in actors:
            raise wrong_argument("--play", "argument-choice", value=role, known=", ".join(actors))
    return tuple(named)


def _serve(
    record: Record, leader: Participant, lang: Lang, port: int, *, no_browser: bool, plan_dir: Path | None = None
) -> int:
    from drillsim.web.serve import serve

    def ready(links: tuple[Link, ...]) -> None:
        say(text(lang, "cli-session-open", path=record.part.as_posix()))
        rows = [(_named(record, lang, each), f"{each.code[:4]}-{each.code[4:]}", each.address) for each in links]
        heads = [text(lang, f"cli-session-{each}") for each in ("part", "code", "link")]
        say_table(heads, rows, narrow=(0, 1))
        say(text(lang, "cli-session-stop"))
        if not no_browser:
            webbrowser.open(links[0].address)

    path = record.part
    try:
        serve(record, leader, lang, port, ready, plan_dir)
    except KeyboardInterrupt:
        pass
    finally:
        path = record.close()
    if record.session.ending is None:
        say(text(lang, "cli-session-resumable", path=path.as_posix()))
        return ExitCode.STOPPED
    say(text(lang, "cli-session-lies", path=path.as_posix()))
    return ExitCode.FINE


def _named(record: Record, lang: Lang, link: Link) -> str:
    """The part, and the role it plays."""
    who = link.participant
    name = text(lang, f"session-part-{'projector' if who.id == 'projector' else who.part}")
    actors = record.session.drill.case.dossier.plan.actors
    return " · ".join([name, *(actors[role].name.says(lang) or role for role in who.plays)])


def _rehearse(folder: CustomerFolder, file: ScenarioFile, msel: MselFile | None, seed: int, lang: Lang) -> int:
    from drillsim.use.rehearse import rehearse

    rows = []
    for each in rehearse(folder, file, msel, seed):
        came = (
            text(lang, "cli-rehearse-given", at=duration_text(lang, each.given_ms)) if each.given_ms is not None else ""
        )
        why = text(lang, "cli-rehearse-by-hand" if each.by_hand else "cli-rehearse-not-given")
        what = {True: "cli-rehearse-fulfilled", False: "cli-rehearse-not-fulfilled"}
        then = text(lang, what[each.fulfilled]) if each.fulfilled is not None else ""
        rows.append((each.id, each.title.says(lang) if each.title is not None else "", came or why, then))
    say(text(lang, "cli-rehearse-played", scenario=file.id, horizon=duration_text(lang, file.scenario.horizon)))
    if not rows:
        say(text(lang, "cli-rehearse-none"))
        return ExitCode.FINE
    say_table([text(lang, f"cli-rehearse-{each}") for each in ("inject", "title", "came", "then")], rows, narrow=(0,))
    return ExitCode.FINE
