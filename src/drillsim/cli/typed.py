"""The changes keyboards and consoles make to a command line before a command sees it: long dashes for two hyphens, a
quotation mark that a backslash took along, `help COMMAND` for `COMMAND --help`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import tidy

_DASHES = "‐‑‒–—―－﹣−"
_WITH_VALUE = ("--lang",)
"""Flags before the command that take a word."""


def as_meant(argv: Sequence[str]) -> list[str]:
    """`argv` with `help [COMMAND]` as `[COMMAND] --help`.

    Raises: InvalidInput for words no command could take, all of them at once.
    """
    problems = list(_odd(argv))
    if problems:
        raise InvalidInput(problems)
    at = first_word(argv)
    if at is None or argv[at] != "help":
        return list(argv)
    return [*argv[:at], *argv[at + 1 :], "--help"]


def first_word(argv: Sequence[str]) -> int | None:
    """Return the position of the command; None where no word is one."""
    before = ""
    for position, word in enumerate(argv):
        if not word.startswith("-") and before not in _WITH_VALUE:
            return position
        before = word
    return None


def _odd(argv: Sequence[str]) -> Iterator[Problem]:
    for word in argv:
        if word[:1] and word[0] in _DASHES:
            mend = f"--{tidy(word.lstrip(_DASHES + '-'))}"
            yield Problem(file="", field=word, code="argument-dash", facts=facts(mend=mend))
        elif '"' in word:
            mend = tidy(word.partition('"')[0]) or tidy(word)
            yield Problem(file="", field=word, code="argument-quote", facts=facts(mend=mend))
