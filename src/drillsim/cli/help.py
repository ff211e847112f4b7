"""`--help` from the catalogue: commands and flags carry text ids, and are put into words when somebody asks."""

from __future__ import annotations

from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from drillsim.cli.console import say
from drillsim.texts import Lang, text

_GAP = 2


class SpokenCommand(TyperCommand):
    """A command whose help stands in the catalogue: `cli-<name>` what it does, `cli-<name>-more` how."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _say(command_help(self, ctx))


class SpokenGroup(TyperGroup):
    """The whole program; lists its commands in the order in which a planner meets them."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _say(group_help(self, ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)


def _say(words: str) -> NoReturn:
    """Prints `words` ourselves: typer's own way would write UTF-8 to a console that asked for ASCII."""
    say(words.rstrip("\n"))
    raise typer.Exit(0)


def command_help(command: Any, ctx: Any) -> str:
    """Return the help of one command."""
    lang = _lang(ctx)
    arguments = [each for each in command.get_params(ctx) if each.param_type_name == "argument"]
    options = [each for each in command.get_params(ctx) if each.param_type_name == "option"]
    usage = " ".join(
        [ctx.command_path, *(argument_words(each) for each in arguments), f"[{text(lang, 'cli-options')}]"]
    )
    return "\n".join(
        [
            text(lang, "cli-usage", usage=usage),
            "",
            text(lang, f"cli-{command.name}"),
            text(lang, f"cli-{command.name}-more"),
            *_section(lang, "cli-heading-arguments", [(each.metavar, _told(lang, each)) for each in arguments]),
            *_section(lang, "cli-heading-options", [(flag_words(each), _told(lang, each)) for each in options]),
            "",
        ]
    )


def group_help(group: Any, ctx: Any) -> str:
    """Return the help of the program: its purpose and its commands."""
    lang = _lang(ctx)
    commands = [(name, text(lang, f"cli-{name}")) for name in group.list_commands(ctx)]
    options = [(flag_words(each), _told(lang, each)) for each in group.get_params(ctx)]
    codes = [(number, text(lang, f"cli-exit-{number}")) for number in ("0", "1", "2", "3", "130")]
    return "\n".join(
        [
            text(lang, "cli-usage", usage=f"{ctx.command_path} {text(lang, 'cli-command')} ..."),
            "",
            text(lang, "cli-what"),
            *_section(lang, "cli-heading-commands", commands),
            *_section(lang, "cli-heading-options", options),
            *_section(lang, "cli-heading-exit", codes),
            "",
            text(lang, "cli-help-of-command", usage=f"{ctx.command_path} {text(lang, 'cli-command')} --help"),
            "",
        ]
    )


def flag_words(option: Any) -> str:
    """A flag with what follows it: `--seed N`; the long name first, for typer keeps the names of `--help` in a set."""
    names = ", ".join(sorted(option.opts, key=len, reverse=True))
    return f"{names} {option.metavar}" if option.metavar else names


def argument_words(argument: Any) -> str:
    """An argument as usage lines have it; in brackets where it may be left out."""
    return str(argument.metavar if argument.required else f"[{argument.metavar}]")


def _told(lang: Lang, option: Any) -> str:
    return text(lang, "cli-option-help" if option.name == "help" else option.help)


def _lang(ctx: Any) -> Lang:
    lang: Lang = ctx.find_root().obj or "en"
    return lang


def _section(lang: Lang, heading: str, rows: list[tuple[str, str]]) -> list[str]:
    """A heading and two columns; the first is ASCII, so it lines up in every language."""
    if not rows:
        return []
    width = max(len(first) for first, _ in rows) + _GAP
    return ["", text(lang, heading), *(f"  {first:<{width}}{second}" for first, second in rows)]
