"""What stands before every page: who may read, and what a browser may do with a page.

On a host that others can reach a password is asked for (HTTP Basic, any user name) or a token (``Authorization:
Bearer``); who tries many words has to wait. Only reviews are written, from forms that carry a token of their session.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from hearsay.explorer.limits import Buckets, client_of
from hearsay.explorer.refusing import told

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))  # fmt: skip
"""Nothing inline and nothing from elsewhere: words of an article that looked like a script would not run."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TRIES_A_MINUTE, TRIES_AT_ONCE = 12, 20
"""Wrong passwords or tokens of one client."""
LONGEST_QUERY = 8_000
_LOCAL = {"localhost", "testserver"}

Next = Callable[[Request], Awaitable[Response]]


def is_loopback(host: str) -> bool:
    """Whether only programs of this machine reach it."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Gate:
    """Lets in who knows the password or token; everybody where there is none, but then only by a loopback name."""

    def __init__(self, password: str | None = None, token: str | None = None):
        self.password, self.token = password, token
        self.tries = Buckets(TRIES_A_MINUTE, TRIES_AT_ONCE)

    async def __call__(self, request: Request, call_next: Next) -> Response:
        response = self._refusal(request) or await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    def _refusal(self, request: Request) -> Response | None:
        if len(request.url.query) > LONGEST_QUERY:
            return told(request, 414, "The question is too long", f"At most {LONGEST_QUERY} characters are read.", "")
        if "\0" in request.scope["path"] or b"%00" in request.scope["query_string"]:
            # No name holds it, and PostgreSQL takes no text with it.
            return told(request, 400, "That cannot be asked", "An address cannot hold the character NUL.", "")
        if self.password is None and self.token is None:
            # A page of another site whose name was pointed at this machine must not read the ledger.
            name = request.url.hostname or ""
            if name in _LOCAL or is_loopback(name):
                return None
            return PlainTextResponse("This explorer answers only on this machine.\n", 403)
        authorization, client = request.headers.get("authorization", ""), client_of(request)
        if wait := self.tries.wait(client, 1):
            refusal = told(request, 429, "Too many wrong words", f"Wait {wait} seconds before the next.", "")
            refusal.headers["Retry-After"] = str(wait)
            return refusal
        if self._known(authorization):
            return None
        if authorization:
            self.tries.take(client, 1)
        return PlainTextResponse(
            "A password or token is needed.\n", 401, {"WWW-Authenticate": 'Basic realm="Hearsay", charset="UTF-8"'}
        )

    def _known(self, authorization: str) -> bool:
        scheme, _, given = authorization.partition(" ")
        if scheme.lower() == "bearer" and self.token is not None:
            return hmac.compare_digest(given.encode(), self.token.encode())
        if scheme.lower() == "basic" and self.password is not None:
            try:
                _, _, word = base64.b64decode(given, validate=True).partition(b":")
            except (binascii.Error, ValueError):
                return False
            return hmac.compare_digest(word, self.password.encode())
        return False
