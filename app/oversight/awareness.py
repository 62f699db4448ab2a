"""Which version of the guidance each team has read. Officers are counted, and none is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from app.entry import Entry
from app.oversight.counting import AWARENESS, Counted
from app.reference.reading import DUTIES, GUIDANCE, newest_mark
from app.timekeeping import LONDON

NO_TEAM = "-"
Member = tuple[str, str]
"""An officer's number and team."""


def awareness(
    officers: Sequence[Member], entries: Iterable[Entry], version: str, now: datetime
) -> list[Counted]:
    """newest, older or never for each officer; in the month of the mark, or in this one where none is.
    duties besides, for each who marked the page before the first incident, in the month of that mark."""
    known = list(entries)
    found = []
    for number, team in officers:
        mark = newest_mark(known, GUIDANCE, number)
        measure = "never" if mark is None else "newest" if mark.version == version else "older"
        found.append(_counted(measure, (number, team), mark.at if mark else now))
        began = newest_mark(known, DUTIES, number)
        if began:
            found.append(_counted("duties", (number, team), began.at))
    return found


def _counted(measure: str, member: Member, at: datetime) -> Counted:
    number, team = member
    return Counted(AWARENESS, measure, number, team or NO_TEAM, f"{at.astimezone(LONDON):%Y-%m}")
