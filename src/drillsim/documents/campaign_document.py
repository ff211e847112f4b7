"""The document of one campaign: what `campaign --json` prints and `campaign.json` keeps. Its report is written from it.

In `campaign.json` each text stands in both languages (`{zh: …, en: …}`); `printed` makes it one string in the chosen
one. Times are integer milliseconds, shares and chances numbers from 0 to 1; null where there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Literal, TypeVar

from drillsim.campaign import CampaignResult, Spec, SubjectAnswer, failures
from drillsim.campaign.answer import weighs_most
from drillsim.documents.campaign_not_tested import campaign_not_tested
from drillsim.documents.campaign_rows import (
    CampaignEditionRow,
    ChangeRow,
    CoverageRow,
    DisagreementRow,
    FailureSetRow,
    HourRow,
    ImportanceRow,
    IndicesRow,
    LedgerRow,
    NoFlowRow,
    RatesRow,
    ScenarioRow,
    SubjectRow,
    WorstRow,
)
from drillsim.documents.failure_words import Play, set_sentence, things_of
from drillsim.documents.revise_report.document import MinimalRows, ReviseDocument
from drillsim.documents.run_document import Both, NotTestedRow, Part, RecommendationRow, in_one
from drillsim.files import EditionFile
from drillsim.schema import LATE_MS, Compiled, Scenario
from drillsim.texts import LANGS, Lang
from drillsim.version import __version__

Row = TypeVar("Row", bound=Part)
ONLY_PRINTED = ("wall_s", "workers", "out", "recommendations", "minimal", "revise_dir")
"""Fields that depend on the machine, or come of a search after the campaign; they stand in no stored document."""


class CampaignDocument(Part):
    """One campaign: what was played, what misses its limit, what breaks the plan, what was not tested."""

    format: Literal[1] = 1
    """Format of this document."""
    customer: str
    """Name of the customer's folder."""
    cases: int
    """Cases counted before any was left out."""
    runs: int
    """Runs answered for; a run known to be equal to another counts without being played again."""
    wall_s: float | None = None
    """Seconds it took; not in `campaign.json`."""
    workers: int | None = None
    """Processes or cluster workers at the end; not in `campaign.json`."""
    loads: list[SubjectRow]
    """Worst first."""
    functions: list[SubjectRow]
    """Worst first."""
    failure_sets: list[FailureSetRow]
    """Fewest members first."""
    best_changes: list[ChangeRow]
    """The given variants, the one that helps most first."""
    importance: list[ImportanceRow]
    """Failures that matter most for missing a protected limit."""
    coverage: CoverageRow
    """Cards and steps that were exercised, by what failed."""
    ledger: list[LedgerRow] = []
    """Cost of each cause, the greatest first."""
    exact: bool
    """Cases of single failures were enumerated, not drawn."""
    weight_left: float
    """Weight of the branches that enumeration left open."""
    not_exact: dict[str, list[str]] = {}
    """Cases that could not be enumerated, with the durations in their way."""
    disagreements: list[DisagreementRow] = []
    """Subjects whose exact answer lies outside the sampled interval."""
    indices: IndicesRow | None
    """Supply indices; null where no failure has a yearly frequency, or one without interrupts a load."""
    rates: RatesRow = RatesRow()
    """Number of events with a rate of the customer's own, with a shipped one, and with none."""
    not_in_indices: list[str] = []
    """Failures without a rate that interrupt a load: with any, there are no indices."""
    worst: list[WorstRow] = []
    """The cases whose journals are kept, worst first."""
    not_tested: list[NotTestedRow] = []
    """Things this campaign says nothing about."""
    played_cases: int = 0
    """Cases that were played."""
    left_out: int = 0
    """Cases left out, as nobody asked about what fails besides: known to change nothing."""
    late_ms: int = LATE_MS
    """By how much a step is late that is late."""
    failed_runs: int = 0
    """Runs that could not be carried out."""
    no_flow: list[NoFlowRow] = []
    """Cases in which the power flow had no answer for some buses, the first 100: no limit there counts as met."""
    no_flow_cases: int = 0
    """Number of such cases."""
    no_flow_buses: list[str] = []
    """The buses concerned in any of them."""
    without_frequency: int = 0
    """Sets of failures whose yearly frequency is not known, by hour; they count in no share and in nothing a year."""
    missed_without_frequency: int = 0
    """Those of them in which a protected limit is missed that no case with a frequency accounts for."""
    missed_by_assumed_chance: int = 0
    """Those of these whose frequency would be known if the shipped chances on demand held: runs do not draw them."""
    scenario_cases: int = 0
    """Scenarios by hour; they have no frequency either."""
    missed_scenario_cases: int = 0
    """Those of them in which a protected limit is missed."""
    weighed: bool = True
    """Cases are weighed by their yearly frequency; false where no failure has one: nothing is a share or a year's."""
    version: str = ""
    """Version of the product."""
    seed: int = 1
    """Seed of the luck."""
    order: int = 1
    """Failures at once, at most; 0 is the scenario library alone."""
    one_event: bool = False
    """Each event was played alone and with one thing beside that does not go as planned; never two events."""
    hours: list[HourRow] = []
    """Times at which cases begin."""
    scenarios: list[ScenarioRow] = []
    """Scenarios played beside the failures."""
    draws: int = 0
    """Draws of luck a case; 0 where none was sampled."""
    date: str = ""
    """The day of cases without a scenario of their own."""
    pruned: bool = True
    """Cases known to change nothing were left out."""
    limit: int | None = None
    """Units played at most."""
    target_error: float | None = None
    """The relative error of the yearly unserved energy at which drawing was to end."""
    edition: CampaignEditionRow | None = None
    """Edition of the plan it was played with; null where it was the plan as it always holds."""
    out: str | None = None
    """Path of the campaign's folder; not in `campaign.json`."""
    recommendations: list[RecommendationRow] = []
    """With `--revise` the changes made from its cases, as in `revise --json`; not in `campaign.json`."""
    minimal: MinimalRows | None = None
    """With `--revise` the smallest sets of them; not in `campaign.json`."""
    revise_dir: str | None = None
    """With `--revise` the path of the search's folder; not in `campaign.json`."""

    def with_changes(self, found: ReviseDocument, path: str) -> CampaignDocument:
        """It with what a search for changes has `found`, whose folder is `path`."""
        told = {"recommendations": found.recommendations, "minimal": found.minimal, "revise_dir": path}
        return self.model_copy(update=told)

    def printed(
        self, lang: Lang, *, out: str, wall_s: float | None = None, workers: int | None = None
    ) -> dict[str, Any]:
        """It as `campaign --json` prints it: with what depends on the machine, every text one string in `lang`."""
        machine = {"out": out, "wall_s": wall_s, "workers": workers}
        found = in_one(self.model_copy(update=machine).model_dump(mode="json"), lang)
        assert isinstance(found, dict)
        return found

    def stored(self) -> dict[str, Any]:
        """It as `campaign.json` holds it: both languages, nothing of the machine."""
        return self.model_dump(mode="json", exclude=set(ONLY_PRINTED))


