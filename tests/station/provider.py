"""An identity provider of the tests' own: a real server on this machine that speaks OpenID Connect.

It keeps what the standard asks of it: the code serves once, for the client that asked, with its verifier.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "doorstep-console", "a made-up client secret"
Bend = Callable[[dict[str, Any]], None]


@dataclass
class IdentityProvider:
    """`claims` are of whoever signs in next; `bend` changes a token's claims before it is signed. `signer`
    signs, `key` is published."""

    now: Callable[[], datetime]
    claims: dict[str, Any] = field(default_factory=dict)
    bend: Bend = lambda claims: None
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "k-1", "use": "sig"}))
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "k-1"})
    discovery: dict[str, Any] = field(default_factory=dict)
    lets_in: bool = True
    shows_page: bool = False
    port: int = 0
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.signer: Any = self.key

    @property
    def issuer(self) -> str:
        return f"http://localhost:{self.port}"

    def answer(self, path: str, told: dict[str, str]) -> tuple[int, Any]:
        """Status, and a JSON body, a page, or the address to go to."""
        if path == "/.well-known/openid-configuration":
            return 200, self._discovered()
        if path == "/keys":
            return 200, {"keys": [self.key.as_dict(private=False)]}
        if path == "/authorize":
            return self._authorize(told)
        if path == "/token":
            return self._token(told)
        return 404, {}

    def _discovered(self) -> dict[str, Any]:
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        found: dict[str, Any] = {name: f"{self.issuer}/{place}" for name, place in places.items()}
        return {"issuer": self.issuer, **found, **self.discovery}

    def _authorize(self, told: dict[str, str]) -> tuple[int, Any]:
        if told["client_id"] != CLIENT or told["code_challenge_method"] != "S256":
            return 400, {"error": "invalid_request"}
        code = secrets.token_urlsafe(16)
        self.codes[code] = told
        back = {"state": told["state"], **({"code": code} if self.lets_in else {"error": "access_denied"})}
        to = f"{told['redirect_uri']}?{urlencode(back)}"
        return (
            (200, f'<h1>Force sign-in</h1><a href="{quote(to, safe=":/?=&%")}">Let me in</a>')
            if (self.shows_page)
            else (302, to)
        )

    def _token(self, told: dict[str, str]) -> tuple[int, Any]:
        kept = self.codes.pop(told.get("code", ""), None)
        digest = hashlib.sha256(told.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if told.get("client_secret") != SECRET:
            return 401, {"error": "invalid_client"}
        if (
            kept is None
            or challenge != kept["code_challenge"]
            or told["redirect_uri"] != kept["redirect_uri"]
        ):
            return 400, {"error": "invalid_grant"}
        at = int(self.now().timestamp())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "sub": "subject-1", "iat": at, "exp": at + 300,
            "nonce": kept["nonce"], **self.claims,
        }  # fmt: skip
        self.bend(claims)
        token = jwt.encode(self.header, claims, self.signer, algorithms=["RS256", "HS256", "none"])
        return 200, {"id_token": token, "access_token": "unused", "token_type": "Bearer"}


@contextmanager
def serving(provider: IdentityProvider) -> Iterator[IdentityProvider]:
    """On a port of its own, for as long as the test lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(provider))
    provider.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(provider: IdentityProvider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(urlsplit(self.path).query)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            kind, _, rest = self.headers.get("authorization", "").partition(" ")
            if kind == "Basic":
                secret = base64.b64decode(rest).decode().partition(":")[2]
                body += f"&client_secret={secret}"
            self._answer(body)

        def _answer(self, form: str) -> None:
            path = urlsplit(self.path).path
            provider.asked.append(path)
            told = {name: values[0] for name, values in parse_qs(form).items()}
            status, body = provider.answer(path, told)
            self.send_response(status)
            if status == 302:
                self.send_header("location", body)
            kind = "text/html" if isinstance(body, str) else "application/json"
            plain = body.encode() if isinstance(body, str) else json.dumps(body).encode()
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(plain)))
            self.end_headers()
            self.wfile.write(plain)

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

    return Handler
