"""The auto-transfer rules (2) to (7) of GB 51348-2019 5.9, each in a run.

feeder-S1 -- I1 -- A -- load-A
                   |
                  tie (open)
                   |
feeder-S2 -- I2 -- B -- load-B
"""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.schema.network import Network
from helpers.grids import grid
from helpers.play import dossier, play, told

I1, I2, TIE = "S1-A", "S2-B", "A-B"
WORDS = ("transfer_started", "transfer_done", "transfer_refused", "transfer_failed", "switch_moved")


def two_sections() -> Network:
    return grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.4, "B": 0.4})


def site(**transfer: Any) -> dict[str, Any]:
    bzt = {"kind": "bus_tie_transfer", "incomers": [I1, I2], "tie": TIE, "delay": "3 s", "charge": "10 s", **transfer}
    return {
        "transfers": {"bzt": bzt},
        "sources": {
            "feeder-S1": {"kind": "feeder", "role": "main_source"},
            "feeder-S2": {"kind": "feeder", "role": "standby_source"},
        },
    }


def lost(feeder: str, at: str = "30 s", **more: Any) -> dict[str, Any]:
    return {"at": at, "fault": "source_lost", "on": feeder, **more}


def words(journal: Journal) -> list[tuple[int, str, str]]:
    """(t_ms, event, reason, device or section) without the rest."""
    named = {"transfer_refused": "reason", "transfer_failed": "reason", "switch_moved": "switch"}
    return [(e.t_ms, e.type, str(e.data.get(named.get(e.type, "transfer")))) for e in journal.of(*WORDS)]


def closed_onto(journal: Journal, switch: str) -> bool:
    return any(e.data["switch"] == switch and e.data["closed"] for e in journal.of("switch_moved"))


def test_rule_2_the_tie_closes_only_after_the_working_incomer_is_open() -> None:
    journal = play(dossier(two_sections(), site=site()), [lost("feeder-S1")])
    assert words(journal) == [
        (33_000, "transfer_started", "bzt"),
        (33_080, "switch_moved", I1),
        (33_160, "switch_moved", TIE),
        (33_160, "transfer_done", "bzt"),
    ]
    assert [row[2] for row in told(journal, "load_restored")] == ["load-A"]


def test_rule_2_a_working_incomer_that_does_not_open_keeps_the_tie_open() -> None:
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": I1, "to": "open"}
    journal = play(dossier(two_sections(), site=site()), [stuck, lost("feeder-S1")])
    assert words(journal) == [
        (33_000, "transfer_started", "bzt"),
        (33_080, "transfer_failed", "working_source_not_open"),
    ]


def test_rule_3_it_acts_on_loss_of_voltage_whatever_the_cause() -> None:
    """Here the working incomer itself is tripped by a fault of the feeder's own line."""
    network = grid("S1 L1", "L1 A cb", "S2 B cb", "A B open", loads={"A": 0.4, "B": 0.4})
    with_line = site(incomers=["L1-A", I2])
    journal = play(dossier(network, site=with_line), [{"at": "30 s", "fault": "short_circuit", "on": "S1-L1"}])
    assert closed_onto(journal, TIE)


def test_rule_4_it_does_not_start_on_opening_by_hand() -> None:
    card = {
        "id": "K1",
        "title": "open the incomer",
        "trigger": {"bus": "S1", "is": "live"},
        "activation": {"by": "electrician"},
        "steps": [{"id": "T1", "text": "open", "do": "open", "target": I1, "by": "electrician", "takes": "60 s"}],
    }
    journal = play(dossier(two_sections(), site=site(), cards=[card]))
    assert (63_000, "transfer_refused", "manual_opening") in words(journal)
    assert not closed_onto(journal, TIE)


def test_rule_4_it_does_not_start_on_a_broken_vt_circuit() -> None:
    blind = {"at": "30 s", "fault": "vt_lost", "on": "A"}
    journal = play(dossier(two_sections(), site=site(current_blocking="false")), [blind])
    assert words(journal) == [(33_000, "transfer_refused", "vt_lost")]


def test_rule_4_it_does_not_start_when_the_standby_side_is_dead() -> None:
    journal = play(dossier(two_sections(), site=site()), [lost("feeder-S1"), lost("feeder-S2")])
    assert words(journal) == [(33_000, "transfer_refused", "standby_dead")] * 2


