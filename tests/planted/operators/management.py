"""M: defects of the plan as a plan: no card, no fallback, limits, names, papers, corrections, outages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers.blind.change import Edit, listed, plan
from planted.defect import Defect, Situation, event, situation
from planted.ground import Ground
from planted.operators.operation import refusing, switched
from planted.operators.people import carried_out
from planted.operators.tools import Planter, active, put
from planted.situations import all_lost, by_hand, one_lost

TODAY, TOMORROW = "2026-07-14", "2026-07-16"


def no_card_due(ground: Ground) -> Iterator[Defect]:
    """No response card of either side can come true."""
    bus = ground.trees.network["bus"][0]["name"]
    never = [{"bus": bus, "is": "live"}, {"bus": bus, "is": "dead"}]
    edits = tuple(
        plan(*path, "trigger", value={"all": [card["trigger"], *never]})
        for path, card in ground.trees.cards()
        if path[0] == "cards"
    )
    for lost in (all_lost(ground), by_hand(ground)):
        if not any(each.kind == "load" and each.max_interruption_ms is not None and each.outage_ms > 60_000
                   for each in ground.sound(lost).verdicts.values()):  # fmt: skip
            continue  # nothing with a limit goes dark
        yield Defect(ground.customer, "M01", "no card ever due", lost.name, (ground.trees.plan["id"],), lost, edits)


def nothing_if_it_fails(ground: Ground) -> Iterator[Defect]:
    """A switching step's device refuses when its turn comes, and the plan has nothing for that case."""
    asked = _asked_of_steps(ground)
    for path, each, device, at, lost in switched(ground):
        twice = any(other["do"] == each["do"] and device in listed(other.get("target")) and other["id"] != each["id"]
                    for _, other, _ in ground.trees.steps())  # fmt: skip
        if each["id"] not in asked and "success_check" in each and not twice:
            edits = (plan(*path, "on_failure"),) if "on_failure" in each else ()
            yield Defect(
                ground.customer, "M02", "nothing if it fails", f"{each['id']}, {device}, {lost.name}",
                ground.clause(each), refusing(lost, device, at), edits, sound=lost,
            )  # fmt: skip


def _asked_of_steps(ground: Ground) -> set[str]:
    """Steps whose failure some card or condition asks for."""
    words = str(ground.trees.plan)
    return {each["id"] for _, each, _ in ground.trees.steps()
            if f"'step': ['{each['id']}'], 'is': 'failed'" in words
            or f"'step': '{each['id']}', 'is': 'failed'" in words}  # fmt: skip


def limit_of_a_second(ground: Ground) -> Iterator[Defect]:
    """A step that takes its time is due within a second."""
    for path, each, _, row, lost in carried_out(ground):
        if row.finished_ms is not None and row.ready_ms is not None and row.finished_ms - row.ready_ms > 2_000:
            edit = plan(*path, "within", value="1 s")
            yield Defect(ground.customer, "M03", "limit of a second", each["id"], ground.clause(each), lost, (edit,))


def another_name(ground: Ground) -> Iterator[Defect]:
    """The wording of a switching step names a switch the network does not have."""
    switches = {row["name"] for _, row in ground.trees.rows("switch")}
    for lost in (*(one_lost(ground, feeder) for feeder in ground.feeders), by_hand(ground)):
        for path, each, _, _ in ground.steps(lost):
            named = [name for name in listed(each.get("target")) if name in switches]
            if each["do"] in ("open", "close") and named:
                words = {"zh": "操作9787开关，确认到位", "en": "Operate switch 9787 and see that it has moved"}
                edit = plan(*path, "text", value=words)
                yield Defect(
                    ground.customer, "M04", "names another switch", f"{each['id']}, {lost.name}", ground.clause(each),
                    lost, (edit,),
                )  # fmt: skip


def agreement_run_out(ground: Ground) -> Iterator[Defect]:
    """A step counts on a resource whose agreement has run out; the twin's runs on."""
    for path, each, _, row, lost in carried_out(ground):
        place = _place_of(ground, row, lost)
        if not place:
            continue
        tool = {"name": {"zh": "仪表", "en": "instrument"}, "kind": "tool", "quantity": "9", "place": place,
                "agreement_until": "2027-12-31"}  # fmt: skip
        base = (
            put(ground, "plan", "resources", "planted-tool", value=tool),
            plan(*path, "uses", value=[*listed(each.get("uses")), "planted-tool"]),
        )
        edit = Edit("plan", ("resources", "planted-tool", "agreement_until"), "2026-01-01")
        yield Defect(ground.customer, "M05", "agreement run out", each["id"], ground.clause(each), lost, (edit,), base)


