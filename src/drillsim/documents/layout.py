"""The common parts of the templates: the environment, the filters, how much stands on page one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import ceil
from typing import TYPE_CHECKING

from drillsim.documents.pictures.measure import em_width, shortened
from drillsim.documents.report import Light, Report
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from jinja2 import Environment, Template

MOST_LIGHTS, ENOUGH_LIGHTS = 16, 10
"""Lines of loads and functions on page one: so many of what was not met, and enough of the others beside them."""
ROOMY, DENSE = 33.0, 43.0
"""Page one with more lines than this, estimated, is set smaller, and smaller again."""
MOST_NOT_TESTED, MOST_DECISIONS = 5, 2
FEWER_NOT_TESTED, FEWER_DECISIONS = 3, 0
"""Lines of page one on what was not tested and what is to be decided: beside changes to make first there are fewer."""


def page(report: Report) -> dict[str, object]:
    """Return the values a template is filled with."""
    lang = report.lang
    return {
        "r": report,
        **in_language(lang),
        "tone": _tone(report),
        "shown_lights": shown_lights(report),
        "more_lights": sum(len(line.names) for line in report.lines[len(shown_lights(report)) :]),
        "density": _density(report),
        "figures": figures(lang, report.pictures),
        "most_not_tested": FEWER_NOT_TESTED if report.first else MOST_NOT_TESTED,
        "most_decisions": FEWER_DECISIONS if report.first else MOST_DECISIONS,
    }


def in_language(lang: Lang) -> dict[str, object]:
    """Return the values every template needs of a language: texts, marks, how wide its letters are."""
    return {
        "t": lambda name, /, **facts: text(lang, f"report-{name}", **facts),
        "html_lang": "zh-CN" if lang == "zh" else "en",
        "gap": "" if lang == "zh" else " ",
        "colon": "\uff1a" if lang == "zh" else ": ",
        "wide": 1.0 if lang == "zh" else 1.15,  # Latin letters are narrower than they are measured, on the safe side
        "mark_between": text(lang, "quantity-list-mark"),
        "mark_wide": text(lang, "quantity-list-mark-wide"),
    }


def figures(lang: Lang, pictures: Iterable[str]) -> list[dict[str, str]]:
    """The pictures in the order in which they are read: name of the file, kind, numbered caption."""
    found: list[dict[str, str]] = []
    kinds: dict[str, int] = {}
    for name in pictures:
        kind, _, sheet = name.partition("-")
        number = kinds.setdefault(kind, len(kinds) + 1)
        what = text(lang, f"report-picture-{kind}")
        caption = text(lang, "report-picture", n=number, what=what)
        more = text(lang, "report-picture-sheet", n=int(sheet)) if sheet else ""
        found.append({"name": name, "kind": kind, "caption": caption + more})
    return found


def template(name: str) -> Template:
    """One of the package's templates; HTML ones escape whatever they are given."""
    return _environment().get_template(name)


def markdown_safe(words: object) -> str:
    """`words` in a line or table cell of Markdown, meaning nothing but themselves."""
    cleaned = " ".join(str(words).split())
    for mark in "\\`*[]|":
        cleaned = cleaned.replace(mark, "\\" + mark)
    return cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shown_lights(report: Report) -> tuple[Light, ...]:
    """The lines of page one, of which `Report.lines` has what was not met first."""
    unmet = sum(line.verdict != "met" for line in report.lines)
    return report.lines[: min(MOST_LIGHTS, max(unmet, ENOUGH_LIGHTS))]


def _density(report: Report) -> str:
    """Return the class for the text size of page one that keeps it one page: empty, `dense` or `denser`."""
    lines = sum(ceil(em_width(words) / 55) for words in _page_one_words(report)) + 1.3 * len(shown_lights(report))
    return "" if lines <= ROOMY else "dense" if lines <= DENSE else "denser"


def _page_one_words(report: Report) -> Iterator[str]:
    """Roughly every paragraph of page one but the lights."""
    yield from (report.customer, report.scenario, report.plan, "".join(report.conclusion), report.expected_summary)
    yield from (f"{each.clause}{each.owner}{shortened(each.new, 60)}{each.gain}" for each in report.first)
    for weak in report.top:
        yield f"{weak.title}{weak.text}"
        yield weak.under
        if not weak.change_number:
            yield f"{weak.clause}{weak.change}{weak.owner}{weak.change_id}{weak.gain}"
    if report.costliest:
        yield f"{report.costliest.text}{report.costliest.reason}{report.costliest.answer}" + " " * 60
    yield from ("-" for _ in report.not_tested[:MOST_NOT_TESTED])
    if not report.first:
        yield from ("-" for _ in report.decisions[:MOST_DECISIONS])


def _tone(report: Report) -> str:
    if any(light.verdict == "missed" for light in report.lights):
        return "missed"
    whole = bool(report.lights) and not report.warning and all(light.verdict == "met" for light in report.lights)
    return "met" if whole else "open"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("drillsim.documents", "templates"),
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["short"] = shortened
    environment.filters["md"] = markdown_safe
    return environment
