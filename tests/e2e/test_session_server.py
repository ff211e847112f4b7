"""The server of a drill against bad clients, and what it sends to whom."""

from __future__ import annotations

import json
import re
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from drillsim.journal import read_journal
from drillsim.session.log import read_log
from drillsim.version import __version__
from drillsim.web.pages import FRAGMENTS
from helpers.command import drillsim
from helpers.drill_client import Client, asked, joined
from helpers.drill_pages import NIGHT, Served, served
from helpers.shipped import HOSPITAL, ROOT


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("out"), "--play", "duty-electrician") as found:
        yield found


@pytest.fixture(scope="module")
def lead(drill: Served) -> Client:
    return joined(drill, "controller")


def recorded(drill: Served) -> bytes:
    (part,) = (drill.out / HOSPITAL).glob("session-*.part")
    return (part / "journal.jsonl").read_bytes()


PLACES = (
    "/1/p/controller/", "/1/p/controller/events", "/1/p/controller/static/page.js", "/1/p/controller/static/../app.py",
    "/1/p/nobody/", "/j/guess", "/docs", "/static/page.js", "/1/p/controller/static/..%2f..%2fapp.py", "/favicon.ico",
)  # fmt: skip


@pytest.mark.parametrize("path", PLACES)
def test_without_a_key_everything_but_the_joining_page_is_refused(drill: Served, path: str) -> None:
    for cookie in ("", "drill=forged"):
        got = asked(drill, "GET", path, Cookie=cookie)
        assert 400 <= got.status < 500
        assert __version__ not in got.text and "Traceback" not in got.text and "site-packages" not in got.text
        assert not {"server", "x-powered-by"} & set(got.headers)
        assert "default-src" in got.headers["content-security-policy"]


def test_the_joining_page_loads_nothing_and_says_nothing_of_the_drill(drill: Served) -> None:
    got = asked(drill, "GET", "/")
    assert got.status == 200 and "<script" not in got.text
    assert NIGHT not in got.text and "Hospital" not in got.text
    assert "default-src 'none'" in got.headers["content-security-policy"]


def test_bad_clients_are_refused_and_the_journal_is_untouched(drill: Served, lead: Client) -> None:
    player = joined(drill, "player · Dispatcher")
    before = recorded(drill)
    body = urlencode({"do": "start"}).encode()

    def post(body: bytes = body, **other: str) -> int:
        return asked(drill, "POST", f"{lead.place}do", body, **{**lead.papers(), **other}).status

    assert post(Origin="http://evil.example") == 403
    assert post(Origin="null") == 403
    assert post(X_Drill_Form="stale") == 403
    assert post(Cookie="drill=forged") == 403
    assert post(Cookie=player.cookie) == 403, "a key is for one page alone"
    assert post(Host="evil.example") == 421
    assert post(b"do=note&text=" + b"x" * 10_000_000) == 413
    assert asked(drill, "PUT", f"{lead.place}do", body, Cookie=lead.cookie).status == 405
    for fields in (
        {"do": "explode"}, {}, {"do": "jump", "minutes": "nan"}, {"do": "jump", "minutes": "1e9"},
        {"do": "speed", "speed": "-1"}, {"do": "speed", "speed": "inf"}, {"do": "give", "line": "no-such"},
        {"do": "decide", "decision": "{"}, {"do": "decide", "decision": "[]"},
        {"do": "play", "role": "x", "who": "plan"},
        {"do": "decide", "decision": '{"kind": "explode", "by": "wang", "what": {}}'},
        {"do": "decide", "decision": '{"kind": "go", "by": "wang", "what": {"place": 5, "more": 1}}'},
        {"do": "stop", "how": "for fun"}, {"do": "rate", "step": "S1", "rating": "Z"}, {"do": "lang", "lang": "xx"},
    ):  # fmt: skip
        assert post(urlencode(fields).encode()) in (400, 403, 409), fields
    assert post(b"\xff\xfe=%%%&" * 100) == 400
    assert player.does("act", verb="open", target="101").status == 409, "the drill has not begun"
    assert recorded(drill) == before
    assert lead.does("jump", minutes="0.1").status == 200
    before = recorded(drill)
    refused = player.does("decide", decision='{"kind": "go", "by": "wang", "what": {"place": "lv-room"}}')
    assert refused.status == 403 and json.loads(refused.text)["text"]
    for what in ("start", "pause", "speed", "give", "jump", "shift", "tell", "play", "wall", "revoke", "key"):
        fields = {
            "speed": "2",
            "line": "press",
            "minutes": "1",
            "to": "dispatcher",
            "text": "x y",
            "role": "dispatcher",
        }
        assert player.does(what, who="plan", participant="evaluator", **fields).status == 403, what
    assert recorded(drill) == before
    assert lead.does("pause").status == 200, "the drill goes on"


