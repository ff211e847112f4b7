"""Rules and results as sentences: called by whoever prints them, never by a rule."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.checks.rule import Result, Rule
from drillsim.texts import Lang, has, text
from drillsim.units import format_duration

_LONGEST_LIST = 8


def result_text(lang: Lang, result: Result) -> str:
    """What the rule found, in one or two sentences, with what to write instead where it fails.

    A plug-in's rule has no texts of its own in the catalogue: its facts are listed.
    """
    told = _spoken(lang, result)
    for name in _texts_of(result):
        if has(name):
            return text(lang, name, **told)
    listed = "; ".join(f"{name} = {value}" for name, value in told.items() if name != "id")
    return text(lang, "rule-own", outcome=outcome_text(lang, result.outcome), id=told["id"], facts=listed or "–")


def _texts_of(result: Result) -> tuple[str, ...]:
    """Ids of the texts that fit the result, the closest first."""
    if result.outcome == "unknown":
        return f"rule-{result.rule}-unknown-{result.missing}", f"rule-missing-{result.missing}"
    if result.outcome == "not_applicable":
        return (f"rule-why-{result.why}",)
    if result.outcome == "fail":
        return ("-".join(["rule", result.rule, "fail", *([result.variant] if result.variant else [])]),)
    return f"rule-{result.rule}-pass", *(["rule-pass"] if dict(result.facts).keys() == {"count"} else [])


def _spoken(lang: Lang, result: Result) -> dict[str, object]:
    """Facts as words: `limit_ms` becomes `limit`, a time with its unit."""
    told: dict[str, object] = {"id": result.about.id}
    for name, value in result.facts:
        if name.endswith("_ms"):
            told[name.removesuffix("_ms")] = format_duration(int(value))
        else:
            told[name] = _listing(lang, value) if isinstance(value, str) else value
    return told


def _listing(lang: Lang, value: str) -> str:
    """A list of ids as a sentence can bear it: in the language's own way, and no longer than a line."""
    names = value.split(", ")
    between = "、" if lang == "zh" else ", "
    if len(names) <= _LONGEST_LIST:
        return between.join(names)
    return text(lang, "rule-and-more", list=between.join(names[: _LONGEST_LIST - 2]), count=len(names))


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
    """What `drillsim explain RULE` prints: title, meaning, what it needs, where it comes from, how sure we are."""
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
    """What stands under every list of results: which rules nobody held against the standard's own text."""
    asked = tuple(rules)
    bare = [rule.id for rule in asked if rule.verified_on is None]
    if not bare:
        return text(lang, "rule-closing-all")
    if len(bare) == len(asked):
        return text(lang, "rule-closing-none", count=len(bare))
    return text(lang, "rule-closing", count=len(bare), rules=("、" if lang == "zh" else ", ").join(bare))
