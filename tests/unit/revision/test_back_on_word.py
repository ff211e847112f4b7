"""The mains are back, the customer's display is dark: the word of the other side begins the way back to normal."""

from __future__ import annotations

from drillsim.files.edit import Append, Insert, Set
from drillsim.revision.propose import back_on_word
from helpers.trying import shipped_run


def test_the_hospital_without_own_supply_goes_back_on_the_dispatchers_word_and_loses_no_act() -> None:
    run = shipped_run("central-hospital", "both-lost-own-supply-fails")
    (change,) = run.proposed("O07", back_on_word.on_word)
    assert [each for each in run.proposed("A09", back_on_word.on_word) if each.edits == change.edits]
    edits = [each.edit for each in change.edits]
    look = next(each for each in edits if isinstance(each, Insert))
    assert isinstance(look.value, dict)
    assert (look.value["do"], look.value["by"], look.value["place"]) == ("check", "duty-electrician", "hv-room")
    assert look.value["after"] == "R01"
    assert Set((*run.context.step_path("R02"), "after"), [look.value["id"]]) in edits
    assert any(isinstance(each, Append) and each.path[0] == "contact_tree" for each in edits)
    assert (change.owner, change.kind, change.place.kind, change.clause) == ("both", "paper", "new_clause", "12-1a")
    assert "手机" in change.new.zh and "无电的不合" in change.new.zh
    assert "what is dead there is not closed" in change.new.en
    found = run.tried(change).recommendation
    assert found.verdict == "proposed"
    gains = {each.subject: each for each in found.gain}
    assert gains["icu"].after_ms < gains["icu"].before_ms - 3_600_000


def test_where_the_word_begins_it_already_nothing_is_proposed() -> None:
    run = shipped_run("central-hospital", "both-lost-night-autostart-fails")
    assert not [each for code in ("A09",) for need in run.of(code) for each in back_on_word.on_word(run.context, need)]
