"""A station in this process, with officers and accounts of two forces and three areas."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlmodel import Session

from app.guidance import Guidance, load
from sync.station.accounts import Role, add_account
from sync.station.base import open_base
from sync.station.keys import keys_in
from sync.station.passwords import hashed
from sync.station.people import add_officer
from sync.station.scene import Scene
from sync.station.tables import AccountRow, OfficerRow
from tests.fakes.clock import FakeClock

FORCE, AREA = "Northvale (TRAINING)", "Exampleton"
OTHER_AREA, OTHER_FORCE = "Samplebridge", "Southmoor (TRAINING)"
PASSWORD = "a made-up password"


@cache
def guidance() -> Guidance:
    return load()


def open_scene(data: Path, address: str | None, clock: FakeClock, training: bool = True) -> Scene:
    engine = open_base(data, address, training=training)
    return Scene(engine, keys_in(data, training=training), clock, training, guidance())


def officer(number: str = "4471", force: str = FORCE, area: str = AREA) -> OfficerRow:
    return OfficerRow(
        number=number, name="Demo Officer", rank="PC", force=force, area=area, team="Response B"
    )


def add(scene: Scene, *officers: OfficerRow) -> None:
    with Session(scene.engine) as session:
        for each in officers:
            add_officer(session, each)


@cache
def kept() -> str:
    """The hash of PASSWORD, made once: hashing is slow on purpose."""
    return hashed(PASSWORD)


RANKS = {Role.OFFICER: ("4471", "PC"), Role.SUPERVISOR: ("2210", "Sergeant")}


def account(
    scene: Scene, role: Role, user: str = "", force: str = FORCE, area: str = AREA, rank: str = "",
    number: str = "",
) -> str:  # fmt: skip
    """The user name of an account with that role; its password is PASSWORD. Number and rank fit the role."""
    name, fitting = user or role.replace(" ", "-"), RANKS.get(role, ("0087", "Superintendent"))
    row = AccountRow(
        user_name=name, role=role, force=force, area=area, password=kept(), training=True,
        number=number or fitting[0], rank=rank or fitting[1],
    )  # fmt: skip
    with Session(scene.engine) as session:
        if session.get(AccountRow, name) is None:
            session.add(row)
            session.commit()
        else:
            add_account(session, row, PASSWORD)
    return name
