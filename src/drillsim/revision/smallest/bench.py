"""The jobs of a search's processes: sets of changes made and played on required cases.

A process keeps the customers it has edited last. Keeping them changes only how long a job takes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, EditError
from drillsim.revision.apply import edit_folder
from drillsim.revision.compare import gain, worse
from drillsim.revision.measure import measured
from drillsim.revision.player import Player
from drillsim.revision.reachable import new_danger
from drillsim.revision.recommendation import Told
from drillsim.revision.smallest.choice import Chosen
from drillsim.revision.smallest.known_case import KnownCase, digest_of, late_in, missed_in, unsure_in
from drillsim.revision.together import Collision, Edits, together
from drillsim.schema import Case, unmatched

_KEPT = 24
"""Edited customers a process keeps."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One case with a set of changes made."""

    missed: tuple[str, ...]
    """Protected loads and functions that are missed."""
    stuck: tuple[str, ...]
    """Those of them that are no nearer to their limit than with the plan as it is, by what counts as a gain."""
    triggered: frozenset[str]
    """Cards that were triggered."""
    late_ms: tuple[int, int]
    """By how much all limits together are exceeded: those that are safety-critical, and all."""
    same: bool = True
    """True where the run went, event for event, as with the plan as it is, and nothing is judged otherwise."""
    unsure: tuple[str, ...] = ()
    """Those of which nobody can say whether they are missed."""
    worse: Told | None = None
    """The gravest thing that is worse than with the plan as it is; None where nothing is."""


def as_it_is(known: KnownCase) -> Seen:
    """The case with nothing changed."""
    return Seen(known.missed, known.missed, known.triggered, known.late_ms, unsure=known.unsure)


@dataclass(frozen=True, slots=True, eq=False)
class Bench:
    """The values every job needs."""

    folder: CustomerFolder
    player: Player
    cases: tuple[KnownCase, ...]
    changes: tuple[Edits, ...]
    """Edits of each change of the pool, written for the files as they are."""
    _made: OrderedDict[Chosen, CustomerFolder | None] = field(init=False, repr=False, default_factory=OrderedDict)

    def __reduce__(self) -> tuple[object, ...]:
        return Bench, (self.folder, self.player, self.cases, self.changes)

    def made(self, chosen: Chosen) -> CustomerFolder | None:
        """The customer with these changes made; None where they cannot be made together."""
        if chosen not in self._made:
            self._made[chosen] = self._edited(chosen)
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(chosen)
        return self._made[chosen]

    def _edited(self, chosen: Chosen) -> CustomerFolder | None:
        try:
            return edit_folder(self.folder, together([self.changes[each] for each in chosen])).folder
        except (Collision, EditError, InvalidInput):
            return None


@dataclass(frozen=True, slots=True)
class Job:
    """A set of changes to be tried on cases, by their places."""

    chosen: Chosen
    places: tuple[int, ...]


def tried(bench: Bench, job: Job) -> tuple[Seen, ...] | None:
    """The cases with the changes made, in order; None where they cannot be made together."""
    folder = bench.made(job.chosen)
    return None if folder is None else tuple(_seen(bench, folder, bench.cases[place]) for place in job.places)


def refused(bench: Bench, chosen: Chosen) -> Told | None:
    """Why a set may not be made, whatever it mends: its changes do not go together, or a hazard comes within reach."""
    folder = bench.made(chosen)
    if folder is None:
        return Told("revision-together-not")
    return new_danger(bench.folder.dossier, folder.dossier)


def _seen(bench: Bench, folder: CustomerFolder, known: KnownCase) -> Seen:
    case = Case(folder.dossier, known.name, known.scenario)
    if unmatched(case):
        return _not_played(known)
    try:
        journal = replace(bench.player, draw=known.draw).play(case)
    except Exception:  # one run that cannot be played must not end a search; the set is not taken
        return _not_played(known)
    after = measured(case, journal, weak=False)
    missed = missed_in(after)
    before = known.before
    harm = worse(before, after, bench.folder.dossier, folder.dossier)
    same = harm is None and missed == known.missed and digest_of(journal) == known.digest
    nearer = gain(before, after)
    better = {each.subject for each in nearer.subjects} if nearer else set()
    stuck = tuple(name for name in missed if name not in better)
    return Seen(missed, stuck, after.done.triggered, late_in(after), same, unsure_in(after), harm)


def _not_played(known: KnownCase) -> Seen:
    told = Told("revision-worse-not-played", {"scenario": known.name})
    return Seen(known.missed, known.missed, frozenset(), known.late_ms, same=False, worse=told)


def in_blocks(chosen: Chosen, places: Sequence[int], size: int) -> list[Job]:
    """The set on these cases, in jobs of at most `size`."""
    return [Job(chosen, tuple(places[start : start + size])) for start in range(0, len(places), size)]
