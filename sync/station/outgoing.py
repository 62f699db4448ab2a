"""Pages for handsets: what others of the area sent, in the order in which it was committed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from sync.protocol.limits import MAX_BODY
from sync.protocol.messages import PullAnswer
from sync.station.calendars import kept
from sync.station.people import lease_ends
from sync.station.tables import EntryRow, StreamRow

_ROOM = MAX_BODY - 16 * 1024
"""Bytes of entries in one page, so that it can be unpacked within the limit."""


def page(session: Session, stream: StreamRow, after: int, limit: int, now: datetime) -> PullAnswer:
    """Entries of the area after a cursor. The handset's own are passed over; the cursor counts them."""
    here = (EntryRow.force == stream.force, EntryRow.area == stream.area)
    rows = session.execute(
        select(EntryRow.area_seq, EntryRow.json_text, EntryRow.stream)
        .where(*here, col(EntryRow.area_seq) > after)
        .order_by(col(EntryRow.area_seq))
        .limit(limit)
        .execution_options(yield_per=50)
    )
    entries: list[Any] = []
    cursor, room = after, _ROOM
    for area_seq, text, sender in rows:
        room -= len(text.encode()) + 1 if sender != stream.id else 0
        if entries and room < 0:
            break
        if sender != stream.id:
            entries.append(json.loads(text))
        cursor = int(area_seq)
    rows.close()
    newest = session.execute(select(func.max(EntryRow.area_seq)).where(*here)).scalar()
    more, calendar = cursor < (newest or 0), kept(session).calendar.version
    return PullAnswer(entries, cursor, more, lease_ends(now), now.isoformat(), calendar)
