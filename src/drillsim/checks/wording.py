"""Rules and results as sentences: called by whoever prints them, never by a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from drillsim.checks.rule import Result, Rule
from drillsim.texts import Lang, duration_text, has, list_text, text, told_apart

_LONGEST_LIST = 8
"""Names in a sentence that also has to say what to do."""
_NO_NAMES = (
    "field",
    "fields",
    "kind",
    "hazard",
    "step",
    "steps",
    "card",
    "cards",
    "words",
    "numbers",
    "lacking",
    "mode",
    "since",
)
"""Facts that are words of the files, not ids of things with a name."""
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff，。、；：）”]) (?=[\u4e00-\u9fff，。、；：（“])")
Names = Mapping[str, str]
_BY_ID: Names = {}


def result_text(lang: Lang, result: Result, names: Names = _BY_ID) -> str:
    """Return the finding of the rule, in one or two sentences, with what to write instead where it fails. `names` are
    words for the ids they are asked for by.

    A plug-in's rule has no texts of its own in the catalogue: its facts are listed.
    """
    told = _spoken(lang, result, names)
    for name in _texts_of(result):
        if has(name):
            return _close_up(text(lang, name, **told))
    listed = "; ".join(f"{name} = {value}" for name, value in told.items() if name != "id")
    return text(lang, "rule-own", outcome=outcome_text(lang, result.outcome), id=told["id"], facts=listed or "–")


def _close_up(words: str) -> str:
    """The blanks that set off an id from Chinese are none around a Chinese name."""
    return _BETWEEN_CHINESE.sub("", words)


def _texts_of(result: Result) -> tuple[str, ...]:
    """Ids of the texts that fit the result, the closest first."""
    if result.outcome == "unknown":
        return f"rule-{result.rule}-unknown-{result.missing}", f"rule-missing-{result.missing}"
    if result.outcome == "not_applicable":
        return (f"rule-why-{result.why}",)
    if result.outcome == "fail":
        return ("-".join(["rule", result.rule, "fail", *([result.variant] if result.variant else [])]),)
    return f"rule-{result.rule}-pass", *(["rule-pass"] if dict(result.facts).keys() == {"count"} else [])


def _spoken(lang: Lang, result: Result, names: Names) -> dict[str, object]:
    """Facts as words: `limit_ms` becomes `limit`, a time with its unit; ids become names, those of two things of one
    name with the id behind it."""
    listed = {name: value.split(", ") for name, value in result.facts if isinstance(value, str)}
    ids = [result.about.id, *(each for name, found in listed.items() if name not in _NO_NAMES for each in found)]
    called = {each: names.get(each, each) for each in ids}
    called |= told_apart(called)
    told: dict[str, object] = {"id": called[result.about.id]}
    for name, value in result.facts:
        if name.endswith("_ms"):
            told[name.removesuffix("_ms")] = duration_text(lang, int(value))
        elif name == "since":
            told[name] = _moment_text(lang, str(value))
        elif name in listed:
            found = listed[name]
            told[name] = list_text(lang, [each if name in _NO_NAMES else called[each] for each in found], _LONGEST_LIST)
        else:
            told[name] = value
    return told


def _moment_text(lang: Lang, moment: str) -> str:
    """A moment of the week (`mon 20:00`) in words."""
    day, _, clock = moment.partition(" ")
    return text(lang, "rule-moment", day=day, clock=clock)


def outcome_text(lang: Lang, outcome: str) -> str:
    """The word for an outcome."""
    return text(lang, f"rule-outcome-{outcome.replace('_', '-')}")


def title_text(lang: Lang, rule: Rule) -> str:
    """The rule's name; a plug-in's rule without a text in the catalogue goes by its id."""
    return text(lang, f"rule-{rule.id}-title") if has(f"rule-{rule.id}-title") else rule.id


def source_text(rule: Rule) -> str:
    """Document, edition and clause as one reference; empty for practice of our own."""
    document = f"{rule.source} ({rule.edition})" if rule.edition else rule.source
    return " ".join(part for part in (document, rule.clause) if part)


def explanation(lang: Lang, rule: Rule) -> tuple[str, ...]:
    """Return the lines `drillsim explain RULE` prints: title, meaning, what it needs, where it comes from, how sure we
    are."""
    means = f"rule-{rule.id}-means"
    return (
        text(lang, "rule-explain-title", rule=rule.id, title=title_text(lang, rule)),
        *([text(lang, means)] if has(means) else []),
        text(lang, f"rule-needs-{rule.needs}"),
        text(lang, f"rule-severity-{rule.severity}"),
        text(lang, "rule-source", source=source_text(rule)) if rule.source else text(lang, "rule-source-own"),
        text(lang, f"rule-confidence-{rule.confidence}"),
        text(lang, "rule-verified", date=rule.verified_on.isoformat())
        if rule.verified_on
        else text(lang, "rule-not-verified"),
    )


def rules_table(lang: Lang, rules: Iterable[Rule]) -> str:
    """The rules as a Markdown table: id, title, source, how sure. Stands in the README."""
    columns = ("id", "title", "source", "confidence")
    rows = [tuple(text(lang, f"rule-table-{column}") for column in columns), ("---",) * len(columns)]
    for rule in rules:
        sure = text(lang, f"rule-sure-{rule.confidence}")
        rows.append((rule.id, title_text(lang, rule), source_text(rule) or "–", sure))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def closing_text(lang: Lang, rules: Iterable[Rule]) -> str:
    """Return the text under every list of results: which rules nobody held against the standard's own text."""
    asked = tuple(rules)
    bare = [rule.id for rule in asked if rule.verified_on is None]
    if not bare:
        return text(lang, "rule-closing-all")
    if len(bare) == len(asked):
        return text(lang, "rule-closing-none", count=len(bare))
    return text(lang, "rule-closing", count=len(bare), rules=list_text(lang, bare))
