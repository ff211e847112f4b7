"""Own supply or a standby feeder out of service, and a tank that stood nearly empty, are put right where the files say
so."""

from __future__ import annotations

from pathlib import Path

from drillsim.revision.recommendation import Recommendation
from helpers.played import BOTH, EAST, Script
from helpers.small_customer import DROP, Change
from helpers.small_folder import review_of

OUT: Change = ("site/modes/normal/out_of_service", ["genset-1"])
LOW: tuple[Change, ...] = (("site/stores/day-tank/level_l", "20"), ("site/stores/day-tank/in", DROP))


def found(script: Script, path: Path) -> dict[str, Recommendation]:
    _, review = review_of(script, path)
    return {each.id: each for each in review.recommendations}


def test_a_set_out_of_service_in_the_usual_mode_is_put_back(tmp_path: Path) -> None:
    change = found(Script(BOTH, (OUT,)), tmp_path)["G10-genset-1-in-service"]
    assert (change.verdict, change.kind, change.place.kind) == ("proposed", "setting", "settings")
    assert "icu" in {each.subject for each in change.gain} | {"icu"}
    assert any(each.subject == "theatre" for each in change.gain)


def test_a_standby_feeder_out_of_service_in_the_usual_mode_is_put_back_by_agreement(tmp_path: Path) -> None:
    out: Change = ("site/modes/normal/out_of_service", ["feeder-west"])
    change = found(Script((EAST,), (out,)), tmp_path)["S02-feeder-west-in-service"]
    assert (change.verdict, change.kind, change.place.kind, change.owner) == (
        "proposed", "setting", "agreement", "both",
    )  # fmt: skip


def test_a_feeder_out_on_that_day_alone_is_no_matter_of_the_mode(tmp_path: Path) -> None:
    run = found(Script((EAST,), start={"out_of_service": ["feeder-west"]}), tmp_path)
    assert not [name for name in run if name.endswith("in-service")]


def test_a_planned_outage_is_left_to_its_date(tmp_path: Path) -> None:
    planned = [{"of": ["genset-1"], "from": "2026-07-01", "to": "2026-07-31", "side": "customer"}]
    changes: tuple[Change, ...] = (OUT, ("customer/outages", planned))
    assert "G10-genset-1-in-service" not in found(Script(BOTH, changes), tmp_path)


def test_a_tank_that_nothing_fills_is_kept_full(tmp_path: Path) -> None:
    change = found(Script(BOTH, LOW), tmp_path)["G03-genset-1-kept-full"]
    assert (change.verdict, change.place.kind) == ("proposed", "resources")
    assert change.assumed is not None
    assert change.assumed.vanishes_at is not None
    assert change.assumed.now <= change.assumed.vanishes_at < change.assumed.assumed
    assert "90 %" in change.new.en


def test_a_full_tank_is_not_told_to_be_kept_full(tmp_path: Path) -> None:
    full: tuple[Change, ...] = (("site/stores/day-tank/in", DROP),)
    assert not [name for name in found(Script(BOTH, full, horizon="24 h"), tmp_path) if name.endswith("kept-full")]
