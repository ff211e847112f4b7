"""A campaign: files in, cases counted, played, answered, written up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.errors import wrong_argument
from drillsim.texts import Lang
from drillsim.use.load import load
from drillsim.use.progress import unseen
from drillsim.version import __version__

if TYPE_CHECKING:
    from drillsim.campaign import Executed, HourName, Progress, Runner, Store, Workers
    from drillsim.documents.campaign_report import CampaignDocument
    from drillsim.files import CustomerFolder, ScenarioFile

DRAWS = 20
FEW_DRAWS = 5
"""Draws of each event with each thing beside that does not go as planned: there are many of those."""


@dataclass(frozen=True, slots=True)
class VariantDir:
    """A variant of the plan: another customer folder, and what it is called."""

    label: str
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of a campaign, beyond the customer; where nothing is said, what a planner asks first."""

    faults: int | None = None
    """Failures at once; 0: the library alone; None: each event alone and with one thing beside that does not go as
    planned."""
    edition: str | None = None
    """Name of the plan's edition it is played with."""
    scenarios: str | None = None
    """Pattern of scenario names; empty: none."""
    hours: tuple[HourName, ...] = ()
    draws: int | None = None
    target_error: float | None = None
    exact: bool = False
    seed: int = 1
    late_ms: int | None = None
    """By how much a step is late that is late; None as assumed."""
    limit: int | None = None
    prune: bool = True
    variants: tuple[VariantDir, ...] = ()
    workers: int | None = None
    scheduler: str | None = None
    resume: bool = False

    @property
    def one_event(self) -> bool:
        """Return whether each event is played alone and with one thing beside that does not go as planned."""
        return self.faults is None and not self.exact

    @property
    def order(self) -> int:
        """Failures at once."""
        return self.faults if self.faults is not None else 2 if self.one_event else 1

    @property
    def pattern(self) -> str:
        """Pattern of the scenarios played; empty for none."""
        return self.scenarios if self.scenarios is not None else "" if self.exact else "*"

    @property
    def when(self) -> tuple[HourName, ...]:
        """The hours at which cases begin."""
        return self.hours or (("day",) if self.exact else ("day", "night"))

    @property
    def how_many(self) -> int:
        """Draws of luck of each case."""
        return self.draws or (FEW_DRAWS if self.one_event else DRAWS)

    @property
    def sampled(self) -> bool:
        """Return whether luck is drawn, beside or instead of exact answers."""
        return not self.exact or self.draws is not None or self.target_error is not None


@dataclass(frozen=True, slots=True)
class Files:
    """Everything a campaign reads."""

    folder: CustomerFolder
    variants: Mapping[str, CustomerFolder]
    scenarios: Mapping[str, ScenarioFile]


def read_files(plan_dir: Path, asked: Asked) -> Files:
    """The customer, its variants and the scenarios asked for. Raises: InvalidInput."""
    from drillsim.files import find_scenarios

    names = [name for name in find_scenarios(plan_dir) if fnmatchcase(name, asked.pattern)] if asked.pattern else []
    if asked.pattern and not names:
        raise wrong_argument("--scenarios", "campaign-no-scenario", pattern=asked.pattern)
    if not asked.order and not names:
        raise wrong_argument("--faults", "campaign-no-case")
    folder, scenarios = load(plan_dir, names, asked.edition)
    variants = {each.label: load(each.folder, (), asked.edition)[0] for each in asked.variants}
    for label, variant in variants.items():
        if _judged(variant) != _judged(folder):
            raise wrong_argument("--variant", "campaign-variant-differs", label=label)
    return Files(folder, variants, {each.id: each for each in scenarios})


def _judged(folder: CustomerFolder) -> tuple[str, ...]:
    """Loads and functions: those of a variant must be the same, or nothing could be compared."""
    dossier = folder.dossier
    return (*(row.name for row in dossier.network.loads if row.in_service), *dossier.site.functions)


def benches_of(files: Files, asked: Asked) -> tuple[Runner, ...]:
    """The plan as it is, then its variants."""
    from drillsim.campaign import Spec, hours_of, runner_of
    from drillsim.network import flow_for
    from drillsim.schema import LATE_MS, NORMAL

    library = {name: each.scenario for name, each in files.scenarios.items()}
    edition = files.folder.edition
    spec = Spec(
        order=asked.order,
        one_event=asked.one_event,
        scenarios=tuple(library),
        hours=hours_of(files.folder.dossier, asked.when),
        draws=asked.how_many,
        seed=asked.seed,
        prune=asked.prune,
        late_ms=asked.late_ms or LATE_MS,
        limit=asked.limit,
        target_error=asked.target_error,
    )
    if edition is not None:
        spec = replace(spec, mode=edition.edition.mode or NORMAL, date=edition.edition.from_)
    folders = {"": files.folder, **files.variants}
    return tuple(
        runner_of(each.dossier, library, spec, flow_for(each.dossier.network), label) for label, each in folders.items()
    )


