"""A recording of everything the server sends a player, the wall, an observer, and in a double-blind drill an evaluator:
nothing of what is to come and of what nobody knows, no text, no id, no time, and no gap or moment that would tell."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from drillsim.campaign import failures
from drillsim.files import find_scenarios
from drillsim.journal import Event
from drillsim.network import PowerFlow, flow_for
from drillsim.schema import Case, Msel, Scenario, unmatched
from drillsim.simulation import as_told
from drillsim.simulation.decide.decisions import NAMES, Inject
from drillsim.texts import LANGS
from drillsim.units import MS_PER
from helpers.drill_room import LEADER, Staged, run_for, staged
from helpers.shipped import CUSTOMERS, HOSPITAL, ROOT, scenario, shipped
from helpers.thinned import thinned

MINUTES = 20
UNTIL_MS = MINUTES * MS_PER["min"]
HIDDEN = ("fails_to_start", "fails_to_operate", "relay_disabled", "vt_lost", "dc_lost", "store_contaminated")
"""Faults that show only when something asks for them."""


@cache
def power_flow(customer: str) -> PowerFlow:
    return flow_for(shipped(customer).network)


def every_case() -> Iterator[tuple[str, str]]:
    """Every shipped scenario of every customer it applies to."""
    for customer in CUSTOMERS:
        for name in find_scenarios(ROOT / "plans" / customer):
            if not unmatched(Case(shipped(customer), name, scenario(customer, name))):
                yield customer, name


CASES = list(every_case())


def case_of(customer: str, name: str, **changed: Any) -> Case:
    found = scenario(customer, name)
    return Case(shipped(customer), name, found.model_copy(update=changed) if changed else found)


def secret_list(name: str, role: str) -> Msel:
    """Injects of every kind that do not come before the recording ends."""
    words = {"title": "密题甲乙丙", "tell": "密语：{0}", "note": "密注", "objective": "密标", "from": role, "to": role}
    more: dict[str, dict[str, Any]] = {
        "zz-by-hand": {"by_hand": "true"},
        "zz-later": {"at": f"{MINUTES + 1} min"},
        "zz-behind": {"after": {"inject": "zz-later", "by": "1 min"}},
        "zz-other": {"by_hand": "true"},
        "zz-held": {"at": "3 min"},
        "zz-clock": {"at_clock": "23:59"},
    }
    injects = {each: {**{k: v.format(each) for k, v in words.items()}, **when} for each, when in more.items()}
    injects["zz-fault"] = {"by_hand": "true", "title": "密题丁", "fault": {"fault": "channel_lost", "on": "phone"}}
    return Msel.model_validate({"format": "1", "scenario": name, "injects": injects})


def numbers(recording: list[str]) -> list[int]:
    return [int(each) for chunk in recording for each in re.findall(r"^id: (\d+)$", chunk, re.MULTILINE)]


@pytest.mark.parametrize(("customer", "name"), thinned(CASES, len(CASES)))
def test_what_is_to_come_changes_nothing_of_what_is_sent(customer: str, name: str) -> None:
    """The same drill with and without what comes later: the same bytes, event numbers and all."""
    whole = scenario(customer, name)
    no_more = {
        "events": tuple(each for each in whole.events if each.at <= UNTIL_MS),
        "information": tuple(each for each in whole.information if each.at <= UNTIL_MS),
    }
    role = next(iter(shipped(customer).plan.actors))

    async def led(stage: Staged) -> None:
        stage.session.hold("zz-held", LEADER, stage.reading)
        await run_for(stage, MINUTES // 2)
        stage.session.skip("zz-other", LEADER, stage.reading)
        stage.session.shift(2 * MS_PER["min"], LEADER, stage.reading)
        await run_for(stage, MINUTES - MINUTES // 2)

    async def alone(stage: Staged) -> None:
        await run_for(stage, MINUTES // 2)
        stage.session.shift(2 * MS_PER["min"], LEADER, stage.reading)  # the scenario's own events are moved alike
        await run_for(stage, MINUTES - MINUTES // 2)

    flow = power_flow(customer)
    with_it = staged(case_of(customer, name), flow, led, injects=secret_list(name, role), double_blind=True)
    without = staged(case_of(customer, name, **no_more), flow, alone, double_blind=True)
    for who, recording in with_it.items():
        assert recording == without[who], who
        assert numbers(recording) == list(range(1, len(numbers(recording)) + 1)), who
        told = "".join(recording)
        assert "zz-" not in told and "密" not in told
        for secret in (name, *(whole.title.says(lang) for lang in LANGS)):
            assert len(secret) < 4 or secret not in told, (who, secret)
    assert len(numbers(with_it[role])) > 3, "something is sent at all"


@pytest.mark.parametrize("customer", thinned(CUSTOMERS, len(CUSTOMERS)))
def test_a_fault_nobody_notices_and_whatever_the_controller_prepares_sends_nothing(customer: str) -> None:
    """While time stands, in step with the looks or not: no byte, and no sign of life at another moment."""
    dossier = shipped(customer)
    name = "both-lost-night-long" if (customer, "both-lost-night-long") in CASES else CASES[0][1]
    case, role = case_of(customer, name), next(iter(dossier.plan.actors))
    hidden = [each for each in failures(dossier) if each.fault in HIDDEN][:25]
    struck = []

    async def play(stage: Staged) -> None:
        room = stage.room
        lead = room.access.admit(LEADER, "zh", 0)
        await run_for(stage, 4)
        await stage.ticks(3)
        stage.take()

        async def unseen(**form: str) -> bool:
            answer = room.do(lead, form)
            await stage.ticks(0)
            await stage.ticks(2)
            assert stage.take() == {}, form
            return answer.status == 200

        for each in hidden:
            decision = Inject(each.fault, (each.target,))
            told = json.dumps({"kind": NAMES[Inject], "by": "", "what": as_told(decision)}, ensure_ascii=False)
            struck.append(await unseen(do="decide", decision=told))
        for line in ("zz-later", "zz-by-hand"):
            assert await unseen(do="hold", line=line)
            assert await unseen(do="release", line=line)
            assert await unseen(do="skip", line=line)
        assert await unseen(do="shift", minutes="5")
        assert await unseen(do="note", text="只给导调")
        assert await unseen(do="lang", lang="zh")
        assert await unseen(do="give", line="no-such") is False

    staged(case, power_flow(customer), play, injects=secret_list(name, role), double_blind=True)
    assert sum(struck) >= 5, "some of them could be struck"


def seen_by(events: tuple[Event, ...], people: tuple[str, ...]) -> list[tuple[int, str]]:
    """Everything in the journal that names one of the people: what they learned, did, were told, where they went."""
    names = set(people)
    found = []
    for event in events:
        if event.type in ("initial_state", "decision"):
            continue
        words = json.dumps(event.data, ensure_ascii=False, default=str)
        if any(f'"{each}"' in words for each in names) or event.type.startswith("card_"):
            found.append((event.t_ms, f"{event.type} {words}"))
    return found


def with_hidden() -> Iterator[tuple[str, str]]:
    for customer, name in CASES:
        found = scenario(customer, name)
        if any(each.fault in HIDDEN for each in found.events) and len(found.events) > 1:
            yield customer, name


@pytest.mark.parametrize(("customer", "name"), thinned(list(with_hidden()), 10_000))
@pytest.mark.full
def test_a_page_says_no_more_than_its_people_have_met(customer: str, name: str) -> None:
    """The same drill with and without its hidden faults: a page may differ only once its people's own story does."""
    whole: Scenario = scenario(customer, name)
    sound = tuple(each for each in whole.events if each.fault not in HIDDEN)
    flow, actors = power_flow(customer), shipped(customer).plan.actors
    told: list[tuple[dict[str, list[tuple[int, str]]], tuple[Event, ...]]] = []
    for case in (case_of(customer, name), case_of(customer, name, events=sound)):
        heard: dict[str, list[tuple[int, str]]] = {}
        events: list[Event] = []

        async def play(
            stage: Staged, heard: dict[str, list[tuple[int, str]]] = heard, events: list[Event] = events
        ) -> None:
            stage.session.set_speed(60, LEADER, stage.reading)
            stage.session.start(LEADER, stage.reading)
            for _ in range(2 * MINUTES):
                await stage.ticks(1, 500)
                for who, chunks in stage.take().items():
                    heard.setdefault(who, []).extend((stage.session.drill.now, chunk) for chunk in chunks)
            events.extend(stage.session.drill.run.journal().events)

        staged(case, flow, play, parts=(), double_blind=True)
        told.append((heard, tuple(events)))
    for role, actor in actors.items():
        pages = first_difference(told[0][0].get(role, []), told[1][0].get(role, []))
        story = first_difference(*(seen_by(events, actor.held_by) for _, events in told))
        assert pages is None or (story is not None and story <= pages), (role, pages, story)


