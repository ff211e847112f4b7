"""What every shipped scenario does to every customer it fits is what it did when somebody last looked.

`python -m pytest tests/e2e/test_golden_journals.py --bless` writes the journals anew and fails: read the difference
(`git diff tests/golden`) before it is committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.golden import BLOCK, INCOMPLETE, PLACE, Golden, Told, every_golden, orphans
from helpers.golden_difference import difference
from helpers.thinned import thinned


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.mark.parametrize("golden", every_golden(), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_the_scenario_does_what_it_did(golden: Golden, bless: bool) -> None:
    if INCOMPLETE.exists() and not golden.exists() and not bless:
        pytest.skip("no golden journal yet: tests/golden/incomplete.txt")
    if not golden.applies():
        _without(golden, bless)
        return
    told = golden.played()
    new = told.text()
    old = golden.file.read_text(encoding="utf-8") if golden.file.exists() else ""
    if bless:
        _write(golden, new)
        pytest.fail(f"blessed, {'as it was' if new == old else 'written anew'}: {golden.file}", pytrace=False)
    if not old:
        pytest.fail(f"no golden journal; look at the run, then: pytest --bless -k {golden.scenario}", pytrace=False)
    if new != old:
        pytest.fail(f"{golden.file.relative_to(PLACE)}\n{difference(old, told)}", pytrace=False)
    assert {golden.whole.exists(), golden.digest.exists()} == {True, False}, "both a journal and a digest"


PLAYED = [golden for golden in every_golden() if golden.applies()]


@pytest.mark.parametrize("golden", thinned(PLAYED, 8), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_the_fast_engine_does_the_same_to_the_last_digit(golden: Golden) -> None:
    told, old = golden.played(fast=True), golden.file.read_text(encoding="utf-8")
    assert told.text() == old, difference(old, told)


def _without(golden: Golden, bless: bool) -> None:
    """A scenario that does not fit the customer has no journal."""
    if bless and golden.exists():
        golden.whole.unlink(missing_ok=True)
        golden.digest.unlink(missing_ok=True)
        pytest.fail("removed: the scenario does not fit this customer", pytrace=False)
    assert not golden.exists(), "a golden journal of a scenario that does not fit this customer"


def _write(golden: Golden, text: str) -> None:
    golden.file.parent.mkdir(parents=True, exist_ok=True)
    golden.whole.unlink(missing_ok=True)
    golden.digest.unlink(missing_ok=True)
    golden.file.write_text(text, encoding="utf-8", newline="\n")


def test_no_golden_journal_is_left_of_what_is_gone(bless: bool) -> None:
    found = orphans()
    if bless:
        for path in found:
            path.unlink()
    assert not found, "no such customer or scenario"


# -- the machinery itself --------------------------------------------------------------------------------------------

LOST, MOVED = '0:00:00.000 load_lost {"load": "icu"}', '0:00:05.000 switch_moved {"switch": "101"}'
MET = {"load icu": "met, longest 0:00:00.000"}


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_difference_shows_the_first_event_that_differs_with_its_time_and_type(is_whole: bool) -> None:
    old = Told(("header {}", LOST, MOVED), MET, is_whole).text()
    shown = difference(old, Told(("header {}", LOST, MOVED.replace("101", "102")), MET, is_whole))
    assert '0:00:05.000 switch_moved {"switch": "102"}' in shown
    assert len(shown.splitlines()) < 8


@pytest.mark.parametrize("is_whole", [True, False])
def test_an_event_more_and_a_verdict_that_turns_are_counted(is_whole: bool) -> None:
    old = Told(("header {}", LOST, MOVED), MET, is_whole).text()
    shown = difference(old, Told(("header {}", LOST, LOST, MOVED), {"load icu": "missed"}, is_whole))
    assert "events load_lost: 1 → 2" in shown
    assert "verdict load icu: met, longest 0:00:00.000 → missed" in shown


def test_a_digest_marks_every_block_of_events() -> None:
    told = Told(("header {}", *([LOST] * (2 * BLOCK + 1))), MET, is_whole=False)
    assert len(json.loads(told.text())["marks"]) == 3
    later = Told((*told.lines[:-1], MOVED), MET, is_whole=False)
    assert difference(told.text(), later).splitlines()[1:2] == [MOVED]


@pytest.fixture
def pytester_here(pytester: pytest.Pytester) -> pytest.Pytester:
    """A test run of its own with this suite's options."""
    conftest = Path(__file__).parents[1] / "conftest.py"
    pytester.makeconftest(conftest.read_text(encoding="utf-8"))
    return pytester


def test_a_run_that_blesses_fails_even_where_nothing_is_tested(pytester_here: pytest.Pytester) -> None:
    pytester_here.makepyfile("def test_nothing(): pass")
    assert pytester_here.inline_run("-p", "no:cacheprovider").ret == 0
    assert pytester_here.inline_run("-p", "no:cacheprovider", "--bless").ret == 1
