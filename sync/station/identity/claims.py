"""Who somebody is at this station, by what the token says. Nothing is guessed: what lacks is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from sync.station.accounts import Role
from sync.station.administration.logins import NAME, WITHOUT_OFFICER
from sync.station.administration.staff import areas, officer
from sync.station.identity.configured import Provider


class NoEntry(Exception):
    """`because` is no-user, no-role, two-roles, no-force, no-area, no-number, no-rank, taken or off."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody whom the force's directory lets in. `subject` stays when the user name changes."""

    user: str
    subject: str
    role: Role
    force: str
    area: str
    number: str
    rank: str


def comer(session: Session, told: Mapping[str, Any], provider: Provider) -> Comer:
    """NoEntry where a claim that is needed is not there, or says nothing that this station knows."""
    user, role = _one(told, provider, "user"), _role(told, provider)
    if not NAME.fullmatch(user):
        raise NoEntry("no-user")
    force = provider.force or _one(told, provider, "force")
    if not force:
        raise NoEntry("no-force")
    number = "" if role in WITHOUT_OFFICER else _one(told, provider, "number")
    if role not in WITHOUT_OFFICER and not number:
        raise NoEntry("no-number")
    return Comer(
        user=user,
        subject=str(told["sub"]),
        role=role,
        force=force,
        area=_area(session, told, provider, (force, role)),
        number=number,
        rank=_rank(session, told, provider, (force, number)),
    )


def _one(told: Mapping[str, Any], provider: Provider, name: str) -> str:
    """One text; empty where the claim is not there or is no text."""
    found = told.get(provider.claims.get(name, ""))
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    return found.strip() if isinstance(found, str) else ""


def _role(told: Mapping[str, Any], provider: Provider) -> Role:
    found = told.get(provider.claims["role"])
    named = found if isinstance(found, list) else [found]
    roles = {provider.roles[each] for each in named if isinstance(each, str) and each in provider.roles}
    if not roles:
        raise NoEntry("no-role")
    if len(roles) > 1:
        raise NoEntry("two-roles")
    return roles.pop()


def _area(session: Session, told: Mapping[str, Any], provider: Provider, of: tuple[str, Role]) -> str:
    """One that this station knows. Only oversight may be without: it is then over the whole force."""
    force, role = of
    said = provider.area or _one(told, provider, "area")
    area = provider.areas.get(said, said)
    if not area and role is Role.OVERSIGHT:
        return ""
    if area not in areas(session, force):
        raise NoEntry("no-area")
    return area


def _rank(session: Session, told: Mapping[str, Any], provider: Provider, of: tuple[str, str]) -> str:
    force, number = of
    if not number:
        return ""
    known = officer(session, number, force)
    rank = _one(told, provider, "rank") if "rank" in provider.claims else (known.rank if known else "")
    if not rank:
        raise NoEntry("no-rank")
    return rank
