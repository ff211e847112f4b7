"""What people type is read as what it means; what is not understood is refused with the canonical spelling."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from drillsim.files.part import part_of
from drillsim.schema.base import Date, Truth
from drillsim.schema.customer import Customer, Shift
from drillsim.schema.duration import Drawn, Duration, Fixed, Lognormal
from drillsim.schema.load import Load
from drillsim.schema.scenario import Scenario, Start
from drillsim.simulation.people.calendar import duties
from drillsim.texts import problem_line
from drillsim.units import UnitError, parse_duration
from helpers.in_process import drillsim_here
from helpers.small_customer import small_files

DAY_MS = 86_400_000


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("5分钟", 300_000),
        ("15秒", 15_000),
        ("2小时", 7_200_000),
        ("200毫秒", 200),
        ("1天", DAY_MS),
        ("1.5小时", 5_400_000),
        ("1小时30分", 5_400_000),
        ("1 小时 30 分钟", 5_400_000),
        ("３０分钟", 1_800_000),
        ("半小时", 1_800_000),
        ("2个小时", 7_200_000),
        ("-28分钟", -1_680_000),
        ("10秒钟", 10_000),
    ],
)
def test_durations_as_they_are_said_in_chinese(text: str, ms: int) -> None:
    assert parse_duration(text) == ms


@pytest.mark.parametrize(
    "text", ["1半小时", "5分钟左右", "五分钟", "15 5分钟", "分钟", "5个", "1小时半", "3月", "5分钟以内"]
)
def test_a_duration_that_is_only_nearly_one_is_refused(text: str) -> None:
    with pytest.raises(UnitError) as refused:
        parse_duration(text)
    assert refused.value.code == "duration-not-understood"


def test_every_form_of_a_duration_may_be_said_in_chinese() -> None:
    read: TypeAdapter[Drawn] = TypeAdapter(Duration)
    assert read.validate_python("90秒") == Fixed(90_000)
    assert read.validate_python({"median": "3分钟", "p90": "8 min"}) == Lognormal(180_000, 480_000)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025/3/1", (2025, 3, 1)),
        ("2025.3.1", (2025, 3, 1)),
        ("2025年3月1日", (2025, 3, 1)),
        ("2025-3-1", (2025, 3, 1)),
        ("2025/03/01", (2025, 3, 1)),
        ("2025年12月", (2025, 12, 1)),
        ("2025/3", (2025, 3, 1)),
        ("２０２５年３月１日", (2025, 3, 1)),
        ("2024.2.29", (2024, 2, 29)),
    ],
)
def test_days_as_people_write_them(text: str, day: tuple[int, int, int]) -> None:
    assert TypeAdapter(Date).validate_python(text) == dt.date(*day)


@pytest.mark.parametrize(
    "text", ["3/1/2025", "2025/3-1", "2025/2/30", "2025/13/1", "25/3/1", "2025年3月1", "明天", "2025.3.1 8:00"]
)
def test_what_is_no_day_is_refused_with_the_canonical_spelling(text: str) -> None:
    part = customer(("importance", "date"), text)
    (problem,) = part.problems
    assert problem.code == "date"
    assert "2026-07-15" in problem_line("zh", problem)


@pytest.mark.parametrize(("text", "truth"), [("是", True), ("否", False), ("true", True), ("False", False)])
def test_yes_and_no(text: str, truth: bool) -> None:
    assert TypeAdapter[bool](Truth).validate_python(text) is truth


def customer(path: tuple[str, str] | tuple[str], value: object) -> Any:
    """The small customer's customer.yaml with one value changed, read as a file is read."""
    import yaml

    tree = small_files()["customer"]
    node = tree
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    return part_of(Customer, text.encode("utf-8"), "customer.yaml", "customer.yaml")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("特级", "SP"),
        ("一级", "C1"),
        ("二级", "C2"),
        ("临时性", "TMP"),
        ("一级重要用户", "C1"),
        ("二级 重要电力用户", "C2"),
        ("1级", "C1"),
    ],
)
def test_importance_classes_by_their_names(text: str, level: str) -> None:
    part = customer(("importance", "level"), text)
    assert part.problems == () and part.value.importance.level == level


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("化工", "chemical"),
        ("医院", "hospital"),
        ("数据中心", "data_centre"),
        ("机场", "airport"),
        ("水厂", "water"),
        ("供水", "water"),
        ("政府", "government"),
        ("煤矿", "mine"),
        ("钢铁", "metallurgy"),
        ("地铁", "metro"),
        ("其他", "other"),
    ],
)
def test_industries_by_their_names(text: str, industry: str) -> None:
    assert customer(("industry",), text).value.industry == industry


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("特级", "1S"),
        ("一级负荷中特别重要负荷", "1S"),
        ("特别重要负荷", "1S"),
        ("一级", "1"),
        ("一级负荷", "1"),
        ("二级", "2"),
        ("三级负荷", "3"),
    ],
)
def test_load_grades_by_their_names(text: str, grade: str) -> None:
    assert Load.model_validate({"grade": text}).grade == grade


