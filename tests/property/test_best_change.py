"""The best proposal is the best there is: every candidate tried everywhere, judged anew from the verdicts alone."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from drillsim.files.scenario_file import ScenarioFile
from drillsim.findings import Verdict
from drillsim.revision.kept import Pair, lost
from drillsim.revision.measure import Measured, measured
from drillsim.revision.player import Player, player_of
from drillsim.revision.prove import carried_out
from drillsim.revision.reachable import new_danger
from drillsim.revision.recommendation import KINDS, Recommendation
from drillsim.revision.review import review
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from helpers.played import Script
from helpers.small_folder import script_file, small_folder
from helpers.thinned import thinned
from unit.findings.weak_point_cases import CASES

ORDER = ("met", "not_tested", "cannot_say", "missed")
BRIDGED_MS = 60_000
"""A battery that has bridged no more than a changeover when the mains are back was not needed."""
MOST = 10
"""Candidates of the customers drawn."""


def excess_ms(verdict: Verdict) -> int:
    """By how much an interruption is too long."""
    return 0 if verdict.max_interruption_ms is None else max(0, verdict.outage_ms - verdict.max_interruption_ms)


def shortfall_ms(run: Measured, verdict: Verdict) -> int:
    """By how much an own supply that was called lasts too short."""
    lasting, asked = verdict.endurance, run.min_supply_ms.get(verdict.id)
    if lasting is None or lasting.verdict != "missed" or lasting.lasts_ms is None or asked is None:
        return 0
    return max(0, asked - lasting.lasts_ms)


def pairs(before: Measured, after: Measured) -> list[tuple[Verdict, Verdict]]:
    new = {(each.kind, each.id): each for each in after.verdicts}
    return [(each, new[each.kind, each.id]) for each in before.verdicts if each.protected]


def is_worse(before: Measured, after: Measured, was: Compiled, now: Compiled) -> bool:
    for old, new in pairs(before, after):
        if ORDER.index(new.verdict) > ORDER.index(old.verdict) or excess_ms(new) > excess_ms(old) + 1_000:
            return True
        if 0 < shortfall_ms(before, old) < shortfall_ms(after, new) - 1_000:
            return True
        if old.endurance and old.endurance.verdict == "met" and _lasts_no_more(old, new):
            return True
    if set(after.harmed) - set(before.harmed) or after.hazards - before.hazards:
        return True
    return next(lost(Pair(before.done, after.done, was, now)), None) is not None


def _lasts_no_more(old: Verdict, new: Verdict) -> bool:
    """Whether an own supply that lasted does no longer, unless it was not needed any more."""
    lasts = new.endurance
    if lasts is None or lasts.verdict == "met":
        return lasts is None
    dip = lasts.why == "ended-first" and (lasts.lasts_ms or 0) <= BRIDGED_MS
    unneeded = dip or lasts.why in ("own-supply-not-called", "own-supply-did-not-reach")
    return not (unneeded and new.outage_ms <= max(old.outage_ms, 20))


def gained(before: Measured, after: Measured) -> tuple[float, ...] | None:
    """What comes first, negated; None where nothing a meeting would sign is gained."""
    met, critical_met, less, critical_less, better = 0, 0, 0, 0, False
    for old, new in pairs(before, after):
        grave = new.id in before.critical
        was_ms = excess_ms(old) + shortfall_ms(before, old)
        is_ms = excess_ms(new) + shortfall_ms(after, new)
        shrank = was_ms - is_ms
        better |= ORDER.index(new.verdict) < ORDER.index(old.verdict)
        better |= shrank > 0 and shrank >= 0.05 * was_ms and shrank >= min(60_000, was_ms / 2)
        if (old.verdict, new.verdict) == ("missed", "met"):
            met, critical_met = met + 1, critical_met + grave
        less, critical_less = less + shrank, critical_less + (shrank if grave else 0)
    ended = len(before.harmed) - len(after.harmed) + before.hazards.total() - after.hazards.total()
    if not better and len(after.harmed) >= len(before.harmed) and after.hazards.total() >= before.hazards.total():
        return None
    return -critical_met, -met, -ended, -round(critical_less / 60_000), -round(less / 60_000)


def best(found: list[Recommendation], folder_path: Path, script: Script, others: list[ScenarioFile]) -> str | None:
    """The id of the candidate that nothing else outdoes, tried on everything; None where none is left."""
    folder = small_folder(script, folder_path)
    player = player_of(folder.dossier, script.seed)
    scenarios = [script_file(script), *others]
    before = [run(player, folder.dossier, each) for each in scenarios]
    ranked: list[tuple[tuple[float, ...], str]] = []
    for each in found:
        edited = carried_out(folder, each)
        assert edited is not None
        after = [run(player, edited.dossier, scenario) for scenario in scenarios]
        gain = gained(before[0], after[0])
        worse = any(is_worse(*pair, folder.dossier, edited.dossier) for pair in zip(before, after, strict=True))
        if gain is not None and not worse and new_danger(folder.dossier, edited.dossier) is None:
            ranked.append(((*gain, KINDS.index(each.kind)), each.id))
    return min(ranked, key=lambda each: each[0])[1] if ranked else None


def run(player: Player, of: Compiled, scenario: ScenarioFile) -> Measured:
    case = Case(of, scenario.id, scenario.scenario)
    return measured(case, player.play(case), weak=False)


@pytest.mark.parametrize("code", thinned(sorted(CASES), 12))
def test_the_first_proposal_is_the_best_of_all_candidates(code: str, tmp_path: Path) -> None:
    script, draw = CASES[code].fires, Random(code)
    names = draw.sample(sorted(CASES), 2)
    others = [script_file(CASES[name].fires) for name in names]
    (tmp_path / "review").mkdir()
    folder, scenario = small_folder(script, tmp_path / "review"), script_file(script)
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    journal = player_of(folder.dossier, script.seed).play(case)
    found = review(folder, scenario, journal, seed=script.seed, others=others, most_tried=MOST)
    edits = [each for each in found.recommendations if each.edits]
    proposed = [each.id for each in edits if each.verdict == "proposed"]
    if len(edits) > MOST:
        pytest.skip(f"{len(edits)} candidates")
    (tmp_path / "brute").mkdir()
    assert next(iter(proposed), None) == best(edits, tmp_path / "brute", script, others)
