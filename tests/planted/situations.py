"""The situations defects are planted for: what goes wrong from outside, so that the sound plan has to answer."""

from __future__ import annotations

from helpers.shipped import AIRPORT
from planted.defect import Situation, event, situation
from planted.ground import Ground


def one_lost(ground: Ground, feeder: str | None = None) -> Situation:
    """One feeder is lost for an hour; the main one unless told otherwise."""
    name = feeder or ground.feeders[0]
    return situation(f"{name} lost", event("source_lost", name, for_="1 h"), horizon="3 h", answered=answers(ground))


def all_lost(ground: Ground, hours: int = 1) -> Situation:
    """Every feeder is lost, the night's own supply has to carry."""
    events = [event("source_lost", name, for_=f"{hours} h") for name in ground.feeders]
    return situation(f"all feeders lost for {hours} h", *events, horizon=f"{hours + 2} h", answered=answers(ground))


def answers(ground: Ground) -> bool:
    """Whether the sound plan leaves nothing open when feeders are lost. The airport's terminals have no second supply
    that comes by itself: what stands still until teams have switched 48 houses is truly said."""
    return ground.customer != AIRPORT


def all_lost_for_good(ground: Ground) -> Situation:
    """Every feeder is lost to the end of the run."""
    return situation(
        "all feeders lost, none comes back",
        *(event("source_lost", name) for name in ground.feeders),
        horizon="4 h",
        answered=answers(ground),
    )


def by_hand(ground: Ground) -> Situation:
    """Every feeder is lost and no genset starts by itself; by hand it does. Sets that fail are a weak point already."""
    events = [event("source_lost", name, for_="2 h") for name in ground.feeders]
    events.append(event("fails_to_start", list(ground.gensets), attempts="auto"))
    return situation("all feeders lost, no genset starts by itself", *events, horizon="4 h", answered=False)


def dip(ground: Ground, left_percent: int = 50) -> Situation:
    """Half the voltage for 200 ms on every feeder."""
    events = [event("dip", name, residual_percent=f"{left_percent}", for_="200 ms") for name in ground.feeders]
    return situation(f"dip to {left_percent} %", *events, horizon="1 h", time="10:30", load="summer-day")
