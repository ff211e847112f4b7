"""The kinds of thing `explain` knows: the names of each kind, and the lines on one of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from drillsim.checks import all_rules, explanation, title_text
from drillsim.cli.field_name import parse, rows_called
from drillsim.cli.field_table import FieldRow, field_rows
from drillsim.cli.field_type import drawn_words
from drillsim.cli.term import TERMS, names_of, words_of
from drillsim.findings import CODES, HAZARD_CODES, Code, VerdictWord
from drillsim.findings import KINDS as CAUSES
from drillsim.journal import HAZARDS, STEP_STATES, TYPES, WAIT_REASONS
from drillsim.schema import VERBS, FaultKind
from drillsim.texts import LANGS, Lang, has, text

FAULTS: tuple[str, ...] = get_args(FaultKind)
VERDICTS: tuple[str, ...] = get_args(VerdictWord)
Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing. `group` is the word that lists them all."""

    name: str
    group: str
    names: Callable[[], tuple[str, ...]]
    body: Callable[[str, Lang], Iterator[str]]
    """Lines on one of them, below its head."""
    meant: Callable[[str], tuple[str, ...]]
    """Names somebody may mean by what they wrote."""
    heading: Callable[[str, Lang], str] = lambda name, lang: name
    words: Callable[[str], tuple[str, ...]] = lambda name: ()
    """Words the screen calls one of them by, in each language."""

    def title(self, lang: Lang) -> str:
        """Return the title of the kind."""
        return text(lang, f"glossary-kind-{self.name}")

    def look(self, name: str, lang: Lang) -> Iterator[Lines]:
        """An entry for each of them that `name` may mean."""
        for each in self.meant(name):
            head = text(lang, "glossary-head", kind=self.title(lang), name=self.heading(each, lang))
            yield (head, *self.body(each, lang))

    def short(self, name: str, lang: Lang) -> str:
        """Return one line on what it is."""
        title = self.heading(name, lang)
        return title.removeprefix(f"{name} ") if title != name else next(self.body(name, lang), "")


# -- weak points and rules -------------------------------------------------------------------------------------------


def _code_title(name: str, lang: Lang) -> str:
    return text(lang, "glossary-code-title", code=name, title=text(lang, f"finding-{name}-title"))


def _code(name: str, lang: Lang) -> Iterator[str]:
    code: Code = CODES[name]
    if not code.implemented:
        yield text(lang, "glossary-code-later")
    if has(f"finding-{name}-means"):
        yield text(lang, f"finding-{name}-means")
        yield text(lang, "glossary-code-detected", words=text(lang, f"finding-{name}-detected"))
        yield text(lang, "glossary-code-remedy", words=text(lang, f"finding-{name}-remedy"))
    yield text(lang, "glossary-code-severity", default=code.default)
    needs = ", ".join(text(lang, f"glossary-need-{need}") for need in code.needs)
    yield text(lang, "glossary-code-needs", needs=needs)
    yield text(lang, "glossary-source", source=code.source)
    yield text(lang, f"rule-confidence-{code.confidence}")
    yield text(lang, "rule-not-verified")


def _rules() -> tuple[str, ...]:
    return tuple(rule.id for rule in all_rules())


def _rule_title(name: str, lang: Lang) -> str:
    return f"{name} {title_text(lang, next(rule for rule in all_rules() if rule.id == name))}"


def _rule(name: str, lang: Lang) -> Iterator[str]:
    yield from explanation(lang, next(rule for rule in all_rules() if rule.id == name))


# -- words of plans, scenarios and reports ---------------------------------------------------------------------------


def _verb(name: str, lang: Lang) -> Iterator[str]:
    spec = next(spec for verb, spec in VERBS.items() if verb == name)
    targets = ", ".join(spec.targets)
    yield text(lang, f"verb-{name}")
    yield text(lang, "glossary-verb-targets", targets=targets) if targets else text(lang, "glossary-verb-no-targets")
    if spec.operates:
        yield text(lang, "glossary-verb-operates")
    if spec.talks:
        yield text(lang, "glossary-verb-talks")
    yield text(lang, "glossary-verb-takes", takes=drawn_words(spec.takes), source=spec.source)


