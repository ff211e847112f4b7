"""The catalogue is whole: both languages say the same with the same facts, and the code asks for nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import drillsim
from drillsim.texts import LANGS, Lang, catalogue, has, message_ids

PACKAGE = Path(drillsim.__file__).parent


class _Names(Visitor):
    """Collects the facts and the other texts an entry uses."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.texts: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.texts.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:
        self.texts.add(f"-{node.id.name}")


@dataclass(frozen=True)
class Entry:
    """One text as the parser sees it."""

    has_value: bool
    variables: frozenset[str]
    texts: frozenset[str]


def _entry(node: ftl.Message | ftl.Term) -> tuple[str, Entry]:
    names = _Names()
    names.visit(node)
    name = node.id.name if isinstance(node, ftl.Message) else f"-{node.id.name}"
    whole = node.value is not None and not node.attributes
    return name, Entry(has_value=whole, variables=frozenset(names.variables), texts=frozenset(names.texts))


@cache
def parsed(lang: Lang) -> dict[str, Entry]:
    """Every entry of a language, terms with their leading dash. Fails on anything that is not Fluent."""
    entries: dict[str, Entry] = {}
    for file in sorted((PACKAGE / "texts" / lang).glob("*.ftl")):
        for node in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(node, ftl.Junk), f"{lang}/{file.name}: not Fluent: {node.content}"
            if isinstance(node, ftl.Message | ftl.Term):
                name, entry = _entry(node)
                assert name not in entries, f"{lang}/{file.name}: {name} stands twice"
                entries[name] = entry
    return entries


def test_both_languages_have_the_same_files() -> None:
    files = {lang: sorted(path.name for path in (PACKAGE / "texts" / lang).glob("*.ftl")) for lang in LANGS}
    assert files["zh"] == files["en"]


def test_both_languages_have_the_same_texts() -> None:
    messages = {lang: {name for name in parsed(lang) if not name.startswith("-")} for lang in LANGS}
    assert sorted(messages["zh"] - messages["en"]) == [], "missing in English"
    assert sorted(messages["en"] - messages["zh"]) == [], "missing in Chinese"


def test_the_quick_reader_and_the_parser_see_the_same_texts() -> None:
    assert set(message_ids()) == {name for lang in LANGS for name in parsed(lang) if not name.startswith("-")}


def test_both_languages_use_the_same_facts() -> None:
    differing = {
        name: (sorted(entry.variables), sorted(parsed("en")[name].variables))
        for name, entry in parsed("zh").items()
        if name in parsed("en") and entry.variables != parsed("en")[name].variables
    }
    assert differing == {}


@pytest.mark.parametrize("lang", LANGS)
def test_every_text_has_words_and_uses_only_texts_that_exist(lang: Lang) -> None:
    assert [name for name, entry in parsed(lang).items() if not entry.has_value] == []
    assert [(name, other) for name, entry in parsed(lang).items() for other in entry.texts - set(parsed(lang))] == []


@dataclass(frozen=True)
class Asked:
    """A text the code asks for: where, which id (`prefix` for the start of a computed one), with which facts."""

    where: str
    message_id: str
    prefix: bool
    facts: frozenset[str] | None
    """None where the facts are computed."""


def _literal(node: ast.expr) -> tuple[str, bool] | None:
    """The id in `node`, and whether it is only the start of one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value, False
    if isinstance(node, ast.JoinedStr) and isinstance(start := node.values[0], ast.Constant):
        return str(start.value), True
    return None


def _facts(keywords: list[ast.keyword]) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in keywords):
        return None
    return frozenset(keyword.arg for keyword in keywords if keyword.arg)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _facts_of_problem(call: ast.Call) -> frozenset[str] | None:
    given = next((keyword.value for keyword in call.keywords if keyword.arg == "facts"), None)
    if given is None:
        return frozenset()
    return _facts(given.keywords) if isinstance(given, ast.Call) and _called(given) == "facts" else None


def _asked_by(call: ast.Call) -> tuple[ast.expr, str, frozenset[str] | None] | None:
    """The id's expression, what stands before it in the catalogue, and the facts, if `call` asks for a text."""
    name = _called(call)
    if name == "text" and len(call.args) == 2:
        return call.args[1], "", _facts(call.keywords)
    if name == "refuse" and call.args:
        return call.args[0], "problem-", _facts(call.keywords)
    if name == "UnitError" and call.args:
        return call.args[0], "problem-", None
    if name == "Problem":
        code = next((keyword.value for keyword in call.keywords if keyword.arg == "code"), None)
        return (code, "problem-", _facts_of_problem(call)) if code else None
    return None


def asked() -> Iterator[Asked]:
    """Every text the code asks for by a literal id."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            found = _asked_by(node) if isinstance(node, ast.Call) else None
            literal = _literal(found[0]) if found else None
            if found and literal:
                where = f"{file.relative_to(PACKAGE).as_posix()}:{node.lineno}"  # type: ignore[attr-defined]
                yield Asked(where, found[1] + literal[0], literal[1], found[2])


def test_the_code_is_searched_where_it_asks_for_texts() -> None:
    assert {"problem-id", "problem-duration-without-unit", "problem-"} <= {each.message_id for each in asked()}


def test_every_text_the_code_asks_for_exists() -> None:
    ids = message_ids()
    missing = [
        f"{each.where}: {each.message_id}"
        for each in asked()
        if not (any(name.startswith(each.message_id) for name in ids) if each.prefix else has(each.message_id))
    ]
    assert missing == []


def test_every_text_the_code_asks_for_gets_its_facts() -> None:
    short = [
        f"{each.where}: {each.message_id} lacks {sorted(lacking)}"
        for each in asked()
        if not each.prefix and each.facts is not None and has(each.message_id)
        if (lacking := parsed("en")[each.message_id].variables - each.facts)
    ]
    assert short == []


@pytest.mark.parametrize(("lang", "end"), [("zh", r"[。?!]"), ("en", r"[.?!](?=\s)")])
def test_every_problem_says_what_is_wrong_and_what_to_write(lang: Lang, end: str) -> None:
    problems = {name: source for name, source in catalogue._entries(lang).items() if name.startswith("problem-")}
    assert [name for name, source in problems.items() if len(re.findall(end, source)) < 2] == []