@pytest.mark.parametrize(
    ("path", "text", "canonical"),
    [
        (("importance", "level"), "四级", "C1"),
        (("industry",), "学校", "hospital"),
    ],
)
def test_a_word_nobody_knows_is_refused_with_the_words_there_are(path: Any, text: str, canonical: str) -> None:
    (problem,) = customer(path, text).problems
    assert problem.code == "not-allowed"
    assert text in problem_line("en", problem) and canonical in problem_line("en", problem)


def start(**more: str) -> Start:
    return Start.model_validate({"date": "2026-02-28", "time": "24:00", **more})


def test_a_start_at_24_00_is_the_next_day_at_midnight() -> None:
    assert (start().date, start().time) == (dt.date(2026, 3, 1), 0)
    assert (start(time="23:59").date, start(time="23:59").time) == (dt.date(2026, 2, 28), 1439)
    assert (start(date="2026-12-31").date) == dt.date(2027, 1, 1)
    assert start() == Start.model_validate({"date": "2026-03-01", "time": "00:00"})


@pytest.mark.parametrize(
    ("begin", "end", "spans"),
    [
        ("16:00", "24:00", [(-8, 0)]),
        ("24:00", "08:00", [(-24, -16), (0, 8)]),
        ("24:00", "24:00", [(-24, 24)]),
        ("00:00", "24:00", [(-24, 24)]),
        ("24:00", "00:00", [(-24, 24)]),
        ("20:00", "08:00", [(-16 + 12, 8)]),
    ],
)
def test_a_shift_may_begin_or_end_at_24_00(begin: str, end: str, spans: list[tuple[int, int]]) -> None:
    """Hours from the midnight on which it starts; looked at from a day before to a day after."""
    tree = small_files()["customer"]
    customer = Customer.model_validate(tree)
    person = next(iter(customer.people.values()))
    shift = Shift.model_validate({"from": begin, "to": end, "place": "duty-room"})
    found = duties(customer, person.model_copy(update={"shifts": (shift,)}), start(), -8 * 3_600_000, 7 * 3_600_000)
    hours = [(duty.from_ms / 3_600_000, duty.to_ms / 3_600_000) for duty in found]
    covered = [any(low <= hour < high for low, high in hours) for hour in range(-8, 8)]
    due = [any(low <= hour < high for low, high in spans) for hour in range(-8, 8)]
    assert covered == due


def test_a_run_that_starts_at_24_00_is_the_run_that_starts_at_midnight(tmp_path: Path) -> None:
    """To the last event: who is on duty, what has expired and what it is called."""
    drillsim_here("init", tmp_path / "works")
    (own,) = [path for path in (tmp_path / "works").glob("*.yaml") if "horizon" in path.read_text("utf-8")][:1]
    text = own.read_text("utf-8")
    read = part_of(Scenario, text.encode("utf-8"), own.name, own.name).value
    assert read is not None
    day, time = text[text.index("date:") :].split()[1].rstrip(","), text[text.index("time:") :].split()[1].rstrip(",}")
    before, after = str(dt.date.fromisoformat(day) - dt.timedelta(days=1)), day
    for name, when in (("late", (before, "24:00")), ("early", (after, "00:00"))):
        changed = text.replace(f"date: {day}", f"date: {when[0]}").replace(f"time: {time}", f"time: {when[1]}")
        (tmp_path / f"{name}.yaml").write_text(changed, encoding="utf-8")
    journals = []
    for name in ("late", "early"):
        done = drillsim_here("run", tmp_path / "works", tmp_path / f"{name}.yaml", "--out", tmp_path / name)
        assert done.code == 0, done.errors
        (journal,) = (tmp_path / name).glob("*/*/journal.jsonl")
        journals.append(journal.read_text("utf-8").splitlines()[1:])
    assert journals[0] == journals[1]
