"""The details behind page one: steps by person, hazards, rules and their sources, assumptions, digests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.documents.names import in_roles, step_of_instance
from drillsim.documents.report import NeverBegunLine, Rule, StepLine
from drillsim.documents.run_document import NeverBegunRow, StepRow, WaitRow
from drillsim.documents.source import Recorded
from drillsim.documents.wording import reason_text, state_text
from drillsim.findings import CODES
from drillsim.texts import duration_text, list_text, text
from drillsim.units import format_clock, format_time_of_day
from drillsim.version import __version__


def steps(run: Recorded) -> tuple[StepLine, ...]:
    """Step instances by person, in time order; those nobody began come last. People go by their roles."""
    run = replace(run, names=in_roles(run.names, run.case.dossier))
    people = list(dict.fromkeys(row.by[0] for row in run.document.steps if row.by))
    rows = sorted(
        run.document.steps,
        key=lambda row: (people.index(row.by[0]) if row.by else len(people), row.ready_ms is None, row.ready_ms or 0),
    )
    return tuple(_step(run, row) for row in rows)


def _step(run: Recorded, row: StepRow) -> StepLine:
    found = step_of_instance(run.case.dossier, row.step)
    called = run.names.of(row.step)
    return StepLine(
        who=list_text(run.lang, [run.names.of(each) for each in row.by]) or run.words("nobody"),
        step=row.step,
        text=called if called != row.step else "",
        clause=found[1].clause if found else "",
        ready=_moment(row.ready_ms),
        started=_moment(row.started_ms),
        finished=_moment(row.finished_ms),
        state=state_text(run.lang, row.state),
        waits=tuple(_wait(run, row.step, wait) for wait in row.waits if wait.ms),
        times_ms=(row.ready_ms, row.started_ms, row.finished_ms),
    )


def _wait(run: Recorded, step: str, wait: WaitRow) -> str:
    names = run.names.apart((step, *wait.on[:4]))
    on = list_text(run.lang, [names.of(each) for each in wait.on[:4]])
    words = run.words(
        "wait-line", reason=reason_text(run.lang, wait.reason), ms=duration_text(run.lang, wait.ms), on=on or "—"
    )
    return f"{words} {run.words('wait-cost', ms=duration_text(run.lang, wait.cost_ms))}" if wait.cost_ms else words


def never_begun(run: Recorded) -> tuple[NeverBegunLine, ...]:
    """Steps of active cards that were due and never began, in the order of the plan."""
    return tuple(_never_begun(run, row) for row in run.document.never_begun)


def _never_begun(run: Recorded, row: NeverBegunRow) -> NeverBegunLine:
    called, reason = run.names.of(row.step), reason_text(run.lang, row.reason)
    held = run.words("never-begun-held", reason=reason, ms=duration_text(run.lang, row.held_ms))
    many = run.words("never-begun-count", n=row.count) if row.count > 1 else ""
    return NeverBegunLine(
        clause=row.clause or run.words("no-clause"),
        step=row.step,
        text=" ".join(part for part in (called if called != row.step else "", many) if part),
        who=run.names.of(row.role),
        held=held if row.held_ms else reason,
        needed=run.said(row.needed),
    )


def _moment(t_ms: int | None) -> str:
    return "—" if t_ms is None else format_clock(t_ms // 1_000 * 1_000)


def hazards(run: Recorded) -> tuple[tuple[str, str, str], ...]:
    """Moment, what, and the role that did it in which step."""
    names = in_roles(run.names, run.case.dossier)
    return tuple(
        (
            format_clock(row.t_ms),
            run.said(row.text),
            " · ".join(names.of(each) for each in (row.person, row.step) if each),
        )
        for row in run.document.hazards
    )


def rules(run: Recorded) -> tuple[Rule, ...]:
    """Return each code this report uses with its source."""
    used = sorted({row.code for row in run.document.findings if row.code in CODES})
    return tuple(
        Rule(
            code=code,
            title=text(run.lang, f"finding-{code}-title"),
            source=CODES[code].source,
            confidence=run.words(f"confidence-{CODES[code].confidence}"),
        )
        for code in used
    )


def assumptions(run: Recorded) -> tuple[str, ...]:
    """Return the assumptions the reader has to take on trust."""
    return tuple(_assumptions(run))


def _assumptions(run: Recorded) -> Iterator[str]:
    yield run.words("assumption-one-run", seed=run.document.seed)
    if any(event.data["assumed"] for event in run.journal.of("protection_trips")):
        yield run.words("assumption-selectivity")
    if any(run.journal.of("cannot_say")):
        yield run.words("assumption-cannot-say")
    yield run.words("assumption-steady-state")
    yield run.words("assumption-rules")


def facts(run: Recorded) -> tuple[tuple[str, str], ...]:
    """Return the facts the run can be repeated from."""
    return tuple(_facts(run))


def _facts(run: Recorded) -> Iterator[tuple[str, str]]:
    header = run.journal.header
    yield run.words("fact-product"), f"drillsim {header.get('version', __version__)}"
    yield run.words("fact-seed"), str(run.document.seed)
    if header.get("engine"):
        yield run.words("fact-engine"), str(header["engine"])
    yield run.words("fact-events"), str(len(run.journal.events))
    digests = header.get("digests")
    if isinstance(digests, dict):
        yield from ((str(name), str(digest)) for name, digest in digests.items())


def start_text(run: Recorded) -> str:
    """Day and hour the run begins."""
    start, edition = run.case.scenario.start, run.document.edition
    moment = f"{start.date.isoformat()} {format_time_of_day(start.time)}"
    if edition is None:
        return moment
    facts = {"title": run.said(edition.title), "name": edition.name, "first": edition.first, "until": edition.until}
    outside = f" {run.words('edition-outside')}" if edition.outside else ""
    return run.words("edition", moment=moment, **facts) + outside
