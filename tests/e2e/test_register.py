"""The register over the years: weak points entered, put right, brought back by an edit, opened again."""

from __future__ import annotations

import json
import random
import re
import signal
import time
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from drillsim.cli.output import json_schema
from drillsim.files import load_customer
from helpers.command import Done, drillsim, files_below, start
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits

SCENARIO = "scenario-both-lost"
WAITS_FOR_REPORT = "        place: genset-room\n        after: [S21]\n"
"""With it the electrician reports first and goes then; without it he is called to two things at once (P02 at S22)."""
AT_ONCE = "        place: genset-room\n"


@dataclass
class Customer:
    """A customer's folder through its revisions."""

    plan: Path
    out: Path

    @property
    def register(self) -> Path:
        return self.plan / "register.yaml"

    def text(self) -> str:
        return self.register.read_bytes().decode("utf-8")

    def revise(self, version: str, at_once: bool) -> None:
        """The next version of the plan, with or without the edit that brings the weak point back."""
        path = self.plan / "plan.yaml"
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'^version: "[^"]*"', f'version: "{version}"', text, flags=re.MULTILINE)
        text = text.replace(WAITS_FOR_REPORT, AT_ONCE) if at_once else text
        if not at_once and WAITS_FOR_REPORT not in text:
            text = text.replace(AT_ONCE, WAITS_FOR_REPORT, 1)
        path.write_text(text, encoding="utf-8")

    def put_right(self, number: str, day: str) -> None:
        """Somebody writes into the register that an entry has been put right."""
        head, mark, rest = self.text().partition(f"{number}:")
        rest = rest.replace("  status: open", f"  status: done  # 科室意见 {day}\n  closed: {day}  # 查过 {day}", 1)
        self.register.write_text(head + mark + rest, encoding="utf-8")

    def again(self, *flags: str) -> dict[str, Any]:
        done = self.do("check", self.plan, "--regression", "--json", "--lang", "en", "--workers", "1", *flags)
        assert done.code == 0, done.errors
        found: dict[str, Any] = done.json["regression"]
        return found

    def do(self, *args: str | Path) -> Done:
        return drillsim_here(*args)

    def entry(self, number: str) -> dict[str, Any]:
        register = load_customer(self.plan).dossier.register
        assert register is not None
        return register.entries[number].model_dump(mode="json")

    def run(self, *flags: str) -> Any:
        done = self.do("run", self.plan, SCENARIO, "--no-proofs", "--json", "--lang", "en", "--out", self.out, *flags)
        assert done.code == 0, done.errors
        return done.json


@pytest.fixture
def customer(tmp_path: Path) -> Customer:
    """The teaching customer with the edit that makes one person busy with two things."""
    assert drillsim_here("init", tmp_path / "my-customer", "--lang", "en").code == 0
    found = Customer(tmp_path / "my-customer", tmp_path / "out")
    found.revise("1.0", at_once=True)
    return found


def _number(document: Any, code: str, subject: str, customer: Customer) -> str:
    register = load_customer(customer.plan).dossier.register
    assert register is not None
    return next(number for number, entry in register.entries.items() if entry.key == (code, subject))


