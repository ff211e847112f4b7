"""P: defects of people and of what they tell one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drillsim.findings.rules.verification import held
from helpers.blind.change import Edit, listed, plan, site
from planted.defect import Defect, Situation
from planted.ground import Ground
from planted.operators.operation import own, switched
from planted.operators.tools import (
    CARD,
    CERTIFICATE,
    HAND,
    LONG_AGO,
    SOME_DAY,
    Planter,
    active,
    first_step,
    hand,
    helped,
    post,
    put,
    step,
)
from planted.situations import all_lost, by_hand, one_lost

ROLE = f"{HAND}-role"
LONG_MS = 30_000


def _situations(ground: Ground) -> Iterator[Situation]:
    yield from (one_lost(ground, feeder) for feeder in ground.feeders)
    yield all_lost(ground)
    yield by_hand(ground)


def carried_out(ground: Ground) -> Iterator[tuple[tuple[str | int, ...], Any, Any, Any, Situation]]:
    """Each step some sound run carries out, once, of the customer's own cards."""
    seen: set[str] = set()
    for lost in _situations(ground):
        for path, each, card, row in ground.steps(lost):
            if each["id"] not in seen and path[0] == "cards" and card.get("side", "customer") == "customer":
                seen.add(each["id"])
                if "for_each" not in each:
                    yield path, each, card, row, lost


def nobody_on_duty(ground: Ground) -> Iterator[Defect]:
    """A step is the task of somebody who has to come in from home; whoever does the step before calls them there."""
    for path, each, _, row, lost in carried_out(ground):
        took = row.finished_ms is not None and row.finished_ms > (row.ready_ms or 0)
        if _on_the_spot(each) and took and _may_know(ground, each, lost):
            place = post(ground, first_step(ground, each), lost)
            person, role = hand(place)
            off = {
                **person.value,
                "shifts": [{"from": "10:00", "to": "16:00", "place": place}],
                "off_duty": {"place": "planted-home", "comes_in": "45 min"},
            }
            edits = (
                Edit(person.file, person.path, off),
                role,
                put(ground, "site", "places", "planted-home", value={}),
                site("travel", value=[*ground.trees.site.get("travel", ()), {"from": "planted-home", "to": place,
                     "takes": "45 min", "source": "assumed"}]),
                plan(*path, "by", value=ROLE),
                *_called_at_home(ground, each),
            )  # fmt: skip
            yield Defect(ground.customer, "P01", "at home", each["id"], ground.clause(each), lost, edits)


def _on_the_spot(step_: Any) -> bool:
    """Whether one has to be there to do it; a call one makes from home."""
    return "place" in step_ or step_["do"] in ("open", "close", "start", "set", "transfer", "refuel", "apply", "enable")


def _called_at_home(ground: Ground, step_: Any) -> Iterator[Edit]:
    """Word of what goes before the step, over a line that is always answered."""
    line = {"no_answer": "0", "source": "assumed"}
    before = [(at, other) for at, other, _ in ground.trees.steps() if other["id"] in listed(step_.get("after"))]
    if before:
        yield site("channels", value={**ground.table("channels"), "planted-phone": line})
    for at, other in before:
        yield plan(*at, "tells", value=[*other.get("tells", ()), {"to": ROLE, "channel": "planted-phone"}])


def _may_know(ground: Ground, step_: Any, lost: Situation) -> bool:
    """Whether somebody at home may think it due: it begins on nobody's word for their role, and by what the mode says,
    which they believe of the plant, its `when` is not false. Else another weak point is planted: nobody tells them."""
    role, after = first_step(ground, step_), listed(step_.get("after"))
    before = [other for _, other, _ in ground.trees.steps() if other["id"] in after]
    if any(tell["to"] == role for other in before for tell in other.get("tells", ())):
        return False
    view = ground.view(lost)
    when = next(step.when for _, step in ground.dossier.plan.steps() if step.id == step_["id"])
    return when is None or held(view, when, view.journal.start_ms - 1) is not False


def two_tasks_at_once(ground: Ground) -> Iterator[Defect]:
    """A step of the first card is the task of the helper, whom his own card keeps busy for an hour meanwhile."""
    for path, each, card, row, lost in carried_out(ground):
        if row.finished_ms is None or row.finished_ms - (row.ready_ms or 0) <= LONG_MS:
            continue
        first = card["id"] == active(ground, lost)[0][1]["id"] and "after" not in each
        if first and lost != by_hand(ground) and (row.ready_ms or 0) < 40 * 60_000:
            place = post(ground, card["activation"]["by"], lost)
            busy = step("PL1", "check", place=place, takes="55 min")
            edits = (*helped(ground, lost, busy), plan(*path, "by", value=ROLE))
            at = (*ground.clause(each), "PL1")
            yield Defect(ground.customer, "P02", "two tasks at once", f"{each['id']} and PL1", at, lost, edits)


