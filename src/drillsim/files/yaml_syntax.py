"""A YAML parser's complaint as a problem in our words: the parser's own sentence never reaches a planner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from drillsim.errors import Problem, facts
from drillsim.files import full_width
from drillsim.files.document import LIMIT_DEPTH

_CODES: tuple[tuple[str, str], ...] = (
    ("exceeded maximum nesting depth", "too-deep"),  # libyaml's own limit, since PyYAML 6.0.4
    ("mapping values are not allowed", "syntax-colon"),
    ("but got '?'", "flow-question-mark"),
    ("found unexpected ':'", "syntax-colon-space"),
    ("could not find expected ':'", "syntax-colon-missing"),
    ("',' or ']'", "syntax-list-open"),
    ("',' or '}'", "syntax-braces-open"),
    ("unexpected end of stream", "syntax-quote-open"),
    ("unexpected document indicator", "syntax-quote-open"),
    ("unknown escape character", "syntax-escape"),
    ("hexa", "syntax-escape"),
    ("Unicode character escape", "syntax-escape"),
    ("cannot start any token", "syntax-character"),
    ("expected <block end>", "syntax-indentation"),
    ("expected key", "syntax-indentation"),
    ("'-' indicator", "syntax-indentation"),
    ("block sequence entries are not allowed", "syntax-indentation"),
    ("sequence entries are not allowed", "syntax-indentation"),
    ("<document start>", "syntax-indentation"),
    ("chomping or indentation", "syntax-punctuation"),
    ("while scanning a tag", "syntax-punctuation"),
    ("while scanning an anchor", "syntax-punctuation"),
    ("while scanning an alias", "syntax-punctuation"),
    ("while scanning a block scalar", "syntax-punctuation"),
    ("did not find expected", "syntax-punctuation"),
    ("expected the node content", "syntax-punctuation"),
)
"""Words of PyYAML's two parsers, and the problem they mean."""

_OPENED_THERE = frozenset({"syntax-list-open", "syntax-braces-open", "syntax-quote-open", "syntax-colon-missing"})
"""The mistake is where the thing was opened, not where the parser gave up."""


def events_of(body: str, loader: Any) -> Iterator[Any]:
    """PyYAML's events of `body`, as they come. Raises: yaml.YAMLError where it is no YAML."""
    return iter(yaml.parse(body, Loader=loader))


def first_error(body: str, loader: Any) -> int:
    """Offset of the first syntax error of `body`, or its length."""
    try:
        for _ in events_of(body, loader):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.index if error.problem_mark else 0
    return len(body)


def syntax_problem(
    error: yaml.YAMLError, body: str, label: str, fails_at: Callable[[str], int], quote: tuple[int, int]
) -> Problem:
    """The problem of a syntax error in `body` (text without byte order mark); `fails_at` gives a text's first error.

    `quote` are first and last line (from 0) of the quoted text read last: one that runs over lines right up to the
    error began with a quote that was never closed.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem(file=label, line=1, code="syntax")
    context = getattr(error, "context_mark", None) or mark
    wide = _full_width(body, context.line, mark.line, mark.index, label, fails_at)
    if wide:
        return wide
    if quote[0] < quote[1] == mark.line:
        return Problem(file=label, line=quote[0] + 1, code="syntax-quote-open")
    code = _code(error)
    if code not in _OPENED_THERE and mark.index >= len(body.rstrip()):
        return Problem(file=label, line=_last_line(body), code="syntax-end")
    if code == "too-deep":
        return Problem(file=label, line=mark.line + 1, code=code, facts=facts(limit=LIMIT_DEPTH))
    place = context if code in _OPENED_THERE else mark
    return Problem(file=label, line=min(place.line + 1, _last_line(body)), code=code)


def _code(error: yaml.YAMLError) -> str:
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    return next((code for words, code in _CODES if words in said), "syntax")


def _last_line(body: str) -> int:
    """The last line with something on it: parsers notice an open bracket one line after the end."""
    return body.rstrip().count("\n") + 1


def _full_width(
    body: str, first: int, last: int, failed: int, label: str, fails_at: Callable[[str], int]
) -> Problem | None:
    """Full-width punctuation, if replacing it on the lines in question moves the error on or away."""
    lines = body.split("\n")
    for number in range(max(first, 0), min(last + 1, len(lines), first + 50)):
        wide = full_width.first_structural(lines[number])
        if not wide:
            continue
        mended = full_width.structure_mended(lines[number])
        longer = len(mended) - len(lines[number])
        if fails_at("\n".join([*lines[:number], mended, *lines[number + 1 :]])) > failed + longer:
            told = facts(value=wide, mend=full_width.ascii_of(wide))
            return Problem(file=label, line=number + 1, code="full-width-structure", facts=told)
    return None