def path_of(files: Files, asked: Asked, out: Path) -> Path:
    """Return the path of the campaign's folder when it is whole."""
    from drillsim.documents.run_folder import of_edition

    return out / files.folder.results / f"campaign-s{asked.seed}{of_edition(files.folder)}"


def open_store(files: Files, asked: Asked, runners: Sequence[Runner], out: Path) -> Store:
    """The campaign's folder, new or gone on with. Raises: InvalidInput."""
    from drillsim.campaign import begin, resume

    path = path_of(files, asked, out)
    told = _told(files, asked, runners)
    if asked.resume:
        return resume(path, told)
    inputs = dict(files.folder.inputs)
    for label, variant in files.variants.items():
        inputs |= {f"variants/{label}/{name}": data for name, data in variant.inputs.items()}
    inputs |= {f"scenarios/{name}.yaml": each.file.data for name, each in files.scenarios.items()}
    return begin(path, told, inputs)


def _told(files: Files, asked: Asked, runners: Sequence[Runner]) -> dict[str, object]:
    """Everything the rows depend on, and how many units a batch of draws has."""
    from drillsim.campaign import units_a_batch

    spec = runners[0].spec
    return {
        "format": 1,
        "product": "drillsim",
        "version": __version__,
        "customer": files.folder.dossier.folder,
        "digests": dict(files.folder.digests),
        **({"edition": files.folder.edition.id} if files.folder.edition else {}),
        "variants": {label: dict(each.digests) for label, each in files.variants.items()},
        "scenarios": {name: each.file.sha256 for name, each in files.scenarios.items()},
        "sampled": asked.sampled,
        "exact": asked.exact,
        "faults": spec.order,
        "one_event": spec.one_event,
        "hours": [{"name": each.name, "time": each.time, "load": each.load} for each in spec.hours],
        "draws": spec.draws,
        "seed": spec.seed,
        "prune": spec.prune,
        "late_ms": spec.late_ms,
        "limit": spec.limit,
        "target_error": spec.target_error,
        "units": units_a_batch(runners),
    }


@contextmanager
def workers_for(runners: Sequence[Runner], asked: Asked) -> Iterator[Workers]:
    """Yield the workers that play: a cluster, processes, or this process."""
    from drillsim.campaign import Dask, OneProcess, Processes

    count = asked.workers or os.cpu_count() or 1
    if asked.scheduler:
        with Dask(runners, asked.scheduler) as cluster:
            yield cluster
    else:
        yield OneProcess(runners) if count == 1 else Processes(runners, count)


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """A campaign as it lies on the disk."""

    path: Path
    document: CampaignDocument
    workers: int
    """Processes that played it."""


def play(
    files: Files,
    asked: Asked,
    out: Path,
    lang: Lang,
    *,
    begins: Callable[[Sequence[Runner], Store], None] = lambda runners, store: None,
    progress: Progress = unseen,
) -> Played:
    """The campaign played below `out`, answered and written up in `lang`; `begins` is told before the first case.

    Raises: InvalidInput where a folder that is not ours stands there, or one of other files or flags is to be resumed.
    """
    from drillsim.campaign import How, execute

    runners = benches_of(files, asked)
    store = open_store(files, asked, runners, out)
    begins(runners, store)
    with workers_for(runners, asked) as workers:
        conducted = execute(runners, workers, store, How(asked.sampled, asked.exact), progress)
        count = workers.count
    return Played(store.path, write_up(files, runners[0], store, conducted, lang), count)


def write_up(files: Files, runner: Runner, store: Store, conducted: Executed, lang: Lang) -> CampaignDocument:
    """Rows, worst cases, document and report on the disk, and the folder in its place."""
    from drillsim.documents.campaign_report import WorstCaseContext, campaign_document, write_campaign, write_worst

    store.merge()
    for each in conducted.result.worst:
        write_worst(WorstCaseContext(store.part, files.folder, files.scenarios, runner), each, lang)
    document = campaign_document(
        conducted.result, files.folder.dossier, runner.spec, runner.library, files.folder.edition
    )
    write_campaign(store.part, document, files.folder.dossier, lang)
    store.finish()
    return document
