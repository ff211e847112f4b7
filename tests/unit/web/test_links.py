"""Links of a drill: each holds until it has ended or was taken back, and then the page that is open is closed too."""

from __future__ import annotations

from drillsim.network import flow_for
from drillsim.schema import Case
from drillsim.web.access import LASTS_MS
from helpers.drill_room import Staged, settled, staged
from helpers.shipped import HOSPITAL, scenario, shipped


def test_a_page_that_is_open_is_sent_nothing_more_once_its_link_has_ended() -> None:
    case = Case(shipped(HOSPITAL), "ats-fails", scenario(HOSPITAL, "ats-fails"))
    counts = []

    async def play(stage: Staged) -> None:
        ticket, access = stage.tickets[0], stage.room.access
        stage.session.start(stage.room.leader, stage.reading)
        await stage.ticks(3, 1_000)
        counts.append(len(stage.take()[ticket.participant.id]))
        stage.monotonic = LASTS_MS - 1
        assert access.by_link(ticket.link, stage.monotonic) is ticket
        stage.monotonic = LASTS_MS
        assert access.by_link(ticket.link, LASTS_MS) is None
        assert access.by_code(ticket.code, LASTS_MS) is None
        assert access.by_key(ticket.participant.id, ticket.key, LASTS_MS) is None
        stage.room.changed()
        await settled()
        stage.take()
        stage.room.tick()
        stage.room.changed()
        await settled()
        counts.append(len(stage.take()))

    staged(case, flow_for(case.dossier.network), play, parts=())
    assert counts[0] >= 3 and counts[1] == 0
