"""Bad clients, several drills in one server, other addresses, TLS, a record without room: the drill goes on."""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from drillsim.journal import read_journal
from drillsim.session import read_log
from helpers.certificates import OPENSSL, made
from helpers.command import drillsim
from helpers.drill_client import Client, asked, joined
from helpers.drill_pages import NIGHT, Served, served, wait_for
from helpers.shipped import HOSPITAL

resource = pytest.importorskip("resource", reason="limits of the system that Windows does not have")
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>${7*7}{{7*7}}\x00\x1b[31m"


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("out"), "--play", "duty-electrician") as found:
        yield found


@pytest.fixture(scope="module")
def lead(drill: Served) -> Client:
    found = joined(drill, "controller")
    assert found.does("jump", minutes="3").status == 200
    return found


def part_of(drill: Served, scenario: str = NIGHT) -> Path:
    (found,) = (drill.out / HOSPITAL).glob(f"session-{scenario}-*.part")
    return found


def journal(drill: Served) -> bytes:
    return (part_of(drill) / "journal.jsonl").read_bytes()


def raw(drill: Served, data: bytes, wait_s: float = 5) -> bytes:
    """What comes back for these bytes."""
    with socket.create_connection(("127.0.0.1", drill.port), timeout=wait_s) as line:
        line.sendall(data)
        found = b""
        try:
            while more := line.recv(65_536):
                found += more
        except (TimeoutError, ConnectionResetError):
            pass
        return found


def test_every_route_without_a_key_is_refused_and_so_is_every_word_of_a_stranger(drill: Served, lead: Client) -> None:
    before = journal(drill)
    for place in (
        "controller",
        "projector",
        "player-1",
        "evaluator",
        "observer",
        "safety-officer",
        "nobody",
        "..",
        "%00",
    ):
        for rest in ("", "events", "do", "static/page.js", "static/page.css", "static/%2e%2e/app.py", "x"):
            for method in ("GET", "POST"):
                got = asked(drill, method, f"/1/p/{place}/{rest}", b"" if method == "POST" else None)
                assert 400 <= got.status < 500, (method, place, rest)
                assert got.text.strip(), "in words"
    for path in (
        "/2/p/controller/",
        "/1",
        "/1/",
        "/1/p",
        "/p/controller/",
        "/openapi.json",
        "/.git/config",
        "/j/",
        "/join",
    ):
        assert 400 <= asked(drill, "GET", path).status < 500 or asked(drill, "GET", path).status == 307, path
    assert journal(drill) == before


def test_a_request_that_is_replayed_is_done_once(drill: Served, lead: Client) -> None:
    body, papers = urlencode({"do": "note", "text": "einmal"}).encode(), lead.papers()
    first = asked(drill, "POST", f"{lead.place}do", body, **papers)
    again = asked(drill, "POST", f"{lead.place}do", body, **papers)
    assert (first.status, again.status) == (200, 409)
    assert "once already" in json.loads(again.text)["text"]
    without = {name: value for name, value in lead.papers().items() if name != "X_Drill_Press"}
    assert asked(drill, "POST", f"{lead.place}do", body, **without).status == 400
    assert asked(drill, "POST", f"{lead.place}do", body, **{**papers, "X_Drill_Press": "x" * 65}).status == 400
    notes = [e for e in read_log(part_of(drill) / "session.jsonl") if e.what == "note" and e.data["text"] == "einmal"]
    assert [each.by for each in notes] == ["controller"]


