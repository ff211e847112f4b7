"""The campaign's pages: no fact of the document is lost, everything has words, nothing is fetched, journals are a
click away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from drillsim.documents.campaign_document import CampaignDocument
from drillsim.documents.campaign_report import (
    CampaignReport,
    build_campaign_report,
    read_campaign_folder,
    rebuild_campaign,
    write_campaign,
)
from drillsim.documents.campaign_report.pages import campaign_html, campaign_markdown
from drillsim.documents.campaign_report.report_context import context_of
from drillsim.documents.pictures.campaign import campaign_album
from drillsim.documents.pictures.canvas import Drawn
from drillsim.errors import InvalidInput
from drillsim.texts import LANGS, Lang
from helpers.in_process import drillsim_here
from helpers.sample_campaign import THE_FORM, bare_result, sample_document, sample_report, sample_result
from helpers.shipped import HOSPITAL, ROOT, shipped

FETCHES = {"src", "xlink:href", "data", "action", "poster", "srcset", "background", "formaction", "cite"}


class Page(HTMLParser):
    """Elements with their attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def album(lang: Lang) -> Mapping[str, Drawn]:
    return campaign_album(context_of(sample_document(), shipped(HOSPITAL), lang))


@cache
def report(lang: Lang) -> CampaignReport:
    bare = build_campaign_report(sample_document(), shipped(HOSPITAL), lang, pictures=False)
    return replace(bare, pictures={name: drawn.svg for name, drawn in album(lang).items()})


@cache
def page(lang: Lang) -> Page:
    return Page(campaign_html(report(lang)))


def facts_of(told: CampaignReport) -> list[str]:
    """What must stand on both pages."""
    assert told.indices is not None
    return [
        *told.conclusion, *told.not_tested, *told.no_flow, *told.method, *told.not_exact, *told.disagreements,
        told.variants_note, told.subjects_note, told.curves_note,
        *(words for pair in (*told.played, *told.facts) for words in pair),
        *(line.sentence for group in told.sets for line in group.lines),
        *(each.sentence for group in told.sets for line in group.lines for each in line.alike),
        *(words for group in told.sets for line in group.lines if len(line.breaks) > 1 for words in line.breaks),
        *(words for line in told.judged for words in (line.name, line.id, line.p_met, line.interval, line.p95,
          line.worst, line.case, line.case_id, str(line.missed_cases), line.unserved, line.library)),
        *(words for line in told.importance for words in (line.failure, line.id, line.group, line.fussell_vesely,
          line.birnbaum, line.raw, line.rrw)),
        *told.coverage.never_reached, *told.coverage.never_done, *told.coverage.cards_never_active,
        *(words for line in told.coverage.steps for words in (line.id, line.text, *line.counts)),
        *(words for line in told.ledger.lines for words in (line.cause, line.late_min, line.kwh)),
        *(words for pair in told.indices.system for words in pair),
        *(words for point in told.indices.load_points for words in point),
        *(words for line in told.worst for words in (line.case, line.case_id, line.subject, line.outage, line.late)),
        *(words for line in told.variants for words in (line.name, line.misses, line.unserved_less)),
    ]  # fmt: skip


def plain(words: str) -> str:
    unescaped = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return "".join(re.sub(r"\\([\\`*\[\]|])", r"\1", unescaped).split())


@pytest.mark.parametrize("lang", LANGS)
def test_no_fact_of_the_report_is_lost_on_a_page(lang: Lang) -> None:
    told = report(lang)
    wanted = [plain(words) for words in facts_of(told) if words]
    assert len(wanted) > 600
    for shown in (plain(page(lang).text), plain(campaign_markdown(told))):
        assert [words for words in wanted if words not in shown] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_of_the_document_has_its_line(lang: Lang) -> None:
    document, told = sample_document(), report(lang)
    assert {line.id for line in told.judged} == {row.id for row in (*document.loads, *document.functions)}
    listed = [line for group in told.sets for line in group.lines]
    assert sum(1 + len(line.alike) for line in listed) == len(document.failure_sets) == 12
    assert [line.id for line in told.importance] == [row.id for row in document.importance]
    assert len(told.ledger.lines) == len(document.ledger) and len(told.worst) == len(document.worst)
    assert len(told.not_tested) == len(document.not_tested)
    assert {line.id for line in told.coverage.steps} == set(document.coverage.steps)


def test_the_page_answers_in_the_order_of_the_questions() -> None:
    headlines = re.findall(r"<h2>(.*?)</h2>", campaign_html(report("en")))
    assert headlines[:11] == [
        "What was played", "Protected loads and functions, worst first", "Not tested", "Which variant helps most",
        "The smallest combinations that break the plan", "How long, how often: outages against limits",
        "What matters most", "What was exercised", "What cost most", "Supply indices", "The worst cases",
    ]  # fmt: skip


def test_the_worst_stands_first_whatever_its_kind() -> None:
    lines = report("en").subjects
    order = [line.verdict for line in lines]
    assert order == sorted(order, key=("missed", "cannot_say", "met").index)
    assert {line.kind for line in lines[:10]} == {"load", "function"}


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_fetched_and_links_stay_in_the_folder(lang: Lang) -> None:
    links = []
    for tag, attributes in page(lang).elements:
        assert tag not in ("script", "link", "iframe", "object", "embed", "img", "base", "form")
        for name, value in attributes.items():
            assert name not in FETCHES or value.startswith("#"), (tag, name, value)
            assert not re.search(r"url\((?!#)", value), (tag, name, value)
        if tag == "a":
            links.append(attributes["href"])
    assert {"worst/1/report.html", "worst/1/journal.jsonl", "worst/3/report.html"} <= set(links)
    assert all(re.fullmatch(r"worst/\d/(report\.html|journal\.jsonl)", link) for link in links)