def _fault(name: str, lang: Lang) -> Iterator[str]:
    yield text(lang, f"fault-{name}")


def _hazard(name: str, lang: Lang) -> Iterator[str]:
    yield text(lang, f"glossary-hazard-{name}")
    code = HAZARD_CODES[name]
    yield text(lang, "glossary-hazard-code", code=code, title=text(lang, f"finding-{code}-title"))


def _verdict(name: str, lang: Lang) -> Iterator[str]:
    yield text(lang, f"glossary-verdict-{name}")


def _wait(name: str, lang: Lang) -> Iterator[str]:
    yield text(lang, f"wait-{name}")


def _state(name: str, lang: Lang) -> Iterator[str]:
    yield text(lang, f"glossary-state-{name}")


def _cause(name: str, lang: Lang) -> Iterator[str]:
    yield text(lang, f"ledger-means-{name}")


# -- the journal -----------------------------------------------------------------------------------------------------


def _event(name: str, lang: Lang) -> Iterator[str]:
    spec = TYPES[name]
    yield text(lang, f"event-{name}")
    yield text(lang, f"glossary-event-group-{spec.group}")
    yield text(lang, "glossary-event-fields", fields=", ".join(spec.fields))
    if spec.optional:
        yield text(lang, "glossary-event-optional", fields=", ".join(spec.optional))
    yield from (f"  {key}: {event_field_words(name, key, lang)}" for key in (*spec.fields, *spec.optional))


def _event_fields() -> tuple[str, ...]:
    return tuple(f"{name}.{key}" for name, spec in TYPES.items() for key in (*spec.fields, *spec.optional))


def _meant_event_fields(name: str) -> tuple[str, ...]:
    """The field of the event named, or of one event for each meaning a field of that name has."""
    exact = tuple(each for each in _event_fields() if each == name)
    meanings = {_event_field_id(each): each for each in reversed(_event_fields()) if each.endswith(f".{name}")}
    return exact or tuple(meanings.values())


def _event_field(name: str, lang: Lang) -> Iterator[str]:
    event = name.partition(".")[0]
    yield text(lang, _event_field_id(name))
    yield text(lang, "glossary-event-field-of", event=event, meaning=text(lang, f"event-{event}"))


def event_field_words(event: str, key: str, lang: Lang) -> str:
    """Return the meaning of a field of an event, in words."""
    return text(lang, _event_field_id(f"{event}.{key}"))


def _event_field_id(name: str) -> str:
    """Its own text in this event where it has one, else that of all fields of its name."""
    event, _, key = name.partition(".")
    own = f"event-field-{event}-{key}"
    return own if has(own) else f"event-field-{key}"


# -- the files -------------------------------------------------------------------------------------------------------


@cache
def _by_name() -> dict[str, FieldRow]:
    return {_full(row): row for row in field_rows()}


def _full(row: FieldRow) -> str:
    return f"{row.file}: {row.record}.{row.key}"


def _field(name: str, lang: Lang) -> Iterator[str]:
    row = _by_name()[name]
    yield row.meaning(lang)
    yield text(lang, "glossary-field-where", file=row.file, record=row.record, path=row.path)
    yield text(lang, "glossary-field-type", type=row.type(lang))
    required, default = text(lang, "glossary-field-required"), row.default or "–"
    yield required if row.required else text(lang, "glossary-field-default", default=default)


def _records() -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{row.file}: {row.record}" for row in field_rows()))


def _record(name: str, lang: Lang) -> Iterator[str]:
    file, _, record = name.partition(": ")
    own = [row for row in field_rows() if (row.file, row.record) == (file, record)]
    where = own[0].path.rpartition(".")[0]
    place = text(lang, "glossary-record-where", file=file, path=where)
    yield place if where else text(lang, "glossary-record-top", file=file)
    yield from (f"  {row.key}: {row.meaning(lang)}" for row in own)


