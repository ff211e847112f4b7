"""A customer's folder as one value, and scenarios by name."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from broken.spoil import GOOD, copy_of_good, put, swap
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import find_scenarios, load_customer, load_scenario, read_customer, scenario_path
from drillsim.files.rule.around import Around
from drillsim.files.scenario_file import library_root
from drillsim.files.shipped import shipped_root

SCENARIO = """\
format: 1
title: 测试
start: {date: 2026-07-15, time: 02:30}
horizon: 1 h
events:
  - {at: 0 s, fault: source_lost, on: {role: main_source}}
"""


def test_a_folder_is_its_four_values_with_digests_and_lines() -> None:
    folder = load_customer(GOOD)
    assert folder.dossier.folder == "good"
    assert [file.name for file in folder.files] == ["customer.yaml", "network.yaml", "site.yaml", "plan.yaml"]
    assert folder.digests["plan.yaml"] == hashlib.sha256((GOOD / "plan.yaml").read_bytes()).hexdigest()
    assert folder.line_of("plan.yaml", ("cards", 0, "steps", 1)) == 26
    assert folder.file("network").name == "network.yaml"
    assert folder.contacts is None


def test_crlf_and_a_byte_order_mark_change_lines_and_values_in_nothing(tmp_path: Path) -> None:
    folder = copy_of_good(tmp_path / "good")
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before, after = load_customer(GOOD), load_customer(folder)
    assert before.dossier.plan == after.dossier.plan and before.dossier.site == after.dossier.site
    assert after.line_of("plan.yaml", ("cards", 0, "steps", 1)) == 26
    assert b"\r\n" in after.file("plan.yaml").data


def test_private_facts_are_read_and_neither_digested_nor_listed(tmp_path: Path) -> None:
    folder = copy_of_good(tmp_path / "good")
    put("people.local.yaml", "format: 1\npeople:\n  wang: {phone: 010-1, home: 南门}\n")(folder)
    loaded = load_customer(folder)
    assert loaded.contacts is not None and loaded.contacts.people["wang"].phone == "010-1"
    assert "people.local.yaml" not in loaded.digests


def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    folder = copy_of_good(tmp_path / "good")
    swap("plan.yaml", "status: approved", "status: [approved")(folder)
    swap("site.yaml", "rated_kw: 60", "rated_kw: sixty")(folder)
    (folder / "customer.yaml").unlink()
    with pytest.raises(InvalidInput) as refused:
        load_customer(folder)
    assert [(Path(each.file).name, each.line, each.code) for each in refused.value.problems] == [
        ("customer.yaml", 0, "file-missing"), ("plan.yaml", 5, "syntax-list-open"), ("site.yaml", 20, "number"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code", "near"),
    [
        ("nowhere", "folder-missing", "none"),
        ("goood", "folder-missing", "good"),
        ("good/plan.yaml", "folder-is-a-file", "good"),
    ],
)
def test_what_is_no_folder_is_refused_by_name(name: str, code: str, near: str, tmp_path: Path) -> None:
    copy_of_good(tmp_path / "good")
    folder, problems = read_customer(tmp_path / name)
    assert folder is None
    meant = near if near == "none" else (tmp_path / near).as_posix()
    assert problems == (Problem(file=(tmp_path / name).as_posix(), code=code, facts=facts(near=meant)),)


def test_a_layer_above_may_add_a_rule_with_lines_of_its_own() -> None:
    def no_kitchens(around: Around) -> Iterator[Problem]:
        for name in around.dossier.site.loads:
            if name == "kitchen":
                yield around.problem("site", ("loads", name), "id", facts(value=name))

    folder, problems = read_customer(GOOD, (no_kitchens,))
    assert folder is None
    assert [(each.line, each.field) for each in problems] == [(31, "loads.kitchen")]


def _library(root: Path) -> Path:
    plan_dir = copy_of_good(root / "plans" / "small")
    for name in (
        "scenarios/b.yaml",
        "scenarios/a.yaml",
        "scenarios/small/own.yaml",
        "scenarios/small/a.yaml",
        "scenarios/other/x.yaml",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SCENARIO, encoding="utf-8")
    return plan_dir


def test_scenarios_are_the_librarys_and_the_customers_own_which_win(tmp_path: Path) -> None:
    plan_dir = _library(tmp_path)
    found = find_scenarios(plan_dir)
    assert list(found) == ["a", "b", "own"]
    assert found["a"] == tmp_path / "scenarios" / "small" / "a.yaml"


def test_scenarios_beside_the_plan_are_the_customers_own_too(tmp_path: Path) -> None:
    plan_dir = _library(tmp_path)
    for name in ("scenario-flood.yaml", "scenarios/a.yaml", "note.yaml"):
        (plan_dir / name).parent.mkdir(exist_ok=True)
        (plan_dir / name).write_text(SCENARIO, encoding="utf-8")
    found = find_scenarios(plan_dir)
    assert list(found) == ["a", "b", "own", "scenario-flood"]
    assert found["a"] == plan_dir / "scenarios" / "a.yaml"


def test_a_scenario_is_a_path_or_a_name(tmp_path: Path) -> None:
    plan_dir = _library(tmp_path)
    by_name = scenario_path("own", plan_dir)
    assert by_name == scenario_path(by_name.as_posix(), plan_dir)
    loaded = load_scenario(by_name)
    assert (loaded.id, loaded.scenario.horizon) == ("own", 3_600_000)
    assert loaded.file.sha256 == hashlib.sha256(by_name.read_bytes()).hexdigest()


def test_an_unknown_scenario_is_refused_with_the_nearest_name_and_all_there_are(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refused:
        scenario_path("owm", _library(tmp_path))
    assert dict(refused.value.problems[0].facts) == {"name": "owm", "near": "own", "known": "a, own, b"}


def test_a_plan_that_lies_elsewhere_uses_the_shipped_scenarios(tmp_path: Path) -> None:
    plan_dir = shutil.copytree(GOOD, tmp_path / "x" / "small")
    assert library_root(Path(plan_dir)) == library_root(None)


def test_a_broken_scenario_is_refused_with_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(SCENARIO.replace("source_lost", "source_gone").replace("1 h", "1"), encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        load_scenario(path)
    assert [(each.line, each.code) for each in refused.value.problems] == [
        (4, "duration-without-unit"), (6, "not-allowed"),
    ]  # fmt: skip


def test_an_id_of_a_pandapower_network_is_told_with_its_line(tmp_path: Path) -> None:
    shipped = shipped_root() / "plans" / "oberrhein-waterworks"
    folder = Path(shutil.copytree(shipped, tmp_path / "works"))
    assert load_customer(folder).line_of("network.json", ("bus", 0, "name")) > 0
    person = next(iter(load_customer(shipped).dossier.customer.people))
    bus = load_customer(shipped).dossier.network.bus[0].name
    text = (folder / "customer.yaml").read_text(encoding="utf-8")
    (folder / "customer.yaml").write_text(text.replace(f"  {person}:", f"  {bus}:", 1), encoding="utf-8")
    _, problems = read_customer(folder)
    assert [(Path(each.file).name, each.line > 0) for each in problems if each.code == "id-twice"] == [
        ("network.json", True)
    ]
