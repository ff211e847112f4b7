"""The words for something that does not work: problems of the input in full, a fault of ours in one line."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import typer

from drillsim.cli.console import complain, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.help import argument_words
from drillsim.cli.typed import as_meant, first_word
from drillsim.errors import InvalidInput, JournalUnreadable, Problem, facts
from drillsim.files import near_folder
from drillsim.texts import Lang, problem_line, text

FORMAT = 1
USAGE_ERROR: Any = typer.BadParameter.__base__
"""typer carries click inside since 0.2x; its classes are reached from the one it exports."""

_NOT_OUR_FAULT = {
    errno.EACCES: "no-access", errno.EPERM: "no-access", errno.EROFS: "no-access",
    errno.ENOSPC: "disk-full", errno.EDQUOT: "disk-full", errno.EFBIG: "disk-full",
    errno.ENAMETOOLONG: "path-too-long", errno.ENOTDIR: "path-through-file", errno.EEXIST: "path-through-file",
}  # fmt: skip


_AFTER_PLAYING = (
    "run-played-not-written",
    "run-proved-not-written",
    "run-not-recorded",
    "campaign-stopped",
    "register-changed",
)
"""Problems that came when something had been run: the usual last line would deny it."""


def tell(error: BaseException, lang: Lang, argv: Sequence[str]) -> ExitCode:
    """Says what went wrong and gives the exit code; never raises, even when the catalogue itself is broken."""
    try:
        return _tell(error, lang, argv)
    except Exception as worse:
        complain(f"drillsim: {type(worse).__name__}: {log_of(worse)}")
        return ExitCode.OUR_FAULT


def _tell(error: BaseException, lang: Lang, argv: Sequence[str]) -> ExitCode:
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        complain("", text(lang, "cli-stopped"))
        return ExitCode.STOPPED
    problems = _problems(error, argv)
    if problems:
        return tell_problems(problems, lang, argv)
    log = log_of(error)
    what = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}".rstrip(": ")
    complain(text(lang, "cli-our-fault", what=what[:200], log=str(log)))
    return ExitCode.OUR_FAULT


def tell_problems(problems: Sequence[Problem], lang: Lang, argv: Sequence[str]) -> ExitCode:
    """Every problem: lines on standard error, and with `--json` a document on standard output."""
    lines = [problem_line(lang, each) for each in problems]
    played = any(each.code in _AFTER_PLAYING for each in problems)
    complain(*lines, *([] if played else [text(lang, "cli-problems", n=len(problems))]))
    if "--json" in argv:
        say_json({"format": FORMAT, "problems": [problem_row(*each) for each in zip(problems, lines, strict=True)]})
    return ExitCode.WRONG_INPUT


def _problems(error: BaseException, argv: Sequence[str]) -> tuple[Problem, ...]:
    """Return the problems the user can mend; empty for a fault of ours."""
    if isinstance(error, InvalidInput):
        return error.problems
    if isinstance(error, JournalUnreadable):
        return (error.problem,)
    if isinstance(error, USAGE_ERROR):
        return (_usage_problem(error, argv),)
    if isinstance(error, OSError) and error.errno in _NOT_OUR_FAULT and error.filename:
        return (Problem(file=Path(str(error.filename)).as_posix(), code=_NOT_OUR_FAULT[error.errno]),)
    return ()


def _usage_problem(error: Any, argv: Sequence[str]) -> Problem:
    """A wrong argument, in our words."""
    kind, ctx = type(error).__name__, error.ctx
    usage = " ".join([ctx.command_path, *map(argument_words, _arguments(ctx))]) if ctx else "–"
    if kind == "NoSuchOption":
        near = ", ".join(error.possibilities or ()) or "none"
        return Problem(file="", field=error.option_name, code="argument-unknown-flag", facts=facts(near=near))
    if kind == "BadOptionUsage":
        return Problem(file="", field=error.option_name, code="argument-flag-usage")
    if kind == "MissingParameter":
        name = error.param.metavar if error.param else "–"
        if error.param and error.param.name == "scenarios" and "plan_dir" in ctx.params:
            return _no_scenario(Path(ctx.params["plan_dir"]), usage)
        return Problem(file="", field=str(name), code="argument-missing", facts=facts(usage=usage))
    if hasattr(ctx.command, "commands"):
        known = list(ctx.command.commands)
        at = first_word(as_meant(argv))
        word = "–" if at is None else as_meant(argv)[at]
        alike = get_close_matches(word.lower(), known, 1, 0.5)
        told = facts(near=alike[0] if alike else "none", known=", ".join(known))
        return Problem(file="", field=word, code="argument-no-command", facts=told)
    return Problem(file="", field=str(ctx.command.name), code="argument-too-many", facts=facts(usage=usage))


def _no_scenario(plan_dir: Path, usage: str) -> Problem:
    """A customer without a scenario: which there are, or that there is no such customer."""
    from drillsim.files import find_scenarios, own_first

    near = near_folder(plan_dir)
    if not plan_dir.is_dir() and near:
        return Problem(file=plan_dir.as_posix(), code="folder-missing", facts=facts(near=near))
    known = own_first(find_scenarios(plan_dir), plan_dir)
    told = facts(usage=usage, folder=plan_dir.as_posix(), first=known[0], known=", ".join(known))
    return Problem(file="", field="SCENARIO", code="argument-no-scenario", facts=told)


def _arguments(ctx: Any) -> list[Any]:
    return [each for each in ctx.command.get_params(ctx) if each.param_type_name == "argument"] if ctx else []


def problem_row(problem: Problem, line: str) -> dict[str, Any]:
    """Return a problem as `--json` tells it; `line`: its words."""
    return {
        "file": problem.file,
        "line": problem.line,
        "field": problem.field,
        "code": problem.code,
        "facts": dict(problem.facts),
        "text": line,
    }


def log_of(error: BaseException) -> Path:
    """A file with everything about a fault of ours."""
    handle, name = tempfile.mkstemp(prefix="drillsim-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream, contextlib.suppress(OSError):
        stream.write("".join(traceback.format_exception(error)))
    return Path(name)