def campaign_schema() -> dict[str, Any]:
    """JSON Schema of the document, both forms."""
    return CampaignDocument.model_json_schema()


def campaign_document(
    result: CampaignResult,
    dossier: Compiled,
    spec: Spec,
    library: Mapping[str, Scenario] | None = None,
    edition: EditionFile | None = None,
) -> CampaignDocument:
    """The document of `result`; `library` gives the played scenarios their titles."""
    draws = spec.draws if result.draws is None else result.draws
    return CampaignDocument(
        customer=result.customer,
        cases=result.cases,
        runs=result.runs,
        loads=[_subject(dossier, each) for each in result.loads],
        functions=[_subject(dossier, each) for each in result.functions],
        failure_sets=_failure_sets(result, dossier, Play(draws, len(spec.hours)), spec.late_ms),
        best_changes=_rows(ChangeRow, result.best_changes),
        importance=_rows(ImportanceRow, result.importance),
        coverage=_row(CoverageRow, result.coverage),
        ledger=_rows(LedgerRow, result.ledger),
        exact=result.exact,
        weight_left=result.weight_left,
        not_exact={case: list(durations) for case, durations in result.not_exact.items()},
        disagreements=_rows(DisagreementRow, result.disagreements),
        indices=None if result.indices is None else _row(IndicesRow, result.indices),
        worst=_rows(WorstRow, result.worst),
        not_tested=campaign_not_tested(result, dossier, spec),
        no_flow=_rows(NoFlowRow, result.no_flow),
        no_flow_cases=result.no_flow_cases,
        no_flow_buses=list(result.no_flow_buses),
        played_cases=result.played_cases,
        left_out=result.left_out,
        late_ms=spec.late_ms,
        failed_runs=result.failed_runs,
        without_frequency=result.without_frequency,
        missed_without_frequency=result.missed_without_frequency,
        missed_by_assumed_chance=result.missed_by_assumed_chance,
        scenario_cases=result.scenario_cases,
        missed_scenario_cases=result.missed_scenario_cases,
        not_in_indices=list(result.not_in_indices),
        weighed=result.weighed,
        rates=_rates(dossier),
        version=__version__,
        seed=spec.seed,
        order=spec.order,
        one_event=spec.one_event,
        hours=_rows(HourRow, spec.hours),
        scenarios=[ScenarioRow(id=name, title=_title(name, library or {})) for name in spec.scenarios],
        draws=draws,
        date=spec.date.isoformat(),
        pruned=spec.prune,
        limit=spec.limit,
        target_error=spec.target_error,
        edition=_edition(edition, library or {}),
    )


