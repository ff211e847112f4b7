"""The document of a run: what `run --json` prints and run.json keeps."""

from __future__ import annotations

import json
from typing import Any

from drillsim.documents.run_document import RunDocument, run_schema, spoken, stored
from drillsim.revision.recommendation import Told
from drillsim.schema.base import Words
from helpers.sample_report import recommendation, sample_document
from helpers.sample_run import MIN, H, sample_journal

PROMISED = {
    "format", "customer", "scenario", "seed", "status", "loads", "functions", "steps", "hazards", "findings",
    "recommendations", "not_tested", "run_dir",
}  # fmt: skip


def times(value: Any, name: str = "") -> list[Any]:
    if isinstance(value, dict):
        return [found for key, each in value.items() for found in times(each, key)]
    if isinstance(value, list):
        return [found for each in value for found in times(each, name)]
    return [value] if name.endswith("_ms") or name == "ms" else []


def test_every_promised_field_is_there_and_says_what_was_run() -> None:
    found = spoken(sample_document(), "en")
    assert found.keys() >= PROMISED
    said = (found["format"], found["customer"], found["scenario"], found["seed"], found["status"])
    assert said == (1, "sample-hospital", "both-feeders-lost-at-night", 1, "completed")


def test_times_are_integers_or_null() -> None:
    found = times(stored(sample_document(recommendations=(recommendation("R1"),))))
    assert len(found) > 30
    assert all(each is None or type(each) is int for each in found)


def test_a_load_carries_its_limit_outage_and_verdict() -> None:
    theatre = next(row for row in sample_document().loads if row.id == "theatre")
    assert (theatre.max_interruption_ms, theatre.outage_ms, theatre.outages, theatre.open_at_end) == (
        15_000,
        34 * MIN + 30_000,
        1,
        False,
    )
    assert theatre.verdict == "missed" and theatre.endurance is not None


def test_steps_are_one_row_an_instance_with_waits_and_their_cost() -> None:
    steps = {row.step: row for row in sample_document().steps}
    s03 = steps["S03"]
    assert (s03.card, s03.by, s03.state) == ("card-blackout", ["wang", "li"], "done")
    assert (s03.ready_ms, s03.started_ms, s03.finished_ms) == (13 * MIN, 28 * MIN, 33 * MIN)
    busy = next(wait for wait in s03.waits if wait.reason == "person_busy")
    assert (busy.ms, busy.on, busy.cost_ms) == (15 * MIN, ["second-electrician"], 15 * MIN)


def test_a_wait_nobody_costed_says_null_not_zero() -> None:
    document = sample_document(costs={})
    assert {wait.cost_ms for row in document.steps for wait in row.waits} == {None}


def test_stored_texts_are_in_both_languages_and_spoken_ones_in_the_one_asked_for() -> None:
    document = sample_document()
    both = stored(document)["findings"][0]["text"]
    assert set(both) == {"zh", "en"} and both["zh"] != both["en"]
    assert spoken(document, "zh")["findings"][0]["text"] == both["zh"]
    assert spoken(document, "en")["findings"][0]["text"] == both["en"]


def test_run_json_does_not_say_where_it_lies() -> None:
    document = sample_document().model_copy(update={"run_dir": "reports/x"})
    assert "run_dir" not in stored(document)
    assert spoken(document, "en")["run_dir"] == "reports/x"


def test_recommendations_come_proposed_then_untested_then_rejected_and_keep_their_order_within() -> None:
    given = (
        recommendation("R1", verdict="rejected"),
        recommendation("R2", verdict="proposed"),
        recommendation("R3", verdict="untested", before=None, after=None),
        recommendation("R4", verdict="proposed"),
    )
    assert [row.id for row in sample_document(recommendations=given).recommendations] == ["R2", "R4", "R3", "R1"]


def test_a_recommendation_keeps_its_wordings_in_both_languages_and_tells_its_reasons() -> None:
    told = Told("report-wait-none")
    row = sample_document(recommendations=(recommendation("R1", old=Words(), reasons=(told, told)),)).recommendations[0]
    assert stored_text(row.new) == {
        "zh": "夜间增派第二值班电工,与值班电工同时到场。",
        "en": "A second electrician is on duty at night.",
    }
    assert stored_text(row.old) == {"zh": "", "en": ""}
    assert stored_text(row.reason)["en"] == "No step had to wait. No step had to wait."


def stored_text(value: Any) -> dict[str, str]:
    found = value.model_dump()
    assert isinstance(found, dict)
    return found


def test_a_run_that_died_is_incomplete_and_nothing_in_it_is_met() -> None:
    document = sample_document(journal=sample_journal(cut_at=20 * MIN))
    assert document.status == "incomplete"
    assert "met" not in {row.verdict for row in (*document.loads, *document.functions)}


def test_expectations_stand_with_what_came() -> None:
    rows = sample_document().expectations
    assert [(row.id, row.expected, row.found, row.held) for row in rows] == [
        ("theatre", "met", "missed", False),
        ("icu", "met", "missed", False),
    ]


def test_what_was_written_is_read_back() -> None:
    document = sample_document(recommendations=(recommendation("R1"),))
    text = json.dumps(stored(document), ensure_ascii=False)
    assert RunDocument.model_validate_json(text) == document


def test_the_schema_describes_every_field() -> None:
    schema = run_schema()
    assert schema["properties"].keys() >= PROMISED
    assert schema["$defs"]["WaitRow"]["properties"]["cost_ms"]["description"].startswith("By how much")


def test_unserved_energy_is_demand_times_the_time_without() -> None:
    lighting = next(row for row in sample_document().loads if row.id == "lighting")
    assert lighting.unserved_kwh == 80.0 * 90 * MIN / H
