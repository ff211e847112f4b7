"""Every text of every weak-point code reads well in both languages, whatever its facts are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import drillsim
from drillsim.documents.names import Names
from drillsim.documents.wording import code_text
from drillsim.findings.codes import CODES
from drillsim.findings.facts import FACTS, Facts, plain
from drillsim.texts import LANGS, Lang, has
from helpers.fact_values import EMPTY, every_form, words_of

SOURCE = Path(drillsim.__file__).parent
BESIDES = ("subject", "clause", "steps", "endangers")
"""What every weak point's text may speak of besides its facts."""
PARTS = ("title", "means", "detected", "remedy")
BAD = re.compile(
    r" {2}|[，。；：、]{2}|,,|\.\.|[(（] | [)）]|\(\)|（）|[;:：；]\s*[;.。；]| [.,;]|None|“”|[a-z]+_[a-z]+|[{}$]"
)
"""Two marks or spaces together, brackets and quotes around nothing, an id of the program, a placeholder."""
ONE_OF_MANY = re.compile(r"\b1 (?!ms\b|was\b)[a-z]+s\b|\b1 were\b")
PLAIN_ENGLISH = re.compile(r"[a-z]{3,}")
MARKER = re.compile(r"x-[a-z0-9-]+")

DEFAULTED: dict[tuple[str, str, str], str] = {
    ("G09", "stopped", "no"): "chosen by only of an overload; a UPS that failed has stopped or gone to bypass",
}
"""Words without a variant of their own, and why the default says what is meant."""

_HAZARDS = ("O01", "O02", "O03", "O04")
TOLD_ALONE: dict[str, str] = {
    "S01.loads": "how far it reached",
    "S03.after": "what closed the switch, a step or automatics; the text names the switch",
    "A09.needs": "what the display runs on; the text says that it had none",
    "M02.why": "what ended the step; the text says failed or out of time",
    "P01.people": "those waited for; the text names who came last",
    "P07.sides": "whose steps these are, beside `in_plan`",
    "P07.in_plan": "the steps of the circle; the text names their clauses",
    "P06.role": "the role he may not take",
    "G12.rated_kw": "what the share is of",
    **{f"{code}.{name}": "one shape with O05 and O06" for code in _HAZARDS for name in ("person", "reason", "wait_ms")},
    "O01.hazard": "one shape with the hazards that are several",
    "O02.parts": "what was joined or reached; the text names the device",
    "D04.back": "whether it came back; the text gives how long it was dark",
    "D05.back": "whether it came back; the text gives how long it was dark",
}
"""Facts that neither a text nor the program uses: whoever reads run.json by machine has them, and why."""


