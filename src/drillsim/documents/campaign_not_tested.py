"""The things a campaign says nothing about: said on page one, so that nobody reads silence as a pass."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.campaign import HOUR_NAMES, CampaignResult, Spec, failures
from drillsim.documents.failure_words import Things, hour_text, things_of
from drillsim.documents.run_document import Both, NotTestedRow
from drillsim.schema import Compiled
from drillsim.texts import LANGS, list_text

MOST_ORDER = 3
MOST_NAMED = 6
"""Things a line names; the document holds all of them."""

Line = tuple[str, tuple[str, ...], dict[str, int | str]]
"""Code, what it is about, further facts."""


def campaign_not_tested(result: CampaignResult, dossier: Compiled, spec: Spec) -> list[NotTestedRow]:
    """Everything left open, gravest first, in both languages."""
    told = {lang: things_of(dossier, lang) for lang in LANGS}
    return [
        NotTestedRow(
            code=code, ids=list(ids), text=Both(**{lang: _text(told[lang], code, ids, more) for lang in LANGS})
        )
        for code, ids, more in _lines(result, dossier, spec)
    ]


def _lines(result: CampaignResult, dossier: Compiled, spec: Spec) -> Iterator[Line]:
    judged = (*result.loads, *result.functions)
    if result.failed_runs:
        yield "runs_failed", (), {"runs": result.failed_runs}
    if result.no_flow_cases:
        yield "no_flow", result.no_flow_buses, {"cases": result.no_flow_cases}
    if open_limits := [each for each in judged if each.protected and each.not_tested]:
        runs = sum(each.not_tested for each in open_limits)
        yield "limits_open", tuple(each.id for each in open_limits), {"runs": runs}
    if result.without_frequency:
        found = tuple(each.id for each in failures(dossier) if each.nature == "event" and each.per_year is None)
        counts: dict[str, int | str] = {"cases": result.without_frequency, "missed": result.missed_without_frequency}
        yield "no_frequency", found, counts
    yield from _cases(spec)
    if result.coverage.never_reached:
        yield "steps_not_reached", result.coverage.never_reached, {}
    if result.coverage.cards_never_active:
        yield "cards_not_active", result.coverage.cards_never_active, {}
    if without := tuple(each.id for each in judged if not each.protected):
        yield "no_limit", without, {}


def _cases(spec: Spec) -> Iterator[Line]:
    if spec.limit is not None:
        yield "stopped_at_limit", (), {"units": spec.limit}
    if spec.one_event:
        yield "one_event", (), {}
    elif spec.order < MOST_ORDER:
        yield "more_at_once", (), {"failures": spec.order}
    if hours := tuple(name for name in HOUR_NAMES if name not in {each.name for each in spec.hours}):
        yield "other_hours", hours, {}
    if not spec.scenarios:
        yield "no_scenarios", (), {}


def _text(things: Things, code: str, ids: tuple[str, ...], more: dict[str, int | str]) -> str:
    named = [_called(things, each) for each in ids[:MOST_NAMED]]
    words = list_text(things.lang, named) + (things.words("and-others") if len(ids) > MOST_NAMED else "")
    return things.words(f"not-tested-{code.replace('_', '-')}", list=words or "—", n=len(ids), **more)


def _called(things: Things, name: str) -> str:
    """The thing; of a failure its target; an hour's name."""
    if name in HOUR_NAMES:
        return hour_text(things, name)
    return things.called(name.rpartition(":")[0] or name)