def test_script_in_every_text_field_stays_text(drill: Served, lead: Client) -> None:
    evaluator, player = joined(drill, "evaluator"), joined(drill, "player · Duty electrician")
    assert lead.does("note", text=SCRIPT).status == 200
    assert lead.does("tell", text=SCRIPT, to="duty-electrician", **{"from": SCRIPT}).status == 200
    lead.does("key", text=SCRIPT)
    assert lead.does("play", role="dispatcher", who="people").status == 200
    begun = re.search(r'data-row="(\w+)"', evaluator.sees())
    assert begun is not None
    assert evaluator.does("rate", step=begun[1], rating="P", reason=SCRIPT, note=SCRIPT).status == 200
    assert lead.does("invite", part="observer", name=SCRIPT).status == 200
    refused = [
        lead.does("give", line=SCRIPT), lead.does("play", role=SCRIPT, who=SCRIPT), lead.does("wall", role=SCRIPT),
        lead.does("jump", minutes=SCRIPT), lead.does("speed", speed=SCRIPT), lead.does(SCRIPT),
        lead.does("revoke", participant=SCRIPT), lead.does("invite", part=SCRIPT, name="x"),
        lead.does("page", by=SCRIPT), lead.does("renew", participant=SCRIPT), lead.does("lang", lang=SCRIPT),
        lead.does("stop", how=SCRIPT, why=SCRIPT), player.does("act", verb=SCRIPT, target=SCRIPT),
        player.does("report", kind="tell", to=SCRIPT, about=SCRIPT),
        lead.does("decide", decision=json.dumps({"kind": SCRIPT, "by": SCRIPT, "what": {}})),
    ]  # fmt: skip
    assert {each.status for each in refused} <= {400, 409}
    code = asked(drill, "POST", "/join", urlencode({"code": SCRIPT}).encode(), Origin=lead.origin)
    assert code.status == 403
    assert {each.headers["content-type"] for each in refused} == {"application/json"}, "words, never a page"
    pages = [lead.sees(), evaluator.sees(), player.sees(), code.text]
    pages += [json.dumps(each.stream(1), ensure_ascii=False) for each in (lead, evaluator, player)]
    for page in pages:
        assert "<script>alert" not in page and "<img src=x" not in page
        assert "\x1b" not in page
    assert evaluator.sees().count("&lt;script&gt;alert(1)") >= 2, "beside the step, and in its fields"
    assert "&lt;script&gt;alert(1)" in lead.sees() and "&lt;script&gt;alert(1)" in player.sees()
    log = (part_of(drill) / "session.jsonl").read_bytes()
    assert b"\x1b" not in log and b"\x00" not in log


MALFORMED = (
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: drill=\xff\xfe\x01; drill; =; ;;drill=%zz\r\n\r\n",
    b"GET /1/p/controller/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: drill=a\r\nCookie: drill=b\r\n\r\n",
    b"GET /1/p/controller/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nLast-Event-ID: -1e99\r\n\r\n",
    b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: " + b"a" * 40_000 + b"\r\n\r\n",
    b"GET /j/%ff%fe%00%c0%af HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    b"POST /join HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nContent-Length: x\r\n\r\n",
    b"POST /join HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nContent-Length: 3\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /join HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
    b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET /1/p/controller/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\r\n" * 2_000,
)  # fmt: skip


def test_malformed_requests_are_refused_and_nothing_leaks(drill: Served, lead: Client) -> None:
    before = journal(drill)
    for each in MALFORMED:
        data = each.replace(b"{port}", str(drill.port).encode()).replace(
            b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1
        )
        got = raw(drill, data)
        first = got.split(b"\r\n", 1)[0]
        is_joining = b"GET / HTTP/1.1\r\nHost: 127" in each and b"evil" not in each and len(each) < 1_000
        assert not got or re.match(rb"HTTP/1.1 (4\d\d|200)" if is_joining else rb"HTTP/1.1 4\d\d", first), (
            each[:80],
            first,
        )
        assert b"Traceback" not in got and b"site-packages" not in got and b"uvicorn" not in got.lower()
    for body in (
        b"[" * 60_000,
        b'{"kind": "go", "by": "\\ud800", "what": {"place": "\\ud800"}}',
        b"1" * 60_000,
        b"null",
    ):
        sent = urlencode({"do": "decide", "decision": body.decode()}).encode()
        assert asked(drill, "POST", f"{lead.place}do", sent, **lead.papers()).status in (400, 409, 413)
    assert asked(drill, "POST", f"{lead.place}do", b"&".join([b"do=note"] * 60), **lead.papers()).status == 400
    assert journal(drill) == before
    assert lead.does("note", text="goes on").status == 200