def _place_of(ground: Ground, row: Any, lost: Situation) -> str:
    """Where whoever carries the step out stands when the situation begins."""
    people = ground.view(lost).journal.initial["people"]
    return next((str(people[name]["place"]) for name in row.by if people.get(name, {}).get("place")), "")


def one_fact_for_all(ground: Ground) -> Iterator[Defect]:
    """Every card asks for one thing alone, and several go wrong at once."""
    events = [event("source_lost", name, for_="2 h") for name in ground.feeders]
    events.append(event("fails_to_start", list(ground.gensets), for_="2 h"))
    both = situation("feeders and gensets at once", *events, horizon="3 h", answered=False)
    cards = active(ground, both, "customer")
    several = [each for each in ground.sound(both).findings if each.code == "M06"]
    edits = []
    for path, card in ground.trees.cards():
        leaf = _first_leaf(card["trigger"])
        if path[0] == "cards" and leaf is not None:
            edits.append(plan(*path, "trigger", value=leaf))
    if cards and not several and ground.view(both).missed:
        yield Defect(ground.customer, "M06", "one fact for all", both.name, (ground.trees.plan["id"],), both,
                     tuple(edits))  # fmt: skip


def _first_leaf(trigger: Any) -> Any:
    """The first thing a trigger asks for, of one subject."""
    for key in ("all", "any"):
        if key in trigger:
            return next((leaf for part in trigger[key] if (leaf := _first_leaf(part)) is not None), None)
    kind = next((key for key in ("bus", "source", "load", "switch", "message", "store") if key in trigger), None)
    return {**trigger, kind: listed(trigger[kind])[0]} if kind else None


def correction_overdue(ground: Ground) -> Iterator[Defect]:
    """A correction of a source or transfer should have been made long ago."""
    lost = all_lost(ground)
    issues = ground.trees.customer.get("issues", {})
    for name in (*ground.table("sources"), *ground.table("transfers")):
        issue = {"text": {"zh": "整改", "en": "put right"}, "subject": name, "side": "customer",
                 "opened": "2026-01-10", "due": "2026-03-01"}  # fmt: skip
        edit = Edit("customer", ("issues",), {**issues, "planted-issue": issue})
        yield Defect(ground.customer, "M07", "correction overdue", name, (name,), lost, (edit,))


def came_again(ground: Ground) -> Iterator[Defect]:
    """What was signed off as put right comes again: a set that does not start."""
    lost = by_hand(ground)
    issues = ground.trees.customer.get("issues", {})
    for name in ground.gensets:
        issue = {"text": {"zh": "整改", "en": "put right"}, "code": "G01", "subject": name, "side": "customer",
                 "opened": "2026-01-10", "due": "2026-03-01", "closed": "2026-02-20"}  # fmt: skip
        edit = Edit("customer", ("issues",), {**issues, "planted-issue": issue})
        failed = any(True for _ in ground.view(lost).events("start_failed", source=name))
        if failed:
            yield Defect(ground.customer, "M07", "put right and came again", name, (name,), lost, (edit,))


def planned_together(ground: Ground) -> Iterator[Defect]:
    """On the day one side takes a feeder out and the other an own source or another feeder."""
    lost = all_lost(ground)
    outages = list(ground.trees.customer.get("outages", ()))
    first = {"of": [ground.feeders[0]], "from": TODAY, "to": TOMORROW, "side": "utility"}
    base = (put(ground, "customer", "outages", value=[*outages, first]),)
    for name in (*ground.feeders[1:], *ground.gensets, *ground.upss, *ground.transfers("ats", "bus_tie_transfer")):
        other = {"of": [name], "from": TODAY, "to": TOMORROW, "side": "customer"}
        edit = Edit("customer", ("outages",), [*outages, first, other])
        yield Defect(
            ground.customer, "M08", "planned together", f"{ground.feeders[0]} and {name}", (name,), lost, (edit,), base
        )


OPERATORS: tuple[Planter, ...] = (
    no_card_due,
    nothing_if_it_fails,
    limit_of_a_second,
    another_name,
    agreement_run_out,
    one_fact_for_all,
    correction_overdue,
    came_again,
    planned_together,
)
