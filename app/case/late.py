"""When an entry is a late one: written on a later day than it tells of, or more than a shift after it.

Late entries show both times (contemporaneous notes, CPIA Code). An officer may mark one earlier.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from app.timekeeping import LONDON

SHIFT = timedelta(hours=10)


def is_late(happened_at: datetime, written_at: datetime) -> bool:
    if written_at - happened_at > SHIFT:
        return True
    return written_at.astimezone(LONDON).date() > happened_at.astimezone(LONDON).date()
