"""Two versions of a customer compared from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drillsim.cli.output import json_schema
from helpers.command import Done, drillsim, files_below
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.recorded import Recorded

CASES = ("--cases", "scenario-both-lost,N-1", "--hours", "night", "--draws", "2")


@pytest.fixture(scope="module")
def versions(recorded: Recorded, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The teaching customer, and the same with a start by hand that takes 40 min."""
    place = tmp_path_factory.mktemp("versions")
    shutil.copytree(recorded.plan, place / "old")
    shutil.copytree(recorded.plan, place / "new")
    plan = place / "new" / "plan.yaml"
    words = plan.read_text(encoding="utf-8")
    by_hand = "        do: start\n        target: genset\n"
    assert words.count(by_hand) == 1
    plan.write_text(words.replace(by_hand, f"{by_hand}        takes: 40 min\n"), encoding="utf-8", newline="\n")
    return place / "old", place / "new"


def compare(old: Path, new: Path, out: Path, *more: str) -> Done:
    return drillsim("compare", old, new, *CASES, "--out", out, *more)


@pytest.fixture(scope="module")
def done(versions: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    out = tmp_path_factory.mktemp("compared")
    found = compare(*versions, out, "--workers", "1", "--json", "--lang", "en")
    assert found.code == 0, found.errors
    return out, found


def test_what_is_printed_fits_its_schema(done: tuple[Path, Done]) -> None:
    assert misfits(done[1].json, json_schema("compare")) == []
    assert done[1].json["conclusion"]["change"] in ("worse", "mixed")


def test_two_workers_write_the_same_bytes(versions: tuple[Path, Path], done: tuple[Path, Done], tmp_path: Path) -> None:
    again = compare(*versions, tmp_path, "--workers", "2", "--json", "--lang", "en")
    assert files_below(tmp_path) == files_below(done[0])
    machine = {"wall_s", "workers", "out"}
    assert {k: v for k, v in again.json.items() if k not in machine} == {
        k: v for k, v in done[1].json.items() if k not in machine
    }


def test_the_folder_holds_both_versions_and_both_runs_of_the_worst_case(done: tuple[Path, Done]) -> None:
    found = files_below(done[0] / "new" / "compare-old-new-s1")
    assert {"compare.json", "inputs/old/plan.yaml", "inputs/new/plan.yaml"} <= set(found)
    assert {"report.html", "report.md"} <= set(found)
    assert {"cases/1/old/journal.jsonl", "cases/1/new/journal.jsonl", "cases/1/new/report.html"} <= set(found)
    assert not [each for each in found if each.endswith("people.local.yaml")]


def test_a_run_kept_is_reported_as_any_run(done: tuple[Path, Done]) -> None:
    kept = done[0] / "new" / "compare-old-new-s1" / "cases" / "1" / "new"
    assert drillsim_here("report", kept, "--lang", "en").code == 0


@pytest.mark.parametrize(("lang", "words"), [("zh", "两个版本从何处开始不同"), ("en", "Where the versions part")])
def test_the_pages_are_written_anew_in_either_language(
    done: tuple[Path, Done], tmp_path: Path, lang: str, words: str
) -> None:
    folder = tmp_path / "比较 一"
    shutil.copytree(done[0] / "new" / "compare-old-new-s1", folder)
    said = drillsim_here("report", folder, "--lang", lang)
    assert said.code == 0, said.errors
    html = (folder / "report.html").read_text(encoding="utf-8")
    for page in (html, (folder / "report.md").read_text(encoding="utf-8"), said.text):
        assert words in page
    assert html.index("page-one") < html.index("</section>") < html.rindex("<section")
    worst = next(row for row in done[1].json["subjects"] if row["worst"])
    assert f'href="{worst["worst"]["folder"]}/old/report.html"' in html
    assert "<script" not in html and "http" not in html.replace("http-equiv", "")
    told = drillsim_here("report", folder, "--lang", lang, "--json").json
    assert told["conclusion"]["change"] == done[1].json["conclusion"]["change"]


def test_a_damaged_comparison_is_told(done: tuple[Path, Done], tmp_path: Path) -> None:
    shutil.copytree(done[0] / "new" / "compare-old-new-s1", tmp_path / "c")
    (tmp_path / "c" / "compare.json").write_text("{}", encoding="utf-8")
    before = files_below(tmp_path / "c")
    said = drillsim_here("report", tmp_path / "c", "--lang", "en")
    assert said.code == 2
    assert "compare.json" in said.errors
    assert files_below(tmp_path / "c") == before


def test_an_edition_of_both_is_compared_on_its_days(versions: tuple[Path, Path], tmp_path: Path) -> None:
    for each in versions:
        folder = tmp_path / each.name
        shutil.copytree(each, folder)
        (folder / "editions").mkdir()
        (folder / "editions" / "days.yaml").write_text(
            'format: 1\ntitle: days\nof: "1.0"\nfrom: 2027-01-01\nuntil: 2027-12-31\n', encoding="utf-8"
        )
    flags = ("--cases", "scenario-both-lost", "--hours", "night", "--draws", "1", "--workers", "1", "--lang", "en")
    old, new = tmp_path / "old", tmp_path / "new"
    found = drillsim_here("compare", old, new, *flags, "--edition", "days", "--out", tmp_path / "out")
    assert found.code == 0, found.errors
    assert (tmp_path / "out" / "new" / "compare-old-new-days-s1" / "inputs" / "old" / "edition.yaml").is_file()
    assert "Played on the days of edition days" in found.text
    (new / "editions" / "days.yaml").unlink()
    found = drillsim_here("compare", old, new, *flags, "--edition", "days", "--out", tmp_path / "none")
    assert (found.code, (tmp_path / "none").exists()) == (2, False)
    assert "There is no edition" in found.errors


def test_where_the_versions_part_is_told_in_words_of_either_language(
    versions: tuple[Path, Path], done: tuple[Path, Done], tmp_path: Path
) -> None:
    worst = next(row["worst"] for row in done[1].json["subjects"] if row["worst"])
    assert worst["first"]["t_ms"] >= 0
    assert worst["first"]["old"] or worst["first"]["new"]
    for lang, title in (("zh", "从何处开始不同"), ("en", "Where the versions part")):
        said = drillsim_here("compare", *versions, *CASES, "--workers", "1", "--out", tmp_path, "--lang", lang)
        assert title in said.text
        assert said.code == 0


def test_a_kept_version_is_compared_with_the_present_one(versions: tuple[Path, Path], tmp_path: Path) -> None:
    now = tmp_path / "my-customer"
    shutil.copytree(versions[1], now)
    shutil.copytree(versions[0], now / "history" / "0.9")
    flags = ("--cases", "scenario-both-lost", "--hours", "night", "--draws", "1", "--workers", "1", "--lang", "en")
    done = drillsim_here("compare", now / "history" / "0.9", now, *flags, "--out", tmp_path / "out")
    assert done.code == 0, done.errors
    assert "my-customer (1.0) against 0.9 (1.0)" in done.text
    assert (tmp_path / "out" / "my-customer" / "compare-0.9-my-customer-s1" / "compare.json").is_file()


def test_the_same_folder_twice_is_unchanged(versions: tuple[Path, Path], tmp_path: Path) -> None:
    found = drillsim_here("compare", versions[0], versions[0], *CASES, "--workers", "1", "--out", tmp_path, "--json")
    assert found.json["conclusion"]["change"] == "unchanged"
    assert found.json["conclusion"]["unchanged"] == found.json["cases"] > 0
    assert found.json["weak_points"] == []


def test_what_got_worse_fails_where_it_is_asked_to(versions: tuple[Path, Path], tmp_path: Path) -> None:
    flags = (*CASES, "--workers", "1", "--out", tmp_path, "--fail-on", "B")
    assert drillsim_here("compare", *versions, *flags).code == 1
    assert drillsim_here("compare", versions[0], versions[0], *flags).code == 0


def test_two_customers_are_not_compared(versions: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(versions[1], other)
    file = other / "customer.yaml"
    words = file.read_text(encoding="utf-8")
    line = next(each for each in words.splitlines() if each.startswith("id:"))
    file.write_text(words.replace(line, "id: somebody-else"), encoding="utf-8", newline="\n")
    found = drillsim_here("compare", versions[0], other, "--out", tmp_path / "out", "--lang", "en")
    assert found.code == 2
    assert "two customers" in found.errors
    assert not (tmp_path / "out").exists()


def test_problems_of_both_folders_are_told_at_once(versions: tuple[Path, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(versions[1], broken)
    (broken / "plan.yaml").write_text("format: 1\ncards: [\n", encoding="utf-8")
    found = drillsim_here("compare", tmp_path / "nowhere", broken, "--out", tmp_path / "out", "--lang", "en")
    assert found.code == 2
    assert "nowhere" in found.errors
    assert "plan.yaml" in found.errors


@pytest.mark.parametrize("cases", ["", "N-1,N-2", "no-such-scenario"])
def test_cases_that_mean_nothing_are_refused(versions: tuple[Path, Path], tmp_path: Path, cases: str) -> None:
    found = drillsim_here("compare", *versions, "--cases", cases, "--out", tmp_path, "--lang", "en")
    assert found.code == 2
    assert found.errors.count("\n") <= 3
