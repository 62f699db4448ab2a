"""The people of TRAINING: fixed, printed, and unknown to a live station."""

from __future__ import annotations

from sync.station.accounts import Role
from sync.station.tables import AccountRow, OfficerRow

TRAINING_FORCE, TRAINING_AREA = "Northvale (TRAINING)", "Exampleton"
TRAINING_OFFICERS = (
    ("4471", "Officer Demo", "PC", "Exampleton Response B"),
    ("4502", "Officer Sample", "PC", "Exampleton Response B"),
    ("2210", "Sergeant Demo", "Sergeant", "Exampleton Response B"),
    ("0087", "Superintendent Demo", "Superintendent", "Northvale Operations"),
)
TRAINING_ACCOUNTS = (
    (Role.OFFICER, "officer", "4471", "PC"),
    (Role.SUPERVISOR, "supervisor", "2210", "Sergeant"),
    (Role.AUTHORISING, "authorising", "0087", "Superintendent"),
    (Role.OVERSIGHT, "oversight", "", ""),
    (Role.ADMINISTRATOR, "administrator", "", ""),
)


def training_officers() -> list[OfficerRow]:
    return [
        OfficerRow(number=number, name=name, rank=rank, force=TRAINING_FORCE, area=TRAINING_AREA, team=team)
        for number, name, rank, team in TRAINING_OFFICERS
    ]


def training_accounts() -> list[tuple[AccountRow, str]]:
    """Fixed accounts, one per role, each with its printed password. A live station has none of them."""
    return [
        (
            AccountRow(
                user_name=f"training-{name}",
                role=role,
                force=TRAINING_FORCE,
                area=TRAINING_AREA,
                password="",
                training=True,
                number=number,
                rank=rank,
            ),
            f"training-{name}-door",
        )
        for role, name, number, rank in TRAINING_ACCOUNTS
    ]
