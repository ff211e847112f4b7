"""Asking all rules: dates, what may be looked at, plug-ins, the document, the sources of rules."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from drillsim.checks import (
    RULES,
    CheckDocument,
    Rule,
    all_rules,
    check,
    check_document,
    closing_text,
    explanation,
    failed,
    registry,
    result_text,
    rules_table,
    source_text,
)
from drillsim.errors import InvalidInput
from drillsim.network import Answer, CannotSay, Island
from drillsim.texts import LANGS, has
from helpers.full_file import FULL
from helpers.small_customer import small_customer

AS_OF = dt.date(2026, 7, 1)


def test_every_rule_answers_at_least_once_in_the_registrys_order() -> None:
    results = check(small_customer(), as_of=AS_OF)
    assert list(dict.fromkeys(result.rule for result in results)) == [rule.id for rule in RULES]


def test_files_only_answers_unknown_wherever_the_network_is_needed() -> None:
    results = check(small_customer(), as_of=AS_OF, files_only=True)
    by_network = {rule.id for rule in RULES if rule.needs == "network"}
    assert {result.rule for result in results if result.missing == "network"} == by_network
    assert {result.outcome for result in results if result.rule in by_network} == {"unknown"}
    assert all(len(result_text(lang, result)) > 5 for result in results for lang in LANGS)


def test_without_a_date_rules_about_dates_are_unknown_and_nothing_reads_the_clock() -> None:
    results = check(small_customer(*FULL), files_only=True)
    undated = {result.rule for result in results if result.missing == "as-of"}
    assert undated == {
        "PLN-04", "PLN-10", "PLN-11", "EPS-06", "DCS-02", "FIG-02", "HOSP-09", "LAW-02", "LAW-03", "DRL-07",
    }  # fmt: skip


class NoAnswer:
    """A power flow that never converges."""

    engine = "none"

    def solve(self, island: Island) -> Answer:
        return CannotSay("not-converged")


def test_a_network_without_solution_is_unknown_and_no_pass() -> None:
    results = check(small_customer(), as_of=AS_OF, flow=NoAnswer())
    for rule, missing in (("SUP-02", "flow"), ("LOD-02", "flow-normal")):
        (result,) = (r for r in results if r.rule == rule)
        assert (result.outcome, result.missing) == ("unknown", missing)
        assert all(result_text(lang, result) for lang in LANGS)


def test_strict_counts_what_could_have_been_given_and_not_what_only_a_run_can_say() -> None:
    dated = check(small_customer(*FULL), as_of=AS_OF)
    assert {r.missing for r in dated if r.outcome == "unknown" and not r.fails_strict} == {"run"}
    assert not any(result.fails_strict for result in dated)
    assert any(result.fails_strict for result in check(small_customer()))


def test_the_document_counts_names_lines_and_claims_no_compliance() -> None:
    results = check(small_customer(), as_of=AS_OF)
    document = check_document(
        "small", results, RULES, as_of=AS_OF, lang="en", locate=lambda file, path: (f"plans/{file}", len(path))
    )
    read = json.loads(document.model_dump_json())
    assert CheckDocument.model_validate(read) == document
    assert sum(read["summary"][key] for key in ("passed", "failed", "unknown", "not_applicable")) == len(results)
    (tank,) = (row for row in read["results"] if row["rule"] == "FUEL-01")
    assert (tank["file"], tank["line"], tank["field"]) == ("plans/site.yaml", 3, "stores.day-tank.level_l")
    assert tank["facts"]["due_ms"] == 86_400_000
    assert "24 h" in tank["text"]
    assert "no statement of compliance" in read["closing"]
    assert CheckDocument.model_json_schema()["properties"]["results"]


def test_what_is_missing_is_listed_once_file_by_file_with_the_rules_that_wait_for_it() -> None:
    document = check_document("small", check(small_customer()), RULES, as_of=None, lang="zh")
    listed = [(row.file, row.field) for row in document.collect]
    files = [file for file, _ in listed]
    assert list(dict.fromkeys(files)) == sorted(set(files), key=files.index)
    assert files[-1] == "", "what no file holds comes last"
    (drills,) = (row for row in document.collect if row.field == "drills")
    assert drills.file == "customer.yaml"
    assert {"LAW-02", "DRL-01", "DRL-12"} <= set(drills.rules)
    unknown = [(row.rule, row.text) for row in document.results if row.outcome == "unknown"]
    told = {(rule, row.text) for row in document.collect for rule in row.rules}
    assert told == set(unknown)


def test_nothing_is_left_to_collect_once_the_file_is_full() -> None:
    results = check(small_customer(*FULL), as_of=AS_OF)
    document = check_document("small", results, RULES, as_of=AS_OF, lang="en")
    assert [row.rules for row in document.collect] == [("EPS-04",)]


def test_the_tank_lasts_litres_over_burn() -> None:
    """900 l at 0.27 l/kWh × (12 % of 400 kW + 88 % of 182 kW) = 56.20 l/h: 16 h 1 min, by hand."""
    (tank,) = check(small_customer(), rules=[rule for rule in RULES if rule.id == "FUEL-01"])
    assert dict(tank.facts)["lasts_ms"] == pytest.approx(900 / (0.27 * (0.12 * 400 + 0.88 * 182)) * 3_600_000, abs=1)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained_with_its_source_and_how_sure_we_are(rule: Rule) -> None:
    for lang in LANGS:
        lines = explanation(lang, rule)
        assert rule.id in lines[0]
        assert len(lines) == 7
        assert not rule.source or any(source_text(rule) in line for line in lines)


def test_the_table_of_rules_has_a_row_for_each() -> None:
    for lang in LANGS:
        rows = rules_table(lang, RULES).splitlines()[2:]
        assert [row.split(" | ")[0] for row in rows] == [f"| {rule.id}" for rule in RULES]


def test_no_rule_pretends_to_be_verified() -> None:
    assert [rule.id for rule in RULES if rule.verified_on is not None] == []
    assert "45" not in closing_text("en", RULES[:3])
    assert "None of the 3 rules" in closing_text("en", RULES[:3])


def test_a_rule_cites_a_clause_only_with_its_document() -> None:
    assert [rule.id for rule in RULES if rule.clause and not rule.source] == []


# --- plug-ins ---


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module `own_rules` on the path and an installed distribution that names it in the group `drillsim.rules`."""
    info = tmp_path / "own_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: own-rules\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[drillsim.rules]\nown = own_rules:RULE\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "own_rules", raising=False)
    return tmp_path / "own_rules.py"


