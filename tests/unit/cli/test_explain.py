"""`explain` knows everything there is, in both languages, however a planner spells it; the tables are the program's."""

from __future__ import annotations

from typing import get_args

import pytest

from drillsim.checks import all_rules
from drillsim.cli.explained import KINDS
from drillsim.cli.field_table import FILES, field_rows
from drillsim.cli.glossary import entries_of, groups, near
from drillsim.cli.term import TERMS
from drillsim.errors import InvalidInput
from drillsim.findings.codes import CODES
from drillsim.findings.finding import VerdictWord
from drillsim.findings.ledger import KINDS as CAUSES
from drillsim.findings.rules.operation import HAZARD_CODES
from drillsim.journal.events import HAZARDS, STEP_STATES, TYPES, WAIT_REASONS
from drillsim.schema.scenario import FaultKind
from drillsim.schema.verbs import VERBS
from drillsim.texts import LANGS, Lang, message_ids
from helpers.readme_tables import BLOCKS

EXPLAINED: dict[str, tuple[str, ...]] = {
    "code": tuple(CODES),
    "rule": tuple(rule.id for rule in all_rules()),
    "term": TERMS,
    "verb": tuple(VERBS),
    "fault": get_args(FaultKind),
    "hazard": HAZARDS,
    "verdict": get_args(VerdictWord),
    "wait": WAIT_REASONS,
    "state": STEP_STATES,
    "cause": CAUSES,
    "event": tuple(TYPES),
    "event-field": tuple(f"{name}.{key}" for name, spec in TYPES.items() for key in (*spec.fields, *spec.optional)),
    "field": tuple(f"{row.file}: {row.record}.{row.key}" for row in field_rows()),
    "record": tuple(dict.fromkeys(f"{row.file}: {row.record}" for row in field_rows())),
}
NO_NAMES = ("commands", "exit-codes", "schemas")
"""Blocks of the READMEs whose first column is nothing `explain` is asked about."""
GIVEN = ("seq", "t_ms", "type")


KIND = {kind.name: kind for kind in KINDS}


@pytest.mark.parametrize("kind", EXPLAINED)
def test_everything_of_a_kind_is_explained_in_both_languages(kind: str) -> None:
    for name in EXPLAINED[kind]:
        assert KIND[kind].meant(name) == (name,)
        for lang in LANGS:
            lines = (KIND[kind].heading(name, lang), *KIND[kind].body(name, lang))
            assert len(lines) >= 2, name
            assert all(line.strip() for line in lines), name


def test_the_kinds_of_explain_are_these_and_hold_nothing_else() -> None:
    assert {kind.name: kind.names() for kind in KINDS} == EXPLAINED


def first_column(block: str) -> set[str]:
    """Names in the first column of the tables of a block, heads left out."""
    lines = list(BLOCKS[block]("en"))
    rows = [line for line, under in zip(lines, [*lines[1:], ""], strict=True) if not under.startswith("|---")]
    return {row.split(" |")[0].strip("|` ") for row in rows if row.startswith("| ")}


@pytest.mark.parametrize("block", [name for name in BLOCKS if name not in NO_NAMES])
def test_every_name_in_the_tables_of_the_readmes_is_explained(block: str) -> None:
    names = first_column(block)
    assert len(names) >= 4
    assert [name for name in sorted(names) if not any(kind.meant(name) for kind in reversed(KINDS))] == []


def test_every_hazard_stands_under_a_code() -> None:
    assert set(HAZARD_CODES) == set(HAZARDS)


def test_no_field_of_an_event_is_explained_that_does_not_exist() -> None:
    keys = {key for spec in TYPES.values() for key in (*spec.fields, *spec.optional)}
    known = {f"event-field-{key}" for key in keys} | {
        f"event-field-{n.replace('.', '-')}" for n in EXPLAINED["event-field"]
    }
    assert [name for name in message_ids() if name.startswith("event-field-") and name not in known] == []


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_name_the_groups_are_listed_and_each_can_be_asked_for(lang: Lang) -> None:
    said = groups(lang).lines
    assert len(said) == len(KINDS) + 2
    for kind, line in zip(KINDS, said[1:], strict=False):
        assert line.startswith(kind.group)
        listed = next(each for each in entries_of(kind.group, lang) if each.kind == "list")
        assert len(listed.lines) == len(kind.names()) + 1
    assert len(entries_of("list", lang)) == len(KINDS)


