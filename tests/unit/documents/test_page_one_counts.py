"""Page one counts as its list does and marks what is a bound."""

from __future__ import annotations

from drillsim.cli.exit_code import ExitCode
from drillsim.cli.run import exit_code
from drillsim.documents.build_report import build_report
from drillsim.documents.run_folder import recorded_document
from drillsim.findings.assess import assess
from drillsim.journal.record import Journal
from drillsim.texts import LANGS
from drillsim.texts.quantity import list_text
from helpers.sample_report import sample_document, sample_report
from helpers.sample_run import MIN, sample_case, sample_journal


def test_the_severity_a_of_the_conclusion_are_those_of_the_list() -> None:
    report = sample_report("en")
    grave = sum(weak.severity == "A" for weak in report.weak_points)
    assert grave and f"({grave} of severity A" in "".join(report.conclusion)


def test_a_severity_that_rests_on_the_journal_alone_is_marked() -> None:
    document = recorded_document(sample_case(), sample_journal())
    bound = {row.code for row in document.findings if row.severity_basis == "journal"}
    report = build_report(document, sample_case(), sample_journal(), "en")
    marked = {weak.code for weak in report.weak_points if weak.grade != weak.severity}
    assert bound and marked <= bound and marked
    rest = {weak.code for weak in report.weak_points} - bound
    assert rest and all(weak.grade == weak.severity for weak in report.weak_points if weak.code in rest)


def test_fail_on_takes_the_severity_after_the_run_without_the_wait() -> None:
    row = (
        sample_document()
        .findings[0]
        .model_copy(update={"severity": "B", "severity_basis": "counterfactual", "severity_journal": "A"})
    )
    document = sample_document().model_copy(update={"findings": [row]})
    assert [exit_code([document], level) for level in ("A", "B", "C")] == [ExitCode.FINE, ExitCode.WEAK, ExitCode.WEAK]


def test_a_run_without_initial_state_has_no_weak_points_and_no_conclusion_but_that() -> None:
    whole = sample_journal(cut_at=20 * MIN)
    for events in ((), whole.events[1:2]):
        bare = Journal(whole.header, events)
        assert assess(sample_case(), bare) == ()
        for lang in LANGS:
            report = build_report(recorded_document(sample_case(), bare), sample_case(), bare, lang)
            assert report.warning and not report.weak_points
            assert {light.outage for light in report.lights} == {"—"}
            assert {light.verdict for light in report.lights} == {"cannot_say"}


def test_a_list_names_twenty_at_most_and_counts_the_rest() -> None:
    names = [f"S{number}" for number in range(63)]
    assert list_text("en", names).endswith("S18, S19 … and 43 more (63 in all)")
    assert list_text("zh", names).endswith("S18、S19 等 63 个（另 43 个从略）")
    assert list_text("en", names[:20]).endswith("S18, S19")
