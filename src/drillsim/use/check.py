"""Every rule over a customer's files and network, and whether scenarios apply to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from drillsim.checks import CheckDocument, ScenarioRow, all_rules, check, check_document, locator, scenario_row
from drillsim.files import CustomerFolder, ScenarioFile
from drillsim.network import PowerFlow, flow_for, net_of
from drillsim.schema import Case, kinds, unmatched
from drillsim.schema import names as names_of
from drillsim.texts import Lang


def checked(
    folder: CustomerFolder,
    files: Sequence[ScenarioFile],
    lang: Lang,
    *,
    as_of: dt.date | None = None,
    files_only: bool = False,
) -> CheckDocument:
    """Return the answers of every rule, in `lang`, and for each scenario whether it applies."""
    rules, names = all_rules(), names_in(folder, lang)
    flow = None if files_only else flow_for(folder.dossier.network, net_of(folder.dossier))
    results = check(folder.dossier, as_of=as_of, files_only=files_only, flow=flow, rules=rules)
    rows = _scenario_rows(folder, files, names, lang, flow)
    return check_document(
        folder.dossier.folder, results, rules, as_of=as_of, lang=lang, locate=locator(folder), names=names,
        scenarios=rows,
    )  # fmt: skip


def names_in(folder: CustomerFolder, lang: Lang) -> dict[str, str]:
    """Return the names of things, as a run calls them. Steps and cards go by their numbers: their names are
    sentences."""
    kind = kinds(folder.dossier)
    called = ((name, words.says(lang)) for name, words in names_of(folder.dossier))
    return {name: words for name, words in called if words and kind.get(name) not in ("step", "card")}


def _scenario_rows(
    folder: CustomerFolder,
    files: Sequence[ScenarioFile],
    names: dict[str, str],
    lang: Lang,
    flow: PowerFlow | None,
) -> tuple[ScenarioRow, ...]:
    """Return what a run of each scenario would say of its targets; whether they are dead at T0 only where wiring is
    asked."""
    cases = [(file, Case(folder.dossier, file.id, file.scenario)) for file in files]
    return tuple(
        scenario_row(case, lang, names, partial(_where, file), _dead_targets(case, flow) if flow else ())
        for file, case in cases
    )


def _where(file: ScenarioFile, field: str) -> tuple[str, int]:
    return file.file.label, file.file.line_of_field(field)


def _dead_targets(case: Case, flow: PowerFlow) -> tuple[str, ...]:
    """Return the targets the scenario strikes where all of them are dead at T0, as a run finds it before its clock
    moves; else none."""
    from drillsim.simulation import Run

    return () if unmatched(case) else Run(case, seed=1, flow=flow).dead_targets()
