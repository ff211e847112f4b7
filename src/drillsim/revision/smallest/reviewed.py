"""Changes made from the runs of a few required cases: what each case's review would propose, merged over the cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drillsim.files import CustomerFolder, ScenarioFile, SourceFile
from drillsim.findings import Finding
from drillsim.revision.candidates import candidates_of, context_of, usual_answers_of
from drillsim.revision.measure import measured
from drillsim.revision.player import Player
from drillsim.revision.pool import Pool
from drillsim.revision.prove import Baseline, carried_out, try_here
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_setup import ReviewSetup
from drillsim.revision.smallest.known_case import KnownCase


@dataclass(frozen=True, slots=True, eq=False)
class Reviews:
    """The values the review of any case needs."""

    folder: CustomerFolder
    player: Player
    cases: tuple[KnownCase, ...]

    def setup(self, place: int) -> ReviewSetup:
        """The setup of one case's review."""
        known = self.cases[place]
        file = ScenarioFile(known.name, known.scenario, SourceFile("scenario.yaml", known.name, b"", None))
        return ReviewSetup(self.folder, file, (), replace(self.player, draw=known.draw))


@dataclass(frozen=True, slots=True, eq=False)
class ReviewedCase:
    """One case reviewed."""

    place: int
    findings: tuple[Finding, ...]
    candidates: tuple[Recommendation, ...]
    """Edits that might help, each tried on this case alone."""
    usual: tuple[Recommendation, ...]
    """Wording for the weak points no edit answers."""


def reviewed(reviews: Reviews, place: int) -> ReviewedCase:
    """The case's weak points, and the changes that might help it, each tried on it."""
    setup = reviews.setup(place)
    journal = setup.player.play(setup.case)
    before = measured(setup.case, journal)
    context = context_of(reviews.folder, setup.case, journal, before, Pool(setup))
    baseline = Baseline(setup, before, ())
    candidates = []
    for each in candidates_of(context):
        edited = carried_out(reviews.folder, each)
        if edited is not None:
            candidates.append(try_here(baseline, each, edited).recommendation)
    return ReviewedCase(place, context.findings, tuple(candidates), tuple(usual_answers_of(context, candidates)))


def is_idle(change: Recommendation) -> bool:
    """Return whether the change neither gained anything in its case nor did harm."""
    return change.reasons[-1].text == "revision-no-gain"


def findings_of(cases: Sequence[KnownCase], found: Sequence[ReviewedCase]) -> tuple[tuple[str, Finding], ...]:
    """Weak points of the cases reviewed, each code and subject once where it is gravest, with its case; the gravest
    first."""
    best: dict[tuple[str, str], tuple[str, Finding]] = {}
    for each in found:
        for finding in each.findings:
            key = finding.code, finding.subject.id
            if key not in best or finding.severity < best[key][1].severity:
                best[key] = cases[each.place].name, finding
    return tuple(sorted(best.values(), key=lambda pair: pair[1].severity))
