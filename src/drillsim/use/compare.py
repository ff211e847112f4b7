"""Two versions of one customer compared: files in, every case played on both, judged, written up."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.errors import InvalidInput, Problem, wrong_argument
from drillsim.texts import Lang
from drillsim.use.load import load
from drillsim.use.progress import Progress, unseen

if TYPE_CHECKING:
    from drillsim.campaign import HourName
    from drillsim.documents.comparison import CompareDocument
    from drillsim.files import CustomerFolder, ScenarioFile
    from drillsim.revision.versions import Pairing

DRAWS = 3
"""Draws of luck of each case."""
EVENTS, LIBRARY = "events", "library"
ORDERS = {"n-1": 1, "n-2": 2, "n-3": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """The cases both versions are played on; by default those of a campaign: each event alone and with one thing beside
    that does not go as planned, and every scenario, by day and night."""

    one_event: bool = True
    order: int = 2
    """Failures at once; 0: scenarios alone."""
    patterns: tuple[str, ...] = ("*",)
    """Patterns of scenario names."""
    hours: tuple[HourName, ...] = ("day", "night")
    draws: int = DRAWS
    seed: int = 1
    edition: str | None = None
    """Name of the edition of both versions they are played with."""


def cases_of(words: str) -> Cases:
    """The cases that `words` name, with commas between: `events`, `N-1`, `N-2`, `N-3`, `library`, or a pattern of
    scenario names. Raises: InvalidInput `argument-choice` where more than one number of failures is named."""
    found = tuple(dict.fromkeys(each.strip() for each in words.replace("，", ",").split(",") if each.strip()))
    counts = [each for each in found if each.lower() in (EVENTS, *ORDERS)]
    if not found or len(counts) > 1:
        known = "events, N-1, N-2, N-3, library, NAME, both-lost-*"
        raise wrong_argument("--cases", "argument-choice", value=words, known=known)
    patterns = tuple("*" if each.lower() == LIBRARY else each for each in found if each not in counts)
    if not counts:
        return Cases(one_event=False, order=0, patterns=patterns)
    word = counts[0].lower()
    return Cases(one_event=word == EVENTS, order=ORDERS.get(word, 2), patterns=patterns)


@dataclass(frozen=True, slots=True, eq=False)
class Files:
    """Everything a comparison reads."""

    old: CustomerFolder
    new: CustomerFolder
    scenarios: Mapping[str, ScenarioFile]
    """Those of both; of two with one name the newer version's."""

    @property
    def name(self) -> str:
        """Name of the comparison's folder, without the seed."""
        from drillsim.documents.run_folder import of_edition

        return f"compare-{self.old.path.resolve().name}-{self.new.path.resolve().name}{of_edition(self.new)}"


def read_files(old_dir: Path, new_dir: Path, cases: Cases) -> Files:
    """Both versions and the scenarios asked for. Raises: InvalidInput with the problems of all files; where they are
    two customers, or nothing can be compared."""
    from drillsim.files import find_scenarios

    found = {**find_scenarios(old_dir), **find_scenarios(new_dir)} if old_dir.is_dir() else find_scenarios(new_dir)
    names = [name for name in found if any(fnmatchcase(name, pattern) for pattern in cases.patterns)]
    for pattern in cases.patterns:
        if not any(fnmatchcase(name, pattern) for name in found):
            raise wrong_argument("--cases", "campaign-no-scenario", pattern=pattern)
    problems: list[Problem] = []
    read = []
    for folder, wanted in ((old_dir, ()), (new_dir, [found[name].as_posix() for name in names])):
        try:
            read.append(load(folder, wanted, cases.edition))
        except InvalidInput as error:
            problems += error.problems
    if problems:
        raise InvalidInput(problems)
    (old, _), (new, scenarios) = read
    if old.dossier.customer.id != new.dossier.customer.id:
        ids = {"old": old.dossier.customer.id, "new": new.dossier.customer.id}
        raise wrong_argument("OLD NEW", "compare-two-customers", **ids)
    return Files(old, new, {each.id: each for each in scenarios})


def pairing_of(files: Files, cases: Cases) -> Pairing:
    """Both versions ready to be played. Raises: InvalidInput where they share no load and no function with a limit."""
    from drillsim.campaign import Spec, hours_of
    from drillsim.revision.versions import pairing
    from drillsim.schema import NORMAL

    library = {name: each.scenario for name, each in files.scenarios.items()}
    spec = Spec(
        order=cases.order,
        one_event=cases.one_event,
        scenarios=tuple(library),
        hours=hours_of(files.new.dossier, cases.hours),
        draws=cases.draws,
        seed=cases.seed,
    )
    if files.new.edition is not None:
        of = files.new.edition.edition
        spec = replace(spec, mode=of.mode or NORMAL, date=of.from_)
    found = pairing(files.old.dossier, files.new.dossier, library, spec)
    if not found.subjects:
        raise wrong_argument("OLD NEW", "compare-nothing-in-common")
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """A comparison as it lies on the disk."""

    path: Path
    document: CompareDocument
    workers: int
    """Processes that played it."""


def path_of(files: Files, cases: Cases, out: Path) -> Path:
    """Return the path of the comparison's folder."""
    return out / files.new.results / f"{files.name}-s{cases.seed}"


def play(
    files: Files,
    cases: Cases,
    out: Path,
    lang: Lang,
    workers: int | None = None,
    *,
    begins: Callable[[Pairing], None] = lambda pairing: None,
    progress: Progress = unseen,
) -> Played:
    """The comparison played by `workers` processes and written below `out`; `begins` is told before the first case.

    Raises: InvalidInput where nothing can be compared, or a folder that is not ours stands there.
    """
    from drillsim.documents.comparison import compare_document, kept_cases, write_comparison
    from drillsim.revision.versions import compare_all

    pairing = pairing_of(files, cases)
    begins(pairing)
    count = workers or os.cpu_count() or 1
    result, folders = compare_all(pairing, count, progress), (files.old, files.new)
    document = compare_document(result, pairing, *folders)
    path = path_of(files, cases, out)
    write_comparison(path, document, pairing, folders, files.scenarios, kept_cases(result), lang)
    return Played(path, document, count)
