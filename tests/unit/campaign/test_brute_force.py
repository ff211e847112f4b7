"""What a campaign leaves out changes nothing: every row and every failure set, against playing everything.

Three small customers, two failures at once with all their failures but some of a kind, three at once with a dozen.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drillsim.campaign.failure import Failure
from drillsim.schema.compiled import Compiled
from helpers.brute_force import bench_for, differences, played, sets_answered, sets_by_trying
from helpers.guarded_customer import guarded_customer
from helpers.small_customer import small_customer
from helpers.standby_customer import standby_customer


def ids(*names: str) -> Callable[[Failure], bool]:
    return lambda failure: failure.id in names


def not_beginning(*names: str) -> Callable[[Failure], bool]:
    return lambda failure: not failure.id.startswith(names)


SMALL = ids(
    "E-end:short_circuit", "I-10kV:short_circuit", "T1:short_circuit", "em-LV:short_circuit",
    "feeder-east:source_lost",
    "feeder-west:source_lost", "day-tank:store_empty", "wang:person_absent", "li:person_absent",
    "genset-1:fails_to_start",
    "101:fails_to_operate", "100:fails_to_operate", "411:fails_to_operate", "412:fails_to_operate",
    "bzt-10kV:fails_to_operate", "ats-em:fails_to_operate", "phone:channel_lost", "dispatch-line:channel_lost",
    "S10:omitted", "S20:omitted",
)  # fmt: skip
STANDBY = ids(
    "A:short_circuit", "E:short_circuit", "feeder-S1:source_lost", "feeder-S2:source_lost", "tank:store_empty",
    "dc:dc_lost", "wang:person_absent", "genset:fails_to_start", "S1-A:fails_to_operate", "A-B:fails_to_operate",
    "P-E:fails_to_operate", "bzt:fails_to_operate", "ats:fails_to_operate", "phone:channel_lost", "T1:omitted",
    "T2:omitted", "T3:omitted",
)  # fmt: skip
THREE = ids(
    "A:short_circuit", "C:short_circuit", "feeder-S1:source_lost", "lin:person_absent", "A-B:relay_disabled",
    "B-C:relay_disabled", "bus-B:relay_disabled", "B-C:fails_to_operate", "phone:channel_lost", "P1:permit_refused",
    "T2:omitted", "T3:omitted",
)  # fmt: skip


@pytest.mark.parametrize(
    ("of", "order", "draws", "keep"),
    [
        pytest.param(guarded_customer, 2, 2, not_beginning("S1:", "D:"), id="guarded by twos"),
        pytest.param(guarded_customer, 3, 1, THREE, id="guarded by threes"),
        pytest.param(small_customer, 2, 1, SMALL, id="small by twos"),
        pytest.param(standby_customer, 2, 1, STANDBY, id="standby by twos", marks=pytest.mark.slow),
    ],
)
def test_what_is_left_out_changes_nothing(
    of: Callable[[], Compiled], order: int, draws: int, keep: Callable[[Failure], bool]
) -> None:
    runner = bench_for(of(), order, draws, keep)
    brute, pruned = played(runner, prune=False), played(runner, prune=True)
    assert not [row.why for row in brute if row.why]
    assert len(pruned) < len(brute)
    assert differences(brute, pruned) == []
    found = sets_by_trying(runner, brute)
    assert found
    assert sets_answered(runner, pruned) == found
