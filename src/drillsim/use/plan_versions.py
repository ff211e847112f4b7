"""The versions of a plan that are put on paper: from a run, from a search, and from a customer's own folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drillsim.documents import RecommendationRow, names_of, said
from drillsim.documents.forms import Paper, basis_of, place_text, reason_of
from drillsim.documents.plan_text import Supported, Versions
from drillsim.documents.revise_report import RecordedSearch
from drillsim.documents.run_folder import CHANGES_JSON, RecordedRun, read_changes
from drillsim.errors import InvalidInput
from drillsim.files import HISTORY, CustomerFolder, kept_versions, load_customer, read_revisions
from drillsim.revision import FileEdit, Recommendation, edit_folder, ids_of, joined, with_own_ids
from drillsim.schema import AppliedChange, Compiled
from drillsim.texts import Lang, duration_text, text

WORDING = ("paper",)
"""Kinds of change that are wording of the plan. Settings, people, training and purchases are for the meeting."""


def of_run(run: RecordedRun, lang: Lang) -> Versions:
    """The plan a run was played with, and with the wording changes it supports, each that goes with those before it.

    They were re-run one by one, not together; the paper says so.
    """
    folder = load_customer(run.path / "inputs")
    edits = read_changes(run.path) if (run.path / CHANGES_JSON).is_file() else ()
    wording = {each.id: each for each in edits if each.kind in WORDING and each.verdict == "proposed" and each.edits}
    rows = [each for each in run.document.recommendations if each.verdict == "proposed"]
    made, new = _together(folder, [wording[each.id] for each in rows if each.id in wording])
    paper = Paper(names_of(folder.dossier, lang), run.document, run.case, run.journal, ())
    told = {each.id: _of_row(paper, each) for each in rows}
    proofs = run.document.proofs
    unproved = proofs is not None and (proofs.of is None or proofs.done < proofs.of)
    return Versions(
        lang=lang, old=folder.dossier, new=new, origin="supported" if made else "as_it_is",
        made=tuple(told[name] for name in made), left=tuple(each for name, each in told.items() if name not in made),
        unproved=unproved,
    )  # fmt: skip


def _together(folder: CustomerFolder, changes: Sequence[Recommendation]) -> tuple[tuple[str, ...], Compiled]:
    """Return the ids of the changes that can be made one after the other, and the customer with them."""
    made: list[Recommendation] = []
    edits: tuple[FileEdit, ...] = ()
    for each in changes:
        try:
            edits = joined(folder, with_own_ids([*made, each], ids_of(folder.dossier)))
        except InvalidInput:
            continue
        made.append(each)
    return tuple(each.id for each in made), edit_folder(folder, edits).folder.dossier if edits else folder.dossier


def _of_row(paper: Paper, each: RecommendationRow) -> Supported:
    return Supported(
        id=each.id, place=place_text(paper, each), old=paper.said(each.old) or paper.words("no-wording"),
        new=paper.said(each.new), reason=reason_of(paper, each), basis=basis_of(paper, each),
        owner=paper.known("owner", each.owner),
    )  # fmt: skip


def of_search(found: RecordedSearch, lang: Lang) -> Versions:
    """The plan a search began with, and with the smallest set of wording changes it has verified together."""
    folder = load_customer(found.path / "inputs")
    by_id = {each.id: each for each in found.changes}
    chosen = [by_id[name] for name in found.document.minimal.paper.ids if name in by_id]
    made, new = _together(folder, chosen)
    rows = {each.id: _of_search_row(each, lang) for each in found.document.recommendations}
    left = tuple(each for name, each in rows.items() if name not in made and by_id.get(name) is not None)
    return Versions(
        lang=lang, old=folder.dossier, new=new, origin="searched" if made else "as_it_is",
        made=tuple(rows[name] for name in made), left=left,
    )  # fmt: skip


def _of_search_row(each: RecommendationRow, lang: Lang) -> Supported:
    return Supported(
        id=each.id, place=each.clause, old=said(each.old, lang), new=said(each.new, lang), reason=", ".join(each.codes),
        basis=said(each.reason, lang), owner=text(lang, f"report-owner-{each.owner}"),
    )  # fmt: skip


def of_folder(plan_dir: Path, lang: Lang) -> Versions:
    """The customer's plan now, against the version kept before it; by itself where none is kept."""
    folder = load_customer(plan_dir)
    kept = [each for each in kept_versions(plan_dir) if each != plan_dir.name]
    if not kept:
        return Versions(lang=lang, old=folder.dossier, new=folder.dossier, origin="as_it_is")
    old = load_customer(plan_dir / HISTORY / kept[-1]).dossier
    record, _ = read_revisions(plan_dir)
    version = folder.dossier.plan.version
    made = tuple(_of_record(each, folder.dossier, lang) for each in record.changes if each.to == version)
    return Versions(lang=lang, old=old, new=folder.dossier, origin="recorded", made=made)


def _of_record(each: AppliedChange, dossier: Compiled, lang: Lang) -> Supported:
    names = names_of(dossier, lang)
    reasons = (f"{why.code} {names.of(why.subject)}" for why in each.reason)
    gains = (f"{names.of(gain.subject)} {duration_text(lang, gain.before)} → {duration_text(lang, gain.after)}"
             for gain in each.gain)  # fmt: skip
    shown = text(lang, "form-recorded-run", run=each.evidence.run or each.evidence.scenario, day=each.date.isoformat())
    return Supported(
        id=each.recommendation, place=each.place.clause or each.place.after, old=each.old.says(lang),
        new=each.new.says(lang), reason="\n".join(reasons), basis="\n".join([*gains, shown]),
        owner=text(lang, f"report-owner-{each.owner}"),
    )  # fmt: skip
