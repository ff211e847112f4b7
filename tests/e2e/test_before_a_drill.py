"""Before a drill: which scenario to drill, papers that tell players nothing to come, a list of five lines."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from drillsim.session.log import Log
from helpers.command import drillsim
from helpers.shipped import HOSPITAL, ROOT, WATERWORKS

NIGHT = "both-lost-night-autostart-fails"
PLAN = str(ROOT / "plans" / HOSPITAL)


def order(text: str) -> list[str]:
    """The scenarios of the printed table, in its order."""
    return [line.split()[0] for line in text.splitlines()[2:] if re.match(r"[a-z][a-z0-9-]+ {2,}", line)]


def drilled(out: Path, customer: str, scenario: str, how: str, day: str) -> None:
    """The log of a drill somebody held."""
    folder = out / customer / f"session-{scenario}-s1"
    folder.mkdir(parents=True)
    with (folder / "session.jsonl").open("w", encoding="utf-8") as stream:
        log = Log(stream)
        more = {"customer": customer, "seed": 1, "plan_version": "1", "played": []}
        log.add(0, f"{day}T09:00:00.000+08:00", "opened", "controller", scenario=scenario, **more)
        log.add(9, f"{day}T10:00:00.000+08:00", "stopped", "controller", how=how, why="")


@pytest.mark.full
def test_what_came_back_comes_first_and_what_was_drilled_last(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans" / WATERWORKS, tmp_path / "plans" / WATERWORKS)
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    plan, out = tmp_path / "plans" / WATERWORKS, tmp_path / "reports"
    before = order(drillsim("session", plan, "--plan", "--out", out, "--lang", "en").text)
    assert len(before) > 10
    drilled(out, WATERWORKS, before[0], "completed", "2026-03-04")
    drilled(out, WATERWORKS, before[1], "real_emergency", "2026-03-05")
    (plan / "register.yaml").write_text(
        "format: 1\nW-0001: {code: P01, subject: 201, scenario: source-lost-day, status: open,"
        " opened: 2025-01-01, recurs: [{version: '2'}]}\n"
        f"W-0002: {{code: P02, subject: 202, scenario: {before[2]}, status: open, opened: 2025-01-01}}\n",
        encoding="utf-8",
    )
    done = drillsim("session", plan, "--plan", "--out", out, "--lang", "en")
    assert done.code == 0, done.errors
    after = order(done.text)
    assert set(after) == set(before) and after[0] == "source-lost-day" and after[-1] == before[0]
    rows = {line.split()[0]: line for line in done.text.splitlines() if line.strip()}
    assert "2026-03-04" in rows[before[0]] and "never" in rows[before[1]], "a drill broken off was none"
    assert "W-0001" in rows["source-lost-day"] and "(W-0002 open)" in rows[before[2]]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_papers_for_players_hold_nothing_of_what_is_to_come(tmp_path: Path, lang: str) -> None:
    done = drillsim(
        "session", PLAN, NIGHT, "--plan", "--play", "duty-electrician", "--play", "dispatcher", "--out", tmp_path,
        "--lang", lang,
    )  # fmt: skip
    assert done.code == 0 and {"zh": "14 个由预案代演", "en": "stands in for 14 of 16"}[lang] in done.text
    (folder,) = (tmp_path / HOSPITAL).glob("papers-*")
    pages = {path.stem: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert set(pages) == {"scheme", "script", "briefing", "roles", "injects"}
    word = {"zh": "停止演练，转实战", "en": "Stop the drill"}[lang]
    secrets = (
        NIGHT,
        "icu-asks",
        "genset-by-hand",
        "phone-lost",
        "重症问时长",
        "记者",
        "Press arrives",
        "夜间两路电源全失，",
        "T+",
    )
    for name in ("briefing", "roles"):
        assert word in pages[name] and "<script" not in pages[name]
        for secret in secrets:
            assert secret not in pages[name], (name, secret)
    assert pages["roles"].count("<h2") == 16, "a sheet a role"
    cards = pages["injects"]
    assert all(each in cards for each in ("icu-asks", "phone-lost", {"zh": "【演练】", "en": "EXERCISE"}[lang]))
    assert {"zh": "仅供导调", "en": "those who lead alone"}[lang] in cards


def test_a_drill_needs_five_lines(tmp_path: Path) -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = told.partition("Five lines are enough:\n\n```yaml\n")[2].partition("```")[0]
    assert len(lines.splitlines()) == 5
    file = tmp_path / "five.msel.yaml"
    file.write_text(lines, encoding="utf-8")
    done = drillsim("session", PLAN, NIGHT, "--msel", file, "--rehearse", "--lang", "en")
    assert done.code == 0, done.errors
    rows = {line.split()[0]: line for line in done.text.splitlines() if line.strip()}
    assert "12 min" in rows["icu-asks"] and "by hand" in rows["phone-lost"]
    papers = drillsim("session", PLAN, NIGHT, "--msel", file, "--plan", "--out", tmp_path, "--lang", "en")
    assert papers.code == 0
    (cards,) = tmp_path.glob("*/papers-*/injects.html")
    assert "ICU asks how long it will take." in cards.read_text(encoding="utf-8")
