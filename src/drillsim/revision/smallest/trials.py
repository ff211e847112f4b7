"""The runs of sets of changes on cases, each pair played once.

A run known without it is not played: the changes of a set that touch only cards nobody triggers in a run change
nothing of it (`revision.untouched`), so the run with the others stands for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from drillsim.revision.pool import Pool
from drillsim.revision.smallest.bench import Bench, Job, Seen, as_it_is, in_blocks, tried
from drillsim.revision.smallest.choice import Chosen
from drillsim.revision.smallest.known_case import KnownCase

BLOCK = 12
"""Cases of one job."""


class Trials:
    """The memory of a search. `touched`: by change, the cards it touches alone; None where it may touch more."""

    def __init__(
        self,
        pool: Pool[Bench],
        cases: Sequence[KnownCase],
        touched: Sequence[frozenset[str] | None],
        say: Callable[[str, int], None] = lambda what, played: None,
    ) -> None:
        self._pool, self._cases, self._touched, self._say = pool, cases, touched, say
        self._seen: dict[tuple[Chosen, int], Seen] = {}
        self._not_made: set[Chosen] = set()
        self._asked: dict[tuple[Chosen, int], bool] = {}
        self.verifying = 0
        """Number of runs played to verify sets."""

    @property
    def played(self) -> int:
        """Number of runs played."""
        return len(self._seen)

    @property
    def untouched(self) -> int:
        """Number of runs that were not played, for changes of the set touch nothing of the case."""
        return self._stood_for(quick=False)

    @property
    def idle(self) -> int:
        """Number of runs that were not played, for changes of the set do nothing in the case when they are made
        alone."""
        return self._stood_for(quick=True)

    def look(
        self, asked: Iterable[tuple[Chosen, Iterable[int]]], *, quick: bool = False, verifying: bool = False
    ) -> None:
        """Plays what is not known yet of these sets on these cases. `quick`: a change that alone left the run of a case
        as it was is taken to do nothing there beside others either. `verifying` is counted apart."""
        open_ = {(chosen, place): None for chosen, places in asked for place in places if chosen not in self._not_made}
        self._asked.update(dict.fromkeys((each for each in open_ if not quick or each not in self._asked), quick))
        while open_:
            due: dict[Chosen, list[int]] = {}
            for chosen, place in tuple(open_):
                part = self._known_part(chosen, place, quick=quick)
                if not part or part in self._not_made or (part, place) in self._seen:
                    del open_[chosen, place]
                elif place not in due.setdefault(part, []):
                    due[part].append(place)
            jobs = [job for part, places in due.items() for job in in_blocks(part, places, BLOCK)]
            self._play(jobs, "verified" if verifying else "sets")

    def seen(self, chosen: Chosen, place: int, *, quick: bool = False) -> Seen | None:
        """The case with the set; None where the set cannot be made. It was asked for before, as `quick`ly."""
        part = self._known_part(chosen, place, quick=quick)
        if part in self._not_made:
            return None
        return self._seen[part, place] if part else as_it_is(self._cases[place])

    def did_harm(self, change: int, place: int) -> bool:
        """Return whether the change was seen to make something worse in the case when made alone."""
        alone = self._seen.get(((change,), place))
        return alone is not None and alone.worse is not None

    def _play(self, jobs: Sequence[Job], what: str) -> None:
        before = self.played
        for job, found in zip(jobs, self._pool.map(tried, jobs), strict=True):
            if found is None:
                self._not_made.add(job.chosen)
            else:
                self._seen.update({(job.chosen, place): seen for place, seen in zip(job.places, found, strict=True)})
                self._say(what, self.played)
        if what == "verified":
            self.verifying += self.played - before

    def _known_part(self, chosen: Chosen, place: int, *, quick: bool) -> Chosen:
        """The part of the set that does what all of it does, as far as the runs played tell: a change is left out while
        no card it touches was triggered in the run without it."""
        part: Chosen = ()
        triggered = self._cases[place].triggered
        of = tuple(each for each in chosen if not self._is_idle(each, place)) if quick and len(chosen) > 1 else chosen
        while True:
            more = tuple(each for each in of if each in part or self._touches(each, triggered))
            if more == part or not more:
                return part
            part = of if more in self._not_made else more
            seen = self._seen.get((part, place))
            if seen is None:
                return part
            triggered = seen.triggered

    def _stood_for(self, *, quick: bool) -> int:
        asked = (each for each, how in self._asked.items() if how == quick)
        return sum(self._known_part(chosen, place, quick=quick) != chosen for chosen, place in asked)

    def _is_idle(self, change: int, place: int) -> bool:
        alone = self._seen.get(((change,), place))
        return alone is not None and alone.same

    def _touches(self, change: int, triggered: frozenset[str]) -> bool:
        touched = self._touched[change]
        return touched is None or bool(touched & triggered)
