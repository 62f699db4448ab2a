"""Order regimes as data: which clocks they have, whom they bind, who decides. See content/regimes.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.court_calendar import CourtCalendar, DayClass

_FILE = Path(__file__).resolve().parent / "content" / "regimes.toml"


@dataclass(frozen=True, slots=True)
class Regime:
    """One pair of notice and order.

    `issue`: new notices of it are given; `enforce`: notices and orders of it are acted on. Never the one
    without looking: an order of a regime that is off for issue may run on. `authoriser`: the lowest rank.
    `order_days`: fewest and most days, both ends included; None where the court may set any.
    `order_breach`: contempt or offence; `order_breach_hours` None where other law has the clock.
    `notification_days`: the person bound tells the police name and address within so many days beginning
    with the day the order is made, s.41 of the 2021 Act; None where there is no such duty.
    """

    notice: str
    order: str
    issue: bool
    enforce: bool
    authoriser: str
    hearing_hours: int
    notice_breach_hours: int
    disregarded: frozenset[DayClass]
    order_days: tuple[int, int] | None
    order_breach: str
    order_breach_hours: int | None = None
    notification_days: int | None = None
    protected_from_age: int = 0
    law: Mapping[str, str] = field(default_factory=dict)

    def days(self, calendar: CourtCalendar) -> CourtCalendar:
        """The calendar as this regime reads it."""
        return calendar.under(self.disregarded)

    def order_days_held(self, days: object) -> bool:
        """Whether this is no length of an order of this regime."""
        if not isinstance(days, int) or isinstance(days, bool) or days < 1:
            return True
        return self.order_days is not None and not self.order_days[0] <= days <= self.order_days[1]


@cache
def regimes() -> tuple[Regime, ...]:
    """All that this version knows, the one that is in general use first."""
    return read_regimes(_FILE.read_text("utf-8"))


def read_regimes(toml: str) -> tuple[Regime, ...]:
    """Regimes in content/regimes.toml's form. ValueError, KeyError or TypeError when it is not one."""
    return tuple(_regime(row) for row in tomllib.loads(toml)["regime"])


def _regime(row: Mapping[str, Any]) -> Regime:
    days = row["order_days"]
    read = {
        "disregarded": frozenset(DayClass(each) for each in row["disregarded"]),
        "order_days": (int(days[0]), int(days[1])) if days else None,
    }
    return Regime(**{**row, **read})


def enforced() -> tuple[str, ...]:
    """Short names of the notices and orders that officers act on: DVPN, DVPO, and so on."""
    return tuple(name for each in regimes() if each.enforce for name in (each.notice, each.order))


def regime_of(kind: str) -> Regime:
    """The regime of a notice or order by its short name. What an entry does not say is DVPN."""
    return next((each for each in regimes() if kind in (each.notice, each.order)), regimes()[0])
