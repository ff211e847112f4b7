"""Every text the report may need is in the catalogue, in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from drillsim.documents.run_document import RecommendationRow, VerdictWord
from drillsim.journal.events import HAZARDS, STEP_STATES, WAIT_REASONS
from drillsim.schema.condition import STATES
from drillsim.schema.customer import Importance
from drillsim.schema.plan import Plan
from drillsim.schema.scenario import FaultKind
from drillsim.texts import LANGS, Lang, has, text
from drillsim.texts.quantity import duration_text, list_text

MARKS = (
    "protection-trips", "switch-stuck", "start-failed", "transfer-failed", "transfer-refused", "transfer-done",
    "battery-empty", "store-empty", "source-running", "source-back", "hazard",
)  # fmt: skip
MEASURES = (
    "worst_outage_ms", "harmed", "missed", "protected_outage_ms", "hazards", "weak_points_a", "weak_points", "wait_ms",
)  # fmt: skip


def ids(prefix: str, codes: object) -> list[str]:
    assert isinstance(codes, tuple)
    return [f"report-{prefix}-{str(code).replace('_', '-')}" for code in codes]


@pytest.mark.parametrize(
    "wanted",
    [
        *ids("wait", WAIT_REASONS),
        *ids("step", STEP_STATES),
        *ids("hazard", HAZARDS),
        *ids("function", STATES["function"]),
        *ids("source", STATES["source"]),
        *ids("verdict", get_args(VerdictWord)),
        *ids("mark-fault", get_args(FaultKind)),
        *ids("mark", MARKS),
        *ids("class", get_args(Importance.model_fields["level"].annotation)),
        *ids("plan", get_args(Plan.model_fields["status"].annotation)),
        *ids("change-kind", get_args(RecommendationRow.model_fields["kind"].annotation)),
        *ids("change", get_args(RecommendationRow.model_fields["verdict"].annotation)),
        *ids("owner", ("customer", "utility", "both")),
        *ids("measure", MEASURES),
        *(f"condition-{kind}-{state}".replace("_", "-") for kind, states in STATES.items() for state in states),
    ],
)
def test_every_code_the_report_shows_has_words(wanted: str) -> None:
    assert has(wanted)


def test_every_text_a_template_asks_for_is_there(repository: Path) -> None:
    asked = set()
    for file in sorted((repository / "src/drillsim/documents/templates").glob("*.j2")):
        catalogue = "session" if file.name.startswith("sheet_") else "report"
        names = re.findall(r"\bt\('([\w-]+)'", file.read_text(encoding="utf-8"))
        asked |= {f"{catalogue}-{name}" for name in names}
    assert len(asked) > 50
    assert [name for name in sorted(asked) if not name.endswith("-") and not has(name)] == []


@pytest.mark.parametrize(
    ("ms", "zh", "en"),
    [
        (0, "0 秒", "0 s"),
        (350, "350 毫秒", "350 ms"),
        (1_500, "1.5 秒", "1.5 s"),
        (34_000, "34 秒", "34 s"),
        (720_000, "12 分钟", "12 min"),
        (725_000, "12 分 5 秒", "12 min 5 s"),
        (3_600_000, "1 小时", "1 h"),
        (12_000_000, "3 小时 20 分", "3 h 20 min"),
        (300_000_000, "3 天 11 小时", "3 d 11 h"),
        (-60_000, "-1 分钟", "-1 min"),
    ],
)
def test_times_read_as_a_reviewer_says_them(ms: int, zh: str, en: str) -> None:
    assert (duration_text("zh", ms), duration_text("en", ms)) == (zh, en)


def test_a_list_is_marked_as_each_language_does() -> None:
    assert list_text("zh", ["甲", "乙"]) == "甲、乙"
    assert list_text("en", ["a", "b"]) == "a, b"


@pytest.mark.parametrize("lang", LANGS)
def test_english_counts_and_chinese_does_not(lang: Lang) -> None:
    facts = {"at": "0 s", "dark": "1", "all": "2"}
    one, two = (text(lang, "report-oneline-caption", loads=n, **facts) for n in (1, 2))
    assert ("one load " in one) == (lang == "en")
    assert "2" in two


@pytest.mark.parametrize("area", ["report", "campaign_report"])
def test_chinese_texts_use_chinese_punctuation(area: str, repository: Path) -> None:
    lines = (repository / f"src/drillsim/texts/zh/{area}.ftl").read_text(encoding="utf-8").splitlines()
    wrong = [
        line
        for line in lines
        if not line.startswith("#") and re.search("[\u4e00-\u9fff][,;:?()]|[,;:?][\u4e00-\u9fff]", line)
    ]
    assert wrong == []