def first_difference(one: list[tuple[int, str]], other: list[tuple[int, str]]) -> int | None:
    """The earliest time at which the two differ; None where they are the same."""
    for left, right in zip(one, other, strict=False):
        if left != right:
            return min(left[0], right[0])
    longer = max(one, other, key=len)
    return None if len(one) == len(other) else longer[min(len(one), len(other))][0]


def test_in_a_double_blind_drill_what_is_so_is_shown_to_nobody_but_the_controller_until_the_end() -> None:
    case = case_of(HOSPITAL, "both-lost-night-autostart-fails")
    shown: dict[bool, dict[str, str]] = {}

    async def play(stage: Staged) -> None:
        await run_for(stage, 2)
        shown[False] = {each.participant.id: stage.room.page(each) for each in stage.tickets}
        lead = stage.room.access.admit(LEADER, "zh", 0)
        assert stage.room.do(lead, {"do": "wall", "role": ""}).status == 403
        assert stage.room.do(lead, {"do": "stop", "how": "completed"}).status == 200
        shown[True] = {each.participant.id: stage.room.page(each) for each in stage.tickets}

    staged(case, power_flow(HOSPITAL), play, double_blind=True)
    for who in ("observer", "evaluator", "safety_officer", "scribe"):
        assert "启动失败" not in shown[False][who], who
        assert "真实状态" in shown[True][who], who
    open_drill = staged(case, power_flow(HOSPITAL), play_open, parts=("evaluator",))
    assert "启动失败" in "".join(open_drill["evaluator"]), "an evaluator of another drill sees what is so"


async def play_open(stage: Staged) -> None:
    await run_for(stage, 2)


@pytest.mark.full
def test_a_sign_of_life_comes_at_its_own_pace_whatever_is_pressed_unseen() -> None:
    """With a press every few milliseconds, and without: as many signs."""
    case = case_of(HOSPITAL, "both-lost-night-autostart-fails")
    counts = []
    for pressing in (True, False):

        async def play(stage: Staged, pressing: bool = pressing) -> None:
            lead = stage.room.access.admit(LEADER, "zh", 0)
            until = time.monotonic() + 2.2
            while time.monotonic() < until:
                if pressing:
                    stage.room.do(lead, {"do": "note", "text": "unseen"})
                await asyncio.sleep(0.05)

        sent = staged(case, power_flow(HOSPITAL), play, parts=("observer",), alive_s=0.5)["observer"]
        counts.append(sum(chunk.startswith(":") for chunk in sent))
    assert counts[1] - 1 <= counts[0] <= counts[1] <= 4
    assert counts[0] >= 3
