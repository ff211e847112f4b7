"""A campaign's result of realistic size, made by hand from a shipped customer's ids; nothing in it was played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Any

from drillsim.campaign.failure import Failure, failures
from drillsim.campaign.result import (
    CampaignResult,
    Change,
    Coverage,
    Disagreement,
    FailureSet,
    Importance,
    Indices,
    LedgerRow,
    LoadPoint,
    NoFlow,
    SubjectAnswer,
    WorstCase,
)
from drillsim.campaign.spec import Spec, hours_of
from drillsim.documents.campaign_document import CampaignDocument, campaign_document
from drillsim.documents.campaign_report import CampaignReport, build_campaign_report
from drillsim.files.scenario_file import find_scenarios, load_scenario
from drillsim.schema.compiled import Compiled
from drillsim.schema.scenario import Scenario
from drillsim.texts import Lang
from helpers.shipped import HOSPITAL, ROOT, shipped

MIN, H = 60_000, 3_600_000
PAIR = ("T1:short_circuit", "100:fails_to_operate")
TRIPLE = ("cable-east:short_circuit", "ats-em:fails_to_operate", "S402:omitted")

THE_FORM: dict[str, Any] = {
    "format": 1, "customer": "central-hospital", "cases": 3, "runs": 60, "wall_s": 1.5, "workers": 2,
    "loads": [{"id": "icu", "max_interruption_ms": 500, "p_met": 0.9, "p_met_low": 0.8, "p_met_high": 0.95,
               "p95_ms": 400, "worst_ms": 700, "worst_case": "T1:short_circuit@day#3", "not_tested": 0}],
    "functions": [],
    "failure_sets": [{"order": 1, "members": ["T1:short_circuit"], "breaks": ["icu"], "probability": 0.5}],
    "best_changes": [], "importance": [],
    "coverage": {"rows": [], "cards": [], "activated": [], "steps": {}, "never_reached": [], "never_done": [],
                 "cards_never_active": []},
    "exact": False, "weight_left": 1.0,
    "indices": {"saifi": 0.1, "saidi_h": 0.2, "caidi_h": 2.0, "asai": 0.99, "ens_kwh": 3.0, "maifi": 0.4,
                "load_points": [{"id": "icu", "failures_per_year": 0.1, "hours_per_year": 0.2}]},
    "out": "reports/central-hospital/campaign-s1",
}  # fmt: skip
"""Form every reader of `campaign --json` may rely on."""


@cache
def sample_library(customer: str = HOSPITAL, most: int = 12) -> Mapping[str, Scenario]:
    names = islice(find_scenarios(ROOT / "plans" / customer), most)
    return {name: load_scenario(ROOT / "scenarios" / f"{name}.yaml").scenario for name in names if _is_shared(name)}


def _is_shared(name: str) -> bool:
    return (ROOT / "scenarios" / f"{name}.yaml").is_file()


def sample_spec(customer: str = HOSPITAL) -> Spec:
    return Spec(
        order=2,
        scenarios=tuple(sample_library(customer)),
        hours=hours_of(shipped(customer), ("day", "night")),
        draws=20,
    )


def curve(place: int, rate: float, worst_ms: int) -> tuple[tuple[int, float], ...]:
    """An outage curve with so many steps down to nothing at the worst."""
    steps = 6 + place % 20
    times = [round(worst_ms ** (step / steps) * (0.6 if step < steps else 1)) for step in range(steps + 1)]
    return tuple((ms, rate * (1 - step / steps) ** 2) for step, ms in enumerate(sorted(set(times))))


def _load(dossier: Compiled, place: int, name: str) -> SubjectAnswer:
    facts = dossier.site.loads.get(name)
    return _answer(
        "load", place, name, facts.max_interruption if facts else None, None if place % 7 == 6 else 3.4 * place
    )


def _function(dossier: Compiled, place: int, name: str) -> SubjectAnswer:
    return _answer("function", place, name, dossier.site.functions[name].max_interruption, None)


def _answer(kind: str, place: int, name: str, limit: int | None, unserved: float | None) -> SubjectAnswer:
    missed = 0 if place % 4 == 3 else 87 - 6 * (place % 14)
    worst = (limit or MIN) // 2 if not missed else max(9 * H - place * 17 * MIN, 2 * MIN)
    p_met = 1.0 if not missed else min(0.9 + 0.008 * place, 0.9997)
    return SubjectAnswer(
        kind=kind, id=name, protected=limit is not None, max_interruption_ms=limit,
        p_met=None if limit is None else p_met, p_met_low=None if limit is None else p_met - 0.013,
        p_met_high=None if limit is None else min(p_met + 0.009, 1.0),
        p95_ms=worst // 9, worst_ms=worst,
        worst_case=_worst_case(place),
        missed_cases=missed if limit is not None else 0, not_tested=[0, 0, 12][place % 3],
        unserved_kwh_a_year=unserved, library_p_met=[None, 0.75, 1.0][place % 3],
        curve=() if place % 11 == 10 else curve(place, 1.9 / (1 + place), worst),
    )  # fmt: skip


def _worst_case(place: int) -> str:
    if place % 5 == 0:
        return "T2:short_circuit@day#0"
    return f"{'+'.join(TRIPLE if place % 3 == 0 else PAIR)}@night#{place}"


def _shown(dossier: Compiled) -> tuple[Failure, ...]:
    return failures(dossier)[::9][:30]


def _sets(dossier: Compiled) -> tuple[FailureSet, ...]:
    loads = [name for name, row in dossier.site.loads.items() if row.max_interruption is not None]
    functions = [name for name, row in dossier.site.functions.items() if row.max_interruption is not None]
    return (
        FailureSet(("ups-icu:fails_running",), (loads[0],), 1.0, 0.025),
        FailureSet(("cable-b1:zone_lost",), (functions[0],), 0.9, None),
        FailureSet(("genset-1:fails_to_start",), (*loads[3:9], *functions[1:4]), 0.125, 0.0004),
        FailureSet(("10kV-I:short_circuit",), (loads[1], loads[2]), 0.975, 1.4),
        FailureSet(PAIR, (loads[0], functions[3]), 0.9, 0.0041),
        FailureSet(("huang:person_absent", "S203:omitted"), (loads[5],), 0.05, None),
        FailureSet(("scada:channel_lost", "400:relay_disabled"), (functions[2],), 0.333, 0.00002),
        FailureSet(("T2:short_circuit", "402:fails_to_operate"), tuple(loads[:12]), 0.625, 0.000031),
        FailureSet(TRIPLE, (loads[0],), 0.85, 3e-8),
        FailureSet((*PAIR, "S607:omitted"), (functions[5],), 0.4, 0.00041),
        FailureSet((*PAIR, "it-night:person_absent"), (functions[11],), 0.15, None),
        FailureSet(("T1:short_circuit", "genset-1:fails_to_start", "S1102:omitted"), (loads[4],), 0.2, 0.0000072),
    )


def _coverage(dossier: Compiled, spec: Spec) -> Coverage:
    groups = tuple(dict.fromkeys(each.group for each in failures(dossier)))
    rows = (*groups, *spec.scenarios)
    cards = tuple(card.id for card in dossier.plan.all_cards())
    steps = [step.id for _, step in dossier.plan.steps()]
    unreached = tuple(steps[40:49])
    return Coverage(
        rows=rows,
        cards=cards,
        activated=tuple(
            tuple(
                0 if (row * 7 + card * 3) % 5 == 0 else (row + 1) ** 2 * (card + 2) * 37 for card in range(len(cards))
            )
            for row in range(len(rows))
        ),
        steps={
            name: {} if name in unreached else {"done": 1200 + 7 * place, "failed": place, "timed_out": place % 3}
            for place, name in enumerate(steps)
        },
        never_reached=unreached,
        never_done=(steps[3],),
        cards_never_active=(cards[-1],),
    )


def sample_result(customer: str = HOSPITAL) -> CampaignResult:
    """29 loads, 14 functions, 12 failure sets of order 1 to 3, 30 rows of importance, a heat map of 24 by 15."""
    dossier, spec = shipped(customer), sample_spec(customer)
    loads = tuple(_load(dossier, place, row.name) for place, row in enumerate(dossier.network.load))
    return CampaignResult(
        customer=customer, cases=69_432, played_cases=24_118, runs=1_388_640, left_out=45_314, failed_runs=3, draws=20,
        loads=loads,
        functions=tuple(_function(dossier, place, name) for place, name in enumerate(dossier.site.functions)),
        failure_sets=_sets(dossier),
        best_changes=(
            Change("second electrician at night", 0.031, 0.052, 412.5, 1_204, 3),
            Change("ATS tested monthly", 0.079, 0.004, 3.2, 61, 0),
        ),
        importance=tuple(
            Importance(each.id, each.group, 0.41 / (1 + place) ** 0.8, 0.3 / (2 + place), 9.1 - 0.25 * place,
                       None if place == 0 else 1 + 0.6 / place)
            for place, each in enumerate(_shown(dossier))
        ),
        coverage=_coverage(dossier, spec),
        ledger=(
            LedgerRow("cable-east:short_circuit", 312.4, 1_904.25),
            LedgerRow("genset-1:fails_to_start", 88.1, 402.0),
            LedgerRow("S203", 12.75, 0.0),
        ),
        indices=Indices(
            0.4123, 0.98765, 2.3954, 0.999887, 1_523.4, 0.731,
            tuple(
                LoadPoint(row.name, 0.31 + 0.01 * place, 0.7 + 0.03 * place)
                for place, row in enumerate(dossier.network.load)
            ),
        ),
        exact=True,
        weight_left=3.2e-10,
        not_exact={"T1:short_circuit@day": ("elements.T1.repair",)},
        disagreements=(Disagreement("icu", 0.9123, 0.92, 0.95),),
        worst=(
            WorstCase(f"{'+'.join(PAIR)}@night", 1, "icu", 9 * H, 9 * H - 500, "worst/1"),
            WorstCase(f"{'+'.join(TRIPLE)}@night", 3, "surgery", 7 * H, 7 * H - 15_000, "worst/2"),
            WorstCase(f"{spec.scenarios[0]}@day", 0, "bed-lifts", 2 * H, 2 * H - 30_000, "worst/3"),
        ),
        no_flow=(
            NoFlow(f"{'+'.join(PAIR)}@night", 20, tuple(row.name for row in dossier.network.bus[3:6])),
            NoFlow(f"{spec.scenarios[0]}@day", 1, (dossier.network.bus[3].name,)),
        ),
        no_flow_cases=3,
        no_flow_buses=tuple(row.name for row in dossier.network.bus[3:6]),
        without_frequency=31_204,
    )  # fmt: skip


def bare_result(result: CampaignResult) -> CampaignResult:
    """The same campaign where nothing was missed, sampled or stated: every list is empty that may be."""
    calm = tuple(
        replace(row, missed_cases=0, p_met=1.0, p_met_low=1.0, p_met_high=1.0, not_tested=0, curve=())
        for row in result.loads
    )
    nothing = Coverage((), (), (), {}, (), (), ())
    return replace(
        result, loads=calm, functions=(), failure_sets=(), best_changes=(), importance=(), coverage=nothing, ledger=(),
        indices=None, exact=False, weight_left=1.0, not_exact={}, disagreements=(), worst=(), without_frequency=0,
        failed_runs=0, left_out=0, weighed=False, no_flow=(), no_flow_cases=0, no_flow_buses=(),
    )  # fmt: skip


def sample_document(result: CampaignResult | None = None, customer: str = HOSPITAL) -> CampaignDocument:
    found = result or sample_result(customer)
    return campaign_document(found, shipped(customer), sample_spec(customer), sample_library(customer))


def sample_report(lang: Lang, result: CampaignResult | None = None) -> CampaignReport:
    return build_campaign_report(sample_document(result), shipped(HOSPITAL), lang)
