"""The program: commands in the order in which a planner meets them, and the way from an error to an exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from drillsim.cli import (
    bring_in,
    campaign,
    check,
    compare,
    demo,
    explain,
    export,
    failure,
    init,
    report,
    revise,
    run,
    schema,
    session,
)
from drillsim.cli.console import prepare, say
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.help import SpokenCommand, SpokenGroup
from drillsim.cli.interrupt import never_lose_interrupts
from drillsim.cli.language import VARIABLE, machine_lang, wished
from drillsim.cli.option import LangFlag
from drillsim.cli.typed import as_meant
from drillsim.garbage import collect_seldom
from drillsim.version import __version__

COMMANDS: dict[str, Callable[..., int]] = {
    "demo": demo.demo,
    "init": init.init,
    "check": check.check,
    "run": run.run,
    "campaign": campaign.campaign,
    "revise": revise.revise,
    "compare": compare.compare,
    "session": session.session,
    "report": report.report,
    "export": export.export,
    "import": bring_in.bring_in,
    "explain": explain.explain,
    "schema": schema.schema,
}


def main() -> None:
    """The entry point `drillsim`."""
    collect_seldom()
    never_lose_interrupts()
    code = run_command(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is said: Ctrl-C now would only print a traceback
    sys.exit(code)


def run_command(argv: Sequence[str]) -> int:
    """Runs one command line and gives its exit code; no error leaves this function."""
    # Matrices of a few hundred rows: threads of their own slow a busy machine down, over 20 times where it was tried.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is imported, which is later than this
    prepare()
    lang = wished(argv) or machine_lang()
    try:
        result = command()(args=as_meant(argv) or ["--help"], prog_name="drillsim", standalone_mode=False, obj=lang)
        sys.stdout.flush()
        # typer turns Ctrl-C into this exit code, without a word; a command that gives it has said what was stopped
        if result == ExitCode.STOPPED and not isinstance(result, ExitCode):
            return failure.tell(KeyboardInterrupt(), lang, argv)
        return int(result or ExitCode.FINE)
    except (BrokenPipeError, SystemExit):  # typer leaves this way when whoever read our output has gone
        _forget_output()
        return ExitCode.FINE
    except BaseException as error:
        return failure.tell(error, lang, argv)


def command() -> Any:
    """The whole command tree, as typer's own objects; help texts are text ids."""
    app = typer.Typer(
        cls=SpokenGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )  # fmt: skip
    app.callback(help="cli-what")(_root)
    for name, function in COMMANDS.items():
        app.command(name, cls=SpokenCommand, help=f"cli-{name}")(function)
    return typer.main.get_command(app)


def _version(asked: bool) -> None:
    if asked:
        say(f"drillsim {__version__}")
        raise typer.Exit(0)


def _speak(lang: str | None) -> None:
    """`drillsim --lang zh run …` is as good as `drillsim run … --lang zh`."""
    if lang:
        os.environ[VARIABLE] = lang


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="cli-option-version")
    ] = False,
    lang: LangFlag = None,
) -> None:
    """Read the options that hold for every command."""
    _speak(lang)


def _forget_output() -> None:
    """Whoever read our output has gone; nothing more is written, not even at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
