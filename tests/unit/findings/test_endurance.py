from __future__ import annotations

import pytest

from drillsim.findings.finding import Endurance
from drillsim.findings.verdict import verdicts
from drillsim.schema import Case
from drillsim.texts import Lang, text
from helpers.hospital import NIGHT, hospital, run_of, script
from helpers.played import BOTH, EAST, Played, Script, event, lost, play
from helpers.small_customer import DROP, Change
from unit.findings.weak_point_cases import NO_GENSET, PUMP_OFF

MIN, H = 60_000, 3_600_000
BURN_L_PER_H = 0.27 * (0.12 * 400 + 0.88 * (60 + 50 + 30 + 40 / 0.94))
"""A set of 400 kW that feeds theatre, chiller, fire pump, and the ICU through its UPS; the fuel pump stands still."""
NO_PUMP = (("site/stores/day-tank/in", DROP), ("plan/cards/1/steps/3", DROP))
"""A day tank nothing fills, and no refuelling step."""


def endurance(script: Script, load: str = "theatre") -> Endurance:
    found = play(script).verdicts[load].endurance
    assert found is not None
    return found


def test_a_short_run_with_a_dead_fuel_pump_misses_no_limit_and_says_endurance_was_not_tested() -> None:
    relaxed = (("site/loads/theatre/max_interruption", "1 min"), ("site/loads/fire-pump/max_interruption", "1 min"))
    played = play(Script(BOTH, (*relaxed, ("site/functions/surgery/max_interruption", "1 min")), PUMP_OFF, "30 min"))
    assert not [v.id for v in played.verdicts.values() if v.verdict == "missed"]
    found = played.verdicts["theatre"].endurance
    assert found is not None
    assert (found.verdict, found.why) == ("not_tested", "refill-not-seen")
    assert found.lasts_ms == pytest.approx(30 * MIN, abs=15_000)


def test_beyond_the_day_tank_it_lasted_litres_over_burn_within_one_percent() -> None:
    found = endurance(Script(BOTH, start=PUMP_OFF, horizon="24 h"))
    assert (found.verdict, found.why) == ("missed", "fuel-ran-out")
    assert found.lasts_ms == pytest.approx(900 / BURN_L_PER_H * H, rel=0.01)


def test_fuel_brought_too_late_does_not_undo_that_it_ran_out() -> None:
    again = (
        "plan/cards/2/steps/+",
        {
            "id": "U12",
            "text": "送油",
            "do": "refuel",
            "target": "day-tank",
            "by": "electrician",
            "after": "U11",
            "takes": "20 h",
        },
    )
    restart = (
        "plan/cards/2/steps/+",
        {"id": "U13", "text": "启动", "do": "start", "target": "genset-1", "by": "electrician", "after": "U12"},
    )
    played = play(Script(BOTH, (again, restart), PUMP_OFF, "24 h"))
    assert [each.t_ms > 20 * H for each in played.journal.of("source_running")] == [False, True]
    found = played.verdicts["theatre"].endurance
    assert found is not None
    assert (found.verdict, found.why) == ("missed", "fuel-ran-out")
    assert found.lasts_ms == pytest.approx(900 / BURN_L_PER_H * H, rel=0.01)


def test_behind_a_ups_the_fuel_counts_not_the_battery_that_bridges() -> None:
    found = endurance(Script(BOTH, start=PUMP_OFF, horizon="24 h"), "icu")
    assert (found.verdict, found.why) == ("missed", "fuel-ran-out")
    assert found.lasts_ms == pytest.approx(900 / BURN_L_PER_H * H, rel=0.01)


def test_time_on_the_battery_alone_makes_the_set_burn_no_less() -> None:
    """The set stalls on its first block; it carried the UPS for a moment, which empties no tank."""
    stalls: tuple[Change, ...] = (("site/sources/genset-1/step_load_percent", "1"), *NO_PUMP)
    half_an_hour = tuple(lost(feeder, for_="30 min") for feeder in ("feeder-east", "feeder-west"))
    played = play(Script(half_an_hour, stalls, horizon="2 h"))
    assert [e.data["cause"] for e in played.journal.of("source_stopped")][:1] == ["step_load"]
    found = played.verdicts["icu"].endurance
    assert found is not None
    assert (found.verdict, found.why) == ("missed", "stores-too-small")
    assert found.lasts_ms == pytest.approx(900 / BURN_L_PER_H * H, rel=0.1)


