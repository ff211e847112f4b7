"""Instances of steps: `for_each` writes one step and means many, each named after its item (`S31[sub-17]`).

Inside `for_each` the lists of a step shrink to what belongs to the item. Every list of ids the step names (targets,
subjects of its conditions, facts it tells) leaves out what belongs to *another* item, unless nothing would be left. A
thing belongs to an item if it is the item, or stands in the item's place and is no item itself. So `success_check:
{switch: [a1, b1, c1], is: closed}` asks each substation about its own switch, and a bus that feeds them all is asked
about by every one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, cast

from drillsim.schema.compiled import Compiled
from drillsim.schema.condition import STATES, Condition
from drillsim.schema.plan import Option, Step, Tell
from drillsim.schema.step_name import instance_name
from drillsim.schema.verbs import VERBS
from drillsim.schema.where import places_of

C = TypeVar("C", bound=Condition)


@dataclass(frozen=True, slots=True)
class Instance:
    """One step as it is carried out once. `item` is empty for a step that is no `for_each`."""

    name: str
    step: Step
    item: str = ""
    number: int = 0
    """Place of the item in its list, from 0."""
    also: tuple[str, ...] = ()
    """Instances for the same item that must be done before (`for_each.after`)."""


def instances(dossier: Compiled, step: Step) -> tuple[Instance, ...]:
    """Return the instances a written step stands for: itself, or one narrowed step an item."""
    if step.for_each is None:
        return (Instance(step.id, step),)
    narrow = _Narrow(dossier, step)
    before = step.for_each.after
    return tuple(
        Instance(
            instance_name(step.id, item), narrow.to(item), item, number, tuple(instance_name(n, item) for n in before)
        )
        for number, item in enumerate(step.for_each.items)
    )


class _Narrow:
    """Narrows one step to one item after another."""

    def __init__(self, dossier: Compiled, step: Step) -> None:
        self._places, self._step = places_of(dossier), step
        assert step.for_each is not None
        self._each = step.for_each
        self._items = dict.fromkeys(self._each.items)
        self._in: dict[str, list[str]] = {}
        """Items in each place."""
        for item in self._items:
            for place in self._places.get(item, ()):
                self._in.setdefault(place, []).append(item)

    def owners(self, name: str) -> tuple[str, ...]:
        """Items a thing belongs to."""
        if name in self._items:
            return (name,)
        return tuple(dict.fromkeys(item for place in self._places.get(name, ()) for item in self._in.get(place, ())))

    def to(self, item: str) -> Step:
        """The step as it is for `item`."""
        step = self._step
        change: dict[str, object] = {
            "for_each": None,
            "target": self._target(item),
            "place": step.place or self._place(item),
            "when": self._maybe(step.when, item),
            "until": self._maybe(step.until, item),
            "requires": tuple(self._condition(each, item) for each in step.requires),
            "success_check": self._maybe(step.success_check, item),
            "tells": tuple(self._tell(tell, item) for tell in step.tells),
            "options": tuple(self._option(option, item) for option in step.options),
        }
        return step.model_copy(update=change)

    def _target(self, item: str) -> tuple[str, ...]:
        is_target = self._each.devices or "place" in VERBS[self._step.do].targets
        return (item,) if is_target else self._list(self._step.target, item)

    def _place(self, item: str) -> str | None:
        """A check is made where the item is; whatever is operated stands where it stands, and talking needs no walk."""
        return next(iter(self._places.get(item, ())), None) if self._step.do == "check" else None

    def _list(self, names: tuple[str, ...], item: str) -> tuple[str, ...]:
        if len(names) < 2:
            return names
        kept = tuple(name for name in names if item in (owners := self.owners(name)) or not owners)
        return kept or names

    def _tell(self, tell: Tell, item: str) -> Tell:
        return tell.model_copy(update={"facts": self._list(tell.facts, item)})

    def _option(self, option: Option, item: str) -> Option:
        return option.model_copy(update={"when": self._maybe(option.when, item)})

    def _maybe(self, condition: C | None, item: str) -> C | None:
        return None if condition is None else self._condition(condition, item)

    def _condition(self, condition: C, item: str) -> C:
        change: dict[str, Any] = {
            kind: self._list(getattr(condition, kind), item) for kind in STATES if getattr(condition, kind)
        }
        for key in ("all_", "any_"):
            parts: tuple[Condition, ...] = getattr(condition, key)
            if parts:
                change[key] = tuple(self._condition(part, item) for part in parts)
        if condition.not_ is not None:
            change["not_"] = self._condition(condition.not_, item)
        # rebuilt, not copied: a copy would carry over what the whole condition has already worked out of itself
        return cast(C, type(condition).model_construct(**{**dict(condition), **change}))
