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

MOST_MISSED, MOST_UNMET, MOST_UNSURE = 8, 8, 6
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
    yield from _unmet(page, document.missed, MOST_MISSED)
    for name in ANSWERS:
        yield ""
        yield from _answer(page, name, getattr(document.minimal, name))
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
    if answer.unmet:
        yield page.told("remains")
        yield from _unmet(page, answer.unmet, MOST_UNMET)


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


def _unmet(page: _Page, rows: list[UnmetRow], most: int) -> Iterator[str]:
    """Yield the lines of missed limits: those of one case for one reason stand in one."""
    together: dict[tuple[str, str, tuple[str, ...]], list[UnmetRow]] = {}
    for row in rows:
        together.setdefault((row.case, row.cause, tuple(row.takes[:1])), []).append(row)
    for (case, _, takes), alike in list(together.items())[:most]:
        names = [page.names.of(row.subject) for row in alike]
        yield " - " + page.told(
            "unmet", subject=list_text(page.lang, names), case=page.case(case), why=page.said(alike[0].why),
            late=duration_text(page.lang, max(row.late_ms for row in alike)), n=len(alike),
            cases=max(row.cases for row in alike),
        )  # fmt: skip
        if alike[0].network:
            yield f"   {page.told('takes-network')}"
        yield from (f"   {page.told('takes', what=_what_it_takes(page, page.changes[each]))}" for each in takes)
    if len(together) > most:
        yield " - " + text(page.lang, "cli-more", n=len(together) - most)


def _what_it_takes(page: _Page, row: RecommendationRow) -> str:
    kind = page.known("change-kind", row.kind)
    return page.told("not-rerun", what=page.said(row.new), kind=kind)


def _method(page: _Page) -> Iterator[str]:
    document, avoided = page.document, page.document.avoided
    yield page.told("reviewed", n=len(document.reviewed), changes=len(document.recommendations))
    yield page.told("avoided", played=avoided.played, untouched=avoided.untouched)
    if avoided.idle:
        yield page.told("idle", n=avoided.idle)
    if avoided.not_screened:
        yield page.told("not-screened", n=avoided.not_screened)
    if document.unsure:
        names = [page.names.of(each.subject) for each in document.unsure[:MOST_UNSURE]]
        yield page.told("unsure", n=len(document.unsure), names=list_text(page.lang, names))
