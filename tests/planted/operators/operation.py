"""O: dangerous operation, permits, supervision, going back to normal, steps nobody verifies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from helpers.blind.change import Edit, listed, plan, site
from planted.defect import Defect, Situation, event
from planted.ground import Ground
from planted.operators.own_supply import without_step
from planted.operators.tools import Planter, helped, step
from planted.situations import all_lost, by_hand, one_lost


def _free(ground: Ground, *switches: str) -> Iterator[Edit]:
    """No interlock holds these switches together."""
    for number, row in enumerate(ground.trees.site.get("interlocks", ())):
        if set(switches) <= {*listed(row["of"])}:
            yield site("interlocks", number)


def back_feed(ground: Ground) -> Iterator[Defect]:
    """The helper closes the set's side of a changeover that stands on the dead mains, and nothing forbids it."""
    outage = all_lost(ground)
    for name, row in ground.transfers("ats").items():
        if _of_genset(ground, name):
            do = step("PL1", "close", target=row["standby"])
            edits = (
                *_free(ground, row["normal"], row["standby"]),
                site("transfers", name, "fails_to_operate", value="1"),
                *helped(ground, outage, do),
            )
            yield Defect(
                ground.customer, "O01", "back-feed by hand", f"{row['standby']} beside {row['normal']}",
                (row["standby"], "PL1"), outage, edits,
            )  # fmt: skip


def _of_genset(ground: Ground, transfer: str) -> bool:
    return any(transfer in listed(row.get("called_by")) for row in ground.gensets.values())


def isolator_under_load(ground: Ground) -> Iterator[Defect]:
    """The helper opens under load what is an isolator, and closes it again; the twin has a breaker there."""
    lost = one_lost(ground)
    loads = ground.view(lost).journal.initial["loads"]
    start = set(ground.view(lost).journal.initial["closed"])
    plain = [name for name, row in ground.loads.items() if "max_interruption" not in row and name in ground.bus_of]
    for name, row in ground.table("devices").items():
        wire = next((each for _, each in ground.trees.rows("switch") if each["name"] == name), None)
        if wire is None or wire["et"] != "b" or name not in start or row.get("side") == "utility":
            continue
        behind_it = [load for load, bus in ground.bus_of.items() if bus in (wire["bus"], wire["element"])]
        behind_it = [load for load in behind_it if float(loads[load]["demand_kw"]) > 0]
        free = all("contactor" not in ground.loads.get(load, {}) for load in behind_it)
        if behind_it and free and set(behind_it) <= set(plain) and _leaf(ground, wire):
            steps = [
                step("PL1", "open", target=name, text={"zh": f"拉开{name}开关", "en": f"Open {name}"}),
                step("PL2", "close", target=name, after=["PL1"], text={"zh": f"合上{name}开关", "en": f"Close {name}"}),
            ]
            base = (*helped(ground, lost, *steps), *own(ground, name))
            yield Defect(
                ground.customer, "O02", "isolator under load", name, (name, "PL1"), lost,
                (site("devices", name, "kind", value="isolator"),), base,
            )  # fmt: skip


def _leaf(ground: Ground, wire: Any) -> bool:
    """Whether nothing but loads hangs behind the switch."""
    ends = [wire["bus"], wire["element"]]
    counts = [sum(bus in (row["bus"], row["element"]) for _, row in ground.trees.rows("switch")) for bus in ends]
    branches = {row[key] for table, keys in (("line", ("from_bus", "to_bus")), ("trafo", ("hv_bus", "lv_bus")))
                for _, row in ground.trees.rows(table) for key in keys}  # fmt: skip
    return any(count == 1 and bus not in branches for count, bus in zip(counts, ends, strict=True))


