"""What `drillsim explain` knows: weak points, rules, verbs, faults, wait reasons, journal events and fields.

Every entry comes from the table the program itself works by, so that nothing is explained that does not exist and
nothing exists that is not explained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from drillsim.checks import all_rules
from drillsim.checks.wording import explanation
from drillsim.cli.field_table import FieldRow, field_rows
from drillsim.cli.field_type import drawn_words
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.findings.codes import CODES, Code
from drillsim.journal.events import TYPES, WAIT_REASONS
from drillsim.schema.scenario import FaultKind
from drillsim.schema.verbs import VERBS
from drillsim.texts import Lang, has, text

FAULTS: tuple[str, ...] = get_args(FaultKind)
LIST = "list"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing explained. `kind` is code, rule, verb, fault, wait, event, field or list."""

    kind: str
    lines: tuple[str, ...]


def entries_of(name: str, lang: Lang) -> tuple[Entry, ...]:
    """Everything called `name`, in the order of the kinds; `list` names all there is.

    Raises: InvalidInput `no-such-code` with the nearest name.
    """
    if name == LIST:
        return (_everything(lang),)
    found = tuple(Entry(kind, lines) for kind, look in _LOOK.items() for lines in look(name, lang))
    if found:
        return found
    near = get_close_matches(name, [each for names in _names().values() for each in names], 1, 0.6)
    told = facts(name=name, near=near[0] if near else "none")
    raise InvalidInput([Problem(file="", field="CODE", code="no-such-code", facts=told)])


def _names() -> dict[str, tuple[str, ...]]:
    return {
        "code": tuple(CODES),
        "rule": tuple(rule.id for rule in all_rules()),
        "verb": tuple(VERBS),
        "fault": FAULTS,
        "wait": WAIT_REASONS,
        "event": tuple(TYPES),
        "field": tuple(dict.fromkeys(row.key for row in field_rows())),
    }


def _everything(lang: Lang) -> Entry:
    lines = (
        text(lang, "glossary-list", kind=text(lang, f"glossary-kind-{kind}"), names=", ".join(names))
        for kind, names in _names().items()
    )
    return Entry(LIST, tuple(lines))


def _head(lang: Lang, kind: str, name: str) -> str:
    return text(lang, "glossary-head", kind=text(lang, f"glossary-kind-{kind}"), name=name)


def _code(name: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    code = CODES.get(name.upper())
    if code is None:
        return
    title = text(lang, "glossary-code-title", code=code.code, title=text(lang, f"finding-{code.code}-title"))
    yield (_head(lang, "code", title), *_code_lines(lang, code))


def _code_lines(lang: Lang, code: Code) -> Iterator[str]:
    if not code.implemented:
        yield text(lang, "glossary-code-later")
    if has(f"finding-{code.code}-means"):
        yield text(lang, f"finding-{code.code}-means")
        yield text(lang, "glossary-code-detected", words=text(lang, f"finding-{code.code}-detected"))
        yield text(lang, "glossary-code-remedy", words=text(lang, f"finding-{code.code}-remedy"))
    yield text(lang, "glossary-code-severity", default=code.default)
    needs = ", ".join(text(lang, f"glossary-need-{need}") for need in code.needs)
    yield text(lang, "glossary-code-needs", needs=needs)
    yield text(lang, "glossary-source", source=code.source)
    yield text(lang, f"rule-confidence-{code.confidence}")
    yield text(lang, "rule-not-verified")


def _rule(name: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    for rule in all_rules():
        if rule.id.lower() == name.lower():
            yield (_head(lang, "rule", rule.id), *explanation(lang, rule))


def _verb(name: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    spec = next((spec for verb, spec in VERBS.items() if verb == name), None)
    if spec is None:
        return
    targets = ", ".join(spec.targets)
    yield (
        _head(lang, "verb", name),
        text(lang, f"verb-{name}"),
        text(lang, "glossary-verb-targets", targets=targets) if targets else text(lang, "glossary-verb-no-targets"),
        *([text(lang, "glossary-verb-operates")] if spec.operates else []),
        *([text(lang, "glossary-verb-talks")] if spec.talks else []),
        text(lang, "glossary-verb-takes", takes=drawn_words(spec.takes), source=spec.source),
    )


def _fault(name: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    if name in FAULTS:
        yield (_head(lang, "fault", name), text(lang, f"fault-{name}"))


def _wait(name: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    if name in WAIT_REASONS:
        yield (_head(lang, "wait", name), text(lang, f"wait-{name}"))


def _event(name: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    spec = TYPES.get(name)
    if spec is None:
        return
    yield (
        _head(lang, "event", name),
        text(lang, f"event-{name}"),
        text(lang, f"glossary-event-group-{spec.group}"),
        text(lang, "glossary-event-fields", fields=", ".join(spec.fields)),
        *([text(lang, "glossary-event-optional", fields=", ".join(spec.optional))] if spec.optional else []),
    )


def _field(name: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    for row in field_rows():
        if row.is_called(name):
            yield (_head(lang, "field", row.key), *_field_lines(lang, row))


def _field_lines(lang: Lang, row: FieldRow) -> Iterator[str]:
    yield row.meaning(lang)
    yield text(lang, "glossary-field-where", file=row.file, record=row.record, path=row.path)
    yield text(lang, "glossary-field-type", type=row.type(lang))
    yield (
        text(lang, "glossary-field-required")
        if row.required
        else text(lang, "glossary-field-default", default=row.default or "–")
    )


_LOOK: dict[str, Callable[[str, Lang], Iterator[tuple[str, ...]]]] = {
    "code": _code, "rule": _rule, "verb": _verb, "fault": _fault, "wait": _wait, "event": _event, "field": _field,
}  # fmt: skip
