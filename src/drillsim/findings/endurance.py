"""The judgement whether own supply lasts as long as a load needs (`min_supply_time`), by what stood behind it in this
run.

A *spell* is the time from the moment the mains left the load until they came back. If gensets fed it in the spell, fuel
decides, and batteries in between are not counted (that errs to the safe side); where only batteries did, they do.

- The source stopped for lack of fuel or battery: it lasted from start to stop. That is seen, not computed.
- It still ran: litres it can use over its burn in this run while it carried the load. An upstream tank counts only if
  its pump was seen running: a pump nobody saw running may be dead. Enough litres: met. Too few, and nothing
  that could still bring more (no other inflow, no refuelling step): missed. Else not tested, and `lasts_ms` is what
  was observed.
- It carried the load, which then lay dark (also where a battery ran out before a set came), or it was called and never
  reached a load that lay dark for longer than it may: missed, and `lasts_ms` runs to that moment.
- Own supply never called, or it bridged a dip: not tested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.findings.burn import burned_l, usable_l, waiting_inflows
from drillsim.findings.feeding import Feeding, Segment
from drillsim.findings.finding import Endurance
from drillsim.findings.reach import behind
from drillsim.journal import Event, Journal
from drillsim.schema import Genset, Load, MobileGenset

OUT_OF_FUEL = ("no_fuel",)
"""Causes of `source_stopped` that mean an empty tank."""
NO_LONGER_CALLED = "cool_down"
"""Cause of `source_stopped` where the mains were back on the board: own supply had done its part."""
REFILL_NOT_SEEN = "refill-not-seen"
"""The reason why nobody can tell: the tank alone does not suffice, and what fills it was not due before the end."""
DIP_MS = 1_000
"""The mains were back within this: a dip. Assumed."""
UNSTATED_MS = 300_000
"""A load without a limit may be dark so long before own supply is due; assumed."""
_WORST_FIRST = {"missed": 0, "cannot_say": 1, "not_tested": 2, "met": 3}


@dataclass(frozen=True, slots=True)
class Spell:
    """One time without mains, with the stretches in which own supply carried the load."""

    segments: tuple[Segment, ...]
    back: bool
    """True where the mains came back within the run."""

    @property
    def own(self) -> tuple[Segment, ...]:
        """Stretches on own supply."""
        return tuple(segment for segment in self.segments if segment.fed.own)

    @property
    def gensets(self) -> tuple[str, ...]:
        """Gensets that carried it, in the order they came."""
        return tuple(dict.fromkeys(name for segment in self.own for name in segment.fed.gensets))

    @property
    def batteries(self) -> tuple[str, ...]:
        """UPSs whose battery carried it."""
        return tuple(dict.fromkeys(name for segment in self.own for name in segment.fed.batteries))

    @property
    def span(self) -> tuple[int, int]:
        """From the first to the last moment on own supply."""
        return self.own[0].start_ms, self.own[-1].end_ms


def endurance(load: str, stated: Load, feeding: Feeding, unsure: str) -> Endurance:
    """The worst of all spells on own supply; `unsure` is why nothing may be called met ('' when it may)."""
    spells = tuple(_spells(feeding.of(load)))
    judged = [_judged(load, stated, spell, feeding) for spell in spells if _is_asked(spell)]
    never = _never_reached(load, stated, feeding)
    if never is not None:
        judged.append(never)
    if not judged:
        calls = feeding.journal.of("genset_called", "ups_on_battery")
        called = any(load in behind(feeding.dossier, str(event.data["source"])) for event in calls)
        why = "own-supply-did-not-reach" if called else "own-supply-not-called"
        why = "ended-first" if any(spell.own for spell in spells) else why
        return _unless(unsure, Endurance("not_tested", None, why))
    worst = min(judged, key=lambda each: (_WORST_FIRST[each.verdict], each.lasts_ms or 0))
    return worst if worst.verdict == "missed" else _unless(unsure, worst)


def _is_asked(spell: Spell) -> bool:
    """Return whether own supply had to last at all: a battery that bridged a dip says nothing of that."""
    return bool(spell.own) and not (spell.back and spell.segments[-1].end_ms - spell.segments[0].start_ms < DIP_MS)


def _never_reached(load: str, stated: Load, feeding: Feeding) -> Endurance | None:
    """Missed where a source that can feed the load was called in a time without mains and never carried it, while it
    lay dark for longer than it may. A load without a limit may for `UNSTATED_MS`."""
    called = [e for e in feeding.journal.of("genset_called") if load in behind(feeding.dossier, str(e.data["source"]))]
    for spell in _spells(feeding.of(load)):
        asked = any(spell.segments[0].start_ms <= e.t_ms <= spell.segments[-1].end_ms for e in called)
        dark = max((segment.ms for segment in spell.segments), default=0)
        if asked and not spell.own and dark > _may_be_dark(stated):
            return Endurance("missed", 0, "own-supply-did-not-reach")
    return None


def _may_be_dark(stated: Load) -> int:
    return UNSTATED_MS if stated.max_interruption is None else stated.max_interruption


def _unless(unsure: str, found: Endurance) -> Endurance:
    return Endurance("cannot_say", found.lasts_ms, unsure) if unsure else found


def _spells(segments: tuple[Segment, ...]) -> Iterator[Spell]:
    without: list[Segment] = []
    for segment in segments:
        if not segment.fed.mains:
            without.append(segment)
        elif without:
            yield Spell(tuple(without), back=True)
            without = []
    if without:
        yield Spell(tuple(without), back=False)


def _judged(load: str, stated: Load, spell: Spell, feeding: Feeding) -> Endurance:
    assert stated.min_supply_time is not None
    if spell.gensets:
        return _by_fuel(stated, stated.min_supply_time, spell, feeding)
    return _by_battery(load, stated, stated.min_supply_time, spell, feeding)


def _dark_while_due(stated: Load, spell: Spell, journal: Journal) -> Endurance | None:
    """Missed at the first moment, after own supply had carried it and before its time was over, from which the load lay
    dark for longer than it may: also where a battery ran out before a set came."""
    assert stated.min_supply_time is not None
    began = _running_since(journal, spell) if spell.gensets else spell.span[0]
    for segment in spell.segments:
        if segment.fed.own or segment.start_ms <= spell.span[0] or segment.ms <= _may_be_dark(stated):
            continue
        before_the_set = segment.start_ms < began
        lasted = segment.start_ms - (spell.span[0] if before_the_set else began)
        if lasted < stated.min_supply_time:
            why = "battery-ran-out" if before_the_set else _why_dark(spell, segment, journal)
            return Endurance("missed", lasted, why)
    return None


def _why_dark(spell: Spell, dark: Segment, journal: Journal) -> str:
    """A set of it had stopped, or somebody or something switched it off."""
    stops = (e for e in journal.of("source_stopped") if spell.span[0] <= e.t_ms <= dark.start_ms)
    return "own-supply-stopped" if any(e.data["source"] in spell.gensets for e in stops) else "switched-off"


def _by_fuel(stated: Load, due_ms: int, spell: Spell, feeding: Feeding) -> Endurance:
    journal = feeding.journal
    began = _running_since(journal, spell)
    stops = _all_stopped(journal, spell.gensets, began, spell)
    dry = next((stop for stop in stops if stop.data["cause"] in OUT_OF_FUEL), None)
    dark = _dark_while_due(stated, spell, journal)
    if dry is not None and (dark is None or dry.t_ms - began <= (dark.lasts_ms or 0)):
        return _seen(dry.t_ms - began, due_ms, "fuel-ran-out")
    if dark is not None:
        return dark
    observed = spell.span[1] - began
    if observed >= due_ms:
        return Endurance("met", observed, "lasted")
    if stops and _broke_off(spell):
        return Endurance("missed", observed, "own-supply-stopped")
    if _broke_off(spell) and not spell.back:
        return Endurance("not_tested", observed, "switched-off")
    return _by_stores(due_ms, began, observed, spell, feeding)


def _by_stores(due_ms: int, began: int, observed: int, spell: Spell, feeding: Feeding) -> Endurance:
    """The source still ran, or the mains came back: litres over burn."""
    site, journal = feeding.dossier.site, feeding.journal
    stores = tuple(dict.fromkeys(_fuel(feeding, name) for name in spell.gensets))
    carried = [(segment.start_ms, segment.end_ms) for segment in spell.own if segment.fed.gensets]
    carried_ms = sum(end - start for start, end in carried)
    litres = sum(burned_l(site, journal, spell.gensets, start, end) for start, end in carried)
    if "" in stores or litres <= 0 or carried_ms <= 0:
        return Endurance("not_tested", observed, "ended-first")
    usable = usable_l(site, journal, stores, began)
    if usable is None:
        return Endurance("met", None, "refilled-without-end")
    lasts = round(usable / (litres / carried_ms))
    if lasts >= due_ms:
        return Endurance("met", lasts, "stores-suffice")
    if waiting_inflows(feeding.dossier, journal, stores):
        return Endurance("not_tested", observed, REFILL_NOT_SEEN)
    return Endurance("missed", lasts, "stores-too-small")


def _by_battery(load: str, stated: Load, due_ms: int, spell: Spell, feeding: Feeding) -> Endurance:
    began, ended = spell.span
    empties = (e for e in feeding.journal.of("battery_empty") if e.data["source"] in spell.batteries)
    empty = next((e for e in empties if began < e.t_ms <= ended), None)
    if empty is not None:
        return _seen(empty.t_ms - began, due_ms, "battery-ran-out")
    dark = _dark_while_due(stated, spell, feeding.journal)
    if dark is not None:
        return dark
    if ended - began >= due_ms:
        return Endurance("met", ended - began, "lasted")
    lasts = _battery_ms(feeding.journal, spell.batteries, began)
    if lasts is None:
        return Endurance("not_tested", ended - began, "ended-first")
    if lasts >= due_ms:
        return Endurance("met", lasts, "stores-suffice")
    gensets = (name for name, each in feeding.dossier.site.sources.items() if isinstance(each, Genset))
    if any(load in behind(feeding.dossier, name) for name in gensets):
        return Endurance("not_tested", ended - began, "ended-first")
    return Endurance("missed", lasts, "battery-too-small")


def _battery_ms(journal: Journal, batteries: tuple[str, ...], began: int) -> int | None:
    """Energy over load at the moment the battery took over; None when the journal does not say."""
    event = next((e for e in journal.of("ups_on_battery") if e.data["source"] in batteries and e.t_ms >= began), None)
    if event is None or not event.data["load_kw"]:
        return None
    return round(float(event.data["energy_kwh"]) / float(event.data["load_kw"]) * 3_600_000)


def _seen(lasts_ms: int, due_ms: int, why: str) -> Endurance:
    """Own supply was seen to run out after `lasts_ms`."""
    return Endurance("missed", lasts_ms, why) if lasts_ms < due_ms else Endurance("met", lasts_ms, "lasted")


def _broke_off(spell: Spell) -> bool:
    """Return whether the load was dark at the end of the spell; going back to the mains takes its moment too."""
    return spell.segments[-1].end_ms > spell.span[1]


def _running_since(journal: Journal, spell: Spell) -> int:
    """Return the time the first genset of the spell came to run, ms."""
    first = next(segment.start_ms for segment in spell.own if segment.fed.gensets)
    runs = [e.t_ms for e in journal.of("source_running") if e.data["source"] in spell.gensets and e.t_ms <= first]
    return max(runs[-1], spell.segments[0].start_ms) if runs else first


def _all_stopped(journal: Journal, gensets: tuple[str, ...], began: int, spell: Spell) -> tuple[Event, ...]:
    """Stops in the spell after which none of its gensets ran, even if one was started again later (refuelled); not the
    stop of a set that nothing called any more, while the load itself had yet to start again on the mains."""
    ended = spell.segments[-1].end_ms
    running: dict[str, None] = {}
    found = []
    for event in journal.of("source_running", "source_stopped"):
        if event.data["source"] not in gensets or event.t_ms > ended:
            continue
        if event.type == "source_running":
            running[event.data["source"]] = None
            continue
        running.pop(event.data["source"], None)
        asked = event.data["cause"] != NO_LONGER_CALLED
        if asked and not running and began <= event.t_ms and (event.t_ms < ended or not spell.back):
            found.append(event)
    return tuple(found)


def _fuel(feeding: Feeding, genset: str) -> str:
    source = feeding.dossier.site.sources[genset]
    if isinstance(source, MobileGenset):
        return genset if source.tank_l else ""  # its own tank goes by its name
    return source.fuel or "" if isinstance(source, Genset) else ""
