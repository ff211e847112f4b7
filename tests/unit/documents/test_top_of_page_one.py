"""What stands first on page one, and how a severity that may still be lower is written."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.documents.build_report import build_report
from drillsim.documents.names import names_of
from drillsim.documents.page_one import conclusion, top, weak_points
from drillsim.documents.run_folder import recorded_document
from drillsim.documents.source import Recorded
from drillsim.texts import LANGS, Lang
from helpers.journals import Recording
from helpers.played import Script
from helpers.small_customer import DROP, Change

MIN = 60_000
HARM: tuple[Change, ...] = (("site/functions/surgery/harm", {"after": "20 min", "what": "patients"}),)


def recorded(lang: Lang, *more: Change) -> Recorded:
    """Surgery harmed after a genset that did not start, and a wait nothing but the journal has judged."""
    case = Script((), (*HARM, *more)).case()
    dark: dict[str, Any] = {"load": "theatre", "demand_kw": 60.0}
    wait = {"step": "S11", "reason": "person_busy", "on": ["li"]}
    recording = Recording(case.dossier).at(0, "load_lost", **dark)
    recording.at(0, "function_changed", function="surgery", state="lost", because=["theatre"])
    recording.at(0, "genset_called", source="genset-1", by="ats-em", manual=False, demand=0)
    recording.at(MIN, "start_failed", source="genset-1", attempts=3, manual=False).at(MIN, "wait_begins", **wait)
    recording.at(9 * MIN, "wait_ends", step="S11", reason="person_busy")
    recording.at(20 * MIN, "function_changed", function="surgery", state="harmed", because=["theatre"])
    journal = recording.ended()
    return Recorded(names_of(case.dossier, lang), recorded_document(case, journal), case, journal)


def test_harm_done_stands_first() -> None:
    run = recorded("en")
    assert top(run, weak_points(run))[0].code == "D06"


@pytest.mark.parametrize("limit", ["30 s", DROP])
def test_what_was_harmed_is_the_worst_whether_it_states_a_limit_or_not(limit: object) -> None:
    run = recorded("en", ("site/functions/surgery/max_interruption", limit))
    (worst,) = (said for said in conclusion(run, (), weak_points(run)) if said.startswith("Worst"))
    name = run.names.of("surgery")
    assert worst.startswith(f"Worst: {name}, interrupted for")
    assert worst.endswith("where 30 s is allowed." if limit != DROP else "its limit of harm was passed in the model.")


@pytest.mark.parametrize("lang", LANGS)
def test_a_severity_the_journal_alone_has_judged_is_written_as_a_bound(lang: Lang) -> None:
    run = recorded(lang)
    grades = {each.code: each.grade for each in weak_points(run)}
    assert grades["D06"] == "A"
    assert grades["P02"] == {"en": "at most A", "zh": "至多 A"}[lang]
    assert "1" in build_report(run.document, run.case, run.journal, lang).conclusion[2]
