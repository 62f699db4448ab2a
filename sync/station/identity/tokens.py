"""Whether an ID token holds: signed by the provider, for this station, for this sign-in, and still good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, InvalidClaimError, JoseError, MissingClaimError
from joserfc.jwk import KeySet

from sync.station.identity.configured import Provider

ALGORITHMS = ("RS256", "PS256", "ES256")
"""Signatures with a key of the provider's. Never `none`, and never one that the client secret could make."""
LEEWAY_S = 60
Keys = Callable[[bool], Mapping[str, Any]]
"""The provider's keys; True asks for them again."""


class TokenRefused(Exception):
    """`because` is signature, issuer, audience, expired, nonce or claims."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


_BECAUSE = {"iss": "issuer", "aud": "audience", "exp": "expired", "nonce": "nonce"}


def read_token(token: str, keys: Keys, provider: Provider, nonce: str, now: datetime) -> Mapping[str, Any]:
    """Its claims. TokenRefused."""
    claims = _signed(token, keys)
    wanted = jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=LEEWAY_S,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        exp={"essential": True},
        iat={"essential": True},
        sub={"essential": True},
    )
    try:
        wanted.validate(claims)
    except ExpiredTokenError:
        raise TokenRefused("expired") from None
    except (InvalidClaimError, MissingClaimError) as problem:
        raise TokenRefused(_BECAUSE.get(str(problem.claim), "claims")) from None
    if claims.get("nonce") != nonce:
        raise TokenRefused("nonce")
    audience = claims["aud"]
    several = isinstance(audience, list) and len(audience) > 1
    if (several or "azp" in claims) and claims.get("azp") != provider.client_id:
        raise TokenRefused("audience")
    return claims


def _signed(token: str, keys: Keys) -> dict[str, Any]:
    """A key that is not known yet may be new: they are asked for once more."""
    for again in (False, True):
        try:
            known = KeySet.import_key_set({"keys": keys(again).get("keys", [])})
            return dict(jwt.decode(token, known, algorithms=ALGORITHMS).claims)
        except (JoseError, ValueError, TypeError, KeyError):
            continue
    raise TokenRefused("signature")
