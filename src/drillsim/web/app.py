"""The routes of a drill. Without a key every path but the joining page is refused."""

from __future__ import annotations

import re
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from urllib.parse import parse_qsl

import anyio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route

from drillsim.texts import Lang, text
from drillsim.web.access import Ticket
from drillsim.web.after import may_edit
from drillsim.web.guard import Guard
from drillsim.web.joining import Tries
from drillsim.web.pages import join_page
from drillsim.web.room import Room

STATIC = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "ask.js": "text/javascript",
    "put.js": "text/javascript",
}


def app_of(rooms: Sequence[Room], hosts: frozenset[str], lang: Lang, fault: Callable[[Exception], None]) -> Guard:
    """Return the application of these drills, for these names of the machine. `fault` is told what fails in a request
    and is none of a drill."""
    door = Door(rooms, lang)
    routes = [
        Route("/", door.joining),
        Route("/join", door.by_code, methods=["POST"]),
        Route("/j/{link}", door.by_link),
        *(Mount(f"/{room.number}", routes=Pages(room, lang).routes()) for room in rooms),
    ]

    @asynccontextmanager
    async def looks(_: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            for room in rooms:
                tasks.start_soon(room.look_on)
            yield
            for room in rooms:
                room.close()
            tasks.cancel_scope.cancel()

    return Guard(Starlette(routes=routes, lifespan=looks), hosts, lang, fault)


class Door:
    """The way in: a code or a link, and which drill it opens is nobody's to say beforehand."""

    def __init__(self, rooms: Sequence[Room], lang: Lang) -> None:
        self._rooms, self._lang, self._tries = rooms, lang, Tries()

    async def joining(self, _: Request) -> Response:
        """The page on which a code is entered."""
        return self._page(200)

    async def by_code(self, request: Request) -> Response:
        """A code, as it was entered."""
        code = (await _form(request)).get("code", "")
        return self._admitted(request, lambda room, now_ms: room.access.by_code(code, now_ms), by_code=True)

    async def by_link(self, request: Request) -> Response:
        """A link, as it was sent."""
        link = request.path_params["link"]
        return self._admitted(request, lambda room, now_ms: room.access.by_link(link, now_ms), by_code=False)

    def _admitted(self, request: Request, find: Callable[[Room, int], Ticket | None], *, by_code: bool) -> Response:
        address = request.client.host if request.client is not None else ""
        now_ms = self._rooms[0].reading().monotonic
        if not self._tries.may_join(address, now_ms, by_code=by_code):
            return PlainTextResponse(text(self._lang, "session-too-many-tries"), 429)
        for room in self._rooms:
            ticket = find(room, now_ms)
            if ticket is not None:
                room.join(ticket)
                place = f"/{room.number}/p/{ticket.participant.id}/"
                response = RedirectResponse(place, 303)
                is_tls = request.url.scheme == "https"
                response.set_cookie("drill", ticket.key, path=place, httponly=True, samesite="strict", secure=is_tls)
                return response
        if by_code:
            self._tries.was_wrong(address, now_ms)
        return self._page(403)

    def _page(self, status: int) -> Response:
        nonce = secrets.token_urlsafe(16)
        response = HTMLResponse(join_page(self._lang, nonce, status != 200), status)
        response.headers["content-security-policy"] = (
            f"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; {CLOSED}"
        )
        return response


class Pages:
    """The pages of one room."""

    def __init__(self, room: Room, lang: Lang) -> None:
        self._room, self._lang = room, lang

    def routes(self) -> list[Route]:
        """Return their routes; each asks for a key."""
        return [
            Route("/p/{participant}/", self.page),
            Route("/p/{participant}/after", self.after),
            Route("/p/{participant}/events", self.events),
            Route("/p/{participant}/do", self.do, methods=["POST"]),
            Route("/p/{participant}/static/{name}", self.static),
        ]

    async def page(self, request: Request) -> Response:
        """Somebody's page."""
        ticket = self._ticket(request)
        if ticket is None:
            return self._refused()
        return HTMLResponse(self._room.page(ticket))

    async def after(self, request: Request) -> Response:
        """The page on which hot wash, evaluation and improvement list are worked on."""
        ticket = self._ticket(request)
        if ticket is None or not may_edit(ticket.participant):
            return self._refused()
        return HTMLResponse(self._room.after_page(ticket))

    async def events(self, request: Request) -> Response:
        """Somebody's page as it changes."""
        ticket = self._ticket(request)
        if ticket is None:
            return self._refused()
        last = request.headers.get("last-event-id", "")
        number = int(last) if last.isascii() and last.isdigit() and len(last) < 10 else 0
        return StreamingResponse(self._room.stream(ticket, number), media_type="text/event-stream")

    async def do(self, request: Request) -> Response:
        """Something that was pressed."""
        ticket = self._ticket(request)
        if ticket is None:
            return self._refused()
        if not secrets.compare_digest(request.headers.get("x-drill-form", "").encode(), ticket.form.encode()):
            return self._refused()
        press = self._room.access.press(ticket, request.headers.get("x-drill-press", ""))
        if press != "new":
            status = 409 if press == "again" else 400
            return JSONResponse({"text": text(self._lang, f"server-press-{press}"), "reload": False}, status)
        answer = self._room.do(ticket, await _form(request))
        return JSONResponse({"text": answer.text, "reload": answer.reload, "entry": answer.entry}, answer.status)

    async def static(self, request: Request) -> Response:
        """A file of the page."""
        name = request.path_params["name"]
        if self._ticket(request) is None or name not in STATIC:
            return self._refused()
        return Response((files("drillsim.web") / "static" / name).read_bytes(), media_type=STATIC[name])

    def _ticket(self, request: Request) -> Ticket | None:
        key = request.cookies.get("drill", "")
        now_ms = self._room.reading().monotonic
        return self._room.access.by_key(request.path_params["participant"], key, now_ms)

    def _refused(self) -> Response:
        return JSONResponse({"text": text(self._lang, "session-not-admitted"), "reload": False}, 403)


CLOSED = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


async def _form(request: Request) -> Mapping[str, str]:
    """Return the fields of a form, without control characters; of several of one name the last."""
    data = await request.body()
    with suppress(UnicodeDecodeError, ValueError):
        rows = parse_qsl(data.decode("utf-8"), keep_blank_values=True, max_num_fields=50)
        return {name: _CONTROL.sub("", value) for name, value in rows}
    return {}


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters a terminal or a reader of the record would obey: all but tab and line feed."""
