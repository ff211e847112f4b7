"""The smallest set of changes: the customer's files in, a search over the cases asked of the plan, its folder out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from drillsim.documents.revise_report import (
    EditionsRow,
    OtherwiseRow,
    PlanRow,
    ReviseDocument,
    WrittenRow,
    read_search,
    revise_document,
    revise_page,
    write_search,
)
from drillsim.documents.run_folder import of_edition
from drillsim.files import CustomerFolder
from drillsim.revision import Recommendation
from drillsim.revision.smallest import search
from drillsim.texts import Lang
from drillsim.use.apply_revision import Applied
from drillsim.use.progress import Progress, unseen
from drillsim.use.revise_source import Source, library_of, source_of
from drillsim.version import __version__


@dataclass(frozen=True, slots=True)
class Revised:
    """A search as it lies on the disk."""

    path: Path
    document: ReviseDocument
    changes: tuple[Recommendation, ...]
    """Recommendations that edit files."""


def revise(
    folder: CustomerFolder,
    out: Path,
    lang: Lang,
    *,
    seed: int = 1,
    recorded: Path | None = None,
    workers: int = 1,
    progress: Progress = unseen,
) -> Revised:
    """The smallest sets of changes for every case asked of the plan, or for a recorded run or campaign, written below
    `out` with the page in `lang`.

    Raises: InvalidInput where a folder that is not ours stands there, something cannot be read, or the files have
    changed since what was recorded.
    """
    source = source_of(folder, seed, recorded)
    searched = search(folder, source.wanted, source.seed, source.flow, workers, progress)
    words = {name: each.scenario.title for name, each in library_of(folder).items()}
    document = revise_document(folder, searched, source.came_from, source.seed, words)
    changes = tuple(each for each in searched.recommendations if each.edits)
    page = "\n".join(revise_page(document, folder.dossier, lang, titles(folder, lang))) + "\n"
    inputs = {file.name: file.data for file in folder.files}
    path = _path(folder, out, source)
    write_search(path, document, changes, page, inputs, _digests(folder, source))
    return Revised(path, document, changes)


def searched_before(
    folder: CustomerFolder, out: Path, *, seed: int = 1, recorded: Path | None = None
) -> Revised | None:
    """The search of the same files, seed and version that lies below `out`; None where there is none.

    Raises: InvalidInput where it, or what was recorded, cannot be read.
    """
    source = source_of(folder, seed, recorded)
    found = read_search(_path(folder, out, source))
    if found is None or dict(found.digests) != _digests(folder, source):
        return None
    return Revised(found.path, found.document, found.changes)


def with_written(revised: Revised, applied: Applied) -> Revised:
    """The same search, its document with what was written and the version of the plan that stands there now."""
    folder, editions, register = applied.folder, applied.editions, applied.register
    new = PlanRow(version=folder.dossier.plan.version, digests=dict(folder.digests))
    written = WrittenRow(
        ids=[each.id for each in applied.changes],
        edition=folder.edition.id if folder.edition else None,
        files=list(applied.written),
        kept=applied.kept.as_posix(),
        minor=applied.minor,
        new_posts=[*applied.posts.people, *applied.posts.roles],
        editions=EditionsRow(
            carried=editions.names,
            over=editions.over,
            others=editions.others,
            otherwise=[OtherwiseRow(edition=name, ids=ids) for name, ids in editions.otherwise.items()],
        ),
        done=list(register.done),
        in_progress=list(register.in_progress),
    )
    return replace(revised, document=revised.document.model_copy(update={"plan_new": new, "written": written}))


def page_of(revised: Revised, folder: CustomerFolder, lang: Lang) -> list[str]:
    """The lines of the page in `lang`, for a screen."""
    lines = revise_page(revised.document, folder.dossier, lang, titles(folder, lang))
    return [line.lstrip("# ") if line.startswith("#") else line for line in lines]


def titles(folder: CustomerFolder, lang: Lang) -> Mapping[str, str]:
    """Return the titles of the scenarios, by name."""
    return {name: each.scenario.title.says(lang) or name for name, each in library_of(folder).items()}


def _path(folder: CustomerFolder, out: Path, source: Source) -> Path:
    return out / folder.results / f"{source.name}{of_edition(folder)}"


def _digests(folder: CustomerFolder, source: Source) -> dict[str, str]:
    """Digests of every file the search rests on, and the version that searched."""
    scenarios = {f"scenarios/{name}.yaml": each.file.sha256 for name, each in source.library.items()}
    return {**folder.digests, **scenarios, "version": __version__}
