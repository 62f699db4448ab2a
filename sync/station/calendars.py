"""The calendars of disregarded days that this station has: the bundled one, and those the force added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from app.calendar_versions import MAX_BYTES, Flawed, bundled_text, newer, read_sent
from app.court_calendar import CourtCalendar, bundled
from sync.station.stamps import stamp
from sync.station.tables import CalendarRow

UNREAD = f"That file cannot be read, or is larger than {MAX_BYTES >> 10} KiB. Nothing was changed."
NONE = (
    "That file is no calendar: it needs a version of numbers, such as 2027.1, and a [[day]] for each row. "
    "Nothing was changed."
)
ROW = (
    "Row {row} is no row: it needs a date that no other row has, a status that Doorstep knows, and why. "
    "Nothing was changed."
)
OLD = "Version {version} is not newer than {held}, which is in force. Nothing was changed."
LOST = (
    "The table leaves out {day}, which the one in force names. Keep the row; an ordinary day has the status "
    "counted. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A calendar, its text, and when it was added: empty for the bundled one."""

    calendar: CourtCalendar
    toml: str
    added: str = ""


def kept(session: Session) -> Kept:
    """The newest that the station has. A row that this version cannot read gives way to the bundled one."""
    best = bundled().version
    for version in session.execute(select(CalendarRow.version)).scalars():
        best = version if newer(version, best) else best
    row = session.get(CalendarRow, best) if best != bundled().version else None
    read = read_sent(row.toml) if row else Flawed()
    if row is None or isinstance(read, Flawed):
        return Kept(bundled(), bundled_text())
    return Kept(read, row.toml, row.added_at)


def add(session: Session, file: Path, at: datetime) -> str:
    """Keep a newer calendar. Empty, or the sentence that says why nothing was changed."""
    text = _text(file)
    if text is None:
        return UNREAD
    read, held = read_sent(text), kept(session).calendar
    if isinstance(read, Flawed):
        return ROW.format(row=read.row) if read.row else NONE
    if not newer(read.version, held.version):
        return OLD.format(version=read.version, held=held.version)
    lost = sorted(set(held.table) - set(read.table))
    if lost:
        return LOST.format(day=lost[0].isoformat())
    session.add(CalendarRow(version=read.version, toml=text, added_at=stamp(at)))
    session.commit()
    return ""


def _text(file: Path) -> str | None:
    """None for a file that is not there, too large or no text."""
    try:
        with file.open("rb") as read:
            wire = read.read(MAX_BYTES + 1)
        return wire.decode("utf-8-sig") if len(wire) <= MAX_BYTES else None
    except (OSError, UnicodeDecodeError):
        return None
