"""A campaign from the command line: files in, cases counted, played, answered, written up."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from drillsim import __version__
from drillsim.cli.campaign_option import Asked
from drillsim.cli.campaign_page import exit_code, say_campaign
from drillsim.cli.console import complain, rate_progress, say, say_json
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.language import customer_lang, screen_lang
from drillsim.cli.option import wrong
from drillsim.texts import Lang, problem_line, text
from drillsim.texts.quantity import duration_text, list_text

if TYPE_CHECKING:
    from drillsim.campaign.bench import Bench
    from drillsim.campaign.conduct import Conducted, Progress
    from drillsim.campaign.store import Store
    from drillsim.campaign.workers import Workers
    from drillsim.documents.campaign_document import CampaignDocument
    from drillsim.files import CustomerFolder, ScenarioFile


@dataclass(frozen=True, slots=True)
class Output:
    """Where what is said goes."""

    out: Path
    lang: str | None
    json: bool
    fail_on: str


@dataclass(frozen=True, slots=True)
class Files:
    """Everything a campaign reads."""

    folder: CustomerFolder
    variants: Mapping[str, CustomerFolder]
    scenarios: Mapping[str, ScenarioFile]


def run_campaign(plan_dir: Path, asked: Asked, output: Output) -> int:
    """Conducts the campaign and says what came out. Raises: InvalidInput before anything is played."""
    began = perf_counter()
    files = read_files(plan_dir, asked)
    spoken = customer_lang(output.lang, files.folder.dossier.customer.language)
    shown = screen_lang(output.lang, spoken)
    benches = benches_of(files, asked)
    store = open_store(files, asked, benches, output.out)
    try:
        _announce(benches, asked, output, store, shown)
        with (
            workers_for(benches, asked) as workers,
            rate_progress(shown, files.folder.dossier.folder) as progress,
        ):
            conducted = _conducted(benches, workers, store, asked, in_words(progress, shown))
            count = workers.count
    except KeyboardInterrupt:
        return _stopped(store, shown)
    document = write_up(files, benches[0], store, conducted, spoken)
    wall_s = round(perf_counter() - began, 1)
    if output.json:
        say_json(document.printed(spoken, out=store.path.as_posix(), wall_s=wall_s, workers=count))
    else:
        say_campaign(document, files.folder.dossier, store.path, shown)
    return exit_code(document, output.fail_on)


# -- files -------------------------------------------------------------------------------------------------------------


def read_files(plan_dir: Path, asked: Asked) -> Files:
    """The customer, its variants and the scenarios asked for. Raises: InvalidInput."""
    from drillsim.cli.load import load
    from drillsim.files.scenario_file import find_scenarios

    names = [name for name in find_scenarios(plan_dir) if fnmatchcase(name, asked.scenarios)] if asked.scenarios else []
    if asked.scenarios and not names:
        raise wrong("--scenarios", "campaign-no-scenario", pattern=asked.scenarios)
    if not asked.faults and not names:
        raise wrong("--faults", "campaign-no-case")
    folder, scenarios = load(plan_dir, names)
    variants = {each.label: load(each.folder)[0] for each in asked.variants}
    for label, variant in variants.items():
        if _judged(variant) != _judged(folder):
            raise wrong("--variant", "campaign-variant-differs", label=label)
    return Files(folder, variants, {each.id: each for each in scenarios})


def _judged(folder: CustomerFolder) -> tuple[str, ...]:
    """Loads and functions: those of a variant must be the same, or nothing could be compared."""
    dossier = folder.dossier
    return (*(row.name for row in dossier.network.loads if row.in_service), *dossier.site.functions)


def benches_of(files: Files, asked: Asked) -> tuple[Bench, ...]:
    """The plan as it is, then its variants."""
    from drillsim.campaign.bench import bench_of
    from drillsim.campaign.spec import Spec, hours_of
    from drillsim.network import flow_for
    from drillsim.schema.scenario import LATE_MS

    library = {name: each.scenario for name, each in files.scenarios.items()}
    spec = Spec(
        order=asked.faults,
        one_event=asked.one_event,
        scenarios=tuple(library),
        hours=hours_of(files.folder.dossier, asked.hours),
        draws=asked.draws,
        seed=asked.seed,
        prune=asked.prune,
        late_ms=asked.late_ms or LATE_MS,
        limit=asked.limit,
        target_error=asked.target_error,
    )
    folders = {"": files.folder, **files.variants}
    return tuple(
        bench_of(each.dossier, library, spec, flow_for(each.dossier.network), label) for label, each in folders.items()
    )


def open_store(files: Files, asked: Asked, benches: Sequence[Bench], out: Path) -> Store:
    """The campaign's folder, new or gone on with. Raises: InvalidInput."""
    from drillsim.campaign.store import begin, resume

    path = out / files.folder.dossier.folder / f"campaign-s{asked.seed}"
    told = _told(files, asked, benches)
    if asked.resume:
        return resume(path, told)
    inputs = {file.name: file.data for file in files.folder.files}
    for label, variant in files.variants.items():
        inputs |= {f"variants/{label}/{file.name}": file.data for file in variant.files}
    inputs |= {f"scenarios/{name}.yaml": each.file.data for name, each in files.scenarios.items()}
    return begin(path, told, inputs)