@pytest.mark.full
def test_clients_that_never_finish_a_request_do_not_keep_others_out(drill: Served, lead: Client) -> None:
    before, lines = journal(drill), []
    try:
        for number in range(150):
            line = socket.create_connection(("127.0.0.1", drill.port), timeout=5)
            line.sendall(b"GET / HTTP/1.1\r\nHost: 127" if number % 2 else b"POST /join HTTP/1.1\r\nHost:")
            lines.append(line)
        began = time.monotonic()
        for _ in range(3):
            assert lead.does("note", text="still here").status == 200
        assert time.monotonic() - began < 5
        for line in lines[-40:]:
            line.sendall(b"X")
        dropped = [line for line in lines if is_closed(line)]
        assert len(dropped) >= 150 - 64 - 1, "those that waited longest made room"
        wait_for("the others are given up", lambda: all(is_closed(line) for line in lines), 25)
    finally:
        for line in lines:
            line.close()
    assert journal(drill) == before


def is_closed(line: socket.socket) -> bool:
    line.settimeout(0.01)
    try:
        return line.recv(1_000) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def test_two_hundred_joins_in_a_second_are_held_back_and_the_drill_goes_on(drill: Served, lead: Client) -> None:
    path = urlsplit(drill.links["observer"]).path
    before = journal(drill)
    with ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(lambda _: asked(drill, "GET", path).status, range(200)))
    assert set(statuses) == {303, 429} and statuses.count(303) <= 120
    assert journal(drill) == before
    assert lead.does("note", text="unmoved").status == 200


def test_who_did_what_stands_in_the_record_and_a_new_link_takes_the_old_ones_place(tmp_path: Path) -> None:
    with served(tmp_path) as drill:
        lead, watcher = joined(drill, "controller"), joined(drill, "observer")
        dispatcher = joined(drill, "player · Dispatcher")
        old = re.search(r'data-key="link-observer".*?<code>([^<]+)</code>', lead.sees())
        assert old is not None and old[1] == drill.links["observer"]
        assert dispatcher.does("renew", participant="observer").status == 403, "whoever leads alone"
        assert lead.does("renew", participant="observer").status == 200
        new = re.search(r'data-key="link-observer".*?<code>([^<]+)</code>', lead.sees())
        assert new is not None and new[1] != old[1]
        assert asked(drill, "GET", watcher.place, Cookie=watcher.cookie).status == 403, "the old page is closed"
        assert asked(drill, "GET", urlsplit(old[1]).path).status == 403
        drill.links["observer"] = new[1]
        assert "has not begun" in joined(drill, "observer").sees()
        assert lead.does("jump", minutes="2").status == 200
        for do, fields in (
            ("hold", {"line": "press"}),
            ("give", {"line": "phone-lost"}),
            ("wall", {"role": "dispatcher"}),
        ):
            assert lead.does(do, **fields).status == 200
        assert (
            dispatcher.does("decide", decision='{"kind": "go", "by": "xu", "what": {"place": "lv-room"}}').status != 500
        )
        assert lead.does("revoke", participant="observer").status == 200
        told = [(each.what, each.by) for each in read_log(part_of(drill) / "session.jsonl")]
        for row in ("renewed", "jumped", "wall", "revoked", "line"):
            assert (row, "controller") in told, row
        assert ("joined", "player-2") in told or ("joined", dispatcher.place.split("/")[3]) in told
        decided = read_journal(part_of(drill) / "journal.jsonl").of("decision")
        assert {"controller", "plan"} <= {each.data.get("who") for each in decided}
        assert all(each.data.get("who") for each in decided if each.data["operator"] == "people")


