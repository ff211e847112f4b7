"""The routes of a drill. Without a key every path but the joining page is refused."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Mapping
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
from starlette.routing import Route

from drillsim.texts import Lang, text
from drillsim.web.access import Ticket
from drillsim.web.after import may_edit
from drillsim.web.guard import Guard
from drillsim.web.pages import join_page
from drillsim.web.room import Room

STATIC = {"page.css": "text/css", "page.js": "text/javascript"}


def app_of(room: Room, hosts: frozenset[str], lang: Lang) -> Guard:
    """Return the application of one drill, for these names of the machine."""
    pages = Pages(room, lang)
    routes = [
        Route("/", pages.joining),
        Route("/join", pages.by_code, methods=["POST"]),
        Route("/j/{link}", pages.by_link),
        Route("/p/{participant}/", pages.page),
        Route("/p/{participant}/after", pages.after),
        Route("/p/{participant}/events", pages.events),
        Route("/p/{participant}/do", pages.do, methods=["POST"]),
        Route("/p/{participant}/static/{name}", pages.static),
    ]

    @asynccontextmanager
    async def looks(_: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(room.look_on)
            yield
            room.close()
            tasks.cancel_scope.cancel()

    return Guard(Starlette(routes=routes, lifespan=looks), hosts)


class Pages:
    """The pages of one room."""

    def __init__(self, room: Room, lang: Lang) -> None:
        self._room, self._lang = room, lang

    async def joining(self, request: Request) -> Response:
        """The page on which a code is entered."""
        return self._join_page(request, wrong=False)

    async def by_code(self, request: Request) -> Response:
        """A code, as it was entered."""
        now_ms = self._room.reading().monotonic
        if not self._room.access.may_try(now_ms):
            return PlainTextResponse(text(self._lang, "session-too-many-tries"), 429)
        form = await _form(request)
        return self._admitted(request, self._room.access.by_code(form.get("code", ""), now_ms))

    async def by_link(self, request: Request) -> Response:
        """A link, as it was sent."""
        found = self._room.access.by_link(request.path_params["link"], self._room.reading().monotonic)
        return self._admitted(request, found)

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
        answer = self._room.do(ticket, await _form(request))
        return JSONResponse({"text": answer.text, "reload": answer.reload, "entry": answer.entry}, answer.status)

    async def static(self, request: Request) -> Response:
        """A file of the page."""
        name = request.path_params["name"]
        if self._ticket(request) is None or name not in STATIC:
            return self._refused()
        return Response((files("drillsim.web") / "static" / name).read_bytes(), media_type=STATIC[name])

    def _admitted(self, request: Request, ticket: Ticket | None) -> Response:
        if ticket is None:
            return self._join_page(request, wrong=True)
        self._room.join(ticket)
        place = f"/p/{ticket.participant.id}/"
        response = RedirectResponse(place, 303)
        is_tls = request.url.scheme == "https"
        response.set_cookie("drill", ticket.key, path=place, httponly=True, samesite="strict", secure=is_tls)
        return response

    def _join_page(self, request: Request, *, wrong: bool) -> Response:
        nonce = secrets.token_urlsafe(16)
        response = HTMLResponse(join_page(self._lang, nonce, wrong), 403 if wrong else 200)
        response.headers["content-security-policy"] = (
            f"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; {CLOSED}"
        )
        return response

    def _ticket(self, request: Request) -> Ticket | None:
        key = request.cookies.get("drill", "")
        now_ms = self._room.reading().monotonic
        return self._room.access.by_key(request.path_params["participant"], key, now_ms)

    def _refused(self) -> Response:
        return JSONResponse({"text": text(self._lang, "session-not-admitted"), "reload": False}, 403)


CLOSED = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


async def _form(request: Request) -> Mapping[str, str]:
    """Return the fields of a form; of several of one name the last."""
    data = await request.body()
    with suppress(UnicodeDecodeError, ValueError):
        return dict(parse_qsl(data.decode("utf-8"), keep_blank_values=True, max_num_fields=50))
    return {}
