"""The moments at which the network is drawn, and sets that ran dry."""

from __future__ import annotations

import pytest

from drillsim.documents.names import names_of
from drillsim.documents.pictures.oneline import network_drawn
from drillsim.documents.pictures.oneline.state import emptied_at
from drillsim.documents.source import Recorded
from drillsim.documents.worst_outage import moments
from drillsim.journal import load_outages
from drillsim.texts import LANGS, Lang
from helpers.journals import Recording
from helpers.sample_report import sample_document
from helpers.sample_run import sample_case, sample_dossier, sample_journal


def recorded(lang: Lang) -> Recorded:
    case = sample_case()
    return Recorded(names_of(case.dossier, lang), sample_document(), case, sample_journal())


@pytest.mark.parametrize("lang", LANGS)
def test_the_network_is_drawn_as_the_worst_outage_begins_and_in_its_middle(lang: Lang) -> None:
    run = recorded(lang)
    begins, middle = moments(run)
    spans = [span for each in load_outages(run.journal).values() for span in each]
    assert begins.at_ms < middle.at_ms
    assert begins.missed == {
        row.id for row in (*run.document.loads, *run.document.functions) if row.verdict == "missed"
    }
    assert min(span.start_ms for span in spans) <= begins.at_ms <= run.journal.end_ms
    drawn = network_drawn(run.case, run.journal, lang, (begins, middle))
    assert len(drawn.at) == 2 and all("✘ " in each.svg for each in drawn.at)
    assert drawn.at[0].svg != drawn.at[1].svg


def test_where_nothing_was_out_no_moment_is_telling() -> None:
    run = recorded("en")
    quiet = [row.model_copy(update={"outage_ms": 0, "verdict": "met"}) for row in run.document.loads]
    document = run.document.model_copy(update={"loads": quiet, "functions": []})
    assert moments(Recorded(run.names, document, run.case, run.journal)) == ()


def test_a_set_without_fuel_is_empty_until_it_runs_again() -> None:
    recording = Recording(sample_dossier()).at(0, "source_running", source="genset-1")
    recording.at(60_000, "source_stopped", source="genset-1", cause="no_fuel")
    recording.at(90_000, "source_running", source="genset-1")
    recording.at(120_000, "source_stopped", source="genset-1", cause="by_hand")
    journal = recording.ended()
    assert [emptied_at(journal, at) for at in (30_000, 60_000, 90_000, 120_000)] == [
        frozenset(), {"genset-1"}, frozenset(), frozenset(),
    ]  # fmt: skip
