"""Editions of a plan: their changes made, and every problem told in the edition's own file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

import drillsim
from drillsim.errors import InvalidInput, Problem
from drillsim.files import CustomerFolder, find_editions, load_edition
from drillsim.revision.edition import with_edition
from drillsim.use.load import load
from helpers.shipped import ROOT

HOSPITAL = ROOT / "plans" / "central-hospital"
HEAD = 'format: 1\ntitle: test\nof: "3.1"\nfrom: 2026-07-14\nuntil: 2026-07-16\n'


@pytest.fixture(scope="module")
def hospital() -> CustomerFolder:
    return load(HOSPITAL)[0]


def edition(place: Path, *lines: str, head: str = HEAD) -> Path:
    path = place / "days.yaml"
    path.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def made(hospital: CustomerFolder, path: Path) -> CustomerFolder:
    return with_edition(hospital, load_edition(path))


def refused(hospital: CustomerFolder, path: Path) -> Problem:
    """The one problem an edition has, which names its file."""
    with pytest.raises(InvalidInput) as error:
        made(hospital, path)
    (problem,) = error.value.problems
    assert problem.file == path.as_posix()
    return problem


def test_the_shipped_edition_fits_and_changes_what_it_says(hospital: CustomerFolder) -> None:
    found, _ = load(HOSPITAL, (), "east-outage")
    old, new = hospital.dossier, found.dossier
    assert [step.id for step in new.plan.cards[1].steps][:3] == ["S201", "S207", "S202"]
    assert next(step for _, step in new.plan.steps() if step.id == "S203").by.operator == "plant-operator"
    assert new.customer.people["li"].shifts != old.customer.people["li"].shifts
    assert new.customer.people["wang"] == old.customer.people["wang"]
    assert new.network == old.network
    assert found.edition is not None
    assert found.edition.id == "east-outage"


def test_what_is_changed_in_the_value_is_changed_in_the_text(hospital: CustomerFolder) -> None:
    found, _ = load(HOSPITAL, (), "east-outage")
    for name in ("plan.yaml", "customer.yaml", "site.yaml"):
        before, after = (each.file(name).data.decode("utf-8").splitlines() for each in (hospital, found))
        kept = [line for line in before if line in after]
        assert len(kept) >= len(before) - 4, name  # every other line stays as it was, comments too
    assert found.file("site.yaml").data == hospital.file("site.yaml").data
    assert found.file("edition.yaml").data == find_editions(HOSPITAL)["east-outage"].read_bytes()


@pytest.mark.parametrize(
    ("at", "value", "path"),
    [
        ("S203.within", "7 min", ("cards", 1, "steps", 2, "within")),
        ("RC-02.level", "I", ("cards", 1, "level")),
        ("cards.RC-02.steps.S203.within", "7 min", ("cards", 1, "steps", 2, "within")),
        ("cards.1.steps.2.within", "7 min", ("cards", 1, "steps", 2, "within")),
        ("actors.second-electrician.held_by", "[sun]", ("actors", "second-electrician", "held_by")),
    ],
)
def test_a_place_is_named_by_ids_or_numbers(
    hospital: CustomerFolder, tmp_path: Path, at: str, value: str, path: tuple[str | int, ...]
) -> None:
    found = made(hospital, edition(tmp_path, "plan:", f"  - {{at: {at}, set: {value}}}"))
    tree = yaml.load(found.file("plan.yaml").data, Loader=yaml.BaseLoader)
    for part in path:
        tree = tree[part]
    assert tree == yaml.load(value, Loader=yaml.BaseLoader)


def test_changes_are_made_in_order_and_later_ones_see_earlier_ones(hospital: CustomerFolder, tmp_path: Path) -> None:
    step = "{id: S299, text: x, do: check, by: duty-electrician, within: 5 min}"
    found = made(
        hospital,
        edition(
            tmp_path, "plan:", f"  - {{at: RC-02.steps, before: S201, insert: {step}}}",
            "  - {at: S299.within, set: 9 min}", "  - {at: S206, remove: true}",
            "  - {at: actors.second-electrician.held_by, append: zhao}",
        ),
    )  # fmt: skip
    steps = found.dossier.plan.cards[1].steps
    assert [step.id for step in steps] == ["S299", "S201", "S202", "S203", "S204", "S205"]
    assert steps[0].within == 9 * 60_000
    assert found.dossier.plan.actors["second-electrician"].held_by == ("li", "sun", "zhao")


@pytest.mark.parametrize(
    ("line", "code", "at_line"),
    [
        ("  - {at: S999.takes, set: 1 min}", "edition-misfit", 7),
        ("  - {at: actors.second-electrican.held_by, set: [li]}", "edition-misfit", 7),
        ("  - {at: RC-02.steps, after: S999, insert: {id: S299}}", "edition-misfit", 7),
        ("  - {at: S203.within, append: 1 min}", "edition-no-list", 7),
        ("  - {at: S203.id, set: S204}", "edition-renames", 7),
        ("  - {at: S203, set: {id: S299}}", "edition-renames", 7),
        ("  - {at: S203.within}", "edition-verbs", 7),
        ("  - {at: S203.within, set: 1 min, remove: true}", "edition-verbs", 7),
        ("  - {at: RC-02.steps, insert: {id: S299}}", "edition-insert-where", 7),
        ("  - {at: S203.within, set: soon}", "duration-not-understood", 7),
        ("  - {at: S203.wihtin, set: 5 min}", "unknown-key", 7),
        ("  - {at: S203.by, set: nobody}", "no-such-id", 7),
    ],
)
def test_a_change_that_does_not_fit_is_told_with_file_and_line(
    hospital: CustomerFolder, tmp_path: Path, line: str, code: str, at_line: int
) -> None:
    problem = refused(hospital, edition(tmp_path, "plan:", line))
    assert (problem.code, problem.line) == (code, at_line)


def test_a_wrong_value_deep_in_what_is_added_is_told_at_its_own_line(hospital: CustomerFolder, tmp_path: Path) -> None:
    lines = ("plan:", "  - at: RC-02.steps", "    append:", "      id: S299", "      text: x", "      do: check",
             "      by: duty-electrician", "      within: soon")  # fmt: skip
    problem = refused(hospital, edition(tmp_path, *lines))
    assert (problem.code, problem.line, problem.field) == ("duration-not-understood", 13, "plan.0.append.within")


def test_what_a_removal_leaves_behind_is_told_at_the_removal(hospital: CustomerFolder, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as error:
        made(hospital, edition(tmp_path, "plan:", "  - {at: S203.within, set: 5 min}", "  - {at: S201, remove: true}"))
    assert {each.code for each in error.value.problems} == {"no-such-id"}
    assert {each.line for each in error.value.problems} == {8}


def test_what_an_earlier_change_wrote_is_found_where_later_ones_have_moved_it(
    hospital: CustomerFolder, tmp_path: Path
) -> None:
    step = "{id: S29%s, text: x, do: check, by: duty-electrician, within: 5 min}"
    problem = refused(
        hospital,
        edition(
            tmp_path, "plan:", f"  - {{at: RC-02.steps, after: S201, insert: {(step % 8).replace('5 min', 'soon')}}}",
            f"  - {{at: RC-02.steps, before: S201, insert: {step % 9}}}",
        ),
    )  # fmt: skip
    assert (problem.code, problem.line) == ("duration-not-understood", 7)


def test_an_edition_of_another_version_is_refused(hospital: CustomerFolder, tmp_path: Path) -> None:
    problem = refused(hospital, edition(tmp_path, head=HEAD.replace("3.1", "3.0")))
    assert (problem.code, problem.line) == ("edition-other-version", 3)
    assert dict(problem.facts) == {"of": "3.0", "version": "3.1"}


def test_days_in_the_wrong_order_and_an_unknown_mode_are_refused(hospital: CustomerFolder, tmp_path: Path) -> None:
    problem = refused(hospital, edition(tmp_path, head=HEAD.replace("2026-07-16", "2026-07-13")))
    assert problem.code == "edition-until"
    problem = refused(hospital, edition(tmp_path, "mode: east-maintenanse"))
    assert (problem.code, problem.line) == ("edition-no-mode", 6)
    assert dict(problem.facts)["near"] == "east-maintenance"


def test_a_scenario_begins_in_the_mode_of_the_edition(tmp_path: Path) -> None:
    _, (plain,) = load(HOSPITAL, ["source-lost-day"])
    _, (with_it,) = load(HOSPITAL, ["source-lost-day"], "east-outage")
    assert (plain.scenario.start.mode, with_it.scenario.start.mode) == ("normal", "east-maintenance")
    assert with_it.scenario.start.date == plain.scenario.start.date
    assert b"east-maintenance" in with_it.file.data
    _, (own,) = load(HOSPITAL, ["return-to-normal"], "east-outage")
    assert own.scenario.start.mode == load(HOSPITAL, ["return-to-normal"])[1][0].scenario.start.mode or "normal"


def test_a_script_plays_an_edition_too() -> None:
    plan = drillsim.load(HOSPITAL, "en", edition="east-outage")
    found = plan.run("east-maintenance-west-lost", proofs=False).document.edition
    assert found is not None
    assert (found.name, found.mode, found.outside) == ("east-outage", "east-maintenance", False)


def test_every_edition_is_asked_by_check(tmp_path: Path) -> None:
    shutil.copytree(HOSPITAL, tmp_path / "hospital")
    edition(tmp_path / "hospital" / "editions", "plan:", "  - {at: S999.takes, set: 1 min}")
    load(tmp_path / "hospital")
    with pytest.raises(InvalidInput) as error:
        load(tmp_path / "hospital", every_edition=True)
    assert [each.code for each in error.value.problems] == ["edition-misfit"]