OWN_RULE = """
from drillsim.checks import Rule, failed

def judge(inputs):
    yield failed(inputs.about_customer, own="text")

RULE = Rule(id="{id}", needs="files", severity="must", source="", confidence="own", judge=judge)
"""


def test_a_users_own_rule_is_asked_after_ours(plug_in: Path) -> None:
    plug_in.write_text(OWN_RULE.format(id="X-acme-01"), encoding="utf-8")
    assert [rule.id for rule in all_rules()[len(RULES) :]] == ["X-acme-01"]
    result = check(small_customer(), files_only=True)[-1]
    assert result.rule == "X-acme-01"
    assert result_text("en", result) == "fail (small): own = text."
    assert explanation("en", all_rules()[-1])[0] == "X-acme-01 X-acme-01"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("raise RuntimeError('no licence')", "rule-plugin-broken"),
        ("RULE = 'PLN-01'", "rule-plugin-no-rule"),
        (OWN_RULE.format(id="PLN-99"), "rule-plugin-id"),
        ("", "rule-plugin-broken"),
    ],
)
def test_a_broken_plug_in_is_named_and_nothing_else_happens(plug_in: Path, source: str, code: str) -> None:
    plug_in.write_text(source, encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        all_rules()
    (problem,) = refused.value.problems
    assert problem.code == code
    assert "own_rules:RULE" in problem.field
    assert has(f"problem-{code}")


def test_a_plug_ins_rule_that_fails_is_named(plug_in: Path) -> None:
    broken = OWN_RULE.replace("yield failed", "raise KeyError('load')\n    yield failed")
    plug_in.write_text(broken.format(id="X-acme-01"), encoding="utf-8")
    with pytest.raises(InvalidInput, match="rule-plugin-failed") as refused:
        check(small_customer(), files_only=True)
    assert dict(refused.value.problems[0].facts) == {"id": "X-acme-01", "error": "KeyError: 'load'"}


def test_an_id_twice_among_plug_ins_is_refused(monkeypatch: pytest.MonkeyPatch, plug_in: Path) -> None:
    plug_in.write_text(OWN_RULE.format(id="X-acme-01"), encoding="utf-8")
    twice = [EntryPoint(name, "own_rules:RULE", registry.GROUP) for name in ("a", "b")]
    monkeypatch.setattr(registry, "entry_points", lambda group: twice)
    with pytest.raises(InvalidInput, match="rule-id-taken"):
        all_rules()


def test_a_check_of_files_imports_nothing_heavy() -> None:
    code = (
        "import sys; from helpers.small_customer import small_customer; from drillsim.checks import check;"
        "check(small_customer(), files_only=True);"
        "print([name for name in ('pandapower', 'pandas', 'matplotlib', 'simpy', 'networkx') if name in sys.modules])"
    )
    where = Path(__file__).resolve().parents[2]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=where, check=False)
    assert ran.stdout.strip() == "[]", ran.stderr


def test_failed_results_are_values() -> None:
    about = check(small_customer(), rules=RULES[:1])[0].about
    assert failed(about, b=1, a="x") == failed(about, a="x", b=1)
