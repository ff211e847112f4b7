"""The campaign's document: nothing of the result is lost, old ones stay readable, the schema says what is printed."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest

from drillsim.campaign.failure import failures
from drillsim.campaign.result import FailureSet
from drillsim.cli.output import json_schema
from drillsim.documents.campaign_document import CampaignDocument, campaign_document
from drillsim.documents.campaign_report import build_campaign_report
from drillsim.documents.campaign_report.pages import campaign_html, campaign_markdown
from drillsim.documents.failure_words import Play, failure_text, set_sentence, things_of
from drillsim.documents.figure_words import figure, interval_text, often_text, share_text
from drillsim.texts import LANGS, Lang, has
from helpers.json_schema import misfits
from helpers.sample_campaign import PAIR, THE_FORM, bare_result, sample_document, sample_result, sample_spec
from helpers.shipped import CUSTOMERS, HOSPITAL, shipped


def _lost(told: Any, found: Any, at: str = "") -> list[str]:
    """Where `found` does not repeat `told`."""
    if isinstance(told, dict):
        return [each for key, value in told.items() for each in _lost(value, found.get(key, "…"), f"{at}.{key}")]
    if isinstance(told, list | tuple):
        pairs = enumerate(zip(told, found, strict=True))
        return [each for place, (one, other) in pairs for each in _lost(one, other, f"{at}.{place}")]
    return [] if told == found else [at]


@pytest.mark.parametrize("result", [sample_result(), bare_result(sample_result())], ids=["full", "bare"])
def test_the_document_repeats_everything_the_campaign_answers(result: Any) -> None:
    stored = sample_document(result).stored()
    assert _lost(asdict(result), stored) == []


def test_what_the_machine_was_like_is_printed_and_not_stored() -> None:
    document = sample_document()
    printed = document.printed("en", out="there", wall_s=1.5, workers=2)
    assert (printed["out"], printed["wall_s"], printed["workers"]) == ("there", 1.5, 2)
    assert not {"out", "wall_s", "workers"} & set(document.stored())


def test_what_is_printed_has_the_form_readers_rely_on() -> None:
    printed = sample_document().printed("en", out="there", wall_s=1.5, workers=2)
    assert set(THE_FORM) <= set(printed)
    for name in ("loads", "failure_sets"):
        assert set(THE_FORM[name][0]) <= set(printed[name][0])
    assert set(THE_FORM["indices"]) == set(printed["indices"])
    assert set(THE_FORM["loads"][0]) <= set(printed["functions"][0])


def test_stored_and_printed_documents_fit_the_schema() -> None:
    schema = json_schema("campaign")
    for document in (sample_document(), sample_document(bare_result(sample_result()))):
        for form in (document.stored(), document.printed("zh", out="there", wall_s=1.0, workers=1)):
            assert misfits(form, schema) == []


def test_the_schema_says_what_each_field_is() -> None:
    schema = json_schema("campaign")
    ours = {name: part for name, part in schema["$defs"].items() if name not in ("Both", "NotTestedRow")}
    parts = {"CampaignDocument": schema, **ours}
    fields = [(f"{name}.{field}", told) for name, part in parts.items() for field, told in part["properties"].items()]
    assert len(fields) > 80
    assert [name for name, told in fields if not told.get("description")] == []


def test_a_document_that_holds_only_the_common_form_is_read() -> None:
    read = CampaignDocument.model_validate(THE_FORM)
    assert read.loads[0].protected and read.failure_sets[0].per_year is None


def test_a_stored_document_is_read_as_it_was_written() -> None:
    document = sample_document()
    assert CampaignDocument.model_validate_json(document.model_dump_json()) == document


@pytest.mark.parametrize("customer", CUSTOMERS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_failure_of_every_customer_has_words(customer: str, lang: Lang) -> None:
    dossier = shipped(customer)
    things = things_of(dossier, lang)
    for each in failures(dossier):
        words = failure_text(things, each.id)
        assert words != each.id and ":" + each.fault not in words and words != each.target
        assert has(f"report-campaign-group-{each.group}")


def test_a_thing_without_a_name_is_called_by_its_kind() -> None:
    assert failure_text(things_of(shipped(HOSPITAL), "en"), "T1:short_circuit") == "transformer T1 has a short circuit"
    assert failure_text(things_of(shipped(HOSPITAL), "zh"), "T1:short_circuit") == "变压器 T1 短路"


PLAY = Play(draws=20, hours=1)
SETS = [
    (
        FailureSet(PAIR, ("gas-compressors",), 0.9, 0.025),
        "When transformer T1 has a short circuit and 10 kV bus tie 100 does not operate, Medical gas compressors and "
        "vacuum is without supply for longer than its limit of 15 s, in 18 of 20 draws; a limit is missed so about "
        "once in 40 years.",
        "变压器 T1 短路，且10kV母联100开关拒动时，医用气体压缩机及负压机组停电超过允许的 15 秒，20 次抽样中 18 次如此；"
        "由此超限约 40 年一次。",
    ),
    (
        FailureSet(("huang:person_absent",), ("surgery",), 1.0, None),
        "When Huang Weidong is absent, Surgery is interrupted for longer than its limit of 15 s, in all 20 draws; how "
        "often is not known.",
        "黄卫东缺勤时，手术中断超过允许的 15 秒，20 次抽样全部如此；由此超限多久一次不详。",
    ),
    (
        FailureSet(("T1:short_circuit",), ("icu", "surgery", "bed-lifts", "it-centre"), 1 / 3, 1.4),
        "When transformer T1 has a short circuit, these 4 are interrupted for longer than allowed: ICU equipment (500 "
        "ms), Surgery (15 s), Bed lifts (30 s) and one more, with a chance of 33.3 %; a limit is missed so about 1.4 "
        "times a year.",
        "变压器 T1 短路时，以下 4 项中断超过允许时间：重症监护设备（500 毫秒）、手术（15 秒）、病床电梯（30 秒），"
        "另有 1 项，概率 33.3 %；由此超限约每年 1.4 次。",
    ),
    (
        FailureSet(("T1:short_circuit",), ("icu", "surgery"), 1.0, 0.5, (1.0, 0.15)),
        "When transformer T1 has a short circuit, these 2 are interrupted for longer than allowed: ICU equipment (500 "
        "ms) in all 20 draws, Surgery (15 s) in 3 of 20 draws; a limit is missed so about once in 2 years.",
        "变压器 T1 短路时，以下 2 项中断超过允许时间：重症监护设备（500 毫秒）20 次抽样全部如此、手术（15 秒）20 次抽样"
        "中 3 次如此；由此超限约 2 年一次。",
    ),
    (
        FailureSet((), ("icu",), 1.0, None, (1.0,)),
        "When nothing fails, ICU equipment is without supply for longer than its limit of 500 ms, in all 20 draws; how "
        "often is not known.",
        "无故障时，重症监护设备停电超过允许的 500 毫秒，20 次抽样全部如此；由此超限多久一次不详。",
    ),
]


@pytest.mark.parametrize(("found", "en", "zh"), SETS)
def test_a_failure_set_is_a_sentence_in_both_languages(found: FailureSet, en: str, zh: str) -> None:
    dossier = shipped(HOSPITAL)
    assert set_sentence(things_of(dossier, "en"), found, PLAY) == en
    assert set_sentence(things_of(dossier, "zh"), found, PLAY) == zh


def test_a_set_says_its_combination_and_its_hour_in_words() -> None:
    found = FailureSet(
        ("feeder-east:source_lost", "huang:person_absent", "100:fails_to_operate"), ("surgery",), 0.5, None,
        hours=("night",),
    )  # fmt: skip
    dossier = shipped(HOSPITAL)
    en, zh = (set_sentence(things_of(dossier, lang), found, Play(20, 2)) for lang in ("en", "zh"))
    assert " is lost at night and 10 kV bus tie 100 does not operate while Huang Weidong is absent, Surgery" in en
    assert "夜间" in zh and "且10kV母联100开关拒动，而黄卫东缺勤时，手术中断" in zh
    always = set_sentence(things_of(dossier, "en"), replace(found, hours=("day", "night")), Play(20, 2))
    assert "at night" not in always and "by day" not in always


def test_what_no_plan_can_mend_is_counted_and_not_listed() -> None:
    result = sample_result()
    sets = (replace(result.failure_sets[3], trivial=True), *result.failure_sets[:3])
    document = sample_document(replace(result, failure_sets=sets))
    told = build_campaign_report(document, shipped(HOSPITAL), "en", pictures=False)
    listed = [line.members for group in told.sets for line in group.lines]
    assert listed == [" + ".join(each.members) for each in sets[1:]]
    assert "One failure of a bus or zone breaks only limits of what hangs on it alone" in campaign_markdown(told)


def test_sets_that_break_the_same_limits_stand_under_the_gravest_of_them() -> None:
    result = sample_result()
    one = replace(result.failure_sets[4], shares=(0.9, 0.9))
    other = replace(one, members=("T2:short_circuit", "scada:channel_lost"), hours=("night",), per_year=None)
    some = replace(one, members=("T2:short_circuit", "402:fails_to_operate"), shares=(0.9, 0.1))
    told = {
        lang: build_campaign_report(
            sample_document(replace(result, failure_sets=(*result.failure_sets[:4], one, other, some))),
            shipped(HOSPITAL), lang, pictures=False,
        )
        for lang in LANGS
    }  # fmt: skip
    for each in told.values():
        assert [line.number for group in each.sets for line in group.lines] == [1, 2, 3, 4, 5]
        assert [line.members for line in each.sets[1].lines[0].alike] == [
            "T2:short_circuit + scada:channel_lost", "T2:short_circuit + 402:fails_to_operate",
        ]  # fmt: skip
    alike = told["en"].sets[1].lines[0].alike
    assert alike[0].sentence == (
        "When transformer T2 has a short circuit at night while SCADA of the dispatch centre is down, in 36 of 40 "
        "draws; how often is not known."
    )
    assert "does not operate, at least one of them in 36 of 40 draws; a limit is missed so about" in alike[1].sentence
    assert "至少一项超限：40 次抽样中 36 次如此；" in told["zh"].sets[1].lines[0].alike[1].sentence
    for page in (campaign_markdown(told["en"]), campaign_html(told["en"])):
        assert "The same limits are missed in 2 more ways:" in page
        assert all(line.sentence in page for line in alike)


def test_what_was_not_played_is_said() -> None:
    document = sample_document()
    codes = {row.code for row in document.not_tested}
    assert codes >= {"runs_failed", "limits_open", "more_at_once", "other_hours", "no_frequency", "steps_not_reached"}
    rates = next(row for row in document.not_tested if row.code == "no_frequency")
    assert "ups-icu:fails_running" in rates.ids and "E-10kV:short_circuit" not in rates.ids
    calm = replace(sample_result(), failed_runs=0, without_frequency=0)
    left = {row.code for row in campaign_document(calm, shipped(HOSPITAL), sample_spec()).not_tested}
    assert not left & {"runs_failed", "no_frequency"}


@pytest.mark.parametrize(
    ("share", "words"),
    [(None, "—"), (0.0, "0 %"), (1.0, "100 %"), (0.9, "90 %"), (0.9753, "97.5 %"), (0.99994, "99.99 %"),
     (0.9999999, "> 99.9999 %"), (0.00004, "0.004 %"), (1e-9, "< 0.0001 %")],
)  # fmt: skip
def test_a_share_never_reads_as_certain_when_it_is_not(share: float | None, words: str) -> None:
    assert share_text(share) == words


def test_frequencies_and_figures_read_as_people_say_them() -> None:
    assert often_text("en", 0.025) == "about once in 40 years"
    assert often_text("zh", 3e-4) == "约 3300 年一次"
    assert often_text("en", 1e-9) == "less than once in 1000000 years"
    assert often_text("en", 0.0) == "never"
    assert (figure(1523.4), figure(0.01234), figure(3.2e-10), figure(None), figure(0.0)) == (
        "1520", "0.0123", "3.20e-10", "—", "0",
    )  # fmt: skip
    assert (interval_text(0.951, 0.986), interval_text(1.0, 1.0), interval_text(None, 0.5)) == (
        "95.1–98.6 %", "100 %", "",
    )  # fmt: skip
