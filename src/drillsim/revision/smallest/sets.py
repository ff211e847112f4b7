"""Sets of changes on the required cases: the questions a search asks of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

from drillsim.revision.pool import Pool
from drillsim.revision.recommendation import KINDS, Recommendation, Told
from drillsim.revision.smallest.bench import Bench, Seen, refused
from drillsim.revision.smallest.choice import DECISIVE, Chosen, Value, promising
from drillsim.revision.smallest.known_case import KnownCase
from drillsim.revision.smallest.trials import Trials
from drillsim.revision.together import Collision, together

WAVE = 96
"""Required cases a set is verified on before anybody looks whether it stands."""
MOST_REFUSED = 24
"""Sets that may fail to stand before the search is content with what stands."""
PARTS = 50
"""Parts of the late minutes: less than one is no step on the way to a limit met."""
SLIGHT = 100
"""A change is not made for less than one in so many of the limits missed."""
LEAST_ALIKE = 3
"""Changes of a kind that are looked at together."""
LEARNED_AT_ONCE = 4
"""Cases learned from one set that does not stand."""


HARMFUL, PARTNERS = 6, 3
"""Changes that mend most but do harm, and the changes each is tried with that help where it does."""


@dataclass(frozen=True, slots=True)
class Alone:
    """One change made alone on the cases screened."""

    mends: tuple[int, int]
    """Limits missed that are met with it: those that are safety-critical, and all."""
    cases: int
    harmed: tuple[tuple[int, Told], ...]
    """Cases in which something is worse with it, and what."""


@dataclass(slots=True)
class _Places:
    """Cases by their places."""

    screened: list[int]
    """Those sets are valued on: where something is missed, and those learned."""
    verified: tuple[int, ...]
    """All that are not held back."""
    learned: list[int] = field(default_factory=list)
    """Cases on which a set did harm that the screening had not shown."""


class Sets:
    """Sets of changes valued, preferred and verified (`choice.Question`). `groups` are sets that may help only
    together."""

    def __init__(
        self,
        pool: Pool[Bench],
        trials: Trials,
        cases: Sequence[KnownCase],
        changes: Sequence[Recommendation],
        critical: frozenset[str],
        screened: Iterable[int],
        groups: Iterable[Chosen] = (),
    ) -> None:
        self._pool, self._trials, self._cases, self._changes = pool, trials, cases, changes
        self._critical, self._groups = critical, tuple(groups)
        verified = tuple(place for place, case in enumerate(cases) if not case.held_back)
        self._places = _Places(list(screened), verified)
        self._refused: dict[Chosen, bool] = {}
        self._stands: dict[Chosen, bool] = {}

    # -- the question --------------------------------------------------------------------------------------------------
    def values(self, sets: Sequence[Chosen], *, quick: bool = False) -> list[Value | None]:
        """Limits missed on the cases screened, those that are safety-critical and all; then those of them that are no
        nearer than with the plan as it is; then by how much, in `PARTS` of what it is with the plan as it is.

        None for a set that cannot be made, makes anything worse there, or was refused. `quick`: where a change alone
        changes nothing of a run it is taken to change nothing beside others."""
        asked = {each: None for each in sets if self._goes_together(each)}
        if quick:
            self._trials.look(((change,), self._screened) for each in asked for change in each)
        first = {each: self._harmed_alone(each) for each in asked}
        self._trials.look(first.items(), quick=quick)
        harmless = [each for each in asked if not self._does_harm(each, first[each], quick=quick)]
        self._trials.look(((each, self._screened) for each in harmless), quick=quick)
        worth = {each: self._value(each, quick=quick) for each in harmless}
        return [worth.get(each) for each in sets]

    def preference(self, chosen: Chosen) -> tuple[object, ...]:
        """Fewest changes, then those done with the least: paper before a setting, before training, before more people,
        before what is bought; then the cheaper, an unknown cost last; then ids."""
        changes = [self._changes[each] for each in chosen]
        kinds = tuple(sum(each.kind == kind for each in changes) for kind in reversed(KINDS[1:]))
        amounts = [each.cost.amount if each.cost else (0.0 if each.kind == "paper" else inf) for each in changes]
        return len(chosen), *kinds, sum(amounts), tuple(sorted(each.id for each in changes))

    def promise(self, chosen: Chosen, change: int) -> tuple[int, ...]:
        """Limits missed with the set that the change alone mends, those that are safety-critical and all; then those it
        alone brings nearer; then the time by which it alone leaves less than the set."""
        self._trials.look([((change,), self._screened)])
        self._trials.look([(chosen, self._screened)], quick=True)
        found = [0] * 6
        for place in self._screened:
            now, alone = self._trials.seen(chosen, place, quick=True), self._trials.seen((change,), place)
            if now is not None and alone is not None:
                mended = set(now.missed) - set(alone.missed)
                nearer = set(now.stuck) - set(alone.stuck)
                less = [max(0, was - left) for was, left in zip(now.late_ms, alone.late_ms, strict=True)]
                counts = *self._counts(mended), *self._counts(nearer), *less
                found = [n + more for n, more in zip(found, counts, strict=True)]
        return tuple(found)

    def groups(self) -> list[Chosen]:
        """Return the sets that did good in one case; the changes that answer one weak point by the same means where
        there are three or more, for of two a pair is looked at anyway; and what mends much but does harm, with each
        change that helps in the cases where it does."""
        alike: dict[tuple[object, ...], list[int]] = {}
        for place, each in enumerate(self._changes):
            alike.setdefault((each.kind, each.codes[0], each.subject), []).append(place)
        found = (tuple(each) for each in alike.values() if len(each) >= LEAST_ALIKE)
        return list(dict.fromkeys((*self._groups, *self._with_partners(), *found)))

    def alone(self, change: int) -> Alone:
        """The change alone on the cases screened."""
        self._trials.look([((change,), self._screened)])
        mended: list[str] = []
        harmed = []
        for place in self._screened:
            seen = self._trials.seen((change,), place)
            if seen is not None:
                mended += set(self._cases[place].missed) - set(seen.missed)
                if seen.worse is not None:
                    harmed.append((place, seen.worse))
        return Alone(self._counts(mended), len(self._screened), tuple(harmed))

    def _with_partners(self) -> list[Chosen]:
        alone = [(self.alone(change), change) for change in range(len(self._changes))]
        harmful = sorted(
            (pair for pair in alone if pair[0].harmed and pair[0].mends[1]), key=lambda pair: pair[0].mends
        )
        found = []
        for each, change in harmful[::-1][:HARMFUL]:
            places = [place for place, _ in each.harmed]
            helps = {other: self._helps(other, places) for other in range(len(self._changes)) if other != change}
            best = sorted((other for other, n in helps.items() if n), key=lambda other: (-helps[other], other))
            found += [tuple(sorted((change, other))) for other in best[:PARTNERS]]
        return found

    def _helps(self, change: int, places: Sequence[int]) -> int:
        """Return the number of the cases in which the change alone leaves less time late and nothing worse."""
        seen = ((place, self._trials.seen((change,), place)) for place in places)
        return sum(
            each is not None and each.worse is None and each.late_ms[1] < self._cases[place].late_ms[1]
            for place, each in seen
        )

    def slight(self, less: Value, more: Value) -> bool:
        """Return whether the second leaves at most one in a hundred of the limits missed more than the first, which
        leaves some, and no more than one part of the late minutes."""
        if not less[1]:
            return False
        missed = sum(len(self._cases[place].missed) for place in self._screened)
        most = *[missed // SLIGHT] * DECISIVE, 1, 1
        return all(after - before <= room for before, after, room in zip(less, more, most, strict=True))

    def allowed(self, chosen: Chosen) -> bool:
        """Return whether the set can be made, brings no hazard within reach, and makes nothing worse on any required
        case. Where it does, some of the cases on which it does are screened from now on."""
        if chosen not in self._stands:
            self._stands[chosen] = self._is_allowed(chosen)
        return self._stands[chosen]

    def of_case(self, place: int, among: Sequence[int]) -> Chosen:
        """A set of the changes `among` that does good in one case, whatever comes of it in others."""
        alone = _OfCase(self._pool, self._trials, self._cases, self._changes, self._critical, [place])
        return promising(alone, among)

    # -- verified ------------------------------------------------------------------------------------------------------
    def seen_on(self, chosen: Chosen, places: Sequence[int]) -> list[Seen]:
        """The set on these cases; it can be made."""
        self._trials.look([(chosen, places)], verifying=True)
        found = [self._trials.seen(chosen, place) for place in places]
        return [each for each in found if each is not None]

    def missed_on_screened(self, sets: Sequence[Chosen]) -> list[Value]:
        """Limits missed with each set on the cases screened, harm or no harm: those that are safety-critical, and
        all. The sets can be made; a change that alone changes nothing of a run is taken to change nothing."""
        self._trials.look(((change,), self._screened) for each in sets for change in each)
        self._trials.look(((each, self._screened) for each in sets), quick=True)
        found = [[self._trials.seen(each, place, quick=True) for place in self._screened] for each in sets]
        return [self._missed([each for each in of if each is not None]) for of in found]

    @property
    def verified(self) -> tuple[int, ...]:
        """Places of the required cases a set is verified on."""
        return self._places.verified

    @property
    def _screened(self) -> list[int]:
        return self._places.screened

    @property
    def gave_up(self) -> bool:
        """Return whether so many sets were refused that no further one is verified."""
        return len(self._stands) - sum(self._stands.values()) >= MOST_REFUSED

    def _is_allowed(self, chosen: Chosen) -> bool:
        if not chosen:
            return True
        if self._worse(chosen, self._places.learned) or self._is_refused(chosen):
            return False
        for start in range(0, len(self.verified), WAVE):
            harmed = self._worse(chosen, self.verified[start : start + WAVE])
            if harmed:
                new = [place for place in harmed if place not in self._screened][:LEARNED_AT_ONCE]
                self._places.learned += new
                self._screened.extend(new)
                return False
        return True

    def _harmed_alone(self, chosen: Chosen) -> list[int]:
        """Cases on which a change of the set did harm alone, one for each: looked at first, as it may do so still."""
        found = (
            next((place for place in self._screened if self._trials.did_harm(change, place)), None) for change in chosen
        )
        return [place for place in dict.fromkeys(found) if place is not None] if len(chosen) > 1 else []

    def _does_harm(self, chosen: Chosen, places: Sequence[int], *, quick: bool) -> bool:
        found = (self._trials.seen(chosen, place, quick=quick) for place in places)
        return any(each is None or each.worse for each in found)

    def _worse(self, chosen: Chosen, places: Sequence[int]) -> list[int]:
        self._trials.look([(chosen, places)], verifying=True)
        return [place for place in places if (seen := self._trials.seen(chosen, place)) is None or seen.worse]

    def _is_refused(self, chosen: Chosen) -> bool:
        if chosen not in self._refused:
            self._refused[chosen] = next(self._pool.map(refused, [chosen])) is not None
        return self._refused[chosen]

    # -- valued --------------------------------------------------------------------------------------------------------
    def _value(self, chosen: Chosen, *, quick: bool) -> Value | None:
        if not self._stands.get(chosen, not self.gave_up or not chosen):
            return None
        found = [self._trials.seen(chosen, place, quick=quick) for place in self._screened]
        if any(each is None or each.worse for each in found):
            return None
        seen = [each for each in found if each is not None]
        stuck = [name for each in seen for name in each.stuck]
        return *self._missed(seen), *self._counts(stuck), *self._late(seen)

    def _late(self, seen: Sequence[Seen]) -> tuple[int, int]:
        now = [self._cases[place].late_ms for place in self._screened]

        def parts(kind: int) -> int:
            return PARTS * sum(each.late_ms[kind] for each in seen) // max(1, sum(each[kind] for each in now))

        return parts(0), parts(1)

    def _missed(self, seen: Sequence[Seen]) -> Value:
        return self._counts([name for each in seen for name in each.missed])

    def _counts(self, limits: Collection[str]) -> tuple[int, int]:
        """Number of those that are safety-critical, and of all."""
        return sum(name in self._critical for name in limits), len(limits)

    def _goes_together(self, chosen: Chosen) -> bool:
        if chosen not in self._refused:
            try:
                together([self._changes[each].edits for each in chosen])
            except Collision:
                self._refused[chosen] = True
        return not self._refused.get(chosen, False)


class _OfCase(Sets):
    """The same for one case alone: nothing is verified on others."""

    def allowed(self, chosen: Chosen) -> bool:
        return True
