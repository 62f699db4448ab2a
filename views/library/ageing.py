"""Days on which something was checked, and whether that is too long ago for this force."""

from __future__ import annotations

from datetime import date

from app.reference.ageing import limit, too_old
from app.timekeeping import LONDON
from views.services import desk, now


def unlooked(checked: date | None) -> bool:
    """Whether nobody has looked at it within the time that the force allows, or ever."""
    return checked is None or old(checked)


def old(checked: date | None) -> bool:
    return too_old(checked, now().astimezone(LONDON).date(), limit(desk().enrolment.policy))
