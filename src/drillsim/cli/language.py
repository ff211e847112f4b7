"""The language drillsim speaks: `--lang`, else the variable DRILLSIM_LANG, else `language` in customer.yaml, else the
machine's.

The machine's is that of LC_ALL, LC_MESSAGES or LANG, on Windows else that of its screens: zh for Chinese, en for every
other. If there is no customer yet (help, problems of files that cannot be read, `init`, `explain`) it follows the first
two.
"""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

from drillsim.cli.console import shows
from drillsim.texts import LANGS, Lang, text

VARIABLE = "DRILLSIM_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_SPOKEN = {"中文": "zh", "汉语": "zh", "chinese": "zh", "英文": "en", "english": "en"}


def lang_named(word: str) -> Lang | None:
    """The language `word` means: `zh`, `EN`, `zh_CN.UTF-8`, `zh-Hans`, `中文`, `Chinese (Simplified)_China`."""
    first = re.split(r"[-_. (]", word.strip().lower(), maxsplit=1)[0]
    return next((lang for lang in LANGS if lang == _SPOKEN.get(first, first)), None)


def wished(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang | None:
    """The language asked for on the command line or in DRILLSIM_LANG; None when nobody asked, or for another one."""
    given = [value for flag, value in pairwise(argv) if flag == "--lang"]
    given += [word.removeprefix("--lang=") for word in argv if word.startswith("--lang=")]
    asked = (lang_named(word) for word in (*given, environment.get(VARIABLE, "")))
    return next((lang for lang in asked if lang), None)


def machine_lang(environment: Mapping[str, str] = os.environ) -> Lang:
    """The language of the machine: zh for Chinese, en for every other."""
    set_to = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    return "zh" if lang_named(set_to or _windows_locale() or locale.getlocale()[0] or "") == "zh" else "en"


def _windows_locale() -> str:
    """The locale of the screens of a Windows machine (`zh_CN`); empty elsewhere."""
    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""


def asked_lang(flag: str | None) -> Lang | None:
    """The language asked for by the flag of a command, or in DRILLSIM_LANG."""
    return wished(["--lang", flag] if flag else [])


def spoken_lang(flag: str | None) -> Lang:
    """The language of a command that has no customer."""
    return asked_lang(flag) or machine_lang()


def customer_lang(flag: str | None, written: Lang | None) -> Lang:
    """The language of a command about a customer whose file says `written`."""
    return asked_lang(flag) or written or machine_lang()


def screen_lang(flag: str | None, spoken: Lang) -> Lang:
    """The language of the screen: English where nobody asked for Chinese and the console cannot show it."""
    return spoken if asked_lang(flag) or shows(text(spoken, "cli-not-tested")) else "en"
