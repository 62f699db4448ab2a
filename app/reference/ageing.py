"""What was checked too long ago to be relied upon without a look, s.31(2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.reference.library import library


def limit(policy: Mapping[str, Any]) -> int:
    """In months: as the force's policy has it, else as the content has it."""
    told = policy.get("guidance_months")
    return told if type(told) is int and told > 0 else library().months


def too_old(checked: date | None, today: date, months: int) -> bool:
    """Whether more than so many months have gone by. What needs no checking is never too old."""
    if checked is None:
        return False
    passed = (today.year - checked.year) * 12 + today.month - checked.month
    return passed > months or (passed == months and today.day > checked.day)
