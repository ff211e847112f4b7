"""PLN-22: the words of a step say what it does and whom it tells; those who are told together everywhere else are told
together; steps of the same words tell the same people. A reader of the card acts on its words; the run acts on its
fields; where the two differ one of them is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over
from drillsim.schema import Step, Words

_OPPOSITE = {
    "open": "close", "close": "open", "start": "stop", "stop": "start", "shed": "restore", "restore": "shed",
    "enable": "disable", "disable": "enable", "earth": "unearth", "unearth": "earth",
}  # fmt: skip
_SAID = {
    "open": ("拉开", "断开", "分闸", "open"),
    "close": ("合上", "合闸", "手动合", "close"),
    "start": ("启动", "start"),
    "stop": ("停", "stop", "shut down"),
    "shed": ("切除", "甩", "拉开", "停", "shed", "switch off", "open"),
    "restore": ("恢复", "送", "合上", "投", "restore", "switch on", "close"),
    "enable": ("投入", "enable", "put"),
    "disable": ("退出", "disable", "take out", "block"),
    "earth": ("接地", "earth"),
    "unearth": ("拆除", "拉开", "remove", "take off"),
}
"""Words for an act, in both languages: practice."""
_OFTEN = 2
"""Two who are told together so often belong together; assumed."""
_TALKS = ("report", "call", "ask", "order", "request")


def words_fit_acts(inputs: Inputs) -> Iterator[Result]:
    """PLN-22: a step's wording does not speak of the opposite act alone, whom it names is told, what talks talks to
    somebody, and nobody is left out who is told together with another everywhere else, or by a step of the same
    words."""
    steps = [(step, about) for _, step, about in inputs.steps() if step.text.zh or step.text.en]
    found = []
    for step, about in steps:
        opposite = _OPPOSITE.get(step.do, "")
        if opposite and _says(step.text, opposite) and not _says(step.text, step.do):
            found.append(failed(about, "act", step=step.id, do=step.do, said=opposite))
        if step.do in _TALKS and not step.tells and not step.target:
            found.append(failed(about, "nobody", step=step.id))
        untold = tuple(role for role in _named(inputs, step.text) if role not in _concerned(inputs, step))
        if untold and step.do in _TALKS:
            found.append(failed(about, "untold", step=step.id, roles=listed(untold)))
    found += [*_parted(inputs), *_unlike(inputs)]
    yield from over(len(steps), found, inputs.about_plan, none="no-step")


def _parted(inputs: Inputs) -> Iterator[Result]:
    """Steps that tell one of two who in all other steps, two at least, hear a thing together; nobody tells
    themselves."""
    steps = {step.id: (about, step) for _, step, about in inputs.steps() if step.tells}
    told = {name: (about, [tell.to for tell in step.tells]) for name, (about, step) in steps.items()}
    for one, other in permutations(dict.fromkeys(role for _, roles in told.values() for role in roles), 2):
        own = {name for name, (_, step) in steps.items() if step.by.operator == other}
        of_one = {name: roles for name, (_, roles) in told.items() if one in roles and name not in own}
        both = tuple(name for name, roles in of_one.items() if other in roles)
        alone = [name for name in of_one if name not in both]
        if len(both) >= _OFTEN and len(alone) == 1:
            yield failed(told[alone[0]][0], "parted", step=alone[0], told=one, role=other, steps=listed(both))


def _unlike(inputs: Inputs) -> Iterator[Result]:
    """Steps worded like another one that leave out somebody it tells."""
    alike: dict[tuple[str, Words], list[tuple[Step, About]]] = {}
    for _, step, about in inputs.steps():
        if step.tells and (step.text.zh or step.text.en):
            alike.setdefault((step.do, step.text), []).append((step, about))
    for steps in alike.values():
        most = max((step for step, _ in steps), key=lambda step: len({tell.to for tell in step.tells}))
        for step, about in steps:
            mine = {tell.to for tell in step.tells}
            missing = tuple(dict.fromkeys(tell.to for tell in most.tells if tell.to not in mine))
            if missing:
                yield failed(about, "unlike", step=step.id, other=most.id, roles=listed(missing))


def _says(text: Words, act: str) -> bool:
    return any(_holds(text, word) for word in _SAID[act])


def _holds(text: Words, word: str) -> bool:
    if word.isascii():
        return re.search(rf"\b{re.escape(word)}", text.en, re.IGNORECASE) is not None
    return word in text.zh


def _named(inputs: Inputs, text: Words) -> Iterator[str]:
    """Roles whose whole name stands in the wording."""
    for role, actor in inputs.dossier.plan.actors.items():
        en = actor.name.en and re.search(rf"\b{re.escape(actor.name.en)}\b", text.en, re.IGNORECASE)
        if en or (actor.name.zh and actor.name.zh in text.zh):
            yield role


def _concerned(inputs: Inputs, step: Step) -> set[str | None]:
    """Return the roles concerned: those who do it, watch, are told or asked, or whose word it waits for."""
    plan = inputs.dossier.plan
    asked = [plan.permits[name].from_ for name in step.target if name in plan.permits]
    sent = [plan.resources[name].from_ for name in step.target if name in plan.resources]
    heard = [leaf.from_ for each in step.conditions() for leaf in each.leaves()]
    pool = step.for_each.pool if step.for_each else ()
    return {step.by.operator, step.by.supervisor, *(tell.to for tell in step.tells), *asked, *sent, *heard, *pool}