def test_several_drills_go_on_beside_each_other_and_one_that_stands_stops_none(tmp_path: Path) -> None:
    other = "source-lost-day"
    with served(tmp_path, scenario=(NIGHT, other)) as drill:
        assert len(drill.drills) == 2
        first = joined(drill, "controller")
        drill.links = drill.drills[1]
        second = joined(drill, "controller")
        assert first.place.startswith("/1/") and second.place.startswith("/2/")
        assert asked(drill, "GET", second.place, Cookie=first.cookie).status == 403, "a key is for one drill alone"
        assert first.does("jump", minutes="5").status == 200
        assert "T+0:05:00" in first.sees() and "T+0:00:00" in second.sees()
        assert [n for n, _ in second.stream(1)] == [1]
        room = len(journal(drill))
        resource.prlimit(drill.process.pid, resource.RLIMIT_FSIZE, (room + 50, resource.RLIM_INFINITY))
        got = first.does("jump", minutes="12")
        assert got.status == 503 and "stands" in json.loads(got.text)["text"]
        assert "THE DRILL STANDS: the record cannot be written" in first.sees()
        assert first.does("note", text="in vain").status == 503
        assert second.does("jump", minutes="1").status == 200, "the other one has room in its files, and goes on"
        assert first.does("go-on").status == 200
        assert first.does("jump", minutes="12").status == 503, "there is still no room"
        resource.prlimit(drill.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert first.does("go-on").status == 200
        assert "T+0:05:00" in first.sees() and "THE DRILL STANDS" not in first.sees()
        assert first.does("note", text="afterwards").status == 200
        assert first.does("jump", minutes="9").status == 200
        assert first.does("stop", how="completed", why="").status == 200
        assert second.does("stop", how="aborted", why="wet").status == 200
        assert drill.stop() == 0
    done, aborted = (tmp_path / HOSPITAL / f"session-{name}-s1" for name in (NIGHT, other))
    notes = [e.data["text"] for e in read_log(done / "session.jsonl") if e.what == "note"]
    assert notes == ["afterwards"]
    assert read_journal(done / "journal.jsonl").events[-1].data["status"] == "completed"
    last = read_journal(aborted / "journal.jsonl").events[-1].data
    assert (last["status"], last["why"]) == ("stopped", "aborted")


@pytest.mark.parametrize(
    "how",
    [
        pytest.param("aborted", marks=pytest.mark.full),
        pytest.param("abandoned", marks=pytest.mark.full),
        "real_emergency",
    ],
)
def test_a_drill_that_was_not_led_to_its_end_is_never_graded_as_completed(tmp_path: Path, how: str) -> None:
    with served(tmp_path) as drill:
        lead, watcher = joined(drill, "controller"), joined(drill, "observer")
        assert lead.does("jump", minutes="6").status == 200
        assert watcher.does("stop", how="completed").status == 403, "only whoever leads completes it"
        who = lead if how != "real_emergency" else watcher
        assert who.does("stop", how=how, why="water in the cellar").status == 200
        words = {"aborted": "aborted", "abandoned": "abandoned", "real_emergency": "EMERGENCY"}[how]
        for page in (lead.sees(), watcher.sees()):
            assert words.lower() in page.lower()
        assert lead.does("stop", how="completed", why="").status == 200, "once: it stays what it was"
        assert drill.stop() == 0
    folder = tmp_path / HOSPITAL / f"session-{NIGHT}-s1"
    ended = read_journal(folder / "journal.jsonl").events[-1].data
    assert (ended["status"], ended["why"]) == ("stopped", how)
    (stopped,) = (each for each in read_log(folder / "session.jsonl") if each.what == "stopped")
    assert (stopped.data["how"], stopped.by) == (how, "controller" if how != "real_emergency" else "observer")
    report: Any = drillsim("report", folder, "--lang", "en", "--json")
    assert report.code == 0 and '"completed"' not in report.text


@pytest.mark.skipif(OPENSSL is None, reason="makes a certificate with openssl")
def test_over_tls_at_another_address(tmp_path: Path) -> None:
    pem = made(tmp_path, "own", host="127.0.0.2")
    flags = ("--host", "127.0.0.2", "--certificate", str(pem.certificate), "--key", str(pem.key))
    with served(tmp_path / "out", *flags) as drill:
        assert drill.links["controller"].startswith("https://127.0.0.2:")
        lead = joined(drill, "controller")
        assert lead.does("note", text="over tls").status == 200
        got = asked(drill, "GET", urlsplit(drill.links["observer"]).path)
        assert got.status == 303 and "Secure" in got.headers["set-cookie"]
        assert asked(drill, "GET", "/", Host=f"evil.example:{drill.port}").status == 421
        with pytest.raises(OSError), socket.create_connection(("127.0.0.1", drill.port), timeout=2):
            pass


def test_an_edition_is_drilled_and_goes_on(tmp_path: Path) -> None:
    with served(tmp_path, "--edition", "east-outage") as drill:
        lead = joined(drill, "controller")
        assert lead.does("jump", minutes="3").status == 200
        drill.process.kill()
        drill.process.wait(20)
    (part,) = (tmp_path / HOSPITAL).glob("*.part")
    with served(tmp_path, "--resume", str(part)) as drill:
        assert "T+0:03:00" in lead.sees()
        assert read_journal(part / "journal.jsonl").header["digests"]
