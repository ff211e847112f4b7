"""The hot wash of a drill on the screen: the same words as its Markdown page, without marks."""

from __future__ import annotations

from pathlib import Path

from drillsim.cli.console import say
from drillsim.documents import Said, said
from drillsim.documents.drill_report import DrillDocument, clock
from drillsim.texts import Lang, duration_text, text


def say_drill(document: DrillDocument, path: Path, lang: Lang) -> None:
    """Say how a drill went, and where its documents lie."""

    def h(name: str, **facts: object) -> str:
        return text(lang, f"hotwash-{name}", **facts)

    def words(value: Said) -> str:
        return said(value, lang)

    say(f"{words(document.customer_name)} · {words(document.title)}")
    if words(document.warning):
        say(f"! {words(document.warning)} {document.ending_why}".rstrip())
    if any(each.used for each in document.corrections):
        say(f"! {h('judged-corrected')}")
    _section(
        h("heading-goods"), [f"{n}. {words(each.text)}" for n, each in enumerate(document.goods, 1)] or [h("no-goods")]
    )
    _section(h("heading-story"), [f"{clock(each.at_ms)}  {words(each.text)}" for each in document.story])
    late = [
        f"{words(e.title)} – {words(e.role)}: {duration_text(lang, e.late_ms)} {h(f'against-{e.against}')};"
        f" {words(e.reason)}"
        for e in document.late
    ]
    _section(h("heading-late"), late or [h("none-late")])
    broken = [
        f"{'✘' if e.verdict == 'missed' else '✔'} {words(e.name)}: {duration_text(lang, e.worst_ms)}"
        f" ({h('column-limit')} {duration_text(lang, e.limit_ms) if e.limit_ms is not None else '—'},"
        f" {h('column-alone')} {duration_text(lang, e.alone_ms) if e.alone_ms is not None else '—'})"
        for e in document.broken
    ]
    _section(h("heading-broken"), broken or [h("none-broken")])
    _section(h("heading-hazards"), [f"▲ {words(e.text)}" for e in document.run.hazards] or [h("no-hazards")])
    grade = document.whole.given or document.whole.proposed
    _section(h("grade-whole"), [h(f"grade-{grade}") if grade else h("grade-none"), words(document.whole.why)])
    _section(h("heading-untried"), [words(each.text) for each in document.untried])
    say("", (path / "hotwash.html").as_posix(), (path / "report.html").as_posix())


def _section(title: str, lines: list[str]) -> None:
    say("", title, *(f"  {line}" for line in lines))
