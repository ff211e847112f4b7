"""The journal: what is written is what is read; damage is said with file and line."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from drillsim.errors import JournalUnreadable
from drillsim.journal import TYPES, Journal, JournalWriter, lines_of, read_journal
from drillsim.journal.timeline import Interval, load_outages, state_at, step_rows, store_levels, worst_moment


def small() -> Journal:
    writer = JournalWriter({"customer": "c", "scenario": "s", "seed": 1})
    loads = {"a": {"demand_kw": 10.0, "live": True}, "b": {"demand_kw": 30.0, "live": True}}
    state: dict[str, Any] = {field: {} for field in TYPES["initial_state"].fields} | {
        "loads": loads,
        "live": ["A"],
        "closed": ["x"],
        "stores": {"t": 100.0},
    }
    writer.emit(0, "initial_state", state)
    for t_ms, kind, data in (
        (1_000, "switch_moved", {"switch": "x", "closed": False, "cause": "step", "cause_id": "S1"}),
        (1_000, "load_lost", {"load": "a", "demand_kw": 10.0}),
        (2_000, "load_lost", {"load": "b", "demand_kw": 30.0}),
        (3_000, "load_restored", {"load": "a", "demand_kw": 10.0}),
        (3_010, "load_lost", {"load": "a", "demand_kw": 10.0}),
        (5_000, "load_restored", {"load": "a", "demand_kw": 10.0}),
        (5_000, "store_rate", {"store": "t", "level_l": 100.0, "l_per_h": -3_600.0}),
        (
            10_000,
            "run_ended",
            {"status": "completed", "demand_kwh": {}, "served_kwh": {}, "fuel_l": {}, "battery_kwh": {}},
        ),
    ):
        writer.emit(t_ms, kind, data)
    return writer.journal()


def written(tmp_path: Path, lines: list[str]) -> Path:
    path = tmp_path / "journal.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def test_read_back_it_is_the_same(tmp_path: Path) -> None:
    journal = small()
    back = read_journal(written(tmp_path, list(lines_of(journal))))
    assert back.events == journal.events
    assert back.header == journal.header
    assert back.complete


def test_every_line_is_out_before_the_next_thing_happens() -> None:
    stream = io.StringIO()
    writer = JournalWriter({"seed": 1}, stream)
    for number in range(3):
        writer.emit(number, "oscillation", {"rounds": 51})
        assert len(stream.getvalue().splitlines()) == number + 2


def test_a_run_that_died_in_its_last_line_is_read_up_to_there_and_is_incomplete(tmp_path: Path) -> None:
    lines = list(lines_of(small()))
    path = written(tmp_path, [*lines[:5], lines[5][:30]])
    journal = read_journal(path)
    assert len(journal.events) == 4
    assert not journal.complete


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (lambda lines: [], "journal-empty", 0),
        (lambda lines: ["{}"], "journal-not-a-journal", 1),
        (lambda lines: [lines[0].replace('"format":1', '"format":9'), *lines[1:]], "journal-newer", 1),
        (lambda lines: [*lines[:2], "{broken", *lines[3:]], "journal-line-damaged", 3),
        (
            lambda lines: [*lines[:2], lines[2].replace("switch_moved", "teleported"), *lines[3:]],
            "journal-unknown-event",
            3,
        ),
        (lambda lines: [*lines[:2], '{"seq":1,"t_ms":0,"type":"load_lost"}', *lines[3:]], "journal-line-damaged", 3),
    ],
)
def test_damage_is_said_with_its_line(tmp_path: Path, change, code: str, line: int) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(JournalUnreadable) as refused:
        read_journal(written(tmp_path, change(list(lines_of(small())))))
    assert (refused.value.problem.code, refused.value.problem.line) == (code, line)


def test_a_file_that_is_no_text_is_no_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(JournalUnreadable):
        read_journal(path)


def test_gaps_under_20_ms_join_two_outages_and_an_open_one_lasts_to_the_end() -> None:
    found = load_outages(small())
    assert [(s.start_ms, s.end_ms, s.open) for s in found["a"]] == [(1_000, 5_000, False)]
    assert found["b"] == (Interval(2_000, 10_000, open=True, seqs=(3,)),)


def test_the_state_at_a_moment_and_the_worst_of_them() -> None:
    journal = small()
    assert state_at(journal, 999).closed == {"x"}
    assert state_at(journal, 1_000).closed == set()
    assert state_at(journal, 2_500).dark_loads == {"a", "b"}
    assert worst_moment(journal) == 2_000


def test_levels_are_straight_lines_between_corners() -> None:
    assert store_levels(small(), "t") == ((0, 100.0), (5_000, 100.0), (10_000, 95.0))
    assert store_levels(small(), "nothing") == ()


def test_without_steps_there_are_no_rows() -> None:
    assert step_rows(small()) == ()
