"""Pictures: text that stays text, nothing on top of anything else, the same bytes every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from drillsim.documents.names import names_of
from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.pictures.oneline import network_drawn
from drillsim.documents.pictures.oneline.diagram import diagram
from drillsim.documents.pictures.oneline.excerpt import excerpt
from drillsim.documents.pictures.oneline.state import live_sections
from drillsim.documents.pictures.timeline import timeline
from drillsim.files.folder import load_customer
from drillsim.files.scenario_file import load_scenario, scenario_path
from drillsim.journal.record import Journal, JournalWriter
from drillsim.journal.timeline import state_at
from drillsim.schema.dossier import Case
from drillsim.schema.network import Line, Switch
from drillsim.simulation.run import simulate
from drillsim.texts import LANGS, Lang
from helpers.sample_report import case_with_load_called
from helpers.sample_run import MIN, sample_case, sample_journal

DRAW: dict[str, Callable[[Case, Journal, Lang], Drawn]] = {
    "timeline": lambda *of: timeline(*of)[0],
    "oneline": lambda *of: network_drawn(*of).at[0],
}


def words_of(picture: Drawn) -> list[str]:
    tree = ET.fromstring(picture.svg)
    return [element.text or "" for element in tree.iter("{http://www.w3.org/2000/svg}text")]


def overlapping(picture: Drawn) -> list[tuple[str, str]]:
    return [(one[1], other[1]) for one, other in combinations(picture.labels, 2) if one[0].meets(other[0])]


def blackout_of(case: Case) -> Journal:
    """Everything dead from the first moment on: the fullest labels there are."""
    network, site = case.dossier.network, case.dossier.site
    writer = JournalWriter({"seed": 1})
    loads = {row.name: {"live": False, "demand_kw": row.p_mw * 1000} for row in network.load}
    writer.emit(
        0,
        "initial_state",
        {
            "mode": "normal",
            "date": "2026-07-15",
            "time": 150,
            "horizon_ms": MIN,
            "live": [],
            "loads": loads,
            "closed": [row.name for row in network.switch if row.closed],
            "open": [row.name for row in network.switch if not row.closed],
            "sources": dict.fromkeys(site.sources, "dead"),
            "transfers": {},
            "functions": dict.fromkeys(site.functions, "lost"),
            "stores": {name: store.level_l for name, store in site.stores.items()},
            "people": {},
            "out_of_service": [],
            "controls": {},
        },
    )
    writer.emit(
        MIN, "run_ended", {"status": "completed", "demand_kwh": 0, "served_kwh": 0, "fuel_l": 0, "battery_kwh": 0}
    )
    return writer.journal()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_no_label_stands_on_another(draw: object, lang: Lang) -> None:
    assert overlapping(draw(sample_case(), sample_journal(), lang)) == []  # type: ignore[operator]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("customer", ["central-hospital", "oberrhein-waterworks"])
def test_no_label_stands_on_another_with_the_shipped_customers(repository: Path, customer: str, lang: Lang) -> None:
    case = replace(sample_case(), dossier=load_customer(repository / "plans" / customer).dossier)
    assert overlapping(network_drawn(case, blackout_of(case), lang).at[0]) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_label_stands_on_another_in_a_run_of_the_shipped_hospital(repository: Path, lang: Lang) -> None:
    case, journal = simulated(repository)
    for draw in DRAW.values():
        assert overlapping(draw(case, journal, lang)) == []


@cache
def simulated(repository: Path) -> tuple[Case, Journal]:
    """The longest night of the shipped hospital."""
    plan = repository / "plans" / "central-hospital"
    scenario = load_scenario(scenario_path("both-lost-night-autostart-fails", plan))
    case = Case(load_customer(plan).dossier, scenario.id, scenario.scenario)
    return case, simulate(case)


def test_a_tie_of_several_parts_has_room_for_the_label_of_each() -> None:
    dossier = sample_case().dossier
    switches = [row for row in dossier.network.switch if row.name != "100"]
    line = Line(
        name="tie-line", from_bus="I-10kV", to_bus="II-10kV", length_km=0.1, std_type="NA2XS2Y 1x240 RM/25 6/10 kV"
    )
    ends = [
        Switch(name=f"isolator-{bus}", bus=bus, element="tie-line", et="l", type="DS") for bus in ("I-10kV", "II-10kV")
    ]
    network = dossier.network.model_copy(update={"line": (line,), "switch": (*switches, *ends)})
    case = replace(sample_case(), dossier=replace(dossier, network=network))
    journal = sample_journal()
    writer = JournalWriter({"seed": 1})
    for event in journal.events:
        writer.emit(event.t_ms, event.type, event.data)
        if event.seq == 0:
            writer.emit(0, "fault_begins", {"fault": "short_circuit", "targets": ["tie-line"], "event": 0})
    picture = network_drawn(case, writer.journal(), "en").at[0]
    assert {"tie-line", "isolator-I-10kV", "isolator-II-10kV"} <= set(words_of(picture))
    assert overlapping(picture) == []


def test_a_wait_over_the_whole_run_carries_its_label_inside() -> None:
    writer = JournalWriter({"seed": 1})
    writer.emit(0, "initial_state", dict(sample_journal().initial))
    writer.emit(0, "wait_begins", {"step": "S02", "reason": "not_known", "on": ["S01"], "person": "wang"})
    writer.emit(60 * MIN, "wait_ends", {"step": "S02", "reason": "not_known"})
    ended = {"status": "completed", "demand_kwh": 0, "served_kwh": 0, "fuel_l": 0, "battery_kwh": 0}
    writer.emit(60 * MIN, "run_ended", ended)
    assert any(
        words.startswith("S02") and "情况不明 1 小时" in words
        for words in words_of(timeline(sample_case(), writer.journal(), "zh")[0])
    )


def test_a_restart_is_called_by_what_is_restarted() -> None:
    names = names_of(sample_case().dossier, "zh")
    assert (names.of("restart[surgery]"), names.of("restart[surgery]2")) == ("恢复手术", "恢复手术 (2)")


def test_names_are_text_in_the_language_of_the_report_and_people_go_by_their_roles() -> None:
    chinese, english = (
        words_of(timeline(sample_case(), sample_journal(), "zh")[0]),
        words_of(timeline(sample_case(), sample_journal(), "en")[0]),
    )
    assert "值班电工" in chinese and "手术部" in chinese
    assert "Duty electrician" in english and "Operating theatres" in english
    assert "王师傅" not in " ".join(chinese) and "Wang" not in " ".join(english)


def test_the_longest_wait_stands_beside_its_step_with_its_reason() -> None:
    assert any(
        "人员被占用 15 分钟" in words and words.startswith("S03")
        for words in words_of(timeline(sample_case(), sample_journal(), "zh")[0])
    )


def test_the_diagram_names_switches_and_loads_and_says_when_it_was_worst() -> None:
    words = words_of(network_drawn(sample_case(), sample_journal(), "en").at[0])
    assert {"101", "412", "T1", "Lifts 60 kW"} <= set(words)
    assert "15 min after the fault: 330 of 330 kW dark, 5 loads without supply." in words


def test_a_picture_is_titled_and_described_for_those_who_do_not_see_it() -> None:
    for draw in DRAW.values():
        root = ET.fromstring(draw(sample_case(), sample_journal(), "zh").svg)
        assert root.get("role") == "img"
        title, description = root[0], root[1]
        assert title.tag.endswith("title") and title.text
        assert description.tag.endswith("desc") and description.text
        assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_a_name_full_of_markup_is_only_words() -> None:
    case = case_with_load_called("<script>alert(1)</script> & $x$")
    for draw in DRAW.values():
        picture = draw(case, sample_journal(), "en")
        assert "<script" not in picture.svg
        assert any("<script" in words for words in words_of(picture))


def test_two_pictures_in_one_page_share_no_id() -> None:
    ids = [re.findall(r'\bid="([^"]+)"', draw(sample_case(), sample_journal(), "zh").svg) for draw in DRAW.values()]
    assert not set(ids[0]) & set(ids[1])
    assert all(len(found) == len(set(found)) for found in ids)


def test_a_picture_refers_to_nothing_outside_itself() -> None:
    for draw in DRAW.values():
        svg = draw(sample_case(), sample_journal(), "zh").svg
        assert "<metadata" not in svg and "<style" not in svg and "<image" not in svg
        assert re.findall(r'href="(?!#)[^"]*"', svg) == []
        assert re.findall(r"url\((?!#)[^)]*\)", svg) == []


def test_a_run_that_died_early_is_still_drawn() -> None:
    for cut in (0, 5 * MIN):
        for draw in DRAW.values():
            assert overlapping(draw(sample_case(), sample_journal(cut_at=cut), "zh")) == []


def test_beyond_an_open_switch_only_the_live_side_is_live() -> None:
    wire = next(w for w in diagram(sample_case().dossier).connections if w.parts[0].id == "412")
    shot = state_at(sample_journal(), 33 * MIN)
    assert (wire.a, live_sections(wire, frozenset(shot.live), shot)) == ("gen-0.4kV", (True, False))
    later = state_at(sample_journal(), 35 * MIN)
    assert live_sections(wire, frozenset(later.live), later) == (True, True)


def test_of_a_large_network_only_the_part_the_run_was_about_is_drawn(repository: Path) -> None:
    dossier = load_customer(repository / "plans" / "oberrhein-waterworks").dossier
    case = replace(sample_case(), dossier=dossier)
    journal = blackout_of(case)
    shown = excerpt(dossier, journal)
    limited = {
        row.bus
        for row in dossier.network.load
        if row.name in dossier.site.loads and dossier.site.loads[row.name].max_interruption
    }
    assert limited <= shown.buses.keys()
    assert len(shown.buses) < 40 < len(dossier.network.bus)
    assert shown.left_out == len(dossier.network.bus) - len(shown.buses)
    told = re.search(r"(\d+) buses are left out", " ".join(words_of(network_drawn(case, journal, "en").at[0])))
    assert told is not None and int(told[1]) >= shown.left_out


DETERMINISTIC = """
import hashlib
from helpers.sample_run import sample_case, sample_journal
from drillsim.documents.pictures.album import album
for lang in ("zh", "en"):
    for drawn in album(sample_case(), sample_journal(), lang).values():
        print(hashlib.sha256(drawn.svg.encode()).hexdigest())
"""


def test_pictures_are_the_same_bytes_whatever_the_hash_seed(repository: Path) -> None:
    found = set()
    for seed in ("0", "1"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join([str(repository / "tests"), str(repository / "src")]),
        }
        done = subprocess.run(
            [sys.executable, "-c", DETERMINISTIC], capture_output=True, text=True, env=environment, check=True
        )
        found.add(done.stdout)
    assert len(found) == 1
