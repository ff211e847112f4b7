"""Which language drillsim speaks: `--lang`, else the variable DRILLSIM_LANG, else the plan's first language.

Where there is no plan yet (help, problems of files that cannot be read, `demo`, `init`, `explain`) it is the machine's
language: zh for Chinese, en for every other.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence
from itertools import pairwise

from drillsim.cli.console import shows
from drillsim.texts import LANGS, Lang, text

VARIABLE = "DRILLSIM_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def wished(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang | None:
    """The language asked for on the command line or in DRILLSIM_LANG; None when nobody asked, or for another one."""
    given = [value for flag, value in pairwise(argv) if flag == "--lang"]
    given += [word.removeprefix("--lang=") for word in argv if word.startswith("--lang=")]
    asked = [*given, environment.get(VARIABLE, "").lower()]
    return next((lang for word in asked for lang in LANGS if word == lang), None)


def machine_lang(environment: Mapping[str, str] = os.environ) -> Lang:
    """The language of the machine: zh for Chinese, en for every other."""
    set_to = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    name = set_to or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def asked_lang(flag: str | None) -> Lang | None:
    """The language asked for by the flag of a command, or in DRILLSIM_LANG."""
    return wished(["--lang", flag] if flag else [])


def spoken_lang(flag: str | None) -> Lang:
    """The language of a command that has no plan."""
    return asked_lang(flag) or machine_lang()


def screen_lang(flag: str | None, spoken: Lang) -> Lang:
    """The language of the screen: English where nobody asked for Chinese and the console cannot show it."""
    return spoken if asked_lang(flag) or shows(text(spoken, "cli-not-tested")) else "en"