def parallel_to_the_mains(ground: Ground) -> Iterator[Defect]:
    """The helper starts the set while the mains are there and closes its side of the changeover."""
    lost = one_lost(ground, ground.feeders[-1])
    for name, row in ground.transfers("ats").items():
        genset = next((each for each, of in ground.gensets.items() if name in listed(of.get("called_by"))), "")
        if not genset or not _stays_live(ground, lost, name):
            continue
        breaker = ground.gensets[genset]["breaker"]
        steps = [
            step("PL1", "start", target=genset),
            step("PL2", "close", target=breaker, after=["PL1"]),
            step("PL3", "close", target=row["standby"], after=["PL2"]),
        ]
        sure = site("sources", genset, "manual_start_fails", value="0")
        edits = (*_free(ground, row["normal"], row["standby"]), sure, *helped(ground, lost, *steps))
        yield Defect(
            ground.customer, "O03", "set parallel to the mains", f"{genset} over {row['standby']}",
            (row["standby"], breaker, "PL2", "PL3"), lost, edits,
        )  # fmt: skip


def _stays_live(ground: Ground, lost: Situation, transfer: str) -> bool:
    """Whether the changeover stays where it is in the sound run."""
    return not any(True for _ in ground.view(lost).events("transfer_started", transfer=transfer))


def own(ground: Ground, device: str) -> Iterator[Edit]:
    """The customer operates the device as he likes: no permit speaks of it."""
    yield site("devices", device, "dispatch", value="own")
    for name, row in ground.trees.plan.get("permits", {}).items():
        covers = listed(row["covers"])
        if device in covers and len(covers) > 1:
            yield plan("permits", name, "covers", value=[each for each in covers if each != device])


def tie_left_closed(ground: Ground) -> Iterator[Defect]:
    """Restoration closes the incomer while the tie is closed: the step that opens the tie is gone, no lock forbids it,
    and no dispatcher has a say."""
    for row in ground.transfers("bus_tie_transfer").values():
        for feeder, incomer in zip(ground.feeders, row["incomers"], strict=False):
            lost = one_lost(ground, feeder)
            closes = [each for _, each, _, _ in ground.steps(lost) if each["do"] == "close"
                      and incomer in listed(each.get("target"))]  # fmt: skip
            opens = [(path, each) for path, each, card, _ in ground.steps(lost) if each["do"] == "open"
                     and row["tie"] in listed(each.get("target")) and path[0] == "restoration"]  # fmt: skip
            if closes and opens:
                path, gone = opens[0]
                edits = (*_free(ground, row["tie"], incomer), *without_step(ground, path, gone["id"]),
                         *own(ground, incomer))  # fmt: skip
                yield Defect(
                    ground.customer, "O03", "incomer onto the closed tie", f"{incomer} with {row['tie']}",
                    (incomer, *ground.clause(closes[0])), lost, edits,
                )  # fmt: skip


def earthed_without_proof(ground: Ground) -> Iterator[Defect]:
    """The helper earths a line that is dead by chance; nobody proves it dead, no lock asks for an open switch."""
    lost = all_lost(ground)
    for name in ground.table("earths"):
        edits = (
            *(
                (site("earths", name, "interlocked_with"),)
                if "interlocked_with" in ground.table("earths")[name]
                else ()
            ),
            *helped(ground, lost, step("PL1", "earth", target=name)),
        )
        yield Defect(ground.customer, "O04", "earthed without proof", name, (name, "PL1"), lost, edits)


def new_earth_without_proof(ground: Ground) -> Iterator[Defect]:
    """An earthing switch at a feeder's end, and the helper who closes it without proof."""
    lost = all_lost(ground)
    for tie in ground.transfers("bus_tie_transfer").values():
        for incomer in tie["incomers"]:
            wire = next(each for _, each in ground.trees.rows("switch") if each["name"] == incomer)
            earth = {"at": wire["bus"], "kind": "earth_switch", "source": "assumed"}
            place = ground.table("devices").get(incomer, {}).get("place")
            earths = {**ground.table("earths"), "planted-earth": {**earth, **({"place": place} if place else {})}}
            base = (site("earths", value=earths),)
            edits = helped(ground, lost, step("PL1", "earth", target="planted-earth"))
            yield Defect(
                ground.customer, "O04", "earth at an incomer", f"{wire['bus']}", ("planted-earth", "PL1"), lost, edits,
                base,
            )  # fmt: skip


