"""The output of `check` on the screen: by what has to be done, gravest first, then what has to be collected.

Results of one rule that say the same of several places of a file share a line; ten lines are shown, and how many there
are beyond. `--all` shows every result by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from drillsim.cli.check_collect import beyond_files, to_ask_for
from drillsim.cli.console import say, say_table
from drillsim.texts import Lang, list_text, text

if TYPE_CHECKING:
    from drillsim.checks import CheckDocument, CollectRow, MisfitRow, ResultRow, ScenarioRow

MOST = 10
"""Lines of failures, and rows of the table, without `--all`."""
WORTH = {"must": "A", "should": "B", "info": "C"}
"""A rule that fails weighs as much as a weak point of this severity."""
FAILS, UNKNOWN = "✘", "?"


@dataclass(slots=True)
class _Line:
    """One failure, with the places of the same file where the same rule fails in the same way."""

    row: ResultRow
    also: list[int] = field(default_factory=list)
    """Their lines in the file."""


def say_check(document: CheckDocument, customer: str, names: Mapping[str, str], lang: Lang, *, every: bool) -> None:
    """The whole page, with everything on it where `every`. `customer` is what it is called, `names` words for ids."""
    count = document.summary
    say(
        text(
            lang, "cli-check-title",
            customer=customer, passed=count.passed, failed=count.failed, unknown=count.unknown,
            other=count.not_applicable,
        )
    )  # fmt: skip
    beyond = beyond_files(document)
    _failures(document, [_dangers_first(row) for row in beyond if _is_danger(document, row)], lang, every)
    _table(document, names, lang, every)
    _beyond([row for row in beyond if not _is_danger(document, row)], lang)
    if document.scenarios:
        say("", *(line for each in document.scenarios for line in _scenario(each, lang)))
    say("", document.closing)


# -- what fails --------------------------------------------------------------------------------------------------------


def _failures(document: CheckDocument, doubtful: Sequence[CollectRow], lang: Lang, every: bool) -> None:
    """Print the failures by what has to be done; where danger cannot be ruled out, that stands with the dangers."""
    from drillsim.checks import TODOS

    failing = [row for row in document.results if row.outcome == "fail"]
    rank = {todo: position for position, todo in enumerate(TODOS)}
    files = {file: position for position, file in enumerate(dict.fromkeys(row.file for row in document.results))}
    weight = {severity: position for position, severity in enumerate(WORTH)}
    failing.sort(key=lambda row: (rank[row.todo], weight[row.severity], files[row.file], row.line, row.rule))
    lines = [_Line(row) for row in failing] if every else _alike(failing)
    shown = lines if every else lines[:MOST]
    groups = {todo: list(found) for todo, found in groupby(shown, key=lambda line: line.row.todo)}
    for todo in TODOS:
        found, doubts = groups.get(todo, []), doubtful if todo == "danger" else ()
        if found or doubts:
            n = sum(row.todo == todo for row in failing)
            say("", text(lang, f"cli-check-todo-{todo}", n=n))
            say(*(_failure(line, lang) for line in found), *(f"  {UNKNOWN} {_doubt(row, lang)}" for row in doubts))
    rest = lines[len(shown) :]
    if rest:
        say("", _rest(rest, lang))


def _alike(rows: Iterable[ResultRow]) -> list[_Line]:
    """One line for what a rule says in the same way of several places of one file."""
    lines: dict[tuple[str, str, str], _Line] = {}
    for row in rows:
        key = (row.rule, row.variant, row.file)
        if key in lines:
            lines[key].also.append(row.line)
        else:
            lines[key] = _Line(row)
    return list(lines.values())


def _failure(line: _Line, lang: Lang) -> str:
    row = line.row
    rule = text(lang, "cli-check-rule", rule=row.rule, severity=WORTH[row.severity], how=_how(row, lang))
    also = text(lang, "cli-check-also", n=len(line.also), lines=_lines(line.also, lang)) if line.also else ""
    return " ".join(part for part in (f"  {FAILS}", f"{_where(row)}{row.text}", rule, also) if part)


def _where(row: ResultRow | CollectRow | MisfitRow) -> str:
    place = f"{row.file}:{row.line}" if row.line else row.file
    return "".join(f"{part}: " for part in (place, row.field) if part)


def _how(row: ResultRow, lang: Lang) -> str:
    return text(lang, f"cli-severity-{row.severity}")


def _lines(numbers: Iterable[int], lang: Lang) -> str:
    known = [str(number) for number in dict.fromkeys(numbers) if number]
    return list_text(lang, known, MOST) if known else "none"


def _rest(rest: Sequence[_Line], lang: Lang) -> str:
    """Return the number of results that are not shown, by what has to be done, in words."""
    from drillsim.checks import TODOS

    counts = {todo: sum(1 + len(line.also) for line in rest if line.row.todo == todo) for todo in TODOS}
    parts = [text(lang, f"cli-check-short-{todo}", n=n) for todo, n in counts.items() if n]
    return text(lang, "cli-check-rest", n=sum(counts.values()), parts=list_text(lang, parts))


# -- what nobody can say -----------------------------------------------------------------------------------------------


def _is_danger(document: CheckDocument, row: CollectRow) -> bool:
    """Return whether rules about danger wait for it, and no more than a date or a run would tell them."""
    dangers = {each.rule for each in document.results if each.todo == "danger"}
    return any(rule in dangers for rule in row.rules)


def _dangers_first(row: CollectRow) -> CollectRow:
    from drillsim.checks import todo_of

    return row.model_copy(update={"rules": tuple(sorted(row.rules, key=lambda rule: todo_of(rule) != "danger"))})


def _table(document: CheckDocument, names: Mapping[str, str], lang: Lang, every: bool) -> None:
    rows = to_ask_for(document, names, lang)
    if not rows:
        return
    shown = rows if every else rows[:MOST]
    say("", text(lang, "cli-check-collect", n=sum(row.results for row in rows)))
    headers = [text(lang, f"cli-check-column-{name}") for name in ("what", "of", "where", "rules")]
    cells = [(row.what, row.of, row.where, _ids(row.rules, every, lang)) for row in shown]
    say_table(headers, cells, narrow=(2,))
    if len(rows) > len(shown):
        say(text(lang, "cli-check-collect-rest", n=len(rows) - len(shown)))


def _ids(rules: Sequence[str], every: bool, lang: Lang) -> str:
    return list_text(lang, rules, len(rules) if every else 4)


def _beyond(rows: Sequence[CollectRow], lang: Lang) -> None:
    if rows:
        say("", text(lang, "cli-check-beyond"), *(f"  {UNKNOWN} {_doubt(row, lang)}" for row in rows))


def _doubt(row: CollectRow, lang: Lang) -> str:
    return f"{_where(row)}{row.text} {text(lang, 'cli-check-waiting', rules=list_text(lang, row.rules))}"


def _scenario(row: ScenarioRow, lang: Lang) -> Iterator[str]:
    """Yield whether the scenario applies; where not, each target that finds nothing, with its file and line."""
    yield text(lang, f"cli-check-{row.status.replace('_', '-')}", scenario=row.id)
    yield from (f"  - {_where(each)}{each.text}" for each in row.why)


def listed_dead(names: Sequence[str], lang: Lang) -> Iterator[str]:
    """Buses nothing feeds in the normal mode: what hangs on them no rule speaks of."""
    if names:
        yield text(lang, "cli-dead-at-start", n=len(names), names=list_text(lang, names))