def _other_lines(text: str, number: str) -> list[str]:
    """The register without the lines of one entry."""
    block = re.search(rf"^{number}:.*?(?=^W-|\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert block
    return (text[: block.start()] + text[block.end() :]).splitlines(keepends=True)


def _comments(text: str) -> list[str]:
    return [line.partition("#")[2] for line in text.splitlines() if "#" in line]


def test_ten_revisions_of_one_customer(customer: Customer) -> None:
    first = customer.run("--register", "--as-of", "2026-01-10")
    assert first["entered"]["added"] and not first["entered"]["back"]
    number = _number(first, "P02", "S22", customer)
    history: dict[str, dict[str, bytes]] = {}
    seen = []

    def revision(version: str, at_once: bool) -> dict[str, Any]:
        customer.revise(version, at_once=at_once)
        before = customer.text()
        found = customer.again("--as-of", f"2026-{len(history) + 2:02}-20")
        after = customer.text()
        assert _other_lines(after, number) == _other_lines(before, number)
        assert _comments(after) == _comments(before)
        history[version] = files_below(customer.plan)
        seen.append([(row["number"], row["outcome"], row["after"]) for row in found["played"]])
        return found

    none = {"played": [], "not_closed": len(first["entered"]["added"]), "written": False}
    assert revision("1.1", at_once=False) == none
    customer.put_right(number, "2026-03-01")
    assert revision("1.2", at_once=False)["written"]
    assert not revision("1.3", at_once=False)["written"]
    assert revision("1.4", at_once=True)["written"]
    customer.put_right(number, "2026-06-01")
    revision("1.5", at_once=True)
    customer.put_right(number, "2026-07-01")
    revision("1.6", at_once=False)
    revision("1.7", at_once=False)
    revision("1.8", at_once=True)
    revision("1.9", at_once=True)
    revision("2.0", at_once=False)

    holds, back = (number, "holds", "verified"), (number, "back", "open")
    assert seen == [[], [holds], [holds], [back], [back], [holds], [holds], [back], [], []]
    assert [(each["version"], each["date"], each["closed"]) for each in customer.entry(number)["recurs"]] == [
        ("1.4", "2026-05-20", "2026-03-01"),
        ("1.5", "2026-06-20", "2026-06-01"),
        ("1.8", "2026-09-20", "2026-07-01"),
    ]
    for version, files in history.items():  # every old version is still a customer
        old = customer.out / "old" / version
        for name, data in files.items():
            (old / name).parent.mkdir(parents=True, exist_ok=True)
            (old / name).write_bytes(data)
        assert load_customer(old).dossier.plan.version == version


def test_the_run_says_what_is_back(customer: Customer) -> None:
    number = _number(customer.run("--register", "--as-of", "2026-01-10"), "P02", "S22", customer)
    assert not _told(customer.run())  # known and never closed: no news
    customer.put_right(number, "2026-03-01")
    assert _told(customer.run()) == {number: "recurred"}
    again = customer.run("--register", "--as-of", "2026-04-01")
    assert (again["entered"]["added"], again["entered"]["back"]) == ([], [number])
    assert _told(again) == {number: "recurred"}
    assert _told(customer.run()) == {number: "reopened"}
    recorded = json.loads((customer.out / "my-customer" / f"{SCENARIO}-s1" / "run.json").read_text(encoding="utf-8"))
    assert "entered" not in recorded
    texts = [row["text"] for row in recorded["findings"] if row["code"] == "M07"]
    assert texts and "1.0" in texts[0]["zh"] and "One person" in texts[0]["en"]


def _told(document: Any) -> dict[str, str]:
    return {row["facts"]["issue"]: row["facts"]["state"] for row in document["findings"] if row["code"] == "M07"}


def test_a_register_changes_nothing_of_what_happens(customer: Customer) -> None:
    customer.run()
    folder = customer.out / "my-customer" / f"{SCENARIO}-s1"
    without = (folder / "journal.jsonl").read_bytes()
    customer.run("--register", "--as-of", "2026-01-10")
    customer.run()
    assert (folder / "journal.jsonl").read_bytes() == without
    assert (folder / "inputs" / "register.yaml").read_bytes() == customer.register.read_bytes()
    customer.register.unlink()  # and the recorded run needs it no more
    assert customer.do("report", folder).code == 0


def test_the_same_bytes_on_one_worker_and_two(customer: Customer) -> None:
    customer.run("--register", "--as-of", "2026-01-10")
    number = 0

    def other_seed(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"seed: {number}"

    text = re.sub(r"seed: 1", other_seed, customer.text())
    text = text.replace("  status: open", "  status: done\n  closed: 2026-02-01")
    told = set()
    for workers in ("1", "2"):
        customer.register.write_text(text, encoding="utf-8")
        done = customer.do("check", customer.plan, "--regression", "--json", "--workers", workers)
        told.add((done.out, customer.register.read_bytes()))
    ((out, data),) = told
    assert data != text.encode()
    assert {row["outcome"] for row in json.loads(out)["regression"]["played"]} >= {"back"}


def _done(number: str, subject: str, scenario: str = SCENARIO) -> str:
    dates = "opened: 2026-01-01, closed: 2026-02-01"
    return f"{number}: {{code: G01, subject: {subject}, scenario: {scenario}, status: done, {dates}}}\n"


def test_exit_codes_go_by_what_is_back_and_what_nobody_can_tell(customer: Customer) -> None:
    customer.register.write_text(
        "format: 1\nW-0001: {code: G01, subject: genset, status: done, opened: 2026-01-01, closed: 2026-02-01}\n",
        encoding="utf-8",
    )
    unknown = customer.again()["played"][0]
    assert (unknown["outcome"], unknown["why"], unknown["after"]) == ("unknown", "no-scenario", "done")
    flags = ("check", customer.plan, "--regression")
    page = customer.do(*flags, "--lang", "en")
    assert "Nobody can tell: 1 (no pass)" in page.text and "names no scenario" in page.text
    text = f"format: 1\n{_done('W-0001', 'genset')}"
    codes = []
    for fail_on in ("never", "A"):
        customer.register.write_text(text, encoding="utf-8")
        codes.append(customer.do(*flags, "--fail-on", fail_on).code)
    assert codes == [0, 1]
    assert customer.entry("W-0001")["recurs"] == [{"version": "1.0", "date": None, "closed": "2026-02-01"}]


REFUSED: dict[str, tuple[str, tuple[str, ...], str]] = {
    "a register that is a mess": ("W-1: {}\n", (), "W-0001"),
    "closed after the day": (
        _done("W-0001", "genset"), ("--as-of", "2026-01-15"), "after 2026-01-15",
    ),
    "no run is to be played": ("", ("--files-only",), "--files-only"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_nothing_is_written_where_something_is_wrong(name: str, customer: Customer) -> None:
    entries, flags, said = REFUSED[name]
    customer.register.write_text(f"format: 1\n{entries}", encoding="utf-8")
    before = files_below(customer.plan)
    done = customer.do("check", customer.plan, "--regression", "--lang", "en", *flags)
    assert done.code == 2 and said in done.errors, done.errors
    assert files_below(customer.plan) == before


def test_a_broken_scenario_of_an_entry_is_told_and_nothing_is_written(customer: Customer) -> None:
    (customer.plan / "scenario-broken.yaml").write_text("format: 1\ntitle: x\n", encoding="utf-8")
    rows = _done("W-0001", "genset") + _done("W-0002", "ats", "scenario-broken")
    customer.register.write_text(f"format: 1\n{rows}", encoding="utf-8")
    before = files_below(customer.plan)
    done = customer.do("check", customer.plan, "--regression", "--lang", "en")
    assert done.code == 2 and "scenario-broken.yaml" in done.errors
    assert files_below(customer.plan) == before


def test_entering_needs_a_day_and_a_scenario_that_is_found_again(customer: Customer, tmp_path: Path) -> None:
    for flags in (("--register",), ("--as-of", "2026-01-10")):
        done = customer.do("run", customer.plan, SCENARIO, "--no-proofs", "--out", customer.out, "--lang", "en", *flags)
        assert done.code == 2 and "--register --as-of 2026-07-01" in done.errors
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_bytes((customer.plan / f"{SCENARIO}.yaml").read_bytes())
    done = customer.do(
        "run", customer.plan, elsewhere, "--no-proofs", "--out", customer.out, "--lang", "en", "--register", "--as-of",
        "2026-01-10",
    )  # fmt: skip
    assert done.code == 2 and "scenarios/my-customer/" in done.errors
    assert not customer.register.exists() and not customer.out.exists()


def test_several_runs_enter_a_weak_point_once(customer: Customer) -> None:
    done = customer.do(
        "run", customer.plan, SCENARIO, "both-lost-night-long", "--no-proofs", "--json", "--out", customer.out,
        "--register", "--as-of", "2026-01-10",
    )  # fmt: skip
    one, two = (run["entered"] for run in done.json["runs"])
    assert one["added"] and two["known"] and not set(one["added"]) & set(two["added"])
    register = load_customer(customer.plan).dossier.register
    assert register is not None
    assert list(register.entries) == [*one["added"], *two["added"]]
    assert len({entry.key for entry in register.entries.values()}) == len(register.entries)


def test_a_kill_leaves_the_old_register_or_the_new_one(customer: Customer) -> None:
    customer.run("--register", "--as-of", "2026-01-10")
    old = customer.text().replace("  status: open", "  status: done\n  closed: 2026-02-01").encode()
    customer.register.write_bytes(old)
    began = time.perf_counter()
    assert drillsim("check", customer.plan, "--regression", "--workers", "1").code == 0
    whole_s = time.perf_counter() - began
    new = customer.register.read_bytes()
    assert new != old
    chance = random.Random(1)
    for _ in range(4):
        customer.register.write_bytes(old)
        process = start("check", customer.plan, "--regression", "--workers", "1")
        time.sleep(chance.uniform(0.6, 1.05) * whole_s)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert customer.register.read_bytes() in (old, new)
        assert load_customer(customer.plan).dossier.register is not None


def test_what_is_printed_fits_its_schema(customer: Customer) -> None:
    run = customer.run("--register", "--as-of", "2026-01-10")
    assert not misfits(run, json_schema("run"))
    customer.put_right("W-0001", "2026-03-01")
    checked = customer.do("check", customer.plan, "--regression", "--json")
    assert checked.json["regression"]["played"] and not misfits(checked.json, json_schema("check"))
    several = customer.do(
        "check", "--changed", customer.plan / "plan.yaml", customer.register, "--json", "--files-only"
    )
    assert len(several.json["checks"]) == 1 and not misfits(several.json, json_schema("checks"))


def test_every_line_that_changes_is_in_the_entry(customer: Customer) -> None:
    number = _number(customer.run("--register", "--as-of", "2026-01-10"), "P02", "S22", customer)
    customer.put_right(number, "2026-03-01")
    before = customer.text()
    customer.again("--as-of", "2026-04-01")
    old, new = before.splitlines(), customer.text().splitlines()
    changed = [
        ([*old[a:b]], [*new[c:d]])
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    assert changed == [
        (
            ["  status: done  # 科室意见 2026-03-01", "  closed: 2026-03-01  # 查过 2026-03-01"],
            ["  status: open  # 科室意见 2026-03-01", "  # 查过 2026-03-01"],
        ),
        ([], ["  recurs: [{version: 1.0, date: 2026-04-01, closed: 2026-03-01}]"]),
    ]
