"""Two things of one name in one sentence are told apart by their ids; what stands alone keeps its plain name."""

from __future__ import annotations

from dataclasses import replace

from drillsim.checks.rule import About, failed
from drillsim.checks.wording import result_text
from drillsim.documents.names import Names
from drillsim.documents.wording import code_text, fact_words, hazard_text

NAMES = Names("en", {"S1": "c", "K": "c", "101": "Incomer", "102": "Incomer", "wang": "Wang"})


def test_a_step_that_waits_for_a_card_of_its_name_has_its_id() -> None:
    assert fact_words(NAMES, {"step": "S1", "on": ["K", "wang"]}) == {"step": "c (S1)", "on": "c (K), Wang"}


def test_a_thing_called_by_its_id_keeps_it_and_the_other_is_told_apart() -> None:
    assert fact_words(Names("en", {"S1": "c"}), {"step": "S1", "on": "c"}) == {"step": "c (S1)", "on": "c"}


def test_the_same_thing_twice_is_one_thing() -> None:
    assert fact_words(NAMES, {"step": "S1", "at": "S1", "who": "wang"}) == {"step": "c", "at": "c", "who": "Wang"}


def test_instances_of_a_step_are_told_apart_by_their_place_already() -> None:
    names = Names("en", {"S31": "Open", "sub-1": "Sub 1", "sub-2": "Sub 2"})
    assert fact_words(names, {"a": "S31[sub-1]", "b": "S31[sub-2]"}) == {"a": "Open [Sub 1]", "b": "Open [Sub 2]"}


def test_findings_hazards_and_rules_do_so() -> None:
    lost = code_text(NAMES, "finding-D03", {"subject": "S1", "other": "K", "at_ms": 0})
    assert lost == "c (S1) was lost through the loss of c (K)."
    assert "Incomer (101), Incomer (102)" in hazard_text(NAMES, "paralleling", ["101", "102"])
    about = About(kind="plan", id="p", file="plan.yaml")
    found = replace(failed(about, "unmade", caller="101", to="102"), rule="PLN-16")
    assert "has Incomer (101) call Incomer (102)" in result_text("en", found, NAMES.words)
