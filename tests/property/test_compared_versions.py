"""Comparing versions: the same is unchanged, swapped is mirrored, and what is left out or shared changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drillsim.revision.versions import Comparison, compare_all
from drillsim.revision.versions.judge import Judged
from drillsim.schema.compiled import Compiled
from helpers.cards import card, step, tell
from helpers.grids import grid
from helpers.play import dossier
from helpers.versions import paired, units_compared

NETWORK = grid("S1 A cb", "A B cb", "S2 D cb", "D B open", loads={"A": 0.2, "B": 0.1})
TARGETS = ("S1-A", "A-B", "D-B")
MIRRORED = {"better": "worse", "worse": "better", "mixed": "mixed", "unchanged": "unchanged"}
BRIEFLY = settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow])
times = st.integers(1, 9).map(lambda many: f"{many} min") | st.just({"median": "2 min", "p90": "7 min"})


@st.composite
def versions(draw: st.DrawFn) -> Compiled:
    """One version: two cards of up to three steps, each of them there or not."""
    cards = [
        card(name, "electrician", {"load": load, "is": "dead"}, *_steps(draw, name), again=draw(st.booleans()))
        for name, load in (("K", "load-B"), ("L", "load-A"))
    ]
    site: dict[str, Any] = {
        "loads": {name: {"max_interruption": "6 min"} for name in ("load-A", "load-B")},
        "observations": {"lights": {"sees": [{"load": ["load-A", "load-B"]}], "shown_at": "room"}},
        "functions": {
            "line": {"needs": {"load": "load-B", "rides": "2 min"}, "harm": {"after": "15 min", "what": "the melt"}}
        },
    }
    return dossier(NETWORK, site=site, cards=cards)


def _steps(draw: st.DrawFn, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number in range(3):
        if draw(st.sampled_from([True, False])):
            continue
        do = draw(st.sampled_from(["open", "close", "report"]))
        more: dict[str, Any] = {"takes": draw(times)}
        if do == "report":
            more["tells"] = [tell("dispatcher", facts=["load-B"])]
        else:
            more["target"] = TARGETS[number]
        if found and draw(st.sampled_from([True, False])):
            more["after"] = [found[-1]["id"]]
        found.append(step(f"{name}{number}", "electrician", do, **more))
    return found or [step(f"{name}9", "electrician", "wait")]


def kept(failure: Any) -> bool:
    return failure.target in ("S1", "A-B", "D-B", "wang", "K0", "K1") and failure.fault != "relay_disabled"


@BRIEFLY
@given(versions())
def test_the_same_twice_is_unchanged(of: Compiled) -> None:
    again = Compiled(of.folder, of.customer, of.network, of.site, of.plan)
    found = compare_all(replace(paired(of, again, kept), cards=None))  # both played
    assert found.conclusion.counts.unchanged == found.cases
    assert not (found.acts or found.hazards or found.weak_points or found.failed)
    assert all(each.mean_ms == 0 and each.missed[0] == each.missed[1] for each in found.subjects)


@BRIEFLY
@given(versions(), versions())
def test_swapped_versions_swap_better_and_worse(one: Compiled, other: Compiled) -> None:
    there, back = compare_all(paired(one, other, kept)), compare_all(paired(other, one, kept))
    assert not there.failed
    assert MIRRORED[there.conclusion.change] == back.conclusion.change
    assert told(there, mirrored=False) == told(back, mirrored=True)


def told(found: Comparison, *, mirrored: bool) -> dict[str, Any]:
    """Everything that has two sides, seen from the one or from the other."""

    def sides(pair: tuple[Any, Any]) -> tuple[Any, Any]:
        return pair[::-1] if mirrored else pair

    return {
        "subjects": {
            each.id: (
                sides((each.counts.better, each.counts.worse)), each.counts.mixed, each.counts.unchanged,
                sides(each.missed), sides(each.harmed), -each.mean_ms if mirrored else each.mean_ms,
                sides((each.worst is None, each.best is None)),
            )
            for each in found.subjects
        },
        "acts": {(each.act, each.how, each.lost != mirrored, each.cases) for each in found.acts},
        "hazards": {(each.hazard, each.parts, *sides((each.more_cases, each.less_cases))) for each in found.hazards},
        "weak": {(each.code, each.subject, each.new != mirrored, each.cases) for each in found.weak_points},
        "cases": found.cases,
    }  # fmt: skip


@BRIEFLY
@given(versions(), versions())
def test_cases_left_out_and_runs_shared_change_nothing(one: Compiled, other: Compiled) -> None:
    pairing = paired(one, other, kept)
    spec = replace(pairing.new.spec, prune=False)
    brute = replace(pairing, cards=None, old=replace(pairing.old, spec=spec), new=replace(pairing.new, spec=spec))
    known = judged(units_compared(pairing))
    for (members, hour), draws in judged(units_compared(brute)).items():
        part = next(each for each in (members, members[:1]) if (each, hour) in known)
        assert draws == known[part, hour], members


def judged(found: Any) -> dict[tuple[tuple[str, ...], str], tuple[Judged, ...]]:
    """By failures (the event first) and hour: what each draw shows."""
    cases = [case for unit in found for case in unit.cases]
    assert not [unit.failed for unit in found if unit.failed]
    return {
        (tuple(case.name.rpartition("@")[0].split("+")), case.name.rpartition("@")[2]): case.draws for case in cases
    }