def _edition(file: EditionFile | None, library: Mapping[str, Scenario]) -> CampaignEditionRow | None:
    if file is None:
        return None
    edition = file.edition
    return CampaignEditionRow(
        name=file.id,
        title=Both(zh=edition.title.says("zh"), en=edition.title.says("en")),
        of=edition.of,
        first=edition.from_.isoformat(),
        until=edition.until.isoformat(),
        mode=edition.mode,
        outside=[name for name, each in library.items() if not edition.holds_on(each.start.date)],
    )


def _subject(dossier: Compiled, answer: SubjectAnswer) -> SubjectRow:
    critical = weighs_most(dossier, answer.kind, answer.id)
    return SubjectRow.model_validate({**asdict(answer), "critical": critical})


def _failure_sets(result: CampaignResult, dossier: Compiled, play: Play, late_ms: int) -> list[FailureSetRow]:
    zh, en = (things_of(dossier, lang, late_ms) for lang in LANGS)
    return [
        FailureSetRow(
            **asdict(each),
            order=each.order,
            text=Both(zh=set_sentence(zh, each, play), en=set_sentence(en, each, play)),
        )
        for each in result.failure_sets
    ]


def _rates(dossier: Compiled) -> RatesRow:
    events = [each for each in failures(dossier) if each.nature == "event"]
    assumed, missing = sum(each.assumed for each in events), sum(each.per_year is None for each in events)
    return RatesRow(stated=len(events) - assumed - missing, assumed=assumed, missing=missing)


def _title(name: str, library: Mapping[str, Scenario]) -> Both:
    scenario = library.get(name)
    return Both(
        zh=(scenario.title.says("zh") if scenario else "") or name,
        en=(scenario.title.says("en") if scenario else "") or name,
    )


def _row(kind: type[Row], value: Any) -> Row:
    """A value of the result as a part of the document; the two name their fields alike."""
    return kind.model_validate(asdict(value))


def _rows(kind: type[Row], values: tuple[Any, ...]) -> list[Row]:
    return [_row(kind, each) for each in values]