def _meant_records(name: str) -> tuple[str, ...]:
    """The record called so, or a file's own."""
    asked = parse(name)
    if asked.file and not asked.words:
        return tuple(each for each in _records() if each.startswith(f"{asked.file}: "))[:1]
    wanted = asked.words[0] if len(asked.words) == 1 else ""
    return tuple(each for each in _records() if each.partition(": ")[2] == wanted and each.startswith(asked.file))


# -- words of the screen -----------------------------------------------------------------------------------------------


def _term_title(name: str, lang: Lang) -> str:
    return names_of(name, lang)[0]


def _term(name: str, lang: Lang) -> Iterator[str]:
    yield text(lang, f"term-{name}-means")
    other: Lang = "zh" if lang == "en" else "en"
    yield text(lang, "glossary-term-names", names="; ".join((*names_of(name, lang)[1:], *names_of(name, other))))


def _called(prefix: str) -> Callable[[str], tuple[str, ...]]:
    """Return a function that gives the words screen and reports call a code by: `<prefix><code>` in each language."""
    return lambda name: _in_words(f"{prefix}{name.replace('_', '-')}")


def _in_words(message: str) -> tuple[str, ...]:
    return tuple(text(lang, message) for lang in LANGS) if has(message) else ()


def _rule_words(name: str) -> tuple[str, ...]:
    rule = next(rule for rule in all_rules() if rule.id == name)
    return tuple(title_text(lang, rule) for lang in LANGS)


# -- all of them -----------------------------------------------------------------------------------------------------


def plain(name: str) -> str:
    """`name` so that case, width and the marks between words make no difference."""
    return re.sub(r"[\s_-]+", " ", unicodedata.normalize("NFKC", name)).strip().lower()


def _kind(
    name: str,
    names: Callable[[], tuple[str, ...]],
    body: Callable[[str, Lang], Iterator[str]],
    heading: Callable[[str, Lang], str] = lambda name, lang: name,
    words: Callable[[str], tuple[str, ...]] = lambda name: (),
) -> Kind:
    """A kind whose things are asked for by their names, or by what the screen calls them in either language."""

    @cache
    def spelled() -> Mapping[str, frozenset[str]]:
        return {each: frozenset(map(plain, (each, *words(each)))) for each in names()}

    def meant(asked: str) -> tuple[str, ...]:
        return tuple(each for each, spellings in spelled().items() if plain(asked) in spellings)

    return Kind(name, f"{name}s", names, body, meant, heading, words)


KINDS: tuple[Kind, ...] = (
    _kind("code", lambda: tuple(CODES), _code, _code_title, lambda name: _in_words(f"finding-{name}-title")),
    _kind("rule", _rules, _rule, _rule_title, _rule_words),
    _kind("term", lambda: TERMS, _term, _term_title, words_of),
    _kind("verb", lambda: tuple(VERBS), _verb),
    _kind("fault", lambda: FAULTS, _fault),
    _kind("hazard", lambda: HAZARDS, _hazard, words=_called("report-hazard-")),
    _kind("verdict", lambda: VERDICTS, _verdict, words=_called("report-verdict-")),
    _kind("wait", lambda: WAIT_REASONS, _wait, words=_called("report-wait-")),
    _kind("state", lambda: STEP_STATES, _state, words=_called("report-step-")),
    _kind("cause", lambda: CAUSES, _cause),
    _kind("event", lambda: tuple(TYPES), _event),
    Kind("event-field", "event-fields", _event_fields, _event_field, _meant_event_fields),
    Kind("field", "fields", lambda: tuple(_by_name()), _field, lambda name: tuple(map(_full, rows_called(name)))),
    Kind("record", "records", _records, _record, _meant_records),
)
"""Every kind, in the order in which entries are shown."""