def nobody_answers(ground: Ground) -> Iterator[Defect]:
    """A call goes over a line nobody answers."""
    for path, each, _, _, lost in carried_out(ground):
        sent = {e.data["to"] for e in ground.view(lost).events("message_sent", step=each["id"])}
        for number, tell in enumerate(each.get("tells", ())):
            if tell["to"] not in sent or _is_beside(ground, each, tell["to"], lost):
                continue
            channels = {**ground.table("channels"), "planted-line": {"no_answer": "1", "source": "assumed"}}
            edits = (
                site("channels", value=channels),
                plan(*path, "tells", number, "channel", value="planted-line"),
            )
            at = (tell["to"], *ground.clause(each))
            yield Defect(ground.customer, "P03", "nobody answers", f"{each['id']} → {tell['to']}", at, lost, edits)


def _is_beside(ground: Ground, step_: Any, to: str, lost: Situation) -> bool:
    """Whether teller and called stand in one place: they need no line."""
    view = ground.view(lost)
    sent = next(e for e in view.events("message_sent", step=step_["id"]) if e.data["to"] == to)
    there = {name: row.get("place") for name, row in view.journal.initial["people"].items()}
    for event in view.events("travel_begins", "arrived"):
        if event.t_ms <= sent.t_ms:
            there[event.data["person"]] = event.data["place"] if event.type == "arrived" else None
    at = there.get(sent.data["person"])
    return at is not None and at in {there.get(name) for name in ground.holders(to)}


def utility_not_told(ground: Ground) -> Iterator[Defect]:
    """Nobody of the supply company is told or sees anything: no report reaches them, no display of theirs works."""
    utility = {name for name, role in ground.trees.plan["actors"].items() if role["side"] == "utility"}
    places = {
        shift["place"] for row in ground.trees.customer["people"].values() if row["side"] == "utility"
        for shift in row.get("shifts", ()) if "place" in shift
    }  # fmt: skip
    for lost in _situations(ground):
        channels = {**ground.table("channels"), "planted-line": {"no_answer": "1", "source": "assumed"}}
        edits: list[Edit] = [site("channels", value=channels)]
        reports: list[str] = []
        for path, each, _ in ground.trees.steps():
            for number, tell in enumerate(each.get("tells", ())):
                if tell["to"] in utility:
                    edits.append(plan(*path, "tells", number, "channel", value="planted-line"))
                    reports += ground.clause(each)
        for name, row in ground.trees.plan.get("permits", {}).items():
            edits += [plan("permits", name, "channel", value="planted-line")] if "channel" in row else []
        blind = {}
        for name, row in ground.table("observations").items():
            if row["shown_at"] not in places:
                blind[name] = row
        edits.append(site("observations", value=blind))
        for number, way in enumerate(ground.trees.plan.get("contact_tree", ())):
            if {way["from"], way["to"]} & utility:
                edits.append(plan("contact_tree", number, "channels", value=["planted-line"]))
        at = (ground.trees.plan["id"], *reports)
        yield Defect(ground.customer, "P04", "supply company not told", lost.name, at, lost, tuple(edits))


def opposite_orders(ground: Ground) -> Iterator[Defect]:
    """Another card undoes what a step has just switched: the helper stands at the device and turns it back."""
    for path, each, device, _, lost in switched(ground):
        view = ground.view(lost)
        moves = list(view.events("switch_moved", switch=device))
        place = ground.table("devices")[device].get("place")
        if path[0] != "cards" or len(moves) != 1 or not place:
            continue
        state = "closed" if moves[0].data["closed"] else "open"
        do = step("PL1", "open" if state == "closed" else "close", target=device)
        card = {
            "id": CARD, "title": {"zh": "另一张卡", "en": "Another card"}, "clause": "99", "level": "III",
            "trigger": {"switch": device, "is": state}, "activation": {"by": ROLE, "decide": "10 s"}, "steps": [do],
        }  # fmt: skip
        edits = [*hand(place), Edit("plan", ("cards", "+"), card), *own(ground, device)]
        for number, lock in enumerate(ground.trees.site.get("interlocks", ())):
            edits += [site("interlocks", number)] if device in listed(lock["of"]) else []
        yield Defect(
            ground.customer, "P05", "opposite orders", f"{each['id']}, {device}, {lost.name}", (device,), lost,
            tuple(edits),
        )  # fmt: skip


