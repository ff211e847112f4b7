"""A revision and the plan's editions: brought along where they fit, told where they do not; changes of an edition's own
days stand in its file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files import Insert, Remove, Set, Tree, find_editions, load_customer, read_revisions
from drillsim.revision import Recommendation
from drillsim.texts import problem_line
from drillsim.use.apply_revision import Applied, apply_changes
from drillsim.use.load import load
from drillsim.use.revision_row import Evidence
from helpers.changes import FIRST, SECOND, STEPS, TURNED, change, plan, small_hospital
from helpers.command import files_below

DAY = dt.date(2026, 12, 1)
EDITION = """\
# 保电三天
format: 1
title: 一路停电
of: "2.0"   # 预案版本
from: 2026-12-10
until: 2026-12-12
customer:
  - {at: people.li.shifts, set: [{from: "00:00", to: "24:00", place: duty-room}]}  # 李值班
plan:
  - at: S02.within
    set: 4 min
"""


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    """The small hospital."""
    return small_hospital(tmp_path)


def with_edition(hospital: Path, text: str = EDITION, name: str = "保电 一", newline: str = "\n") -> Path:
    """One more edition of the small hospital."""
    path = hospital / "editions" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline=newline)
    return path


def applied(hospital: Path, *changes: Recommendation, edition: str | None = None) -> Applied:
    folder, _ = load(hospital, (), edition)
    evidence = Evidence("own-s1", "own", 1, dict(folder.digests))
    return apply_changes(folder, changes, as_of=DAY, evidence=evidence)


def refused(hospital: Path, *changes: Recommendation, edition: str | None = None) -> tuple[Problem, ...]:
    """What is wrong; nothing may be written."""
    before = files_below(hospital)
    with pytest.raises(InvalidInput) as error:
        applied(hospital, *changes, edition=edition)
    assert files_below(hospital) == before
    return error.value.problems


def step(folder: Path, name: str, edition: str | None = None) -> object:
    made, _ = load(folder, (), edition)
    return next(each for _, each in made.dossier.plan.steps() if each.id == name)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_edition_that_fits_belongs_to_the_new_version_and_the_old_one_keeps_its_own(
    hospital: Path, newline: str, mark: str
) -> None:
    path = with_edition(hospital, mark + EDITION, newline=newline)
    before = path.read_bytes()
    found = applied(hospital, FIRST)
    assert found.written == ("plan.yaml", "editions/保电 一.yaml", "history/revisions.yaml")
    assert (found.editions.names, found.editions.over, found.editions.others) == (["保电 一"], [], [])
    assert path.read_bytes() == before.replace(b'of: "2.0"', b'of: "3.0"')
    assert load(hospital, (), "保电 一")[0].dossier.plan.version == "3.0"
    assert (found.kept / "editions" / "保电 一.yaml").read_bytes() == before
    assert step(found.kept, "S02", "保电 一") == step(hospital, "S02", "保电 一") != step(hospital, "S02")


def test_a_minor_revision_brings_it_along_too(hospital: Path) -> None:
    path = with_edition(hospital)
    assert applied(hospital, TURNED).editions.names == ["保电 一"]
    assert 'of: "2.1"   # 预案版本' in path.read_text(encoding="utf-8")


def test_one_that_no_longer_fits_is_named_with_file_and_line(hospital: Path) -> None:
    with_edition(hospital, EDITION, "fits")
    path = with_edition(hospital, EDITION + "  - {at: S04.within, set: 3 min}\n")
    gone = change("P01-S04-gone", plan(Set((*STEPS, 1, "on_failure"), {"then": "stop"})), plan(Remove((*STEPS, 3))))
    lead, misfit = (problem_line("en", each) for each in refused(hospital, gone))
    assert lead.startswith(f"{path.as_posix()}:4: of: With the changes asked for, version 3.0 no longer carries this")
    assert misfit.startswith(f'{path.as_posix()}:12: plan.1.at: There is nothing called "S04.within" at this place')


def test_one_whose_days_are_over_and_one_of_another_version_stay(hospital: Path) -> None:
    over = with_edition(hospital, EDITION.replace("2026-12-1", "2026-11-1"), "over")
    other = with_edition(hospital, EDITION.replace('"2.0"', '"1.9"'), "other")
    before = over.read_bytes(), other.read_bytes()
    found = applied(hospital, FIRST)
    assert (found.editions.names, found.editions.over, found.editions.others) == ([], ["over"], ["other"])
    assert (over.read_bytes(), other.read_bytes()) == before
    assert list(find_editions(found.kept)) == ["over"]
    load(found.kept, (), "over")
    with pytest.raises(InvalidInput):
        load(hospital, (), "over")


def test_an_edition_that_cannot_be_read_stops_it(hospital: Path) -> None:
    path = with_edition(hospital, EDITION.replace("of:", "off:"))
    problems = refused(hospital, FIRST)
    assert {each.file for each in problems} == {path.as_posix()}
    assert 4 in {each.line for each in problems}


def test_a_change_whose_place_the_edition_has_otherwise_is_said(hospital: Path) -> None:
    with_edition(hospital, EDITION + "  - {at: S02.text, set: 拉开101开关并挂牌}\n")
    worded = change("P01-S02-worded", plan(Set((*STEPS, 1, "text"), "拉开101开关，确认在分位")))
    assert applied(hospital, worded, SECOND).editions.otherwise == {"保电 一": [worded.id]}


TOLD: Tree = {"to": "dispatcher", "channel": "phone"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_changes_of_its_own_days_stand_in_the_edition(hospital: Path, newline: str) -> None:
    path = with_edition(hospital, newline=newline)
    before, old = files_below(hospital), path.read_text(encoding="utf-8")
    more = change("P01-S02-more", plan(Insert((*STEPS, 0, "tells"), 0, TOLD)), plan(Set((*STEPS, 1, "after"), ["S01"])))
    found = applied(hospital, FIRST, SECOND, more, edition="保电 一")
    assert found.written == ("editions/保电 一.yaml", "history/revisions.yaml")
    assert (found.old, found.new, found.minor) == ("2.0", "2.0", False)
    now = files_below(hospital)
    assert {name for name in before if now[name] != before[name]} == {"editions/保电 一.yaml"}
    assert path.read_bytes().decode().startswith(old.replace("\n", newline))
    with_it = load(hospital, (), "保电 一")[0].dossier.plan.cards[0]
    assert [each.id for each in with_it.steps] == ["S01", "S01a", "S02", "S03", "S04"]
    assert (with_it.steps[3].predecessors, len(with_it.steps[0].tells)) == ((), 2)
    assert [each.id for each in load_customer(hospital).dossier.plan.cards[0].steps] == ["S01", "S02", "S03", "S04"]
    rows = read_revisions(hospital)[0].changes
    assert [(each.from_, each.to, each.edition, each.minor) for each in rows] == [("2.0", "2.0", "保电 一", False)] * 3


def test_what_was_before_is_kept_as_a_customer_with_its_edition(hospital: Path) -> None:
    with_edition(hospital)
    before = {name: data for name, data in files_below(hospital).items() if not name.startswith("history")}
    first = applied(hospital, FIRST, edition="保电 一").kept
    second = applied(hospital, SECOND, edition="保电 一").kept
    assert (first.name, second.name) == ("2.0-保电_一-1", "2.0-保电_一-2")
    assert files_below(first) == before
    assert len(load(second, (), "保电 一")[0].dossier.plan.cards[0].steps) == 5
    assert applied(hospital, TURNED).new == "2.1"


def test_an_edition_of_another_version_is_told_with_its_line_and_nothing_is_written(hospital: Path) -> None:
    path = with_edition(hospital, EDITION.replace('"2.0"', '"1.9"'))
    (problem,) = refused(hospital, FIRST, edition="保电 一")
    assert (problem.file, problem.line, problem.code) == (path.as_posix(), 4, "edition-other-version")


def test_what_is_written_into_an_edition_leaves_the_register_alone(hospital: Path) -> None:
    with_edition(hospital)
    register = hospital / "register.yaml"
    register.write_text(
        "format: 1\nW-0001: {code: P01, subject: S02, status: open, opened: 2026-01-10}\n", encoding="utf-8"
    )
    before = register.read_bytes()
    applied(hospital, FIRST, edition="保电 一")
    assert register.read_bytes() == before