def without_permit(ground: Ground) -> Iterator[Defect]:
    """The helper opens the dead incomer without the dispatcher's permit."""
    for tie in ground.transfers("bus_tie_transfer").values():
        for feeder, incomer in zip(ground.feeders, tie["incomers"], strict=False):
            if ground.table("devices")[incomer].get("dispatch") == "permitted":
                lost = one_lost(ground, feeder)
                do = step("PL1", "open", target=incomer)
                yield Defect(
                    ground.customer, "O05", "without permit", incomer, (incomer, "PL1"), lost, helped(ground, lost, do)
                )


def permit_not_asked(ground: Ground) -> Iterator[Defect]:
    """A step that operates a permitted device no longer waits for the step that asks for the permit, which is gone."""
    for lost in (one_lost(ground), by_hand(ground)):
        asks = [(path, each) for path, each, _, _ in ground.steps(lost) if each["do"] == "request"
                and listed(each.get("target"))[0] in ground.trees.plan.get("permits", {})]  # fmt: skip
        for path, gone in asks:
            covers = listed(ground.trees.plan["permits"][listed(gone["target"])[0]]["covers"])
            card = [each for where, each, _, _ in ground.steps(lost) if where[:2] == path[:2]
                    and each["do"] in ("open", "close") and set(listed(each.get("target"))) & set(covers)]  # fmt: skip
            moved = [each for each in card if ground.table("devices")[listed(each["target"])[0]].get("dispatch")
                     == "permitted"]  # fmt: skip
            if moved:
                at = tuple(name for each in moved for name in (each["id"], *listed(each["target"])))
                yield Defect(
                    ground.customer, "O05", "permit not asked for", f"{gone['id']} goes, {lost.name}", at, lost,
                    tuple(without_step(ground, path, gone["id"])),
                )  # fmt: skip


def alone_at_high_voltage(ground: Ground) -> Iterator[Defect]:
    """The helper opens the dead incomer alone, which no transfer has opened before him."""
    for name, tie in ground.transfers("bus_tie_transfer").items():
        for feeder, incomer in zip(ground.feeders, tie["incomers"], strict=False):
            lost = replace(one_lost(ground, feeder), answered=False)
            base = (site("transfers", name, "enabled", value="false"), *own(ground, incomer))
            edits = helped(ground, lost, step("PL1", "open", target=incomer))
            yield Defect(ground.customer, "O06", "alone at high voltage", incomer, (incomer, "PL1"), lost, edits, base)


def supervisor_left_out(ground: Ground) -> Iterator[Defect]:
    """A switching step at high voltage that the sound plan does by two is done by one."""
    for lost in (*(one_lost(ground, feeder) for feeder in ground.feeders), by_hand(ground)):
        for path, each, _, row in ground.steps(lost):
            two = isinstance(each["by"], dict) and "supervisor" in each["by"]
            moved = row.started_ms is not None and any(
                True for _ in ground.view(lost).events("switch_moved", cause="step", cause_id=each["id"])
            )
            if two and moved and any(_kv(ground, name) > 1 for name in listed(each.get("target"))):
                edit = plan(*path, "by", value=each["by"]["operator"])
                at = (*ground.clause(each), *listed(each.get("target")))
                yield Defect(
                    ground.customer, "O06", "supervisor left out", f"{each['id']}, {lost.name}", at, lost, (edit,)
                )


def _kv(ground: Ground, switch: str) -> float:
    kv = {row["name"]: float(row["vn_kv"]) for _, row in ground.trees.rows("bus")}
    return next((kv[row["bus"]] for _, row in ground.trees.rows("switch") if row["name"] == switch), 0.0)