@pytest.mark.parametrize(
    "name",
    ["Device.trips", "devices.trips", "site.devices.trips", "site.yaml: devices.trips", "site.yaml:devices.101.trips",
     "plans/x/site.yaml:12: devices.101.trips", "devices.<id>.trips"],
)  # fmt: skip
def test_a_field_is_found_however_it_is_spelled(name: str) -> None:
    (one,) = entries_of(name, "en")
    assert one.lines[0].endswith("site: Device.trips")


def test_a_path_as_an_error_message_has_it_leads_to_its_field() -> None:
    (one,) = entries_of("plan.yaml: cards.0.steps.11.tells.0.no_answer", "en")
    assert one.lines[0].endswith("plan: Tell.no_answer")
    assert {each.kind for each in entries_of("network.yaml:306: trafo.7.i0_percent", "en")} == {"field"}


def test_a_record_and_a_file_tell_their_keys() -> None:
    (genset,) = entries_of("Genset", "en")
    assert genset.kind == "record"
    assert any(line.strip().startswith("rated_kw: ") for line in genset.lines)
    for file in FILES:
        assert [each.kind for each in entries_of(f"{file}.yaml", "en")] == ["record"]


def test_a_field_of_an_event_is_found_with_and_without_its_event() -> None:
    (one,) = entries_of("transfer_refused.reason", "zh")
    assert one.kind == "event-field"
    meanings = [each.lines[1] for each in entries_of("reason", "en") if each.kind == "event-field"]
    assert len(meanings) == len(set(meanings)) >= 4


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("device.trips", "Device.trips"), ("site.yaml: devices.tripz", "devices.trips"), ("G99", "G09"),
     ("shor_circuit", "short_circuit"), ("load_los", "load_lost"), ("bakc_feed", "back_feed"),
     ("保安负赫", "保安负荷"), ("xyzzy", "none")],
)  # fmt: skip
def test_what_is_misspelt_gets_the_nearest_name(wrong: str, right: str) -> None:
    assert near(wrong) == right
    with pytest.raises(InvalidInput) as refused:
        entries_of(wrong, "en")
    assert dict(refused.value.problems[0].facts)["near"] == right


@pytest.mark.parametrize("name", ["", ".", ":", "site.yaml:", "a..b", "plan.yaml: ", "x" * 5000, "[", "\x00"])
def test_nonsense_is_a_problem_never_a_fault_of_ours(name: str) -> None:
    try:
        assert entries_of(name, "en")
    except InvalidInput as error:
        assert error.problems[0].code == "no-such-code"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("not known", "wait"), ("Not Known", "wait"), ("情况不明", "wait"), ("等调度许可", "wait"), ("permit", "wait"),
        ("missed", "verdict"), ("超限", "verdict"), ("cannot say", "verdict"), ("not tested", "verdict"),
        ("未检验", "verdict"), ("未测试", "term"), ("severity A", "term"), ("A类", "term"), ("unknown", "term"),
        ("双电源", "term"), ("保安负荷", "term"), ("备自投", "term"), ("ＢＺＴ", "term"), ("非电保安措施", "term"),
        ("back-feed", "hazard"), ("向电网反送电", "hazard"), ("in progress", "state"), ("跳过", "state"),
        ("Genset fails to start", "code"), ("发电机启动失败", "code"), ("costliest wait", "term"),
    ],
)  # fmt: skip
def test_words_of_the_screen_and_of_the_trade_are_known_in_both_languages(asked: str, kind: str) -> None:
    for lang in LANGS:
        assert kind in {each.kind for each in entries_of(asked, lang)}


def test_every_word_the_screen_has_for_a_code_leads_to_it() -> None:
    for kind in KINDS:
        for name in kind.names():
            for words in kind.words(name):
                assert name in kind.meant(words), (kind.name, words)