def certificate_run_out(ground: Ground) -> Iterator[Defect]:
    """Somebody on duty has a certificate that has run out."""
    lost = all_lost(ground)
    there = ground.view(lost).journal.initial["people"]
    acting = {role for _, each, _ in ground.trees.steps() for role in listed(each["by"] if isinstance(each["by"], str)
              else [*each["by"].values()])}  # fmt: skip
    for role, row in ground.trees.plan["actors"].items():
        on_duty = [name for name in listed(row["held_by"]) if there.get(name, {}).get("on_duty")]
        if role not in acting or not on_duty:
            continue
        kind = row.get("certificate", CERTIFICATE)
        base = [plan("actors", role, "certificate", value=kind)]
        base += [_paper(name, kind, SOME_DAY) for name in listed(row["held_by"])]
        for person in on_duty:
            at = (person,)
            yield Defect(ground.customer, "P06", "certificate run out", f"{person} as {role}", at, lost,
                         (_paper(person, kind, LONG_AGO),), tuple(base))  # fmt: skip


def _paper(person: str, kind: str, until: str) -> Edit:
    return Edit("customer", ("people", person, "certificates"), [{"kind": kind, "until": until}])


def each_waits_for_the_other(ground: Ground) -> Iterator[Defect]:
    """A step of the customer's waits for word of a step of the supply company's, and that one for word of this one."""
    for lost in _situations(ground):
        done = list(ground.steps(lost))
        theirs = [(path, each) for path, each, card, _ in done if card.get("side", "customer") == "utility"]
        actors = ground.trees.plan["actors"]
        for path, each, card, _ in done:
            own = path[0] == "cards" and card.get("side", "customer") == "customer" and "for_each" not in each
            told = {tell["to"] for tell in each.get("tells", ()) if actors[tell["to"]]["side"] == "utility"}
            for other_path, other in theirs:
                back = {tell["to"] for tell in other.get("tells", ())}
                if own and first_step(ground, other) in told and first_step(ground, each) in back:
                    edits = (
                        _more(path, each, {"message": other["id"]}),
                        _more(other_path, other, {"message": each["id"]}),
                    )
                    at = (*ground.clause(each), *ground.clause(other))
                    yield Defect(
                        ground.customer, "P07", "each waits for the other", f"{each['id']} and {other['id']}",
                        at, lost, edits,
                    )  # fmt: skip


def _more(path: tuple[str | int, ...], each: Any, asked: Any) -> Edit:
    return plan(*path, "requires", value=[*each.get("requires", ()), asked])


def word_nobody_sends(ground: Ground) -> Iterator[Defect]:
    """A step waits for word of a step of the other side that tells its performer nothing."""
    for path, each, _, _, lost in carried_out(ground):
        role = first_step(ground, each)
        silent = [other for _, other, card in ground.trees.steps() if card.get("side") == "utility"
                  and role not in {tell["to"] for tell in other.get("tells", ())}]  # fmt: skip
        if silent:
            other = silent[0]
            edit = _more(path, each, {"message": other["id"], "from": first_step(ground, other)})
            yield Defect(
                ground.customer, "P07", "word nobody sends", f"{each['id']} for {other['id']}", ground.clause(each),
                lost, (edit,),
            )  # fmt: skip


def cannot_come_to_know(ground: Ground) -> Iterator[Defect]:
    """A step waits to know that the feeder's own busbar at the substation is dead, which it is and nobody tells."""
    shown = {name for row in ground.table("observations").values() for sight in row["sees"]
             for name in listed(sight.get("bus"))}  # fmt: skip
    told = {fact for _, other, _ in ground.trees.steps() for tell in other.get("tells", ())
            for fact in listed(tell.get("facts"))}  # fmt: skip
    for path, each, _, row, lost in carried_out(ground):
        if "when" in each or (row.ready_ms is not None and row.ready_ms > 25 * 60_000):
            continue  # it may be due no longer, or what is lost be back, before it has waited for long
        gone = {str(e.data["source"]) for e in ground.view(lost).events("source_lost")}
        heads = [row["bus"] for _, row in ground.trees.rows("ext_grid") if row["name"] in gone]
        hidden = [bus for bus in heads if bus not in shown | told]
        if hidden:
            edits = (_more(path, each, {"bus": hidden[0], "is": "dead"}), plan(*path, "if_unknown", value="wait"))
            yield Defect(
                ground.customer, "P08", "cannot come to know", f"{each['id']}: {hidden[0]}", ground.clause(each), lost,
                edits,
            )  # fmt: skip


OPERATORS: tuple[Planter, ...] = (
    nobody_on_duty,
    two_tasks_at_once,
    nobody_answers,
    utility_not_told,
    opposite_orders,
    certificate_run_out,
    each_waits_for_the_other,
    word_nobody_sends,
    cannot_come_to_know,
)