def no_way_back(ground: Ground) -> Iterator[Defect]:
    """The plan has no card for going back to normal."""
    for feeder in ground.feeders:
        lost = one_lost(ground, feeder)
        if "restoration" in ground.trees.plan and _goes_back(ground, lost):
            orders = ground.trees.plan.get("orders", {})
            steps = {each["id"] for each in ground.trees.plan["restoration"]["steps"]}
            edits = [plan("orders", name) for name, row in orders.items() if set(listed(row["binds"])) & steps]
            yield Defect(
                ground.customer, "O07", "no way back", f"{feeder} lost",
                (ground.trees.plan["id"], ground.trees.plan["restoration"]["id"]), lost,
                (*edits, plan("restoration")),
            )  # fmt: skip


def way_back_never_due(ground: Ground) -> Iterator[Defect]:
    """The card for going back waits for what cannot be."""
    bus = ground.trees.network["bus"][0]["name"]
    never = [{"bus": bus, "is": "live"}, {"bus": bus, "is": "dead"}]
    for feeder in ground.feeders:
        lost = one_lost(ground, feeder)
        if "restoration" in ground.trees.plan and _goes_back(ground, lost):
            card = ground.trees.plan["restoration"]
            edit = plan("restoration", "trigger", value={"all": [card["trigger"], *never]})
            yield Defect(ground.customer, "O07", "way back never due", f"{feeder} lost", (card["id"],), lost, (edit,))


def _goes_back(ground: Ground, lost: Situation) -> bool:
    """Whether the sound run has switches moved back by restoration, and all of them where they were."""
    card = ground.trees.plan["restoration"]
    steps = {each["id"] for each in card["steps"]}
    moved = ground.view(lost).events("switch_moved", cause="step")
    return any(event_.data["cause_id"] in steps for event_ in moved)


def success_unchecked(ground: Ground) -> Iterator[Defect]:
    """A switching step counts as done without a check, and its device refuses when its turn comes."""
    for path, each, device, at, lost in switched(ground):
        if "success_check" in each:
            yield Defect(
                ground.customer, "O08", "success unchecked", f"{each['id']}, {device}, {lost.name}",
                ground.clause(each), refusing(lost, device, at), (plan(*path, "success_check"),), sound=lost,
            )  # fmt: skip


def switched(ground: Ground) -> Iterator[tuple[tuple[str | int, ...], Any, str, int, Situation]]:
    """Steps of which a sound run shows that they move one device: path, step, device, when the step was due, and what
    is lost."""
    seen: set[tuple[str, str]] = set()
    for lost in (*(one_lost(ground, feeder) for feeder in ground.feeders), by_hand(ground)):
        view = ground.view(lost)
        for path, each, _, row in ground.steps(lost):
            moved = {str(e.data["switch"]) for e in view.events("switch_moved", cause="step", cause_id=each["id"])}
            known = moved & set(ground.table("devices"))
            if each["do"] in ("open", "close") and len(moved) == 1 and known and (each["id"], "") not in seen:
                seen.add((each["id"], ""))
                yield path, each, next(iter(known)), row.ready_ms or 0, lost


def refusing(lost: Situation, device: str, at_ms: int) -> Situation:
    """The situation, and the device refuses from a second before that moment on."""
    told = json.loads(lost.text)
    told["events"].append(event("fails_to_operate", device, f"{max(at_ms - 1000, 1)} ms"))
    return Situation(f"{lost.name}, {device} refuses", json.dumps(told, ensure_ascii=False, sort_keys=True),
                     answered=False)  # fmt: skip


OPERATORS: tuple[Planter, ...] = (
    back_feed,
    isolator_under_load,
    parallel_to_the_mains,
    tie_left_closed,
    earthed_without_proof,
    new_earth_without_proof,
    without_permit,
    permit_not_asked,
    alone_at_high_voltage,
    supervisor_left_out,
    no_way_back,
    way_back_never_due,
    success_unchecked,
)
