"""The bench itself: it finds what is planted, is silent where nothing is, reads strangers, refuses what is wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drillsim.findings import CODES, Finding, Verdict
from drillsim.findings.facts import G10, M01
from drillsim.findings.finding import Endurance, Subject
from helpers.blind.change import site
from helpers.shipped import WATERWORKS
from planted import grade
from planted.bench import Asked, bench, judge, judge_pair
from planted.defect import Defect, situation
from planted.ground import ground, place_of
from planted.operators import own_supply
from planted.operators.tools import put
from planted.pairs import Pair, pairs_of
from planted.run import main
from planted.situations import all_lost


def set_does_not_start() -> Defect:
    return next(own_supply.does_not_start(ground(WATERWORKS)))


def overdue(subject: str) -> Defect:
    """A correction that is overdue: nothing in the run is worse for it."""
    issue = {"text": "整改", "subject": subject, "opened": "2026-01-10", "due": "2026-03-01"}
    of = ground(WATERWORKS)
    edit = put(of, "customer", "issues", "planted", value=issue)
    return Defect(WATERWORKS, "M07", "overdue", subject, (subject,), all_lost(of), (edit,))


# --- the grading ---


def weak_point(code: str, subject: str, clause: str = "", severity: Any = "B") -> Finding:
    facts = {
        "M01": M01(loads=(), outage_ms=0, cards=1),
        "G10": G10(loads=(), at_ms=0, mains_away_ms=0, ran="no", ran_after_ms=0),
    }[code]
    return Finding(code, severity, Subject("step", subject), facts, clause)


@pytest.mark.parametrize(
    ("found", "is_found"),
    [
        (weak_point("G10", "genset-1"), True),
        (weak_point("G10", "genset-2"), False),
        (weak_point("M01", "genset-1"), False),
        (weak_point("G10", "S31[sub-17]"), True),
        (weak_point("G10", "S31#2"), True),
        (weak_point("G10", "other", "9.1-2"), True),
        (weak_point("G10", "other"), False),
    ],
)
def test_found_is_the_right_code_at_the_right_subject_or_clause(found: Finding, is_found: bool) -> None:
    assert grade.is_found("G10", ("genset-1", "S31", "9.1-2"), [found]) is is_found


def test_every_weak_point_of_a_sound_plan_is_a_false_alarm_severity_a_apart() -> None:
    found = [weak_point("G10", "a", severity=severity) for severity in "ABBC"]
    assert grade.false_alarms(found) == (1, 3)


def verdict(word: Any, outage_ms: int, lasts: Endurance | None = None, *, protected: bool = True) -> Verdict:
    return Verdict(
        kind="load", id="icu", protected=protected, max_interruption_ms=10_000, outage_ms=outage_ms, total_ms=outage_ms,
        outages=1, open_at_end=False, unserved_kwh=0, verdict=word, why="", endurance=lasts,
    )  # fmt: skip


MET, MISSED, LONGER = verdict("met", 5_000), verdict("missed", 60_000), verdict("missed", 90_000)


@pytest.mark.parametrize(
    ("old", "new", "is_worse"),
    [
        (MET, MISSED, True),
        (MISSED, LONGER, True),
        (LONGER, MISSED, False),
        (MISSED, verdict("missed", 60_900), False),
        (verdict("met", 1), verdict("met", 9_000), False),
        (verdict("met", 1, protected=False), verdict("missed", 60_000, protected=False), False),
        (verdict("met", 1, Endurance("met", None, "")), verdict("met", 1, Endurance("missed", 60_000, "")), True),
        (verdict("met", 1, Endurance("met", None, "")), verdict("met", 1, Endurance("met", 60_000, "")), False),
    ],
)
def test_worse_is_a_protected_verdict_a_state_worse_or_longer_over_its_limit(
    old: Verdict, new: Verdict, is_worse: bool
) -> None:
    assert grade.worse({"icu": old}, {"icu": new}) == (("icu",) if is_worse else ())
    if old.protected:
        assert grade.repaired({"icu": old}, {"icu": new}, ("icu",)) is not is_worse


def test_damage_is_worst_where_most_limits_are_missed_and_the_twin_misses_fewest_itself() -> None:
    sound = {"icu": MET, "lab": MISSED}
    spoiled = {"icu": MISSED, "lab": LONGER}
    longer = LONGER.outage_ms - MISSED.outage_ms
    over = MISSED.outage_ms - (MISSED.max_interruption_ms or 0)
    assert grade.how_much(sound, spoiled, ("icu", "lab")) == (1, longer + over, -1)


# --- planting ---


def test_a_planted_defect_is_found_and_its_sound_twin_is_silent() -> None:
    told = judge(next(own_supply.battery_small(ground(WATERWORKS))))
    assert (told.word, "G08 ups-control" in told.said, "control-room" in told.damaged) == ("found", True, True)
    assert judge(set_does_not_start()).damaged == ()  # the battery lasts until somebody starts it by hand


def test_what_is_not_planted_is_missed_and_what_the_twin_says_too_is_no_place() -> None:
    defect = set_does_not_start()
    assert judge(replace(defect, code="S01")).word == "missed"
    assert judge(replace(defect, edits=())).word == "missed"
    assert judge(replace(defect, base=defect.edits)).word == "said anyway"


def test_what_the_files_refuse_is_told_apart() -> None:
    refused = judge(replace(set_does_not_start(), edits=(site("sources", "genset-ww", "fuel", value="nowhere"),)))
    assert refused.word == "refused"
    assert "nowhere" in refused.said[0]


def test_two_defects_in_one_plan_are_both_found() -> None:
    one, other = set_does_not_start(), overdue("ups-control")
    assert judge_pair(Pair(one, other)) == (True, True)
    assert judge_pair(Pair(one, replace(other, edits=(), base=()))) == (True, False)


def test_only_defects_that_one_run_can_show_are_paired() -> None:
    one, other = set_does_not_start(), overdue("ups-control")
    assert pairs_of([one, other], 1, 1) in ([Pair(one, other)], [Pair(other, one)])
    elsewhere = replace(other, situation=situation("another", horizon="1 h"))
    for unfit in (elsewhere, replace(other, at=one.at), replace(other, code=one.code), replace(other, edits=one.edits)):
        assert pairs_of([one, unfit], 1, 1) == []


# --- strangers ---


@pytest.fixture
def strangers(tmp_path: Path) -> Callable[..., Path]:
    """A folder of a stranger's with one plan: the corrected water works after `edits`, and its planted.json."""

    def made(told: Any, *texts: tuple[str, str, str]) -> Path:
        root = tmp_path / "plans"
        for name in ("twin", "mine"):
            shutil.copytree(place_of(WATERWORKS), root / name)
        for file, old, new in texts:
            path = root / "mine" / file
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), encoding="utf-8")
        words = told if isinstance(told, str) else json.dumps(told, indent=1)
        (root / "mine" / "planted.json").write_text(words, encoding="utf-8")
        return root

    return made


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main([*arguments, "--json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


DRAINAGE = ("network.json", r"\"drainage\",330,", r"\"drainage\",326,")
"""Hangs a load that is not safety-critical on the board of those that are."""


def test_a_strangers_plan_is_read_and_graded(
    strangers: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    expect = [{"code": "P01", "at": "nobody"}, {"code": "G12", "at": ["genset-ww"]}]
    root = strangers({"sound": False, "scenario": "both-lost-night-short", "expect": expect}, DRAINAGE)
    told = asked(capsys, "--plans", str(root))
    assert (told["planted"], told["found"]) == (2, 1)
    assert [(each["customer"], each["code"], each["at"]) for each in told["missed"]] == [("mine", "P01", "nobody")]
    assert any(said.startswith("G12") for said in told["missed"][0]["said"])
    twice = {"sound": "../mine", "scenario": "both-lost-night-short", "expect": expect[1:]}
    (root / "mine" / "planted.json").write_text(json.dumps(twice), encoding="utf-8")
    assert asked(capsys, "--plans", str(root))["found"] == 0  # the sound twin says it too


def test_a_strangers_sound_plan_counts_its_false_alarms(
    strangers: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = strangers({"sound": True, "scenario": "both-lost-night-short", "expect": []}, DRAINAGE)
    told = asked(capsys, "--plans", str(root))
    assert (told["planted"], told["false_alarms_a"], told["sound_plans"]) == (0, 0, 1)
    assert told["false_alarms_other"] > 0


def mutant(**fields: Any) -> str:
    edit = {"file": "site.yaml", "old": "rated_kw: 250", "new": "rated_kw: 25"}
    return json.dumps({
        "id": "m-1", "customer": WATERWORKS, "edits": [edit], "matters": True, "damages": ["genset-ww"], **fields,
    })  # fmt: skip


def test_a_mutant_is_found_when_something_new_names_what_it_damages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mutants.jsonl"
    file.write_text(mutant(), encoding="utf-8")
    told = asked(capsys, "--mutants", str(file), "--scenarios", "1", "--alone")
    assert (told["mutants"], told["mutants_found"], told["missed"]) == (1, 1, [])


def test_a_mutant_that_damages_something_is_given_to_the_review_in_the_scenario_in_which_it_is_worst(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    selector = {"file": "site.yaml", "old": "control: auto", "new": 'control: "off"'}
    file = tmp_path / "mutants.jsonl"
    file.write_text(mutant(edits=[selector]), encoding="utf-8")
    told = asked(capsys, "--mutants", str(file), "--scenarios", "4", "--alone")
    assert (told["mutants_damaging"], told["mutants_repaired_first_three"], told["unrepaired"]) == (1, 1, [])
    assert told["repairs_asked"] == 0, "planted defects are counted apart"


@pytest.mark.full
def test_blind_changes_that_damage_something_are_counted_and_what_is_not_repaired_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = asked(capsys, "--blind", "1", "--customer", WATERWORKS, "--scenarios", "1", "--alone", "--workers", "1")
    assert told["blind_damaging"] == 1
    assert told["blind_repaired_first"] <= told["blind_repaired_first_three"] <= 1
    assert len(told["unrepaired"]) == 1 - told["blind_repaired_first_three"]


# --- what is wrong is said, with file and line ---


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "no JSON"),
        ("[]", "an object"),
        (mutant(matters="yes"), "true or false"),
        (mutant(wrong=1), "no field 'wrong'"),
        (mutant(customer="nowhere"), "no customer 'nowhere'"),
        (mutant(edits=[]), "changes nothing"),
        (mutant(edits=[{"file": "site.yaml", "old": "not there", "new": "x"}]), "is not found"),
        (mutant(edits=[{"file": "site.yaml", "old": "kind:", "new": "x"}]), "times"),
        (mutant(edits=[{"file": "other.yaml", "old": "a", "new": "b"}]), "no file 'other.yaml'"),
        (mutant(damages=[]), "names nothing"),
    ],
)
def test_a_wrong_mutant_is_told_with_file_and_line(
    line: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mutants.jsonl"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    assert main(["--mutants", str(file)]) == 2
    told = capsys.readouterr()
    assert f"{file.as_posix()}:2" in told.err
    assert says in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


GOOD = {"sound": False, "scenario": "both-lost-night-short", "expect": [{"code": "G01", "at": "genset-ww"}]}


@pytest.mark.parametrize(
    ("told", "line", "says"),
    [
        ('{\n "sound": ', 2, "no JSON"),
        ({**GOOD, "sound": 3}, 1, "'sound' has to be"),
        ({"sound": False, "expect": []}, 1, "'scenario' is missing"),
        ({**GOOD, "expect": []}, 4, "names nothing"),
        ({**GOOD, "sound": True}, 4, "of a sound plan nothing is expected"),
        ({**GOOD, "expect": [{"code": "Q99", "at": "x"}]}, 4, "Q99"),
        ({**GOOD, "expect": [{"code": "G01", "at": []}]}, 4, "'at'"),
        ({**GOOD, "scenario": "no-such-night"}, 3, "no-such-night"),
        ({**GOOD, "sound": "../nowhere"}, 2, "no folder"),
    ],
)
def test_a_wrong_plan_is_told_with_file_and_line(
    told: Any, line: int, says: str, strangers: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = strangers(told)
    assert main(["--plans", str(root)]) == 2
    printed = capsys.readouterr()
    assert f"mine/planted.json:{line}" in printed.err
    assert says in printed.err
    assert "Traceback" not in printed.err


def test_missing_files_and_folders_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--plans", str(tmp_path / "none")], ["--plans", str(tmp_path)],
                      ["--mutants", str(tmp_path / "none.jsonl")], ["--codes", "Q99"]):  # fmt: skip
        assert main(arguments) == 2
        assert capsys.readouterr().err.count("\n") == 1


# --- all of it ---


@pytest.mark.full
@pytest.mark.slow
def test_every_code_is_planted_at_two_customers_and_nearly_all_of_it_is_found() -> None:
    told = bench(Asked(sample=2, repairs=0, pairs=20))
    planted = [each for each in told.outcomes if each.planted]
    at: dict[str, set[str]] = {}
    for each in planted:
        at.setdefault(each.defect.code, set()).add(each.defect.customer)
    assert [code for code in CODES if len(at.get(code, ())) < 2] == []
    missed = [each.defect.name for each in planted if each.word == "missed"]
    assert len(missed) <= 0.05 * len(planted), missed
    assert [each for each in told.sounds if each.grave] == []
    assert sum(all(both) for _, both in told.pairs) >= 0.9 * len(told.pairs)
