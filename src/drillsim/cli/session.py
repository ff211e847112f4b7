"""`drillsim session PLAN_DIR SCENARIO…`: joint drills, on this machine's own pages; or their rehearsal."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.console import complain, note, progress, say, say_table
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.failure import log_of
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import EditionName, LangFlag, Out, Seed
from drillsim.errors import wrong_argument
from drillsim.texts import Lang, duration_text, list_text, text
from drillsim.units import MS_PER

if TYPE_CHECKING:
    from drillsim.files import CustomerFolder, MselFile, ScenarioFile
    from drillsim.session import Participant, Record
    from drillsim.web.address import Address
    from drillsim.web.serve import Link

LARGEST_PORT = 65_535
USAGE = "drillsim session PLAN_DIR SCENARIO…"


def _port_of(value: str | int) -> int:
    words = str(value)
    if words.isascii() and words.isdigit() and int(words) <= LARGEST_PORT:
        return int(words)
    raise wrong_argument("--port", "argument-count", value=words, least=0, most=LARGEST_PORT)


def _moment_of(value: str | int) -> int:
    """Return a scenario time written as `1:02:03`, `62:03` or in minutes, ms."""
    words = str(value).strip().removeprefix("T+").split(":")
    if not all(each.isascii() and each.isdigit() and len(each) < 6 for each in words) or len(words) > 3:
        raise wrong_argument("--at", "session-at-form", value=str(value))
    if len(words) == 1:
        return int(words[0]) * MS_PER["min"]
    hours, minutes, seconds = (int(each) for each in ("0", *words)[-3:])
    return hours * MS_PER["h"] + minutes * MS_PER["min"] + seconds * MS_PER["s"]


def session(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: Annotated[Path | None, typer.Argument(metavar="PLAN_DIR", help="cli-argument-plan-dir")] = None,
    scenarios: Annotated[
        list[str] | None, typer.Argument(metavar="SCENARIO...", help="cli-argument-session-scenario")
    ] = None,
    msel: Annotated[Path | None, typer.Option("--msel", metavar="FILE", help="cli-option-msel")] = None,
    play: Annotated[list[str] | None, typer.Option("--play", metavar="ROLE", help="cli-option-play")] = None,
    seed: Seed = 1,
    edition: EditionName = None,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="cli-option-host")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", parser=_port_of, help="cli-option-port")] = 0,
    certificate: Annotated[
        Path | None, typer.Option("--certificate", metavar="FILE", help="cli-option-certificate")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="cli-option-key")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="cli-option-no-browser")] = False,
    out: Out = Path("reports"),
    resume: Annotated[
        list[Path] | None, typer.Option("--resume", metavar="DIR", help="cli-option-session-resume")
    ] = None,
    double_blind: Annotated[bool, typer.Option("--double-blind", help="cli-option-double-blind")] = False,
    take_over: Annotated[Path | None, typer.Option("--take-over", metavar="DIR", help="cli-option-take-over")] = None,
    at: Annotated[int | None, typer.Option("--at", metavar="H:MM:SS", parser=_moment_of, help="cli-option-at")] = None,
    replay: Annotated[Path | None, typer.Option("--replay", metavar="DIR", help="cli-option-replay")] = None,
    calibrate: Annotated[bool, typer.Option("--calibrate", help="cli-option-calibrate")] = False,
    rehearse: Annotated[bool, typer.Option("--rehearse", help="cli-option-rehearse")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="cli-option-session-plan")] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT,…", help="cli-option-session-format")] = "",
    lang: LangFlag = None,
) -> int:
    """Opens drills, goes on with them, or rehearses them."""
    from drillsim.session import Participant, branch_session, open_session, resume_session
    from drillsim.web.room import machine_reading

    leader = Participant("controller", "controller", "controller")
    if replay is not None:
        return _replay(replay, lang, _address(host, port, certificate, key), no_browser=no_browser)
    if at is not None and not resume:
        raise wrong_argument("--at", "session-at-alone")
    if resume:
        address = _address(host, port, certificate, key)
        going_on = [
            resume_session(each, machine_reading()) if at is None else branch_session(each, at, machine_reading())
            for each in resume
        ]
        spoken = customer_lang(lang, going_on[0].session.drill.case.dossier.customer.language)
        return _Serving(going_on, leader, spoken, no_browser, plan_dir).serve(address, certificate)
    if take_over is not None:
        return _take_over(take_over, plan_dir, lang)
    if calibrate:
        return _calibrate(plan_dir, scenarios or [], out, seed, lang)
    if plan and plan_dir is not None and not scenarios:
        return _suggest(plan_dir, edition, out, seed, lang)
    if plan_dir is None or not scenarios:
        raise wrong_argument("PLAN_DIR SCENARIO", "argument-missing", usage=USAGE)
    if msel is not None and len(scenarios) > 1:
        raise wrong_argument("--msel", "server-msel-of-several")
    folder, files = _read(plan_dir, scenarios, edition)
    lists = [_injects(plan_dir, folder, each, msel) for each in files]
    spoken = customer_lang(lang, folder.dossier.customer.language)
    note(screen_lang(lang, spoken), folder.noted)
    if plan:
        for file, injects in zip(files, lists, strict=True):
            _write_papers(
                folder, file, injects, _roles(folder, play or ()), out, seed, screen_lang(lang, spoken), spoken, form
            )
        return ExitCode.FINE
    if rehearse:
        for file, injects in zip(files, lists, strict=True):
            _rehearse(folder, file, injects, seed, screen_lang(lang, spoken))
        return ExitCode.FINE
    played, address = _roles(folder, play or ()), _address(host, port, certificate, key)
    opened = [
        open_session(out, folder, file, machine_reading(), leader, msel=injects, played=played, seed=seed)
        for file, injects in zip(files, lists, strict=True)
    ]
    for record in opened if double_blind else ():
        record.session.blind(leader, machine_reading())
    return _Serving(opened, leader, spoken, no_browser, plan_dir).serve(address, certificate)


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


def _calibrate(plan_dir: Path | None, sessions: Sequence[str], out: Path, seed: int, lang: str | None) -> int:
    """Compare observed step times with the plan's; `sessions` are folders of drills that have ended."""
    from drillsim.cli.calibration_page import say_calibration
    from drillsim.use.calibrate import calibrate

    if plan_dir is None or not sessions:
        usage = "drillsim session --calibrate PLAN_DIR SESSION_DIR..."
        raise wrong_argument("PLAN_DIR SESSION_DIR", "argument-missing", usage=usage)
    with progress(screen_lang(lang, "en"), "calibrate") as doing:
        found = calibrate(plan_dir, [Path(each) for each in sessions], out, seed=seed, progress=doing)
    say_calibration(found, screen_lang(lang, customer_lang(lang, found.folder.dossier.customer.language)))
    return ExitCode.FINE


