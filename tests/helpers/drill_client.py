"""Somebody who has joined a drill without a browser: requests as they come over the line."""

from __future__ import annotations

import http.client
import json
import re
import secrets
import ssl
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from helpers.drill_pages import Served


@dataclass
class Reply:
    """An answer of the server."""

    status: int
    headers: dict[str, str]
    text: str


def connected(drill: Served, timeout_s: float = 20) -> http.client.HTTPConnection:
    """A line to the server; its certificate, where it has one, is taken as it is."""
    where = urlsplit(drill.links["controller"])
    assert where.hostname is not None
    if where.scheme == "https":
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        return http.client.HTTPSConnection(where.hostname, drill.port, timeout=timeout_s, context=trusting)
    return http.client.HTTPConnection(where.hostname, drill.port, timeout=timeout_s)


def asked(drill: Served, method: str, path: str, body: bytes | None = None, **headers: str) -> Reply:
    line = connected(drill)
    try:
        line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        got = line.getresponse()
        return Reply(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read().decode("utf-8", "replace"))
    finally:
        line.close()


@dataclass
class Client:
    """Somebody who has joined."""

    drill: Served
    place: str
    cookie: str
    form: str

    @property
    def origin(self) -> str:
        where = urlsplit(self.drill.links["controller"])
        return f"{where.scheme}://{where.netloc}"

    def does(self, what: str, **fields: str) -> Reply:
        body = urlencode({"do": what, **fields}).encode()
        return asked(self.drill, "POST", f"{self.place}do", body, **self.papers())

    def papers(self) -> dict[str, str]:
        """The headers a press needs, with a number of its own."""
        number = secrets.token_hex(12)
        return {"Cookie": self.cookie, "Origin": self.origin, "X_Drill_Form": self.form, "X_Drill_Press": number}

    def sees(self) -> str:
        return asked(self.drill, "GET", self.place, Cookie=self.cookie).text

    def stream(self, events: int, last: str = "") -> list[tuple[int, dict[str, str]]]:
        """The next events of their stream."""
        line = connected(self.drill)
        try:
            more = {"Last-Event-ID": last} if last else {}
            line.request("GET", f"{self.place}events", headers={"Cookie": self.cookie, **more})
            got, found, number = line.getresponse(), list[tuple[int, dict[str, str]]](), 0
            while len(found) < events:
                row = got.readline().decode("utf-8")
                if row.startswith("id: "):
                    number = int(row[4:])
                elif row.startswith("data: "):
                    found.append((number, json.loads(row[6:])))
            return found
        finally:
            line.close()


def joined(drill: Served, part: str) -> Client:
    got = asked(drill, "GET", urlsplit(drill.links[part]).path)
    assert got.status == 303
    client = Client(drill, got.headers["location"], got.headers["set-cookie"].partition(";")[0], "")
    found = re.search(r'data-form="([^"]+)"', client.sees())
    assert found is not None
    client.form = found[1]
    return client
