"""The spoiling of a step: it goes, its act is another, a condition or a limit of it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from helpers.blind.change import Edit, Operator, Path, Spoiled, Trees, listed, plan

SAFETY = ("prove_dead", "earth", "unearth", "lock", "tag", "phase_check")
SWITCHING = ("open", "close", "start", "transfer", "connect", "shed", "restore")
TURNED = {
    "open": "close",
    "close": "open",
    "shed": "restore",
    "restore": "shed",
    "start": "stop",
    "stop": "start",
    "enable": "disable",
    "disable": "enable",
    "earth": "unearth",
    "unearth": "earth",
}


def spoil(step: Any, card: Any, what: str, *edits: Edit, forbids: str = "", more: tuple[str, ...] = ()) -> Spoiled:
    """A change within one step."""
    return Spoiled(f"{step['id']}: {what}", (step["id"], card["id"], *more), edits, forbids, card["id"])


def without(key: str, forbids: Callable[[Trees, Any], str] = lambda trees, step: "") -> Operator:
    """An operator: each step that has `key` loses it."""

    def operator(trees: Trees) -> Iterator[Spoiled]:
        for path, step, card in trees.steps():
            if key in step:
                yield spoil(step, card, f"no `{key}`", plan(*path, key), forbids=forbids(trees, step))

    return operator


def reported(card: Any, step: Any, to: str) -> str:
    """The section that asks for the call, where no other step of the card tells that role."""
    told = [tell["to"] for each in card["steps"] if each["id"] != step["id"] for tell in each.get("tells", ())]
    return "" if to in told else "B1-7: who calls whom"


def _asked(card: Any, step: Any) -> str:
    if step["do"] in (*SAFETY, "request"):
        return "B2: permits and five-prevention"
    return max((reported(card, step, tell["to"]) for tell in step.get("tells", ())), default="")


def step_goes(trees: Trees) -> Iterator[Spoiled]:
    """The step goes; what points at it stays."""
    for path, step, card in trees.steps():
        if len(card["steps"]) > 1:
            yield spoil(step, card, f"{step['do']} goes", plan(*path), forbids=_asked(card, step))


def step_goes_tidily(trees: Trees) -> Iterator[Spoiled]:
    """The step goes, and with it what points at it from `after`, failure branches and orders."""
    for path, step, card in trees.steps():
        if len(card["steps"]) > 1:
            edits = (*_unnamed(trees, step["id"]), plan(*path))
            yield Spoiled(
                f"{step['id']}: {step['do']} goes, tidily", (step["id"], card["id"]), edits, _asked(card, step)
            )


def _unnamed(trees: Trees, gone: str) -> Iterator[Edit]:
    for path, step, _ in trees.steps():
        if step["id"] == gone:
            continue
        if not isinstance(step.get("after"), dict) and gone in listed(step.get("after")):
            rest = [name for name in listed(step["after"]) if name != gone]
            yield plan(*path, "after", value=rest)
        branch = step.get("on_failure", {})
        if gone in listed(branch.get("steps")):
            yield plan(*path, "on_failure", "steps", value=[n for n in listed(branch["steps"]) if n != gone])
    for name, order in trees.plan.get("orders", {}).items():
        if gone in listed(order["binds"]):
            yield plan("orders", name, "binds", value=[n for n in listed(order["binds"]) if n != gone])


def acts_exchanged(trees: Trees) -> Iterator[Spoiled]:
    """Two steps in a row do each other's acts."""
    keys = ("do", "target", "success_check", "when", "requires", "place")
    previous: dict[str, tuple[Path, Any]] = {}
    for path, step, card in trees.steps():
        before = previous.get(card["id"])
        if before and step["do"] in SWITCHING + SAFETY and before[1]["do"] in SWITCHING + SAFETY:
            edits = [*_taken(path, step, before[1], keys), *_taken(before[0], before[1], step, keys)]
            yield spoil(step, card, f"act exchanged with {before[1]['id']}", *edits, more=(before[1]["id"],))
        previous[card["id"]] = (path, step)


def _taken(path: Path, mine: Any, other: Any, keys: tuple[str, ...]) -> Iterator[Edit]:
    for key in keys:
        if key in other:
            yield plan(*path, key, value=other[key])
        elif key in mine:
            yield plan(*path, key)


def verb_turned(trees: Trees) -> Iterator[Spoiled]:
    """Open for close, and the like."""
    for path, step, card in trees.steps():
        if step["do"] in TURNED:
            turned = TURNED[step["do"]]
            yield spoil(step, card, f"{turned} for {step['do']}", plan(*path, "do", value=turned))


def neighbour_operated(trees: Trees) -> Iterator[Spoiled]:
    """The device beside it in the same room."""
    devices = trees.table("devices")
    for path, step, card in trees.steps():
        if step["do"] not in ("open", "close") or not listed(step.get("target")):
            continue
        first, *rest = listed(step["target"])
        room = [name for name, each in devices.items() if each.get("place") == devices.get(first, {}).get("place")]
        if first in room and len(room) > 1:
            other = room[(room.index(first) + 1) % len(room)]
            yield spoil(
                step, card, f"{other} for {first}", plan(*path, "target", value=[other, *rest]), more=(first, other)
            )