def _told(files: Files, asked: Asked, benches: Sequence[Bench]) -> dict[str, object]:
    """Everything the rows depend on, and how many units a batch of draws has."""
    from drillsim.campaign.run import units_a_batch

    spec = benches[0].spec
    return {
        "format": 1,
        "product": "drillsim",
        "version": __version__,
        "customer": files.folder.dossier.folder,
        "digests": dict(files.folder.digests),
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
        "units": units_a_batch(benches),
    }


# -- playing -----------------------------------------------------------------------------------------------------------


def _announce(benches: Sequence[Bench], asked: Asked, output: Output, store: Store, lang: Lang) -> None:
    """How many cases there are and how long they will take, before any of them is played; gone on with, what is there
    already, and how long the rest will take."""
    from drillsim.campaign.estimate import estimate
    from drillsim.campaign.run import first_batch_there

    there, units = first_batch_there(benches, store, exact=asked.exact)
    if asked.resume:
        (complain if output.json else say)(text(lang, "cli-campaign-goes-on", done=there, units=units))
    if there == units:
        return
    left = (units - there) / units
    expected = estimate(benches[0], perf_counter, sampled=asked.sampled, exact=asked.exact)
    runs = expected.runs * len(benches)
    seconds = left * expected.seconds * len(benches) / (asked.workers or os.cpu_count() or 1)
    words = text(
        lang, "cli-campaign-begins",
        customer=benches[0].dossier.folder, cases=expected.cases, runs=runs,
        hours=list_text(lang, [text(lang, f"report-campaign-hour-{each.name}") for each in benches[0].spec.hours]),
        time=duration_text(lang, round(seconds * 1000)),
    )  # fmt: skip
    (complain if output.json else say)(words)


def _stopped(store: Store, lang: Lang) -> int:
    """Says what is played and how to go on."""
    from drillsim.documents.campaign_report.stopped import stopped_campaign

    told = stopped_campaign(store.part)
    complain("", problem_line(lang, told) if told else text(lang, "cli-stopped"))
    return ExitCode.STOPPED


@contextmanager
def workers_for(benches: Sequence[Bench], asked: Asked) -> Iterator[Workers]:
    """Who plays: a cluster, processes, or this process."""
    from drillsim.campaign.workers import Dask, OneProcess, Processes

    count = asked.workers or os.cpu_count() or 1
    if asked.scheduler:
        with Dask(benches, asked.scheduler) as cluster:
            yield cluster
    else:
        yield OneProcess(benches) if count == 1 else Processes(benches, count)


def in_words(progress: Progress, lang: Lang) -> Progress:
    """`progress` with batches called as people say it; the first of the draws, most often the only one, has no name."""
    from drillsim.campaign.store import EXACT

    def show(batch: str, done: int, of: int) -> None:
        later = "" if batch == EXACT or not int(batch) else text(lang, "cli-batch", n=int(batch) + 1)
        progress(text(lang, "cli-batch-exact") if batch == EXACT else later, done, of)

    return show


def _conducted(benches: Sequence[Bench], workers: Workers, store: Store, asked: Asked, progress: Progress) -> Conducted:
    from drillsim.campaign.conduct import How, conduct

    return conduct(benches, workers, store, How(asked.sampled, asked.exact), progress)


# -- writing up --------------------------------------------------------------------------------------------------------


def write_up(files: Files, bench: Bench, store: Store, conducted: Conducted, lang: Lang) -> CampaignDocument:
    """Rows, worst cases, document and report on the disk, and the folder in its place."""
    from drillsim.documents.campaign_document import campaign_document
    from drillsim.documents.campaign_report import write_campaign
    from drillsim.documents.worst_cases import Ground, write_worst

    store.merge()
    for each in conducted.result.worst:
        write_worst(Ground(store.part, files.folder, files.scenarios, bench), each, lang)
    document = campaign_document(conducted.result, files.folder.dossier, bench.spec, bench.library)
    write_campaign(store.part, document, files.folder.dossier, lang)
    store.finish()
    return document
