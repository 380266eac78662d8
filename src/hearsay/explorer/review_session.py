"""Who reviews: a name that they chose, in a signed cookie; and proof that what is posted came from a page of ours.

There are no accounts: the name says whose word it is, nothing more. The key lives as long as the server, so after a
restart the name is asked for again. Cookies are for this site alone (SameSite=Strict) and out of reach of scripts;
every form carries a token that only a page of the same session can know.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

COOKIE = "hearsay-review"
MOST_FIELDS = 200


Cookie = Callable[[Response], None]


class Sessions:
    """Reads and writes the cookie of a reviewer."""

    def __init__(self, key: bytes | None = None):
        self._key = key or secrets.token_bytes(32)

    def reviewer(self, request: Request) -> str | None:
        """The name that the session's cookie gives; None without one, or when it is not ours."""
        held = self._held(request)
        return held[1] or None if held else None

    def begin(self, request: Request, reviewer: str = "") -> tuple[str, Cookie]:
        """A new session: the token of its forms, and the cookie that a response must set."""
        nonce = secrets.token_urlsafe(16)
        text = json.dumps([nonce, reviewer], ensure_ascii=False).encode()
        value = f"{base64.urlsafe_b64encode(text).decode()}.{self._sign('session', text)}"

        def give(response: Response) -> None:
            response.set_cookie(COOKIE, value, httponly=True, samesite="strict", secure=request.url.scheme == "https")

        return self._sign("form", nonce.encode()), give

    def end(self, response: Response) -> None:
        """Forget the session."""
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")

    def token(self, request: Request) -> str:
        """What a form of this session must carry; empty without a session."""
        held = self._held(request)
        return self._sign("form", held[0].encode()) if held else ""

    def check(self, request: Request, given: str) -> None:
        """Refuse (403) a form that no page of this session made."""
        token = self.token(request)
        if not token or not hmac.compare_digest(token.encode(), given.encode()):
            raise HTTPException(
                403, "This form does not come from a page of your session: load /review again, and allow its cookie."
            )

    def _held(self, request: Request) -> tuple[str, str] | None:
        encoded, _, signature = request.cookies.get(COOKIE, "").partition(".")
        try:
            text = base64.urlsafe_b64decode(encoded)
        except (binascii.Error, ValueError):
            return None
        if not hmac.compare_digest(self._sign("session", text).encode(), signature.encode()):
            return None
        nonce, reviewer = json.loads(text)
        return nonce, reviewer

    def _sign(self, purpose: str, text: bytes) -> str:
        return hmac.new(self._key, purpose.encode() + b"\0" + text, hashlib.sha256).hexdigest()


async def posted(request: Request) -> dict[str, list[str]]:
    """The fields of a form, blank ones among them. HTTPException for what is no form of ours."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(415, "Only forms are taken here.")
    # How long it may be is bounded for every request: see limits.py.
    body = await request.body()
    try:
        pairs = parse_qsl(
            body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, encoding="utf-8", errors="strict"
        )
    except ValueError:
        raise HTTPException(422, "That is no form: its text is not UTF-8, or it has too many fields.") from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        if "\0" in value:
            raise HTTPException(422, "No field can hold the character NUL.")
        fields.setdefault(name, []).append(value)
    return fields
