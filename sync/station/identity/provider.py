"""What the station asks of the identity provider: where things are, its keys, a token for a code."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import httpx2

from sync.station.identity.configured import Provider, safe

PATIENCE_S, KEPT_S, LARGEST = 10, 3600, 1 << 20
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class Unreachable(Exception):
    """The provider does not answer, or not as OpenID Connect says."""


class Asking:
    """Discovery and keys are kept for an hour; keys are asked for again when a token names an unknown one."""

    def __init__(self, provider: Provider, *, training: bool) -> None:
        self.provider, self._training = provider, training
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[float, Mapping[str, Any]]] = {}

    def away(self, state: str, nonce: str, challenge: str) -> str:
        """The address to which the browser goes. Unreachable."""
        asked = {
            "response_type": "code",
            "client_id": self.provider.client_id,
            "redirect_uri": self.provider.back,
            "scope": " ".join(self.provider.scopes),
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            "response_mode": "query",
        }
        address = self._discovered()["authorization_endpoint"]
        return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"

    def keys(self, again: bool = False) -> Mapping[str, Any]:
        """The provider's public keys. Unreachable."""
        return self._known(self._discovered()["jwks_uri"], again=again)

    def token(self, code: str, verifier: str) -> str:
        """The ID token for a code. Empty when the provider will not give one; Unreachable."""
        found, form = self._discovered(), self._form(code, verifier)
        auth = httpx2.Auth()
        if "client_secret_post" in found.get("token_endpoint_auth_methods_supported", ()):
            form["client_secret"] = self.provider.secret
        else:
            auth = httpx2.BasicAuth(
                quote(self.provider.client_id, safe=""), quote(self.provider.secret, safe="")
            )
        try:
            with self._client() as client:
                answer = client.post(found["token_endpoint"], data=form, auth=auth)
        except (httpx2.HTTPError, httpx2.InvalidURL):
            raise Unreachable from None
        if answer.status_code in (400, 401):
            return ""
        token = _json(answer).get("id_token")
        return token if isinstance(token, str) else ""

    def _form(self, code: str, verifier: str) -> dict[str, str]:
        return {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.provider.back,
            "client_id": self.provider.client_id,
            "code_verifier": verifier,
        }

    def _discovered(self) -> Mapping[str, Any]:
        found = self._known(f"{self.provider.issuer.rstrip('/')}/.well-known/openid-configuration")
        named = [found.get(name) for name in _ENDPOINTS]
        ours = found.get("issuer") == self.provider.issuer
        if not ours or not all(isinstance(each, str) and self._safe(each) for each in named):
            raise Unreachable
        return found

    def _safe(self, address: str) -> bool:
        return safe(address, training=self._training)

    def _known(self, address: str, *, again: bool = False) -> Mapping[str, Any]:
        with self._lock:
            at, found = self._kept.get(address, (0.0, {}))
        if found and not again and time.monotonic() - at < KEPT_S:
            return found
        try:
            with self._client() as client:
                answer = client.get(address)
        except (httpx2.HTTPError, httpx2.InvalidURL):
            raise Unreachable from None
        found = _json(answer)
        with self._lock:
            self._kept[address] = (time.monotonic(), found)
        return found

    def _client(self) -> httpx2.Client:
        if self.provider.ca_file:
            return httpx2.Client(
                timeout=PATIENCE_S, verify=ssl.create_default_context(cafile=self.provider.ca_file)
            )
        return httpx2.Client(timeout=PATIENCE_S)


def _json(answer: httpx2.Response) -> Mapping[str, Any]:
    if answer.status_code != 200 or len(answer.content) > LARGEST:
        raise Unreachable
    try:
        found = answer.json()
    except ValueError:
        raise Unreachable from None
    if not isinstance(found, dict):
        raise Unreachable
    return found
