"""The network as rules see it: who feeds whom, what automatics and people make of a loss, what gensets reach."""

from __future__ import annotations

import pytest

from drillsim.checks import RULES, check, result_text
from drillsim.checks.backfeed import TOO_MANY, backfeed_way
from drillsim.checks.inputs import Inputs
from drillsim.checks.takeover import genset_ms, quickest_ms
from drillsim.checks.wiring import Wiring, exclusions
from drillsim.texts import LANGS
from helpers.small_customer import DROP, Change, small_customer

EAST = ("feeder-east",)


def positions(wiring: Wiring, closed: bytes) -> dict[str, bool]:
    return {name: wiring.is_closed(closed, name) for name in wiring.net.switch_ids}


def moved(wiring: Wiring, closed: bytes) -> dict[str, bool]:
    """Switches that stand otherwise than normally."""
    before = positions(wiring, wiring.normal)
    return {name: at for name, at in positions(wiring, closed).items() if at != before[name]}


def test_the_bus_tie_transfer_opens_the_dead_incomer_and_closes_the_tie() -> None:
    wiring = Wiring(small_customer())
    assert moved(wiring, wiring.after_automatics(EAST)) == {"101": False, "100": True}


@pytest.mark.parametrize(
    "change", [("site/transfers/bzt-10kV/enabled", "false"), ("site/modes", {"normal": {"disabled": ["bzt-10kV"]}})]
)
def test_a_transfer_out_of_service_does_nothing_and_people_do_it_within_the_interlock(change: Change) -> None:
    wiring = Wiring(small_customer(change))
    assert moved(wiring, wiring.after_automatics(EAST)) == {}
    assert moved(wiring, wiring.after_switching(EAST)) == {"101": False, "100": True}


def test_with_both_feeders_lost_nothing_moves_until_a_genset_runs() -> None:
    wiring = Wiring(small_customer())
    both = ("feeder-east", "feeder-west")
    assert moved(wiring, wiring.after_automatics(both)) == {}
    assert moved(wiring, wiring.after_automatics(both, ("genset-1",))) == {"411": False, "412": True}


def test_the_genset_feeds_the_emergency_board_and_the_ups_behind_it_and_no_more() -> None:
    wiring = Wiring(small_customer())
    assert wiring.emergency_loads == ("icu", "theatre", "fuel-pump", "chiller", "fire-pump")
    assert not positions(wiring, wiring.emergency)["411"]


def test_an_interlock_keeps_the_genset_off_the_grid_where_there_is_no_transfer_switch() -> None:
    no_ats: tuple[Change, ...] = (
        ("site/transfers/ats-em", DROP),
        ("site/sources/genset-1/called_by", []),
        ("plan/cards/1/steps/1", DROP),
    )
    wiring = Wiring(small_customer(*no_ats))
    assert "ward" not in wiring.emergency_loads
    assert "theatre" in wiring.emergency_loads


def test_a_load_behind_a_ups_is_known_by_it() -> None:
    wiring = Wiring(small_customer())
    assert wiring.ups_before("icu") == ("ups-icu",)
    assert wiring.ups_before("theatre") == ()


def test_takeover_takes_nothing_behind_a_ups_and_the_quicker_automatic_elsewhere() -> None:
    """The bus tie acts after 5 s and two breaker times of 80 ms; the genset needs 8 s, and 1 s 300 ms of the ATS."""
    inputs = Inputs(small_customer())
    assert quickest_ms(inputs, "icu") == 0
    assert genset_ms(inputs, "genset-1") == 9_300
    assert quickest_ms(inputs, "theatre") == 5_160
    slow_tie = Inputs(small_customer(("site/transfers/bzt-10kV/delay", "20 s")))
    assert quickest_ms(slow_tie, "theatre") == 9_300


def test_nothing_takes_over_a_load_that_hangs_on_one_feeder_without_automatics() -> None:
    assert quickest_ms(Inputs(small_customer(("site/transfers/bzt-10kV/enabled", "false"))), "ward") is None


def test_an_interlock_between_genset_and_mains_leaves_no_way_back() -> None:
    inputs = Inputs(small_customer())
    assert backfeed_way(inputs, inputs.wiring.bus_of("genset-1"), exclusions(inputs.dossier)) == ()
    assert backfeed_way(inputs, inputs.wiring.bus_of("genset-1"), ()) == ("412", "411", "401", "101")


def test_an_interlock_that_leaves_out_one_way_is_found() -> None:
    second: tuple[Change, ...] = (
        ("network/switch/+", {"name": "413", "bus": "II-LV", "element": "em-LV", "et": "b", "closed": "false"}),
    )
    inputs = Inputs(small_customer(*second))
    assert backfeed_way(inputs, inputs.wiring.bus_of("genset-1"), exclusions(inputs.dossier)) == (
        "412",
        "413",
        "402",
        "102",
    )


def test_wiring_too_meshed_to_search_says_so_instead_of_passing() -> None:
    """Nine boards each joined to each, with the genset at one and the mains behind an interlock that never closes."""
    boards = [f"board-{number}" for number in range(9)]
    mesh: list[Change] = [("network/bus/+", {"name": name, "vn_kv": "0.4"}) for name in boards]
    ties = [(one, other) for position, one in enumerate(boards) for other in boards[position + 1 :]]
    ties += [("gen-LV", boards[0])]
    mesh += [
        ("network/switch/+", {"name": f"tie-{number}", "bus": one, "element": other, "et": "b"})
        for number, (one, other) in enumerate(ties)
    ]
    mesh.append(("site/interlocks/+", {"of": ["411", "401"], "closed_at_most": "0", "kind": "key"}))
    mesh.append(("network/switch/+", {"name": "t-9", "bus": boards[8], "element": "I-LV", "et": "b"}))
    mesh.append(("site/interlocks/+", {"of": ["t-9"], "closed_at_most": "0", "kind": "key"}))
    inputs = Inputs(small_customer(*mesh))
    assert backfeed_way(inputs, inputs.wiring.bus_of("genset-1"), exclusions(inputs.dossier)) is TOO_MANY
    (result,) = check(inputs.dossier, rules=[rule for rule in RULES if rule.id == "EPS-03"])
    assert (result.outcome, result.missing) == ("unknown", "too-many-ways")
    assert all("genset-1" in result_text(lang, result) for lang in LANGS)
