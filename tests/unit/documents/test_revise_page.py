"""The page of a search says what is missed, which changes suffice, what remains, and what was not looked at."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.cli.output import json_schema
from drillsim.documents.revise_report import ReviseDocument, revise_page
from drillsim.texts import Lang
from helpers.small_customer import small_customer

UNMET = {
    "subject": "theatre", "case": "T1:short_circuit@night", "why": {"zh": "断电", "en": "outage of T1"},
    "cause": "fault:T1", "late_ms": 60_000, "cases": 3, "critical": True, "behind": [], "takes": [], "network": True,
}  # fmt: skip
HELD = {"cases": 2, "met": 1, "met_before": 0, "worse": 0}


def answer(ids: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ids": list(ids), "meets_all": False, "exact": True, "looked_at": 4, "verified": 9, "met": 6, "missed": 3,
        "critical": 2, "unsure": 0, "unmet": [UNMET], "held_back": HELD,
        "helped": [{"id": each, "unmet": 3} for each in reversed(ids)],
    }  # fmt: skip
    return {**found, **more}


def change(name: str, **more: Any) -> dict[str, Any]:
    found = {
        "id": name, "codes": ["P01"], "subject": "S1", "place": {"kind": "clause", "clause": "9.3-1", "after": ""},
        "clause": "9.3-1", "old": {"zh": "旧", "en": "old words"}, "new": {"zh": "新", "en": f"new words of {name}"},
        "owner": "customer", "kind": "paper", "verdict": "proposed", "before": None, "after": None,
        "reason": {"zh": "", "en": ""}, "evidence": [],
    }  # fmt: skip
    return {**found, **more}


def document(**more: Any) -> ReviseDocument:
    found: dict[str, Any] = {
        "customer": "small", "from": {"kind": "plan", "path": ""}, "seed": 1,
        "cases": {"required": 11, "called": 10, "held_back": 2, "missed": 5, "limits_missed": 8, "critical_missed": 4},
        "reviewed": ["both@night"], "findings": [], "recommendations": [change("A"), change("B", kind="setting")],
        "missed": [UNMET, {**UNMET, "subject": "icu"}],
        "minimal": {"paper": answer(("A",)), "setting": answer(("A", "B"), exact=False), "all": answer(("A", "B"))},
        "unsure": [], "avoided": {"played": 5, "untouched": 2, "idle": 0, "not_screened": 0},
        "plan_old": {"version": "2.0", "digests": {}},
    }  # fmt: skip
    return ReviseDocument.model_validate({**found, **more})


def page(lang: Lang = "en", **more: Any) -> str:
    return "\n".join(revise_page(document(**more), small_customer(), lang))


def test_changes_stand_in_the_order_in_which_they_help_with_old_and_new_wording() -> None:
    said = page()
    text_and_settings = said.split("## ")[2]
    assert text_and_settings.index("new words of B") < text_and_settings.index("new words of A")
    assert "9.3-1" in text_and_settings
    assert "old words" in text_and_settings
    assert "customer" in text_and_settings


def test_an_answer_that_is_the_one_before_is_not_told_twice() -> None:
    assert page().count("new words of B") == 1
    assert "same set as with text and settings" in page()


def test_what_is_missed_alike_stands_in_one_line() -> None:
    missed = page().split("## ")[0]
    assert missed.count("outage of T1") == 1
    assert "3 cases like it" in missed


def test_what_only_the_network_keeps_back_says_that_no_rerun_supports_it() -> None:
    assert "only a change of the network would mend it (a purchase, not supported by re-running)" in page()


def test_exact_and_best_found_are_told_apart() -> None:
    _, paper, setting, _ = page().split("## ")
    assert "none is better" in paper
    assert "not all there are" in setting


def test_held_back_cases_and_runs_not_played_are_counted() -> None:
    assert "Held back from the search: 2 cases" in page()
    assert "5 played, 2 not played" in page()
    assert "Held back" not in page(
        minimal={name: answer(held_back={**HELD, "cases": 0}) for name in ("paper", "setting", "all")}
    )


def test_all_met_is_said_only_where_it_is_so() -> None:
    whole = answer(("A",), meets_all=True, unmet=[], missed=0)
    assert "every protected load and function meets its limit in every case" in page(
        minimal={"paper": whole, "setting": whole, "all": whole}
    )
    assert "meets its limit in every case" not in page()


def test_without_a_change_there_is_nothing_to_apply() -> None:
    nothing = dict.fromkeys(("paper", "setting", "all"), answer())
    assert "--apply" in page()
    assert "--apply" not in page(minimal=nothing)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_proved_or_adopted(lang: Lang) -> None:
    said = page(lang)
    assert [word for word in ("证明", "采纳", "合格", "proved", "adopt") if word in said] == []
    assert {"zh": "复演支持", "en": "Supported by re-running"}[lang] in said


def test_the_schema_says_what_each_field_is() -> None:
    schema = json_schema("revise")
    parts = {"ReviseDocument": schema, **schema["$defs"]}
    fields = [(f"{name}.{field}", told) for name, part in parts.items() for field, told in part["properties"].items()]
    assert len(fields) > 90
    assert [name for name, told in fields if not told.get("description")] == []
