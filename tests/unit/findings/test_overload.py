"""S03: what is overloaded after a closing, and for how long it may be."""

from __future__ import annotations

from drillsim.findings.facts import S03
from drillsim.findings.finding import Finding
from helpers.played import Script, lost, play
from helpers.small_customer import Change
from unit.findings.weak_point_cases import LV_TIE, PEAK, T1_FAULT

HARD: tuple[Change, ...] = (*PEAK, *LV_TIE)


def found(*more: Change) -> tuple[Finding, ...]:
    return play(Script((T1_FAULT,), (*HARD, *more), {"load": "peak"})).of("S03")


def test_an_overload_within_the_time_it_is_allowed_is_none() -> None:
    assert found()
    assert found(("site/elements", {"T2": {"overload": [{"percent": "150", "lasts": "10 h"}]}})) == ()


def test_beyond_that_time_it_is_said_with_the_time() -> None:
    (one,) = found(("site/elements", {"T2": {"overload": [{"percent": "150", "lasts": "30 min"}]}}))
    assert (one.subject.id, one.plain["limited"], one.plain["allowed_ms"]) == ("T2", "yes", 1_800_000)


FEEDER: tuple[Change, ...] = (
    ("site/sources/feeder-west/capacity_kw", "250"),
    ("site/sources/feeder-west/overload_after", "20 min"),
)


def test_a_feeder_that_takes_over_more_than_it_can_give_is_disconnected_and_that_is_said() -> None:
    (one,) = play(Script((lost("feeder-east"),), FEEDER)).of("S03")
    assert (one.subject.id, one.plain["disconnected"], one.plain["switch"]) == ("feeder-west", "yes", "100")
    assert isinstance(one.facts, S03) and one.facts.loading_percent > 100
    assert one.plain["allowed_ms"] == 20 * 60_000


def test_one_that_can_give_it_is_not_named() -> None:
    ample = (("site/sources/feeder-west/capacity_kw", "600"), FEEDER[1])
    assert play(Script((lost("feeder-east"),), ample)).of("S03") == ()


def test_a_feeder_that_cannot_give_what_it_carries_from_the_beginning_is_named_when_it_is_disconnected() -> None:
    weak = (("site/sources/feeder-west/capacity_kw", "150"), FEEDER[1])
    (one,) = play(Script((lost("feeder-east", "7 h"),), weak)).of("S03")
    assert (one.subject.id, one.plain["began"], one.plain["disconnected"]) == ("feeder-west", "start", "yes")
    assert one.plain["switch"] == ""
