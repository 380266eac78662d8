"""What one client may ask of the explorer: so many costly pages a minute, so many bytes in one request.

Each client has a bucket of tokens that fills steadily (a token bucket: Tanenbaum, Computer Networks, 5.4). A page costs
what making it costs; an empty bucket means to wait, and the answer says how long. Nothing is written down: the buckets
are in memory, and those of clients that went away are forgotten.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

A_MINUTE = 300
"""Costly pages that a client may ask for in a minute."""
AT_ONCE = 100
"""Costly pages that it may ask for at once after a rest."""
LARGEST = 64 * 1024
"""Bytes of a request's body; no form of the explorer is larger."""
_EXPORT = 10
_COSTLY = ("/events", "/network", "/map", "/actors", "/review")
_CLIENTS = 10_000

Refusal = Callable[[Request, int, str, str, str], Response]


class Buckets:
    """Tokens of each client."""

    def __init__(self, a_minute: float = A_MINUTE, at_once: float = AT_ONCE, clock: Callable[[], float] | None = None):
        self.a_minute, self.at_once = a_minute, at_once
        self._clock = clock or time.monotonic
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, client: str, price: float) -> int:
        """Pay for a page: 0 when the client could, else the seconds until it can."""
        with self._lock:
            wait = self._wait(client, price)
            if not wait:
                self._held[client] = (self._tokens(client) - min(price, self.at_once), self._clock())
                self._held.move_to_end(client)
            while len(self._held) > _CLIENTS:
                self._held.popitem(last=False)
        return wait

    def wait(self, client: str, price: float) -> int:
        """Seconds until the client could pay; 0 when it can now."""
        with self._lock:
            return self._wait(client, price)

    def _wait(self, client: str, price: float) -> int:
        lacking = min(price, self.at_once) - self._tokens(client)
        return max(1, math.ceil(lacking * 60 / self.a_minute)) if lacking > 0 else 0

    def _tokens(self, client: str) -> float:
        tokens, since = self._held.get(client, (self.at_once, self._clock()))
        return min(self.at_once, tokens + (self._clock() - since) * self.a_minute / 60)


def price_of(path: str, query: str = "") -> int:
    """What a page costs: exports much, searches and drawings one, what is kept or looked up by its id nothing."""
    if path.endswith(".csv"):
        return _EXPORT
    return 1 if path.startswith(_COSTLY) or (query and path in ("/", "/today.json")) else 0


def client_of(request: Request) -> str:
    """Who asks: the address that the connection comes from. Behind a proxy all are one, unless the server knows it."""
    return request.client.host if request.client else ""


class Limits:
    """ASGI middleware: 429 for who asks too much, 413 for who sends too much."""

    def __init__(self, app: ASGIApp, buckets: Buckets, refuse: Refusal):
        self.app, self.buckets, self.refuse = app, buckets, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        answer = self._refusal(request)
        await (answer or self.app)(scope, receive if answer else _bounded(receive), send)

    def _refusal(self, request: Request) -> Response | None:
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:20]) > LARGEST:
            return self.refuse(request, 413, "That is too much at once", f"At most {LARGEST} bytes may be sent.", "")
        price = price_of(request.url.path, request.url.query)
        wait = self.buckets.take(client_of(request), price) if price else 0
        if not wait:
            return None
        answer = self.refuse(
            request, 429, "That was a lot at once",
            f"This address asked for more costly pages than the {self.buckets.a_minute:g} a minute that are answered.",
            f"Load the page again in {wait} seconds.",
        )  # fmt: skip
        answer.headers["Retry-After"] = str(wait)
        return answer


def _bounded(receive: Receive) -> Receive:
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > LARGEST:
            raise HTTPException(413, f"At most {LARGEST} bytes may be sent.")
        return message

    return counted