def test_a_bulk_tank_counts_once_its_pump_was_seen_running() -> None:
    found = endurance(Script(BOTH, horizon="8 h"))
    assert (found.verdict, found.why) == ("met", "stores-suffice")
    assert found.lasts_ms == pytest.approx(4900 / BURN_L_PER_H * H, rel=0.02)


def test_a_bulk_tank_whose_pump_had_no_reason_to_run_yet_does_not_count() -> None:
    found = endurance(Script(BOTH, horizon="4 h"))
    assert (found.verdict, found.why) == ("not_tested", "refill-not-seen")
    assert found.lasts_ms == pytest.approx(4 * H, abs=15_000)


def test_a_tank_nothing_can_fill_is_missed_by_arithmetic() -> None:
    found = endurance(Script(BOTH, NO_PUMP, horizon="2 h"))
    assert (found.verdict, found.why) == ("missed", "stores-too-small")
    pump_l_per_h = 2 * 0.88 * 0.27  # with nothing to fill it is a load like any other
    assert found.lasts_ms == pytest.approx(900 / (BURN_L_PER_H + pump_l_per_h) * H, rel=0.01)


def test_a_refuelling_step_leaves_a_small_tank_untested() -> None:
    found = endurance(Script(BOTH, NO_PUMP[:1], horizon="2 h"))
    assert (found.verdict, found.why) == ("not_tested", "refill-not-seen")


def test_own_supply_that_was_never_called_was_not_tested() -> None:
    assert endurance(Script((lost("feeder-west"),))) == Endurance("not_tested", None, "own-supply-not-called")


def test_a_ups_of_other_loads_on_its_battery_is_no_call_of_own_supply() -> None:
    blink = tuple(lost(feeder, for_="500 ms") for feeder in ("feeder-east", "feeder-west"))
    script = Script(blink, horizon="5 min")
    played = play(script)
    assert list(played.journal.of("ups_on_battery")) and not list(played.journal.of("genset_called"))
    assert endurance(script) == Endurance("not_tested", None, "own-supply-not-called")
    assert endurance(script, "icu") == Endurance("not_tested", None, "ended-first")  # its battery bridged a dip


def test_own_supply_that_was_called_and_never_reached_a_load_that_lay_dark_has_missed() -> None:
    stuck = event("fails_to_operate", ["411", "412"])
    assert endurance(Script((*BOTH, stuck))) == Endurance("missed", 0, "own-supply-did-not-reach")


def test_a_battery_alone_lasts_energy_over_load() -> None:
    found = endurance(Script((*BOTH, NO_GENSET)), "icu")
    assert found == Endurance("missed", round(25 / 40 * H), "battery-ran-out")


def test_a_genset_that_breaks_down_ends_own_supply_before_its_time() -> None:
    found = endurance(Script((*BOTH, event("fails_running", "genset-1", "30 min"))))
    assert (found.verdict, found.why) == ("missed", "own-supply-stopped")
    assert found.lasts_ms == pytest.approx(30 * MIN, abs=15_000)


def test_going_back_to_the_mains_is_not_a_break_of_own_supply() -> None:
    back = Script((EAST, lost("feeder-west", for_="6 h")), horizon="8 h")
    assert endurance(back).verdict == "met"


def test_a_load_that_asks_for_no_endurance_has_none() -> None:
    assert play(Script(BOTH)).verdicts["ward"].endurance is None


def test_an_incomplete_run_is_never_met() -> None:
    played = play(Script(BOTH, horizon="8 h"))
    cut = type(played.journal)(played.journal.header, played.journal.events[:-1])
    found = Played(played.case, cut).verdicts["theatre"].endurance
    assert found is not None
    assert (found.verdict, found.why) == ("cannot_say", "incomplete")


def test_a_battery_nothing_stands_behind_is_missed_by_arithmetic() -> None:
    alone: tuple[Change, ...] = (
        ("site/sources/genset-1", DROP),
        ("site/stores/day-tank", DROP),
        ("plan/cards", []),
        ("site/transfers/ats-em", DROP),
    )
    back = (lost("feeder-east", for_="1 min"), lost("feeder-west", for_="1 min"))
    found = endurance(Script(back, alone, horizon="1 h"), "icu")
    assert found == Endurance("missed", round(25 / 40 * H), "battery-too-small")