def _read(
    plan_dir: Path, scenarios: Sequence[str], edition: str | None
) -> tuple[CustomerFolder, tuple[ScenarioFile, ...]]:
    from drillsim.use.load import load
    from drillsim.use.rehearse import refuse_not_applicable

    folder, files = load(plan_dir, scenarios, edition)
    for file in files:
        refuse_not_applicable(folder, file)
    return folder, files


def _injects(plan_dir: Path, folder: CustomerFolder, file: ScenarioFile, named: Path | None) -> MselFile | None:
    from drillsim.files import load_msel, own_msel

    path = named or own_msel(plan_dir, file.id)
    return load_msel(path, folder, file.id) if path is not None else None


def _address(host: str, port: int, certificate: Path | None, key: Path | None) -> Address:
    """Return where the pages are served. Raises: InvalidInput for a certificate without its key, or one that cannot be
    used."""
    from drillsim.web.address import Address
    from drillsim.web.tls import context_of

    if certificate is None and key is None:
        return Address(host, port)
    if certificate is None or key is None:
        there, lacks = ("--key", "--certificate") if certificate is None else ("--certificate", "--key")
        raise wrong_argument(there, "server-tls-half", lacks=lacks)
    return Address(host, port, context_of(certificate, key))


def _roles(folder: CustomerFolder, named: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    actors = folder.dossier.plan.actors
    for role in named:
        if role not in actors:
            raise wrong_argument("--play", "argument-choice", value=role, known=", ".join(actors))
    return tuple(named)


@dataclass(frozen=True)
class _Serving:
    """Drills that are being served, and what is said of them at the console."""

    records: Sequence[Record]
    leader: Participant
    lang: Lang
    no_browser: bool
    plan_dir: Path | None

    def serve(self, address: Address, certificate: Path | None) -> int:
        """Serve until Ctrl-C; give the exit code."""
        from drillsim.web.serve import Told, serve

        self._warn(address, certificate)
        try:
            serve(
                self.records,
                self.leader,
                self.lang,
                address,
                Told(self._ready, self._stands, self._failed),
                self.plan_dir,
            )
        except KeyboardInterrupt:
            pass
        finally:
            paths = [each.close() for each in self.records]
        has_ended = [each.session.ending is not None for each in self.records]
        for path, ended in zip(paths, has_ended, strict=True):
            name = "cli-session-lies" if ended else "cli-session-resumable"
            say(text(self.lang, name, path=path.as_posix()))
        return ExitCode.FINE if all(has_ended) else ExitCode.STOPPED

    def _warn(self, address: Address, certificate: Path | None) -> None:
        """Say what a network sees of the drill, and what browsers will say of the certificate."""
        from drillsim.web.tls import stands_for

        if address.tls is None and not address.is_loopback:
            complain(text(self.lang, "server-plain", host=address.host))
        if address.tls is None or certificate is None:
            return
        if not stands_for(address.tls, certificate, address.host):
            complain(text(self.lang, "server-other-name", host=address.host, file=certificate.as_posix()))

    def _ready(self, drills: tuple[tuple[Link, ...], ...]) -> None:
        heads = [text(self.lang, f"cli-session-{each}") for each in ("part", "code", "link")]
        for record, links in zip(self.records, drills, strict=True):
            say(text(self.lang, "cli-session-open", path=record.part.as_posix()))
            rows = [(_named(record, self.lang, e), f"{e.code[:4]}-{e.code[4:]}", e.address) for e in links]
            say_table(heads, rows, narrow=(0, 1))
        say(text(self.lang, "cli-session-stop"))
        if not self.no_browser:
            for links in drills:
                webbrowser.open(links[0].address)

    def _stands(self, record: Record, fault: Exception) -> None:
        path, why = record.part.as_posix(), fault.__cause__ or fault
        if isinstance(fault, OSError):
            complain(text(self.lang, "server-drill-full", path=path, what=str(why.args[-1] if why.args else why)))
        else:
            complain(text(self.lang, "server-drill-stands", path=path, log=str(log_of(fault))))

    def _failed(self, fault: Exception) -> None:
        complain(text(self.lang, "server-request-failed", log=str(log_of(fault))))


def _replay(folder: Path, lang: str | None, address: Address, *, no_browser: bool) -> int:
    """Serve a record to be looked at again, until Ctrl-C."""
    from drillsim.session import open_record
    from drillsim.web.serve import Told, serve_replay

    travel = open_record(folder)
    spoken = customer_lang(lang, travel.case.dossier.customer.language)

    def ready(records: tuple[tuple[Link, ...], ...]) -> None:
        link = records[0][0]
        say(text(spoken, "cli-session-replay", path=travel.folder.as_posix()))
        heads = [text(spoken, f"cli-session-{each}") for each in ("part", "code", "link")]
        rows = [(text(spoken, "session-replay-title"), f"{link.code[:4]}-{link.code[4:]}", link.address)]
        say_table(heads, rows, narrow=(0, 1))
        say(text(spoken, "cli-session-replay-stop"))
        if not no_browser:
            webbrowser.open(link.address)

    def failed(fault: Exception) -> None:
        complain(text(spoken, "server-request-failed", log=str(log_of(fault))))

    with suppress(KeyboardInterrupt):
        serve_replay(travel, spoken, address, Told(ready, lambda _, fault: failed(fault), failed))
    return ExitCode.FINE


def _named(record: Record, lang: Lang, link: Link) -> str:
    """The part, and the role it plays."""
    who = link.participant
    name = text(lang, f"session-part-{'projector' if who.id == 'projector' else who.part}")
    actors = record.session.drill.case.dossier.plan.actors
    return " · ".join([name, *(actors[role].name.says(lang) or role for role in who.plays)])


def _rehearse(folder: CustomerFolder, file: ScenarioFile, msel: MselFile | None, seed: int, lang: Lang) -> None:
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
        return
    say_table([text(lang, f"cli-rehearse-{each}") for each in ("inject", "title", "came", "then")], rows, narrow=(0,))


def _suggest(plan_dir: Path, edition: str | None, out: Path, seed: int, lang: LangFlag) -> int:
    """Print which scenario to drill, the one most worth it first."""
    from drillsim.use.drill_plan import suggested
    from drillsim.use.load import load

    folder, _ = load(plan_dir, (), edition)
    shown = screen_lang(lang, customer_lang(lang, folder.dossier.customer.language))
    note(shown, folder.noted)
    rows = [
        (
            each.scenario, each.title.says(shown), str(each.missed), str(each.severe),
            each.drilled[-1] if each.drilled else text(shown, "cli-drill-never"),
            ", ".join((*each.back, *(text(shown, "cli-drill-open", number=number) for number in each.still))),
        )
        for each in suggested(folder, out, seed)
    ]  # fmt: skip
    say(text(shown, "cli-drill-plan", out=out.as_posix()))
    heads = [text(shown, f"cli-drill-{each}") for each in ("scenario", "title", "missed", "severe", "drilled", "back")]
    say_table(heads, rows, narrow=(0, 2, 3, 4))
    say(text(shown, "cli-drill-next", plan=plan_dir.as_posix(), scenario=rows[0][0] if rows else "SCENARIO"))
    return ExitCode.FINE


def _write_papers(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    folder: CustomerFolder, file: ScenarioFile, msel: MselFile | None, played: Sequence[str], out: Path, seed: int,
    lang: Lang, spoken: Lang, form: str,
) -> None:  # fmt: skip
    """Write what is printed before a drill, and say who is played by the plan."""
    from drillsim.cli.report_papers import among
    from drillsim.documents.extract import masked
    from drillsim.documents.render import FORMATS, Format, render
    from drillsim.files import write_bytes
    from drillsim.use.drill_plan import papers

    formats: tuple[Format, ...] = among("--format", form or "html", FORMATS)
    place = out / folder.results / f"papers-{file.id}-s{seed}"
    documents = [masked(each) for each in papers(folder, file, msel, played, spoken, seed)]
    made = [(each.kind, place / f"{each.kind}.{form}", render(each, form)) for each in documents for form in formats]
    for kind, path, data in made:
        write_bytes(path, data)
        say(text(lang, f"cli-drill-paper-{kind}", path=path.as_posix()))
    actors = folder.dossier.plan.actors
    left = [actors[role].name.says(lang) or role for role in actors if role not in played]
    say(text(lang, "cli-drill-stand-ins", n=len(left), of=len(actors), roles=list_text(lang, left)))
