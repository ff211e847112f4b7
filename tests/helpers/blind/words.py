"""The spoiling of the words people tell one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from helpers.blind.change import Edit, Operator, Path, Spoiled, Trees, plan
from helpers.blind.steps import reported, spoil

Told = Callable[[Trees, Path, Any], Iterator[tuple[str, tuple[Edit, ...]]]]


def _each_word(spoilt: Told, forbids: Callable[[Any, Any, str], str] = lambda card, step, to: "") -> Operator:
    def operator(trees: Trees) -> Iterator[Spoiled]:
        for path, step, card in trees.steps():
            for number, tell in enumerate(step.get("tells", ())):
                for what, edits in spoilt(trees, (*path, "tells", number), tell):
                    asked = forbids(card, step, tell["to"])
                    yield spoil(step, card, what, *edits, forbids=asked, more=(tell["to"], tell["channel"]))

    return operator


def nobody_told(trees: Trees) -> Iterator[Spoiled]:
    """The step tells nobody."""
    for path, step, card in trees.steps():
        if step.get("tells"):
            told = tuple(tell["to"] for tell in step["tells"])
            asked = max(reported(card, step, to) for to in told)
            yield spoil(step, card, "tells nobody", plan(*path, "tells"), forbids=asked, more=told)


def one_not_told(trees: Trees) -> Iterator[Spoiled]:
    """One of several is not told."""
    for path, step, card in trees.steps():
        tells = step.get("tells", ())
        for number, tell in enumerate(tells if len(tells) > 1 else ()):
            left = [each for other, each in enumerate(tells) if other != number]
            yield spoil(
                step,
                card,
                f"{tell['to']} not told",
                plan(*path, "tells", value=left),
                forbids=reported(card, step, tell["to"]),
                more=(tell["to"],),
            )


def _other_channel(trees: Trees, path: Path, tell: Any) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    channels = list(trees.table("channels"))
    other = channels[(channels.index(tell["channel"]) + 1) % len(channels)]
    if other != tell["channel"]:
        yield f"by {other}", (plan(*path, "channel", value=other),)


def _without_facts(trees: Trees, path: Path, tell: Any) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    if tell.get("facts"):
        yield f"{tell['to']} told no facts", (plan(*path, "facts"),)


def _lets_it_be(trees: Trees, path: Path, tell: Any) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    answer = tell.get("no_answer")
    if answer and answer["then"] != "proceed":
        yield f"{tell['to']} silent: proceeds", (plan(*path, "no_answer", "then", value="proceed"),)


def _silence_unsaid(trees: Trees, path: Path, tell: Any) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    if "no_answer" in tell:
        yield f"{tell['to']}: silence not provided for", (plan(*path, "no_answer"),)


def _somebody_else(trees: Trees, path: Path, tell: Any) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    roles = list(trees.plan["actors"])
    other = roles[(roles.index(tell["to"]) + 1) % len(roles)]
    yield f"{other} told for {tell['to']}", (plan(*path, "to", value=other),)


OPERATORS: dict[str, Operator] = {
    "nobody told": nobody_told,
    "one not told": one_not_told,
    "other channel": _each_word(_other_channel),
    "told no facts": _each_word(_without_facts),
    "silence let be": _each_word(_lets_it_be),
    "silence unsaid": _each_word(_silence_unsaid, lambda card, step, to: "B1-9: if not, then"),
    "somebody else told": _each_word(_somebody_else, reported),
}
"""By name."""
