"""The words of `init` on a folder it wrote around a given network: what was assumed, renamed and left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from drillsim.files.pp_adopt import AdoptedNetwork, LeftOut
    from drillsim.files.pp_passed import PassedOver
    from drillsim.files.pp_source import FoundSource

MOST = 20
"""Names in one line; a network may have hundreds."""


def notes(found: AdoptedNetwork, lang: Lang, dead: tuple[str, ...] = ()) -> tuple[str, ...]:
    """One line about each kind of thing that is not as the file had it, and about the buses that are `dead`."""
    return tuple(_notes(found, lang, dead))


def _notes(found: AdoptedNetwork, lang: Lang, dead: tuple[str, ...]) -> Iterator[str]:
    if found.feeders_from_gen:
        yield text(lang, "cli-init-feeder-from-gen", names=listed(lang, found.feeders_from_gen))
    if found.assumed_fault_levels:
        yield text(lang, "cli-init-assumed", names=listed(lang, found.assumed_fault_levels))
    if found.renamed:
        pairs = tuple(f"{old or '–'} → {new}" for _, old, new in found.renamed)
        yield text(lang, "cli-init-renamed", n=len(pairs), names=listed(lang, pairs))
    if found.sources:
        names = tuple(_source(each) for each in found.sources)
        yield text(lang, "cli-init-sources", n=len(names), names=listed(lang, names))
    if found.ups:
        names = tuple(f"{each.id} ({each.input} → {each.output}, {each.rated_kw:g} kW)" for each in found.ups)
        yield text(lang, "cli-init-ups", names=listed(lang, names))
    if found.unfed:
        yield text(lang, "cli-init-unfed", n=len(found.unfed), names=listed(lang, found.unfed))
    if found.raised:
        yield text(lang, "cli-init-raised", names=listed(lang, tuple(map(_left, found.raised))))
    if found.idle_taps:
        yield text(lang, "cli-init-idle-taps", names=listed(lang, found.idle_taps))
    for reason in dict.fromkeys(each.reason for each in found.passed_over):
        names = tuple(_passed(each) for each in found.passed_over if each.reason == reason)
        yield text(lang, "cli-init-passed-over", reason=reason, names=listed(lang, names))
    if dead:
        yield text(lang, "cli-dead-at-start", n=len(dead), names=listed(lang, dead))
    for table, group in _by_table(found.left_out).items():
        yield text(lang, "cli-init-left-out", table=table, n=len(group), names=listed(lang, tuple(map(_left, group))))


def _source(each: FoundSource) -> str:
    return f"{each.id} ({each.bus}, {each.kw:g} kW)"


def _passed(each: PassedOver) -> str:
    return f"{each.table}.{each.column} ({each.n})" if each.column else f"{each.table} ({each.n})"


def _left(each: LeftOut) -> str:
    if each.key:
        return f"{each.name}.{each.key} = {each.value}"
    return f"{each.name} ({each.value} MW)" if each.value else each.name


def _by_table(left_out: tuple[LeftOut, ...]) -> dict[str, list[LeftOut]]:
    groups: dict[str, list[LeftOut]] = {}
    for each in left_out:
        groups.setdefault(each.table, []).append(each)
    return groups


def listed(lang: Lang, names: tuple[str, ...]) -> str:
    """The first `MOST` of `names`, and how many more there are."""
    shown = text(lang, "quantity-list-mark").join(names[:MOST])
    return shown if len(names) <= MOST else shown + " " + text(lang, "cli-init-and-more", n=len(names) - MOST)
