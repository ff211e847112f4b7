"""`drillsim report DIR… --format … --kind … --for …`: the papers a meeting signs, of one folder or of many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drillsim.cli.console import say
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.recorded_folder import recorded_folder
from drillsim.errors import InvalidInput, Problem, wrong_argument
from drillsim.texts import text

if TYPE_CHECKING:
    from drillsim.documents.extract import Recipient
    from drillsim.documents.render import Format

T = TypeVar("T", bound=str)


def papers(
    folders: Sequence[Path],
    *,
    form: str,
    kind: str,
    recipient: str,
    template: Path | None,
    full_contacts: bool,
    out: Path,
    lang: str | None,
) -> int:
    """Write the papers of every folder; what is wrong with one keeps no other from its papers. Return the exit code.

    Raises: InvalidInput with the problems of all folders.
    """
    from drillsim.documents.extract import RECIPIENTS
    from drillsim.documents.render import FORMATS
    from drillsim.use.forms import ALL_KINDS, Asked, papers_of

    to: tuple[Recipient, ...] = among("--for", recipient, RECIPIENTS) if recipient else ()
    if len(to) > 1:
        raise wrong_argument("--for", "argument-choice", value=recipient, known=", ".join(RECIPIENTS))
    formats: tuple[Format, ...] = among("--format", form or "docx", FORMATS)
    asked = Asked(
        kinds=among("--kind", kind, ALL_KINDS) if kind else (), formats=formats, template=template,
        recipient=to[0] if to else None, full_contacts=full_contacts, out=out,
        speak=lambda own: customer_lang(lang, own),
    )  # fmt: skip
    problems: list[Problem] = []
    for given in folders:
        try:
            spoken, written = papers_of(_folder(given), asked)
        except InvalidInput as wrong:
            problems += wrong.problems
            continue
        for path in written:
            say(text(screen_lang(lang, spoken), "cli-report-written", path=path.as_posix()))
    if problems:
        raise InvalidInput(problems)
    return ExitCode.FINE


def _folder(given: Path) -> Path:
    """Return the folder that is meant. Raises: InvalidInput for one no papers can be written of."""
    from drillsim.documents.campaign_report import is_campaign
    from drillsim.documents.comparison import is_comparison
    from drillsim.use.forms import is_customer, is_search

    if is_customer(given) or is_search(given):
        return given
    folder = recorded_folder(given, comparison=True)
    if is_campaign(folder) or is_comparison(folder):
        raise wrong_argument("--format", "argument-format-of-campaign", path=given.as_posix())
    return folder


def among(flag: str, words: str, known: Sequence[T]) -> tuple[T, ...]:
    """Return the words of a list with commas between them, each once. Raises: InvalidInput for one that is unknown."""
    named = tuple(dict.fromkeys(each.strip().lower() for each in words.split(",") if each.strip()))
    for each in named:
        if each not in known:
            raise wrong_argument(flag, "argument-choice", value=each, known=", ".join(known))
    return tuple(each for each in known if each in named)
