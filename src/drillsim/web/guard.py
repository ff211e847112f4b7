"""The rules for every request: whose machine is meant, where a form comes from, how much is sent, what a browser may
load; and what is never said: versions, folders, faults of ours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from drillsim.texts import Lang, text

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]
MOST_BYTES = 64 * 1024
"""A form that is longer is none of ours."""
MOST_PATH_BYTES, MOST_HEADER_BYTES = 2_048, 16_384
ONCE = (b"host", b"origin", b"cookie", b"content-length", b"x-drill-form", b"x-drill-press", b"last-event-id")
"""Headers of which a request has one at most: of two nobody knows which one counts."""
HEADERS = (
    (b"content-security-policy", b"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                                 b"form-action 'self'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cache-control", b"no-store"),
)  # fmt: skip


class Guard:
    """An application behind the rules of this page."""

    def __init__(
        self, inner: Application, hosts: frozenset[str], lang: Lang, fault: Callable[[Exception], None]
    ) -> None:
        self._inner, self._hosts, self._lang, self._fault = inner, hosts, lang, fault
        """Names and addresses the machine is called by, each with the port."""

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        began = False

        async def answer(message: Message) -> None:
            nonlocal began
            if message["type"] == "http.response.start":
                began = True
                own = {name for name, _ in message.get("headers", ())}
                message["headers"] = [*message.get("headers", ()), *(row for row in HEADERS if row[0] not in own)]
            await send(message)

        status = self._status(scope)
        if status:
            await self._refused(answer, status)
            return
        body = await _body(receive) if scope["method"] == "POST" else b""
        if body is None:
            await self._refused(answer, 413)
            return
        try:
            await self._inner(scope, _again(body, receive) if scope["method"] == "POST" else receive, answer)
        except Exception as fault:
            self._fault(fault)
            if not began:
                await self._refused(answer, 500)

    def _status(self, scope: Message) -> int:
        """Return the status a request is refused with; 0 where it is not."""
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADER_BYTES:
            return 431
        if len(scope["raw_path"]) + len(scope["query_string"]) > MOST_PATH_BYTES:
            return 414
        names = [name for name, _ in scope["headers"] if name in ONCE]
        if len(names) != len(set(names)):
            return 400
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if host not in self._hosts:
            return 421
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405
        if scope["method"] == "POST":
            if headers.get(b"origin", b"").decode("latin-1").lower() != f"{scope['scheme']}://{host}":
                return 403
            length = headers.get(b"content-length", b"0")
            if not length.isdigit() or int(length) > MOST_BYTES:
                return 413
        return 0

    async def _refused(self, send: Send, status: int) -> None:
        """Say in plain words why a request is refused."""
        kind = (b"content-type", b"text/plain; charset=utf-8")
        await send({"type": "http.response.start", "status": status, "headers": [kind]})
        words = text(self._lang, f"server-refused-{status}")
        await send({"type": "http.response.body", "body": f"{status} {words}\n".encode()})


async def _body(receive: Receive) -> bytes | None:
    """Return what was sent; None where it is too much, or breaks off."""
    found = b""
    while True:
        message = await receive()
        found += bytes(message.get("body", b""))
        if len(found) > MOST_BYTES or message["type"] == "http.disconnect":
            return None
        if not message.get("more_body", False):
            return found


def _again(body: bytes, receive: Receive) -> Receive:
    told = False

    async def once() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once
