"""One required case with the plan as it is: what is missed there, why, and all a change is compared with."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass, replace
from hashlib import blake2b

from drillsim.campaign import Played
from drillsim.findings import Verdict, ledger
from drillsim.journal import Journal
from drillsim.revision.compare import excess_ms, shortfall_ms
from drillsim.revision.measure import Measured, measured
from drillsim.schema import Case, Compiled, Scenario

HELD_BACK_KEY = b"drillsim held back"
ONE_IN = 5
"""One case in so many is held back from the search."""
ENDURANCE = "endurance"
"""Stands for the cause where no minute was late, but own supply does not last."""
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
    causes: tuple[tuple[str, str], ...]
    """The cause of most late minutes of each that is missed (`findings.ledger`)."""
    digest: bytes
    """Digest of its events."""
    packed: bytes
    """The run judged, without its journal."""

    @property
    def before(self) -> Measured:
        """The run judged, without its journal."""
        found = pickle.loads(zlib.decompress(self.packed))
        assert isinstance(found, Measured)
        return found


def is_held_back(name: str) -> bool:
    """Return whether the case of this name is kept from a search: one in five, by its name alone."""
    digest = blake2b(name.encode(), key=HELD_BACK_KEY, digest_size=8).digest()
    return int.from_bytes(digest, "big") % ONE_IN == 0


def known_case(dossier: Compiled, played: Played, *, held_back: bool = False, wanted: bool = True) -> KnownCase | None:
    """The case judged; None for one that is not asked of the plan: nobody is called, and nothing is missed."""
    case = Case(dossier, played.name, played.scenario)
    run = measured(case, played.journal, weak=False)
    missed = missed_in(run)
    if not missed and not run.done.triggered:
        return None
    causes = main_causes(case, played.journal) if missed else {}
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
        tuple((name, causes.get(name, ENDURANCE)) for name in missed),
        digest_of(played.journal),
        zlib.compress(pickle.dumps(kept, 5), 1),
    )


def digest_of(journal: Journal) -> bytes:
    """Return a digest of the events: two runs have the same where they went the same way."""
    found = blake2b(digest_size=16)
    for event in journal.events:
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


def main_causes(case: Case, journal: Journal) -> dict[str, str]:
    """Return where most of the late minutes of each limit came from (`findings.ledger`)."""
    late: dict[str, dict[str, int]] = {}
    for entry in ledger(case, journal):
        if entry.late_ms:
            late.setdefault(entry.subject, {})[entry.cause] = entry.late_ms
    return {name: max(causes, key=lambda each: causes[each]) for name, causes in late.items()}
