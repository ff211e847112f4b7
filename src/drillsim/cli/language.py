"""Which language drillsim speaks on the screen.

`--lang` says it; else the variable DRILLSIM_LANG; else the machine's own language, where Chinese means zh and every
other one en. Commands that have a plan speak the plan's first language instead of the machine's.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping, Sequence

from drillsim.texts import LANGS, Lang

VARIABLE = "DRILLSIM_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def wished(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang | None:
    """The language asked for on the command line or in DRILLSIM_LANG; None when nobody asked, or for another one."""
    given = [value for flag, value in zip(argv, argv[1:], strict=False) if flag == "--lang"]
    given += [word.removeprefix("--lang=") for word in argv if word.startswith("--lang=")]
    asked = [*given, environment.get(VARIABLE, "").lower()]
    return next((lang for word in asked for lang in LANGS if word == lang), None)


def machine_lang(environment: Mapping[str, str] = os.environ) -> Lang:
    """The language of the machine: zh for Chinese, en for every other."""
    set_to = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    name = set_to or locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
