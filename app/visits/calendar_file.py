"""Visits as a calendar file, RFC 5545, for the calendar of whoever carries it.

Danger: a calendar is read by others and is carried off the phone. Nothing in it says whose, where, why or
by whom: every entry bears the same title, and its name in the file is a digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from app import kinds
from app.entry import sha256
from app.visits.extra import AFTER, EXTRA
from app.visits.schedule import DueVisit

LENGTH = timedelta(minutes=30)
_LOGS = (kinds.CONSULTED, kinds.EXPORTED, kinds.CARD_SHOWN)
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Appointments//EN", "CALSCALE:GREGORIAN")
_FOLD = 75
"""Octets of a line, RFC 5545 3.1."""


def calendar_file(rows: Sequence[DueVisit], title: str) -> bytes:
    """One entry for each visit of in_the_file: at its agreed time, ending at the time by which it is due, or
    the whole day. The same rows give the same bytes, in any order."""
    events = [line for row in sorted(in_the_file(rows), key=_when) for line in _event(row, title)]
    return b"".join(_folded(line) for line in (*_HEAD, *events, "END:VCALENDAR"))


def in_the_file(rows: Iterable[DueVisit]) -> list[DueVisit]:
    """Visits whose day is not over."""
    return [row for row in rows if row.status != "missed"]


def _when(row: DueVisit) -> tuple[date, str]:
    return row.visit.due, name_of(row)


def name_of(row: DueVisit) -> str:
    """The same visit has the same name in every file, and the name says nothing. Extra visits bear one id,
    one after the other: theirs is told apart by its day."""
    again = row.visit.due.isoformat() if row.visit.id in (EXTRA, AFTER) else ""
    return sha256(f"{row.case.id}/{row.visit.id}/{again}".encode())[:32]


def _event(row: DueVisit, title: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{name_of(row)}"
    yield f"DTSTAMP:{_utc(_stamp(row))}"
    yield from _times(row)
    yield f"SUMMARY:{_escaped(title)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _times(row: DueVisit) -> Iterator[str]:
    """Times in UTC: they are the same hour on every clock, before and after the clocks change."""
    visit = row.visit
    if visit.at is None:
        yield f"DTSTART;VALUE=DATE:{visit.due:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{visit.due + timedelta(1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
        return
    at = visit.at.astimezone(UTC)
    start = at - LENGTH if visit.id == EXTRA else at
    yield f"DTSTART:{_utc(start)}"
    yield f"DTEND:{_utc(start + LENGTH)}"


def _stamp(row: DueVisit) -> datetime:
    """When the case was written in last, the logs apart: to make the file changes nothing in it."""
    told = [entry.written_at for entry in row.case.entries if entry.kind not in _LOGS]
    return max(told, default=datetime.combine(row.visit.due, datetime.min.time(), UTC))


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for mark, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"), ("\r", "")):
        text = text.replace(mark, instead)
    return text


def _folded(line: str) -> bytes:
    """Ended as the format wants it, and broken between letters where it is longer than a line may be."""
    found, current = b"", b""
    for letter in line:
        octets = letter.encode()
        if len(current) + len(octets) > _FOLD:
            found, current = found + current + b"\r\n", b" "
        current += octets
    return found + current + b"\r\n"