class _Seen(Visitor):
    """Variables of a text, and its choices: variable, the words it has variants for, the default's; '' for a default
    that stands for all others and says nothing of the word itself."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.choices: list[tuple[str, set[str], str]] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        if isinstance(node.selector, ftl.VariableReference):
            name, default = node.selector.id.name, next(each for each in node.variants if each.default)
            inside = _Seen()
            inside.visit(default.value)
            rest = _key(default) == "other" and name not in inside.variables
            self.choices.append((name, {_key(each) for each in node.variants}, "" if rest else _key(default)))
        self.generic_visit(node)


def _key(variant: ftl.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ftl.Identifier) else str(variant.key.value)


@cache
def _texts(lang: Lang) -> dict[str, _Seen]:
    found = {}
    for file in ("findings", "revision"):
        text = (SOURCE / "texts" / lang / f"{file}.ftl").read_text(encoding="utf-8")
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ftl.Message):
                found[entry.id.name] = seen = _Seen()
                seen.visit(entry)
    return found


def _with_facts(code: str) -> tuple[str, ...]:
    """Texts that the facts of the code fill in."""
    names = (f"finding-{code}", f"revision-new-{code}", f"revision-new-{code}-joined")
    return tuple(name for name in names if has(name))


def _names(lang: Lang) -> Names:
    return Names(lang, {})


ADDED = {"step", "backed"}
"""What the usual answer to a weak point may speak of beside its facts: the step, and whether own supply is there."""


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_its_texts_and_no_others(code: str) -> None:
    due = {f"finding-{code}", *(f"finding-{code}-{part}" for part in PARTS)}
    for lang in LANGS:
        assert {name for name in _texts(lang) if re.match(rf"finding-{code}\b", name)} == due


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_a_text_speaks_of_what_the_type_has_and_of_nothing_else(code: str, lang: Lang) -> None:
    known = {each.name.rstrip("_") for each in fields(FACTS[code])} | set(BESIDES)
    assert _texts(lang)[f"finding-{code}"].variables <= known
    assert all(not _texts(lang)[f"finding-{code}-{part}"].variables for part in PARTS)
    for name in _with_facts(code)[1:]:
        assert _texts(lang)[name].variables <= known | ADDED


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_every_form_reads_well(code: str, lang: Lang) -> None:
    for facts in every_form(code):
        said = _said(code, facts, lang)
        assert not BAD.search(said), said
        assert not (lang == "en" and ONE_OF_MANY.search(said)), said
        assert not (lang == "zh" and PLAIN_ENGLISH.search(MARKER.sub("", said))), said


@pytest.mark.parametrize("code", CODES)
def test_both_languages_tell_the_same(code: str) -> None:
    """The same facts are told in the same form, or the one language hides what the other says."""
    for facts in every_form(code):
        zh, en = (set(MARKER.findall(_said(code, facts, lang))) for lang in LANGS)
        assert zh == en, facts


def _said(code: str, facts: Facts, lang: Lang) -> str:
    told = {"subject": "x-subject", "clause": "9.1-1", "steps": ("x-step",), **plain(facts), "endangers": ()}
    return code_text(_names(lang), f"finding-{code}", told)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_every_word_has_a_variant_of_its_own_where_a_text_chooses_by_it(code: str, lang: Lang) -> None:
    for name in _with_facts(code):
        for variable, variants, default in _texts(lang)[name].choices:
            assert list(_unsaid(code, variable, variants, default)) == []


def _unsaid(code: str, variable: str, variants: set[str], default: str) -> Iterator[str]:
    """Words without a variant, and variants without a word. The empty word is meant by the default."""
    words = set(words_of(_hints(code).get(variable)))
    if not words:
        return
    lacking = {word for word in words - variants - {""} if (code, variable, word) not in DEFAULTED}
    yield from (f"no variant for {variable}={word}" for word in sorted(lacking if default else ()))
    yield from (f"no word for the variant {key}" for key in sorted(variants - words - {"other"}))


@cache
def _hints(code: str) -> dict[str, object]:
    from typing import get_type_hints

    return {name.rstrip("_"): hint for name, hint in get_type_hints(FACTS[code]).items()}


def test_every_fact_is_told_or_read() -> None:
    unused = {f"{code}.{name}" for code in FACTS for name in _unread(code)}
    assert unused == set(TOLD_ALONE)
    assert all(TOLD_ALONE.values())


def _unread(code: str) -> Iterator[str]:
    told = {name for lang in LANGS for text in _with_facts(code) for name in _texts(lang)[text].variables}
    for each in fields(FACTS[code]):
        if each.name.rstrip("_") not in told and each.name not in _read_in_code(code):
            yield each.name


def _read_in_code(code: str) -> set[str]:
    """Names of attributes read in files that know the type; and when it began, for which `cause` asks any."""
    return {"at_ms"}.union(*(read for known, read in _readers() if code in known))


@cache
def _readers() -> tuple[tuple[set[str], set[str]], ...]:
    """Of each file that reads facts: the codes it knows, and the attributes it reads."""
    found = []
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        writes = {"rules", "facts"} & set(path.relative_to(SOURCE).parts)
        if "findings.facts import" in text and not writes:
            nodes = list(ast.walk(ast.parse(text)))
            known = {each.name for node in nodes if isinstance(node, ast.ImportFrom) for each in node.names}
            read = {node.attr for node in nodes if isinstance(node, ast.Attribute) and _is_facts(node.value)}
            found.append((known, read.union(*(node.kwd_attrs for node in nodes if isinstance(node, ast.MatchClass)))))
    return tuple(found)


def _is_facts(node: ast.expr) -> bool:
    """`facts`, or the facts of a finding."""
    return (node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else "") == "facts"


def test_what_may_be_empty_is_a_field() -> None:
    assert all(name in {each.name for each in fields(FACTS[code])} for code, name in EMPTY)