def test_a_battery_a_genset_stands_behind_was_not_tested_by_a_dip() -> None:
    back = (lost("feeder-east", for_="5 s"), lost("feeder-west", for_="5 s"))
    found = endurance(Script(back, (("site/sources/genset-1/control", "manual"),), horizon="1 h"), "icu")
    assert (found.verdict, found.why) == ("not_tested", "ended-first")


def test_a_stop_after_the_mains_came_back_ends_nothing() -> None:
    back = Script((EAST, lost("feeder-west", for_="7 h")), horizon="8 h")  # the genset cools down and stops
    assert [each.data["cause"] for each in play(back).journal.of("source_stopped")] == ["cool_down"]
    assert endurance(back).why == "stores-suffice"


def test_a_load_that_goes_dark_while_its_own_supply_is_due_has_missed_it_at_that_moment() -> None:
    found = endurance(Script((*BOTH, event("maloperates", "412", "30 min", to="open")), horizon="2 h"))
    assert (found.verdict, found.why) == ("missed", "switched-off")
    assert found.lasts_ms == pytest.approx(30 * MIN, abs=15_000)


def test_whether_it_was_seen_or_calculated_is_said_in_words() -> None:
    seen = (
        "fuel-ran-out",
        "battery-ran-out",
        "own-supply-stopped",
        "own-supply-did-not-reach",
        "switched-off",
        "lasted",
    )
    calculated = ("stores-suffice", "stores-too-small", "battery-too-small", "refilled-without-end")
    heads: dict[Lang, tuple[str, str]] = {"en": ("Seen:", "Calculated:"), "zh": ("实见：", "推算：")}
    for lang, words in heads.items():
        for whys, word in zip((seen, calculated), words, strict=True):
            assert all(text(lang, f"verdict-{why}").startswith(word) for why in whys)


def test_a_battery_that_ran_out_before_a_set_came_did_not_last_however_long_the_set_does() -> None:
    """Intensive care hangs on its UPS for 30 minutes, is dark for 23, and on a set for the rest of the night."""
    case = Case(hospital().dossier, NIGHT, script(NIGHT).scenario)
    found = {each.id: each for each in verdicts(case, run_of(hospital(), script(NIGHT)))}["icu"].endurance
    assert found is not None
    assert (found.verdict, found.why) == ("missed", "battery-ran-out")
    assert found.lasts_ms == pytest.approx(30 * MIN + 25_000, abs=1_000)


CLOSED_AGAIN: Change = (
    "plan/cards/+",
    {"id": "C8", "title": "t", "trigger": {"bus": "em-LV", "is": "dead", "for": "30 min"},
     "activation": {"by": "electrician"}, "steps": [
         {"id": "S81", "clause": "9.8-1", "text": "合412", "do": "close", "target": "412", "by": "electrician",
          "takes": "1 min"}]},
)  # fmt: skip


def test_a_break_before_its_time_counts_though_the_tank_ran_dry_only_after_it() -> None:
    opened = (*BOTH, event("maloperates", "412", "1 h", to="open"))
    seen: Change = ("site/observations/board/sees/+", {"bus": ["em-LV"]})
    due: Change = ("site/loads/theatre/min_supply_time", "10 h")
    found = endurance(Script(opened, (CLOSED_AGAIN, seen, due), PUMP_OFF, "24 h"))
    assert found.verdict == "missed"
    assert found.lasts_ms == pytest.approx(H, abs=MIN)
    unbroken = endurance(Script(BOTH, (CLOSED_AGAIN, seen, due), PUMP_OFF, "24 h"))
    assert (unbroken.verdict, unbroken.why) == ("met", "lasted")


def test_a_motor_that_starts_again_on_the_mains_does_not_end_own_supply_that_nothing_called_any_more() -> None:
    slow: tuple[Change, ...] = (
        ("site/loads/theatre/contactor", {"drops_below_pu": "0.6", "recloses": "auto", "recloses_after": "8 min"}),
        ("site/loads/theatre/max_interruption", "15 min"),
        ("site/sources/genset-1/cool_down", "1 min"),
        ("site/transfers/ats-em/return", {"mode": "auto", "after": "1 min"}),
    )
    back = Script((lost("feeder-east", for_="30 min"), lost("feeder-west", for_="6 h")), slow, horizon="8 h")
    assert [*play(back).journal.of("source_stopped")]
    found = endurance(back)
    assert (found.verdict, found.why) != ("missed", "own-supply-stopped")
