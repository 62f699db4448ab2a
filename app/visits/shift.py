"""What this shift holds: the due list in groups, whose each visit is, and in which order it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.visits.claims import holders, offers
from app.visits.extra import EXTRA
from app.visits.near import KNOWN, nearness, spot
from app.visits.schedule import DueVisit

GROUPS = ("overdue", "missed", "due", "later", "planned")
SOON = timedelta(hours=1)
"""A visit agreed for later than this is not due now."""


class Whose(StrEnum):
    EVERYBODY = "all"
    MINE = "mine"
    NOBODY = "unclaimed"


class Order(StrEnum):
    """Inside each group. `risk`: risk, then lateness."""

    RISK = "risk"
    AREA = "area"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the officer asked to see. `near`: as it was typed, an address or a postcode or a part of one."""

    whose: Whose = Whose.EVERYBODY
    order: Order = Order.RISK
    near: str = ""


def group_of(row: DueVisit, now: datetime) -> str:
    """overdue, missed, due (now), later (today) or planned (on a day to come)."""
    at = row.visit.at
    agreed = row.status == "due" and at is not None and row.visit.id != EXTRA
    return "later" if agreed and at and at - now > SOON else row.status


def is_mine(row: DueVisit, officer: str) -> bool:
    """Taken by this officer, or offered to them; named for them while nobody has taken it."""
    hold = holders(row.case, row.visit)
    asked = any(each.to == officer for each in offers(row.case, row.visit))
    return officer in hold or asked or (not hold and row.visit.officer.strip() == officer)


def wished(rows: Sequence[DueVisit], wish: Wish, officer: str) -> list[DueVisit]:
    """Those that the officer asked to see, in the order asked for; of equals by risk, then lateness."""
    if wish.whose is Whose.MINE:
        rows = [row for row in rows if is_mine(row, officer)]
    if wish.whose is Whose.NOBODY:
        rows = [row for row in rows if not holders(row.case, row.visit)]
    if wish.order is Order.AREA:
        return sorted(rows, key=_by_area)
    if wish.order is Order.NEAR and wish.near.strip():
        return sorted(rows, key=lambda row: nearness(wish.near, spot(row.case)).rank)
    return list(rows)


def _by_area(row: DueVisit) -> tuple[bool, str]:
    where = spot(row.case)
    return where.state != KNOWN or not where.area, where.area.casefold()


def grouped(rows: Sequence[DueVisit], now: datetime, most: int) -> list[tuple[str, list[DueVisit]]]:
    """By urgency, each group in the order given, `most` rows at the most."""
    left, found = most, []
    for name in GROUPS:
        whole = [row for row in rows if group_of(row, now) == name]
        if whole and left > 0:
            found.append((name, whole[:left]))
            left -= len(whole)
    return found
