"""The common parts of the templates: the environment, the filters, the style, the captions of pictures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from drillsim.documents.pictures.measure import shortened
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from jinja2 import Environment, Template

ROOMY, DENSE = 33.0, 43.0
"""Page one with more lines than this, estimated, is set smaller, and smaller again."""


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


def style() -> str:
    """The style sheet the pages of templates carry."""
    return (files("drillsim.documents") / "templates" / "report.css").read_text(encoding="utf-8")


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
