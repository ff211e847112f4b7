"""Builds the document of one search from its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drillsim.documents.build_run import RANK, Speaker, finding_row, recommendation_row, speaker_of
from drillsim.documents.cause_words import cause_words
from drillsim.documents.failure_words import case_text, things_of
from drillsim.documents.names import Names
from drillsim.documents.revise_report.document import (
    AtOddsRow,
    AvoidedRow,
    BehindRow,
    CaseFindingRow,
    CasesRow,
    FromRow,
    HeldBackRow,
    HelpedRow,
    MinimalRow,
    MinimalRows,
    PlanRow,
    ReviseDocument,
    UnmetRow,
    UnsureRow,
)
from drillsim.documents.run_document import Both
from drillsim.documents.wording import code_text
from drillsim.files import CustomerFolder
from drillsim.findings import Finding
from drillsim.revision.smallest import ENDURANCE, Answer, AtOdds, Searched, Unmet
from drillsim.schema import Compiled, Words
from drillsim.texts import text


def revise_document(
    folder: CustomerFolder, searched: Searched, came_from: FromRow, seed: int, titles: Mapping[str, Words] | None = None
) -> ReviseDocument:
    """The document of what was `searched` for the customer in `folder`; `titles` are those of the scenarios, by
    name."""
    say = speaker_of(folder.dossier)
    avoided = searched.avoided
    return ReviseDocument(
        customer=folder.dossier.folder,
        from_=came_from,
        seed=seed,
        cases=CasesRow(
            required=searched.cases,
            called=searched.called,
            held_back=searched.held_back,
            missed=searched.missed_cases,
            limits_missed=searched.missed,
            critical_missed=searched.critical,
        ),
        reviewed=list(searched.reviewed),
        findings=[
            CaseFindingRow(**finding_row(finding, say).model_dump(), case=case) for case, finding in searched.findings
        ],
        recommendations=[
            recommendation_row(each, say)
            for each in sorted(searched.recommendations, key=lambda each: RANK[each.verdict])
        ],
        missed=_unmet(searched.missed_by, say),
        minimal=MinimalRows(**{means: _minimal(answer, say) for means, answer in searched.answers.items()}),
        at_odds=[_at_odds(each, folder.dossier, say, titles or {}) for each in searched.at_odds],
        unsure=[UnsureRow(subject=name, cases=cases) for name, cases in searched.unsure],
        avoided=AvoidedRow(
            played=avoided.played,
            verifying=avoided.verifying,
            untouched=avoided.untouched,
            idle=avoided.idle,
            not_screened=avoided.not_screened,
        ),
        plan_old=PlanRow(version=folder.dossier.plan.version, digests=dict(folder.digests)),
    )


def _at_odds(each: AtOdds, dossier: Compiled, say: Speaker, titles: Mapping[str, Words]) -> AtOddsRow:
    def why(names: Names) -> str:
        called = {name: words.says(names.lang) for name, words in titles.items()}
        case = text(names.lang, "revise-case", case=case_text(things_of(dossier, names.lang), each.case, called))
        return code_text(names, each.why.text, {**each.why.facts, "scenario": case})

    return AtOddsRow(
        id=each.id,
        mends=each.mends[1],
        critical=each.mends[0],
        cases=each.cases,
        worse=each.worse,
        case=each.case,
        why=say(why),
    )


def _minimal(answer: Answer, say: Speaker) -> MinimalRow:
    held = answer.held_back
    return MinimalRow(
        ids=list(answer.ids),
        meets_all=answer.meets_all,
        exact=answer.exact,
        looked_at=answer.looked_at,
        verified=answer.verified,
        met=answer.met,
        missed=answer.missed,
        critical=answer.critical,
        unsure=answer.unsure,
        unmet=_unmet(answer.unmet, say),
        held_back=HeldBackRow(cases=held.cases, met=held.met, met_before=held.met_before, worse=held.worse),
        helped=[HelpedRow(id=each.id, unmet=each.unmet) for each in answer.helped],
    )


def _unmet(found: Iterable[Unmet], say: Speaker) -> list[UnmetRow]:
    def why(cause: str) -> Both:
        return say(lambda names: _cause(names, cause))

    return [
        UnmetRow(
            subject=each.subject,
            case=each.case,
            why=why(each.cause),
            cause=each.cause,
            late_ms=each.late_ms,
            cases=each.cases,
            critical=each.critical,
            behind=_behind(each.behind),
            takes=list(each.takes),
            network=each.network,
        )
        for each in found
    ]


def _behind(weak: Finding | None) -> list[BehindRow]:
    return [BehindRow(code=weak.code, subject=weak.subject.id, clause=weak.clause)] if weak else []


def _cause(names: Names, cause: str) -> str:
    return text(names.lang, "revise-endurance") if cause == ENDURANCE else cause_words(names, cause)