def one_target_less(trees: Trees) -> Iterator[Spoiled]:
    """One of several targets is left out."""
    for path, step, card in trees.steps():
        targets = listed(step.get("target"))
        if len(targets) > 1:
            yield spoil(step, card, f"no {targets[-1]}", plan(*path, "target", value=targets[:-1]), more=(targets[-1],))


def item_left_out(trees: Trees) -> Iterator[Spoiled]:
    """One of the items of a `for_each` is left out."""
    for path, step, card in trees.steps():
        for key in ("devices", "places"):
            items = listed(step.get("for_each", {}).get(key))
            if len(items) > 1:
                yield spoil(
                    step, card, f"{items[0]} left out", plan(*path, "for_each", key, value=items[1:]), more=(items[0],)
                )


def no_supervisor(trees: Trees) -> Iterator[Spoiled]:
    """Nobody watches."""
    for path, step, card in trees.steps():
        if isinstance(step["by"], dict) and "supervisor" in step["by"]:
            edit = plan(*path, "by", value=step["by"]["operator"])
            high = any(_kv(trees, name) > 1 for name in listed(step.get("target")))
            yield spoil(step, card, "no supervisor", edit, forbids="B2 permits: HV work by two" if high else "")


def _kv(trees: Trees, switch: str) -> float:
    kv = {row["name"]: float(row["vn_kv"]) for _, row in trees.rows("bus")}
    return next((kv[row["bus"]] for _, row in trees.rows("switch") if row["name"] == switch), 0.0)


def other_role(trees: Trees) -> Iterator[Spoiled]:
    """Done by another role of the same side."""
    roles = trees.plan["actors"]
    for path, step, card in trees.steps():
        operator = step["by"] if isinstance(step["by"], str) else step["by"]["operator"]
        same = [name for name, role in roles.items() if role["side"] == roles[operator]["side"]]
        other = same[(same.index(operator) + 1) % len(same)]
        if other != operator and step["do"] in SWITCHING + SAFETY:
            yield spoil(step, card, f"by {other}", plan(*path, "by", value=other), more=(other, operator))


def elsewhere(trees: Trees) -> Iterator[Spoiled]:
    """A check made in a place where nothing shows."""
    places = list(trees.table("places"))
    for path, step, card in trees.steps():
        if "place" in step and step["do"] in ("check", "phase_check"):
            other = places[(places.index(step["place"]) + 3) % len(places)]
            yield spoil(step, card, f"at {other}", plan(*path, "place", value=other), more=(step["place"], other))


def ten_times_as_long(trees: Trees) -> Iterator[Spoiled]:
    """The work takes five hours."""
    for path, step, card in trees.steps():
        if step["do"] in SWITCHING:
            yield spoil(step, card, "takes 5 h", plan(*path, "takes", value="5 h"))


def waits_for_nobodys_word(trees: Trees) -> Iterator[Spoiled]:
    """The step waits for the word of a role that never sends it."""
    roles = list(trees.plan["actors"])
    for path, step, card in trees.steps():
        until = step.get("until", {})
        if "message" in until and "from" in until:
            other = roles[(roles.index(until["from"]) + 1) % len(roles)]
            yield spoil(step, card, f"until word from {other}", plan(*path, "until", "from", value=other))


def starts_without_word(trees: Trees) -> Iterator[Spoiled]:
    """A step of another card is asked for first, so that nobody there may know."""
    first = {card["id"]: card["steps"][0]["id"] for _, card in trees.cards()}
    for path, step, card in trees.steps():
        strange = next((name for other, name in first.items() if other != card["id"]), None)
        if strange and "after" not in step and step["do"] in SWITCHING:
            yield spoil(step, card, f"after {strange}", plan(*path, "after", value=[strange]), more=(strange,))


def no_way_out_of_a_choice(trees: Trees) -> Iterator[Spoiled]:
    """The last option of a decision goes."""
    for path, step, card in trees.steps():
        if len(step.get("options", ())) > 1:
            yield spoil(step, card, "last option goes", plan(*path, "options", value=step["options"][:-1]))


OPERATORS: dict[str, Operator] = {
    "step goes": step_goes,
    "step goes tidily": step_goes_tidily,
    "acts exchanged": acts_exchanged,
    "verb turned": verb_turned,
    "neighbour operated": neighbour_operated,
    "one target less": one_target_less,
    "item left out": item_left_out,
    "no supervisor": no_supervisor,
    "other role": other_role,
    "elsewhere": elsewhere,
    "takes long": ten_times_as_long,
    "word of nobody": waits_for_nobodys_word,
    "strange predecessor": starts_without_word,
    "option goes": no_way_out_of_a_choice,
    "no after": without("after"),
    "no requires": without("requires"),
    "no when": without("when"),
    "no success_check": without(
        "success_check", lambda trees, step: "B2: unobserved success" if step["do"] in SWITCHING else ""
    ),
    "no on_failure": without("on_failure", lambda trees, step: "B1-9: if not, then"),
    "no within": without("within", lambda trees, step: "B1-9: limit time"),
    "no wait_at_most": without("wait_at_most"),
    "no if_unknown": without("if_unknown"),
    "no uses": without("uses"),
    "no danger_to_life": without("danger_to_life"),
}
"""By name."""
