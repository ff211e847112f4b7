"""The small hospital as it reads its day tank's gauge every 30 min while the mains are out, twice a night."""

from __future__ import annotations

from typing import Any

from helpers.played import Script
from helpers.small_customer import Change

BOTH_DEAD = {"all": [{"bus": "I-10kV", "is": "dead"}, {"bus": "II-10kV", "is": "dead"}]}
BACK = {"bus": "I-10kV", "is": "live"}
GAUGE: dict[str, Any] = {
    "id": "S31", "clause": "9.4-1",
    "text": {"zh": "每30分钟查看日用油箱油位并报告调度员", "en": "Read the day tank's gauge, tell the dispatcher"},
    "do": "check", "by": "electrician", "takes": "2 min", "place": "gen-room", "every": "30 min", "until": BACK,
    "tells": [{"to": "dispatcher", "facts": ["day-tank"], "channel": "phone"}],
}  # fmt: skip
LOG: dict[str, Any] = {
    "id": "S30", "clause": "9.4-0", "text": {"zh": "登记失电时刻", "en": "Write down when the mains were lost"},
    "do": "check", "by": "electrician", "takes": "1 min",
}  # fmt: skip
CARD: dict[str, Any] = {
    "id": "C3", "title": {"zh": "失电期间油位监视", "en": "Watch the fuel while the mains are out"}, "clause": "9.4",
    "trigger": BOTH_DEAD, "activation": {"by": "electrician"}, "again": True, "ends": BACK, "steps": [LOG, GAUGE],
}  # fmt: skip


def gauge_script(**of_card: Any) -> Script:
    """Both feeders lost for 100 min at 02:30, and again three hours later."""
    card = {key: value for key, value in {**CARD, **of_card}.items() if value is not None}
    ways: list[Change] = [
        ("plan/cards/+", card),
        (
            "site/travel",
            [{"from": "duty-room", "to": place, "takes": "3 min"} for place in ("gen-room", "LV-room", "HV-room")],
        ),
    ]
    feeders = ("feeder-east", "feeder-west")
    lost = [{"at": at, "fault": "source_lost", "on": f, "for": "100 min"} for at in ("0 s", "180 min") for f in feeders]
    return Script(tuple(lost), tuple(ways), horizon="6 h")
