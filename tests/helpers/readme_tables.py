"""The README's tables, written from the tables the program works by. A test fails when they drift; to renew them:

python tests/helpers/readme_tables.py
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import typer

from drillsim.checks import all_rules
from drillsim.checks.wording import source_text, title_text
from drillsim.cli.app import command
from drillsim.cli.exit_code import ExitCode
from drillsim.cli.explained import FAULTS, VERDICTS, event_field_words
from drillsim.cli.field_table import FILES, FieldRow, field_rows
from drillsim.cli.field_type import drawn_words
from drillsim.cli.help import flag_words
from drillsim.cli.output import schema_names
from drillsim.findings.codes import CODES
from drillsim.findings.ledger import KINDS
from drillsim.findings.rules.operation import HAZARD_CODES
from drillsim.journal.events import HAZARDS, STEP_STATES, TYPES, WAIT_REASONS
from drillsim.schema.verbs import VERBS
from drillsim.texts import Lang, text

READMES: dict[str, Lang] = {"README.md": "en", "README.zh-CN.md": "zh"}
_HEADS: dict[str, tuple[str, str]] = {
    "key": ("Key", "键"),
    "written": ("Written as", "写法"),
    "default": ("Without it", "不写时"),
    "means": ("Means", "含义"),
    "required": ("required", "必填"),
    "flag": ("Flag", "选项"),
    "code": ("Code", "代码"),
    "title": ("Title", "名称"),
    "severity": ("At least", "至少"),
    "source": ("Source", "出处"),
    "sure": ("How sure", "把握"),
    "rule": ("Rule", "规则"),
    "found": ("Looked for", "本版检查"),
    "yes": ("yes", "是"),
    "later": ("not yet", "尚未"),
    "verb": ("Verb", "动作"),
    "binding": ("Binding", "要求"),
    "needs": ("Needs", "需要"),
    "targets": ("Targets", "对象"),
    "takes": ("Takes", "默认用时"),
    "fault": ("Fault", "故障"),
    "reason": ("Reason", "原因"),
    "cause": ("Kind", "类别"),
    "event": ("Event", "事件"),
    "fields": ("Fields", "字段"),
    "field": ("Field", "字段"),
    "in": ("In", "见于"),
    "hazard": ("Hazard", "危险"),
    "verdict": ("Verdict", "结论"),
    "state": ("State", "状态"),
    "exit": ("Code", "退出码"),
    "name": ("Name", "名称"),
    "looked": ("seen", "公开网页"),
    "own": ("own knowledge", "自有经验"),
    "derived": ("derived", "推得"),
}
_SURE = {"seen": "looked", "own": "own", "derived": "derived"}


def _say(lang: Lang, word: str) -> str:
    return _HEADS[word][0 if lang == "en" else 1]


def _table(lang: Lang, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = [_say(lang, head) for head in heads]
    yield "| " + " | ".join(names) + " |"
    yield "|" + "---|" * len(names)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("<", "&lt;") for cell in row) + " |"


def commands(lang: Lang) -> Iterator[str]:
    """Every command with its arguments and flags."""
    group = command()
    context = typer.Context(group, info_name="drillsim", obj=lang)
    for name, each in group.commands.items():
        parameters = each.get_params(typer.Context(each, info_name=name, parent=context))
        arguments = [p for p in parameters if p.param_type_name == "argument"]
        usage = [p.metavar if p.required else f"[{p.metavar}]" for p in arguments]
        yield from (f"### `{' '.join(['drillsim', name, *usage])}`", "", text(lang, f"cli-{name}"), "")
        yield from (text(lang, f"cli-{name}-more"), "")
        options = [p for p in parameters if p.param_type_name == "option" and p.name != "help"]
        rows = [(f"`{p.metavar}`", text(lang, p.help)) for p in arguments]
        rows += [(f"`{flag_words(p)}`", text(lang, p.help)) for p in options]
        yield from _table(lang, ("flag", "means"), rows)
        yield ""


def exit_codes(lang: Lang) -> Iterator[str]:
    """The exit codes."""
    yield from _table(lang, ("exit", "means"), ((str(int(c)), text(lang, f"cli-exit-{int(c)}")) for c in ExitCode))


def files(lang: Lang) -> Iterator[str]:
    """Every key of every file."""
    for file in FILES:
        yield from (f"### {file}", "")
        rows = [row for row in field_rows() if row.file == file]
        for record in dict.fromkeys(row.record for row in rows):
            own = [row for row in rows if row.record == record]
            place = own[0].path.rpartition(".")[0]
            yield from (f"**{record}**" + (f" · `{place}`" if place else ""), "")
            yield from _table(lang, ("key", "written", "default", "means"), (_field(lang, row) for row in own))
            yield ""


def _field(lang: Lang, row: FieldRow) -> tuple[str, ...]:
    default = _say(lang, "required") if row.required else row.default or "–"
    return f"`{row.key}`", row.type(lang), default, row.meaning(lang)


def codes(lang: Lang) -> Iterator[str]:
    """Weak-point codes."""
    rows = (
        (c.code, text(lang, f"finding-{c.code}-title"), "A" if c.hazard else c.default, c.source,
         _say(lang, _SURE[c.confidence]), _say(lang, "yes" if c.implemented else "later"))
        for c in CODES.values()
    )  # fmt: skip
    yield from _table(lang, ("code", "title", "severity", "source", "sure", "found"), rows)


def rules(lang: Lang) -> Iterator[str]:
    """Check rules."""
    rows = (
        (rule.id, title_text(lang, rule), text(lang, f"cli-severity-{rule.severity}"),
         text(lang, f"glossary-need-{rule.needs}"), source_text(rule) or "–", _say(lang, _SURE[rule.confidence]))
        for rule in all_rules()
    )  # fmt: skip
    yield from _table(lang, ("rule", "title", "binding", "needs", "source", "sure"), rows)


def verbs(lang: Lang) -> Iterator[str]:
    """Yield the table of the acts of a step."""
    rows = (
        (f"`{verb}`", text(lang, f"verb-{verb}"), ", ".join(spec.targets) or "–", drawn_words(spec.takes))
        for verb, spec in VERBS.items()
    )
    yield from _table(lang, ("verb", "means", "targets", "takes"), rows)


def faults(lang: Lang) -> Iterator[str]:
    """Yield the table of the faults of a scenario."""
    yield from _table(lang, ("fault", "means"), ((f"`{name}`", text(lang, f"fault-{name}")) for name in FAULTS))


def waits(lang: Lang) -> Iterator[str]:
    """Yield the table of the reasons steps wait for."""
    yield from _table(lang, ("reason", "means"), ((f"`{name}`", text(lang, f"wait-{name}")) for name in WAIT_REASONS))


def causes(lang: Lang) -> Iterator[str]:
    """Yield the table of the causes a ledger books to."""
    yield from _table(lang, ("cause", "means"), ((f"`{kind}`", text(lang, f"ledger-means-{kind}")) for kind in KINDS))


def events(lang: Lang) -> Iterator[str]:
    """Yield the table of the events of a journal."""
    rows = (
        (f"`{name}`", text(lang, f"event-{name}"), " ".join((*spec.fields, *(f"[{each}]" for each in spec.optional))))
        for name, spec in TYPES.items()
    )
    yield from _table(lang, ("event", "means", "fields"), rows)


def event_fields(lang: Lang) -> Iterator[str]:
    """Yield the table of the fields of events; those that mean something of their own in one event name it."""
    means: dict[tuple[str, str], list[str]] = {}
    for name, spec in TYPES.items():
        for key in (*spec.fields, *spec.optional):
            means.setdefault((key, event_field_words(name, key, lang)), []).append(name)
    rows = ((f"`{key}`", words, " ".join(names)) for (key, words), names in sorted(means.items(), key=_first_key))
    yield from _table(lang, ("field", "means", "in"), rows)


def _first_key(row: tuple[tuple[str, str], list[str]]) -> str:
    return row[0][0]


def hazards(lang: Lang) -> Iterator[str]:
    """Yield the table of the things that are dangerous whatever the clock says."""
    rows = ((f"`{name}`", text(lang, f"glossary-hazard-{name}"), HAZARD_CODES[name]) for name in HAZARDS)
    yield from _table(lang, ("hazard", "means", "code"), rows)


def verdicts(lang: Lang) -> Iterator[str]:
    """Yield the table of the verdicts of a run on a load or function."""
    yield from _table(lang, ("verdict", "means"), ((f"`{v}`", text(lang, f"glossary-verdict-{v}")) for v in VERDICTS))


def states(lang: Lang) -> Iterator[str]:
    """Yield the table of the states of a step when the run ends."""
    yield from _table(lang, ("state", "means"), ((f"`{s}`", text(lang, f"glossary-state-{s}")) for s in STEP_STATES))


def schemas(lang: Lang) -> Iterator[str]:
    """Names of JSON Schemas."""
    yield ("、" if lang == "zh" else ", ").join(f"`{name}`" for name in schema_names())


BLOCKS: dict[str, Callable[[Lang], Iterator[str]]] = {
    "commands": commands, "exit-codes": exit_codes, "files": files, "codes": codes, "rules": rules, "verbs": verbs,
    "faults": faults, "hazards": hazards, "verdicts": verdicts, "waits": waits, "states": states, "events": events,
    "event-fields": event_fields, "schemas": schemas, "causes": causes,
}  # fmt: skip


def renewed(readme: str, lang: Lang) -> str:
    """`readme` with every block as it should be."""
    for name, make in BLOCKS.items():
        block = "\n".join(make(lang)).strip()
        pattern = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        found = pattern.search(readme)
        assert found, f"no block called {name}"
        readme = f"{readme[: found.start()]}{found[1]}\n{block}\n\n{found[2]}{readme[found.end() :]}"
    return readme


def main() -> None:
    """Writes both READMEs anew."""
    top = Path(__file__).resolve().parents[2]
    for name, lang in READMES.items():
        path = top / name
        path.write_text(renewed(path.read_text(encoding="utf-8"), lang), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
