"""`drillsim check PLAN_DIR [SCENARIO…]`: files and rules; with `--regression` also the register played again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillsim.cli.check_page import WORTH, listed_dead, say_check
from drillsim.cli.check_regression import say_regression
from drillsim.cli.console import note, progress, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang, spoken_lang
from drillsim.cli.option import AsOf, EditionName, FailOnFlag, Json, LangFlag, PlanDir, WorkerCount, processors
from drillsim.errors import InvalidInput, Problem, wrong_argument
from drillsim.texts import Lang, list_text, text

if TYPE_CHECKING:
    from drillsim.checks import CheckDocument
    from drillsim.files import CustomerFolder, ScenarioFile


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question put to each customer."""

    as_of: dt.date | None
    files_only: bool
    regression: bool
    every: bool
    workers: int
    lang: str | None
    json: bool


def check(  # noqa: PLR0913, PLR0917 (one parameter a flag)
    plan_dir: PlanDir,
    scenarios: Annotated[list[str] | None, typer.Argument(metavar="SCENARIO...", help="cli-argument-scenario")] = None,
    edition: EditionName = None,
    files_only: Annotated[bool, typer.Option("--files-only", help="cli-option-files-only")] = False,
    regression: Annotated[bool, typer.Option("--regression", help="cli-option-regression")] = False,
    changed: Annotated[bool, typer.Option("--changed", help="cli-option-changed")] = False,
    as_of: AsOf = None,
    strict: Annotated[bool, typer.Option("--strict", help="cli-option-strict")] = False,
    every: Annotated[bool, typer.Option("--all", help="cli-option-all")] = False,
    workers: WorkerCount = None,
    lang: LangFlag = None,
    json: Json = False,
    fail_on: FailOnFlag = "never",
) -> int:
    """Reads the files and asks every rule."""
    from drillsim.use.load import load

    if edition is not None and (regression or changed):
        raise wrong_argument("--edition", "argument-edition-beside", flag="--regression" if regression else "--changed")
    if files_only and regression:
        raise wrong_argument("--regression", "argument-regression-files-only")
    asked = _Asked(as_of, files_only, regression, every, workers or processors(), lang, json)
    if changed:
        folders = _changed([plan_dir, *map(Path, scenarios or ())])
        documents = [_checked(folder, files, asked) for folder, files in folders]
        if json:
            say_json({"format": 1, "checks": [each.model_dump(mode="json") for each in documents]})
        elif not documents:
            say(text(spoken_lang(lang), "cli-check-nobody"))
    else:
        documents = [_checked(*load(plan_dir, scenarios or (), edition, every_edition=True), asked)]
        if json:
            say_json(documents[0].model_dump(mode="json"))
    return max((_exit_code(each, fail_on, strict=strict) for each in documents), default=ExitCode.FINE)


def _checked(folder: CustomerFolder, files: Sequence[ScenarioFile], asked: _Asked) -> CheckDocument:
    """Check one customer, and say so unless the answer is printed as JSON."""
    from drillsim.use.check import checked, names_in

    spoken = customer_lang(asked.lang, folder.dossier.customer.language)
    shown = spoken if asked.json else screen_lang(asked.lang, spoken)
    note(shown, folder.noted)
    day = asked.as_of or (folder.edition.edition.from_ if folder.edition else None)
    document = checked(folder, files, shown, as_of=day, files_only=asked.files_only)
    document = document.model_copy(update=_editions(folder))
    if asked.regression:
        from drillsim.use.regression import played_again

        with progress(shown, folder.dossier.folder) as doing:
            found = played_again(folder, shown, as_of=asked.as_of, workers=asked.workers, progress=doing)
        document = document.model_copy(update={"regression": found})
    if not asked.json:
        names = names_in(folder, shown)
        say_check(document, names[folder.dossier.customer.id], names, shown, every=asked.every)
        say(*listed_dead(_dead(folder), shown))
        say(*_edition_lines(document, shown))
        if document.regression is not None:
            say_regression(document.regression, shown)
    return document


def _changed(paths: Iterable[Path]) -> list[tuple[CustomerFolder, tuple[ScenarioFile, ...]]]:
    """The customers changed files belong to, with their scenarios that changed. Raises: InvalidInput with the problems
    of all of them, and of scenarios that are nobody's own."""
    from drillsim.files import changed, load_scenario
    from drillsim.use.load import load

    found, read, problems = changed(paths), [], list[Problem]()
    for scenario in found.library:
        try:
            load_scenario(scenario)
        except InvalidInput as error:
            problems += error.problems
    for folder, scenarios in found.customers.items():
        try:
            read.append(load(folder, [path.as_posix() for path in scenarios], every_edition=True))
        except InvalidInput as error:
            problems += error.problems
    if problems:
        raise InvalidInput(problems)
    return read


def _editions(folder: CustomerFolder) -> dict[str, object]:
    """Return the edition checked and all that fit the plan, as the document has them."""
    from drillsim.files import find_editions

    noted = {each.file for each in folder.noted}
    fitting = [name for name, path in find_editions(folder.path).items() if path.as_posix() not in noted]
    return {"edition": folder.edition.id if folder.edition else None, "editions": tuple(fitting)}


def _edition_lines(document: CheckDocument, lang: Lang) -> Iterator[str]:
    if document.edition:
        yield text(lang, "cli-check-edition", name=document.edition, date=str(document.as_of))
    elif document.editions:
        yield text(lang, "cli-check-editions", names=list_text(lang, list(document.editions)))


def _dead(folder: CustomerFolder) -> tuple[str, ...]:
    """Buses nothing feeds in the normal mode."""
    from drillsim.network import net_of
    from drillsim.plant import dead_in_file

    return dead_in_file(folder.dossier, net_of(folder.dossier))


def _exit_code(document: CheckDocument, fail_on: str, *, strict: bool) -> ExitCode:
    """1 when a rule fails or a weak point is back that weighs as much as `fail_on`; strictly, when anything is wrong or
    unknown."""
    again = document.regression.played if document.regression else ()
    worths = [WORTH[row.severity] for row in document.results if row.outcome == "fail"]
    worths += [row.severity or "C" for row in again if row.outcome == "back"]
    counts = [worth for worth in worths if strict or (fail_on != "never" and worth <= fail_on)]
    unknown = document.summary.unknown_strict or any(row.outcome == "unknown" for row in again)
    return ExitCode.WEAK if counts or (strict and unknown) else ExitCode.FINE
