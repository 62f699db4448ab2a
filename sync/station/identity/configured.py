"""The file of --oidc: which provider, and which of its claims say what. TOML.

issuer = "https://login.example/TENANT/v2.0"
client_id = "..."
client_secret_file = "oidc.secret"     # beside this file; nobody else may read it
address = "https://station.example"    # how browsers reach the console
local = "administrators"               # who may still sign in with a password: administrators or all
force = "Northvale"                    # or a claim, below
[claims]                               # user, number, role; if wanted rank, area, force
user = "preferred_username"
role = "roles"
number = "employeeid"
area = "area"
[roles]                                # what the directory says, and the role here
"Doorstep.Supervisor" = "supervisor"
[areas]                                # only where the directory writes them differently
"BCU-07" = "Exampleton"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sync.station.accounts import Role

BACK = "/sign-in/back"
_CLAIMS = frozenset({"user", "number", "role", "rank", "area", "force"})
_KNOWN = frozenset({
    "issuer", "client_id", "client_secret_file", "address", "local", "force", "area", "scopes", "ca_file",
    "claims", "roles", "areas",
})  # fmt: skip


class ProviderUnreadable(Exception):
    """`what` is the part of the file that is missing or wrong."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True)
class Provider:
    """`claims`: user, number, role and so on to the name of a claim. `force` and `area` where they are the
    same for everybody. `ca_file`: the authority of the provider's certificate where it is the force's own."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    address: str
    claims: Mapping[str, str]
    roles: Mapping[str, Role]
    areas: Mapping[str, str]
    force: str = ""
    area: str = ""
    scopes: tuple[str, ...] = ("openid", "profile")
    administrators_only: bool = False
    ca_file: str = ""

    @property
    def back(self) -> str:
        """Where the provider sends the browser back to."""
        return f"{self.address}{BACK}"


def read_provider(path: Path, *, training: bool) -> Provider:
    """ProviderUnreadable names the first thing that is wrong. Plain HTTP is for TRAINING on this machine."""
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise ProviderUnreadable("the file itself") from None
    _only_known(told)
    issuer, address = _address(told, "issuer", training), _address(told, "address", training)
    local = told.get("local", "all")
    if local not in ("all", "administrators"):
        raise ProviderUnreadable("local")
    claims = _texts(told, "claims")
    if not set(claims) <= _CLAIMS or not {"user", "role"} <= set(claims):
        raise ProviderUnreadable("claims")
    if "force" not in claims and not told.get("force"):
        raise ProviderUnreadable("force")
    return Provider(
        issuer=issuer,
        client_id=_text(told, "client_id"),
        secret=_secret(path.parent / _text(told, "client_secret_file")),
        address=address,
        claims=claims,
        roles=_roles(_texts(told, "roles")),
        areas=_texts(told, "areas") if "areas" in told else {},
        force=_text(told, "force") if "force" in told else "",
        area=_text(told, "area") if "area" in told else "",
        scopes=tuple(told.get("scopes", ("openid", "profile"))),
        administrators_only=local == "administrators",
        ca_file=str(path.parent / _text(told, "ca_file")) if "ca_file" in told else "",
    )


def safe(address: str, *, training: bool) -> bool:
    """TLS, or in TRAINING this machine."""
    parts = urlsplit(address)
    here = training and parts.hostname in ("127.0.0.1", "localhost")
    return bool(parts.hostname) and (parts.scheme == "https" or (here and parts.scheme == "http"))


def _only_known(told: Mapping[str, Any]) -> None:
    strange = sorted(set(told) - _KNOWN)
    if strange:
        raise ProviderUnreadable(strange[0])


def _address(told: Mapping[str, Any], name: str, training: bool) -> str:
    address = _text(told, name)
    if not safe(address, training=training):
        raise ProviderUnreadable(name)
    return address if name == "issuer" else address.rstrip("/")


def _text(told: Mapping[str, Any], name: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not found:
        raise ProviderUnreadable(name)
    return found


def _texts(told: Mapping[str, Any], name: str) -> dict[str, str]:
    found = told.get(name)
    if not isinstance(found, dict) or not all(isinstance(each, str) and each for each in found.values()):
        raise ProviderUnreadable(name)
    return found


def _roles(told: Mapping[str, str]) -> dict[str, Role]:
    try:
        return {name: Role(role) for name, role in told.items()}
    except ValueError:
        raise ProviderUnreadable("roles") from None


def _secret(path: Path) -> str:
    try:
        found = path.read_text("utf-8").strip()
    except (OSError, ValueError):
        raise ProviderUnreadable("client_secret_file") from None
    if not found or path.stat().st_mode & 0o077:
        raise ProviderUnreadable("client_secret_file")
    return found
