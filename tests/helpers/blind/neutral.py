"""Changes that change nothing: other words, another order, the same value spelt otherwise, somebody who is never asked.

After them no weak point of severity A may appear that the unchanged plan lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers.blind.change import Edit, Operator, Spoiled, Trees, customer, plan, site


def _neutral(what: str, *edits: Edit) -> Spoiled:
    return Spoiled(what, (), edits)


def step_reworded(trees: Trees) -> Iterator[Spoiled]:
    """A step's words."""
    for path, step, _ in trees.steps():
        new = {"zh": "同样的动作，换一种说法", "en": "The same act in other words"}
        yield _neutral(f"{step['id']} reworded", plan(*path, "text", value=new))


def card_retitled(trees: Trees) -> Iterator[Spoiled]:
    """A card's title."""
    for path, card in trees.cards():
        yield _neutral(f"{card['id']} retitled", plan(*path, "title", value={"zh": "新标题", "en": "A new title"}))


def source_of_a_figure(trees: Trees) -> Iterator[Spoiled]:
    """Yield the change of a figure's source, which changes no figure."""
    for path, step, _ in trees.steps():
        if "takes" in step:
            yield _neutral(f"{step['id']}: other source", plan(*path, "takes_source", value="timed at the drill"))


def words_of_rows(table: str) -> Operator:
    """The names of the rows of a table of site.yaml."""

    def operator(trees: Trees) -> Iterator[Spoiled]:
        for name, row in trees.table(table).items():
            if "name" in row:
                yield _neutral(f"{table} {name} renamed", site(table, name, "name", value={"zh": "某某", "en": "some"}))

    return operator


def _turned(value: Any) -> Any:
    return dict(reversed(value.items())) if isinstance(value, dict) else list(reversed(value))


def tables_turned(trees: Trees) -> Iterator[Spoiled]:
    """A table whose order means nothing, from its end."""
    for table in ("devices", "loads", "functions", "observations", "places", "travel", "zones", "profiles", "elements"):
        if table in trees.site:
            yield _neutral(f"{table} from the end", site(table, value=_turned(trees.site[table])))
    yield _neutral("people from the end", customer("people", value=_turned(trees.customer["people"])))
    yield _neutral("roles from the end", plan("actors", value=_turned(trees.plan["actors"])))


def idle_person(trees: Trees) -> Iterator[Spoiled]:
    """Somebody who holds no role."""
    place = next(iter(trees.table("places")))
    for number in range(3):
        person = {
            "name": "A. N. Other",
            "side": "customer",
            "shifts": [{"from": f"0{number + 6}:00", "to": "16:00", "place": place}],
        }
        yield _neutral(f"idle person {number}", customer("people", f"idle-{number}", value=person))


def idle_role(trees: Trees) -> Iterator[Spoiled]:
    """A person with a role no step names."""
    place = next(iter(trees.table("places")))
    person = {"name": "A. N. Other", "side": "customer", "shifts": [{"from": "00:00", "to": "00:00", "place": place}]}
    role = {"name": {"zh": "参观者", "en": "Visitor"}, "side": "customer", "held_by": ["idle-0"]}
    yield _neutral("idle role", customer("people", "idle-0", value=person), plan("actors", "idle-role", value=role))


def idle_step(trees: Trees) -> Iterator[Spoiled]:
    """A look round by somebody who does nothing else, at the end of a card."""
    place = next(iter(trees.table("places")))
    person = {"name": "A. N. Other", "side": "customer", "shifts": [{"from": "00:00", "to": "00:00", "place": place}]}
    role = {"name": {"zh": "观察员", "en": "Observer"}, "side": "customer", "held_by": ["idle-0"]}
    step = {
        "id": "IDLE-1",
        "clause": "99.1",
        "text": {"zh": "看一看", "en": "Have a look"},
        "do": "check",
        "by": "idle-role",
        "takes": "1 min",
        "takes_source": "assumed",
        "within": "30 min",
    }
    for path, card in trees.cards():
        steps = plan(*path, "steps", value=[*card["steps"], {**step, "place": place}])
        yield _neutral(
            f"{card['id']}: an idle person looks round",
            steps,
            customer("people", "idle-0", value=person),
            plan("actors", "idle-role", value=role),
        )


def place_nobody_goes(trees: Trees) -> Iterator[Spoiled]:
    """A place nobody goes to, and the long way there."""
    first = next(iter(trees.table("places")))
    ways = [*trees.site.get("travel", ()), {"from": first, "to": "far-away", "takes": "5 h", "source": "assumed"}]
    yield _neutral(
        "a place far away", site("places", "far-away", value={"name": "far away"}), site("travel", value=ways)
    )


def more_paper(trees: Trees) -> Iterator[Spoiled]:
    """A paper more on file; the plan's reason in other words."""
    paper = {"title": "floor plan", "kind": "other"}
    yield _neutral("a paper more", customer("documents", value=[*trees.customer.get("documents", ()), paper]))
    yield _neutral("other reason", plan("reason", value="yearly revision"))


def spare_resource(trees: Trees) -> Iterator[Spoiled]:
    """A tool no step uses."""
    tools = {**trees.plan.get("resources", {}), "spare-torch": {"name": "torch", "kind": "tool"}}
    yield _neutral("a tool more", plan("resources", value=tools))


def same_in_other_units(trees: Trees) -> Iterator[Spoiled]:
    """A duration in other units."""
    for path, step, _ in trees.steps():
        within = step.get("within")
        if within and within.endswith(" min"):
            seconds = f"{int(within.split()[0]) * 60} s"
            yield _neutral(f"{step['id']}: within {seconds}", plan(*path, "within", value=seconds))


def default_written_out(trees: Trees) -> Iterator[Spoiled]:
    """A default written down."""
    for name, row in trees.table("devices").items():
        if "operates_in" not in row:
            yield _neutral(f"{name} operates in 80 ms", site("devices", name, "operates_in", value="80 ms"))


def one_as_list(trees: Trees) -> Iterator[Spoiled]:
    """One id written as a list of one."""
    for path, step, _ in trees.steps():
        if isinstance(step.get("target"), str):
            yield _neutral(f"{step['id']}: target as a list", plan(*path, "target", value=[step["target"]]))


def clause_renumbered(trees: Trees) -> Iterator[Spoiled]:
    """Another number in the paper plan."""
    for path, step, _ in trees.steps():
        if "clause" in step:
            yield _neutral(f"{step['id']}: clause renumbered", plan(*path, "clause", value=f"A{step['clause']}"))


OPERATORS: dict[str, Operator] = {
    "step reworded": step_reworded,
    "card retitled": card_retitled,
    "source of a figure": source_of_a_figure,
    "load renamed": words_of_rows("loads"),
    "place renamed": words_of_rows("places"),
    "transfer renamed": words_of_rows("transfers"),
    "tables turned": tables_turned,
    "idle person": idle_person,
    "idle role": idle_role,
    "idle step": idle_step,
    "place nobody goes to": place_nobody_goes,
    "paper": more_paper,
    "spare tool": spare_resource,
    "other units": same_in_other_units,
    "default written out": default_written_out,
    "list of one": one_as_list,
    "clause renumbered": clause_renumbered,
}
"""By name."""
