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
BATTERY = {
    **UNMET, "subject": "icu", "cause": "empty:ups", "network": False, "cases": 7,
    "behind": [{"code": "G08", "subject": "ups", "clause": "9.3-2"}],
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
        "missed": [UNMET, {**UNMET, "subject": "icu"}], "at_odds": [],
        "minimal": {"paper": answer(("A",)), "setting": answer(("A", "B"), exact=False), "all": answer(("A", "B"))},
        "unsure": [], "avoided": {"played": 5, "verifying": 3, "untouched": 2, "idle": 0, "not_screened": 0},
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


def with_all(*unmet: dict[str, Any], **more: Any) -> str:
    """The page whose last answer leaves these limits."""
    answers = {"paper": answer(("A",)), "setting": answer(("A",)), "all": answer(("A", "B"), unmet=list(unmet))}
    return page(minimal=answers, **more)


def test_what_one_weak_point_keeps_back_stands_together_with_its_clause_the_gravest_first() -> None:
    said = with_all({**UNMET, "critical": False}, BATTERY, {**BATTERY, "subject": "theatre", "critical": False})
    left = said.split("## Not mended by any set")[1].split("##")[0]
    assert left.index("UPS battery too short") < left.index("outage of T1")
    assert left.count("UPS battery too short") == 1
    assert "(9.3-2)" in left
    assert "14 limits missed, 7 safety-critical" in left


def test_what_it_would_take_is_named_tried_or_not() -> None:
    tried = change("A", before={"missed": 2}, after={"missed": 2})
    said = with_all({**BATTERY, "takes": ["A", "B"]}, recommendations=[tried, change("B", kind="purchase")])
    assert "It would take: new words of A" in said
    assert "tried: not enough by itself, [A]" in said
    assert "new words of B (purchase; not supported by re-running)" in said


def test_that_nothing_is_known_is_said() -> None:
    assert "No change is known that answers this" in with_all(BATTERY)


def test_what_helps_and_harms_is_named_with_the_case_for_the_meeting_to_weigh() -> None:
    row = {
        "id": "B", "mends": 30, "critical": 12, "cases": 44, "worse": 2, "case": "T1:short_circuit@night",
        "why": {"zh": "更晚", "en": "The outage of lifts grows from 60 s to 90 s."},
    }  # fmt: skip
    said = with_all({**BATTERY, "takes": ["B"]}, at_odds=[row])
    assert "makes something worse, see below, [B]" in said
    below = said.split("## Helps, but makes something worse")[1]
    assert "it ends 30 missed limits, 12 safety-critical, in the 44 cases" in below
    assert "worse in 2. The outage of lifts grows from 60 s to 90 s." in below


def test_what_only_the_network_keeps_back_says_that_no_rerun_supports_it() -> None:
    assert "a change of the network (a purchase, not supported by re-running)" in with_all(UNMET)


def test_exact_and_best_found_are_told_apart() -> None:
    _, paper, setting, *_ = page().split("## ")
    assert "none is better" in paper
    assert "not all there are" in setting


def test_held_back_cases_and_runs_not_played_are_counted() -> None:
    assert "Held back from the search: 2 cases" in page()
    assert "5 played, 3 of them to verify sets; 2 not played" in page()
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