def test_codes_are_not_guessed_and_two_hundred_joins_are_held_back(drill: Served, lead: Client) -> None:
    def tries(code: str) -> int:
        body = urlencode({"code": code}).encode()
        return asked(drill, "POST", "/join", body, Origin=lead.origin).status

    assert tries(drill.codes["observer"]) == 303
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(tries, (f"AAAA-{n:04}" for n in range(200))))
    assert set(statuses) == {403, 429}
    assert statuses.count(403) == 20
    assert asked(drill, "GET", urlsplit(drill.links["observer"]).path).status == 303, "who has a link is not kept out"
    assert lead.does("pause").status == 200


def test_a_link_that_was_taken_back_opens_nothing(drill: Served, lead: Client) -> None:
    watcher = joined(drill, "safety officer")
    assert "safety-officer" in lead.sees()
    assert lead.does("revoke", participant="safety-officer").status == 200
    assert asked(drill, "GET", watcher.place, Cookie=watcher.cookie).status == 403
    assert asked(drill, "GET", urlsplit(drill.links["safety officer"]).path).status == 403


def test_every_part_has_a_link_and_whoever_leads_makes_more_and_takes_them_back(tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        lead, director = joined(drill, "controller"), joined(drill, "director")
        for part in ("simulator", "evaluator", "safety officer", "scribe", "observer", "projector window"):
            assert "has not begun" in joined(drill, part).sees() or part in (
                "simulator",
                "evaluator",
                "projector window",
            )
        players = [part for part in drill.links if part.startswith("player · ")]
        assert len(players) > 5
        assert lead.does("invite", part="player", name="Deputy").status == 400, "a player plays something"
        more = {"part": "player", "name": "Deputy <b>", "plays-dispatcher": "1", "plays-duty-officer": "1"}
        assert joined(drill, players[0]).does("invite", **more).status == 403, "whoever leads alone"
        assert director.does("invite", **more).status == 200
        found = re.search(r'data-key="link-player-more-1".*?<code>([^<]+)</code>', lead.sees())
        assert found is not None and "Deputy &lt;b&gt;" in lead.sees()
        drill.links["deputy"] = found[1]
        deputy = joined(drill, "deputy")
        assert director.does("jump", minutes="3").status == 200
        assert "Dispatcher" in deputy.sees() and "Hospital duty officer" in deputy.sees()
        simulator = joined(drill, "simulator")
        assert "How long" in simulator.sees() or "ICU" in simulator.sees()
        assert "Fails to start" not in simulator.sees() and "fails to start" not in simulator.sees(), "no fault"
        assert simulator.does("give", line="icu-asks").status == 200
        assert lead.does("revoke", participant="player-more-1").status == 200
        assert asked(drill, "GET", deputy.place, Cookie=deputy.cookie).status == 403
        assert lead.does("revoke", participant="director").status == 200
        assert director.does("start").status == 403
        assert lead.does("revoke", participant="controller").status == 400, "nobody shuts themselves out"
    (folder,) = (tmp_path / HOSPITAL).glob("*.part")
    told = [(e.what, e.by) for e in read_log(folder / "session.jsonl")]
    assert ("invited", "director") in told and ("revoked", "controller") in told


def test_links_that_have_ended_open_nothing_and_going_on_makes_new_ones(tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        lead, watcher = joined(drill, "controller"), joined(drill, "observer")
        assert lead.does("jump", minutes="3").status == 200
        assert drill.stop() == 130
    (part,) = (tmp_path / HOSPITAL).glob("*.part")
    kept = json.loads((part / "links.json").read_text(encoding="utf-8"))
    for row in kept["tickets"]:
        row["ends_ms"] = time.time_ns() // 1_000_000 - 1
    (part / "links.json").write_text(json.dumps(kept), encoding="utf-8")
    with served(tmp_path, "--resume", str(part)) as again:
        assert asked(again, "GET", watcher.place, Cookie=watcher.cookie).status == 403, "its page has ended"
        assert asked(again, "GET", f"{watcher.place}events", Cookie=watcher.cookie).status == 403
        assert asked(again, "POST", f"{watcher.place}do", b"do=note&text=x", **watcher.papers()).status == 403
        assert asked(again, "GET", urlsplit(drill.links["observer"]).path).status == 403
        code = urlencode({"code": drill.codes["observer"]}).encode()
        got = asked(again, "POST", "/join", code, Origin=lead.origin)
        assert got.status == 403 and "has ended" in got.text
        assert "T+0:03:00" in joined(again, "observer").sees(), "the new link of the same part"
        before = (part / "journal.jsonl").read_bytes()
        assert lead.does("jump", minutes="30").status == 403, "also whoever leads"
        assert (part / "journal.jsonl").read_bytes() == before
        assert joined(again, "controller").does("jump", minutes="4").status == 200


@pytest.mark.full
def test_a_player_is_sent_nothing_of_what_is_to_come(tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        _sent_nothing(joined(drill, "controller"), joined(drill, "player · Duty electrician"))


def _sent_nothing(lead: Client, player: Client) -> None:
    assert "has not begun" in player.sees()
    sent = [player.sees()]
    for to in ("0.2", "3", "9"):
        assert lead.does("jump", minutes=to).status == 200
        sent += [player.sees(), json.dumps(player.stream(1), ensure_ascii=False)]
    whole = "".join(sent)
    assert "Due now" in whole and "wang" in whole
    for secret in (
        "icu-asks", "genset-by-hand", "director", "Press arrives", "phone-lost", NIGHT, "lost at night",
            "ventilators", "Reporters", "fails_to_start",
        "did not start", "T+0:12", "T+0:15", "T+0:40", "event-",
    ):  # fmt: skip
        assert secret not in whole.replace("data-failed", ""), secret


def test_a_stream_is_numbered_by_itself_and_begins_with_the_whole_page(drill: Served, lead: Client) -> None:
    first = lead.stream(1)
    assert first[0][0] == 1
    again = lead.stream(1, last="41")
    assert again[0][0] == 42
    assert set(again[0][1]) == set(first[0][1]) == set(FRAGMENTS["console"])


def test_a_drill_that_was_closed_or_killed_goes_on_and_its_links_hold(tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        lead = joined(drill, "controller")
        assert lead.does("jump", minutes="13").status == 200
        assert lead.does("note", text="十三分钟").status == 200
        assert drill.stop() == 130
    (part,) = (tmp_path / HOSPITAL).glob("*.part")
    assert (part / "links.json").stat().st_mode & 0o077 == 0
    with served(tmp_path, "--resume", str(part)) as drill:
        assert drill.port == lead.drill.port
        assert "T+0:13:00" in lead.sees(), "whoever had a page open has it still"
        assert lead.does("give", line="press").status == 200
        drill.process.send_signal(signal.SIGKILL)
        drill.process.wait(20)
    with served(tmp_path, "--resume", str(part)) as drill:
        assert "T+0:13:00" in lead.sees() and "give-press" not in lead.sees()
        assert lead.does("stop", how="completed", why="").status == 200
        assert lead.does("start").status == 200
        assert drill.stop() == 0
    folder = tmp_path / HOSPITAL / f"session-{NIGHT}-s1"
    assert not (folder / "links.json").exists()
    journal = read_journal(folder / "journal.jsonl")
    assert [e.data["information"] for e in journal.of("information_given")] == ["icu-asks", "press"]
    assert journal.events[-1].data["status"] == "completed"
    report: Any = drillsim("report", folder, "--lang", "en")
    assert report.code == 0 and "report.html" in report.text, "it is judged like any run"
    whats = [e.what for e in read_log(folder / "session.jsonl")]
    assert whats.count("resumed") == 2 and whats[-1] == "stopped"


def test_a_role_that_is_none_and_a_scenario_for_others_are_refused(tmp_path: Path) -> None:
    plan = str(ROOT / "plans" / HOSPITAL)
    for more, word in (
        (["--play", "cook"], "cook"),
        (["--port", "99999"], "99999"),
        (["--resume", "nowhere"], "nowhere"),
    ):
        done: Any = drillsim("session", plan, NIGHT, "--no-browser", "--lang", "en", "--out", str(tmp_path), *more)
        assert done.code == 2 and word in done.errors