def test_the_worst_case_of_a_load_leads_to_its_report_where_that_is_kept() -> None:
    lines = {line.id: line for line in report("en").judged}
    kept = [line for line in lines.values() if line.report]
    assert kept and all(line.case_id.partition("#")[0] in line.case_id for line in kept)
    assert lines["icu"].case_id == "T2:short_circuit@day#0" and lines["icu"].report == ""


@pytest.mark.parametrize("lang", LANGS)
def test_no_name_of_a_text_reaches_a_reader(lang: Lang) -> None:
    for words in (page(lang).text, campaign_markdown(report(lang))):
        assert not re.search(r"report-campaign-|\{ ?\$|None|nan\b", words)


@pytest.mark.parametrize("lang", LANGS)
def test_a_campaign_in_which_nothing_came_out_still_makes_a_page(lang: Lang) -> None:
    told = sample_report(lang, bare_result(sample_result()))
    assert told.pictures == {} and told.tone == "met" and told.indices is None
    words = campaign_html(told) + campaign_markdown(told)
    assert ("没有任何失效给出故障率" if lang == "zh" else "No failure states a rate") in words


def test_the_common_form_alone_makes_a_page() -> None:
    document = CampaignDocument.model_validate(THE_FORM)
    told = build_campaign_report(document, shipped(HOSPITAL), "en")
    assert "ICU equipment" in campaign_html(told)


def test_a_limit_nobody_could_judge_is_not_met() -> None:
    result = bare_result(sample_result())
    doubtful = tuple(replace(row, not_tested=4) for row in result.loads)
    told = sample_report("en", replace(result, loads=doubtful))
    assert told.tone == "open" and "no proof that the plan is complete" in told.conclusion[0]


def test_a_case_without_a_power_flow_is_said_first_and_is_not_fine() -> None:
    result = bare_result(sample_result())
    told = sample_report("en", replace(result, no_flow_cases=1, no_flow_buses=("10kV-I",)))
    assert told.tone == "open" and "no proof that the plan is complete" in told.conclusion[0]
    assert "In one case the power flow has no solution for one bus" in told.conclusion[1]
    assert "10kV" in told.not_tested[0]


@pytest.mark.parametrize("lang", LANGS)
def test_every_case_that_was_counted_is_accounted_for(lang: Lang) -> None:
    whole = sample_result()
    short = replace(whole, left_out=whole.left_out - 14)
    assert [sample_report(lang, each).played[0][1].count(" 14 ") for each in (whole, short)] == [0, 1]


@pytest.mark.parametrize("lang", LANGS)
def test_the_rows_of_a_markdown_table_follow_its_head_without_a_gap(lang: Lang) -> None:
    lines = campaign_markdown(report(lang)).splitlines()
    heads = [place for place, line in enumerate(lines) if line.startswith("|---")]
    assert heads
    for place in heads:
        assert lines[place - 1].startswith("| ") and lines[place + 1].startswith("| "), lines[place - 1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(lang: Lang) -> None:
    width = 0
    for line in campaign_markdown(report(lang)).splitlines():
        if line.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", line)) - 1
            width = width or cells
            assert cells == width, line
        else:
            width = 0


@pytest.mark.parametrize("lang", LANGS)
def test_no_label_of_a_picture_covers_another_or_leaves_it(lang: Lang) -> None:
    for name, drawn in album(lang).items():
        for (one, words), (other, more) in combinations(drawn.labels, 2):
            assert not one.meets(other, 0.6), (name, words, more)
        for box, words in drawn.labels:
            assert box.left >= 0 and box.right <= 640, (name, words)


def test_pictures_carry_the_figures_they_show() -> None:
    svg = report("en").pictures["importance"]
    assert "line cable-east has a short circuit" in svg and "41 %" in svg
    assert all(card in report("en").pictures["coverage"] for card in ("RC-01", "U-03"))


def test_both_languages_draw_the_same_pictures() -> None:
    assert list(report("zh").pictures) == list(report("en").pictures)
    assert list(report("en").pictures) == ["exceedance", "exceedance-2", "importance", "coverage"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign's folder, with its report in English."""
    folder = tmp_path_factory.mktemp("reports") / "campaign-s1"
    for name in ("customer.yaml", "network.yaml", "site.yaml", "plan.yaml"):
        source = ROOT / "plans" / HOSPITAL / name
        if source.is_file():
            target = folder / "inputs" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    (folder / "inputs" / "variants" / "more").mkdir(parents=True)
    (folder / "inputs" / "scenarios").mkdir()
    write_campaign(folder, sample_document(), shipped(HOSPITAL), "en")
    return folder


def test_a_campaign_folder_is_reported_anew_to_the_same_bytes(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    read = read_campaign_folder(folder)
    rebuild_campaign(read, "en")
    assert read.document == sample_document()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_report_tells_a_campaign_from_a_run(folder: Path) -> None:
    done = drillsim_here("report", folder, "--lang", "en")
    assert done.code == 0 and "The smallest combinations that break the plan" in done.text
    strict = drillsim_here("report", folder, "--lang", "en", "--json", "--fail-on", "A")
    assert strict.json["customer"] == HOSPITAL and strict.code == 1


def test_a_damaged_campaign_is_a_problem_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "campaign.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        read_campaign_folder(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["campaign-json-unreadable"]
