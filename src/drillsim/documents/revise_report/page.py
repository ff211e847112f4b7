"""The page of a search: what is missed now, three answers with their changes, what remains, how to go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drillsim.documents.changes import place_text
from drillsim.documents.failure_words import Things, case_text, things_of
from drillsim.documents.names import in_roles, names_of
from drillsim.documents.revise_report.document import MinimalRow, ReviseDocument, UnmetRow
from drillsim.documents.run_document import RecommendationRow
from drillsim.documents.source import Spoken
from drillsim.schema import Compiled
from drillsim.texts import Lang, duration_text, list_text, text

MOST_LEFT, MOST_NAMED, MOST_TAKES, MOST_AT_ODDS, MOST_UNSURE = 9, 3, 2, 4, 6
"""Things one page has room for."""
ANSWERS = ("paper", "setting", "all")


@dataclass(frozen=True)
class _Page(Spoken):
    document: ReviseDocument
    things: Things
    titles: Mapping[str, str]
    changes: Mapping[str, RecommendationRow]

    def told(self, message_id: str, /, **facts: object) -> str:
        """A text of this page (`revise-…`)."""
        return text(self.lang, f"revise-{message_id}", **facts)

    def case(self, name: str) -> str:
        """The case in words; a scenario as it is written by its title."""
        return self.titles.get(name) or case_text(self.things, name, self.titles)


def revise_page(
    document: ReviseDocument, dossier: Compiled, lang: Lang, titles: Mapping[str, str] | None = None
) -> list[str]:
    """The lines of the page in `lang`; `titles` are those of the scenarios, by name."""
    changes = {row.id: row for row in document.recommendations}
    page = _Page(in_roles(names_of(dossier, lang), dossier), document, things_of(dossier, lang), titles or {}, changes)
    return list(_lines(page, dossier.customer.name.says(lang) or document.customer))


def _lines(page: _Page, customer: str) -> Iterator[str]:
    document, cases = page.document, page.document.cases
    yield f"# {page.told('title', customer=customer, version=document.plan_old.version)}"
    yield ""
    if document.from_.edition:
        yield page.told("edition", edition=document.from_.edition)
    yield page.told(
        f"cases-{document.from_.kind}", required=cases.required, missed=cases.missed, limits=cases.limits_missed,
        critical=cases.critical_missed,
    )  # fmt: skip
    for name in ANSWERS:
        yield ""
        yield from _answer(page, name, getattr(document.minimal, name))
    if document.minimal.all.unmet:
        yield from _left(page, document.minimal.all)
    if document.at_odds:
        yield from _at_odds(page)
    yield ""
    yield from _method(page)
    if any(getattr(document.minimal, name).ids for name in ANSWERS):
        yield ""
        yield page.told("apply")


def _answer(page: _Page, name: str, answer: MinimalRow) -> Iterator[str]:
    yield f"## {page.told(f'answer-{name}', n=len(answer.ids))}"
    yield ""
    same = next((each for each in ANSWERS[: ANSWERS.index(name)]
                 if getattr(page.document.minimal, each).ids == answer.ids), None)  # fmt: skip
    if same is not None:
        yield page.told("same", answer=same)
        return
    for number, id_ in enumerate(_in_order(answer), 1):
        yield from _change(page, number, page.changes[id_])
    meets = "all" if answer.meets_all else "none" if not answer.ids else "some"
    yield page.told(
        "result", meets=meets, verified=answer.verified, met=answer.met, missed=answer.missed,
        critical=answer.critical, before=page.document.cases.limits_missed,
    )  # fmt: skip
    held = answer.held_back
    if held.cases:
        yield page.told("held-back", cases=held.cases, met=held.met, before=held.met_before, worse=held.worse)
    yield page.told("exact" if answer.exact else "not-exact", n=answer.looked_at)


def _in_order(answer: MinimalRow) -> list[str]:
    helped = [each.id for each in answer.helped]
    return [*helped, *(each for each in answer.ids if each not in helped)]


def _change(page: _Page, number: int, row: RecommendationRow) -> Iterator[str]:
    facts = {
        "number": number, "place": place_text(page, row), "owner": page.known("owner", row.owner),
        "kind": page.known("change-kind", row.kind), "id": row.id,
    }  # fmt: skip
    yield page.told("change", **facts)
    if page.said(row.old):
        yield page.told("old", words=page.said(row.old))
    yield page.told("new", words=page.said(row.new))


def _left(page: _Page, answer: MinimalRow) -> Iterator[str]:
    """Yield what is missed with every kind of change: by the weak point behind it, the gravest first, with what it
    would take."""
    together: dict[tuple[str, str], list[UnmetRow]] = {}
    for row in answer.unmet:
        key = (row.behind[0].code, row.behind[0].subject) if row.behind else ("", row.cause)
        together.setdefault(key, []).append(row)
    ranked = sorted(together.values(), key=lambda rows: (-_critical(rows), -sum(row.cases for row in rows)))
    yield ""
    yield f"## {page.told('remains', n=len(ranked))}"
    yield ""
    for number, rows in enumerate(ranked[:MOST_LEFT], 1):
        yield from _one_left(page, number, rows)
    if len(ranked) > MOST_LEFT:
        rest = [row for rows in ranked[MOST_LEFT:] for row in rows]
        yield page.told("remains-more", n=len(ranked) - MOST_LEFT, limits=sum(row.cases for row in rest))


def _critical(rows: list[UnmetRow]) -> int:
    return sum(row.cases for row in rows if row.critical)


def _one_left(page: _Page, number: int, rows: list[UnmetRow]) -> Iterator[str]:
    ranked = sorted(rows, key=lambda row: (not row.critical, -row.cases, row.subject))
    subjects = list(dict.fromkeys(row.subject for row in ranked))
    names = [page.names.of(each) for each in subjects[:MOST_NAMED]]
    worst = max(ranked, key=lambda row: (row.critical, row.late_ms))
    yield page.told(
        "left", number=number, what=_behind(page, worst), subjects=list_text(page.lang, names),
        more=len(subjects) - len(names), limits=sum(row.cases for row in rows), critical=_critical(rows),
        late=duration_text(page.lang, worst.late_ms), case=page.case(worst.case), why=page.said(worst.why),
    )  # fmt: skip
    yield from (f"   {each}" for each in _takes(page, rows))


def _behind(page: _Page, row: UnmetRow) -> str:
    """The weak point: what it is, about what, and its clause; the cause of the late minutes where there is none."""
    if not row.behind:
        return page.said(row.why)
    weak = row.behind[0]
    title = text(page.lang, f"finding-{weak.code}-title")
    return page.told("behind", title=title, subject=page.names.of(weak.subject), clause=weak.clause or "none")


def _takes(page: _Page, rows: list[UnmetRow]) -> Iterator[str]:
    """Yield what it would take, by name; that nothing in the files would do is said as well."""
    names = list(dict.fromkeys(name for row in rows for name in row.takes))
    for name in names[:MOST_TAKES]:
        yield page.told("takes", what=_what_it_takes(page, page.changes[name]))
    if not names:
        network = any(row.network for row in rows)
        yield page.told("takes-network" if network else "takes-nothing")


def _what_it_takes(page: _Page, row: RecommendationRow) -> str:
    at_odds = next((each for each in page.document.at_odds if each.id == row.id), None)
    state = "at-odds" if at_odds else "tried" if row.before else "not-rerun"
    return page.told("what-it-takes", **_called(page, row), state=state)


def _called(page: _Page, row: RecommendationRow) -> dict[str, object]:
    """Its wording without the full stop, its kind and its id."""
    return {"what": page.said(row.new).rstrip("。. "), "kind": page.known("change-kind", row.kind), "id": row.id}


def _at_odds(page: _Page) -> Iterator[str]:
    """Yield the changes that help and harm, for the meeting to weigh."""
    yield ""
    yield f"## {page.told('at-odds')}"
    yield ""
    for number, each in enumerate(page.document.at_odds[:MOST_AT_ODDS], 1):
        yield page.told(
            "at-odds-one", **_called(page, page.changes[each.id]), number=number, mends=each.mends,
            critical=each.critical, cases=each.cases, worse=each.worse, why=page.said(each.why),
        )  # fmt: skip


def _method(page: _Page) -> Iterator[str]:
    document, avoided = page.document, page.document.avoided
    yield page.told("reviewed", n=len(document.reviewed), changes=len(document.recommendations))
    yield page.told("avoided", played=avoided.played, verifying=avoided.verifying, untouched=avoided.untouched)
    if avoided.idle:
        yield page.told("idle", n=avoided.idle)
    if avoided.not_screened:
        yield page.told("not-screened", n=avoided.not_screened)
    if document.unsure:
        names = [page.names.of(each.subject) for each in document.unsure[:MOST_UNSURE]]
        yield page.told("unsure", n=len(document.unsure), names=list_text(page.lang, names))
