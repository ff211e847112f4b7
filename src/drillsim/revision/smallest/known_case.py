"""One required case with the plan as it is: what is missed there, why, and all a change is compared with."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass, replace
from hashlib import blake2b

from drillsim.campaign import Played
from drillsim.findings import Verdict, View, weak_points
from drillsim.journal import Journal
from drillsim.revision.compare import excess_ms, shortfall_ms
from drillsim.revision.measure import Measured, measured
from drillsim.revision.smallest.told import Held, held_in
from drillsim.schema import Case, Compiled, Scenario

HELD_BACK_KEY = b"drillsim held back"
ONE_IN = 5
"""One case in so many is held back from the search."""
BESIDE = "+"
"""Stands between the failures in the name of a case."""
_NO_JOURNAL = Journal({}, ())


@dataclass(frozen=True, slots=True, eq=False)
class KnownCase:
    """A case played with the plan as it is."""

    name: str
    scenario: Scenario
    draw: int
    """The seed's draw of luck."""
    held_back: bool
    """The case is kept from the search."""
    wanted: bool
    """Its limits are to be met; False where nothing may get worse, and no more is asked."""
    triggered: frozenset[str]
    """Cards that were triggered."""
    missed: tuple[str, ...]
    """Protected loads and functions that miss their limit, or whose own supply does not last."""
    late_ms: tuple[int, int]
    """By how much all limits together are exceeded, or own supplies fall short: those that are safety-critical, and
    all."""
    unsure: tuple[str, ...]
    """Those of which nobody can say whether they meet it."""
    held: tuple[Held, ...]
    """The bottleneck of each that is missed."""
    digest: bytes
    """Digest of its events."""
    packed: bytes
    """The run judged, without its journal."""

    @property
    def plain(self) -> bool:
        """Return whether nothing beside its event goes otherwise than planned; a scenario is plain as it is written."""
        return BESIDE not in self.name

    @property
    def before(self) -> Measured:
        """The run judged, without its journal."""
        found = pickle.loads(zlib.decompress(self.packed))
        assert isinstance(found, Measured)
        return found


def is_held_back(name: str) -> bool:
    """Return whether the case of this name is kept from a search: one in five, by its name alone, of those in which
    several things go wrong. A meeting expects scenarios, and each event alone, to be looked at."""
    if BESIDE not in name:
        return False
    digest = blake2b(name.encode(), key=HELD_BACK_KEY, digest_size=8).digest()
    return int.from_bytes(digest, "big") % ONE_IN == 0


def known_case(dossier: Compiled, played: Played, *, held_back: bool = False, wanted: bool = True) -> KnownCase | None:
    """The case judged; None for one that is not asked of the plan: nobody is called, and nothing is missed."""
    case = Case(dossier, played.name, played.scenario)
    run = measured(case, played.journal, weak=False)
    missed = missed_in(run)
    if not missed and not run.done.triggered:
        return None
    held = held_by(case, run, missed) if missed else ()
    kept = replace(run, journal=_NO_JOURNAL)
    return KnownCase(
        played.name,
        played.scenario,
        played.draw,
        held_back,
        wanted,
        run.done.triggered,
        missed,
        late_in(run),
        unsure_in(run),
        held,
        digest_of(played.journal),
        zlib.compress(pickle.dumps(kept, 5), 1),
    )


def digest_of(journal: Journal) -> bytes:
    """Return a digest of what happened: two runs have the same where they went the same way. The initial state is no
    part of it: it says how long was watched, and what a change adds that may do nothing."""
    found = blake2b(digest_size=16)
    for event in journal.events[1:]:
        found.update(repr((event.t_ms, event.type, event.data)).encode())
    return found.digest()


def missed_in(run: Measured) -> tuple[str, ...]:
    """Protected loads and functions that miss their limit, or whose own supply does not last as long as it has to."""
    return tuple(each.id for each in run.verdicts if each.protected and is_missed(each))


def late_in(run: Measured) -> tuple[int, int]:
    """By how much all protected limits together are exceeded, or own supplies fall short, ms: those that are
    safety-critical, and all."""
    late = {each.id: excess_ms(each) + shortfall_ms(run, each) for each in run.verdicts if each.protected}
    return sum(ms for name, ms in late.items() if name in run.critical), sum(late.values())


def is_missed(verdict: Verdict) -> bool:
    """Return whether the limit is missed, or own supply does not last."""
    lasting = verdict.endurance
    return verdict.verdict == "missed" or (lasting is not None and lasting.verdict == "missed")


def unsure_in(run: Measured) -> tuple[str, ...]:
    """Protected loads and functions of which nobody can say whether they meet their limit: no answer of the power flow,
    or out when the run ended, within the limit by then."""
    return tuple(
        each.id
        for each in run.verdicts
        if each.protected and not is_missed(each) and (each.verdict == "cannot_say" or each.open_at_end)
    )


def held_by(case: Case, run: Measured, missed: tuple[str, ...]) -> tuple[Held, ...]:
    """Return what keeps back each of the limits `missed` in the run."""
    found = run.findings or weak_points(View(case, run.journal))
    return held_in(case, run.journal, found, [each for each in run.verdicts if each.id in missed])