def test_rule_5_it_acts_once_until_somebody_re_arms_it() -> None:
    """The tie is back open and the incomer closed by hand, the feeder is lost again: it does not act a second time."""
    back = [
        {"id": "T1", "text": "open tie", "do": "open", "target": TIE, "by": "electrician", "takes": "60 s"},
        {"id": "T2", "text": "close", "do": "close", "target": I1, "by": "electrician", "takes": "60 s", "after": "T1"},
    ]
    trigger = {"all": [{"switch": TIE, "is": "closed"}, {"bus": "S1", "is": "live", "for": "60 s"}]}
    seen = {"o": {"sees": [{"bus": ["S1", "A", "B"], "switch": [I1, TIE]}], "shown_at": "room"}}
    events = [lost("feeder-S1", **{"for": "5 min"}), lost("feeder-S1", at="30 min")]

    def run(*more: dict[str, Any]) -> Journal:
        card = {
            "id": "K",
            "title": "back",
            "trigger": trigger,
            "activation": {"by": "electrician"},
            "steps": [*back, *more],
        }
        stands = site(place="room") | {"observations": seen}
        return play(dossier(two_sections(), site=stands, cards=[card]), events)

    once = run()
    assert [w for w in words(once) if w[1].startswith("transfer")][-1] == (1_803_000, "transfer_refused", "acts_once")
    rearm = {"id": "T3", "text": "re-arm", "do": "enable", "target": "bzt", "by": "electrician", "after": "T2"}
    again = run(rearm)
    assert [w[1] for w in words(again)].count("transfer_done") == 2
    checked = run(rearm | {"success_check": {"transfer": "bzt", "is": "enabled"}})
    ends = {e.data["step"]: (e.data["state"], e.data["why"]) for e in checked.of("step_ends")}
    assert ends["T3"] == ("done", "checked"), "its lamp was out from when it acted to when it was armed again"
    assert [w[1] for w in words(checked)].count("transfer_done") == 2


def test_rule_6_closing_onto_a_fault_trips_the_tie_without_its_delay() -> None:
    """Bus A has the fault and nothing blocks: the tie closes onto it and trips in its own time, not after its stage."""
    slow = {TIE: {"trips": [{"above_a": "800", "after": "900 ms"}]}}
    faulty = {"at": "30 s", "fault": "short_circuit", "on": "A"}
    journal = play(dossier(two_sections(), site=site(fault_blocking="false") | {"devices": slow}), [faulty])
    moved = [(e.t_ms, e.data["closed"]) for e in journal.of("switch_moved") if e.data["switch"] == TIE]
    closed_at, opened_at = moved[0][0], moved[1][0]
    assert [position for _, position in moved] == [True, False]
    assert opened_at - closed_at == 80
    lost = [(e.t_ms, e.data["why"]) for e in journal.of("load_lost") if e.data["load"] == "load-B"]
    assert lost == [(closed_at, "voltage")]  # for the 80 ms alone


def test_bus_protection_blocks_a_transfer_onto_the_faulty_section() -> None:
    journal = play(dossier(two_sections(), site=site()), [{"at": "30 s", "fault": "short_circuit", "on": "A"}])
    assert [w for w in words(journal) if "transfer" in w[1]] == [(33_000, "transfer_refused", "bus_protection")]


def test_rule_7_it_does_not_start_while_the_working_incomer_carries_current() -> None:
    blind = {"at": "30 s", "fault": "vt_lost", "on": "A"}
    journal = play(dossier(two_sections(), site=site(vt_supervision="false")), [blind])
    assert words(journal) == [(33_000, "transfer_refused", "working_current")]


def test_without_supervision_and_blocking_a_broken_vt_circuit_moves_a_healthy_supply() -> None:
    blind = {"at": "30 s", "fault": "vt_lost", "on": "A"}
    unguarded = site(vt_supervision="false", current_blocking="false")
    journal = play(dossier(two_sections(), site=unguarded), [blind])
    assert closed_onto(journal, TIE)
    assert [row[2] for row in told(journal, "load_lost")] == ["load-A"]


def test_one_that_is_switched_off_says_so() -> None:
    journal = play(dossier(two_sections(), site=site(enabled="false")), [lost("feeder-S1")])
    assert words(journal) == [(33_000, "transfer_refused", "disabled")]


def test_an_electrical_interlock_keeps_the_tie_open() -> None:
    lock = {"interlocks": [{"of": [TIE, I2], "closed_at_most": "1", "kind": "electrical"}]}
    journal = play(dossier(two_sections(), site=site() | lock), [lost("feeder-S1")])
    assert words(journal)[-1] == (33_160, "transfer_failed", "interlock")
    assert not closed_onto(journal, TIE)
