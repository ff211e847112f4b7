"""A customer and what can be done with them, for scripts and notebooks: `drillsim.load(folder)`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from drillsim.campaign import HourName
from drillsim.checks import CheckDocument
from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, ScenarioFile, find_scenarios, load_scenario, scenario_path, shipped_root
from drillsim.network import PowerFlow, flow_for
from drillsim.revision import scenario_in
from drillsim.schema import Case, unmatched
from drillsim.texts import Lang, problem_line
from drillsim.use.campaign import Asked, read_files
from drillsim.use.campaign import play as play_campaign
from drillsim.use.campaign_result import Campaign
from drillsim.use.check import checked
from drillsim.use.load import load as load_files
from drillsim.use.play import Play
from drillsim.use.result import Result


def load(folder: str | Path, lang: Lang | None = None, edition: str | None = None) -> Plan:
    """The customer in `folder` with their contingency plan. `lang` is the language of texts: by default the one
    customer.yaml states, else English. `edition`: the plan as that edition has it, by name.

    Raises: InvalidInput with every problem of every file; the notes of the error say them in words.
    """
    with _said(lang or "en"):
        customer, _ = load_files(Path(folder), (), edition)
    return Plan(customer, lang or customer.dossier.customer.language or "en")


def shipped(customer: str) -> Path:
    """The folder of a customer that comes with drillsim, such as `central-hospital`."""
    return shipped_root() / "plans" / customer


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """One customer and their plan, read and valid."""

    folder: CustomerFolder
    lang: Lang
    """Language of texts."""
    _flow: list[PowerFlow] = field(default_factory=list, repr=False)
    """The power flow all runs share, once there was one."""

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Names of the scenarios that apply to the customer: the library's, then the customer's own."""
        read = (load_scenario(path) for path in find_scenarios(self.folder.path).values())
        return tuple(each.id for each in read if not unmatched(Case(self.folder.dossier, each.id, each.scenario)))

    def check(
        self, scenarios: Sequence[str] = (), *, as_of: dt.date | None = None, files_only: bool = False
    ) -> CheckDocument:
        """Return the answers of every rule over files and network; `check --json` prints the same.

        Raises: InvalidInput when one of the scenarios cannot be read.
        """
        with _said(self.lang):
            files = [self._scenario(name) for name in scenarios]
            return checked(self.folder, files, self.lang, as_of=as_of, files_only=files_only)

    def run(self, scenario: str | Path, *, seed: int = 1, proofs: bool = True, workers: int = 1) -> Result:
        """The scenario (a name or a path) played once, judged, and with `proofs` reviewed by playing it again with
        each change, on `workers` processes. Nothing is written.

        Raises: InvalidInput when the scenario cannot be read.
        """
        with _said(self.lang):
            file = self._scenario(str(scenario))
        play = Play(self.folder, file, seed, self._shared_flow())
        journal = play.simulated()
        found = play.reviewed(journal, workers) if proofs else play.judged(journal)
        return Result(play.case, journal, found.verdicts, found.findings, found.recommendations,
                      play.document(journal, found), self.lang)  # fmt: skip

    def campaign(  # noqa: PLR0913 (all have defaults)
        self,
        *,
        out: str | Path = "reports",
        faults: int | None = None,
        scenarios: str | None = None,
        hours: Sequence[HourName] = (),
        draws: int | None = None,
        exact: bool = False,
        seed: int = 1,
        limit: int | None = None,
        workers: int = 1,
        resume: bool = False,
    ) -> Campaign:
        """Every fault and the library played by hour with draws of luck, written below `out`.

        `faults`: so many failures at once (0: the library alone); by default each event alone and with one thing
        beside that does not go as planned. `scenarios`: a pattern of names, empty for none. The others are those of
        `drillsim campaign`.

        Raises: InvalidInput where nothing is to be played, a folder that is not ours stands there, or there is no
        campaign of these files and parameters to resume.
        """
        asked = Asked(
            faults=faults, edition=self.folder.edition.id if self.folder.edition else None, scenarios=scenarios,
            hours=tuple(hours), draws=draws, exact=exact, seed=seed, limit=limit, workers=workers, resume=resume,
        )  # fmt: skip
        with _said(self.lang):
            files = read_files(self.folder.path, asked)
            played = play_campaign(files, asked, Path(out), self.lang)
        return Campaign(played.path, played.document, self.folder.dossier, self.lang)

    def _scenario(self, name: str) -> ScenarioFile:
        return scenario_in(self.folder.edition, load_scenario(scenario_path(name, self.folder.path)))

    def _shared_flow(self) -> PowerFlow:
        if not self._flow:
            self._flow.append(flow_for(self.folder.dossier.network))
        return self._flow[0]

    def __repr__(self) -> str:
        dossier = self.folder.dossier
        return f"<drillsim plan {dossier.plan.id} {dossier.plan.version} of {dossier.customer.name.says(self.lang)}>"


@contextmanager
def _said(lang: Lang) -> Iterator[None]:
    """Notes on an InvalidInput that say each problem in words, as the command line does."""
    try:
        yield
    except InvalidInput as error:
        for each in error.problems:
            error.add_note(problem_line(lang, each))
        raise
